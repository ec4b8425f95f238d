//! JSON of values and back, as Terraform writes and reads it.

use std::fmt::Write as _;

use super::Outcome;
use super::args::Args;
use crate::syntax::{self, Node, NodeId, Tree, Unary};
use crate::value::number::{self, Num};
use crate::value::{Entry, Kind, Value};

/// Writes a value of which no part is unknown.
pub(super) fn encode(value: &Value<'_>) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value<'_>, out: &mut String) {
    match value.kind {
        Kind::Bool(truth) => out.push_str(if truth { "true" } else { "false" }),
        Kind::Int(number) => {
            let _ = write!(out, "{number}");
        }
        Kind::Big(_) => out.push_str(&number::written(value)),
        Kind::Str(text) => write_text(text, out),
        Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Kind::Map(entries) | Kind::Object(entries) => {
            out.push('{');
            for (index, (key, item)) in entries.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write(item, out);
            }
            out.push('}');
        }
        Kind::Null | Kind::Block(_) | Kind::Instance(_) | Kind::Unknown(_) => out.push_str("null"),
    }
}

/// Go's escapes, which are safe in HTML.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Reads JSON: objects and tuples. Of equal keys the last one counts.
pub(super) fn decode<'a>(args: &Args<'a, '_>, text: &'a str) -> Outcome<'a> {
    if text.starts_with('\u{feff}') || has_control_in_text(text) {
        return Err(args.error("this is no JSON: it holds a character that must be escaped"));
    }
    let (tree, root) = syntax::json::parse_value(text);
    if let Some(error) = tree.errors.first() {
        return Err(args.error(format!("this is no JSON: {}", error.message)));
    }
    let view = tree.view(text);
    Ok(value(args, &view, text, root))
}

/// Whether a control character stands in a string, where the files of a configuration may have it.
fn has_control_in_text(json: &str) -> bool {
    let (mut inside, mut escaped) = (false, false);
    json.bytes().any(|byte| {
        match byte {
            b'"' if !escaped => inside = !inside,
            b'\\' if inside && !escaped => {
                escaped = true;
                return false;
            }
            _ => {}
        }
        escaped = false;
        inside && byte < b' '
    })
}

fn value<'a>(args: &Args<'a, '_>, tree: &Tree<'_>, text: &'a str, node: NodeId) -> Value<'a> {
    let kept = |part: syntax::Text| -> &'a str {
        if part.is_cooked() {
            args.arena.alloc_str(tree.text(part))
        } else {
            &text[part.start as usize..(part.start + part.len) as usize]
        }
    };
    match tree.node(node) {
        Node::Bool(truth) => Value::bool(truth),
        Node::Number(part) => Num::parse(tree.text(part)).map_or(Value::NULL, |number| number.value(args.arena)),
        Node::Unary(Unary::Negate, inner) => {
            let number = Num::of(&value(args, tree, text, inner));
            number.map_or(Value::NULL, |number| number.negate().value(args.arena))
        }
        Node::Str(part) => Value::str(kept(part)),
        Node::Tuple(items) => {
            let items: Vec<Value<'a>> = tree.list(items).iter().map(|item| value(args, tree, text, *item)).collect();
            args.tuple_of(&items)
        }
        Node::Object(entries) => {
            let entry = |pair: &[NodeId]| -> Option<Entry<'a>> {
                match tree.node(pair[0]) {
                    Node::Str(key) => Some((kept(key), value(args, tree, text, pair[1]))),
                    _ => None,
                }
            };
            let entries = tree.list(entries).chunks_exact(2).filter_map(entry).collect();
            Value::of(Kind::Object(args.sorted(entries)))
        }
        _ => Value::NULL,
    }
}
