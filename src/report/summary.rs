//! The counts of a run.

use serde::Serialize;

use super::Outcome;
use crate::settings::finding::{Severity, Verdict};

/// How much was looked at, and what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Summary {
    /// Files that were read, each once.
    pub files: u32,
    /// Modules that root modules call, each directory once.
    pub modules: u32,
    /// Root modules.
    pub roots: u32,
    /// Resources and data sources, counted by instance.
    pub resources: u32,
    /// Settings that applied, counted by instance.
    pub settings: u32,
    /// Findings: insecure or unset, not accepted.
    pub findings: u32,
    /// Places where the fixes of the findings go: one edit each.
    pub places: u32,
    /// Verdicts that are listed, each counted.
    pub verdicts: Verdicts,
    /// Findings by severity.
    pub severities: Severities,
    /// Findings that a comment or the configuration accepts.
    pub accepted: u32,
    /// Findings of teams that were not asked for, which are not listed.
    pub of_other_teams: u32,
    /// Findings below `--min-severity`, which are not listed.
    pub below_min_severity: u32,
}

/// Listed entries by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Verdicts {
    /// Written, and wrong.
    pub insecure: u32,
    /// Left to a default that is wrong, or to nobody.
    pub unset: u32,
    /// Cannot be decided from what is here.
    pub unknown: u32,
}

/// Findings by severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Severities {
    /// Before anything else.
    pub critical: u32,
    /// Now.
    pub high: u32,
    /// Soon.
    pub medium: u32,
    /// In passing.
    pub low: u32,
    /// Worth knowing.
    pub info: u32,
}

impl Severities {
    /// Severities from the worst to the mildest, each with its count.
    pub fn worst_first(&self) -> [(Severity, u32); 5] {
        [
            (Severity::Critical, self.critical),
            (Severity::High, self.high),
            (Severity::Medium, self.medium),
            (Severity::Low, self.low),
            (Severity::Info, self.info),
        ]
    }
}

impl Summary {
    /// Counts the findings of an outcome; what was looked at is counted already.
    pub(super) fn count(&mut self, outcome: &Outcome) {
        for entry in outcome.findings() {
            match entry.verdict {
                Verdict::Insecure => self.verdicts.insecure += 1,
                Verdict::Unset => self.verdicts.unset += 1,
                Verdict::Unknown => self.verdicts.unknown += 1,
                _ => {}
            }
            if entry.verdict.is_finding() {
                self.findings += 1;
                *self.severities.of(entry.severity) += 1;
            }
        }
        self.places = outcome.places.len() as u32;
        self.accepted = outcome.suppressed().count() as u32;
    }
}

impl Severities {
    fn of(&mut self, severity: Severity) -> &mut u32 {
        match severity {
            Severity::Critical => &mut self.critical,
            Severity::High => &mut self.high,
            Severity::Medium => &mut self.medium,
            Severity::Low => &mut self.low,
            Severity::Info => &mut self.info,
        }
    }
}
