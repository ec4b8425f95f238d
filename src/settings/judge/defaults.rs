//! What holds where nothing is written.

use std::sync::Arc;

use super::names::{Judging, Names};
use super::verdict::{Rule, Subject};
use crate::estate::InstanceId;
use crate::eval::EvalError;
use crate::settings::finding::{DefaultFact, DefaultSource};
use crate::settings::model::RuleExpr;
use crate::value::Value;

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// What holds when nothing is written: the rule's default, or the schema's.
    pub(super) fn default_of(
        &self,
        rule: Rule<'e>,
        subject: &Subject<'s>,
        path: Option<&str>,
    ) -> Result<(Value<'s>, Option<Arc<DefaultFact>>), EvalError> {
        let fact = |value: &Value<'s>, since: Option<String>, source: DefaultSource| {
            let note = self.str(rule.setting.default_note);
            let note = (!note.is_empty()).then(|| note.to_owned());
            Arc::new(DefaultFact { value: super::words::json(value), since, note, source })
        };
        if let Some(default) = rule.shape.default {
            let value = self.ev(rule, default, &subject.names)?;
            let constants = &self.root.constants;
            if let Some(known) = constants.defaults.borrow().get(&default) {
                return Ok((value, Some(Arc::clone(known))));
            }
            let fact = fact(&value, None, DefaultSource::Rule);
            if constants.get(&self.root.rules, default).is_some() {
                constants.defaults.borrow_mut().insert(default, Arc::clone(&fact));
            }
            return Ok((value, Some(fact)));
        }
        if let Some(defaults) = rule.shape.defaults {
            let value = self.by_version(rule, defaults, self.instance, &subject.names)?;
            return Ok((value, Some(fact(&value, None, DefaultSource::Rule))));
        }
        let Some(path) = path else { return Ok((Value::NULL, None)) };
        let instance = self.root.estate.instance(self.instance);
        let full =
            if subject.found.path.is_empty() { path.to_owned() } else { format!("{}.{path}", subject.found.path) };
        let known = self.root.schema_default(instance, &full);
        Ok(match known {
            Some(known) => {
                let value = super::words::default_value(self.scratch, known.value);
                let source = match known.source {
                    crate::schema::Source::Declared => DefaultSource::Schema,
                    crate::schema::Source::Documented => DefaultSource::Documentation,
                };
                let since = known.since.map(|major| format!("provider version {major}"));
                (value, Some(fact(&value, since, source)))
            }
            None => (Value::NULL, Some(fact(&Value::NULL, None, DefaultSource::Schema))),
        })
    }

    /// `defaults`: the value of the constraint that the provider's version meets.
    pub(super) fn by_version(
        &self,
        rule: Rule<'e>,
        defaults: RuleExpr,
        of: InstanceId,
        names: &Names<'s>,
    ) -> Result<Value<'s>, EvalError> {
        let table = self.ev(rule, defaults, names)?;
        let provider = self.root.estate.instance(of).provider_name;
        for (constraint, value) in table.entries().unwrap_or_default() {
            if self.root.version_allows(provider, constraint) {
                return Ok(*value);
            }
        }
        Ok(Value::NULL)
    }
}

/// A default that the rule gives.
pub(super) fn said_by_rule(value: &Value<'_>) -> Arc<DefaultFact> {
    let value = super::words::json(value);
    Arc::new(DefaultFact { value, since: None, note: None, source: DefaultSource::Rule })
}
