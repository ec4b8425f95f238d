//! The customer responsibility matrix that auditors ask for: each control with who answers for it, how far it is done, and
//! the evidence: address, value, file and line.
//!
//! In: an outcome with all settings listed. Out: CSV, Markdown, JSON, OSCAL; each format is a file, all write the same
//! [`Row`]s. What a control's state may say is in `standing`, whose words stand for an owner in `vocabulary`.

mod control;
mod csv;
mod head;
mod json;
mod markdown;
mod oscal;
mod row;
mod rows;
mod standing;
mod vocabulary;

use std::collections::BTreeSet;

pub use control::Control;
pub use csv::{COLUMNS, write as write_csv};
pub use head::{Basis, Head, Origin, Revision, TimeSource};
pub use json::{ControlRecord, CrmDocument, write as write_json};
pub use markdown::write as write_markdown;
pub use oscal::{write_component, write_ssp};
pub use row::{Row, RowKind, RowStatus};
pub use rows::{ControlRows, Reach};
pub use standing::{DutyCounts, Standing, State};

use rows::{Names, Record};

use super::Outcome;
use crate::responsibility::Framework;

/// The matrix of a run for one framework.
#[derive(Debug)]
pub struct Crm<'o> {
    /// The run.
    pub outcome: &'o Outcome,
    /// What it is audited by.
    pub framework: &'static Framework,
    /// What the document is made from.
    pub head: Head,
    /// The controls that anything of the run serves, in their order.
    pub controls: Vec<ControlRows>,
    /// What settings name as controls of the framework and is none.
    pub odd: BTreeSet<String>,
    records: Vec<Record>,
}

impl<'o> Crm<'o> {
    /// The matrix of an outcome that lists all settings, those that are secure, too.
    pub fn new(outcome: &'o Outcome, framework: &'static Framework, origin: &Origin) -> Self {
        let records = rows::records(outcome);
        let (controls, odd) = rows::controls(outcome, framework, &records);
        Self { outcome, framework, head: Head::new(outcome, origin), controls, odd, records }
    }

    /// The rows of all controls, in their order: one is in memory at a time.
    pub fn rows(&self) -> impl Iterator<Item = (&ControlRows, Row)> {
        self.controls.iter().flat_map(|control| self.rows_of(control).map(move |row| (control, row)))
    }

    /// The rows of a control: by layer, cells first, then settings, then what is owed outside the code.
    pub fn rows_of<'c>(&'c self, control: &'c ControlRows) -> impl Iterator<Item = Row> + 'c {
        // Names hold the control: two rows of one name belong to one control.
        let mut names = Names::default();
        control.rows.iter().map(move |(record, reach)| {
            let kind = self.records[*record as usize].kind();
            let id = names.of_row(self.outcome, &control.control, self.framework, &kind);
            row::row(self, id, &kind, *reach)
        })
    }

    /// Some rows of a control, by their places in ascending order.
    fn rows_at<'c>(&'c self, control: &'c ControlRows, places: &[usize]) -> Vec<(usize, Row)> {
        let mut names = Names::default();
        let mut wanted = places.iter().copied().peekable();
        let mut found = Vec::with_capacity(places.len());
        for (place, (record, reach)) in control.rows.iter().enumerate() {
            let kind = self.records[*record as usize].kind();
            // A name counts those that were given before: also those of rows that nobody wants.
            let id = names.of_row(self.outcome, &control.control, self.framework, &kind);
            if wanted.next_if_eq(&place).is_some() {
                found.push((place, row::row(self, id, &kind, *reach)));
            }
        }
        found
    }

    /// The id of a control as the framework's papers write it.
    pub fn written(&self, control: &Control) -> String {
        if self.is_fedramp() { control.padded() } else { control.id().to_owned() }
    }

    fn is_fedramp(&self) -> bool {
        self.framework.id == "fedramp"
    }
}
