//! Module sources that OpenTofu, and Terraform from 1.15 on, work out before anything else: from literals, locals, variables
//! and `path.module`. What needs more than that is not known here.

use std::collections::HashMap;

use super::directory::ParsedFile;
use super::load::{Caller, Loader};
use super::module::{AssignmentSource, CallTarget, ExprRef, ModuleCall, ModuleId, Problem, Program};
use super::read::literal;
use crate::syntax::{Node, NodeId, Tree};

/// How many names may lead to each other.
const MAX_DEPTH: usize = 32;

/// How many parts of expressions are looked at for one source: names may lead to each other in many ways.
const MAX_STEPS: usize = 256;

/// The longest source, in bytes.
const MAX_TEXT: usize = 4096;

/// How often the sources of a module's calls are compared between those who call it; a program with more is made to take
/// long.
const MAX_COMPARED: usize = 10_000;

/// What a name stands for.
enum Meaning<'t, S> {
    /// An expression, and where its own names are looked up.
    Expr(S, Tree<'t>, NodeId),
    /// A text that was given.
    Text(&'t str),
}

/// Where names are looked up.
trait Scope<'t>: Copy {
    /// What `var.name` or `local.name` stands for.
    fn find(self, kind: &str, name: &str) -> Option<Meaning<'t, Self>>;
}

/// A source in the making.
#[derive(Default)]
struct Source {
    text: String,
    steps: usize,
}

impl Source {
    /// The text of an expression, if it can be known so early.
    fn of<'t, S: Scope<'t>>(scope: S, tree: Tree<'t>, node: NodeId) -> Option<String> {
        let mut source = Self::default();
        source.take(scope, tree, node, 0)?;
        Some(source.text)
    }

    fn take<'t, S: Scope<'t>>(&mut self, scope: S, tree: Tree<'t>, node: NodeId, depth: usize) -> Option<()> {
        self.steps += 1;
        if depth > MAX_DEPTH || self.steps > MAX_STEPS {
            return None;
        }
        match tree.node(node) {
            Node::Str(text) => self.push(tree.text(text)),
            Node::Template(parts) => {
                tree.list(parts).iter().try_for_each(|part| self.take(scope, tree, *part, depth + 1))
            }
            Node::Wrap(inner) | Node::Paren(inner) => self.take(scope, tree, inner, depth + 1),
            Node::Attr(base, name) => {
                let Node::Variable(root) = tree.node(base) else { return None };
                match (tree.text(root), tree.text(name)) {
                    // Local sources are relative to the module that calls.
                    ("path", "module") => self.push("."),
                    (kind @ ("var" | "local"), name) => match scope.find(kind, name)? {
                        Meaning::Text(text) => self.push(text),
                        Meaning::Expr(scope, tree, node) => self.take(scope, tree, node, depth + 1),
                    },
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn push(&mut self, text: &str) -> Option<()> {
        self.text.push_str(text);
        (self.text.len() <= MAX_TEXT).then_some(())
    }
}

/// What the files of one directory declare: names by `var` and `local`.
pub(super) struct Declared<'t>(HashMap<(&'static str, &'t str), (Tree<'t>, NodeId)>);

impl<'t> Declared<'t> {
    pub(super) fn of(files: &'t [ParsedFile]) -> Self {
        let mut names = HashMap::new();
        let trees = files.iter().map(|file| file.tree.view(&file.text)).filter(|tree| !tree.bodies.is_empty());
        for (tree, block) in trees.flat_map(|tree| tree.blocks_in(tree.root()).map(move |block| (tree, block))) {
            let body = tree.block(block).body;
            match tree.kind(block) {
                "variable" => {
                    if let (Some(name), Some(default)) = (tree.label(block, 0), tree.attribute(body, "default")) {
                        names.entry(("var", name)).or_insert((tree, default.expr));
                    }
                }
                "locals" => {
                    for local in tree.attributes(body) {
                        names.entry(("local", tree.text(local.name))).or_insert((tree, local.expr));
                    }
                }
                _ => {}
            }
        }
        Self(names)
    }

    /// A source as the first look at a directory can know it: by defaults and locals.
    pub(super) fn source(&self, tree: Tree<'t>, node: NodeId) -> Option<String> {
        Source::of(self, tree, node)
    }
}

impl<'t> Scope<'t> for &Declared<'t> {
    fn find(self, kind: &str, name: &str) -> Option<Meaning<'t, Self>> {
        let (tree, node) = self.0.get(&(if kind == "var" { "var" } else { "local" }, name))?;
        Some(Meaning::Expr(self, *tree, *node))
    }
}

/// A module as one call calls it.
#[derive(Clone, Copy)]
struct Called<'l> {
    program: &'l Program,
    callers: &'l HashMap<ModuleId, Caller>,
    module: ModuleId,
    caller: Option<&'l Caller>,
}

impl<'l> Called<'l> {
    fn expr(self, expr: ExprRef) -> Meaning<'l, Self> {
        Meaning::Expr(self, self.program.tree(expr.file), expr.node)
    }

    fn variable(self, name: &str) -> Option<Meaning<'l, Self>> {
        let program = self.program;
        let default = || Some(self.expr(program.module(self.module).variables.get(name)?.default?));
        if let Some((above, call)) = self.caller {
            let call = program.module(*above).calls.get(call);
            let Some(given) = call.and_then(|call| call.input(program, name)) else { return default() };
            return Some(Self { module: *above, caller: self.callers.get(above), ..self }.expr(given));
        }
        if self.module != Program::ROOT {
            return None;
        }
        match program.assignments.get(name).and_then(|all| all.last()) {
            Some(given) if matches!(given.source, AssignmentSource::CommandLine | AssignmentSource::Environment) => {
                Some(Meaning::Text(&program.sources.get(given.expr.file).text))
            }
            Some(given) => Some(self.expr(given.expr)),
            None => default(),
        }
    }
}

impl<'l> Scope<'l> for Called<'l> {
    fn find(self, kind: &str, name: &str) -> Option<Meaning<'l, Self>> {
        match kind {
            "local" => Some(self.expr(self.program.module(self.module).locals.get(name)?.expr)),
            _ => self.variable(name),
        }
    }
}

impl Loader<'_> {
    /// The source of a call in a module, if it can be known before modules are read.
    pub(super) fn early_source(&self, module: ModuleId, source: ExprRef) -> Option<String> {
        self.source_by(module, self.callers.get(&module), source)
    }

    fn source_by(&self, module: ModuleId, caller: Option<&Caller>, source: ExprRef) -> Option<String> {
        let called = Called { program: &self.program, callers: &self.callers, module, caller };
        Source::of(called, self.program.tree(source.file), source.node)
    }

    /// A module is read once for all calls. Where they give it different sources for a call of its own, that call leads
    /// nowhere.
    pub(super) fn cut_ambiguous_calls(&mut self) {
        let mut room = MAX_COMPARED;
        for (id, callers) in self.callers_of_computed() {
            for name in self.ambiguous(id, &callers, &mut room) {
                let call = &self.program.module(id).calls[&name];
                let message = format!("module \"{name}\" was not read: its source differs from call to call");
                let problem = Problem::new(message).at(self.place_of(call)).help("give a plan");
                self.program.warnings.push(problem);
                self.program.modules[id.0 as usize].calls[&name].target = CallTarget::Dynamic;
            }
        }
    }

    /// The modules in which the source of a call had to be worked out, with all calls that lead to them.
    fn callers_of_computed(&self) -> Vec<(ModuleId, Vec<Caller>)> {
        let modules = || (0..self.program.modules.len() as u32).map(ModuleId);
        let computed = modules().filter(|id| *id != Program::ROOT && self.computed(*id).next().is_some());
        let mut found: Vec<(ModuleId, Vec<Caller>)> = computed.map(|id| (id, Vec::new())).collect();
        if found.is_empty() {
            return found;
        }
        for above in modules() {
            for call in self.program.module(above).calls.values() {
                if let CallTarget::Module(target) = call.target
                    && let Ok(at) = found.binary_search_by_key(&target.0, |(id, _)| id.0)
                {
                    found[at].1.push((above, call.name.clone()));
                }
            }
        }
        found
    }

    /// The calls of a module whose source was worked out, with the expression.
    fn computed(&self, id: ModuleId) -> impl Iterator<Item = (&ModuleCall, ExprRef)> {
        let is_literal = |expr: ExprRef| literal(self.program.tree(expr.file), expr.node).is_some();
        let calls = self.program.module(id).calls.values().filter(|call| call.source.is_some());
        calls.filter_map(|call| Some((call, call.source_expr?))).filter(move |(_, expr)| !is_literal(*expr))
    }

    /// The calls of a module whose sources are not the same for all who call it; `room` is how often may be compared.
    fn ambiguous(&self, id: ModuleId, callers: &[Caller], room: &mut usize) -> Vec<String> {
        let differs = |(call, source): &(&ModuleCall, ExprRef)| match room.checked_sub(callers.len()) {
            Some(left) => {
                *room = left;
                callers.iter().any(|caller| self.source_by(id, Some(caller), *source) != call.source)
            }
            None => true,
        };
        self.computed(id).filter(differs).map(|(call, _)| call.name.clone()).collect()
    }
}
