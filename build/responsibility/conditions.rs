//! The conditions: expressions of Terraform's language, parsed once, with every path looked up in the schemas.

use super::emit::{optional, overrides_literal};
use super::table::Row;
use super::{Compiler, pattern};
use crate::schema::facts::{self, TypeSchema};
use crate::schema::path::resolve_path;
use crate::syntax::{Node, NodeId, Tree, parse};
use crate::tree;

/// The names that an expression may begin with.
const ROOTS: [&str; 2] = ["attrs", "provider"];

impl<'t> Compiler<'t> {
    /// Exact patterns first, then prefixes; both sorted by pattern and order.
    pub(super) fn conditions(&mut self) {
        let mut rows: Vec<(bool, &str, Row<'t>)> = self.rows("conditions").map(|row| pattern(row, "pattern")).collect();
        let order = |row: &Row<'_>| row.get("order").parse::<u32>().unwrap_or_default();
        rows.sort_by_key(|(prefix, text, row)| (*prefix, *text, order(row)));
        for pair in rows.windows(2) {
            if (pair[0].1, order(&pair[0].2)) == (pair[1].1, order(&pair[1].2)) {
                pair[1].2.problem(&mut self.problems, "a pattern has each order once");
            }
        }
        let exact = rows.iter().filter(|(prefix, ..)| !prefix).count();
        // One file of the language, one condition a line.
        let lines = rows.iter().enumerate();
        let source: String = lines.map(|(index, (_, _, row))| format!("c{index} = {}\n", row.get("when"))).collect();
        let parsed = parse(&source);
        for error in &parsed.errors {
            let line = source[..error.span.start as usize].matches('\n').count().min(rows.len() - 1);
            rows[line].2.problem(&mut self.problems, format_args!("the condition cannot be read: {}", error.message));
        }
        if !parsed.errors.is_empty() {
            return;
        }
        let view = parsed.view(&source);
        let expressions: Vec<NodeId> = view.attributes(view.root()).map(|attribute| attribute.expr).collect();
        let mut records = Vec::new();
        for ((prefix, text, row), node) in rows.iter().zip(&expressions) {
            let attrs = if *prefix { None } else { facts::resource(text) };
            if !prefix && attrs.is_none() {
                row.problem(&mut self.problems, format_args!("no schema has the type {text:?}"));
            }
            let provider = facts::provider_config(text.split('_').next().unwrap_or_default());
            let mut walk = Walk { tree: view, attrs, provider, names: Vec::new(), found: Vec::new() };
            walk.expression(*node);
            for problem in walk.found {
                row.problem(&mut self.problems, problem);
            }
            records.push(self.condition(*row, text, *node));
        }
        self.table("CONDITIONS", "Condition", &records);
        let tree = tree::expression(&source, &parsed);
        self.rust.push_str(&format!(
            "/// Number of exact patterns at the beginning of `CONDITIONS`.\npub(super) const EXACT_CONDITIONS: usize = {exact};\n\
             pub(super) static CONDITION_TREE: Tree<'static> = {tree};\n"
        ));
    }

    fn condition(&mut self, row: Row<'t>, text: &str, node: NodeId) -> String {
        let model = row.get("model");
        let model = (!model.is_empty()).then(|| format!("ModelId({})", self.model(row, model)));
        let overrides = self.overrides(row, row.get("overrides"));
        if model.is_none() && overrides == 0 {
            row.problem(&mut self.problems, "a condition sets a model, or the owner of a layer");
        }
        format!(
            "Condition {{ pattern: {text:?}, when: {:?}, why: {:?}, model: {}, overrides: {}, sources: {}, node: NodeId({}) }}",
            row.get("when"),
            row.get("why"),
            optional(model),
            overrides_literal(overrides),
            self.source(row.get("source")),
            node.0
        )
    }
}

/// Looks up every path of one expression.
struct Walk<'t> {
    tree: Tree<'t>,
    /// The type of `attrs`; `None` where the pattern is a prefix.
    attrs: Option<TypeSchema>,
    /// The configuration of its provider, where a schema describes it.
    provider: Option<TypeSchema>,
    /// Names of `for` expressions around, with the path of what they stand for.
    names: Vec<(&'t str, Option<Vec<String>>)>,
    found: Vec<String>,
}

impl<'t> Walk<'t> {
    fn expression(&mut self, id: NodeId) {
        match self.tree.node(id) {
            Node::Variable(name) => {
                let name = self.tree.text(name);
                if !ROOTS.contains(&name) && !self.names.iter().any(|(known, _)| *known == name) {
                    self.found.push(format!("no name {name:?} here: a condition knows {}", ROOTS.join(", ")));
                }
            }
            Node::Attr(of, _) => {
                self.look_up(id);
                self.expression(of);
            }
            Node::For(index) => {
                let each = *self.tree.for_expr(index);
                self.expression(each.collection);
                let path = self.path(each.collection);
                let before = self.names.len();
                self.names.push((self.tree.text(each.value_name), path));
                self.names.extend(each.key_name.map(|name| (self.tree.text(name), None)));
                for part in [each.key, each.cond].into_iter().flatten() {
                    self.expression(part.get());
                }
                self.expression(each.value);
                self.names.truncate(before);
            }
            Node::Call(index) => self.all(self.tree.list(self.tree.call(index).args)),
            Node::Template(parts) | Node::Tuple(parts) | Node::Object(parts) => self.all(self.tree.list(parts)),
            Node::Index(a, b) | Node::Binary(_, a, b) | Node::Splat { source: a, each: b } => self.all(&[a, b]),
            Node::Conditional(a, b, c) => self.all(&[a, b, c]),
            Node::Wrap(of) | Node::Unary(_, of) | Node::Paren(of) => self.expression(of),
            _ => {}
        }
    }

    fn all(&mut self, parts: &[NodeId]) {
        for part in parts {
            self.expression(*part);
        }
    }

    fn look_up(&mut self, id: NodeId) {
        let Some(path) = self.path(id) else { return };
        let Some((root, names)) = path.split_first() else { return };
        let schema = if root == "provider" { self.provider } else { self.attrs };
        // Some providers' own arguments are not described.
        let Some(schema) = schema.filter(|schema| schema.root().attrs().len() > 0) else { return };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let Err(error) = resolve_path(schema.root(), &names) else { return };
        let nearest = error.nearest.map(|nearest| format!("; nearest: {nearest}")).unwrap_or_default();
        let lacking = names.get(error.at).copied().unwrap_or_default();
        let problem = format!("{} has no {lacking:?} in any major version{nearest}", schema.name());
        if !self.found.contains(&problem) {
            self.found.push(problem);
        }
    }

    /// The names that lead to a value, beginning with a root; indices do not count.
    fn path(&self, id: NodeId) -> Option<Vec<String>> {
        match self.tree.node(id) {
            Node::Variable(name) => {
                let name = self.tree.text(name);
                match self.names.iter().rev().find(|(known, _)| *known == name) {
                    Some((_, path)) => path.clone(),
                    None => Some(vec![name.to_owned()]),
                }
            }
            Node::Attr(of, name) => {
                let mut path = self.path(of)?;
                let name = self.tree.text(name);
                if !name.bytes().all(|byte| byte.is_ascii_digit()) {
                    path.push(name.to_owned());
                }
                Some(path)
            }
            Node::Index(of, _) | Node::Paren(of) => self.path(of),
            _ => None,
        }
    }
}
