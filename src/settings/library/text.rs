//! Text and versions, as Terraform Policy has them.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use bumpalo::Bump;

use crate::schema::version::{Constraint, parse_version};
use crate::settings::regexes;
use crate::value::{Kind, Ty, Value};

use super::{blank, scalar};

/// Most patterns that are kept compiled: patterns come from rules, and may be computed.
const MAX_PATTERNS: usize = 512;

/// Most bytes of a text that a pattern is tried on.
const MAX_TEXT: usize = 1 << 18;

/// Whether a version satisfies a constraint. `Err` for what is neither.
pub(super) fn semverconstraint<'a>(
    arena: &'a Bump,
    version: &Value<'a>,
    constraint: &Value<'a>,
) -> Result<Value<'a>, String> {
    if let Some(blank) = blank(arena, &[version, constraint], Ty::Bool) {
        return Ok(blank);
    }
    let (version, constraint) = (text_of(arena, version)?, text_of(arena, constraint)?);
    let parsed = parse_version(version).ok_or_else(|| format!("`{version}` is no version"))?;
    let constraint = Constraint::parse(constraint).ok_or_else(|| format!("`{constraint}` is no version constraint"))?;
    Ok(Value::bool(constraint.allows(&parsed)))
}

/// -1, 0 or 1. `Err` for what is no version.
pub(super) fn semvercmp<'a>(arena: &'a Bump, a: &Value<'a>, b: &Value<'a>) -> Result<Value<'a>, String> {
    if let Some(blank) = blank(arena, &[a, b], Ty::Number) {
        return Ok(blank);
    }
    let version = |value| {
        let text = text_of(arena, value)?;
        parse_version(text).ok_or_else(|| format!("`{text}` is no version"))
    };
    Ok(Value::int(version(a)?.cmp_precedence(&version(b)?) as i64))
}

fn text_of<'a>(arena: &'a Bump, value: &Value<'a>) -> Result<&'a str, String> {
    scalar(arena, value).ok_or_else(|| format!("a version is text, not {}", value.type_name()))
}

/// Whether a text holds another.
pub(super) fn contains_substring<'a>(arena: &'a Bump, x: &Value<'a>, part: &Value<'a>) -> Value<'a> {
    if let (Some(unknown), Some(part)) = (x.unknown(), part.as_str())
        && unknown.prefix.contains(part)
    {
        return Value::TRUE;
    }
    if let Some(blank) = blank(arena, &[x, part], Ty::Bool) {
        return blank;
    }
    match (scalar(arena, x), scalar(arena, part)) {
        (Some(text), Some(part)) => Value::bool(text.contains(part)),
        _ => Value::FALSE,
    }
}

/// Whether a pattern is found in a text. `Err` for a pattern that does not compile.
pub(super) fn regex_match<'a>(arena: &'a Bump, x: &Value<'a>, pattern: &Value<'a>) -> Result<Value<'a>, String> {
    if let Some(blank) = blank(arena, &[x, pattern], Ty::Bool) {
        return Ok(blank);
    }
    let (Some(text), Some(pattern)) = (scalar(arena, x), pattern.as_str()) else { return Ok(Value::FALSE) };
    if text.len() > MAX_TEXT {
        return Ok(super::unknown(arena, crate::value::ReasonKind::Limit, "regex_match"));
    }
    Ok(Value::bool(is_match(pattern, text)?))
}

/// Whether the pattern is found. It is kept compiled for all threads, and used in place: a clone would have to build its
/// caches anew for each text.
fn is_match(pattern: &str, text: &str) -> Result<bool, String> {
    static PATTERNS: LazyLock<RwLock<HashMap<String, regex_lite::Regex>>> = LazyLock::new(RwLock::default);
    if let Some(regex) = PATTERNS.read().unwrap_or_else(PoisonError::into_inner).get(pattern) {
        return Ok(regex.is_match(text));
    }
    let regex = regexes::compile(pattern)?;
    let found = regex.is_match(text);
    let mut patterns = PATTERNS.write().unwrap_or_else(PoisonError::into_inner);
    if patterns.len() >= MAX_PATTERNS {
        patterns.clear();
    }
    patterns.insert(pattern.to_owned(), regex);
    Ok(found)
}

/// A value as people read it: never unknown, never an error; sensitive parts are not shown.
pub(super) fn valuetostring<'a>(arena: &'a Bump, x: &Value<'a>) -> Value<'a> {
    let mut text = String::new();
    write(&mut text, x, 0);
    Value::str(arena.alloc_str(&text))
}

/// How deep a value is written out.
const MAX_DEPTH: usize = 32;

fn write(out: &mut String, value: &Value<'_>, depth: usize) {
    let top = depth == 0;
    if value.is_sensitive() {
        out.push_str("(sensitive value)");
        return;
    }
    match value.kind {
        Kind::Null => out.push_str("(null)"),
        Kind::Unknown(_) | Kind::Instance(_) => out.push_str("(unknown)"),
        Kind::Str(text) if top => out.push_str(text),
        Kind::Str(text) => out.push_str(&serde_json::Value::from(text).to_string()),
        Kind::Bool(_) | Kind::Int(_) | Kind::Big(_) => {
            let arena = Bump::new();
            out.push_str(scalar(&arena, value).unwrap_or("(unknown)"));
        }
        _ if depth >= MAX_DEPTH => out.push('…'),
        _ => write_parts(out, value, depth),
    }
}

fn write_parts(out: &mut String, value: &Value<'_>, depth: usize) {
    let (open, close) = if value.elements().is_some() { ('[', ']') } else { ('{', '}') };
    let indent = |out: &mut String, depth: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    };
    out.push(open);
    let parts = value.elements().map_or(0, <[_]>::len) + value.entries().map_or(0, <[_]>::len);
    for (at, item) in value.elements().into_iter().flatten().enumerate() {
        out.push_str(if at == 0 { "" } else { "," });
        indent(out, depth + 1);
        write(out, item, depth + 1);
    }
    for (at, (name, item)) in value.entries().into_iter().flatten().enumerate() {
        out.push_str(if at == 0 { "" } else { "," });
        indent(out, depth + 1);
        out.push_str(&serde_json::Value::from(*name).to_string());
        out.push_str(": ");
        write(out, item, depth + 1);
    }
    if parts > 0 {
        indent(out, depth);
    }
    out.push(close);
}
