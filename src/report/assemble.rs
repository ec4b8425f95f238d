//! Puts an [`Outcome`] together: roots are taken in as they are done, in any order, and little of each is kept.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::configured::ConfiguredRun;
use super::outcome::is_below;
use super::place::places;
use super::{Outcome, Review, RootInfo, RootReport, Routed};
use crate::config::Problem;
use crate::onus_hcl::Configuration;
use crate::settings::describe::Description;
use crate::settings::finding::{Finding, Severity};
use crate::source::Location;

/// An [`Outcome`] of which not all roots are in yet.
#[derive(Debug, Default)]
pub struct Assembly {
    outcome: Outcome,
    min_severity: Option<Severity>,
    routed: Routed,
    /// What roots tell of a plan or a change, by their index: in order only once all are there.
    reviews: BTreeMap<usize, Review>,
    /// The configurations of the base.
    base: Option<ConfiguredRun>,
    directories: Directories,
}

impl Assembly {
    /// Begins with what is known before any root is judged. Findings below `min_severity` are counted, but not listed.
    pub fn new(min_severity: Option<Severity>, working_dir: PathBuf, errors: Vec<Problem>) -> Self {
        let outcome = Outcome { working_dir, errors, ..Outcome::default() };
        Self { outcome, min_severity, ..Self::default() }
    }

    /// The same, with the configurations of the run, which count on that day.
    #[must_use]
    pub fn configured(mut self, all: Vec<Arc<Configuration>>, day: Date) -> Self {
        self.outcome.configured = ConfiguredRun::new(all, day);
        self
    }

    /// The same, of which only the findings of some teams are listed.
    #[must_use]
    pub fn routed(mut self, to: Routed) -> Self {
        self.routed = to;
        self
    }

    /// The same, with the configurations of the base that the run is compared with.
    #[must_use]
    pub fn based(mut self, all: Vec<Arc<Configuration>>, day: Date) -> Self {
        self.base = Some(ConfiguredRun::new(all, day).all_used());
        self
    }

    /// Takes in the root with that index, once. `describe` gives the words for an index that findings have in `element`.
    pub fn take(&mut self, index: usize, root: RootReport, describe: impl Fn(u32) -> Description) {
        let outcome = &mut self.outcome;
        let RootReport { path, key, mut judged, matrix, resources, shown, secrets, review, errors, warnings, .. } =
            root;
        match (&mut outcome.breakdown, root.breakdown) {
            (Some(all), Some(more)) => all.merge(more),
            (all, more) => *all = all.take().or(more),
        }
        self.directories.add(&root.files, &root.modules);
        if outcome.roots.len() <= index {
            outcome.roots.resize_with(index + 1, RootInfo::default);
        }
        outcome.roots[index] = RootInfo {
            path: Arc::clone(&path),
            key,
            resources,
            configuration: root.configuration,
            contracts: root.contracts,
            basis: root.basis,
            providers: root.providers,
            is_gone: root.is_gone,
        };
        outcome.summary.resources += resources;
        outcome.summary.settings += judged.applied;
        outcome.summary.below_min_severity += root.below_min_severity;
        outcome.configured.take(root.configuration, &matrix, &root.adjusted);
        outcome.matrix.merge(matrix);
        for (layer, model, tally) in judged.tallies {
            outcome.matrix.add_tally(layer, model, tally);
        }
        if !self.routed.is_to_all() {
            let all = judged.findings.len();
            let (configured, info) = (&outcome.configured, &outcome.roots[index]);
            judged.findings.retain(|finding| {
                let contract = configured.contract(info, finding.layer, &finding.address);
                self.routed.holds(contract.map(|contract| contract.team.as_str()))
            });
            outcome.summary.of_other_teams += (all - judged.findings.len()) as u32;
        }
        let all = judged.findings.len();
        judged.findings.retain(|finding| !is_below(finding, self.min_severity));
        outcome.summary.below_min_severity += (all - judged.findings.len()) as u32;
        for finding in &judged.findings {
            outcome.rules.entry(finding.element).or_insert_with(|| describe(finding.element));
        }
        let mut rules: Vec<(&str, u32)> = outcome.rules.iter().map(|(element, rule)| (&*rule.id, *element)).collect();
        rules.sort_unstable();
        let ranks: FxHashMap<u32, u32> = (0..).zip(rules).map(|(rank, (_, element))| (element, rank)).collect();
        judged.findings.sort_by_cached_key(|finding| order_of(&ranks, finding));
        if outcome.shelf.put(index as u32, &path, judged.findings).is_err() {
            let message =
                format!("internal error: there is no room for the findings of {path}, they are not in this report");
            outcome.errors.push(Problem::new(message).help("check fewer directories at a time"));
        }
        outcome.errors.extend(errors);
        outcome.errors.extend(judged.failures.into_iter().map(Problem::new));
        outcome.warnings.extend(warnings);
        outcome.secrets.merge(secrets);
        self.reviews.extend(review.map(|review| (index, review)));
        outcome.shelf.show(index as u32, &path, &shown);
    }

    /// All roots are in.
    pub fn finish(mut self) -> Outcome {
        let outcome = &mut self.outcome;
        outcome.configured.declare(&mut outcome.matrix);
        for review in std::mem::take(&mut self.reviews).into_values() {
            outcome.review.get_or_insert_default().merge(review);
        }
        if let Some(review) = &mut outcome.review {
            let base = self.base.as_ref().unwrap_or(&outcome.configured);
            base.declare(&mut review.before);
        }
        outcome.warnings.extend(outcome.configured.warnings());
        in_order(&mut outcome.errors);
        in_order(&mut outcome.warnings);
        outcome.shelf.close();
        outcome.places = places(&outcome.shelf, || outcome.failing());
        outcome.count_fulfilled();
        let mut summary = outcome.summary;
        (summary.files, summary.modules) = self.directories.count();
        summary.roots = outcome.roots.iter().filter(|root| !root.is_gone).count() as u32;
        summary.count(outcome);
        outcome.summary = summary;
        self.outcome
    }
}

/// Sorts problems by place. A module that is called twice is read twice, and tells of the same problem twice: once is enough.
pub fn in_order(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| order(a).cmp(&order(b)));
    problems.dedup();
}

fn order(problem: &Problem) -> (&Option<Location>, &str, &str, &Option<String>) {
    (&problem.location, &problem.message, &problem.label, &problem.help)
}

/// Counts the files of different directories, and the modules among these. A run may have tens of thousands: of a directory
/// only a hash is kept, and how many of its files were read. That is the same number for whoever reads it, but that a root
/// also reads its tfvars.
#[derive(Debug, Default)]
struct Directories {
    all: Vec<Directory>,
}

#[derive(Clone, Copy, Debug)]
struct Directory {
    hash: u64,
    files: u32,
    is_module: bool,
}

impl Directories {
    /// Adds what one root has read: files, and directories of modules.
    fn add(&mut self, files: &[Arc<str>], modules: &[Arc<str>]) {
        let directory = |path: &Arc<str>| hash(path.rsplit_once('/').map_or("", |(directory, _)| directory));
        let mut of_files: Vec<u64> = files.iter().map(directory).collect();
        of_files.sort_unstable();
        let mut modules: Vec<u64> = modules.iter().map(|path| hash(path)).collect();
        modules.sort_unstable();
        for same in of_files.chunk_by(|a, b| a == b) {
            self.push(Directory {
                hash: same[0],
                files: same.len() as u32,
                is_module: modules.binary_search(&same[0]).is_ok(),
            });
        }
        for module in modules.into_iter().filter(|module| of_files.binary_search(module).is_err()) {
            self.push(Directory { hash: module, files: 0, is_module: true });
        }
    }

    fn push(&mut self, directory: Directory) {
        if self.all.len() == self.all.capacity() {
            self.merge();
            // Not again before the list has grown by half.
            self.all.reserve_exact(self.all.len() / 2 + 8);
        }
        self.all.push(directory);
    }

    /// Makes one of those that are the same.
    fn merge(&mut self) {
        self.all.sort_unstable_by_key(|directory| directory.hash);
        self.all.dedup_by(|next, kept| {
            let same = next.hash == kept.hash;
            if same {
                kept.files = kept.files.max(next.files);
                kept.is_module |= next.is_module;
            }
            same
        });
    }

    /// How many files, and how many modules.
    fn count(&mut self) -> (u32, u32) {
        self.merge();
        let modules = self.all.iter().filter(|directory| directory.is_module).count();
        (self.all.iter().map(|directory| directory.files).sum(), modules as u32)
    }
}

fn hash(text: &str) -> u64 {
    // Fixed keys; the result never leaves the process.
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// What the order of findings within a root follows: worst first, then by place, then by what makes them different.
/// `ranks`: the order of the rules' ids, by element.
fn order_of(ranks: &FxHashMap<u32, u32>, finding: &Finding) -> impl Ord + use<> {
    let place = finding.location.as_ref().map(|location| (Arc::clone(&location.file), location.span));
    let rank = ranks.get(&finding.element).copied();
    let resource = (Arc::clone(&finding.address), finding.attribute.clone());
    (Reverse(finding.severity), place, rank, resource, finding.verdict, finding.key)
}
