//! What `import` and `check` of 300,000 rows take of a machine: the program itself, the time from its start to its end and
//! the most memory that it held. Printed as `name<TAB>number<TAB>unit` for `make bench`; the memory on Linux alone.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints or stops")]

#[path = "shared/rows.rs"]
mod rows;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const ROWS: usize = 300_000;

/// Runs the program in a folder, and prints what it took.
fn measure_run(name: &str, folder: &Path, arguments: &[&str]) {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_figure-tracker"));
    command.args(arguments).current_dir(folder).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let done = loop {
        most = most.max(fs::read_to_string(&status).ok().and_then(|text| peak_kilobytes(&text)).unwrap_or(0));
        match child.try_wait().unwrap() {
            Some(done) => break done,
            None => sleep(Duration::from_millis(10)),
        }
    };
    assert!(done.success(), "{name}: {done}");
    println!("{name}\t{:.1}\ts", start.elapsed().as_secs_f64());
    if most > 0 {
        println!("{name}: memory\t{}\tMB", most * 1_024 / 1_000_000);
    }
}

fn peak_kilobytes(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("rows.csv"), rows::grown(ROWS)).unwrap();
    let import = ["import", "rows.csv", "-o", "data.json", "--language", "en"];
    measure_run("import of 300,000 rows", folder.path(), &import);
    measure_run("import of 300,000 rows again", folder.path(), &import);
    measure_run("check of 300,000 figures", folder.path(), &["check", "data.json"]);
}
