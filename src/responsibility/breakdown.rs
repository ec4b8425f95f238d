//! The same counts as the matrix has, by something else than the service model: by resource, service, provider, module.
//!
//! In: placements of resources, and the status of each of their settings. Roots fill breakdowns of their own, which are then
//! merged, in any order.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::matrix::{Cell, place};
use super::model::LayerId;
use super::ownership::Placement;
use super::tables::LAYERS;
use super::{Status, Tally};

/// What the columns of a matrix are, if not service models.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Resources as they are written: all instances of one together.
    Resource,
    /// Services of the providers.
    Service,
    /// Providers.
    Provider,
    /// Modules, all instances of one call together.
    Module,
}

impl By {
    /// `module`
    pub fn id(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::Service => "service",
            Self::Provider => "provider",
            Self::Module => "module",
        }
    }
}

/// A column: what is counted as one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Group {
    /// The directory of the root module; empty where the group may belong to several.
    pub root: Arc<str>,
    /// `module.db.aws_db_instance.this`, `Amazon RDS`, `aws`, `module.db`; empty for the root module itself.
    pub name: String,
}

/// Layers by groups.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// What the groups are.
    pub by: By,
    columns: BTreeMap<Group, Box<Column>>,
}

#[derive(Clone, Debug, Default)]
struct Column {
    resources: u32,
    cells: [Cell; LAYERS],
}

impl Breakdown {
    /// Nothing is counted yet.
    pub fn new(by: By) -> Self {
        Self { by, columns: BTreeMap::new() }
    }

    /// Counts a resource; see [`Matrix::place`](super::Matrix::place).
    pub fn place(
        &mut self,
        group: Group,
        type_name: &str,
        placement: &Placement,
        covered: impl Fn(LayerId) -> bool,
        address: impl Fn() -> String,
    ) {
        let column = self.columns.entry(group).or_default();
        column.resources += 1;
        place(&mut column.cells, type_name, placement, covered, address);
    }

    /// Counts a setting of one resource.
    pub fn count(&mut self, group: Group, layer: LayerId, status: Status) {
        self.columns.entry(group).or_default().cells[layer.index()].tally.count(status);
    }

    /// Adds another breakdown by the same.
    pub fn merge(&mut self, other: Self) {
        for (group, column) in other.columns {
            let own = self.columns.entry(group).or_default();
            own.resources += column.resources;
            for (cell, more) in own.cells.iter_mut().zip(column.cells) {
                cell.add(more);
            }
        }
    }

    /// The columns, with their number of resources: those with most open settings first, then those with most resources,
    /// then by name.
    pub fn groups(&self) -> Vec<(&Group, u32)> {
        let open = |column: &Column| column.cells.iter().map(|cell| cell.tally.open()).sum::<u32>();
        let mut sorted: Vec<_> = self.columns.iter().map(|(group, column)| (open(column), group, column)).collect();
        sorted.sort_by(|a, b| (b.0, b.2.resources).cmp(&(a.0, a.2.resources)).then_with(|| a.1.cmp(b.1)));
        sorted.into_iter().map(|(_, group, column)| (group, column.resources)).collect()
    }

    /// A cell; `None` for a group that is not there.
    pub fn cell(&self, layer: LayerId, group: &Group) -> Option<&Cell> {
        self.columns.get(group).map(|column| &column.cells[layer.index()])
    }

    /// The counts of everything.
    pub fn tally(&self) -> Tally {
        self.columns.values().flat_map(|column| &column.cells).map(|cell| cell.tally).sum()
    }
}
