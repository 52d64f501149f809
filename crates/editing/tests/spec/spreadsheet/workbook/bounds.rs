//! What is no workbook, what is damaged, and what would take all memory: a sentence each.

use figure_tracker_editing::spreadsheet::MAX_FILE;
use proptest::prelude::*;

use super::parts::{XlsxParts, header, inline, ods, pack, xlsx};
use super::{imported, wrong};

const SAVE: &str = "save the sheet as XLSX, ODS or \"CSV UTF-8\"";

fn small() -> Vec<u8> {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>1</v></c>{}</row>"#,
            inline("A2", "m"),
            inline("C2", "Courier")
        );
    xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() })
}

#[test]
fn what_is_no_workbook_is_said() {
    let check = |bytes: &[u8], is: &str| assert_eq!(wrong(bytes), format!("the file is {is}; {SAVE}\n"));
    check(b"\x89PNG\r\n\x1a\n....", "a picture (PNG), not a sheet");
    check(b"\xFF\xD8\xFF\xE0....", "a picture (JPEG), not a sheet");
    check(b"%PDF-1.7", "a PDF document, not a sheet");
    check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Excel workbook (XLS)");
    check(&pack(&[("a.txt", "a")]), "a zip archive, but not a workbook");
    check(
        &pack(&[("[Content_Types].xml", ""), ("word/document.xml", "")]),
        "a zip archive, but not a workbook",
    );
    check(&pack(&[("xl/workbook.bin", "")]), "a binary Excel workbook (XLSB)");
    let text = "application/vnd.oasis.opendocument.text";
    check(&pack(&[("content.xml", ""), ("mimetype", text)]), "an OpenDocument file, but not a spreadsheet");
}

#[test]
fn a_password_is_said() {
    let said = "the workbook is protected with a password; save it without one\n";
    let mut compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(wrong(&compound), said);
    let manifest = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(wrong(&pack(&[("content.xml", "x"), ("META-INF/manifest.xml", manifest)])), said);
}

#[test]
fn a_workbook_cut_anywhere_is_said_to_be_damaged() {
    let whole = small();
    for length in (4..whole.len()).step_by(97) {
        let said = wrong(&whole[..length]);
        assert!(said.starts_with("the workbook is damaged or cut short: "), "{length}: {said}");
    }
}

#[test]
fn a_sheet_that_spans_everything_costs_what_it_holds() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(r#"<row r="1048576">{}</row>"#, inline("XFD1048576", "x"));
    let behind = "";
    assert_eq!(
        wrong(&xlsx(&XlsxParts { rows: &rows, behind, ..XlsxParts::default() })),
        "the sheet has a content in cell XFD1048576; a sheet may have 1048576 rows and 1000 columns: clear what is beyond\n"
    );
    let rows = rows.replace("XFD1048576", "C1048576");
    assert_eq!(
        wrong(&xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() })).lines().next().unwrap(),
        "sheet Counts, row 1048576, column metric: `metric` is empty; every row names what is counted"
    );
}

#[test]
fn rows_repeated_without_end_are_refused() {
    let cell = |repeats: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{repeats}" office:value-type="string"><text:p>x</text:p></table:table-cell>"#
        )
    };
    let table = |rows: &str, columns: &str| {
        format!(
            r#"<table:table table:name="T"><table:table-row table:number-rows-repeated="{rows}">{}</table:table-row></table:table>"#,
            cell(columns)
        )
    };
    assert!(
        wrong(&ods("", &table("4294967295", "1"))).starts_with("the sheet has a content in cell A1048577;")
    );
    assert!(wrong(&ods("", &table("1", "16384"))).starts_with("the sheet has a content in cell ALM1;"));
    assert!(
        wrong(&ods("", &table("1000000", "1000"))).starts_with("the sheet holds more than 24000000 cells")
    );
}

#[test]
fn a_text_repeated_without_end_is_refused() {
    let long = format!("<t>{}</t>", "x".repeat(1 << 20));
    let cells: String =
        (1..=600).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let said = wrong(&xlsx(&XlsxParts { strings: &[&long], rows: &cells, ..XlsxParts::default() }));
    assert!(
        said.starts_with("the sheet holds more than 24000000 cells or 512 megabytes of text;"),
        "{}",
        &said[..80]
    );
}

#[test]
fn a_file_that_is_too_large_is_not_looked_at() {
    let said = wrong(&vec![b'm'; MAX_FILE + 1]);
    assert_eq!(said, "the file has more than 256 megabytes; divide it into several\n");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_to_a_workbook_stops_the_program(at in any::<prop::sample::Index>(), byte: u8, is_ods: bool) {
        let mut bytes = if is_ods { ods("", r#"<table:table table:name="T"/>"#) } else { small() };
        let index = at.index(bytes.len());
        bytes[index] = byte;
        let _ = imported(&bytes, &[]);
    }

    #[test]
    fn no_sheet_stops_the_program(rows in r#"(<row r="[0-9]{1,7}">|<c r="[A-Z]{0,4}[0-9]{0,8}" s="[0-9]{1,2}" t="(s|e|b|d|n|str|inlineStr)">|<v>[-0-9.eE]{0,12}</v>|</c>|</row>|<f t="shared" si="[0-9]{1,9}">|</f>){0,12}"#) {
        let _ = imported(&xlsx(&XlsxParts { rows: &rows, formats: &["yyyy", "0.0,,", "[", "\"", "\\"], ..XlsxParts::default() }), &[]);
    }
}
