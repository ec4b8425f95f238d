//! `--format json`: the matrix as a part of every document, and the document of `onus matrix`, which docs/schema
//! describes. Within version 1, fields are only added.

use std::io;

use serde::Serialize;

use super::explain::{Explained, settings};
use super::{Heading, Lens, Table, name, place};
use crate::report::json::{self, Document, ProblemRecord, Tool};
use crate::report::json_configured::{ConfigurationRecord, OutsideRecord, outside};
use crate::report::json_review::ReviewRecord;
use crate::report::{Entry, Exit, Outcome, Summary};
use crate::responsibility::{LayerId, Owner, Tally};
use crate::settings::finding::{Severity, Status};
use crate::source::Location;

/// Who answers for what, and how far your part is done.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct MatrixRecord {
    /// The service models that the estate uses.
    pub models: Vec<ModelRecord>,
    /// Layers from top to bottom.
    pub layers: Vec<LayerRecord>,
    /// The counts of everything.
    pub total: TotalRecord,
    /// The layer to mend first.
    pub weakest: Option<&'static str>,
    /// Its worst finding.
    pub weakest_finding: Option<WeakestRecord>,
    /// Types of resources that no setting speaks of.
    pub uncovered: Vec<UncoveredRecord>,
    /// Ids of what you owe outside the code.
    pub duties: Vec<&'static str>,
    /// The same, with what is said of them.
    pub outside: Vec<OutsideRecord>,
}

/// A column of the matrix.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ModelRecord {
    /// The service model.
    pub model: &'static str,
    /// Number of resources under it.
    pub resources: u32,
    /// Services under it.
    pub services: Vec<&'static str>,
    /// Providers under it.
    pub providers: Vec<String>,
    /// Services under it that are used and in no code.
    pub declared: Vec<String>,
}

/// A row of the matrix.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct LayerRecord {
    /// The layer.
    pub layer: &'static str,
    /// The counts over all models.
    #[serde(flatten)]
    pub tally: Tally,
    /// The part that is secure, in percent, rounded down; `null`: no setting was seen.
    pub percent: Option<u32>,
    /// Resources of which you have a part here and for which there is no setting.
    pub uncovered: u32,
    /// Its cells, one for each model.
    pub cells: Vec<CellRecord>,
}

/// A cell of the matrix.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct CellRecord {
    /// The service model.
    pub model: &'static str,
    /// Who answers for the layer there.
    pub owner: Owner,
    /// Whether its resources differ in that.
    pub split: bool,
    /// Whether a configuration says otherwise than the published model of anything in it.
    pub overridden: bool,
    /// The counts.
    #[serde(flatten)]
    pub tally: Tally,
    /// Resources of which you have a part here and for which there is no setting.
    pub uncovered: u32,
}

/// A type of resource that no setting speaks of.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct UncoveredRecord {
    /// The type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// Number of resources.
    pub resources: u32,
}

/// The counts of everything.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct TotalRecord {
    /// The counts.
    #[serde(flatten)]
    pub tally: Tally,
    /// The part that is secure, in percent, rounded down; `null`: no setting was seen.
    pub percent: Option<u32>,
}

/// The worst finding of the weakest layer.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct WeakestRecord {
    /// The stable name of the finding.
    pub key: String,
    /// The id of the setting.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// The finding, as a sentence about the world.
    pub message: String,
    /// The resource.
    pub address: String,
    /// Where the fix goes.
    pub location: Option<Location>,
}

/// The result of `onus matrix --format json`.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(title = "Result of onus matrix")]
pub struct MatrixDocument {
    /// The version of this format; fields are only added within one.
    pub version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// Counts.
    pub summary: Summary,
    /// What has changed since the base; only with `--base`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRecord>,
    /// What `.onus.hcl` files say.
    pub configuration: Vec<ConfigurationRecord>,
    /// Layers by service models.
    pub matrix: MatrixRecord,
    /// The same by something else; only where `--by` or `--view` asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<TableRecord>,
    /// The settings of one layer, those that are secure, too; only where `--explain` asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<Vec<SettingRecord>>,
    /// What changes no exit code: missing modules, refused reads.
    pub warnings: Vec<ProblemRecord>,
    /// What makes the input unreadable.
    pub errors: Vec<ProblemRecord>,
}

/// A setting of one resource.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SettingRecord {
    /// The service model of the resource.
    pub model: &'static str,
    /// What is the case.
    pub status: Status,
    /// How bad it is, or would be.
    pub severity: Severity,
    /// Whether it is in no share: it is never more than worth knowing.
    pub preference: bool,
    /// The id of the setting.
    pub rule: String,
    /// The problem where it is open, else the duty.
    pub message: String,
    /// The resource.
    pub address: String,
    /// The directory of the root module.
    pub root: String,
    /// Where it is mended if it is open, else where it stands.
    pub location: Option<Location>,
}

/// Rows by columns.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct TableRecord {
    /// What it is by: `resource`, `service`, `provider`, `module`, or the name of a vendor's view.
    pub by: String,
    /// Its columns.
    pub columns: Vec<ColumnRecord>,
    /// Its rows.
    pub rows: Vec<RowRecord>,
    /// What is to be said of rows and columns: layers that stand in several rows, or in none.
    pub remarks: Vec<String>,
}

/// A column.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ColumnRecord {
    /// `module.db`, `paas`
    pub id: String,
    /// For people.
    pub name: String,
    /// Number of resources in it.
    pub resources: u32,
}

/// A row.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RowRecord {
    /// A layer, or what a vendor calls it.
    pub name: String,
    /// Its layers.
    pub layers: Vec<&'static str>,
    /// The counts over all columns.
    #[serde(flatten)]
    pub tally: Tally,
    /// The part that is secure, in percent, rounded down; `null`: no setting was seen.
    pub percent: Option<u32>,
    /// Resources of which you have a part here and for which there is no setting.
    pub uncovered: u32,
    /// One for each column.
    pub cells: Vec<SlotRecord>,
}

/// A cell.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SlotRecord {
    /// The column.
    pub column: String,
    /// Who answers for it, in a vendor's view by the vendor's word; `null`: nobody says.
    pub owner: Option<Owner>,
    /// Who answers for it by the resources that are there.
    pub owner_here: Option<Owner>,
    /// The counts.
    #[serde(flatten)]
    pub tally: Tally,
    /// Resources of which you have a part here and for which there is no setting.
    pub uncovered: u32,
    /// Why the owner is what it is, or differs.
    pub note: Option<String>,
}

/// The matrix of an outcome.
pub(in crate::report) fn record(outcome: &Outcome) -> MatrixRecord {
    let matrix = &outcome.matrix;
    let cells = |layer: LayerId| {
        matrix.models().filter_map(move |model| {
            let cell = matrix.cell(layer, model)?;
            let (tally, uncovered) = (cell.tally, cell.uncovered);
            let (owner, split, overridden) = (cell.owner(), cell.is_split(), cell.adjusted);
            Some(CellRecord { model: model.id(), owner, split, overridden, tally, uncovered })
        })
    };
    let models = matrix.models().map(|model| ModelRecord {
        model: model.id(),
        resources: matrix.resources(model),
        services: matrix.services(model),
        providers: matrix.providers(model).into_iter().map(str::to_owned).collect(),
        declared: matrix.declared(model).map(|name| outcome.secrets.hide(name).into_owned()).collect(),
    });
    let layers = LayerId::all().map(|layer| LayerRecord {
        layer: layer.id(),
        tally: matrix.layer_tally(layer),
        percent: matrix.layer_tally(layer).percent(),
        uncovered: matrix.layer_uncovered(layer),
        cells: cells(layer).collect(),
    });
    let uncovered = matrix.uncovered_types();
    MatrixRecord {
        models: models.collect(),
        layers: layers.collect(),
        total: TotalRecord { tally: matrix.tally(), percent: matrix.tally().percent() },
        weakest_finding: outcome.weakest().map(|(_, worst)| weakest(outcome, &worst)),
        weakest: outcome.weakest().map(|(layer, _)| layer.id()),
        uncovered: uncovered
            .map(|(name, resources)| UncoveredRecord { type_name: name.to_owned(), resources })
            .collect(),
        duties: matrix.duties().map(|duty| duty.id).collect(),
        outside: outside(outcome),
    }
}

fn weakest(outcome: &Outcome, worst: &Entry) -> WeakestRecord {
    let finding = outcome.finding(worst);
    WeakestRecord {
        key: outcome.key(worst, &finding).to_string(),
        rule: outcome.rule(worst).id.clone(),
        severity: finding.severity,
        message: outcome.secrets.hide_sentence(&finding.message).into_owned(),
        address: name(&finding.address),
        location: place::location(&finding).cloned(),
    }
}

/// Writes the counts of an outcome's matrix, and its summary; beside it, what is looked at by something else.
///
/// `explain` is the layer whose settings are listed.
pub fn write(out: &mut dyn io::Write, outcome: &Outcome, lens: Lens, explain: Option<LayerId>) -> io::Result<()> {
    let by = match lens {
        Lens::Models => None,
        Lens::Breakdown => outcome.breakdown.as_ref().map(|breakdown| breakdown.by.id().to_owned()),
        Lens::View(view) => Some(view.id.to_owned()),
    };
    let Document { version, tool, review, configuration, matrix, summary, warnings, errors, .. } =
        Document::new(outcome, Exit::Clean);
    let table = by.map(|by| table(by, Table::new(outcome, lens)));
    let settings = explain.map(|layer| settings(outcome, layer).into_iter().map(setting).collect());
    let summary = summary.counts;
    let document =
        MatrixDocument { version, tool, summary, review, configuration, matrix, table, settings, warnings, errors };
    json::write_value(out, &document)
}

fn setting(one: Explained) -> SettingRecord {
    SettingRecord {
        model: one.model.id(),
        status: one.status,
        severity: one.severity,
        preference: one.is_preference,
        rule: one.rule,
        message: one.message,
        address: one.address,
        root: name(&one.root),
        location: one.location.map(std::sync::Arc::unwrap_or_clone),
    }
}

fn table(by: String, table: Table) -> TableRecord {
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter().zip(&table.columns).map(|(cell, column)| SlotRecord {
            column: column.id.clone(),
            owner: cell.owner,
            owner_here: cell.ours,
            tally: cell.tally,
            uncovered: cell.uncovered,
            note: cell.note.and_then(|note| table.notes.get(note).cloned()),
        });
        RowRecord {
            cells: cells.collect(),
            name: row.name,
            layers: row.layers.into_iter().map(LayerId::id).collect(),
            percent: row.tally.percent(),
            tally: row.tally,
            uncovered: row.uncovered,
        }
    });
    let rows = rows.collect();
    let columns = table.columns.into_iter();
    let columns = columns.map(|Heading { id, name, resources }| ColumnRecord { id, name, resources }).collect();
    TableRecord { by, columns, rows, remarks: table.remarks }
}
