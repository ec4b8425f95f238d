//! Values that go from one estate over to another, in which instances have other numbers.

use bumpalo::Bump;

use crate::value::{BlockObject, Entry, Ident, InstanceId, Kind, Origin, Unknown, Value};

/// Moves the values of one instance.
pub(super) struct Mover<'a, F> {
    pub(super) arena: &'a Bump,
    /// The number of the instance over there.
    pub(super) id: InstanceId,
    /// The number over there of any instance, if it is there.
    pub(super) number: F,
    /// Whether the places of values mean something over there.
    pub(super) has_places: bool,
}

impl<'a, F: Fn(InstanceId) -> Option<InstanceId>> Mover<'a, F> {
    pub(super) fn block(&self, block: &BlockObject<'a>) -> &'a BlockObject<'a> {
        let attrs = self.entries(block.attrs);
        self.arena.alloc(BlockObject { attrs, instance: self.id, ..*block })
    }

    fn entries(&self, entries: &[Entry<'a>]) -> &'a [Entry<'a>] {
        self.arena.alloc_slice_fill_iter(entries.iter().map(|(name, value)| (*name, self.value(value))))
    }

    fn items(&self, items: &[Value<'a>]) -> &'a [Value<'a>] {
        self.arena.alloc_slice_fill_iter(items.iter().map(|item| self.value(item)))
    }

    pub(super) fn value(&self, value: &Value<'a>) -> Value<'a> {
        let kind = match value.kind {
            Kind::List(all) => Kind::List(self.items(all)),
            Kind::Tuple(all) => Kind::Tuple(self.items(all)),
            Kind::Set(all) => Kind::Set(self.items(all)),
            Kind::Map(all) => Kind::Map(self.entries(all)),
            Kind::Object(all) => Kind::Object(self.entries(all)),
            Kind::Block(block) => Kind::Block(self.block(block)),
            Kind::Unknown(unknown) => Kind::Unknown(self.unknown(unknown)),
            Kind::Instance(id) => (self.number)(id).map_or(Kind::Null, Kind::Instance),
            other => other,
        };
        let origin = if self.has_places { value.origin } else { Origin::NONE };
        Value { kind, origin, ..*value }
    }

    fn unknown(&self, unknown: &Unknown<'a>) -> &'a Unknown<'a> {
        let ident = |ident: &Ident<'a>| Some(Ident { instance: (self.number)(ident.instance)?, ..*ident });
        let deps: Vec<Ident<'a>> = unknown.deps.iter().filter_map(ident).collect();
        let deps = self.arena.alloc_slice_copy(&deps);
        self.arena.alloc(Unknown { ident: unknown.ident.as_ref().and_then(ident), deps, ..*unknown })
    }
}
