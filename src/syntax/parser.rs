//! The parser of HCL's native syntax: recursive descent over tokens made on the fly, in one pass.
//!
//! In: text. Out: a tree, always; what could not be read is an error of the tree, and reading goes on at the next item.
//! The grammar is that of Terraform (hcl's `hclsyntax`); depth is bounded by [`MAX_DEPTH`], time by the length.

mod body;
mod expr;
mod graft;
mod recover;
mod template;

use super::height;
use super::lexer::{Kind, Lexer, Token};
use super::span::Span;
use super::tree::{Item, Node, NodeId, SyntaxError, Text, TreeBuf};
use super::{MAX_DEPTH, Seq};
pub(super) use graft::Part;
use template::Part as TemplatePart;

/// The errors of a file that are kept; a file with more is not Terraform.
const MAX_ERRORS: usize = 200;

/// Longer texts cannot be told from cooked ones, see [`Text`].
const MAX_LEN: usize = 1 << 31;

/// Reads a file in native syntax.
pub fn parse(source: &str) -> TreeBuf {
    let mut parser = Parser::new(source, true).read_file();
    if parser.unbalanced {
        // A brace is missing somewhere, and where is only to be guessed by how the lines are indented.
        parser = Parser::new(source, true);
        parser.by_indent = true;
        parser = parser.read_file();
    }
    height::bound(&mut parser.tree);
    parser.tree
}

/// Reads one expression, as the text of `--var` is. All errors are in the tree; the node is then [`Node::Invalid`].
pub fn parse_expression(source: &str) -> (TreeBuf, NodeId) {
    let mut parser = Parser::new(source, false);
    let node = parser.read_part(Part::Expression);
    let mut tree = parser.finish();
    height::bound(&mut tree);
    (tree, node)
}

/// Reads a template, as `templatefile` does: no quotes around it, and no escapes but `$${` and `%%{`.
pub fn parse_template(source: &str) -> (TreeBuf, NodeId) {
    let mut parser = Parser::new(source, false);
    let node = parser.read_part(Part::Template);
    let mut tree = parser.finish();
    height::bound(&mut tree);
    (tree, node)
}

/// An error was written down, and what was being read is given up.
pub(super) struct Failed;

pub(super) type Parsed<T> = Result<T, Failed>;

/// Reads one text. The parser of JSON syntax has one for what stands in strings, and for the tree.
pub(super) struct Parser<'s> {
    lexer: Lexer<'s>,
    /// The token at hand.
    tok: Token,
    /// Where the token before it ended.
    last_end: u32,
    /// Whether line breaks are tokens here.
    newlines: bool,
    depth: usize,
    /// Brackets that the item at hand has open.
    open: u32,
    /// Whether a block was found without its end, or an end without its block.
    unbalanced: bool,
    /// Whether a line that is not further indented than a block's header ends that block.
    by_indent: bool,
    /// Where the item at hand begins.
    item_start: u32,
    /// Heredocs without end that were found.
    open_heredocs: u32,
    /// Bytes that may still be read a second time to find where text goes on after an error. Without a bound, what
    /// nests would double them at each level.
    rereads: usize,
    /// Whether the rest of the file was passed over: what is not closed then is no error of its own.
    cut: bool,
    pub(super) tree: TreeBuf,
    // Entries of what is not complete yet; each list knows where its own begin.
    nodes: Vec<NodeId>,
    items: Vec<Item>,
    parts: Vec<TemplatePart>,
}

impl<'s> Parser<'s> {
    pub(super) fn new(source: &'s str, newlines: bool) -> Self {
        let (source, fits) = if source.len() < MAX_LEN { (source, true) } else { ("", false) };
        let lexer = Lexer::new(source);
        let start = lexer.at as u32;
        let mut parser = Self {
            lexer,
            tok: Token { kind: Kind::Newline, start, end: start },
            last_end: start,
            newlines,
            depth: 0,
            open: 0,
            unbalanced: false,
            by_indent: false,
            item_start: 0,
            open_heredocs: 0,
            rereads: 2 * source.len(),
            cut: false,
            tree: TreeBuf::default(),
            nodes: Vec::new(),
            items: Vec::new(),
            parts: Vec::new(),
        };
        if !fits {
            parser.error(Span::default(), "This file is larger than 2 GiB", "", None);
        }
        parser
    }

    fn read_file(mut self) -> Self {
        // Seen in files of people: a node for each ten bytes.
        self.tree.nodes.reserve(self.lexer.text.len() / 10);
        self.tree.spans.reserve(self.lexer.text.len() / 10);
        self.advance();
        self.root_body();
        self.tree.comments = std::mem::take(&mut self.lexer.comments);
        self.tree.errors.sort_by_key(|error| (error.span.start, error.span.end));
        self
    }

    pub(super) fn finish(mut self) -> TreeBuf {
        self.tree.comments.append(&mut self.lexer.comments);
        self.tree
    }

    /// Goes to the next token.
    fn advance(&mut self) {
        self.last_end = self.tok.end;
        self.tok = self.lexer.next(self.newlines);
    }

    /// Goes on at an offset, which may lie anywhere.
    fn jump(&mut self, at: usize) {
        // Going back, comments are met again.
        while self.lexer.comments.last().is_some_and(|comment| comment.span.start as usize >= at) {
            self.lexer.comments.pop();
        }
        self.last_end = at as u32;
        self.lexer.at = at;
        self.tok = self.lexer.next(self.newlines);
    }

    fn at(&self, kind: Kind) -> bool {
        self.tok.kind == kind
    }

    /// Whether the token is that word.
    fn at_word(&self, word: &str) -> bool {
        self.at(Kind::Ident) && self.lexer.bytes_at(self.tok.span()) == word.as_bytes()
    }

    pub(super) fn node(&mut self, node: Node, span: Span) -> NodeId {
        self.tree.nodes.push(node);
        self.tree.spans.push(span);
        NodeId(self.tree.nodes.len() as u32 - 1)
    }

    fn invalid(&mut self) -> NodeId {
        self.node(Node::Invalid, self.tok.span())
    }

    fn span_of(&self, node: NodeId) -> Span {
        self.tree.spans[node.0 as usize]
    }

    /// Makes a run of the children that were gathered since `mark`.
    fn children_since(&mut self, mark: usize) -> Seq {
        let start = self.tree.children.len() as u32;
        let len = (self.nodes.len() - mark) as u32;
        self.tree.children.extend(self.nodes.drain(mark..));
        Seq { start, len }
    }

    /// A text that stands nowhere in the source as it is meant.
    pub(super) fn cook(&mut self, text: &str) -> Text {
        let start = self.tree.cooked.len() as u32;
        self.tree.cooked.push_str(text);
        Text::cooked(start, text.len() as u32)
    }

    /// Goes one level deeper, until [`Self::leave`]. After a failure the one who recovers sets the depth back.
    fn enter(&mut self) -> Parsed<()> {
        if self.depth >= MAX_DEPTH {
            let message = format!("This is nested more than {MAX_DEPTH} levels deep");
            return Err(self.error(self.tok.span(), message, "the limit is reached here", None));
        }
        self.depth += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Writes an error down. The caller goes on if it can, or passes the [`Failed`] on.
    pub(super) fn error(
        &mut self,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
        help: Option<&str>,
    ) -> Failed {
        if self.tree.errors.len() < MAX_ERRORS {
            self.tree.errors.push(SyntaxError {
                message: message.into(),
                span,
                label: label.into(),
                help: help.map(str::to_owned),
                skipped: None,
            });
        }
        Failed
    }

    /// The place of the token at hand, for messages: of a line break the place before it.
    fn here(&self) -> Span {
        match self.tok.kind {
            Kind::Newline | Kind::Eof => Span::new(self.last_end, self.last_end),
            _ => self.tok.span(),
        }
    }

    /// What stands at the token at hand, for messages.
    fn found(&self) -> String {
        match self.tok.kind {
            Kind::Eof => "the end of the file".to_owned(),
            Kind::Newline => "the end of the line".to_owned(),
            Kind::Quote => "a string".to_owned(),
            Kind::Heredoc => "a heredoc".to_owned(),
            _ => {
                let text = self.lexer.slice(self.tok.span());
                format!("`{}`", text.chars().take(40).collect::<String>())
            }
        }
    }
}

#[cfg(test)]
mod tests;
