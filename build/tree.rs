//! Writes a parsed tree as a `static` of Rust, so that nothing is parsed when onus starts.

use std::fmt::{Debug, Write as _};

use crate::syntax::TreeBuf;

/// What the file that includes the output of [`expression`] has to import.
pub(crate) const IMPORTS: &str = "use crate::source::span::Span;\nuse crate::syntax::tree::{Attribute, Binary::*, Block, BlockId, Body, BodyId, Call, Comment, \
     For, Item::*, Label, Node::*, NodeId, NodeIdNonMax, Seq, Text, Tree, Unary::*};\n";

/// The expression that gives the tree as a `Tree<'static>`.
///
/// The records are plain data whose `Debug` form is Rust, but for the ids that leave room for `None`.
pub(crate) fn expression(source: &str, tree: &TreeBuf) -> String {
    let mut out = format!("Tree {{ source: {source:?}, cooked: {:?}, json: {}", tree.cooked, tree.json);
    table(&mut out, "nodes", &tree.nodes);
    table(&mut out, "spans", &tree.spans);
    table(&mut out, "children", &tree.children);
    table(&mut out, "calls", &tree.calls);
    table(&mut out, "fors", &tree.fors);
    table(&mut out, "bodies", &tree.bodies);
    table(&mut out, "items", &tree.items);
    table(&mut out, "blocks", &tree.blocks);
    table(&mut out, "labels", &tree.labels);
    table(&mut out, "comments", &tree.comments);
    out.push_str(" }");
    out
}

fn table<T: Debug>(out: &mut String, name: &str, records: &[T]) {
    const OPTIONAL_ID: &str = "NodeIdNonMax(";
    let _ = write!(out, ", {name}: &[");
    for record in records {
        let text = format!("{record:?}");
        let mut parts = text.split(OPTIONAL_ID);
        out.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (number, rest) = part.split_once(')').expect("an id is one number in parentheses");
            let number: u32 = number.parse().expect("an id is a number");
            let _ = write!(out, "NodeIdNonMax::new(NodeId({})){rest}", number - 1);
        }
        out.push(',');
    }
    out.push(']');
}
