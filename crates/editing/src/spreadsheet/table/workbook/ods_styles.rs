//! The number formats of ODS workbooks: what the style of a cell shows of its number or date.

use quick_xml::events::BytesStart;

use super::format::{CellFormat, Section, Shows};
use super::format_code::parse_condition;
use super::ods_xml::{attribute, is_false};
use super::sheet::WorkbookFault;
use super::shown_date::DateParts;
use super::shown_number::NumberParts;
use crate::hash::HashMap;

/// The styles of a workbook, by name.
#[derive(Debug, Default)]
pub(super) struct OdsStyles {
    /// Cell styles: the format that each names, and the style that it is made from.
    cells: HashMap<String, (Option<String>, Option<String>)>,
    formats: HashMap<String, DataStyle>,
    /// The styles of sheets that are not shown.
    hidden: Vec<String>,
    /// The style of cells or of a sheet that is read just now.
    open_style: Option<String>,
    /// The format that is read just now.
    open_format: Option<(String, DataStyle)>,
}

/// A number format, and the formats that take its place for some values.
#[derive(Clone, Debug, Default)]
struct DataStyle {
    is_date: bool,
    date: DateParts,
    number: NumberParts,
    has_number: bool,
    /// Whether the text that comes now stands beside the number.
    takes_text: bool,
    maps: Vec<(String, String)>,
}

impl OdsStyles {
    /// Takes note of the beginning of an element within styles.
    pub(super) fn start(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookFault> {
        match element.name().as_ref() {
            "style:style" => {
                let name = attribute(element, "style:name")?.unwrap_or_default();
                let parent = attribute(element, "style:parent-style-name")?;
                let format = attribute(element, "style:data-style-name")?;
                self.cells.insert(name.clone(), (format, parent));
                self.open_style = Some(name);
            }
            "style:table-properties" => {
                let is_hidden = attribute(element, "table:display")?.is_some_and(|shown| is_false(&shown));
                self.hidden.extend(self.open_style.clone().filter(|_| is_hidden));
            }
            "number:number-style"
            | "number:percentage-style"
            | "number:currency-style"
            | "number:date-style"
            | "number:time-style" => {
                let name = attribute(element, "style:name")?.unwrap_or_default();
                let kind = element.name();
                let is_date = matches!(kind.as_ref(), "number:date-style" | "number:time-style");
                let percent = if kind.as_ref() == "number:percentage-style" { 2 } else { 0 };
                let number = NumberParts { percent, ..NumberParts::default() };
                self.open_format = Some((name, DataStyle { is_date, number, ..DataStyle::default() }));
            }
            _ => {
                if let Some((_, format)) = &mut self.open_format {
                    format.start(element)?;
                }
            }
        }
        Ok(())
    }

    /// Takes note of a text within styles.
    pub(super) fn text(&mut self, text: &str) {
        if let Some((_, format)) = self.open_format.as_mut().filter(|(_, format)| format.takes_text) {
            let NumberParts { before, after, .. } = &mut format.number;
            let beside = if format.has_number { after } else { before };
            beside.extend(text.chars().filter(|letter| !matches!(letter, '(' | ')' | '-' | '−')));
        }
    }

    /// Takes note of the end of an element within styles.
    pub(super) fn end(&mut self, name: &str) {
        match name {
            "style:style" => self.open_style = None,
            "number:number-style"
            | "number:percentage-style"
            | "number:currency-style"
            | "number:date-style"
            | "number:time-style" => self.formats.extend(self.open_format.take()),
            _ => {
                if let Some((_, format)) = &mut self.open_format {
                    format.takes_text = false;
                }
            }
        }
    }

    /// Whether a sheet with a style is not shown.
    pub(super) fn is_hidden(&self, style: &str) -> bool {
        self.hidden.iter().any(|hidden| hidden == style)
    }

    /// Returns the number format of a cell style.
    pub(super) fn format_of(&self, style: &str) -> CellFormat {
        /// Styles may be made from each other in a circle.
        const MAX_ANCESTORS: usize = 32;
        let mut next = Some(style);
        for _ in 0..MAX_ANCESTORS {
            let Some((format, parent)) = next.and_then(|name| self.cells.get(name)) else { break };
            if let Some(format) = format.as_ref().and_then(|name| self.formats.get(name)) {
                return self.cell_format(format);
            }
            next = parent.as_deref();
        }
        CellFormat::default()
    }

    fn cell_format(&self, style: &DataStyle) -> CellFormat {
        let mapped = style.maps.iter().filter_map(|(condition, name)| {
            let condition = parse_condition(condition.trim().strip_prefix("value()")?)?;
            Some(Section { condition: Some(condition), shows: self.formats.get(name)?.shows() })
        });
        let own = Section { condition: None, shows: style.shows() };
        CellFormat { sections: mapped.chain([own]).collect() }
    }
}

impl DataStyle {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), WorkbookFault> {
        match element.name().as_ref() {
            "number:number" | "number:scientific-number" | "number:fraction" => {
                self.has_number = true;
                let is_plain = element.name().as_ref() == "number:number";
                let decimals = attribute(element, "number:decimal-places")?;
                self.number.decimals = decimals.and_then(|places| places.parse().ok()).filter(|_| is_plain);
                let factor = attribute(element, "number:display-factor")?;
                self.number.thousands = factor.map_or(0, |factor| thousands(&factor));
            }
            "number:text" | "number:currency-symbol" => self.takes_text = true,
            "number:year" | "number:era" => self.date.year = true,
            "number:month" => self.date.month = true,
            "number:day" => self.date.day = true,
            "number:hours" | "number:minutes" | "number:seconds" => self.date.time = true,
            "style:map" => {
                let condition = attribute(element, "style:condition")?.unwrap_or_default();
                let name = attribute(element, "style:apply-style-name")?.unwrap_or_default();
                self.maps.push((condition, name));
            }
            _ => {}
        }
        Ok(())
    }

    fn shows(&self) -> Shows {
        match (self.is_date, self.has_number) {
            (true, _) => Shows::Date(self.date),
            (false, true) => Shows::Number(self.number.clone()),
            (false, false) => Shows::Plain,
        }
    }
}

/// Returns of which power of a thousand a factor such as `1000000` is.
fn thousands(factor: &str) -> i32 {
    let zeros = factor.split('.').next().and_then(|whole| whole.strip_prefix('1')).unwrap_or_default();
    let is_power = zeros.len().is_multiple_of(3) && zeros.bytes().all(|digit| digit == b'0');
    if is_power { i32::try_from(zeros.len() / 3).unwrap_or(0) } else { 0 }
}
