//! Templates and expressions inside the strings of a JSON file, read into that file's tree.

use super::super::span::Span;
use super::super::tree::{Call, For, Node, NodeId, NodeIdNonMax, Seq, Text};
use super::{Failed, MAX_ERRORS, Parser};

/// What a string holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A template.
    Template,
    /// An expression.
    Expression,
}

/// What the indices of a tree grow by when it becomes part of another.
struct Graft {
    nodes: u32,
    children: u32,
    calls: u32,
    fors: u32,
    text: u32,
    cooked: u32,
    at: Span,
}

impl Graft {
    fn id(&self, id: NodeId) -> NodeId {
        NodeId(id.0 + self.nodes)
    }

    fn maybe(&self, id: Option<NodeIdNonMax>) -> Option<NodeIdNonMax> {
        id.map(|id| NodeIdNonMax::new(self.id(id.get())))
    }

    fn seq(&self, seq: Seq) -> Seq {
        Seq { start: seq.start + self.children, len: seq.len }
    }

    fn text(&self, text: Text) -> Text {
        if text.is_cooked() {
            Text { start: text.start + self.cooked, len: text.len }
        } else {
            Text::cooked(text.start + self.text, text.len)
        }
    }

    fn call(&self, call: Call) -> Call {
        Call { name: self.text(call.name), name_span: self.at, args: self.seq(call.args), ..call }
    }

    fn each(&self, each: For) -> For {
        For {
            key_name: each.key_name.map(|name| self.text(name)),
            value_name: self.text(each.value_name),
            collection: self.id(each.collection),
            key: self.maybe(each.key),
            value: self.id(each.value),
            cond: self.maybe(each.cond),
            group: each.group,
        }
    }

    fn node(&self, node: Node) -> Node {
        match node {
            Node::Number(text) => Node::Number(self.text(text)),
            Node::Str(text) => Node::Str(self.text(text)),
            Node::Variable(text) => Node::Variable(self.text(text)),
            Node::Template(parts) => Node::Template(self.seq(parts)),
            Node::Tuple(items) => Node::Tuple(self.seq(items)),
            Node::Object(entries) => Node::Object(self.seq(entries)),
            Node::Wrap(inner) => Node::Wrap(self.id(inner)),
            Node::Paren(inner) => Node::Paren(self.id(inner)),
            Node::Attr(source, name) => Node::Attr(self.id(source), self.text(name)),
            Node::Index(source, key) => Node::Index(self.id(source), self.id(key)),
            Node::Splat { source, each } => Node::Splat { source: self.id(source), each: self.id(each) },
            Node::Unary(operator, operand) => Node::Unary(operator, self.id(operand)),
            Node::Binary(operator, left, right) => Node::Binary(operator, self.id(left), self.id(right)),
            Node::Conditional(cond, then, otherwise) => {
                Node::Conditional(self.id(cond), self.id(then), self.id(otherwise))
            }
            Node::IfDirective { cond, then, otherwise } => {
                Node::IfDirective { cond: self.id(cond), then: self.id(then), otherwise: self.maybe(otherwise) }
            }
            Node::Call(call) => Node::Call(call + self.calls),
            Node::For(index) => Node::For(index + self.fors),
            Node::ForDirective(index) => Node::ForDirective(index + self.fors),
            Node::Null | Node::Bool(_) | Node::SplatItem | Node::BlockHeader(_) | Node::Invalid => node,
        }
    }
}

impl<'s> Parser<'s> {
    /// Reads the part of `source` at `span` into the tree; `depth` levels are around it. The source is that of the tree.
    pub(in super::super) fn part(&mut self, source: &'s str, span: Span, part: Part, depth: usize) -> NodeId {
        self.lexer.cut(&source[..span.end as usize]);
        self.go_to(span.start);
        self.depth = depth;
        self.read_part(part)
    }

    /// Reads a text that is not the source as it stands into the tree, where all of it has the one place `at`; `depth`
    /// levels are around it.
    pub(in super::super) fn graft(&mut self, text: &str, at: Span, part: Part, depth: usize) -> NodeId {
        let mut parser = Parser::new(text, false);
        parser.go_to(0);
        parser.depth = depth;
        let root = parser.read_part(part);
        let mut twig = parser.finish();
        for error in &mut twig.errors {
            (error.span, error.skipped) = (at, None);
        }
        let room = MAX_ERRORS.saturating_sub(self.tree.errors.len());
        self.tree.errors.extend(twig.errors.into_iter().take(room));
        let tree = &mut self.tree;
        let graft = Graft {
            nodes: tree.nodes.len() as u32,
            children: tree.children.len() as u32,
            calls: tree.calls.len() as u32,
            fors: tree.fors.len() as u32,
            text: tree.cooked.len() as u32,
            cooked: (tree.cooked.len() + text.len()) as u32,
            at,
        };
        tree.cooked.push_str(text);
        tree.cooked.push_str(&twig.cooked);
        tree.spans.extend(twig.nodes.iter().map(|_| at));
        tree.nodes.extend(twig.nodes.into_iter().map(|node| graft.node(node)));
        tree.children.extend(twig.children.into_iter().map(|node| graft.id(node)));
        tree.calls.extend(twig.calls.into_iter().map(|call| graft.call(call)));
        tree.fors.extend(twig.fors.into_iter().map(|each| graft.each(each)));
        graft.id(root)
    }

    /// Goes on at an offset, with nothing begun.
    fn go_to(&mut self, at: u32) {
        self.lexer.at = at as usize;
        (self.tok.start, self.tok.end, self.last_end) = (at, at, at);
        (self.newlines, self.open, self.open_heredocs) = (false, 0, 0);
    }

    pub(super) fn read_part(&mut self, part: Part) -> NodeId {
        let read = match part {
            Part::Template => self.bare_template(),
            Part::Expression => self.whole_expression(),
        };
        read.unwrap_or_else(|Failed| {
            self.nodes.clear();
            self.parts.clear();
            self.invalid()
        })
    }
}
