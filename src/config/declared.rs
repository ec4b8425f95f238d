//! What a module directory declares, by its blocks' headers alone: enough to tell whether a plan was made of it.

use std::collections::BTreeSet;

use super::directory::{Listing, ParsedDir};
use super::scan::{Cache, RootDir};
use crate::syntax::{BlockId, Tree};

/// The resources, data sources and module calls that a directory declares: `aws_instance.web`, `data.aws_ami.base`,
/// `module.vpc`. What cannot be read is not among them.
pub fn declared(root: &RootDir, cache: &Cache) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut take = |directory: &ParsedDir| {
        for file in directory.files.iter().filter(|file| !file.tree.bodies.is_empty()) {
            let tree = file.tree.view(&file.text);
            for block in tree.blocks_in(tree.root()) {
                names.extend(name(tree, block));
                if tree.kind(block) == "check" {
                    names.extend(tree.blocks_in(tree.block(block).body).filter_map(|inner| name(tree, inner)));
                }
            }
        }
    };
    match cache.directories.get(&root.path) {
        Some(parsed) => take(parsed),
        None => take(&ParsedDir::parse(&Listing::of(&root.path).unwrap_or_default(), &root.access, false)),
    }
    names
}

fn name(tree: Tree<'_>, block: BlockId) -> Option<String> {
    let label = |index| tree.label(block, index);
    Some(match tree.kind(block) {
        "resource" => format!("{}.{}", label(0)?, label(1)?),
        mode @ ("data" | "ephemeral") => format!("{mode}.{}.{}", label(0)?, label(1)?),
        "module" => format!("module.{}", label(0)?),
        _ => return None,
    })
}
