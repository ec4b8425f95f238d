//! What filters the findings: severity, layer, owner, what a plan does, module, team. Without scripts it is hidden.

use std::collections::BTreeMap;

use indexmap::IndexSet;
use maud::{Markup, html};

use super::Page;
use super::finding::{change, sign, whose};
use crate::report::words;
use crate::responsibility::LayerId;

/// One choice of a filter: its token, its word, how many places it has.
type Choice = (&'static str, String, u32);

/// Writes the filters.
pub(super) fn write(page: &Page<'_>) -> Markup {
    html! {
        details .filters #filters hidden open {
            summary { "Filter" }
            (group("severity", "Severity", &severities(page)))
            @if page.outcome.review.is_some() { (group("change", "By the change", &changes(page))) }
            (group("owner", "Whose", &owners(page)))
            (group("layer", "Layer", &layers(page)))
            (modules(page))
            (teams(page))
            p .shown #shown role="status" {}
            p {
                button #clear type="button" { "Clear filters" }
                " " button #open type="button" { "Open all" }
            }
        }
    }
}

fn group(name: &str, title: &str, choices: &[Choice]) -> Markup {
    html! {
        fieldset {
            legend { (title) }
            @for (token, word, count) in choices {
                label {
                    input type="checkbox" name=(name) value=(token);
                    span { (word) }
                    small { (words::grouped(*count)) }
                }
            }
        }
    }
}

fn severities(page: &Page<'_>) -> Vec<Choice> {
    let mut counts = BTreeMap::new();
    for place in &page.outcome.places {
        *counts.entry(place.severity).or_insert(0) += 1;
    }
    let worst_first = counts.into_iter().rev();
    let choice = |severity| (words::severity(severity), format!("{} {}", sign(severity), words::severity(severity)));
    worst_first.map(|(severity, count)| (choice(severity).0, choice(severity).1, count)).collect()
}

fn layers(page: &Page<'_>) -> Vec<Choice> {
    let mut counts: BTreeMap<LayerId, u32> = BTreeMap::new();
    for place in &page.outcome.places {
        *counts.entry(place.first.layer).or_default() += 1;
    }
    counts.into_iter().map(|(layer, count)| (layer.id(), layer.id().to_owned(), count)).collect()
}

fn owners(page: &Page<'_>) -> Vec<Choice> {
    let mut counts = BTreeMap::new();
    for owner in page.gathered.places.iter().flat_map(|around| &around.owners) {
        *counts.entry(*owner).or_insert(0) += 1;
    }
    let word = |owner| super::heat::whose(Some(owner)).to_owned();
    counts.into_iter().map(|(owner, count)| (whose(owner), word(owner), count)).collect()
}

fn changes(page: &Page<'_>) -> Vec<Choice> {
    let mut counts = BTreeMap::new();
    for change in page.gathered.places.iter().flat_map(|around| &around.changes) {
        *counts.entry(*change).or_insert(0) += 1;
    }
    counts.into_iter().map(|(what, count)| (change(what), change(what).to_owned(), count)).collect()
}

/// Modules and teams may be many: they are a list, in which one is chosen; of one there is no choice. What is kept in a
/// fragment is the name, not the number.
fn list(name: &str, title: &str, all: &str, of: (&IndexSet<String>, Vec<u32>)) -> Markup {
    let (names, of_places) = of;
    let mut counts = vec![0_u32; names.len()];
    of_places.into_iter().for_each(|index| counts[index as usize] += 1);
    let mut choices: Vec<(usize, &String)> = names.iter().enumerate().collect();
    choices.sort_by_key(|(_, name)| *name);
    if choices.len() < 2 {
        return html! {};
    }
    html! {
        label .select {
            span { (title) }
            select #(name) name=(name) {
                option value="" { (all) }
                @for (index, name) in choices {
                    option value=(name) data-number=(index) { (name) " (" (words::grouped(counts[index])) ")" }
                }
            }
        }
    }
}

fn modules(page: &Page<'_>) -> Markup {
    let of_places = page.gathered.places.iter().flat_map(|around| &around.modules).copied().collect();
    list("module", "Module", "all modules", (&page.gathered.modules, of_places))
}

fn teams(page: &Page<'_>) -> Markup {
    let of_places = page.gathered.places.iter().flat_map(|around| &around.teams).copied().collect();
    list("team", "Team", "all teams", (&page.gathered.teams, of_places))
}
