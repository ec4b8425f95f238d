//! JSON values as expressions, and the walk through objects and lists.

use super::super::tree::Unary;
use super::{Failed, Json, Key, MAX_DEPTH, Node, NodeId, Parsed, Reading, Seq, Span, Text};

impl Json<'_> {
    /// Passes over white space. Gives the byte at hand, 0 at the end.
    pub(super) fn skip_space(&mut self) -> u8 {
        while let Some(byte) = self.bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
                return *byte;
            }
            self.at += 1;
        }
        0
    }

    pub(super) fn char_end(&self, at: usize) -> usize {
        at + self.source[at..].chars().next().map_or(0, char::len_utf8)
    }

    /// Reads a value.
    pub(super) fn value(&mut self, reading: Reading) -> Parsed<NodeId> {
        match self.skip_space() {
            b'"' => self.string(reading),
            b'{' => self.object_value(reading),
            b'[' => self.list_value(reading),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn object_value(&mut self, reading: Reading) -> Parsed<NodeId> {
        let start = self.at as u32;
        let mark = self.nodes.len();
        let first_key = self.keys.len();
        self.object(&mut |json: &mut Self, key: Key| {
            let below = match (reading, json.text(key.text)) {
                (Reading::ByKey, "ignore_changes" | "replace_triggered_by" | "configuration_aliases") => {
                    Reading::Expression
                }
                (Reading::ByKey, "precondition" | "postcondition") => Reading::Template,
                _ => reading,
            };
            json.keys.push(key);
            let name = match reading {
                Reading::Template => json.string_at(key.quoted, Reading::Template)?,
                _ => json.node(Node::Str(key.text), key.span()),
            };
            json.nodes.push(name);
            let value = json.value(below)?;
            json.nodes.push(value);
            Ok(())
        })?;
        if reading == Reading::ByKey {
            self.join_conditions(first_key, mark);
        }
        self.report_repeated(first_key);
        let entries = self.children_since(mark);
        Ok(self.node(Node::Object(entries), Span::new(start, self.at as u32)))
    }

    fn list_value(&mut self, reading: Reading) -> Parsed<NodeId> {
        let start = self.at as u32;
        let mark = self.nodes.len();
        self.list(&mut |json: &mut Self| {
            let value = json.value(reading)?;
            json.nodes.push(value);
            Ok(())
        })?;
        let items = self.children_since(mark);
        Ok(self.node(Node::Tuple(items), Span::new(start, self.at as u32)))
    }

    pub(super) fn children_since(&mut self, mark: usize) -> Seq {
        let start = self.parser.tree.children.len() as u32;
        let len = (self.nodes.len() - mark) as u32;
        self.parser.tree.children.extend(self.nodes.drain(mark..));
        Seq { start, len }
    }

    fn number(&mut self) -> Parsed<NodeId> {
        let start = self.at;
        let negative = self.bytes[start] == b'-';
        self.at += usize::from(negative);
        let digits = self.at;
        let leading_zero = self.bytes.get(digits) == Some(&b'0') && self.digits() > 1;
        let mut whole = !leading_zero && (self.at > digits || self.digits() > 0);
        if self.bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            whole &= self.digits() > 0;
        }
        if matches!(self.bytes.get(self.at), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.bytes.get(self.at), Some(b'+' | b'-')));
            whole &= self.digits() > 0;
        }
        let span = Span::new(start as u32, self.at as u32);
        if !whole {
            return Err(self.fatal(span, "This is no number", "", Some("JSON writes 1, -2, 0.5, 1e3")));
        }
        let written = Span::new(digits as u32, span.end);
        let text = if self.source[written.range()].contains('E') {
            let lower = self.source[written.range()].replace('E', "e");
            self.parser.cook(&lower)
        } else {
            Text::source(written)
        };
        let number = self.node(Node::Number(text), written);
        Ok(if negative { self.node(Node::Unary(Unary::Negate, number), span) } else { number })
    }

    /// Passes over digits. Gives their number.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        self.at - start
    }

    pub(super) fn word(&mut self) -> Parsed<NodeId> {
        let start = self.at;
        let len = self.bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        let node = match &self.source[start..start + len] {
            "true" => Node::Bool(true),
            "false" => Node::Bool(false),
            "null" => Node::Null,
            _ => return Err(self.no_value(len)),
        };
        self.at += len;
        Ok(self.node(node, Span::new(start as u32, self.at as u32)))
    }

    /// The error for what begins no value; `len` bytes of it are a word.
    fn no_value(&mut self, len: usize) -> Failed {
        let start = self.at;
        if start >= self.source.len() {
            let end = self.source.trim_end().len() as u32;
            return self.fatal(Span::new(end, end), "The file ends where a value should stand", "", None);
        }
        let span = Span::new(start as u32, if len > 0 { start + len } else { self.char_end(start) } as u32);
        match self.bytes[start] {
            b'\'' => self.fatal(span, "JSON has no single quotes", "", Some("write text as \"…\"")),
            b'/' | b'#' => {
                self.fatal(span, "JSON has no comments", "", Some("Terraform passes over an entry \"//\": \"…\""))
            }
            b'}' | b']' => self.fatal(span, "A value is missing", "a comma before this is one too many", None),
            _ => {
                let found: String = self.source[span.range()].chars().take(40).collect();
                let message = format!("`{}` is no JSON value", found.escape_debug());
                self.fatal(span, message, "", Some("text stands in double quotes, an expression in \"${ }\""))
            }
        }
    }

    /// Goes through an object, or each object of a list, or `null` as if it were empty; `entry` reads the value of each key.
    pub(super) fn objects(&mut self, entry: &mut dyn FnMut(&mut Self, Key) -> Parsed<()>) -> Parsed<()> {
        match self.skip_space() {
            b'[' => self.list(&mut |json: &mut Self| json.object(entry)),
            b'n' => self.word().map(drop),
            _ => self.object(entry),
        }
    }

    /// Goes through an object; `entry` reads the value of each key.
    pub(super) fn object(&mut self, entry: &mut dyn FnMut(&mut Self, Key) -> Parsed<()>) -> Parsed<()> {
        if self.skip_space() != b'{' {
            let end = self.char_end(self.at).max(self.at);
            let span = Span::new(self.at as u32, end as u32);
            return Err(self.fatal(span, "An object `{ }` must stand here", "", None));
        }
        self.between(b'}', &mut |json: &mut Self| {
            if json.skip_space() != b'"' {
                let span = Span::new(json.at as u32, json.char_end(json.at) as u32);
                let help = match json.bytes.get(json.at) {
                    Some(b'/' | b'#') => Some("JSON has no comments; Terraform passes over an entry \"//\": \"…\""),
                    Some(b'\'') => Some("JSON has no single quotes"),
                    _ => None,
                };
                return Err(json.fatal(span, "A key in double quotes must stand here", "", help));
            }
            let key = json.key()?;
            if json.skip_space() != b':' {
                return Err(json.fatal(key.span(), "A key needs `:` and a value", "`:` is missing after this", None));
            }
            json.at += 1;
            entry(json, key)
        })
    }

    /// Goes through a list; `item` reads each value.
    pub(super) fn list(&mut self, item: &mut dyn FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        self.between(b']', item)
    }

    /// Goes through what stands between brackets, the opening one at hand, with its commas.
    fn between(&mut self, close: u8, item: &mut dyn FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        let open = Span::new(self.at as u32, self.at as u32 + 1);
        if self.depth >= MAX_DEPTH {
            let message = format!("This is nested more than {MAX_DEPTH} levels deep");
            return Err(self.fatal(open, message, "the limit is reached here", None));
        }
        self.depth += 1;
        self.at += 1;
        let mut comma = None;
        loop {
            let byte = self.skip_space();
            if byte == close {
                if let Some(comma) = comma {
                    return Err(self.fatal(comma, "JSON has no comma after the last entry", "", None));
                }
                break;
            }
            if byte == 0 && self.at >= self.source.len() {
                let label = format!("opened here; its `{}` is missing", close as char);
                return Err(self.fatal(open, "This bracket is never closed", label, None));
            }
            item(self)?;
            comma = None;
            match self.skip_space() {
                b',' => {
                    comma = Some(Span::new(self.at as u32, self.at as u32 + 1));
                    self.at += 1;
                }
                byte if byte == close => {}
                0 if self.at >= self.source.len() => {}
                _ => {
                    let span = Span::new(self.at as u32, self.char_end(self.at) as u32);
                    let message = format!("`,` or `{}` must stand here", close as char);
                    return Err(self.fatal(span, message, "", None));
                }
            }
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }
}
