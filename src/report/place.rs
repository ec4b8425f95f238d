//! Places: the instances that one edit mends. 212 instances of one module line are one place.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::{Entry, Outcome};
use crate::settings::describe::Description;
use crate::settings::finding::{Finding, Severity};
use crate::source::{Location, Span};

/// What two findings of one place have in common: the rule, and the source range where the fix goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceKey<'r> {
    rule: &'r str,
    /// The file and range; for a finding without a place in the source, its address.
    range: Result<(Arc<str>, Span), String>,
    line: u32,
    column: u32,
}

impl<'r> PlaceKey<'r> {
    /// The place of an entry.
    pub fn of(entry: &Entry, rules: &'r BTreeMap<u32, Description>) -> Self {
        let finding = &entry.finding;
        let rule = rules.get(&finding.element).map_or("", |rule| rule.id.as_str());
        match location(finding) {
            Some(at) => Self { rule, range: Ok((Arc::clone(&at.file), at.span)), line: at.line, column: at.column },
            None => Self { rule, range: Err(finding.address.clone()), line: 0, column: 0 },
        }
    }
}

impl fmt::Display for PlaceKey<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.range {
            Ok((file, _)) => write!(f, "{}@{file}:{}:{}", self.rule, self.line, self.column),
            Err(address) => write!(f, "{}@{address}", self.rule),
        }
    }
}

/// Where the fix of a finding goes.
pub fn location(finding: &Finding) -> Option<&Location> {
    finding.place.as_ref().or(finding.location.as_ref())
}

/// The findings of one place.
#[derive(Debug)]
pub struct Place<'o> {
    /// Its findings in the order of the outcome; never empty.
    pub entries: Vec<&'o Entry>,
}

impl<'o> Place<'o> {
    /// The finding that speaks for all.
    pub fn first(&self) -> &'o Entry {
        self.entries[0]
    }

    /// The worst severity among its findings.
    pub fn severity(&self) -> Severity {
        self.entries.iter().map(|entry| entry.finding.severity).max().unwrap_or(Severity::Info)
    }
}

/// The findings of an outcome by place: worst first, then those that mend more findings, then in the order of the
/// outcome.
pub fn places(outcome: &Outcome) -> Vec<Place<'_>> {
    let mut index = BTreeMap::new();
    let mut places: Vec<Place<'_>> = Vec::new();
    for entry in outcome.failing() {
        let at = *index.entry(PlaceKey::of(entry, &outcome.rules)).or_insert(places.len());
        match places.get_mut(at) {
            Some(place) => place.entries.push(entry),
            None => places.push(Place { entries: vec![entry] }),
        }
    }
    places.sort_by_key(|place| std::cmp::Reverse((place.severity(), place.entries.len())));
    places
}
