//! Choices that a file makes by name: each name is written once, beside its variant.

/// Declares such a choice, and how to find what a name stands for.
macro_rules! named {
    (
        $(#[$doc:meta])*
        pub enum $Choice:ident as $of:literal {
            $($(#[$about:meta])* $name:literal $Variant:ident,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = $of))]
        pub enum $Choice {
            $(
                $(#[$about])*
                #[serde(rename = $name)]
                $Variant,
            )*
        }

        impl $Choice {
            /// Every choice, in the order of the format's page.
            pub const ALL: &[Self] = &[$(Self::$Variant),*];

            /// The name of every choice, in the same order.
            pub const NAMES: &[&str] = &[$($name),*];

            /// Returns the name that a file has for it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$Variant => $name,)*
                }
            }

            /// Returns the choice that has this name in a file.
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$Variant),)*
                    _ => None,
                }
            }
        }

        impl $crate::deserialize::Field for $Choice {
            fn blank() -> Self {
                const FIRST: $Choice = match $Choice::ALL {
                    [first, ..] => *first,
                    [] => unreachable!(),
                };
                FIRST
            }

            fn read(&mut self, value: &mut dyn $crate::deserialize::Value) -> $crate::deserialize::Reading {
                *self = Self::blank();
                $crate::deserialize::parse_into(self, value, |name| {
                    Self::from_name(name).ok_or_else(|| $crate::deserialize::unknown_name(name, Self::NAMES))
                })
            }
        }

        $crate::deserialize::deserialize_fields!($Choice);
    };
}

pub(super) use named;
