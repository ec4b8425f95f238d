//! Exit codes: the one place that decides what a run means to a script.

use std::str::FromStr;

use super::{Entry, Outcome};
use crate::settings::finding::Severity;

/// From which severity on a finding fails the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// No finding fails the run.
    Never,
    /// Findings of this severity and above do.
    Severity(Severity),
}

impl FailOn {
    /// Whether a finding of that severity fails the run.
    pub fn fails(self, severity: Severity) -> bool {
        matches!(self, Self::Severity(least) if severity >= least)
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::Severity(Severity::Medium)
    }
}

impl FromStr for FailOn {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "never" => Ok(Self::Never),
            "critical" => Ok(Self::Severity(Severity::Critical)),
            "high" => Ok(Self::Severity(Severity::High)),
            "medium" => Ok(Self::Severity(Severity::Medium)),
            "low" => Ok(Self::Severity(Severity::Low)),
            "info" => Ok(Self::Severity(Severity::Info)),
            _ => Err("it knows critical, high, medium, low, info, never".to_owned()),
        }
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

    /// What the outcome of a plan's review means: only that counts for which the plan is to blame.
    pub fn of_review(outcome: &Outcome, fail_on: FailOn, fail_on_unknown: bool) -> Self {
        Self::by(outcome, outcome.blamed(), fail_on, fail_on_unknown)
    }

    fn by(outcome: &Outcome, mut counted: impl Iterator<Item = Entry>, fail_on: FailOn, fail_on_unknown: bool) -> Self {
        if !outcome.errors.is_empty() {
            return Self::Input;
        }
        if counted.any(|entry| fail_on.fails(entry.severity)) {
            return Self::Findings;
        }
        if fail_on_unknown && outcome.undecided().next().is_some() {
            return Self::Undecided;
        }
        Self::Clean
    }
}
