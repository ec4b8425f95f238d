//! `--format markdown`: the picture for a summary or a wiki.

use std::io::{self, Write};

use super::{Slot, Table, Whose, subject, totals, weakest};
use crate::report::configured::Answer;
use crate::report::escape::markdown as text;
use crate::report::said::{What, outside, said};
use crate::report::{Outcome, planned, words};
use crate::responsibility::{Duty, Tally};

/// Writes a table with what belongs to it.
pub fn write(out: &mut dyn Write, outcome: &Outcome, table: &Table) -> io::Result<()> {
    let table = &table.drawn();
    writeln!(out, "### {}: {}\n", text(&table.title), text(&subject(outcome)))?;
    if table.columns.is_empty() {
        return writeln!(out, "No resource here belongs to a service of a provider.");
    }
    if let Some(sentence) = weakest(outcome) {
        match sentence.split_once(". ") {
            Some((link, rest)) => writeln!(out, "**{}.** {}\n", text(link), text(rest))?,
            None => writeln!(out, "**{}**\n", text(&sentence))?,
        }
    }
    let headings: String = table.columns.iter().map(|column| format!(" {} |", text(&column.name))).collect();
    writeln!(out, "| |{headings} yours | no setting |")?;
    writeln!(out, "|---|{}---:|---:|", "---|".repeat(table.columns.len()))?;
    for row in &table.rows {
        let cells: String = row.cells.iter().map(|cell| format!(" {} |", slot(cell))).collect();
        let yours = match (row.tally.percent(), row.whose) {
            (Some(percent), _) => format!("{} ({percent} %)", share(row.tally)),
            (None, Whose::Yours) => "outside".to_owned(),
            (None, Whose::Theirs) => "–".to_owned(),
        };
        let uncovered = if row.uncovered > 0 { words::grouped(row.uncovered) } else { String::new() };
        writeln!(out, "| {} |{cells} {yours} | {uncovered} |", text(&row.name))?;
    }
    writeln!(
        out,
        "\n● yours, ◐ shared, ○ the provider's; n/m: secure of all your settings; ! open, ? undecided, \\~ accepted"
    )?;
    writeln!(out, "by you; a sign alone: no setting seen here.\n")?;
    for (index, note) in table.notes.iter().enumerate() {
        writeln!(out, "{}. {}", index + 1, text(note))?;
    }
    if !table.notes.is_empty() {
        writeln!(out)?;
    }
    for remark in &table.remarks {
        writeln!(out, "{}.\n", text(remark.trim_end_matches('.')))?;
    }
    shift(out, outcome)?;
    writeln!(out, "**{}**", totals(outcome))?;
    let uncovered: Vec<(&str, u32)> = outcome.matrix.uncovered_types().collect();
    if !uncovered.is_empty() {
        let resources = uncovered.iter().map(|(_, count)| count).sum();
        let summary = format!("Not covered: {} that onus has no setting for yet", words::count(resources, "resource"));
        let lines = uncovered.iter().map(|(name, count)| format!("{} {}", words::grouped(*count), text(name)));
        details(out, &summary, lines)?;
    }
    let duties: Vec<_> = outcome.matrix.duties().collect();
    if !duties.is_empty() {
        let summary = outside(outcome);
        let line = |duty: &&'static Duty| {
            let said = match outcome.configured.answer(duty) {
                Answer::Open => String::new(),
                Answer::Attested(says) => format!(" — attested by {} until {}", says.owner, says.until),
                Answer::RanOut(says) => format!(" — its attestation by {} ran out on {}", says.owner, says.until),
            };
            let said = outcome.secrets.hide(&said);
            format!("`{}` ({}): {}{}", duty.id, duty.layer, text(duty.duty), text(&said))
        };
        details(out, &summary, duties.iter().map(line))?;
    }
    let configured = said(outcome, What::All);
    if !configured.is_empty() {
        let lines = configured.iter().map(|line| {
            let why = if line.why.is_empty() { String::new() } else { format!(", “{}”", text(&line.why)) };
            format!("{} ({}:{}){why}", text(&line.what), text(&line.at.file), line.at.line)
        });
        details(out, &format!("By your configuration: {}", configured.len()), lines)?;
    }
    Ok(())
}

/// What has changed since a base of who answers for what.
fn shift(out: &mut dyn Write, outcome: &Outcome) -> io::Result<()> {
    let Some(review) = &outcome.review else { return Ok(()) };
    writeln!(out, "**{}**\n", text(&planned::actions(review)))?;
    let said = [
        planned::falls(outcome, "→").map(|falls| format!("Less of your part is done: {falls}")),
        planned::duties(outcome).map(|duties| format!("Outside the code: {duties}")),
    ];
    let moves = review.moves.iter().map(|one| {
        let at = one.location.as_ref().map(|at| format!(" ({}:{})", at.file, at.line)).unwrap_or_default();
        format!("{}: {} {}{at}", one.layer, planned::sides(one, "→"), one.address)
    });
    let mut lines: Vec<String> = moves.chain(said.into_iter().flatten()).collect();
    if lines.is_empty() {
        lines.push(planned::NO_SHIFT.to_owned());
    }
    for line in lines {
        writeln!(out, "- {}", text(&outcome.secrets.hide(&line)))?;
    }
    writeln!(out)
}

fn details(out: &mut dyn Write, summary: &str, lines: impl Iterator<Item = String>) -> io::Result<()> {
    writeln!(out, "\n<details><summary>{summary}</summary>\n")?;
    for line in lines {
        writeln!(out, "- {line}")?;
    }
    writeln!(out, "\n</details>")
}

fn slot(cell: &Slot) -> String {
    let sign = words::sign(cell.owner);
    let share = if cell.tally.total() > 0 { share(cell.tally) } else { String::new() };
    let note = cell.note.map(|note| format!("<sup>{}</sup>", note + 1)).unwrap_or_default();
    format!("{sign} {share} {note}").trim().replace("  ", " ")
}

fn share(tally: Tally) -> String {
    words::share(tally).replace('~', "\\~")
}
