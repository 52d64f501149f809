//! The small script by which a page in an iframe tells its height; a page by itself stays as it is.

use super::File;

/// The script, as it is read.
const SCRIPT: &str = include_str!("frame.js");

/// The script without its comments, named after what is in it.
pub(super) fn frame_script_file() -> File {
    let lines = SCRIPT.lines().map(str::trim_start);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    File::named_by_hash("frame", "js", code.flat_map(|line| [line, "\n"]).collect())
}
