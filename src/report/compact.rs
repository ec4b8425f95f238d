//! `--format compact`: one line a finding, as editors and `grep` read it.

use std::io::{self, Write};

use super::place::location;
use super::{Outcome, escape, sentence, words};

/// Writes errors, then open findings; in a review, those that it makes worse.
pub fn write(out: &mut dyn Write, outcome: &Outcome) -> io::Result<()> {
    for error in &outcome.errors {
        let at = error.location.as_ref().map(|at| format!("{}:{}:{}: ", at.file, at.line, at.column));
        let line = format!("{}error: {}", at.unwrap_or_default(), outcome.secrets.hide(&error.message));
        writeln!(out, "{}", escape::line(&line))?;
    }
    for entry in outcome.blamed() {
        let finding = outcome.finding(&entry);
        let at = match location(&finding) {
            Some(at) => format!("{}:{}:{}", at.file, at.line, at.column),
            None => outcome.root(&entry).path.to_string(),
        };
        let said = sentence::of_finding(outcome, &entry, &finding);
        let line = format!("{at}: {}: {said} [{}]", words::severity(entry.severity), outcome.rule(&entry).id);
        writeln!(out, "{}", escape::line(&line))?;
    }
    Ok(())
}
