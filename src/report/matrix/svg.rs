//! `--format svg`: the picture as one file, without scripts and without anything from elsewhere.
//!
//! Signs and words say everything; colours (blue for what is done, orange for what is open) repeat it. Text is drawn in one
//! column width each, so that it fits whatever the fonts are.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::{Heading, Row, Slot, Table, Whose, subject, totals, weakest};
use crate::report::said::{What, outside, said};
use crate::report::{Outcome, escape, human, words};
use crate::responsibility::{Owner, Tally};

/// How wide a character is at most, in pixels, in the fonts and at the size that are asked for.
const CHARACTER: usize = 8;
const LINE: usize = 20;
const ROW: usize = 30;
const MARGIN: usize = 16;
/// Characters of a column's heading on one line.
const HEADING: usize = 12;

const STYLE: &str = "text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#1f2328}\
.b{font-weight:700}.d{fill:#59636e}.p{fill:#fff}.c{stroke:#d1d9e0}.n{fill:#f6f8fa}.g{fill:#cfe5ff}.o{fill:#ffd8a8}\
.u{fill:#fff3bf}.a{fill:#e6e0f5}.t{fill:#fff}\
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.d{fill:#9198a1}.p{fill:#0d1117}.c{stroke:#3d444d}.n{fill:#151b23}\
.g{fill:#12395f}.o{fill:#6b3a08}.u{fill:#4d4310}.a{fill:#382f55}.t{fill:#0d1117}}";

/// Where things stand.
struct Layout {
    names: usize,
    column: usize,
    width: usize,
}

impl Layout {
    fn of(table: &Table) -> Self {
        let longest = table.rows.iter().map(|row| row.name.width()).max().unwrap_or(0);
        let names = MARGIN + longest * CHARACTER + MARGIN;
        let cell = |row: &Row| row.cells.iter().map(|cell| text_of(cell).width()).max().unwrap_or(0);
        let widest = table.rows.iter().map(cell).max().unwrap_or(0);
        let column = widest.max(HEADING) * CHARACTER + 12;
        let yours = table.rows.iter().map(|row| yours_of(row).width()).max().unwrap_or(0).max(22) * CHARACTER;
        let width = names + table.columns.len() * column + yours + MARGIN;
        Self { names, column, width: width.max(90 * CHARACTER) }
    }

    /// How many characters fit in a line of the picture.
    fn characters(&self) -> usize {
        (self.width - 2 * MARGIN) / CHARACTER
    }
}

/// Writes a table as a picture.
pub fn write(out: &mut dyn Write, outcome: &Outcome, table: &Table) -> io::Result<()> {
    let table = &table.drawn();
    let layout = Layout::of(table);
    let mut body = Vec::new();
    let height = draw(&mut body, outcome, table, &layout)?;
    let width = layout.width;
    let title = xml(&format!("{}: {}", table.title, subject(outcome)));
    writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"onus-title onus-desc\">"
    )?;
    writeln!(out, "<title id=\"onus-title\">{title}</title>")?;
    let weakest = weakest(outcome).map(|sentence| sentence + " ").unwrap_or_default();
    writeln!(out, "<desc id=\"onus-desc\">{}</desc>", xml(&format!("{weakest}{}", totals(outcome))))?;
    writeln!(out, "<style>{STYLE}</style>")?;
    writeln!(out, "<rect class=\"p\" width=\"{width}\" height=\"{height}\"/>")?;
    out.write_all(&body)?;
    writeln!(out, "</svg>")
}

/// Draws everything; gives the height.
fn draw(out: &mut Vec<u8>, outcome: &Outcome, table: &Table, layout: &Layout) -> io::Result<usize> {
    let mut y = MARGIN + LINE / 2;
    let lines = |out: &mut Vec<u8>, y: &mut usize, class: &str, text: &str| -> io::Result<()> {
        for line in human::wrap_to(layout.characters(), &escape::line(text)) {
            *y += LINE;
            self::text(out, class, MARGIN, *y - 4, "start", &line)?;
        }
        Ok(())
    };
    lines(out, &mut y, "b", &format!("{}: {}", table.title, subject(outcome)))?;
    if let Some(sentence) = weakest(outcome) {
        lines(out, &mut y, "", &sentence)?;
    }
    y = headings(out, table, layout, y + MARGIN)?;
    for row in &table.rows {
        self::row(out, table, row, layout, y)?;
        y += ROW;
    }
    y += MARGIN / 2;
    let legend = "● yours, ◐ shared, ○ the provider's; n/m: secure of all your settings; ! open, ? undecided, ~ accepted by \
                  you; a sign alone: no setting seen; +n: resources of yours without a setting in that layer";
    lines(out, &mut y, "d", legend)?;
    for (index, note) in table.notes.iter().enumerate() {
        lines(out, &mut y, "d", &format!("{} {note}", superscript(index + 1)))?;
    }
    for remark in &table.remarks {
        lines(out, &mut y, "d", remark)?;
    }
    lines(out, &mut y, "b", &totals(outcome))?;
    if outcome.matrix.duties().next().is_some() {
        lines(out, &mut y, "", &format!("{}, which no Terraform can show.", outside(outcome)))?;
    }
    for line in said(outcome, What::All) {
        lines(out, &mut y, "", &format!("By your configuration ({}:{}): {}", line.at.file, line.at.line, line.what))?;
    }
    Ok(y + MARGIN)
}

/// Draws the headings of the columns, beneath `y`; gives where they end.
fn headings(out: &mut Vec<u8>, table: &Table, layout: &Layout, y: usize) -> io::Result<usize> {
    let parts = |heading: &Heading| human::pieces(&escape::line(&heading.name), layout.column / CHARACTER - 1);
    let all: Vec<Vec<String>> = table.columns.iter().map(parts).collect();
    let most = all.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let at = |index: usize, of: usize| y + (most - of + index) * LINE + LINE - 6;
    for (column, parts) in all.iter().enumerate() {
        let x = layout.names + column * layout.column + layout.column / 2;
        for (index, part) in parts.iter().enumerate() {
            text(out, "b", x, at(index, parts.len()), "middle", part)?;
        }
    }
    let x = layout.names + table.columns.len() * layout.column;
    text(out, "b", x + MARGIN, at(0, 1), "start", "yours")?;
    Ok(y + most * LINE + 4)
}

fn row(out: &mut Vec<u8>, table: &Table, row: &Row, layout: &Layout, y: usize) -> io::Result<()> {
    let base = y + ROW / 2 + 5;
    let name = &row.name;
    text(out, "", MARGIN, base, "start", name)?;
    for (column, (heading, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
        let x = layout.names + column * layout.column;
        let (width, height) = (layout.column, ROW);
        writeln!(out, "<g><title>{}</title>", xml(&spoken(name, heading, cell)))?;
        let class = class(cell);
        writeln!(out, "<rect class=\"c {class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")?;
        let faint = if cell.tally.total() == 0 { "d" } else { "" };
        text(out, faint, x + width / 2, base, "middle", &text_of(cell))?;
        writeln!(out, "</g>")?;
    }
    let x = layout.names + table.columns.len() * layout.column + MARGIN;
    text(out, "b", x, base, "start", &yours_of(row))
}

/// `25/26! 96 % +3`: your part of a row, with the resources of yours without a setting.
fn yours_of(row: &Row) -> String {
    let uncovered = if row.uncovered > 0 { format!(" +{}", words::grouped(row.uncovered)) } else { String::new() };
    match (row.tally.percent(), row.whose) {
        (Some(percent), _) => format!("{} {percent} %{uncovered}", words::share(row.tally)),
        (None, Whose::Yours) => format!("outside{uncovered}"),
        (None, Whose::Theirs) => "-".to_owned(),
    }
}

/// `● 4/5! ¹`
fn text_of(cell: &Slot) -> String {
    let sign = words::sign(cell.owner);
    let share = if cell.tally.total() > 0 { words::share(cell.tally) } else { String::new() };
    let note = cell.note.map(|note| superscript(note + 1)).unwrap_or_default();
    [sign, &share, &note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn superscript(number: usize) -> String {
    words::superscript(number)
}

/// What a cell says to those who cannot see it: `network, IaaS: yours; 25 of 26 secure, 1 open`.
fn spoken(row: &str, heading: &Heading, cell: &Slot) -> String {
    let whose = match cell.owner {
        Some(Owner::Customer) => "yours",
        Some(Owner::Shared) => "shared",
        Some(Owner::Provider) => "the provider's",
        None => "no owner said",
    };
    let Tally { unknown, accepted, .. } = cell.tally;
    let mut said = format!("{row}, {}: {whose}", heading.name);
    if cell.tally.total() == 0 {
        return said + "; no setting seen";
    }
    said.push_str(&format!("; {} of {} secure", cell.tally.done(), cell.tally.total()));
    for (count, word) in [(cell.tally.open(), "open"), (unknown, "undecided"), (accepted, "accepted")] {
        if count > 0 {
            said.push_str(&format!(", {count} {word}"));
        }
    }
    said
}

/// The colour of a cell.
fn class(cell: &Slot) -> &'static str {
    let tally = cell.tally;
    match cell.owner {
        _ if tally.open() > 0 => "o",
        _ if tally.unknown > 0 => "u",
        _ if tally.accepted > 0 => "a",
        _ if tally.total() > 0 => "g",
        Some(Owner::Provider) => "n",
        _ => "t",
    }
}

fn text(out: &mut Vec<u8>, class: &str, x: usize, y: usize, anchor: &str, text: &str) -> io::Result<()> {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    let anchor = if anchor == "start" { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
    writeln!(out, "<text{class} x=\"{x}\" y=\"{y}\"{anchor}>{}</text>", xml(text))
}

/// A text that is nothing but text in XML.
fn xml(text: &str) -> String {
    let line = escape::line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    for char in line.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML knows no such characters.
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(char),
        }
    }
    escaped
}
