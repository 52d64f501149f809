//! What kind of file some bytes are, and whether the parts of a workbook can be unpacked within bounds.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::sheet::{MAX_UNPACKED, WorkbookFault};

/// The kinds of workbooks that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::spreadsheet::table) enum WorkbookKind {
    Xlsx(XlsxContents),
    Ods,
}

/// What there is in the parts of an XLSX workbook besides values: what there isn't need not be looked for, for which a
/// sheet is read once more each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::spreadsheet::table) struct XlsxContents {
    pub(super) formulas: bool,
    pub(super) merged_cells: bool,
    pub(super) links: bool,
}

/// What files that are no sheets begin with, and what they are.
const OTHERS: [(&[u8], &str); 6] = [
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x1F\x8B", "compressed (gzip)"),
];

const ZIP: &[u8] = b"PK\x03\x04";
/// The old container of Microsoft Office, in which a workbook with a password is wrapped, too.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

const SAVE: &str = "save the sheet as XLSX, ODS or \"CSV UTF-8\"";

/// Returns the kind of a workbook; none where the file may be a text.
///
/// # Errors
/// What the file is instead, a workbook with a password among it, and whether it is damaged or too large.
pub(in crate::spreadsheet::table) fn detect_workbook(
    bytes: &[u8],
) -> Result<Option<WorkbookKind>, WorkbookFault> {
    if let Some((_, what)) = OTHERS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(WorkbookFault::new(format!("the file is {what}, not a sheet"), SAVE));
    }
    if bytes.starts_with(COMPOUND) {
        let package: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(package.len()).any(|window| window == package);
        return Err(if is_encrypted {
            protected()
        } else {
            WorkbookFault::new("the file is an old Excel workbook (XLS)", SAVE)
        });
    }
    if bytes.starts_with(ZIP) { detect_package(bytes).map(Some) } else { Ok(None) }
}

fn protected() -> WorkbookFault {
    WorkbookFault::new("the workbook is protected with a password", "save it without one")
}

fn detect_package(bytes: &[u8]) -> Result<WorkbookKind, WorkbookFault> {
    let mut package = open_package(bytes)?;
    let has = |name: &str| package.index_for_name(name).is_some();
    if has("content.xml") {
        let manifest = read_part(&mut package, "META-INF/manifest.xml")?.unwrap_or_default();
        if String::from_utf8_lossy(&manifest).contains("encryption-data") {
            return Err(protected());
        }
        let kind = read_part(&mut package, "mimetype")?.unwrap_or_default();
        if !kind.is_empty() && !kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            return Err(WorkbookFault::new("the file is an OpenDocument file, but not a spreadsheet", SAVE));
        }
        return Ok(WorkbookKind::Ods);
    }
    if has("xl/workbook.bin") {
        return Err(WorkbookFault::new("the file is a binary Excel workbook (XLSB)", SAVE));
    }
    if has("[Content_Types].xml") && !has("word/document.xml") && !has("ppt/presentation.xml") {
        return Ok(WorkbookKind::Xlsx(unpack_within_bounds(&mut package)?));
    }
    Err(WorkbookFault::new("the file is a zip archive, but not a workbook", SAVE))
}

/// A workbook's parts.
pub(super) type Package<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// One of its parts while it is unpacked.
pub(super) type ZipFile<'p, 'b> = zip::read::ZipFile<'p, Cursor<&'b [u8]>>;

/// Opens a workbook's parts.
pub(super) fn open_package(bytes: &[u8]) -> Result<Package<'_>, WorkbookFault> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|error| package_fault(&error))
}

/// Reads a part whole that is small; none where there is no such part.
fn read_part(package: &mut Package<'_>, name: &str) -> Result<Option<Vec<u8>>, WorkbookFault> {
    const SMALL: u64 = 1 << 20;
    let part = match package.by_name(name) {
        Ok(part) => part,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(package_fault(&error)),
    };
    let mut bytes = Vec::new();
    part.take(SMALL).read_to_end(&mut bytes).map_err(WorkbookFault::damaged)?;
    Ok(Some(bytes))
}

/// Unpacks every part that is read later once, whatever sizes the archive states, and keeps nothing but what is in it.
fn unpack_within_bounds(package: &mut Package<'_>) -> Result<XlsxContents, WorkbookFault> {
    let mut left = MAX_UNPACKED;
    let mut names = TagNames::default();
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(|error| package_fault(&error))?;
        let name = part.name().unwrap_or_default().to_ascii_lowercase();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let unpacked = io::copy(&mut part.take(left + 1), &mut names).map_err(WorkbookFault::damaged)?;
        left = left.checked_sub(unpacked).ok_or_else(too_large)?;
    }
    Ok(names.found)
}

/// How many bytes of a name are looked at: the names that are looked for are shorter.
const MAX_NAME: usize = 64;

/// Looks at the names of the tags of XML, which comes in pieces.
#[derive(Default)]
struct TagNames {
    found: XlsxContents,
    /// The name of the tag that is open, as far as it has come.
    name: Vec<u8>,
    is_in_name: bool,
}

impl TagNames {
    fn take(&mut self, byte: u8) {
        if !self.is_in_name {
            self.is_in_name = byte == b'<';
            return;
        }
        if !matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n') {
            if self.name.len() < MAX_NAME {
                self.name.push(byte);
            }
            return;
        }
        match self.name.rsplit(|byte| *byte == b':').next() {
            Some(b"f") => self.found.formulas = true,
            Some(b"mergeCell") => self.found.merged_cells = true,
            Some(b"hyperlink") => self.found.links = true,
            _ => {}
        }
        self.name.clear();
        self.is_in_name = false;
    }
}

impl io::Write for TagNames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        loop {
            // Most of a part is no name.
            let skipped =
                if self.is_in_name { 0 } else { rest.iter().take_while(|byte| **byte != b'<').count() };
            let Some((byte, behind)) = rest.get(skipped..).and_then(<[u8]>::split_first) else { break };
            self.take(*byte);
            rest = behind;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Says that a workbook is too large when it is unpacked.
pub(super) fn too_large() -> WorkbookFault {
    let message = format!("the workbook has more than {} gigabyte when it is unpacked", MAX_UNPACKED >> 30);
    WorkbookFault::new(message, "divide it into several")
}

fn package_fault(error: &ZipError) -> WorkbookFault {
    match error {
        ZipError::InvalidPassword => protected(),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => protected(),
        ZipError::InvalidArchive(_) => WorkbookFault::damaged("the list of its parts can't be read"),
        error => WorkbookFault::damaged(error),
    }
}
