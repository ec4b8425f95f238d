//! What a configuration says must hold: validations of variables, pre- and postconditions, asserts of checks.

use std::rc::Rc;

use super::evaluator::{Evaluator, InstanceState, ModuleState};
use super::interp::article;
use super::scope::ModuleScope;
use crate::config::{Condition, Resource, Variable};
use crate::estate::{InstanceId, Key};
use crate::value::{Kind, Marks, Origin, Ty, Value, convert};

/// How a condition does not hold.
enum Broken {
    /// It is false.
    False,
    /// It is neither true nor false.
    NoTruth(String),
}

impl<'a> Evaluator<'a> {
    /// Holds a variable's value against its `validation` blocks; a broken one is told where the value was given.
    pub(super) fn validate(&self, scope: &ModuleScope<'_, 'a>, variable: &Variable, value: &Value<'a>, header: Origin) {
        let at = if value.origin.is_some() { value.origin } else { header };
        for condition in &variable.validations {
            let what = format!("Invalid value for var.{}", variable.name);
            self.must_hold(scope, condition, &what, at);
        }
    }

    /// Holds an instance against the conditions of its `lifecycle` block.
    pub(super) fn check_instance(&self, id: InstanceId, state: &InstanceState<'a>) {
        let Some(resource) = state.resource.as_ref().map(|state| state.resource) else { return };
        // A representative stands for instances that may not be there.
        if matches!(state.key, Key::Unknown) {
            return;
        }
        self.refuse_itself(state, resource);
        let scope = self.scope(id, state);
        for condition in &resource.preconditions {
            self.must_hold(&scope, condition, "Resource precondition failed", Origin::NONE);
        }
        for condition in &resource.postconditions {
            self.must_hold(&scope, condition, "Resource postcondition failed", Origin::NONE);
        }
    }

    /// A block that repeats may refer to itself only as long as it has no instance, or one that is not referred to. (Two
    /// instances wait for each other, whichever is referred to.)
    fn refuse_itself(&self, state: &InstanceState<'a>, resource: &'a Resource) {
        let references = self.self_references.borrow();
        let Some(references) = references.get(&resource.block) else { return };
        let own = match state.key {
            Key::Int(index) => index.to_string(),
            Key::Str(key) => format!("{key:?}"),
            _ => String::new(),
        };
        let instances = self.resource(&state.module, resource, state.header);
        let are_many = instances.is_ok_and(|instances| instances.are_many());
        for (literal, at) in references {
            if are_many || literal.as_ref().is_none_or(|literal| *literal == own) {
                self.refuse_self_reference(resource, *at);
            }
        }
    }

    /// Holds a module against its `check` blocks. As in Terraform, one that does not hold is worth a warning.
    pub(super) fn run_checks(&self, state: &Rc<ModuleState<'a>>) {
        let scope = self.plain_scope(state);
        for check in state.module.iter().flat_map(|module| module.checks.values()) {
            for assert in &check.asserts {
                if let Some(broken) = self.broken(&scope, assert) {
                    let what = format!("check \"{}\" failed", check.name);
                    let message = self.sentence(&scope, assert, &broken, &what);
                    match broken {
                        Broken::False => self.note(self.at(assert.condition), message),
                        Broken::NoTruth(_) => self.refuse(self.at(assert.condition), message, None),
                    }
                }
            }
        }
    }

    /// Refuses what a condition forbids. `at` is the place to tell, if not the condition's own.
    pub(super) fn must_hold(&self, scope: &ModuleScope<'_, 'a>, condition: &Condition, what: &str, at: Origin) {
        let Some(broken) = self.broken(scope, condition) else { return };
        let message = self.sentence(scope, condition, &broken, what);
        let own = !at.is_some() || matches!(broken, Broken::NoTruth(_));
        self.refuse(if own { self.at(condition.condition) } else { at }, message, None);
    }

    /// Whether a condition certainly does not hold.
    fn broken(&self, scope: &ModuleScope<'_, 'a>, condition: &Condition) -> Option<Broken> {
        let value = self.eval(scope, condition.condition);
        if self.incomplete || value.marks.among(Marks::DOUBTS) != Marks::NONE {
            return None;
        }
        match convert(self.arena, value, &Ty::Bool).map(|value| value.kind) {
            Ok(Kind::Bool(false)) => Some(Broken::False),
            Ok(Kind::Null) => Some(Broken::NoTruth("null".to_owned())),
            Err(_) => Some(Broken::NoTruth(article(&value))),
            Ok(_) => None,
        }
    }

    fn sentence(&self, scope: &ModuleScope<'_, 'a>, condition: &Condition, broken: &Broken, what: &str) -> String {
        if let Broken::NoTruth(found) = broken {
            return format!("{what}: its condition is {found}, where it must be true or false");
        }
        let message = condition.error_message.map(|expr| self.eval_quietly(scope, expr));
        // As Terraform, which hides a message that holds something sensitive.
        let text = message.filter(|message| !message.any_sensitive()).and_then(|message| message.as_str());
        text.map_or_else(|| what.to_owned(), |text| format!("{what}: {}", text.trim()))
    }
}
