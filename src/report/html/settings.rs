//! The settings that findings name, each explained once: why it matters, its default, its controls, where to read more.

use std::collections::BTreeSet;
use std::io;

use maud::{Markup, html};

use super::{Page, Paper};
use crate::report::human::value_text;
use crate::report::words;
use crate::settings::describe::Description;

/// Writes the settings of all places, and of what is accepted.
pub(super) fn write(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    let outcome = page.outcome;
    let named = outcome.places.iter().map(|place| place.first.element);
    let accepted = outcome.suppressed().map(|entry| entry.element);
    let elements: BTreeSet<u32> = named.chain(accepted).collect();
    let mut rules: Vec<(u32, &Description)> =
        elements.into_iter().filter_map(|element| Some((element, outcome.rules.get(&element)?))).collect();
    rules.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    if rules.is_empty() {
        return Ok(());
    }
    paper.raw("<section class=\"settings\" aria-labelledby=\"settings\">\n")?;
    paper.put(html! { h2 #settings { "The settings behind them" } })?;
    for (element, rule) in rules {
        paper.put(setting(page, element, rule))?;
    }
    paper.raw("</section>\n")
}

fn setting(page: &Page<'_>, element: u32, rule: &Description) -> Markup {
    let text = |text: &str| page.say.text(text);
    let controls = rule.frameworks.iter().map(|entry| format!("{}: {}", entry.framework, entry.controls.join(", ")));
    let controls = controls.collect::<Vec<_>>().join("; ");
    html! {
        details #{ "s-" (element) } {
            summary { code { (text(&rule.id)) } " " span { (text(&rule.title)) } }
            p { (text(&rule.why)) }
            @if let Some(remedy) = rule.remedy.as_deref() { p { b { "To do " } (text(remedy)) } }
            @if let Some(default) = &rule.default {
                p {
                    b { "Left out " } code { (text(&value_text(&default.value, super::say::STYLE))) }
                    @if let Some(since) = &default.since { " since " (text(since)) }
                    @if let Some(note) = &default.note { " (" (text(note)) ")" }
                }
            }
            @if let Some(secure) = rule.secure.as_deref() { p { b { "Secure " } code { (text(secure)) } } }
            p {
                b { "Layer " } (text(&rule.layer)) ", " b { "severity " } (words::severity(rule.severity))
                @if !rule.aliases.is_empty() { ", " b { "also " } (text(&rule.aliases.join(", "))) }
            }
            @if !controls.is_empty() { p { b { "Controls " } (text(&controls)) } }
            @if !rule.references.is_empty() {
                ul { @for reference in &rule.references { li { (link(&text(reference))) } } }
            }
            p { b { "If it is intended " } code { "# onus: ignore[" (text(&rule.id)) "] -- why" } }
        }
        "\n"
    }
}

/// A reference: rules of one's own may name what no browser should follow.
fn link(reference: &str) -> Markup {
    let is_web = ["https://", "http://"].iter().any(|scheme| reference.starts_with(scheme));
    html! {
        @if is_web { a href=(reference) rel="noopener noreferrer" { (reference) } } @else { (reference) }
    }
}
