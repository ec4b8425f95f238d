//! The constants of a plan's `configuration`: what was written when it was made, before the provider had a look at it.

use std::cell::RefCell;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use crate::estate::InstanceKind;
use crate::plan::configuration::{Module, Resource, is_expression};
use crate::plan::json::Configuration;
use crate::value::number::Num;
use crate::value::{Kind, Value, lookup};

/// One step of a path in an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    Name(&'a str),
    Index(usize),
}

/// What the configuration of a plan writes as constants.
pub(super) struct Constants<'c> {
    arena: &'c Bump,
    root: Option<Module<'c>>,
    /// What is written of the resources that were asked for, by the place of each in memory: each is read once, however many
    /// of its values differ.
    read: RefCell<FxHashMap<usize, Option<Value<'c>>>>,
}

impl<'c> Constants<'c> {
    pub(super) fn of(arena: &'c Bump, configuration: Option<&'c Configuration<'c>>) -> Self {
        let root = configuration.and_then(|configuration| Module::root(arena, configuration).ok());
        Self { arena, root, read: RefCell::default() }
    }

    /// Whether a value was written so when the plan was made: that it is another one in the plan is then the provider's doing.
    /// `calls` are the module calls that lead to the resource. Asked only where the two differ.
    pub(super) fn is_written(
        &self,
        calls: &[&str],
        (kind, type_name, name): (InstanceKind, &str, &str),
        path: &[Step<'_>],
        value: &Value<'_>,
    ) -> bool {
        let found = || {
            let module = calls.iter().try_fold(self.root.as_ref()?, |module, call| module.child(call))?;
            let expressions = self.expressions(module.resource(kind, type_name, name)?)?;
            let constant = path.iter().try_fold(expressions, |at, step| at_step(at, *step))?;
            Some(is_same(&constant_of(constant), value))
        };
        found() == Some(true)
    }

    fn expressions(&self, resource: &Resource<'c>) -> Option<Value<'c>> {
        let place = std::ptr::from_ref(resource).addr();
        *self.read.borrow_mut().entry(place).or_insert_with(|| resource.expressions(self.arena).ok())
    }
}

/// The value of an expression that is a constant; anything else as it is.
fn constant_of<'v>(value: Value<'v>) -> Value<'v> {
    let constant = value.entries().filter(|_| is_expression(&value)).and_then(|found| lookup(found, "constant_value"));
    constant.copied().unwrap_or(value)
}

fn at_step<'v>(value: Value<'v>, step: Step<'_>) -> Option<Value<'v>> {
    let value = constant_of(value);
    match step {
        Step::Name(name) => lookup(value.entries()?, name).copied(),
        // A block that may stand once is listed as itself.
        Step::Index(0) if value.elements().is_none() => Some(value),
        Step::Index(index) => value.elements()?.get(index).copied(),
    }
}

/// Whether two values are the same, but for the types that a schema gives them.
fn is_same(constant: &Value<'_>, value: &Value<'_>) -> bool {
    if let (Some(left), Some(right)) = (constant.elements(), value.elements()) {
        return left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right));
    }
    if let (Some(left), Some(right)) = (constant.entries(), value.entries()) {
        return left.len() == right.len()
            && left.iter().zip(right).all(|(left, right)| left.0 == right.0 && is_same(&left.1, &right.1));
    }
    text(constant).is_some_and(|left| Some(left) == text(value))
}

fn text(value: &Value<'_>) -> Option<String> {
    match value.kind {
        Kind::Str(text) => Some(text.to_owned()),
        Kind::Bool(truth) => Some(truth.to_string()),
        _ => Num::of(value).map(|number| number.to_string()),
    }
}
