//! Writes each language but English as a file of its own into the folder that it is given (`ru.txt` ...).
//!
//! scripts/words.mjs compiles it by itself, in a second: it takes in only the tables and what reads and writes them,
//! so that a build of the widget needs no native build of everything else.
#![allow(dead_code, reason = "the tables have more than is needed here")]

use std::path::Path;
use std::{env, fs, io};

#[path = "../crates/core/src/localize/ar.rs"]
mod ar;
#[path = "../crates/core/src/localize/de.rs"]
mod de;
#[path = "../crates/core/src/localize/en.rs"]
mod en;
#[path = "../crates/core/src/localize/es.rs"]
mod es;
#[path = "../crates/core/src/localize/file.rs"]
mod file;
#[path = "../crates/core/src/localize/interpolate.rs"]
mod interpolate;
#[path = "../crates/core/src/localize/fr.rs"]
mod fr;
#[path = "../crates/core/src/localize/kk.rs"]
mod kk;
#[path = "../crates/core/src/localize/messages.rs"]
mod messages;
#[path = "../crates/core/src/localize/ru.rs"]
mod ru;
#[path = "../crates/core/src/small.rs"]
mod small;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("usage: words FOLDER"))?;
    for messages in messages::Messages::languages().iter().filter(|messages| messages.tag != "en") {
        fs::write(Path::new(&folder).join(messages.tag).with_extension("txt"), messages.to_file())?;
    }
    Ok(())
}
