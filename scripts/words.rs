//! Writes each language but English as a file of its own into the folder that it is given (`ru.txt` ...).
//!
//! scripts/words.mjs compiles it by itself, in a second: it takes in only the tables and what reads and writes them,
//! so that a build of the widget needs no native build of everything else.
#![allow(dead_code, reason = "the tables have more than is needed here")]

use std::path::Path;
use std::{env, fs, io};

#[path = "../src/words/ar.rs"]
mod ar;
#[path = "../src/words/de.rs"]
mod de;
#[path = "../src/words/en.rs"]
mod en;
#[path = "../src/words/es.rs"]
mod es;
#[path = "../src/words/file.rs"]
mod file;
#[path = "../src/words/fill.rs"]
mod fill;
#[path = "../src/words/fr.rs"]
mod fr;
#[path = "../src/words/kk.rs"]
mod kk;
#[path = "../src/words/phrases.rs"]
mod phrases;
#[path = "../src/words/ru.rs"]
mod ru;
#[path = "../src/small.rs"]
mod small;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).ok_or_else(|| io::Error::other("usage: words FOLDER"))?;
    for words in phrases::Words::languages().iter().filter(|words| words.tag != "en") {
        fs::write(Path::new(&folder).join(words.tag).with_extension("txt"), words.to_file())?;
    }
    Ok(())
}
