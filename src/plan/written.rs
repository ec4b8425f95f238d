//! What of an instance of a plan counts as written, as entries for the normal form.
//!
//! A plan holds provider defaults and computed values beside what is written. Its `configuration` tells them apart, but
//! for what `dynamic` blocks make, which it leaves out: there, what is neither null nor the default counts as written.

use std::cmp::Ordering;

use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;

use super::configuration::{From, Lookup, Place, Referred, is_expression};
use super::wanted::WantedOf;
use crate::schema::{Attr, BlockSchema, DefaultValue, Nesting};
use crate::value::{Entry, Kind, Marks, Origin, Reason, ReasonKind, Unknown, Value, lookup};

/// How deep values are looked into; the reader of JSON stops before.
const MAX_DEPTH: usize = 130;

/// The expressions that may have written a block.
#[derive(Clone, Debug)]
enum Written<'a> {
    /// The plan has no configuration: what is not null is written.
    ByValue,
    /// The configuration leaves it out, as a `dynamic` block or within an expression: what is not the default is written.
    Unlisted,
    /// One of these blocks. With `dynamic`, others may have been made that are not listed.
    Blocks { blocks: Vec<Value<'a>>, dynamic: bool },
}

/// What the configuration says of one argument.
enum Argument<'a> {
    /// It is written so.
    Written(Value<'a>),
    /// It is written so in one of several blocks, and otherwise in others of them.
    OneOf(Vec<Value<'a>>),
    /// It is not written.
    Absent,
    /// The value must tell; here, whether a default may be the provider's.
    ByValue { defaults: bool },
}

impl<'a> Written<'a> {
    /// What holds for blocks that these expressions do not list.
    fn below(&self) -> Self {
        match self {
            Self::ByValue => Self::ByValue,
            Self::Unlisted | Self::Blocks { .. } => Self::Unlisted,
        }
    }

    fn argument(&self, name: &str) -> Argument<'a> {
        let (blocks, dynamic) = match self {
            Self::ByValue => return Argument::ByValue { defaults: false },
            Self::Unlisted => return Argument::ByValue { defaults: true },
            Self::Blocks { blocks, dynamic } => (blocks, dynamic),
        };
        let mut found = blocks.iter().filter_map(|block| lookup(block.entries()?, name).copied());
        match (found.next(), found.next()) {
            (Some(first), None) => Argument::Written(first),
            (Some(first), Some(second)) => Argument::OneOf([first, second].into_iter().chain(found).collect()),
            (None, _) if *dynamic => Argument::ByValue { defaults: true },
            (None, _) => Argument::Absent,
        }
    }
}

/// The three trees of a value: itself, what of it is unknown, what of it is sensitive.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layers<'a> {
    pub(super) value: Option<Value<'a>>,
    pub(super) unknown: Option<Value<'a>>,
    pub(super) sensitive: Option<Value<'a>>,
}

impl<'a> Layers<'a> {
    /// The parts of an object by name, sorted: those of its value, and those that only its unknown part has.
    fn parts(&self) -> Vec<(&'a str, Self)> {
        let of = |layer: Option<Value<'a>>| layer.and_then(|value| value.entries()).unwrap_or_default();
        let (mut values, mut unknown, mut sensitive) = (of(self.value), of(self.unknown), of(self.sensitive));
        let mut parts = Vec::with_capacity(values.len() + unknown.len());
        let first = |entries: &[Entry<'a>]| entries.first().map(|(name, _)| *name);
        while let Some(name) = [first(values), first(unknown)].into_iter().flatten().min() {
            parts.push((
                name,
                Self {
                    value: taken(&mut values, name),
                    unknown: taken(&mut unknown, name),
                    sensitive: taken(&mut sensitive, name),
                },
            ));
        }
        parts
    }

    fn item(&self, index: usize) -> Self {
        let of = |layer: Option<Value<'a>>| layer?.elements()?.get(index).copied();
        Self { value: of(self.value), unknown: of(self.unknown), sensitive: of(self.sensitive) }
    }

    fn is_unknown(&self) -> bool {
        self.unknown.is_some_and(|unknown| unknown.as_bool() == Some(true))
    }

    fn marks(&self) -> Marks {
        let sensitive = self.sensitive.is_some_and(|sensitive| sensitive.as_bool() == Some(true));
        if sensitive { Marks::SENSITIVE } else { Marks::NONE }
    }

    fn len(&self) -> usize {
        let of = |layer: Option<Value<'a>>| layer.and_then(|value| value.elements()).map_or(0, <[_]>::len);
        of(self.value).max(of(self.unknown))
    }

    /// Null, or a collection without elements: for a block, that it is not there.
    fn is_empty(&self) -> bool {
        match self.value {
            None => !self.is_unknown() && self.len() == 0,
            Some(value) => value.is_null() || value.elements().is_some_and(<[_]>::is_empty),
        }
    }
}

/// Takes the entry of that name from sorted entries, and those before it.
fn taken<'a>(entries: &mut &'a [Entry<'a>], name: &str) -> Option<Value<'a>> {
    while let Some(((first, value), rest)) = entries.split_first() {
        match (*first).cmp(name) {
            Ordering::Less => *entries = rest,
            Ordering::Equal => {
                *entries = rest;
                return Some(*value);
            }
            Ordering::Greater => return None,
        }
    }
    None
}

/// Reads instances of one plan.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a, 'c> {
    pub(super) arena: &'a Bump,
    /// At the top of an instance; `None`: all.
    pub(super) wanted: Option<&'c WantedOf<'c, 'c>>,
    pub(super) references: Lookup<'a, 'c>,
    /// The root module's variables, sorted, where no place will tell which a value comes from.
    pub(super) variables: &'c [&'a str],
}

impl<'a, 'c> Reader<'a, 'c> {
    /// What is written in an instance, given its `expressions`; without them, what is not null.
    pub(super) fn entries(
        &self,
        schema: Option<BlockSchema>,
        expressions: Option<Value<'a>>,
        layers: Layers<'a>,
        place: Place<'a, 'c>,
    ) -> Vec<Entry<'a>> {
        let written = match expressions {
            Some(expressions) => Written::Blocks { blocks: vec![expressions], dynamic: false },
            None => Written::ByValue,
        };
        self.block(schema, &written, layers, place, 0)
    }

    fn block(
        &self,
        schema: Option<BlockSchema>,
        written: &Written<'a>,
        layers: Layers<'a>,
        place: Place<'a, 'c>,
        depth: usize,
    ) -> Vec<Entry<'a>> {
        let parts = layers.parts();
        let mut entries = Vec::with_capacity(parts.len());
        let mut finder = schema.map(BlockSchema::finder);
        for (name, layers) in parts {
            let attr = finder.as_mut().and_then(|finder| finder.attr(name));
            let wanted = self.wanted.filter(|_| depth == 0);
            if wanted.is_some_and(|wanted| !wanted.keep(name, attr, layers)) {
                continue;
            }
            let value = match written.argument(name) {
                Argument::Written(expression) => Some(self.written(attr, &[expression], layers, place, depth)),
                Argument::OneOf(expressions) => Some(self.written(attr, &expressions, layers, place, depth)),
                Argument::ByValue { defaults } => {
                    let value = self.by_value(attr, layers, &written.below(), place, depth);
                    let default = defaults && attr.zip(value).is_some_and(|(attr, value)| is_default(attr, &value));
                    value.map(|value| if default { value.marked(Marks::UNWRITTEN) } else { value })
                }
                Argument::Absent => self.absent(attr, layers, place, depth),
            };
            entries.extend(value.map(|value| (name, value)));
        }
        entries
    }

    /// An argument that the configuration writes.
    fn written(
        &self,
        attr: Option<Attr>,
        expressions: &[Value<'a>],
        layers: Layers<'a>,
        place: Place<'a, 'c>,
        depth: usize,
    ) -> Value<'a> {
        let blocks = expressions.iter().any(|expression| !is_expression(expression));
        let nested = attr.is_some_and(|attr| attr.nesting().is_some()) || blocks;
        if nested && !layers.is_unknown() && depth < MAX_DEPTH {
            return self.nested(attr, expressions, &Written::Unlisted, layers, place, depth);
        }
        let mut referred = expressions.iter().map(|expression| self.references.of(expression, place));
        let first = referred.next().unwrap_or_default();
        // Several blocks may have written it: then it is nobody's attribute unchanged.
        let referred = if referred.next().is_some() { Referred { mixed: true, ..first } } else { first };
        self.leaf(attr, layers, &referred, depth)
    }

    /// An argument of a block that no expressions are known of.
    fn by_value(
        &self,
        attr: Option<Attr>,
        layers: Layers<'a>,
        written: &Written<'a>,
        place: Place<'a, 'c>,
        depth: usize,
    ) -> Option<Value<'a>> {
        let computed = attr.is_some_and(|attr| attr.computed());
        if layers.is_empty() || layers.is_unknown() && (computed || attr.is_none()) {
            return None;
        }
        if attr.is_some_and(|attr| !attr.writable()) {
            return Some(self.leaf(attr, layers, &Referred::default(), depth).marked(Marks::UNWRITTEN));
        }
        let nested = attr.is_some_and(|attr| attr.nesting().is_some()) && !layers.is_unknown() && depth < MAX_DEPTH;
        Some(if nested {
            self.nested(attr, &[], written, layers, place, depth)
        } else {
            self.leaf(attr, layers, &Referred::default(), depth)
        })
    }

    /// An argument that the configuration does not write, unless as a `dynamic` block.
    fn absent(&self, attr: Option<Attr>, layers: Layers<'a>, place: Place<'a, 'c>, depth: usize) -> Option<Value<'a>> {
        if attr.is_some_and(|attr| attr.is_block() && !attr.computed()) {
            return self.by_value(attr, layers, &Written::Unlisted, place, depth);
        }
        let filled_in = attr.is_none_or(|attr| attr.computed()) && !layers.is_empty() && !layers.is_unknown();
        filled_in.then(|| self.leaf(attr, layers, &Referred::default(), depth).marked(Marks::UNWRITTEN))
    }

    /// Nested blocks, or an attribute that stands for them.
    fn nested(
        &self,
        attr: Option<Attr>,
        expressions: &[Value<'a>],
        unlisted: &Written<'a>,
        layers: Layers<'a>,
        place: Place<'a, 'c>,
        depth: usize,
    ) -> Value<'a> {
        let schema = attr.and_then(|attr| attr.children());
        let value = layers.value.unwrap_or(Value::NULL);
        let object = |written: &Written<'a>, layers: Layers<'a>| {
            let entries = self.block(schema, written, layers, place, depth + 1);
            Value::of(Kind::Object(self.arena.alloc_slice_copy(&entries))).marked(layers.marks())
        };
        let kind = match value.kind {
            Kind::Tuple(_) => {
                let order = attr.is_none_or(|attr| attr.nesting() == Some(Nesting::List));
                let item = |index| {
                    let layers = layers.item(index);
                    match layers.value {
                        Some(Value { kind: Kind::Object(_), .. }) => {
                            object(&blocks_of(expressions, unlisted, index, value, order), layers)
                        }
                        _ => self.leaf(None, layers, &self.all(expressions, place), depth),
                    }
                };
                let items: Vec<Value<'a>> = (0..layers.len()).map(item).collect();
                Kind::Tuple(self.arena.alloc_slice_copy(&items))
            }
            Kind::Object(_) if attr.is_some_and(|attr| attr.nesting() == Some(Nesting::Map)) => {
                let parts = layers.parts().into_iter();
                let objects = parts.map(|(name, layers)| (name, object(unlisted, layers)));
                Kind::Object(self.arena.alloc_slice_fill_iter(objects.collect::<Vec<_>>()))
            }
            Kind::Object(_) => return object(&blocks_of(expressions, unlisted, 0, value, true), layers),
            _ => return self.leaf(attr, layers, &self.all(expressions, place), depth),
        };
        Value::of(kind).marked(layers.marks())
    }

    fn all(&self, expressions: &[Value<'a>], place: Place<'a, 'c>) -> Referred<'a> {
        expressions.first().map(|expression| self.references.of(expression, place)).unwrap_or_default()
    }

    /// Arguments of which a plan has no values, only expressions: constants, and unknowns for the rest.
    pub(super) fn constants(&self, expressions: Value<'a>, place: Place<'a, 'c>, depth: usize) -> Vec<Entry<'a>> {
        let entries = expressions.entries().unwrap_or_default();
        entries.iter().map(|(name, expression)| (*name, self.constant(*expression, place, depth))).collect()
    }

    fn constant(&self, expression: Value<'a>, place: Place<'a, 'c>, depth: usize) -> Value<'a> {
        if depth >= MAX_DEPTH {
            return self.unknown(None, &Referred::default());
        }
        if let Some(blocks) = expression.elements() {
            let blocks: Vec<Value<'a>> = blocks.iter().map(|block| self.constant(*block, place, depth + 1)).collect();
            return Value::of(Kind::Tuple(self.arena.alloc_slice_copy(&blocks)));
        }
        if !is_expression(&expression) {
            let entries = self.constants(expression, place, depth + 1);
            return Value::of(Kind::Object(self.arena.alloc_slice_copy(&entries)));
        }
        let constant = expression.entries().and_then(|entries| lookup(entries, "constant_value"));
        constant.copied().unwrap_or_else(|| self.unknown(None, &self.references.of(&expression, place)))
    }

    /// A value with its unknown and sensitive parts.
    fn leaf(&self, attr: Option<Attr>, layers: Layers<'a>, referred: &Referred<'a>, depth: usize) -> Value<'a> {
        let value = layers.value.unwrap_or(Value::NULL).at(self.origin(referred));
        let marked = |kind| Value { kind, ..value }.marked(layers.marks());
        if layers.is_unknown() {
            return self.unknown(attr, &referred.without_variables()).marked(layers.marks());
        }
        let any = |layer: Option<Value<'a>>| {
            layer.is_some_and(|layer| layer.entries().is_some() || layer.elements().is_some())
        };
        if depth >= MAX_DEPTH || !any(layers.unknown) && !any(layers.sensitive) {
            return marked(value.kind);
        }
        match value.kind {
            Kind::Tuple(_) => {
                let items = (0..layers.len()).map(|index| self.leaf(None, layers.item(index), referred, depth + 1));
                let items = ArenaVec::from_iter_in(items, self.arena);
                marked(Kind::Tuple(items.into_bump_slice()))
            }
            Kind::Object(_) => {
                let parts = layers.parts().into_iter();
                let entries = parts.map(|(name, layers)| (name, self.leaf(None, layers, referred, depth + 1)));
                let entries = ArenaVec::from_iter_in(entries, self.arena);
                marked(Kind::Object(entries.into_bump_slice()))
            }
            other => marked(other),
        }
    }

    /// Which variable a value comes from, if it is one alone.
    fn origin(&self, referred: &Referred<'a>) -> Origin {
        let From::Variable(name) = referred.from else { return Origin::NONE };
        self.variables.binary_search(&name).map_or(Origin::NONE, |number| Origin::of_variable(number as u32))
    }

    fn unknown(&self, attr: Option<Attr>, referred: &Referred<'a>) -> Value<'a> {
        let (kind, name) = match referred.first {
            Some(first) => first,
            None if attr.is_some_and(|attr| attr.is_block()) => (ReasonKind::Computed, ""),
            None => (ReasonKind::Function, ""),
        };
        let ident = referred.single();
        let deps = if ident.is_some() { &[] } else { &*self.arena.alloc_slice_copy(&referred.idents) };
        let reason = Reason { kind, name, at: Origin::NONE };
        let unknown = Unknown { ident, deps, not_null: ident.is_some(), ..Unknown::new(reason) };
        Value::of(Kind::Unknown(self.arena.alloc(unknown)))
    }
}

/// Whether a value is what the attribute is when nothing is written: the declared default, or its type's zero value.
fn is_default(attr: Attr, value: &Value<'_>) -> bool {
    if attr.required() {
        return false;
    }
    let declared = attr.default(None).map(|default| default.value);
    match (declared, value.kind) {
        (Some(DefaultValue::Bool(default)), Kind::Bool(truth)) => truth == default,
        (Some(DefaultValue::Int(default)), Kind::Int(number)) => number == default,
        (Some(DefaultValue::Str(default)), Kind::Str(text)) => text == default,
        (None, Kind::Bool(truth)) => !truth,
        (None, Kind::Int(number)) => number == 0,
        (None, Kind::Str(text)) => text.is_empty(),
        _ => false,
    }
}

/// The expressions that may have written the block at `index` of `value`.
fn blocks_of<'a>(
    expressions: &[Value<'a>],
    unlisted: &Written<'a>,
    index: usize,
    value: Value<'a>,
    in_order: bool,
) -> Written<'a> {
    let [expression] = expressions else {
        return match expressions {
            [] => unlisted.clone(),
            // Blocks within blocks that several may have written.
            all => {
                let inner = all.iter().flat_map(|one| one.elements().map_or_else(|| vec![*one], <[_]>::to_vec));
                Written::Blocks { blocks: inner.collect(), dynamic: true }
            }
        };
    };
    let count = value.elements().map_or(1, <[_]>::len);
    match expression.elements() {
        None if is_expression(expression) => unlisted.clone(),
        None => Written::Blocks { blocks: vec![*expression], dynamic: count > 1 },
        Some(blocks) if blocks.len() == count && (in_order || count == 1) => {
            Written::Blocks { blocks: vec![blocks[index]], dynamic: false }
        }
        Some(blocks) => Written::Blocks { blocks: blocks.to_vec(), dynamic: count > blocks.len() },
    }
}
