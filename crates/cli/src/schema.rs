//! `figure-tracker schema`: the JSON Schema of the data format.

use std::io::Write;

use figure_tracker_editing::schema::dataset_schema;

/// Prints the schema.
pub fn print_schema() -> u8 {
    let _ = writeln!(anstream::stdout(), "{:#}", dataset_schema());
    0
}
