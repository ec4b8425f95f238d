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

/// A text that means nothing to Markdown or HTML, on one line; nor to what hosts of code make of text by themselves: names
/// of people, numbers of issues and addresses of pages are no links, and nothing is a formula. It can stand in a cell of a
/// table as it is.
pub fn markdown(text: &str) -> String {
    let line = line(text);
    let mut escaped = String::with_capacity(line.len() + 8);
    let mut rest = &*line;
    while let Some(char) = rest.chars().next() {
        let after = &rest[char.len_utf8()..];
        match char {
            '&' if begins_number(after) => escaped.push_str("&amp;&#8203;"),
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // What follows is looked for when the entity is a character again: a space without width parts the two.
            '@' => escaped.push_str("@&#8203;"),
            '#' => escaped.push_str("\\#&#8203;"),
            ':' if after.starts_with("//") => escaped.push_str("&#58;"),
            // Text between two of them is a formula; GitHub's documentation has this way to write one.
            '$' => escaped.push_str("<span>$</span>"),
            // `GH-7`, `!7`, `%7`, `&7`: hosts make links of what they have given a number.
            '-' if begins_number(after) && ends_with_gh(&escaped) => escaped.push_str("-&#8203;"),
            '!' | '%' if begins_number(after) => {
                escaped.push(char);
                escaped.push_str("&#8203;");
            }
            '.' if escaped.ends_with("www") || escaped.ends_with("WWW") => escaped.push_str("&#46;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => {
                escaped.push('\\');
                escaped.push(char);
            }
            _ => escaped.push(char),
        }
        rest = after;
    }
    escaped
}

fn begins_number(text: &str) -> bool {
    text.starts_with(|char: char| char.is_ascii_digit())
}

fn ends_with_gh(text: &str) -> bool {
    text.len() >= 2 && text.as_bytes()[text.len() - 2..].eq_ignore_ascii_case(b"gh")
}

/// A text as code in Markdown, on one line: nothing in it is markup. In a table, bars are escaped by [`cell`].
pub fn code(text: &str) -> String {
    let line = line(text);
    let longest = line.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if line.starts_with('`') || line.ends_with('`') || line.is_empty() { " " } else { "" };
    format!("{fence}{pad}{line}{pad}{fence}")
}

/// What [`code`] made of a text, for a cell of a table: a table is cut at its bars before anything else is read.
pub fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
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

    #[test]
    fn what_is_markup_is_written_out() {
        let written = markdown("a|b <img> [x](y) `z` @team #12 https://x.example www.y.example\n");
        let expected = "a\\|b &lt;img&gt; \\[x\\](y) \\`z\\` @&#8203;team \\#&#8203;12 https&#58;//x.example www&#46;y.example\\\\n";
        assert_eq!(written, expected);
        assert_eq!(markdown("GH-7 agh-7 !7 %7 &7 7%"), "GH-&#8203;7 agh-&#8203;7 !&#8203;7 %&#8203;7 &amp;&#8203;7 7%");
        assert_eq!(markdown("$x$"), "<span>$</span>x<span>$</span>");
        assert_eq!(code("a[\"b\"]"), "`a[\"b\"]`");
        assert_eq!(code("`x`` | @team"), "``` `x`` | @team ```");
        assert_eq!(cell(&code("a|b")), "`a\\|b`");
    }
}
