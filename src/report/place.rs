//! Places: the instances that one edit mends. 212 instances of one module line are one place.

use std::collections::HashMap;

use super::shelf::Range;
use super::{Entry, Outcome};
use crate::settings::describe::Description;
use crate::settings::finding::{Finding, Severity};
use crate::source::Location;

/// What two findings of one place have in common: the rule, and the source range where the fix goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct PlaceKey {
    element: u32,
    range: Range,
}

impl PlaceKey {
    /// The place of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        Self { element: entry.element, range: entry.range }
    }
}

/// The name of a finding's place: `aws-rds-storage-encrypted@live/main.tf:12:3`.
pub(super) fn name(rule: &Description, finding: &Finding) -> String {
    match location(finding) {
        Some(at) => format!("{}@{}:{}:{}", rule.id, at.file, at.line, at.column),
        None => format!("{}@{}", rule.id, finding.address),
    }
}

/// Where the fix of a finding goes.
pub(super) fn location(finding: &Finding) -> Option<&Location> {
    finding.place.as_ref().or(finding.location.as_ref())
}

/// The findings of one place.
#[derive(Debug)]
pub struct Place {
    /// Its findings in the order of the outcome; never empty.
    pub entries: Vec<Entry>,
}

impl Place {
    /// The finding that speaks for all.
    pub fn first(&self) -> &Entry {
        &self.entries[0]
    }

    /// The worst severity among its findings.
    pub fn severity(&self) -> Severity {
        self.entries.iter().map(|entry| entry.severity).max().unwrap_or(Severity::Info)
    }
}

/// The findings of an outcome by place: worst first, then those that mend more findings, then in the order of the
/// outcome.
pub fn places(outcome: &Outcome) -> Vec<Place> {
    let mut index = HashMap::new();
    let mut places: Vec<Place> = Vec::new();
    for entry in outcome.failing() {
        let at = *index.entry(PlaceKey::of(&entry)).or_insert(places.len());
        match places.get_mut(at) {
            Some(place) => place.entries.push(entry),
            None => places.push(Place { entries: vec![entry] }),
        }
    }
    places.sort_by_key(|place| std::cmp::Reverse((place.severity(), place.entries.len())));
    places
}
