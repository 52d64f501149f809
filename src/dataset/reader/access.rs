//! How serde walks through the members of an object, the items of a list and the name of a variant.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::{Never, Reader, What};
use crate::dataset::tree::{Member, Node};

/// The members of an object that serde is to see.
pub(super) struct Members<'r> {
    parent: Reader<'r>,
    members: std::vec::IntoIter<&'r Member<'r>>,
    needed: &'static [&'static str],
    value: Option<Reader<'r>>,
}

impl<'r> Members<'r> {
    pub(super) fn new(
        parent: Reader<'r>,
        members: Vec<&'r Member<'r>>,
        needed: &'static [&'static str],
    ) -> Self {
        Self { parent, members: members.into_iter(), needed, value: None }
    }
}

impl<'de> MapAccess<'de> for Members<'_> {
    type Error = Never;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Never> {
        let Some(member) = self.members.next() else { return Ok(None) };
        let key = member.key.as_ref();
        let nullable = !self.needed.is_empty() && !self.needed.contains(&key);
        self.value = Some(Reader { node: &member.node, what: What::Key(key), nullable, ..self.parent });
        let key: StrDeserializer<'_, Never> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Never> {
        seed.deserialize(self.value.take().ok_or(Never)?)
    }
}

/// The items of a list; none where the value is no list.
pub(super) struct Items<'r> {
    parent: Reader<'r>,
    items: std::slice::Iter<'r, Node<'r>>,
}

impl<'r> Items<'r> {
    pub(super) fn new(parent: Reader<'r>) -> Self {
        Self { parent, items: parent.node.items().iter() }
    }
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        let Some(node) = self.items.next() else { return Ok(None) };
        let what = What::ItemOf(self.parent.name());
        seed.deserialize(Reader { node, what, nullable: false, ..self.parent }).map(Some)
    }
}

/// The name of a variant without content.
pub(super) struct Variant(pub(super) &'static str);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let name: StrDeserializer<'_, Never> = self.0.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Never> {
        Err(Never)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Never> {
        Err(Never)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Never> {
        Err(Never)
    }
}
