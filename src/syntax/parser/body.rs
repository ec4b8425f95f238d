//! Bodies, attributes and blocks.

use super::super::tree::{Attribute, Block, BlockId, Body, BodyId, Item, Label, Node, NodeId, Seq, Text};
use super::Span;
use super::{Failed, Kind, Parsed, Parser, Token};

/// A body's attributes are compared one by one up to this number, and sorted beyond it.
const FEW: usize = 12;

impl Parser<'_> {
    /// Reads the body of the whole file.
    pub(super) fn root_body(&mut self) -> BodyId {
        let mark = self.items.len();
        loop {
            self.items_until_close(None);
            if self.at(Kind::Eof) {
                break;
            }
            self.unbalanced = true;
            self.error(self.tok.span(), "This `}` closes nothing", "no block is open here", None);
            self.advance();
        }
        self.end_body(mark, Span::new(0, self.lexer.text.len() as u32))
    }

    /// Reads items until a `}` (which stays), the end of the file, or a line that by its indentation belongs to the
    /// body around this one.
    fn items_until_close(&mut self, header_indent: Option<usize>) {
        loop {
            match self.tok.kind {
                Kind::Newline => self.advance(),
                Kind::Eof | Kind::BraceClose => return,
                _ if self.ends_by_indent(header_indent) => return,
                _ => {
                    let start = self.tok;
                    let (depth, nodes, parts) = (self.depth, self.nodes.len(), self.parts.len());
                    self.open = 0;
                    self.item_start = start.start;
                    if self.item(false).is_err() {
                        self.depth = depth;
                        self.nodes.truncate(nodes);
                        self.parts.truncate(parts);
                        self.recover(start);
                    }
                }
            }
        }
    }

    /// Takes the items since `mark` as a body.
    fn end_body(&mut self, mark: usize, span: Span) -> BodyId {
        self.report_duplicates(mark);
        let items = Seq { start: self.tree.items.len() as u32, len: (self.items.len() - mark) as u32 };
        self.tree.items.extend(self.items.drain(mark..));
        self.tree.bodies.push(Body { items, span });
        BodyId(self.tree.bodies.len() as u32 - 1)
    }

    /// Reads an attribute or a block with its line break.
    fn item(&mut self, single_line: bool) -> Parsed<()> {
        let name = self.item_name()?;
        match self.tok.kind {
            Kind::Assign => {
                self.advance();
                self.attribute(name, single_line)
            }
            Kind::Colon | Kind::Arrow => {
                let label = "an argument is written with `=`";
                self.error(self.tok.span(), format!("Did you mean `=` instead of {}?", self.found()), label, None);
                self.advance();
                self.attribute(name, single_line)
            }
            Kind::BraceOpen | Kind::Quote | Kind::Ident if single_line => {
                let help = "write the block on several lines";
                let span = Span::new(name.start, self.tok.end);
                Err(self.error(span, "A block on one line cannot hold another block", "", Some(help)))
            }
            Kind::BraceOpen | Kind::Quote | Kind::Ident => self.block(name),
            Kind::Newline if !single_line && self.brace_on_next_line() => self.block(name),
            _ => {
                let word = self.lexer.slice(name.span());
                let message = format!("`{word}` is neither an argument nor a block");
                let label = format!("`=` or `{{` is missing after this; found {}", self.found());
                Err(self.error(name.span(), message, label, None))
            }
        }
    }

    /// Reads the first word of an item.
    fn item_name(&mut self) -> Parsed<Token> {
        let name = self.tok;
        match name.kind {
            Kind::Ident => self.advance(),
            Kind::Quote => {
                let label = self.label()?;
                let text = self.lexer.slice(label.span).trim_matches('"').to_owned();
                if !self.at(Kind::Assign) && !self.at(Kind::Colon) {
                    let message = "An argument or a block must start with a name";
                    return Err(self.error(label.span, message, "a string cannot stand here", None));
                }
                let help = format!("write {text} = …");
                self.error(label.span, "Names of arguments have no quotes", "", Some(&help));
                let inner = Span::new(label.span.start + 1, label.span.end - 1);
                return Ok(Token { kind: Kind::Ident, start: inner.start, end: inner.end });
            }
            _ => return Err(self.bad_item()),
        }
        Ok(name)
    }

    /// An error for a token that begins no item.
    fn bad_item(&mut self) -> Failed {
        if let Some(failed) = self.bad_token() {
            return failed;
        }
        let message = "An argument or a block must start with a name";
        let label = format!("{} cannot stand here", self.found());
        self.error(self.tok.span(), message, label, None)
    }

    /// Reads `expr` after `name =`.
    fn attribute(&mut self, name: Token, single_line: bool) -> Parsed<()> {
        let read = self.expression();
        let (expr, read) = match read {
            Ok(expr) => (expr, Ok(())),
            Err(Failed) => (self.invalid(), Err(Failed)),
        };
        let name_span = name.span();
        self.items.push(Item::Attribute(Attribute { name: Text::source(name_span), name_span, expr }));
        read?;
        match self.tok.kind {
            Kind::Newline | Kind::Eof => Ok(()),
            _ if single_line => Ok(()),
            Kind::BraceClose => {
                self.error(self.tok.span(), "This `}` must stand on a line of its own", "", None);
                Ok(())
            }
            Kind::Comma => {
                let help = "each argument ends with its line";
                Err(self.error(self.tok.span(), "Arguments are not separated by commas", "", Some(help)))
            }
            _ => Err(self.unexpected_after(expr)),
        }
    }

    /// An error for a token that follows a whole expression.
    fn unexpected_after(&mut self, expr: NodeId) -> Failed {
        if let Some(failed) = self.bad_token() {
            return failed;
        }
        if self.at(Kind::Assign) && matches!(self.tree.nodes[expr.0 as usize], Node::Variable(_)) {
            return self.error(self.tok.span(), "An argument cannot be set twice in one line", "", None);
        }
        let label = format!("found {} where the line should end", self.found());
        self.error(self.tok.span(), "An argument must end with its line", label, None)
    }

    /// Reads labels, braces and body after the first word of a block.
    fn block(&mut self, kind: Token) -> Parsed<()> {
        let labels = self.tree.labels.len();
        let header_end = self.block_labels(kind)?;
        let header = Span::new(kind.start, header_end);
        let labels = Seq { start: labels as u32, len: (self.tree.labels.len() - labels) as u32 };
        self.enter()?;
        let open = self.tok;
        let mark = self.items.len();
        self.advance();
        let closed = self.block_items(kind, open);
        self.leave();
        let end = if closed { self.tok.start } else { self.last_end.max(open.end) };
        let body = self.end_body(mark, Span::new(open.end, end));
        let span = Span::new(kind.start, if closed { self.tok.end } else { end });
        let id = BlockId(self.tree.blocks.len() as u32);
        let node = self.node(Node::BlockHeader(id), header);
        let kind_span = kind.span();
        let kind = Text::source(kind_span);
        self.tree.blocks.push(Block { kind, kind_span, labels, body, header, span, node });
        self.items.push(Item::Block(id));
        if closed {
            self.advance();
            self.end_of_block();
        }
        Ok(())
    }

    /// Reads labels up to `{`, which stays. Gives the end of the last label.
    fn block_labels(&mut self, kind: Token) -> Parsed<u32> {
        let mut end = kind.end;
        loop {
            match self.tok.kind {
                Kind::BraceOpen => return Ok(end),
                Kind::Quote => {
                    let label = self.label()?;
                    end = label.span.end;
                    self.tree.labels.push(label);
                }
                Kind::Ident => {
                    let span = self.tok.span();
                    self.tree.labels.push(Label { text: Text::source(span), span });
                    end = span.end;
                    self.advance();
                }
                Kind::Newline if self.brace_on_next_line() => {
                    let span = Span::new(kind.start, end);
                    let message = "A block's `{` must stand on the line of its header";
                    self.error(span, message, "the `{` is on a line below", None);
                    while !self.at(Kind::BraceOpen) {
                        self.advance();
                    }
                }
                Kind::Assign => {
                    let message = "A block has no `=` before its `{`";
                    return Err(self.error(
                        self.tok.span(),
                        message,
                        "",
                        Some("an argument is a single name before `=`"),
                    ));
                }
                _ => {
                    if let Some(failed) = self.bad_token() {
                        return Err(failed);
                    }
                    let label = format!("found {} where `{{` should stand", self.found());
                    return Err(self.error(Span::new(kind.start, end), "A block needs `{`", label, None));
                }
            }
        }
    }

    fn brace_on_next_line(&self) -> bool {
        self.lexer.text[self.tok.end as usize..].trim_start().starts_with('{')
    }

    /// Reads what stands between the braces of a block up to `}`, which stays. Whether it was found.
    fn block_items(&mut self, kind: Token, open: Token) -> bool {
        let around = std::mem::take(&mut self.open);
        let header_indent = self.indent_at(kind.start);
        if !matches!(self.tok.kind, Kind::Newline | Kind::Eof | Kind::BraceClose) {
            self.single_line_item();
        }
        self.items_until_close(header_indent);
        self.open = around;
        if self.at(Kind::BraceClose) {
            return true;
        }
        if self.cut {
            return false;
        }
        self.unbalanced = true;
        let header = self.lexer.slice(Span::new(kind.start, open.end));
        let header = header.trim_end_matches('{').trim_end();
        let shown: String = header.chars().take(60).collect();
        let message = format!("This block is never closed: `{shown}`");
        self.error(open.span(), message, "opened here; its `}` is missing", None);
        false
    }

    /// Reads `b = 1` of `a { b = 1 }`.
    fn single_line_item(&mut self) {
        let start = self.tok;
        if self.item(true).is_err() {
            self.recover_in_line(start);
            return;
        }
        let help = "write each argument on a line of its own";
        match self.tok.kind {
            Kind::BraceClose => {}
            Kind::Newline | Kind::Eof => {
                let message = "A block that starts on one line must end on that line";
                self.error(self.tok.span(), message, "`}` is missing here", Some(help));
            }
            _ => {
                let message = "A block on one line can hold only one argument";
                self.error(self.tok.span(), message, "`}` is missing here", Some(help));
                self.recover_in_line(start);
            }
        }
    }

    /// After `}` of a block the line must end.
    fn end_of_block(&mut self) {
        match self.tok.kind {
            Kind::Newline | Kind::Eof => {}
            _ => {
                let label = format!("found {} where the line should end", self.found());
                self.error(self.tok.span(), "A block must end with its line", label, None);
                if !matches!(self.tok.kind, Kind::Ident | Kind::BraceClose) {
                    self.recover_in_line(self.tok);
                }
            }
        }
    }

    /// Finds names that a body sets twice.
    fn report_duplicates(&mut self, mark: usize) {
        let lexer = &self.lexer;
        let mut names: Vec<Span> = Vec::new();
        let attributes = self.items[mark..].iter().filter_map(|item| match item {
            Item::Attribute(attribute) => Some(attribute.name_span),
            Item::Block(_) => None,
        });
        let same = |a: &Span, b: &Span| a.len() == b.len() && lexer.bytes_at(*a) == lexer.bytes_at(*b);
        let mut twice: Vec<Span> = Vec::new();
        if self.items.len() - mark <= FEW {
            for (index, name) in attributes.clone().enumerate() {
                if attributes.clone().take(index).any(|other| same(&other, &name)) {
                    twice.push(name);
                }
            }
        } else {
            names.extend(attributes);
            names.sort_unstable_by_key(|name| (lexer.bytes_at(*name), name.start));
            twice.extend(names.windows(2).filter(|pair| same(&pair[0], &pair[1])).map(|pair| pair[1]));
        }
        for name in twice {
            let message = format!("The argument `{}` is set twice", self.lexer.slice(name));
            self.error(name, message, "it was set above in this block", None);
        }
    }
}
