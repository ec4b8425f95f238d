//! A vendor's own picture: its rows, columns and owners, with our counts, and footnotes where our owners differ.

use std::collections::BTreeMap;

use super::table::{Heading, Row, Slot, Table, others, whose};
use crate::report::words;
use crate::responsibility::{LayerId, Matrix, ModelId, Owner, View, ViewRow, cell};

/// A column of a picture, with the models that a vendor files under it.
struct Column {
    heading: Heading,
    models: Vec<ModelId>,
    /// Whether the picture has it.
    is_theirs: bool,
}

pub(super) fn table(matrix: &Matrix, view: &'static View) -> Table {
    let columns = columns(matrix, view);
    let mut table = Table { title: title(view), ..Table::default() };
    for row in view.rows {
        let note = note(matrix, row, &columns).map(|note| match table.notes.iter().position(|known| *known == note) {
            Some(known) => known,
            None => {
                table.notes.push(note);
                table.notes.len() - 1
            }
        });
        let cells: Vec<Slot> = columns.iter().map(|column| slot(matrix, row, column, note)).collect();
        table.rows.push(Row {
            name: row.name.to_owned(),
            layers: row.layers.to_vec(),
            tally: row.layers.iter().map(|layer| matrix.layer_tally(*layer)).sum(),
            uncovered: row.layers.iter().map(|layer| matrix.layer_uncovered(*layer)).sum(),
            whose: whose(&cells),
            cells,
        });
    }
    table.remarks = remarks(matrix, view);
    table.columns = columns.into_iter().map(|column| column.heading).collect();
    table
}

/// `Who answers for what, in the words of …`
fn title(view: &View) -> String {
    let source = view.rows.first().and_then(|row| row.sources.listed().next());
    let source = source.map(|source| format!(" ({})", source.name)).unwrap_or_default();
    format!("Who answers for what, as {} has it{source}", view.id)
}

/// The columns that the estate uses, and one for what the picture has no column for.
fn columns(matrix: &Matrix, view: &View) -> Vec<Column> {
    let column_of = |model: ModelId| match model.id() {
        "onprem" | "private" => "onprem",
        "caas" | "paas" | "faas" => "paas",
        "iaas" | "saas" => model.id(),
        _ => "",
    };
    let mut columns = Vec::new();
    for (id, name) in [("onprem", "On-prem"), ("iaas", "IaaS"), ("paas", "PaaS"), ("saas", "SaaS"), ("", "mgmt")] {
        let models: Vec<ModelId> = matrix.models().filter(|model| column_of(*model) == id).collect();
        if models.is_empty() {
            continue;
        }
        let is_theirs = view.rows.iter().any(|row| row.owner(models[0]).is_some());
        let id = if id.is_empty() { "mgmt" } else { id };
        let resources = models.iter().map(|model| matrix.resources(*model)).sum();
        let heading = Heading { id: id.to_owned(), name: name.to_owned(), resources };
        columns.push(Column { heading, models, is_theirs });
    }
    if LayerId::all().any(|layer| matrix.beside(layer).is_some_and(|cell| cell.tally.total() > 0)) {
        columns.push(Column { heading: others(), models: vec![ModelId::NONE], is_theirs: false });
    }
    columns
}

fn slot(matrix: &Matrix, row: &ViewRow, column: &Column, note: Option<usize>) -> Slot {
    let theirs = row.owner(column.models[0]).filter(|_| column.is_theirs);
    let cells = || {
        let of_model = |model: &ModelId| {
            let model = *model;
            row.layers.iter().filter_map(move |layer| matrix.cell(*layer, model))
        };
        column.models.iter().flat_map(of_model)
    };
    let mut owners: Vec<Owner> = cells().filter(|cell| cell.has_resources()).map(|cell| cell.owner()).collect();
    owners.sort_unstable();
    owners.dedup();
    let ours = match owners.as_slice() {
        [] => None,
        [one] => Some(*one),
        _ => Some(Owner::Shared),
    };
    let is_other = theirs.is_some_and(|theirs| owners.iter().any(|owner| *owner != theirs));
    Slot {
        owner: theirs,
        ours: ours.filter(|_| column.heading.id != "none"),
        tally: cells().map(|cell| cell.tally).sum(),
        uncovered: cells().map(|cell| cell.uncovered).sum(),
        note: note.filter(|_| is_other && !is_of_all(row)),
    }
}

/// Whether a row speaks of all layers: what one can configure is the customer's, whoever answers for the layer.
fn is_of_all(row: &ViewRow) -> bool {
    row.layers.len() == LayerId::all().len()
}

/// Where our owners differ from the picture's, with who says so.
fn note(matrix: &Matrix, row: &ViewRow, columns: &[Column]) -> Option<String> {
    if is_of_all(row) {
        return None;
    }
    let mut differing: BTreeMap<(LayerId, Owner), Vec<ModelId>> = BTreeMap::new();
    let mut sources: Vec<&str> = Vec::new();
    for model in columns.iter().filter(|column| column.is_theirs).flat_map(|column| &column.models) {
        for layer in row.layers {
            let Some(here) = matrix.cell(*layer, *model).filter(|cell| cell.has_resources()) else { continue };
            let owner = here.owner();
            if row.owner(*model).is_none_or(|theirs| theirs == owner) {
                continue;
            }
            differing.entry((*layer, owner)).or_default().push(*model);
            if here.adjusted {
                sources.push("your .onus.hcl");
                continue;
            }
            match cell(*layer, *model).filter(|cell| cell.owner == owner) {
                // The picture itself says otherwise.
                Some(cell) => {
                    let others = cell.sources.names().filter(|name| row.sources.names().all(|own| own != *name));
                    sources.extend(others.take(2));
                }
                None => sources.push("what its resources are"),
            }
        }
    }
    if differing.is_empty() {
        return None;
    }
    let said = differing.iter().map(|((layer, owner), models)| {
        let whose = match owner {
            Owner::Customer => "yours",
            Owner::Shared => "shared",
            Owner::Provider => "the provider's",
        };
        format!("{layer} is {whose} in {}", words::list(models.iter().map(|model| words::short(*model))))
    });
    let said: Vec<String> = said.collect();
    let mut seen = Vec::new();
    sources.retain(|source| {
        !seen.contains(source) && {
            seen.push(source);
            true
        }
    });
    let more = sources.len().saturating_sub(3);
    sources.truncate(3);
    let more = if more > 0 { format!("; {}", words::count(more as u32, "more source")) } else { String::new() };
    let by = if sources.is_empty() { String::new() } else { format!(" ({}{more})", sources.join("; ")) };
    Some(format!("onus says: {}{by}", words::list(said.iter().map(String::as_str))))
}

/// Layers in several rows, and layers in none; and what the picture itself has to be told of.
fn remarks(matrix: &Matrix, view: &View) -> Vec<String> {
    let rows = || view.rows.iter().filter(|row| !is_of_all(row));
    let mut remarks = Vec::new();
    let mut twice = Vec::new();
    let mut missing = Vec::new();
    for layer in LayerId::all() {
        let tally = matrix.layer_tally(layer);
        match rows().filter(|row| row.layers.contains(&layer)).count() {
            0 if tally.total() > 0 => missing.push(format!("{layer} {}/{}", tally.done(), tally.total())),
            0 => missing.push(layer.id().to_owned()),
            1 => {}
            _ if tally.total() > 0 => twice.push(layer.id()),
            _ => {}
        }
    }
    if !twice.is_empty() {
        remarks
            .push(format!("Counted in more than one row, for onus does not tell these apart: {}", words::list(twice)));
    }
    if !missing.is_empty() {
        remarks.push(format!("In no row of this picture: {}", words::list(missing.iter().map(String::as_str))));
    }
    if matrix.models().any(|model| view.rows.iter().all(|row| row.owner(model).is_none())) {
        remarks.push("Without a sign: this picture has no such column; the counts are ours".to_owned());
    }
    let mut notes: Vec<&str> = view.rows.iter().map(|row| row.note).filter(|note| !note.is_empty()).collect();
    notes.dedup();
    remarks.extend(notes.into_iter().map(str::to_owned));
    remarks
}
