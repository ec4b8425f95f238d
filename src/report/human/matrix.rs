//! `onus matrix` for people: layers by the models that the estate uses, with your part of each.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{Style, text};
use crate::report::place::location;
use crate::report::{Outcome, words};
use crate::responsibility::{Cell, LayerId, ModelId, Owner, Tally};

/// How wide a column is.
const COLUMN: usize = 9;

/// So many footnotes and lists are written.
const LISTED: usize = 6;

/// Writes who answers for what.
pub fn write(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let matrix = &outcome.matrix;
    let models: Vec<ModelId> = matrix.models().collect();
    let named = |path: &'static str, root: &str| if root == "." { path.to_owned() } else { root.to_owned() };
    let roots: Vec<String> = outcome.roots.iter().take(3).map(|root| named("this directory", &root.path)).collect();
    let roots = text::sign(&words::list(roots.iter().map(String::as_str)), style);
    writeln!(out, "{}\n", text::right("Who answers for what", &format!("{roots}, from configuration")))?;
    if models.is_empty() {
        return writeln!(out, "No resource here belongs to a service of a provider. Next: onus check");
    }
    for (index, model) in models.iter().enumerate() {
        let services = matrix.services(*model);
        let shown: Vec<&str> = services.iter().take(LISTED).copied().collect();
        let more = if services.len() > LISTED { format!(", {} more", services.len() - LISTED) } else { String::new() };
        let first = format!("{:<9} {:<8} ", if index == 0 { "You use" } else { "" }, words::short(*model));
        for line in text::wrap(&first, &" ".repeat(19), &format!("{}{more}", shown.join(", "))) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)?;
    write_weakest(out, outcome, style)?;
    let notes = table(out, outcome, &models, style)?;
    legend(out, style)?;
    for (index, note) in notes.iter().enumerate() {
        for line in text::wrap(&format!(" {} ", index + 1), "   ", &text::sign(note, style)) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)?;
    totals(out, outcome, style)
}

fn write_weakest(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let Some((layer, worst)) = outcome.weakest() else { return Ok(()) };
    let finding = outcome.finding(&worst);
    let at = location(&finding).map(|at| format!(" ({}:{})", at.file, at.line)).unwrap_or_default();
    let message = outcome.secrets.hide_sentence(&finding.message);
    let sentence = format!("Weakest link: {layer}. {message}: {}{at}.", finding.address);
    for line in text::wrap("", "", &text::sign(&sentence, style)) {
        writeln!(out, "{line}")?;
    }
    writeln!(out)
}

/// Writes the table; gives its footnotes.
fn table(out: &mut dyn Write, outcome: &Outcome, models: &[ModelId], style: Style) -> io::Result<Vec<String>> {
    let mut notes = Vec::new();
    let mut rows: Vec<Vec<String>> = vec![models.iter().map(|model| words::short(*model).to_owned()).collect()];
    for layer in LayerId::all() {
        let cells = models.iter().filter_map(|model| outcome.matrix.cell(layer, *model));
        rows.push(cells.map(|cell| cell_text(cell, layer, &mut notes, style)).collect());
    }
    let width_of = |column: usize| {
        let widths = rows.iter().filter_map(|row| row.get(column)).map(|text| text.width());
        widths.max().unwrap_or(0).max(COLUMN - 1)
    };
    let widths: Vec<usize> = (0..models.len()).map(width_of).collect();
    let layers = std::iter::once(None).chain(LayerId::all().map(Some));
    for (layer, row) in layers.zip(&rows) {
        let mut line = format!(" {:<12}", layer.map_or("", LayerId::id));
        for (text, width) in row.iter().zip(&widths) {
            line.push_str(&format!(" {text}{}", " ".repeat(width.saturating_sub(text.width()))));
        }
        let yours = match layer {
            None => "yours".to_owned(),
            Some(layer) => match outcome.matrix.layer_tally(layer) {
                sum if sum.total() > 0 => share(sum),
                _ => nothing_seen(outcome, models, layer).to_owned(),
            },
        };
        writeln!(out, "{line} {yours:>10}")?;
    }
    writeln!(out)?;
    Ok(notes)
}

/// `● 4/5!`, with the number of a footnote where the resources of a cell differ.
fn cell_text(cell: &Cell, layer: LayerId, notes: &mut Vec<String>, style: Style) -> String {
    let mut text = sign(cell.owner(), style).to_owned();
    if cell.tally.total() > 0 {
        text.push_str(&format!(" {}", share(cell.tally)));
    }
    if let Some(note) = &cell.note
        && notes.len() < LISTED
    {
        let condition = note.condition.when.replace("attrs.", "");
        notes.push(format!("{layer} of {} {} {condition}", note.address, whose(note.owner)));
        text.push_str(&format!(" {}", superscript(notes.len(), style)));
    }
    text
}

/// What stands in the last column of a layer without a setting: `outside` where you have a part, `-` where you have none.
fn nothing_seen(outcome: &Outcome, models: &[ModelId], layer: LayerId) -> &'static str {
    let yours = |cell: &Cell| cell.owner() != Owner::Provider;
    if models.iter().filter_map(|model| outcome.matrix.cell(layer, *model)).any(yours) { "outside" } else { "-" }
}

fn whose(owner: Owner) -> &'static str {
    match owner {
        Owner::Customer => "is yours:",
        Owner::Shared => "is shared:",
        Owner::Provider => "is the provider's:",
    }
}

fn sign(owner: Owner, style: Style) -> &'static str {
    match (owner, style.unicode) {
        (Owner::Customer, true) => "●",
        (Owner::Shared, true) => "◐",
        (Owner::Provider, true) => "○",
        (Owner::Customer, false) => "Y",
        (Owner::Shared, false) => "S",
        (Owner::Provider, false) => "-",
    }
}

fn superscript(number: usize, style: Style) -> String {
    let digit = ["¹", "²", "³", "⁴", "⁵", "⁶"].get(number.wrapping_sub(1)).filter(|_| style.unicode);
    digit.map_or_else(|| format!("({number})"), |digit| (*digit).to_owned())
}

/// `4/5!`, with signs for what is open, undecided and accepted.
fn share(tally: Tally) -> String {
    let open = if tally.open() > 0 { "!" } else { "" };
    let undecided = if tally.unknown > 0 { "?" } else { "" };
    let accepted = if tally.accepted > 0 { "~" } else { "" };
    format!("{}/{}{open}{undecided}{accepted}", tally.done(), tally.total())
}

fn legend(out: &mut dyn Write, style: Style) -> io::Result<()> {
    let owner = |owner| sign(owner, style);
    writeln!(
        out,
        " {} yours  {} shared  {} the provider's     n/m secure of all your settings",
        owner(Owner::Customer),
        owner(Owner::Shared),
        owner(Owner::Provider)
    )?;
    writeln!(out, " ! open   ? undecided   ~ accepted by you   sign alone: no setting seen here")
}

fn totals(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    let tally = outcome.matrix.tally();
    let percent = tally.percent().map(|percent| format!(" ({percent} %)")).unwrap_or_default();
    let sentence = format!(
        "Settings: {} of {} secure{percent}, {} open, {} undecided, {} accepted.",
        words::grouped(tally.done()),
        words::grouped(tally.total()),
        words::grouped(tally.open()),
        words::grouped(tally.unknown),
        words::grouped(tally.accepted)
    );
    writeln!(out, "{sentence}")?;
    let uncovered: Vec<(&str, u32)> = outcome.matrix.uncovered_types().collect();
    if !uncovered.is_empty() {
        let resources = uncovered.iter().map(|(_, count)| count).sum();
        let types: Vec<&str> = uncovered.iter().take(LISTED).map(|(type_name, _)| *type_name).collect();
        let more =
            if uncovered.len() > LISTED { format!(", {} more types", uncovered.len() - LISTED) } else { String::new() };
        let sentence = format!(
            "Not covered: {} that onus has no setting for yet: {}{more}",
            words::count(resources, "resource"),
            types.join(", ")
        );
        for line in text::wrap("", "  ", &text::sign(&sentence, style)) {
            writeln!(out, "{line}")?;
        }
    }
    let duties: Vec<&str> = outcome.matrix.duties().map(|duty| duty.id).collect();
    if !duties.is_empty() {
        let sentence = format!(
            "Outside the code: {}, which no Terraform can show: {}, {}",
            words::count(duties.len() as u32, "duty"),
            duties.iter().take(LISTED).copied().collect::<Vec<_>>().join(", "),
            style.ellipsis()
        );
        for line in text::wrap("", "  ", &sentence) {
            writeln!(out, "{line}")?;
        }
    }
    match outcome.weakest() {
        Some((layer, _)) => writeln!(out, "Next: onus explain {layer}"),
        None => writeln!(out, "Next: onus explain LAYER"),
    }
}
