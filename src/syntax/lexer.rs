//! Tokens of HCL's native syntax, made one at a time as the parser asks for them.
//!
//! In: text and a position. Out: the next token, comments on the side. Strings and heredocs are only opened here: what
//! stands between their marks is text, which `parser::template` reads. No byte is looked at twice, no memory is taken.

use super::names::{continues_name, starts_name};
use super::span::Span;
use super::tree::Comment;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Eof,
    Newline,
    Ident,
    Number,
    /// `"`, which opens a quoted template.
    Quote,
    /// `<<EOT` or `<<-EOT` with its line break.
    Heredoc,
    ParenOpen,
    ParenClose,
    BracketOpen,
    BracketClose,
    BraceOpen,
    BraceClose,
    Comma,
    Dot,
    Ellipsis,
    Colon,
    DoubleColon,
    Question,
    Assign,
    Arrow,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Not,
    Tilde,
    /// A byte that begins no token; the whole character.
    Bad,
    /// A `/*` without its `*/`.
    OpenComment,
}

/// A token with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Token {
    pub(super) const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Stands for a byte that was not UTF-8, see `source::SourceFile::from_bytes`; no valid file holds one.
pub(super) const NOT_UTF8: u8 = 0x1a;

/// Which ASCII bytes may follow the first one of a name.
const NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_' || byte as u8 == b'-';
        byte += 1;
    }
    table
};

/// Makes tokens of a text.
pub(super) struct Lexer<'s> {
    pub(super) text: &'s str,
    bytes: &'s [u8],
    /// Where the next token is looked for.
    pub(super) at: usize,
    pub(super) comments: Vec<Comment>,
    /// From here on no `*/` stands, as far as is known.
    unclosed_from: usize,
}

impl<'s> Lexer<'s> {
    /// Starts at the beginning of a text, after a byte order mark.
    pub(super) fn new(text: &'s str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, bytes: text.as_bytes(), at, comments: Vec::new(), unclosed_from: usize::MAX }
    }

    /// Takes a text for the one at hand. One is the beginning of the other.
    pub(super) fn cut(&mut self, text: &'s str) {
        (self.text, self.bytes, self.unclosed_from) = (text, text.as_bytes(), usize::MAX);
    }

    /// The byte at an offset; 0 after the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    /// The bytes at a span.
    pub(super) fn bytes_at(&self, span: Span) -> &'s [u8] {
        &self.bytes[span.range()]
    }

    /// The text at a span.
    pub(super) fn slice(&self, span: Span) -> &'s str {
        &self.text[span.range()]
    }

    /// The next token. Line breaks are tokens only where they mean something.
    pub(super) fn next(&mut self, newlines: bool) -> Token {
        loop {
            while let Some(b' ' | b'\t') = self.bytes.get(self.at) {
                self.at += 1;
            }
            let start = self.at;
            let Some(&byte) = self.bytes.get(start) else {
                return self.token(Kind::Eof, start, 0);
            };
            match byte {
                b'\n' if newlines => return self.token(Kind::Newline, start, 1),
                b'\r' if self.byte(start + 1) == b'\n' && newlines => return self.token(Kind::Newline, start, 2),
                b'\n' => self.at += 1,
                b'\r' if self.byte(start + 1) == b'\n' => self.at += 2,
                b'#' => self.line_comment(start),
                b'/' if self.byte(start + 1) == b'/' => self.line_comment(start),
                b'/' if self.byte(start + 1) == b'*' => {
                    let Some(end) = self.comment_end(start) else {
                        let rest = self.bytes.len() - start;
                        return self.token(Kind::OpenComment, start, rest);
                    };
                    self.comment(start, end);
                }
                _ => return self.visible(byte, start),
            }
        }
    }

    fn token(&mut self, kind: Kind, start: usize, len: usize) -> Token {
        self.at = start + len;
        Token { kind, start: start as u32, end: self.at as u32 }
    }

    /// A token that begins with a byte other than white space.
    fn visible(&mut self, byte: u8, start: usize) -> Token {
        let next = self.byte(start + 1);
        let (kind, len) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                let end = self.name_end(start + 1);
                (Kind::Ident, end - start)
            }
            b'0'..=b'9' => (Kind::Number, self.number_end(start) - start),
            b'"' => (Kind::Quote, 1),
            b'(' => (Kind::ParenOpen, 1),
            b')' => (Kind::ParenClose, 1),
            b'[' => (Kind::BracketOpen, 1),
            b']' => (Kind::BracketClose, 1),
            b'{' => (Kind::BraceOpen, 1),
            b'}' => (Kind::BraceClose, 1),
            b',' => (Kind::Comma, 1),
            b'.' if next == b'.' && self.byte(start + 2) == b'.' => (Kind::Ellipsis, 3),
            b'.' => (Kind::Dot, 1),
            b':' if next == b':' => (Kind::DoubleColon, 2),
            b':' => (Kind::Colon, 1),
            b'?' => (Kind::Question, 1),
            b'=' if next == b'=' => (Kind::Equal, 2),
            b'=' if next == b'>' => (Kind::Arrow, 2),
            b'=' => (Kind::Assign, 1),
            b'!' if next == b'=' => (Kind::NotEqual, 2),
            b'!' => (Kind::Not, 1),
            b'<' if next == b'=' => (Kind::LessEqual, 2),
            b'<' if next == b'<' => match self.heredoc_end(start) {
                Some(end) => (Kind::Heredoc, end - start),
                None => (Kind::Less, 1),
            },
            b'<' => (Kind::Less, 1),
            b'>' if next == b'=' => (Kind::GreaterEqual, 2),
            b'>' => (Kind::Greater, 1),
            b'&' if next == b'&' => (Kind::And, 2),
            b'|' if next == b'|' => (Kind::Or, 2),
            b'+' => (Kind::Plus, 1),
            b'-' => (Kind::Minus, 1),
            b'*' => (Kind::Star, 1),
            b'/' => (Kind::Slash, 1),
            b'%' => (Kind::Percent, 1),
            b'~' => (Kind::Tilde, 1),
            128.. => self.wide(start),
            _ => (Kind::Bad, 1),
        };
        self.token(kind, start, len)
    }

    /// A token that begins with a character beyond ASCII.
    fn wide(&self, start: usize) -> (Kind, usize) {
        match self.text[start..].chars().next() {
            Some(c) if starts_name(c) => (Kind::Ident, self.name_end(start + c.len_utf8()) - start),
            Some(c) => (Kind::Bad, c.len_utf8()),
            None => (Kind::Bad, 1),
        }
    }

    /// Where a name ends that goes on at `at`.
    pub(super) fn name_end(&self, mut at: usize) -> usize {
        loop {
            while let Some(&byte) = self.bytes.get(at)
                && NAME[byte as usize]
            {
                at += 1;
            }
            if self.byte(at) < 128 {
                return at;
            }
            match self.text[at..].chars().next() {
                Some(c) if continues_name(c) => at += c.len_utf8(),
                _ => return at,
            }
        }
    }

    /// The end of all that hcl takes for one number; `1.2.3` is a single, wrong one.
    fn number_end(&self, start: usize) -> usize {
        let mut end = start;
        loop {
            let sign = usize::from(matches!(self.byte(end + 1), b'+' | b'-'));
            match self.byte(end) {
                b'0'..=b'9' => end += 1,
                b'.' if self.byte(end + 1).is_ascii_digit() => end += 2,
                b'e' | b'E' if self.byte(end + 1 + sign).is_ascii_digit() => end += 2 + sign,
                _ => return end,
            }
        }
    }

    /// The end of `<<EOT⏎`, where a heredoc begins at `start`: the marker must end its line.
    fn heredoc_end(&self, start: usize) -> Option<usize> {
        let name = start + 2 + usize::from(self.byte(start + 2) == b'-');
        let first = self.text.get(name..)?.chars().next()?;
        if first != '_' && !first.is_ascii_alphabetic() && !starts_name(first) {
            return None;
        }
        let end = self.name_end(name + first.len_utf8());
        match (self.byte(end), self.byte(end + 1)) {
            (b'\n', _) => Some(end + 1),
            (b'\r', b'\n') => Some(end + 2),
            _ => None,
        }
    }

    /// The end of the `/*` at `start`, if it has one.
    fn comment_end(&mut self, start: usize) -> Option<usize> {
        if start >= self.unclosed_from {
            return None;
        }
        let len = self.text[start + 2..].find("*/");
        if len.is_none() {
            self.unclosed_from = start;
        }
        len.map(|len| start + 2 + len + 2)
    }

    fn line_comment(&mut self, start: usize) {
        let end = self.text[start..].find('\n').map_or(self.bytes.len(), |len| start + len);
        let end = if self.bytes[..end].ends_with(b"\r") { end - 1 } else { end };
        self.comment(start, end);
    }

    fn comment(&mut self, start: usize, end: usize) {
        let before = self.bytes[..start].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
        let own_line = matches!(before, None | Some(b'\n')) || &self.bytes[..start] == "\u{feff}".as_bytes();
        self.comments.push(Comment { span: Span::new(start as u32, end as u32), own_line });
        self.at = end;
    }
}
