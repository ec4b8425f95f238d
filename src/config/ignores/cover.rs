//! Finds what a comment covers: the item above which, behind which or in which it stands.

use crate::source::{SourceFile, Span};
use crate::syntax::{BlockId, BodyId, Comment, Item, Node, NodeId, Tree};

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
        let around = |block: &BlockId| self.tree.block(*block).span.contains(comment.span);
        let block = self.tree.blocks_in(self.tree.root()).find(around)?;
        Some(self.block(block))
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
        if let Some(block) = place.block
            && first_inside
            && items.iter().all(|item| self.span_of(item).start > comment.span.start)
        {
            return Some(self.block(block));
        }
        let below = items.iter().find(|item| self.span_of(item).start >= comment.span.end)?;
        self.adjoin(comment.span, self.span_of(below)).then(|| self.cover(below))
    }

    /// What ends on the comment's line before it; else the block whose opening brace stands there.
    fn before(&self, place: &Place, comment: &Comment) -> Option<Cover> {
        let ends_here = |item: &&Item| {
            let end = self.span_of(item).end;
            end <= comment.span.start && self.same_line(end, comment.span.start)
        };
        let item = self.tree.items(place.body).iter().rev().find(ends_here);
        let opened = || place.block.filter(|block| self.same_line(self.body_start(*block), comment.span.start));
        item.map(|item| self.cover(item)).or_else(|| opened().map(|block| self.block(block)))
    }

    /// The element of a list, object or call inside an expression that the comment speaks of.
    fn element(&self, expr: NodeId, attribute: Span, comment: &Comment) -> Option<Span> {
        let at = comment.span.start;
        let (mut around, mut elements) = (attribute, self.elements(expr));
        let mut node = expr;
        while let Some((span, inner)) = self.parts(node).into_iter().find(|(span, _)| span.start < at && at < span.end)
        {
            node = inner;
            let inner_elements = self.elements(node);
            if !inner_elements.is_empty() {
                (around, elements) = (span, inner_elements);
            }
        }
        if comment.own_line {
            let below = elements.into_iter().find(|span| span.start >= comment.span.end)?;
            return self.adjoin(comment.span, below).then_some(below);
        }
        let ends_here = |span: &Span| span.end <= at && self.same_line(span.end, at);
        Some(elements.into_iter().rev().find(ends_here).unwrap_or(around))
    }

    fn place(&self, at: u32) -> Place {
        let mut place = Place { body: self.tree.root(), block: None, within: None };
        while let Some(item) =
            self.tree.items(place.body).iter().find(|item| self.span_of(item).start < at && at < self.span_of(item).end)
        {
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

    /// The parts of an expression, each with the span that it has as an element (an object's entry: key and value).
    fn parts(&self, node: NodeId) -> Vec<(Span, NodeId)> {
        let plain = |nodes: &[NodeId]| nodes.iter().map(|node| (self.tree.span(*node), *node)).collect();
        match self.tree.node(node) {
            Node::Tuple(items) => plain(self.tree.list(items)),
            Node::Object(pairs) => {
                let entry = |pair: &[NodeId]| (self.tree.span(pair[0]).to(self.tree.span(pair[1])), pair[1]);
                self.tree.list(pairs).chunks_exact(2).map(entry).collect()
            }
            Node::Call(call) => plain(self.tree.list(self.tree.call(call).args)),
            Node::Paren(inner) | Node::Wrap(inner) | Node::Unary(_, inner) => plain(&[inner]),
            Node::Binary(_, left, right) => plain(&[left, right]),
            Node::Conditional(cond, then, otherwise) => plain(&[cond, then, otherwise]),
            Node::For(index) => {
                let each = self.tree.for_expr(index);
                plain(&[each.collection, each.value])
            }
            _ => Vec::new(),
        }
    }

    /// The spans of what can stand on lines of its own inside the expression.
    fn elements(&self, node: NodeId) -> Vec<Span> {
        match self.tree.node(node) {
            Node::Tuple(_) | Node::Object(_) | Node::Call(_) => {
                self.parts(node).into_iter().map(|(span, _)| span).collect()
            }
            _ => Vec::new(),
        }
    }

    fn cover(&self, item: &Item) -> Cover {
        match item {
            Item::Attribute(_) => Cover { span: self.span_of(item), module_call: None },
            Item::Block(block) => self.block(*block),
        }
    }

    fn block(&self, block: BlockId) -> Cover {
        let is_top = self.tree.blocks_in(self.tree.root()).any(|top| top == block);
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

    /// Whether only lines with something on them (further comments) stand between a comment and what follows it.
    fn adjoin(&self, comment: Span, below: Span) -> bool {
        let between: Vec<_> = self.tree.source[comment.end as usize..below.start as usize].split('\n').collect();
        between.len() < 3 || between[1..between.len() - 1].iter().all(|line| !line.trim().is_empty())
    }
}
