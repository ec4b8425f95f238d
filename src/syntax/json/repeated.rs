//! Names that stand twice in a JSON object. Of an argument Terraform refuses it; a nested block may be written again
//! and again, and the objects are then read as if they stood in one list.

use std::collections::BTreeMap;

use super::super::tree::{Item, Node, NodeId};
use super::{Json, Key, Span, may_be_block};

/// Keys of an object are compared one by one up to this number, and sorted beyond it.
const FEW: usize = 12;

/// Blocks that may stand only once.
const SINGLE: [&str; 6] = ["lifecycle", "connection", "backend", "cloud", "required_providers", "provider_meta"];

/// Whether a nested block of that name may stand again in a block.
fn may_repeat(block: &str, name: &str) -> bool {
    may_be_block(block, name) && !SINGLE.contains(&name)
}

impl Json<'_> {
    /// Of arguments of a `block` since `mark` with one name: joins them where they may be nested blocks, and reports what is
    /// then left, which Terraform refuses.
    pub(super) fn settle_repeated(&mut self, mark: usize, block: &str) {
        let mut twice = self.set_twice(mark);
        if twice.iter().any(|(name, _)| may_repeat(block, name)) {
            self.join_blocks(mark, block, &twice);
            twice = self.set_twice(mark);
        }
        for (name, span) in twice {
            self.error(span, format!("The argument `{name}` is set twice"), "it was set above in this object", None);
        }
    }

    /// The names that the items since `mark` set more than once, with the places of all but the first.
    fn set_twice(&self, mark: usize) -> Vec<(String, Span)> {
        let view = self.parser.tree.view(self.source);
        let attributes = self.items[mark..].iter().filter_map(|item| match item {
            Item::Attribute(attribute) => Some((view.text(attribute.name), attribute.name_span)),
            Item::Block(_) => None,
        });
        let before = |at: usize| attributes.clone().take(at);
        if self.items.len() - mark <= FEW
            && !attributes.clone().enumerate().any(|(at, (name, _))| before(at).any(|(other, _)| other == name))
        {
            return Vec::new();
        }
        let mut names: Vec<(&str, Span)> = attributes.collect();
        names.sort_unstable();
        let twice = names.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        twice.map(|pair| (pair[1].0.to_owned(), pair[1].1)).collect()
    }

    /// Joins arguments since `mark` that have one name and are all written as blocks.
    fn join_blocks(&mut self, mark: usize, block: &str, twice: &[(String, Span)]) {
        let names = twice.iter().map(|(name, _)| name).filter(|name| may_repeat(block, name));
        let mut by_name: BTreeMap<String, Vec<NodeId>> = names.map(|name| (name.clone(), Vec::new())).collect();
        let mut items: Vec<Item> = self.items.drain(mark..).collect();
        items.retain_mut(|item| match item {
            Item::Attribute(attribute) if self.is_blocks(attribute.expr) => {
                let same = by_name.get_mut(self.text(attribute.name));
                same.is_none_or(|same| {
                    same.push(attribute.expr);
                    same.len() == 1
                })
            }
            _ => true,
        });
        for item in &mut items {
            if let Item::Attribute(attribute) = item
                && let Some(same) = by_name.get(self.text(attribute.name))
                && same.len() > 1
                && same[0] == attribute.expr
            {
                attribute.expr = self.join(same);
            }
        }
        self.items.append(&mut items);
    }

    /// Joins the conditions of a `lifecycle`, whose keys begin at `first` and whose entries at `mark`.
    pub(super) fn join_conditions(&mut self, first: usize, mark: usize) {
        for name in ["precondition", "postcondition"] {
            let keys = self.keys[first..].iter().enumerate();
            let same: Vec<usize> = keys.filter(|(_, key)| self.text(key.text) == name).map(|(at, _)| at).collect();
            let values: Vec<NodeId> = same.iter().map(|at| self.nodes[mark + 2 * at + 1]).collect();
            if same.len() < 2 || !values.iter().all(|value| self.is_blocks(*value)) {
                continue;
            }
            self.nodes[mark + 2 * same[0] + 1] = self.join(&values);
            let gone = |at: usize| same[1..].binary_search(&at).is_ok();
            let kept = self.nodes.split_off(mark);
            self.nodes.extend(kept.into_iter().enumerate().filter(|(at, _)| !gone(at / 2)).map(|(_, node)| node));
            let kept = self.keys.split_off(first);
            self.keys.extend(kept.into_iter().enumerate().filter(|(at, _)| !gone(*at)).map(|(_, key)| key));
        }
    }

    /// Whether a value is an object or a list of them.
    fn is_blocks(&self, value: NodeId) -> bool {
        let tree = &self.parser.tree;
        let is_object = |node: &NodeId| matches!(tree.nodes[node.0 as usize], Node::Object(_));
        match tree.nodes[value.0 as usize] {
            Node::Tuple(items) => tree.children[items.range()].iter().all(is_object),
            _ => is_object(&value),
        }
    }

    /// The objects of several values as one list.
    fn join(&mut self, values: &[NodeId]) -> NodeId {
        let mark = self.nodes.len();
        for value in values {
            match self.parser.tree.nodes[value.0 as usize] {
                Node::Tuple(items) => self.nodes.extend_from_slice(&self.parser.tree.children[items.range()]),
                _ => self.nodes.push(*value),
            }
        }
        let span =
            |value: Option<&NodeId>| value.map_or(Span::default(), |node| self.parser.tree.spans[node.0 as usize]);
        let span = span(values.first()).to(span(values.last()));
        let items = self.children_since(mark);
        self.node(Node::Tuple(items), span)
    }

    /// Finds keys that an object has twice: Terraform refuses such an object when it is asked for its value.
    pub(super) fn report_repeated(&mut self, first: usize) {
        let view = self.parser.tree.view(self.source);
        let keys = &mut self.keys[first..];
        let same = |a: &Key, b: &Key| a.text.len == b.text.len && view.text(a.text) == view.text(b.text);
        let few = keys.len() <= FEW;
        let mut twice: Vec<(String, Span)> = Vec::new();
        if !self.lenient
            && (!few || keys.iter().enumerate().any(|(at, key)| keys[..at].iter().any(|other| same(key, other))))
        {
            keys.sort_unstable_by_key(|key| (view.text(key.text), key.span()));
            let pairs = keys.windows(2).map(|pair| (view.text(pair[0].text), view.text(pair[1].text), pair[1].span()));
            let repeated = pairs.filter(|(before, name, _)| before == name && !(self.may_nest && *name == "//"));
            twice.extend(repeated.map(|(_, name, span)| (name.to_owned(), span)));
        }
        self.keys.truncate(first);
        for (name, span) in twice {
            self.error(span, format!("The key `{name}` stands twice in this object"), "it was set above", None);
        }
    }
}
