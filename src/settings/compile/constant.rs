//! A small evaluator for what a rule may write as a constant: literals, lists, objects, templates, tables of `locals`,
//! `family.key` and `family.value`. It decides ids, aliases, paths and words when rules are compiled.

use std::collections::BTreeMap;

use super::super::syntax::{Binary, Node, NodeId, Tree, Unary};

use super::super::model::{RuleExpr, RuleFile};

/// How deep constants may nest.
const MAX_DEPTH: usize = 64;

/// A value that is known when rules are compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Constant {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number as written.
    Number(String),
    /// Text.
    Str(String),
    /// A list.
    List(Vec<Self>),
    /// An object in written order.
    Object(Vec<(String, Self)>),
}

impl Constant {
    /// What people call its type.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a bool",
            Self::Number(_) => "a number",
            Self::Str(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    fn field(self, name: &str) -> Self {
        match self {
            Self::Object(entries) => {
                entries.into_iter().find(|(key, _)| key == name).map_or(Self::Null, |(_, value)| value)
            }
            Self::List(mut items) => match name.parse::<usize>() {
                Ok(at) if at < items.len() => items.swap_remove(at),
                _ => Self::Null,
            },
            _ => Self::Null,
        }
    }

    fn text(&self) -> Option<String> {
        match self {
            Self::Bool(truth) => Some(truth.to_string()),
            Self::Number(text) | Self::Str(text) => Some(text.clone()),
            _ => None,
        }
    }
}

/// An element of a family, as constants see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Family<'k> {
    /// `family.key`
    pub(crate) key: &'k str,
    /// `family.value`
    pub(crate) value: RuleExpr,
}

/// Why something is no constant: where, and what.
pub(crate) type NotConstant = (RuleExpr, String);

/// Top-level `locals` by folder and name.
pub(crate) type Locals<'f> = BTreeMap<(&'f str, &'f str), RuleExpr>;

/// The evaluator: the files, and the tables that they share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Constants<'c, 'f> {
    /// Rule files.
    pub(crate) files: &'c [RuleFile<'f>],
    /// Top-level `locals`.
    pub(crate) locals: &'c Locals<'f>,
}

impl<'f> Constants<'_, 'f> {
    /// The top-level local of that name, as a file of this folder sees it.
    pub(crate) fn local(&self, folder: &'f str, name: &str) -> Option<RuleExpr> {
        [folder, "common"].into_iter().find_map(|folder| self.locals.get(&(folder, name)).copied())
    }

    /// The value of an expression for one family element.
    pub(crate) fn eval(&self, expr: RuleExpr, family: Option<Family<'_>>) -> Result<Constant, NotConstant> {
        self.eval_at(expr, family, MAX_DEPTH)
    }

    /// The expression behind parentheses and references to tables: where an object is written out.
    pub(crate) fn written(&self, mut expr: RuleExpr) -> RuleExpr {
        for _ in 0..MAX_DEPTH {
            let tree = self.files[expr.file as usize].tree;
            match tree.node(expr.node) {
                Node::Paren(inner) => expr.node = inner,
                Node::Attr(of, name) if is_variable(tree, of, "local") => {
                    match self.local(self.files[expr.file as usize].folder, tree.text(name)) {
                        Some(local) => expr = local,
                        None => return expr,
                    }
                }
                _ => return expr,
            }
        }
        expr
    }

    fn eval_at(&self, expr: RuleExpr, family: Option<Family<'_>>, depth: usize) -> Result<Constant, NotConstant> {
        let fail = |message: &str| Err((expr, message.to_owned()));
        let Some(depth) = depth.checked_sub(1) else { return fail("this constant nests too deep, or uses itself") };
        let tree = self.files[expr.file as usize].tree;
        let eval = |node: NodeId| self.eval_at(RuleExpr { node, ..expr }, family, depth);
        match tree.node(expr.node) {
            Node::Null => Ok(Constant::Null),
            Node::Bool(truth) => Ok(Constant::Bool(truth)),
            Node::Number(text) => Ok(Constant::Number(tree.text(text).to_owned())),
            Node::Str(text) => Ok(Constant::Str(tree.text(text).to_owned())),
            Node::Paren(inner) | Node::Wrap(inner) => eval(inner),
            Node::Template(parts) => {
                let mut text = String::new();
                for part in tree.list(parts) {
                    match eval(*part)?.text() {
                        Some(part) => text.push_str(&part),
                        None => return fail("only text, numbers and bools may stand in a template"),
                    }
                }
                Ok(Constant::Str(text))
            }
            Node::Tuple(items) => {
                tree.list(items).iter().map(|item| eval(*item)).collect::<Result<_, _>>().map(Constant::List)
            }
            Node::Object(entries) => {
                let mut object = Vec::new();
                for entry in tree.list(entries).chunks_exact(2) {
                    match eval(entry[0])?.text() {
                        Some(key) => object.push((key, eval(entry[1])?)),
                        None => return fail("a key must be text"),
                    }
                }
                Ok(Constant::Object(object))
            }
            Node::Attr(of, name) if is_variable(tree, of, "family") => match (family, tree.text(name)) {
                (Some(family), "key") => Ok(Constant::Str(family.key.to_owned())),
                (Some(family), "value") => self.eval_at(family.value, None, depth),
                (Some(_), _) => fail("`family` has `key` and `value`"),
                (None, _) => fail("`family` needs a `family` table in the setting"),
            },
            Node::Attr(of, name) if is_variable(tree, of, "local") => {
                match self.local(self.files[expr.file as usize].folder, tree.text(name)) {
                    Some(local) => self.eval_at(local, None, depth),
                    None => fail("no such table in a top-level `locals`"),
                }
            }
            Node::Attr(of, name) => Ok(eval(of)?.field(tree.text(name))),
            Node::Index(of, key) => match eval(key)?.text() {
                Some(key) => Ok(eval(of)?.field(&key)),
                None => fail("an index must be text or a number"),
            },
            Node::Conditional(cond, then, otherwise) => match eval(cond)? {
                Constant::Bool(true) => eval(then),
                Constant::Bool(false) => eval(otherwise),
                _ => fail("the condition must be a bool"),
            },
            Node::Unary(Unary::Not, of) => match eval(of)? {
                Constant::Bool(truth) => Ok(Constant::Bool(!truth)),
                _ => fail("`!` needs a bool"),
            },
            Node::Unary(Unary::Negate, of) => match eval(of)? {
                Constant::Number(text) => Ok(Constant::Number(format!("-{text}"))),
                _ => fail("`-` needs a number"),
            },
            Node::Binary(Binary::Equal, a, b) => Ok(Constant::Bool(eval(a)? == eval(b)?)),
            Node::Binary(Binary::NotEqual, a, b) => Ok(Constant::Bool(eval(a)? != eval(b)?)),
            Node::Call(call) => {
                let call = tree.call(call);
                let args = tree.list(call.args).iter().map(|arg| eval(*arg)).collect::<Result<Vec<_>, _>>()?;
                match apply(tree.text(call.name), args) {
                    Some(value) => Ok(value),
                    None => fail("this call cannot stand in a constant"),
                }
            }
            _ => fail("this is not a constant"),
        }
    }
}

/// Whether the node is that name alone.
pub(crate) fn is_variable(tree: Tree<'_>, node: NodeId, name: &str) -> bool {
    matches!(tree.node(node), Node::Variable(text) if tree.text(text) == name)
}

/// The few functions that constants need.
fn apply(name: &str, args: Vec<Constant>) -> Option<Constant> {
    match (name, args.as_slice()) {
        ("concat", _) => {
            let mut joined = Vec::new();
            for arg in args {
                match arg {
                    Constant::List(items) => joined.extend(items),
                    Constant::Null => {}
                    _ => return None,
                }
            }
            Some(Constant::List(joined))
        }
        ("merge", _) => {
            let mut merged: Vec<(String, Constant)> = Vec::new();
            for arg in args {
                let Constant::Object(entries) = arg else { return None };
                for (key, value) in entries {
                    merged.retain(|(known, _)| *known != key);
                    merged.push((key, value));
                }
            }
            Some(Constant::Object(merged))
        }
        ("keys", [Constant::Object(entries)]) => {
            let mut keys: Vec<&String> = entries.iter().map(|(key, _)| key).collect();
            keys.sort();
            Some(Constant::List(keys.into_iter().cloned().map(Constant::Str).collect()))
        }
        ("coalesce", _) => args.into_iter().find(|arg| *arg != Constant::Null).or(Some(Constant::Null)),
        ("lower", [Constant::Str(text)]) => Some(Constant::Str(text.to_lowercase())),
        ("upper", [Constant::Str(text)]) => Some(Constant::Str(text.to_uppercase())),
        ("replace", [Constant::Str(text), Constant::Str(from), Constant::Str(to)])
            if !(from.len() > 1 && from.starts_with('/') && from.ends_with('/')) =>
        {
            Some(Constant::Str(text.replace(from.as_str(), to)))
        }
        ("tostring", [value]) => value.text().map(Constant::Str),
        ("toset" | "tolist" | "tomap", [value]) => Some(value.clone()),
        _ => None,
    }
}
