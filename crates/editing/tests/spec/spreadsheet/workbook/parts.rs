//! Workbooks written by hand, part by part, as their programs write them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Packs parts into an archive.
pub(super) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An XLSX workbook with one sheet.
#[derive(Default)]
pub(super) struct XlsxParts<'a> {
    /// Attributes of the workbook's properties, such as `date1904="1"`.
    pub(super) properties: &'a str,
    /// The number formats of the cell styles 1, 2, 3 ...
    pub(super) formats: &'a [&'a str],
    /// The shared strings, each as the inside of an `si`.
    pub(super) strings: &'a [&'a str],
    /// The rows: the inside of `sheetData`.
    pub(super) rows: &'a str,
    /// What follows the rows.
    pub(super) behind: &'a str,
    /// The addresses of links, `rId1`, `rId2` ...
    pub(super) links: &'a [&'a str],
}

/// Writes an XLSX workbook.
pub(super) fn xlsx(parts: &XlsxParts<'_>) -> Vec<u8> {
    let numbered = |from: usize, texts: &[&str], write: &dyn Fn(usize, &str) -> String| -> String {
        texts.iter().enumerate().map(|(index, text)| write(index + from, text)).collect()
    };
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let formats = numbered(0, parts.formats, &|index, code| {
        format!(r#"<numFmt numFmtId="{}" formatCode="{}"/>"#, 164 + index, escaped(code))
    });
    let styles = numbered(0, parts.formats, &|index, _| {
        format!(
            r#"<xf numFmtId="{}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>"#,
            164 + index
        )
    });
    let strings = numbered(0, parts.strings, &|_, text| format!("<si>{text}</si>"));
    let links = numbered(1, parts.links, &|index, address| {
        format!(
            r#"<Relationship Id="rId{index}" Type="{RELATIONSHIPS}/hyperlink" Target="{}" TargetMode="External"/>"#,
            escaped(address)
        )
    });
    let package = "http://schemas.openxmlformats.org/package/2006";
    pack(&[
        (
            "[Content_Types].xml",
            &format!(
                r#"{XML}<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#
            ),
        ),
        (
            "_rels/.rels",
            &format!(
                r#"{XML}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"{XML}<workbook {MAIN}><workbookPr {}/><sheets><sheet name="Counts" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
                parts.properties
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"{XML}<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/styles.xml",
            &format!(
                r#"{XML}<styleSheet {MAIN}><numFmts>{formats}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>"#
            ),
        ),
        ("xl/sharedStrings.xml", &format!(r#"{XML}<sst {MAIN}>{strings}</sst>"#)),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                r#"{XML}<worksheet {MAIN}><sheetData>{}</sheetData>{}</worksheet>"#,
                parts.rows, parts.behind
            ),
        ),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            &format!(r#"{XML}<Relationships xmlns="{package}/relationships">{links}</Relationships>"#),
        ),
    ])
}

/// Cells of texts written in place, as many programs that are not Excel do.
pub(super) fn inline(reference: &str, text: &str) -> String {
    format!(r#"<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A header row of texts written in place.
pub(super) fn header(names: &[&str]) -> String {
    let cells: String = names
        .iter()
        .enumerate()
        .map(|(index, name)| inline(&format!("{}1", char::from(b'A' + u8::try_from(index).unwrap())), name))
        .collect();
    format!(r#"<row r="1">{cells}</row>"#)
}

const ODF: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0""#;

/// Writes an ODS workbook of its automatic styles and its tables.
pub(super) fn ods(styles: &str, tables: &str) -> Vec<u8> {
    pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest/>"),
        ("styles.xml", &format!("<office:document-styles {ODF}><office:styles/></office:document-styles>")),
        (
            "content.xml",
            &format!(
                "<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}
