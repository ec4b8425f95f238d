//! `onus matrix` for people: rows by columns in 80 columns, in several pieces where there are many.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::style::Paint;
use super::{Style, WIDTH, configured, review, text};
use crate::report::matrix::{Lens, Row, Slot, Table, Whose, subject, totals, weakest};
use crate::report::said::What;
use crate::report::{Outcome, words};
use crate::responsibility::Owner;

/// How wide a column is at least, and its heading at most.
const COLUMN: usize = 6;
const HEADING: usize = 16;

/// So many services, types and duties are named.
const LISTED: usize = 6;

/// So many columns are drawn.
const COLUMNS: usize = 24;

/// Writes who answers for what.
pub fn write(out: &mut dyn Write, outcome: &Outcome, lens: Lens, style: Style) -> io::Result<()> {
    let table = Table::new(outcome, lens);
    let subject = text::sign(&subject(outcome), style);
    writeln!(out, "{}\n", heading(&table.title, &subject))?;
    if table.columns.is_empty() {
        return writeln!(out, "No resource here belongs to a service of a provider. Next: onus check");
    }
    if !matches!(lens, Lens::Breakdown) {
        services(out, outcome, style)?;
    }
    if let Some(sentence) = weakest(outcome) {
        paragraph(out, "", &text::sign(&sentence, style))?;
        writeln!(out)?;
    }
    draw(out, &table, style)?;
    legend(out, &table, style)?;
    for (index, note) in table.notes.iter().enumerate() {
        for line in text::wrap(&format!(" {} ", index + 1), "   ", &text::sign(note, style)) {
            writeln!(out, "{line}")?;
        }
    }
    for remark in &table.remarks {
        paragraph(out, " ", &text::sign(remark, style))?;
    }
    writeln!(out)?;
    review::shift(out, outcome, style)?;
    below(out, outcome, style)
}

fn paragraph(out: &mut dyn Write, indent: &str, sentence: &str) -> io::Result<()> {
    for line in text::wrap(indent, indent, sentence) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// What it is, and of what; on lines of their own where both are long.
fn heading(title: &str, subject: &str) -> String {
    let fits = title.width() + subject.width() + 2 <= WIDTH;
    if fits { text::right(title, subject) } else { text::wrap("", "", &format!("{title}: {subject}")).join("\n") }
}

/// Which services the estate uses of each model.
fn services(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    for (index, model) in outcome.matrix.models().enumerate() {
        let declared =
            outcome.matrix.declared(model).map(|name| outcome.secrets.hide(&format!("{name} (declared)")).into_owned());
        let services = outcome.matrix.services(model).into_iter().map(str::to_owned);
        let services: Vec<String> = services.chain(declared).collect();
        let shown: Vec<&str> = services.iter().take(LISTED).map(String::as_str).collect();
        let more = if services.len() > LISTED { format!(", {} more", services.len() - LISTED) } else { String::new() };
        let first = format!("{:<9} {:<8} ", if index == 0 { "You use" } else { "" }, words::short(model));
        for line in text::wrap(&first, &" ".repeat(19), &text::sign(&format!("{}{more}", shown.join(", ")), style)) {
            writeln!(out, "{line}")?;
        }
    }
    writeln!(out)
}

/// Draws the table: as many columns as fit, then the others beneath; what is the reader's in all stands last.
fn draw(out: &mut dyn Write, table: &Table, style: Style) -> io::Result<()> {
    let names: Vec<Vec<String>> = table.rows.iter().map(|row| text::pieces(&row.name, 26)).collect();
    let name_width = names.iter().flatten().map(|name| name.width()).max().unwrap_or(0).max(12) + 1;
    let shown = table.columns.len().min(COLUMNS);
    let headings: Vec<Vec<String>> =
        table.columns[..shown].iter().map(|column| text::pieces(&text::sign(&column.name, style), HEADING)).collect();
    let width_of = |column: usize| {
        let cells = table.rows.iter().map(|row| slot(&row.cells[column], style).width());
        let heading = headings[column].iter().map(|part| part.width());
        cells.chain(heading).max().unwrap_or(0).max(COLUMN)
    };
    let widths: Vec<usize> = (0..shown).map(width_of).collect();
    let yours: Vec<String> = std::iter::once("yours".to_owned()).chain(table.rows.iter().map(yours)).collect();
    let last = yours.iter().map(|text| text.width()).max().unwrap_or(0);
    let mut from = 0;
    while from < shown {
        let room =
            |to: usize, last: usize| 1 + name_width + widths[from..to].iter().map(|w| w + 1).sum::<usize>() + last;
        let mut to = from + 1;
        while to < shown && room(to + 1, 0) <= WIDTH {
            to += 1;
        }
        let is_end = to == shown && (room(to, last) <= WIDTH || to == from + 1);
        if to == shown && !is_end {
            // What is the reader's in all does not fit beside them: the last column goes with it.
            to -= 1;
        }
        let lines =
            Piece { names: &names, name_width, headings: &headings, widths: &widths, from, to }.lines(table, style);
        finish(out, lines, is_end.then_some(&yours), last)?;
        writeln!(out)?;
        from = to;
    }
    if shown < table.columns.len() {
        let more = words::count((table.columns.len() - shown) as u32, "more column");
        writeln!(out, " {more}, with less open: --format csv has all\n")?;
    }
    Ok(())
}

/// Some columns of a table.
struct Piece<'t> {
    names: &'t [Vec<String>],
    name_width: usize,
    headings: &'t [Vec<String>],
    widths: &'t [usize],
    from: usize,
    to: usize,
}

/// A line, and whether it is the one on which a row's counts stand.
type Line = (String, bool);

impl Piece<'_> {
    /// Its lines; one of each row, and one of the headings, is where counts stand.
    fn lines(&self, table: &Table, style: Style) -> Vec<Line> {
        let Self { names, name_width, headings, widths, from, to } = *self;
        let mut lines = Vec::new();
        let height = headings[from..to].iter().map(Vec::len).max().unwrap_or(1);
        for line in 0..height {
            let mut text = format!(" {}", " ".repeat(name_width));
            for (parts, width) in headings[from..to].iter().zip(&widths[from..to]) {
                let part =
                    (line + parts.len()).checked_sub(height).and_then(|at| parts.get(at)).map_or("", String::as_str);
                text.push_str(&padded(part, part, *width));
            }
            lines.push((text, line + 1 == height));
        }
        for (row, name) in table.rows.iter().zip(names) {
            for (index, part) in name.iter().enumerate() {
                let is_last = index + 1 == name.len();
                let mut text = format!(" {part}{}", " ".repeat(name_width.saturating_sub(part.width())));
                for (cell, width) in row.cells[from..to].iter().zip(&widths[from..to]).filter(|_| is_last) {
                    let plain = slot(cell, style);
                    text.push_str(&padded(&plain, &painted(cell, &plain, style), *width));
                }
                lines.push((text, is_last));
            }
        }
        lines
    }
}

/// Writes the lines of a piece, with what is the reader's in all flush right where it is the last one.
fn finish(out: &mut dyn Write, lines: Vec<Line>, yours: Option<&Vec<String>>, width: usize) -> io::Result<()> {
    let mut yours = yours.into_iter().flatten();
    for (line, has_counts) in lines {
        match has_counts.then(|| yours.next()).flatten() {
            Some(text) => writeln!(out, "{line}{}{text}", " ".repeat(width.saturating_sub(text.width())))?,
            None => writeln!(out, "{}", line.trim_end())?,
        }
    }
    Ok(())
}

/// A text with spaces up to a width, and one more.
fn padded(plain: &str, painted: &str, width: usize) -> String {
    format!("{painted}{} ", " ".repeat(width.saturating_sub(plain.width())))
}

/// `28/33!~ +25`
fn yours(row: &Row) -> String {
    let uncovered = if row.uncovered > 0 { format!(" +{}", words::grouped(row.uncovered)) } else { String::new() };
    match (row.tally.total(), row.whose) {
        (0, Whose::Yours) => format!("outside{uncovered}"),
        (0, Whose::Theirs) => "-".to_owned(),
        _ => format!("{}{uncovered}", words::share(row.tally)),
    }
}

/// `● 4/5!`, with the number of a footnote.
fn slot(cell: &Slot, style: Style) -> String {
    let mut text = cell.owner.map_or(" ", |owner| sign(owner, style)).to_owned();
    if cell.tally.total() > 0 {
        text.push_str(&format!(" {}", words::share(cell.tally)));
    }
    if let Some(note) = cell.note {
        let number = if style.unicode { words::superscript(note + 1) } else { format!("({})", note + 1) };
        text.push_str(&format!(" {number}"));
    }
    text
}

/// The same in the colour of what is worst in it.
fn painted(cell: &Slot, plain: &str, style: Style) -> String {
    let tally = cell.tally;
    let paint = match cell.owner {
        _ if tally.open() > 0 => Paint::Bad,
        _ if tally.unknown + tally.accepted > 0 => Paint::Warn,
        _ if tally.total() > 0 => Paint::Good,
        Some(Owner::Provider) => Paint::Dim,
        _ => return plain.to_owned(),
    };
    style.paint(paint, plain)
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

fn legend(out: &mut dyn Write, table: &Table, style: Style) -> io::Result<()> {
    let owner = |owner| sign(owner, style);
    writeln!(
        out,
        " {} yours  {} shared  {} the provider's     n/m secure of all your settings",
        owner(Owner::Customer),
        owner(Owner::Shared),
        owner(Owner::Provider)
    )?;
    writeln!(out, " ! open   ? undecided   ~ accepted by you   sign alone: no setting seen here")?;
    if table.rows.iter().any(|row| row.uncovered > 0) {
        writeln!(out, " +n resources of yours that onus has no setting for in that layer")?;
    }
    Ok(())
}

fn below(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    writeln!(out, "{}", totals(outcome))?;
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
    configured::outside(out, outcome, style)?;
    configured::write(out, outcome, style, What::All)?;
    match outcome.weakest() {
        Some((layer, _)) => writeln!(out, "Next: onus matrix --explain {layer}"),
        None => writeln!(out, "Next: onus explain LAYER"),
    }
}
