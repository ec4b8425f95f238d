//! Policies in one form: statements of AWS policies in any notation, and the questions rules ask of them.
//!
//! The form is `{sid, effect, actions, not_actions, resources, not_resources, principals, not_principals, conditions}`;
//! single strings become lists. Parts that are not known stay unknown, and parts keep their places.

use bumpalo::Bump;

use crate::value::number::Num;
use crate::value::{Entry, Kind, Marks, Origin, ReasonKind, Ty, Value};

use super::{Answer, blank, get, grants, list, many, object, scalar, unknown, unknown_like};

/// Most statements of one policy.
const MAX_STATEMENTS: usize = 2_000;

/// Most bytes of a policy's text. The clouds' own bounds are far lower.
const MAX_TEXT: usize = 4 << 20;

/// The statements of a policy: JSON text, the same decoded, a policy document, a grant, or a list of these.
pub fn statements<'a>(arena: &'a Bump, x: &Value<'a>) -> Value<'a> {
    match collect(arena, x, 0) {
        Ok(found) => list(arena, &found).at(x.origin),
        Err(unknown) => unknown,
    }
}

/// The statements of a policy document: first those of its source documents, then its own, then those of its override
/// documents, which replace what has the same `sid`.
pub fn merged_statements<'a>(
    arena: &'a Bump,
    sources: &[Value<'a>],
    own: &[Value<'a>],
    overrides: &[Value<'a>],
) -> Value<'a> {
    let mut merged: Vec<Value<'a>> = Vec::new();
    let mut add = |documents: &[Value<'a>], replace: bool| {
        for document in documents {
            let found = match statements(arena, document) {
                found if found.is_unknown() => vec![found],
                found => many(&found),
            };
            for statement in found {
                let sid = get(&statement, "sid");
                let same = |other: &Value<'a>| {
                    sid.as_str().is_some_and(|sid| !sid.is_empty() && get(other, "sid").as_str() == Some(sid))
                };
                match merged.iter().position(same) {
                    Some(at) if replace => merged[at] = statement,
                    _ => merged.push(statement),
                }
            }
        }
    };
    add(sources, false);
    add(own, true);
    add(overrides, true);
    merged.truncate(MAX_STATEMENTS);
    list(arena, &merged)
}

fn collect<'a>(arena: &'a Bump, x: &Value<'a>, depth: usize) -> Result<Vec<Value<'a>>, Value<'a>> {
    if depth > 4 {
        return Err(unknown(arena, ReasonKind::Limit, "statements"));
    }
    match x.kind {
        Kind::Null => Ok(Vec::new()),
        Kind::Unknown(unknown) => Err(unknown_like(arena, unknown, Ty::Any)),
        Kind::Str(text) if text.trim().is_empty() => Ok(Vec::new()),
        Kind::Str(text) => {
            let decoded = decode(arena, text, x.origin, x.marks)
                .ok_or_else(|| unknown(arena, ReasonKind::Error, "a policy that is no JSON"))?;
            collect(arena, &decoded, depth + 1)
        }
        Kind::Block(_) => Ok(of_block(arena, x)),
        Kind::Object(_) | Kind::Map(_) => Ok(of_object(arena, x)),
        Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
            let mut all = Vec::new();
            for item in items {
                match collect(arena, item, depth + 1) {
                    Ok(found) => all.extend(found),
                    Err(unknown) => all.push(unknown),
                }
            }
            Ok(all)
        }
        _ => Err(unknown(arena, ReasonKind::Error, "a policy that is no JSON")),
    }
}

/// Reads JSON; all parts get the place of the text.
fn decode<'a>(arena: &'a Bump, text: &'a str, origin: Origin, marks: Marks) -> Option<Value<'a>> {
    if text.len() > MAX_TEXT {
        return None;
    }
    let json: serde_json::Value = serde_json::from_str(text).ok()?;
    Some(of_json(arena, &json, origin, marks))
}

fn of_json<'a>(arena: &'a Bump, json: &serde_json::Value, origin: Origin, marks: Marks) -> Value<'a> {
    let part = |json: &serde_json::Value| of_json(arena, json, origin, marks);
    let value = match json {
        serde_json::Value::Null => Value::NULL,
        serde_json::Value::Bool(truth) => Value::bool(*truth),
        serde_json::Value::Number(number) => {
            Num::parse(&number.to_string()).map_or(Value::NULL, |number| number.value(arena))
        }
        serde_json::Value::String(text) => Value::str(arena.alloc_str(text)),
        serde_json::Value::Array(items) => Value::of(Kind::Tuple(arena.alloc_slice_fill_iter(items.iter().map(part)))),
        serde_json::Value::Object(entries) => {
            let entries: Vec<Entry<'a>> =
                entries.iter().map(|(key, value)| (&*arena.alloc_str(key), part(value))).collect();
            object(arena, &entries)
        }
    };
    value.at(origin).marked(marks)
}

/// A decoded policy: AWS (`Statement`), Google Cloud (`bindings`), or a statement alone.
fn of_object<'a>(arena: &'a Bump, policy: &Value<'a>) -> Vec<Value<'a>> {
    let written = first(policy, &["Statement", "statement"]);
    if !written.is_null() {
        return items(&written).into_iter().take(MAX_STATEMENTS).map(|one| statement(arena, &one)).collect();
    }
    let bindings = get(policy, "bindings");
    if !bindings.is_null() {
        return items(&bindings).iter().take(MAX_STATEMENTS).map(|one| grants::binding(arena, one)).collect();
    }
    let alone = ["Effect", "Action", "NotAction", "effect", "actions"].iter().any(|name| !get(policy, name).is_null());
    if alone { vec![statement(arena, policy)] } else { Vec::new() }
}

/// A policy document or a resource that is a grant.
fn of_block<'a>(arena: &'a Bump, block: &Value<'a>) -> Vec<Value<'a>> {
    let own = get(block, "statement");
    let documents = |name: &str| many(&get(block, name));
    let (sources, overrides) = (documents("source_policy_documents"), documents("override_policy_documents"));
    if !own.is_null() || !sources.is_empty() || !overrides.is_empty() {
        let own: Vec<Value<'a>> =
            items(&own).into_iter().take(MAX_STATEMENTS).map(|one| statement(arena, &one)).collect();
        return many(&merged_statements(arena, &sources, &own, &overrides));
    }
    grants::of_block(arena, block)
}

/// An object or list of objects as a list.
fn items<'a>(value: &Value<'a>) -> Vec<Value<'a>> {
    many(value)
}

fn first<'a>(value: &Value<'a>, names: &[&str]) -> Value<'a> {
    names.iter().map(|name| get(value, name)).find(|found| !found.is_null()).unwrap_or(Value::NULL)
}

/// One statement: JSON's names, a policy document's, or already in the one form.
fn statement<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    if let Some(unknown) = written.unknown() {
        return unknown_like(arena, unknown, Ty::Any);
    }
    let texts = |names: &[&str]| strings(arena, &first(written, names));
    // Policy documents allow unless they say otherwise; in JSON the effect must be written.
    let effect = first(written, &["Effect", "effect"]);
    let effect = if effect.is_null() { Value::str("Allow") } else { effect };
    object(
        arena,
        &[
            ("sid", first(written, &["Sid", "sid"])),
            ("effect", effect),
            ("actions", texts(&["Action", "actions"])),
            ("not_actions", texts(&["NotAction", "not_actions"])),
            ("resources", texts(&["Resource", "resources"])),
            ("not_resources", texts(&["NotResource", "not_resources"])),
            ("principals", principals(arena, &first(written, &["Principal", "principals"]))),
            ("not_principals", principals(arena, &first(written, &["NotPrincipal", "not_principals"]))),
            ("conditions", conditions(arena, &first(written, &["Condition", "condition", "conditions"]))),
        ],
    )
    .at(written.origin)
}

/// A string or list of strings as a list; an unknown that may be either, or null, stays what it is.
pub(super) fn strings<'a>(arena: &'a Bump, value: &Value<'a>) -> Value<'a> {
    if let Some(unknown) = value.unknown() {
        let is_text = unknown.ty.is_primitive() || !unknown.prefix.is_empty() || !unknown.suffix.is_empty();
        return if is_text && unknown.not_null { list(arena, &[*value]).at(value.origin) } else { *value };
    }
    list(arena, &many(value)).at(value.origin)
}

fn principal<'a>(arena: &'a Bump, ty: Value<'a>, id: Value<'a>) -> Value<'a> {
    object(arena, &[("type", ty), ("id", id)]).at(id.origin)
}

/// `"*"`, `{"AWS": [ids]}`, or blocks `{type, identifiers}`, as a list of `{type, id}`.
fn principals<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    let mut found = Vec::new();
    match written.kind {
        Kind::Unknown(_) => return *written,
        Kind::Str(_) => found.push(principal(arena, *written, *written)),
        Kind::Object(entries) | Kind::Map(entries) => {
            for (ty, ids) in entries {
                for id in many(ids) {
                    found.push(principal(arena, Value::str(ty), id));
                }
            }
        }
        _ => {
            for block in many(written) {
                let (ty, ids) = (get(&block, "type"), first(&block, &["identifiers", "id"]));
                if block.is_unknown() {
                    found.push(block);
                } else if block.as_str().is_some() {
                    found.push(principal(arena, block, block));
                } else {
                    found.extend(many(&ids).into_iter().map(|id| principal(arena, ty, id)));
                }
            }
        }
    }
    list(arena, &found).at(written.origin)
}

/// `{"StringEquals": {"aws:SourceArn": [values]}}`, or blocks `{test, variable, values}`, as a list of the latter.
fn conditions<'a>(arena: &'a Bump, written: &Value<'a>) -> Value<'a> {
    let mut found = Vec::new();
    match written.kind {
        Kind::Unknown(_) => return *written,
        Kind::Object(tests) | Kind::Map(tests) => {
            for (test, variables) in tests {
                if variables.is_unknown() {
                    found.push(*variables);
                }
                for (variable, values) in variables.entries().unwrap_or_default() {
                    let (test, variable) = (Value::str(test), Value::str(variable));
                    found.push(condition(arena, test, variable, values));
                }
            }
        }
        _ => {
            for block in many(written) {
                if block.is_unknown() {
                    found.push(block);
                } else {
                    found.push(condition(arena, get(&block, "test"), get(&block, "variable"), &get(&block, "values")));
                }
            }
        }
    }
    list(arena, &found).at(written.origin)
}

/// One condition in the one form.
pub(super) fn condition<'a>(arena: &'a Bump, test: Value<'a>, variable: Value<'a>, values: &Value<'a>) -> Value<'a> {
    object(arena, &[("test", test), ("variable", variable), ("values", strings(arena, values))]).at(values.origin)
}

/// Whether the statement allows an action.
pub(super) fn allows<'a>(arena: &'a Bump, statement: &Value<'a>, action: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[statement, action], Ty::Bool) {
        return blank;
    }
    let Some(action) = scalar(arena, action) else { return Value::NULL };
    let effect = get(statement, "effect");
    let effect = match effect.unknown() {
        Some(unknown) => Answer::Open(unknown),
        None => Answer::of(effect.as_str().is_some_and(|effect| effect.eq_ignore_ascii_case("allow"))),
    };
    effect.and(covered(statement, "actions", "not_actions", action, true)).value(arena)
}

/// Whether the statement speaks of a resource.
pub(super) fn covers_resource<'a>(arena: &'a Bump, statement: &Value<'a>, text: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[statement, text], Ty::Bool) {
        return blank;
    }
    let Some(text) = scalar(arena, text) else { return Value::NULL };
    covered(statement, "resources", "not_resources", text, false).value(arena)
}

/// Whether the statement speaks of every resource: `*`, or all but those that it leaves out. What a provider makes up is
/// the name of one.
pub(super) fn covers_everything<'a>(arena: &'a Bump, statement: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[statement], Ty::Bool) {
        return blank;
    }
    let every = |value: &Value<'a>| match (value.unknown(), value.as_str()) {
        (Some(unknown), _) => {
            let computed = unknown.ident.is_some() || !unknown.deps.is_empty();
            let named = computed && unknown.reason.kind == ReasonKind::Computed;
            let fits = |text: &str| text.bytes().all(|byte| byte == b'*');
            Answer::of(!named && fits(unknown.prefix) && fits(unknown.suffix)).and(Answer::Open(unknown))
        }
        (None, Some(text)) => Answer::of(!text.is_empty() && text.bytes().all(|byte| byte == b'*')),
        (None, None) => Answer::No,
    };
    let resources = get(statement, "resources");
    let written = if resources.is_unknown() { vec![resources] } else { many(&resources) };
    let left_out = get(statement, "not_resources");
    let all_but = match left_out.unknown() {
        Some(unknown) => Answer::Open(unknown),
        None => Answer::of(!many(&left_out).is_empty()),
    };
    Answer::any(written.iter().map(every)).or(all_but).value(arena)
}

/// Whether patterns cover a text, or negated ones leave it in. Without either, everything that the statement hangs on
/// is meant, as in trust policies.
fn covered<'a>(statement: &Value<'a>, names: &str, negated: &str, text: &str, any_case: bool) -> Answer<'a> {
    let (patterns, excluded) = (get(statement, names), get(statement, negated));
    let some = |value: &Value<'a>| {
        if let Some(unknown) = value.unknown() {
            return Answer::Open(unknown);
        }
        Answer::any(many(value).into_iter().map(|pattern| match (pattern.unknown(), pattern.as_str()) {
            (Some(unknown), _) => Answer::Open(unknown),
            (None, Some(pattern)) => Answer::of(matches_wildcard(pattern, text, any_case)),
            _ => Answer::No,
        }))
    };
    let empty = |value: &Value<'a>| !value.is_unknown() && many(value).is_empty();
    match (empty(&patterns), empty(&excluded)) {
        (false, _) => some(&patterns),
        (true, false) => some(&excluded).not(),
        (true, true) => Answer::Yes,
    }
}

/// `*` stands for any characters, `?` for one.
pub(super) fn matches_wildcard(pattern: &str, text: &str, any_case: bool) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let is_same = |a: u8, b: u8| a == b || any_case && a.eq_ignore_ascii_case(&b);
    let (mut at, mut from) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while from < text.len() {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, from));
                at += 1;
            }
            Some(byte) if *byte == b'?' || is_same(*byte, text[from]) => {
                at += 1;
                from += 1;
            }
            _ => match &mut star {
                Some((after, taken)) => {
                    *taken += 1;
                    at = *after + 1;
                    from = *taken;
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(|byte| *byte == b'*')
}

/// Condition keys that say who may come, or from where.
const NARROWING: [&str; 22] = [
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalserviceslist",
    "aws:principalservicename",
    "aws:sourceaccount",
    "aws:sourceowner",
    "aws:sourcearn",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourceip",
    "aws:sourcevpc",
    "aws:sourcevpcarn",
    "aws:sourcevpce",
    "aws:vpcsourceip",
    "aws:userid",
    "aws:username",
    "kms:calleraccount",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "elasticfilesystem:accesspointarn",
];

/// Whether a condition confines the callers to some who are not everyone.
pub(super) fn is_narrowed<'a>(arena: &'a Bump, statement: &Value<'a>) -> Value<'a> {
    if let Some(blank) = blank(arena, &[statement], Ty::Bool) {
        return blank;
    }
    let conditions = get(statement, "conditions");
    if let Some(unknown) = conditions.unknown() {
        return Answer::Open(unknown).value(arena);
    }
    Answer::any(many(&conditions).iter().map(narrows)).value(arena)
}

fn narrows<'a>(condition: &Value<'a>) -> Answer<'a> {
    if let Some(unknown) = condition.unknown() {
        return Answer::Open(unknown);
    }
    let (test, variable, values) = (get(condition, "test"), get(condition, "variable"), get(condition, "values"));
    if let Some(unknown) = test.unknown().or_else(|| variable.unknown()) {
        return Answer::Open(unknown);
    }
    let test = test.as_str().unwrap_or_default().to_ascii_lowercase();
    let variable = variable.as_str().unwrap_or_default().to_ascii_lowercase();
    // With these a caller who lacks the key passes.
    let lax = test.ends_with("ifexists") || test.starts_with("forallvalues:") || test == "null" || test.contains("not");
    let claim = variable.ends_with(":sub") || variable.ends_with(":aud") || variable.ends_with(":oaud");
    if lax || !(claim || NARROWING.contains(&variable.as_str())) {
        return Answer::No;
    }
    if let Some(unknown) = values.unknown() {
        return known_enough(unknown);
    }
    let values = many(&values);
    if values.is_empty() {
        return Answer::No;
    }
    // The values are alternatives: one that lets everyone in is enough.
    values.iter().fold(Answer::Yes, |all, value| {
        all.and(match (value.unknown(), value.as_str()) {
            (Some(unknown), _) => known_enough(unknown),
            (None, Some(text)) => Answer::of(!is_everyone(text)),
            (None, None) => Answer::of(!value.is_null()),
        })
    })
}

/// An attribute of a resource, or text that begins with something, is no wildcard for everyone.
fn known_enough<'a>(unknown: &'a crate::value::Unknown<'a>) -> Answer<'a> {
    let names_one = unknown.ident.is_some() || !unknown.deps.is_empty() || !is_everyone(unknown.prefix);
    if names_one { Answer::Yes } else { Answer::Open(unknown) }
}

fn is_everyone(text: &str) -> bool {
    let specific = text.trim_matches(|char| matches!(char, '*' | '?' | ':' | '/'));
    let any_account = text.starts_with("arn:") && text.split(':').nth(4) == Some("*");
    specific.is_empty() || specific == "arn" || any_account || super::cidr::is_open(text)
}
