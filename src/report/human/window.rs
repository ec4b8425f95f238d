//! A few lines of a file as they may be shown: secrets masked, harmful characters written out, long lines cut.
//!
//! miette reads its pictures from a [`SourceCode`]; this one holds just the lines of one picture, so nothing scans the
//! file for each mark, and texts of any length can stand for what is hidden.

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use unicode_width::UnicodeWidthStr;

use super::Style;
use crate::report::{escape, mask};
use crate::source::{SourceFile, Span};

/// How wide a line of source may be.
pub(super) const LINE_WIDTH: usize = 70;

/// How far to the right a mark may begin before its line is cut at the left.
const MARK_COLUMN: usize = 40;

/// The room that a label has at least, with the line that leads to it.
const LABEL_WIDTH: usize = 20;

/// A mark is made as narrow as this so that its label fits on one line.
const NARROW_MARK: usize = 12;

/// The room that a label has at least which is broken into lines, where its mark can be made narrower.
const BROKEN_WIDTH: usize = 36;

/// A label has at most so many lines.
const LABEL_LINES: usize = 3;

/// How many bytes around a mark are looked at: a minified file is one line.
const REACH: u32 = 2_000;

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
    /// The lines that hold the marks, and the line above when it opens their block. `hidden` must be sorted.
    pub(super) fn new(file: &SourceFile, marks: Vec<Mark>, hidden: &[Span], style: Style) -> Self {
        let first = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
        let last = marks.iter().map(|mark| mark.line).max().unwrap_or(1);
        let first = if opens_a_block(file, first) { first - 1 } else { first };
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
            window.push_line(file, line, hidden, style);
        }
        if window.text.is_empty() {
            // miette draws nothing of an empty text.
            window.text.push(' ');
        }
        window
    }

    fn push_line(&mut self, file: &SourceFile, line: u32, hidden: &[Span], style: Style) {
        let here: Vec<usize> = (0..self.marks.len()).filter(|index| self.marks[*index].line == line).collect();
        let focus = here.first().map(|index| self.marks[*index].span);
        let cells = Cells::new(file, line, focus, hidden, style);
        let base = self.text.len() as u32;
        for index in here {
            let mark = &mut self.marks[index];
            let (start, end) = (cells.offset(mark.span.start), cells.offset(mark.span.end));
            let (span, label) = cells.fit(Span::new(start, end), &mark.label, style);
            self.spans[index] = Span::new(base + span.start, base + span.end);
            mark.label = label;
        }
        self.text.push_str(&cells.text());
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

/// Whether the line above is less indented and not empty: `ingress {` above its arguments.
fn opens_a_block(file: &SourceFile, line: u32) -> bool {
    let indent = |line| {
        let text = &file.text[file.lines().span_of(line, &file.text).range()];
        let rest = text.trim_start();
        (!rest.is_empty()).then(|| text.len() - rest.len())
    };
    line > 1 && matches!((indent(line - 1), indent(line)), (Some(above), Some(here)) if above < here)
}

/// One line, in pieces that know where they stand in the file.
struct Cells {
    cells: Vec<(u32, String)>,
    /// The offset of the end of the line.
    end: u32,
}

impl Cells {
    fn new(file: &SourceFile, line: u32, focus: Option<Span>, hidden: &[Span], style: Style) -> Self {
        let span = file.lines().span_of(line, &file.text);
        let near = focus.map_or(Span::new(span.start, span.start), |focus| focus);
        let start = boundary(&file.text, near.start.saturating_sub(REACH).max(span.start));
        let end = boundary(&file.text, near.end.saturating_add(REACH).min(span.end)).max(start);
        let mut cells = Vec::new();
        let mut shown_until = start;
        for (at, char) in file.text[start as usize..end as usize].char_indices() {
            let at = start + at as u32;
            if at < shown_until {
                continue;
            }
            let first_after = hidden.partition_point(|span| span.end <= at);
            if let Some(secret) = hidden[first_after..].iter().find(|span| span.start <= at && at < span.end) {
                cells.push((at, if style.unicode { mask::DOTS } else { mask::STARS }.to_owned()));
                shown_until = secret.end;
                continue;
            }
            let mut piece = String::new();
            match char {
                '\t' => piece.push_str("    "),
                // A byte order mark is no character of the first line.
                '\u{feff}' if at == 0 => continue,
                _ => escape::push(&mut piece, char),
            }
            cells.push((at, piece));
        }
        let mut line = Self { cells, end };
        line.crop(focus, style);
        line
    }

    /// Cuts the line so that it fits, with the mark in sight.
    fn crop(&mut self, focus: Option<Span>, style: Style) {
        let width = |cells: &[(u32, String)]| cells.iter().map(|(_, piece)| piece.width()).sum::<usize>();
        let mark = focus.map_or(0, |focus| self.cells.partition_point(|(at, _)| *at < focus.start));
        let before = width(&self.cells[..mark]);
        // A mark near the end of the line leaves no room for its label.
        if width(&self.cells) <= LINE_WIDTH && before <= LINE_WIDTH - LABEL_WIDTH {
            return;
        }
        let mut from = 0;
        if before > MARK_COLUMN {
            from = mark;
            while from > 0 && width(&self.cells[from..mark]) < MARK_COLUMN / 2 {
                from -= 1;
            }
        }
        let mut to = from;
        let mut used = 0;
        while to < self.cells.len() && used + self.cells[to].1.width() + 6 <= LINE_WIDTH {
            used += self.cells[to].1.width();
            to += 1;
        }
        if to < self.cells.len() {
            self.end = self.cells[to].0;
            self.cells.truncate(to);
            self.cells.push((self.end, style.ellipsis().to_owned()));
        }
        if from > 0 {
            self.cells.drain(..from);
            let at = self.cells.first().map_or(0, |cell| cell.0);
            self.cells.insert(0, (at.saturating_sub(1), style.ellipsis().to_owned()));
        }
    }

    fn text(&self) -> String {
        self.cells.iter().map(|(_, piece)| piece.as_str()).collect()
    }

    /// Where a place of the file stands in the text; a place inside of a secret stands at its end.
    fn offset(&self, at: u32) -> u32 {
        let before = self.cells.partition_point(|(cell, _)| *cell < at);
        self.cells[..before].iter().map(|(_, piece)| piece.len() as u32).sum()
    }

    /// Breaks a label into lines that stay within the room right of the mark, and makes the mark narrower where that
    /// room is small.
    fn fit(&self, span: Span, label: &str, style: Style) -> (Span, String) {
        let text = self.text();
        let span = Span::new(span.start.min(text.len() as u32), span.end.clamp(span.start, text.len() as u32));
        let start = text[..span.start as usize].width();
        // miette writes the label right of the middle of the mark, after `╰── `.
        let room =
            |end: u32| LINE_WIDTH.saturating_sub(start + text[span.start as usize..end as usize].width() / 2 + 4);
        let whole = label.width() + NARROW_MARK / 2 <= LINE_WIDTH.saturating_sub(start + 4);
        let wanted = if whole { label.width() } else { label.width().min(BROKEN_WIDTH) };
        let least = text[span.range()].chars().next().map_or(0, |char| char.len_utf8() as u32);
        let mut end = span.end;
        while end > span.start + least && room(end) < wanted {
            end = boundary(&text, end - 1);
        }
        let end = end.max(span.start + least);
        let room = room(end).max(LABEL_WIDTH - 4);
        let mut lines = super::text::wrap_to(room, label);
        if lines.len() > LABEL_LINES {
            lines.truncate(LABEL_LINES);
            lines[LABEL_LINES - 1].push_str(style.ellipsis());
        }
        let lines: Vec<String> = lines.iter().map(|line| super::text::cut(line, room, style)).collect();
        (Span::new(span.start, end), lines.join("\n"))
    }
}

/// The next place before or at `at` where a character begins.
fn boundary(text: &str, at: u32) -> u32 {
    text.floor_char_boundary(at as usize) as u32
}
