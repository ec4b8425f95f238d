//! What cells of the heat map open: whose part is what, how far it is done, what is open there. Without scripts they open
//! as well; in print they are an appendix.

use std::io;

use maud::{Markup, html};

use super::gathered::OfCell;
use super::heat::{counts, in_words, whose};
use super::{Page, Paper};
use crate::report::matrix::{Row, Slot};
use crate::responsibility::{LayerId, ModelId, Sources, cell};
use crate::settings::finding::Severity;

/// So many places are named.
const NAMED: usize = 6;

/// Writes what all cells, rows and columns open.
pub(super) fn write(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    paper.raw("<section class=\"cells\" aria-labelledby=\"cells\">\n")?;
    paper.put(html! { h2 #cells .print { "Each cell in words" } })?;
    for (index, column) in page.table.columns.iter().enumerate() {
        if let Some(model) = column_model(page, index) {
            paper.put(panel(&format!("m{index}"), &page.say.text(&column.name), &of_model(page, model)))?;
        }
    }
    for (index, row) in page.table.rows.iter().enumerate() {
        paper.put(panel(&format!("r{index}"), &page.say.text(&row.name), &of_row(page, row)))?;
        for (at, slot) in row.cells.iter().enumerate() {
            if slot.owner.is_none() && slot.tally.total() == 0 {
                continue;
            }
            let title = format!("{}: {}", page.say.text(&row.name), page.say.text(&page.table.columns[at].name));
            paper.put(panel(&format!("c{index}-{at}"), &title, &of_cell(page, (index, at), slot)))?;
        }
    }
    paper.raw("</section>\n")
}

/// The model that a column stands for.
pub(super) fn column_model(page: &Page<'_>, column: usize) -> Option<ModelId> {
    let id = &page.table.columns[column].id;
    page.of_models.then(|| ModelId::find(id)).flatten().filter(|model| model.has_column())
}

/// The layer and the model of a cell, where the table is one of these.
fn pair(page: &Page<'_>, (row, column): (usize, usize)) -> Option<(LayerId, ModelId)> {
    let model = page.of_models.then(|| ModelId::find(&page.table.columns[column].id)).flatten()?;
    Some((*page.table.rows[row].layers.first()?, model))
}

/// The worst severity that is open in a cell: where columns are no models, in all of its row.
pub(super) fn worst(page: &Page<'_>, at: (usize, usize)) -> Option<Severity> {
    match pair(page, at) {
        Some(pair) => page.gathered.cells.get(&pair)?.worst,
        None => {
            let layers = page.table.rows[at.0].layers.iter();
            layers.flat_map(|layer| page.gathered.of_layer(*layer)).filter_map(|cell| cell.worst).max()
        }
    }
}

fn panel(id: &str, title: &str, body: &Markup) -> Markup {
    html! {
        div .panel #(id) popover role="dialog" aria-label=(title) {
            button .close type="button" popovertarget=(id) popovertargetaction="hide" { "Close" }
            h3 { (title) }
            (body)
        }
    }
}

/// What a model is, and what of it is used.
fn of_model(page: &Page<'_>, model: ModelId) -> Markup {
    let about = model.get();
    let matrix = &page.outcome.matrix;
    let services = matrix.services(model);
    let declared: Vec<String> = matrix.declared(model).map(|name| page.say.text(name)).collect();
    html! {
        p { b { (about.name) } ". " (about.definition) }
        p { (about.ownership) }
        @if !services.is_empty() { p { b { "You use " } (services.join(", ")) } }
        @if !declared.is_empty() { p { b { "Declared " } (declared.join(", ")) } }
    }
}

/// What a row is, how far it is done, and what of it is owed outside the code.
fn of_row(page: &Page<'_>, row: &Row) -> Markup {
    let said = counts(row.tally, row.uncovered);
    let duties = page.outcome.matrix.duties().filter(|duty| row.layers.contains(&duty.layer)).count();
    html! {
        @for layer in &row.layers {
            p { b { (layer.get().name) } ". " (layer.get().definition) }
        }
        @if !said.is_empty() { p { b { "Your part " } (said.join(", ")) } }
        @for layer in &row.layers {
            @let places: Vec<u32> = page.gathered.of_layer(*layer).flat_map(|cell| &cell.places).copied().collect();
            (open(page, &sorted(places), *layer))
        }
        @if duties > 0 {
            p { a href="#outside" { (crate::report::words::count(duties as u32, "duty")) " outside the code" } }
        }
    }
}

fn of_cell(page: &Page<'_>, at: (usize, usize), slot: &Slot) -> Markup {
    let pair = pair(page, at);
    let of_cell: Option<&OfCell> = pair.and_then(|pair| page.gathered.cells.get(&pair));
    html! {
        p .stand { b { (in_words(slot)) } }
        @if let Some(note) = slot.note.and_then(|note| page.table.notes.get(note)) { p { (page.say.text(note)) } }
        @if slot.ours.is_some() && slot.ours != slot.owner { p { "By the resources at hand: " (whose(slot.ours)) } }
        @if let Some((layer, model)) = pair { (parts(page, layer, model)) }
        @if let (Some((layer, _)), Some(cell)) = (pair, of_cell) { (open(page, &cell.places, layer)) }
    }
}

/// Both parts in words. What the published cell says holds only where its owner does.
fn parts(page: &Page<'_>, layer: LayerId, model: ModelId) -> Markup {
    let here = page.outcome.matrix.cell(layer, model);
    let published = cell(layer, model)
        .filter(|published| here.is_some_and(|here| here.is_split() || here.owner() == published.owner));
    let Some(published) = published else { return html! {} };
    html! {
        @for (who, part) in [("Provider", published.provider_part), ("You", published.customer_part)] {
            @if !part.is_empty() { p { b { (who) " " } (part) } }
        }
        (sources(published.sources))
    }
}

/// Where it comes from, by the short names that the foot of the page explains.
fn sources(sources: Sources) -> Markup {
    let listed: Vec<&str> = sources.listed().map(|source| source.id).collect();
    let others: Vec<&str> = sources.names().skip(listed.len()).collect();
    html! {
        @if !listed.is_empty() || !others.is_empty() {
            p .dim {
                "By "
                @for (index, id) in listed.iter().enumerate() {
                    @if index > 0 { ", " }
                    a href={ "#src-" (id) } { (id) }
                }
                @for other in others { " " (other) }
            }
        }
    }
}

/// What is open: the first places, and the rest by filter.
fn open(page: &Page<'_>, places: &[u32], layer: LayerId) -> Markup {
    let outcome = page.outcome;
    html! {
        @if !places.is_empty() {
            p { b { "Open" } }
            ul {
                @for at in places.iter().take(NAMED) {
                    @let finding = outcome.finding(&outcome.places[*at as usize].first);
                    li { a href={ "#p" (at + 1) } { (page.say.sentence(&finding.message)) } }
                }
            }
            p .live { a href={ "#layer=" (layer) } { "Show all of " (layer) } }
        }
    }
}

fn sorted(mut places: Vec<u32>) -> Vec<u32> {
    places.sort_unstable();
    places.dedup();
    places
}
