//! JSON strings, and the templates and expressions inside them.

use super::super::lexer::NOT_UTF8;
use super::super::parser::Part;
use super::{Failed, Json, Key, Node, NodeId, Parsed, Reading, Span, Text};

/// Bytes at which a string may end or is not plain: quotes, backslashes, braces and control characters.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table[b'{' as usize] = true;
    table
};

/// A string that was passed over.
#[derive(Clone, Copy)]
pub(super) struct Quoted {
    /// Where it stands, with its quotes.
    pub(super) span: Span,
    /// Whether it is not as it is written.
    escaped: bool,
    /// Whether it may have `${` or `%{` in it.
    may_be_template: bool,
}

impl Quoted {
    fn inner(self) -> Span {
        Span::new(self.span.start + 1, self.span.end - 1)
    }
}

impl Json<'_> {
    /// Reads a string as a value.
    pub(super) fn string(&mut self, reading: Reading) -> Parsed<NodeId> {
        let quoted = self.quoted()?;
        self.string_at(quoted, reading)
    }

    /// Reads a string that was passed over.
    pub(super) fn string_at(&mut self, quoted: Quoted, reading: Reading) -> Parsed<NodeId> {
        let part = match reading {
            Reading::Template if quoted.may_be_template => Part::Template,
            // Old configurations wrap references in `${ }`.
            Reading::Expression if quoted.may_be_template => Part::Template,
            Reading::Expression => Part::Expression,
            _ => {
                let text = self.text_of(quoted);
                return Ok(self.node(Node::Str(text), quoted.span));
            }
        };
        if quoted.escaped {
            let text = self.resolve(quoted.inner());
            let decoded = self.text(text).to_owned();
            return Ok(self.parser.graft(&decoded, quoted.span, part, self.depth));
        }
        let node = self.parser.part(self.source, quoted.inner(), part, self.depth);
        if matches!(self.parser.tree.nodes[node.0 as usize], Node::Str(_)) {
            self.parser.tree.spans[node.0 as usize] = quoted.span;
        }
        Ok(node)
    }

    /// Reads a string as a key.
    pub(super) fn key(&mut self) -> Parsed<Key> {
        let quoted = self.quoted()?;
        Ok(Key { text: self.text_of(quoted), quoted })
    }

    fn text_of(&mut self, quoted: Quoted) -> Text {
        if quoted.escaped { self.resolve(quoted.inner()) } else { Text::source(quoted.inner()) }
    }

    /// Passes over a string.
    fn quoted(&mut self) -> Parsed<Quoted> {
        let start = self.at;
        let mut at = start + 1;
        let (mut escaped, mut may_be_template) = (false, false);
        loop {
            while let Some(&byte) = self.bytes.get(at)
                && !SPECIAL[byte as usize]
            {
                at += 1;
            }
            match self.bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    // It may hide a template: `\u0024{`.
                    may_be_template |= self.bytes.get(at + 1) == Some(&b'u');
                    at += 2;
                }
                Some(b'{') => {
                    may_be_template |= matches!(self.bytes[at - 1], b'$' | b'%');
                    at += 1;
                }
                Some(b'\n' | b'\r') | None => return Err(self.unclosed_string(start, at)),
                // Terraform reads a byte that is not UTF-8 as U+FFFD.
                Some(&NOT_UTF8) if !self.decodes => {
                    escaped = true;
                    at += 1;
                }
                Some(&byte) => {
                    let span = Span::new(at as u32, at as u32 + 1);
                    let help = format!(
                        "write it as {}",
                        if byte == b'\t' { "\\t".to_owned() } else { format!("\\u{byte:04x}") }
                    );
                    self.error(span, "A control character cannot stand in JSON text", "", Some(&help));
                    at += 1;
                }
            }
        }
        self.at = at + 1;
        Ok(Quoted { span: Span::new(start as u32, self.at as u32), escaped, may_be_template })
    }

    fn unclosed_string(&mut self, start: usize, end: usize) -> Failed {
        let end = end.min(self.source.len());
        let len = self.source.get(start..end).map_or(1, |text| text.trim_end().len());
        let span = Span::new(start as u32, (start + len) as u32);
        self.fatal(span, "This string is never closed", "opened here; the line ends without a `\"`", None)
    }

    /// Resolves JSON's escapes into the cooked text.
    fn resolve(&mut self, span: Span) -> Text {
        let start = self.parser.tree.cooked.len() as u32;
        let mut rest = &self.source[span.range()];
        while let Some(at) = rest.find(['\\', char::from(NOT_UTF8)]) {
            self.parser.tree.cooked.push_str(&rest[..at]);
            rest = &rest[at..];
            if !rest.starts_with('\\') {
                self.parser.tree.cooked.push(char::REPLACEMENT_CHARACTER);
                rest = &rest[1..];
                continue;
            }
            let (c, len) = escape(rest);
            match c {
                Some(c) => self.parser.tree.cooked.push(c),
                None => {
                    let offset = span.end - rest.len() as u32;
                    let message = format!("`{}` is no escape of JSON", &rest[..len]);
                    let help = "known are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uNNNN";
                    self.error(Span::new(offset, offset + len as u32), message, "", Some(help));
                }
            }
            rest = &rest[len..];
        }
        self.parser.tree.cooked.push_str(rest);
        Text::cooked(start, self.parser.tree.cooked.len() as u32 - start)
    }
}

/// The character that the escape at the start of `rest` stands for, and its length.
fn escape(rest: &str) -> (Option<char>, usize) {
    let Some(letter) = rest[1..].chars().next() else {
        return (None, 1);
    };
    let simple = match letter {
        '"' | '\\' | '/' => letter,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return unicode(rest),
        _ => return (None, 1 + letter.len_utf8()),
    };
    (Some(simple), 2)
}

/// `\uNNNN`, or two of them for a character beyond the first 65,536; half of such a pair is U+FFFD.
fn unicode(rest: &str) -> (Option<char>, usize) {
    let code = |text: &str| {
        let hex = text.strip_prefix("\\u")?.get(..4)?;
        hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(hex, 16).ok())?
    };
    let Some(first) = code(rest) else {
        return (None, 2);
    };
    if (0xd800..0xdc00).contains(&first)
        && let Some(second @ 0xdc00..0xe000) = code(&rest[6..])
    {
        return (char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)), 12);
    }
    (Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)), 6)
}
