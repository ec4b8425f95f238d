//! Terraform's JSON syntax, read into the same tree as the native one.
//!
//! In: text. Out: a tree in which the blocks that Terraform knows at the top of a file are blocks, and all below them are
//! attributes: without a provider's schema nested blocks cannot be told from objects. Text is read as templates; where
//! Terraform wants a reference or a type, as that. Read by hand, since `serde_json` gives no places and drops repeated keys.

mod text;
mod value;

use super::MAX_DEPTH;
use super::span::Span;
use super::tree::{
    Attribute, Block, BlockId, Body, BodyId, Item, Label, Node, NodeId, Seq, SyntaxError, Text, TreeBuf,
};

/// Reads a `.tf.json` file.
pub fn parse(source: &str) -> TreeBuf {
    Json::new(source).read_file(true)
}

/// Reads a `.tfvars.json` file: attributes whose text is no template.
pub fn parse_values(source: &str) -> TreeBuf {
    Json::new(source).read_file(false)
}

/// Reads a text that is one JSON value, with text as it stands. Of keys that stand twice nothing is said.
pub fn parse_value(source: &str) -> (TreeBuf, NodeId) {
    let mut json = Json::new(source);
    json.lenient = true;
    let read = json.value(Reading::Literal);
    let node = read.unwrap_or_else(|Failed| json.node(Node::Invalid, Span::default()));
    json.end_of_file();
    (json.tree, node)
}

/// The blocks at the top of a file, with their number of labels.
const BLOCKS: [(&str, usize); 13] = [
    ("resource", 2),
    ("data", 2),
    ("ephemeral", 2),
    ("module", 1),
    ("variable", 1),
    ("output", 1),
    ("locals", 0),
    ("provider", 1),
    ("terraform", 0),
    ("moved", 0),
    ("import", 0),
    ("removed", 0),
    ("check", 1),
];

/// How the text of a JSON string is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// As it stands.
    Literal,
    /// A template.
    Template,
    /// An expression: a reference or a type. Keys of objects stand for themselves.
    Expression,
    /// The meta-arguments of a `lifecycle`, `required_providers` …: by the name of each key.
    ByKey,
}

/// An error was written down; what was read so far is kept, the rest of the file is not read.
struct Failed;

type Parsed<T> = Result<T, Failed>;

struct Json<'s> {
    source: &'s str,
    bytes: &'s [u8],
    at: usize,
    depth: usize,
    /// Whether keys may stand twice.
    lenient: bool,
    tree: TreeBuf,
    // Entries of what is not complete yet; each list knows where its own begin.
    nodes: Vec<NodeId>,
    items: Vec<Item>,
}

/// A key of an object, with the place of its value at hand.
#[derive(Clone, Copy)]
struct Key {
    text: Text,
    quoted: text::Quoted,
    /// With its quotes.
    span: Span,
}

impl<'s> Json<'s> {
    fn new(source: &'s str) -> Self {
        let fits = source.len() < 1 << 31;
        let source = if fits { source } else { "" };
        let at = if source.starts_with('\u{feff}') { 3 } else { 0 };
        let tree = TreeBuf { json: true, ..TreeBuf::default() };
        let mut json = Self {
            source,
            bytes: source.as_bytes(),
            at,
            depth: 0,
            lenient: false,
            tree,
            nodes: Vec::new(),
            items: Vec::new(),
        };
        if !fits {
            json.error(Span::default(), "This file is larger than 2 GiB", "", None);
        }
        json
    }

    fn read_file(mut self, blocks: bool) -> TreeBuf {
        // What went wrong is among the errors.
        let _ = if blocks { self.objects(&mut Self::top_level) } else { self.object(&mut Self::tfvar) };
        self.end_of_file();
        self.end_body(0, Span::new(0, self.source.len() as u32));
        super::height::bound(&mut self.tree);
        self.tree
    }

    fn end_of_file(&mut self) {
        if self.tree.errors.is_empty() && (self.skip_space() != 0 || self.at < self.source.len()) {
            let span = Span::new(self.at as u32, self.char_end(self.at) as u32);
            self.error(span, "JSON text holds one value", "it should end here", None);
        }
    }

    fn tfvar(&mut self, key: Key) -> Parsed<()> {
        self.attribute(key, Reading::Literal)
    }

    /// Reads what stands under one key of the file.
    fn top_level(&mut self, key: Key) -> Parsed<()> {
        let kind = self.text(key.text);
        if kind == "//" {
            return self.attribute_dropped();
        }
        match BLOCKS.iter().find(|(name, _)| *name == kind) {
            Some((name, labels)) => self.labelled(name, key, *labels, &mut Vec::new()),
            None => self.attribute(key, Reading::Template),
        }
    }

    /// Reads blocks below their labels: objects by label, or lists of them, and then bodies, or lists of them.
    fn labelled(&mut self, name: &'static str, kind: Key, missing: usize, labels: &mut Vec<Key>) -> Parsed<()> {
        if missing == 0 {
            return self.bodies(name, kind, labels);
        }
        self.objects(&mut |json: &mut Self, key: Key| {
            if json.text(key.text) == "//" {
                return json.attribute_dropped();
            }
            labels.push(key);
            let read = json.labelled(name, kind, missing - 1, labels);
            labels.pop();
            read
        })
    }

    /// Reads one body, or a list of them: each is a block.
    fn bodies(&mut self, name: &'static str, kind: Key, labels: &[Key]) -> Parsed<()> {
        if self.skip_space() != b'[' {
            return self.block(name, kind, labels);
        }
        self.list(&mut |json: &mut Self| json.block(name, kind, labels))
    }

    fn block(&mut self, name: &'static str, kind: Key, labels: &[Key]) -> Parsed<()> {
        self.skip_space();
        let open = self.at as u32;
        let mark = self.items.len();
        let read = self.object(&mut |json: &mut Self, key: Key| {
            let word = json.text(key.text);
            if word == "//" {
                return json.attribute_dropped();
            }
            let reading = reading(name, word);
            json.attribute(key, reading)
        });
        let end = self.at as u32;
        let body = self.end_body(mark, Span::new((open + 1).min(end), end.saturating_sub(1).max((open + 1).min(end))));
        let inner = |key: &Key| Label { text: key.text, span: key.span };
        let start = self.tree.labels.len() as u32;
        self.tree.labels.extend(labels.iter().map(inner));
        let header = labels.last().unwrap_or(&kind).span;
        let id = BlockId(self.tree.blocks.len() as u32);
        let node = self.node(Node::BlockHeader(id), header);
        let labels = Seq { start, len: labels.len() as u32 };
        let span = Span::new(header.start, end);
        self.tree.blocks.push(Block { kind: kind.text, kind_span: kind.span, labels, body, header, span, node });
        self.items.push(Item::Block(id));
        read
    }

    fn attribute(&mut self, key: Key, reading: Reading) -> Parsed<()> {
        let (expr, read) = match self.value(reading) {
            Ok(expr) => (expr, Ok(())),
            Err(Failed) => (self.node(Node::Invalid, Span::new(self.at as u32, self.at as u32)), Err(Failed)),
        };
        self.items.push(Item::Attribute(Attribute { name: key.text, name_span: key.span, expr }));
        read
    }

    /// Passes over the value of a comment.
    fn attribute_dropped(&mut self) -> Parsed<()> {
        self.value(Reading::Literal).map(drop)
    }

    fn end_body(&mut self, mark: usize, span: Span) -> BodyId {
        self.report_duplicates(mark);
        let items = Seq { start: self.tree.items.len() as u32, len: (self.items.len() - mark) as u32 };
        self.tree.items.extend(self.items.drain(mark..));
        self.tree.bodies.push(Body { items, span });
        BodyId(self.tree.bodies.len() as u32 - 1)
    }

    /// Finds arguments that a body sets twice, which Terraform refuses.
    fn report_duplicates(&mut self, mark: usize) {
        let view = self.tree.view(self.source);
        let mut names: Vec<(&str, Span)> = self.items[mark..]
            .iter()
            .filter_map(|item| match item {
                Item::Attribute(attribute) => Some((view.text(attribute.name), attribute.name_span)),
                Item::Block(_) => None,
            })
            .collect();
        names.sort_unstable();
        let twice = names.windows(2).filter(|pair| pair[0].0 == pair[1].0 && pair[0].0 != "//");
        let twice: Vec<(String, Span)> = twice.map(|pair| (pair[1].0.to_owned(), pair[1].1)).collect();
        for (name, span) in twice {
            self.error(span, format!("The argument `{name}` is set twice"), "it was set above in this object", None);
        }
    }

    fn node(&mut self, node: Node, span: Span) -> NodeId {
        self.tree.nodes.push(node);
        self.tree.spans.push(span);
        NodeId(self.tree.nodes.len() as u32 - 1)
    }

    fn text(&self, text: Text) -> &str {
        let view = self.tree.view(self.source);
        view.text(text)
    }

    fn error(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<&str>,
    ) -> Failed {
        self.tree.errors.push(SyntaxError {
            message: message.into(),
            span,
            label: label.into(),
            help: help.map(str::to_owned),
            skipped: None,
        });
        Failed
    }

    /// An error after which the rest of the file is not read.
    fn fatal(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<&str>,
    ) -> Failed {
        let failed = self.error(span, message, label, help);
        if let Some(error) = self.tree.errors.last_mut() {
            error.skipped = Some(Span::new(span.start, self.source.len() as u32));
        }
        self.at = self.source.len();
        failed
    }
}

/// How the text under a key of a block is meant. Terraform reads some arguments before any value is known.
fn reading(block: &str, key: &str) -> Reading {
    match (block, key) {
        ("variable", "type") => Reading::Expression,
        ("variable", "validation") => Reading::Template,
        ("variable", _) => Reading::Literal,
        ("resource" | "data" | "ephemeral" | "import", "provider") => Reading::Expression,
        ("module", "providers") => Reading::Expression,
        (_, "depends_on") => Reading::Expression,
        ("moved", _) | ("removed", "from") | ("import", "to") => Reading::Expression,
        ("resource" | "data" | "ephemeral", "lifecycle") | ("terraform", "required_providers") => Reading::ByKey,
        _ => Reading::Template,
    }
}

#[cfg(test)]
mod tests;
