//! Declares the records of the file.

/// Whether a key can be left out, because reading gives the same value without it.
pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Declares a record: its struct, whose keys are `required` or `optional`, and how it is read, written and described.
///
/// A key that is not named like its field has its name after `as`; a text that is held to a rule has the rule after
/// `where`. The key whose text may stand in place of the record stands after `or`, with what would be right there.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $Record:ident as $name:literal {
            $(
                $(#[$about:meta])*
                $(required $required:ident)? $(optional $optional:ident)?: $Type:ty
                    $(as $key:literal)? $(where $rule:path)?,
            )*
        } $(or $text:ident: $expected:literal)?
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

        $crate::deserialize::record::deserialize_record! {
            $Record {
                $($(required $required)? $(optional $optional)? $(as $key)? $(where $rule)?,)*
            } $(or $text: $expected)?
        }
    };
}
pub(super) use record;
