//! Puts an [`Outcome`] together: roots are taken in as they are done, in any order, and little of each is kept.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;

use super::outcome::is_below;
use super::place::places;
use super::{Outcome, RootInfo, RootReport};
use crate::config::Problem;
use crate::settings::describe::Description;
use crate::settings::finding::{Finding, Severity, ShownFile};
use crate::source::{Location, Span};

/// An [`Outcome`] of which not all roots are in yet.
#[derive(Debug, Default)]
pub struct Assembly {
    outcome: Outcome,
    min_severity: Option<Severity>,
    files: Distinct,
    modules: Distinct,
}

impl Assembly {
    /// Begins with what is known before any root is judged. Findings below `min_severity` are counted, but not listed.
    pub fn new(min_severity: Option<Severity>, working_dir: PathBuf, errors: Vec<Problem>) -> Self {
        let outcome = Outcome { working_dir, errors, ..Outcome::default() };
        Self { outcome, min_severity, ..Self::default() }
    }

    /// Takes in the root with that index, once. `describe` gives the words for an index that findings have in `element`.
    pub fn take(&mut self, index: usize, root: RootReport, describe: impl Fn(u32) -> Description) {
        let outcome = &mut self.outcome;
        let RootReport { path, key, mut judged, matrix, resources, shown, secrets, errors, warnings, .. } = root;
        root.files.iter().for_each(|path| self.files.add(path));
        root.modules.iter().for_each(|path| self.modules.add(path));
        if outcome.roots.len() <= index {
            outcome.roots.resize_with(index + 1, RootInfo::default);
        }
        outcome.roots[index] = RootInfo { path, key, resources };
        outcome.summary.resources += resources;
        outcome.summary.settings += judged.applied;
        outcome.summary.below_min_severity += root.below_min_severity;
        outcome.matrix.merge(matrix);
        for (layer, model, tally) in judged.tallies {
            outcome.matrix.add_tally(layer, model, tally);
        }
        let all = judged.findings.len();
        judged.findings.retain(|finding| !is_below(finding, self.min_severity));
        outcome.summary.below_min_severity += (all - judged.findings.len()) as u32;
        for finding in &judged.findings {
            outcome.rules.entry(finding.element).or_insert_with(|| describe(finding.element));
        }
        judged.findings.sort_by(|a, b| total_order(&outcome.rules, a, b));
        outcome.shelf.put(index as u32, judged.findings);
        outcome.errors.extend(errors);
        outcome.errors.extend(judged.failures.into_iter().map(Problem::new));
        outcome.warnings.extend(warnings);
        outcome.secrets.merge(secrets);
        self.show_files(shown);
    }

    fn show_files(&mut self, shown: Vec<(Arc<str>, ShownFile)>) {
        for (path, file) in shown {
            match self.outcome.files.entry(path) {
                indexmap::map::Entry::Vacant(entry) => {
                    entry.insert(file);
                }
                indexmap::map::Entry::Occupied(mut entry) => {
                    // One root may know a secret in a module's file that another does not.
                    let known = &mut entry.get_mut().masked;
                    let mut all: Vec<Span> = known.iter().chain(&file.masked).copied().collect();
                    all.sort_unstable();
                    all.dedup();
                    *known = all.into();
                }
            }
        }
    }

    /// All roots are in.
    pub fn finish(mut self) -> Outcome {
        let outcome = &mut self.outcome;
        for problems in [&mut outcome.errors, &mut outcome.warnings] {
            problems.sort_by(|a, b| order(a).cmp(&order(b)));
            // A module that two roots call is read twice, and tells of the same problem twice.
            problems.dedup();
        }
        outcome.places = places(&outcome.shelf);
        let mut summary = outcome.summary;
        summary.files = self.files.count();
        summary.modules = self.modules.count();
        summary.roots = outcome.roots.len() as u32;
        summary.count(outcome);
        outcome.summary = summary;
        self.outcome
    }
}

fn order(problem: &Problem) -> (&Option<Location>, &str, &str, &Option<String>) {
    (&problem.location, &problem.message, &problem.label, &problem.help)
}

/// Counts different paths. A run may have tens of thousands: of each only a hash is kept.
#[derive(Debug, Default)]
struct Distinct {
    hashes: Vec<u64>,
}

impl Distinct {
    fn add(&mut self, path: &str) {
        // Fixed keys; the result never leaves the process.
        let mut hasher = DefaultHasher::new();
        path.hash(&mut hasher);
        if self.hashes.len() == self.hashes.capacity() {
            self.drop_equal();
            // Not again before the list has grown by half.
            self.hashes.reserve(self.hashes.len() / 2);
        }
        self.hashes.push(hasher.finish());
    }

    fn drop_equal(&mut self) {
        self.hashes.sort_unstable();
        self.hashes.dedup();
    }

    fn count(&mut self) -> u32 {
        self.drop_equal();
        self.hashes.len() as u32
    }
}

/// The one order of findings within a root: worst first, then by place, then by what makes them different.
fn total_order(rules: &BTreeMap<u32, Description>, a: &Finding, b: &Finding) -> Ordering {
    let place = |finding: &Finding| {
        let location = finding.location.as_ref();
        location.map(|location| (Arc::clone(&location.file), location.span))
    };
    let rule = |finding: &Finding| rules.get(&finding.element).map(|rule| rule.id.as_str());
    b.severity
        .cmp(&a.severity)
        .then_with(|| place(a).cmp(&place(b)))
        .then_with(|| rule(a).cmp(&rule(b)))
        .then_with(|| a.address.cmp(&b.address))
        .then_with(|| a.attribute.cmp(&b.attribute))
        .then_with(|| a.verdict.cmp(&b.verdict))
        .then_with(|| a.key.cmp(&b.key))
}
