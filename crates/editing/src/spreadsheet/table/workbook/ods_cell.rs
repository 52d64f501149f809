//! One cell of an ODS sheet: its attributes, the text that it shows, and what both say together.

use quick_xml::events::BytesStart;
use quick_xml::events::attributes::Attribute;

use super::builder::MergedCells;
use super::format::CellFormat;
use super::ods_xml::{attribute, is_false, normal_value, text_of};
use super::sheet::WorkbookFault;
use super::shown_cell::ShownCell;
use super::shown_date::Epoch;
use super::xlsx::{is_web_address, linked_address};
use crate::spreadsheet::table::grid::CellKind;

/// A cell while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct OdsCell {
    pub(super) column: u32,
    pub(super) repeats: u32,
    pub(super) style: Option<String>,
    kind: ValueKind,
    value: Option<String>,
    formula: Option<String>,
    spanned: (u32, u32),
    pub(super) text: String,
    pub(super) paragraphs: usize,
    link: Option<String>,
}

/// What kind of value a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ValueKind {
    /// None.
    #[default]
    Empty,
    Number,
    Date,
    Boolean,
    Text,
    Other,
}

impl ValueKind {
    fn named(name: &str) -> Self {
        match name {
            "float" | "percentage" | "currency" => Self::Number,
            "date" => Self::Date,
            "boolean" => Self::Boolean,
            "string" => Self::Text,
            _ => Self::Other,
        }
    }
}

impl OdsCell {
    /// Reads the start of a cell.
    pub(super) fn read(element: &BytesStart<'_>, column: u32) -> Result<Self, WorkbookFault> {
        let mut cell = Self { column, repeats: 1, spanned: (1, 1), ..Self::default() };
        let (mut number, mut date, mut boolean, mut string) = (None, None, None, None);
        // In one walk: a sheet has millions of cells.
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(WorkbookFault::damaged)?;
            let place = match attribute.key.as_ref() {
                "office:value-type" => {
                    cell.kind = ValueKind::named(&normal_value(&attribute)?);
                    continue;
                }
                "office:value" => &mut number,
                "office:date-value" => &mut date,
                "office:boolean-value" => &mut boolean,
                "office:string-value" => &mut string,
                "table:style-name" => &mut cell.style,
                "table:formula" => &mut cell.formula,
                "table:number-columns-repeated" => {
                    cell.repeats = count(&attribute)?;
                    continue;
                }
                "table:number-rows-spanned" => {
                    cell.spanned.0 = count(&attribute)?;
                    continue;
                }
                "table:number-columns-spanned" => {
                    cell.spanned.1 = count(&attribute)?;
                    continue;
                }
                _ => continue,
            };
            *place = Some(text_of(&attribute)?);
        }
        cell.value = match cell.kind {
            ValueKind::Date => date,
            ValueKind::Boolean => boolean,
            ValueKind::Text => string,
            _ => number,
        };
        Ok(cell)
    }

    /// Takes the start of an element of its text: a paragraph, spaces, a link.
    pub(super) fn start_text(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), WorkbookFault> {
        match name {
            "text:p" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "text:s" => {
                // No more than a line of them: the number is the file's.
                let spaces = repeats(element, "text:c")?.min(100) as usize;
                self.text.push_str(&" ".repeat(spaces));
            }
            "text:a" => {
                let target = attribute(element, "xlink:href")?.filter(|target| is_web_address(target));
                self.link = self.link.take().or(target);
            }
            _ => self.text.push(' '),
        }
        Ok(())
    }

    /// Whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.value.is_none() && self.text.trim().is_empty() && self.formula.is_none()
    }

    /// Returns its formula where the workbook lacks the value of it.
    pub(super) fn formula_without_value(&self) -> Option<&str> {
        let formula = self.formula.as_deref().filter(|_| self.kind == ValueKind::Empty)?;
        Some(formula.trim_start_matches("of:").trim_start_matches('='))
    }

    /// Returns the number that it holds.
    pub(super) fn number(&self) -> Option<f64> {
        self.value.as_deref().and_then(|value| value.parse().ok())
    }

    /// Whether what it shows depends on its number format.
    pub(super) fn needs_format(&self) -> bool {
        matches!(self.kind, ValueKind::Number | ValueKind::Date)
    }

    /// Returns what it shows.
    pub(super) fn show(&self, format: Option<&CellFormat>) -> (CellKind, ShownCell<'_>) {
        let value = self.value.as_deref().unwrap_or_default();
        match (self.kind, self.number(), format) {
            (ValueKind::Number, Some(number), Some(format)) => {
                (CellKind::Valued, format.show(number, Epoch::Of1900))
            }
            (ValueKind::Date, _, Some(format)) => {
                (CellKind::Valued, ShownCell::plain(format.show_iso_date(value)))
            }
            (ValueKind::Boolean, ..) => {
                let is_false = self.value.as_deref().is_none_or(is_false);
                (CellKind::Valued, ShownCell::plain(if is_false { "FALSE" } else { "TRUE" }))
            }
            (ValueKind::Text, ..) if self.paragraphs == 0 => (CellKind::Typed, ShownCell::plain(value)),
            _ => (CellKind::Typed, ShownCell::plain(&self.text)),
        }
    }

    /// Returns the address behind it: of a link, else of its formula.
    pub(super) fn address(&self) -> Option<&str> {
        let formula = self.formula.as_deref().map(|formula| formula.trim_start_matches("of:"));
        self.link.as_deref().or(formula.and_then(linked_address))
    }

    /// Returns what is merged where it stands.
    pub(super) fn merged_at(&self, row: u32, column: u32) -> Option<MergedCells> {
        let (rows, columns) = self.spanned;
        let last = (row.saturating_add(rows - 1), column.saturating_add(columns - 1));
        (rows > 1 || columns > 1).then_some(MergedCells { rows: (row, last.0), columns: (column, last.1) })
    }
}

/// Returns how often an element is repeated.
pub(super) fn repeats(element: &BytesStart<'_>, name: &str) -> Result<u32, WorkbookFault> {
    Ok(attribute(element, name)?.map_or(1, |count| at_least_one(&count)))
}

fn count(attribute: &Attribute<'_>) -> Result<u32, WorkbookFault> {
    Ok(at_least_one(&text_of(attribute)?))
}

fn at_least_one(count: &str) -> u32 {
    count.parse().unwrap_or(1).max(1)
}
