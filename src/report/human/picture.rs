//! Pictures of the source: the place of a finding and the chain by which its value came, drawn by miette.

use std::collections::VecDeque;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, SourceCode};

use super::Style;
use super::window::{Mark, Window};
use crate::report::Outcome;
use crate::source::{Location, SourceFile, Span, read_again};

/// Marks of one file within so many lines share a window.
const NEAR: u32 = 3;

/// How many files are kept while their places are shown: a chain goes back and forth between a few.
const KEPT: usize = 4;

/// Draws pictures; reads files again as they are needed, a few at a time.
pub(super) struct Pictures<'o> {
    outcome: &'o Outcome,
    style: Style,
    kept: VecDeque<(Arc<str>, Option<SourceFile>)>,
}

/// A place with what to write at it.
pub(super) struct Labelled<'o> {
    pub(super) location: &'o Location,
    pub(super) label: String,
}

impl<'o> Pictures<'o> {
    pub(super) fn new(outcome: &'o Outcome, style: Style) -> Self {
        Self { outcome, style, kept: VecDeque::new() }
    }

    /// The picture of these places, the first being the one that counts; each line ends in a line break. Places whose
    /// file cannot be shown are named below it.
    pub(super) fn draw(&mut self, places: &[Labelled<'_>]) -> String {
        let mut windows = Vec::new();
        let mut unseen = String::new();
        let mut rest = places;
        while let Some(first) = rest.first() {
            let together = rest.iter().take_while(|place| is_near(first.location, place.location)).count().max(1);
            match self.window(&rest[..together]) {
                Some(window) => windows.push(window),
                None => rest[..together].iter().for_each(|place| unseen.push_str(&self.named(place))),
            }
            rest = &rest[together..];
        }
        self.join(&windows) + &unseen
    }

    fn window(&mut self, places: &[Labelled<'_>]) -> Option<Window> {
        let path = Arc::clone(&places[0].location.file);
        let (outcome, style) = (self.outcome, self.style);
        let file = self.file(&path)?;
        let marks: Vec<Mark> = places.iter().filter_map(|place| mark(file, place)).collect();
        if marks.is_empty() {
            return None;
        }
        let mut hidden = outcome.files.get(&path).map(|shown| shown.masked.clone()).unwrap_or_default();
        hidden.extend(secrets_near(outcome, file, &marks));
        hidden.sort_unstable();
        Some(Window::new(file, marks, &merged(hidden), style))
    }

    fn file(&mut self, path: &Arc<str>) -> Option<&SourceFile> {
        if let Some(at) = self.kept.iter().position(|(kept, _)| kept == path) {
            return self.kept[at].1.as_ref();
        }
        let shown = self.outcome.files.get(path);
        let file = shown
            .and_then(|shown| read_again(&self.outcome.working_dir.join(Path::new(&**path)), path, shown.fingerprint));
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.kept.push_back((Arc::clone(path), file));
        self.kept.back()?.1.as_ref()
    }

    fn named(&self, place: &Labelled<'_>) -> String {
        let at = place.location;
        let text = format!("{}:{}:{}", at.file, at.line, at.column);
        let label = if place.label.is_empty() { String::new() } else { format!("  {}", place.label) };
        format!("    {}\n", super::text::cut(&format!("{text}{label}"), super::WIDTH - 4, self.style))
    }

    /// Draws the windows one below the other, as one picture with one gutter.
    fn join(&self, windows: &[Window]) -> String {
        let handler = GraphicalReportHandler::new_themed(self.style.theme())
            .with_width(super::WIDTH)
            .with_context_lines(1)
            .with_links(false)
            .without_syntax_highlighting();
        let theme = self.style.theme().characters;
        let number_width = windows.iter().map(Window::number_width).max().unwrap_or(0).max(2);
        let mut picture = String::new();
        for (index, window) in windows.iter().enumerate() {
            let mut drawn = String::new();
            if handler.render_report(&mut drawn, &Drawing(window)).is_err() {
                continue;
            }
            let indent = " ".repeat(number_width - window.number_width());
            // The first line is the headline, which is not miette's here.
            let lines: Vec<&str> = drawn.lines().skip(1).collect();
            for (at, line) in lines.iter().enumerate() {
                let is_last = at + 1 == lines.len();
                if is_last && index + 1 < windows.len() {
                    continue;
                }
                let line = line.trim_end();
                if at == 0 && index > 0 {
                    let joined = line.replacen(theme.ltop, &theme.lcross.to_string(), 1);
                    picture.push_str(&format!("{indent}{joined}\n"));
                } else {
                    picture.push_str(&format!("{indent}{line}\n"));
                }
            }
        }
        picture
    }
}

/// Overlapping spans made one.
fn merged(sorted: Vec<Span>) -> Vec<Span> {
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

fn is_near(a: &Location, b: &Location) -> bool {
    a.file == b.file && a.line.abs_diff(b.line) <= NEAR
}

/// The place on its first line, as far as the file has it.
fn mark(file: &SourceFile, place: &Labelled<'_>) -> Option<Mark> {
    let at = place.location;
    let line = file.lines().span_of(at.line, &file.text);
    let is_char = |offset: u32| file.text.is_char_boundary(offset as usize);
    if at.span.start < line.start || at.span.start > line.end || !is_char(at.span.start) || !is_char(at.span.end) {
        return None;
    }
    let span = Span::new(at.span.start, at.span.end.clamp(at.span.start, line.end));
    Some(Mark { span, line: at.line, column: at.column, label: place.label.clone() })
}

/// A window as miette wants it.
struct Drawing<'w>(&'w Window);

impl fmt::Debug for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Drawing")
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Drawing<'_> {}

impl Diagnostic for Drawing<'_> {
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.0)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.0.labels()))
    }
}
