//! What expressions refer to, as Terraform sees it before any value is known: names and literal keys.

use rustc_hash::FxHashSet;

use crate::config::{BlockRef, ExprRef, MergedBody, Program, entry};
use crate::source::FileId;
use crate::syntax::{BodyId, Item, Node, NodeId, Tree};

/// A step after the first name of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'t> {
    /// `.name`
    Attr(&'t str),
    /// `[0]`, `["key"]`, `.0`: the key is written out.
    Key(Key<'t>),
}

/// A key that is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key<'t> {
    /// `[0]`
    Number(&'t str),
    /// `["key"]`
    Text(&'t str),
    /// `[true]`
    Bool,
}

/// A reference, up to the first key that is no literal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference<'r, 't> {
    /// The first name: `var`, `aws_instance`.
    pub(super) root: &'t str,
    /// What follows it.
    pub(super) steps: &'r [Step<'t>],
    /// The whole expression that it begins.
    pub(super) at: ExprRef,
}

/// Names bound by `for` and `dynamic`, innermost first.
#[derive(Clone, Copy)]
pub(super) struct Names<'e, 't> {
    name: &'t str,
    outer: Option<&'e Self>,
}

fn binds(mut names: Option<&Names<'_, '_>>, name: &str) -> bool {
    while let Some(here) = names {
        if here.name == name {
            return true;
        }
        names = here.outer;
    }
    false
}

/// Whatever is told of references.
pub(super) type Visit<'v, 't> = dyn FnMut(Reference<'_, 't>) + 'v;

/// Tells all references of an expression.
pub(super) fn of_expr<'t>(program: &'t Program, expr: ExprRef, visit: &mut Visit<'_, 't>) {
    Walk { program, tree: program.tree(expr.file), file: expr.file, visit }.expr(expr.node, None);
}

/// Tells all references of a body with its nested blocks.
pub(super) fn of_body<'t>(program: &'t Program, body: &MergedBody, visit: &mut Visit<'_, 't>) {
    let mut made = FxHashSet::default();
    for (file, attribute) in body.attributes.iter().chain(&body.dynamic) {
        let tree = program.tree(*file);
        if tree.json {
            iterators(tree, attribute.expr, &mut made);
        }
    }
    for (file, attribute) in &body.dynamic {
        made.extend(iterator_of(program.tree(*file), program.tree(*file).text(attribute.name), attribute.expr));
    }
    let mut unbound = |reference: Reference<'_, 't>| {
        if !made.contains(reference.root) {
            visit(reference);
        }
    };
    let mut walk = Walk { program, tree: Tree::default(), file: FileId(0), visit: &mut unbound };
    for (file, attribute) in body.attributes.iter().chain(&body.dynamic) {
        walk.enter(*file).expr(attribute.expr, None);
    }
    for BlockRef { file, block } in &body.blocks {
        walk.enter(*file).block(*block, None);
    }
}

/// The names that `dynamic` blocks in JSON syntax bind, wherever they stand.
fn iterators<'t>(tree: Tree<'t>, node: NodeId, made: &mut FxHashSet<&'t str>) {
    match tree.node(node) {
        Node::Tuple(items) => {
            for item in tree.list(items) {
                iterators(tree, *item, made);
            }
        }
        Node::Object(pairs) => {
            for pair in tree.list(pairs).chunks_exact(2) {
                iterators(tree, pair[1], made);
                let (Node::Str(key), Node::Object(kinds)) = (tree.node(pair[0]), tree.node(pair[1])) else { continue };
                if tree.text(key) != "dynamic" {
                    continue;
                }
                for kind in tree.list(kinds).chunks_exact(2) {
                    if let Node::Str(name) = tree.node(kind[0]) {
                        made.extend(iterator_of(tree, tree.text(name), kind[1]));
                    }
                }
            }
        }
        _ => {}
    }
}

/// The names that one kind of `dynamic` block in JSON syntax binds: its own, and those that are given.
fn iterator_of<'t>(tree: Tree<'t>, name: &'t str, node: NodeId) -> Vec<&'t str> {
    let bodies = crate::config::json_blocks(tree, node).into_iter();
    let given = bodies.filter_map(|body| match tree.node(entry(tree, body, "iterator")?) {
        Node::Str(text) => Some(tree.text(text)),
        _ => None,
    });
    std::iter::once(name).chain(given).collect()
}

struct Walk<'w, 'v, 't> {
    program: &'t Program,
    tree: Tree<'t>,
    file: FileId,
    visit: &'w mut Visit<'v, 't>,
}

impl<'t> Walk<'_, '_, 't> {
    /// Goes on in another file.
    fn enter(&mut self, file: FileId) -> &mut Self {
        self.file = file;
        self.tree = self.program.tree(file);
        self
    }

    fn block(&mut self, block: crate::syntax::BlockId, names: Option<&Names<'_, 't>>) {
        let body = self.tree.block(block).body;
        match (self.tree.kind(block), self.tree.label(block, 0)) {
            ("dynamic", Some(label)) => self.dynamic(label, body, names),
            _ => self.body(body, names),
        }
    }

    fn body(&mut self, body: BodyId, names: Option<&Names<'_, 't>>) {
        for item in self.tree.items(body) {
            match item {
                Item::Attribute(attribute) => self.expr(attribute.expr, names),
                Item::Block(block) => self.block(*block, names),
            }
        }
    }

    fn dynamic(&mut self, label: &'t str, body: BodyId, names: Option<&Names<'_, 't>>) {
        let iterator =
            self.tree.attribute(body, "iterator").and_then(|attribute| match self.tree.node(attribute.expr) {
                Node::Variable(text) | Node::Str(text) => Some(self.tree.text(text)),
                _ => None,
            });
        let bound = Names { name: iterator.unwrap_or(label), outer: names };
        for item in self.tree.items(body) {
            match item {
                Item::Attribute(attribute) => match self.tree.text(attribute.name) {
                    "for_each" => self.expr(attribute.expr, names),
                    "labels" => self.expr(attribute.expr, Some(&bound)),
                    _ => {}
                },
                Item::Block(content) => self.body(self.tree.block(*content).body, Some(&bound)),
            }
        }
    }

    /// Trees are of bounded height.
    fn expr(&mut self, node: NodeId, names: Option<&Names<'_, 't>>) {
        let tree = self.tree;
        match tree.node(node) {
            Node::Null | Node::Bool(_) | Node::Number(_) | Node::Str(_) => {}
            Node::SplatItem | Node::BlockHeader(_) | Node::Invalid => {}
            Node::Template(parts) | Node::Tuple(parts) | Node::Object(parts) => self.all(tree.list(parts), names),
            Node::Wrap(inner) | Node::Paren(inner) | Node::Unary(_, inner) => self.expr(inner, names),
            Node::IfDirective { cond, then, otherwise } => {
                self.all(&[cond, then], names);
                if let Some(otherwise) = otherwise {
                    self.expr(otherwise.get(), names);
                }
            }
            Node::Variable(_) | Node::Attr(..) | Node::Index(..) => self.traversal(node, names),
            Node::Splat { source, each } => self.all(&[source, each], names),
            Node::Call(index) => self.all(tree.list(tree.call(index).args), names),
            Node::Binary(_, left, right) => self.all(&[left, right], names),
            Node::Conditional(cond, then, otherwise) => self.all(&[cond, then, otherwise], names),
            Node::ForDirective(index) | Node::For(index) => {
                let each = tree.for_expr(index);
                self.expr(each.collection, names);
                let value = Names { name: tree.text(each.value_name), outer: names };
                let key = each.key_name.map(|name| Names { name: tree.text(name), outer: Some(&value) });
                let bound = Some(key.as_ref().unwrap_or(&value));
                self.expr(each.value, bound);
                for part in [each.key, each.cond].into_iter().flatten() {
                    self.expr(part.get(), bound);
                }
            }
        }
    }

    fn all(&mut self, nodes: &[NodeId], names: Option<&Names<'_, 't>>) {
        for node in nodes {
            self.expr(*node, names);
        }
    }

    fn traversal(&mut self, node: NodeId, names: Option<&Names<'_, 't>>) {
        let tree = self.tree;
        let mut steps: Vec<Step<'t>> = Vec::new();
        let mut root = node;
        loop {
            match tree.node(root) {
                Node::Attr(source, name) => {
                    let name = tree.text(name);
                    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
                    steps.push(if is_number { Step::Key(Key::Number(name)) } else { Step::Attr(name) });
                    root = source;
                }
                Node::Index(source, key) => {
                    match tree.node(key) {
                        Node::Number(text) => steps.push(Step::Key(Key::Number(tree.text(text)))),
                        Node::Str(text) => steps.push(Step::Key(Key::Text(tree.text(text)))),
                        Node::Bool(_) => steps.push(Step::Key(Key::Bool)),
                        _ => {
                            self.expr(key, names);
                            // What follows takes the element apart, which no name says.
                            steps.clear();
                        }
                    }
                    root = source;
                }
                Node::Variable(name) => {
                    let root = tree.text(name);
                    if !binds(names, root) {
                        steps.reverse();
                        (self.visit)(Reference { root, steps: &steps, at: ExprRef { file: self.file, node } });
                    }
                    return;
                }
                _ => return self.expr(root, names),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileKind, SourceFile};

    /// The references of a file's first block, as text.
    fn references(text: &str) -> Vec<String> {
        let mut program = Program::default();
        let file = program
            .add_file(SourceFile::new("main.tf", text.into(), FileKind::Configuration), crate::syntax::parse(text));
        let block = program.tree(file).blocks_in(program.tree(file).root()).next().expect("a block");
        let body = MergedBody { blocks: vec![BlockRef { file, block }], ..MergedBody::default() };
        let mut found = Vec::new();
        of_body(&program, &body, &mut |reference| {
            let steps = reference.steps.iter().map(|step| match step {
                Step::Attr(name) => format!(".{name}"),
                Step::Key(Key::Number(text)) => format!("[{text}]"),
                Step::Key(Key::Text(text)) => format!("[{text:?}]"),
                Step::Key(Key::Bool) => "[bool]".to_owned(),
            });
            found.push(format!("{}{}", reference.root, steps.collect::<String>()));
        });
        found
    }

    #[test]
    fn a_reference_ends_at_the_first_key_that_is_no_literal() {
        let text = r#"x "y" {
          a = t.n[0].id
          b = t.n["k"].id
          c = t.n[each.key].id
          d = t.n.0.id
          e = t.n[*].id
          f = (t.n).id
          g = t.n["${"id"}"]
          h = t.n[-1].id
        }"#;
        let expected = ["t.n[0].id", "t.n[\"k\"].id", "each.key", "t.n", "t.n[0].id", "t.n", "t.n", "t.n", "t.n"];
        assert_eq!(references(text), expected);
    }

    #[test]
    fn names_of_for_and_dynamic_are_no_references() {
        let text = r#"x "y" {
          a = [for k, t in t.n : t.id if k != var.k]
          b = "%{ for t in var.all }${t.id}%{ endfor }"
          dynamic "rule" {
            for_each = rule.all
            iterator = port
            content {
              from = port.value
              to   = rule.value
              dynamic "inner" {
                for_each = port.value.inner
                content { a = [inner.key, port.key] }
              }
            }
          }
        }"#;
        assert_eq!(references(text), ["t.n", "var.k", "var.all", "rule.all", "rule.value"]);
    }
}
