//! `--format csv`: one line a cell, so that a spreadsheet can add and pivot. docs/matrix.md lists the columns.

use std::io::{self, Write};

use super::{Slot, Table};
use crate::report::sheet;
use crate::responsibility::Owner;

const COLUMNS: [&str; 17] = [
    "row",
    "layers",
    "column",
    "owner",
    "owner_here",
    "resources",
    "secure",
    "secure_by_default",
    "insecure",
    "unset",
    "unknown",
    "accepted",
    "inherited",
    "total",
    "percent",
    "uncovered",
    "note",
];

/// Writes a table.
pub fn write(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    writer.write_record(COLUMNS)?;
    for row in &table.rows {
        let layers: Vec<&str> = row.layers.iter().map(|layer| layer.id()).collect();
        for (heading, slot) in table.columns.iter().zip(&row.cells) {
            let Slot { owner, ours, tally, uncovered, note } = slot;
            let note = note.and_then(|note| table.notes.get(note));
            writer.write_record([
                sheet::text(&row.name).into_owned(),
                layers.join(" "),
                sheet::text(&heading.id).into_owned(),
                word(*owner).to_owned(),
                word(*ours).to_owned(),
                heading.resources.to_string(),
                tally.secure.to_string(),
                tally.secure_by_default.to_string(),
                tally.insecure.to_string(),
                tally.unset.to_string(),
                tally.unknown.to_string(),
                tally.accepted.to_string(),
                tally.inherited.to_string(),
                tally.total().to_string(),
                tally.percent().map(|percent| percent.to_string()).unwrap_or_default(),
                uncovered.to_string(),
                note.map(|note| sheet::text(note).into_owned()).unwrap_or_default(),
            ])?;
        }
    }
    writer.flush()
}

fn word(owner: Option<Owner>) -> &'static str {
    match owner {
        Some(Owner::Customer) => "customer",
        Some(Owner::Shared) => "shared",
        Some(Owner::Provider) => "provider",
        None => "",
    }
}
