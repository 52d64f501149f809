//! Writes each language but English as a file of its own into the folder that it is given (`ru.txt` ...).
//!
//! scripts/words.mjs compiles it by itself, in a second: it takes in only the tables and what reads and writes them,
//! so that a build of the widget needs no native build of everything else.
#![allow(dead_code, reason = "the tables have more than is needed here")]

use std::path::Path;
use std::{env, fs, io};

#[path = "../crates/core/src/words/ar.rs"]
mod ar;
#[path = "../crates/core/src/words/de.rs"]
mod de;
#[path = "../crates/core/src/words/en.rs"]
mod en;
#[path = "../crates/core/src/words/es.rs"]
mod es;
#[path = "../crates/core/src/words/file.rs"]
mod file;
#[path = "../crates/core/src/words/fill.rs"]
mod fill;
#[path = "../crates/core/src/words/fr.rs"]
mod fr;
#[path = "../crates/core/src/words/kk.rs"]
mod kk;
#[path = "../crates/core/src/words/phrases.rs"]
mod phrases;
#[path = "../crates/core/src/words/ru.rs"]
mod ru;
#[path = "../crates/core/src/small.rs"]
mod small;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("usage: words FOLDER"))?;
    for words in phrases::Words::languages().iter().filter(|words| words.tag != "en") {
        fs::write(Path::new(&folder).join(words.tag).with_extension("txt"), words.to_file())?;
    }
    Ok(())
}
