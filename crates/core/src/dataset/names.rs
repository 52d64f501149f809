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
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(
            not(target_arch = "wasm32"),
            derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema),
            serde(rename = $of)
        )]
        pub enum $Choice {
            $(
                $(#[$about])*
                #[cfg_attr(not(target_arch = "wasm32"), serde(rename = $name))]
                $Variant,
            )*
        }

        impl $Choice {
            /// What a file may call it.
            pub(crate) const NAMES: &[&str] = &[$($name),*];

            /// What a name stands for.
            pub(crate) fn named(name: &str) -> Option<Self> {
                const ALL: &[$Choice] = &[$($Choice::$Variant),*];
                let index = Self::NAMES.iter().position(|known| *known == name)?;
                ALL.get(index).copied()
            }
        }
    };
}

pub(super) use named;
