//! Each resource as one of a map of one: `for_each = { it = { … } }`, its values through `each.value`.

use std::collections::BTreeSet;

use onus::syntax::{BlockId, Item, Node, NodeId, Tree};

use super::edit::{Edits, FIXED_BLOCKS, Moves, Source, movable};
use super::{Written, each_file};
use crate::Files;

pub(super) fn rewrite(files: &Files) -> Written {
    let repeated: BTreeSet<String> = files
        .iter()
        .filter(|(path, _)| path.components().count() == 1)
        .flat_map(|(_, text)| {
            let source = Source::new(text.as_str());
            let tree = source.tree();
            let single = |block: &BlockId| why_not(&tree, *block).is_none();
            source.blocks().into_iter().filter(single).map(|block| address(&tree, block)).collect::<Vec<_>>()
        })
        .collect();
    each_file(files, |source, tally| {
        let source = Source::new(with_keys(&source, &repeated));
        let tree = source.tree();
        let mut edits = Edits::default();
        for block in source.blocks() {
            match why_not(&tree, block) {
                Some("") => continue,
                Some(reason) => {
                    tally.leave(reason);
                    continue;
                }
                None => tally.rewritten += 1,
            }
            let mut map = String::new();
            for (index, expr) in movable(&tree, block, Moves::Shared, tally).into_iter().enumerate() {
                map.push_str(&format!("written_{index} = {}\n", source.written(expr)));
                source.replace(expr, format!("each.value.written_{index}"), &mut edits);
            }
            let body = tree.bodies[tree.block(block).body.0 as usize].span;
            edits.insert(body.start, format!("\nfor_each = {{ it = {{\n{map}}} }}\n"));
        }
        edits.apply(&source.text)
    })
}

/// Why a block cannot be repeated; empty if that is no question.
fn why_not(tree: &Tree<'_>, block: BlockId) -> Option<&'static str> {
    let body = tree.block(block).body;
    match tree.kind(block) {
        "resource" | "data" if tree.attribute(body, "count").is_some() => Some("has count"),
        "resource" | "data" if tree.attribute(body, "for_each").is_some() => Some("has for_each"),
        "resource" | "data" => None,
        "ephemeral" => Some("is ephemeral: cannot be compared with what is kept"),
        _ => Some(""),
    }
}

/// The text in which references to repeated blocks name the one.
fn with_keys(source: &Source, repeated: &BTreeSet<String>) -> String {
    let tree = source.tree();
    let mut edits = Edits::default();
    for block in source.blocks() {
        keys_in(&tree, block, repeated, &mut edits);
    }
    edits.apply(&source.text)
}

fn keys_in(tree: &Tree<'_>, block: BlockId, repeated: &BTreeSet<String>, edits: &mut Edits) {
    for item in tree.items(tree.block(block).body) {
        match item {
            Item::Attribute(attribute) if tree.text(attribute.name) == "depends_on" => {}
            Item::Attribute(attribute) => {
                let first = tree.first_node(attribute.expr);
                for node in (first.0..=attribute.expr.0).map(NodeId) {
                    if reference(tree, node).is_some_and(|address| repeated.contains(&address)) {
                        edits.insert(tree.span(node).end, "[\"it\"]");
                    }
                }
            }
            Item::Block(inner) if FIXED_BLOCKS.contains(&tree.kind(*inner)) => {}
            Item::Block(inner) => keys_in(tree, *inner, repeated, edits),
        }
    }
}

/// The block that a traversal names, if it ends there.
fn reference(tree: &Tree<'_>, node: NodeId) -> Option<String> {
    let Node::Attr(source, name) = tree.node(node) else { return None };
    match tree.node(source) {
        Node::Variable(type_name) => Some(format!("{}.{}", tree.text(type_name), tree.text(name))),
        Node::Attr(data, type_name) => match tree.node(data) {
            Node::Variable(data) if tree.text(data) == "data" => {
                Some(format!("data.{}.{}", tree.text(type_name), tree.text(name)))
            }
            _ => None,
        },
        _ => None,
    }
}

fn address(tree: &Tree<'_>, block: BlockId) -> String {
    let prefix = if tree.kind(block) == "data" { "data." } else { "" };
    format!("{prefix}{}.{}", tree.label(block, 0).unwrap(), tree.label(block, 1).unwrap())
}
