//! Copies what is kept of an instance out of the arena in which it was put together.
//!
//! Reading an instance makes several forms of each value, of which only the last is kept. Strings that stand in the
//! plan's own text stay slices of it.

use bumpalo::Bump;

use crate::value::{BlockObject, Entry, Ident, Kind, Reason, Ty, Unknown, Value, number::Big};

/// Copies into an arena.
#[derive(Clone, Copy)]
pub(super) struct Keeper<'a> {
    pub(super) arena: &'a Bump,
    pub(super) text: &'a str,
}

impl<'a> Keeper<'a> {
    /// An instance or nested block.
    pub(super) fn block(self, block: &BlockObject<'_>) -> &'a BlockObject<'a> {
        self.arena.alloc(BlockObject {
            attrs: self.entries(block.attrs),
            schema: block.schema,
            instance: block.instance,
            path: self.str(block.path),
        })
    }

    fn entries(self, entries: &[Entry<'_>]) -> &'a [Entry<'a>] {
        let kept = entries.iter().map(|(name, value)| (self.str(name), self.value(value)));
        self.arena.alloc_slice_fill_iter(kept)
    }

    fn values(self, values: &[Value<'_>]) -> &'a [Value<'a>] {
        self.arena.alloc_slice_fill_iter(values.iter().map(|value| self.value(value)))
    }

    fn value(self, value: &Value<'_>) -> Value<'a> {
        let kind = match value.kind {
            Kind::Null => Kind::Null,
            Kind::Bool(truth) => Kind::Bool(truth),
            Kind::Int(number) => Kind::Int(number),
            Kind::Big(big) => {
                Kind::Big(self.arena.alloc(Big { words: self.arena.alloc_slice_copy(big.words), ..*big }))
            }
            Kind::Str(text) => Kind::Str(self.str(text)),
            Kind::List(items) => Kind::List(self.values(items)),
            Kind::Tuple(items) => Kind::Tuple(self.values(items)),
            Kind::Set(items) => Kind::Set(self.values(items)),
            Kind::Map(entries) => Kind::Map(self.entries(entries)),
            Kind::Object(entries) => Kind::Object(self.entries(entries)),
            Kind::Block(block) => Kind::Block(self.block(block)),
            Kind::Instance(id) => Kind::Instance(id),
            Kind::Unknown(unknown) => Kind::Unknown(self.unknown(unknown)),
        };
        Value { kind, origin: value.origin, marks: value.marks, hint: value.hint }
    }

    fn unknown(self, unknown: &Unknown<'_>) -> &'a Unknown<'a> {
        let ident = |ident: &Ident<'_>| Ident { instance: ident.instance, path: self.str(ident.path) };
        self.arena.alloc(Unknown {
            ty: self.ty(&unknown.ty),
            reason: Reason { name: self.str(unknown.reason.name), ..unknown.reason },
            ident: unknown.ident.as_ref().map(ident),
            deps: self.arena.alloc_slice_fill_iter(unknown.deps.iter().map(ident)),
            not_null: unknown.not_null,
            prefix: self.str(unknown.prefix),
            told: unknown.told,
            suffix: self.str(unknown.suffix),
        })
    }

    /// The types of schemas have no objects.
    fn ty(self, ty: &Ty<'_>) -> Ty<'a> {
        match ty {
            Ty::Bool => Ty::Bool,
            Ty::Number => Ty::Number,
            Ty::String => Ty::String,
            Ty::List(element) => Ty::List(self.arena.alloc(self.ty(element))),
            Ty::Set(element) => Ty::Set(self.arena.alloc(self.ty(element))),
            Ty::Map(element) => Ty::Map(self.arena.alloc(self.ty(element))),
            Ty::Any | Ty::Tuple(_) | Ty::Object(_) => Ty::Any,
        }
    }

    fn str(self, part: &str) -> &'a str {
        let start = (part.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        let slice = start.and_then(|start| self.text.get(start..start.checked_add(part.len())?));
        match slice {
            Some(slice) if std::ptr::eq(slice.as_ptr(), part.as_ptr()) => slice,
            _ => self.arena.alloc_str(part),
        }
    }
}
