//! The component definition: services as this configuration sets them up, what the provider does under each service model,
//! and what is owed outside the code; each with the controls that it serves.
//!
//! OSCAL has no state of implementation here: it stands in a property of our own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde::Serialize;

use super::super::row::RowStatus;
use super::super::rows::{Kind, Reach};
use super::super::{ControlRows, Crm, Row, RowKind, Standing, State};
use super::shared::{BackMatter, Metadata, Prop, ResponsibleRole};
use super::{Document, EVIDENCE, back_matter, metadata, plain, prop, role, roles, source, write_named};
use crate::report::crm::csv::{token, value};
use crate::report::crm::rows::name_of;
use crate::report::matrix::subject;
use crate::report::words;
use crate::responsibility::{Duty, ModelId, Owner, classify_type, duties, provider_name};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Whole {
    component_definition: Definition,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Definition {
    uuid: String,
    metadata: Metadata,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    components: Vec<Component>,
    back_matter: BackMatter,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Component {
    uuid: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    description: String,
    props: Vec<Prop>,
    responsible_roles: Vec<ResponsibleRole>,
    control_implementations: [Implementation; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Implementation {
    uuid: String,
    source: String,
    description: String,
    implemented_requirements: Vec<Requirement>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Requirement {
    uuid: String,
    control_id: String,
    description: String,
    props: Vec<Prop>,
    responsible_roles: Vec<ResponsibleRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<String>,
}

impl Document for Whole {
    fn name(&mut self, uuid: String) {
        self.component_definition.uuid = uuid;
    }
}

/// What a row is counted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// A service, by provider and name.
    Service(&'static str, &'static str),
    /// What belongs to no service: variables, outputs, module calls, helpers.
    Configuration,
    /// What the provider does under a service model.
    Model(ModelId),
    /// A duty, by its place among all.
    Duty(usize),
}

/// Writes the component definition.
pub fn write(out: &mut dyn io::Write, crm: &Crm<'_>) -> io::Result<()> {
    let whose: Vec<Option<Whose>> = crm.records.iter().map(|record| whose(crm, &record.kind())).collect();
    let mut of_components: BTreeMap<Whose, Vec<Requirement>> = BTreeMap::new();
    for control in &crm.controls {
        let parts = parts(crm, control, &whose);
        let mut places: Vec<usize> = parts.values().flat_map(|part| part.wanted.iter().copied()).collect();
        places.sort_unstable();
        let mut rows: BTreeMap<usize, Row> = crm.rows_at(control, &places).into_iter().collect();
        for (whose, part) in parts {
            let written: Vec<Row> = part.wanted.iter().filter_map(|place| rows.remove(place)).collect();
            of_components.entry(whose).or_default().push(requirement(crm, control, whose, &part, &written));
        }
    }
    let title = format!("Customer responsibility: {}", subject(crm.outcome));
    let components = of_components.into_iter().map(|(whose, requirements)| component(crm, whose, requirements));
    write_named(
        out,
        Whole {
            component_definition: Definition {
                uuid: String::new(),
                metadata: metadata(crm, &title),
                components: components.collect(),
                back_matter: back_matter(crm),
            },
        },
    )
}

/// The component that a record is counted to. A cell counts where the provider has a part in it.
fn whose(crm: &Crm<'_>, kind: &Kind<'_>) -> Option<Whose> {
    Some(match kind {
        Kind::Setting(setting) => match classify_type(&crm.outcome.finding(&setting.entry).type_name) {
            Some(service) if !service.name.is_empty() && service.model.has_column() => {
                Whose::Service(service.provider, service.name)
            }
            _ => Whose::Configuration,
        },
        Kind::Duty(duty, _) => Whose::Duty(place_of(duty)),
        Kind::Cell(cell) => {
            let here = crm.outcome.matrix.cell(cell.layer, cell.model)?;
            return (here.owner() != Owner::Customer).then_some(Whose::Model(cell.model));
        }
    })
}

/// The part of a control that a component serves.
#[derive(Default)]
struct Part {
    standing: Standing,
    ways: BTreeSet<Reach>,
    /// Places of its rows among the control's.
    all: Vec<usize>,
    /// Those that are written, in ascending order: those that weigh most.
    wanted: Vec<usize>,
}

fn parts(crm: &Crm<'_>, control: &ControlRows, whose: &[Option<Whose>]) -> BTreeMap<Whose, Part> {
    let kind = |place: usize| crm.records[control.rows[place].0 as usize].kind();
    let mut parts: BTreeMap<Whose, Part> = BTreeMap::new();
    for (place, (record, reach)) in control.rows.iter().enumerate() {
        let Some(whose) = whose[*record as usize] else { continue };
        let part = parts.entry(whose).or_default();
        part.standing.count(&kind(place), *reach);
        part.ways.insert(*reach);
        part.all.push(place);
    }
    for part in parts.values_mut() {
        let weight = |place: usize| match kind(place) {
            Kind::Setting(setting) => Some(setting.status),
            _ => None,
        };
        part.wanted.clone_from(&part.all);
        part.wanted.sort_by_key(|place| (Reverse(weight(*place)), *place));
        part.wanted.truncate(EVIDENCE);
        part.wanted.sort_unstable();
    }
    parts
}

fn place_of(duty: &Duty) -> usize {
    duties().iter().position(|other| other.id == duty.id).unwrap_or_default()
}

fn requirement(crm: &Crm<'_>, control: &ControlRows, whose: Whose, part: &Part, written: &[Row]) -> Requirement {
    let owner = match whose {
        Whose::Model(_) => Owner::Provider,
        _ => Owner::Customer,
    };
    // Of a part of a control nothing is said that cannot be said of all of it.
    let state = match (part.standing.state(), control.standing.state()) {
        (Some(State::Implemented), Some(State::Implemented)) => Some(State::Implemented),
        (Some(State::Implemented), _) => Some(State::Partial),
        (state, _) => state,
    };
    let state = state.filter(|_| owner == Owner::Customer);
    let mut props: Vec<Prop> = Vec::new();
    props.extend(state.map(|state| prop("implementation-status", state.word())));
    props.extend(part.ways.iter().map(|reach| prop("reached-by", reach.word())));
    props.extend(written.iter().filter(|row| row.kind != RowKind::Cell).map(evidence));
    let left_out = part.all.len() - written.len();
    if left_out > 0 {
        let what = format!("{} more rows, see the CSV or JSON", words::grouped(left_out as u32));
        props.push(prop("evidence-left-out", what));
    }
    let why = part.standing.why();
    Requirement {
        uuid: name_of(&["component-requirement", crm.framework.id, control.control.id(), &id(whose)]).to_string(),
        control_id: control.control.oscal(),
        description: described(whose, &part.standing, written),
        props,
        responsible_roles: roles(owner),
        remarks: (owner == Owner::Customer && !why.is_empty()).then(|| plain(&why.join("; "))),
    }
}

/// A row as a property: its name, where it stands, what is the case and what the value is.
fn evidence(row: &Row) -> Prop {
    let at = row.location.as_ref().map(|at| format!(" {}:{}", at.file, at.line)).unwrap_or_default();
    let what = if row.address.is_empty() { row.rule.clone() } else { row.address.clone() };
    let resolved = match value(row) {
        resolved if resolved.is_empty() || row.attribute.is_empty() => String::new(),
        resolved => format!(" {} = {resolved};", row.attribute),
    };
    let proof = row.attestation.as_ref().map(|says| format!(" {};", says.evidence)).unwrap_or_default();
    let note = if row.note.is_empty() { String::new() } else { format!("; {}", row.note) };
    Prop {
        uuid: Some(row.id.clone()),
        class: Some(token(&row.status)),
        remarks: Some(plain(&format!("{}:{resolved}{proof} {}{note}", row.rule, row.duty))),
        ..prop("evidence", format!("{what}{at}"))
    }
}

fn described(whose: Whose, standing: &Standing, rows: &[Row]) -> String {
    let said = match whose {
        Whose::Model(_) => {
            let parts = rows.iter().map(|row| match row.provider_part.is_empty() {
                true => format!("{}: the provider's", row.layer),
                false => format!("{}: {}", row.layer, row.provider_part),
            });
            parts.collect::<Vec<_>>().join("; ")
        }
        Whose::Duty(_) => match rows.first().map(|row| row.status) {
            Some(RowStatus::Attested) => "Done, as is attested.".to_owned(),
            Some(RowStatus::RanOut) => "Not done: its attestation ran out.".to_owned(),
            _ => "Nobody says that it is done.".to_owned(),
        },
        _ => {
            let tally = standing.tally;
            let theirs = match tally.inherited {
                0 => String::new(),
                count => format!(", {} done by the provider", words::grouped(count)),
            };
            format!("{} of {} settings secure{theirs}", words::grouped(tally.done()), words::grouped(tally.total()))
        }
    };
    plain(&said)
}

/// What tells a component apart from all others.
fn id(whose: Whose) -> String {
    match whose {
        Whose::Service(provider, name) => format!("service {provider} {name}"),
        Whose::Configuration => "configuration".to_owned(),
        Whose::Model(model) => format!("model {model}"),
        Whose::Duty(index) => format!("duty {}", duties()[index].id),
    }
}

fn component(crm: &Crm<'_>, whose: Whose, requirements: Vec<Requirement>) -> Component {
    let (kind, title, description, mut props, owner) = match whose {
        Whose::Service(provider, name) => {
            let by = format!("{name} of {}, as this configuration sets it up.", provider_name(provider));
            ("service", name.to_owned(), by, vec![prop("provider", provider)], role(super::CUSTOMER))
        }
        Whose::Configuration => {
            let what = "Variables, outputs, module calls and helpers, which belong to no service.".to_owned();
            ("software", "Terraform configuration".to_owned(), what, Vec::new(), role(super::CUSTOMER))
        }
        Whose::Model(model) => {
            let services = crm.outcome.matrix.services(model).join(", ");
            let what = format!("What the provider does under this service model. Services in use: {services}.");
            let title = format!("{}: the provider's part", model.get().name);
            ("service", title, what, vec![prop("service-model", model.id())], role(super::PROVIDER))
        }
        Whose::Duty(index) => {
            let duty = &duties()[index];
            let why = match duty.why_not_in_code {
                // The table refers to the row above.
                "" | "as above" => String::new(),
                why => format!(" Why the code cannot show it: {why}."),
            };
            let what =
                format!("Owed outside the code, in the layer {}.{why} Proved by: {}.", duty.layer, duty.evidence);
            ("process-procedure", duty.duty.to_owned(), what, vec![prop("duty", duty.id)], role(super::CUSTOMER))
        }
    };
    props.push(prop("framework", crm.framework.id));
    let id = id(whose);
    Component {
        uuid: name_of(&["component", &id]).to_string(),
        kind,
        title: plain(&title),
        description: plain(&description),
        props,
        responsible_roles: vec![owner],
        control_implementations: [Implementation {
            uuid: name_of(&["component-implementation", crm.framework.id, &id]).to_string(),
            source: format!("#{}", source(crm)),
            description: plain(&format!("{} {}", crm.framework.name, crm.framework.edition)),
            implemented_requirements: requirements,
        }],
    }
}
