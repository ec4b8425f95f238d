//! Expressions, by hcl's precedence and its rules for line breaks.

use super::super::tree::{Binary, Call, For, Node, NodeId, NodeIdNonMax, Text, Unary};
use super::Span;
use super::{Failed, Kind, Parsed, Parser, Token};

impl Parser<'_> {
    /// Reads one expression.
    pub(super) fn expression(&mut self) -> Parsed<NodeId> {
        self.enter()?;
        let cond = self.binary(0)?;
        let result = if self.at(Kind::Question) { self.conditional(cond)? } else { cond };
        self.leave();
        Ok(result)
    }

    /// Reads a text that is one expression.
    pub(super) fn whole_expression(&mut self) -> Parsed<NodeId> {
        self.advance();
        let expr = self.expression()?;
        if self.at(Kind::Eof) {
            return Ok(expr);
        }
        if let Some(failed) = self.bad_token() {
            return Err(failed);
        }
        let label = format!("found {} after the expression", self.found());
        Err(self.error(self.tok.span(), "This is more than one expression", label, None))
    }

    fn conditional(&mut self, cond: NodeId) -> Parsed<NodeId> {
        let question = self.tok;
        self.advance();
        let then = self.expression()?;
        if !self.at(Kind::Colon) {
            if let Some(failed) = self.bad_token() {
                return Err(failed);
            }
            let label = format!("found {} where `:` should stand", self.found());
            let span = question.span().to(self.here());
            return Err(self.error(span, "This conditional has no `:`", label, Some("write condition ? then : else")));
        }
        self.advance();
        let otherwise = self.expression()?;
        let span = self.span_of(cond).to(self.span_of(otherwise));
        Ok(self.node(Node::Conditional(cond, then, otherwise), span))
    }

    /// Reads operands joined by operators that bind at least as strongly as `least`.
    fn binary(&mut self, least: u8) -> Parsed<NodeId> {
        let mut left = self.term()?;
        while let Some((operator, strength)) = operator(self.tok.kind)
            && strength >= least
        {
            self.advance();
            let right = self.binary(strength + 1)?;
            let span = self.span_of(left).to(self.span_of(right));
            left = self.node(Node::Binary(operator, left, right), span);
        }
        Ok(left)
    }

    /// Reads an operand with the steps after it.
    fn term(&mut self) -> Parsed<NodeId> {
        let tok = self.tok;
        let operand = match tok.kind {
            Kind::Ident => self.word()?,
            Kind::Quote => self.quoted()?,
            Kind::Number => self.number()?,
            Kind::BracketOpen => self.tuple()?,
            Kind::BraceOpen => self.object()?,
            Kind::ParenOpen => self.paren()?,
            Kind::Heredoc => self.heredoc()?,
            Kind::Minus | Kind::Not => {
                self.enter()?;
                self.advance();
                let operand = self.term()?;
                self.leave();
                let operator = if tok.kind == Kind::Minus { Unary::Negate } else { Unary::Not };
                let span = tok.span().to(self.span_of(operand));
                self.node(Node::Unary(operator, operand), span)
            }
            _ => return Err(self.no_expression()),
        };
        match self.tok.kind {
            Kind::Dot | Kind::BracketOpen => self.steps(operand),
            _ => Ok(operand),
        }
    }

    fn no_expression(&mut self) -> Failed {
        if let Some(failed) = self.bad_token() {
            return failed;
        }
        let label = format!("found {} where a value should stand", self.found());
        let help = self.at(Kind::Newline).then_some("only inside brackets an expression goes on in the next line");
        self.error(self.here(), "A value is missing", label, help)
    }

    /// Reads a number. Its text has no capitals, which readers of numbers need not know.
    fn number(&mut self) -> Parsed<NodeId> {
        let span = self.tok.span();
        let written = self.lexer.slice(span);
        let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, ""));
        if exponent.contains(['e', 'E', '.']) || mantissa.matches('.').count() > 1 {
            let help = "text, such as a version or an address, stands in double quotes";
            return Err(self.error(span, "This is no number", "", Some(help)));
        }
        self.advance();
        let text = if written.contains('E') { self.cook(&written.replace('E', "e")) } else { Text::source(span) };
        Ok(self.node(Node::Number(text), span))
    }

    /// Reads a word: a literal, a call or the first name of a traversal.
    fn word(&mut self) -> Parsed<NodeId> {
        let tok = self.tok;
        self.advance();
        if matches!(self.tok.kind, Kind::ParenOpen | Kind::DoubleColon) {
            return self.call(tok);
        }
        let node = match self.lexer.bytes_at(tok.span()) {
            b"true" => Node::Bool(true),
            b"false" => Node::Bool(false),
            b"null" => Node::Null,
            _ => Node::Variable(Text::source(tok.span())),
        };
        Ok(self.node(node, tok.span()))
    }

    /// Goes into brackets: line breaks mean nothing there. Gives what must be handed to [`Self::close`].
    fn open(&mut self) -> bool {
        let newlines = std::mem::replace(&mut self.newlines, false);
        self.open += 1;
        self.advance();
        newlines
    }

    /// Goes out of brackets, past the closing one.
    fn close(&mut self, newlines: bool) -> u32 {
        let end = self.tok.end;
        self.newlines = newlines;
        self.open -= 1;
        self.advance();
        end
    }

    /// The error for brackets that hold something else than what can follow at the token at hand.
    fn unclosed(&mut self, open: Span, what: &str, close: char, or: &str) -> Failed {
        if let Some(failed) = self.bad_token() {
            return failed;
        }
        self.back_to_next_item();
        let found = self.found();
        let closer = matches!(self.tok.kind, Kind::BraceClose | Kind::BracketClose | Kind::ParenClose);
        if closer || self.at(Kind::Eof) || self.at_next_item() {
            let label = format!("opened here; found {found} before its `{close}`");
            return self.error(open, format!("{what} is never closed"), label, None);
        }
        let label = format!("found {found} where {or} should stand");
        self.error(self.here(), format!("`{close}` is missing"), label, None)
    }

    /// `b` of a line `b = 1` is read as one more element where the brackets above are not closed. Goes back to it.
    fn back_to_next_item(&mut self) {
        let last = self.tree.nodes.len().wrapping_sub(1);
        if self.at(Kind::Assign)
            && let Some(Node::Variable(_)) = self.tree.nodes.get(last)
            && let start = self.tree.spans[last].start
            && self.indent_at(start).is_some_and(|indent| indent <= self.item_indent())
        {
            self.jump(start as usize);
        }
    }

    fn paren(&mut self) -> Parsed<NodeId> {
        let start = self.tok.span();
        let newlines = self.open();
        if self.at(Kind::Eof) {
            return Err(self.unclosed(start, "This parenthesis", ')', "a value"));
        }
        let inner = self.expression()?;
        if !self.at(Kind::ParenClose) {
            return Err(self.unclosed(start, "This parenthesis", ')', "`)`"));
        }
        let end = self.close(newlines);
        Ok(self.node(Node::Paren(inner), Span::new(start.start, end)))
    }

    fn tuple(&mut self) -> Parsed<NodeId> {
        let start = self.tok.span();
        let newlines = self.open();
        if self.at_word("for") {
            return self.for_expression(start, newlines, Kind::BracketClose);
        }
        let mark = self.nodes.len();
        while !self.at(Kind::BracketClose) {
            if self.at(Kind::Eof) {
                return Err(self.unclosed(start, "This list", ']', "a value"));
            }
            let item = self.expression()?;
            self.nodes.push(item);
            match self.tok.kind {
                Kind::Comma => self.advance(),
                Kind::BracketClose => {}
                _ => return Err(self.unclosed(start, "This list", ']', "`,` or `]`")),
            }
        }
        let end = self.close(newlines);
        let items = self.children_since(mark);
        Ok(self.node(Node::Tuple(items), Span::new(start.start, end)))
    }

    fn object(&mut self) -> Parsed<NodeId> {
        let start = self.tok.span();
        let newlines = self.open();
        if self.at_word("for") {
            return self.for_expression(start, newlines, Kind::BraceClose);
        }
        // Line breaks separate entries. Those before the first one were passed over already, and mean nothing.
        self.newlines = true;
        let mark = self.nodes.len();
        loop {
            match self.tok.kind {
                Kind::Newline => {
                    self.advance();
                    continue;
                }
                Kind::BraceClose if self.closes_further_out() => {
                    return Err(self.unclosed(start, "This object", '}', "a key"));
                }
                Kind::BraceClose => break,
                _ => self.entry(start)?,
            }
            match self.tok.kind {
                Kind::Comma | Kind::Newline => self.advance(),
                Kind::BraceClose => {}
                _ => return Err(self.unclosed(start, "This object", '}', "`,`, a new line or `}`")),
            }
        }
        let end = self.close(newlines);
        let entries = self.children_since(mark);
        Ok(self.node(Node::Object(entries), Span::new(start.start, end)))
    }

    /// Reads `key = value` of an object.
    fn entry(&mut self, object: Span) -> Parsed<()> {
        if self.at(Kind::Eof) || (self.by_indent && self.at_next_item()) {
            return Err(self.unclosed(object, "This object", '}', "a key"));
        }
        let key = self.expression()?;
        self.as_key(key);
        match self.tok.kind {
            Kind::Assign | Kind::Colon => self.advance(),
            Kind::BraceOpen => {
                let help = "inside an object write key = { … }; blocks stand only in blocks";
                return Err(self.error(self.tok.span(), "A key needs `=` before its value", "", Some(help)));
            }
            Kind::Eof => return Err(self.unclosed(object, "This object", '}', "`=`")),
            _ => {
                if let Some(failed) = self.bad_token() {
                    return Err(failed);
                }
                let label = format!("found {} where `=` should stand", self.found());
                let span = self.span_of(key);
                return Err(self.error(span, "A key of an object needs a value", label, None));
            }
        }
        let value = self.expression()?;
        self.nodes.push(key);
        self.nodes.push(value);
        Ok(())
    }

    /// A bare word is a key by its name.
    fn as_key(&mut self, key: NodeId) {
        let span = self.span_of(key);
        let node = &mut self.tree.nodes[key.0 as usize];
        if matches!(node, Node::Variable(_) | Node::Bool(_) | Node::Null) {
            *node = Node::Str(Text::source(span));
        }
    }

    /// Reads from `for` to the closing bracket; `open` stands before it.
    fn for_expression(&mut self, open: Span, newlines: bool, closer: Kind) -> Parsed<NodeId> {
        self.newlines = false;
        self.advance();
        let (key_name, value_name, collection) = self.for_names()?;
        if !self.at(Kind::Colon) {
            if let Some(failed) = self.bad_token() {
                return Err(failed);
            }
            let label = format!("found {} where `:` should stand", self.found());
            return Err(self.error(self.tok.span(), "A `for` needs `:` after what it goes through", label, None));
        }
        self.advance();
        let mut value = self.expression()?;
        let mut key = None;
        if self.at(Kind::Arrow) {
            self.advance();
            key = Some(NodeIdNonMax::new(value));
            value = self.expression()?;
        }
        let group = self.at(Kind::Ellipsis);
        if group {
            self.advance();
        }
        let mut cond = None;
        if self.at_word("if") {
            self.advance();
            cond = Some(NodeIdNonMax::new(self.expression()?));
        }
        if self.tok.kind != closer {
            let close = if closer == Kind::BraceClose { '}' } else { ']' };
            return Err(self.unclosed(open, "This `for`", close, "its end"));
        }
        let end = self.close(newlines);
        let span = Span::new(open.start, end);
        self.check_for(span, closer, key.is_some(), group);
        self.tree.fors.push(For { key_name, value_name, collection, key, value, cond, group });
        let index = self.tree.fors.len() as u32 - 1;
        Ok(self.node(Node::For(index), span))
    }

    fn check_for(&mut self, span: Span, closer: Kind, has_key: bool, group: bool) {
        if closer == Kind::BraceClose && !has_key {
            let help = "write { for … : key => value }";
            self.error(span, "A `for` that makes an object needs a key", "", Some(help));
        }
        if closer == Kind::BracketClose && has_key {
            let help = "use { } to make an object";
            self.error(span, "A `for` that makes a list has no key", "", Some(help));
        }
        if closer == Kind::BracketClose && group {
            self.error(span, "A `for` that makes a list cannot group with `...`", "", None);
        }
    }

    /// Reads `k, v in collection`, of a `for` expression or directive.
    pub(super) fn for_names(&mut self) -> Parsed<(Option<Text>, Text, NodeId)> {
        let mut key = None;
        let mut value = self.for_name()?;
        if self.at(Kind::Comma) {
            self.advance();
            key = Some(value);
            value = self.for_name()?;
        }
        if !self.at_word("in") {
            let label = format!("found {} where `in` should stand", self.found());
            return Err(self.error(self.tok.span(), "A `for` needs `in` after its names", label, None));
        }
        self.advance();
        Ok((key, value, self.expression()?))
    }

    fn for_name(&mut self) -> Parsed<Text> {
        if !self.at(Kind::Ident) {
            let label = format!("found {} where a name should stand", self.found());
            let key = matches!(self.tok.kind, Kind::Assign | Kind::Colon);
            let help = key.then_some("as a key, \"for\" stands in quotes");
            return Err(self.error(self.here(), "A `for` needs a name for its elements", label, help));
        }
        let name = Text::source(self.tok.span());
        self.advance();
        Ok(name)
    }

    /// Reads a call from after the first word of its name.
    fn call(&mut self, first: Token) -> Parsed<NodeId> {
        let mut name_span = first.span();
        while self.at(Kind::DoubleColon) {
            self.advance();
            if !self.at(Kind::Ident) {
                let label = format!("found {} where a name should stand", self.found());
                return Err(self.error(self.tok.span(), "A function's name is missing after `::`", label, None));
            }
            name_span = name_span.to(self.tok.span());
            self.advance();
        }
        if !self.at(Kind::ParenOpen) {
            let label = format!("found {} where `(` should stand", self.found());
            return Err(self.error(name_span, "A function needs `(` after its name", label, None));
        }
        let name = self.function_name(name_span);
        let open = self.tok.span();
        let newlines = self.open();
        let mark = self.nodes.len();
        let mut expand = false;
        while !self.at(Kind::ParenClose) {
            if self.at(Kind::Eof) {
                return Err(self.unclosed(open, "This call", ')', "a value"));
            }
            let arg = self.expression()?;
            self.nodes.push(arg);
            match self.tok.kind {
                Kind::Comma => self.advance(),
                Kind::ParenClose => {}
                Kind::Ellipsis => {
                    expand = true;
                    self.advance();
                    if !self.at(Kind::ParenClose) {
                        let message = "Only the last argument can end in `...`";
                        return Err(self.error(self.tok.span(), message, "`)` should stand here", None));
                    }
                }
                _ => return Err(self.unclosed(open, "This call", ')', "`,` or `)`")),
            }
        }
        let end = self.close(newlines);
        let args = self.children_since(mark);
        self.tree.calls.push(Call { name, name_span, args, expand });
        let index = self.tree.calls.len() as u32 - 1;
        Ok(self.node(Node::Call(index), Span::new(name_span.start, end)))
    }

    /// A function's name without white space around its `::`.
    fn function_name(&mut self, span: Span) -> Text {
        let written = self.lexer.slice(span);
        if !written.contains([' ', '\t', '\n', '\r', '#', '/']) {
            return Text::source(span);
        }
        let mut lexer = super::Lexer::new(written);
        let mut name = String::new();
        loop {
            let tok = lexer.next(false);
            if tok.kind == Kind::Eof {
                break;
            }
            name.push_str(lexer.slice(tok.span()));
        }
        self.cook(&name)
    }

    /// Reads `.name`, `[key]` and splats after an operand.
    fn steps(&mut self, mut source: NodeId) -> Parsed<NodeId> {
        loop {
            source = match self.tok.kind {
                Kind::Dot => self.dot(source)?,
                Kind::BracketOpen => {
                    let open = self.tok.span();
                    // A `*` on the next line would not be a splat, so the line break is looked at.
                    let newlines = self.newlines;
                    self.open += 1;
                    self.advance();
                    if self.at(Kind::Star) {
                        return self.full_splat(source, open);
                    }
                    self.index(source, open, newlines)?
                }
                _ => return Ok(source),
            };
        }
    }

    fn index(&mut self, source: NodeId, open: Span, newlines: bool) -> Parsed<NodeId> {
        self.newlines = false;
        if self.at(Kind::Newline) {
            self.advance();
        }
        let key = self.expression()?;
        if !self.at(Kind::BracketClose) {
            return Err(self.unclosed(open, "This index", ']', "`]`"));
        }
        let end = self.close(newlines);
        let span = Span::new(self.span_of(source).start, end);
        Ok(self.node(Node::Index(source, key), span))
    }

    /// Reads `*]` and all that belongs to each element.
    fn full_splat(&mut self, source: NodeId, open: Span) -> Parsed<NodeId> {
        let star = self.tok.span();
        self.advance();
        if !self.at(Kind::BracketClose) {
            return Err(self.unclosed(open, "This splat", ']', "`]`"));
        }
        self.open -= 1;
        let close = self.tok.end;
        self.advance();
        let item = self.node(Node::SplatItem, Span::new(open.start.min(star.start), close));
        self.enter()?;
        let each = self.steps(item)?;
        self.leave();
        let span = Span::new(self.span_of(source).start, self.span_of(each).end);
        Ok(self.node(Node::Splat { source, each }, span))
    }

    /// Reads what follows a `.`, which is at hand.
    fn dot(&mut self, source: NodeId) -> Parsed<NodeId> {
        let dot = self.tok;
        self.advance();
        if self.at(Kind::Star) {
            return self.attribute_splat(source);
        }
        self.attribute_step(source, dot)
    }

    fn attribute_step(&mut self, source: NodeId, dot: Token) -> Parsed<NodeId> {
        let name = self.tok.span();
        match self.tok.kind {
            Kind::Ident => {}
            Kind::Number if self.lexer.slice(name).contains('.') => {
                let help = "write [0][1] instead of .0.1";
                return Err(self.error(name, "Two indices cannot be written with dots", "", Some(help)));
            }
            Kind::Number => {}
            _ => {
                if let Some(failed) = self.bad_token() {
                    return Err(failed);
                }
                let label = format!("found {} after this dot", self.found());
                return Err(self.error(dot.span(), "A name is missing after the dot", label, None));
            }
        }
        self.advance();
        let span = Span::new(self.span_of(source).start, name.end);
        Ok(self.node(Node::Attr(source, Text::source(name)), span))
    }

    /// Reads `*` and the names after it; an index after them is of the whole result.
    fn attribute_splat(&mut self, source: NodeId) -> Parsed<NodeId> {
        let mut each = self.node(Node::SplatItem, self.tok.span());
        self.advance();
        while self.at(Kind::Dot) {
            let dot = self.tok;
            self.advance();
            if self.at(Kind::Star) {
                let help = "write [*] instead of .*";
                return Err(self.error(self.tok.span(), "A splat cannot stand in a splat by dots", "", Some(help)));
            }
            each = self.attribute_step(each, dot)?;
        }
        let span = Span::new(self.span_of(source).start, self.span_of(each).end);
        Ok(self.node(Node::Splat { source, each }, span))
    }
}

/// A binary operator and how strongly it binds.
fn operator(kind: Kind) -> Option<(Binary, u8)> {
    Some(match kind {
        Kind::Or => (Binary::Or, 1),
        Kind::And => (Binary::And, 2),
        Kind::Equal => (Binary::Equal, 3),
        Kind::NotEqual => (Binary::NotEqual, 3),
        Kind::Greater => (Binary::Greater, 4),
        Kind::GreaterEqual => (Binary::GreaterEqual, 4),
        Kind::Less => (Binary::Less, 4),
        Kind::LessEqual => (Binary::LessEqual, 4),
        Kind::Plus => (Binary::Add, 5),
        Kind::Minus => (Binary::Subtract, 5),
        Kind::Star => (Binary::Multiply, 6),
        Kind::Slash => (Binary::Divide, 6),
        Kind::Percent => (Binary::Modulo, 6),
        _ => return None,
    })
}
