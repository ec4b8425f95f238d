//! What calling a module fulfils, and what it leaves to whoever calls it: text for people, Markdown to publish it with the
//! module, JSON.

mod human;
mod json;
mod markdown;

use std::sync::Arc;

use serde::Serialize;

pub use human::write as write_human;
pub use json::{ModuleDocument, write as write_json};
pub use markdown::write as write_markdown;

use super::mask::Secrets;
use crate::config::Problem;
use crate::responsibility::{LayerId, Owner};
use crate::settings::finding::{Sentence, Severity, Verdict};
use crate::source::Location;

/// What is known of a module.
#[derive(Debug, Default)]
pub struct Module {
    /// Its directory as people know it.
    pub directory: Arc<str>,
    /// Its inputs, sorted by name.
    pub inputs: Vec<Input>,
    /// Every setting of every resource in it, by how it stands; those that an input decides by that input, worst first.
    pub duties: Vec<Duty>,
    /// What whoever uses it owes outside the code: ids of duties.
    pub outside: Vec<&'static str>,
    /// Types of resources that are the customer's and for which onus has no setting, with their number.
    pub uncovered: Vec<(String, u32)>,
    /// What makes it unreadable.
    pub errors: Vec<Problem>,
    /// What is worth saying.
    pub warnings: Vec<Problem>,
    /// Texts that must not be shown.
    pub secrets: Secrets,
}

/// An input variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its name.
    pub name: String,
    /// Its default; `None` if it has none, if that cannot be known, or if it is sensitive.
    pub default: Option<serde_json::Value>,
    /// Whether the caller must give it.
    pub is_required: bool,
    /// Whether it is declared as sensitive.
    pub is_sensitive: bool,
    /// What its author says of it.
    pub description: Option<String>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// How a setting of a module stands for whoever calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It is wrong, whatever the caller says: only the module's author can mend it.
    Open,
    /// The caller must see to it: the default of an input leaves it wrong, or there is no default.
    Caller,
    /// It is right with the defaults; the caller can undo it.
    ByDefault,
    /// It is right, whatever the caller says.
    Fulfilled,
    /// A comment or the configuration accepts it.
    Accepted,
    /// Something else than an input decides it.
    Undecided,
}

impl Standing {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Caller, Self::ByDefault, Self::Fulfilled, Self::Accepted, Self::Undecided];

    /// Whether an input decides it.
    pub fn is_the_callers(self) -> bool {
        matches!(self, Self::Caller | Self::ByDefault)
    }

    /// The heading.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Open => "Open in the module itself: no caller can mend it",
            Self::Caller => "Left to the caller",
            Self::ByDefault => "Done by default; the caller can undo it",
            Self::Fulfilled => "Done, whatever the caller says",
            Self::Accepted => "Accepted in the module",
            Self::Undecided => "Undecided: no input alone decides it",
        }
    }
}

/// A setting of a resource, all of its instances taken together.
#[derive(Clone, Debug)]
pub struct Duty {
    /// How it stands.
    pub standing: Standing,
    /// The setting: of a family its label, if all of it is right.
    pub rule: String,
    /// What is so when it is secure.
    pub title: String,
    /// What is wrong, where something is.
    pub problem: Sentence,
    /// The layer.
    pub layer: LayerId,
    /// Who answers for the layer here.
    pub owner: Owner,
    /// How bad it is when it is not secure.
    pub severity: Severity,
    /// The address of the resource, without instance keys.
    pub address: String,
    /// The input that decides it; one of them, where there are several.
    pub input: Option<String>,
    /// The verdict with the defaults of all inputs; `None`: the resource is not there then, or the setting does not apply.
    pub by_default: Option<Verdict>,
    /// Whether the resource is there with the defaults of all inputs.
    pub is_there_by_default: bool,
    /// The attribute that it speaks of.
    pub attribute: Option<String>,
    /// Where it is mended, else where it stands.
    pub location: Option<Location>,
}

impl Module {
    /// The settings that stand so, in order.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &Duty> {
        self.duties.iter().filter(move |duty| duty.standing == standing)
    }

    /// The input of that name.
    pub(super) fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.binary_search_by(|input| (*input.name).cmp(name)).ok().map(|at| &self.inputs[at])
    }

    /// What can be said of an input in a few words: `must be given`, `default true`, `default not shown`.
    pub(super) fn given(&self, name: &str, value_text: &dyn Fn(&serde_json::Value) -> String) -> String {
        match self.input(name) {
            Some(input) if input.is_required => "must be given".to_owned(),
            Some(Input { default: Some(default), .. }) => {
                format!("default {}", value_text(&self.secrets.hide_in(default)))
            }
            Some(input) if input.is_sensitive => "default not shown".to_owned(),
            _ => "default not known".to_owned(),
        }
    }

    /// What is so, or what is wrong where nobody can mend it; secrets masked.
    pub(super) fn said(&self, duty: &Duty) -> String {
        let said = match duty.standing {
            Standing::Open => self.secrets.hide_sentence(&duty.problem),
            _ => self.secrets.hide(&duty.title),
        };
        match duty.by_default {
            None if duty.is_there_by_default => format!("{said} (does not apply by default)"),
            None => format!("{said} (not there by default)"),
            Some(_) => said.into_owned(),
        }
    }

    /// Duties of one standing by the input that decides them, in order.
    pub(super) fn by_input(&self, standing: Standing) -> Vec<(Option<&str>, Vec<&Duty>)> {
        let mut groups: Vec<(Option<&str>, Vec<&Duty>)> = Vec::new();
        for duty in self.standing(standing) {
            match groups.last_mut() {
                Some((input, duties)) if *input == duty.input.as_deref() => duties.push(duty),
                _ => groups.push((duty.input.as_deref(), vec![duty])),
            }
        }
        groups
    }
}
