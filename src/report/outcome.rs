//! The whole result of a run: what all roots left behind, sorted by one total key.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::Summary;
use super::mask::Secrets;
use crate::config::Problem;
use crate::responsibility::{LayerId, Matrix, ModelId};
use crate::settings::describe::Description;
use crate::settings::finding::{Finding, Judged, Severity, ShownFile, Verdict};
use crate::source::Location;

/// One root module of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootInfo {
    /// Its directory as people know it, with `/`; `.` for the working directory.
    pub path: Arc<str>,
    /// Number of managed resources and data sources, counted by instance.
    pub resources: u32,
}

/// What judging one root leaves behind; its sources and values are dropped.
#[derive(Debug, Default)]
pub struct RootReport {
    /// The root's directory as people know it.
    pub path: Arc<str>,
    /// Verdicts and counts.
    pub judged: Judged,
    /// Number of findings that were dropped because they are below `--min-severity`.
    pub below_min_severity: u32,
    /// Its resources by layer and model; verdicts are not counted in it yet.
    pub matrix: Matrix,
    /// Number of managed resources and data sources, counted by instance.
    pub resources: u32,
    /// Paths of all files that were read, as shown.
    pub files: Vec<Arc<str>>,
    /// Directories of the modules it calls (not its own), as shown.
    pub modules: Vec<Arc<str>>,
    /// Files in which findings, errors and warnings point, with what must not be shown of them.
    pub shown: Vec<ShownFile>,
    /// Texts that must not be shown anywhere.
    pub secrets: Secrets,
    /// What makes the input unreadable.
    pub errors: Vec<Problem>,
    /// What is worth saying and changes no exit code.
    pub warnings: Vec<Problem>,
}

impl RootReport {
    /// Drops findings below a severity, which are counted and never listed: what a root leaves behind stays small.
    pub fn drop_below(&mut self, least: Severity) {
        let before = self.judged.findings.len();
        self.judged.findings.retain(|finding| !is_below(finding, Some(least)));
        self.below_min_severity += (before - self.judged.findings.len()) as u32;
        self.judged.findings.shrink_to_fit();
    }
}

/// Whether a finding is counted, but not listed.
fn is_below(finding: &Finding, least: Option<Severity>) -> bool {
    let listed = finding.suppressed.is_some() || !finding.verdict.is_finding();
    !listed && least.is_some_and(|least| finding.severity < least)
}

/// A finding with the root it was found in.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Index in [`Outcome::roots`].
    pub root: u32,
    /// The finding.
    pub finding: Box<Finding>,
}

/// The whole result of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The root modules, in the order in which they were discovered.
    pub roots: Vec<RootInfo>,
    /// Findings and undecided settings (and, if asked for, secure ones), sorted by one total key.
    pub findings: Vec<Entry>,
    /// Findings that a comment silences, sorted the same way.
    pub suppressed: Vec<Entry>,
    /// Each setting that a finding names, by the index that findings have in `element`.
    pub rules: BTreeMap<u32, Description>,
    /// Who answers for what, and how far it is done.
    pub matrix: Matrix,
    /// The counts.
    pub summary: Summary,
    /// What changes no exit code, sorted by place.
    pub warnings: Vec<Problem>,
    /// What makes the input unreadable, sorted by place.
    pub errors: Vec<Problem>,
    /// Files from which excerpts may be shown, by path.
    pub files: BTreeMap<Arc<str>, ShownFile>,
    /// Texts that must not be shown.
    pub secrets: Secrets,
    /// The directory that paths of files are relative to.
    pub working_dir: PathBuf,
}

/// What is needed to put an [`Outcome`] together, beside the roots.
#[derive(Debug, Default)]
pub struct Assembly {
    /// Findings below it are counted, but not listed.
    pub min_severity: Option<Severity>,
    /// The directory that paths of files are relative to.
    pub working_dir: PathBuf,
    /// What could not be looked into before any root was judged.
    pub errors: Vec<Problem>,
}

impl Outcome {
    /// Puts the roots together. `describe` gives the words for an index that findings have in `element`.
    pub fn assemble(assembly: Assembly, roots: Vec<RootReport>, describe: impl Fn(u32) -> Description) -> Self {
        let mut outcome = Self { working_dir: assembly.working_dir, errors: assembly.errors, ..Self::default() };
        let mut files = BTreeSet::new();
        let mut modules = BTreeSet::new();
        for (index, root) in roots.into_iter().enumerate() {
            let RootReport { path, judged, matrix, resources, shown, secrets, errors, warnings, .. } = root;
            files.extend(root.files);
            modules.extend(root.modules);
            outcome.summary.below_min_severity += root.below_min_severity;
            outcome.roots.push(RootInfo { path, resources });
            outcome.summary.resources += resources;
            outcome.summary.settings += judged.applied;
            outcome.matrix.merge(matrix);
            for (layer, model, tally) in judged.tallies {
                let model = ModelId::find(model).unwrap_or(ModelId::NONE);
                if let Some(layer) = LayerId::find(layer) {
                    outcome.matrix.add_tally(layer, model, tally);
                }
            }
            for finding in judged.findings {
                outcome.take_in(Entry { root: index as u32, finding }, assembly.min_severity);
            }
            outcome.errors.extend(errors);
            outcome.errors.extend(judged.failures.into_iter().map(Problem::new));
            outcome.warnings.extend(warnings);
            outcome.secrets.merge(secrets);
            outcome.show_files(shown);
        }
        outcome.summary.files = files.len() as u32;
        outcome.summary.modules = modules.len() as u32;
        outcome.summary.roots = outcome.roots.len() as u32;
        outcome.finish(describe);
        outcome
    }

    fn take_in(&mut self, entry: Entry, min_severity: Option<Severity>) {
        if entry.finding.suppressed.is_some() {
            self.suppressed.push(entry);
        } else if is_below(&entry.finding, min_severity) {
            self.summary.below_min_severity += 1;
        } else {
            self.findings.push(entry);
        }
    }

    fn show_files(&mut self, shown: Vec<ShownFile>) {
        for file in shown {
            match self.files.entry(Arc::clone(&file.path)) {
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert(file);
                }
                std::collections::btree_map::Entry::Occupied(mut entry) => {
                    // One root may know a secret in a module's file that another does not.
                    entry.get_mut().masked.extend(file.masked);
                }
            }
        }
    }

    fn finish(&mut self, describe: impl Fn(u32) -> Description) {
        for entry in self.findings.iter().chain(&self.suppressed) {
            let element = entry.finding.element;
            self.rules.entry(element).or_insert_with(|| describe(element));
        }
        let rules = &self.rules;
        self.findings.sort_by(|a, b| total_order(rules, a, b));
        self.suppressed.sort_by(|a, b| total_order(rules, a, b));
        for file in self.files.values_mut() {
            file.masked.sort_unstable();
            file.masked.dedup();
        }
        for problems in [&mut self.errors, &mut self.warnings] {
            problems.sort_by(|a, b| (&a.location, &a.message).cmp(&(&b.location, &b.message)));
            // A module that two roots call is read twice, and tells of the same problem twice.
            problems.dedup();
        }
        self.summary.count(&self.findings, &self.suppressed, &self.rules);
    }

    /// The setting that an entry speaks of.
    pub fn rule(&self, entry: &Entry) -> &Description {
        &self.rules[&entry.finding.element]
    }

    /// The root that an entry was found in.
    pub fn root(&self, entry: &Entry) -> &RootInfo {
        &self.roots[entry.root as usize]
    }

    /// Findings that are insecure or unset.
    pub fn failing(&self) -> impl Iterator<Item = &Entry> {
        self.findings.iter().filter(|entry| entry.finding.verdict.is_finding())
    }

    /// Settings that could not be decided.
    pub fn undecided(&self) -> impl Iterator<Item = &Entry> {
        self.findings.iter().filter(|entry| entry.finding.verdict == Verdict::Unknown)
    }
}

/// The one order of findings: by root, worst first, then by place, then by what makes them different.
fn total_order(rules: &BTreeMap<u32, Description>, a: &Entry, b: &Entry) -> Ordering {
    let place = |entry: &Entry| {
        let location: Option<&Location> = entry.finding.location.as_ref();
        location.map(|location| (Arc::clone(&location.file), location.span))
    };
    let rule = |entry: &Entry| rules.get(&entry.finding.element).map(|rule| rule.id.as_str());
    a.root
        .cmp(&b.root)
        .then_with(|| b.finding.severity.cmp(&a.finding.severity))
        .then_with(|| place(a).cmp(&place(b)))
        .then_with(|| rule(a).cmp(&rule(b)))
        .then_with(|| a.finding.address.cmp(&b.finding.address))
        .then_with(|| a.finding.attribute.cmp(&b.finding.attribute))
        .then_with(|| a.finding.verdict.cmp(&b.finding.verdict))
        .then_with(|| a.finding.key.cmp(&b.finding.key))
}
