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
        while !rest.is_empty() {
            let together = together(rest);
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
        let mut hidden = outcome.shown_file(&path).map(|shown| shown.masked).unwrap_or_default();
        hidden.extend(secrets_near(outcome, file, &marks));
        hidden.sort_unstable();
        Some(Window::new(file, marks, &merged(hidden), style))
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

/// How many of the first places share a window: near to the first one, each on a line of its own, so that every mark
/// is in sight and has room for its label.
fn together(places: &[Labelled<'_>]) -> usize {
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
fn mark(file: &SourceFile, place: &Labelled<'_>) -> Option<Mark> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::FileKind;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_place_of_any_file_can_be_drawn_in_80_columns(
            text in "([a-z\\t é東\u{202e}\u{1b}\"]{0,300}\n){0,4}[x ]{0,9}\r?\n?",
            marks in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64, "[a-z東\u{7}]{0,90}"), 1..4),
            hidden in prop::collection::vec((0.0..1.0f64, 0..40u32), 0..3),
        ) {
            let file = SourceFile::new("a.tf", text, FileKind::Configuration);
            let len = file.text.len();
            let at = |part: f64| file.text.floor_char_boundary((part * len as f64) as usize) as u32;
            let hidden: Vec<Span> = hidden.iter().map(|(start, more)| {
                let start = at(*start);
                Span::new(start, file.text.floor_char_boundary((start + more) as usize) as u32)
            }).collect();
            let located: Vec<(Location, String)> = marks.iter().map(|(start, end, label)| {
                let (start, end) = (at(*start), at(*end));
                (file.locate(Span::new(start.min(end), start.max(end))), crate::report::escape::line(label).into_owned())
            }).collect();
            let places: Vec<Labelled<'_>> =
                located.iter().map(|(location, label)| Labelled { location, label: label.clone() }).collect();
            let marks: Vec<Mark> = places[..together(&places)].iter().filter_map(|place| mark(&file, place)).collect();
            prop_assert!(!marks.is_empty());
            let outcome = Outcome::default();
            for style in [Style { unicode: true, colour: false }, Style { unicode: false, colour: true }] {
                let mut sorted = hidden.clone();
                sorted.sort_unstable();
                let window = Window::new(&file, marks.clone(), &merged(sorted), style);
                let drawn = Pictures::new(&outcome, style).join(&[window]);
                if !style.colour {
                    for line in drawn.lines() {
                        prop_assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{}", line);
                    }
                    prop_assert!(!drawn.chars().any(|char| char != '\n' && crate::report::escape::is_harmful(char)));
                }
            }
        }
    }
}
