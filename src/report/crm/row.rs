//! One row, as all formats write it: whatever stands in it went through the mask.

use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::rows::{CellOf, Kind, Reach, part};
use super::standing::Attested;
use super::vocabulary::word;
use super::{Basis, Crm};
use crate::report::configured::Answer;
use crate::report::json_configured::AttestationRecord;
use crate::report::matrix::{Explained, name};
use crate::report::words;
use crate::responsibility::{Cell, Duty, ModelId, Owner, cell};
use crate::settings::finding::{Finding, Severity, Status};
use crate::source::Location;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A layer under a service model: who does what. No evidence.
    Cell,
    /// A setting of one resource.
    Setting,
    /// Something owed outside the code.
    Duty,
}

/// What is the case with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// Of a setting: written, and right.
    Secure,
    /// Of a setting: not written, and the default is right.
    SecureByDefault,
    /// Of a setting: written, and wrong.
    Insecure,
    /// Of a setting: left to a default that is wrong, or to nobody.
    Unset,
    /// Of a setting: cannot be decided from what is here.
    Unknown,
    /// Of a setting: open or undecided, and accepted by a comment or the configuration.
    Accepted,
    /// Of a setting or a cell: the provider does it.
    Inherited,
    /// Of a duty: nobody says that it is done.
    Open,
    /// Of a duty: somebody says that it is done.
    Attested,
    /// Of a duty: somebody said that it is done, for a time that is over.
    RanOut,
    /// Of a cell: settings were judged.
    Judged,
    /// Of a cell: there are resources of the customer's without a setting.
    Uncovered,
    /// Of a cell: no setting of it was seen.
    NothingSeen,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueFrom {
    /// It is written.
    Written,
    /// It is the provider's default.
    Default,
    /// It is written, and known only after apply.
    Apply,
}

/// A row.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Row {
    /// Its name, a UUID of version 5: the same as long as control, resource and setting, or control and duty, are the same.
    pub id: String,
    /// What it is.
    pub kind: RowKind,
    /// How it came to the control.
    pub reached_by: Reach,
    /// The layer.
    pub layer: &'static str,
    /// The service models: one, or of a duty all that bring it.
    pub models: Vec<&'static str>,
    /// Who answers for it.
    pub owner: Owner,
    /// The same in the words of the framework.
    pub owner_word: String,
    /// Of a setting: the team of yours that answers for it, by a contract of `.onus.hcl`.
    pub team: Option<String>,
    /// What is to be done: the setting as a sentence that is true when it is secure, the duty, or the customer's part of a cell.
    pub duty: String,
    /// Of a cell: what the provider does.
    pub provider_part: String,
    /// What is the case.
    pub status: RowStatus,
    /// Of a setting: how bad it is, or would be.
    pub severity: Option<Severity>,
    /// The id of the setting or of the duty.
    pub rule: String,
    /// Of a setting: the stable name of the finding, as all other documents have it.
    pub key: Option<String>,
    /// The resource.
    pub address: String,
    /// The directory of the root module, or the plan.
    pub root: String,
    /// What was judged.
    pub basis: Vec<Basis>,
    /// The attribute's path in the resource that holds it.
    pub attribute: String,
    /// The resolved value; `null`: there is none. Secrets are drawn as `•••`, what is sensitive is `(sensitive)`.
    pub value: Option<Value>,
    /// Where the value comes from.
    pub value_from: Option<ValueFrom>,
    /// Where it stands; of what is open, where it is mended; of a duty, where it is attested.
    pub location: Option<Location>,
    /// Who says that a duty is done, or was.
    pub attestation: Option<AttestationRecord>,
    /// What is to be said of it: the problem, what an undecided value waits for, why it is accepted, what would prove a duty.
    pub note: String,
}

/// Writes a record as a row of that name.
pub(super) fn row(crm: &Crm<'_>, id: Uuid, kind: &Kind<'_>, reach: Reach) -> Row {
    let owner_word = word(crm.framework, part(crm.outcome, kind));
    let row = match kind {
        Kind::Setting(setting) => of_setting(crm, setting),
        Kind::Duty(duty, answer) => of_duty(crm, duty, *answer),
        Kind::Cell(cell) => of_cell(crm, *cell),
    };
    Row { id: id.to_string(), owner_word, reached_by: reach, ..row }
}

fn empty(kind: RowKind, layer: &'static str, owner: Owner, status: RowStatus) -> Row {
    Row {
        id: String::new(),
        kind,
        reached_by: Reach::Layer,
        layer,
        models: Vec::new(),
        owner,
        owner_word: String::new(),
        team: None,
        duty: String::new(),
        provider_part: String::new(),
        status,
        severity: None,
        rule: String::new(),
        key: None,
        address: String::new(),
        root: String::new(),
        basis: Vec::new(),
        attribute: String::new(),
        value: None,
        value_from: None,
        location: None,
        attestation: None,
        note: String::new(),
    }
}

fn of_setting(crm: &Crm<'_>, setting: &Explained) -> Row {
    let outcome = crm.outcome;
    let finding = outcome.finding(&setting.entry);
    let is_open = finding.verdict.is_finding();
    let rule = outcome.rule(&setting.entry);
    let status = match setting.status {
        Status::Secure => RowStatus::Secure,
        Status::SecureByDefault => RowStatus::SecureByDefault,
        Status::Insecure => RowStatus::Insecure,
        Status::Unset => RowStatus::Unset,
        Status::Unknown => RowStatus::Unknown,
        Status::Accepted => RowStatus::Accepted,
        Status::Inherited => RowStatus::Inherited,
    };
    let (value, value_from) = match (&finding.value, &finding.default) {
        // Null is as good as not written: what is written and has no value yet is known later.
        (Some(value), _) if value.is_null() => (None, Some(ValueFrom::Apply)),
        (Some(value), _) => (Some(outcome.secrets.hide_in(value)), Some(ValueFrom::Written)),
        (None, Some(default)) => (Some(default.value.clone()), Some(ValueFrom::Default)),
        (None, None) => (None, None),
    };
    let root = outcome.root(&setting.entry);
    Row {
        models: vec![setting.model.id()],
        team: outcome.contract(&setting.entry).map(|it| outcome.secrets.hide(&it.team).into_owned()),
        duty: if is_open { rule.title.clone() } else { setting.message.clone() },
        severity: Some(setting.severity),
        rule: setting.rule.clone(),
        key: Some(outcome.key(&setting.entry, &finding).to_string()),
        address: setting.address.clone(),
        root: name(&root.path),
        basis: vec![root.basis],
        attribute: finding.attribute.as_deref().map(name).unwrap_or_default(),
        value,
        value_from,
        location: setting.location.as_deref().cloned(),
        note: note(crm, setting, &finding),
        ..empty(RowKind::Setting, setting.layer.id(), setting.owner, status)
    }
}

/// What is to be said of a setting beside its status.
fn note(crm: &Crm<'_>, setting: &Explained, finding: &Finding) -> String {
    let secrets = &crm.outcome.secrets;
    let mut said: Vec<String> = Vec::new();
    if finding.verdict.is_finding() {
        said.push(setting.message.clone());
    }
    if let Some(reason) = &finding.reason {
        said.push(format!("waits for {}", secrets.hide(&reason.name)));
    }
    if let Some(carrier) = &finding.carrier {
        said.push(format!("stands in {}", name(&carrier.address)));
    }
    if let Some(says) = &finding.suppressed {
        let until = says.until.as_deref().map(|until| format!(" until {until}")).unwrap_or_default();
        let reason = says.reason.as_deref().unwrap_or("no reason is given");
        said.push(format!("accepted{until}: {} ({}:{})", secrets.hide(reason), says.location.file, says.location.line));
    }
    said.join("; ")
}

fn of_duty(crm: &Crm<'_>, duty: &'static Duty, answer: Attested) -> Row {
    let outcome = crm.outcome;
    let hide = |text: &str| outcome.secrets.hide(text).into_owned();
    let says = match outcome.configured.answer(duty) {
        Answer::Open => None,
        Answer::Attested(says) | Answer::RanOut(says) => Some(says),
    };
    let status = match answer {
        Attested::No => RowStatus::Open,
        Attested::Yes => RowStatus::Attested,
        Attested::RanOut => RowStatus::RanOut,
    };
    let proof = if duty.evidence.is_empty() { String::new() } else { format!("proved by: {}", duty.evidence) };
    let note = match (says, status) {
        (Some(says), RowStatus::Attested) => format!("attested by {} until {}", hide(&says.owner), says.until),
        (Some(says), _) => format!("the attestation by {} ran out on {}", hide(&says.owner), says.until),
        (None, _) => proof,
    };
    Row {
        models: outcome.matrix.models().filter(|model| duty.models.contains(*model)).map(ModelId::id).collect(),
        duty: duty.duty.to_owned(),
        rule: duty.id.to_owned(),
        location: says.map(|says| says.location.clone()),
        attestation: says.map(|says| AttestationRecord {
            owner: hide(&says.owner),
            evidence: hide(&says.evidence),
            reviewed: says.reviewed.to_string(),
            until: says.until.to_string(),
            location: says.location.clone(),
        }),
        note,
        ..empty(RowKind::Duty, duty.layer.id(), Owner::Customer, status)
    }
}

fn of_cell(crm: &Crm<'_>, of: CellOf) -> Row {
    let none = Cell::default();
    let here = crm.outcome.matrix.cell(of.layer, of.model).unwrap_or(&none);
    let owner = here.owner();
    let status = match owner {
        Owner::Provider => RowStatus::Inherited,
        _ if here.uncovered > 0 => RowStatus::Uncovered,
        _ if here.tally.total() > 0 => RowStatus::Judged,
        _ => RowStatus::NothingSeen,
    };
    let (customer_part, provider_part, why) = parts(here, of);
    let mut said: Vec<String> = Vec::new();
    if here.tally.total() > 0 {
        said.push(format!("{} of {} settings secure", here.tally.done(), here.tally.total()));
    }
    if here.uncovered > 0 {
        said.push(words::count(here.uncovered, "resource") + " without a setting");
    }
    if here.is_split() {
        said.push("differs by resource".to_owned());
    }
    if here.adjusted {
        said.push("by your .onus.hcl".to_owned());
    }
    said.extend((!why.is_empty()).then(|| why.to_owned()));
    Row {
        models: vec![of.model.id()],
        duty: customer_part.to_owned(),
        provider_part: provider_part.to_owned(),
        basis: crm.head.basis.clone(),
        note: said.join("; "),
        ..empty(RowKind::Cell, of.layer.id(), owner, status)
    }
}

/// Both parts of a cell in words, as far as the published ones hold here, and why its owner is another.
pub(super) fn parts(here: &Cell, of: CellOf) -> (&'static str, &'static str, &'static str) {
    let published = cell(of.layer, of.model).filter(|cell| here.is_split() || cell.owner == here.owner());
    match published {
        Some(cell) => (cell.customer_part, cell.provider_part, ""),
        None => ("", "", here.note.as_ref().map_or("", |note| note.condition.why)),
    }
}
