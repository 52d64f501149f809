//! What the format declares: which records there are, their keys, and what stands under each. It is read from the JSON
//! Schema, which is generated from the types that read a file, so that nothing is declared twice.

use std::fmt;
use std::sync::{Arc, LazyLock};

use serde_json::Value;

use crate::schema::dataset_schema;

/// A kind of object in a file.
#[derive(Debug)]
pub(crate) struct Record {
    /// What it is called in a sentence.
    pub(crate) name: String,
    /// Its keys, in the order in which they are declared.
    pub(crate) fields: Vec<Field>,
}

/// A key of a record.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) key: String,
    /// What its value is.
    pub(crate) kind: ValueKind,
    /// Whether it must be there; what need not be there may be null, which says the same.
    pub(crate) is_required: bool,
}

/// What a value is.
#[derive(Debug)]
pub(crate) enum ValueKind {
    /// The version of the format.
    Version,
    /// A text for machines, about which nothing is declared.
    Word,
    /// A word that is not empty.
    Id,
    /// A text for readers.
    Text,
    /// The word for a counted thing.
    Label,
    /// A number or a decimal string.
    Number,
    /// True or false.
    Flag,
    /// A date in EDTF.
    Date,
    /// An `http` or `https` address.
    Address,
    /// A BCP 47 tag.
    Language,
    /// An ISO 4217 code.
    Currency,
    /// One of these names.
    OneOf(Vec<String>),
    /// A list.
    List(Box<ValueKind>),
    /// An object with declared keys.
    Record(Arc<Record>),
    /// A word, or an object with declared keys.
    WordOrRecord(Arc<Record>),
}

/// Returns what a dataset is.
///
/// # Errors
/// What in the schema is not understood; a test holds that nothing is.
pub(crate) fn dataset_record() -> &'static Result<Arc<Record>, DeclarationFault> {
    static DATASET: LazyLock<Result<Arc<Record>, DeclarationFault>> = LazyLock::new(|| {
        let schema = dataset_schema();
        Reader { root: &schema }.record("dataset", &schema)
    });
    &DATASET
}

/// What in the schema is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DeclarationFault {
    /// A record, by its name, without properties.
    NoProperties(String),
    /// A name that stands for nothing.
    NotDefined(String),
    /// A name or a piece of the schema.
    NotUnderstood(String),
    /// A fault under a key of a record.
    Within(String, Box<DeclarationFault>),
}

impl DeclarationFault {
    fn within(self, record: &str, key: &str) -> Self {
        Self::Within(format!("{record}.{key}"), Box::new(self))
    }
}

impl fmt::Display for DeclarationFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProperties(name) => write!(f, "`{name}` has no properties"),
            Self::NotDefined(name) => write!(f, "`{name}` is not defined"),
            Self::NotUnderstood(what) => write!(f, "`{what}` is not understood"),
            Self::Within(place, fault) => write!(f, "{place}: {fault}"),
        }
    }
}

struct Reader<'s> {
    root: &'s Value,
}

impl Reader<'_> {
    fn record(&self, name: &str, schema: &Value) -> Result<Arc<Record>, DeclarationFault> {
        let properties = schema.get("properties").and_then(Value::as_object);
        let properties = properties.ok_or_else(|| DeclarationFault::NoProperties(name.to_owned()))?;
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |key: &str| required.is_some_and(|keys| keys.iter().any(|known| known == key));
        let fields = properties.iter().map(|(key, property)| {
            let kind = self.kind(property).map_err(|fault| fault.within(name, key))?;
            Ok(Field { key: key.clone(), kind, is_required: is_required(key) })
        });
        Ok(Arc::new(Record {
            name: name.to_owned(),
            fields: fields.collect::<Result<_, DeclarationFault>>()?,
        }))
    }

    fn kind(&self, schema: &Value) -> Result<ValueKind, DeclarationFault> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let name = &name.strip_prefix("#/$defs/").unwrap_or(name).replace("%20", " ");
            let definition = self.root.get("$defs").and_then(|defs| defs.get(name.as_str()));
            return self
                .named_kind(name, definition.ok_or_else(|| DeclarationFault::NotDefined(name.clone()))?);
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let is_null = |choice: &&Value| choice.get("type").is_some_and(|kind| kind == "null");
            let mut choices = choices.iter().filter(|choice| !is_null(choice));
            return match (choices.next(), choices.next()) {
                (Some(only), None) => self.kind(only),
                _ => Err(DeclarationFault::NotUnderstood(schema.to_string())),
            };
        }
        let kind = schema.get("type");
        let kind = kind.and_then(|kind| kind.as_str().or_else(|| kind.get(0)?.as_str()));
        match kind {
            Some("string") => Ok(ValueKind::Word),
            Some("boolean") => Ok(ValueKind::Flag),
            Some("array") => {
                let items =
                    schema.get("items").ok_or_else(|| DeclarationFault::NotUnderstood(schema.to_string()))?;
                Ok(ValueKind::List(Box::new(self.kind(items)?)))
            }
            _ => Err(DeclarationFault::NotUnderstood(schema.to_string())),
        }
    }

    fn named_kind(&self, name: &str, schema: &Value) -> Result<ValueKind, DeclarationFault> {
        Ok(match name {
            "version" => ValueKind::Version,
            "id" => ValueKind::Id,
            "text" => ValueKind::Text,
            "label" => ValueKind::Label,
            "number" => ValueKind::Number,
            "date" => ValueKind::Date,
            "address" => ValueKind::Address,
            "language" => ValueKind::Language,
            "currency" => ValueKind::Currency,
            _ if schema.get("properties").is_some() => ValueKind::Record(self.record(name, schema)?),
            _ => match (names_of(schema), schema.get("anyOf").and_then(Value::as_array)) {
                (Some(names), _) => ValueKind::OneOf(names),
                (None, Some(choices)) => {
                    let object = choices.iter().find(|choice| choice.get("properties").is_some());
                    let object = object.ok_or_else(|| DeclarationFault::NotUnderstood(name.to_owned()))?;
                    ValueKind::WordOrRecord(self.record(name, object)?)
                }
                (None, None) => return Err(DeclarationFault::NotUnderstood(name.to_owned())),
            },
        })
    }
}

/// The names that an enumeration declares, plainly or with a description each.
fn names_of(schema: &Value) -> Option<Vec<String>> {
    let names = |list: &Value, key: Option<&str>| -> Option<Vec<String>> {
        let name = |item: &Value| key.map_or(Some(item), |key| item.get(key))?.as_str().map(str::to_owned);
        list.as_array()?.iter().map(name).collect()
    };
    let described = || {
        let lists = schema.get("oneOf")?.as_array()?.iter();
        let each = lists.map(|choice| match choice.get("enum") {
            Some(list) => names(list, None),
            None => Some(vec![choice.get("const")?.as_str()?.to_owned()]),
        });
        Some(each.collect::<Option<Vec<_>>>()?.concat())
    };
    schema.get("enum").and_then(|list| names(list, None)).or_else(described)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Key;

    fn keys_of(record: &Record, keys: &mut Vec<String>) {
        for field in &record.fields {
            keys.push(field.key.clone());
            let mut kind = &field.kind;
            while let ValueKind::List(inner) = kind {
                kind = inner;
            }
            if let ValueKind::Record(inner) | ValueKind::WordOrRecord(inner) = kind {
                keys_of(inner, keys);
            }
        }
    }

    #[test]
    fn every_key_that_rules_speak_of_is_declared() -> Result<(), DeclarationFault> {
        let record = dataset_record().as_ref().map_err(Clone::clone)?;
        let mut keys = Vec::new();
        keys_of(record, &mut keys);
        for key in Key::ALL {
            assert!(keys.iter().any(|known| known == key.name()), "{key}");
        }
        Ok(())
    }
}
