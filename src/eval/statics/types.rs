//! Variables that no value can mend: types that are none, and defaults that are no constants or do not fit.

use bumpalo::Bump;

use super::View;
use super::references::of_expr;
use crate::config::{ExprRef, Variable};
use crate::discover::nearest_word;
use crate::eval::interp::{EvalError, Evaluated, Interp, Scope, Step};
use crate::syntax::{Node, NodeId, Tree};
use crate::value::{InstanceId, Ty, Value, convert, unify};

/// What a type can be made of.
const WORDS: [&str; 9] = ["string", "number", "bool", "any", "list", "set", "map", "tuple", "object"];

/// The types that Terraform 0.11 had, in quotes.
const QUOTED: [&str; 5] = ["string", "number", "bool", "list", "map"];

/// Types deeper than this are not looked into.
const MAX_DEPTH: usize = 64;

/// What is wrong, where, and the way out.
struct Wrong {
    at: NodeId,
    message: String,
    help: Option<String>,
}

fn wrong(at: NodeId, message: impl Into<String>) -> Result<(), Wrong> {
    Err(Wrong { at, message: message.into(), help: None })
}

impl<'a> View<'_, 'a, 'a> {
    /// Holds a variable's type and default against what Terraform reads before any value.
    pub(super) fn variable(&self, variable: &'a Variable) {
        if let Some(ty) = variable.ty
            && let Err(Wrong { at, message, help }) = of_variable(self.program.tree(ty.file), ty.node)
        {
            self.evaluator.refuse(self.evaluator.at(ExprRef { file: ty.file, node: at }), message, help);
            return;
        }
        let Some(default) = variable.default else { return };
        let name = &variable.name;
        let at = self.evaluator.at(default);
        if !self.is_constant(default) {
            let message =
                format!("The default of var.{name} must be a constant: it refers to something, or calls a function");
            let help = "use a local instead, which may refer to anything";
            return self.evaluator.refuse(at, message, Some(help.to_owned()));
        }
        let Ok(value) = self.constants(default).eval(default.node) else { return };
        if value.is_null() && !variable.nullable {
            let message = format!("var.{name} has nullable = false, so its default cannot be null");
            return self.evaluator.refuse(at, message, None);
        }
        let Some(ty) = variable.ty else { return };
        let ty = self.constants(ty).type_constraint(ty.node);
        if let Err(why) = fit(self.evaluator.arena, value, &ty) {
            self.evaluator.refuse(at, format!("The default of var.{name} does not fit its type: {why}"), None);
        }
    }

    /// Whether an expression refers to nothing and calls nothing.
    fn is_constant(&self, expr: ExprRef) -> bool {
        let mut refers = false;
        of_expr(self.program, expr, &mut |_| refers = true);
        let tree = self.program.tree(expr.file);
        let nodes = &tree.nodes[tree.first_node(expr.node).0 as usize..=expr.node.0 as usize];
        !refers && !nodes.iter().any(|node| matches!(node, Node::Call(_)))
    }

    fn constants(&self, expr: ExprRef) -> Interp<'a, '_> {
        Interp {
            arena: self.evaluator.arena,
            tree: self.program.tree(expr.file),
            base: self.program.number(expr.file, NodeId(0)),
            null_flow: false,
            scope: &Constants,
            session: &self.evaluator.session,
        }
    }
}

/// A value in a type, or why it does not fit. Elements of `any` must have a type in common.
pub(in crate::eval) fn fit<'a>(arena: &'a Bump, value: Value<'a>, ty: &Ty<'a>) -> Result<Value<'a>, String> {
    let fitting = convert(arena, value, ty)?;
    let parts: Option<Vec<Value<'a>>> = match ty {
        Ty::List(Ty::Any) | Ty::Set(Ty::Any) => value.elements().map(<[Value<'a>]>::to_vec),
        Ty::Map(Ty::Any) => value.entries().map(|entries| entries.iter().map(|(_, value)| *value).collect()),
        _ => None,
    };
    match parts {
        Some(parts) if unify(arena, &parts).is_none() => Err(format!("the elements of a {ty} need a type in common")),
        _ => Ok(fitting),
    }
}

/// Where nothing has a name.
struct Constants;

impl<'a> Scope<'a> for Constants {
    fn resolve(&self, _: &'a str, _: &[Step<'a>], at: crate::value::Origin) -> Result<(Value<'a>, usize), EvalError> {
        Err(EvalError::new("A constant refers to nothing", at))
    }

    fn attribute(&self, _: InstanceId, _: &'a str, at: crate::value::Origin) -> Evaluated<'a> {
        Err(EvalError::new("A constant refers to nothing", at))
    }

    fn call(&self, _: &str, _: &[Value<'a>], _: crate::value::Origin) -> Option<Evaluated<'a>> {
        None
    }
}

/// A type as a variable has it: `list` and `map` may go without elements, and Terraform 0.11 wrote quotes.
fn of_variable(tree: Tree<'_>, node: NodeId) -> Result<(), Wrong> {
    match tree.node(node) {
        Node::Variable(name) if matches!(tree.text(name), "list" | "map") => Ok(()),
        Node::Str(name) if QUOTED.contains(&tree.text(name)) => Ok(()),
        Node::Str(_) => Err(Wrong {
            at: node,
            message: "A type is no text".to_owned(),
            help: Some("write it without quotes".to_owned()),
        }),
        _ => of_type(tree, node, 0),
    }
}

fn of_type(tree: Tree<'_>, node: NodeId, depth: usize) -> Result<(), Wrong> {
    if depth > MAX_DEPTH {
        return Ok(());
    }
    match tree.node(node) {
        Node::Invalid => Ok(()),
        Node::Variable(name) => of_word(tree.text(name), node),
        Node::Call(index) => of_call(tree, index, node, depth),
        _ => wrong(
            node,
            "This is no type: write string, number, bool, any, list(…), set(…), map(…), object({…}), tuple([…])",
        ),
    }
}

fn of_word(word: &str, node: NodeId) -> Result<(), Wrong> {
    match word {
        "string" | "number" | "bool" | "any" => Ok(()),
        "list" | "set" | "map" => wrong(node, format!("`{word}` needs the type of its elements: {word}(string)")),
        "object" => wrong(node, "`object` needs the types of its attributes: object({ name = string })"),
        "tuple" => wrong(node, "`tuple` needs the types of its elements: tuple([string, number])"),
        _ => {
            let near = nearest_word(word, WORDS);
            let help = near.map(|near| format!("did you mean `{near}`?"));
            Err(Wrong { at: node, message: format!("`{word}` is no type"), help })
        }
    }
}

fn of_call(tree: Tree<'_>, index: u32, node: NodeId, depth: usize) -> Result<(), Wrong> {
    let call = tree.call(index);
    let (name, args) = (tree.text(call.name), tree.list(call.args));
    match (name, args) {
        ("list" | "set" | "map", [element]) => of_type(tree, *element, depth + 1),
        ("tuple", [items]) => match tree.node(*items) {
            Node::Tuple(items) => tree.list(items).iter().try_for_each(|item| of_type(tree, *item, depth + 1)),
            _ => wrong(*items, "`tuple` takes a list of types: tuple([string, number])"),
        },
        ("object", [attributes]) => match tree.node(*attributes) {
            Node::Object(pairs) => of_attributes(tree, tree.list(pairs), depth),
            _ => wrong(*attributes, "`object` takes attributes with their types: object({ name = string })"),
        },
        ("list" | "set" | "map" | "tuple" | "object", _) => {
            wrong(node, format!("`{name}` takes one argument, not {}", args.len()))
        }
        ("string" | "number" | "bool" | "any", _) => wrong(node, format!("`{name}` takes no arguments")),
        ("optional", _) => wrong(node, "`optional` belongs to an attribute of an object, and nowhere else"),
        _ => of_word(name, node),
    }
}

fn of_attributes(tree: Tree<'_>, pairs: &[NodeId], depth: usize) -> Result<(), Wrong> {
    let mut names: Vec<&str> = Vec::with_capacity(pairs.len() / 2);
    for pair in pairs.chunks_exact(2) {
        let is_quoted = !tree.json && tree.source[tree.span(pair[0]).range()].starts_with('"');
        match tree.node(pair[0]) {
            Node::Str(name) if !is_quoted => names.push(tree.text(name)),
            _ => return wrong(pair[0], "An attribute in a type is a plain name, without quotes"),
        }
        of_attribute(tree, pair[1], depth)?;
    }
    names.sort_unstable();
    match names.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(twice) => wrong(pairs[0], format!("The type has the attribute `{}` twice", twice[0])),
        None => Ok(()),
    }
}

/// The type of an attribute, which may be optional.
fn of_attribute(tree: Tree<'_>, node: NodeId, depth: usize) -> Result<(), Wrong> {
    let Node::Call(index) = tree.node(node) else { return of_type(tree, node, depth + 1) };
    let call = tree.call(index);
    if tree.text(call.name) != "optional" {
        return of_type(tree, node, depth + 1);
    }
    match tree.list(call.args) {
        [ty] | [ty, _] => of_type(tree, *ty, depth + 1),
        [] => wrong(node, "`optional` needs a type: optional(string)"),
        more => wrong(node, format!("`optional` takes a type and a default, not {} arguments", more.len())),
    }
}
