//! What a plan knows to be secret beside what it says of resources: the values of variables.
//!
//! The same text may stand in other places, where nothing tells that it is secret: it is hidden there, too.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::Plan;
use super::json::{ConfigCall, ConfigModule};
use crate::value::{Kind, Value, lookup};

/// A smaller number is in so many places that hiding it would make the report unreadable.
const LEAST_NUMBER: i64 = 1_000;

/// The value of a variable of the root module.
#[derive(Deserialize)]
struct Given<'a> {
    #[serde(default, borrow)]
    value: Option<&'a RawValue>,
}

impl Plan<'_> {
    /// The texts and numbers of variables that are sensitive, or whose names tell that they hold secrets.
    pub fn secrets(&self, tells_of_a_secret: fn(&str) -> bool) -> Vec<String> {
        let mut finder = Finder { tells_of_a_secret, found: Vec::new() };
        let Some(configuration) = &self.document.configuration else { return finder.found };
        let root = &configuration.root_module;
        // A part that has another form than the format's says nothing.
        let given = self.document.variables.map(|raw| serde_json::from_str(raw.get()));
        let given: BTreeMap<Cow<'_, str>, Given<'_>> = given.and_then(Result::ok).unwrap_or_default();
        for (name, given) in &given {
            let declared = root.variables.get(name);
            finder.variable(name, declared.is_some_and(|declared| declared.is_sensitive()), given.value);
        }
        finder.module(root);
        finder.found
    }
}

struct Finder {
    tells_of_a_secret: fn(&str) -> bool,
    found: Vec<String>,
}

impl Finder {
    /// The defaults of a module's variables, and what its calls give to those of others.
    fn module(&mut self, module: &ConfigModule<'_>) {
        for (name, variable) in &module.variables {
            self.variable(name, variable.is_sensitive(), variable.default);
        }
        for call in module.module_calls.values() {
            self.call(call);
            self.module(&call.module);
        }
    }

    fn call(&mut self, call: &ConfigCall<'_>) {
        let Some(expressions) = call.expressions else { return };
        let arena = bumpalo::Bump::new();
        let Ok(expressions) = super::json::value(&arena, expressions) else { return };
        for (name, expression) in expressions.entries().unwrap_or_default() {
            let constant = expression.entries().and_then(|entries| lookup(entries, "constant_value"));
            let is_sensitive = call.module.variables.get(*name).is_some_and(|variable| variable.is_sensitive());
            if let Some(value) = constant {
                self.value(value, is_sensitive || (self.tells_of_a_secret)(name));
            }
        }
    }

    fn variable(&mut self, name: &str, is_sensitive: bool, value: Option<&RawValue>) {
        let arena = bumpalo::Bump::new();
        if let Some(Ok(value)) = value.map(|raw| super::json::value(&arena, raw)) {
            self.value(&value, is_sensitive || (self.tells_of_a_secret)(name));
        }
    }

    fn value(&mut self, value: &Value<'_>, is_secret: bool) {
        match value.kind {
            Kind::Str(text) if is_secret => {
                self.found.push(text.to_owned());
            }
            Kind::Int(number) if is_secret && number.saturating_abs() >= LEAST_NUMBER => {
                self.found.push(number.to_string());
            }
            _ => {}
        }
        value.elements().unwrap_or_default().iter().for_each(|item| self.value(item, is_secret));
        for (name, value) in value.entries().unwrap_or_default() {
            self.value(value, is_secret || (self.tells_of_a_secret)(name));
        }
    }
}
