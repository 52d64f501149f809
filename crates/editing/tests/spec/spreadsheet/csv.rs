//! The file itself: separators, quotes, line ends, encodings, the header.

use figure_tracker_editing::spreadsheet;
use figure_tracker_editing::spreadsheet::DelimitedRows;
use proptest::prelude::*;

use super::{empty, fresh, into, lines, wrong};

fn cells(text: &str) -> Vec<Vec<String>> {
    let rows = DelimitedRows::new(text, b',', 0).map(|record| record.unwrap().cells);
    rows.map(|row| row.into_iter().map(std::borrow::Cow::into_owned).collect()).collect()
}

fn bytes(bytes: &[u8]) -> String {
    lines(
        &spreadsheet::import(&[bytes], &spreadsheet::ReadOptions::default(), empty(), super::day(), &|_| {})
            .diagnostics,
    )
}

#[test]
fn quotes_line_ends_and_empty_cells_are_read() {
    assert_eq!(cells("a,b\nc,d"), [["a", "b"], ["c", "d"]]);
    assert_eq!(cells("a,b\r\nc,d\r\n"), [["a", "b"], ["c", "d"]]);
    assert_eq!(cells("a,b\rc,d\r"), [["a", "b"], ["c", "d"]]);
    assert_eq!(cells("\"a,\"\"b\"\"\",\"c\nd\""), [["a,\"b\"", "c\nd"]]);
    assert_eq!(cells("\"\",a,"), [["", "a", ""]]);
    assert_eq!(cells("a\"b,c"), [["a\"b", "c"]]);
    assert_eq!(cells("\"a\" ,b"), [["a", "b"]]);
}

#[test]
fn a_blank_line_counts_as_a_row_and_says_nothing() {
    assert_eq!(
        wrong("metric,value\n\n,\nm,x1\n"),
        "row 4, column value: `x1` is not a number; write the number alone, `1`; `x` belongs into `unit`, `words` or `note`\n"
    );
    assert!(wrong("metric,note,value\nm,\"two\nlines\",1\nm,,x1\n").starts_with("row 3, column value: `x1`"));
}

#[test]
fn comma_semicolon_and_tab_are_told_apart_by_the_header() {
    for delimiter in [",", ";", "\t"] {
        let text = "metric|url|value|note\nm|https://a.example/|\"4,5\"|\"a;b\tc\"\n".replace('|', delimiter);
        let figure = &fresh(&text).figures[0];
        assert_eq!(
            (figure.value.unwrap().to_string().as_str(), figure.note.clone()),
            ("4.5", Some("a;b\tc".into()))
        );
    }
    assert_eq!(fresh("sep=;\r\nmetric;url;value\r\nm;https://a.example/;1\r\n").figures.len(), 1);
    assert_eq!(fresh("\u{feff}metric,url,value\nm,https://a.example/,1\n").figures.len(), 1);
}

#[test]
fn what_is_not_utf_8_is_named() {
    let help = "save the sheet as \"CSV UTF-8\"; in LibreOffice choose the character set \"Unicode (UTF-8)\"";
    let read = |name: &str| format!("read it with `--encoding {name}`, or {help}\n");
    assert_eq!(bytes(&[0xFF, 0xFE, b'm', 0]), format!("the file is UTF-16; {}", read("utf-16le")));
    assert_eq!(bytes(&[0xFE, 0xFF, 0, b'm']), format!("the file is UTF-16; {}", read("utf-16be")));
    assert_eq!(
        bytes(b"m\0e\0t\0"),
        format!("the file is UTF-16 or UTF-32: every other byte is zero; {}", read("utf-16le"))
    );
    assert_eq!(
        bytes(b"metric,value,note\nm,1,caf\xE9 ferm\xE9 jusqu'\xE0 mardi\n"),
        format!("line 2 is not UTF-8; the file seems to be windows-1252; {}", read("windows-1252"))
    );
    let (cyrillic, _, _) =
        encoding_rs::WINDOWS_1251.encode("metric,value,speaker\nпогибшие,225,Берик Асылов\n");
    assert_eq!(
        bytes(&cyrillic),
        format!("line 2 is not UTF-8; the file seems to be windows-1251; {}", read("windows-1251"))
    );
    assert_eq!(bytes(b"metric,value\nm,1\0\n"), format!("line 2 holds a NUL byte; {help}\n"));
}

/// Reads a text in an encoding: what is wrong, and the name of the first speaker.
fn named(bytes: &[u8], encoding: &str) -> (String, Option<String>) {
    let options = spreadsheet::ReadOptions { encoding: Some(encoding.to_owned()), ..Default::default() };
    let import = spreadsheet::import(&[bytes], &options, empty(), super::day(), &|_| {});
    let name =
        import.dataset.and_then(|data| data.speakers.first().map(|speaker| format!("{:?}", speaker.name)));
    (lines(&import.diagnostics), name)
}

#[test]
fn a_text_in_another_encoding_is_read_where_that_is_named() {
    let text = "metric,value,speaker,outlet\nпогибшие,225,Берик,A\n";
    let is_read = (String::new(), Some("Plain(\"Берик\")".to_owned()));
    assert_eq!(named(&encoding_rs::WINDOWS_1251.encode(text).0, "windows-1251"), is_read);
    assert_eq!(named(&encoding_rs::KOI8_R.encode(text).0, "koi8-r"), is_read);
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(named(&utf16, "utf-16le"), is_read);
    // The mark has the last word.
    let marked: Vec<u8> =
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(named(&marked, "windows-1251"), is_read);
    assert_eq!(named(b"metric,value\nm\xFF,1\n", "shift_jis").0, "line 2 is not Shift_JIS; name another\n");
}

#[test]
fn what_is_wrong_with_the_header_is_said() {
    assert_eq!(wrong(""), "the file is empty; its first row names the columns\n");
    assert_eq!(
        wrong("value\n1\n"),
        "row 1: there is no column `metric`; the first row names the columns, and `metric` is what is counted\n"
    );
    assert_eq!(
        wrong("metric,note\nm,x\n"),
        "row 1: there is no column `value`, `low`, `high` or `words`; one of them holds what was reported\n"
    );
    assert_eq!(wrong("metric,url,value,said on,Note\nm,https://a.example/,1,,\n"), "");
    assert_eq!(
        wrong("metric,url,value,speeker,colour\nm,https://a.example/,1,,\n"),
        "row 1, column speeker: the column `speeker` is not known; did you mean `speaker`?\n\
         row 1, column colour: the column `colour` is not known; what is in it is left out\n"
    );
    assert_eq!(
        wrong("metric,value,value\nm,1,2\n").lines().next(),
        Some("row 1, column value: the column `value` is there twice; keep one of them")
    );
}

#[test]
fn many_unknown_columns_are_named_in_one_warning() {
    let names: Vec<String> = (1..=500).map(|column| format!("extra {column}")).collect();
    let sheet = format!("metric,url,value,speeker,{}\nm,https://a.example/,1,,\n", names.join(","));
    let said = wrong(&sheet);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(lines[0].ends_with("the column `speeker` is not known; did you mean `speaker`?"), "{said}");
    assert!(lines[1].starts_with("row 1: 500 columns are not known: `extra 1`, `extra 2`"), "{said}");
    assert!(names.iter().all(|name| lines[1].contains(&format!("`{name}`"))), "{said}");
}

#[test]
fn a_row_with_too_many_cells_or_an_open_quote_is_refused() {
    assert_eq!(
        wrong("metric,value\nm,1,x\n"),
        "row 2: the row has more cells than the header; a text that holds the separator stands in double quotes\n"
    );
    assert_eq!(
        wrong("metric,url,value\nm,https://a.example/,1\nm,\"https,1\nm,,1\n"),
        "row 3, column url: a double quote is opened and never closed; a quote inside of a quoted cell is written twice\n"
    );
}

#[test]
fn text_behind_a_closing_quote_is_refused_with_row_and_column() {
    assert_eq!(
        wrong(
            "metric,url,value\nm,https://a.example/,1\nm,\"https://a.example/\"x,2\nm,https://a.example/,3\n"
        ),
        "row 3, column url: text stands behind the closing quote of the cell; a quote inside of a quoted cell is written twice\n"
    );
}

#[test]
fn a_title_above_the_header_is_named_and_left_out() {
    let sheet =
        "Deaths in the Tarn flood, all sources,,\n,,\nmetric,value,url\ndeaths,12,https://a.example/\n,,\n";
    assert_eq!(
        wrong(sheet),
        "row 1: the header is row 3: what stands above it is no part of the table; it is left out\n"
    );
    assert_eq!(fresh(sheet).figures.len(), 1);
    assert!(
        wrong("Title,,\nmetric,value,url\nm,x1,\n").contains("row 3, column value: `x1` is not a number")
    );
}

#[test]
fn a_header_repeated_among_the_rows_is_named_and_left_out() {
    let sheet = "metric,value,outlet\ndeaths,12,Tarn Courier\nmetric,value,outlet\ndeaths,19,Tarn Courier\n";
    assert_eq!(
        wrong(sheet),
        "row 3: the row repeats the header; it is left out; if two sheets were put together, see whether their columns are the same\n"
    );
    assert_eq!(fresh(sheet).figures.len(), 2);
}

#[test]
fn the_markers_of_a_merge_conflict_are_named() {
    let sheet = "metric,value,outlet\nm,12,A\n<<<<<<< HEAD\nm,19,A\n=======\nm,20,A\n>>>>>>> desk-two\n";
    assert_eq!(
        wrong(sheet),
        "row 3: two versions of the file conflict here, and git has kept both; keep the rows that are right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec("(?s).{0,12}", 2..5), 0..6), delimiter in prop::sample::select(vec![b',', b';', b'\t'])) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
        rows.iter().for_each(|row| writer.write_record(row).unwrap());
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let read: Vec<Vec<String>> = DelimitedRows::new(&text, delimiter, 0).map(|record| record.unwrap().cells.into_iter().map(std::borrow::Cow::into_owned).collect()).collect();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn what_another_program_writes_is_read_as_it_means(rows in prop::collection::vec(prop::collection::vec("(?s).{0,12}", 3..4), 1..6), crlf: bool) {
        let end = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().terminator(end).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        prop_assert_eq!(cells(&text), rows);
    }
}

/// A sheet whose header has `columns` columns, and behind them `separators` without a name.
fn wide(columns: usize, separators: usize) -> String {
    let more: String = (3..columns).map(|index| format!(",c{index}")).collect();
    let blank = ",".repeat(separators);
    format!("metric,value,url{more}{blank}\nm,1,https://a.example/{blank}\n")
}

#[test]
fn a_header_has_no_more_columns_than_a_sheet_may_have() {
    let most = spreadsheet::MAX_COLUMNS;
    let unknown = |text: &str| lines(&into(&empty(), text).diagnostics);
    assert!(unknown(&wide(most, 0)).starts_with("row 1: 997 columns are not known"));
    // Separators behind the last name are no columns.
    assert!(unknown(&wide(most, 100_000)).starts_with("row 1: 997 columns are not known"));
    assert_eq!(
        wrong(&wide(most + 1, 0)),
        "row 1: the header has more than 1000 columns; delete those that are not needed\n"
    );
    let row = format!("metric,value\nm,1{}x,y\n", ",".repeat(200_000));
    assert!(wrong(&row).starts_with("row 2: the row has more cells than the header"), "{}", wrong(&row));
}

#[test]
fn a_sheet_has_no_more_rows_than_a_workbook_may_have() {
    let most = spreadsheet::MAX_ROWS;
    let text = |blank: usize| format!("metric,value,url\n{}m,1,https://a.example/\n", "\n".repeat(blank));
    assert_eq!(fresh(&text(most - 2)).figures.len(), 1);
    assert_eq!(
        wrong(&text(most - 1)),
        "row 1048577: the sheet has more than 1048576 rows; divide it into several files\n"
    );
}

#[test]
fn an_import_says_which_file_it_reads() {
    let steps = std::cell::RefCell::new(Vec::new());
    let files: [&[u8]; 2] =
        [b"metric,value,url\nm,1,https://a.example/\n", b"metric,value,url\nm,2,https://a.example/\n"];
    spreadsheet::import(&files, &spreadsheet::ReadOptions::default(), empty(), super::day(), &|step| {
        steps.borrow_mut().push(format!("{step:?}"));
    });
    assert_eq!(
        steps.into_inner(),
        [
            "OpenFile { file: 0 }",
            "OpenFile { file: 1 }",
            "ReadRows { file: 0, sheet: None }",
            "ReadRows { file: 1, sheet: None }",
            "FindStatements"
        ]
    );
}
