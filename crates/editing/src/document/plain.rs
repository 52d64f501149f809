//! Records that are read as they are: most of a large file is written plainly, and is not taken apart before.

use std::ops::Range;

use serde::de::DeserializeOwned;

use figure_tracker_core::dataset::format::{
    Correction, Event, Figure, Institution, Metric, Outlet, Relation, Source, Speaker, Unit,
};

use crate::parallel::map_into;

/// A record of a list of the dataset.
pub(super) trait PlainRecord: DeserializeOwned + Send {
    /// Returns its id, where records of its list have one.
    fn id(&self) -> Option<&str>;

    /// Gives back the room that it doesn't need.
    fn give_back_room(&mut self) {}
}

/// Declares records that have an id.
macro_rules! identified {
    ($($Record:ident)*) => {$(
        impl PlainRecord for $Record {
            fn id(&self) -> Option<&str> {
                Some(&self.id)
            }
        }
    )*};
}

/// Declares records that have none.
macro_rules! nameless {
    ($($Record:ident)*) => {$(
        impl PlainRecord for $Record {
            fn id(&self) -> Option<&str> {
                None
            }
        }
    )*};
}

identified! { Unit Institution Speaker Outlet Source Metric }
nameless! { Relation Event Correction }

impl PlainRecord for Figure {
    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    /// Of a list of documents, which has room for four: most figures have one.
    fn give_back_room(&mut self) {
        self.sources.shrink_to_fit();
    }
}

/// Reads those records that are plain and as declared. What serde reads is as declared but for two things, of which a
/// plain record has neither: an object within it, where a key may stand twice, and a number that a double would cut.
pub(super) fn read_plain<T: PlainRecord>(text: &str, items: &[Range<usize>]) -> Vec<Option<T>> {
    let mut records = Vec::with_capacity(items.len());
    records.resize_with(items.len(), || None);
    map_into(items, &mut records, |bytes| {
        let text = text.get(bytes.clone()).filter(|text| is_plain(text))?;
        let mut record: T = serde_json::from_str(text).ok()?;
        record.give_back_room();
        Some(record)
    });
    records
}

/// How many digits of a number every double holds.
const DOUBLE_DIGITS: usize = 15;

/// Whether a record holds no object and no number of too many digits. A text that looks so is taken for one.
fn is_plain(record: &str) -> bool {
    let (mut objects, mut digits) = (0, 0);
    for byte in record.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' => {}
            _ => digits = 0,
        }
        objects += usize::from(byte == b'{');
        if objects > 1 || digits > DOUBLE_DIGITS {
            return false;
        }
    }
    true
}
