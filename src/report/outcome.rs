//! The whole result of a run.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::configured::ConfiguredRun;
use super::mask::Secrets;
use super::place::{Place, places};
use super::shelf::{Entry, List, Shelf};
use super::{Review, Summary};
use crate::config::Problem;
use crate::onus_hcl::Contract;
use crate::responsibility::{Breakdown, LayerId, Matrix};
use crate::settings::change::Change;
use crate::settings::describe::Description;
use crate::settings::finding::{AcceptedBy, Finding, Judged, Key, Severity, ShownFile, Verdict};

/// What was judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The configuration of a root module.
    #[default]
    Configuration,
    /// The same, where values that it does not know are those of a plan.
    ConfigurationAndPlan,
    /// A plan: what is to be.
    Plan,
    /// A state: what is there.
    State,
}

impl Basis {
    /// `configuration and plan`
    pub fn word(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::ConfigurationAndPlan => "configuration and plan",
            Self::Plan => "plan",
            Self::State => "state",
        }
    }
}

/// One root module of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RootInfo {
    /// Its directory as people know it, with `/`; `.` for the working directory.
    pub path: Arc<str>,
    /// What keys of its findings depend on: the directory relative to the read root.
    pub key: Arc<str>,
    /// Number of managed resources and data sources, counted by instance.
    pub resources: u32,
    /// The configuration that counts for it, by its place among those of the run.
    pub configuration: Option<u32>,
    /// The contracts of that configuration that speak of it, by their places.
    pub contracts: Arc<[u32]>,
    /// What was judged.
    pub basis: Basis,
    /// Providers with the versions that the lock file names: source address and version, in the file's order.
    pub providers: Vec<(String, String)>,
    /// Whether it was there in the base only: it has findings that are gone, and nothing else.
    pub is_gone: bool,
}

/// What judging one root leaves behind; its sources and values are dropped.
#[derive(Debug, Default)]
pub struct RootReport {
    /// The root's directory as people know it.
    pub path: Arc<str>,
    /// What keys of its findings depend on: the directory relative to the read root.
    pub key: Arc<str>,
    /// Verdicts and counts.
    pub judged: Judged,
    /// Number of findings that were dropped because they are below `--min-severity`.
    pub below_min_severity: u32,
    /// The configuration that counts for it, by its place among those of the run.
    pub configuration: Option<u32>,
    /// The contracts of that configuration that speak of it, by their places.
    pub contracts: Arc<[u32]>,
    /// Of how many resources each adjustment of that configuration makes a difference, in its order.
    pub adjusted: Vec<u32>,
    /// Its resources by layer and model; verdicts are not counted in it yet.
    pub matrix: Matrix,
    /// The same by something else, where that is asked for; with verdicts.
    pub breakdown: Option<Breakdown>,
    /// Number of managed resources and data sources, counted by instance.
    pub resources: u32,
    /// What was judged.
    pub basis: Basis,
    /// Providers with the versions that the lock file names.
    pub providers: Vec<(String, String)>,
    /// Paths of all files that were read, as shown.
    pub files: Vec<Arc<str>>,
    /// Directories of the modules it calls (not its own), as shown.
    pub modules: Vec<Arc<str>>,
    /// Files in which findings, errors and warnings point, by path, with what must not be shown of them.
    pub shown: Vec<(Arc<str>, ShownFile)>,
    /// Texts that must not be shown anywhere.
    pub secrets: Secrets,
    /// What the plan changes, where one is reviewed.
    pub review: Option<Review>,
    /// What makes the input unreadable.
    pub errors: Vec<Problem>,
    /// What is worth saying and changes no exit code.
    pub warnings: Vec<Problem>,
    /// Whether the root was there in the base only.
    pub is_gone: bool,
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
pub(super) fn is_below(finding: &Finding, least: Option<Severity>) -> bool {
    let listed = finding.suppressed.is_some() || !finding.verdict.is_finding();
    !listed && least.is_some_and(|least| finding.severity < least)
}

/// The whole result of a run, put together by an [`Assembly`](super::Assembly).
#[derive(Debug, Default)]
pub struct Outcome {
    /// The root modules, in the order in which they were discovered.
    pub roots: Vec<RootInfo>,
    /// The findings that are insecure or unset by place: worst first, then those that mend more findings.
    pub places: Vec<Place>,
    /// Each setting that a finding names, by the index that findings have in `element`.
    pub rules: BTreeMap<u32, Description>,
    /// Who answers for what, and how far it is done.
    pub matrix: Matrix,
    /// The same by something else, where that is asked for.
    pub breakdown: Option<Breakdown>,
    /// The counts.
    pub summary: Summary,
    /// What changes no exit code, sorted by place.
    pub warnings: Vec<Problem>,
    /// What makes the input unreadable, sorted by place.
    pub errors: Vec<Problem>,
    /// Texts that must not be shown.
    pub secrets: Secrets,
    /// What the plans change, where they are reviewed.
    pub review: Option<Review>,
    /// What `.onus.hcl` files say, and what came of it.
    pub configured: ConfiguredRun,
    /// The directory that paths of files are relative to.
    pub working_dir: PathBuf,
    pub(super) shelf: Shelf,
}

impl Outcome {
    /// Findings and undecided settings (and, if asked for, secure ones), sorted by one total key: by root, worst first.
    pub fn findings(&self) -> impl Iterator<Item = Entry> + '_ {
        self.shelf.entries(List::Open)
    }

    /// Findings that a comment silences, sorted the same way.
    pub fn suppressed(&self) -> impl Iterator<Item = Entry> + '_ {
        self.shelf.entries(List::Accepted)
    }

    /// Findings of before a plan that it does away with, sorted the same way; none where no plan is reviewed.
    pub fn gone(&self) -> impl Iterator<Item = Entry> + '_ {
        self.shelf.entries(List::Gone)
    }

    /// Findings that are insecure or unset.
    pub fn failing(&self) -> impl Iterator<Item = Entry> + '_ {
        self.findings().filter(|entry| entry.verdict.is_finding())
    }

    /// The layer to mend first: with the worst open finding, then with the most open ones as bad as that, then with the
    /// least part done. Beside it, its worst finding: the first of those as bad as that. Preferences (`info`) don't count.
    pub fn weakest(&self) -> Option<(LayerId, Entry)> {
        let open = || self.failing().filter(|entry| entry.severity > Severity::Info);
        let layer = self.matrix.weakest(open().map(|entry| (entry.layer, entry.severity)))?;
        let of_layer = open().filter(|entry| entry.layer == layer);
        let worst = of_layer.reduce(|worst, next| if next.severity > worst.severity { next } else { worst })?;
        Some((layer, worst))
    }

    /// Findings that are insecure or unset for which the plan is to blame: all of them where no plan is reviewed.
    pub fn blamed(&self) -> impl Iterator<Item = Entry> + '_ {
        self.failing().filter(|entry| entry.change.is_none_or(Change::is_for_the_worse))
    }

    /// Those by place, worst first.
    pub(super) fn blamed_places(&self) -> Vec<Place> {
        places(&self.shelf, || self.blamed())
    }

    /// Findings that were there before, by place: those that a review does not blame on the change.
    pub(super) fn older_places(&self) -> Vec<Place> {
        places(&self.shelf, || self.failing().filter(|entry| entry.change.is_some_and(|it| !it.is_for_the_worse())))
    }

    /// Findings that are accepted, by place.
    pub(super) fn accepted_places(&self) -> Vec<Place> {
        places(&self.shelf, || self.suppressed())
    }

    /// Settings that could not be decided.
    pub fn undecided(&self) -> impl Iterator<Item = Entry> + '_ {
        self.findings().filter(|entry| entry.verdict == Verdict::Unknown)
    }

    /// Counts the findings that are met in another repository.
    pub(super) fn count_fulfilled(&mut self) {
        let mut configured = std::mem::take(&mut self.configured);
        for entry in self.suppressed() {
            if let Some(says) = self.finding(&entry).suppressed.filter(|says| says.by == AcceptedBy::Fulfilled) {
                configured.count_accepted(self.root(&entry).configuration, &says.location);
            }
        }
        self.configured = configured;
    }

    /// What to do about a finding, in words, where it names nothing to write.
    pub fn remedy(&self, entry: &Entry, finding: &Finding) -> Option<&str> {
        let is_open = finding.verdict.is_finding() && finding.fix.as_str().is_empty();
        self.rule(entry).remedy.as_deref().filter(|_| is_open)
    }

    /// All that is known of an entry.
    pub fn finding(&self, entry: &Entry) -> Finding {
        self.shelf.finding(entry)
    }

    /// The stable name of a finding, of that entry.
    pub fn key(&self, entry: &Entry, finding: &Finding) -> Key {
        finding.key.in_root(&self.root(entry).key)
    }

    /// The address of the resource that an entry speaks of.
    pub fn address(&self, entry: &Entry) -> &str {
        self.shelf.address(entry)
    }

    /// What must be known of a file to show excerpts of it; `None` if nothing of it is to be shown.
    pub fn shown_file(&self, path: &str) -> Option<ShownFile> {
        self.shelf.shown(path)
    }

    /// The team that answers for the layer of an entry's resource, by the contracts of the root's `.onus.hcl`.
    pub fn contract(&self, entry: &Entry) -> Option<&Contract> {
        self.configured.contract(self.root(entry), entry.layer, self.address(entry))
    }

    /// The setting that an entry speaks of.
    pub fn rule(&self, entry: &Entry) -> &Description {
        &self.rules[&entry.element]
    }

    /// The root that an entry was found in.
    pub fn root(&self, entry: &Entry) -> &RootInfo {
        &self.roots[entry.root as usize]
    }
}
