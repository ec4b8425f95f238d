//! The whole case in JSON syntax: nested blocks are objects or lists of them, expressions are templates.

use onus::source::Span;
use onus::syntax::{BlockId, BodyId, Item, Node, NodeId, Tree};
use serde_json::{Map, Value};

use super::edit::{Edits, FIXED_BLOCKS, Source};
use super::{Tally, Written};
use crate::Files;

pub(super) fn rewrite(files: &Files) -> Written {
    let mut tally = Tally::default();
    let files = files.iter().map(|(path, text)| {
        if path.extension().is_none_or(|ending| ending != "tf") {
            tally.leave("a file that is no configuration");
            return (path.clone(), text.clone());
        }
        let source = Source::new(text.as_str());
        let mut json = Map::new();
        for block in source.blocks() {
            tally.rewritten += 1;
            add_block(&source, &mut json, block, source.tree().kind(block));
        }
        (path.with_extension("tf.json"), serde_json::to_string_pretty(&json).unwrap())
    });
    let files = files.collect();
    Written { files, tally }
}

/// Adds a block under its kind and labels. Of several in the same place, the objects stand in a list.
fn add_block(source: &Source, json: &mut Map<String, Value>, block: BlockId, kind: &str) {
    let tree = source.tree();
    let body = Value::Object(body_json(source, tree.block(block).body, kind));
    let labels = tree.labels(block).iter().map(|label| tree.text(label.text));
    let path: Vec<&str> = std::iter::once(tree.kind(block)).chain(labels).collect();
    let (last, above) = path.split_last().unwrap();
    let mut at = json;
    for step in above {
        let next = at.entry(*step).or_insert_with(|| Value::Object(Map::new()));
        at = next.as_object_mut().unwrap();
    }
    match at.get_mut(*last) {
        None => {
            at.insert((*last).to_owned(), body);
        }
        Some(Value::Array(bodies)) => bodies.push(body),
        Some(first) => *first = Value::Array(vec![first.take(), body]),
    }
}

fn body_json(source: &Source, body: BodyId, kind: &str) -> Map<String, Value> {
    let tree = source.tree();
    let mut json = Map::new();
    for item in tree.items(body) {
        match item {
            Item::Attribute(attribute) => {
                let name = tree.text(attribute.name);
                let value = match (kind, name) {
                    ("variable", "type") | ("dynamic", "iterator") | ("module", "providers") => {
                        names(source, attribute.expr)
                    }
                    (_, "provider" | "depends_on") | ("lifecycle", _) => names(source, attribute.expr),
                    _ => value(source, attribute.expr),
                };
                json.insert(name.to_owned(), value);
            }
            Item::Block(inner) => {
                let inner_kind = tree.kind(*inner);
                let own = if inner_kind == "dynamic" || FIXED_BLOCKS.contains(&inner_kind) { inner_kind } else { "" };
                add_block(source, &mut json, *inner, own);
            }
        }
    }
    json
}

/// What is read as it stands and never evaluated: types and names.
fn names(source: &Source, expr: NodeId) -> Value {
    let tree = source.tree();
    match tree.node(expr) {
        Node::Str(text) => tree.text(text).into(),
        Node::Bool(value) => value.into(),
        Node::Tuple(items) => tree.list(items).iter().map(|item| names(source, *item)).collect(),
        Node::Object(pairs) => {
            let pairs = tree.list(pairs).chunks_exact(2);
            pairs.map(|pair| (source.written(pair[0]).to_owned(), names(source, pair[1]))).collect()
        }
        _ => source.written(expr).into(),
    }
}

fn value(source: &Source, expr: NodeId) -> Value {
    let tree = source.tree();
    match tree.node(expr) {
        Node::Null => Value::Null,
        Node::Bool(value) => value.into(),
        Node::Number(text) => serde_json::from_str(tree.text(text)).unwrap(),
        Node::Str(text) => escaped(tree.text(text)).into(),
        Node::Template(parts) => template(source, tree.list(parts)).into(),
        Node::Tuple(items) => tree.list(items).iter().map(|item| value(source, *item)).collect(),
        Node::Object(pairs) => {
            let pairs = tree.list(pairs).chunks_exact(2);
            pairs.map(|pair| (key(source, pair[0]), value(source, pair[1]))).collect()
        }
        _ => format!("${{{}}}", code(source, &tree, expr)).into(),
    }
}

fn key(source: &Source, expr: NodeId) -> String {
    match value(source, expr) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn template(source: &Source, parts: &[NodeId]) -> String {
    let tree = source.tree();
    let part = |part: &NodeId| match tree.node(*part) {
        Node::Str(text) => escaped(tree.text(text)),
        Node::IfDirective { .. } | Node::ForDirective(_) => code(source, &tree, *part),
        _ => format!("${{{}}}", code(source, &tree, *part)),
    };
    parts.iter().map(part).collect()
}

fn escaped(text: &str) -> String {
    text.replace("${", "$${").replace("%{", "%%{")
}

/// An expression in native syntax, without the comments in it.
fn code(source: &Source, tree: &Tree<'_>, expr: NodeId) -> String {
    let span = tree.span(expr);
    let mut edits = Edits::default();
    for comment in tree.comments.iter().filter(|comment| span.contains(comment.span)) {
        let (start, end) = (comment.span.start - span.start, comment.span.end - span.start);
        edits.replace(Span::new(start, end), "");
    }
    edits.apply(source.slice(span)).trim_end().to_owned()
}
