//! After an error: where the next item begins.

use super::Span;
use super::{Failed, Kind, Parser, Token};

impl Parser<'_> {
    /// Goes on at the next line that begins an item, or at the `}` of the body. `start` is the first token of the item
    /// that could not be read.
    pub(super) fn recover(&mut self, start: Token) {
        self.newlines = true;
        let from = self.tok.start;
        let mut open = i64::from(std::mem::take(&mut self.open));
        let indent = self.indent_at(start.start).unwrap_or(0);
        let starts_further_out =
            self.at(Kind::BraceClose) && self.indent_at(self.tok.start).is_some_and(|here| here < indent);
        if self.tok.start > start.start && (starts_further_out || self.at_next_item()) {
            return;
        }
        loop {
            match self.tok.kind {
                Kind::Eof => break,
                Kind::Newline => {
                    self.advance();
                    if self.line_ends_recovery(open, indent) {
                        break;
                    }
                    continue;
                }
                Kind::BraceClose if open <= 0 => break,
                Kind::Quote => {
                    self.skip_string();
                    continue;
                }
                Kind::Heredoc => {
                    self.skip_heredoc();
                    continue;
                }
                Kind::OpenComment => {
                    self.advance();
                    continue;
                }
                Kind::ParenOpen | Kind::BracketOpen | Kind::BraceOpen => open += 1,
                Kind::ParenClose | Kind::BracketClose | Kind::BraceClose => open -= 1,
                _ => {}
            }
            self.advance();
        }
        self.note_skipped(from);
    }

    /// Goes to the `}` or the end of the line, for blocks of one line.
    pub(super) fn recover_in_line(&mut self, start: Token) {
        self.newlines = true;
        let from = self.tok.start;
        let mut open = std::mem::take(&mut self.open);
        loop {
            match self.tok.kind {
                Kind::Eof | Kind::Newline => break,
                Kind::BraceClose if open == 0 => break,
                Kind::BraceOpen => open += 1,
                Kind::BraceClose => open -= 1,
                Kind::Quote => {
                    self.skip_string();
                    continue;
                }
                Kind::Heredoc => {
                    self.skip_heredoc();
                    continue;
                }
                _ => {}
            }
            self.advance();
        }
        self.note_skipped(from.max(start.start));
    }

    fn note_skipped(&mut self, from: u32) {
        let to = self.tok.start;
        if to > from
            && let Some(error) = self.tree.errors.last_mut()
        {
            error.skipped = Some(Span::new(from, to));
        }
    }

    /// Whether reading can go on at the line that begins at the token at hand.
    fn line_ends_recovery(&self, open: i64, indent: usize) -> bool {
        match self.tok.kind {
            Kind::BraceClose => open <= 0 || self.indent_at(self.tok.start).is_some_and(|here| here < indent),
            Kind::Ident => {
                (open <= 0 || self.indent_at(self.tok.start).is_some_and(|here| here <= indent))
                    && self.looks_like_item()
            }
            _ => false,
        }
    }

    /// Whether `name =`, or `name "label" … {`, stands at the token at hand.
    fn looks_like_item(&self) -> bool {
        let rest = &self.lexer.text[self.tok.end as usize..];
        let line = rest[..rest.find('\n').unwrap_or(rest.len())].trim();
        match line.strip_prefix('=') {
            Some(rest) => !rest.starts_with(['=', '>']),
            None => line.split_once('{').is_some_and(|(labels, _)| {
                let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | ' ' | '\t' | '.');
                labels.chars().all(word) && labels.matches('"').count() % 2 == 0
            }),
        }
    }

    /// Number of bytes of white space before `at`, if nothing else stands before it on its line.
    pub(super) fn indent_at(&self, at: u32) -> Option<usize> {
        let before = &self.lexer.text.as_bytes()[..at as usize];
        let indent = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let rest = &before[..before.len() - indent];
        (rest.is_empty() || rest.ends_with(b"\n") || rest == "\u{feff}".as_bytes()).then_some(indent)
    }

    /// Indentation of the item at hand.
    pub(super) fn item_indent(&self) -> usize {
        self.indent_at(self.item_start).unwrap_or(0)
    }

    /// Whether the token at hand begins a line that is not further indented than the header of the block it stands in.
    /// Asked only when a brace is known to be missing.
    pub(super) fn ends_by_indent(&self, header_indent: Option<usize>) -> bool {
        self.by_indent
            && header_indent.is_some_and(|header| self.indent_at(self.tok.start).is_some_and(|indent| indent <= header))
    }

    /// Whether the bracket at hand by its indentation belongs to something around the item at hand. Asked only when a
    /// brace is known to be missing.
    pub(super) fn closes_further_out(&self) -> bool {
        self.by_indent && self.indent_at(self.tok.start).is_some_and(|indent| indent < self.item_indent())
    }

    /// Whether the token at hand begins a line that looks like the next item after the one at hand, which then has a
    /// bracket left open.
    pub(super) fn at_next_item(&self) -> bool {
        self.at(Kind::Ident)
            && self.indent_at(self.tok.start).is_some_and(|indent| indent <= self.item_indent())
            && self.looks_like_item()
    }

    /// Passes over a quoted string, to its end or that of its line.
    pub(super) fn skip_string(&mut self) {
        let bytes = self.lexer.text.as_bytes();
        let mut at = self.tok.end as usize;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\n' => break,
                b'"' => {
                    at += 1;
                    break;
                }
                b'\\' if bytes.get(at + 1).is_some_and(|next| *next != b'\n') => at += 2,
                _ => at += 1,
            }
        }
        self.jump_to_char(at);
    }

    /// Passes over a heredoc, to the line after its end.
    fn skip_heredoc(&mut self) {
        let marker = self.heredoc_marker(self.tok);
        let mut at = self.tok.end as usize;
        let text = self.lexer.text;
        while let Some(len) = text[at..].find('\n') {
            let line = &text[at..at + len];
            if line.trim() == marker {
                return self.jump(at + len);
            }
            at += len + 1;
        }
        self.jump(text.len());
    }

    /// Goes on at an offset, or after the character that it splits.
    pub(super) fn jump_to_char(&mut self, mut at: usize) {
        at = at.min(self.lexer.text.len());
        while !self.lexer.text.is_char_boundary(at) {
            at += 1;
        }
        self.jump(at);
    }

    /// The error for a token that can stand nowhere, if the one at hand is such.
    pub(super) fn bad_token(&mut self) -> Option<Failed> {
        let span = self.tok.span();
        let (message, help) = match self.tok.kind {
            Kind::OpenComment => {
                let span = Span::new(span.start, span.start + 2);
                self.cut = true;
                return Some(self.error(span, "This comment is never closed", "opened here; `*/` is missing", None));
            }
            Kind::Less if self.lexer.byte(span.end as usize) == b'<' => (
                "This is no heredoc".to_owned(),
                Some("write `<<EOT` or `<<-EOT`: a name, and nothing after it on the line"),
            ),
            Kind::Bad => match self.lexer.slice(span) {
                "\u{1a}" => ("This byte is not UTF-8".to_owned(), Some("save the file as UTF-8")),
                "'" => ("Single quotes do not make a string".to_owned(), Some("write it in double quotes: \"…\"")),
                "&" => ("Terraform has no bitwise operators".to_owned(), Some("the logical one is `&&`")),
                "|" => ("Terraform has no bitwise operators".to_owned(), Some("the logical one is `||`")),
                ";" => ("Semicolons separate nothing here".to_owned(), Some("start a new line instead")),
                "“" | "”" | "„" => {
                    ("Typographic quotes do not make a string".to_owned(), Some("write \" instead"))
                }
                "\r" => ("A carriage return alone does not end a line".to_owned(), None),
                "\u{feff}" => ("A byte order mark can stand only at the beginning of a file".to_owned(), None),
                text => (format!("The character {} cannot stand here", text.escape_debug()), None),
            },
            _ => return None,
        };
        Some(self.error(span, message, "", help))
    }
}
