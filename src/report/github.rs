//! `--format github`: annotations of a GitHub Actions step. A step shows ten errors and ten warnings: the worst come first, and
//! a last line says how many more there are.

use std::io::{self, Write};

use super::place::Place;
use super::spot::{Spot, spot};
use super::{FailOn, Outcome, escape, sentence, words};

/// So many annotations of one kind a step shows.
const SHOWN: usize = 10;

/// Writes the annotations: what fails as errors, other findings as warnings. In a review, what it makes worse.
pub fn write(out: &mut dyn Write, outcome: &Outcome, fail_on: FailOn) -> io::Result<()> {
    for problem in outcome.errors.iter().take(SHOWN) {
        let at = problem.location.as_ref();
        let place = at.map(|at| format!("file={},line={},", property(&at.file), at.line)).unwrap_or_default();
        let message = outcome.secrets.hide(&problem.message);
        writeln!(out, "::error {place}title=onus::{}", data(&message))?;
    }
    let room = SHOWN.saturating_sub(outcome.errors.len());
    let blamed = outcome.blamed_places();
    let (errors, warnings): (Vec<&Place>, Vec<&Place>) = blamed.iter().partition(|place| fail_on.fails(place.severity));
    for (kind, places, room) in [("error", &errors, room), ("warning", &warnings, SHOWN)] {
        for place in places.iter().take(room) {
            writeln!(out, "{}", annotation(outcome, kind, place))?;
        }
    }
    let shown = errors.len().min(room) + warnings.len().min(SHOWN) + outcome.errors.len().min(SHOWN);
    let more = (blamed.len() + outcome.errors.len()).saturating_sub(shown) as u32;
    if more > 0 {
        writeln!(out, "::notice title=onus::{}: see the report of this step", words::count(more, "more place"))?;
    }
    Ok(())
}

fn annotation(outcome: &Outcome, kind: &str, place: &Place) -> String {
    let finding = outcome.finding(&place.first);
    let spot = spot(outcome, &place.first, &finding);
    let title = outcome.secrets.hide_sentence(&finding.message);
    let fix = outcome.secrets.hide_sentence(&finding.fix);
    let fix = match fix.lines().next() {
        Some(first) if fix.lines().count() > 1 => format!(" To write: {first} …"),
        Some(only) => format!(" To write: {only}"),
        None => match outcome.remedy(&place.first, &finding) {
            Some(remedy) => format!(" To do: {remedy}."),
            None => String::new(),
        },
    };
    let facts = sentence::facts_of_place(outcome, place, &finding);
    let body = format!("{facts}{fix} (onus explain {})", outcome.rule(&place.first).id);
    format!("::{kind} {}title={}::{}", lines(&spot), property(&title), data(&body))
}

fn lines(spot: &Spot) -> String {
    let file = property(&spot.file);
    match &spot.at {
        Some(at) if at.line == at.end_line => {
            format!("file={file},line={},col={},endColumn={},", at.line, at.column, at.end_column)
        }
        Some(at) => format!("file={file},line={},endLine={},", at.line, at.end_line),
        None => format!("file={file},"),
    }
}

/// A text behind `::`: one line, in which nothing begins another command.
fn data(text: &str) -> String {
    escape::line(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text before `::`, where colons and commas end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
