//! The arguments of one block of a rule: unknown words are errors, and what must be constant is read as a constant.

use std::collections::BTreeMap;

use super::super::model::{Named, RuleExpr};
use super::super::syntax::{Attribute, BlockId, BodyId, Node, NodeId, Seq, span::Span};
use super::constant::{Constant, Family};
use super::{Compiler, RuleError};

/// The arguments of a block by name.
pub(super) struct Args<'f> {
    pub(super) file: u16,
    /// The block's header.
    pub(super) header: Span,
    /// `a setting`, `a companion`.
    pub(super) what: &'static str,
    attributes: BTreeMap<&'f str, &'f Attribute>,
    blocks: Vec<(&'f str, BlockId)>,
}

impl<'f> Args<'f> {
    /// The expression of an argument.
    pub(super) fn get(&self, name: &str) -> Option<RuleExpr> {
        self.attributes.get(name).map(|attribute| RuleExpr { file: self.file, node: attribute.expr })
    }

    /// Where the name of an argument stands; the header if it is not written.
    pub(super) fn at(&self, name: &str) -> u32 {
        self.attributes.get(name).map_or(self.header.start, |attribute| attribute.name_span.start)
    }

    /// The nested blocks of a kind.
    pub(super) fn blocks<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = BlockId> + 's {
        self.blocks.iter().filter(move |(name, _)| *name == kind).map(|(_, block)| *block)
    }
}

impl<'f> Compiler<'_, 'f> {
    /// Reads a block whose arguments and nested blocks are known words.
    pub(super) fn args(
        &mut self,
        file: u16,
        block: BlockId,
        what: &'static str,
        arguments: &[&'static str],
        blocks: &[&'static str],
    ) -> Args<'f> {
        let tree = self.tree(file);
        let view = &self.files[file as usize];
        let block = tree.block(block);
        let mut args = Args { file, header: block.header, what, attributes: BTreeMap::new(), blocks: Vec::new() };
        for attribute in tree.attributes(block.body) {
            let name = tree.text(attribute.name);
            let at = attribute.name_span.start;
            if !arguments.contains(&name) {
                let error = RuleError::new(view, at, format!("unknown argument `{name}` in {what}"));
                self.errors.push(error.near(name, arguments.iter().chain(blocks).copied()));
            } else if args.attributes.insert(name, attribute).is_some() {
                self.errors.push(RuleError::new(view, at, format!("`{name}` is written twice in {what}")));
            }
        }
        for nested in tree.blocks_in(block.body) {
            let name = tree.kind(nested);
            if blocks.contains(&name) {
                args.blocks.push((name, nested));
            } else {
                let error = RuleError::new(
                    view,
                    tree.block(nested).kind_span.start,
                    format!("unknown block `{name}` in {what}"),
                );
                self.errors.push(error.near(name, arguments.iter().chain(blocks).copied()));
            }
        }
        args
    }

    /// An argument that must be written.
    pub(super) fn require(&mut self, args: &Args<'f>, name: &str) -> Option<RuleExpr> {
        let expr = args.get(name);
        if expr.is_none() {
            self.error(args.file, args.header.start, format!("{} needs `{name}`", args.what));
        }
        expr
    }

    /// Two arguments of which at most one may be written; an inner block's replace both of the outer one.
    pub(super) fn exclusive(&mut self, args: &Args<'f>, one: &str, other: &str) {
        if args.get(one).is_some() && args.get(other).is_some() {
            self.error(args.file, args.at(other), format!("`{one}` and `{other}` exclude each other"));
        }
    }

    /// The value of a constant expression.
    pub(super) fn constant(&mut self, expr: RuleExpr, family: Option<Family<'_>>) -> Option<Constant> {
        match self.constants.eval(expr, family) {
            Ok(value) => Some(value),
            Err((at, message)) => {
                self.error_at(at, message);
                None
            }
        }
    }

    /// Constant text.
    pub(super) fn text(&mut self, expr: RuleExpr, family: Option<Family<'_>>) -> Option<String> {
        match self.constant(expr, family)? {
            Constant::Str(text) => Some(text),
            other => {
                self.error_at(expr, format!("text is needed here, not {}", other.type_name()));
                None
            }
        }
    }

    /// Constant text of an argument, interned; empty when it is not written.
    pub(super) fn text_arg(&mut self, args: &Args<'f>, name: &str) -> super::Str {
        let text = args.get(name).and_then(|expr| self.text(expr, None));
        self.intern(text.as_deref().unwrap_or_default())
    }

    /// A constant string or list of strings.
    pub(super) fn texts(&mut self, expr: RuleExpr, family: Option<Family<'_>>) -> Vec<String> {
        let items = match self.constant(expr, family) {
            Some(Constant::Str(text)) => return vec![text],
            Some(Constant::List(items)) => items,
            Some(Constant::Null) | None => return Vec::new(),
            Some(other) => {
                self.error_at(expr, format!("text or a list of texts is needed here, not {}", other.type_name()));
                return Vec::new();
            }
        };
        let mut texts = Vec::new();
        for item in items {
            match item {
                Constant::Str(text) => texts.push(text),
                other => self.error_at(expr, format!("each entry must be text, not {}", other.type_name())),
            }
        }
        texts
    }

    /// Strings of a list, as a run of `lists`.
    pub(super) fn list(&mut self, texts: &[String]) -> Seq {
        let start = self.out.lists.len() as u32;
        for text in texts {
            let text = self.intern(text);
            self.out.lists.push(text);
        }
        Seq { start, len: texts.len() as u32 }
    }

    /// A constant bool; `otherwise` when it is not written.
    pub(super) fn flag(&mut self, args: &Args<'f>, name: &str, otherwise: bool) -> bool {
        let Some(expr) = args.get(name) else { return otherwise };
        match self.constant(expr, None) {
            Some(Constant::Bool(truth)) => truth,
            Some(other) => {
                self.error_at(expr, format!("`{name}` must be true or false, not {}", other.type_name()));
                otherwise
            }
            None => otherwise,
        }
    }

    /// One of a few words, as its place in the list.
    pub(super) fn word(&mut self, expr: RuleExpr, what: &str, words: &[&'static str]) -> Option<usize> {
        let text = self.text(expr, None)?;
        let at = words.iter().position(|word| *word == text);
        if at.is_none() {
            self.error_near(expr, format!("unknown {what} `{text}`"), &text, words.iter().copied());
        }
        at
    }

    /// The entries of a body of `locals`, as a run of `named`.
    pub(super) fn locals_of(&mut self, file: u16, block: Option<BlockId>) -> Seq {
        let start = self.out.named.len() as u32;
        let Some(block) = block else { return Seq { start, len: 0 } };
        let tree = self.tree(file);
        let body: BodyId = tree.block(block).body;
        for attribute in tree.attributes(body) {
            let name = self.intern(tree.text(attribute.name));
            self.out.named.push(Named { name, expr: RuleExpr { file, node: attribute.expr } });
        }
        for nested in tree.blocks_in(body) {
            self.error(file, tree.block(nested).kind_span.start, "`locals` holds no blocks");
        }
        Seq { start, len: self.out.named.len() as u32 - start }
    }

    /// The entries of an object that is written out, as a run of `named`.
    pub(super) fn object_of(&mut self, expr: RuleExpr) -> Seq {
        let start = self.out.named.len() as u32;
        for (key, value) in self.entries_of(expr) {
            let name = self.intern(&key);
            self.out.named.push(Named { name, expr: value });
        }
        Seq { start, len: self.out.named.len() as u32 - start }
    }

    /// Keys and expressions of an object that is written out, here or in a table.
    pub(super) fn entries_of(&mut self, expr: RuleExpr) -> Vec<(String, RuleExpr)> {
        let expr = self.constants.written(expr);
        let tree = self.tree(expr.file);
        let Node::Object(entries) = tree.node(expr.node) else {
            self.error_at(expr, "an object must be written out here: { name = … }");
            return Vec::new();
        };
        let mut named = Vec::new();
        for entry in tree.list(entries).chunks_exact(2) {
            let at = |node: NodeId| RuleExpr { file: expr.file, node };
            if let Some(key) = self.text(at(entry[0]), None) {
                named.push((key, at(entry[1])));
            }
        }
        named
    }
}
