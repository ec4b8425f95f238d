//! The matrix as a heat map: a table, each cell of which opens what is behind it (`cells.rs`). On a narrow screen each layer becomes a
//! card; roles are written out because a table that is laid out otherwise would lose them.

use std::io;

use maud::{Markup, html};

use super::{Page, Paper, cells};
use crate::report::matrix::{Row, Slot, Whose};
use crate::report::words;
use crate::responsibility::{Owner, Tally};
use crate::settings::finding::Severity;

/// Writes the heat map and its legend.
pub(super) fn write(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    let table = &page.table;
    paper.raw("<section class=\"matrix\" aria-labelledby=\"matrix\">\n")?;
    paper.put(html! { h2 #matrix { (table.title) } })?;
    if table.columns.is_empty() {
        paper.put(html! { p { "No resource here belongs to a service of a provider." } })?;
        return paper.raw("</section>\n");
    }
    let is_wide = table.columns.len() > 10;
    paper.put(html! {
        div .scroll.wide[is_wide].few[table.columns.len() < 4] tabindex=[is_wide.then_some("0")] role=[is_wide.then_some("group")]
            aria-label=[is_wide.then_some("Heat map")] {
            table role="table" aria-labelledby="matrix" {
                thead role="rowgroup" { (headings(page)) }
                tbody role="rowgroup" {
                    @for (index, row) in table.rows.iter().enumerate() { (line(page, index, row)) }
                }
            }
        }
        (legend(page))
    })?;
    paper.raw("</section>\n")
}

fn headings(page: &Page<'_>) -> Markup {
    html! {
        tr role="row" {
            th role="columnheader" scope="col" { "Layer" }
            @for (index, column) in page.table.columns.iter().enumerate() {
                th role="columnheader" scope="col" {
                    @if cells::column_model(page, index).is_some() {
                        button type="button" popovertarget={ "m" (index) } { (page.say.text(&column.name)) }
                    } @else {
                        bdi { (in_parts(&page.say.text(&column.name))) }
                    }
                }
            }
            th role="columnheader" scope="col" { "Your part" }
        }
    }
}

/// A name that may be broken where its parts end.
fn in_parts(name: &str) -> Markup {
    html! { @for part in name.split_inclusive(['.', '_', '-', '/']) { (part) wbr; } }
}

fn line(page: &Page<'_>, index: usize, row: &Row) -> Markup {
    html! {
        tr role="row" {
            th role="rowheader" scope="row" {
                button type="button" popovertarget={ "r" (index) } { (page.say.text(&row.name)) }
            }
            @for (at, slot) in row.cells.iter().enumerate() { (cell(page, (index, at), slot)) }
            (yours(row))
        }
    }
}

/// A cell: what is seen, and the same in words.
fn cell(page: &Page<'_>, (row, column): (usize, usize), slot: &Slot) -> Markup {
    let heading = page.say.text(&page.table.columns[column].name);
    html! {
        td role="cell" class=(heat(page, (row, column), slot)) {
            @if slot.owner.is_some() || slot.tally.total() > 0 {
                button type="button" popovertarget={ "c" (row) "-" (column) } {
                    span .col aria-hidden="true" { (heading) " " }
                    span aria-hidden="true" {
                        i { (words::sign(slot.owner)) }
                        @if slot.tally.total() > 0 { " " (words::share(slot.tally)) }
                        @if let Some(note) = slot.note { sup { (note + 1) } }
                    }
                    " " span .vh { (in_words(slot)) }
                }
            }
        }
    }
}

/// `shared, 25 of 26 secure, 1 open`
pub(super) fn in_words(slot: &Slot) -> String {
    let mut said = vec![whose(slot.owner).to_owned()];
    said.extend(counts(slot.tally, slot.uncovered));
    said.retain(|part| !part.is_empty());
    if slot.tally.total() == 0 && slot.owner.is_some_and(|owner| owner != Owner::Provider) {
        said.push("no setting seen".to_owned());
    }
    said.join(", ")
}

/// The word for an owner.
pub(super) fn whose(owner: Option<Owner>) -> &'static str {
    match owner {
        Some(Owner::Customer) => "yours",
        Some(Owner::Shared) => "shared",
        Some(Owner::Provider) => "the provider's",
        None => "",
    }
}

/// `25 of 26 secure`, `1 open`, …
pub(super) fn counts(tally: Tally, uncovered: u32) -> Vec<String> {
    let mut said = Vec::new();
    if tally.total() > 0 {
        said.push(format!("{} of {} secure", words::grouped(tally.done()), words::grouped(tally.total())));
    }
    for (count, word) in [
        (tally.open(), "open"),
        (tally.unknown, "undecided"),
        (tally.accepted, "accepted"),
        (tally.inherited, "done by the provider"),
        (uncovered, "without a setting"),
    ] {
        if count > 0 {
            said.push(format!("{} {word}", words::grouped(count)));
        }
    }
    said
}

/// The class of a cell: what is worst in it.
fn heat(page: &Page<'_>, at: (usize, usize), slot: &Slot) -> &'static str {
    let tally = slot.tally;
    match slot.owner {
        _ if tally.open() > 0 => match cells::worst(page, at) {
            Some(Severity::Critical) => "h4",
            Some(Severity::High) => "h3",
            Some(Severity::Medium) => "h2",
            _ => "h1",
        },
        _ if tally.unknown + tally.accepted > 0 => "hu",
        _ if tally.total() > 0 => "h0",
        Some(Owner::Provider) => "hp",
        Some(_) => "hn",
        None => "hx",
    }
}

/// What is the reader's in all of a row: a bar, and the numbers.
fn yours(row: &Row) -> Markup {
    let Some(percent) = row.tally.percent() else {
        let is_anyones = row.cells.iter().any(|cell| cell.owner.is_some());
        let said = match row.whose {
            Whose::Yours => "outside the code",
            Whose::Theirs if is_anyones => "the provider's",
            Whose::Theirs => "",
        };
        return html! { td role="cell" .yours { small { (said) (uncovered(row)) } } };
    };
    html! {
        td role="cell" .yours {
            svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
                rect width="100" height="10" {}
                rect .done width=(percent) height="10" {}
            }
            span aria-hidden="true" { (words::share(row.tally)) }
            " " span .vh { (counts(row.tally, 0).join(", ")) }
            small { (uncovered(row)) }
        }
    }
}

fn uncovered(row: &Row) -> String {
    if row.uncovered > 0 { format!(" +{}", words::grouped(row.uncovered)) } else { String::new() }
}

/// What signs and colours mean, and the footnotes.
fn legend(page: &Page<'_>) -> Markup {
    let table = &page.table;
    html! {
        ul .legend {
            li { i { "●" } " yours" }
            li { i { "◐" } " shared" }
            li { i { "○" } " the provider's" }
            li { b .h0 { "4/4" } " all secure" }
            li { "open: " b .h1 { "3/4!" } " low " b .h2 { "3/4!" } " medium " b .h3 { "3/4!" } " high " b .h4 { "3/4!" } " critical" }
            li { b .hu { "3/4?" } " undecided " b .hu { "3/4~" } " accepted" }
            @if table.rows.iter().any(|row| row.uncovered > 0) { li { "+n resources without a setting" } }
        }
        @if !table.notes.is_empty() {
            ol .notes { @for note in &table.notes { li { (page.say.text(note)) } } }
        }
        @for remark in &table.remarks { p .dim { (page.say.text(remark)) } }
    }
}
