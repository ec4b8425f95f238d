//! What is collected while a root is judged: by each thread on its own, then put together in the order of the instances.

use std::collections::{BTreeMap, BTreeSet};

use super::verdict::Judgement;
use crate::responsibility::{LayerId, ModelId};
use crate::settings::finding::{Finding, Judged, Status, Tally, Verdict};

/// What one thread collects.
pub(super) struct Collected<'f> {
    /// Whether a family element is judged at all.
    pub(super) selected: &'f (dyn Fn(u32) -> bool + Sync),
    all: bool,
    /// Findings of instances that follow each other, by the number of the first.
    runs: Vec<Run>,
    tallies: BTreeMap<(LayerId, ModelId), Tally>,
    applied: u32,
    /// Number of findings of which no record is kept.
    pub(super) below: u32,
    failures: BTreeSet<String>,
}

struct Run {
    first: usize,
    #[expect(clippy::vec_box, reason = "records are large, and lists of them grow and are sorted")]
    findings: Vec<Box<Finding>>,
}

impl<'f> Collected<'f> {
    pub(super) fn new(selected: &'f (dyn Fn(u32) -> bool + Sync), all: bool) -> Self {
        let (runs, tallies, failures) = (Vec::new(), BTreeMap::new(), BTreeSet::new());
        Self { selected, all, runs, tallies, applied: 0, below: 0, failures }
    }

    /// What follows is of the instance with this number and of those behind it.
    pub(super) fn begin(&mut self, first: usize) {
        self.runs.pop_if(|run| run.findings.is_empty());
        self.runs.push(Run { first, findings: Vec::new() });
    }

    pub(super) fn add(&mut self, finding: Finding) {
        if let Some(run) = self.runs.last_mut() {
            run.findings.push(Box::new(finding));
        }
    }

    pub(super) fn fail(&mut self, message: String) {
        self.failures.insert(message);
    }

    pub(super) fn wants(&self, judgement: &Judgement<'_>) -> bool {
        self.all || judgement.verdict.is_finding() || judgement.verdict == Verdict::Unknown
    }

    pub(super) fn count(&mut self, layer: &str, model: ModelId, status: Status) {
        let Some(layer) = LayerId::find(layer) else { return };
        self.tallies.entry((layer, model)).or_default().count(status);
        self.applied += u32::from(status != Status::Inherited);
    }

    /// Puts together what the threads have collected.
    pub(super) fn merge(parts: Vec<Self>) -> Judged {
        let (mut runs, mut tallies) = (Vec::new(), BTreeMap::<_, Tally>::new());
        let (mut applied, mut below, mut failures) = (0, 0, BTreeSet::new());
        for part in parts {
            runs.extend(part.runs);
            for (cell, tally) in part.tallies {
                *tallies.entry(cell).or_default() += tally;
            }
            applied += part.applied;
            below += part.below;
            failures.extend(part.failures);
        }
        runs.sort_unstable_by_key(|run| run.first);
        Judged {
            findings: runs.into_iter().flat_map(|run| run.findings).collect(),
            tallies: tallies.into_iter().map(|((layer, model), tally)| (layer, model, tally)).collect(),
            applied,
            below,
            failures: failures.into_iter().collect(),
        }
    }
}
