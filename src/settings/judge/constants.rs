//! What rules say in so many words: literals and paths, worked out once for all instances that a thread judges.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use super::names::{Judging, Names};
use super::verdict::Rule;
use crate::eval::{EvalError, Evaluated, Interp, Scope, Session, Step};
use crate::schema::BlockSchema;
use crate::settings::finding::{DefaultFact, Sentence};
use crate::settings::model::{RuleExpr, RuleSet};
use crate::settings::path::{self, parse};
use crate::value::{InstanceId, Origin, Value};

/// The literals of a rule set as values, and its paths as steps.
pub(super) struct Constants<'e> {
    arena: &'e Bump,
    /// `None`: the expression is no literal.
    values: RefCell<FxHashMap<RuleExpr, Option<Value<'e>>>>,
    paths: RefCell<FxHashMap<RuleExpr, Rc<[Path<'e>]>>>,
    /// What is said of every resource of a schema alike, by family element.
    pub(super) sentences: RefCell<FxHashMap<Said, Sentence>>,
    /// What a setting's literal default says.
    pub(super) defaults: RefCell<FxHashMap<RuleExpr, Arc<DefaultFact>>>,
}

/// A sentence, by its expression, the family element, and the schema it speaks of.
type Said = (RuleExpr, u32, Option<BlockSchema>);

/// A path of a rule. `[*]` in it parts the items that are judged from what is looked at in each.
#[derive(Clone, Debug)]
pub(super) struct Path<'s> {
    /// The whole path.
    pub(super) text: &'s str,
    /// Its steps.
    pub(super) steps: Vec<path::Step<'s>>,
    /// What is looked at in each item, or the whole path.
    pub(super) own: &'s str,
    /// How many steps make the items: those up to the last `[*]`.
    items: usize,
}

impl<'s> Path<'s> {
    fn new(text: &'s str) -> Result<Self, String> {
        // `*` is any attribute: it is not followed.
        let steps = if text == "*" { Vec::new() } else { parse(text)? };
        let items = steps.iter().rposition(|step| step.selector == path::Selector::All).map_or(0, |last| last + 1);
        let own = text.rfind("[*]").map_or(text, |at| text[at + 3..].trim_start_matches('.'));
        Ok(Self { text, steps, own, items })
    }

    /// The steps that lead to the items; `None` if the resource itself is judged.
    pub(super) fn to_items(&self) -> Option<&[path::Step<'s>]> {
        (self.items > 0).then(|| &self.steps[..self.items])
    }

    /// The steps from an item, or from the resource, to what is looked at.
    pub(super) fn within_item(&self) -> &[path::Step<'s>] {
        &self.steps[self.items..]
    }
}

impl<'e> Constants<'e> {
    pub(super) fn new(arena: &'e Bump) -> Self {
        Self {
            arena,
            values: RefCell::default(),
            paths: RefCell::default(),
            sentences: RefCell::default(),
            defaults: RefCell::default(),
        }
    }

    /// The value of an expression that is a literal.
    pub(super) fn get(&self, rules: &RuleSet<'e>, expr: RuleExpr) -> Option<Value<'e>> {
        if let Some(known) = self.values.borrow().get(&expr) {
            return *known;
        }
        let tree = rules.tree(expr);
        let value = tree.is_literal(expr.node).then(|| {
            let session = Session::default();
            let interp =
                Interp { arena: self.arena, tree, base: 0, null_flow: true, scope: &NoNames, session: &session };
            interp.eval(expr.node).ok()
        });
        let value = value.flatten();
        self.values.borrow_mut().insert(expr, value);
        value
    }
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The paths that an argument gives: one text or a list of texts.
    pub(super) fn paths(&self, rule: Rule<'e>, expr: RuleExpr, names: &Names<'s>) -> Result<Rc<[Path<'s>]>, EvalError> {
        let constants = &self.root.constants;
        if let Some(known) = constants.paths.borrow().get(&expr) {
            return Ok(Rc::clone(known) as Rc<[Path<'s>]>);
        }
        if let Some(constant) = constants.get(&self.root.rules, expr) {
            let paths = paths_of(&constant)?;
            constants.paths.borrow_mut().insert(expr, Rc::clone(&paths));
            return Ok(paths);
        }
        paths_of(&self.ev(rule, expr, names)?)
    }
}

fn paths_of<'s>(value: &Value<'s>) -> Result<Rc<[Path<'s>]>, EvalError> {
    let texts = match value.elements() {
        Some(items) => items,
        None => std::slice::from_ref(value),
    };
    let paths = texts.iter().filter_map(Value::as_str).map(Path::new);
    paths.collect::<Result<_, _>>().map_err(|message| EvalError::new(message, Origin::NONE))
}

/// The scope of a literal.
struct NoNames;

impl<'a> Scope<'a> for NoNames {
    fn resolve(&self, name: &'a str, _: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        Err(EvalError::new(format!("\"{name}\" is no literal"), at))
    }

    fn attribute(&self, _: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        Err(EvalError::new(format!("\"{name}\" is no literal"), at))
    }

    fn call(&self, _: &str, _: &[Value<'a>], _: Origin) -> Option<Evaluated<'a>> {
        None
    }
}
