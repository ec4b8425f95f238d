//! Excerpts of the source, whatever draws them: which lines show a finding and the chain by which its value came, what is
//! to be marked in them, and what of them must not be shown.

mod cells;
mod labels;

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;

pub(super) use cells::{Cells, Room, boundary};
pub(super) use labels::{Labelled, labelled, unplaced};

use super::Outcome;
use crate::source::{Location, SourceFile, Span, read_again};

/// Marks of one file within so many lines are shown together.
const NEAR: u32 = 3;

/// How many files are kept while their places are shown: a chain goes back and forth between a few.
const KEPT: usize = 4;

/// Finds excerpts; reads files again as they are needed, a few at a time.
pub(super) struct Excerpts<'o> {
    outcome: &'o Outcome,
    kept: VecDeque<(Arc<str>, Option<SourceFile>)>,
}

/// A place to mark, and what to write there.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The bytes, on one line.
    pub(super) span: Span,
    /// 1-based line.
    pub(super) line: u32,
    /// 1-based column in code points.
    pub(super) column: u32,
    /// What to write; may be empty.
    pub(super) label: String,
}

/// A few places that are shown together.
pub(super) enum Excerpt<'e> {
    /// Lines of a file.
    Lines(Lines<'e>),
    /// Places whose file cannot be shown.
    Unseen(&'e [Labelled<'e>]),
}

/// Lines of a file with their marks.
pub(super) struct Lines<'e> {
    /// The file.
    pub(super) file: &'e SourceFile,
    /// What is marked; the first is the one that counts.
    pub(super) marks: Vec<Mark>,
    /// What must not be shown: sorted, and apart from each other.
    pub(super) hidden: Vec<Span>,
}

impl Lines<'_> {
    /// The first and the last line: those that hold the marks, and the line above when it opens their block.
    pub(super) fn range(&self) -> (u32, u32) {
        let first = self.marks.iter().map(|mark| mark.line).min().unwrap_or(1);
        let last = self.marks.iter().map(|mark| mark.line).max().unwrap_or(1);
        (if opens_a_block(self.file, first) { first - 1 } else { first }, last)
    }
}

impl<'o> Excerpts<'o> {
    pub(super) fn new(outcome: &'o Outcome) -> Self {
        Self { outcome, kept: VecDeque::new() }
    }

    /// Shows these places, the first being the one that counts, in as many excerpts as they take.
    pub(super) fn each(&mut self, places: &[Labelled<'_>], mut show: impl FnMut(Excerpt<'_>)) {
        let mut rest = places;
        while !rest.is_empty() {
            let together = together(rest);
            let excerpt = self.lines(&rest[..together]);
            show(excerpt.map_or(Excerpt::Unseen(&rest[..together]), Excerpt::Lines));
            rest = &rest[together..];
        }
    }

    fn lines(&mut self, places: &[Labelled<'_>]) -> Option<Lines<'_>> {
        let path = Arc::clone(&places[0].location.file);
        let outcome = self.outcome;
        let file = self.file(&path)?;
        let marks: Vec<Mark> = places.iter().filter_map(|place| mark(file, place)).collect();
        if marks.is_empty() {
            return None;
        }
        let mut hidden = outcome.shown_file(&path).map(|shown| shown.masked).unwrap_or_default();
        hidden.extend(secrets_near(outcome, file, &marks));
        hidden.sort_unstable();
        Some(Lines { file, marks, hidden: merged(hidden) })
    }

    fn file(&mut self, path: &Arc<str>) -> Option<&SourceFile> {
        if let Some(at) = self.kept.iter().position(|(kept, _)| kept == path) {
            return self.kept[at].1.as_ref();
        }
        let shown = self.outcome.shown_file(path);
        let file = shown
            .and_then(|shown| read_again(&self.outcome.working_dir.join(Path::new(&**path)), path, shown.fingerprint));
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back((Arc::clone(path), file));
        self.kept.back()?.1.as_ref()
    }
}

/// Overlapping spans made one.
pub(super) fn merged(sorted: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

/// Known secrets in the lines around the marks, wherever they stand.
fn secrets_near(outcome: &Outcome, file: &SourceFile, marks: &[Mark]) -> Vec<Span> {
    let lines = |line: u32| file.lines().span_of(line, &file.text);
    let first = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
    let last = marks.iter().map(|mark| mark.line).max().unwrap_or(1);
    let around = lines(first.saturating_sub(1).max(1)).to(lines(last));
    let found = outcome.secrets.spans(&file.text[around.range()]);
    found.into_iter().map(|span| Span::new(around.start + span.start, around.start + span.end)).collect()
}

/// How many of the first places share a window: near to the first one, each on a line of its own, so that every mark
/// is in sight and has room for its label.
pub(super) fn together(places: &[Labelled<'_>]) -> usize {
    let fits = |(index, place): &(usize, &Labelled<'_>)| {
        let (at, before) = (place.location, &places[..*index]);
        is_near(places[0].location, at) && before.iter().all(|other| other.location.line != at.line)
    };
    places.iter().enumerate().take_while(fits).count().max(1)
}

fn is_near(a: &Location, b: &Location) -> bool {
    a.file == b.file && a.line.abs_diff(b.line) <= NEAR
}

/// The place on its first line, as far as the file has it.
pub(super) fn mark(file: &SourceFile, place: &Labelled<'_>) -> Option<Mark> {
    let at = place.location;
    let line = file.lines().span_of(at.line, &file.text);
    let is_char = |offset: u32| file.text.is_char_boundary(offset as usize);
    if at.span.start < line.start || !is_char(at.span.start) || !is_char(at.span.end) {
        return None;
    }
    // The line break itself is not drawn.
    let start = at.span.start.min(line.end);
    let span = Span::new(start, at.span.end.clamp(start, line.end));
    Some(Mark { span, line: at.line, column: at.column, label: place.label.clone() })
}

/// Whether the line above is less indented and not empty: `ingress {` above its arguments.
fn opens_a_block(file: &SourceFile, line: u32) -> bool {
    let indent = |line| {
        let text = &file.text[file.lines().span_of(line, &file.text).range()];
        let rest = text.trim_start();
        (!rest.is_empty()).then(|| text.len() - rest.len())
    };
    line > 1 && matches!((indent(line - 1), indent(line)), (Some(above), Some(here)) if above < here)
}
