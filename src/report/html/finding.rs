//! One place: the problem, whose it is, where it stands, what to do, and the instances behind it.

use maud::{Markup, html};

use super::gathered::Around;
use super::say::STYLE;
use super::{Page, excerpt};
use crate::report::excerpt::{Excerpts, labelled, unplaced};
use crate::report::place::{Place, location};
use crate::report::planned::change_of_value;
use crate::report::{Entry, teams, words};
use crate::responsibility::Owner;
use crate::settings::change::Change;
use crate::settings::finding::{Finding, Severity};

/// Writes a place: a line that opens what is known of it. What filters ask for stands in its `data-`
/// attributes, by the first letters of the filters: thousands of places have them.
pub(super) fn write(page: &Page<'_>, at: usize, excerpts: &mut Excerpts<'_>) -> Markup {
    let place = &page.outcome.places[at];
    let around = &page.gathered.places[at];
    let finding = page.outcome.finding(&place.first);
    let has_modules = page.gathered.modules.len() > 1;
    let has_teams = !around.teams.is_empty();
    html! {
        details .place #{ "p" (at + 1) } data-s=(words::severity(place.severity)) data-l=(finding.layer)
            data-o=(spaced(around.owners.iter().map(|owner| whose(*owner))))
            data-m=[has_modules.then(|| spaced(around.modules.iter()))] data-t=[has_teams.then(|| spaced(around.teams.iter()))]
            data-c=[changes(around)] {
            (line(page, place, &finding))
            (body(page, (place, around), &finding, excerpts))
        }
        "\n"
    }
}

/// The token of an owner, for filters and their fragment.
pub(super) fn whose(owner: Owner) -> &'static str {
    match owner {
        Owner::Customer => "yours",
        Owner::Shared => "shared",
        Owner::Provider => "provider",
    }
}

/// The token of what a plan does to a finding.
pub(super) fn change(change: Change) -> &'static str {
    match change {
        Change::New => "new",
        Change::Worse => "worse",
        Change::Same => "same",
        Change::Gone => "gone",
    }
}

fn changes(around: &Around) -> Option<String> {
    (!around.changes.is_empty()).then(|| spaced(around.changes.iter().map(|it| change(*it))))
}

fn spaced(words: impl Iterator<Item = impl ToString>) -> String {
    words.map(|word| word.to_string()).collect::<Vec<_>>().join(" ")
}

/// The sign of a severity.
pub(super) fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical | Severity::High => "×",
        Severity::Medium => "▲",
        Severity::Low | Severity::Info => "·",
    }
}

fn line(page: &Page<'_>, place: &Place, finding: &Finding) -> Markup {
    let at = location(finding).map_or_else(|| page.say.name(&finding.address), |at| page.say.place(at));
    html! {
        summary {
            h3 { (page.say.sentence(&finding.message)) }
            span {
                b { (words::severity(place.severity)) } " · " (words::verdict(finding.verdict)) " · "
                (page.say.text(&teams::owner_line(page.outcome, &place.first, finding)))
                @if place.findings > 1 { " · " (words::count(place.findings, "time")) }
            }
            code { (at) }
        }
    }
}

fn body(page: &Page<'_>, (place, around): (&Place, &Around), finding: &Finding, excerpts: &mut Excerpts<'_>) -> Markup {
    let outcome = page.outcome;
    let places = labelled(finding, outcome, STYLE);
    let said = if places.is_empty() { unplaced(finding, outcome, STYLE) } else { None };
    let default = finding.default.as_ref().and_then(|default| default.note.as_deref());
    let default = default.filter(|_| finding.value.is_none());
    let rule = outcome.rule(&place.first);
    html! {
        (instances(page, place, around))
        (excerpt::write(excerpts, &places, location(finding), page.say))
        @if let Some(said) = said { p { code { (said) } } }
        @if let Some(note) = default { p { b { "Default " } (page.say.text(note)) } }
        @if let Some(careful) = &finding.careful { p .careful { b { "Careful " } (page.say.sentence(careful)) } }
        (fix(&page.say.lines(&finding.fix)))
        p .key {
            a href={ "#s-" (place.first.element) } { (rule.id) }
            " " code { (outcome.key(&place.first, finding)) }
        }
    }
}

/// What to write: code stays on its lines, so that it can be pasted.
fn fix(lines: &[String]) -> Markup {
    let is_code = lines.iter().any(|line| line.contains(" = ") || line.ends_with('{'));
    html! {
        @if is_code {
            p { b { "Fix" } }
            pre { @for (index, line) in lines.iter().enumerate() { @if index > 0 { "\n" } (line) } }
        } @else if !lines.is_empty() {
            p { b { "Fix " } (lines.join(" ")) }
        }
    }
}

/// The resources behind the place; where a plan is reviewed, with what becomes of each.
fn instances(page: &Page<'_>, place: &Place, around: &Around) -> Markup {
    let entries = std::iter::once(&place.first).chain(&around.others);
    let mut told: Vec<Markup> = Vec::new();
    let mut last = String::new();
    for entry in entries.clone() {
        let one = instance(page, entry);
        if one.0 != last {
            last.clone_from(&one.0);
            told.push(one);
        }
    }
    let more = (place.findings as usize).saturating_sub(1 + around.others.len());
    html! {
        @if let ([only], 0) = (told.as_slice(), more) {
            p .where { (only) }
        } @else {
            ul .where {
                @for one in &told { li { (one) } }
                @if more > 0 { li { "and " (words::grouped(more as u32)) " more: " code { "onus check --format json" } } }
            }
        }
    }
}

/// An address, and what a plan does there.
pub(super) fn instance(page: &Page<'_>, entry: &Entry) -> Markup {
    let outcome = page.outcome;
    let root = (outcome.roots.len() > 1).then(|| page.say.name(&outcome.root(entry).path));
    let planned = entry.change.map(|change| (change, outcome.finding(entry)));
    html! {
        code { (page.say.name(outcome.address(entry))) }
        @if let Some(root) = root { " in " code { (root) } }
        @if let Some((what, finding)) = planned { (passage(page, what, &finding)) }
    }
}

fn passage(page: &Page<'_>, what: Change, finding: &Finding) -> Markup {
    let Some(planned) = &finding.planned else { return html! {} };
    let value = change_of_value(finding, planned, "→", &|value| page.say.value(value));
    html! {
        " " span .change { (change(what)) ", " (words::action(planned.action)) }
        @if let Some(value) = value { br; code { (page.say.text(&value)) } }
        @if let Some(variable) = &finding.variable { " from " code { (page.say.name(variable)) } }
    }
}
