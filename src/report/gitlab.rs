//! `--format gitlab`: a Code Quality report, as GitLab shows it in a merge request. One entry a place.

use std::io::{self, Write};

use serde::Serialize;

use super::spot::spot;
use super::{Outcome, escape, json, sentence};
use crate::settings::finding::Severity;

/// One entry.
#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Spot,
}

#[derive(Debug, Serialize)]
struct Spot {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: u32,
}

/// Writes the report: all open findings, or in a review what it makes worse.
pub fn write(out: &mut dyn Write, outcome: &Outcome) -> io::Result<()> {
    let places = outcome.blamed_places();
    let issues = places.iter().map(|place| {
        let finding = outcome.finding(&place.first);
        let spot = spot(outcome, &place.first, &finding);
        Issue {
            description: escape::line(&sentence::of_place(outcome, place, &finding)).into_owned(),
            check_name: outcome.rule(&place.first).id.clone(),
            fingerprint: outcome.key(&place.first, &finding).to_string(),
            severity: severity(place.severity),
            location: Spot { lines: Lines { begin: spot.line() }, path: spot.file },
        }
    });
    json::write_value(out, &issues.collect::<Vec<_>>())
}

/// GitLab's words, from the mildest to the worst.
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "info",
        Severity::Low => "minor",
        Severity::Medium => "major",
        Severity::High => "critical",
        Severity::Critical => "blocker",
    }
}
