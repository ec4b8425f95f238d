//! JSON text of which parts are not known, as heredocs and template files write policies: what the text would be decoded
//! to, with the unknown parts in their places. A part within quotes is taken to stay within them.

use bumpalo::Bump;

use super::interp::{Interp, sort_entries};
use super::template::Writer;
use crate::syntax::{Node, NodeId, Tree, json};
use crate::value::number::Num;
use crate::value::{Entry, Kind, Marks, Origin, Ty, Unknown, Value};

/// Text of this size is not decoded.
const MAX_TEXT: usize = 1 << 20;

/// Stands around the number of an unknown part: a character that nobody uses.
pub(super) const HOLE: char = match char::from_u32(0xF_FF00) {
    Some(char) => char,
    None => char::REPLACEMENT_CHARACTER,
};

/// The text of a template in which holes stand for what is not known.
#[derive(Default)]
pub(super) struct Skeleton<'a> {
    text: String,
    holes: Vec<Value<'a>>,
    /// Nobody can say how the text goes on: what is unknown is more than a value.
    torn: bool,
}

impl<'a> Skeleton<'a> {
    pub(super) fn text(&mut self, text: &str) {
        self.torn |= text.contains(HOLE);
        self.text.push_str(text);
    }

    pub(super) fn hole(&mut self, value: Value<'a>) {
        self.text.push_str(&format!("{HOLE}{}{HOLE}", self.holes.len()));
        self.holes.push(value);
    }

    pub(super) fn tear(&mut self) {
        self.torn = true;
    }

    /// The text with its holes in quotes; `None` where it cannot be JSON.
    fn quoted(&self) -> Option<String> {
        let begins = self.text.trim_start().starts_with(['{', '[']);
        if self.torn || !begins || self.text.len() > MAX_TEXT {
            return None;
        }
        let (mut quoted, mut within, mut escaped, mut opens) = (String::new(), false, false, true);
        for char in self.text.chars() {
            match char {
                HOLE if !within && opens => quoted.extend(['"', HOLE]),
                HOLE if !within => quoted.extend([HOLE, '"']),
                _ => quoted.push(char),
            }
            opens ^= char == HOLE;
            within ^= char == '"' && !escaped;
            escaped = char == '\\' && within && !escaped;
        }
        Some(quoted)
    }
}

impl<'a> Interp<'a, '_> {
    /// What a text with holes would be decoded to; `None` if it is no JSON.
    pub(super) fn with_holes(&self, skeleton: &Skeleton<'a>, marks: Marks, at: Origin) -> Option<Value<'a>> {
        let quoted = skeleton.quoted()?;
        let (tree, root) = json::parse_value(&quoted);
        if !tree.errors.is_empty() {
            return None;
        }
        Some(Decoder { interp: self, tree: tree.view(&quoted), holes: &skeleton.holes, marks, at }.value(root))
    }
}

/// The same with a place for each part that has none: text of a template file stands where the file is asked for.
pub(super) fn placed<'a>(arena: &'a Bump, value: Value<'a>, at: Origin) -> Value<'a> {
    let kind = match value.kind {
        Kind::Tuple(items) => {
            let items: Vec<_> = items.iter().map(|item| placed(arena, *item, at)).collect();
            Kind::Tuple(arena.alloc_slice_copy(&items))
        }
        Kind::Object(entries) => {
            let entries: Vec<Entry<'a>> =
                entries.iter().map(|(name, value)| (*name, placed(arena, *value, at))).collect();
            Kind::Object(arena.alloc_slice_copy(&entries))
        }
        other => other,
    };
    Value { kind, origin: if value.origin.is_some() { value.origin } else { at }, ..value }
}

struct Decoder<'d, 'a, 't> {
    interp: &'d Interp<'a, 'd>,
    tree: Tree<'t>,
    holes: &'d [Value<'a>],
    marks: Marks,
    at: Origin,
}

impl<'a> Decoder<'_, 'a, '_> {
    fn value(&self, node: NodeId) -> Value<'a> {
        let arena = self.interp.arena;
        let kind = match self.tree.node(node) {
            Node::Bool(truth) => Kind::Bool(truth),
            Node::Number(text) => {
                Num::parse(self.tree.text(text)).map_or(Kind::Null, |number| number.value(arena).kind)
            }
            Node::Unary(_, inner) => match Num::of(&self.value(inner)) {
                Some(number) => number.negate().value(arena).kind,
                None => Kind::Null,
            },
            Node::Str(text) => return self.text(self.tree.text(text)),
            Node::Tuple(items) => {
                let items: Vec<Value<'a>> = self.tree.list(items).iter().map(|item| self.value(*item)).collect();
                Kind::Tuple(arena.alloc_slice_copy(&items))
            }
            Node::Object(pairs) => {
                let mut entries: Vec<Entry<'a>> = Vec::new();
                for pair in self.tree.list(pairs).chunks_exact(2) {
                    let Node::Str(key) = self.tree.node(pair[0]) else { continue };
                    let key = self.text(self.tree.text(key));
                    // As in an object whose key is not known.
                    let Some(name) = key.as_str() else { return key };
                    entries.push((name, self.value(pair[1])));
                }
                Kind::Object(sort_entries(bumpalo::collections::Vec::from_iter_in(entries, arena)))
            }
            _ => Kind::Null,
        };
        Value { marks: self.marks, ..Value::of(kind).at(self.at) }
    }

    /// A text with its holes: text, one unknown, or an unknown with text around it.
    fn text(&self, text: &str) -> Value<'a> {
        let arena = self.interp.arena;
        let mut writer = Writer::default();
        let mut only = None;
        for (index, piece) in text.split(HOLE).enumerate() {
            let hole = (index % 2 == 1).then(|| self.holes.get(piece.parse::<usize>().ok()?)).flatten();
            match hole {
                Some(hole) => {
                    only = Some(*hole);
                    writer.write_unknown(hole);
                }
                None => writer.write_text(piece),
            }
        }
        let Some(only) = only else {
            return Value { marks: self.marks, ..Value::str(arena.alloc_str(text)).at(self.at) };
        };
        if text.starts_with(HOLE) && text.ends_with(HOLE) && text.matches(HOLE).count() == 2 {
            return self.alone(only);
        }
        let at = if only.origin.is_some() { only.origin } else { self.at };
        let kind = writer.unknown_text(arena).map_or(Kind::Null, |unknown| Kind::Unknown(arena.alloc(unknown)));
        Value { marks: self.marks, ..Value::of(kind).at(at) }
    }

    /// A hole without text around it: what it was encoded from, or text.
    fn alone(&self, hole: Value<'a>) -> Value<'a> {
        if let Some(decoded) = self.interp.session.decoded(&hole) {
            return decoded.marked(self.marks);
        }
        let Kind::Unknown(unknown) = hole.kind else { return hole };
        let arena = self.interp.arena;
        let at = if hole.origin.is_some() { hole.origin } else { self.at };
        let ty = if unknown.ty.is_primitive() { Ty::String } else { unknown.ty };
        Value { marks: self.marks, ..Value::of(Kind::Unknown(arena.alloc(Unknown { ty, ..*unknown }))).at(at) }
    }
}
