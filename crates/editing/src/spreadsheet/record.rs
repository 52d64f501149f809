//! One row understood: what it says of a figure and of the document that carries it.
//!
//! It knows no other row: what rows of one metric or one document must agree on is the business of matching.

mod number;
mod read;
mod reported;

use std::borrow::Cow;
use std::rc::Rc;

use crate::spreadsheet::cell::unit::UnitCell;
use crate::spreadsheet::report::RowPosition;
use figure_tracker_core::dataset::Status;
use figure_tracker_core::dataset::format::WebAddress;
use figure_tracker_core::date::Date;

pub(crate) use read::read_records;
pub(crate) use reported::{Reported, read_words};

/// A text of a cell; an empty cell is none.
pub(crate) type CellText<'t> = Option<Cow<'t, str>>;

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct Record<'t> {
    pub(crate) position: RowPosition,
    pub(crate) metric: Cow<'t, str>,
    pub(crate) metric_label: CellText<'t>,
    pub(crate) group: CellText<'t>,
    /// The unit, from its cell or from what stands beside the number.
    pub(crate) unit: Option<Rc<UnitCell>>,
    pub(crate) scope: CellText<'t>,
    /// What was reported.
    pub(crate) reported: Reported<'t>,
    pub(crate) said: Option<Date>,
    pub(crate) published: Option<Date>,
    pub(crate) speaker: CellText<'t>,
    pub(crate) role: CellText<'t>,
    pub(crate) institution: CellText<'t>,
    pub(crate) outlet: CellText<'t>,
    pub(crate) url: Option<WebAddress>,
    pub(crate) archived: Option<WebAddress>,
    pub(crate) status: Option<Status>,
    pub(crate) note: CellText<'t>,
}

impl Record<'_> {
    /// Whether it names a document at all.
    pub(crate) fn names_document(&self) -> bool {
        self.url.is_some() || self.outlet.is_some() || self.published.is_some() || self.archived.is_some()
    }

    /// Whether it reports a number.
    pub(crate) fn has_number(&self) -> bool {
        let Reported { value, low, high, .. } = &self.reported;
        value.is_some() || low.is_some() || high.is_some()
    }
}
