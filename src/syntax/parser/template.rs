//! Templates: quoted strings, heredocs and whole files of `templatefile`.
//!
//! A template is gathered as a flat list of parts, on which the rules for white space work as hcl's do (strip markers
//! first, then the indentation of `<<-`), and is then built into nodes.

use super::super::lexer::NOT_UTF8;
use super::super::tree::{For, Label, Node, NodeId, NodeIdNonMax, Seq, Text};
use super::Span;
use super::{Failed, Kind, Parsed, Parser, Token};

/// A piece of a template, before directives are put together.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// Text; in heredocs one for each line.
    Text { text: Text, span: Span },
    /// `${ }`
    Value(NodeId),
    /// `%{ if }`
    If { cond: NodeId, span: Span },
    /// `%{ else }`
    Else(Span),
    /// `%{ endif }`
    EndIf(Span),
    /// `%{ for }`
    For { key_name: Option<Text>, value_name: Text, collection: NodeId, span: Span },
    /// `%{ endfor }`
    EndFor(Span),
}

/// What ends a part of a branch.
enum Close {
    Template,
    Else(Span),
    EndIf(Span),
    EndFor(Span),
}

/// Where text stands, which decides what is special in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between quotes.
    Quoted,
    /// In a heredoc.
    Heredoc,
    /// In a file, or a string of JSON.
    Bare,
}

const QUOTED: u8 = 1;
const LINES: u8 = 2;

/// Bytes at which plain text may end, by place.
const SPECIAL: [u8; 256] = {
    let mut table = [0; 256];
    table[b'"' as usize] = QUOTED;
    table[b'\\' as usize] = QUOTED;
    table[b'\r' as usize] = QUOTED | LINES;
    table[b'\n' as usize] = QUOTED | LINES;
    table[b'$' as usize] = QUOTED | LINES;
    table[b'%' as usize] = QUOTED | LINES;
    table[NOT_UTF8 as usize] = QUOTED | LINES;
    table
};

/// Text with `$${`, `%%{` or `\` in it is not as it is written.
struct Literal {
    end: usize,
    escaped: bool,
}

impl Parser<'_> {
    /// Reads a quoted string or template.
    pub(super) fn quoted(&mut self) -> Parsed<NodeId> {
        let open = self.tok;
        let from = open.end as usize;
        let end = self.plain_end(from, QUOTED);
        if self.lexer.byte(end) == b'"' {
            self.jump(end + 1);
            let text = Text::source(Span::new(open.end, end as u32));
            return Ok(self.node(Node::Str(text), Span::new(open.start, end as u32 + 1)));
        }
        let newlines = self.newlines;
        let mark = self.parts.len();
        let end = self.quoted_parts(open)?;
        self.newlines = newlines;
        self.jump(end);
        self.template(mark, Span::new(open.start, end as u32))
    }

    /// Gathers the parts of a quoted template. Gives the offset after the closing quote.
    fn quoted_parts(&mut self, open: Token) -> Parsed<usize> {
        let mut at = open.end as usize;
        let mut trim = false;
        loop {
            let literal = self.literal_end(at, Place::Quoted);
            let has_text = literal.end > at;
            if has_text {
                self.push_text(at, &literal, Place::Quoted, trim);
            }
            match self.lexer.byte(literal.end) {
                b'"' => return Ok(literal.end + 1),
                b'$' | b'%' => (at, trim) = self.sequence(literal.end, has_text, Place::Quoted)?,
                _ => return Err(self.unclosed_string(open, literal.end)),
            }
        }
    }

    fn unclosed_string(&mut self, open: Token, end: usize) -> Failed {
        let written = self.lexer.text[open.start as usize..end].trim_end().len() as u32;
        let span = Span::new(open.start, open.start + written);
        self.newlines = true;
        self.jump(end);
        self.error(span, "This string is never closed", "opened here; the line ends without a `\"`", None)
    }

    /// Reads a quoted string without templates: the label of a block.
    pub(super) fn label(&mut self) -> Parsed<Label> {
        let open = self.tok;
        let from = open.end as usize;
        let mut escaped = false;
        let mut end = from;
        loop {
            let literal = self.literal_end(end, Place::Quoted);
            escaped |= literal.escaped;
            end = literal.end;
            match self.lexer.byte(end) {
                b'"' => break,
                b'$' | b'%' => {
                    let span = Span::new(end as u32, end as u32 + 2);
                    self.error(span, "A name in quotes cannot hold a template", "", None);
                    end += 2;
                }
                _ => return Err(self.unclosed_string(open, end)),
            }
        }
        let inner = Span::new(open.end, end as u32);
        let text = if escaped { self.resolve(inner, Place::Quoted) } else { Text::source(inner) };
        self.jump(end + 1);
        Ok(Label { text, span: Span::new(open.start, end as u32 + 1) })
    }

    /// The name that ends a heredoc.
    pub(super) fn heredoc_marker(&self, open: Token) -> &str {
        self.lexer.slice(open.span()).trim_start_matches('<').trim_start_matches('-').trim_end()
    }

    /// Reads a heredoc.
    pub(super) fn heredoc(&mut self) -> Parsed<NodeId> {
        let open = self.tok;
        let newlines = self.newlines;
        let mark = self.parts.len();
        let Some((end, resume)) = self.heredoc_parts(open)? else {
            return Err(self.unclosed_heredoc(open));
        };
        if self.lexer.byte(open.start as usize + 2) == b'-' {
            self.flush(mark);
        }
        self.newlines = newlines;
        self.jump(resume);
        self.template(mark, Span::new(open.start, end))
    }

    fn unclosed_heredoc(&mut self, open: Token) -> Failed {
        let marker = self.heredoc_marker(open).to_owned();
        let start = open.start + self.lexer.slice(open.span()).trim_end().len() as u32;
        let label = format!("opened here; no line below holds `{marker}` alone");
        self.newlines = true;
        self.open_heredocs += 1;
        // What follows is most likely text, of which lines that look like items are none. Each try costs a look at
        // the whole rest, so there are few.
        if self.open_heredocs < 4 {
            self.open += 1;
            self.jump(open.end as usize - 1);
        } else {
            self.cut = true;
            self.jump(self.lexer.text.len());
        }
        self.error(Span::new(open.start, start), "This heredoc is never closed", label, None)
    }

    /// Gathers the parts of a heredoc. Gives the offset after its closing name and that of the line break after it.
    fn heredoc_parts(&mut self, open: Token) -> Parsed<Option<(u32, usize)>> {
        let text = self.lexer.text;
        let mut at = open.end as usize;
        let mut trim = false;
        let mut line_starts = true;
        // Whether the part before is text, if only the line break of the line before.
        let mut after_text = false;
        loop {
            if at >= text.len() {
                return Ok(None);
            }
            if line_starts && let Some(end) = self.heredoc_end(open, at) {
                return Ok(Some(end));
            }
            let literal = self.literal_end(at, Place::Heredoc);
            match self.lexer.byte(literal.end) {
                b'\n' => {
                    let line = Literal { end: literal.end + 1, ..literal };
                    self.push_text(at, &line, Place::Heredoc, trim);
                    (at, trim, line_starts, after_text) = (line.end, false, true, true);
                }
                b'$' | b'%' => {
                    if literal.end > at {
                        self.push_text(at, &literal, Place::Heredoc, trim);
                        after_text = true;
                    }
                    (at, trim) = self.sequence(literal.end, after_text, Place::Heredoc)?;
                    (line_starts, after_text) = (false, false);
                }
                _ => return Ok(None),
            }
        }
    }

    /// If the line at `at` ends the heredoc: the offset after the name, and that of the line break.
    fn heredoc_end(&mut self, open: Token, at: usize) -> Option<(u32, usize)> {
        let rest = &self.lexer.text[at..];
        let marker = self.heredoc_marker(open);
        let name = rest.trim_start_matches([' ', '\t']);
        let after = name.strip_prefix(marker)?;
        let end = (at + rest.len() - after.len()) as u32;
        let Some(len) = after.find('\n') else {
            if !after.trim().is_empty() {
                return None;
            }
            let span = Span::new(end - marker.len() as u32, end);
            let message = "The end of a heredoc needs a line break after it";
            self.error(span, message, "the file ends here", None);
            return Some((end, self.lexer.text.len()));
        };
        let line = &after[..len];
        if !line.trim().is_empty() {
            return None;
        }
        Some((end, end as usize + len - usize::from(line.ends_with('\r'))))
    }

    /// Reads a text that is a template as a whole.
    pub(super) fn bare_template(&mut self) -> Parsed<NodeId> {
        let start = self.lexer.at;
        let len = self.lexer.text.len();
        let (mut at, mut trim, mut after_text) = (start, false, false);
        while at < len {
            let literal = self.literal_end(at, Place::Bare);
            let line_break = self.lexer.byte(literal.end) == b'\n';
            let literal = Literal { end: literal.end + usize::from(line_break), ..literal };
            if literal.end > at {
                self.push_text(at, &literal, Place::Bare, trim);
                after_text = true;
            }
            (at, trim) = match self.lexer.byte(literal.end) {
                b'$' | b'%' if !line_break => {
                    let after_text = std::mem::take(&mut after_text);
                    self.sequence(literal.end, after_text, Place::Bare)?
                }
                _ => (literal.end, false),
            };
        }
        self.template(0, Span::new(start as u32, len as u32))
    }

    /// The offset of the first byte from `at` on that may be special.
    fn plain_end(&self, mut at: usize, place: u8) -> usize {
        let bytes = self.lexer.text.as_bytes();
        while let Some(&byte) = bytes.get(at)
            && SPECIAL[byte as usize] & place == 0
        {
            at += 1;
        }
        at
    }

    /// Where text ends that begins at `at`: at a quote, a line break, `${`, `%{` or the end of the file.
    fn literal_end(&mut self, mut at: usize, place: Place) -> Literal {
        let mask = if place == Place::Quoted { QUOTED } else { LINES };
        let mut escaped = false;
        loop {
            at = self.plain_end(at, mask);
            let next = self.lexer.byte(at + 1);
            match self.lexer.byte(at) {
                b'\\' => {
                    escaped = true;
                    at += if matches!(next, b'\n' | b'\r' | 0) { 1 } else { 2 };
                }
                byte @ (b'$' | b'%') => match next {
                    b'{' => return Literal { end: at, escaped },
                    _ if next == byte && self.lexer.byte(at + 2) == b'{' => {
                        escaped = true;
                        at += 3;
                    }
                    _ => at += 1,
                },
                b'\r' if place != Place::Quoted && next == b'\n' => at += 1,
                // From here on hcl takes all for text.
                b'\r' if place == Place::Bare => return Literal { end: self.lexer.text.len(), escaped: true },
                // After `$` or `%` hcl takes any byte, and a line break behind it.
                b'\r' if place == Place::Heredoc && self.is_after_sign(at) && next == b'\r' => at += 1,
                b'\r' if place == Place::Heredoc => {
                    let span = Span::new(at as u32, at as u32 + 1);
                    self.error(span, "A carriage return alone does not end a line", "", None);
                    at += 1;
                }
                NOT_UTF8 => {
                    let span = Span::new(at as u32, at as u32 + 1);
                    self.error(span, "This byte is not UTF-8", "", Some("save the file as UTF-8"));
                    at += 1;
                }
                _ => return Literal { end: at, escaped },
            }
        }
    }

    /// Whether a line ends behind a byte that follows a single `$` or `%`.
    fn is_after_sign(&self, at: usize) -> bool {
        let is_sign = |at: usize| matches!(self.lexer.byte(at), b'$' | b'%');
        is_sign(at - 1) && !is_sign(at - 2) && self.lexer.byte(at + 2) == b'\n'
    }

    /// Takes text as a part. `trim` takes the white space from its start, as `~}` before it asks.
    fn push_text(&mut self, start: usize, literal: &Literal, place: Place, trim: bool) {
        let span = Span::new(start as u32, literal.end as u32);
        let mut text = if literal.escaped { self.resolve(span, place) } else { Text::source(span) };
        if trim {
            let kept = self.characters(text).trim_start().len() as u32;
            text = Text { start: text.start + text.len - kept, len: kept };
        }
        self.parts.push(Part::Text { text, span });
    }

    fn characters(&self, text: Text) -> &str {
        let view = self.tree.view(self.lexer.text);
        view.text(text)
    }

    /// Resolves escapes into the cooked text.
    fn resolve(&mut self, span: Span, place: Place) -> Text {
        let written = self.lexer.slice(span);
        let start = self.tree.cooked.len() as u32;
        let mut rest = written;
        let special: &[char] = if place == Place::Quoted { &['\\', '$', '%'] } else { &['$', '%'] };
        while let Some(at) = rest.find(special) {
            self.tree.cooked.push_str(&rest[..at]);
            rest = &rest[at..];
            let taken = if rest.starts_with('\\') {
                let offset = span.end - rest.len() as u32;
                self.escape(rest, offset)
            } else if rest.starts_with("$${") || rest.starts_with("%%{") {
                self.tree.cooked.push_str(&rest[1..3]);
                3
            } else {
                self.tree.cooked.push_str(&rest[..1]);
                1
            };
            rest = &rest[taken..];
        }
        self.tree.cooked.push_str(rest);
        Text::cooked(start, self.tree.cooked.len() as u32 - start)
    }

    /// Resolves the escape at the start of `rest`, which stands at `offset`. Gives its length.
    fn escape(&mut self, rest: &str, offset: u32) -> usize {
        let Some(letter) = rest[1..].chars().next() else {
            return 1;
        };
        let digits = match letter {
            'n' | 'r' | 't' | '"' | '\\' => {
                self.tree.cooked.push(match letter {
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    other => other,
                });
                return 2;
            }
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let hex = rest.get(2..2 + digits).filter(|hex| digits > 0 && hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let code = hex.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        if let Some(c) = code.and_then(char::from_u32) {
            self.tree.cooked.push(c);
            return 2 + digits;
        }
        let len = 1 + letter.len_utf8();
        let span = Span::new(offset, offset + len as u32);
        let (label, help) = match digits {
            0 => ("", "known are \\n \\r \\t \\\" \\\\ \\uNNNN \\UNNNNNNNN; a backslash itself is \\\\"),
            4 => ("the four hexadecimal digits of a character must follow", "write \\u00e9"),
            _ => ("the eight hexadecimal digits of a character must follow", "write \\U0001f600"),
        };
        self.error(span, format!("`{}` is no escape", &rest[..len]), label, Some(help));
        len
    }

    /// Reads `${ … }` or `%{ … }` at an offset. Gives the offset after it, and whether it trims what follows.
    fn sequence(&mut self, at: usize, after_text: bool, place: Place) -> Parsed<(usize, bool)> {
        let directive = self.lexer.byte(at) == b'%';
        let trims = self.lexer.byte(at + 2) == b'~';
        if trims && after_text {
            self.trim_last();
        }
        let (nodes, parts, depth, open) = (self.nodes.len(), self.parts.len(), self.depth, self.open);
        self.newlines = false;
        self.open += 1;
        self.jump(at + 2 + usize::from(trims));
        let read = if directive { self.directive(at) } else { self.expression().map(Part::Value) };
        let closed = read.and_then(|part| self.sequence_end(at, directive).map(|end| (part, end)));
        match closed {
            Ok((mut part, (end, trim))) => {
                self.open = open;
                part.reach(end as u32);
                self.parts.push(part);
                Ok((end, trim))
            }
            Err(Failed) => {
                let resume = self.after_broken_sequence(at, place).ok_or(Failed)?;
                self.nodes.truncate(nodes);
                self.parts.truncate(parts);
                (self.depth, self.open) = (depth, open);
                let invalid = self.node(Node::Invalid, Span::new(at as u32, resume as u32));
                self.parts.push(Part::Value(invalid));
                Ok((resume, false))
            }
        }
    }

    /// At the `}` or `~}` of a sequence, which stays.
    fn sequence_end(&mut self, at: usize, directive: bool) -> Parsed<(usize, bool)> {
        let end = self.tok.end as usize;
        match self.tok.kind {
            Kind::BraceClose => return Ok((end, false)),
            Kind::Tilde if self.lexer.byte(end) == b'}' => return Ok((end + 1, true)),
            _ => {}
        }
        if let Some(failed) = self.bad_token() {
            return Err(failed);
        }
        let what = if directive { "directive" } else { "interpolation" };
        if matches!(self.tok.kind, Kind::Eof | Kind::Quote) {
            let span = Span::new(at as u32, at as u32 + 2);
            let label = "opened here; its `}` is missing";
            return Err(self.error(span, format!("This {what} is never closed"), label, None));
        }
        let label = format!("found {} where `}}` should stand", self.found());
        Err(self.error(self.tok.span(), format!("This {what} holds more than it can"), label, None))
    }

    /// Where text goes on after a sequence that could not be read, if that can be told.
    fn after_broken_sequence(&mut self, at: usize, place: Place) -> Option<usize> {
        let text = self.lexer.text;
        if place != Place::Quoted {
            let line_end = |at: usize| text[at..].find('\n').map_or(text.len(), |len| at + len);
            let (here, read) = (line_end(at), self.tok.start as usize);
            let again = read.saturating_sub(here);
            if again > self.rereads {
                return Some(line_end(read));
            }
            self.rereads -= again;
            return Some(here);
        }
        if self.at(Kind::Quote) {
            return None;
        }
        let from = self.tok.start as usize;
        let mut open = 0;
        let mut quoted = false;
        for (len, byte) in text.as_bytes()[from..].iter().enumerate() {
            match byte {
                b'\n' => return None,
                b'"' => quoted = !quoted,
                b'{' if !quoted => open += 1,
                b'}' if !quoted && open == 0 => return Some(from + len + 1),
                b'}' if !quoted => open -= 1,
                _ => {}
            }
        }
        None
    }

    /// Takes the white space from the end of the text before a `${~`.
    fn trim_last(&mut self) {
        if let Some(Part::Text { text, span }) = self.parts.last().copied() {
            let len = self.characters(text).trim_end().len() as u32;
            let last = self.parts.len() - 1;
            self.parts[last] = Part::Text { text: Text { len, ..text }, span };
        }
    }

    /// Reads what stands in `%{ }`.
    fn directive(&mut self, at: usize) -> Parsed<Part> {
        let span = Span::new(at as u32, self.tok.end);
        let word = if self.at(Kind::Ident) { self.lexer.slice(self.tok.span()) } else { "" };
        let part = match word {
            "if" => {
                self.advance();
                return Ok(Part::If { cond: self.expression()?, span });
            }
            "for" => {
                self.advance();
                let (key_name, value_name, collection) = self.for_names()?;
                return Ok(Part::For { key_name, value_name, collection, span });
            }
            "else" => Part::Else(span),
            "endif" => Part::EndIf(span),
            "endfor" => Part::EndFor(span),
            _ => {
                if let Some(failed) = self.bad_token() {
                    return Err(failed);
                }
                let label = format!("found {}; a literal %{{ is written %%{{", self.found());
                let help = "directives are if, else, endif, for, endfor";
                return Err(self.error(span, "This is no directive", label, Some(help)));
            }
        };
        self.advance();
        Ok(part)
    }

    /// Takes the common indentation from the lines of a `<<-` heredoc, as hcl does: on the parts as they are after
    /// strip markers, a line that begins with a sequence has none, lines of white space do not count.
    fn flush(&mut self, mark: usize) {
        let mut least = usize::MAX;
        let mut line_starts = true;
        let mut lines: Vec<usize> = Vec::new();
        for index in mark..self.parts.len() {
            let Part::Text { text, .. } = self.parts[index] else {
                if std::mem::take(&mut line_starts) {
                    least = 0;
                }
                continue;
            };
            let written = self.characters(text);
            if line_starts {
                let indent = written.chars().take_while(|c| c.is_whitespace()).count();
                let blank = written.trim_start().is_empty() && written.ends_with('\n');
                if !blank {
                    least = least.min(indent);
                    lines.push(index);
                }
            }
            line_starts = written.ends_with('\n');
        }
        for index in lines {
            if let Part::Text { text, span } = self.parts[index] {
                let cut: usize = self.characters(text).chars().take(least).map(char::len_utf8).sum();
                let text = Text { start: text.start + cut as u32, len: text.len - cut as u32 };
                self.parts[index] = Part::Text { text, span };
            }
        }
    }

    /// Builds the parts since `mark` into a node.
    fn template(&mut self, mark: usize, span: Span) -> Parsed<NodeId> {
        let node = match self.parts[mark..] {
            [] => Node::Str(Text::source(Span::new(span.start, span.start))),
            [Part::Value(value)] => Node::Wrap(value),
            [Part::Text { text, .. }] => Node::Str(text),
            ref parts if parts.iter().all(|part| matches!(part, Part::Text { .. })) => Node::Str(self.meld(mark)),
            _ => {
                let mut at = mark;
                let gathered = self.nodes.len();
                loop {
                    match self.branch(&mut at)? {
                        Close::Template => break,
                        Close::Else(span) => self.stray(span, "else", "if"),
                        Close::EndIf(span) => self.stray(span, "endif", "if"),
                        Close::EndFor(span) => self.stray(span, "endfor", "for"),
                    };
                }
                Node::Template(self.children_since(gathered))
            }
        };
        self.parts.truncate(mark);
        Ok(self.node(node, span))
    }

    fn stray(&mut self, span: Span, word: &str, opener: &str) -> Failed {
        let message = format!("This `%{{ {word} }}` belongs to nothing");
        self.error(span, message, format!("no `%{{ {opener} }}` is open here"), None)
    }

    /// Makes one text of parts that are all text: a slice of the source where that is what they are.
    fn meld(&mut self, mark: usize) -> Text {
        let texts = |part: &Part| match part {
            Part::Text { text, .. } => Some(*text),
            _ => None,
        };
        let mut adjacent = true;
        let whole = self.parts[mark..].iter().filter_map(texts).reduce(|all, next| {
            adjacent = adjacent && all.start + all.len == next.start;
            if adjacent { Text { start: all.start, len: all.len + next.len } } else { all }
        });
        if let Some(text) = whole.filter(|_| adjacent) {
            return text;
        }
        let mut melded = String::new();
        for text in self.parts[mark..].iter().filter_map(texts) {
            melded.push_str(self.characters(text));
        }
        self.cook(&melded)
    }

    /// Gathers nodes from the part at `at` on, up to a directive that belongs to one further out.
    fn branch(&mut self, at: &mut usize) -> Parsed<Close> {
        while let Some(part) = self.parts.get(*at).copied() {
            *at += 1;
            let node = match part {
                Part::Text { text, .. } if text.len == 0 => continue,
                Part::Text { text, span } => self.node(Node::Str(text), span),
                Part::Value(node) => node,
                Part::If { cond, span } => self.if_directive(cond, span, at)?,
                Part::For { key_name, value_name, collection, span } => {
                    let (value, end) = self.nested(span, at)?;
                    let Close::EndFor(end) = end else {
                        return Err(self.unclosed_directive(span, "for", "endfor", &end));
                    };
                    let (key, cond) = (None, None);
                    self.tree.fors.push(For { key_name, value_name, collection, key, value, cond, group: false });
                    let index = self.tree.fors.len() as u32 - 1;
                    self.node(Node::ForDirective(index), span.to(end))
                }
                Part::Else(span) => return Ok(Close::Else(span)),
                Part::EndIf(span) => return Ok(Close::EndIf(span)),
                Part::EndFor(span) => return Ok(Close::EndFor(span)),
            };
            self.nodes.push(node);
        }
        Ok(Close::Template)
    }

    fn if_directive(&mut self, cond: NodeId, span: Span, at: &mut usize) -> Parsed<NodeId> {
        let (then, mut end) = self.nested(span, at)?;
        let mut otherwise = None;
        if let Close::Else(else_span) = end {
            let (node, after) = self.nested(else_span, at)?;
            otherwise = Some(NodeIdNonMax::new(node));
            end = after;
        }
        match end {
            Close::EndIf(end) => Ok(self.node(Node::IfDirective { cond, then, otherwise }, span.to(end))),
            Close::Else(second) => {
                Err(self.error(second, "This `%{ if }` has a second `%{ else }`", "the first one stands before", None))
            }
            _ => Err(self.unclosed_directive(span, "if", "endif", &end)),
        }
    }

    fn unclosed_directive(&mut self, span: Span, word: &str, end: &str, found: &Close) -> Failed {
        let label = match found {
            Close::Template => format!("opened here; its `%{{ {end} }}` is missing"),
            Close::Else(span) | Close::EndIf(span) | Close::EndFor(span) => {
                let found = self.lexer.slice(*span);
                format!("opened here; found `{found}` before its `%{{ {end} }}`")
            }
        };
        self.error(span, format!("This `%{{ {word} }}` is never closed"), label, None)
    }

    /// Builds a branch into a template of its own, which begins after `open`.
    fn nested(&mut self, open: Span, at: &mut usize) -> Parsed<(NodeId, Close)> {
        self.enter()?;
        let mark = self.nodes.len();
        let end = self.branch(at)?;
        self.leave();
        let parts: Seq = self.children_since(mark);
        let to = match end {
            Close::Template => open.end,
            Close::Else(span) | Close::EndIf(span) | Close::EndFor(span) => span.start,
        };
        Ok((self.node(Node::Template(parts), Span::new(open.end.min(to), to)), end))
    }
}

impl Part {
    /// Stretches the span of a directive to its `}`.
    fn reach(&mut self, end: u32) {
        match self {
            Self::If { span, .. } | Self::For { span, .. } => span.end = end,
            Self::Else(span) | Self::EndIf(span) | Self::EndFor(span) => span.end = end,
            Self::Text { .. } | Self::Value(_) => {}
        }
    }
}
