//! Which sheets of a workbook are read; and a workbook of 50,000 rows, written by a library as Excel writes it.

use figure_tracker_editing::spreadsheet::{self, ReadOptions};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::super::{day, empty, into, lines};
use super::{fresh, imported, short, wrong};

fn add(workbook: &mut Workbook, name: &str, rows: &[[&str; 3]]) {
    let sheet = workbook.add_worksheet();
    sheet.set_name(name).unwrap();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
}

const HEADER: [&str; 3] = ["metric", "value", "outlet"];

fn three_sheets() -> Vec<u8> {
    let mut workbook = Workbook::new();
    add(&mut workbook, "Read me", &[["How to use", "", ""]]);
    add(&mut workbook, "March", &[HEADER, ["m", "3", "Courier"]]);
    add(&mut workbook, "April", &[HEADER, ["m", "4", "Courier"], ["m", "x1", "Courier"]]);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_first_sheet_with_a_header_is_read_and_said() {
    assert_eq!(
        wrong(&three_sheets()),
        "only the sheet `March` is read, the first with a header; left out: `Read me`, `April`; name the sheets that are meant with `--sheet`\n"
    );
    assert_eq!(short(&fresh(&three_sheets())), ["3"]);
}

#[test]
fn several_sheets_are_read_at_once_and_named() {
    let import = imported(&three_sheets(), &["March", "April"]);
    assert_eq!(
        lines(&import.diagnostics),
        "sheet April, row 3, column value: `x1` is not a number; write the number alone, `1`; `x` belongs into `unit`, `words` or `note`\n"
    );
    let mut workbook = Workbook::new();
    add(&mut workbook, "March", &[HEADER, ["m", "3", "Courier"]]);
    add(&mut workbook, "April", &[HEADER, ["m", "4", "Courier"]]);
    let bytes = workbook.save_to_buffer().unwrap();
    assert_eq!(short(&imported(&bytes, &["April", "March"]).dataset.unwrap()), ["3", "4"]);
}

#[test]
fn an_import_says_which_sheet_it_reads() {
    let steps = std::cell::RefCell::new(Vec::new());
    let sheets = ["March", "April"].map(str::to_owned).to_vec();
    let options = ReadOptions { sheets, encoding: None };
    spreadsheet::import(&[&three_sheets()], &options, empty(), day(), &|step| {
        steps.borrow_mut().push(format!("{step:?}"));
    });
    assert_eq!(
        steps.into_inner(),
        [
            "OpenFile { file: 0 }",
            "ReadSheet { file: 0, sheet: \"March\" }",
            "ReadSheet { file: 0, sheet: \"April\" }",
            "ReadRows { file: 0, sheet: Some(\"March\") }",
            "ReadRows { file: 0, sheet: Some(\"April\") }",
            "FindStatements"
        ]
    );
}

#[test]
fn a_row_that_says_the_same_as_one_of_another_sheet_names_it() {
    let mut workbook = Workbook::new();
    add(&mut workbook, "March", &[HEADER, ["m", "3", "Courier"]]);
    add(&mut workbook, "April", &[HEADER, ["m", "3", "Courier"]]);
    let import = imported(&workbook.save_to_buffer().unwrap(), &["March", "April"]);
    let said = lines(&import.diagnostics);
    assert!(said.starts_with("sheet April, row 2: ") && said.contains("row 2 of sheet 1"), "{said}");
}

#[test]
fn a_sheet_that_is_not_there_is_an_error() {
    assert_eq!(
        lines(&imported(&three_sheets(), &["March", "May"]).diagnostics),
        "no workbook has a sheet `May`; a sheet is named as on its tab\n"
    );
    let csv = "metric,value,outlet\nm,1,Courier\n";
    assert_eq!(
        lines(&imported(csv.as_bytes(), &["May"]).diagnostics),
        "no workbook has a sheet `May`; a sheet is named as on its tab\n"
    );
}

#[test]
fn sheets_without_header_are_named() {
    let mut workbook = Workbook::new();
    add(&mut workbook, "One", &[["a", "b", "c"]]);
    add(&mut workbook, "Two", &[["d", "e", "f"]]);
    assert_eq!(
        wrong(&workbook.save_to_buffer().unwrap()),
        "none of the sheets `One`, `Two` has a header; a sheet needs `metric` and one of `value`, `low`, `high` and `words` in its header\n"
    );
}

#[test]
fn a_workbook_of_fifty_thousand_rows_is_the_same_as_its_csv() {
    let mut workbook = Workbook::new();
    let month = Format::new().set_num_format("mmm yyyy");
    let share = Format::new().set_num_format("0.0%");
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["metric", "value", "said_on", "outlet", "url"]).unwrap();
    let mut csv = "metric,value,said_on,outlet,url\n".to_owned();
    for row in 1..=50_000_u32 {
        let (tenths, of_year) = (row % 1000, 1 + row % 12);
        let (metric, url) = (format!("share {}", row / 1000), format!("https://paper.example/{row}"));
        sheet.write(row, 0, &metric).unwrap();
        sheet.write_with_format(row, 1, f64::from(tenths) / 1000.0, &share).unwrap();
        let date = ExcelDateTime::from_ymd(
            2000 + u16::try_from(row % 20).unwrap(),
            u8::try_from(of_year).unwrap(),
            1,
        );
        sheet.write_with_format(row, 2, date.unwrap(), &month).unwrap();
        sheet.write(row, 3, format!("Outlet {}", row % 50)).unwrap();
        sheet.write_string(row, 4, &url).unwrap();
        let number = format!("{}%", f64::from(tenths) / 10.0);
        csv += &format!("{metric},{number},{}-{of_year:02},Outlet {},{url}\n", 2000 + row % 20, row % 50);
    }
    let bytes = workbook.save_to_buffer().unwrap();
    let from_workbook = imported(&bytes, &[]);
    let from_csv = into(&empty(), &csv);
    assert_eq!(lines(&from_workbook.diagnostics), lines(&from_csv.diagnostics));
    let data = from_workbook.dataset.unwrap();
    assert_eq!(data.figures.len(), from_csv.dataset.as_ref().unwrap().figures.len());
    assert!(data == from_csv.dataset.unwrap());
    let options = ReadOptions::default();
    assert!(spreadsheet::import(&[&bytes], &options, data, day(), &|_| {}).changes.is_empty());
}
