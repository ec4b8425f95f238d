//! The rows of the matrix: settings, duties outside the code and cells, each counted to the controls that it serves. They
//! are what `onus matrix` counts, looked at once more; nothing is judged here.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use serde::Serialize;
use uuid::Uuid;

use super::control::Control;
use super::standing::{Attested, Standing};
use super::vocabulary::{self, Part};
use crate::report::Outcome;
use crate::report::configured::Answer;
use crate::report::matrix::{Explained, settings};
use crate::responsibility::{Duty, Framework, LayerId, ModelId, Owner, Status, duties};

/// How a row came to a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// The setting itself names the control.
    Setting,
    /// The duty itself names the control.
    Duty,
    /// Only the layer has to do with the control: whether this very row serves it is not known.
    Layer,
}

impl Reach {
    /// `layer`
    pub fn word(self) -> &'static str {
        match self {
            Self::Setting => "setting",
            Self::Duty => "duty",
            Self::Layer => "layer",
        }
    }
}

/// What a row is.
#[derive(Debug)]
pub enum Kind<'o> {
    /// A setting of one resource.
    Setting(&'o Explained),
    /// Something owed outside the code, and whether it is done.
    Duty(&'static Duty, Attested),
    /// A layer under a service model: who does what.
    Cell(CellOf),
}

/// A layer under a service model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellOf {
    /// The layer.
    pub layer: LayerId,
    /// The service model.
    pub model: ModelId,
    /// Resources of the customer's without a setting.
    pub uncovered: u32,
}

/// A record of the run, whatever controls it serves.
#[derive(Debug)]
pub(super) enum Record {
    Setting(Explained),
    Duty(&'static Duty, Attested),
    Cell(CellOf),
}

impl Record {
    pub(super) fn kind(&self) -> Kind<'_> {
        match self {
            Self::Setting(setting) => Kind::Setting(setting),
            Self::Duty(duty, answer) => Kind::Duty(duty, *answer),
            Self::Cell(cell) => Kind::Cell(*cell),
        }
    }
}

/// A control with all that is counted to it.
#[derive(Debug)]
pub struct ControlRows {
    /// The control.
    pub control: Control,
    /// What its rows add up to.
    pub standing: Standing,
    /// What parts there are, each once.
    pub parts: Vec<Part>,
    /// Its rows, by their place among the records, in their order.
    pub(super) rows: Vec<(u32, Reach)>,
}

impl ControlRows {
    /// Who answers for it.
    pub fn owner(&self) -> Owner {
        vocabulary::owner(&self.parts)
    }

    /// The ways in which its rows came to it.
    pub fn reached_by(&self) -> BTreeSet<Reach> {
        self.rows.iter().map(|(_, reach)| *reach).collect()
    }
}

/// All records of a run: by layer, cells first, then settings, then what is owed outside the code.
pub(super) fn records(outcome: &Outcome) -> Vec<Record> {
    let mut records = Vec::new();
    for layer in LayerId::all() {
        let cells = outcome.matrix.models().filter_map(|model| {
            let uncovered = outcome.matrix.cell(layer, model)?.uncovered;
            Some(Record::Cell(CellOf { layer, model, uncovered }))
        });
        records.extend(cells);
        // Preferences are in no share, and prove nothing.
        records.extend(settings(outcome, layer).into_iter().filter(|one| !one.is_preference).map(Record::Setting));
        let owed = outcome.matrix.duties().filter(|duty| duty.layer == layer);
        records.extend(owed.map(|duty| {
            let answer = match outcome.configured.answer(duty) {
                Answer::Open => Attested::No,
                Answer::Attested(_) => Attested::Yes,
                Answer::RanOut(_) => Attested::RanOut,
            };
            Record::Duty(duty, answer)
        }));
    }
    records
}

/// The controls that records serve, in their order; beside them, ids that settings name and that are no controls.
pub(super) fn controls(
    outcome: &Outcome,
    framework: &Framework,
    records: &[Record],
) -> (Vec<ControlRows>, BTreeSet<String>) {
    let mut of_settings = OfSettings { outcome, framework, known: FxHashMap::default(), odd: BTreeSet::new() };
    let mut found: BTreeMap<Control, ControlRows> = BTreeMap::new();
    let parse =
        |ids: &[&str]| -> Vec<Control> { ids.iter().filter_map(|id| Control::parse(framework.set, id)).collect() };
    let of_layers: Vec<Vec<Control>> = LayerId::all().map(|layer| parse(framework.set.of_layer(layer))).collect();
    let of_duties: FxHashMap<&str, Vec<Control>> =
        duties().iter().map(|duty| (duty.id, parse(framework.set.of_duty(duty)))).collect();
    for (index, record) in records.iter().enumerate() {
        let kind = record.kind();
        let (own, reach, layer): (&[Control], _, _) = match &kind {
            Kind::Setting(setting) => (of_settings.get(setting), Reach::Setting, setting.layer),
            Kind::Duty(duty, _) => (&of_duties[duty.id], Reach::Duty, duty.layer),
            Kind::Cell(cell) => (&[], Reach::Layer, cell.layer),
        };
        // A duty that names controls serves these. A setting serves what its layer does, whatever it names beside.
        let is_of_layer = own.is_empty() || reach == Reach::Setting;
        let of_layer = of_layers[layer.index()].iter().filter(|control| is_of_layer && !own.contains(control));
        let reached = own.iter().map(|control| (control, reach)).chain(of_layer.map(|control| (control, Reach::Layer)));
        let part = part(outcome, &kind);
        for (control, reach) in reached {
            let rows = match found.get_mut(control) {
                Some(rows) => rows,
                None => found.entry(control.clone()).or_insert_with(|| ControlRows {
                    control: control.clone(),
                    standing: Standing::default(),
                    parts: Vec::new(),
                    rows: Vec::new(),
                }),
            };
            rows.rows.push((index as u32, reach));
            rows.standing.count(&kind, reach);
            if !rows.parts.contains(&part) {
                rows.parts.push(part);
            }
        }
    }
    let mut controls: Vec<ControlRows> = found.into_values().collect();
    let layers = Layers::of(records);
    controls.iter_mut().for_each(|control| layers.look_around(control, records));
    (controls, of_settings.odd)
}

/// What is missing in whole layers.
struct Layers {
    /// Duties that are not done.
    undone: Vec<(LayerId, &'static str)>,
    /// Resources without a setting.
    uncovered: BTreeMap<LayerId, u32>,
}

impl Layers {
    fn of(records: &[Record]) -> Self {
        let (mut undone, mut uncovered) = (Vec::new(), BTreeMap::new());
        for record in records {
            match record {
                Record::Duty(duty, answer) if *answer != Attested::Yes => undone.push((duty.layer, duty.id)),
                Record::Cell(cell) => *uncovered.entry(cell.layer).or_default() += cell.uncovered,
                _ => {}
            }
        }
        Self { undone, uncovered }
    }

    /// Tells a control of what is missing in the layers of its settings beside its own rows.
    fn look_around(&self, control: &mut ControlRows, records: &[Record]) {
        let (mut of_settings, mut of_cells) = (BTreeSet::new(), BTreeSet::new());
        for (record, _) in &control.rows {
            match &records[*record as usize] {
                Record::Setting(setting) if setting.status != Status::Inherited => {
                    of_settings.insert(setting.layer);
                }
                Record::Cell(cell) => drop(of_cells.insert(cell.layer)),
                _ => {}
            }
        }
        let standing = &mut control.standing;
        let undone = self.undone.iter().filter(|(layer, _)| of_settings.contains(layer)).map(|(_, id)| *id);
        standing.around = undone.filter(|id| !standing.undone.contains(id)).collect();
        let other = of_settings.difference(&of_cells);
        standing.uncovered += other.filter_map(|layer| self.uncovered.get(layer)).sum::<u32>();
    }
}

/// The controls that settings name themselves, read once for each setting.
struct OfSettings<'o> {
    outcome: &'o Outcome,
    framework: &'o Framework,
    known: FxHashMap<u32, Vec<Control>>,
    odd: BTreeSet<String>,
}

impl OfSettings<'_> {
    fn get(&mut self, setting: &Explained) -> &[Control] {
        let Self { outcome, framework, known, odd } = self;
        known.entry(setting.entry.element).or_insert_with(|| {
            let named = outcome.rule(&setting.entry).frameworks.iter();
            let of_framework = named.filter(|named| named.framework == framework.set.name());
            let mut controls = Vec::new();
            for id in of_framework.flat_map(|named| &named.controls) {
                match Control::parse(framework.set, id) {
                    Some(control) => controls.push(control),
                    None => drop(odd.insert(id.clone())),
                }
            }
            controls.sort();
            controls.dedup();
            controls
        })
    }
}

/// What part of a control a row is.
pub(super) fn part(outcome: &Outcome, kind: &Kind<'_>) -> Part {
    match kind {
        Kind::Setting(setting) if setting.status == Status::Inherited => Part::Provider,
        Kind::Setting(setting) => match setting.owner {
            Owner::Customer => Part::Setting,
            Owner::Shared => Part::SharedSetting,
            Owner::Provider => Part::Provider,
        },
        Kind::Duty(..) => Part::Duty,
        Kind::Cell(of) => {
            let here = outcome.matrix.cell(of.layer, of.model);
            let has_settings = here.is_some_and(|here| here.tally.total() > 0 || here.uncovered > 0);
            match (here.map(|here| here.owner()), has_settings) {
                (Some(Owner::Provider), _) => Part::Provider,
                (Some(Owner::Shared), true) => Part::SharedSetting,
                (Some(Owner::Shared), false) => Part::Shared,
                (_, true) => Part::Setting,
                (_, false) => Part::Duty,
            }
        }
    }
}

/// Names of rows and of what is written of them, the same from run to run: of the same things, the same name.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: FxHashMap<Uuid, u32>,
}

/// The namespace of all our names. It never changes.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f6e_7573_b2c4_4d1e_9a37_5d0e_c1a7_84f3);

/// The name of what these parts tell apart.
pub(super) fn name_of(parts: &[&str]) -> Uuid {
    Uuid::new_v5(&NAMESPACE, parts.join("\0").as_bytes())
}

impl Names {
    /// The same, and another one if it is given already: two plans of one directory may hold one address.
    pub(super) fn give(&mut self, parts: &[&str]) -> Uuid {
        let name = name_of(parts);
        let given = self.given.entry(name).or_default();
        *given += 1;
        match *given {
            1 => name,
            number => name_of(&[&name.to_string(), &number.to_string()]),
        }
    }

    /// The name of a row.
    pub(super) fn of_row(
        &mut self,
        outcome: &Outcome,
        control: &Control,
        framework: &Framework,
        kind: &Kind<'_>,
    ) -> Uuid {
        let (framework, control) = (framework.id, control.id());
        match kind {
            Kind::Setting(setting) => {
                let (root, address) = (&outcome.root(&setting.entry).key, outcome.address(&setting.entry));
                let label = &outcome.rule(&setting.entry).label;
                self.give(&["setting", framework, control, root, address, label])
            }
            Kind::Duty(duty, _) => self.give(&["duty", framework, control, duty.id]),
            Kind::Cell(cell) => self.give(&["cell", framework, control, cell.layer.id(), cell.model.id()]),
        }
    }
}
