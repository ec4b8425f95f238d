//! Module sources that OpenTofu works out before anything else: from literals, locals, variables of the root module and
//! `path.module`. What needs more than that is not known here.

use super::directory::ParsedFile;
use super::load::Loader;
use super::module::{AssignmentSource, ExprRef, ModuleId, Program};
use crate::syntax::{Node, NodeId, Tree};

/// How many names may lead to each other.
const MAX_DEPTH: usize = 32;

/// What a name stands for.
pub(super) enum Meaning<'t> {
    /// An expression.
    Expr(Tree<'t>, NodeId),
    /// A text that was given.
    Text(String),
}

/// Finds `var.name` and `local.name`.
type Find<'f, 't> = &'f dyn Fn(&str, &str) -> Option<Meaning<'t>>;

/// The text of an expression, if it can be known so early.
fn text<'t>(tree: Tree<'t>, node: NodeId, find: Find<'_, 't>, depth: usize) -> Option<String> {
    if depth > MAX_DEPTH {
        return None;
    }
    match tree.node(node) {
        Node::Str(text) => Some(tree.text(text).to_owned()),
        Node::Template(parts) => tree.list(parts).iter().map(|part| text(tree, *part, find, depth + 1)).collect(),
        Node::Wrap(inner) | Node::Paren(inner) => text(tree, inner, find, depth + 1),
        Node::Attr(base, name) => {
            let Node::Variable(root) = tree.node(base) else { return None };
            match (tree.text(root), tree.text(name)) {
                // Local sources are relative to the module that calls.
                ("path", "module") => Some(".".to_owned()),
                (kind @ ("var" | "local"), name) => match find(kind, name)? {
                    Meaning::Text(text) => Some(text),
                    Meaning::Expr(tree, node) => text(tree, node, find, depth + 1),
                },
                _ => None,
            }
        }
        _ => None,
    }
}

/// A source as the first look at a directory can know it: by defaults and locals.
pub(super) fn source_in(files: &[ParsedFile], tree: Tree<'_>, node: NodeId) -> Option<String> {
    let find = |kind: &str, name: &str| {
        let trees = files.iter().map(|file| file.tree.view(&file.text)).filter(|tree| !tree.bodies.is_empty());
        let mut found = trees.flat_map(|tree| tree.blocks_in(tree.root()).map(move |block| (tree, block)));
        found.find_map(|(tree, block)| {
            let body = tree.block(block).body;
            let attribute = match (kind, tree.kind(block)) {
                ("var", "variable") if tree.label(block, 0) == Some(name) => tree.attribute(body, "default"),
                ("local", "locals") => tree.attribute(body, name),
                _ => None,
            };
            attribute.map(|attribute| Meaning::Expr(tree, attribute.expr))
        })
    };
    text(tree, node, &find, 0)
}

impl Loader<'_> {
    /// The source of a call in a module, if it can be known before modules are read.
    pub(super) fn early_source(&self, module: ModuleId, source: ExprRef) -> Option<String> {
        let program = &self.program;
        let expr = |expr: ExprRef| Meaning::Expr(program.tree(expr.file), expr.node);
        let find = |kind: &str, name: &str| match kind {
            "local" => program.module(module).locals.get(name).map(|local| expr(local.expr)),
            // A module is read once for all calls, so its variables have no value yet.
            _ if module != Program::ROOT => None,
            _ => match program.assignments.get(name).and_then(|all| all.last()) {
                Some(given)
                    if matches!(given.source, AssignmentSource::CommandLine | AssignmentSource::Environment) =>
                {
                    Some(Meaning::Text(program.sources.get(given.expr.file).text.clone()))
                }
                Some(given) => Some(expr(given.expr)),
                None => program.module(module).variables.get(name)?.default.map(expr),
            },
        };
        text(program.tree(source.file), source.node, &find, 0)
    }
}
