//! Lists of objects, and tables by version.

use std::cmp::Ordering;

use bumpalo::Bump;

use crate::value::number::Num;
use crate::value::{Ty, Value};

use super::{blank, get, scalar, unknown_like};

/// The list in ascending order of an attribute: numbers by value, texts by their characters, null last. `Err` if the
/// list holds something that has no attributes.
pub(super) fn sort_by<'a>(arena: &'a Bump, list: &Value<'a>, key: &Value<'a>) -> Result<Value<'a>, String> {
    if list.is_null() {
        return Ok(super::list(arena, &[]));
    }
    if let Some(blank) = blank(arena, &[list, key], Ty::Any) {
        return Ok(blank);
    }
    let (Some(items), Some(key)) = (list.elements(), key.as_str()) else {
        return Err("sort_by needs a list of objects and the name of an attribute".to_owned());
    };
    let mut keyed = Vec::with_capacity(items.len());
    for item in items {
        let value = get(item, key);
        if let Some(unknown) = item.unknown().or_else(|| value.unknown()) {
            return Ok(unknown_like(arena, unknown, Ty::Any));
        }
        keyed.push((number(&value), scalar(arena, &value), *item));
    }
    keyed.sort_by(|a, b| match (&a.0, &b.0) {
        (Some(a), Some(b)) => a.compare(b),
        _ => match (a.1, b.1) {
            (Some(a), Some(b)) => a.cmp(b),
            (None, None) => Ordering::Equal,
            (a, _) => {
                if a.is_none() {
                    Ordering::Greater
                } else {
                    Ordering::Less
                }
            }
        },
    });
    let sorted: Vec<Value<'a>> = keyed.into_iter().map(|(_, _, item)| item).collect();
    Ok(super::list(arena, &sorted).at(list.origin).marked(list.marks))
}

fn number(value: &Value<'_>) -> Option<Num> {
    Num::of(value).or_else(|| Num::parse(value.as_str()?))
}

/// The first object of a list whose attribute is the text; null if there is none.
pub(super) fn entry<'a>(arena: &'a Bump, list: &Value<'a>, key: &Value<'a>, text: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[list, key, text], Ty::Any) {
        return blank;
    }
    let (Some(items), Some(key)) = (list.elements(), key.as_str()) else { return Value::NULL };
    let wanted = scalar(arena, text);
    let mut open = None;
    for item in items {
        let value = get(item, key);
        match item.unknown().or_else(|| value.unknown()) {
            Some(unknown) => open = open.or(Some(unknown)),
            None if scalar(arena, &value) == wanted && wanted.is_some() => return *item,
            None => {}
        }
    }
    open.map_or(Value::NULL, |unknown| unknown_like(arena, unknown, Ty::Any))
}

/// The entry of the longest dotted prefix of a version. A version below all of the table gets the lowest one's; a version
/// that is in no table, because it is newer, gets null.
pub(super) fn by_version<'a>(arena: &'a Bump, table: &Value<'a>, version: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[table, version], Ty::Any) {
        return blank;
    }
    let (Some(entries), Some(version)) = (table.entries(), scalar(arena, version)) else { return Value::NULL };
    let version = version.trim().trim_start_matches('v');
    let is_prefix = |key: &str| {
        version.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-', '_', '+']))
    };
    let longest = entries.iter().filter(|(key, _)| is_prefix(key)).max_by_key(|(key, _)| key.len());
    if let Some((_, value)) = longest {
        return *value;
    }
    let lowest = entries.iter().min_by(|(a, _), (b, _)| compare(a, b));
    match lowest {
        Some((key, value)) if compare(version, key) == Ordering::Less && starts_with_digit(version) => *value,
        _ => Value::NULL,
    }
}

fn starts_with_digit(version: &str) -> bool {
    version.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// Compares part by part, numbers as numbers.
fn compare(a: &str, b: &str) -> Ordering {
    let parts = |text: &str| -> Vec<(u64, String)> {
        text.split(['.', '-', '_', '+']).map(|part| (part.parse().unwrap_or(u64::MAX), part.to_owned())).collect()
    };
    parts(a).cmp(&parts(b))
}
