//! How an override file changes a block: attribute by attribute, nested blocks by kind.

use std::collections::{HashMap, HashSet};

use super::module::{BlockRef, MergedBody, Program};
use crate::source::FileId;
use crate::syntax::Attribute;

/// Nested blocks that are merged attribute by attribute themselves when they are read: here all of them are kept.
const MERGED_INSIDE: [&str; 2] = ["lifecycle", "required_providers"];

/// Merges a block of an override file over the body that is there. An attribute replaces the one of its name; nested
/// blocks replace all of their kind, static and dynamic ones. JSON writes blocks as attributes, so a name means both.
pub(super) fn merge(program: &Program, base: &mut MergedBody, over: MergedBody) {
    let name = |(file, attribute): &(FileId, Attribute)| program.tree(*file).text(attribute.name);
    let is_merged_inside = |name: &str| MERGED_INSIDE.contains(&name);
    let made = over.dynamic.iter().map(name);
    let kinds: HashSet<&str> = over.blocks.iter().map(|block| kind(program, *block)).chain(made).collect();
    let names: HashSet<&str> = over.attributes.iter().map(name).collect();
    base.blocks.retain(|block| {
        let kind = kind(program, *block);
        is_merged_inside(kind) || !(kinds.contains(kind) || names.contains(kind))
    });
    base.dynamic.retain(|member| !(kinds.contains(name(member)) || names.contains(name(member))));
    base.attributes.retain(|attribute| is_merged_inside(name(attribute)) || !kinds.contains(name(attribute)));

    let mut place_of: HashMap<&str, usize> =
        base.attributes.iter().enumerate().map(|(index, attribute)| (name(attribute), index)).collect();
    for attribute in over.attributes {
        let name = name(&attribute);
        match place_of.get(name) {
            Some(place) if !is_merged_inside(name) => base.attributes[*place] = attribute,
            _ => {
                place_of.insert(name, base.attributes.len());
                base.attributes.push(attribute);
            }
        }
    }
    base.blocks.extend(over.blocks);
    base.dynamic.extend(over.dynamic);
}

/// The attributes of later bodies over those of earlier ones.
pub(super) fn merge_all(program: &Program, bodies: impl IntoIterator<Item = MergedBody>) -> Option<MergedBody> {
    bodies.into_iter().reduce(|mut base, over| {
        merge(program, &mut base, over);
        base
    })
}

/// What kind of block it makes: `dynamic "ingress"` makes `ingress`.
fn kind(program: &Program, block: BlockRef) -> &str {
    let tree = program.tree(block.file);
    match tree.kind(block.block) {
        "dynamic" => tree.label(block.block, 0).unwrap_or("dynamic"),
        kind => kind,
    }
}
