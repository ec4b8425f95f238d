//! How a control stands: one word that never says more than its rows show, and why it is not more.

use serde::Serialize;

use super::rows::{Kind, Reach};
use crate::report::words;
use crate::responsibility::{Status, Tally};

/// How far a control is implemented by the customer. Nothing is said where nothing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// All settings and duties that serve the control itself are done, and nothing else is counted to it.
    Implemented,
    /// Something is shown to be done or to be missing.
    Partial,
    /// All of its settings are accepted with their reasons, or met elsewhere.
    Alternative,
}

impl State {
    /// As OSCAL writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Implemented => "implemented",
            Self::Partial => "partial",
            Self::Alternative => "alternative",
        }
    }
}

/// Duties outside the code that belong to a control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct DutyCounts {
    /// Nobody says that they are done.
    pub open: u32,
    /// Somebody does.
    pub attested: u32,
    /// Somebody did, for a time that is over.
    pub ran_out: u32,
}

impl DutyCounts {
    /// Those that are not done, as far as is known.
    pub fn undone(self) -> u32 {
        self.open + self.ran_out
    }
}

/// What the rows of a control add up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// Its settings.
    pub tally: Tally,
    /// Its duties outside the code.
    pub duties: DutyCounts,
    /// Ids of the duties that are not done.
    pub undone: Vec<&'static str>,
    /// Resources of the customer's without a setting, in layers that serve it or that its settings are in.
    pub uncovered: u32,
    /// Settings and duties of the customer's that are counted to it for their layer alone.
    pub by_layer: u32,
    /// Settings that are accepted without a reason.
    pub unreasoned: u32,
    /// Ids of further duties that are not done, in the layers of its settings: they name other controls, and yet the layer is
    /// not the customer's to call done before they are.
    pub around: Vec<&'static str>,
}

impl Standing {
    /// Counts a row.
    pub fn count(&mut self, kind: &Kind<'_>, reach: Reach) {
        match kind {
            Kind::Setting(setting) => {
                self.tally.count(setting.status);
                self.unreasoned += u32::from(setting.status == Status::Accepted && !setting.has_reason);
            }
            Kind::Duty(duty, answer) => {
                self.duties.count(*answer);
                if *answer != Attested::Yes {
                    self.undone.push(duty.id);
                }
            }
            Kind::Cell(cell) => self.uncovered += cell.uncovered,
        }
        let is_customers = match kind {
            Kind::Setting(setting) => setting.status != Status::Inherited,
            Kind::Duty(..) => true,
            Kind::Cell(_) => false,
        };
        self.by_layer += u32::from(is_customers && reach == Reach::Layer);
    }

    /// The one word; `None`: nothing is shown.
    pub fn state(&self) -> Option<State> {
        let Tally { unknown, accepted, .. } = self.tally;
        let total = self.tally.total();
        if total == unknown && self.duties.attested == 0 {
            return None;
        }
        let is_whole = self.tally.open() == 0
            && unknown == 0
            && self.duties.undone() == 0
            && self.uncovered == 0
            && self.by_layer == 0
            && self.around.is_empty();
        Some(match is_whole {
            true if accepted == 0 => State::Implemented,
            true if accepted == total && self.unreasoned == 0 => State::Alternative,
            _ => State::Partial,
        })
    }

    /// Why it is not implemented; empty where it is.
    pub fn why(&self) -> Vec<String> {
        let Tally { unknown, accepted, .. } = self.tally;
        let mut why = Vec::new();
        let mut say = |count: u32, what: &str| {
            if count > 0 {
                why.push(format!("{} {what}", words::grouped(count)));
            }
        };
        say(self.tally.open(), "open");
        say(unknown, "undecided");
        say(accepted, "accepted");
        say(self.uncovered, "without a setting");
        if !self.undone.is_empty() {
            why.push(format!("not attested: {}", self.undone.join(", ")));
        }
        if !self.around.is_empty() {
            const NAMED: usize = 3;
            let named = self.around.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
            let more = match self.around.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            why.push(format!("not attested in the layers of its settings: {named}{more}"));
        }
        if self.by_layer > 0 {
            why.push(format!("{} counted for the layer alone", words::grouped(self.by_layer)));
        }
        if why.is_empty() && self.state().is_none() {
            why.push("nothing of yours is seen".to_owned());
        }
        why
    }
}

/// Whether somebody says that a duty is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attested {
    /// Nobody.
    No,
    /// Somebody.
    Yes,
    /// Somebody did, for a time that is over.
    RanOut,
}

impl DutyCounts {
    fn count(&mut self, answer: Attested) {
        *match answer {
            Attested::No => &mut self.open,
            Attested::Yes => &mut self.attested,
            Attested::RanOut => &mut self.ran_out,
        } += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever is counted: what is implemented has nothing open, nothing undecided and nothing that only a layer brought.
    #[test]
    fn nothing_is_implemented_that_is_not_wholly_shown() {
        for number in 0..3_u32.pow(7) {
            let digit = |place: u32| number / 3_u32.pow(place) % 3;
            let tally = Tally {
                secure: digit(0),
                insecure: digit(1),
                unknown: digit(2),
                accepted: digit(3),
                ..Tally::default()
            };
            let duties = DutyCounts { open: digit(4), attested: digit(5), ran_out: digit(4) / 2 };
            let around = if number % 5 == 0 { vec!["a"] } else { Vec::new() };
            let (uncovered, by_layer) = (digit(6) / 2, digit(6) % 2);
            let standing = Standing { tally, duties, uncovered, by_layer, around, ..Standing::default() };
            let shown = tally.secure + duties.attested;
            let missing = tally.insecure
                + tally.unknown
                + tally.accepted
                + duties.undone()
                + standing.uncovered
                + standing.by_layer
                + standing.around.len() as u32;
            let is_implemented = standing.state() == Some(State::Implemented);
            assert_eq!(is_implemented, shown > 0 && missing == 0, "{standing:?}");
            if standing.state() == Some(State::Alternative) {
                assert!(tally.accepted > 0 && tally.accepted == missing, "{standing:?}");
            }
        }
    }
}
