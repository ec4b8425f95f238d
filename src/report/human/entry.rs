//! One place: the problem, whose it is, where it stands, what to do.

use unicode_width::UnicodeWidthStr;

use super::picture::{Labelled, Pictures};
use super::style::Paint;
use super::{Style, text};
use crate::report::place::{NAMED, Place, location};
use crate::report::{Entry, Outcome, words};
use crate::responsibility::provider_name;
use crate::settings::finding::{Finding, Sentence, Verdict};

/// So many hops of a chain are drawn.
const HOPS: usize = 4;

/// The text of one place, each line with its line break: with a picture, or in two lines.
pub(super) fn text(
    outcome: &Outcome,
    place: &Place,
    pictures: &mut Pictures<'_>,
    style: Style,
    with_picture: bool,
) -> String {
    let entry = &place.first;
    let finding = &outcome.finding(entry);
    let say = |text: &Sentence| text::sign(&outcome.secrets.hide_sentence(text), style);
    let mut lines = headline(&say(&finding.message), finding, style);
    if !with_picture {
        lines.push(short(place, finding, style));
        return joined(&lines);
    }
    let dot = style.dot();
    let what = format!("    {} {dot} {} {dot} ", words::severity(finding.severity), words::verdict(finding.verdict));
    lines.extend(text::wrap("", "    ", &format!("{what}{}", words::owner_line(finding))));
    lines.extend(addresses(outcome, place, style));
    let labels = labelled(finding, outcome, style);
    if labels.is_empty() {
        lines.extend(unplaced(finding, outcome, style));
    }
    let mut text = joined(&lines);
    text.push_str(&pictures.draw(&labels));
    let note = finding.default.as_ref().and_then(|default| default.note.as_deref());
    if let Some(note) = note.filter(|_| finding.value.is_none()) {
        text.push_str(&joined(&text::wrap("  default: ", "           ", &text::sign(note, style))));
    }
    if let Some(careful) = &finding.careful {
        text.push_str(&joined(&text::wrap("  careful: ", "           ", &say(careful))));
    }
    // Masked as a whole: a secret may have several lines.
    let fix = outcome.secrets.hide_sentence(&finding.fix);
    text.push_str(&joined(&help(&outcome.rule(entry).id, &fix, style)));
    text
}

/// What is written, where nobody knows where: `role is "roles/owner", from var.grants`.
fn unplaced(finding: &Finding, outcome: &Outcome, style: Style) -> Vec<String> {
    let said = label(finding, outcome, style);
    if said.is_empty() {
        return Vec::new();
    }
    let attribute = finding.attribute.as_ref().filter(|_| finding.value.is_some());
    let what = attribute.map_or_else(|| said.clone(), |attribute| format!("{attribute} {said}"));
    let from = finding.variable.as_ref().map(|variable| format!(", from {variable}"));
    let line = outcome.secrets.hide(&format!("{what}{}", from.unwrap_or_default())).into_owned();
    text::wrap("    ", "    ", &text::sign(&line, style))
}

fn headline(message: &str, finding: &Finding, style: Style) -> Vec<String> {
    let mut lines = text::wrap("    ", "    ", message);
    // The sign comes last: with its colour it is wider than it looks.
    lines[0] = format!("  {} {}", style.severity(finding.severity), &lines[0][4..]);
    lines
}

/// `medium · unset · yours: network          modules/db/main.tf:19:25`
fn short(place: &Place, finding: &Finding, style: Style) -> String {
    let dot = style.dot();
    let mut left =
        format!("    {} {dot} {} {dot} ", words::severity(finding.severity), words::verdict(finding.verdict));
    left.push_str(&words::owner_line(finding));
    if let Some(variable) = &finding.variable {
        left.push_str(&format!(" {dot} {}", text::sign(variable, style)));
    }
    if place.findings > 1 {
        left.push_str(&format!(" {dot} {} times", words::grouped(place.findings)));
    }
    let at = location(finding).map(|at| format!("{}:{}:{}", at.file, at.line, at.column));
    text::right(&left, &text::sign(&at.unwrap_or_else(|| finding.address.to_string()), style))
}

fn addresses(outcome: &Outcome, place: &Place, style: Style) -> Vec<String> {
    let named = |entry: &Entry| {
        let address = text::sign(outcome.address(entry), style);
        let root = &outcome.root(entry).path;
        if outcome.roots.len() > 1 {
            format!("    {address}  in {}", text::sign(root, style))
        } else {
            format!("    {address}")
        }
    };
    let count = place.resources as usize;
    let listed = if count > NAMED { NAMED - 1 } else { count };
    let mut lines: Vec<String> = std::iter::once(&place.first).chain(&place.others).take(listed).map(named).collect();
    if count > listed {
        lines.push(format!("    and {} more", words::grouped((count - listed) as u32)));
    }
    lines
}

/// The places to draw: where the finding points, then the chain.
fn labelled<'o>(finding: &'o Finding, outcome: &Outcome, style: Style) -> Vec<Labelled<'o>> {
    let hide = |text: &str| text::sign(&outcome.secrets.hide(text), style);
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
    let value = finding.value.as_ref().map(|value| text::value_text(&outcome.secrets.hide_in(value), style));
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
        value => format!("takes {}", text::value_text(value, style)),
    };
    let since = default.since.as_deref();
    format!("; {vendor} {what}{}", since.map(|since| format!(" (since {since})")).unwrap_or_default())
}

/// The end of a path, without indices: `enabled` alone would not tell what, `versioning.enabled` does.
fn last_names(path: &str) -> String {
    let plain: Vec<&str> = path.split('.').map(|name| name.split('[').next().unwrap_or(name)).collect();
    plain[plain.len().saturating_sub(2)..].join(".")
}

fn help(id: &str, fix: &str, style: Style) -> Vec<String> {
    let mut lines = Vec::new();
    let mut prefix = format!("  {} ", style.paint(Paint::Name, "help:"));
    for line in fix.lines() {
        // Code stays on its line, so that it can be pasted; a sentence is wrapped.
        let line = text::sign(line, style);
        if 8 + line.width() <= super::WIDTH {
            lines.push(format!("{prefix}{line}"));
        } else {
            let mut wrapped = text::wrap("        ", "        ", &line);
            wrapped[0] = format!("{prefix}{}", &wrapped[0][8..]);
            lines.extend(wrapped);
        }
        prefix = " ".repeat(8);
    }
    lines.push(format!("{prefix}onus explain {id}"));
    lines
}

fn joined(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
