//! What `.onus.hcl` files say, as records of the JSON document.

use std::sync::Arc;

use serde::Serialize;

use super::Outcome;
use super::configured::{Answer, Configured};
use crate::responsibility::{Adjusted, Owner};
use crate::settings::accept::Pattern;
use crate::source::Location;

/// One `.onus.hcl` that counts in the run.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ConfigurationRecord {
    /// The file.
    pub file: Arc<str>,
    /// Where its model differs from the published one; what is narrower counts first.
    pub overrides: Vec<OverrideRecord>,
    /// Which team answers for which layers; the first that fits counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub contracts: Vec<ContractRecord>,
    /// Services that are used and in no code.
    pub services: Vec<ServiceRecord>,
    /// Settings that are met in another repository.
    pub fulfilled: Vec<FulfilledRecord>,
}

/// A deviation from the published model.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct OverrideRecord {
    /// What it speaks of: `layer`, `cell` or `type`.
    pub kind: &'static str,
    /// The layer, of a layer or a cell.
    pub layer: Option<&'static str>,
    /// The service model: of a cell, the column; of a type, what it belongs to.
    pub model: Option<&'static str>,
    /// Only of this provider.
    pub provider: Option<String>,
    /// The type, or (ending in `*`) what types begin with.
    #[serde(rename = "type")]
    pub type_name: Option<String>,
    /// Who answers for the layers that it speaks of.
    pub owners: Vec<OwnerRecord>,
    /// Why.
    pub reason: String,
    /// Of how many resources it makes a difference.
    pub resources: u32,
    /// The block.
    pub location: Location,
}

/// Who answers for a layer.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct OwnerRecord {
    /// The layer.
    pub layer: &'static str,
    /// Who answers for it.
    pub owner: Owner,
}

/// The layers that one team answers for.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ContractRecord {
    /// The team.
    pub team: String,
    /// The layers.
    pub layers: Vec<&'static str>,
    /// The root modules for which that holds; empty: all.
    pub scope: Vec<String>,
    /// The addresses for which it holds; empty: all.
    pub addresses: Vec<String>,
    /// Where the team is reached.
    pub contact: Option<String>,
    /// The block.
    pub location: Location,
}

/// A service that is used and in no code.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ServiceRecord {
    /// Its name.
    pub name: String,
    /// Its service model.
    pub model: &'static str,
    /// Who answers for it among the users.
    pub owner: Option<String>,
    /// The block.
    pub location: Location,
}

/// Settings that are met in another repository.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct FulfilledRecord {
    /// What meets them.
    pub name: String,
    /// The settings, as they are named.
    pub settings: Vec<String>,
    /// The root modules for which that holds; empty: all.
    pub scope: Vec<String>,
    /// The addresses for which it holds; empty: all.
    pub addresses: Vec<String>,
    /// Where the proof is.
    pub evidence: String,
    /// The last day on which it counts.
    pub until: String,
    /// Whether it counts; if not, it ran out.
    pub counts: bool,
    /// How many findings are accepted for it.
    pub findings: u32,
    /// The block.
    pub location: Location,
}

/// Something that you owe and no Terraform can show.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct OutsideRecord {
    /// Its id.
    pub duty: &'static str,
    /// The layer.
    pub layer: &'static str,
    /// What to do.
    pub title: &'static str,
    /// Whether somebody says that it is done.
    pub status: OutsideStatus,
    /// Who says so.
    pub attestation: Option<AttestationRecord>,
}

/// Whether somebody says that a duty outside the code is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutsideStatus {
    /// Nobody does.
    Open,
    /// Somebody does.
    Attested,
    /// Somebody did, for a time that is over.
    RanOut,
}

/// Somebody says that a duty is done.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct AttestationRecord {
    /// Who answers for it.
    pub owner: String,
    /// Where the proof is.
    pub evidence: String,
    /// The day of the last review.
    pub reviewed: String,
    /// The last day on which it counts.
    pub until: String,
    /// The block.
    pub location: Location,
}

/// The configurations of a run.
pub(super) fn configurations(outcome: &Outcome) -> Vec<ConfigurationRecord> {
    outcome.configured.iter().map(|configured| configuration(outcome, configured)).collect()
}

fn configuration(outcome: &Outcome, configured: &Configured) -> ConfigurationRecord {
    let hide = |text: &String| outcome.secrets.hide(text).into_owned();
    let hide_all = |texts: &[Pattern]| -> Vec<String> {
        texts.iter().map(|pattern| outcome.secrets.hide(pattern.as_str()).into_owned()).collect()
    };
    let overrides = configured.adjustments().map(|(adjustment, resources)| {
        let (reason, location) = (hide(&adjustment.reason), adjustment.location.clone());
        match &adjustment.what {
            Adjusted::Cell { layer, models, provider, owner, is_row } => OverrideRecord {
                kind: if *is_row { "layer" } else { "cell" },
                layer: Some(layer.id()),
                model: models.iter().next().filter(|_| !is_row).map(|model| model.id()),
                provider: provider.as_ref().map(hide),
                type_name: None,
                owners: vec![OwnerRecord { layer: layer.id(), owner: *owner }],
                reason,
                resources,
                location,
            },
            Adjusted::Type { pattern, model, owners } => OverrideRecord {
                kind: "type",
                layer: None,
                model: model.map(|model| model.id()),
                provider: None,
                type_name: Some(pattern.clone()),
                owners: owners.iter().map(|(layer, owner)| OwnerRecord { layer: layer.id(), owner }).collect(),
                reason,
                resources,
                location,
            },
        }
    });
    let contracts = configured.configuration.contracts.iter().map(|contract| ContractRecord {
        team: hide(&contract.team),
        layers: contract.layers.iter().map(|layer| layer.id()).collect(),
        scope: hide_all(&contract.scope),
        addresses: hide_all(&contract.addresses),
        contact: contract.contact.as_ref().map(hide),
        location: contract.location.clone(),
    });
    let services = configured.services().map(|service| ServiceRecord {
        name: hide(&service.name),
        model: service.model.id(),
        owner: service.owner.as_ref().map(hide),
        location: service.location.clone(),
    });
    let fulfilled = configured.fulfilled().map(|(fulfilled, findings)| FulfilledRecord {
        name: hide(&fulfilled.name),
        settings: fulfilled.settings.clone(),
        scope: hide_all(&fulfilled.scope),
        addresses: hide_all(fulfilled.addresses()),
        evidence: hide(&fulfilled.evidence),
        until: fulfilled.until.to_string(),
        counts: configured.counts(fulfilled.until),
        findings,
        location: fulfilled.location.clone(),
    });
    ConfigurationRecord {
        file: Arc::clone(&configured.configuration.file),
        overrides: overrides.collect(),
        contracts: contracts.collect(),
        services: services.collect(),
        fulfilled: fulfilled.collect(),
    }
}

/// What is owed outside the code.
pub(super) fn outside(outcome: &Outcome) -> Vec<OutsideRecord> {
    let hide = |text: &String| outcome.secrets.hide(text).into_owned();
    let record = |duty: &'static crate::responsibility::Duty| {
        let (status, says) = match outcome.configured.answer(duty) {
            Answer::Open => (OutsideStatus::Open, None),
            Answer::Attested(says) => (OutsideStatus::Attested, Some(says)),
            Answer::RanOut(says) => (OutsideStatus::RanOut, Some(says)),
        };
        let attestation = says.map(|says| AttestationRecord {
            owner: hide(&says.owner),
            evidence: hide(&says.evidence),
            reviewed: says.reviewed.to_string(),
            until: says.until.to_string(),
            location: says.location.clone(),
        });
        OutsideRecord { duty: duty.id, layer: duty.layer.id(), title: duty.duty, status, attestation }
    };
    outcome.matrix.duties().map(record).collect()
}
