//! Places inside of text: the line of a heredoc in which a statement of a JSON policy stands.

use bumpalo::Bump;

use crate::estate::Estate;
use crate::source::Span;
use crate::syntax::{Node, NodeId, Tree, json};
use crate::value::number::Num;
use crate::value::{Entry, Kind, Value};

/// Text of this size is not decoded.
const MAX_TEXT: usize = 1 << 20;

/// Decodes JSON text. If it stands in a file as it is (a heredoc, a plain string), each part knows where it stands.
/// `None`: no JSON.
pub(super) fn decode<'s>(estate: &Estate<'s>, arena: &'s Bump, text: &str, of: &Value<'s>) -> Option<Value<'s>> {
    if text.len() > MAX_TEXT {
        return None;
    }
    let (tree, root) = json::parse_value(text);
    if !tree.errors.is_empty() {
        return None;
    }
    let lines = source_lines(estate, text, of).unwrap_or_default();
    let decoder = Decoder { estate, arena, tree: tree.view(text), of: *of, lines };
    Some(decoder.value(root))
}

/// Where a run of the text stands in its file.
struct Line {
    /// Offset in the text.
    start: u32,
    /// Offset in the file.
    source: u32,
    len: u32,
}

/// The runs of the source that make up a text; `None` where the text was not written like this.
fn source_lines(estate: &Estate<'_>, text: &str, of: &Value<'_>) -> Option<Vec<Line>> {
    let (file, node) = estate.program.node(estate.origins.birth(of.origin).0)?;
    let tree = estate.program.tree(file);
    if let Node::Str(piece) = tree.node(node)
        && piece.is_cooked()
    {
        return heredoc_lines(tree.source, tree.span(node), text);
    }
    let parts = match tree.node(node) {
        Node::Template(parts) => tree.list(parts).to_vec(),
        _ => vec![node],
    };
    let mut lines = Vec::with_capacity(parts.len());
    let mut start = 0;
    for part in parts {
        let Node::Str(piece) = tree.node(part) else { return None };
        if !piece.is_cooked() {
            lines.push(Line { start, source: piece.start, len: piece.len });
        }
        start += piece.len;
    }
    (start as usize == text.len()).then_some(lines)
}

/// The lines of a heredoc from which the indent was taken: each is the end of its line in the file.
fn heredoc_lines(source: &str, span: Span, text: &str) -> Option<Vec<Line>> {
    let written = &source[span.range()];
    let body = written.starts_with("<<").then(|| written.find('\n'))?? + 1;
    let mut at = span.start as usize + body;
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = at + source[at..].find('\n')? + 1;
        // An escape (`$${`) makes the two differ; the place is then that of the whole.
        let from = end.checked_sub(line.len()).filter(|from| *from >= at && &source[*from..end] == line)?;
        lines.push(Line { start, source: from as u32, len: line.len() as u32 });
        start += line.len() as u32;
        at = end;
    }
    Some(lines)
}

struct Decoder<'e, 's, 't> {
    estate: &'e Estate<'s>,
    arena: &'s Bump,
    tree: Tree<'t>,
    of: Value<'s>,
    lines: Vec<Line>,
}

impl<'s> Decoder<'_, 's, '_> {
    fn value(&self, node: NodeId) -> Value<'s> {
        let kind = match self.tree.node(node) {
            Node::Bool(truth) => Kind::Bool(truth),
            Node::Number(text) => {
                Num::parse(self.tree.text(text)).map_or(Kind::Null, |number| number.value(self.arena).kind)
            }
            Node::Unary(_, inner) => match Num::of(&self.value(inner)) {
                Some(number) => number.negate().value(self.arena).kind,
                None => Kind::Null,
            },
            Node::Str(text) => Kind::Str(self.arena.alloc_str(self.tree.text(text))),
            Node::Tuple(items) => {
                let items: Vec<Value<'s>> = self.tree.list(items).iter().map(|item| self.value(*item)).collect();
                Kind::Tuple(self.arena.alloc_slice_copy(&items))
            }
            Node::Object(pairs) => {
                let mut entries: Vec<Entry<'s>> = Vec::new();
                for pair in self.tree.list(pairs).chunks_exact(2) {
                    let Node::Str(key) = self.tree.node(pair[0]) else { continue };
                    entries.push((self.arena.alloc_str(self.tree.text(key)), self.value(pair[1])));
                }
                let entries = bumpalo::collections::Vec::from_iter_in(entries, self.arena);
                Kind::Object(crate::eval::interp::sort_entries(entries))
            }
            _ => Kind::Null,
        };
        Value { marks: self.of.marks, ..Value::of(kind).at(self.place(self.tree.span(node))) }
    }

    /// The place of a part of the text; of the whole where its beginning cannot be told.
    fn place(&self, part: Span) -> crate::value::Origin {
        let find = |offset: u32| {
            let line = self.lines.iter().rfind(|line| line.start <= offset)?;
            (offset <= line.start + line.len).then(|| line.source + offset - line.start)
        };
        match (find(part.start), find(part.end.saturating_sub(1))) {
            (Some(start), Some(last)) if start <= last => {
                self.estate.origins.part_of(self.of.origin, Span::new(start, last + 1))
            }
            _ => self.of.origin,
        }
    }
}
