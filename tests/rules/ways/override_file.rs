//! The true values in an override file; the main file holds something else, or nothing.

use std::collections::BTreeSet;

use onus::source::Span;
use onus::syntax::{BlockId, Item, Tree};

use super::edit::{Edits, FIXED_BLOCKS, as_written, fixed};
use super::{Written, each_file};
use crate::Files;

pub(super) fn rewrite(files: &Files) -> Written {
    let mut over = String::new();
    let mut written = each_file(files, |source, tally| {
        let tree = source.tree();
        let mut edits = Edits::default();
        for block in source.blocks() {
            let kind = tree.kind(block);
            if kind == "terraform" {
                tally.leave("the terraform block: merged by rules of its own");
                continue;
            }
            let mut body = String::new();
            let mut kinds = BTreeSet::new();
            for (index, item) in tree.items(tree.block(block).body).iter().enumerate() {
                match item {
                    Item::Attribute(attribute) => {
                        let name = tree.text(attribute.name);
                        if let Some(reason) = fixed(kind, name).or_else(|| stays(kind, name)) {
                            tally.leave(reason);
                            if name == "alias" {
                                body.push_str(&as_written(&source, attribute));
                            }
                            continue;
                        }
                        tally.rewritten += 1;
                        body.push_str(&as_written(&source, attribute));
                        if index % 2 == 0 {
                            source.replace(attribute.expr, "\"not this one\"", &mut edits);
                        } else {
                            let end = tree.span(attribute.expr).start as usize + source.written(attribute.expr).len();
                            edits.replace(Span::new(attribute.name_span.start, end as u32), "");
                        }
                    }
                    Item::Block(inner) if FIXED_BLOCKS.contains(&tree.kind(*inner)) => {
                        tally.leave("lifecycle, provisioner, connection: merged by rules of their own");
                    }
                    Item::Block(inner) => {
                        tally.rewritten += 1;
                        let span = tree.block(*inner).span;
                        body.push_str(source.slice(span));
                        body.push('\n');
                        // Every second kind of block is there before, once, empty: the override takes its place.
                        let made = made(&tree, *inner);
                        let is_first = kinds.insert(made);
                        let before = if is_first && index % 2 == 0 { format!("{made} {{}}") } else { String::new() };
                        edits.replace(span, before);
                    }
                }
            }
            if !body.is_empty() {
                over.push_str(&format!("{} {{\n{body}}}\n", source.slice(tree.block(block).header)));
            }
        }
        edits.apply(&source.text)
    });
    written.files.push(("written_override.tf".into(), over));
    written
}

/// Why an argument stays in the main file, although another file could give it as a value.
fn stays(kind: &str, name: &str) -> Option<&'static str> {
    match (kind, name) {
        ("variable", "type" | "ephemeral" | "sensitive" | "nullable") => {
            Some("the type of a variable says how its default is read")
        }
        _ => None,
    }
}

/// The kind of block that a block makes.
fn made<'t>(tree: &Tree<'t>, block: BlockId) -> &'t str {
    match tree.kind(block) {
        "dynamic" => tree.label(block, 0).unwrap_or("dynamic"),
        kind => kind,
    }
}
