//! Which elements of a family matter to a member of a kind: asked once, so that a long table costs nothing where little of
//! it matters.

use super::names::Judging;
use crate::eval::EvalError;
use crate::settings::model::{Empty, Setting, Shape};
use crate::value::Value;

/// For each member of the kind, the keys of the family that matter to it.
pub(super) struct Concerned<'s>(Vec<Value<'s>>);

impl Concerned<'_> {
    /// Whether an element matters to the member; it does if nobody knows.
    pub(super) fn one(&self, member: usize, key: &str) -> bool {
        self.0.get(member).is_none_or(|keys| matters(keys, key))
    }

    /// Whether it matters to any.
    pub(super) fn any(&self, key: &str) -> bool {
        self.0.iter().any(|keys| matters(keys, key))
    }
}

fn matters(keys: &Value<'_>, key: &str) -> bool {
    match keys.elements() {
        Some(keys) => keys.iter().any(|one| one.is_unknown() || one.as_str() == Some(key)),
        None => !keys.is_null(),
    }
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// What `concerns` gives for each member; `None`: all of the family matters.
    pub(super) fn concerned(&self, setting: &'e Setting, shape: &'e Shape) -> Result<Option<Concerned<'s>>, EvalError> {
        let (Some(concerns), Some(kind)) = (shape.concerns, setting.kind) else { return Ok(None) };
        let members = self.members_of(kind)?;
        let keys = members.iter().map(|member| match member.open {
            Some(_) => Ok(member.value),
            None => self.eval(concerns, &member.names, Some((setting, Some(shape)))),
        });
        Ok(Some(Concerned(keys.collect::<Result<_, _>>()?)))
    }

    /// Whether what is said where no member matters is the same for all elements: nothing in it asks for the element.
    pub(super) fn judges_nothing_alike(&self, setting: &'e Setting, shape: &'e Shape) -> bool {
        let is_plain = shape.concerns.is_some() && shape.inherited.is_none() && shape.empty != Empty::Unset;
        let Some(kind) = setting.kind.filter(|_| is_plain) else { return false };
        let names = self.kind_names(kind);
        shape
            .filters
            .into_iter()
            .flatten()
            .all(|filter| self.root.rules.tree(filter).mentions(filter.node, |name| names.contains(&name)))
    }
}
