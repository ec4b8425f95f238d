//! The logic of a check, over what is written: paths with values.

use std::collections::BTreeMap;

use serde_json::Value;

/// What is written, by path: `versioning.enabled`, `route[].cidr_block`. What is not there is not written.
pub(crate) type Written = BTreeMap<String, Value>;

/// When a check passes.
#[derive(Clone, Debug)]
pub(crate) enum Logic {
    All(Vec<Logic>),
    Any(Vec<Logic>),
    Not(Box<Logic>),
    Leaf(Leaf),
}

/// A question to one attribute.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub(crate) path: String,
    pub(crate) op: String,
    pub(crate) value: Value,
    /// Whether it passes where the attribute is not written.
    pub(crate) passes_missing: bool,
    /// The types on which it is asked; empty: on all.
    pub(crate) on: Vec<String>,
}

impl Logic {
    /// Reads logic; `None` where it holds more than questions to attributes.
    pub(crate) fn read(json: &Value) -> Option<Self> {
        let list = |key: &str| json.get(key)?.as_array()?.iter().map(Self::read).collect::<Option<Vec<_>>>();
        if let Some(all) = list("all") {
            return Some(Self::All(all));
        }
        if let Some(any) = list("any") {
            return Some(Self::Any(any));
        }
        if let Some(not) = json.get("not") {
            return Some(Self::Not(Box::new(Self::read(not)?)));
        }
        let is_plain = ["jsonpath", "decode", "parent"].iter().all(|key| json.get(key).is_none());
        let op = json.get("op")?.as_str()?.to_owned();
        let negative = op.starts_with("not_") || matches!(op.as_str(), "empty" | "no_secret");
        let missing = json.get("missing").and_then(Value::as_str);
        let on = json.get("on").and_then(Value::as_array).map(|types| texts(types)).unwrap_or_default();
        is_plain.then_some(Self::Leaf(Leaf {
            path: json.get("attr")?.as_str()?.to_owned(),
            value: json.get("value").cloned().map(number_of_template).unwrap_or_default(),
            passes_missing: missing.map_or(negative, |missing| missing == "pass"),
            op,
            on,
        }))
    }

    /// All its questions.
    pub(crate) fn leaves(&self) -> Box<dyn Iterator<Item = &Leaf> + '_> {
        match self {
            Self::All(all) | Self::Any(all) => Box::new(all.iter().flat_map(Self::leaves)),
            Self::Not(one) => one.leaves(),
            Self::Leaf(leaf) => Box::new(std::iter::once(leaf)),
        }
    }

    /// Whether it passes; `None` where that cannot be told.
    pub(crate) fn passes(&self, of_type: &str, written: &Written) -> Option<bool> {
        match self {
            Self::All(all) => {
                let passed: Vec<_> = all.iter().map(|one| one.passes(of_type, written)).collect();
                if passed.contains(&Some(false)) { Some(false) } else { all_known(&passed).then_some(true) }
            }
            Self::Any(any) => {
                let passed: Vec<_> = any.iter().map(|one| one.passes(of_type, written)).collect();
                if passed.contains(&Some(true)) { Some(true) } else { all_known(&passed).then_some(false) }
            }
            Self::Not(one) => Some(!one.passes(of_type, written)?),
            Self::Leaf(leaf) if !leaf.asks(of_type) => Some(true),
            Self::Leaf(leaf) => leaf.passes(value_at(&leaf.path, written).as_ref()),
        }
    }
}

/// What is written at a path; a block is written if anything in it is.
fn value_at(path: &str, written: &Written) -> Option<Value> {
    let below = || written.keys().any(|other| is_below(other, path)).then(|| serde_json::json!({ "written": true }));
    written.get(path).cloned().or_else(below)
}

/// Whether a path leads into what stands at another.
pub(crate) fn is_below(path: &str, above: &str) -> bool {
    path.strip_prefix(above).is_some_and(|rest| rest.starts_with('.') || rest.starts_with("[]"))
}

/// A template of a number alone is that number.
fn number_of_template(value: Value) -> Value {
    let number = value.as_str().and_then(|text| text.strip_prefix("${")?.strip_suffix('}')?.parse::<i64>().ok());
    number.map_or(value, Value::from)
}

fn all_known(passed: &[Option<bool>]) -> bool {
    passed.iter().all(Option::is_some)
}

pub(crate) fn texts(values: &[Value]) -> Vec<String> {
    values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect()
}

impl Leaf {
    /// Whether it is asked on a type.
    pub(crate) fn asks(&self, of_type: &str) -> bool {
        self.on.is_empty() || self.on.iter().any(|one| one == of_type)
    }

    /// Whether it passes with what is written at its path; `None` where that cannot be told.
    pub(crate) fn passes(&self, value: Option<&Value>) -> Option<bool> {
        let Some(value) = value else { return Some(self.passes_missing) };
        let given: Vec<&Value> = value.as_array().map_or_else(|| vec![value], |items| items.iter().collect());
        let wanted: Vec<&Value> =
            self.value.as_array().map_or_else(|| vec![&self.value], |items| items.iter().collect());
        let number = |value: &Value| value.as_f64();
        let same = |a: &Value, b: &Value| a == b || text(a) == text(b);
        let holds = |one: &Value| given.iter().any(|have| same(have, one) || text(have).contains(&text(one)));
        let first = |count: usize| wanted.get(count).and_then(|value| number(value));
        Some(match self.op.as_str() {
            "equals" => same(value, &self.value),
            "not_equals" => !same(value, &self.value),
            "equals_ci" => text(value).eq_ignore_ascii_case(&text(&self.value)),
            "not_equals_ci" => !text(value).eq_ignore_ascii_case(&text(&self.value)),
            "in" => wanted.iter().any(|one| same(value, one)),
            "not_in" => !wanted.iter().any(|one| same(value, one)),
            "exists" => true,
            "not_exists" => false,
            "not_empty" => !is_empty(value),
            "empty" => is_empty(value),
            "contains" => holds(&self.value),
            "not_contains" => !holds(&self.value),
            "contains_all" => wanted.iter().all(|one| holds(one)),
            "contains_any" => wanted.iter().any(|one| holds(one)),
            "subset_of" => given.iter().all(|have| wanted.iter().any(|one| same(have, one))),
            "starts_with" => text(value).starts_with(&text(&self.value)),
            "not_starts_with" => !text(value).starts_with(&text(&self.value)),
            "gte" => number(value)? >= first(0)?,
            "gt" => number(value)? > first(0)?,
            "lte" => number(value)? <= first(0)?,
            "between" => number(value)? >= first(0)? && number(value)? <= first(1)?,
            _ => return None,
        })
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    }
}
