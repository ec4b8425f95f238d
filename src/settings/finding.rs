//! What judging a root leaves behind: small owned records, without any reference to the arena that is then dropped.

use std::sync::Arc;

use serde::Serialize;

use crate::responsibility::Owner;
pub use crate::responsibility::Tally;
use crate::source::Location;
use crate::value::ReasonKind;

/// How bad it is when a setting is not secure.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Mend it when you pass by.
    Low,
    /// Mend it.
    Medium,
    /// Mend it now.
    High,
    /// Mend it before anything else.
    Critical,
}

/// What is the case with a setting of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Written, and right.
    Secure,
    /// Not written, and the default is right.
    SecureByDefault,
    /// Cannot be decided from what is here.
    Unknown,
    /// Left to a default that is wrong, or to nobody.
    Unset,
    /// Written, and wrong.
    Insecure,
    /// The provider does it here.
    Inherited,
    /// The setting has no meaning here.
    NotApplicable,
}

impl Verdict {
    /// Whether it is a finding that can fail a run.
    pub fn is_finding(self) -> bool {
        matches!(self, Self::Unset | Self::Insecure)
    }
}

/// A further place that has to do with a finding: a hop of the chain by which the value came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Related {
    /// What stands there: `var.admin_cidrs gets its default here`.
    pub message: String,
    /// Where.
    pub location: Location,
}

/// What a verdict `unknown` waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct WaitsFor {
    /// The kind of reason.
    pub kind: ReasonKind,
    /// `var.cidr`, `module.vpc`, `data.aws_ami.base`.
    pub name: String,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// The default that holds because nothing is written.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct DefaultFact {
    /// The value; `null`: nothing happens unless asked for.
    pub value: serde_json::Value,
    /// Since which provider version, or under what condition.
    pub since: Option<String>,
    /// Where the fact comes from: `rule`, `schema`, `documentation`.
    pub source: String,
}

/// Another resource in which the value of a setting stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Carrier {
    /// Its address.
    pub address: String,
    /// Its type.
    #[serde(rename = "type")]
    pub type_name: String,
}

/// One judgement that is worth keeping: a setting (or family element) on one item of one instance.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Index of the family element in the rule set.
    pub element: u32,
    /// The verdict.
    pub verdict: Verdict,
    /// How bad it is.
    pub severity: Severity,
    /// Who answers for the layer here.
    pub owner: Owner,
    /// The service model of the resource, an id of models.tsv.
    pub model: &'static str,
    /// The layer, an id of layers.tsv. (From the setting.)
    pub layer: &'static str,
    /// The headline.
    pub message: String,
    /// The address of the anchor.
    pub address: String,
    /// The type of the anchor.
    pub type_name: String,
    /// The address of the module it stands in; empty for the root.
    pub module: String,
    /// The local name of its provider: `aws`.
    pub provider: String,
    /// Where the value stands, if not in the anchor.
    pub carrier: Option<Carrier>,
    /// The attribute path, from the resource that holds it: `ingress[0].cidr_blocks`.
    pub attribute: Option<String>,
    /// The value, masked where it is sensitive; `None` where nothing is written.
    pub value: Option<serde_json::Value>,
    /// The default that holds.
    pub default: Option<DefaultFact>,
    /// Where the finding points.
    pub location: Option<Location>,
    /// Where the fix goes; the finding's own location if nothing else is known.
    pub place: Option<Location>,
    /// The chain by which the value came.
    pub related: Vec<Related>,
    /// What an unknown verdict waits for.
    pub reason: Option<WaitsFor>,
    /// What to write, as HCL; empty if nothing can be suggested.
    pub fix: String,
    /// What the fix costs.
    pub careful: Option<String>,
    /// The reason given by a comment that silences it.
    pub suppressed: Option<Suppressed>,
    /// `k1:…`, see design.
    pub key: String,
}

/// A comment that silences a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Suppressed {
    /// Why, as its author says.
    pub reason: Option<String>,
    /// Until when it counts.
    pub until: Option<String>,
    /// The comment.
    pub location: Location,
}

/// Everything that judging one root leaves behind.
#[derive(Debug, Default)]
pub struct Judged {
    /// Findings, unknown verdicts, and (if asked for) secure ones; suppressed ones too.
    pub findings: Vec<Finding>,
    /// Counts by layer and model, sorted.
    pub tallies: Vec<(&'static str, &'static str, Tally)>,
    /// Number of settings (labels) that applied to an instance, over all instances.
    pub applied: u32,
    /// Rules that failed: a message for `errors`.
    pub failures: Vec<String>,
}

/// A file in which findings point, as the report needs it for excerpts.
#[derive(Clone, Debug)]
pub struct ShownFile {
    /// The path as shown.
    pub path: Arc<str>,
    /// Spans that must not be shown: secrets.
    pub masked: Vec<crate::source::Span>,
    /// What the file held when it was judged: no excerpt is shown of a file that changed since.
    pub fingerprint: crate::source::Fingerprint,
}
