//! Declares the records of the file.

/// Whether a key can be left out, because reading gives the same value without it.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares a record: its struct, whose keys are `required` or `optional`, and how it is read, written and described.
///
/// A key that is not named like its field has its name after `as`; a text that is held to a rule has the rule after
/// `where`.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $Record:ident $($declaration:tt)*) => {
        $crate::dataset::format::record::record_by! {
            deserialize_record, $(#[$meta])* pub struct $Record $($declaration)*
        }
    };
}
pub(super) use record;

/// Declares a record as [`record`] does, read by the macro that is named first.
macro_rules! record_by {
    (
        $impl_record:ident,
        $(#[$meta:meta])*
        pub struct $Record:ident as $name:literal {
            $(
                $(#[$about:meta])*
                $(required $required:ident)? $(optional $optional:ident)?: $Type:ty
                    $(as $key:literal)? $(where $rule:path)?,
            )*
        }
    ) => {
        #[derive(Clone, Debug, PartialEq, serde::Serialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = $name))]
        $(#[$meta])*
        pub struct $Record {
            $(
                $(#[$about])*
                $(#[serde(rename = $key)])?
                $(pub $required: $Type,)?
                $(
                    #[serde(default, skip_serializing_if = "crate::dataset::format::record::is_default")]
                    pub $optional: $Type,
                )?
            )*
        }

        $crate::deserialize::record::$impl_record! {
            $Record {
                $($(required $required)? $(optional $optional)? $(as $key)? $(where $rule)?,)*
            }
        }
    };
}
pub(super) use record_by;
