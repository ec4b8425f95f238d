//! Terraform's JSON syntax, read into the same tree as the native one.
//!
//! In: text. Out: a tree in which the blocks that Terraform knows at the top of a file are blocks, and all below them are
//! attributes: without a provider's schema nested blocks cannot be told from objects. Text is read as templates; where
//! Terraform wants a reference or a type, as that. Read by hand, since `serde_json` gives no places and drops repeated keys.

mod repeated;
mod text;
mod value;

use super::MAX_DEPTH;
use super::parser::{Failed, Parsed, Parser};
use super::span::Span;
use super::tree::{Attribute, Block, BlockId, Body, BodyId, Item, Label, Node, NodeId, Seq, Text, TreeBuf};

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
    (json.lenient, json.decodes) = (true, true);
    let read = json.value(Reading::Literal);
    let node = read.unwrap_or_else(|Failed| json.node(Node::Invalid, Span::default()));
    json.end_of_file();
    (json.parser.finish(), node)
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

struct Json<'s> {
    source: &'s str,
    bytes: &'s [u8],
    at: usize,
    depth: usize,
    /// Whether keys may stand twice.
    lenient: bool,
    /// Whether objects may be nested blocks, in which a comment may stand twice.
    may_nest: bool,
    /// Whether the text is that of a value, which is UTF-8, and not of a file.
    decodes: bool,
    /// Reads what stands in strings, and holds the tree.
    parser: Parser<'s>,
    // Entries of what is not complete yet; each list knows where its own begin.
    nodes: Vec<NodeId>,
    items: Vec<Item>,
    keys: Vec<Key>,
}

/// A key of an object, with the place of its value at hand.
#[derive(Clone, Copy)]
struct Key {
    text: Text,
    quoted: text::Quoted,
}

impl Key {
    /// With its quotes.
    fn span(self) -> Span {
        self.quoted.span
    }
}

impl<'s> Json<'s> {
    fn new(source: &'s str) -> Self {
        // A longer text than it takes, the parser tells of.
        let mut parser = Parser::new(source, false);
        let source = if parser.tree.errors.is_empty() { source } else { "" };
        parser.tree.json = true;
        Self {
            source,
            bytes: source.as_bytes(),
            at: 0,
            depth: 0,
            lenient: false,
            may_nest: false,
            decodes: false,
            parser,
            nodes: Vec::new(),
            items: Vec::new(),
            keys: Vec::new(),
        }
    }

    fn read_file(mut self, blocks: bool) -> TreeBuf {
        // Seen in files of programs: a node for each twenty bytes.
        self.parser.tree.nodes.reserve(self.source.len() / 20);
        self.parser.tree.spans.reserve(self.source.len() / 20);
        if self.source.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
            let help = Some("save the file without one");
            self.error(Span::new(0, 0), "JSON text cannot begin with a byte order mark", "it stands here", help);
        }
        // `null` stands for no blocks of a kind, but for no file.
        let blocks = blocks && self.skip_space() != b'n';
        // What went wrong is among the errors.
        let _ = if blocks { self.objects(&mut Self::top_level) } else { self.object(&mut Self::tfvar) };
        self.end_of_file();
        self.settle_repeated(0, "");
        self.end_body(0, Span::new(0, self.source.len() as u32));
        let mut tree = self.parser.finish();
        super::height::bound(&mut tree);
        tree
    }

    fn end_of_file(&mut self) {
        if self.parser.tree.errors.is_empty() && (self.skip_space() != 0 || self.at < self.source.len()) {
            let span = Span::new(self.at as u32, self.char_end(self.at) as u32);
            self.error(span, "JSON text holds one value", "it should end here", None);
        }
    }

    fn tfvar(&mut self, key: Key) -> Parsed<()> {
        if self.text(key.text) == "//" {
            return self.attribute_dropped();
        }
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
            None => {
                self.may_nest = true;
                self.attribute(key, Reading::Template)
            }
        }
    }

    /// Reads blocks below their labels: objects by label, or lists of them, and then bodies, or lists of them.
    fn labelled(&mut self, name: &'static str, kind: Key, missing: usize, labels: &mut Vec<Key>) -> Parsed<()> {
        if missing == 0 {
            return self.bodies(name, kind, labels);
        }
        self.skip_space();
        let (start, mut found) = (self.at as u32, false);
        self.objects(&mut |json: &mut Self, key: Key| {
            found = true;
            labels.push(key);
            let read = json.labelled(name, kind, missing - 1, labels);
            labels.pop();
            read
        })?;
        if !found {
            let span = Span::new(start, self.at as u32);
            let help = "remove it, or give it an entry";
            self.error(span, format!("A name of a `{name}` is missing"), "nothing stands in here", Some(help));
        }
        Ok(())
    }

    /// Reads one body, or a list of them: each is a block. `null` is none.
    fn bodies(&mut self, name: &'static str, kind: Key, labels: &[Key]) -> Parsed<()> {
        match self.skip_space() {
            b'[' => self.list(&mut |json: &mut Self| json.block(name, kind, labels)),
            b'n' => self.word().map(drop),
            _ => self.block(name, kind, labels),
        }
    }

    fn block(&mut self, name: &'static str, kind: Key, labels: &[Key]) -> Parsed<()> {
        let null = self.skip_space() == b'n' && name != "locals";
        let open = self.at as u32;
        let mark = self.items.len();
        let mut argument = |json: &mut Self, key: Key| {
            let word = json.text(key.text);
            if word == "//" {
                return json.attribute_dropped();
            }
            let reading = reading(name, word);
            json.may_nest = may_be_block(name, word);
            json.attribute(key, reading)
        };
        let read = if null { self.word().map(drop) } else { self.object(&mut argument) };
        let end = self.at as u32;
        self.settle_repeated(mark, name);
        let body = self.end_body(mark, Span::new((open + 1).min(end), end.saturating_sub(1).max((open + 1).min(end))));
        let inner = |key: &Key| Label { text: key.text, span: key.span() };
        let start = self.parser.tree.labels.len() as u32;
        self.parser.tree.labels.extend(labels.iter().map(inner));
        let header = labels.last().unwrap_or(&kind).span();
        let id = BlockId(self.parser.tree.blocks.len() as u32);
        let node = self.node(Node::BlockHeader(id), header);
        let labels = Seq { start, len: labels.len() as u32 };
        let span = Span::new(header.start, end);
        self.parser.tree.blocks.push(Block {
            kind: kind.text,
            kind_span: kind.span(),
            labels,
            body,
            header,
            span,
            node,
        });
        self.items.push(Item::Block(id));
        read
    }

    fn attribute(&mut self, key: Key, reading: Reading) -> Parsed<()> {
        let (expr, read) = match self.value(reading) {
            Ok(expr) => (expr, Ok(())),
            Err(Failed) => (self.node(Node::Invalid, Span::new(self.at as u32, self.at as u32)), Err(Failed)),
        };
        self.items.push(Item::Attribute(Attribute { name: key.text, name_span: key.span(), expr }));
        read
    }

    /// Passes over the value of a comment.
    fn attribute_dropped(&mut self) -> Parsed<()> {
        let lenient = std::mem::replace(&mut self.lenient, true);
        let read = self.value(Reading::Literal).map(drop);
        self.lenient = lenient;
        read
    }

    fn end_body(&mut self, mark: usize, span: Span) -> BodyId {
        let items = Seq { start: self.parser.tree.items.len() as u32, len: (self.items.len() - mark) as u32 };
        self.parser.tree.items.extend(self.items.drain(mark..));
        self.parser.tree.bodies.push(Body { items, span });
        BodyId(self.parser.tree.bodies.len() as u32 - 1)
    }

    fn node(&mut self, node: Node, span: Span) -> NodeId {
        self.parser.node(node, span)
    }

    fn text(&self, text: Text) -> &str {
        let view = self.parser.tree.view(self.source);
        view.text(text)
    }

    fn error(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<&str>,
    ) -> Failed {
        self.parser.error(span, message, label, help)
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
        if let Some(error) = self.parser.tree.errors.last_mut() {
            error.skipped = Some(Span::new(span.start, self.source.len() as u32));
        }
        self.at = self.source.len();
        failed
    }
}

/// Whether what stands under a key of a block may be a nested block: without a provider's schema that is open in most.
fn may_be_block(block: &str, key: &str) -> bool {
    match block {
        "variable" => key == "validation",
        "output" => key == "precondition",
        "check" => matches!(key, "data" | "assert"),
        "removed" => matches!(key, "lifecycle" | "connection" | "provisioner"),
        "resource" | "data" | "ephemeral" => !matches!(key, "count" | "for_each" | "provider" | "depends_on"),
        "provider" => !matches!(key, "alias" | "version" | "for_each"),
        "terraform" => !matches!(key, "required_version" | "experiments"),
        _ => false,
    }
}

/// How the text under a key of a block is meant. Terraform reads some arguments before any value is known.
fn reading(block: &str, key: &str) -> Reading {
    match (block, key) {
        ("variable", "type") => Reading::Expression,
        ("variable", "validation") => Reading::Template,
        ("variable", _) | ("output", "description") | ("terraform", "required_version") => Reading::Literal,
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
