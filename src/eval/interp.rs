//! The interpreter of expressions, for the configuration and for rules: one evaluator, one switch (null flow).
//!
//! In: an expression of a tree, and a [`Scope`] that says what names mean. Out: a value, in which what is not known
//! stays unknown, or an [`EvalError`] where Terraform would refuse the expression.

use std::cell::{Cell, RefCell};

use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use super::extent::Extents;
use crate::syntax::{Node, NodeId, Tree};
use crate::value::number::Num;
use crate::value::{InstanceId, Kind, Marks, Origin, Reason, ReasonKind, Ty, Unknown, Value};

/// How deep evaluation may nest, over all expressions that ask for each other.
const MAX_DEPTH: u32 = 1_000;

/// How many expressions one root may evaluate.
const MAX_STEPS: u64 = 200_000_000;

/// Bytes of a text that functions may read without its being counted.
const SHORT_TEXT: usize = 1 << 10;

/// How many bytes the values of one root may take.
const MAX_MEMORY: usize = 1 << 30;

/// Why an expression has no value: Terraform would refuse it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvalError {
    /// A sentence: what is wrong.
    pub message: String,
    /// The number of the expression in its program; 0 in rules.
    pub at: Origin,
    /// Whether a bound of onus was reached, rather than a mistake made.
    pub limit: bool,
    /// Whether it may be no mistake in another workspace than `default`, which was taken as nothing names one.
    pub workspace: bool,
    /// The way out, where one is known.
    pub help: Option<String>,
    /// Whether it was told already, in other words and elsewhere.
    pub told: bool,
}

impl EvalError {
    /// An error at a place.
    pub fn new(message: impl Into<String>, at: Origin) -> Self {
        Self { message: message.into(), at, limit: false, workspace: false, help: None, told: false }
    }

    /// A bound of onus that was reached at a place.
    pub fn limit(message: impl Into<String>, at: Origin) -> Self {
        Self { limit: true, ..Self::new(message, at) }
    }

    /// The same, with the way out.
    #[must_use]
    pub fn help(self, help: Option<String>) -> Self {
        Self { help, ..self }
    }
}

/// One step of a traversal after its first name.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// `.name`
    Attr(&'a str),
    /// `[key]`, evaluated.
    Index(Value<'a>),
}

/// What names mean where an expression stands.
pub trait Scope<'a> {
    /// The value of a traversal's beginning: `name` and as many of `steps` as belong to it (`var.x` takes one step,
    /// `module.m["k"].out` three). Gives the value and the number of steps taken.
    fn resolve(&self, name: &'a str, steps: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError>;

    /// An attribute of an instance; null (with null flow) or an error where there is none.
    fn attribute(&self, instance: InstanceId, name: &'a str, at: Origin) -> Result<Value<'a>, EvalError>;

    /// A function that Terraform's pure ones do not cover (files, functions of rules). `None`: no such function.
    fn call(&self, name: &str, args: &[Value<'a>], at: Origin) -> Option<Result<Value<'a>, EvalError>>;

    /// Told of a function that does not exist; its value is unknown.
    fn no_function(&self, _name: &str, _at: Origin) {}

    /// The origin of a value that was born at `birth` and is used in the expression `at`.
    fn used_at(&self, _at: Origin, birth: Origin) -> Origin {
        birth
    }

    /// What a text was encoded from, where the scope knows more than the session.
    fn decoded(&self, _encoded: &Value<'a>) -> Option<Value<'a>> {
        None
    }

    /// Whether two unknowns are known to be the same (`Some(true)`) or different (`Some(false)`).
    fn same(&self, a: &Unknown<'a>, b: &Unknown<'a>) -> Option<bool> {
        (a.ident.is_some() && a.ident == b.ident).then_some(true)
    }
}

/// What all evaluation for one root shares: bounds, and what encoded text was made of.
#[derive(Debug, Default)]
pub struct Session<'a> {
    depth: Cell<u32>,
    steps: Cell<u64>,
    encoded: RefCell<Encoded<'a>>,
    extents: Extents,
    doubts: Cell<Marks>,
    infinity: Cell<bool>,
    quiet: Cell<bool>,
    standing_for: RefCell<FxHashMap<usize, Value<'a>>>,
}

impl<'a> Session<'a> {
    /// Notes that what is being evaluated rests on something that may be otherwise when Terraform runs.
    pub fn doubt(&self, marks: Marks) {
        self.doubts.set(self.doubts.get().with(marks.among(Marks::DOUBTS)));
    }

    /// Runs `job` where notes say nothing of use (`true`), or where they do again (`false`).
    pub fn with_quiet<R>(&self, quiet: bool, job: impl FnOnce() -> R) -> R {
        let around = self.quiet.replace(quiet);
        let result = job();
        self.quiet.set(around);
        result
    }

    /// Whether what is evaluated is not the value of anything: the other arm of a conditional, what `try` goes beyond.
    pub fn is_quiet(&self) -> bool {
        self.quiet.get()
    }

    /// Notes that a number came out infinite: Terraform calculates with it, but refuses to write it down.
    pub fn met_infinity(&self, met: bool) {
        self.infinity.set(self.infinity.get() || met);
    }

    /// Whether any number was infinite, so that values have to be looked through for it.
    pub fn knows_infinity(&self) -> bool {
        self.infinity.get()
    }

    /// Whether a value is one that onus makes: neither too large nor too deep.
    pub(super) fn admit(&self, value: &Value<'a>) -> bool {
        self.extents.admit(value)
    }

    /// Counts that someone looks through a value.
    pub(super) fn look_through(&self, value: &Value<'a>) {
        self.steps.set(self.steps.get() + self.extents.steps(value));
    }

    /// Counts that a function reads a text: a long one takes as many steps as it has bytes.
    pub(super) fn read_through(&self, value: &Value<'a>) {
        if let Kind::Str(text) = value.kind
            && text.len() > SHORT_TEXT
        {
            self.steps.set(self.steps.get() + text.len() as u64);
        }
    }

    /// Runs `job` with doubts of its own, and tells them.
    pub fn with_doubts<R>(&self, job: impl FnOnce() -> R) -> (R, Marks) {
        let around = self.doubts.replace(Marks::NONE);
        let result = job();
        (result, self.doubts.replace(around))
    }

    /// Remembers what a text was encoded from, so that decoding it gives the same value with its places and unknown
    /// parts.
    pub fn remember(&self, encoded: &Value<'a>, decoded: Value<'a>) {
        if let Some(address) = address_of(encoded) {
            self.encoded.borrow_mut().0.insert(address, decoded);
        }
    }

    /// What a text was encoded from, if it was encoded here.
    pub fn decoded(&self, encoded: &Value<'_>) -> Option<Value<'a>> {
        self.encoded.borrow().decoded(encoded)
    }

    /// Remembers a value that is certainly among those of which an unknown is one.
    pub(super) fn stands_for(&self, unknown: &Value<'a>, certain: Value<'a>) {
        if let Some(address) = address_of(unknown) {
            self.standing_for.borrow_mut().insert(address, certain);
        }
    }

    /// A value that is certainly among those of which an unknown is one: what can be told of it.
    pub fn certain(&self, value: &Value<'a>) -> Option<Value<'a>> {
        value.unknown()?;
        self.standing_for.borrow().get(&address_of(value)?).copied()
    }

    /// What all texts were encoded from.
    pub fn into_encoded(self) -> Encoded<'a> {
        self.encoded.into_inner()
    }
}

/// What texts were encoded from. A text is known by its address: arena memory is not used twice while the root lives.
#[derive(Debug, Default)]
pub struct Encoded<'a>(FxHashMap<usize, Value<'a>>);

impl<'a> Encoded<'a> {
    /// What a text was encoded from, if it is one of these.
    pub fn decoded(&self, encoded: &Value<'_>) -> Option<Value<'a>> {
        self.0.get(&address_of(encoded)?).copied()
    }
}

/// The text in the composed form (NFC), in which Terraform keeps all text.
pub(super) fn composed<'a>(arena: &'a Bump, text: &'a str) -> &'a str {
    if text.is_ascii() || unicode_normalization::is_nfc(text) {
        return text;
    }
    arena.alloc_str(&text.nfc().collect::<String>())
}

fn address_of(value: &Value<'_>) -> Option<usize> {
    match value.kind {
        Kind::Str(text) if !text.is_empty() => Some(text.as_ptr() as usize),
        Kind::Unknown(unknown) => Some(std::ptr::from_ref(unknown) as usize),
        _ => None,
    }
}

/// A name bound by `for`, and the names around it. The element of a splat has the empty name.
#[derive(Clone, Copy)]
pub struct Env<'e, 'a> {
    /// The name.
    pub name: &'a str,
    /// What it stands for.
    pub value: Value<'a>,
    /// The names around.
    pub outer: Option<&'e Env<'e, 'a>>,
}

impl<'e, 'a> Env<'e, 'a> {
    fn find(mut env: Option<&'e Self>, name: &str) -> Option<Value<'a>> {
        while let Some(here) = env {
            if here.name == name {
                return Some(here.value);
            }
            env = here.outer;
        }
        None
    }
}

/// An interpreter of one tree.
#[derive(Clone, Copy)]
pub struct Interp<'a, 's> {
    /// Where new values are made.
    pub arena: &'a Bump,
    /// The tree.
    pub tree: Tree<'a>,
    /// The number of the tree's first node in its program; 0 for rules, whose values have no place.
    pub base: u32,
    /// Rules: what is not there is null, null collections are empty, operators on null give null.
    pub null_flow: bool,
    /// What names mean.
    pub scope: &'s dyn Scope<'a>,
    /// Bounds and memory shared by the root.
    pub session: &'s Session<'a>,
}

/// The result of evaluating an expression.
pub type Evaluated<'a> = Result<Value<'a>, EvalError>;

impl<'a> Interp<'a, '_> {
    /// The value of an expression.
    pub fn eval(&self, node: NodeId) -> Evaluated<'a> {
        self.eval_in(node, None)
    }

    /// The value of an expression within names bound by `for`.
    pub fn eval_in(&self, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let depth = self.session.depth.get() + 1;
        let steps = self.session.steps.get() + 1;
        if let Some(message) = self.beyond_bounds(depth, steps) {
            return Err(EvalError::limit(message, self.origin(node)));
        }
        self.session.depth.set(depth);
        self.session.steps.set(steps);
        let value = self.dispatch(node, env);
        self.session.depth.set(depth - 1);
        if let Ok(made) = &value
            && self.makes(node, made)
            && !self.session.admit(made)
        {
            return Err(EvalError::limit("This value is larger than onus makes", self.origin(node)));
        }
        value
    }

    /// Whether an expression makes a new list or object, rather than taking one from elsewhere.
    fn makes(&self, node: NodeId, value: &Value<'a>) -> bool {
        matches!(value.kind, Kind::List(_) | Kind::Tuple(_) | Kind::Set(_) | Kind::Map(_) | Kind::Object(_))
            && matches!(self.tree.node(node), Node::Tuple(_) | Node::Object(_) | Node::For(_) | Node::Call(_))
    }

    fn beyond_bounds(&self, depth: u32, steps: u64) -> Option<&'static str> {
        if depth > MAX_DEPTH {
            Some("This expression leads round in a circle, or nests deeper than onus follows")
        } else if steps > MAX_STEPS {
            Some("This configuration takes more steps to evaluate than onus allows")
        } else if self.arena.allocated_bytes() > MAX_MEMORY {
            Some("This configuration takes more memory to evaluate than onus allows")
        } else {
            None
        }
    }

    /// The place of an expression, as values and errors carry it.
    pub fn origin(&self, node: NodeId) -> Origin {
        if self.base == 0 { Origin::NONE } else { Origin(self.base + node.0) }
    }

    pub(super) fn error<T>(&self, message: impl Into<String>, node: NodeId) -> Result<T, EvalError> {
        Err(EvalError::new(message, self.origin(node)))
    }

    fn dispatch(&self, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let at = self.origin(node);
        Ok(match self.tree.node(node) {
            Node::Null => Value::NULL.at(at),
            Node::Bool(truth) => Value::bool(truth).at(at),
            Node::Number(text) => {
                let Some(number) = Num::parse(self.tree.text(text)) else {
                    return Err(EvalError::limit("This number is larger than onus reads", at));
                };
                number.value(self.arena).at(at)
            }
            Node::Str(text) => Value::str(composed(self.arena, self.tree.text(text))).at(at),
            Node::Template(parts) => return self.template(parts, node, env),
            Node::IfDirective { .. } | Node::ForDirective(_) => return self.directive(node, env),
            Node::Wrap(inner) | Node::Paren(inner) => return self.eval_in(inner, env),
            Node::Tuple(items) => {
                let mut values = ArenaVec::with_capacity_in(items.len as usize, self.arena);
                for item in self.tree.list(items) {
                    values.push(self.part(*item, env)?);
                }
                Value::of(Kind::Tuple(values.into_bump_slice())).at(at)
            }
            Node::Object(pairs) => return self.object(self.tree.list(pairs), node, env),
            Node::Variable(_) | Node::Attr(..) | Node::Index(..) => return self.traversal(node, env),
            Node::Splat { source, each } => return self.splat(source, each, node, env),
            Node::SplatItem => match Env::find(env, "") {
                Some(value) => value,
                None => return self.error("A splat element stands outside of a splat", node),
            },
            Node::Call(index) => return self.call(self.tree.call(index), node, env),
            Node::Unary(operator, operand) => return self.unary(operator, operand, node, env),
            Node::Binary(operator, left, right) => return self.binary(operator, left, right, node, env),
            Node::Conditional(cond, then, otherwise) => return self.conditional(cond, [then, otherwise], node, env),
            Node::For(index) => return self.for_expr(self.tree.for_expr(index), node, env),
            Node::BlockHeader(_) => return self.error("A block is not an expression", node),
            Node::Invalid => {
                self.unknown(Reason { kind: ReasonKind::Error, name: "an expression that cannot be read", at })
            }
        })
    }

    /// An unknown of which only the reason is known.
    pub fn unknown(&self, reason: Reason<'a>) -> Value<'a> {
        Value::of(Kind::Unknown(self.arena.alloc(Unknown::new(reason)))).at(reason.at)
    }

    /// An unknown that follows from another one: the reason and what it depends on stay.
    pub fn follows(&self, from: &Unknown<'a>, ty: Ty<'a>, at: Origin) -> Value<'a> {
        let deps = match (from.ident, from.deps) {
            (Some(ident), []) => &*self.arena.alloc_slice_copy(&[ident]),
            (Some(ident), deps) => {
                let all: Vec<_> = std::iter::once(ident).chain(deps.iter().copied()).collect();
                self.arena.alloc_slice_copy(&all)
            }
            (None, deps) => deps,
        };
        Value::of(Kind::Unknown(self.arena.alloc(Unknown { ty, deps, ..Unknown::new(from.reason) }))).at(at)
    }

    /// As [`Self::follows`], where the result is never null: comparisons, logic, arithmetic.
    pub(super) fn follows_not_null(&self, from: &Unknown<'a>, ty: Ty<'a>, at: Origin) -> Value<'a> {
        let value = self.follows(from, ty, at);
        match value.kind {
            Kind::Unknown(unknown) => {
                Value { kind: Kind::Unknown(self.arena.alloc(Unknown { not_null: true, ..*unknown })), ..value }
            }
            _ => value,
        }
    }

    /// A part of a list or object that is written here: it knows that it is used here, wherever it was born.
    fn part(&self, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let value = self.eval_in(node, env)?;
        let here = self.origin(node);
        if !here.is_some() || !value.origin.is_some() || value.origin == here {
            return Ok(value);
        }
        Ok(value.at(self.scope.used_at(here, value.origin)))
    }

    fn object(&self, pairs: &[NodeId], node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let mut entries = ArenaVec::with_capacity_in(pairs.len() / 2, self.arena);
        let mut unknown_key = None;
        let mut marks = Marks::NONE;
        for pair in pairs.chunks_exact(2) {
            if !self.null_flow && self.is_bare_reference(pair[0]) {
                let message = "A reference as a key needs parentheses, and a key with dots quotes";
                return self.error(message, pair[0]);
            }
            let key = self.eval_in(pair[0], env)?;
            let value = self.part(pair[1], env)?;
            marks = marks.with(key.marks.among(Marks::SENSITIVE));
            match self.key_text(&key) {
                Some(key) => entries.push((key, value)),
                None if key.is_unknown() => unknown_key = key.unknown(),
                None if self.null_flow && key.is_null() => {}
                None => return self.error(format!("A key must be a string, not {}", article(&key)), pair[0]),
            }
        }
        if let Some(unknown) = unknown_key {
            return Ok(self.follows(unknown, Ty::Any, self.origin(node)).marked(marks));
        }
        Ok(Value::of(Kind::Object(sort_entries(entries))).at(self.origin(node)).marked(marks))
    }

    /// Whether a key is `a.b`, which may be meant as a reference or as text.
    fn is_bare_reference(&self, key: NodeId) -> bool {
        let mut node = key;
        loop {
            node = match self.tree.node(node) {
                Node::Attr(source, _) => source,
                Node::Index(source, key) if matches!(self.tree.node(key), Node::Number(_) | Node::Str(_)) => source,
                Node::Variable(_) => return node != key,
                _ => return false,
            };
        }
    }

    /// The text of a key: strings, and what converts to them.
    pub(super) fn key_text(&self, key: &Value<'a>) -> Option<&'a str> {
        key_text(self.arena, key)
    }
}

/// The text of a key: strings, and what converts to them.
pub(super) fn key_text<'a>(arena: &'a Bump, key: &Value<'a>) -> Option<&'a str> {
    match key.kind {
        Kind::Str(text) => Some(text),
        Kind::Bool(truth) => Some(if truth { "true" } else { "false" }),
        Kind::Int(_) | Kind::Big(_) => Some(arena.alloc_str(&Num::of(key)?.to_string())),
        _ => None,
    }
}

/// The place of a value, or of its first part that has one.
pub fn place_of(value: &Value<'_>) -> Origin {
    if value.origin.is_some() {
        return value.origin;
    }
    let parts = value.elements().unwrap_or_default().iter();
    let entries = value.entries().unwrap_or_default().iter().map(|(_, value)| value);
    parts.chain(entries).map(place_of).find(|origin| origin.is_some()).unwrap_or_default()
}

/// `a string`, `an object`, `null`.
pub(super) fn article(value: &Value<'_>) -> String {
    match value.type_name() {
        "null" => "null".to_owned(),
        name @ ("object" | "unknown") => format!("an {name}"),
        name => format!("a {name}"),
    }
}

/// Sorts entries by key; of entries with one key the last counts.
pub fn sort_entries<'a>(mut entries: ArenaVec<'a, (&'a str, Value<'a>)>) -> &'a [(&'a str, Value<'a>)] {
    if entries.windows(2).all(|pair| pair[0].0 < pair[1].0) {
        return entries.into_bump_slice();
    }
    entries.sort_by(|a, b| a.0.cmp(b.0));
    let mut kept: usize = 0;
    for index in 0..entries.len() {
        if kept > 0 && entries[kept - 1].0 == entries[index].0 {
            entries[kept - 1] = entries[index];
        } else {
            entries[kept] = entries[index];
            kept += 1;
        }
    }
    entries.truncate(kept);
    entries.into_bump_slice()
}
