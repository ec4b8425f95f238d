//! One line of a file as it may be shown: secrets masked, harmful characters written out, cut where it is long.

use unicode_width::UnicodeWidthStr;

use crate::report::human::Style;
use crate::report::{escape, mask};
use crate::source::{SourceFile, Span};

/// How many bytes around a mark are looked at: a minified file is one line.
const REACH: u32 = 2_000;

/// How much room there is for a line, in columns.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Room {
    /// How wide a line may be.
    pub(in crate::report) width: usize,
    /// How far to the right a mark may begin before its line is cut at the left.
    pub(in crate::report) mark: usize,
    /// The room that is left right of the beginning of a mark.
    pub(in crate::report) rest: usize,
}

/// One line, in pieces that know where they stand in the file.
pub(in crate::report) struct Cells {
    cells: Vec<(u32, String)>,
    /// The offset of the end of the line.
    end: u32,
}

impl Cells {
    /// `hidden` must be sorted; `focus` is the mark that must be in sight.
    pub(in crate::report) fn new(
        file: &SourceFile,
        line: u32,
        focus: Option<Span>,
        hidden: &[Span],
        (room, style): (Room, Style),
    ) -> Self {
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
        line.crop(focus, room, style);
        line
    }

    /// Cuts the line so that it fits, with the mark in sight.
    fn crop(&mut self, focus: Option<Span>, room: Room, style: Style) {
        let width = |cells: &[(u32, String)]| cells.iter().map(|(_, piece)| piece.width()).sum::<usize>();
        let mark = focus.map_or(0, |focus| self.cells.partition_point(|(at, _)| *at < focus.start));
        let before = width(&self.cells[..mark]);
        // A mark near the end of the line leaves no room for its label.
        if width(&self.cells) <= room.width && before <= room.width - room.rest {
            return;
        }
        let mut from = 0;
        if before > room.mark {
            from = mark;
            while from > 0 && width(&self.cells[from..mark]) < room.mark / 2 {
                from -= 1;
            }
        }
        let mut to = from;
        let mut used = 0;
        while to < self.cells.len() && used + self.cells[to].1.width() + 6 <= room.width {
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

    /// The line.
    pub(in crate::report) fn text(&self) -> String {
        self.cells.iter().map(|(_, piece)| piece.as_str()).collect()
    }

    /// Where a place of the file stands in the text; a place inside of a secret stands at its end.
    pub(in crate::report) fn offset(&self, at: u32) -> u32 {
        let before = self.cells.partition_point(|(cell, _)| *cell < at);
        self.cells[..before].iter().map(|(_, piece)| piece.len() as u32).sum()
    }
}

/// The next place before or at `at` where a character begins.
pub(in crate::report) fn boundary(text: &str, at: u32) -> u32 {
    text.floor_char_boundary(at as usize) as u32
}
