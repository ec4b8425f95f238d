//! Configurations for a check: one that satisfies all of its logic, and for each of its questions one that fails just that.

use std::collections::BTreeMap;

use onus::schema::{Attr, BlockSchema, TypeForm, resource};
use serde_json::{Value, json};

use super::logic::{Leaf, Logic, Written, is_below};
use super::tables::table;

/// What is written, or taken out.
type Changes = Vec<(String, Option<Value>)>;

/// What AWS takes in an attribute of which the logic does not tell it.
pub(crate) struct Facts {
    /// By type and path: values that it knows, the usual ones first.
    values: BTreeMap<(String, String), Vec<Value>>,
    /// Types and paths that cannot be left out, though the schema allows it.
    needed: Vec<(String, String)>,
}

impl Facts {
    /// What `values.tsv` says.
    pub(crate) fn read() -> Self {
        let mut facts = Self { values: BTreeMap::new(), needed: Vec::new() };
        for row in table("values.tsv", ["type", "attribute", "values", "needed", "because"]) {
            let [of_type, attribute, values, needed, _] = row;
            let key = (of_type, attribute);
            if !values.is_empty() {
                facts.values.insert(key.clone(), serde_json::from_str(&values).expect("a list of values, as JSON"));
            }
            match needed.as_str() {
                "needed" => facts.needed.push(key),
                "" => {}
                other => panic!("values.tsv: `needed` or nothing, not {other:?}"),
            }
        }
        facts
    }

    /// What satisfies a check on a type; `None` too where it asks for what nobody can write, as the provider alone sets it.
    pub(crate) fn satisfying(&self, logic: &Logic, of_type: &str) -> Option<Written> {
        let is_written =
            |leaf: &Leaf| attribute(&leaf.path, of_type).is_none_or(|attr| attr.optional() || attr.required());
        if !logic.leaves().filter(|leaf| leaf.asks(of_type)).all(is_written) {
            return None;
        }
        let written = apply(&On { of_type, facts: self }.satisfy(logic)?);
        (logic.passes(of_type, &written) == Some(true)).then_some(written)
    }

    /// For each question that is asked on a type: what fails it alone, as far as the logic allows that.
    pub(crate) fn violating(&self, logic: &Logic, of_type: &str) -> Vec<Written> {
        let mut all: Vec<Written> = On { of_type, facts: self }.violate(logic).iter().map(apply).collect();
        all.retain(|written| logic.passes(of_type, written) == Some(false));
        all.sort_by_key(|written| serde_json::to_string(written).unwrap_or_default());
        all.dedup();
        all
    }
}

/// A type for which configurations are made.
#[derive(Clone, Copy)]
struct On<'f> {
    of_type: &'f str,
    facts: &'f Facts,
}

fn apply(changes: &Changes) -> Written {
    let mut written = Written::new();
    for (path, value) in changes {
        match value {
            Some(value) => written.insert(path.clone(), value.clone()),
            None => {
                written.retain(|other, _| !is_below(other, path));
                written.remove(path)
            }
        };
    }
    written
}

impl<'f> On<'f> {
    fn satisfy(self, logic: &Logic) -> Option<Changes> {
        Some(match logic {
            Logic::All(all) => {
                let each: Option<Vec<_>> = all.iter().map(|one| self.satisfy(one)).collect();
                each?.concat()
            }
            Logic::Any(any) => any.iter().find_map(|one| self.satisfy(one))?,
            Logic::Not(one) => self.violate(one).into_iter().next()?,
            Logic::Leaf(leaf) if !leaf.asks(self.of_type) => Changes::new(),
            Logic::Leaf(leaf) => vec![(leaf.path.clone(), self.right(leaf)?)],
        })
    }

    fn violate(self, logic: &Logic) -> Vec<Changes> {
        match logic {
            Logic::All(all) => {
                let mut found = Vec::new();
                for (index, one) in all.iter().enumerate() {
                    let others = all.iter().enumerate().filter(|(other, _)| *other != index);
                    let others: Option<Vec<_>> = others.map(|(_, other)| self.satisfy(other)).collect();
                    let Some(others) = others else { continue };
                    found.extend(self.violate(one).into_iter().map(|wrong| [others.concat(), wrong].concat()));
                }
                found
            }
            Logic::Any(any) => {
                let each: Vec<Vec<Changes>> = any.iter().map(|one| self.violate(one)).collect();
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
            Logic::Not(one) => self.satisfy(one).into_iter().collect(),
            Logic::Leaf(leaf) if !leaf.asks(self.of_type) => Vec::new(),
            Logic::Leaf(leaf) => {
                let written = self.wrong(leaf).into_iter().map(|value| vec![(leaf.path.clone(), Some(value))]);
                written.chain(self.left_out(leaf).map(|path| vec![(path, None)])).collect()
            }
        }
    }

    /// The values that AWS knows, if that is told.
    fn known(self, leaf: &Leaf) -> Option<&'f [Value]> {
        self.facts.values.get(&(self.of_type.to_owned(), leaf.path.clone())).map(Vec::as_slice)
    }

    /// A value with which a question passes; the inner `None`: nothing is written.
    fn right(self, leaf: &Leaf) -> Option<Option<Value>> {
        let one = first(&leaf.value);
        let is_list = is_list(leaf, self.of_type);
        let known = || self.known(leaf)?.iter().find(|value| leaf.passes(Some(value)) == Some(true)).cloned();
        Some(match leaf.op.as_str() {
            "equals" | "equals_ci" | "in" | "subset_of" => Some(one),
            "contains" | "contains_all" | "contains_any" if is_list => Some(listed(&leaf.value)),
            "contains" | "contains_any" => Some(one),
            "starts_with" => Some(json!(format!("{}x", one.as_str()?))),
            "not_equals" | "not_equals_ci" => Some(known().unwrap_or_else(|| other(&leaf.value))),
            "not_contains" if leaf.passes_missing => None,
            "not_in" | "not_contains" | "not_starts_with" => Some(known().unwrap_or_else(|| json!("other"))),
            "exists" | "not_empty" => Some(known().unwrap_or_else(|| anything(leaf, self.of_type))),
            "not_exists" | "empty" if leaf.passes_missing => None,
            "gte" | "lte" | "between" => Some(one),
            "gt" => Some(json!(one.as_i64()? + 1)),
            _ => return None,
        })
    }

    /// Values with which a question fails.
    fn wrong(self, leaf: &Leaf) -> Vec<Value> {
        let one = first(&leaf.value);
        let number = one.as_i64();
        let is_list = is_list(leaf, self.of_type);
        if let Some(known) = self.known(leaf)
            && !leaf.op.starts_with("not_")
        {
            let wrong = known.iter().find(|value| leaf.passes(Some(value)) == Some(false));
            return wrong.into_iter().cloned().collect();
        }
        match leaf.op.as_str() {
            "equals_ci" if leaf.value.is_string() => vec![json!("other")],
            "equals" | "equals_ci" => vec![other(&leaf.value)],
            "in" | "subset_of" | "starts_with" if one.is_boolean() => vec![other(&one)],
            "contains" | "contains_all" | "contains_any" if is_list => vec![json!(["other"])],
            "in" | "subset_of" | "starts_with" | "contains" | "contains_any" => vec![json!("other")],
            "not_in" => leaf.value.as_array().cloned().unwrap_or_default(),
            "not_equals" | "not_equals_ci" => vec![one],
            "not_contains" if is_list => vec![listed(&leaf.value)],
            "not_contains" => vec![one],
            "not_starts_with" => one.as_str().map(|text| json!(format!("{text}x"))).into_iter().collect(),
            "not_exists" | "empty" => vec![anything(leaf, self.of_type)],
            "gte" | "between" => number.map(|number| json!(number - 1)).into_iter().collect(),
            "gt" => vec![one],
            "lte" => number.map(|number| json!(number + 1)).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// What must not be there for a question to find nothing and fail: the attribute, or the block of which it is a needed
    /// part; `None` where nothing may be left out, or the question passes then.
    fn left_out(self, leaf: &Leaf) -> Option<String> {
        if leaf.passes_missing || self.facts.needed.contains(&(self.of_type.to_owned(), leaf.path.clone())) {
            return None;
        }
        let mut path = leaf.path.as_str();
        while attribute(path, self.of_type).is_some_and(Attr::required) {
            path = path.rsplit_once('.')?.0;
        }
        Some(path.to_owned())
    }
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
    form(leaf, of_type).map_or_else(|| json!({}), value_of)
}

fn is_list(leaf: &Leaf, of_type: &str) -> bool {
    matches!(form(leaf, of_type), Some(TypeForm::List(_) | TypeForm::Set(_)))
}

/// The type of the attribute that a question is asked of; `Any` for blocks.
fn form(leaf: &Leaf, of_type: &str) -> Option<TypeForm> {
    Some(attribute(&leaf.path, of_type)?.ty().form())
}

fn attribute(path: &str, of_type: &str) -> Option<Attr> {
    let mut block: BlockSchema = resource(of_type)?.root();
    let names: Vec<&str> = path.split('.').map(|name| name.split('[').next().unwrap_or(name)).collect();
    let (last, outer) = names.split_last()?;
    for name in outer {
        block = block.attr(name)?.children()?;
    }
    block.attr(last)
}

/// A value of a type that is neither null nor empty.
pub(crate) fn value_of(form: TypeForm) -> Value {
    match form {
        TypeForm::Bool => json!(true),
        TypeForm::Number => json!(7),
        TypeForm::List(_) | TypeForm::Set(_) => json!(["arn:aws:kms:eu-west-1:111122223333:key/a"]),
        TypeForm::Map(_) => json!({ "name": "value" }),
        TypeForm::String => json!("arn:aws:kms:eu-west-1:111122223333:key/a"),
        TypeForm::Any => json!({}),
    }
}
