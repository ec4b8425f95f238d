//! A page that has an end: what does not fit any more is not written, rather than cut in two.

/// How long a page may be, in UTF-16 code units, as hosts of code count: under GitHub's 65,536 with room for a frame.
pub(super) const LIMIT: usize = 60_000;

/// What is kept free for the line that says how much is missing.
const LAST_LINE: usize = 200;

/// A page with the room that is left on it.
pub(super) struct Page {
    text: String,
    room: usize,
    /// Kept free for what comes at the end.
    reserved: usize,
}

impl Default for Page {
    fn default() -> Self {
        Self::within(LIMIT)
    }
}

impl Page {
    /// A page of at most that length.
    pub(super) fn within(limit: usize) -> Self {
        Self { text: String::new(), room: limit, reserved: 0 }
    }

    /// How much can still be written.
    pub(super) fn room(&self) -> usize {
        self.room.saturating_sub(self.reserved)
    }

    /// Writes a part, whole or not at all; says whether it is there.
    pub(super) fn push(&mut self, part: &str) -> bool {
        let length = length(part);
        let fits = length <= self.room();
        if fits {
            self.text.push_str(part);
            self.room -= length;
        }
        fits
    }

    /// Writes the first lines of a list, at most `most` of them and in at most half of the room, so that what follows has a
    /// place; then a line that says how many are missing, if any are.
    pub(super) fn list<T>(
        &mut self,
        all: impl ExactSizeIterator<Item = T>,
        most: usize,
        line: impl Fn(T) -> String,
        missing: impl FnOnce(usize) -> String,
    ) {
        let count = all.len();
        let least = self.room() / 2;
        let mut written = 0;
        for item in all.take(most) {
            let line = line(item);
            let after = if written + 1 < count { LAST_LINE } else { 0 };
            if length(&line) + after + least > self.room() {
                break;
            }
            self.push(&line);
            written += 1;
        }
        if written < count {
            self.push(&missing(count - written));
        }
    }

    /// Keeps room for what is appended later, and for the line that says what is missing.
    pub(super) fn reserve(&mut self, tail: &Self) {
        self.reserved = length(&tail.text) + LAST_LINE;
    }

    /// Writes the line that says what is missing, in the room that was kept for it.
    pub(super) fn push_in_reserve(&mut self, line: &str) {
        self.reserved = self.reserved.saturating_sub(LAST_LINE);
        self.push(line);
    }

    /// Writes what room was kept for.
    pub(super) fn append(&mut self, tail: &Self) {
        self.reserved = 0;
        self.push(&tail.text);
    }

    /// Writes a part that is folded away. What does not fit of it is left out, and its end is always written.
    pub(super) fn details(&mut self, summary: &str, write: impl FnOnce(&mut Self)) {
        const END: &str = "\n</details>\n";
        let open = format!("\n<details><summary>{summary}</summary>\n\n");
        let mut inner = Self::within(self.room().saturating_sub(length(&open) + END.len()));
        write(&mut inner);
        self.push(&format!("{open}{}{END}", inner.text));
    }

    /// The text.
    pub(super) fn finish(self) -> String {
        self.text
    }
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_left_out_and_what_was_folded_away_is_closed() {
        let mut page = Page::within(100);
        page.details("many", |page| while page.push("- line\n") {});
        let text = page.finish();
        assert!(text.ends_with("\n</details>\n") && length(&text) <= 100, "{text}");
        let mut page = Page::within(300);
        let mut tail = Page::within(50);
        tail.push("the end");
        page.reserve(&tail);
        while page.push("ten chars\n") {}
        page.push_in_reserve("and more\n");
        page.append(&tail);
        assert!(page.finish().ends_with("and more\nthe end"));
    }

    #[test]
    fn a_list_takes_half_of_the_room_and_counts_what_it_leaves_out() {
        let missing = |missing: usize| format!("and {missing} more\n");
        let mut page = Page::within(2_000);
        page.list(0..100, 10, |number| format!("{number} {}\n", "x".repeat(300)), missing);
        assert!(page.room() >= 800, "{}", page.room());
        let text = page.finish();
        assert_eq!((text.lines().count(), text.lines().last()), (3, Some("and 98 more")), "{text}");
        let mut page = Page::within(2_000);
        page.list(0..11, 10, |number| format!("{number}\n"), missing);
        assert!(page.finish().ends_with("9\nand 1 more\n"));
        let mut page = Page::within(2_000);
        page.list(0..10, 10, |number| format!("{number}\n"), missing);
        assert!(page.finish().ends_with("9\n"));
    }
}
