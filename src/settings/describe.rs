//! A setting in words: what `rules`, `explain` and the report say of it, with all expressions of its texts evaluated.

use serde::Serialize;

use super::finding::{DefaultFact, Severity};

/// One family element of a setting, described for people and for machines.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Description {
    /// `aws-rds-storage-encrypted`
    pub id: String,
    /// The label of the setting; differs from the id in a family.
    pub label: String,
    /// The duty: `RDS storage is encrypted at rest`.
    pub title: String,
    /// What a finding says: `This database's storage is not encrypted`.
    pub problem: Option<String>,
    /// What can happen.
    pub why: String,
    /// How bad it is where no severity depends on the instance.
    pub severity: Severity,
    /// Where it stands: `aws`, `common`, or where rules of your own lie.
    pub provider: String,
    /// The name of its file: `rds`.
    pub service: String,
    /// The layer, an id of the responsibility model.
    pub layer: String,
    /// The resource types it speaks of, sorted; `provider.aws`, `module`, `variable` where it is not a resource.
    pub types: Vec<String>,
    /// Peers' ids.
    pub aliases: Vec<String>,
    /// Where the facts come from.
    pub references: Vec<String>,
    /// What to write, as HCL; empty if nothing can be suggested.
    pub fix: String,
    /// What to do, in words, where no `fix` suits everyone.
    pub remedy: Option<String>,
    /// What the fix costs.
    pub careful: Option<String>,
    /// What happens when nothing is written.
    pub default: Option<DefaultFact>,
    /// When it is secure, as the rule's own condition.
    pub secure: Option<String>,
    /// Frameworks with their controls.
    pub frameworks: Vec<Controls>,
    /// The edition of the settings that brought it.
    pub since: Option<String>,
}

impl Description {
    /// The providers whose resources it speaks of, by Terraform's names; some come twice.
    pub fn providers(&self) -> impl Iterator<Item = &str> {
        self.types.iter().filter_map(|named| match named.strip_prefix("provider.") {
            Some(provider) => Some(provider),
            None => Some(named.strip_prefix("data.").unwrap_or(named).split_once('_')?.0),
        })
    }
}

/// The controls of one framework that a setting serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Controls {
    /// `nist-800-53`
    pub framework: String,
    /// `sc-28`
    pub controls: Vec<String>,
}
