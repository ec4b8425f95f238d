//! `--format sarif`: SARIF 2.1.0, as code scanning reads it. One result a place, its instances as logical locations.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::json;
use serde_sarif::sarif::{
    ArtifactLocation, Invocation, Location, LogicalLocation, Message, MultiformatMessageString, Notification,
    PhysicalLocation, PropertyBag, Region, ReportingConfiguration, ReportingDescriptor, Result as Found, Run, Sarif,
    Suppression, Tool, ToolComponent,
};

use super::place::Place;
use super::spot::{Spot, is_checked_out, spot};
use super::{Outcome, escape, json, links, matrix, sentence};
use crate::config::Problem;
use crate::settings::change::Change;
use crate::settings::describe::Description;
use crate::settings::finding::{AcceptedBy, Finding, Severity, Suppressed};
use crate::source;

/// So many hops of a chain are told.
const HOPS: usize = 10;

/// Writes the findings: those that are open, by place, and those that are accepted.
pub fn write(out: &mut dyn Write, outcome: &Outcome) -> io::Result<()> {
    let sheet = Sheet::of(outcome);
    let mut results: Vec<Found> = Vec::new();
    match outcome.review {
        None => results.extend(outcome.places.iter().map(|place| sheet.result(place, None))),
        // What a change makes worse and what it leaves are told apart, also where they stand at one place.
        Some(_) => {
            results.extend(outcome.blamed_places().iter().map(|place| {
                let state = if place.first.change == Some(Change::Worse) { "updated" } else { "new" };
                sheet.result(place, Some(state))
            }));
            results.extend(outcome.older_places().iter().map(|place| sheet.result(place, Some("unchanged"))));
        }
    }
    results.extend(outcome.accepted_places().iter().map(|place| sheet.result(place, None)));
    let driver = ToolComponent::builder()
        .name(env!("CARGO_PKG_NAME"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .rules(outcome.rules.values().map(descriptor).collect::<Vec<_>>())
        .build();
    let run = Run::builder()
        .tool(Tool::builder().driver(driver).build())
        .invocations(vec![sheet.invocation()])
        .column_kind(json!("unicodeCodePoints"))
        .results(results)
        .build();
    let sarif = Sarif::builder()
        .schema("https://json.schemastore.org/sarif-2.1.0.json")
        .version(json!("2.1.0"))
        .runs(vec![run])
        .build();
    json::write_value(out, &sarif)
}

/// What all results need.
struct Sheet<'o> {
    outcome: &'o Outcome,
    /// The place of each setting among the rules.
    indices: BTreeMap<u32, i64>,
}

impl<'o> Sheet<'o> {
    fn of(outcome: &'o Outcome) -> Self {
        Self { outcome, indices: outcome.rules.keys().copied().zip(0..).collect() }
    }

    /// Whether everything could be read, and what could not.
    fn invocation(&self) -> Invocation {
        let notification = |problem: &Problem| {
            let said = message(&self.outcome.secrets.hide(&problem.message));
            let mut notification = Notification::builder().message(said).build();
            notification.level = serde_json::from_value(json!("error")).ok();
            notification.locations = problem.location.as_ref().map(|at| {
                let physical =
                    PhysicalLocation::builder().artifact_location(artifact(&at.file)).region(region(at)).build();
                vec![Location::builder().physical_location(physical).build()]
            });
            notification
        };
        let errors: Vec<Notification> = self.outcome.errors.iter().map(notification).collect();
        let invocation = Invocation::builder().execution_successful(errors.is_empty());
        match errors.is_empty() {
            true => invocation.build(),
            false => invocation.tool_execution_notifications(errors).build(),
        }
    }

    fn result(&self, place: &Place, state: Option<&str>) -> Found {
        let outcome = self.outcome;
        let finding = outcome.finding(&place.first);
        let spot = spot(outcome, &place.first, &finding);
        let logical = std::iter::once(&place.first).chain(&place.others).map(|entry| {
            let address = matrix::name(outcome.address(entry));
            LogicalLocation::builder().fully_qualified_name(address).kind("resource").build()
        });
        let physical = PhysicalLocation::builder().artifact_location(artifact(&spot.file));
        let physical = match &spot.at {
            Some(at) => physical.region(region(at)).build(),
            None => physical.build(),
        };
        let location = Location::builder().physical_location(physical).logical_locations(logical.collect::<Vec<_>>());
        let key = outcome.key(&place.first, &finding).to_string();
        let mut result = Found::builder()
            .rule_id(outcome.rule(&place.first).id.clone())
            .message(message(&sentence::of_place(outcome, place, &finding)))
            .locations(vec![location.build()])
            .partial_fingerprints(BTreeMap::from([("onusFinding/v1".to_owned(), key)]))
            .occurrence_count(i64::from(place.findings))
            .build();
        result.rule_index = self.indices.get(&place.first.element).copied();
        result.level = serde_json::from_value(json!(level(place.severity))).ok();
        result.baseline_state = state.map(|state| json!(state));
        result.related_locations = Some(self.chain(&finding, &spot)).filter(|chain| !chain.is_empty());
        result.suppressions = finding.suppressed.as_deref().map(|says| vec![self.suppression(says)]);
        result
    }

    /// The places by which the value came, those of the checkout.
    fn chain(&self, finding: &Finding, spot: &Spot) -> Vec<Location> {
        let hops = finding.related.iter().filter(|hop| is_checked_out(&hop.location.file));
        let hops = hops.filter(|hop| spot.at.as_ref() != Some(&hop.location)).take(HOPS);
        let location = |(id, hop): (i64, &crate::settings::finding::Related)| {
            let physical = PhysicalLocation::builder()
                .artifact_location(artifact(&hop.location.file))
                .region(region(&hop.location))
                .build();
            let said = message(&self.outcome.secrets.hide(&hop.message));
            Location::builder().id(id).physical_location(physical).message(said).build()
        };
        (1..).zip(hops).map(location).collect()
    }

    fn suppression(&self, says: &Suppressed) -> Suppression {
        let kind = match says.by {
            AcceptedBy::Comment => "inSource",
            AcceptedBy::Fulfilled => "external",
        };
        let until = says.until.as_deref().map(|until| format!("until {until}"));
        let reason = says.reason.as_deref().map(|reason| self.outcome.secrets.hide(reason).into_owned());
        let justification: Vec<String> = reason.into_iter().chain(until).collect();
        let physical = PhysicalLocation::builder()
            .artifact_location(artifact(&says.location.file))
            .region(region(&says.location))
            .build();
        let location = Location::builder().physical_location(physical).build();
        let suppression = Suppression::builder().kind(json!(kind)).status(json!("accepted")).location(location);
        match justification.is_empty() {
            true => suppression.build(),
            false => suppression.justification(escape::line(&justification.join(", ")).into_owned()).build(),
        }
    }
}

fn artifact(file: &str) -> ArtifactLocation {
    ArtifactLocation::builder().uri(links::encoded(file)).build()
}

fn region(at: &source::Location) -> Region {
    Region::builder()
        .start_line(i64::from(at.line))
        .start_column(i64::from(at.column))
        .end_line(i64::from(at.end_line))
        .end_column(i64::from(at.end_column))
        .build()
}

/// A text that is a text: `[a](1)` would be a link within a message.
fn message(text: &str) -> Message {
    Message::builder().text(escape::line(text).replace("](", "] (")).build()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Info => "note",
    }
}

/// The number by which code scanning ranks, from 0 to 10: over 9 is critical, from 7 high, from 4 medium, below low.
fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "3.0",
        Severity::Info => "0.5",
    }
}

fn descriptor(rule: &Description) -> ReportingDescriptor {
    let said = |text: &str| MultiformatMessageString::builder().text(text).build();
    let tags: Vec<String> = ["security".to_owned(), format!("layer/{}", rule.layer)].to_vec();
    let properties = PropertyBag::builder()
        .tags(tags)
        .additional_properties(BTreeMap::from([
            ("security-severity".to_owned(), json!(security_severity(rule.severity))),
            ("precision".to_owned(), json!("very-high")),
            ("aliases".to_owned(), json!(rule.aliases)),
        ]))
        .build();
    let help = MultiformatMessageString::builder().text(help(rule, false)).markdown(help(rule, true)).build();
    let mut descriptor = ReportingDescriptor::builder()
        .id(rule.id.clone())
        .short_description(said(&rule.title))
        .full_description(said(&rule.why))
        .help(help)
        .default_configuration(ReportingConfiguration::builder().level(json!(level(rule.severity))).build())
        .properties(properties)
        .build();
    descriptor.help_uri = rule.references.first().cloned();
    descriptor
}

/// What there is to know of a setting, as text or as Markdown.
fn help(rule: &Description, is_markdown: bool) -> String {
    let said = |text: &str| if is_markdown { escape::markdown(text) } else { text.to_owned() };
    let code = |text: &str| if is_markdown { escape::code(text) } else { text.to_owned() };
    let mut parts = vec![said(&rule.why)];
    if !rule.fix.is_empty() {
        let fix = if is_markdown { format!("```hcl\n{}\n```", rule.fix) } else { rule.fix.clone() };
        parts.push(format!("To write:\n\n{fix}"));
    }
    parts.extend(rule.remedy.as_deref().map(|remedy| format!("To do: {}", said(remedy))));
    if let Some(careful) = &rule.careful {
        parts.push(format!("Careful: {}", said(careful)));
    }
    let comment = format!("# onus: ignore[{}] -- the reason", rule.id);
    parts.push(format!("If it is intended, write above the line: {}", code(&comment)));
    if !rule.aliases.is_empty() {
        parts.push(format!("Also known as {}.", said(&rule.aliases.join(", "))));
    }
    parts.extend(
        rule.references.iter().map(|reference| if is_markdown { format!("<{reference}>") } else { reference.clone() }),
    );
    parts.join("\n\n")
}
