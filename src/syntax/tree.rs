//! The arena tree of one file: flat tables of plain records that refer to each other by index.
//!
//! The same records serve files of users (owned by a [`TreeBuf`]) and the rules that are compiled into the program
//! (`static` tables written by build.rs), so a [`Tree`] is a view that borrows either. Records hold no pointer: static
//! tables need no relocation, and a tree costs a few bytes per byte of source.

use super::span::Span;

/// Index of an expression in [`Tree::nodes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// Index of a body in [`Tree::bodies`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BodyId(pub u32);

/// Index of a block in [`Tree::blocks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// A piece of text: a slice of the source, or of [`Tree::cooked`] where escapes had to be resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Text {
    /// Offset of the first byte; the highest bit tells that it counts in the cooked text.
    pub start: u32,
    /// Length in bytes.
    pub len: u32,
}

impl Text {
    const COOKED: u32 = 1 << 31;

    /// The text that stands at `span` in the source.
    pub const fn source(span: Span) -> Self {
        Self { start: span.start, len: span.end - span.start }
    }

    /// The text at `start` in the cooked text.
    pub const fn cooked(start: u32, len: u32) -> Self {
        Self { start: start | Self::COOKED, len }
    }

    /// Whether it stands in the cooked text.
    pub const fn is_cooked(self) -> bool {
        self.start & Self::COOKED != 0
    }
}

/// A run of entries in one of the tree's tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Seq {
    /// Index of the first entry.
    pub start: u32,
    /// Number of entries.
    pub len: u32,
}

impl Seq {
    /// The run as a range of indices.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

/// Unary operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unary {
    /// `-x`
    Negate,
    /// `!x`
    Not,
}

/// Binary operators, in Terraform's order of precedence from weak to strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Binary {
    /// `||`
    Or,
    /// `&&`
    And,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Modulo,
}

/// One expression (or the place of a block). Its span is [`Tree::spans`] at the same index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as it is written; only digits, `.`, `e`, `+`, `-`.
    Number(Text),
    /// A string without interpolation, with escapes resolved; also each literal part of a template.
    Str(Text),
    /// A template: the parts, run together. A part is a [`Node::Str`], a directive, or an expression in `${ }`.
    Template(Seq),
    /// A template that is one `${ }` and nothing else: the value keeps its type.
    Wrap(NodeId),
    /// `%{ if cond }…%{ else }…%{ endif }`; the branches are templates.
    IfDirective {
        /// The condition.
        cond: NodeId,
        /// What is written when it is true.
        then: NodeId,
        /// What is written when it is false.
        otherwise: Option<NodeIdNonMax>,
    },
    /// `%{ for x in y }…%{ endfor }`: an entry of [`Tree::fors`] whose `value` is a template.
    ForDirective(u32),
    /// `[a, b]`
    Tuple(Seq),
    /// `{ k = v }`: keys and values in turn. A bare word as key is a [`Node::Str`]; `(k)` is a [`Node::Paren`].
    Object(Seq),
    /// The first name of a traversal: `var`, `aws_instance`, the variable of a `for`.
    Variable(Text),
    /// `x.name`, also `x.0` of old (the name is then digits).
    Attr(NodeId, Text),
    /// `x[k]`
    Index(NodeId, NodeId),
    /// `x[*].a.b` (and `x.*.a.b`): `each` is evaluated for every element, which is [`Node::SplatItem`] inside it.
    Splat {
        /// The collection.
        source: NodeId,
        /// The expression for one element.
        each: NodeId,
    },
    /// The element at hand inside a splat.
    SplatItem,
    /// A call: an entry of [`Tree::calls`].
    Call(u32),
    /// `-x`, `!x`
    Unary(Unary, NodeId),
    /// `a + b`
    Binary(Binary, NodeId, NodeId),
    /// `c ? t : f`
    Conditional(NodeId, NodeId, NodeId),
    /// `[for …]`, `{for …}`: an entry of [`Tree::fors`].
    For(u32),
    /// `(x)`
    Paren(NodeId),
    /// Not an expression: the header of a block, so that a value that came from the block has a place.
    BlockHeader(BlockId),
    /// Stands where an expression could not be read; an error of the file tells of it.
    Invalid,
}

/// A [`NodeId`] that leaves room for `None` in four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NodeIdNonMax(std::num::NonZeroU32);

impl NodeIdNonMax {
    /// Wraps an id.
    pub const fn new(id: NodeId) -> Self {
        match std::num::NonZeroU32::new(id.0 + 1) {
            Some(id) => Self(id),
            None => panic!("a tree holds fewer than 2^32 - 1 nodes"),
        }
    }

    /// The id.
    pub const fn get(self) -> NodeId {
        NodeId(self.0.get() - 1)
    }
}

/// A function call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Call {
    /// `upper`, `core::upper`, `provider::aws::arn_parse`.
    pub name: Text,
    /// Where the name stands.
    pub name_span: Span,
    /// The arguments, in [`Tree::children`].
    pub args: Seq,
    /// Whether the last argument ends in `...`.
    pub expand: bool,
}

/// A `for` expression or directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct For {
    /// The first of two names.
    pub key_name: Option<Text>,
    /// The only name, or the second of two.
    pub value_name: Text,
    /// What is iterated over.
    pub collection: NodeId,
    /// The key, for `{for … : key => value}`.
    pub key: Option<NodeIdNonMax>,
    /// The value of one round.
    pub value: NodeId,
    /// The condition after `if`.
    pub cond: Option<NodeIdNonMax>,
    /// Whether `...` groups values by key.
    pub group: bool,
}

/// `name = expr` in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Attribute {
    /// The name.
    pub name: Text,
    /// Where the name stands.
    pub name_span: Span,
    /// The value.
    pub expr: NodeId,
}

/// A label of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// The text, without quotes.
    pub text: Text,
    /// Where it stands, with quotes.
    pub span: Span,
}

/// `kind "label" { … }`
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// The word before the labels.
    pub kind: Text,
    /// Where that word stands.
    pub kind_span: Span,
    /// The labels, in [`Tree::labels`].
    pub labels: Seq,
    /// What stands between the braces.
    pub body: BodyId,
    /// From the first letter of the kind to the end of the last label.
    pub header: Span,
    /// From the first letter of the kind to the closing brace.
    pub span: Span,
    /// The [`Node::BlockHeader`] of this block.
    pub node: NodeId,
}

/// An entry of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// `name = expr`
    Attribute(Attribute),
    /// A nested block.
    Block(BlockId),
}

/// What stands between the braces of a block, or in a whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Body {
    /// Attributes and blocks in written order, in [`Tree::items`].
    pub items: Seq,
    /// From after `{` to before `}`, or the whole file.
    pub span: Span,
}

/// A comment, with its marker (`#`, `//`, `/* */`) and without the line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Comment {
    /// Where it stands.
    pub span: Span,
    /// Whether only white space stands before it on its line.
    pub own_line: bool,
}

/// A place where a file is not what Terraform would accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// A sentence that a person can act on, without full stop: `This string is never closed`.
    pub message: String,
    /// What to mark.
    pub span: Span,
    /// What to write at the mark: `opened here; the line ends without a quote`. May be empty.
    pub label: String,
    /// A way out, where one is known.
    pub help: Option<String>,
    /// Lines that were skipped to find the next item: from the error to the end of this span nothing was read.
    pub skipped: Option<Span>,
}

/// The tree of one file, owned.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the tables are documented at `Tree`")]
pub struct TreeBuf {
    pub cooked: String,
    pub nodes: Vec<Node>,
    pub spans: Vec<Span>,
    pub children: Vec<NodeId>,
    pub calls: Vec<Call>,
    pub fors: Vec<For>,
    pub bodies: Vec<Body>,
    pub items: Vec<Item>,
    pub blocks: Vec<Block>,
    pub labels: Vec<Label>,
    pub comments: Vec<Comment>,
    pub errors: Vec<SyntaxError>,
    /// Whether the file is in JSON syntax: nested blocks are then attributes that hold objects or lists of them.
    pub json: bool,
}

/// A view of one file's tree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tree<'t> {
    /// The text of the file.
    pub source: &'t str,
    /// Strings in which escapes were resolved.
    pub cooked: &'t str,
    /// Expressions.
    pub nodes: &'t [Node],
    /// Where each expression stands.
    pub spans: &'t [Span],
    /// Children of expressions with any number of them.
    pub children: &'t [NodeId],
    /// Function calls.
    pub calls: &'t [Call],
    /// `for` expressions and directives.
    pub fors: &'t [For],
    /// Bodies; the file's own is the last one, see [`Tree::root`].
    pub bodies: &'t [Body],
    /// Entries of bodies.
    pub items: &'t [Item],
    /// Blocks.
    pub blocks: &'t [Block],
    /// Labels of blocks.
    pub labels: &'t [Label],
    /// Comments in written order.
    pub comments: &'t [Comment],
    /// Whether the file is in JSON syntax.
    pub json: bool,
}

impl TreeBuf {
    /// A view of this tree over the text it was read from.
    pub fn view<'t>(&'t self, source: &'t str) -> Tree<'t> {
        Tree {
            source,
            cooked: &self.cooked,
            nodes: &self.nodes,
            spans: &self.spans,
            children: &self.children,
            calls: &self.calls,
            fors: &self.fors,
            bodies: &self.bodies,
            items: &self.items,
            blocks: &self.blocks,
            labels: &self.labels,
            comments: &self.comments,
            json: self.json,
        }
    }
}

impl<'t> Tree<'t> {
    /// The body of the whole file.
    pub fn root(&self) -> BodyId {
        BodyId((self.bodies.len() - 1) as u32)
    }

    /// The expression.
    pub fn node(&self, id: NodeId) -> Node {
        self.nodes[id.0 as usize]
    }

    /// Where the expression stands.
    pub fn span(&self, id: NodeId) -> Span {
        self.spans[id.0 as usize]
    }

    /// The characters of a text.
    pub fn text(&self, text: Text) -> &'t str {
        let (pool, start) =
            if text.is_cooked() { (self.cooked, text.start & !Text::COOKED) } else { (self.source, text.start) };
        &pool[start as usize..(start + text.len) as usize]
    }

    /// The nodes of a run.
    pub fn list(&self, seq: Seq) -> &'t [NodeId] {
        &self.children[seq.range()]
    }

    /// The call behind a [`Node::Call`].
    pub fn call(&self, index: u32) -> &'t Call {
        &self.calls[index as usize]
    }

    /// The `for` behind a [`Node::For`] or [`Node::ForDirective`].
    pub fn for_expr(&self, index: u32) -> &'t For {
        &self.fors[index as usize]
    }

    /// The block.
    pub fn block(&self, id: BlockId) -> &'t Block {
        &self.blocks[id.0 as usize]
    }

    /// The kind of a block: `resource`, `ingress`.
    pub fn kind(&self, id: BlockId) -> &'t str {
        self.text(self.block(id).kind)
    }

    /// The labels of a block.
    pub fn labels(&self, id: BlockId) -> &'t [Label] {
        &self.labels[self.block(id).labels.range()]
    }

    /// The text of a block's label, counted from 0.
    pub fn label(&self, id: BlockId, index: usize) -> Option<&'t str> {
        self.labels(id).get(index).map(|label| self.text(label.text))
    }

    /// Attributes and blocks of a body in written order.
    pub fn items(&self, id: BodyId) -> &'t [Item] {
        &self.items[self.bodies[id.0 as usize].items.range()]
    }

    /// The attributes of a body in written order.
    pub fn attributes(&self, id: BodyId) -> impl Iterator<Item = &'t Attribute> + use<'t> {
        self.items(id).iter().filter_map(|item| match item {
            Item::Attribute(attribute) => Some(attribute),
            Item::Block(_) => None,
        })
    }

    /// The blocks of a body in written order.
    pub fn blocks_in(&self, id: BodyId) -> impl Iterator<Item = BlockId> + use<'t> {
        self.items(id).iter().filter_map(|item| match item {
            Item::Block(block) => Some(*block),
            Item::Attribute(_) => None,
        })
    }

    /// The attribute of that name in a body.
    pub fn attribute(&self, id: BodyId, name: &str) -> Option<&'t Attribute> {
        let tree = *self;
        self.attributes(id).find(move |attribute| tree.text(attribute.name) == name)
    }
}

impl Tree<'_> {
    /// The first node of an expression. Nodes are stored children first, so an expression is a run of nodes that ends
    /// with its own.
    pub fn first_node(&self, expr: NodeId) -> NodeId {
        let whole = self.span(expr);
        let mut first = expr.0;
        while first > 0 && whole.contains(self.spans[first as usize - 1]) && !self.is_header(first - 1) {
            first -= 1;
        }
        NodeId(first)
    }

    fn is_header(&self, node: u32) -> bool {
        matches!(self.nodes[node as usize], Node::BlockHeader(_))
    }

    /// Whether an expression speaks of `each`, `count` or `self`: whether it differs between the instances of a block.
    pub fn mentions_instance(&self, expr: NodeId) -> bool {
        let first = self.first_node(expr);
        self.nodes[first.0 as usize..=expr.0 as usize]
            .iter()
            .any(|node| matches!(node, Node::Variable(name) if matches!(self.text(*name), "each" | "count" | "self")))
    }

    /// Whether an expression begins a traversal with a name that `which` accepts.
    pub fn mentions(&self, expr: NodeId, which: impl Fn(&str) -> bool) -> bool {
        let first = self.first_node(expr);
        self.nodes[first.0 as usize..=expr.0 as usize]
            .iter()
            .any(|node| matches!(node, Node::Variable(name) if which(self.text(*name))))
    }

    /// Whether an expression is a literal: text without interpolation, a number, a truth, null, or a list or object of
    /// these.
    pub fn is_literal(&self, expr: NodeId) -> bool {
        let first = self.first_node(expr);
        self.nodes[first.0 as usize..=expr.0 as usize].iter().all(|node| {
            let is_value = matches!(node, Node::Null | Node::Bool(_) | Node::Number(_) | Node::Str(_));
            is_value || matches!(node, Node::Tuple(_) | Node::Object(_) | Node::Paren(_) | Node::Unary(..))
        })
    }

    /// Whether an expression calls the function of that name.
    pub fn calls_function(&self, expr: NodeId, name: &str) -> bool {
        let first = self.first_node(expr);
        self.nodes[first.0 as usize..=expr.0 as usize]
            .iter()
            .any(|node| matches!(node, Node::Call(index) if self.text(self.call(*index).name) == name))
    }

    /// Whether an expression calls no function.
    pub fn calls_nothing(&self, expr: NodeId) -> bool {
        let first = self.first_node(expr);
        self.nodes[first.0 as usize..=expr.0 as usize].iter().all(|node| !matches!(node, Node::Call(_)))
    }

    /// Whether a literal text in an expression holds `part`.
    pub fn holds_text(&self, expr: NodeId, part: &str) -> bool {
        let first = self.first_node(expr);
        self.nodes[first.0 as usize..=expr.0 as usize]
            .iter()
            .any(|node| matches!(node, Node::Str(text) if self.text(*text).contains(part)))
    }

    /// The same for everything in a block.
    pub fn block_mentions_instance(&self, block: BlockId) -> bool {
        self.items(self.block(block).body).iter().any(|item| match item {
            Item::Attribute(attribute) => self.mentions_instance(attribute.expr),
            Item::Block(inner) => self.block_mentions_instance(*inner),
        })
    }
}
