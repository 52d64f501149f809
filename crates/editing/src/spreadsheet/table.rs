//! Reading a table: from the bytes of a file to its header and its rows of cells.

pub(crate) mod column;
pub(crate) mod delimited;
pub(crate) mod encoding;

pub use column::{COLUMNS, Column};
pub use delimited::{DelimitedRows, TableRow, Unclosed, write_row};
