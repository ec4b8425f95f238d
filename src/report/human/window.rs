//! A few lines of a file as they may be shown: secrets masked, harmful characters written out, long lines cut.
//!
//! miette reads its pictures from a [`SourceCode`]; this one holds just the lines of one picture, so nothing scans the
//! file for each mark, and texts of any length can stand for what is hidden.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use unicode_width::UnicodeWidthStr;

use super::{Style, text};
use crate::report::escape;
use crate::report::excerpt::{Cells, Lines, Mark, Room, boundary};
use crate::source::Span;

/// How wide a line of source may be.
const LINE_WIDTH: usize = 70;

/// The room that a label has at least, with the line that leads to it.
const LABEL_WIDTH: usize = 20;

/// How much of a line is shown.
const ROOM: Room = Room { width: LINE_WIDTH, mark: 40, rest: LABEL_WIDTH };

/// A mark is made as narrow as this so that its label fits on one line.
const NARROW_MARK: usize = 12;

/// The room that a label has at least which is broken into lines, where its mark can be made narrower.
const BROKEN_WIDTH: usize = 36;

/// A label has at most so many lines.
const LABEL_LINES: usize = 3;

/// Lines of one file with their marks.
#[derive(Debug)]
pub(super) struct Window {
    name: String,
    first_line: u32,
    text: String,
    /// Where each mark stands in `text`, in the order of the marks.
    spans: Vec<Span>,
    marks: Vec<Mark>,
}

impl Window {
    /// The lines of an excerpt as a terminal can show them.
    pub(super) fn new(lines: Lines<'_>, style: Style) -> Self {
        let (first, last) = lines.range();
        let Lines { file, marks, hidden } = lines;
        let mut window = Self {
            name: escape::line(&file.path).into_owned(),
            first_line: first,
            text: String::new(),
            spans: vec![Span::default(); marks.len()],
            marks,
        };
        for line in first..=last {
            if line > first {
                window.text.push('\n');
            }
            let focus = window.marks.iter().find(|mark| mark.line == line).map(|mark| mark.span);
            window.push_line(line, &Cells::new(file, line, focus, &hidden, (ROOM, style)), style);
        }
        if window.text.is_empty() {
            // miette draws nothing of an empty text.
            window.text.push(' ');
        }
        window
    }

    fn push_line(&mut self, line: u32, cells: &Cells, style: Style) {
        let text = cells.text();
        let base = self.text.len() as u32;
        for (mark, place) in self.marks.iter_mut().zip(&mut self.spans).filter(|(mark, _)| mark.line == line) {
            let (start, end) = (cells.offset(mark.span.start), cells.offset(mark.span.end));
            let (span, label) = fit(&text, Span::new(start, end), &mark.label, style);
            *place = Span::new(base + span.start, base + span.end);
            mark.label = label;
        }
        self.text.push_str(&text);
    }

    /// What miette marks; the first mark is the one whose place is named.
    pub(super) fn labels(&self) -> impl Iterator<Item = miette::LabeledSpan> {
        self.marks.iter().zip(&self.spans).enumerate().map(|(index, (mark, span))| {
            let at = SourceSpan::from(span.range());
            let label = (!mark.label.is_empty()).then(|| mark.label.clone());
            if index == 0 {
                miette::LabeledSpan::new_primary_with_span(label, at)
            } else {
                miette::LabeledSpan::new_with_span(label, at)
            }
        })
    }

    /// How many columns the line numbers take.
    pub(super) fn number_width(&self) -> usize {
        let lines = self.text.matches('\n').count() as u32;
        (self.first_line + lines).to_string().len()
    }
}

impl SourceCode for Window {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _before: usize,
        context: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        // Without context, miette asks for the place to name: that of the mark in the file itself.
        let mark = self.spans.iter().position(|mark| mark.start as usize == span.offset()).filter(|_| context == 0);
        let (line, column) =
            mark.map_or((self.first_line, 1), |index| (self.marks[index].line, self.marks[index].column));
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            self.text.as_bytes(),
            SourceSpan::from(0..self.text.len()),
            line as usize - 1,
            column as usize - 1,
            self.text.matches('\n').count(),
        )))
    }
}

/// Breaks a label into lines that stay within the room right of the mark, and makes the mark narrower where that
/// room is small.
fn fit(line: &str, span: Span, label: &str, style: Style) -> (Span, String) {
    let span = Span::new(span.start.min(line.len() as u32), span.end.clamp(span.start, line.len() as u32));
    let start = line[..span.start as usize].width();
    // miette writes the label right of the middle of the mark, after `╰── `.
    let room = |end: u32| LINE_WIDTH.saturating_sub(start + line[span.start as usize..end as usize].width() / 2 + 4);
    let whole = label.width() + NARROW_MARK / 2 <= LINE_WIDTH.saturating_sub(start + 4);
    let wanted = if whole { label.width() } else { label.width().min(BROKEN_WIDTH) };
    let least = line[span.range()].chars().next().map_or(0, |char| char.len_utf8() as u32);
    let mut end = span.end;
    while end > span.start + least && room(end) < wanted {
        end = boundary(line, end - 1);
    }
    let end = end.max(span.start + least);
    let room = room(end).max(LABEL_WIDTH - 4);
    let mut lines = text::wrap_to(room, label);
    if lines.len() > LABEL_LINES {
        lines.truncate(LABEL_LINES);
        lines[LABEL_LINES - 1].push_str(style.ellipsis());
    }
    let lines: Vec<String> = lines.iter().map(|part| text::cut(part, room, style)).collect();
    (Span::new(span.start, end), lines.join("\n"))
}
