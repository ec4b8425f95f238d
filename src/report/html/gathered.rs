//! What the page must know of all findings before the first is written: which modules, owners and cells a place has to do
//! with. It is small: numbers, and the first few instances of each place.

use std::collections::BTreeMap;

use indexmap::IndexSet;
use smallvec::SmallVec;

use super::say::Say;
use crate::estate::without_keys;
use crate::onus_hcl::NOBODY;
use crate::report::{Entry, Outcome, place};
use crate::responsibility::{LayerId, ModelId, Owner};
use crate::settings::change::Change;
use crate::settings::finding::Severity;

/// So many instances of a place are named.
pub(super) const NAMED: usize = 24;

/// What is known of all places.
#[derive(Default)]
pub(super) struct Gathered {
    /// One for each place of the outcome.
    pub(super) places: Vec<Around>,
    /// The modules of findings, as people know them.
    pub(super) modules: IndexSet<String>,
    /// The users' own teams, by their contracts; empty where there are none.
    pub(super) teams: IndexSet<String>,
    /// What is open in a cell.
    pub(super) cells: BTreeMap<(LayerId, ModelId), OfCell>,
    /// The place of the worst finding of the weakest layer.
    pub(super) weakest: Option<usize>,
}

/// What a place has to do with.
#[derive(Clone, Default)]
pub(super) struct Around {
    /// Its modules, by their place in [`Gathered::modules`].
    pub(super) modules: SmallVec<[u32; 2]>,
    /// Its teams, by their place in [`Gathered::teams`].
    pub(super) teams: SmallVec<[u32; 2]>,
    /// Who answers for its findings, each once.
    pub(super) owners: SmallVec<[Owner; 2]>,
    /// What a plan does to its findings, each once.
    pub(super) changes: SmallVec<[Change; 2]>,
    /// Its first findings beyond the one that speaks for all.
    pub(super) others: Vec<Entry>,
}

/// What is open in a cell of the matrix.
#[derive(Default)]
pub(super) struct OfCell {
    /// The worst that is listed.
    pub(super) worst: Option<Severity>,
    /// Its places by their index among the outcome's: the worst first.
    pub(super) places: Vec<u32>,
}

impl Gathered {
    pub(super) fn of(outcome: &Outcome) -> Self {
        let mut all = Self { places: vec![Around::default(); outcome.places.len()], ..Self::default() };
        let say = Say(outcome);
        let weakest = outcome.weakest().map(|(_, worst)| worst);
        let has_contracts = !outcome.configured.teams().is_empty();
        place::each(outcome, |at, entry| {
            let finding = outcome.finding(entry);
            let module = module_name(outcome, entry, &finding.module, say);
            let module = all.modules.insert_full(module).0 as u32;
            if weakest == Some(*entry) {
                all.weakest = Some(at);
            }
            let contract = outcome.contract(entry);
            let team = has_contracts.then(|| say.text(contract.map_or(NOBODY, |contract| &contract.team)));
            let team = team.map(|team| all.teams.insert_full(team).0 as u32);
            let around = &mut all.places[at];
            if let Some(team) = team {
                push_once(&mut around.teams, team);
            }
            push_once(&mut around.modules, module);
            push_once(&mut around.owners, finding.owner);
            if let Some(change) = finding.change {
                push_once(&mut around.changes, change);
            }
            if *entry != outcome.places[at].first && around.others.len() + 1 < NAMED {
                around.others.push(*entry);
            }
            let cell = all.cells.entry((finding.layer, finding.model)).or_default();
            cell.worst = cell.worst.max(Some(finding.severity));
            if cell.places.last() != Some(&(at as u32)) {
                cell.places.push(at as u32);
            }
        });
        for cell in all.cells.values_mut() {
            cell.places.sort_unstable();
            cell.places.dedup();
        }
        all
    }

    /// What is open under all models of a layer, the worst first.
    pub(super) fn of_layer(&self, layer: LayerId) -> impl Iterator<Item = &OfCell> {
        self.cells.iter().filter(move |((of, _), _)| *of == layer).map(|(_, cell)| cell)
    }

    /// Whether a plan is to blame for a place.
    pub(super) fn is_blamed(&self, at: usize) -> bool {
        self.places[at].changes.iter().any(|change| change.is_for_the_worse())
    }
}

fn push_once<T: PartialEq, const N: usize>(list: &mut SmallVec<[T; N]>, item: T)
where
    [T; N]: smallvec::Array<Item = T>,
{
    if !list.contains(&item) {
        list.push(item);
    }
}

/// `module.db`, all instances of a call together; with its root where there are several.
fn module_name(outcome: &Outcome, entry: &Entry, module: &str, say: Say<'_>) -> String {
    let module = say.name(&without_keys(module));
    let root = say.name(&outcome.root(entry).path);
    match (outcome.roots.len() > 1, module.is_empty()) {
        (false, true) => "root module".to_owned(),
        (false, false) => module,
        (true, true) => root,
        (true, false) => format!("{root}: {module}"),
    }
}
