//! Places for the values of a plan, where the configuration that it was made from is at hand.
//!
//! A plan has no lines. A value gets the place of the expression of the same name, its parts those of the expression's
//! parts as far as the two have one shape.

use bumpalo::Bump;

use crate::config::{BlockRef, MergedBody, Program};
use crate::source::FileId;
use crate::syntax::{Item, Node, NodeId};
use crate::value::{Entry, Kind, Origin, Value};

/// Gives values the places of what is written in a program.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) arena: &'a Bump,
    pub(super) program: &'a Program,
}

impl<'a> Places<'a> {
    /// The header of a block.
    pub(super) fn header(self, block: BlockRef) -> Origin {
        let node = self.program.tree(block.file).block(block.block).node;
        Origin(self.program.number(block.file, node))
    }

    /// The entries of a body, with places.
    pub(super) fn entries(self, body: &MergedBody, entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
        entries.iter().map(|(name, value)| (*name, self.entry(body, name, *value))).collect()
    }

    fn entry(self, body: &MergedBody, name: &str, value: Value<'a>) -> Value<'a> {
        let text = |file: FileId, text| self.program.tree(file).text(text);
        if let Some((file, attribute)) = body.attributes.iter().find(|(file, found)| text(*file, found.name) == name) {
            return self.expression(*file, attribute.expr, value);
        }
        let is_static = |block: &&BlockRef| self.program.tree(block.file).kind(block.block) == name;
        let is_dynamic = |block: &&BlockRef| {
            let tree = self.program.tree(block.file);
            tree.kind(block.block) == "dynamic" && tree.label(block.block, 0) == Some(name)
        };
        let written: Vec<BlockRef> = body.blocks.iter().filter(is_static).copied().collect();
        let made: Vec<BlockRef> = body.blocks.iter().filter(is_dynamic).copied().collect();
        let Some(first) = written.iter().chain(&made).next() else {
            return value;
        };
        let origin = self.header(*first);
        let items = match value.kind {
            Kind::Tuple(items) => items,
            Kind::Object(_) => return self.block(*first, value),
            _ => return value.at(origin),
        };
        // Which block made which item is only sure when there are as many, or one makes all.
        let block_of = |index: usize| match (written.as_slice(), made.as_slice()) {
            (all, []) if all.len() == items.len() => all[index],
            (all, [one]) => *all.get(index).unwrap_or(one),
            _ => *first,
        };
        let located = items.iter().enumerate().map(|(index, item)| self.block(block_of(index), *item));
        Value { kind: Kind::Tuple(self.arena.alloc_slice_fill_iter(located)), ..value }.at(origin)
    }

    /// One nested block; for a `dynamic` one, what its `content` says.
    fn block(self, block: BlockRef, value: Value<'a>) -> Value<'a> {
        let tree = self.program.tree(block.file);
        let header = self.header(block);
        let is_content = |found: &BlockRef| tree.kind(found.block) == "content";
        let mut body = self.body(block);
        if tree.kind(block.block) == "dynamic"
            && let Some(content) = body.blocks.iter().copied().find(is_content)
        {
            body = self.body(content);
        }
        match value.kind {
            Kind::Object(entries) => {
                let entries = self.entries(&body, entries);
                Value { kind: Kind::Object(self.arena.alloc_slice_copy(&entries)), ..value }.at(header)
            }
            _ => value.at(header),
        }
    }

    fn body(self, block: BlockRef) -> MergedBody {
        let tree = self.program.tree(block.file);
        let mut body = MergedBody::default();
        for item in tree.items(tree.block(block.block).body) {
            match item {
                Item::Attribute(attribute) => body.attributes.push((block.file, *attribute)),
                Item::Block(inner) => body.blocks.push(BlockRef { file: block.file, block: *inner }),
            }
        }
        body
    }

    fn expression(self, file: FileId, expr: NodeId, value: Value<'a>) -> Value<'a> {
        let tree = self.program.tree(file);
        let origin = Origin(self.program.number(file, expr));
        let kind = match (tree.node(expr), value.kind) {
            (Node::Paren(inner) | Node::Wrap(inner), _) => return self.expression(file, inner, value),
            (Node::Tuple(nodes), Kind::Tuple(items)) if nodes.range().len() == items.len() => {
                let parts = tree.list(nodes).iter().zip(items);
                let parts = parts.map(|(node, item)| self.expression(file, *node, *item));
                Kind::Tuple(self.arena.alloc_slice_fill_iter(parts))
            }
            // In JSON syntax one object stands for a list of one block.
            (Node::Object(_), Kind::Tuple([item])) => {
                Kind::Tuple(self.arena.alloc_slice_copy(&[self.expression(file, expr, *item)]))
            }
            (Node::Object(nodes), Kind::Object(entries)) => {
                let parts = entries.iter().map(|(key, item)| {
                    let pairs = tree.list(nodes).chunks_exact(2);
                    let mut named = pairs.filter(|pair| self.is_key(file, pair[0], key));
                    let node = named.next().map_or(expr, |pair| pair[1]);
                    (*key, self.expression(file, node, *item))
                });
                Kind::Object(self.arena.alloc_slice_fill_iter(parts))
            }
            (_, Kind::Tuple(items)) => {
                let parts = items.iter().map(|item| self.expression(file, expr, *item));
                Kind::Tuple(self.arena.alloc_slice_fill_iter(parts))
            }
            (_, Kind::Object(entries)) => {
                let parts = entries.iter().map(|(key, item)| (*key, self.expression(file, expr, *item)));
                Kind::Object(self.arena.alloc_slice_fill_iter(parts))
            }
            (_, other) => other,
        };
        Value { kind, ..value }.at(origin)
    }

    fn is_key(self, file: FileId, node: NodeId, key: &str) -> bool {
        let tree = self.program.tree(file);
        matches!(tree.node(node), Node::Str(text) if tree.text(text) == key)
    }
}
