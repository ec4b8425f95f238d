//! What judging a root leaves behind: small owned records, without any reference to the arena that is then dropped.

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::change::{Change, Planned};
use crate::responsibility::{LayerId, ModelId, Owner};
pub use crate::responsibility::{Status, Tally};
use crate::source::{Location, Span};
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

    /// What is the case with a setting of this verdict; `None`: it has no meaning here.
    pub fn status(self, is_accepted: bool) -> Option<Status> {
        Some(match self {
            _ if is_accepted => Status::Accepted,
            Self::Secure => Status::Secure,
            Self::SecureByDefault => Status::SecureByDefault,
            Self::Unknown => Status::Unknown,
            Self::Unset => Status::Unset,
            Self::Insecure => Status::Insecure,
            Self::Inherited => Status::Inherited,
            Self::NotApplicable => return None,
        })
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
    /// Since which version of the provider: `provider version 5`.
    pub since: Option<String>,
    /// Under what condition, or who decides it.
    pub note: Option<String>,
    /// Where the fact comes from.
    pub source: DefaultSource,
}

/// Who says what a default is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DefaultSource {
    /// The setting.
    Rule,
    /// The provider's schema.
    Schema,
    /// The provider's documentation.
    Documentation,
}

/// A text of a rule, which knows what in it was taken from the configuration: only that can hold a secret.
/// Copies share it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(Option<Arc<Words>>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Words {
    text: String,
    values: Vec<Span>,
}

impl Sentence {
    fn words(&mut self) -> &mut Words {
        Arc::make_mut(self.0.get_or_insert_default())
    }

    /// Adds words of the rule itself.
    pub fn push_own(&mut self, text: &str) {
        if !text.is_empty() {
            self.words().text.push_str(text);
        }
    }

    /// Adds what the configuration says.
    pub fn push_value(&mut self, text: &str) {
        let words = self.words();
        let start = words.text.len() as u32;
        words.text.push_str(text);
        words.values.push(Span::new(start, words.text.len() as u32));
    }

    /// A text with the spans of it that were taken from the configuration.
    pub(crate) fn with_values(text: String, values: Vec<Span>) -> Self {
        let is_nothing = text.is_empty() && values.is_empty();
        Self((!is_nothing).then(|| Arc::new(Words { text, values })))
    }

    /// A text that a rule says, whatever the configuration is.
    pub fn own(text: impl Into<String>) -> Self {
        Self::with_values(text.into(), Vec::new())
    }

    /// The whole text, with what may be secret.
    pub fn as_str(&self) -> &str {
        self.0.as_ref().map_or("", |words| &words.text)
    }

    /// Where values of the configuration stand in it, in order.
    pub fn values(&self) -> impl Iterator<Item = Span> + '_ {
        self.0.iter().flat_map(|words| words.values.iter().copied())
    }
}

/// A text of which nothing is known: all of it may come from the configuration.
impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        let mut sentence = Self::default();
        sentence.push_value(text);
        sentence
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
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

/// One judgement that is worth keeping: a setting (or family element) on one item of one instance. There can be very many:
/// what several say alike is shared, and what few have is boxed.
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
    /// The service model of the resource.
    pub model: ModelId,
    /// The layer. (From the setting.)
    pub layer: LayerId,
    /// The headline.
    pub message: Sentence,
    /// The address of the anchor.
    pub address: Arc<str>,
    /// The type of the anchor.
    pub type_name: Arc<str>,
    /// The address of the module it stands in; empty for the root.
    pub module: Arc<str>,
    /// The local name of its provider: `aws`.
    pub provider: Arc<str>,
    /// Where the value stands, if not in the anchor.
    pub carrier: Option<Box<Carrier>>,
    /// The attribute path, from the resource that holds it: `ingress[0].cidr_blocks`.
    pub attribute: Option<Arc<str>>,
    /// The value, masked where it is sensitive; `None` where nothing is written.
    pub value: Option<Box<serde_json::Value>>,
    /// The default that holds.
    pub default: Option<Arc<DefaultFact>>,
    /// Where the finding points.
    pub location: Option<Arc<Location>>,
    /// Where the fix goes; the finding's own location if nothing else is known.
    pub place: Option<Arc<Location>>,
    /// The chain by which the value came.
    pub related: Vec<Related>,
    /// The root variable that the value comes from, where a plan tells that and no place is known: `var.admin_cidrs`.
    pub variable: Option<Arc<str>>,
    /// What an unknown verdict waits for.
    pub reason: Option<Box<WaitsFor>>,
    /// What to write, as HCL; empty if nothing can be suggested.
    pub fix: Sentence,
    /// What the fix costs.
    pub careful: Option<Sentence>,
    /// What silences it: a comment, or the configuration of onus.
    pub suppressed: Option<Box<Suppressed>>,
    /// What the plan does to it, where a plan is reviewed.
    pub change: Option<Change>,
    /// What the plan does with its resource, and the values around that.
    pub planned: Option<Box<Planned>>,
    /// Its stable name within its root: a hash of rule, address, attribute and value.
    pub key: Key,
}

const _: () = assert!(size_of::<Finding>() <= 256);

/// A stable name, the same from run to run while the finding stays the same: a hash, written `k1:` and 32 hexadecimal
/// digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub [u8; 16]);

impl Key {
    /// The hash of these parts.
    pub fn of<'t>(parts: impl IntoIterator<Item = &'t [u8]>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part);
            hash.update([0]);
        }
        let digest = hash.finalize();
        Self(std::array::from_fn(|index| digest[index]))
    }

    /// The name of the one with that number among several of the same name; that of the first is this.
    fn numbered(self, number: u32) -> Self {
        if number == 0 { self } else { Self::of([&self.0[..], &number.to_le_bytes()]) }
    }

    /// The name of a finding everywhere, from its name in a root and the root's own key.
    pub fn in_root(self, root_key: &str) -> Self {
        Self::of([root_key.as_bytes(), &self.0])
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("k1:")?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Why a finding is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Suppressed {
    /// Why, as its author says.
    pub reason: Option<String>,
    /// Until when it counts.
    pub until: Option<String>,
    /// What accepts it.
    pub by: AcceptedBy,
    /// The comment, or the block of `.onus.hcl`.
    pub location: Location,
}

/// What accepts a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AcceptedBy {
    /// A comment.
    #[default]
    Comment,
    /// A `fulfilled` block of `.onus.hcl`: the setting is met elsewhere.
    Fulfilled,
}

/// Everything that judging one root leaves behind. Findings are boxed: there can be many, and lists of them grow and are
/// sorted.
#[derive(Debug, Default)]
pub struct Judged {
    /// Findings, unknown verdicts, and (if asked for) secure ones; suppressed ones too.
    pub findings: Vec<Box<Finding>>,
    /// Counts by layer and model, sorted.
    pub tallies: Vec<(LayerId, ModelId, Tally)>,
    /// Number of settings (labels) of the customer's that applied to an instance, over all instances.
    pub applied: u32,
    /// Number of findings that are less severe than was asked for: of them no record is kept.
    pub below: u32,
    /// Rules that failed: a message for `errors`.
    pub failures: Vec<String>,
}

impl Judged {
    /// Tells apart findings of the same name: two open ports of one firewall. They have the names `a`, `a` with number 1,
    /// and so on, whichever of them comes first.
    pub fn number_alike(&mut self) {
        let mut count: FxHashMap<Key, u32> = FxHashMap::default();
        // Secure ones are only there if they are asked for: those that are always there have the first numbers.
        let (open, secure): (Vec<_>, Vec<_>) = self
            .findings
            .iter_mut()
            .partition(|finding| finding.verdict.is_finding() || finding.verdict == Verdict::Unknown);
        for finding in open.into_iter().chain(secure) {
            let number = count.entry(finding.key).or_default();
            finding.key = finding.key.numbered(*number);
            *number += 1;
        }
    }
}

/// What the report must know of a file in which findings point, to show excerpts of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFile {
    /// Spans that must not be shown: secrets.
    pub masked: Vec<Span>,
    /// What the file held when it was judged: no excerpt is shown of a file that changed since.
    pub fingerprint: crate::source::Fingerprint,
}
