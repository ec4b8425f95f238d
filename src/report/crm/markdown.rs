//! `--format markdown`: for people: what the document is made from, a line for each control, and the rows behind it, alike
//! ones together.

use std::io::{self, Write};

use super::csv::{token, value};
use super::row::{RowKind, RowStatus};
use super::vocabulary::whole;
use super::{ControlRows, Crm, Row, TimeSource};
use crate::report::escape::markdown as text;
use crate::report::matrix::subject;
use crate::report::words;

/// So many resources of alike rows are named.
const NAMED: usize = 3;

/// Writes the document.
pub fn write(out: &mut dyn Write, crm: &Crm<'_>) -> io::Result<()> {
    let framework = crm.framework;
    writeln!(out, "# Customer responsibility matrix: {}\n", text(&subject(crm.outcome)))?;
    writeln!(out, "{} {}, {}\n", text(framework.name), text(framework.edition), text(framework.publisher))?;
    head(out, crm)?;
    writeln!(out, "\n## Controls\n")?;
    writeln!(
        out,
        "A control is implemented only if every setting and duty that names it is done, nothing is counted to it"
    )?;
    writeln!(
        out,
        "for its layer alone, and in the layers of its settings no duty is open. Where nothing is shown, no state is given.\n"
    )?;
    writeln!(
        out,
        "| control | owner | in the framework's words | state | secure | attested | reached by | why not more |"
    )?;
    writeln!(out, "|---|---|---|---|---:|---:|---|---|")?;
    for control in &crm.controls {
        summary(out, crm, control)?;
    }
    for control in &crm.controls {
        writeln!(out, "\n## {}\n", text(&crm.written(&control.control)))?;
        writeln!(out, "| layer | model | owner | what is to be done | status | reached by | evidence |")?;
        writeln!(out, "|---|---|---|---|---|---|---|")?;
        let mut alike = Alike::default();
        for row in crm.rows_of(control) {
            if let Some(before) = alike.add(row) {
                before.write(out)?;
            }
        }
        alike.write(out)?;
    }
    if !crm.odd.is_empty() {
        let odd = crm.odd.iter().map(|id| text(&crm.outcome.secrets.hide(id))).collect::<Vec<_>>().join(", ");
        writeln!(out, "\nSettings name as controls what is none: {odd}.")?;
    }
    Ok(())
}

fn head(out: &mut dyn Write, crm: &Crm<'_>) -> io::Result<()> {
    let head = &crm.head;
    let time = match head.time_source {
        TimeSource::Commit => head.time_text(),
        TimeSource::Given => format!("{} (as given, not that of a commit)", head.time_text()),
        TimeSource::Unknown => "not known: neither a commit nor --now tells".to_owned(),
    };
    writeln!(out, "| made from | |\n|---|---|")?;
    writeln!(out, "| revision | {} |", text(&head.revision_text()))?;
    writeln!(out, "| time | {} |", text(&time))?;
    writeln!(out, "| basis | {} |", text(&head.basis_text()))?;
    for provider in &head.providers {
        writeln!(out, "| provider | {} {} |", text(&provider.source), text(&provider.version))?;
    }
    let counts = [(crm.outcome.errors.len(), "error"), (crm.outcome.warnings.len(), "warning")];
    for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
        writeln!(out, "| incomplete | {}: see `onus check` |", words::count(count as u32, what))?;
    }
    writeln!(out, "| made by | onus {}: {} |", env!("CARGO_PKG_VERSION"), text(&head.command))
}

fn summary(out: &mut dyn Write, crm: &Crm<'_>, control: &ControlRows) -> io::Result<()> {
    let standing = &control.standing;
    let settings = if standing.tally.total() > 0 {
        format!("{} of {}", standing.tally.done(), standing.tally.total())
    } else {
        String::new()
    };
    let owed = standing.duties.attested + standing.duties.undone();
    let duties = if owed > 0 { format!("{} of {owed}", standing.duties.attested) } else { String::new() };
    let reached: Vec<&str> = control.reached_by().into_iter().map(|reach| reach.word()).collect();
    writeln!(
        out,
        "| {} | {} | {} | {} | {settings} | {duties} | {} | {} |",
        text(&crm.written(&control.control)),
        token(&control.owner()),
        text(&whole(crm.framework, &control.parts)),
        standing.state().map_or("", |state| state.word()),
        reached.join(", "),
        text(&standing.why().join("; "))
    )
}

/// Rows of which the same is said, but for the resource.
#[derive(Default)]
struct Alike {
    rows: Vec<Row>,
    more: u32,
}

impl Alike {
    /// Takes a row in; if it says something else than those before, these come back.
    fn add(&mut self, row: Row) -> Option<Self> {
        let is_alike = self.rows.first().is_some_and(|first| {
            let of = |row: &Row| (row.kind == RowKind::Setting, row.status, row.severity);
            of(first) == of(&row)
                && (&first.rule, &first.duty, &first.note) == (&row.rule, &row.duty, &row.note)
                && (first.layer, &first.models) == (row.layer, &row.models)
                && first.kind == RowKind::Setting
        });
        if is_alike {
            if self.rows.len() < NAMED {
                self.rows.push(row);
            } else {
                self.more += 1;
            }
            return None;
        }
        let before = std::mem::replace(self, Self { rows: vec![row], more: 0 });
        (!before.rows.is_empty()).then_some(before)
    }

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Some(row) = self.rows.first() else { return Ok(()) };
        let mut what = text(&row.duty);
        if !row.provider_part.is_empty() {
            let yours = if what.is_empty() { what } else { format!("you: {what}; ") };
            what = format!("{yours}provider: {}", text(&row.provider_part));
        }
        if !row.rule.is_empty() {
            what = format!("{what} ({})", text(&row.rule));
        }
        let mut evidence: Vec<String> = self.rows.iter().map(place).filter(|place| !place.is_empty()).collect();
        if self.more > 0 {
            evidence.push(format!("and {} more", words::grouped(self.more)));
        }
        if let Some(says) = &row.attestation {
            evidence.push(text(&says.evidence));
        }
        evidence.extend((!row.note.is_empty()).then(|| text(&row.note)));
        let status = match row.kind {
            RowKind::Cell if row.status == RowStatus::Judged => "settings below".to_owned(),
            _ => token(&row.status).replace('_', " "),
        };
        writeln!(
            out,
            "| {} | {} | {} | {what} | {status} | {} | {} |",
            row.layer,
            row.models.join(", "),
            token(&row.owner),
            row.reached_by.word(),
            evidence.join("<br>")
        )
    }
}

/// `aws_db_instance.main storage_encrypted = true (db.tf:12)`
fn place(row: &Row) -> String {
    let value = value(row);
    let value = if value.is_empty() { String::new() } else { format!(" = {}", shortened(&value)) };
    let at = row.location.as_ref().map(|at| format!(" ({}:{})", at.file, at.line)).unwrap_or_default();
    let attribute = if row.attribute.is_empty() { String::new() } else { format!(" {}", row.attribute) };
    text(format!("{}{attribute}{value}{at}", row.address).trim_start())
}

/// A value that is long is told in CSV and JSON.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 60;
    match value.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &value[..at]),
        None => value.to_owned(),
    }
}
