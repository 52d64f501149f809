//! XLSX in the ways of Excel, LibreOffice and others: shared and inline strings, links, merged cells, formulas, errors.

use super::parts::{XlsxParts, header, inline, xlsx};
use super::{fresh, short, wrong};

#[test]
fn shared_strings_rich_ones_too_are_read() {
    let strings = [
        "<t>metric</t>",
        "<t>value</t>",
        "<t>outlet</t>",
        "<t>deaths</t>",
        r#"<r><t xml:space="preserve">Tarn </t></r><r><rPr><b/></rPr><t>Courier &amp; Co</t></r>"#,
    ];
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>
        <row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>225</v></c><c r="C2" t="s"><v>4</v></c></row>"#;
    let data = fresh(&xlsx(&XlsxParts { strings: &strings, rows, ..XlsxParts::default() }));
    assert_eq!(short(&data), ["225"]);
    assert_eq!(data.outlets[0].name, "Tarn Courier & Co".into());
}

#[test]
fn cells_without_place_stand_behind_each_other() {
    let rows = r#"<row><c t="inlineStr"><is><t>metric</t></is></c><c t="inlineStr"><is><t>value</t></is></c><c t="str"><v>outlet</v></c></row>
        <row><c t="inlineStr"><is><t>deaths</t></is></c><c><v>12</v></c><c t="str"><v>Courier</v></c></row>"#;
    assert_eq!(short(&fresh(&xlsx(&XlsxParts { rows, ..XlsxParts::default() }))), ["12"]);
}

#[test]
fn a_cell_is_named_with_sheet_row_and_column() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="7">{}<c r="B7" t="e"><v>#REF!</v></c>{}</row>"#,
            inline("A7", "m"),
            inline("C7", "#####")
        );
    assert_eq!(
        wrong(&xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() })),
        "sheet Counts, row 7, column value: `#REF!` is the error of a formula; mend the formula in the spreadsheet, or write its value\n\
         sheet Counts, row 7, column outlet: `#####` is what a spreadsheet program shows where the column is too narrow for the content; widen the column in the spreadsheet and save again\n"
    );
}

#[test]
fn a_missing_value_is_an_error_in_any_column() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row>"#,
            inline("A2", "m")
        );
    let said = wrong(&xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() }));
    assert!(
        said.starts_with("sheet Counts, row 2, column outlet: `#N/A` is the error of a formula;"),
        "{said}"
    );
}

#[test]
fn a_formula_has_its_value_and_is_refused_without() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><f>2*6</f><v>12</v></c>{}</row><row r="3">{}<c r="B3"><f>SUM(B2:B2)</f></c>{}</row>"#,
            inline("A2", "m"),
            inline("C2", "Courier"),
            inline("A3", "m"),
            inline("C3", "Courier")
        );
    let bytes = xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() });
    assert_eq!(
        wrong(&bytes),
        "sheet Counts, row 3, column value: the cell is a formula without its value; open the workbook in a spreadsheet program and save it there, which writes the values\n"
    );
    let sound = rows.replace("<f>SUM(B2:B2)</f>", "<f>SUM(B2:B2)</f><v>13</v>");
    assert_eq!(short(&fresh(&xlsx(&XlsxParts { rows: &sound, ..XlsxParts::default() }))), ["12", "13"]);
}

fn linked(text: &str, address: &str) -> Vec<u8> {
    let rows = header(&["metric", "value", "url"])
        + &format!(r#"<row r="2">{}<c r="B2"><v>1</v></c>{}</row>"#, inline("A2", "m"), inline("C2", text));
    let behind = r#"<hyperlinks><hyperlink ref="C2" r:id="rId1"/></hyperlinks>"#;
    xlsx(&XlsxParts { rows: &rows, behind, links: &[address], ..XlsxParts::default() })
}

#[test]
fn the_link_behind_a_headline_is_its_address() {
    let bytes = linked("Twelve dead, says mayor", "https://paper.example/a?b=1&c=2");
    assert_eq!(
        wrong(&bytes),
        "sheet Counts, row 2, column url: the cell shows `Twelve dead, says mayor`, and leads to an address; it is taken as `https://paper.example/a?b=1&c=2`\n"
    );
    assert_eq!(fresh(&bytes).sources[0].url.as_ref().unwrap().as_str(), "https://paper.example/a?b=1&c=2");
}

#[test]
fn an_address_that_leads_to_itself_is_no_news_and_one_that_leads_elsewhere_an_error() {
    assert_eq!(wrong(&linked("https://paper.example", "https://paper.example/")), "");
    assert_eq!(
        wrong(&linked("https://paper.example/1", "https://paper.example/2")),
        "sheet Counts, row 2, column url: the cell shows `https://paper.example/1`, but leads to `https://paper.example/2`; let it show the address that is meant, without a link behind it\n"
    );
}

#[test]
fn a_link_that_is_no_address_of_the_web_is_none() {
    let said = wrong(&linked("Twelve dead", "mailto:desk@paper.example"));
    assert!(said.starts_with("sheet Counts, row 2, column url: `Twelve dead`"), "{said}");
    let said = wrong(&linked("Twelve dead", "javascript:alert(1)"));
    assert!(said.starts_with("sheet Counts, row 2, column url: `Twelve dead`"), "{said}");
}

#[test]
fn an_address_that_a_formula_puts_behind_a_text_is_found() {
    let rows = header(&["metric", "value", "url"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>1</v></c><c r="C2" t="str"><f>HYPERLINK("https://paper.example/9","Courier")</f><v>Courier</v></c></row>"#,
            inline("A2", "m")
        );
    let data = fresh(&xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() }));
    assert_eq!(data.sources[0].url.as_ref().unwrap().as_str(), "https://paper.example/9");
}

#[test]
fn a_link_behind_another_cell_is_left_out_and_said_where_the_row_has_no_address() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>1</v></c>{}</row>"#,
            inline("A2", "m"),
            inline("C2", "Courier")
        );
    let behind = r#"<hyperlinks><hyperlink ref="C2" r:id="rId1"/></hyperlinks>"#;
    let links = ["https://paper.example/9"];
    assert_eq!(
        wrong(&xlsx(&XlsxParts { rows: &rows, behind, links: &links, ..XlsxParts::default() })),
        "sheet Counts, row 2, column outlet: the cell leads to `https://paper.example/9`, which is left out; if that is the document, write the address into `url`\n"
    );
}

#[test]
fn a_cell_merged_with_those_below_it_counts_for_each_row() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>1</v></c>{}</row><row r="3"><c r="A3"/><c r="B3"><v>2</v></c>{}</row>"#,
            inline("A2", "m"),
            inline("C2", "Courier"),
            inline("C3", "Wire")
        );
    let bytes = |behind: &str| xlsx(&XlsxParts { rows: &rows, behind, ..XlsxParts::default() });
    // Most of the merged rows hold nothing.
    let merged = bytes(r#"<mergeCells count="1"><mergeCell ref="A2:A1048576"/></mergeCells>"#);
    assert_eq!(short(&fresh(&merged)), ["1", "2"]);
    assert_eq!(
        wrong(&merged),
        "sheet Counts, row 2, column metric: the cell is merged with those below it, to row 1048576; its content is taken for each of these rows\n"
    );
    assert_eq!(
        wrong(&bytes(
            r#"<mergeCells count="1"><mergeCell ref="A3:B3"/><mergeCell ref="B2:C2"/></mergeCells>"#
        )),
        "sheet Counts, row 2, column value: the cell is merged with those beside it; split the cell, and write its content into the column that is meant\n\
         sheet Counts, row 3, column metric: `metric` is empty; every row names what is counted\n"
    );
}

#[test]
fn a_title_above_the_header_may_be_merged() {
    let rows = format!(
        r#"<row r="1">{}</row><row r="3">{}{}{}</row><row r="4">{}<c r="B4"><v>7</v></c>{}</row>"#,
        inline("A1", "Deaths in the Tarn flood"),
        inline("A3", "metric"),
        inline("B3", "value"),
        inline("C3", "outlet"),
        inline("A4", "m"),
        inline("C4", "Courier")
    );
    let behind = r#"<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>"#;
    let bytes = xlsx(&XlsxParts { rows: &rows, behind, ..XlsxParts::default() });
    assert_eq!(
        wrong(&bytes),
        "sheet Counts, row 1: the header is row 3: what stands above it is no part of the table; it is left out\n"
    );
    assert_eq!(short(&fresh(&bytes)), ["7"]);
}

#[test]
fn a_cell_behind_the_header_is_left_out_and_said() {
    let rows = header(&["metric", "value", "outlet"])
        + &format!(
            r#"<row r="2">{}<c r="B2"><v>1</v></c>{}{}</row>"#,
            inline("A2", "m"),
            inline("C2", "Courier"),
            inline("F2", "ask the desk")
        );
    assert_eq!(
        wrong(&xlsx(&XlsxParts { rows: &rows, ..XlsxParts::default() })),
        "sheet Counts, row 2: the row has more cells than the header; what is in them is left out\n"
    );
}
