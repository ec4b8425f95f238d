//! Exit codes: the one place that decides what a run means to a script.

use std::str::FromStr;

use super::{Entry, Outcome};
use crate::responsibility::Move;
use crate::settings::finding::Severity;

/// What fails a run: findings from a severity on, layers that move to the customer, both or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailOn {
    /// Findings of this severity and above do.
    pub severity: Option<Severity>,
    /// Layers that the customer answers for afterwards, or has a larger part in, do.
    pub shift: bool,
}

impl FailOn {
    /// Nothing does.
    pub const NEVER: Self = Self { severity: None, shift: false };

    /// Whether a finding of that severity fails the run.
    pub fn fails(self, severity: Severity) -> bool {
        self.severity.is_some_and(|least| severity >= least)
    }
}

impl From<Severity> for FailOn {
    fn from(severity: Severity) -> Self {
        Self { severity: Some(severity), shift: false }
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::from(Severity::Medium)
    }
}

impl FromStr for FailOn {
    type Err = String;

    /// One word, or several with commas between: `high,shift:customer`. Of several severities the least counts.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut fail_on = Self::NEVER;
        let mut never = false;
        for word in text.split(',').map(str::trim) {
            let severity = match word {
                "never" => {
                    never = true;
                    continue;
                }
                "shift:customer" => {
                    fail_on.shift = true;
                    continue;
                }
                "critical" => Severity::Critical,
                "high" => Severity::High,
                "medium" => Severity::Medium,
                "low" => Severity::Low,
                "info" => Severity::Info,
                _ => return Err("it knows critical, high, medium, low, info, never, shift:customer".to_owned()),
            };
            fail_on.severity = Some(fail_on.severity.map_or(severity, |least| least.min(severity)));
        }
        if never && fail_on != Self::NEVER { Err("`never` stands alone".to_owned()) } else { Ok(fail_on) }
    }
}

/// What a run means, in the order in which one wins over the other: usage, input, findings, undecided, clean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing that fails.
    Clean,
    /// Findings at or above `--fail-on`.
    Findings,
    /// Bad arguments or configuration, or nothing to analyse.
    Usage,
    /// Input that could not be read, parsed or is refused by Terraform whatever the values; also an internal error.
    Input,
    /// Only undecided settings, with `--fail-on-unknown`.
    Undecided,
}

impl Exit {
    /// The number that scripts see.
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Input => 3,
            Self::Undecided => 4,
        }
    }

    /// What the outcome of a check means.
    pub fn of(outcome: &Outcome, fail_on: FailOn, fail_on_unknown: bool) -> Self {
        Self::by(outcome, outcome.failing(), fail_on, fail_on_unknown)
    }

    /// What the outcome of a plan's review means, or that of a comparison with a base: only that counts for which the
    /// change is to blame.
    pub fn of_review(outcome: &Outcome, fail_on: FailOn, fail_on_unknown: bool) -> Self {
        Self::by(outcome, outcome.blamed(), fail_on, fail_on_unknown)
    }

    fn by(outcome: &Outcome, mut counted: impl Iterator<Item = Entry>, fail_on: FailOn, fail_on_unknown: bool) -> Self {
        if !outcome.errors.is_empty() {
            return Self::Input;
        }
        let moves = outcome.review.iter().flat_map(|review| &review.moves);
        if counted.any(|entry| fail_on.fails(entry.severity))
            || fail_on.shift && moves.into_iter().any(Move::is_to_customer)
        {
            return Self::Findings;
        }
        if fail_on_unknown && outcome.undecided().next().is_some() {
            return Self::Undecided;
        }
        Self::Clean
    }
}
