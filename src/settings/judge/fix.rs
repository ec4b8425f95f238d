//! What to write: the paths and values of a rule's `fix` as HCL that can be pasted.

use std::fmt::Write as _;

use super::super::finding::Sentence;
use super::super::path::{Selector, parse};
use crate::schema::BlockSchema;
use crate::syntax::is_name;
use crate::value::number::Num;
use crate::value::{Kind, Value};

/// Whether a block stands at a path without selectors; `None` where nobody knows.
pub(super) type IsBlock<'f> = &'f dyn Fn(&str) -> Option<bool>;

/// A `fix` as HCL. Where nobody knows, what holds others is taken for a block, and what goes for an attribute.
pub(super) fn fix_text(fix: &Value<'_>, is_block: IsBlock<'_>) -> Sentence {
    body_of(fix, is_block).finish()
}

/// The `fix` of a companion that is missing, as a resource of its own that points at `target`.
pub(super) fn resource_text(
    (type_name, name): (&str, &str),
    (via, target): (&str, &str),
    fix: &Value<'_>,
    is_block: IsBlock<'_>,
) -> Sentence {
    let mut body = Body::default();
    body.insert_at(via, Item::Reference(target.to_owned()), is_block);
    body.items.extend(body_of(fix, is_block).items);
    let label = format!("resource \"{type_name}\" \"{name}\"");
    Body { items: vec![Entry { name: label, selector: Selector::None, item: Item::Block(body) }] }.finish()
}

/// Whether the schema has a block at a path.
pub(super) fn is_block(schema: Option<BlockSchema>, path: &str) -> Option<bool> {
    let names: Vec<&str> = path.split('.').collect();
    let known = crate::schema::resolve_path(schema?, &names).ok()?;
    Some(known.open == 0 && known.last()?.is_block())
}

fn body_of<'p>(fix: &Value<'p>, is_block: IsBlock<'_>) -> Body<'p> {
    let mut body = Body::default();
    for (path, value) in fix.entries().unwrap_or_default() {
        // A block is taken away as a whole; `block = null` would be no HCL.
        let names = parse(path).map(|steps| steps.iter().map(|step| step.name).collect::<Vec<_>>().join("."));
        let gone = value.is_null() && names.is_ok_and(|names| is_block(&names) == Some(true));
        body.insert_at(path, if gone { Item::Gone } else { Item::Value(literal(value)) }, is_block);
    }
    body
}

/// A body to be written as HCL, in the order in which the fix names its paths.
#[derive(Default)]
struct Body<'p> {
    items: Vec<Entry<'p>>,
}

struct Entry<'p> {
    name: String,
    /// Which of several blocks of the name.
    selector: Selector<'p>,
    item: Item<'p>,
}

enum Item<'p> {
    /// A literal.
    Value(String),
    /// A reference, which is no value of the configuration.
    Reference(String),
    /// A block that should not be there.
    Gone,
    Block(Body<'p>),
    Object(Body<'p>),
}

impl<'p> Body<'p> {
    /// Puts an item where a path leads. (Paths of rules are checked when they are loaded: a wrong one adds nothing.)
    fn insert_at(&mut self, path: &'p str, item: Item<'p>, is_block: IsBlock<'_>) {
        let Ok(steps) = parse(path) else { return };
        let Some((last, above)) = steps.split_last() else { return };
        let mut body = self;
        let mut names = String::new();
        for step in above {
            if !names.is_empty() {
                names.push('.');
            }
            names.push_str(step.name);
            let Some(inner) = body.enter(step.name, step.selector, is_block(&names).unwrap_or(true)) else { return };
            body = inner;
        }
        body.items.push(Entry { name: last.name.to_owned(), selector: last.selector, item });
    }

    /// The body of a block (or object) of that name: the same for the same selector.
    fn enter(&mut self, name: &str, selector: Selector<'p>, is_block: bool) -> Option<&mut Self> {
        let is_body = |entry: &Entry<'p>| matches!(entry.item, Item::Block(_) | Item::Object(_));
        let known = self
            .items
            .iter()
            .position(|entry| entry.name == name && entry.selector == selector && is_body(entry))
            .unwrap_or_else(|| {
                let mut inner = Self::default();
                if let Selector::Entry { key, text, .. } = selector {
                    let value = Item::Value(quoted(text));
                    inner.items.push(Entry { name: key.to_owned(), selector: Selector::None, item: value });
                }
                let item = if is_block { Item::Block(inner) } else { Item::Object(inner) };
                self.items.push(Entry { name: name.to_owned(), selector, item });
                self.items.len() - 1
            });
        match &mut self.items[known].item {
            Item::Block(inner) | Item::Object(inner) => Some(inner),
            Item::Value(_) | Item::Reference(_) | Item::Gone => None,
        }
    }

    fn finish(&self) -> Sentence {
        let mut out = Sentence::default();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut Sentence, indent: usize) {
        let pad = "  ".repeat(indent);
        for (index, Entry { name, item, .. }) in self.items.iter().enumerate() {
            out.push_own(if index == 0 { "" } else { "\n" });
            match item {
                Item::Value(literal) => {
                    out.push_own(&format!("{pad}{name} = "));
                    out.push_value(literal);
                }
                Item::Reference(target) => out.push_own(&format!("{pad}{name} = {target}")),
                Item::Gone => out.push_own(&format!("{pad}# without the block {name}")),
                Item::Block(inner) | Item::Object(inner) => {
                    let sign = if matches!(item, Item::Block(_)) { "" } else { "= " };
                    out.push_own(&format!("{pad}{name} {sign}{{\n"));
                    inner.write(out, indent + 1);
                    out.push_own(&format!("\n{pad}}}"));
                }
            }
        }
    }
}

/// A value as an HCL literal. What must not be shown or is not known is `"…"`.
fn literal(value: &Value<'_>) -> String {
    let mut out = String::new();
    write_literal(value, &mut out);
    out
}

fn write_literal(value: &Value<'_>, out: &mut String) {
    if value.is_sensitive() {
        out.push_str("\"…\"");
        return;
    }
    match value.kind {
        Kind::Null => out.push_str("null"),
        Kind::Bool(truth) => out.push_str(if truth { "true" } else { "false" }),
        Kind::Int(number) => {
            let _ = write!(out, "{number}");
        }
        Kind::Big(_) => out.push_str(&Num::of(value).map(|number| number.to_string()).unwrap_or_default()),
        Kind::Str(text) => out.push_str(&quoted(text)),
        Kind::Unknown(_) | Kind::Instance(_) => out.push_str("\"…\""),
        _ => match (value.elements(), value.entries()) {
            (Some(items), _) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    write_literal(item, out);
                }
                out.push(']');
            }
            (_, Some([])) => out.push_str("{}"),
            (_, Some(entries)) => {
                out.push_str("{ ");
                for (index, (key, item)) in entries.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    out.push_str(&key_text(key));
                    out.push_str(" = ");
                    write_literal(item, out);
                }
                out.push_str(" }");
            }
            _ => out.push_str("\"…\""),
        },
    }
}

/// A text in quotes, escaped as HCL wants it.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => out.extend([char, char]),
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

/// A key of an object: in quotes unless it is an identifier.
fn key_text(key: &str) -> String {
    if is_name(key) { key.to_owned() } else { quoted(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(entries: &[(&str, Value<'_>)]) -> String {
        fix_text(&Value::of(Kind::Object(entries)), &|path| Some(path != "labels")).as_str().to_owned()
    }

    #[test]
    fn a_dot_within_a_selector_parts_no_steps() {
        let fix = text(&[
            ("settings.database_flags[name=cloudsql.enable_pgaudit].value", Value::str("on")),
            ("settings.database_flags[name=log_connections].value", Value::str("on")),
            ("settings.tier", Value::str("a")),
        ]);
        let expected = r#"settings {
  database_flags {
    name = "cloudsql.enable_pgaudit"
    value = "on"
  }
  database_flags {
    name = "log_connections"
    value = "on"
  }
  tier = "a"
}"#;
        assert_eq!(fix, expected);
        let one = text(&[("parameter[name~rds.force_ssl].value", Value::str("1"))]);
        assert_eq!(one, "parameter {\n  name = \"rds.force_ssl\"\n  value = \"1\"\n}");
    }

    #[test]
    fn keys_and_texts_are_quoted_as_hcl_wants_it() {
        let labels = [("a.b/c", Value::str("${x} \"%{")), ("plain", Value::int(1)), ("1st", Value::NULL)];
        let fix = text(&[("tags", Value::of(Kind::Object(&labels))), ("labels.a-b", Value::bool(true))]);
        let expected =
            "tags = { \"a.b/c\" = \"$${x} \\\"%%{\", plain = 1, \"1st\" = null }\nlabels = {\n  a-b = true\n}";
        assert_eq!(fix, expected);
    }

    #[test]
    fn a_block_goes_and_a_resource_comes() {
        assert_eq!(text(&[("access_config", Value::NULL)]), "# without the block access_config");
        assert_eq!(text(&[("labels", Value::NULL)]), "labels = null");
        let fix = [("status", Value::str("Enabled"))];
        let made = resource_text(("a_b", "x"), ("bucket", "a.x.id"), &Value::of(Kind::Object(&fix)), &|_| None);
        assert_eq!(made.as_str(), "resource \"a_b\" \"x\" {\n  bucket = a.x.id\n  status = \"Enabled\"\n}");
        assert_eq!(made.values().map(|span| &made.as_str()[span.range()]).collect::<Vec<_>>(), ["\"Enabled\""]);
    }
}
