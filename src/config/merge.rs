//! How an override file changes a block: attribute by attribute, nested blocks by kind.

use super::module::{BlockRef, MergedBody, Program};

/// Nested blocks that are merged attribute by attribute themselves when they are read: here all of them are kept.
const MERGED_INSIDE: [&str; 2] = ["lifecycle", "required_providers"];

/// Merges a block of an override file over the body that is there. An attribute replaces the one of its name; nested
/// blocks replace all of their kind, static and dynamic ones. JSON writes blocks as attributes, so a name means both.
pub(super) fn merge(program: &Program, base: &mut MergedBody, over: MergedBody) {
    let kinds: Vec<&str> = over.blocks.iter().map(|block| kind(program, *block)).collect();
    let name = |(file, attribute): &(crate::source::FileId, crate::syntax::Attribute)| {
        let tree = program.tree(*file);
        tree.text(attribute.name)
    };
    let replaced = |kind: &str| {
        let is_over = kinds.contains(&kind) || over.attributes.iter().any(|attribute| name(attribute) == kind);
        is_over && !MERGED_INSIDE.contains(&kind)
    };
    base.blocks.retain(|block| !replaced(kind(program, *block)));
    base.attributes.retain(|attribute| !kinds.contains(&name(attribute)) || MERGED_INSIDE.contains(&name(attribute)));
    for attribute in over.attributes {
        let same = |existing: &&mut _| name(existing) == name(&attribute);
        match base.attributes.iter_mut().find(same) {
            Some(existing) if !MERGED_INSIDE.contains(&name(&attribute)) => *existing = attribute,
            _ => base.attributes.push(attribute),
        }
    }
    base.blocks.extend(over.blocks);
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
