//! One place: the problem, whose it is, where it stands, what to do.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::picture::Pictures;
use super::style::Paint;
use super::{Style, text};
use crate::report::excerpt::{labelled, unplaced};
use crate::report::place::{NAMED, Place, location};
use crate::report::{Entry, Outcome, teams, words};
use crate::settings::finding::{Finding, Sentence};

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
        lines.push(short(outcome, place, finding, style));
        return joined(&lines);
    }
    let dot = style.dot();
    let what = format!("    {} {dot} {} {dot} ", words::severity(finding.severity), words::verdict(finding.verdict));
    lines.extend(text::wrap(
        "",
        "    ",
        &format!("{what}{}", text::sign(&teams::owner_line(outcome, entry, finding), style)),
    ));
    lines.extend(addresses(outcome, place, style));
    let labels = labelled(finding, outcome, style);
    if labels.is_empty() {
        let said = unplaced(finding, outcome, style);
        lines.extend(said.iter().flat_map(|said| text::wrap("    ", "    ", said)));
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
    let fix = outcome.remedy(entry, finding).map_or(fix, Cow::Borrowed);
    text.push_str(&joined(&help(&outcome.rule(entry).id, &fix, style)));
    text
}

fn headline(message: &str, finding: &Finding, style: Style) -> Vec<String> {
    let mut lines = text::wrap("    ", "    ", message);
    // The sign comes last: with its colour it is wider than it looks.
    lines[0] = format!("  {} {}", style.severity(finding.severity), &lines[0][4..]);
    lines
}

/// `medium · unset · yours: network          modules/db/main.tf:19:25`
fn short(outcome: &Outcome, place: &Place, finding: &Finding, style: Style) -> String {
    let dot = style.dot();
    let mut left =
        format!("    {} {dot} {} {dot} ", words::severity(finding.severity), words::verdict(finding.verdict));
    left.push_str(&text::sign(&teams::owner_line(outcome, &place.first, finding), style));
    if let Some(variable) = &finding.variable {
        left.push_str(&format!(" {dot} {}", text::sign(variable, style)));
    }
    if place.findings > 1 {
        left.push_str(&format!(" {dot} {} times", words::grouped(place.findings)));
    }
    let at = location(finding).map(|at| format!("{}:{}:{}", at.file, at.line, at.column));
    text::right(&left, &at.map_or_else(|| text::name(&finding.address, style), |at| text::sign(&at, style)))
}

fn addresses(outcome: &Outcome, place: &Place, style: Style) -> Vec<String> {
    let named = |entry: &Entry| {
        let address = text::name(outcome.address(entry), style);
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
