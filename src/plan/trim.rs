//! Takes out of a plan's text what nobody reads: of a large plan, a half. What stays is then all that is held in memory.

use std::ops::Range;

use memchr::memmem;

/// The sections that are read, if they are there.
const READ: &[&str] = &[
    "format_version",
    "errored",
    "complete",
    "deferred_changes",
    "checks",
    "variables",
    "resource_drift",
    "values",
    CHANGES,
    "configuration",
];

/// What was taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    parts: Vec<Part>,
}

/// A part of a text, which `null` stands for now.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    /// Where that stands in what is left.
    line: usize,
    /// 1-based, in bytes: the column after it.
    end: usize,
    /// Line breaks in the part.
    lines: usize,
    /// The 1-based column after the part in the whole text.
    true_end: usize,
}

impl Removed {
    /// The place in the whole text of a place in what is left, as 1-based line and column in bytes.
    pub fn place_in_whole(&self, line: usize, column: usize) -> (usize, usize) {
        let before = self.parts.iter().filter(|part| (part.line, part.end) <= (line, column));
        let (mut lines, mut shift) = (0, 0);
        for part in before {
            lines += part.lines;
            if part.line == line {
                shift = part.true_end as isize - part.end as isize;
            }
        }
        (line + lines, column.saturating_add_signed(shift))
    }
}

/// A text of which that was taken out, and where its sections are.
#[derive(Clone, Debug, Default)]
pub struct Trimmed {
    /// What was taken out.
    pub removed: Removed,
    /// `None`: the text is no JSON object.
    pub(super) parts: Option<Parts>,
}

/// Where the parts of a plan are in its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    /// The length of the text, with its byte order mark.
    pub(super) length: usize,
    /// The sections by name.
    pub(super) sections: Vec<(String, Range<usize>)>,
    /// The elements of `resource_changes`.
    pub(super) changes: Vec<Range<usize>>,
}

/// Takes what nobody reads out of the UTF-8 text of a plan. A text that is none, or broken, stays as it is: whoever reads it
/// tells what is wrong. What is taken out is not looked at further.
pub fn trim(text: &mut Vec<u8>) -> Trimmed {
    let Some((sections, changes)) = sections(text) else { return Trimmed::default() };
    let has_changes = !changes.is_empty();
    let is_read = |section: &Section| {
        let value = &text[section.start..section.end];
        match () {
            () if section.is(text, "planned_values") => !has_changes,
            // Data sources that are read while the plan is made stand nowhere else.
            () if section.is(text, "prior_state") => memmem::find(value, b"\"data\"").is_some(),
            () => READ.iter().any(|name| section.is(text, name)),
        }
    };
    let (mut unread, mut kept) = (Vec::new(), Vec::new());
    // How many bytes less there are before what follows, and before the changes.
    let (mut less, mut less_before_changes) = (0, 0);
    for section in &sections {
        let Section { key, start, end } = *section;
        if is_read(section) {
            let name = String::from_utf8_lossy(&text[key.0..key.1]).into_owned();
            if name == CHANGES {
                less_before_changes = less;
            }
            kept.push((name, start - less..end - less));
        } else if end - start > NULL.len() {
            unread.push((start, end));
            less += end - start - NULL.len();
        }
    }
    let moved = |change: Range<usize>| change.start - less_before_changes..change.end - less_before_changes;
    let changes = changes.into_iter().map(moved).collect();
    let removed = cut(text, &unread);
    Trimmed { removed, parts: Some(Parts { length: text.len(), sections: kept, changes }) }
}

const NULL: &[u8] = b"null";
const CHANGES: &str = "resource_changes";

/// Puts `null` in the place of these parts, of which each is longer than that.
fn cut(text: &mut Vec<u8>, parts: &[(usize, usize)]) -> Removed {
    let mut removed = Removed::default();
    let (mut read, mut written) = (0, 0);
    // Of both texts: lines so far, and where the last one begins.
    let (mut line, mut begins, mut true_begins) = (1, 0, 0);
    for (start, end) in parts.iter().copied() {
        let kept = start - read;
        line += memchr::memchr_iter(b'\n', &text[read..start]).count();
        if let Some(at) = memchr::memrchr(b'\n', &text[read..start]) {
            (begins, true_begins) = (written + at + 1, read + at + 1);
        }
        let lines = memchr::memchr_iter(b'\n', &text[start..end]).count();
        if let Some(at) = memchr::memrchr(b'\n', &text[start..end]) {
            true_begins = start + at + 1;
        }
        text.copy_within(read..start, written);
        written += kept;
        text[written..written + NULL.len()].copy_from_slice(NULL);
        written += NULL.len();
        removed.parts.push(Part { line, end: written - begins + 1, lines, true_end: end - true_begins + 1 });
        read = end;
    }
    text.copy_within(read.., written);
    text.truncate(written + text.len() - read);
    text.shrink_to_fit();
    removed
}

/// A key at the top of the text, with its value.
struct Section {
    key: (usize, usize),
    start: usize,
    end: usize,
}

impl Section {
    fn is(&self, text: &[u8], name: &str) -> bool {
        &text[self.key.0..self.key.1] == name.as_bytes()
    }
}

/// The sections of a text, and the elements of `resource_changes`; `None`: it is no JSON object.
fn sections(text: &[u8]) -> Option<(Vec<Section>, Vec<Range<usize>>)> {
    let mut scan = Scan { text, at: if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 } };
    let (mut sections, mut changes) = (Vec::new(), Vec::new());
    scan.expect(b'{')?;
    if scan.peek()? == b'}' {
        return Some((sections, changes));
    }
    loop {
        let key = scan.string()?;
        scan.expect(b':')?;
        let first = scan.peek()?;
        let start = scan.at;
        if first == b'[' && &text[key.0..key.1] == CHANGES.as_bytes() {
            changes = scan.elements()?;
        } else {
            scan.value()?;
        }
        sections.push(Section { key, start, end: scan.at });
        match scan.peek()? {
            b',' => scan.at += 1,
            b'}' if text[scan.at + 1..].trim_ascii().is_empty() => return Some((sections, changes)),
            _ => return None,
        }
    }
}

struct Scan<'t> {
    text: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    /// The next byte that is no white space.
    fn peek(&mut self) -> Option<u8> {
        let space = self.text[self.at..].iter().position(|byte| !byte.is_ascii_whitespace())?;
        self.at += space;
        Some(self.text[self.at])
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Passes over a string; where its inside begins and ends.
    fn string(&mut self) -> Option<(usize, usize)> {
        self.expect(b'"')?;
        let start = self.at;
        self.at = end_of_string(self.text, start)?;
        Some((start, self.at - 1))
    }

    /// Passes over a list; where its elements are.
    fn elements(&mut self) -> Option<Vec<Range<usize>>> {
        let mut elements = Vec::new();
        self.expect(b'[')?;
        if self.peek()? == b']' {
            self.at += 1;
            return Some(elements);
        }
        loop {
            self.peek()?;
            let start = self.at;
            self.value()?;
            elements.push(start..self.at);
            let next = self.peek()?;
            self.at += 1;
            match next {
                b',' => {}
                b']' => return Some(elements),
                _ => return None,
            }
        }
    }

    /// Passes over a value.
    fn value(&mut self) -> Option<()> {
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            b'{' | b'[' => self.container(),
            _ => {
                let ends = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b':') || byte.is_ascii_whitespace();
                let length = self.text[self.at..].iter().position(ends)?;
                self.at += length;
                (length > 0).then_some(())
            }
        }
    }

    /// Passes over an object or list: only strings and brackets count.
    fn container(&mut self) -> Option<()> {
        let (text, mut at, mut depth) = (self.text, self.at, 0_usize);
        loop {
            match *text.get(at)? {
                b'"' => at = end_of_string(text, at + 1)?,
                b'{' | b'[' => {
                    depth += 1;
                    at += 1;
                }
                b'}' | b']' => {
                    depth -= 1;
                    at += 1;
                    if depth == 0 {
                        self.at = at;
                        return Some(());
                    }
                }
                _ => at += 1,
            }
        }
    }
}

/// Where a string ends that begins there, after its quote. Most are short: eight bytes are looked at at a time.
#[inline]
fn end_of_string(text: &[u8], mut at: usize) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    // The highest bit of each byte that is zero, up to the first one; those above it may be wrong.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & (ONES << 7);
    loop {
        let rest = text.get(at..)?;
        let Some((word, _)) = rest.split_first_chunk::<8>() else {
            match rest.first()? {
                b'"' => return Some(at + 1),
                b'\\' => at += 2,
                _ => at += 1,
            }
            continue;
        };
        let word = u64::from_le_bytes(*word);
        let found = zeros(word ^ (ONES * b'"' as u64)) | zeros(word ^ (ONES * b'\\' as u64));
        if found == 0 {
            at += 8;
            continue;
        }
        at += found.trailing_zeros() as usize / 8;
        if text[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trimmed(text: &str) -> (String, Removed) {
        let mut bytes = text.as_bytes().to_vec();
        let removed = trim(&mut bytes).removed;
        (String::from_utf8(bytes).expect("a part of a text is one"), removed)
    }

    #[test]
    fn what_nobody_reads_goes() {
        let plan = r#"{"format_version":"1.2","planned_values":{"a":["}\"]"]},"resource_changes":[{"b":1}],
            "prior_state":{"x":{}}, "timestamp":"2026", "configuration":{}}"#;
        let (left, _) = trimmed(plan);
        let expected = r#"{"format_version":"1.2","planned_values":null,"resource_changes":[{"b":1}],
            "prior_state":null, "timestamp":null, "configuration":{}}"#;
        assert_eq!(left, expected);
    }

    #[test]
    fn what_is_needed_in_their_place_stays() {
        let without_changes = r#"{"planned_values":{"a":[1,2]},"resource_changes":[ ]}"#;
        assert_eq!(trimmed(without_changes).0, without_changes);
        let with_data = r#"{"prior_state":{"mode":"data"},"resource_changes":[1]}"#;
        assert_eq!(trimmed(with_data).0, with_data);
    }

    #[test]
    fn a_broken_text_stays_as_it_is() {
        let whole = r#"{"planned_values":{"a":["\\x", tru]},"resource_changes":[{"b":-1.5e3}]}"#;
        for end in 0..whole.len() {
            assert_eq!(trimmed(&whole[..end]).0, &whole[..end]);
        }
        for text in [
            "",
            "[]",
            "{,}",
            "{\"a\" 1}",
            "{\"a\":1]",
            "{\"a\":}",
            "{\"a\":{]}",
            "\u{feff}{\"a\":",
            "{\"a\":{\"b\":1}}x",
        ] {
            assert_eq!(trimmed(text).0, text);
        }
    }

    #[test]
    fn places_are_those_of_the_whole_text() {
        let whole =
            "{\n \"planned_values\": {\n  \"a\": [1,\n 2]}, \"x\": [1, 2, 3, 4], \"resource_changes\": [\n!]\n}";
        let (left, removed) = trimmed(whole);
        assert_eq!(left, "{\n \"planned_values\": null, \"x\": null, \"resource_changes\": [\n!]\n}");
        let place = |text: &str, what: &str| {
            let before = &text[..text.find(what).expect("it is there")];
            let line = before.matches('\n').count() + 1;
            (line, before.len() - before.rfind('\n').map_or(0, |at| at + 1) + 1)
        };
        for what in ["\"planned", "\"x\"", "\"resource", "!", "]\n}", "\n}"] {
            let (line, column) = place(&left, what);
            assert_eq!(removed.place_in_whole(line, column), place(whole, what), "{what}");
        }
    }
}
