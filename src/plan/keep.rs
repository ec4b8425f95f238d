//! Copies what is kept of an instance out of the arena in which it was put together.
//!
//! Reading an instance makes several forms of each value, of which only the last is kept. Strings that stand in the
//! plan's own text stay slices of it.

use bumpalo::Bump;

use crate::value::{BlockObject, Entry, Ident, Kind, Marks, Origin, Reason, Ty, Unknown, Value, number::Big};

/// Copies into an arena.
#[derive(Clone, Copy)]
pub(super) struct Keeper<'a> {
    pub(super) arena: &'a Bump,
    pub(super) text: &'a str,
    /// Whether places are known; if not, what is written still has a place somewhere.
    pub(super) has_source: bool,
}

impl<'a> Keeper<'a> {
    /// An instance or nested block; `filled_in`: the provider wrote it.
    pub(super) fn block(self, block: &BlockObject<'_>, filled_in: bool) -> &'a BlockObject<'a> {
        self.arena.alloc(BlockObject {
            attrs: self.entries(block.attrs, filled_in),
            schema: block.schema,
            instance: block.instance,
            path: self.str(block.path),
        })
    }

    fn entries(self, entries: &[Entry<'_>], filled_in: bool) -> &'a [Entry<'a>] {
        let kept = entries.iter().map(|(name, value)| (self.str(name), self.value(value, filled_in)));
        self.arena.alloc_slice_fill_iter(kept)
    }

    fn values(self, values: &[Value<'_>], filled_in: bool) -> &'a [Value<'a>] {
        self.arena.alloc_slice_fill_iter(values.iter().map(|value| self.value(value, filled_in)))
    }

    fn value(self, value: &Value<'_>, filled_in: bool) -> Value<'a> {
        let filled_in = filled_in || value.marks.has(Marks::UNWRITTEN);
        let kind = match value.kind {
            Kind::Null => Kind::Null,
            Kind::Bool(truth) => Kind::Bool(truth),
            Kind::Int(number) => Kind::Int(number),
            Kind::Big(big) => {
                Kind::Big(self.arena.alloc(Big { words: self.arena.alloc_slice_copy(big.words), ..*big }))
            }
            Kind::Str(text) => Kind::Str(self.str(text)),
            Kind::List(items) => Kind::List(self.values(items, filled_in)),
            Kind::Tuple(items) => Kind::Tuple(self.values(items, filled_in)),
            Kind::Set(items) => Kind::Set(self.values(items, filled_in)),
            Kind::Map(entries) => Kind::Map(self.entries(entries, filled_in)),
            Kind::Object(entries) => Kind::Object(self.entries(entries, filled_in)),
            Kind::Block(block) => Kind::Block(self.block(block, filled_in)),
            Kind::Instance(id) => Kind::Instance(id),
            Kind::Unknown(unknown) => Kind::Unknown(self.unknown(unknown)),
        };
        let is_somewhere = !self.has_source && !filled_in && !matches!(kind, Kind::Null | Kind::Block(_));
        let is_of_variable = value.origin.variable().is_some();
        let origin = if is_somewhere && !is_of_variable { Origin::SOMEWHERE } else { value.origin };
        Value { kind, origin, marks: value.marks, hint: value.hint }
    }

    fn unknown(self, unknown: &Unknown<'_>) -> &'a Unknown<'a> {
        let ident = |ident: &Ident<'_>| Ident { instance: ident.instance, path: self.str(ident.path) };
        self.arena.alloc(Unknown {
            ty: self.ty(&unknown.ty),
            ident: unknown.ident.as_ref().map(ident),
            deps: self.arena.alloc_slice_fill_iter(unknown.deps.iter().map(ident)),
            not_null: unknown.not_null,
            prefix: self.str(unknown.prefix),
            told: unknown.told,
            suffix: self.str(unknown.suffix),
            ..Unknown::new(Reason { name: self.str(unknown.reason.name), ..unknown.reason })
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
