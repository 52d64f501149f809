//! ODS in the way of LibreOffice: repeated rows and cells, styles of columns, covered cells, remarks, links.

use super::parts::ods;
use super::{fresh, short, wrong};

const STYLES: &str = r#"
    <number:date-style style:name="N36"><number:day number:style="long"/><number:text>.</number:text><number:month number:style="long"/><number:text>.</number:text><number:year number:style="long"/></number:date-style>
    <number:date-style style:name="N32"><number:month number:textual="true"/><number:text> </number:text><number:year/></number:date-style>
    <number:percentage-style style:name="N11"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
    <number:number-style style:name="N120"><number:number number:decimal-places="1" number:min-integer-digits="1" number:display-factor="1000000000"/><number:text> Mrd</number:text></number:number-style>
    <number:currency-style style:name="N121P0"><number:number number:decimal-places="2"/><number:text> </number:text><number:currency-symbol number:language="de" number:country="DE">€</number:currency-symbol></number:currency-style>
    <number:currency-style style:name="N121"><number:text>-</number:text><number:number number:decimal-places="2"/><number:text> </number:text><number:currency-symbol>€</number:currency-symbol><style:map style:condition="value()&gt;=0" style:apply-style-name="N121P0"/></number:currency-style>
    <style:style style:name="day" style:family="table-cell" style:data-style-name="N36"/>
    <style:style style:name="month" style:family="table-cell" style:data-style-name="N32"/>
    <style:style style:name="bold-month" style:family="table-cell" style:parent-style-name="month"/>
    <style:style style:name="share" style:family="table-cell" style:data-style-name="N11"/>
    <style:style style:name="billions" style:family="table-cell" style:data-style-name="N120"/>
    <style:style style:name="money" style:family="table-cell" style:data-style-name="N121"/>
    <style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/></style:style>"#;

fn text(content: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{content}</text:p></table:table-cell>"#
    )
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn header(names: &[&str]) -> String {
    row(&names.iter().map(|name| text(name)).collect::<Vec<_>>())
}

fn table(name: &str, rows: &str) -> String {
    format!(
        r#"<table:table table:name="{name}"><table:table-column table:number-columns-repeated="16384"/>{rows}<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>"#
    )
}

fn sheet(rows: &str) -> Vec<u8> {
    ods(STYLES, &table("Tabelle1", rows))
}

fn dated(style: &str, value: &str) -> Vec<u8> {
    let date = format!(
        r#"<table:table-cell table:style-name="{style}" office:value-type="date" office:date-value="{value}"><text:p>shown</text:p></table:table-cell>"#
    );
    sheet(
        &(header(&["metric", "value", "said_on", "outlet"])
            + &row(&[text("m"), text("1"), date, text("Courier")])),
    )
}

fn valued(style: &str, kind: &str, value: &str) -> Vec<u8> {
    let number = format!(
        r#"<table:table-cell table:style-name="{style}" office:value-type="{kind}" office:value="{value}"><text:p>###</text:p></table:table-cell>"#
    );
    sheet(&(header(&["metric", "value", "outlet"]) + &row(&[text("m"), number, text("Courier")])))
}

#[test]
fn a_date_is_as_precise_as_its_style() {
    assert_eq!(short(&fresh(&dated("day", "2022-01-01"))), ["1 2022-01-01"]);
    assert_eq!(short(&fresh(&dated("month", "2022-01-01"))), ["1 2022-01"]);
    assert_eq!(short(&fresh(&dated("bold-month", "2022-01-01"))), ["1 2022-01"]);
    assert_eq!(short(&fresh(&dated("unknown", "2022-01-01T00:00:00"))), ["1 2022-01-01"]);
}

#[test]
fn numbers_are_taken_as_shown_whatever_the_width_of_the_column() {
    let data = fresh(&valued("share", "percentage", "0.075"));
    assert_eq!((short(&data), data.units[0].percent), (vec!["7.5".to_owned()], Some(true)));
    assert_eq!(short(&fresh(&valued("billions", "float", "38600000000"))), ["38600000000"]);
    let data = fresh(&valued("money", "currency", "-12.5"));
    assert_eq!((short(&data), data.units[0].currency.as_deref()), (vec!["-12.5".to_owned()], Some("EUR")));
    assert_eq!(fresh(&valued("money", "currency", "12.5")).units[0].currency.as_deref(), Some("EUR"));
}

#[test]
fn the_style_of_a_column_is_that_of_its_cells() {
    let rows = header(&["metric", "said_on", "value", "outlet"])
        + &row(&[
            text("m"),
            r#"<table:table-cell office:value-type="date" office:date-value="2022-01-01"><text:p>Jan. 22</text:p></table:table-cell>"#.to_owned(),
            text("1"),
            text("Courier"),
        ]);
    let table = format!(
        r#"<table:table table:name="T"><table:table-column/><table:table-column table:default-cell-style-name="month"/><table:table-column table:number-columns-repeated="9"/>{rows}</table:table>"#
    );
    assert_eq!(short(&fresh(&ods(STYLES, &table))), ["1 2022-01"]);
}

#[test]
fn repeated_rows_and_cells_are_all_there() {
    let repeated = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>m</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/></table:table-row>"#;
    let bytes = sheet(
        &(header(&["metric", "low", "high"])
            + r#"<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>"#
            + repeated),
    );
    let said = wrong(&bytes);
    assert_eq!(short(&fresh(&bytes)), ["7 7"]);
    assert!(said.contains("row 6") && said.contains("row 5"), "{said}");
}

#[test]
fn spaces_paragraphs_links_and_remarks_are_told_apart() {
    let cells = [
        r#"<table:table-cell office:value-type="string"><office:annotation><text:p>ask again</text:p></office:annotation><text:p>de<text:span>ath</text:span>s<text:s text:c="2"/>all</text:p><text:p>over</text:p></table:table-cell>"#.to_owned(),
        text("5"),
        r#"<table:table-cell office:value-type="string"><text:p><text:a xlink:href="https://paper.example/1?a=1&amp;b=2">Twelve &amp; more</text:a></text:p></table:table-cell>"#.to_owned(),
    ];
    let data = fresh(&sheet(&(header(&["metric", "value", "url"]) + &row(&cells))));
    assert_eq!(data.metrics[0].label, "deaths  all\nover".into());
    assert_eq!(data.sources[0].url.as_ref().unwrap().as_str(), "https://paper.example/1?a=1&b=2");
}

#[test]
fn errors_formulas_and_merged_cells_are_named() {
    let rows = header(&["metric", "value", "outlet"])
        + &row(&[
            text("m"),
            r#"<table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>Err:502</text:p></table:table-cell>"#.to_owned(),
            text("Courier"),
        ])
        + &row(&[text("m"), r#"<table:table-cell table:formula="of:=[.B2]*2"/>"#.to_owned(), text("Courier")])
        + &row(&[
            r#"<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>m</text:p></table:table-cell><table:covered-table-cell/>"#.to_owned(),
            text("Courier"),
        ]);
    assert_eq!(
        wrong(&sheet(&rows)),
        "sheet Tabelle1, row 2, column value: `Err:502` is the error of a formula; mend the formula in the spreadsheet, or write its value\n\
         sheet Tabelle1, row 3, column value: the cell is a formula without its value; open the workbook in a spreadsheet program and save it there, which writes the values\n\
         sheet Tabelle1, row 4, column metric: the cell is merged with those beside it; split the cell, and write its content into the column that is meant\n"
    );
}

#[test]
fn a_hidden_sheet_is_not_the_one_that_is_meant() {
    let rows = header(&["metric", "value", "outlet"]) + &row(&[text("m"), text("1"), text("Courier")]);
    let hidden = table("Old", &rows).replace("<table:table ", r#"<table:table table:style-name="hidden" "#);
    let shown = table("New", &rows.replace(">1<", ">2<"));
    assert_eq!(short(&fresh(&ods(STYLES, &(hidden + &shown)))), ["2"]);
}
