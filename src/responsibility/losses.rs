//! Data that a plan destroys: stores that go, or are made anew, without anything that keeps what they hold.

use serde_json::Value as Json;

use super::stores::{Guard, store};
use crate::estate::{Action, Deposed, Estate, Instance, InstanceId, InstanceKind};
use crate::source::Location;
use crate::value::{BlockObject, Kind, Value};

/// A store whose data the plan destroys.
#[derive(Clone, Debug, PartialEq)]
pub struct Loss {
    /// The resource.
    pub address: String,
    /// What tells an object that is left over from an earlier replacement from the resource's own; empty for that.
    pub deposed: String,
    /// Whether it is destroyed or replaced.
    pub action: Action,
    /// The attributes that force its replacement, as far as the plan says.
    pub replaced_by: Vec<String>,
    /// Why, in the plan's words: `delete_because_no_resource_config`; empty if it says nothing.
    pub reason: String,
    /// What it holds: `a database`.
    pub holds: &'static str,
    /// What would have kept the data, and is not set so; none where its type has nothing of the kind.
    pub missing: Vec<Missing>,
    /// What else may keep it; may be empty.
    pub note: &'static str,
    /// The resource's block, where the source is at hand.
    pub location: Option<Location>,
}

impl Loss {
    /// Why it goes, for people: the attributes that force a replacement, or what the plan gives as its reason.
    pub fn why(&self) -> Option<String> {
        if !self.deposed.is_empty() {
            return Some(format!("deposed object {}", self.deposed));
        }
        if !self.replaced_by.is_empty() {
            return Some(self.replaced_by.join(", "));
        }
        let words = match self.reason.as_str() {
            "replace_because_tainted" => "it is tainted",
            "replace_by_request" => "-replace asks for it",
            "replace_by_triggers" => "replace_triggered_by",
            "delete_because_no_resource_config" => "it is not in the configuration",
            "delete_because_no_module" => "its module is not in the configuration",
            "delete_because_wrong_repetition" => "count or for_each came or went",
            "delete_because_count_index" => "beyond count",
            "delete_because_each_key" => "not in for_each",
            "delete_because_no_move_target" => "it was moved to where nothing is",
            _ => return None,
        };
        Some(words.to_owned())
    }
}

/// A setting that would have kept the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// The attribute: `deletion_protection`.
    pub attribute: &'static str,
    /// Its value before the plan; `None`: it has none.
    pub value: Option<Json>,
}

/// The stores that a plan destroys or replaces without a guard, in the order of instances, and then what is left over from
/// earlier replacements.
///
/// What counts is the state, not what the plan would write: a resource is destroyed with the values that it has, so a
/// protection that the same plan adds protects nothing, and one that it takes away is still there.
pub fn losses(estate: &Estate<'_>) -> Vec<Loss> {
    let managed = estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed);
    let deposed = estate.deposed.iter().filter_map(|deposed| loss_of_deposed(estate, deposed));
    managed.filter_map(|(id, instance)| loss(estate, id, instance)).chain(deposed).collect()
}

fn loss(estate: &Estate<'_>, id: InstanceId, instance: &Instance<'_>) -> Option<Loss> {
    if !matches!(instance.action, Action::Delete | Action::Replace) {
        return None;
    }
    let changed = estate.changed.get(&id).copied().unwrap_or_default();
    let unguarded = unguarded(estate, instance.type_name, changed.destroyed?, instance.provider)?;
    let place = estate.place(instance.header);
    Some(Loss {
        address: estate.address(id),
        action: instance.action,
        replaced_by: changed.replaced_by.iter().map(|path| (*path).to_owned()).collect(),
        reason: changed.reason.to_owned(),
        location: place.map(|(file, span)| estate.program.sources.get(file).locate(span)),
        ..unguarded
    })
}

/// It was a store once, and may still hold what was never moved.
fn loss_of_deposed(estate: &Estate<'_>, deposed: &Deposed<'_>) -> Option<Loss> {
    let unguarded = unguarded(estate, deposed.type_name, deposed.destroyed, deposed.provider)?;
    Some(Loss { address: deposed.address.to_owned(), deposed: deposed.key.to_owned(), ..unguarded })
}

/// What is lost with an object of which the state holds these attributes; `None`: it is no store, or something keeps it.
fn unguarded(
    estate: &Estate<'_>,
    type_name: &str,
    attrs: &BlockObject<'_>,
    provider: Option<InstanceId>,
) -> Option<Loss> {
    let store = store(type_name)?;
    let provider = provider.map(|provider| estate.instance(provider).attrs);
    let guards = || store.refuses.iter().chain(store.keeps);
    if guards().any(|guard| guard.holds(attrs, provider)) {
        return None;
    }
    Some(Loss {
        address: String::new(),
        deposed: String::new(),
        action: Action::Delete,
        replaced_by: Vec::new(),
        reason: String::new(),
        holds: store.holds,
        missing: missing(guards(), attrs, provider),
        note: store.note,
        location: None,
    })
}

/// The attributes that have a value; if none has, the first of all.
fn missing(
    guards: impl Iterator<Item = &'static Guard>,
    attrs: &BlockObject<'_>,
    provider: Option<&BlockObject<'_>>,
) -> Vec<Missing> {
    let all = guards.map(|guard| {
        let value = guard.value_in(attrs, provider).filter(|value| !value.is_null());
        Missing { attribute: guard.path, value: value.map(scalar) }
    });
    let mut all: Vec<Missing> = all.collect();
    // The same attribute may refuse with one value and keep with another.
    all.sort_by_key(|missing| missing.attribute);
    all.dedup_by_key(|missing| missing.attribute);
    let first = all.first().cloned();
    all.retain(|missing| missing.value.is_some());
    if all.is_empty() { first.into_iter().collect() } else { all }
}

fn scalar(value: &Value<'_>) -> Json {
    match value.kind {
        _ if value.is_sensitive() => Json::from("(sensitive)"),
        Kind::Bool(truth) => Json::from(truth),
        Kind::Int(number) => Json::from(number),
        Kind::Str(text) => Json::from(text),
        Kind::Unknown(_) => Json::from("(not known yet)"),
        _ => Json::Null,
    }
}
