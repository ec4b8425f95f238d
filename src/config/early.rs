//! Module sources that OpenTofu works out before anything else: from literals, locals, variables and `path.module`. What
//! needs more than that is not known here.

use super::directory::ParsedFile;
use super::load::{Caller, Loader};
use super::module::{AssignmentSource, CallTarget, ExprRef, ModuleCall, ModuleId, Problem, Program};
use super::read::literal;
use crate::source::FileId;
use crate::syntax::{Attribute, Node, NodeId, Tree};

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
        self.early_text(module, self.callers.get(&module), source, 0)
    }

    /// An expression in a module as `caller` calls it.
    fn early_text(&self, module: ModuleId, caller: Option<&Caller>, wanted: ExprRef, depth: usize) -> Option<String> {
        let program = &self.program;
        let expr = |expr: ExprRef| Meaning::Expr(program.tree(expr.file), expr.node);
        let default = |name: &str| program.module(module).variables.get(name)?.default.map(expr);
        let find = |kind: &str, name: &str| match (kind, caller) {
            ("local", _) => program.module(module).locals.get(name).map(|local| expr(local.expr)),
            (_, Some((above, call))) if depth < MAX_DEPTH => {
                let inputs = &program.module(*above).calls.get(call)?.inputs;
                let is_it = |input: &&(FileId, Attribute)| program.tree(input.0).text(input.1.name) == name;
                let Some((file, input)) = inputs.iter().find(is_it) else { return default(name) };
                let given = ExprRef { file: *file, node: input.expr };
                self.early_text(*above, self.callers.get(above), given, depth + 1).map(Meaning::Text)
            }
            _ if module != Program::ROOT => None,
            _ => match program.assignments.get(name).and_then(|all| all.last()) {
                Some(given)
                    if matches!(given.source, AssignmentSource::CommandLine | AssignmentSource::Environment) =>
                {
                    Some(Meaning::Text(program.sources.get(given.expr.file).text.clone()))
                }
                Some(given) => Some(expr(given.expr)),
                None => default(name),
            },
        };
        text(program.tree(wanted.file), wanted.node, &find, 0)
    }

    /// A module is read once for all calls. Where they give it different sources for a call of its own, that call leads
    /// nowhere.
    pub(super) fn cut_ambiguous_calls(&mut self) {
        let early = |id: ModuleId| {
            let calls = self.program.module(id).calls.values();
            let worked_out = |call: &&ModuleCall| {
                let is_literal = |expr: ExprRef| literal(self.program.tree(expr.file), expr.node).is_some();
                call.source.is_some() && call.source_expr.is_some_and(|expr| !is_literal(expr))
            };
            calls.filter(worked_out).map(move |call| (id, call.name.clone())).collect::<Vec<_>>()
        };
        let ids = (0..self.program.modules.len() as u32).map(ModuleId).filter(|id| *id != Program::ROOT);
        let worked_out: Vec<Caller> = ids.flat_map(early).collect();
        let ambiguous: Vec<Caller> = worked_out.into_iter().filter(|(id, name)| self.is_ambiguous(*id, name)).collect();
        for (id, name) in ambiguous {
            let call = &self.program.module(id).calls[&name];
            let problem = Problem::new(format!("module \"{name}\" was not read: its source differs from call to call"));
            let problem = problem.at(self.place_of(call)).help("give a plan");
            self.program.warnings.push(problem);
            self.program.modules[id.0 as usize].calls[&name].target = CallTarget::Dynamic;
        }
    }

    fn is_ambiguous(&self, id: ModuleId, name: &str) -> bool {
        let call = &self.program.module(id).calls[name];
        let Some(source) = call.source_expr else { return false };
        let modules = (0..self.program.modules.len() as u32).map(ModuleId);
        let calls = modules.flat_map(|above| self.program.module(above).calls.values().map(move |call| (above, call)));
        let mut callers = calls.filter(|(_, call)| call.target == CallTarget::Module(id));
        callers
            .any(|(above, caller)| self.early_text(id, Some(&(above, caller.name.clone())), source, 0) != call.source)
    }
}
