//! What silences a finding: comments anywhere on its chain, from the value to the module calls around it; else what the
//! configuration of onus accepts.

use super::Root;
use super::verdict::Rule;
use crate::config::{Ignore, Program};
use crate::estate::{InstanceId, ModuleInstanceId};
use crate::settings::finding::{AcceptedBy, Suppressed};
use crate::source::{FileId, Span};

impl Root<'_, '_> {
    /// What silences a finding with these places, of the first of these instances.
    pub(super) fn suppressed(
        &self,
        rule: Rule<'_>,
        places: &[(FileId, Span)],
        instances: &[InstanceId],
    ) -> Option<Suppressed> {
        let program = self.estate.program;
        let ignores = program.modules.iter().flat_map(|module| &module.ignores);
        let comment = ignores.into_iter().find(|ignore| {
            self.counts(ignore)
                && self.names_rule(ignore, rule)
                && (self.covers(ignore, places) || self.covers_call(program, ignore, instances))
        });
        if let Some(found) = comment {
            return Some(Suppressed {
                reason: found.reason.clone(),
                until: found.until.clone(),
                by: AcceptedBy::Comment,
                location: program.sources.get(found.file).locate(found.comment),
            });
        }
        let anchor = *instances.first()?;
        let accepted = &self.options.accepted;
        accepted.of(self.options.first_element + rule.element, || self.estate.address(anchor)).cloned()
    }

    /// Comments of other tools count unless turned off; one that ran out counts no more.
    fn counts(&self, ignore: &Ignore) -> bool {
        if ignore.foreign && !self.options.foreign_ignores {
            return false;
        }
        let Some(until) = &ignore.until else { return true };
        let today = jiff::tz::Offset::UTC.to_datetime(self.options.now).date();
        until.parse::<jiff::civil::Date>().is_ok_and(|until| today <= until)
    }

    fn names_rule(&self, ignore: &Ignore, rule: Rule<'_>) -> bool {
        let rules = &self.rules;
        let element = &rules.elements[rule.element as usize];
        ignore.rules.iter().any(|name| {
            let aliases = || rules.lists[element.aliases.range()].iter();
            name == "*"
                || (!ignore.foreign && (rules.str(element.id) == name || rules.str(rule.setting.label) == name))
                || aliases().any(|alias| rules.str(*alias).eq_ignore_ascii_case(name))
        })
    }

    fn covers(&self, ignore: &Ignore, places: &[(FileId, Span)]) -> bool {
        ignore.module_call.is_none()
            && places.iter().any(|(file, span)| *file == ignore.file && ignore.covers.contains(*span))
    }

    /// A comment on a module call covers everything inside, for that call.
    fn covers_call(&self, program: &Program, ignore: &Ignore, instances: &[InstanceId]) -> bool {
        let Some(call) = &ignore.module_call else { return false };
        instances.iter().any(|id| {
            let mut module = self.estate.instance(*id).module;
            while module != ModuleInstanceId::ROOT {
                let state = &self.estate.modules[module.0 as usize];
                let parent = &self.estate.modules[state.parent.0 as usize];
                let here = parent.module.map(|id| program.module(id));
                let of_this_file = here.is_some_and(|module| module.files.contains(&ignore.file));
                if state.call == call && of_this_file {
                    return true;
                }
                module = state.parent;
            }
            false
        })
    }
}
