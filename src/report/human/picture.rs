//! Pictures of the source: the place of a finding and the chain by which its value came, drawn by miette.

use std::fmt;

use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, SourceCode};

use super::Style;
use super::window::Window;
use crate::report::Outcome;
use crate::report::excerpt::{Excerpt, Excerpts, Labelled};

/// Draws pictures.
pub(super) struct Pictures<'o> {
    excerpts: Excerpts<'o>,
    style: Style,
}

impl<'o> Pictures<'o> {
    pub(super) fn new(outcome: &'o Outcome, style: Style) -> Self {
        Self { excerpts: Excerpts::new(outcome), style }
    }

    /// The picture of these places, the first being the one that counts; each line ends in a line break. Places whose
    /// file cannot be shown are named below it.
    pub(super) fn draw(&mut self, places: &[Labelled<'_>]) -> String {
        let style = self.style;
        let mut windows = Vec::new();
        let mut unseen = String::new();
        self.excerpts.each(places, |excerpt| match excerpt {
            Excerpt::Lines(lines) => windows.push(Window::new(lines, style)),
            Excerpt::Unseen(places) => places.iter().for_each(|place| unseen.push_str(&named(place, style))),
        });
        self.join(&windows) + &unseen
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

/// A place whose file cannot be shown.
fn named(place: &Labelled<'_>, style: Style) -> String {
    let at = place.location;
    let text = format!("{}:{}:{}", at.file, at.line, at.column);
    let label = if place.label.is_empty() { String::new() } else { format!("  {}", place.label) };
    format!("    {}\n", super::text::cut(&format!("{text}{label}"), super::WIDTH - 4, style))
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
    use crate::report::excerpt::{Lines, Mark, mark, merged, together};
    use crate::source::{FileKind, Location, SourceFile, Span};

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
                let window = Window::new(Lines { file: &file, marks: marks.clone(), hidden: merged(sorted) }, style);
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
