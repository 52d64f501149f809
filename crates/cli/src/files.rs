//! Reading a file whole, and replacing one so that a fault or a kill leaves the old one.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::failure::Failure;

/// The bytes of a file; `-` is standard input.
///
/// # Errors
/// [`Failure::Read`].
pub(super) fn read_file(name: &str) -> Result<Vec<u8>, Failure> {
    read_start(name, usize::MAX)
}

/// The first so many bytes of a file; `-` is standard input.
///
/// # Errors
/// [`Failure::Read`].
pub(super) fn read_start(name: &str, count: usize) -> Result<Vec<u8>, Failure> {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    let done = if name == "-" {
        io::stdin().take(count).read_to_end(&mut bytes)
    } else {
        fs::File::open(name).and_then(|file| {
            // With a byte to spare the end is seen without asking for more room.
            let length = file.metadata().map_or(0, |about| about.len().min(count).saturating_add(1));
            bytes.try_reserve_exact(usize::try_from(length).unwrap_or(0))?;
            file.take(count).read_to_end(&mut bytes)
        })
    };
    done.map(|_| bytes).map_err(|error| Failure::Read(name.to_owned(), error))
}

/// Puts a file in the place of another: it is written beside it, brought to the disk, and renamed. A link keeps
/// leading where it led, and the permissions stay.
///
/// # Errors
/// What the system says.
pub(super) fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put_file(path, bytes, true)
}

/// The same for what can be made again: it need not be on the disk when this is done, which takes many times longer.
///
/// # Errors
/// What the system says.
pub(super) fn replace_made(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put_file(path, bytes, false)
}

fn put_file(path: &Path, bytes: &[u8], onto_disk: bool) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .map_or_else(|| PathBuf::from("."), Path::to_owned);
    let mut builder = tempfile::Builder::new();
    builder.prefix(".figure-tracker-");
    #[cfg(unix)]
    let all = {
        use std::os::unix::fs::PermissionsExt;
        fs::Permissions::from_mode(0o666)
    };
    #[cfg(unix)]
    builder.permissions(all);
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Ok(there) = fs::metadata(&path) {
        file.as_file().set_permissions(there.permissions())?;
    }
    if onto_disk {
        file.as_file().sync_all()?;
    }
    file.persist(&path).map(|_| ()).map_err(|error| error.error)
}
