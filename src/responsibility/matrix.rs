//! The matrix: layers by the models that an estate really uses, who answers for each cell, and how far they are.
//!
//! In: placements of resources, and counts of verdicts. Roots fill matrices of their own, which are then merged, in any order.

use std::collections::{BTreeMap, BTreeSet};

use super::condition::Condition;
use super::model::{LayerId, ModelId, ModelSet};
use super::ownership::{DecidedBy, Placement};
use super::service::layers_of_type;
use super::tables::LAYERS;
use super::{Owner, Tally};

/// Layers by models, filled from one estate or several.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// Boxed, for a run keeps a matrix of each of its roots, and a node of the tree has room for eleven columns.
    columns: BTreeMap<ModelId, Box<Column>>,
    uncovered: BTreeMap<String, u32>,
}

#[derive(Clone, Debug, Default)]
struct Column {
    resources: u32,
    services: BTreeMap<&'static str, u32>,
    providers: BTreeMap<String, u32>,
    /// Services that are used and in no code.
    declared: BTreeSet<String>,
    cells: [Cell; LAYERS],
}

/// A layer under a model, as far as the estate uses it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is the case with the settings in it.
    pub tally: Tally,
    /// Resources of which the customer has a part here, whose settings usually fall here, and for which there is none.
    pub uncovered: u32,
    /// Whether users say otherwise than the published model of anything in it.
    pub adjusted: bool,
    /// The first resource whose owner here differs from its service's by its attributes.
    pub note: Option<Box<CellNote>>,
    owners: [u32; 3],
}

/// Why the owner of a cell is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct CellNote {
    /// The resource.
    pub address: String,
    /// What is true of it.
    pub condition: &'static Condition,
    /// Who answers for it there.
    pub owner: Owner,
}

impl CellNote {
    fn order(&self) -> (&str, &str, Owner) {
        (&self.address, self.condition.why, self.owner)
    }
}

impl Cell {
    /// Who answers for the cell: the owner of all its resources, and shared where they differ.
    pub fn owner(&self) -> Owner {
        match self.owners {
            [_, 0, 0] => Owner::Customer,
            [0, 0, _] => Owner::Provider,
            _ => Owner::Shared,
        }
    }

    /// Whether resources of the cell differ in who answers for it.
    pub fn is_split(&self) -> bool {
        self.owners.iter().filter(|count| **count > 0).count() > 1
    }

    /// Whether any resource or declared service is counted in it.
    pub fn has_resources(&self) -> bool {
        self.owners.iter().any(|count| *count > 0)
    }

    /// Number of resources and declared services of which that owner answers for the layer.
    pub fn resources_of(&self, owner: Owner) -> u32 {
        self.owners[owner as usize]
    }

    pub(super) fn add(&mut self, other: Self) {
        self.tally += other.tally;
        self.uncovered += other.uncovered;
        self.adjusted |= other.adjusted;
        // Whatever the order in which roots come.
        self.note = self.note.take().into_iter().chain(other.note).min_by(|a, b| a.order().cmp(&b.order()));
        for (count, more) in self.owners.iter_mut().zip(other.owners) {
            *count += more;
        }
    }
}

impl Matrix {
    /// Counts a resource. `provider` is the local name of its provider; `address` is asked only where a note needs it.
    /// `covered` tells whether any setting exists for the type in a layer.
    pub fn place(
        &mut self,
        type_name: &str,
        provider: &str,
        placement: &Placement,
        covered: impl Fn(LayerId) -> bool,
        address: impl Fn() -> String,
    ) {
        let column = self.columns.entry(placement.model).or_default();
        column.resources += 1;
        if !placement.service.name.is_empty() {
            *column.services.entry(placement.service.name).or_default() += 1;
        }
        match column.providers.get_mut(provider) {
            Some(count) => *count += 1,
            None => drop(column.providers.insert(provider.to_owned(), 1)),
        }
        place(&mut column.cells, type_name, placement, &covered, address);
        if placement.model.has_column() && !LayerId::all().any(covered) {
            *self.uncovered.entry(type_name.to_owned()).or_default() += 1;
        }
    }

    /// Counts a service that is used and in no code: its column is there, with owners and duties.
    pub fn declare(&mut self, name: &str, placement: &Placement) {
        let column = self.columns.entry(placement.model).or_default();
        if !column.declared.insert(name.to_owned()) {
            return;
        }
        for layer in LayerId::all() {
            let cell = &mut column.cells[layer.index()];
            cell.owners[placement.owner(layer) as usize] += 1;
            cell.adjusted |= placement.is_adjusted(layer);
        }
    }

    /// Adds counts of verdicts.
    pub fn add_tally(&mut self, layer: LayerId, model: ModelId, tally: Tally) {
        self.columns.entry(model).or_default().cells[layer.index()].tally += tally;
    }

    /// Adds another matrix. Of two notes of a cell the one with the first address stays.
    pub fn merge(&mut self, other: Self) {
        for (model, column) in other.columns {
            let own = self.columns.entry(model).or_default();
            own.resources += column.resources;
            own.declared.extend(column.declared);
            for (service, count) in column.services {
                *own.services.entry(service).or_default() += count;
            }
            for (provider, count) in column.providers {
                *own.providers.entry(provider).or_default() += count;
            }
            for (cell, more) in own.cells.iter_mut().zip(column.cells) {
                cell.add(more);
            }
        }
        for (type_name, count) in other.uncovered {
            *self.uncovered.entry(type_name).or_default() += count;
        }
    }

    /// The columns: models with a resource or a declared service, in the order of the tables.
    pub fn models(&self) -> impl Iterator<Item = ModelId> {
        self.columns
            .iter()
            .filter(|(model, column)| model.has_column() && (column.resources > 0 || !column.declared.is_empty()))
            .map(|(model, _)| *model)
    }

    /// The cell; `None` where the estate does not use the model.
    pub fn cell(&self, layer: LayerId, model: ModelId) -> Option<&Cell> {
        self.columns.get(&model).map(|column| &column.cells[layer.index()])
    }

    /// Number of resources under a model.
    pub fn resources(&self, model: ModelId) -> u32 {
        self.columns.get(&model).map_or(0, |column| column.resources)
    }

    /// The services under a model, those with most resources first.
    pub fn services(&self, model: ModelId) -> Vec<&'static str> {
        self.columns.get(&model).map_or_else(Vec::new, |column| by_count(&column.services).copied().collect())
    }

    /// Services under a model that are used and in no code, by name.
    pub fn declared(&self, model: ModelId) -> impl Iterator<Item = &str> {
        self.columns.get(&model).into_iter().flat_map(|column| column.declared.iter().map(String::as_str))
    }

    /// The local names of the providers under a model, those with most resources first.
    pub fn providers(&self, model: ModelId) -> Vec<&str> {
        self.columns
            .get(&model)
            .map_or_else(Vec::new, |column| by_count(&column.providers).map(String::as_str).collect())
    }

    /// The counts of a layer over all models; also of what has no column.
    pub fn layer_tally(&self, layer: LayerId) -> Tally {
        self.columns.values().map(|column| column.cells[layer.index()].tally).sum()
    }

    /// The counts of everything.
    pub fn tally(&self) -> Tally {
        LayerId::all().map(|layer| self.layer_tally(layer)).sum()
    }

    /// The cell of what has no column: helpers, variables, outputs.
    pub fn beside(&self, layer: LayerId) -> Option<&Cell> {
        self.cell(layer, ModelId::NONE)
    }

    /// Resources without a setting in a layer, over all models.
    pub fn layer_uncovered(&self, layer: LayerId) -> u32 {
        self.columns.values().map(|column| column.cells[layer.index()].uncovered).sum()
    }

    /// Types that have a column and no setting at all, with their number of resources, sorted by name.
    pub fn uncovered_types(&self) -> impl Iterator<Item = (&str, u32)> {
        self.uncovered.iter().map(|(type_name, count)| (type_name.as_str(), *count))
    }

    /// The duties outside the code that the models in use bring with them, but those in a layer for which somebody else
    /// answers here: because users say so, or because of how all resources under the model are set up.
    pub fn duties(&self) -> impl Iterator<Item = &'static super::Duty> {
        let mut owing = [ModelSet::default(); LAYERS];
        for (layer, owing) in LayerId::all().zip(&mut owing) {
            *owing = self.models().filter(|model| !self.is_given_away(layer, *model)).collect();
        }
        super::duties().iter().filter(move |duty| duty.models.meets(owing[duty.layer.index()]))
    }

    /// Whether a layer of which the customer has a part by the published model is the provider's here.
    fn is_given_away(&self, layer: LayerId, model: ModelId) -> bool {
        let is_given = |cell: &Cell| cell.has_resources() && cell.owner() == Owner::Provider;
        self.cell(layer, model).is_some_and(is_given)
            && super::cell(layer, model).is_some_and(|published| published.owner != Owner::Provider)
    }

    /// The layer to mend first: with the worst open finding, then with the most open ones as bad as that, then with the
    /// least part done. `open` has one entry for each open finding.
    pub fn weakest<S: Ord>(&self, open: impl IntoIterator<Item = (LayerId, S)>) -> Option<LayerId> {
        let mut worst: BTreeMap<LayerId, (S, u32)> = BTreeMap::new();
        for (layer, severity) in open {
            match worst.get_mut(&layer) {
                Some((known, count)) if *known == severity => *count += 1,
                Some((known, _)) if *known > severity => {}
                _ => drop(worst.insert(layer, (severity, 1))),
            }
        }
        let undone = |layer: LayerId| {
            let tally = self.layer_tally(layer);
            // As a fraction of a billion, so that it can be compared; rounding plays no part in practice.
            1_000_000_000 - u64::from(tally.done()) * 1_000_000_000 / u64::from(tally.total().max(1))
        };
        worst
            .into_iter()
            .map(|(layer, (severity, count))| ((severity, count, undone(layer)), layer))
            // Of equals the first in the order of layers.
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, layer)| layer)
    }
}

/// Counts a resource in each layer of a column.
pub(super) fn place(
    cells: &mut [Cell; LAYERS],
    type_name: &str,
    placement: &Placement,
    covered: impl Fn(LayerId) -> bool,
    address: impl Fn() -> String,
) {
    for layer in LayerId::all() {
        let cell = &mut cells[layer.index()];
        let (owner, decided_by) = placement.decide(layer);
        cell.owners[owner as usize] += 1;
        cell.adjusted |= placement.is_adjusted(layer);
        if let DecidedBy::Condition(condition) = decided_by
            && cell.note.is_none()
        {
            cell.note = Some(Box::new(CellNote { address: address(), condition, owner }));
        }
    }
    if !placement.model.has_column() {
        return;
    }
    for layer in layers_of_type(type_name) {
        if placement.owner(*layer) != Owner::Provider && !covered(*layer) {
            cells[layer.index()].uncovered += 1;
        }
    }
}

fn by_count<K: Ord>(counts: &BTreeMap<K, u32>) -> impl Iterator<Item = &K> {
    let mut sorted: Vec<(&K, u32)> = counts.iter().map(|(key, count)| (key, *count)).collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    sorted.into_iter().map(|(key, _)| key)
}
