//! Each nested block as a `dynamic` one of a single round, its values through the iterator.

use onus::syntax::{Attribute, BlockId, BodyId, Item, Tree};

use super::edit::{Edits, FIXED_BLOCKS, Source, as_written, iterator};
use super::{Tally, Written, each_file};
use crate::Files;

pub(super) fn rewrite(files: &Files) -> Written {
    each_file(files, |source, tally| {
        let tree = source.tree();
        let mut edits = Edits::default();
        for block in source.blocks() {
            let nested: Vec<BlockId> = tree.blocks_in(tree.block(block).body).collect();
            if !matches!(tree.kind(block), "resource" | "data") {
                nested.iter().for_each(|_| tally.leave("a block of something that is no resource"));
                continue;
            }
            for inner in nested {
                edits.replace(tree.block(inner).span, block_text(&source, inner, &mut Vec::new(), tally));
            }
        }
        edits.apply(&source.text)
    })
}

/// A nested block with all that is in it. `around`: the iterators of dynamic blocks around it that were there before.
fn block_text<'s>(source: &'s Source, block: BlockId, around: &mut Vec<&'s str>, tally: &mut Tally) -> String {
    let tree = source.tree();
    let (kind, body) = (tree.kind(block), tree.block(block).body);
    if FIXED_BLOCKS.contains(&kind) {
        tally.leave("lifecycle, provisioner, connection: never dynamic");
        return source.slice(tree.block(block).span).to_owned();
    }
    if kind == "dynamic" {
        tally.leave("is dynamic already");
        return again(source, block, around, tally);
    }
    tally.rewritten += 1;
    // An iterator of the same name would hide the one that values within speak of.
    let hides = around.contains(&kind);
    let (name, chosen) = if hides { ("written", "iterator = written\n") } else { (kind, "") };
    let mut values = String::new();
    let content = content(source, body, around, tally, |index, attribute| {
        values.push_str(&format!("written_{index} = {}\n", source.written(attribute.expr)));
        format!("{} = {name}.value.written_{index}\n", tree.text(attribute.name))
    });
    format!("dynamic \"{kind}\" {{\nfor_each = [{{\n{values}}}]\n{chosen}content {{\n{content}}}\n}}")
}

/// A dynamic block that was one before, with the blocks of its content rewritten.
fn again<'s>(source: &'s Source, block: BlockId, around: &mut Vec<&'s str>, tally: &mut Tally) -> String {
    let tree = source.tree();
    let mut text = format!("{} {{\n", source.slice(tree.block(block).header));
    for item in tree.items(tree.block(block).body) {
        match item {
            Item::Attribute(attribute) => text.push_str(&as_written(source, attribute)),
            Item::Block(inner) => {
                around.push(iterator(&tree, block));
                let body = tree.block(*inner).body;
                let content = content(source, body, around, tally, |_, attribute| as_written(source, attribute));
                around.pop();
                text.push_str(&format!("content {{\n{content}}}\n"));
            }
        }
    }
    text.push('}');
    text
}

fn content<'s>(
    source: &'s Source,
    body: BodyId,
    around: &mut Vec<&'s str>,
    tally: &mut Tally,
    mut attribute_text: impl FnMut(usize, &Attribute) -> String,
) -> String {
    let tree: Tree<'_> = source.tree();
    let items = tree.items(body).iter().enumerate();
    items
        .map(|(index, item)| match item {
            Item::Attribute(attribute) => attribute_text(index, attribute),
            Item::Block(inner) => block_text(source, *inner, around, tally) + "\n",
        })
        .collect()
}
