//! `check` blocks: assertions on the whole configuration, and the data source that one may read for them.

use super::assemble::{Assembler, Declaration, twice};
use super::module::{BlockRef, Check, MergedBody, Mode};
use super::read::{body_of, entries, json_blocks, json_body};
use crate::syntax::Node;

impl Assembler<'_> {
    /// Takes a check in.
    pub(super) fn take_check(&mut self, block: BlockRef, overrides: bool) {
        let Some([name]) = self.labels(block, ["a name"]) else { return };
        let program = self.program;
        let header = program.tree(block.file).block(block.block).header;
        if overrides {
            self.refuse(block.file, header, "a check cannot be overridden".to_owned(), "");
            return;
        }
        if let Some(first) = self.module.checks.get(&name) {
            let first = (first.block.file, program.tree(first.block.file).block(first.block.block).header);
            if !self.is_full() {
                self.error(twice(program, &format!("check \"{name}\""), first, (block.file, header)));
            }
            return;
        }
        let body = body_of(program, block);
        for (place, (type_name, resource), data) in self.data_of(block, &body) {
            self.refuse_in_checked(block, &data);
            let declaration = Declaration { block: place, body: data };
            self.declare_checked((Mode::Data, type_name, resource), &name, declaration);
        }
        self.refuse_conditions(block, false);
        let asserts = body.conditions(program, "assert");
        let is_assert = |nested: &BlockRef| program.tree(nested.file).kind(nested.block) == "assert";
        let has_none = !body.blocks.iter().any(is_assert) && body.attribute(program, "assert").is_none();
        if has_none && !self.is_broken(block) {
            self.refuse(
                block.file,
                header,
                format!("check \"{name}\" asserts nothing"),
                "an `assert` block is missing",
            );
        }
        self.module.checks.insert(name.clone(), Check { name, block, asserts });
    }

    /// The data sources of a check: the block, type and name, body. There can be one.
    fn data_of(&mut self, block: BlockRef, body: &MergedBody) -> Vec<(BlockRef, (String, String), MergedBody)> {
        let program = self.program;
        let mut found = Vec::new();
        for nested in &body.blocks {
            if program.tree(nested.file).kind(nested.block) == "data"
                && let Some([type_name, name]) = self.labels(*nested, ["a type", "a name"])
            {
                found.push((*nested, (type_name, name), body_of(program, *nested)));
            }
        }
        let tree = program.tree(block.file);
        // In JSON syntax the place is the check's.
        for (_, attribute) in
            body.attributes.iter().filter(|(_, attribute)| tree.json && tree.text(attribute.name) == "data")
        {
            for (type_key, names) in json_blocks(tree, attribute.expr).iter().flat_map(|node| entries(tree, *node)) {
                for (name_key, bodies) in json_blocks(tree, names).iter().flat_map(|node| entries(tree, *node)) {
                    let (Node::Str(type_name), Node::Str(name)) = (tree.node(type_key), tree.node(name_key)) else {
                        continue;
                    };
                    let key = (tree.text(type_name).to_owned(), tree.text(name).to_owned());
                    let bodies = json_blocks(tree, bodies).into_iter();
                    found.extend(bodies.map(|node| (block, key.clone(), json_body(tree, block.file, node))));
                }
            }
        }
        if let [_, (second, ..), ..] = &found[..] {
            let (file, header) = (second.file, program.tree(second.file).block(second.block).header);
            self.refuse(file, header, "a check has one data source at most".to_owned(), "this is the second one");
        }
        found
    }

    /// A data source of a check cannot repeat, and the check says what happens to it.
    fn refuse_in_checked(&mut self, check: BlockRef, body: &MergedBody) {
        for name in ["count", "for_each"] {
            if let Some((file, attribute)) = body.attribute(self.program, name) {
                let message = format!("a data source of a check takes no `{name}`");
                self.refuse(file, attribute.name_span, message, "");
            }
        }
        let is_lifecycle = |block: &&BlockRef| self.program.tree(block.file).kind(block.block) == "lifecycle";
        if body.blocks.iter().any(|block| is_lifecycle(&block)) || body.attribute(self.program, "lifecycle").is_some() {
            let header = self.program.tree(check.file).block(check.block).header;
            let message = "a data source of a check takes no `lifecycle` block".to_owned();
            self.refuse(check.file, header, message, "");
        }
    }
}
