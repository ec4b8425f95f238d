//! Places: the instances that one edit mends. 212 instances of one module line are one place.

use std::collections::HashMap;
use std::hash::BuildHasher as _;

use hashbrown::{DefaultHashBuilder, HashTable, hash_table};

use super::interned::Interned;
use super::shelf::{Range, Shelf};
use super::{Entry, Outcome};
use crate::settings::describe::Description;
use crate::settings::finding::{Finding, Severity};
use crate::source::Location;

/// What two findings of one place have in common: the rule, and the source range where the fix goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct PlaceKey {
    element: u32,
    range: Range,
}

/// Numbers of files that are the same for all roots.
#[derive(Default)]
struct Files {
    paths: Interned,
    /// The root that was asked for last, and the numbers of its files that are known.
    root: u32,
    known: HashMap<u32, u32>,
}

impl Files {
    /// The place of an entry.
    fn key(&mut self, entry: &Entry, shelf: &Shelf) -> PlaceKey {
        if self.root != entry.root {
            (self.root, self.known) = (entry.root, HashMap::new());
        }
        let range = match shelf.range(entry) {
            Range::File(file, span) => {
                let new = || self.paths.number(shelf.path(entry.root, file).as_bytes());
                Range::File(*self.known.entry(file).or_insert_with(new), span)
            }
            address @ Range::Address(_) => address,
        };
        PlaceKey { element: entry.element, range }
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
    finding.place.as_deref().or(finding.location.as_deref())
}

/// The findings of one place.
#[derive(Debug)]
pub struct Place {
    /// The finding that speaks for all.
    pub first: Entry,
    /// The worst severity among its findings.
    pub severity: Severity,
    /// Number of its findings.
    pub findings: u32,
    /// Number of its resources.
    pub resources: u32,
    /// The first finding of each of its first resources beyond that of `first`, in the order of the outcome.
    pub others: Vec<Entry>,
}

/// So many resources of a place are kept to be named.
pub(super) const NAMED: usize = 4;

impl Place {
    fn new(entry: Entry) -> Self {
        Self { first: entry, severity: entry.severity, findings: 1, resources: 1, others: Vec::new() }
    }

    fn add(&mut self, entry: Entry, is_of_new_resource: bool) {
        self.findings += 1;
        self.severity = self.severity.max(entry.severity);
        if is_of_new_resource {
            self.resources += 1;
            if self.others.len() + 1 < NAMED {
                // Most places of many roots have two.
                self.others.reserve_exact(1);
                self.others.push(entry);
            }
        }
    }
}

/// Tells of each finding that is insecure or unset at which of the outcome's places it is, in the order of the findings.
pub(super) fn each(outcome: &Outcome, mut visit: impl FnMut(usize, &Entry)) {
    let shelf = &outcome.shelf;
    let mut files = Files::default();
    let known = outcome.places.iter().enumerate();
    let index: HashMap<PlaceKey, usize> = known.map(|(at, place)| (files.key(&place.first, shelf), at)).collect();
    for entry in outcome.failing() {
        if let Some(at) = index.get(&files.key(&entry, shelf)) {
            visit(*at, &entry);
        }
    }
}

/// Findings by place: worst first, then those that mend more findings, then in the order of the findings. The entries are
/// some of the shelf's, in its order.
pub(super) fn places<I: Iterator<Item = Entry>>(shelf: &Shelf, findings: impl Fn() -> I) -> Vec<Place> {
    // Most runs have as many places as findings, and grown step by step the lists would take up twice their room.
    let most = findings().count();
    let mut places: Vec<Place> = Vec::with_capacity(most);
    // Of each place its key, and the resource of its last finding so far: those of one stand together.
    let mut keys: Vec<(PlaceKey, (u32, u32))> = Vec::with_capacity(most);
    let (mut index, hasher) = (HashTable::<u32>::new(), DefaultHashBuilder::default());
    let mut files = Files::default();
    for entry in findings() {
        let key = files.key(&entry, shelf);
        let (is_it, hash) = (|at: &u32| keys[*at as usize].0 == key, |at: &u32| hasher.hash_one(keys[*at as usize].0));
        match index.entry(hasher.hash_one(key), is_it, hash) {
            hash_table::Entry::Vacant(new) => {
                new.insert(places.len() as u32);
                keys.push((key, entry.resource()));
                places.push(Place::new(entry));
            }
            hash_table::Entry::Occupied(known) => {
                let at = *known.get() as usize;
                let last = std::mem::replace(&mut keys[at].1, entry.resource());
                places[at].add(entry, last != entry.resource());
            }
        }
    }
    drop((keys, index, files));
    places.shrink_to_fit();
    places.sort_by_key(|place| std::cmp::Reverse((place.severity, place.findings)));
    places
}
