//! Makes text of users harmless: control characters and those that change the direction of text are written out.
//!
//! A file name or a string of a configuration may hold escape sequences that rewrite what a terminal shows, or
//! bidirectional overrides that make a line read differently than it runs (CVE-2021-42574).

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character must not reach a terminal as it is.
pub fn is_harmful(char: char) -> bool {
    char.is_control()
        || matches!(char,
            '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text on one line, with harmful characters written as `\n`, `\u{1b}`.
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_harmful) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        push(&mut escaped, char);
    }
    Cow::Owned(escaped)
}

/// Adds one character, written out if it is harmful.
pub fn push(text: &mut String, char: char) {
    match char {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        _ if is_harmful(char) => {
            let _ = write!(text, "\\u{{{:x}}}", u32::from(char));
        }
        _ => text.push(char),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_and_bidirectional_overrides_are_written_out() {
        assert_eq!(line("a\x1b]8;;x\x07b"), "a\\u{1b}]8;;x\\u{7}b");
        assert_eq!(line("x\u{202e}y\u{9b}z\n"), "x\\u{202e}y\\u{9b}z\\n");
        assert!(matches!(line("München → 東京"), Cow::Borrowed(_)));
    }
}
