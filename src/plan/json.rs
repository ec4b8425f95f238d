//! The JSON of `terraform show -json`, as far as it is read, and JSON values as values of the estate.
//!
//! Format: <https://developer.hashicorp.com/terraform/internals/json-format>. Strings borrow the text of the plan.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use bumpalo::Bump;
use memchr::memmem;
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use smallvec::SmallVec;

use super::trim::Parts;
use crate::estate::{Action, InstanceKind};
use crate::value::number::Num;
use crate::value::{Entry, Kind, Value};

/// A plan.
#[derive(Deserialize)]
pub(super) struct Document<'a> {
    #[serde(default, borrow)]
    format_version: Option<&'a RawValue>,
    /// Whether the run that planned failed; since Terraform 1.6.
    #[serde(default, borrow)]
    errored: Option<&'a RawValue>,
    /// Whether everything is there once it is applied; since Terraform 1.8.
    #[serde(default, borrow)]
    complete: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) deferred_changes: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) checks: Option<&'a RawValue>,
    /// The values of the root module's variables, those that are sensitive too.
    #[serde(default, borrow)]
    pub(super) variables: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) resource_drift: Option<&'a RawValue>,
    #[serde(default, borrow)]
    planned_values: Option<&'a RawValue>,
    /// What a state has instead.
    #[serde(default, borrow)]
    values: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) resource_changes: Vec<ResourceChange<'a>>,
    #[serde(default, borrow)]
    prior_state: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) configuration: Option<Configuration<'a>>,
}

impl<'a> Document<'a> {
    /// The document whose parts are there in a text, by as many threads as the rayon pool has that this is called in.
    /// `None`: something in it is not as it should be, or twice there; who reads it as a whole says what.
    pub(super) fn of_parts(text: &'a str, parts: &Parts) -> Option<Self> {
        let mark = parts.length.checked_sub(text.len())?;
        let at = |range: &Range<usize>| text.get(range.start - mark..range.end - mark);
        let find = |name: &str| {
            let mut found = parts.sections.iter().filter(|(known, _)| known == name);
            let first = found.next().map_or(Some("null"), |(_, range)| at(range))?;
            found.next().is_none().then_some(first)
        };
        let raw = |name: &str| serde_json::from_str::<Option<&'a RawValue>>(find(name)?).ok();
        let changes = || {
            let is_list = find("resource_changes")?.starts_with('[');
            let changes = parts.changes.par_iter().map(|range| serde_json::from_str(at(range)?).ok());
            if is_list { changes.collect::<Option<Vec<_>>>() } else { None }
        };
        let configuration = || serde_json::from_str(find("configuration")?).ok();
        let (resource_changes, configuration) = rayon::join(changes, configuration);
        Some(Self {
            format_version: raw("format_version")?,
            errored: raw("errored")?,
            complete: raw("complete")?,
            deferred_changes: raw("deferred_changes")?,
            checks: raw("checks")?,
            variables: raw("variables")?,
            resource_drift: raw("resource_drift")?,
            planned_values: raw("planned_values")?,
            values: raw("values")?,
            resource_changes: resource_changes?,
            prior_state: raw("prior_state")?,
            configuration: configuration?,
        })
    }

    /// What is planned, where the plan does not say how it comes about: all resources of what is planned are in
    /// `resource_changes`, if there are any.
    pub(super) fn planned_values(&self) -> Result<Option<StateValues<'a>>, serde_json::Error> {
        let needed = self.planned_values.or(self.values).filter(|_| self.resource_changes.is_empty());
        needed.map(|raw| serde_json::from_str(raw.get())).transpose()
    }

    /// Its format's version, if that is of a later major version than 1. Within one, fields are only added.
    pub(super) fn unknown_format(&self) -> Option<String> {
        let version: String = serde_json::from_str(self.format_version?.get()).ok()?;
        let major: u64 = version.split('.').next()?.parse().ok()?;
        (major > 1).then_some(major.to_string())
    }

    pub(super) fn is_errored(&self) -> bool {
        self.errored.is_some_and(|errored| errored.get() == "true")
    }

    pub(super) fn is_incomplete(&self) -> bool {
        self.complete.is_some_and(|complete| complete.get() == "false")
    }

    /// Whether it is a state, which has neither changes nor a configuration.
    pub(super) fn is_state(&self) -> bool {
        self.planned_values.is_none() && self.configuration.is_none() && self.resource_changes.is_empty()
    }

    /// The state before, if it can hold a data source: those that are read while the plan is made stand nowhere else.
    pub(super) fn prior_state(&self) -> Result<Option<PriorState<'a>>, serde_json::Error> {
        let needed = self.prior_state.filter(|raw| memmem::find(raw.get().as_bytes(), b"\"data\"").is_some());
        needed.map(|raw| serde_json::from_str(raw.get())).transpose()
    }
}

#[derive(Deserialize)]
pub(super) struct PriorState<'a> {
    #[serde(default, borrow)]
    pub(super) values: Option<StateValues<'a>>,
}

#[derive(Deserialize)]
pub(super) struct StateValues<'a> {
    #[serde(default, borrow)]
    pub(super) root_module: StateModule<'a>,
}

#[derive(Default, Deserialize)]
pub(super) struct StateModule<'a> {
    #[serde(default, borrow)]
    pub(super) address: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) resources: Vec<StateResource<'a>>,
    #[serde(default, borrow)]
    pub(super) child_modules: Vec<StateModule<'a>>,
}

/// A resource instance of a state. A plan has tens of thousands of these and of changes: they are kept small.
#[derive(Deserialize)]
pub(super) struct StateResource<'a> {
    #[serde(borrow)]
    pub(super) address: Text<'a>,
    #[serde(rename = "mode", deserialize_with = "kind")]
    pub(super) kind: InstanceKind,
    #[serde(borrow, rename = "type")]
    pub(super) type_name: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(default, borrow)]
    pub(super) index: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) provider_name: Text<'a>,
    #[serde(default, borrow)]
    pub(super) values: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) sensitive_values: Option<&'a RawValue>,
}

#[derive(Deserialize)]
pub(super) struct ResourceChange<'a> {
    #[serde(borrow)]
    pub(super) address: Text<'a>,
    #[serde(default, borrow)]
    pub(super) module_address: Text<'a>,
    #[serde(rename = "mode", deserialize_with = "kind")]
    pub(super) kind: InstanceKind,
    #[serde(borrow, rename = "type")]
    pub(super) type_name: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(default, borrow)]
    pub(super) index: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) provider_name: Text<'a>,
    /// An object that is left over from an earlier replacement.
    #[serde(default, borrow)]
    pub(super) deposed: Option<Text<'a>>,
    /// Its address before it was moved.
    #[serde(default, borrow)]
    pub(super) previous_address: Option<Text<'a>>,
    /// Why it changes so: `replace_because_tainted`.
    #[serde(default, borrow)]
    pub(super) action_reason: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) change: Change<'a>,
}

#[derive(Deserialize)]
pub(super) struct Change<'a> {
    pub(super) actions: Actions,
    #[serde(default, borrow)]
    pub(super) before: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) after: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) after_unknown: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) before_sensitive: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) after_sensitive: Option<&'a RawValue>,
    /// The paths that force a replacement, each a list of names, keys and indices.
    #[serde(default, borrow)]
    pub(super) replace_paths: Option<&'a RawValue>,
    /// What it is imported by; since format 1.2.
    #[serde(default, borrow)]
    pub(super) importing: Option<&'a RawValue>,
}

/// A string as it stands in the JSON, without its quotes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Text<'a>(&'a str);

impl<'a> Text<'a> {
    /// The text that it stands for.
    pub(super) fn decoded<'x>(self, arena: &'x Bump) -> &'x str
    where
        'a: 'x,
    {
        if !self.0.contains('\\') {
            return self.0;
        }
        let decoded = serde_json::from_str::<String>(&format!("\"{}\"", self.0));
        decoded.map_or(self.0, |text| arena.alloc_str(&text))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: &'a RawValue = Deserialize::deserialize(deserializer)?;
        let inner = raw.get().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
        inner.map(Self).ok_or_else(|| D::Error::custom("a string is needed here"))
    }
}

/// What a plan does with an instance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Actions {
    pub(super) action: Action,
    /// Whether what is there is destroyed.
    pub(super) destroys: bool,
}

impl<'de> Deserialize<'de> for Actions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words: SmallVec<[Key<'de>; 2]> = Deserialize::deserialize(deserializer)?;
        let words: SmallVec<[&str; 2]> = words.iter().map(|Key(word)| &**word).collect();
        let action = match words.as_slice() {
            ["create"] => Action::Create,
            ["read"] => Action::Read,
            ["update"] => Action::Update,
            ["delete"] => Action::Delete,
            ["forget"] => Action::Forget,
            ["delete" | "forget", "create"] | ["create", "delete" | "forget"] => Action::Replace,
            _ => Action::NoOp,
        };
        Ok(Self { action, destroys: words.contains(&"delete") })
    }
}

/// The kind of instance that a `mode` names.
fn kind<'a, D: Deserializer<'a>>(deserializer: D) -> Result<InstanceKind, D::Error> {
    let Key(mode) = Deserialize::deserialize(deserializer)?;
    Ok(super::configuration::kind(&mode))
}

#[derive(Deserialize)]
pub(super) struct Configuration<'a> {
    #[serde(default, borrow)]
    pub(super) provider_config: BTreeMap<Cow<'a, str>, ProviderConfig<'a>>,
    #[serde(default, borrow)]
    pub(super) root_module: ConfigModule<'a>,
}

#[derive(Deserialize)]
pub(super) struct ProviderConfig<'a> {
    #[serde(borrow)]
    pub(super) name: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) alias: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) full_name: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) version_constraint: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) module_address: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) expressions: Option<&'a RawValue>,
}

#[derive(Default, Deserialize)]
pub(super) struct ConfigModule<'a> {
    #[serde(default, borrow)]
    pub(super) outputs: BTreeMap<Cow<'a, str>, ConfigOutput<'a>>,
    #[serde(default, borrow)]
    pub(super) resources: Vec<ConfigResource<'a>>,
    #[serde(default, borrow)]
    pub(super) module_calls: BTreeMap<Cow<'a, str>, ConfigCall<'a>>,
    #[serde(default, borrow)]
    pub(super) variables: BTreeMap<Cow<'a, str>, ConfigVariable<'a>>,
}

#[derive(Deserialize)]
pub(super) struct ConfigVariable<'a> {
    #[serde(default, borrow)]
    pub(super) default: Option<&'a RawValue>,
    #[serde(default, borrow)]
    sensitive: Option<&'a RawValue>,
}

impl ConfigVariable<'_> {
    pub(super) fn is_sensitive(&self) -> bool {
        self.sensitive.is_some_and(|sensitive| sensitive.get() == "true")
    }
}

#[derive(Deserialize)]
pub(super) struct ConfigOutput<'a> {
    #[serde(default, borrow)]
    pub(super) expression: Option<&'a RawValue>,
}

#[derive(Deserialize)]
pub(super) struct ConfigResource<'a> {
    #[serde(borrow)]
    pub(super) mode: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    pub(super) type_name: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) name: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) provider_config_key: Cow<'a, str>,
    #[serde(default, borrow)]
    pub(super) expressions: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) for_each_expression: Option<&'a RawValue>,
}

#[derive(Deserialize)]
pub(super) struct ConfigCall<'a> {
    #[serde(default, borrow)]
    pub(super) expressions: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) for_each_expression: Option<&'a RawValue>,
    #[serde(default, borrow)]
    pub(super) module: ConfigModule<'a>,
}

/// A JSON value as a value of the estate: arrays are tuples, objects are sorted by key.
pub(super) fn value<'a>(arena: &'a Bump, raw: &'a RawValue) -> Result<Value<'a>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(raw.get());
    ValueSeed { arena }.deserialize(&mut deserializer)
}

#[derive(Clone, Copy)]
struct ValueSeed<'a> {
    arena: &'a Bump,
}

impl<'a> DeserializeSeed<'a> for ValueSeed<'a> {
    type Value = Value<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Value<'a>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'a> ValueSeed<'a> {
    fn number<E: Error>(self, text: &str) -> Result<Value<'a>, E> {
        let number = Num::parse(text).ok_or_else(|| E::custom("a number is too large"))?;
        Ok(number.value(self.arena))
    }
}

impl<'a> Visitor<'a> for ValueSeed<'a> {
    type Value = Value<'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value<'a>, E> {
        Ok(Value::NULL)
    }

    fn visit_bool<E: Error>(self, truth: bool) -> Result<Value<'a>, E> {
        Ok(Value::bool(truth))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value<'a>, E> {
        Ok(Value::int(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value<'a>, E> {
        match i64::try_from(number) {
            Ok(number) => Ok(Value::int(number)),
            Err(_) => self.number(&number.to_string()),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value<'a>, E> {
        // The shortest decimal form is what was written; the float's exact binary value is not.
        self.number(&format!("{number:e}"))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'a str) -> Result<Value<'a>, E> {
        Ok(Value::str(text))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value<'a>, E> {
        Ok(Value::str(self.arena.alloc_str(text)))
    }

    fn visit_seq<S: SeqAccess<'a>>(self, mut seq: S) -> Result<Value<'a>, S::Error> {
        let mut items = SmallVec::<[Value<'a>; 8]>::new();
        while let Some(item) = seq.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Value::of(Kind::Tuple(self.arena.alloc_slice_copy(&items))))
    }

    fn visit_map<M: MapAccess<'a>>(self, mut map: M) -> Result<Value<'a>, M::Error> {
        let mut entries = SmallVec::<[Entry<'a>; 16]>::new();
        while let Some(Key(key)) = map.next_key()? {
            let key = match key {
                Cow::Borrowed(key) => key,
                Cow::Owned(key) => self.arena.alloc_str(&key),
            };
            entries.push((key, map.next_value_seed(self)?));
        }
        // Terraform sorts them. Of keys that stand twice the last one counts.
        if !entries.is_sorted_by(|(a, _), (b, _)| a < b) {
            entries.reverse();
            entries.sort_by_key(|(key, _)| *key);
            entries.dedup_by_key(|(key, _)| *key);
        }
        Ok(Value::of(Kind::Object(self.arena.alloc_slice_copy(&entries))))
    }
}

#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);
