//! The order of a set's elements, as Terraform has it, and what is there twice.

use std::cmp::Ordering;
use std::fmt::Write as _;

use bumpalo::Bump;

use super::convert::{MAX_DEPTH, equal};
use super::number::{self, Num};
use super::{Kind, Value};

/// Sorts the elements of a set as Terraform does (text bytewise, numbers by value) and drops what is there twice.
/// Unknown elements stand last.
pub fn sort_set<'a>(arena: &'a Bump, items: &'a [Value<'a>]) -> &'a [Value<'a>] {
    let mut sorted: Vec<Value<'a>> = items.to_vec();
    if items.iter().any(|item| item.elements().is_some() || item.entries().is_some()) {
        sorted.sort_by_cached_key(order_key);
    } else {
        sorted.sort_by(|a, b| compare_elements(a, b));
    }
    sorted.dedup_by(|a, b| equal(a, b) == Some(true));
    arena.alloc_slice_copy(&sorted)
}

/// What Terraform orders collections and objects in a set by: null and unknown last, the others by a text of the value
/// (the order is as good as any, but lists made of sets show it).
fn order_key(value: &Value<'_>) -> (u8, String) {
    let rank = match value.kind {
        Kind::Unknown(_) => 2,
        Kind::Null => 1,
        _ => 0,
    };
    let mut key = String::new();
    write_key(value, &mut key, 0);
    (rank, key)
}

fn write_key(value: &Value<'_>, out: &mut String, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value.kind {
        Kind::Null => out.push('~'),
        Kind::Bool(truth) => out.push(if truth { 'T' } else { 'F' }),
        Kind::Int(_) | Kind::Big(_) => out.push_str(&number::written(value)),
        Kind::Str(text) => {
            let _ = write!(out, "{text:?}");
        }
        Kind::List(items) | Kind::Set(items) => write_keys('[', items.iter(), ']', out, depth),
        Kind::Tuple(items) => write_keys('<', items.iter(), '>', out, depth),
        Kind::Object(entries) => write_keys('<', entries.iter().map(|(_, value)| value), '>', out, depth),
        Kind::Map(entries) => {
            out.push('{');
            for (key, value) in entries {
                let _ = write!(out, "{key:?}:");
                write_key(value, out, depth + 1);
                out.push(';');
            }
            out.push('}');
        }
        Kind::Unknown(_) | Kind::Block(_) | Kind::Instance(_) => out.push('?'),
    }
}

fn write_keys<'v, 'a: 'v>(
    open: char,
    values: impl Iterator<Item = &'v Value<'a>>,
    close: char,
    out: &mut String,
    depth: usize,
) {
    out.push(open);
    for value in values {
        write_key(value, out, depth + 1);
        out.push(';');
    }
    out.push(close);
}

/// A total order: values that are not of one type, which only a refused configuration puts into a set, stand by kind.
fn compare_elements(a: &Value<'_>, b: &Value<'_>) -> Ordering {
    let rank = |value: &Value<'_>| match value.kind {
        Kind::Bool(_) => 0,
        Kind::Int(_) | Kind::Big(_) => 1,
        Kind::Str(_) => 2,
        Kind::Null => 4,
        Kind::Unknown(_) => 5,
        _ => 3,
    };
    match (a.kind, b.kind) {
        (Kind::Str(a), Kind::Str(b)) => a.cmp(b),
        (Kind::Bool(a), Kind::Bool(b)) => a.cmp(&b),
        _ => match (Num::of(a), Num::of(b)) {
            (Some(a), Some(b)) => a.compare(&b),
            _ => rank(a).cmp(&rank(b)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_what_has_no_common_type_has_one_order_all_the_same() {
        let arena = Bump::new();
        let sorted = |items: &[Value<'static>]| -> Vec<String> {
            sort_set(&arena, arena.alloc_slice_copy(items)).iter().map(|item| format!("{:?}", item.kind)).collect()
        };
        let mut items =
            [Value::int(1), Value::TRUE, Value::str("a"), Value::int(0), Value::FALSE, Value::NULL, Value::TRUE];
        let expected = ["Bool(false)", "Bool(true)", "Int(0)", "Int(1)", "Str(\"a\")", "Null"];
        assert_eq!(sorted(&items), expected);
        items.reverse();
        assert_eq!(sorted(&items), expected);
    }
}
