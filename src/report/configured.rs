//! What `.onus.hcl` files say of the estate, and what came of it in a run.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexSet;
use jiff::civil::Date;

use super::RootInfo;

use crate::config::Problem;
use crate::onus_hcl::{Attestation, Configuration, Contract, DeclaredService, Fulfilled};
use crate::responsibility::{Adjustment, Duty, LayerId, Matrix};
use crate::source::Location;

/// The configurations of a run.
#[derive(Debug, Default)]
pub struct ConfiguredRun {
    all: Vec<Configured>,
    /// Duties that roots without a configuration owe, by id.
    elsewhere: BTreeSet<&'static str>,
    day: Option<Date>,
}

/// One configuration, and what came of it.
#[derive(Debug)]
pub struct Configured {
    /// What it says.
    pub configuration: Arc<Configuration>,
    /// Whether a root that it counts for was judged.
    is_used: bool,
    /// Of how many resources each adjustment makes a difference.
    adjusted: Vec<u32>,
    /// How many findings each `fulfilled` accepts, by the start of its block.
    accepted: BTreeMap<u32, u32>,
    /// Duties that its roots and services owe, by id.
    owed: BTreeSet<&'static str>,
    day: Date,
}

/// What is said of a duty outside the code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer<'o> {
    /// Nobody says that it is done.
    Open,
    /// Somebody does.
    Attested(&'o Attestation),
    /// Somebody did, for a time that is over.
    RanOut(&'o Attestation),
}

impl Configured {
    /// The adjustments of the model, each with the number of resources of which it makes a difference.
    pub fn adjustments(&self) -> impl Iterator<Item = (&Adjustment, u32)> {
        self.configuration.model.iter().zip(self.adjusted.iter().copied())
    }

    /// What is met in other repositories, each with the number of findings that are accepted for it.
    pub fn fulfilled(&self) -> impl Iterator<Item = (&Fulfilled, u32)> {
        let count = |fulfilled: &Fulfilled| self.accepted.get(&fulfilled.location.span.start).copied().unwrap_or(0);
        self.configuration.fulfilled.iter().map(move |fulfilled| (fulfilled, count(fulfilled)))
    }

    /// Services that are used and in no code.
    pub fn services(&self) -> impl Iterator<Item = &DeclaredService> {
        self.configuration.services.iter()
    }

    /// Whether what ends on a day still counts.
    pub fn counts(&self, until: Date) -> bool {
        self.day <= until
    }

    /// What it says of a duty.
    pub fn answer(&self, duty: &Duty) -> Answer<'_> {
        match self.configuration.attestations.iter().find(|it| it.duty.id == duty.id) {
            Some(attestation) if attestation.counts_on(self.day) => Answer::Attested(attestation),
            Some(attestation) if attestation.until < self.day => Answer::RanOut(attestation),
            _ => Answer::Open,
        }
    }

    fn owes(&self, duty: &Duty) -> bool {
        self.owed.contains(duty.id)
    }

    /// What ran out, and what answers nothing.
    fn warnings(&self) -> impl Iterator<Item = Problem> + '_ {
        let day = self.day;
        let attestations = self.configuration.attestations.iter().filter_map(move |it| {
            let id = it.duty.id;
            let problem = if !self.owes(it.duty) {
                Problem::new(format!("`attest \"{id}\"` answers nothing: nobody here owes this duty"))
            } else if it.until < day {
                let problem = Problem::new(format!("the attestation of {id} ran out on {}", it.until));
                problem.help("the duty is open again: review it, and move `reviewed` and `until`")
            } else if it.reviewed > day {
                Problem::new(format!(
                    "the attestation of {id} says that it is reviewed on {}, which is to come",
                    it.reviewed
                ))
            } else {
                return None;
            };
            Some(problem.at(it.location.clone()))
        });
        let fulfilled = self.configuration.fulfilled.iter().filter(move |it| !it.counts_on(day)).map(|it| {
            let problem = Problem::new(format!("`fulfilled \"{}\"` ran out on {}", it.name, it.until));
            problem.help("its settings are judged here again").at(it.location.clone())
        });
        self.configuration.warnings.iter().cloned().chain(attestations).chain(fulfilled)
    }
}

impl ConfiguredRun {
    pub(super) fn new(all: Vec<Arc<Configuration>>, day: Date) -> Self {
        let all = all.into_iter().map(|configuration| Configured {
            is_used: false,
            adjusted: vec![0; configuration.model.iter().len()],
            accepted: BTreeMap::new(),
            owed: {
                let mut declared = Matrix::default();
                declare(&configuration, &mut declared);
                declared.duties().map(|duty| duty.id).collect()
            },
            configuration,
            day,
        });
        Self { all: all.collect(), elsewhere: BTreeSet::new(), day: Some(day) }
    }

    /// Takes in what one root says: its configuration, what it owes, what the adjustments came to.
    pub(super) fn take(&mut self, configuration: Option<u32>, matrix: &Matrix, adjusted: &[u32]) {
        let owed = matrix.duties().map(|duty| duty.id);
        let Some(configured) = configuration.and_then(|index| self.all.get_mut(index as usize)) else {
            self.elsewhere.extend(owed);
            return;
        };
        configured.is_used = true;
        configured.owed.extend(owed);
        for (sum, more) in configured.adjusted.iter_mut().zip(adjusted) {
            *sum += more;
        }
    }

    /// Counts a finding that a configuration accepts at a place.
    pub(super) fn count_accepted(&mut self, configuration: Option<u32>, at: &Location) {
        if let Some(configured) = configuration.and_then(|index| self.all.get_mut(index as usize)) {
            *configured.accepted.entry(at.span.start).or_default() += 1;
        }
    }

    /// The same, as if each counted for some root.
    pub(super) fn all_used(mut self) -> Self {
        self.all.iter_mut().for_each(|configured| configured.is_used = true);
        self
    }

    /// Adds the declared services to the matrix.
    pub(super) fn declare(&self, matrix: &mut Matrix) {
        self.iter().for_each(|configured| declare(&configured.configuration, matrix));
    }

    /// What is worth saying of them.
    pub(super) fn warnings(&self) -> Vec<Problem> {
        self.iter().flat_map(Configured::warnings).collect()
    }

    /// The day of the run.
    pub fn day(&self) -> Option<Date> {
        self.day
    }

    /// Those that count for a root that was judged.
    pub fn iter(&self) -> impl Iterator<Item = &Configured> {
        self.all.iter().filter(|configured| configured.is_used)
    }

    /// The first contract that speaks of a layer of a resource in a root.
    pub(super) fn contract(&self, root: &RootInfo, layer: LayerId, address: &str) -> Option<&Contract> {
        let contracts = &self.all.get(root.configuration? as usize)?.configuration.contracts;
        let mut fitting = root.contracts.iter().filter_map(|index| contracts.get(*index as usize));
        fitting.find(|contract| contract.covers(layer, address))
    }

    /// The teams that the contracts of the run name, each once, in written order.
    pub(super) fn teams(&self) -> IndexSet<&str> {
        self.iter().flat_map(|it| &it.configuration.contracts).map(|contract| contract.team.as_str()).collect()
    }

    /// How many duties of a matrix are attested, and of how many the attestation ran out.
    pub fn answered(&self, matrix: &Matrix) -> (u32, u32) {
        matrix.duties().fold((0, 0), |(attested, ran_out), duty| match self.answer(duty) {
            Answer::Open => (attested, ran_out),
            Answer::Attested(_) => (attested + 1, ran_out),
            Answer::RanOut(_) => (attested, ran_out + 1),
        })
    }

    /// What is said of a duty outside the code, by all who owe it: it is done only if all of them say so.
    pub fn answer(&self, duty: &Duty) -> Answer<'_> {
        if self.elsewhere.contains(duty.id) {
            return Answer::Open;
        }
        let answers = self.iter().filter(|configured| configured.owes(duty)).map(|configured| configured.answer(duty));
        let rank = |answer: &Answer<'_>| match answer {
            Answer::Open => 0,
            Answer::RanOut(_) => 1,
            Answer::Attested(_) => 2,
        };
        answers.min_by_key(rank).unwrap_or(Answer::Open)
    }
}

/// Adds the declared services of a configuration to a matrix.
fn declare(configuration: &Configuration, matrix: &mut Matrix) {
    for service in &configuration.services {
        let provider = service.provider.as_deref().unwrap_or_default();
        matrix.declare(&service.name, &configuration.model.declared(service.model, provider, service.owners));
    }
}
