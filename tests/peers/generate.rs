//! Configurations for a check: one that satisfies all of its logic, and for each of its questions one that fails just that.

use onus::schema::{BlockSchema, TypeForm, resource};
use serde_json::{Value, json};

use super::logic::{Leaf, Logic, Written};

/// What is written, or taken out.
type Changes = Vec<(String, Option<Value>)>;

/// What satisfies a check on a type.
pub(crate) fn satisfying(logic: &Logic, of_type: &str) -> Option<Written> {
    let written = apply(&satisfy(logic, of_type)?);
    (logic.passes(of_type, &written) == Some(true)).then_some(written)
}

/// For each question that is asked on a type: what fails it alone, as far as the logic allows that.
pub(crate) fn violating(logic: &Logic, of_type: &str) -> Vec<Written> {
    let mut all: Vec<Written> = violate(logic, of_type).iter().map(apply).collect();
    all.retain(|written| logic.passes(of_type, written) == Some(false));
    all.sort_by_key(|written| serde_json::to_string(written).unwrap_or_default());
    all.dedup();
    all
}

fn apply(changes: &Changes) -> Written {
    let mut written = Written::new();
    for (path, value) in changes {
        match value {
            Some(value) => written.insert(path.clone(), value.clone()),
            None => written.remove(path),
        };
    }
    written
}

fn satisfy(logic: &Logic, of_type: &str) -> Option<Changes> {
    Some(match logic {
        Logic::All(all) => {
            let each: Option<Vec<_>> = all.iter().map(|one| satisfy(one, of_type)).collect();
            each?.concat()
        }
        Logic::Any(any) => any.iter().find_map(|one| satisfy(one, of_type))?,
        Logic::Not(one) => violate(one, of_type).into_iter().next()?,
        Logic::Leaf(leaf) if !leaf.asks(of_type) => Changes::new(),
        Logic::Leaf(leaf) => vec![(leaf.path.clone(), right(leaf, of_type)?)],
    })
}

fn violate(logic: &Logic, of_type: &str) -> Vec<Changes> {
    match logic {
        Logic::All(all) => {
            let mut found = Vec::new();
            for (index, one) in all.iter().enumerate() {
                let others = all.iter().enumerate().filter(|(other, _)| *other != index);
                let others: Option<Vec<_>> = others.map(|(_, other)| satisfy(other, of_type)).collect();
                let Some(others) = others else { continue };
                found.extend(violate(one, of_type).into_iter().map(|wrong| [others.concat(), wrong].concat()));
            }
            found
        }
        Logic::Any(any) => {
            let each: Vec<Vec<Changes>> = any.iter().map(|one| violate(one, of_type)).collect();
            if each.iter().any(Vec::is_empty) {
                return Vec::new();
            }
            let firsts = |but: usize| {
                let others = each.iter().enumerate().filter(move |(index, _)| *index != but);
                others.flat_map(|(_, wrong)| wrong[0].clone()).collect::<Changes>()
            };
            let one = |(index, wrong): (usize, &Vec<Changes>)| -> Vec<Changes> {
                wrong.iter().map(|wrong| [firsts(index), wrong.clone()].concat()).collect()
            };
            each.iter().enumerate().flat_map(one).collect()
        }
        Logic::Not(one) => satisfy(one, of_type).into_iter().collect(),
        Logic::Leaf(leaf) if !leaf.asks(of_type) => Vec::new(),
        Logic::Leaf(leaf) => wrong(leaf, of_type).into_iter().map(|value| vec![(leaf.path.clone(), value)]).collect(),
    }
}

/// A value with which a question passes; the inner `None`: nothing is written.
fn right(leaf: &Leaf, of_type: &str) -> Option<Option<Value>> {
    let one = first(&leaf.value);
    Some(match leaf.op.as_str() {
        "equals" | "equals_ci" | "in" | "subset_of" => Some(one),
        "contains" | "contains_all" | "contains_any" if is_list(leaf, of_type) => Some(listed(&leaf.value)),
        "contains" | "contains_any" => Some(one),
        "starts_with" => Some(json!(format!("{}x", one.as_str()?))),
        "not_equals" | "not_equals_ci" => Some(other(&leaf.value)),
        "not_in" => Some(json!("other")),
        "not_contains" if leaf.passes_missing => None,
        "not_contains" => Some(json!("other")),
        "not_starts_with" => Some(json!("other")),
        "exists" | "not_empty" => Some(anything(leaf, of_type)),
        "not_exists" | "empty" if leaf.passes_missing => None,
        "gte" | "lte" | "between" => Some(one),
        "gt" => Some(json!(one.as_i64()? + 1)),
        _ => return None,
    })
}

/// Values with which a question fails; `None` among them: nothing is written.
fn wrong(leaf: &Leaf, of_type: &str) -> Vec<Option<Value>> {
    let one = first(&leaf.value);
    let number = one.as_i64();
    let mut values = match leaf.op.as_str() {
        "equals" => vec![Some(other(&leaf.value))],
        "equals_ci" if leaf.value.is_string() => vec![Some(json!("other"))],
        "equals_ci" => vec![Some(other(&leaf.value))],
        "in" | "subset_of" | "starts_with" => vec![Some(if one.is_boolean() { other(&one) } else { json!("other") })],
        "contains" | "contains_all" | "contains_any" if is_list(leaf, of_type) => vec![Some(json!(["other"]))],
        "contains" | "contains_any" => vec![Some(json!("other"))],
        "not_equals" | "not_equals_ci" | "not_in" => vec![Some(one)],
        "not_contains" if is_list(leaf, of_type) => vec![Some(listed(&leaf.value))],
        "not_contains" => vec![Some(one)],
        "not_starts_with" => one.as_str().map(|text| Some(json!(format!("{text}x")))).into_iter().collect(),
        "not_exists" | "empty" => vec![Some(anything(leaf, of_type))],
        "gte" => number.map(|number| Some(json!(number - 1))).into_iter().collect(),
        "gt" => vec![Some(one)],
        "lte" => number.map(|number| Some(json!(number + 1))).into_iter().collect(),
        "between" => number.map(|number| Some(json!(number - 1))).into_iter().collect(),
        _ => Vec::new(),
    };
    if !leaf.passes_missing {
        values.push(None);
    }
    values
}

fn first(value: &Value) -> Value {
    value.as_array().map_or_else(|| value.clone(), |items| items.first().cloned().unwrap_or_default())
}

fn listed(value: &Value) -> Value {
    if value.is_array() { value.clone() } else { json!([value]) }
}

/// Another value of the same type.
fn other(value: &Value) -> Value {
    match value {
        Value::Bool(bool) => json!(!bool),
        Value::Number(number) => json!(number.as_i64().unwrap_or(0) + 1),
        Value::String(text) if text == "true" => json!("false"),
        Value::String(text) if text == "false" => json!("true"),
        Value::Array(_) => json!(["other"]),
        _ => json!("other"),
    }
}

/// A value of the attribute's type that is neither null nor empty.
fn anything(leaf: &Leaf, of_type: &str) -> Value {
    match form(leaf, of_type) {
        Some(TypeForm::Bool) => json!(true),
        Some(TypeForm::Number) => json!(7),
        Some(TypeForm::List(_) | TypeForm::Set(_)) => json!(["arn:aws:kms:eu-west-1:111122223333:key/a"]),
        Some(TypeForm::Map(_)) => json!({ "name": "value" }),
        Some(TypeForm::String) => json!("arn:aws:kms:eu-west-1:111122223333:key/a"),
        Some(TypeForm::Any) | None => json!({}),
    }
}

fn is_list(leaf: &Leaf, of_type: &str) -> bool {
    matches!(form(leaf, of_type), Some(TypeForm::List(_) | TypeForm::Set(_)))
}

/// The type of the attribute that a question is asked of; `Any` for blocks.
fn form(leaf: &Leaf, of_type: &str) -> Option<TypeForm> {
    let mut block: BlockSchema = resource(of_type)?.root();
    let names: Vec<&str> = leaf.path.split('.').map(|name| name.split('[').next().unwrap_or(name)).collect();
    let (last, outer) = names.split_last()?;
    for name in outer {
        block = block.attr(name)?.children()?;
    }
    Some(block.attr(last)?.ty().form())
}
