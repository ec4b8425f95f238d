//! How often a block is made: what `count`, `for_each` and OpenTofu's `enabled` give, and one thing for each key.

use std::rc::Rc;

use super::evaluator::Evaluator;
use super::interp::{EvalError, article};
use super::scope::ModuleScope;
use crate::config::{ExprRef, MergedBody};
use crate::estate::Key;
use crate::value::number::Num;
use crate::value::{Kind, Marks, Origin, ReasonKind, Ty, Unknown, Value, convert};

/// Instances of one block beyond this number are not made; one stands for all.
pub const MAX_INSTANCES: i64 = 100_000;

/// The instances of one block.
#[derive(Clone, Debug)]
pub(super) enum Expanded<'a, T> {
    /// Neither count nor for_each.
    Single(T),
    /// `lifecycle { enabled = false }`: there is none, and it is null.
    Disabled,
    /// By count.
    Count(Rc<[T]>),
    /// By for_each, sorted by key.
    Each(Rc<[(&'a str, T)]>),
    /// The number or the keys are not known: one stands for all.
    Unknown(T, Value<'a>),
}

impl<'a, T: Clone> Expanded<'a, T> {
    /// Whether there are two or more.
    pub(super) fn are_many(&self) -> bool {
        match self {
            Self::Single(_) | Self::Unknown(..) | Self::Disabled => false,
            Self::Count(all) => all.len() > 1,
            Self::Each(all) => all.len() > 1,
        }
    }

    pub(super) fn all(&self) -> Vec<T> {
        match self {
            Self::Single(one) | Self::Unknown(one, _) => vec![one.clone()],
            Self::Disabled => Vec::new(),
            Self::Count(all) => all.to_vec(),
            Self::Each(all) => all.iter().map(|(_, one)| one.clone()).collect(),
        }
    }
}

/// The keys a block expands to, before anything is made of them.
pub(super) enum Keys<'a> {
    Single,
    Disabled,
    Count(i64),
    Each(&'a [(&'a str, Value<'a>, Value<'a>)]),
    Unknown(Value<'a>),
}

/// What `each` and `count` stand for in a block's instance.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Repetition<'a> {
    pub(super) each: Option<(Value<'a>, Value<'a>)>,
    pub(super) count: Option<Value<'a>>,
}

impl<'a> Evaluator<'a> {
    /// What OpenTofu's `lifecycle { enabled = … }` says, if it is written: `false` is no instance, unknown may be one.
    pub(super) fn enabled(&self, scope: &ModuleScope<'_, 'a>, lifecycle: Option<&'a MergedBody>) -> Option<Keys<'a>> {
        let expr = lifecycle?.expr(self.program, "enabled")?;
        let value = self.eval(scope, expr);
        match convert(self.arena, value, &Ty::Bool).unwrap_or(value).kind {
            Kind::Bool(true) => None,
            Kind::Bool(false) => Some(Keys::Disabled),
            Kind::Unknown(_) => Some(Keys::Unknown(value)),
            _ => {
                let error = EvalError::new("enabled needs true or false", self.at(expr));
                Some(Keys::Unknown(self.failed(error, self.at(expr), value.marks)))
            }
        }
    }

    /// The keys that `count` or `for_each` give.
    pub(super) fn keys(
        &self,
        scope: &ModuleScope<'_, 'a>,
        count: Option<ExprRef>,
        for_each: Option<ExprRef>,
    ) -> (Keys<'a>, Marks) {
        let expr = count.or(for_each);
        let Some(expr) = expr else { return (Keys::Single, Marks::NONE) };
        let value = self.eval(scope, expr);
        let keys = if count.is_some() {
            self.count(value, self.at(expr))
        } else {
            self.refuse_sensitive_keys(&value, self.at(expr));
            self.each(value, self.at(expr))
        };
        (keys, value.marks.among(Marks::DOUBTS))
    }

    fn count(&self, value: Value<'a>, at: Origin) -> Keys<'a> {
        if value.is_unknown() {
            return Keys::Unknown(self.open_keys(value));
        }
        let number = convert(self.arena, value, &Ty::Number).ok().and_then(|value| Num::of(&value));
        let refusal = match number.map(|number| number.to_i64()) {
            Some(Some(number)) if (0..=MAX_INSTANCES).contains(&number) => return Keys::Count(number),
            Some(Some(number)) if number > 0 => {
                let message = format!("count is {number}; onus makes {MAX_INSTANCES} instances of a block at most");
                return Keys::Unknown(self.failed(EvalError::limit(message, at), at, Marks::NONE));
            }
            Some(Some(_)) => "count must not be negative".to_owned(),
            Some(None) => "count must be a whole number".to_owned(),
            None if value.is_null() => "count must be a whole number, not null".to_owned(),
            None => format!("count must be a whole number, not {}", article(&value)),
        };
        Keys::Unknown(self.failed(EvalError::new(refusal, at), at, value.marks))
    }

    fn each(&self, value: Value<'a>, at: Origin) -> Keys<'a> {
        let mut keys: Vec<(&'a str, Value<'a>, Value<'a>)> = Vec::new();
        let doubts = value.marks.among(Marks::DOUBTS);
        let refused = |what: String| {
            let error = EvalError::new(format!("for_each must be a map, or a set of strings, not {what}"), at);
            Keys::Unknown(self.failed(error, at, doubts))
        };
        match value.kind {
            Kind::Unknown(_) => return Keys::Unknown(self.open_keys(value)),
            // All attributes of one instance: their names are the provider's.
            Kind::Instance(_) | Kind::Block(_) => {
                return Keys::Unknown(self.unknown(ReasonKind::Computed, "the attributes of a resource", at));
            }
            Kind::Map(entries) | Kind::Object(entries) => keys.extend(
                entries
                    .iter()
                    .map(|(key, part)| (*key, Value::str(key).at(part.origin).marked(doubts), part.marked(doubts))),
            ),
            Kind::Set(items) => {
                for item in items {
                    match item.kind {
                        Kind::Str(key) => keys.push((key, item.marked(doubts), item.marked(doubts))),
                        Kind::Unknown(_) => return Keys::Unknown(self.open_keys(*item)),
                        _ => return refused(format!("a set that holds {}", article(item))),
                    }
                }
            }
            _ => return refused(article(&value)),
        }
        if keys.len() as i64 > MAX_INSTANCES {
            let message = format!("for_each has {} keys; onus makes {MAX_INSTANCES} instances at most", keys.len());
            return Keys::Unknown(self.failed(EvalError::limit(message, at), at, Marks::NONE));
        }
        Keys::Each(self.arena.alloc_slice_copy(&keys))
    }

    /// What is not known of a repetition, without what is known of the unknown value: a list that is never null says
    /// nothing of whether a block is there.
    pub(super) fn open_keys(&self, value: Value<'a>) -> Value<'a> {
        match value.kind {
            Kind::Unknown(unknown) => {
                let unknown = Unknown { ty: Ty::Any, not_null: false, prefix: "", told: 0, suffix: "", ..*unknown };
                Value { kind: Kind::Unknown(self.arena.alloc(unknown)), ..value }
            }
            _ => value,
        }
    }

    /// Makes one thing for each key.
    pub(super) fn expand<T: Clone>(
        &self,
        keys: &Keys<'a>,
        mut make: impl FnMut(Key<'a>, Repetition<'a>) -> T,
    ) -> Expanded<'a, T> {
        match keys {
            Keys::Single => Expanded::Single(make(Key::None, Repetition::default())),
            Keys::Disabled => Expanded::Disabled,
            Keys::Count(count) => Expanded::Count(
                (0..*count)
                    .map(|index| make(Key::Int(index), Repetition { count: Some(Value::int(index)), each: None }))
                    .collect(),
            ),
            Keys::Each(keys) => Expanded::Each(
                keys.iter()
                    .map(|(key, key_value, value)| {
                        let each = Some((*key_value, *value));
                        (*key, make(Key::Str(key), Repetition { each, count: None }))
                    })
                    .collect(),
            ),
            Keys::Unknown(why) => {
                let part = match why.kind {
                    Kind::Unknown(unknown) => {
                        let unknown = Unknown { ty: Ty::Any, ident: None, ..*unknown };
                        Value::of(Kind::Unknown(self.arena.alloc(unknown))).at(why.origin)
                    }
                    _ => *why,
                };
                let repetition = Repetition { each: Some((part, part)), count: Some(part) };
                Expanded::Unknown(make(Key::Unknown, repetition), part)
            }
        }
    }
}
