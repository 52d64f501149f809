//! Reads the values of a file, with serde: into places that hold something blank until then, or the value before.
//!
//! Serde's derive would write the reading of each record out for each kind of value in it, and so do generic functions: a tenth of
//! the widget's wasm. Here a deserializer is asked as a [`Value`], whatever it is, and what is read is a [`Field`], whatever
//! that is, so that lists and records are read by one function each.

mod field;
pub(crate) mod record;
mod value;

pub(crate) use self::field::{Field, deserialize_fields, parse_into, unknown_name};
pub(crate) use self::value::{
    Fault, Null, Object, Reading, Value, read, read_new, take_first_json, take_json,
};
