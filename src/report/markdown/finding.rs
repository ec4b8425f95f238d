//! One place: what is wrong, whose it is, where, what to write; why, folded away.

use super::{STYLE, Sheet, cut, text};
use crate::report::escape::{self, code};
use crate::report::human::value_text;
use crate::report::place::{NAMED, Place, location};
use crate::report::{teams, words};
use crate::settings::finding::{Finding, Verdict};

/// So many hops of a chain are told.
const HOPS: usize = 4;

impl Sheet<'_> {
    /// The text of one place.
    pub(super) fn place(&self, number: usize, place: &Place) -> String {
        let outcome = self.outcome;
        let finding = &outcome.finding(&place.first);
        let message = text(&cut(&outcome.secrets.hide_sentence(&finding.message), 300));
        let mut said = format!("\n**{number}. {message}**\n");
        let at = location(finding).map(|at| format!(" · {}", self.at(at))).unwrap_or_default();
        let (severity, verdict) = (words::severity(finding.severity), words::verdict(finding.verdict));
        said.push_str(&format!(
            "{severity} · {verdict} · {}{at}\n\n",
            text(&cut(&teams::owner_line(outcome, &place.first, finding), 200))
        ));
        said.push_str(&format!("- {}\n", self.addresses(place)));
        if let Some(value) = self.value(finding) {
            said.push_str(&format!("- {value}\n"));
        }
        let here = location(finding);
        for hop in finding.related.iter().filter(|hop| Some(&hop.location) != here).take(HOPS) {
            said.push_str(&format!("- {}: {}\n", self.text(&hop.message, 200), self.at(&hop.location)));
        }
        said.push_str(&self.fix(&outcome.secrets.hide_sentence(&finding.fix)));
        if let Some(remedy) = outcome.remedy(&place.first, finding) {
            said.push_str(&format!("- to do: {}\n", text(&cut(remedy, 600))));
        }
        said.push_str(&self.why(place, finding));
        said
    }

    /// `aws_s3_bucket.a in live/prod, aws_s3_bucket.b in live/dev and 3 more`
    fn addresses(&self, place: &Place) -> String {
        let outcome = self.outcome;
        let named = std::iter::once(&place.first).chain(&place.others).take(NAMED).map(|entry| {
            let address = self.code(outcome.address(entry), 200);
            match outcome.roots.len() {
                0 | 1 => address,
                _ => format!("{address} in {}", self.text(&outcome.root(entry).path, 200)),
            }
        });
        let named: Vec<String> = named.collect();
        let more = (place.resources as usize).saturating_sub(named.len());
        let more = if more > 0 { format!(" and {} more", words::grouped(more as u32)) } else { String::new() };
        format!("{}{more}", named.join(", "))
    }

    /// What is written, and what it was before: `cidr_blocks`: `["10.0.0.0/8"]` → `["0.0.0.0/0"]`.
    fn value(&self, finding: &Finding) -> Option<String> {
        let outcome = self.outcome;
        let shown = |value: &serde_json::Value| code(&value_text(&outcome.secrets.hide_in(value), STYLE));
        let attribute = finding.attribute.as_deref().filter(|attribute| !attribute.is_empty());
        let name = attribute.map(|attribute| self.code(attribute, 120));
        let from = finding.variable.as_ref().map(|name| format!(", from {}", self.code(name, 120)));
        let from = from.unwrap_or_default();
        let planned = finding.planned.as_ref().filter(|planned| planned.before != planned.after);
        if let (Some(name), Some(planned)) = (&name, planned) {
            let side = |value: &Option<serde_json::Value>| value.as_ref().map_or_else(|| "nothing".to_owned(), shown);
            let (before, after) = (side(&planned.before), side(&planned.after));
            return Some(match planned.before {
                None if planned.after.is_some() => format!("{name} is {after}{from}"),
                _ => format!("{name}: {before} → {after}{from}"),
            });
        }
        match (&finding.value, name) {
            (Some(value), Some(name)) => Some(format!("{name} is {}{from}", shown(value))),
            (Some(value), None) => Some(format!("it is {}{from}", shown(value))),
            (None, Some(name)) if finding.verdict == Verdict::Unset => Some(format!("{name} is not written")),
            _ => None,
        }
    }

    /// Code as code that can be pasted, a sentence as a sentence.
    fn fix(&self, fix: &str) -> String {
        const LINES: usize = 30;
        if fix.is_empty() {
            return String::new();
        }
        let is_code = fix.contains(" = ") || fix.contains('{') || fix.lines().count() > 1;
        if !is_code {
            return format!("- to do: {}\n", text(&cut(fix, 600)));
        }
        let lines: Vec<String> =
            fix.lines().take(LINES).map(|line| escape::line(&cut(line, 300)).into_owned()).collect();
        let longest = lines.iter().flat_map(|line| line.split(|char| char != '`')).map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        format!("\n{fence}hcl\n{}\n{fence}\n", lines.join("\n"))
    }

    fn why(&self, place: &Place, finding: &Finding) -> String {
        let rule = self.outcome.rule(&place.first);
        let mut said = "\n<details><summary>Why, and what if this is intended?</summary>\n\n".to_owned();
        said.push_str(&format!("{}\n", text(&cut(&rule.why, 800))));
        let note = finding.default.as_ref().and_then(|default| default.note.as_deref());
        if let Some(note) = note.filter(|_| finding.value.is_none()) {
            said.push_str(&format!("\nDefault: {}\n", self.text(note, 300)));
        }
        if let Some(careful) = &finding.careful {
            let careful = self.outcome.secrets.hide_sentence(careful);
            said.push_str(&format!("\nCareful: {}\n", text(&cut(&careful, 400))));
        }
        let comment = format!("# onus: ignore[{}] -- the reason", rule.id);
        said.push_str(&format!("\nIf it is intended, write above the line: {}. ", code(&comment)));
        said.push_str(&format!("More: {}\n\n</details>\n", code(&format!("onus explain {}", rule.id))));
        said
    }
}
