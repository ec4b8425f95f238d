//! `--format json`: one document, described by docs/schema/onus-crm-1.json. Within version 1, fields are only added.

use std::io;

use serde::Serialize;

use super::row::Row;
use super::standing::{DutyCounts, State};
use super::vocabulary::whole;
use super::{ControlRows, Crm, Head, Reach};
use crate::report::json::{ProblemRecord, Tool, problems, write_value};
use crate::report::json_configured::{ConfigurationRecord, configurations};
use crate::responsibility::{Owner, Tally};

/// The result of `onus crm --format json`.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(title = "Result of onus crm")]
pub struct CrmDocument<'c> {
    /// The version of this format; fields are only added within one.
    pub version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// What it is made from.
    pub head: &'c Head,
    /// What it is made for.
    pub framework: FrameworkRecord,
    /// The controls that anything of the estate serves, in their order.
    #[schemars(with = "Vec<ControlRecord>")]
    pub controls: Controls<'c>,
    /// What settings name as controls of the framework and is none.
    pub not_understood: Vec<String>,
    /// What `.onus.hcl` files say.
    pub configuration: Vec<ConfigurationRecord>,
    /// What changes no exit code: missing modules, refused reads.
    pub warnings: Vec<ProblemRecord>,
    /// What makes the input unreadable.
    pub errors: Vec<ProblemRecord>,
}

/// Something to be audited by.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct FrameworkRecord {
    /// `nist-800-53-r5`
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its edition.
    pub edition: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Where it is published.
    pub url: &'static str,
}

/// Controls, each of which becomes a [`ControlRecord`] when it is written.
pub struct Controls<'c>(&'c Crm<'c>);

impl Serialize for Controls<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.controls.iter().map(|control| record(self.0, control)))
    }
}

/// A control.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ControlRecord {
    /// Its id, as the framework's papers write it.
    pub control: String,
    /// Its id, as OSCAL writes it.
    pub oscal_id: String,
    /// Who answers for it.
    pub owner: Owner,
    /// The same in the words of the framework.
    pub owner_word: String,
    /// How far you have implemented it; `null`: nothing is shown.
    pub state: Option<State>,
    /// Why it is not implemented.
    pub why: Vec<String>,
    /// How its rows came to it.
    pub reached_by: Vec<Reach>,
    /// Its settings by what is the case.
    pub settings: Tally,
    /// Its duties outside the code.
    pub duties: DutyCounts,
    /// Resources of yours without a setting, in layers that serve it.
    pub uncovered: u32,
    /// Its rows: by layer, cells first, then settings, then what is owed outside the code.
    pub rows: Vec<Row>,
}

fn record(crm: &Crm<'_>, control: &ControlRows) -> ControlRecord {
    let standing = &control.standing;
    ControlRecord {
        control: crm.written(&control.control),
        oscal_id: control.control.oscal(),
        owner: control.owner(),
        owner_word: whole(crm.framework, &control.parts),
        state: standing.state(),
        why: standing.why(),
        reached_by: control.reached_by().into_iter().collect(),
        settings: standing.tally,
        duties: standing.duties,
        uncovered: standing.uncovered,
        rows: crm.rows_of(control).collect(),
    }
}

/// Writes the matrix as one JSON document.
pub fn write(out: &mut dyn io::Write, crm: &Crm<'_>) -> io::Result<()> {
    let outcome = crm.outcome;
    let hide = |text: &String| outcome.secrets.hide(text).into_owned();
    write_value(
        out,
        &CrmDocument {
            version: 1,
            tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
            head: &crm.head,
            framework: FrameworkRecord {
                id: crm.framework.id,
                name: crm.framework.name,
                edition: crm.framework.edition,
                publisher: crm.framework.publisher,
                url: crm.framework.url,
            },
            controls: Controls(crm),
            not_understood: crm.odd.iter().map(hide).collect(),
            configuration: configurations(outcome),
            warnings: problems(&outcome.warnings, &outcome.secrets),
            errors: problems(&outcome.errors, &outcome.secrets),
        },
    )
}
