//! Excerpts of the source in the page: lines with their numbers, marks, and what is said of them.

use maud::{Markup, html};

use super::say::{STYLE, Say};
use crate::report::excerpt::{Cells, Excerpt, Excerpts, Labelled, Lines, Mark, Room};
use crate::source::Location;

/// How much of a line is shown; beyond the width of the page it is broken.
const ROOM: Room = Room { width: 160, mark: 120, rest: 0 };

/// The excerpts of these places, the first being the one that counts. `told` is the place that stands above them already:
/// an excerpt that is alone, and of that file, does not name the file again.
pub(super) fn write(
    excerpts: &mut Excerpts<'_>,
    places: &[Labelled<'_>],
    told: Option<&Location>,
    say: Say<'_>,
) -> Markup {
    let is_told = |at: &Location| told.is_some_and(|told| (&told.file, told.line) == (&at.file, at.line));
    let is_named = !matches!(places, [only] if is_told(only.location));
    let mut figures = Vec::new();
    excerpts.each(places, |excerpt| match excerpt {
        Excerpt::Lines(lines) => figures.push(figure(&lines, is_named, say)),
        Excerpt::Unseen(places) => figures.extend(places.iter().map(|place| unseen(place, say))),
    });
    html! { @for figure in &figures { (figure) } }
}

/// A place whose file cannot be shown.
fn unseen(place: &Labelled<'_>, say: Say<'_>) -> Markup {
    let at = place.location;
    html! {
        figure { figcaption { (say.place(at)) ":" (at.column) " " (place.label) } }
    }
}

fn figure(lines: &Lines<'_>, is_named: bool, say: Say<'_>) -> Markup {
    let (first, last) = lines.range();
    let rows: Vec<Row<'_>> = (first..=last).map(|line| Row::of(lines, line)).collect();
    // What all lines begin with says nothing.
    let indent = rows.iter().filter_map(|row| row.indent()).min().unwrap_or(0);
    html! {
        figure {
            @if let Some(mark) = lines.marks.first().filter(|_| is_named) {
                figcaption { (say.name(&lines.file.path)) ":" (mark.line) ":" (mark.column) }
            }
            ol start=(first) {
                @for row in &rows { li { (row.write(indent)) } }
            }
        }
    }
}

/// A line as it may be shown, with its marks as ranges of the text, in order and apart from each other.
struct Row<'l> {
    text: String,
    marks: Vec<(usize, usize, &'l Mark)>,
}

impl<'l> Row<'l> {
    fn of(lines: &'l Lines<'_>, line: u32) -> Self {
        let here = || lines.marks.iter().filter(|mark| mark.line == line);
        let focus = here().next().map(|mark| mark.span);
        let cells = Cells::new(lines.file, line, focus, &lines.hidden, (ROOM, STYLE));
        let text = cells.text();
        let place = |at: u32| text.floor_char_boundary(cells.offset(at) as usize);
        let mut marks: Vec<_> = here().map(|mark| (place(mark.span.start), place(mark.span.end), mark)).collect();
        marks.sort_by_key(|(start, end, _)| (*start, *end));
        let mut from = 0;
        for (start, end, _) in &mut marks {
            *start = (*start).max(from);
            *end = (*end).max(*start);
            from = *end;
        }
        Self { text, marks }
    }

    /// How many spaces it begins with; `None` for an empty line.
    fn indent(&self) -> Option<usize> {
        let rest = self.text.trim_start_matches(' ');
        let first = self.marks.first().map_or(usize::MAX, |(start, ..)| *start);
        (!rest.is_empty()).then(|| (self.text.len() - rest.len()).min(first))
    }

    fn write(&self, indent: usize) -> Markup {
        let mut at = indent.min(self.text.len());
        let mut pieces = Vec::new();
        for (start, end, mark) in &self.marks {
            let (start, end) = ((*start).max(at), (*end).max(at));
            pieces.push((&self.text[at..start], &self.text[start..end], mark.label.as_str()));
            at = end;
        }
        let rest = &self.text[at..];
        html! {
            @for (before, marked, _) in &pieces {
                (before)
                @if !marked.is_empty() { mark { (marked) } }
            }
            (rest)
            @for (.., label) in pieces.iter().filter(|(.., label)| !label.is_empty()) { small { (label) } }
        }
    }
}
