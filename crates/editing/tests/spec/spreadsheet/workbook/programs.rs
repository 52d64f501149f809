//! Workbooks that spreadsheet programs and libraries wrote themselves, of one invented sheet: each is read as its CSV.
//!
//! XlsxWriter and openpyxl wrote theirs, with shared and with inline strings, with dates from 1900 and from 1904;
//! LibreOffice 7.4 wrote the others of what XlsxWriter had written. In each a percentage, billions, a month and a link
//! are shown by number formats and not typed.

use figure_tracker_editing::spreadsheet;

use super::{fresh, imported, short, wrong};

const FIGURES: &str = include_str!("../../../data/figures.csv");

const ALIKE: [(&str, &[u8]); 6] = [
    ("XlsxWriter", include_bytes!("../../../data/xlsxwriter.xlsx")),
    ("XlsxWriter, inline strings", include_bytes!("../../../data/xlsxwriter-inline.xlsx")),
    ("XlsxWriter, dates from 1904", include_bytes!("../../../data/xlsxwriter-1904.xlsx")),
    ("openpyxl", include_bytes!("../../../data/openpyxl.xlsx")),
    ("LibreOffice, ODS", include_bytes!("../../../data/libreoffice.ods")),
    ("LibreOffice, XLSX with dates from 1904", include_bytes!("../../../data/libreoffice-1904.xlsx")),
];

#[test]
fn what_each_program_writes_is_read_as_its_csv() {
    let csv = fresh(FIGURES.as_bytes());
    for (program, bytes) in ALIKE {
        let read = fresh(bytes);
        assert_eq!(spreadsheet::export(&read, b','), FIGURES, "{program}");
        assert_eq!(read.figures, csv.figures, "{program}");
        assert_eq!(
            wrong(bytes),
            "sheet Figures, row 6, column url: the cell shows `Report`, and leads to an address; it is taken as `https://delta.example.org/e`\n",
            "{program}"
        );
    }
}

#[test]
fn cells_that_libreoffice_merged_are_filled_down_below_a_title() {
    let bytes = include_bytes!("../../../data/libreoffice-merged.ods");
    assert_eq!(short(&fresh(bytes)), ["14 2024-05-04", "15 2024-05-05", "16 2024-05-06", "17 2024-05-07"]);
    let warnings = imported(bytes, &[]).diagnostics;
    assert_eq!(
        warnings.iter().map(|warning| warning.code).collect::<Vec<_>>(),
        ["title-row", "merged-cells"]
    );
}

#[test]
fn an_old_workbook_of_libreoffice_is_refused_in_a_sentence() {
    assert_eq!(
        wrong(include_bytes!("../../../data/libreoffice.xls")),
        "the file is an old Excel workbook (XLS); save the sheet as XLSX, ODS or \"CSV UTF-8\"\n"
    );
}
