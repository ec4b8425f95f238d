//! `--format json`: one document, described by docs/schema/onus-1.json. Within version 1, fields are only added.

use std::io;
use std::sync::Arc;

use serde::Serialize;

use super::json_configured::{ConfigurationRecord, configurations};
use super::json_review::{ReviewRecord, review};
use super::matrix::MatrixRecord;
use super::{Entry, Exit, Outcome, Summary, escape, mask, matrix, place};
use crate::config::Problem;
use crate::estate::Action;
use crate::responsibility::Owner;
use crate::settings::change::Change;
use crate::settings::finding::{Carrier, DefaultFact, Related, Sentence, Severity, Suppressed, Verdict, WaitsFor};
use crate::source::Location;

/// The result of `onus check --format json`.
#[derive(Serialize, schemars::JsonSchema)]
#[schemars(title = "Result of onus check")]
pub struct Document<'o> {
    /// The version of this format; fields are only added within one.
    pub version: u32,
    /// What wrote it.
    pub tool: Tool,
    /// Insecure, unset and unknown entries (secure ones with `--show-secure`), sorted; where a plan is reviewed, or with
    /// `--base`, those that it does away with come after them.
    #[schemars(with = "Vec<Record>")]
    pub findings: Records<'o>,
    /// Findings that a comment or the configuration accepts.
    #[schemars(with = "Vec<Record>")]
    pub suppressed: Records<'o>,
    /// Counts.
    pub summary: SummaryRecord,
    /// What the plan, or the change since the base, does; only where one is reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewRecord>,
    /// What `.onus.hcl` files say; nothing that they change goes without being told here.
    pub configuration: Vec<ConfigurationRecord>,
    /// Who answers for what, and how far your part is done.
    pub matrix: MatrixRecord,
    /// What changes no exit code: missing modules, refused reads.
    pub warnings: Vec<ProblemRecord>,
    /// What makes the input unreadable; gives exit code 3.
    pub errors: Vec<ProblemRecord>,
}

/// Findings of an outcome, each of which becomes a [`Record`] when it is written.
pub struct Records<'o> {
    outcome: &'o Outcome,
    accepted: bool,
}

impl Serialize for Records<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries: &mut dyn Iterator<Item = Entry> = match self.accepted {
            true => &mut self.outcome.suppressed(),
            false => &mut self.outcome.findings().chain(self.outcome.gone()),
        };
        serializer.collect_seq(entries.map(|entry| record(self.outcome, &entry)))
    }
}

/// What wrote a document.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Tool {
    /// `onus`
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Default for Tool {
    fn default() -> Self {
        Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
    }
}

/// One judgement: a setting on one item of one instance.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Record {
    /// The stable name of the finding, `k1:…`: the same from run to run while the finding stays the same.
    pub key: String,
    /// The id of the setting.
    pub rule: String,
    /// Ids of other tools for the same.
    pub aliases: Vec<String>,
    /// What is the case.
    pub verdict: Verdict,
    /// How bad it is.
    pub severity: Severity,
    /// The layer of the responsibility model.
    pub layer: &'static str,
    /// Who answers for it here.
    pub owner: Owner,
    /// The duty: true when secure.
    pub title: String,
    /// The finding, as a sentence about the world.
    pub message: String,
    /// Whose setting it is.
    pub resource: Resource,
    /// The team that answers for the layer, by a contract of `.onus.hcl`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// The service model of the resource.
    pub model: &'static str,
    /// The other resource in which the value stands.
    pub carrier: Option<Carrier>,
    /// The directory of the root module.
    pub root: Arc<str>,
    /// The same for all findings that one edit mends.
    pub place: String,
    /// The attribute's path in the resource that holds it.
    pub attribute: Option<String>,
    /// The value; secrets are drawn as `•••`.
    pub value: Option<serde_json::Value>,
    /// The default that holds because nothing is written.
    pub default: Option<Arc<DefaultFact>>,
    /// Where the finding points.
    pub location: Option<Arc<Location>>,
    /// Where the fix goes; differs from `location` when the value came from somewhere else.
    pub fix_location: Option<Location>,
    /// The chain by which the value came.
    pub related: Vec<Related>,
    /// The root variable that the value comes from: only of a plan whose configuration is not at hand, else `related` tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variable: Option<Arc<str>>,
    /// What an unknown verdict waits for.
    pub reason: Option<WaitsFor>,
    /// What to write, as HCL.
    pub fix: Option<String>,
    /// What to do, in words, where there is no `fix`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// What the fix costs.
    pub careful: Option<String>,
    /// Where to read more.
    pub help_uri: Option<String>,
    /// What the plan, or the change since the base, does to it; only where one is reviewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// What becomes of the resource, and the attribute's values around that; only where a plan is reviewed, or with `--base`.
    #[serde(flatten)]
    pub planned: Option<PlannedRecord>,
    /// The comment that silences it, or the block of `.onus.hcl` that accepts it; only in `suppressed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suppression: Option<Suppressed>,
}

/// What a plan, or a change of the configuration, does with a resource.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct PlannedRecord {
    /// What becomes of the resource. With `--base`: `create` and `delete` say that it is new or no more in the configuration.
    pub action: Action,
    /// The value of the attribute before; `null`: there is none. What is sensitive is `(sensitive)`.
    pub before: Option<serde_json::Value>,
    /// The value afterwards; `null`: there is none, or it is not known yet.
    pub after: Option<serde_json::Value>,
}

/// The resource that a setting belongs to.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Resource {
    /// Its address, as Terraform writes it.
    pub address: String,
    /// Its type.
    #[serde(rename = "type")]
    pub type_name: String,
    /// The address of its module; empty for the root module.
    pub module: String,
}

/// An error or a warning.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ProblemRecord {
    /// What is the case.
    pub message: String,
    /// Where.
    pub location: Option<Location>,
    /// The way out, where one is known.
    pub help: Option<String>,
}

/// Counts, and what they mean to a script.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct SummaryRecord {
    /// The counts.
    #[serde(flatten)]
    pub counts: Summary,
    /// The exit code of the run.
    pub exit_code: u8,
}

impl<'o> Document<'o> {
    /// The document of an outcome, with secrets masked.
    pub fn new(outcome: &'o Outcome, exit: Exit) -> Self {
        Self {
            version: 1,
            tool: Tool::default(),
            findings: Records { outcome, accepted: false },
            suppressed: Records { outcome, accepted: true },
            summary: SummaryRecord { counts: outcome.summary, exit_code: exit.code() },
            review: review(outcome),
            configuration: configurations(outcome),
            matrix: matrix::record(outcome),
            warnings: problems(&outcome.warnings, &outcome.secrets),
            errors: problems(&outcome.errors, &outcome.secrets),
        }
    }
}

/// Writes an outcome as one JSON document.
pub fn write(out: &mut dyn io::Write, outcome: &Outcome, exit: Exit) -> io::Result<()> {
    write_value(out, &Document::new(outcome, exit))
}

/// Writes one record a line (`--format jsonl`): the findings, then those that are accepted.
pub fn write_lines(out: &mut dyn io::Write, outcome: &Outcome) -> io::Result<()> {
    for entry in outcome.findings().chain(outcome.gone()).chain(outcome.suppressed()) {
        let mut serializer =
            serde_json::Serializer::with_formatter(&mut *out, Harmless(serde_json::ser::CompactFormatter));
        record(outcome, &entry).serialize(&mut serializer)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// Writes any value as JSON for people and machines: indented, harmful characters escaped, a line break at the end.
pub fn write_value(mut out: &mut dyn io::Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer =
        serde_json::Serializer::with_formatter(&mut out, Harmless(serde_json::ser::PrettyFormatter::new()));
    value.serialize(&mut serializer)?;
    out.write_all(b"\n")
}

fn record(outcome: &Outcome, entry: &Entry) -> Record {
    let finding = outcome.finding(entry);
    let rule = outcome.rule(entry);
    let remedy = outcome.remedy(entry, &finding).map(str::to_owned);
    let hide = |text: &str| outcome.secrets.hide(text).into_owned();
    let say = |text: &Sentence| outcome.secrets.hide_sentence(text).into_owned();
    Record {
        key: outcome.key(entry, &finding).to_string(),
        rule: rule.id.clone(),
        aliases: rule.aliases.clone(),
        verdict: finding.verdict,
        severity: finding.severity,
        layer: finding.layer.id(),
        owner: finding.owner,
        title: rule.title.clone(),
        message: say(&finding.message),
        place: mask_tokens(&place::name(rule, &finding)),
        fix_location: place::location(&finding).cloned(),
        resource: Resource {
            address: mask_tokens(&finding.address),
            type_name: finding.type_name.to_string(),
            module: mask_tokens(&finding.module),
        },
        contract: outcome.contract(entry).map(|contract| hide(&contract.team)),
        model: finding.model.id(),
        carrier: finding.carrier.map(|carrier| Carrier { address: mask_tokens(&carrier.address), ..*carrier }),
        root: Arc::clone(&outcome.root(entry).path),
        attribute: finding.attribute.as_deref().map(mask_tokens),
        value: finding.value.as_ref().map(|value| outcome.secrets.hide_in(value)),
        default: finding.default,
        location: finding.location,
        related: (finding.related.into_iter())
            .map(|related| Related { message: hide(&related.message), ..related })
            .collect(),
        variable: finding.variable,
        reason: finding.reason.map(|reason| WaitsFor { name: hide(&reason.name), ..*reason }),
        fix: (!finding.fix.as_str().is_empty()).then(|| say(&finding.fix)),
        remedy,
        careful: finding.careful.as_ref().map(say),
        help_uri: rule.references.first().cloned(),
        change: finding.change,
        planned: finding.planned.map(|planned| {
            let hide = |value: Option<serde_json::Value>| value.map(|value| outcome.secrets.hide_in(&value));
            PlannedRecord { action: planned.action, before: hide(planned.before), after: hide(planned.after) }
        }),
        suppression: (finding.suppressed)
            .map(|comment| Suppressed { reason: comment.reason.as_deref().map(hide), ..*comment }),
    }
}

fn problem(secrets: &mask::Secrets, problem: &Problem) -> ProblemRecord {
    let hide = |text: &str| secrets.hide(text).into_owned();
    ProblemRecord {
        message: hide(&problem.message),
        location: problem.location.clone(),
        help: problem.help.as_deref().map(hide),
    }
}

/// Errors or warnings as records, secrets masked.
pub(super) fn problems(problems: &[Problem], secrets: &mask::Secrets) -> Vec<ProblemRecord> {
    problems.iter().map(|one| problem(secrets, one)).collect()
}

/// Addresses and paths name things: only what has the format of a token is taken out of them.
pub(super) fn mask_tokens(text: &str) -> String {
    mask::Secrets::default().hide(text).into_owned()
}

/// Writes harmful characters of strings as `\u….`, which means the same in JSON.
struct Harmless<F>(F);

impl<F: serde_json::ser::Formatter> serde_json::ser::Formatter for Harmless<F> {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        // Of ASCII, all control characters but one are escaped by JSON itself.
        if fragment.is_ascii() && memchr::memchr(0x7f, fragment.as_bytes()).is_none() {
            return writer.write_all(fragment.as_bytes());
        }
        let mut from = 0;
        for (at, char) in fragment.char_indices().filter(|(_, char)| escape::is_harmful(*char)) {
            writer.write_all(&fragment.as_bytes()[from..at])?;
            for unit in char.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            from = at + char.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[from..])
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array(writer)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_array_value(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object(writer)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.begin_object_value(writer)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.0.end_object_value(writer)
    }
}
