//! What is written at the marks of an excerpt, in words that all formats for people share.

use crate::report::Outcome;
use crate::report::human::{Style, sign, value_text};
use crate::responsibility::provider_name;
use crate::settings::finding::{Finding, Verdict};
use crate::source::Location;

/// So many hops of a chain are drawn.
const HOPS: usize = 4;

/// A place with what to write at it.
pub(in crate::report) struct Labelled<'o> {
    /// The place.
    pub(in crate::report) location: &'o Location,
    /// What to write; may be empty.
    pub(in crate::report) label: String,
}

/// What is written, where nobody knows where: `role is "roles/owner", from var.grants`.
pub(in crate::report) fn unplaced(finding: &Finding, outcome: &Outcome, style: Style) -> Option<String> {
    let said = label(finding, outcome, style);
    if said.is_empty() {
        return None;
    }
    let attribute = finding.attribute.as_ref().filter(|_| finding.value.is_some());
    let what = attribute.map_or_else(|| said.clone(), |attribute| format!("{attribute} {said}"));
    let from = finding.variable.as_ref().map(|variable| format!(", from {variable}"));
    let line = outcome.secrets.hide(&format!("{what}{}", from.unwrap_or_default())).into_owned();
    Some(sign(&line, style))
}

/// The places to draw: where the finding points, then the chain.
pub(in crate::report) fn labelled<'o>(finding: &'o Finding, outcome: &Outcome, style: Style) -> Vec<Labelled<'o>> {
    let hide = |text: &str| sign(&outcome.secrets.hide(text), style);
    let mut places: Vec<Labelled<'o>> = Vec::new();
    if let Some(location) = finding.location.as_ref().or(finding.place.as_ref()) {
        places.push(Labelled { location, label: hide(&label(finding, outcome, style)) });
    }
    for related in finding.related.iter().take(HOPS) {
        if places.iter().all(|place| place.location != &related.location) {
            places.push(Labelled { location: &related.location, label: hide(&related.message) });
        }
    }
    if let Some(fix) = &finding.place
        && places.iter().all(|place| *place.location != **fix)
    {
        places.push(Labelled { location: fix, label: "from here".to_owned() });
    }
    places
}

/// What is written at the mark: `is ["0.0.0.0/0"]`, `storage_encrypted is not written; AWS leaves it off`.
fn label(finding: &Finding, outcome: &Outcome, style: Style) -> String {
    let value = finding.value.as_ref().map(|value| value_text(&outcome.secrets.hide_in(value), style));
    match (finding.verdict, value) {
        (Verdict::Unset, None) => {
            let name = finding.attribute.as_deref().map(last_names);
            let Some(name) = name else { return "nothing here sets it".to_owned() };
            format!("{name} is not written{}", default(finding, style))
        }
        (_, Some(value)) => format!("is {value}"),
        (_, None) => String::new(),
    }
}

/// `; AWS leaves it off`
fn default(finding: &Finding, style: Style) -> String {
    use serde_json::Value;
    let Some(default) = &finding.default else { return String::new() };
    let vendor = provider_name(&finding.provider);
    let what = match &default.value {
        Value::Null => return String::new(),
        Value::Bool(false) => "leaves it off".to_owned(),
        Value::Bool(true) => "has it on".to_owned(),
        value => format!("takes {}", value_text(value, style)),
    };
    let since = default.since.as_deref();
    format!("; {vendor} {what}{}", since.map(|since| format!(" (since {since})")).unwrap_or_default())
}

/// The end of a path, without indices: `enabled` alone would not tell what, `versioning.enabled` does.
fn last_names(path: &str) -> String {
    let plain: Vec<&str> = path.split('.').map(|name| name.split('[').next().unwrap_or(name)).collect();
    plain[plain.len().saturating_sub(2)..].join(".")
}
