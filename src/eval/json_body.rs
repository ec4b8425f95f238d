//! Bodies in JSON syntax, where nested blocks are written as attributes: the schema tells which is which.
//!
//! In: the expression of an attribute. Out: its value; for a block an object, or a tuple of them, with the blocks that
//! `dynamic` makes within. What no schema describes is read as a block: only `dynamic` and remarks tell the difference.

use bumpalo::collections::Vec as ArenaVec;

use super::body::{Blocks, MAX_DEPTH, Places};
use super::evaluator::Evaluator;
use super::interp::{Env, sort_entries};
use super::scope::ModuleScope;
use crate::config::{ExprRef, MergedBody, entry, json_blocks, json_dynamic};
use crate::schema::{Attr, BlockSchema, Nesting};
use crate::source::FileId;
use crate::syntax::{Attribute, Node, NodeId, Tree};
use crate::value::{Entry, Kind, Marks, Value};

/// Where a body in JSON syntax stands.
#[derive(Clone, Copy)]
pub(super) struct JsonPlace<'s, 'a> {
    pub(super) scope: &'s ModuleScope<'s, 'a>,
    pub(super) file: FileId,
    /// What the schema says of the block that it is the body of.
    pub(super) schema: Option<BlockSchema>,
    /// The iterators of `dynamic` blocks around it.
    pub(super) env: Option<&'s Env<'s, 'a>>,
    pub(super) depth: usize,
}

impl<'a> Evaluator<'a> {
    /// The value of an attribute that may stand for nested blocks.
    pub(super) fn json_argument(&self, place: JsonPlace<'_, 'a>, name: &str, expr: NodeId) -> Value<'a> {
        let tree = self.program.tree(place.file);
        let attr = place.schema.and_then(|schema| schema.attr(name));
        let is_object = |node: &NodeId| match tree.node(*node) {
            Node::Object(pairs) => {
                tree.list(pairs).iter().step_by(2).all(|key| matches!(tree.node(*key), Node::Str(_)))
            }
            _ => false,
        };
        let expression = || self.nested_argument(place.scope, place.file, expr, place.env);
        if place.depth > MAX_DEPTH || attr.is_some_and(|attr| !stands_for_blocks(attr)) {
            return expression();
        }
        let inner = JsonPlace { schema: attr.and_then(Attr::children), depth: place.depth + 1, ..place };
        let at = self.at(ExprRef { file: place.file, node: expr });
        match tree.node(expr) {
            Node::Object(_) if is_object(&expr) => self.json_object(inner, expr),
            Node::Tuple(items) if !items.range().is_empty() && tree.list(items).iter().all(is_object) => {
                let objects = tree.list(items).iter().map(|item| self.json_object(inner, *item));
                Value::of(Kind::Tuple(ArenaVec::from_iter_in(objects, self.arena).into_bump_slice())).at(at)
            }
            _ => expression(),
        }
    }

    /// The body of one block.
    fn json_object(&self, place: JsonPlace<'_, 'a>, expr: NodeId) -> Value<'a> {
        let tree = self.program.tree(place.file);
        let mut entries = ArenaVec::new_in(self.arena);
        let mut dynamic = Blocks::new();
        for (name, member) in json_members(&tree, expr).unwrap_or_default() {
            match (name, json_dynamic(tree, member)) {
                ("//", _) => {}
                ("dynamic", Some(made)) => {
                    made.into_iter().for_each(|attribute| self.json_dynamic(place, attribute, &mut dynamic));
                }
                _ => entries.push((name, self.json_argument(place, name, member))),
            }
        }
        self.add_after_written(dynamic, &mut entries);
        let at = self.at(ExprRef { file: place.file, node: expr });
        Value::of(Kind::Object(sort_entries(entries))).at(at)
    }

    /// Adds what the `dynamic` blocks of a body in JSON syntax make.
    pub(super) fn add_json_blocks(
        &self,
        scope: &ModuleScope<'_, 'a>,
        schema: Option<BlockSchema>,
        body: &MergedBody,
        entries: &mut ArenaVec<'a, Entry<'a>>,
    ) {
        let mut blocks = Blocks::new();
        for (file, attribute) in &body.dynamic {
            let place = JsonPlace { scope, file: *file, schema, env: None, depth: 0 };
            self.json_dynamic(place, *attribute, &mut blocks);
        }
        self.add_after_written(blocks, entries);
    }

    /// `"ingress": { "for_each": …, "iterator": …, "content": { … } }`, or a list of such.
    fn json_dynamic(&self, place: JsonPlace<'_, 'a>, attribute: Attribute, blocks: &mut Blocks<'a>) {
        let tree = self.program.tree(place.file);
        for body in json_blocks(tree, attribute.expr) {
            self.json_rounds(place, tree.text(attribute.name), body, blocks);
        }
    }

    fn json_rounds(&self, place: JsonPlace<'_, 'a>, name: &'a str, body: NodeId, blocks: &mut Blocks<'a>) {
        let tree = self.program.tree(place.file);
        let content = entry(tree, body, "content").and_then(|content| json_blocks(tree, content).first().copied());
        let (Some(for_each), Some(content)) = (entry(tree, body, "for_each"), content) else { return };
        let iterator = entry(tree, body, "iterator").and_then(|node| match tree.node(node) {
            Node::Str(text) => Some(tree.text(text)),
            _ => None,
        });
        let collection = self.nested_argument(place.scope, place.file, for_each, place.env);
        let at = ExprRef { file: place.file, node: body };
        let Some(rounds) = self.rounds(&collection) else {
            let why = self.no_rounds(collection, ExprRef { file: place.file, node: for_each });
            blocks.entry(name).or_default().push(why.at(self.at(at)));
            return;
        };
        let schema = place.schema.and_then(|schema| schema.attr(name)).and_then(Attr::children);
        let interp = self.interp(place.file, place.scope);
        let doubts = collection.marks.among(Marks::DOUBTS);
        blocks.entry(name).or_default();
        for (key, value) in rounds {
            let each = self.iteration(&interp, key, value).marked(doubts);
            let env = Env { name: iterator.unwrap_or(name), value: each, outer: place.env };
            let place =
                JsonPlace { scope: place.scope, file: place.file, schema, env: Some(&env), depth: place.depth + 1 };
            blocks.entry(name).or_default().push(self.json_object(place, content));
        }
    }

    /// Adds what `dynamic` made after the blocks of the same kind that are written out.
    fn add_after_written(&self, mut blocks: Blocks<'a>, entries: &mut ArenaVec<'a, Entry<'a>>) {
        let places = Places::of(entries, blocks.len());
        for (name, made) in &mut blocks {
            let Some(place) = places.find(entries, name) else { continue };
            let written = entries[place].1;
            match written.kind {
                Kind::Null => {}
                _ => match written.elements() {
                    Some(items) => drop(made.splice(0..0, items.iter().copied())),
                    None => made.insert(0, written),
                },
            }
        }
        self.add_blocks(blocks, entries);
    }
}

fn stands_for_blocks(attr: Attr) -> bool {
    matches!(attr.nesting(), Some(Nesting::List | Nesting::Set | Nesting::Single))
}

/// The members of an object all of whose names are written out.
fn json_members<'a>(tree: &Tree<'a>, node: NodeId) -> Option<Vec<(&'a str, NodeId)>> {
    let Node::Object(pairs) = tree.node(node) else { return None };
    tree.list(pairs)
        .chunks_exact(2)
        .map(|pair| match tree.node(pair[0]) {
            Node::Str(name) => Some((tree.text(name), pair[1])),
            _ => None,
        })
        .collect()
}
