//! Finds what a comment covers: the item above which, behind which or in which it stands.

use crate::source::{SourceFile, Span};
use crate::syntax::{BlockId, BodyId, Comment, Item, Node, NodeId, Tree};

/// How many lines of comments may stand between a comment and what it covers.
const MAX_REMARKS: usize = 50;

/// What a comment covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cover {
    pub(super) span: Span,
    /// The module call, if it covers all of one.
    pub(super) module_call: Option<String>,
}

/// Finds what comments of one file cover.
pub(super) struct Covers<'t> {
    tree: Tree<'t>,
    file: &'t SourceFile,
}

/// Where a comment stands.
struct Place {
    body: BodyId,
    /// The block whose body it is; none for the file's own.
    block: Option<BlockId>,
    /// The expression that it stands in, with the span of its attribute.
    within: Option<(NodeId, Span)>,
}

/// The parts of an expression.
enum Parts<'t> {
    Nodes(&'t [NodeId]),
    /// Keys and values in turn.
    Pairs(&'t [NodeId]),
    Few(Vec<NodeId>),
}

impl<'t> Covers<'t> {
    pub(super) fn new(tree: Tree<'t>, file: &'t SourceFile) -> Self {
        Self { tree, file }
    }

    /// All of the file.
    pub(super) fn file(&self) -> Option<Cover> {
        Some(Cover { span: Span::new(0, self.tree.source.len() as u32), module_call: None })
    }

    /// The block at the top of the file that the comment stands in.
    pub(super) fn top_block(&self, comment: &Comment) -> Option<Cover> {
        match self.item_around(self.tree.root(), comment.span.start)? {
            Item::Block(block) => Some(self.block(*block)),
            Item::Attribute(_) => None,
        }
    }

    /// The item that the comment stands behind or directly above; with `first_inside`, a comment that is the first thing
    /// inside a block covers that block.
    pub(super) fn item(&self, comment: &Comment, first_inside: bool) -> Option<Cover> {
        let place = self.place(comment.span.start);
        if let Some((expr, attribute)) = place.within {
            return self.element(expr, attribute, comment).map(|span| Cover { span, module_call: None });
        }
        if !comment.own_line {
            return self.before(&place, comment);
        }
        let items = self.tree.items(place.body);
        let next = self.items_before(items, comment.span.start);
        if let Some(block) = place.block
            && first_inside
            && next == 0
        {
            return Some(self.block(block));
        }
        let below = items.get(next)?;
        self.adjoin(comment.span, self.span_of(below)).then(|| self.cover(below))
    }

    /// What ends on the comment's line before it; else the block whose opening brace stands there.
    fn before(&self, place: &Place, comment: &Comment) -> Option<Cover> {
        let at = comment.span.start;
        let items = self.tree.items(place.body);
        let last = self.items_before(items, at).checked_sub(1).map(|index| &items[index]);
        match last.filter(|item| self.same_line(self.span_of(item).end, at)) {
            Some(item) => Some(self.cover(item)),
            None => place.block.filter(|block| self.same_line(self.body_start(*block), at)).map(|it| self.block(it)),
        }
    }

    /// The element of a list, object or call inside an expression that the comment speaks of.
    fn element(&self, expr: NodeId, attribute: Span, comment: &Comment) -> Option<Span> {
        let at = comment.span.start;
        // The innermost list, object or call around the comment, and its own span as an element.
        let (mut list, mut around) = (self.parts(expr), attribute);
        let mut inside = self.part_around(&list, at);
        while let Some((span, node)) = inside {
            let parts = self.parts(node);
            inside = self.part_around(&parts, at);
            if self.is_list(node) {
                (list, around) = (parts, span);
            }
        }
        let next = self.parts_before(&list, at);
        if comment.own_line {
            let below = self.part(&list, next)?.0;
            return self.adjoin(comment.span, below).then_some(below);
        }
        let last = next.checked_sub(1).and_then(|index| self.part(&list, index)).map(|(span, _)| span);
        Some(last.filter(|span| self.same_line(span.end, at)).unwrap_or(around))
    }

    fn place(&self, at: u32) -> Place {
        let mut place = Place { body: self.tree.root(), block: None, within: None };
        while let Some(item) = self.item_around(place.body, at) {
            match item {
                Item::Block(block) => {
                    place = Place { body: self.tree.block(*block).body, block: Some(*block), within: None };
                }
                Item::Attribute(attribute) => {
                    place.within = Some((attribute.expr, self.span_of(item)));
                    break;
                }
            }
        }
        place
    }

    /// The item of a body that goes on at this offset.
    fn item_around(&self, body: BodyId, at: u32) -> Option<&'t Item> {
        let items = self.tree.items(body);
        let item = &items[self.items_before(items, at).checked_sub(1)?];
        (at < self.span_of(item).end).then_some(item)
    }

    /// How many items start before this offset. A file may hold a million of items and of comments.
    fn items_before(&self, items: &[Item], at: u32) -> usize {
        items.partition_point(|item| self.span_of(item).start < at)
    }

    /// What an expression is made of, in written order.
    fn parts(&self, node: NodeId) -> Parts<'t> {
        match self.tree.node(node) {
            Node::Tuple(items) => Parts::Nodes(self.tree.list(items)),
            Node::Object(pairs) => Parts::Pairs(self.tree.list(pairs)),
            Node::Call(call) => Parts::Nodes(self.tree.list(self.tree.call(call).args)),
            Node::Paren(inner) | Node::Wrap(inner) | Node::Unary(_, inner) => Parts::Few(vec![inner]),
            Node::Binary(_, left, right) => Parts::Few(vec![left, right]),
            Node::Conditional(cond, then, otherwise) => Parts::Few(vec![cond, then, otherwise]),
            Node::For(index) => {
                let each = self.tree.for_expr(index);
                Parts::Few(vec![each.collection, each.value])
            }
            _ => Parts::Few(Vec::new()),
        }
    }

    /// Whether each part of the expression may stand on a line of its own.
    fn is_list(&self, node: NodeId) -> bool {
        matches!(self.tree.node(node), Node::Tuple(_) | Node::Object(_) | Node::Call(_))
    }

    /// A part with its span; an entry of an object is its value, with the span of key and value.
    fn part(&self, parts: &Parts<'_>, index: usize) -> Option<(Span, NodeId)> {
        let plain = |nodes: &[NodeId]| nodes.get(index).map(|node| (self.tree.span(*node), *node));
        match parts {
            Parts::Nodes(nodes) => plain(nodes),
            Parts::Few(nodes) => plain(nodes),
            Parts::Pairs(nodes) => {
                let (key, value) = (*nodes.get(2 * index)?, *nodes.get(2 * index + 1)?);
                Some((self.tree.span(key).to(self.tree.span(value)), value))
            }
        }
    }

    fn part_around(&self, parts: &Parts<'_>, at: u32) -> Option<(Span, NodeId)> {
        let last = self.part(parts, self.parts_before(parts, at).checked_sub(1)?)?;
        (at < last.0.end).then_some(last)
    }

    /// How many parts start before this offset.
    fn parts_before(&self, parts: &Parts<'_>, at: u32) -> usize {
        let starts_before = |node: &NodeId| self.tree.span(*node).start < at;
        match parts {
            Parts::Nodes(nodes) => nodes.partition_point(starts_before),
            Parts::Few(nodes) => nodes.partition_point(starts_before),
            // A comment stands behind a whole entry, or inside its value: never between key and value.
            Parts::Pairs(nodes) => nodes.partition_point(starts_before) / 2,
        }
    }

    fn cover(&self, item: &Item) -> Cover {
        match item {
            Item::Attribute(_) => Cover { span: self.span_of(item), module_call: None },
            Item::Block(block) => self.block(*block),
        }
    }

    fn block(&self, block: BlockId) -> Cover {
        let top = self.item_around(self.tree.root(), self.tree.block(block).span.end.saturating_sub(1));
        let is_top = matches!(top, Some(Item::Block(top)) if *top == block);
        let module_call = (is_top && self.tree.kind(block) == "module").then(|| self.tree.label(block, 0)).flatten();
        Cover { span: self.tree.block(block).span, module_call: module_call.map(str::to_owned) }
    }

    fn span_of(&self, item: &Item) -> Span {
        match item {
            Item::Attribute(attribute) => attribute.name_span.to(self.tree.span(attribute.expr)),
            Item::Block(block) => self.tree.block(*block).span,
        }
    }

    fn body_start(&self, block: BlockId) -> u32 {
        self.tree.bodies[self.tree.block(block).body.0 as usize].span.start
    }

    fn same_line(&self, a: u32, b: u32) -> bool {
        let lines = self.file.lines();
        lines.line_of(a) == lines.line_of(b)
    }

    /// Whether only lines with something on them (further comments) stand between a comment and what follows it, and not
    /// too many of them.
    fn adjoin(&self, comment: Span, below: Span) -> bool {
        let between = &self.tree.source[comment.end as usize..below.start as usize];
        let mut lines = between.split('\n').skip(1).take(MAX_REMARKS + 2).collect::<Vec<_>>();
        // The last one is the indentation of what follows.
        lines.pop();
        lines.len() <= MAX_REMARKS && lines.iter().all(|line| !line.trim().is_empty())
    }
}
