//! A file that is rewritten: its tree, edits by span, and the values in it that may stand elsewhere.

use onus::source::Span;
use onus::syntax::{self, Attribute, BlockId, BodyId, Item, Node, NodeId, Tree, TreeBuf};

use super::Tally;

/// Blocks within a block whose values Terraform wants where they are.
pub(super) const FIXED_BLOCKS: [&str; 3] = ["lifecycle", "provisioner", "connection"];

/// A text in native syntax with its tree.
pub(super) struct Source {
    pub(super) text: String,
    tree: TreeBuf,
}

impl Source {
    pub(super) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { tree: syntax::parse(&text), text }
    }

    pub(super) fn tree(&self) -> Tree<'_> {
        self.tree.view(&self.text)
    }

    /// An expression as it is written. A heredoc ends with its line, which is not part of the text.
    pub(super) fn written(&self, expr: NodeId) -> &str {
        self.slice(self.tree().span(expr)).trim_end_matches(['\r', '\n'])
    }

    pub(super) fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// The blocks of the file itself.
    pub(super) fn blocks(&self) -> Vec<BlockId> {
        self.tree().blocks_in(self.tree().root()).collect()
    }

    /// The text with another one in place of an expression.
    pub(super) fn replace(&self, expr: NodeId, text: impl Into<String>, edits: &mut Edits) {
        let span = self.tree().span(expr);
        let length = self.written(expr).len() as u32;
        edits.replace(Span::new(span.start, span.start + length), text);
    }
}

/// Changes of a text that do not overlap.
#[derive(Default)]
pub(super) struct Edits(Vec<(Span, String)>);

impl Edits {
    pub(super) fn replace(&mut self, span: Span, text: impl Into<String>) {
        self.0.push((span, text.into()));
    }

    pub(super) fn insert(&mut self, at: u32, text: impl Into<String>) {
        self.replace(Span::new(at, at), text);
    }

    pub(super) fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(span, _)| *span);
        let mut changed = String::new();
        let mut at = 0;
        for (span, new) in &self.0 {
            changed.push_str(&text[at..span.start as usize]);
            changed.push_str(new);
            at = span.end as usize;
        }
        changed.push_str(&text[at..]);
        changed
    }
}

/// Whether an expression is written out: no reference, no function, no operator.
pub(super) fn is_literal(tree: &Tree<'_>, expr: NodeId) -> bool {
    match tree.node(expr) {
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::Str(_) => true,
        Node::Tuple(parts) | Node::Object(parts) | Node::Template(parts) => {
            tree.list(parts).iter().all(|part| is_literal(tree, *part))
        }
        Node::Paren(inner) | Node::Unary(_, inner) => is_literal(tree, inner),
        _ => false,
    }
}

/// Which values move.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// Literals: what stands in another module, or in a file of values, cannot refer to what is here.
    Literals,
    /// Whatever is the same for all instances of its block.
    Shared,
}

/// The largest parts of a block's values that can stand elsewhere. Counts those that cannot.
pub(super) fn movable(tree: &Tree<'_>, block: BlockId, moves: Moves, tally: &mut Tally) -> Vec<NodeId> {
    let mut search = Search { tree, moves, found: Vec::new(), tally };
    match tree.kind(block) {
        "resource" | "data" | "ephemeral" | "locals" | "output" | "module" | "provider" => {
            search.body(tree.block(block).body, tree.kind(block), &mut Vec::new());
        }
        _ => search.tally.leave("a declaration: nothing in it may refer to anything"),
    }
    search.found
}

struct Search<'s, 't> {
    tree: &'s Tree<'t>,
    moves: Moves,
    found: Vec<NodeId>,
    tally: &'s mut Tally,
}

impl<'t> Search<'_, 't> {
    fn body(&mut self, body: BodyId, kind: &str, iterators: &mut Vec<&'t str>) {
        for item in self.tree.items(body) {
            match item {
                Item::Attribute(attribute) => match fixed(kind, self.tree.text(attribute.name)) {
                    Some(reason) => self.tally.leave(reason),
                    None => self.expression(attribute.expr, iterators),
                },
                Item::Block(block) => self.nested(*block, iterators),
            }
        }
    }

    fn nested(&mut self, block: BlockId, iterators: &mut Vec<&'t str>) {
        let (kind, body) = (self.tree.kind(block), self.tree.block(block).body);
        if FIXED_BLOCKS.contains(&kind) {
            self.tally.leave("lifecycle, provisioner, connection");
        } else if kind == "dynamic" {
            for attribute in self.tree.attributes(body).filter(|each| self.tree.text(each.name) == "for_each") {
                self.expression(attribute.expr, iterators);
            }
            iterators.push(iterator(self.tree, block));
            self.tree.blocks_in(body).for_each(|content| self.nested(content, iterators));
            iterators.pop();
        } else {
            self.body(body, "", iterators);
        }
    }

    fn expression(&mut self, expr: NodeId, iterators: &[&str]) {
        let moves = match self.moves {
            Moves::Literals => is_literal(self.tree, expr),
            Moves::Shared => {
                !self.tree.mentions(expr, |name| matches!(name, "each" | "count" | "self") || iterators.contains(&name))
            }
        };
        if moves {
            self.found.push(expr);
            return;
        }
        match self.tree.node(expr) {
            Node::Tuple(items) => self.all(self.tree.list(items), iterators),
            Node::Object(pairs) => {
                self.tree.list(pairs).chunks_exact(2).for_each(|pair| self.expression(pair[1], iterators));
            }
            Node::Call(call) => self.all(self.tree.list(self.tree.call(call).args), iterators),
            Node::Conditional(condition, then, otherwise) => self.all(&[condition, then, otherwise], iterators),
            Node::Binary(_, left, right) => self.all(&[left, right], iterators),
            Node::Paren(inner) | Node::Unary(_, inner) => self.expression(inner, iterators),
            Node::Template(_) | Node::Wrap(_) => self.tally.leave("a template: its words are no expressions"),
            Node::For(_) => self.tally.leave("a `for`: what it makes differs from round to round"),
            _ if self.moves == Moves::Literals => self.tally.leave("a reference: there is no literal to move"),
            _ => self.tally.leave("a value that differs from instance to instance"),
        }
    }

    fn all(&mut self, parts: &[NodeId], iterators: &[&str]) {
        parts.iter().for_each(|part| self.expression(*part, iterators));
    }
}

/// Why an argument must be written where it is.
pub(super) fn fixed(kind: &str, name: &str) -> Option<&'static str> {
    match (kind, name) {
        ("module", "source" | "version") => Some("source and version of a module: Terraform reads them first"),
        ("module", "providers") | ("resource" | "data" | "ephemeral", "provider") => {
            Some("a provider is named, no value")
        }
        ("provider", "alias") => Some("the alias of a provider is a name, no value"),
        ("resource" | "data" | "ephemeral" | "module" | "output", "depends_on") => {
            Some("depends_on names blocks, no value")
        }
        _ => None,
    }
}

/// The name by which the content of a dynamic block speaks of the round.
pub(super) fn iterator<'t>(tree: &Tree<'t>, block: BlockId) -> &'t str {
    let written = tree.attribute(tree.block(block).body, "iterator").map(|attribute| tree.node(attribute.expr));
    match written {
        Some(Node::Variable(name) | Node::Str(name)) => tree.text(name),
        _ => tree.label(block, 0).unwrap_or_default(),
    }
}

/// An attribute of a body, written out as it was.
pub(super) fn as_written(source: &Source, attribute: &Attribute) -> String {
    format!("{} = {}\n", source.tree().text(attribute.name), source.written(attribute.expr))
}
