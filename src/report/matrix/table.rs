//! Rows, columns and cells, before any format.

use super::{NOTES, name, view};
use crate::report::{Outcome, words};
use crate::responsibility::{Breakdown, By, Cell, LayerId, Owner, Tally, View, provider_name};

/// What the estate is looked at by.
#[derive(Clone, Copy, Debug, Default)]
pub enum Lens {
    /// Layers by service models.
    #[default]
    Models,
    /// Layers by what the outcome's breakdown is by.
    Breakdown,
    /// A vendor's own rows and columns.
    View(&'static View),
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// For machines: `paas`, `module.db`.
    pub id: String,
    /// For people: `PaaS`, `module.db`.
    pub name: String,
    /// Number of resources in it.
    pub resources: u32,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// Who answers for it: in a vendor's view the vendor's word; `None` where nobody says.
    pub owner: Option<Owner>,
    /// Who answers for it by the resources that are there; differs only in a vendor's view.
    pub ours: Option<Owner>,
    /// What is the case with its settings.
    pub tally: Tally,
    /// Resources of which the customer has a part here, and for which there is no setting.
    pub uncovered: u32,
    /// Its footnote, as an index in the notes of the table.
    pub note: Option<usize>,
}

/// Whose a row is where no setting was seen in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The customer has a part, outside of what settings show.
    Yours,
    /// The customer has no part.
    Theirs,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// `network`, or what a vendor calls it.
    pub name: String,
    /// Its layers.
    pub layers: Vec<LayerId>,
    /// One for each column.
    pub cells: Vec<Slot>,
    /// The counts over all columns.
    pub tally: Tally,
    /// Resources without a setting, over all columns.
    pub uncovered: u32,
    /// Whose it is by its owners.
    pub whose: Whose,
}

/// The table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What it is: `Who answers for what`.
    pub title: String,
    /// The columns.
    pub columns: Vec<Heading>,
    /// The rows, from what is always the customer's down.
    pub rows: Vec<Row>,
    /// The footnotes.
    pub notes: Vec<String>,
    /// What is to be said beneath: counts that stand in several rows, or in none.
    pub remarks: Vec<String>,
}

impl Table {
    /// The table of an outcome. Without a breakdown, what is asked by one is empty.
    pub fn new(outcome: &Outcome, lens: Lens) -> Self {
        match lens {
            Lens::Models => models(outcome),
            Lens::Breakdown => outcome.breakdown.as_ref().map(|by| groups(outcome, by)).unwrap_or_default(),
            Lens::View(view) => view::table(&outcome.matrix, view),
        }
    }
}

/// So many columns have a picture, or a table in a summary.
const DRAWN: usize = 48;

impl Table {
    /// The table with as many columns as a picture has room for; those with most open settings are the first.
    pub(in crate::report) fn drawn(&self) -> Self {
        let mut table = self.clone();
        if table.columns.len() > DRAWN {
            let more = words::count((table.columns.len() - DRAWN) as u32, "more column");
            table.remarks.push(format!("{more}, with less open: --format csv has all"));
            table.columns.truncate(DRAWN);
            table.rows.iter_mut().for_each(|row| row.cells.truncate(DRAWN));
        }
        table
    }
}

fn models(outcome: &Outcome) -> Table {
    let matrix = &outcome.matrix;
    let models: Vec<_> = matrix.models().collect();
    let mut columns: Vec<Heading> = (models.iter())
        .map(|model| Heading {
            id: model.id().to_owned(),
            name: words::short(*model).to_owned(),
            resources: matrix.resources(*model),
        })
        .collect();
    let mut table = Table { title: "Who answers for what".to_owned(), ..Table::default() };
    let has_others = LayerId::all().any(|layer| matrix.beside(layer).is_some_and(|cell| cell.tally.total() > 0));
    for layer in LayerId::all() {
        let cells = models.iter().filter_map(|model| matrix.cell(layer, *model));
        let mut cells: Vec<Slot> = cells.map(|cell| slot(cell, layer, &mut table.notes)).collect();
        let whose = whose(&cells);
        if let Some(cell) = matrix.beside(layer).filter(|_| has_others) {
            cells.push(Slot { tally: cell.tally, uncovered: cell.uncovered, ..Slot::default() });
        }
        table.rows.push(Row {
            name: layer.id().to_owned(),
            layers: vec![layer],
            cells,
            tally: matrix.layer_tally(layer),
            uncovered: matrix.layer_uncovered(layer),
            whose,
        });
    }
    if has_others {
        columns.push(others());
    }
    Table { columns, ..table }
}

/// What belongs to no model: variables, outputs, helpers that create nothing at a provider.
pub(super) fn others() -> Heading {
    Heading { id: "none".to_owned(), name: "others".to_owned(), resources: 0 }
}

fn groups(outcome: &Outcome, breakdown: &Breakdown) -> Table {
    let groups = breakdown.groups();
    let has_roots = groups.iter().any(|(group, _)| group.root != groups[0].0.root);
    let columns = groups.iter().map(|(group, resources)| {
        let name = match breakdown.by {
            By::Provider if !group.name.is_empty() => provider_name(&group.name).to_owned(),
            By::Module if group.name.is_empty() && !has_roots => "root module".to_owned(),
            By::Service | By::Provider if group.name.is_empty() => "others".to_owned(),
            _ => name(&group.name),
        };
        let (root, module) = (self::name(&group.root), self::name(&group.name));
        let full = match (has_roots, module.is_empty()) {
            (true, true) => root,
            (true, false) => format!("{root}: {module}"),
            (false, _) => module,
        };
        let name = if has_roots { full.clone() } else { name };
        Heading { id: if full.is_empty() { name.clone() } else { full }, name, resources: *resources }
    });
    let columns: Vec<Heading> = columns.collect();
    let by = breakdown.by.id();
    let mut table = Table { title: format!("Who answers for what, by {by}"), columns, ..Table::default() };
    for layer in LayerId::all() {
        let cells = groups.iter().filter_map(|(group, _)| breakdown.cell(layer, group));
        let cells: Vec<Slot> = cells.map(|cell| slot(cell, layer, &mut table.notes)).collect();
        let tally = outcome.matrix.layer_tally(layer);
        let uncovered = outcome.matrix.layer_uncovered(layer);
        let whose = whose(&cells);
        table.rows.push(Row { name: layer.id().to_owned(), layers: vec![layer], cells, tally, uncovered, whose });
    }
    table
}

/// The footnote of cells in which users say otherwise than the published model.
pub(super) const BY_CONFIGURATION: &str = "as your .onus.hcl says, not as published";

/// The place of a footnote, which is added where it is not there yet.
fn number_of(note: &str, notes: &mut Vec<String>) -> usize {
    notes.iter().position(|known| known == note).unwrap_or_else(|| {
        notes.push(note.to_owned());
        notes.len() - 1
    })
}

fn slot(cell: &Cell, layer: LayerId, notes: &mut Vec<String>) -> Slot {
    let owner = cell.has_resources().then(|| cell.owner());
    let note = cell.note.as_ref().filter(|_| !cell.adjusted && notes.len() < NOTES).map(|note| {
        let whose = match note.owner {
            Owner::Customer => "yours",
            Owner::Shared => "shared",
            Owner::Provider => "the provider's",
        };
        notes.push(format!("{layer} of {} is {whose} ({})", name(&note.address), note.condition.why));
        notes.len() - 1
    });
    // One footnote for all: which they are, and why, stands below the table.
    let note = if cell.adjusted { Some(number_of(BY_CONFIGURATION, notes)) } else { note };
    Slot { owner, ours: owner, tally: cell.tally, uncovered: cell.uncovered, note }
}

/// Whose a row is.
pub(super) fn whose(cells: &[Slot]) -> Whose {
    let is_yours = |cell: &Slot| cell.owner.is_some_and(|owner| owner != Owner::Provider);
    if cells.iter().any(is_yours) { Whose::Yours } else { Whose::Theirs }
}
