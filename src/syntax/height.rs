//! Bounds how high trees grow, so that whoever walks one may recurse.
//!
//! Nesting is bounded while parsing, but `a + a + a …` and `a[0][0][0] …` nest only in the tree: each operator and each
//! step stands above all that is left of it.

use super::span::Span;
use super::tree::{Node, NodeId, SyntaxError, TreeBuf};

/// How many nodes may stand above each other. No person and no program writes a hundredth of it.
const MAX_HEIGHT: u16 = 1_000;

/// Errors of this kind that a file can have.
const MAX_ERRORS: usize = 10;

/// Cuts expressions that are higher: the node that is too high becomes [`Node::Invalid`], with an error.
pub(super) fn bound(tree: &mut TreeBuf) {
    if tree.nodes.len() < MAX_HEIGHT as usize {
        return;
    }
    let mut heights: Vec<u16> = Vec::with_capacity(tree.nodes.len());
    let mut errors = Vec::new();
    for index in 0..tree.nodes.len() {
        let mut height = 0;
        for_each_child(tree, tree.nodes[index], |child| {
            debug_assert!((child.0 as usize) < index, "children are made before what holds them");
            height = height.max(heights.get(child.0 as usize).map_or(0, |below| below + 1));
        });
        if height > MAX_HEIGHT {
            height = 0;
            tree.nodes[index] = Node::Invalid;
            // A longer chain is cut again and again; each of its parts begins where it begins.
            let span = tree.spans[index];
            if errors.last().is_none_or(|last: &Span| last.start != span.start) {
                errors.push(span);
            }
        }
        heights.push(height);
    }
    tree.errors.extend(errors.into_iter().take(MAX_ERRORS).map(|span| SyntaxError {
        message: format!("This expression has more than {MAX_HEIGHT} operators or steps in a row"),
        span,
        label: String::new(),
        help: None,
        skipped: None,
    }));
}

/// Calls `see` for each expression that the node holds.
fn for_each_child(tree: &TreeBuf, node: Node, mut see: impl FnMut(NodeId)) {
    match node {
        Node::Template(children) | Node::Tuple(children) | Node::Object(children) => {
            tree.children[children.range()].iter().copied().for_each(see);
        }
        Node::Call(call) => tree.children[tree.calls[call as usize].args.range()].iter().copied().for_each(see),
        Node::Wrap(inner) | Node::Attr(inner, _) | Node::Unary(_, inner) | Node::Paren(inner) => see(inner),
        Node::Index(left, right) | Node::Binary(_, left, right) => [left, right].into_iter().for_each(see),
        Node::Splat { source, each } => [source, each].into_iter().for_each(see),
        Node::Conditional(cond, then, otherwise) => [cond, then, otherwise].into_iter().for_each(see),
        Node::IfDirective { cond, then, otherwise } => {
            [cond, then].into_iter().chain(otherwise.map(|node| node.get())).for_each(see);
        }
        Node::For(index) | Node::ForDirective(index) => {
            let each = &tree.fors[index as usize];
            let optional = [each.key, each.cond].into_iter().flatten().map(|node| node.get());
            [each.collection, each.value].into_iter().chain(optional).for_each(see);
        }
        Node::Null
        | Node::Bool(_)
        | Node::Number(_)
        | Node::Str(_)
        | Node::Variable(_)
        | Node::SplatItem
        | Node::BlockHeader(_)
        | Node::Invalid => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{json, parse, parse_expression};

    #[test]
    fn what_nests_only_in_the_tree_is_cut_too() {
        let sum = vec!["1"; 100_000].join("+");
        let (index, steps) = ("[0]".repeat(100_000), ".b".repeat(100_000));
        // Each level holds a chain below the limit; together they are above it.
        let levels = (0..100).fold("1".to_owned(), |inner, _| format!("({inner}){}", "+1".repeat(50)));
        for expr in [sum.clone(), format!("a{index}"), format!("a{steps}"), format!("!{}", levels)] {
            let tree = parse(&format!("x = {expr}\ny = 1\n"));
            assert!(tree.errors.iter().all(|error| error.message.contains("in a row")), "{:?}", tree.errors);
            assert!((1..=MAX_ERRORS).contains(&tree.errors.len()));
            assert_eq!(tree.items.len(), 2);
            assert!(!parse_expression(&expr).0.errors.is_empty());
        }
        assert!(!json::parse(&format!(r#"{{"locals":{{"a":"${{{sum}}}"}}}}"#)).errors.is_empty());
    }

    #[test]
    fn long_conditions_are_no_matter() {
        let condition = vec!["var.a == \"b\""; 400].join(" || ");
        assert_eq!(parse(&format!("x = {condition}\n")).errors, []);
    }
}
