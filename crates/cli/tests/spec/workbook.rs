//! `import` of workbooks and of other encodings: what it prints, and that nothing is written where something is wrong.

use std::fs;

use rust_xlsxwriter::{Format, Workbook};

use super::import::{folder, run};

const HEADER: [&str; 4] = ["metric", "value", "said_on", "outlet"];

/// A workbook with a sheet for notes and one for each month.
fn book() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Notes").unwrap().write(0, 0, "Call the mayor").unwrap();
    let month = Format::new().set_num_format("mmmm yyyy");
    for (name, value, serial) in [("March", 71, 47_908), ("April", 74, 47_939)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_row(0, 0, HEADER).unwrap();
        sheet.write(1, 0, "deaths").unwrap().write(1, 1, value).unwrap().write(1, 3, "Courier").unwrap();
        sheet.write_with_format(1, 2, serial, &month).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

const ARGUMENTS: [&str; 8] =
    ["import", "book.xlsx", "-o", "data.json", "--language", "en", "--date", "2031-05-02"];

#[test]
fn sheets_of_a_workbook_are_imported_and_named() {
    let folder = folder("");
    fs::write(folder.path().join("book.xlsx"), book()).unwrap();
    let done = run(folder.path(), &ARGUMENTS);
    assert_eq!(
        done.err,
        "warning[sheets-left-out]: only the sheet `March` is read, the first with a header; left out: `Notes`, `April`\n\
         --> book.xlsx\n = help: name the sheets that are meant with `--sheet`\n\n"
    );
    assert!(done.out.contains("+ deaths-2031-03-71 (row 2)\n"), "{}", done.out);
    let both = run(folder.path(), &[&ARGUMENTS[..], &["--sheet", "March", "--sheet", "April"]].concat());
    assert_eq!((both.code, both.err.as_str()), (0, ""));
    assert!(both.out.contains("+ deaths-2031-04-74 (book.xlsx, sheet April, row 2)\n"), "{}", both.out);
}

#[test]
fn what_is_no_sheet_exits_with_1_and_writes_nothing() {
    let folder = folder("");
    let cut = &book()[..2_000];
    for (bytes, is) in [
        (b"\x89PNG\r\n\x1a\n".as_slice(), "the file is a picture (PNG), not a sheet"),
        (cut, "the workbook is damaged or cut short: the list of its parts can't be read"),
    ] {
        fs::write(folder.path().join("book.xlsx"), bytes).unwrap();
        let done = run(folder.path(), &ARGUMENTS);
        assert!(done.err.starts_with(&format!("error[bad-workbook]: {is}\n--> book.xlsx\n")), "{}", done.err);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(!folder.path().join("data.json").exists());
    }
}

#[test]
fn another_encoding_is_said_and_read_where_it_is_named() {
    // "metric,value,outlet / погибшие,225,А" in windows-1251
    let folder = folder("");
    let cyrillic = b"metric,value,outlet\n\xEF\xEE\xE3\xE8\xE1\xF8\xE8\xE5,225,\xC0\n";
    fs::write(folder.path().join("book.xlsx"), cyrillic).unwrap();
    let done = run(folder.path(), &ARGUMENTS);
    assert!(done.err.contains("line 2 is not UTF-8; the file seems to be windows-1251"), "{}", done.err);
    assert_eq!(done.code, 1);
    let done = run(folder.path(), &[&ARGUMENTS[..], &["--encoding", "cp1251"]].concat());
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(fs::read_to_string(folder.path().join("data.json")).unwrap().contains("погибшие"));
    let done = run(folder.path(), &[&ARGUMENTS[..], &["--encoding", "klingon"]].concat());
    assert!(done.err.contains("`klingon` is no encoding"), "{}", done.err);
    assert_eq!(done.code, 2);
}

#[test]
fn the_help_states_the_limits_that_hold() {
    use figure_tracker_editing::spreadsheet::{MAX_COLUMNS, MAX_FILE, MAX_ROWS, MAX_UNPACKED};
    let help = run(folder("").path(), &["help", "import"]).out.replace('\n', " ");
    assert_eq!((MAX_FILE, MAX_ROWS, MAX_COLUMNS, MAX_UNPACKED), (256 << 20, 1_048_576, 1_000, 1 << 30));
    for limit in ["256 megabytes", "1,048,576 rows", "1,000 columns", "1 gigabyte"] {
        assert!(help.contains(limit), "{limit}: {help}");
    }
}
