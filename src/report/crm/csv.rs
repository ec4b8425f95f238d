//! `--format csv`: one line a row, each with all that is known of it. docs/crm.md lists the columns.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Value;

use super::head::Revision;
use super::row::{RowKind, ValueFrom};
use super::vocabulary::whole;
use super::{Crm, Row};
use crate::report::json_configured::AttestationRecord;
use crate::report::sheet;

/// The columns, in their order.
pub const COLUMNS: [&str; 35] = [
    "id",
    "framework",
    "control",
    "control_owner",
    "state",
    "reached_by",
    "kind",
    "layer",
    "model",
    "owner",
    "owner_word",
    "team",
    "duty",
    "provider_part",
    "status",
    "severity",
    "rule",
    "key",
    "address",
    "root",
    "attribute",
    "value",
    "value_from",
    "file",
    "line",
    "attested_by",
    "evidence",
    "reviewed",
    "until",
    "note",
    "commit",
    "dirty",
    "time",
    "basis",
    "made_by",
];

/// Writes all rows.
pub fn write(out: &mut dyn Write, crm: &Crm<'_>) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    writer.write_record(COLUMNS)?;
    let made_by = format!("onus {}: {}", env!("CARGO_PKG_VERSION"), crm.head.command);
    let (commit, dirty) = match &crm.head.revision {
        Some(Revision { commit, dirty, .. }) => (commit.as_str(), if *dirty { "true" } else { "false" }),
        None => ("", ""),
    };
    let (time, basis) = (crm.head.time_text(), crm.head.basis_text());
    for (control, row) in crm.rows() {
        // A cell is no evidence: of the control it says nothing.
        let state = control.standing.state().filter(|_| row.kind != RowKind::Cell);
        let basis_here: Vec<&str> = row.basis.iter().map(|basis| basis.word()).collect();
        let attestation = |get: fn(&AttestationRecord) -> &str| row.attestation.as_ref().map_or("", get).to_owned();
        let cells: [String; COLUMNS.len()] = [
            row.id.clone(),
            crm.framework.id.to_owned(),
            crm.written(&control.control),
            whole(crm.framework, &control.parts),
            state.map_or("", |state| state.word()).to_owned(),
            token(&row.reached_by),
            token(&row.kind),
            row.layer.to_owned(),
            row.models.join(" "),
            token(&row.owner),
            row.owner_word.clone(),
            row.team.clone().unwrap_or_default(),
            row.duty.clone(),
            row.provider_part.clone(),
            token(&row.status),
            row.severity.as_ref().map(token).unwrap_or_default(),
            row.rule.clone(),
            row.key.clone().unwrap_or_default(),
            row.address.clone(),
            row.root.clone(),
            row.attribute.clone(),
            value(&row),
            row.value_from.as_ref().map(token).unwrap_or_default(),
            row.location.as_ref().map(|at| at.file.to_string()).unwrap_or_default(),
            row.location.as_ref().map(|at| at.line.to_string()).unwrap_or_default(),
            attestation(|says| &says.owner),
            attestation(|says| &says.evidence),
            attestation(|says| &says.reviewed),
            attestation(|says| &says.until),
            row.note.clone(),
            commit.to_owned(),
            dirty.to_owned(),
            time.clone(),
            if basis_here.is_empty() { basis.clone() } else { basis_here.join(", ") },
            made_by.clone(),
        ];
        writer.write_record(cells.iter().map(|text| sheet::text(text).into_owned()))?;
    }
    writer.flush()
}

/// A value as people write it: a text as it is, anything else as JSON.
pub(super) fn value(row: &Row) -> String {
    match &row.value {
        None if row.value_from == Some(ValueFrom::Apply) => "(known after apply)".to_owned(),
        None => String::new(),
        // A default of nothing at all: it happens unless asked for.
        Some(Value::Null) if row.value_from == Some(ValueFrom::Default) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}

/// The word of a closed list, as JSON has it.
pub(super) fn token(word: &impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(Value::String(word)) => word,
        _ => String::new(),
    }
}
