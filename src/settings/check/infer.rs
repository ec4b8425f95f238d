//! Follows the names of an expression through the schemas: what is not there, what repeats, what can never be equal.

use std::collections::BTreeMap;

use super::super::compile::RuleError;
use super::super::compile::constant::is_variable;
use super::super::compile::scope::children;
use super::super::model::RuleExpr;
use super::super::schema::facts::TypeForm;
use super::super::syntax::{Binary, Node, NodeId, Tree};
use super::Checker;
use super::shape::{Alternatives, At, Missing, either, elements, step};

/// How deep references between locals are followed.
const MAX_DEPTH: usize = 100;

/// What the names of an expression are.
#[derive(Clone, Debug, Default)]
pub(super) struct Env<'f> {
    /// `attrs`, `carrier`, `value`, kinds.
    pub(super) roots: BTreeMap<String, Alternatives>,
    /// `each.value`
    pub(super) item: Alternatives,
    /// `local.NAME` of the setting.
    pub(super) locals: BTreeMap<String, RuleExpr>,
    /// Variables of `for`.
    pub(super) bound: Vec<(&'f str, Alternatives)>,
    /// Elements of splats.
    pub(super) splats: Vec<Alternatives>,
}

impl Env<'_> {
    /// The same with a further name.
    pub(super) fn with(&self, name: &str, places: Alternatives) -> Self {
        let mut env = self.clone();
        env.roots.insert(name.to_owned(), places);
        env
    }
}

/// The fields of what `statements` gives.
pub(super) const STATEMENT: [&str; 9] = [
    "sid",
    "effect",
    "actions",
    "not_actions",
    "resources",
    "not_resources",
    "principals",
    "not_principals",
    "conditions",
];

impl<'f> Checker<'_, 'f> {
    /// Checks an expression and tells what it gives.
    pub(super) fn infer(&mut self, expr: RuleExpr, env: &mut Env<'f>) -> Alternatives {
        self.depth += 1;
        let tree = self.set.tree(expr);
        let found = if self.depth > MAX_DEPTH { None } else { self.infer_node(expr, tree, env) };
        self.depth -= 1;
        found
    }

    fn infer_node(&mut self, expr: RuleExpr, tree: Tree<'f>, env: &mut Env<'f>) -> Alternatives {
        let at = |node: NodeId| RuleExpr { node, ..expr };
        match tree.node(expr.node) {
            Node::Variable(name) => {
                let name = tree.text(name);
                let bound = env.bound.iter().rev().find(|(known, _)| *known == name);
                bound.map(|(_, places)| places).or_else(|| env.roots.get(name)).cloned().flatten()
            }
            Node::Attr(of, name) => self.infer_attr(expr, tree, of, tree.text(name), env),
            Node::Index(of, key) => {
                self.infer(at(key), env);
                let places = self.infer(at(of), env);
                match tree.node(key) {
                    Node::Str(text) if !is_map(&places) => self.step(expr, &places, tree.text(text)),
                    _ => elements(&places),
                }
            }
            Node::Splat { source, each } => {
                let places = self.infer(at(source), env);
                env.splats.push(elements(&places));
                let each = self.infer(at(each), env);
                env.splats.pop();
                each.and_then(|each| each.iter().map(At::listed).collect::<Option<Vec<_>>>())
                    .map(|lists| lists.into_iter().flatten().collect())
            }
            Node::SplatItem => env.splats.last().cloned().flatten(),
            Node::Paren(inner) | Node::Wrap(inner) => self.infer(at(inner), env),
            Node::Conditional(cond, then, otherwise) => {
                self.infer(at(cond), env);
                let then = self.infer(at(then), env);
                either(then, self.infer(at(otherwise), env))
            }
            Node::For(index) | Node::ForDirective(index) => self.infer_for(expr, tree, index, env),
            Node::Call(index) => self.infer_call(expr, tree, index, env),
            Node::Binary(operator, a, b) => {
                let left = self.infer(at(a), env);
                let right = self.infer(at(b), env);
                if matches!(operator, Binary::Equal | Binary::NotEqual) {
                    self.comparable(at(b), tree, &left);
                    self.comparable(at(a), tree, &right);
                }
                None
            }
            _ => {
                for child in children(tree, expr.node) {
                    self.infer(at(child), env);
                }
                None
            }
        }
    }

    fn infer_attr(
        &mut self,
        expr: RuleExpr,
        tree: Tree<'f>,
        of: NodeId,
        name: &str,
        env: &mut Env<'f>,
    ) -> Alternatives {
        let is = |root: &str| is_variable(tree, of, root) && !env.bound.iter().any(|(bound, _)| *bound == root);
        if is("each") {
            return if name == "value" { env.item.clone() } else { None };
        }
        if is("local") {
            return match env.locals.get(name).copied() {
                Some(local) => {
                    let mut outer = Env { bound: Vec::new(), splats: Vec::new(), ..env.clone() };
                    self.infer(local, &mut outer)
                }
                None => None,
            };
        }
        let places = self.infer(RuleExpr { node: of, ..expr }, env);
        if name.parse::<u32>().is_ok() {
            return elements(&places);
        }
        self.step(expr, &places, name)
    }

    fn infer_for(&mut self, expr: RuleExpr, tree: Tree<'f>, index: u32, env: &mut Env<'f>) -> Alternatives {
        let at = |node: NodeId| RuleExpr { node, ..expr };
        let of = tree.for_expr(index);
        let places = self.infer(at(of.collection), env);
        let depth = env.bound.len();
        env.bound.extend(of.key_name.map(|name| (tree.text(name), None)));
        env.bound.push((tree.text(of.value_name), elements(&places)));
        for part in [of.cond, of.key].into_iter().flatten() {
            self.infer(at(part.get()), env);
        }
        let value = self.infer(at(of.value), env);
        env.bound.truncate(depth);
        if of.key.is_some() || matches!(tree.node(expr.node), Node::ForDirective(_)) {
            return None;
        }
        let lists = value?.iter().map(At::listed).collect::<Option<Vec<_>>>()?;
        Some(lists.into_iter().flatten().collect())
    }

    fn infer_call(&mut self, expr: RuleExpr, tree: Tree<'f>, index: u32, env: &mut Env<'f>) -> Alternatives {
        let at = |node: NodeId| RuleExpr { node, ..expr };
        let call = tree.call(index);
        let args: Vec<NodeId> = tree.list(call.args).to_vec();
        let found: Vec<Alternatives> = args.iter().map(|arg| self.infer(at(*arg), env)).collect();
        let name = tree.text(call.name);
        match name.strip_prefix("core::").unwrap_or(name) {
            "concat" | "coalesce" | "try" | "setunion" => found.into_iter().reduce(either).flatten().map(as_lists),
            "flatten" | "compact" | "distinct" | "reverse" | "tolist" | "toset" | "sort_by" | "nonsensitive" => {
                found.into_iter().next().flatten()
            }
            "element" | "one" => elements(found.first().unwrap_or(&None)),
            "statements" => Some(vec![At::ListOfFields(STATEMENT.map(str::to_owned).to_vec())]),
            "referring" | "referred" => self.typed_call(expr, tree, args.get(1).copied()),
            "resources" | "getresources" => self.typed_call(expr, tree, args.first().copied()),
            _ => None,
        }
    }

    /// A call that gives all instances of a type, if the type is written out.
    fn typed_call(&mut self, expr: RuleExpr, tree: Tree<'f>, ty: Option<NodeId>) -> Alternatives {
        let Node::Str(text) = tree.node(ty?) else { return None };
        let root = self.root_of(RuleExpr { node: ty?, ..expr }, tree.text(text))?;
        Some(vec![At::List(root)])
    }

    fn step(&mut self, expr: RuleExpr, places: &Alternatives, name: &str) -> Alternatives {
        match step(places, name) {
            Ok(places) => places,
            Err(why) => {
                self.missing(expr, name, why);
                None
            }
        }
    }

    /// Tells that something is not there.
    pub(super) fn missing(&mut self, expr: RuleExpr, name: &str, why: Missing) {
        let (message, candidates) = match why {
            Missing::Name(names) => (format!("no schema knows `{name}` here"), names),
            Missing::Many => (format!("what `.{name}` stands on repeats: write `[*]`, `[0]` or `for`"), Vec::new()),
            Missing::Plain(ty) => (format!("`.{name}` stands on a {ty}, which has no attributes"), Vec::new()),
            Missing::Unordered => (format!("`{name}` is a set of several: no index can choose one"), Vec::new()),
        };
        let file = &self.set.files[expr.file as usize];
        let start = file.tree.span(expr.node).start;
        let error = RuleError::new(file, start, message);
        self.errors.push(error.near(name, candidates.iter().map(String::as_str)));
    }

    /// A literal against what the schemas say of the other side.
    fn comparable(&mut self, literal: RuleExpr, tree: Tree<'f>, places: &Alternatives) {
        let Some(places) = places else { return };
        let written = match tree.node(literal.node) {
            Node::Bool(truth) => truth.to_string(),
            Node::Number(text) => tree.text(text).to_owned(),
            Node::Str(text) => format!("\"{}\"", tree.text(text)),
            _ => return,
        };
        let fits = |place: &At| match (place, tree.node(literal.node)) {
            (At::Plain(ty), literal) => matches!(
                (ty.form(), literal),
                (TypeForm::Any, _)
                    | (TypeForm::Bool, Node::Bool(_))
                    | (TypeForm::Number, Node::Number(_))
                    | (TypeForm::String, Node::Str(_))
            ),
            _ => false,
        };
        if let Some(first) = places.first()
            && !places.iter().any(fits)
        {
            let message = format!("a {} can never equal {written}", first.describe());
            self.error(literal, message);
        }
    }
}

fn is_map(places: &Alternatives) -> bool {
    places.as_ref().is_some_and(|places| places.iter().any(|place| matches!(place, At::Map(_))))
}

/// `concat` makes one list of what may stand once.
fn as_lists(places: Vec<At>) -> Vec<At> {
    places
        .into_iter()
        .map(|place| match place {
            At::Once(block) | At::Set(block) => At::List(block),
            other => other,
        })
        .collect()
}
