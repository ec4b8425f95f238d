//! Operators and conditionals: Terraform's, and three-valued logic in which null flows for rules.

use std::cmp::Ordering;

use super::interp::{Env, EvalError, Evaluated, Interp, article};
use super::perhaps::{bounded, equal_if_counted};
use crate::syntax::{Binary, Node, NodeId, Unary};
use crate::value::number::{Big, Num};
use crate::value::unify::{type_of, unify_types};
use crate::value::{Kind, Marks, ReasonKind, Ty, Value, convert, equal, equal_in_rules};

/// What an operand of `&&`, `||`, `!` and conditions can be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Truth<'a> {
    /// True or false.
    Known(bool),
    /// Null; only while null flows.
    Null,
    /// Not known.
    Unknown(&'a crate::value::Unknown<'a>),
}

impl PartialEq for crate::value::Unknown<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(std::ptr::from_ref(self).cast::<()>(), std::ptr::from_ref(other).cast::<()>())
    }
}

impl Eq for crate::value::Unknown<'_> {}

/// Tells an error of the configuration from a bound of onus, which ends all evaluation.
fn certain<T>(result: Result<T, EvalError>) -> Result<Result<T, EvalError>, EvalError> {
    match result {
        Err(error) if error.limit => Err(error),
        other => Ok(other),
    }
}

impl<'a> Interp<'a, '_> {
    /// The truth in a value; `Err` if it is neither a bool nor text that reads like one.
    pub fn truth(&self, value: &Value<'a>, node: NodeId) -> Result<Truth<'a>, EvalError> {
        match value.kind {
            Kind::Bool(truth) => Ok(Truth::Known(truth)),
            Kind::Str("true" | "1") => Ok(Truth::Known(true)),
            Kind::Str("false" | "0") => Ok(Truth::Known(false)),
            Kind::Unknown(unknown) if self.null_flow || matches!(unknown.ty, Ty::Any | Ty::Bool | Ty::String) => {
                Ok(Truth::Unknown(unknown))
            }
            Kind::Unknown(unknown) => self.error(format!("A bool is needed here, not a {}", unknown.ty), node),
            Kind::Null if self.null_flow => Ok(Truth::Null),
            _ => self.error(format!("A bool is needed here, not {}", article(value)), node),
        }
    }

    fn of_truth(&self, truth: Truth<'a>, node: NodeId) -> Value<'a> {
        match truth {
            Truth::Known(truth) => Value::bool(truth).at(self.origin(node)),
            Truth::Null => Value::NULL,
            Truth::Unknown(unknown) => self.follows_not_null(unknown, Ty::Bool, self.origin(node)),
        }
    }

    pub(super) fn unary(
        &self,
        operator: Unary,
        operand: NodeId,
        node: NodeId,
        env: Option<&Env<'_, 'a>>,
    ) -> Evaluated<'a> {
        let value = self.eval_in(operand, env)?;
        match operator {
            Unary::Not => {
                let truth = match self.truth(&value, operand)? {
                    Truth::Known(truth) => Truth::Known(!truth),
                    other => other,
                };
                Ok(self.of_truth(truth, node).marked(value.marks))
            }
            Unary::Negate => match self.number(&value, operand)? {
                // Terraform's numbers are floats: the negative of nothing is written `-0`.
                Operand::Number(Num::Int(0)) if !self.null_flow => {
                    Ok(Value::of(Kind::Big(&Big::NEGATIVE_ZERO)).at(self.origin(node)).marked(value.marks))
                }
                Operand::Number(number) => {
                    Ok(number.negate().value(self.arena).at(self.origin(node)).marked(value.marks))
                }
                Operand::Null => Ok(Value::NULL),
                Operand::Unknown(unknown) => {
                    Ok(self.follows_not_null(unknown, Ty::Number, self.origin(node)).marked(value.marks))
                }
            },
        }
    }

    pub(super) fn binary(
        &self,
        operator: Binary,
        left: NodeId,
        right: NodeId,
        node: NodeId,
        env: Option<&Env<'_, 'a>>,
    ) -> Evaluated<'a> {
        match operator {
            Binary::And | Binary::Or => return self.logic(operator == Binary::And, left, right, node, env),
            Binary::Equal | Binary::NotEqual => {
                let (a, b) = (self.eval_in(left, env)?, self.eval_in(right, env)?);
                let same = self.equality(&a, &b);
                let value = match same {
                    Ok(same) => Value::bool(same == (operator == Binary::Equal)).at(self.origin(node)),
                    Err(unknown) => self.follows_not_null(unknown, Ty::Bool, self.origin(node)),
                };
                let marks = [Marks::SENSITIVE, Marks::DECLARED].into_iter();
                let value = marks.filter(|mark| a.any_marked(*mark) || b.any_marked(*mark)).fold(value, Value::marked);
                return Ok(value.marked(a.marks).marked(b.marks));
            }
            _ => {}
        }
        let (a, b) = (self.eval_in(left, env)?, self.eval_in(right, env)?);
        let (x, y) = (self.number(&a, left)?, self.number(&b, right)?);
        let comparison = matches!(operator, Binary::Less | Binary::LessEqual | Binary::Greater | Binary::GreaterEqual);
        let (x, y) = match (x, y) {
            (Operand::Null, _) | (_, Operand::Null) => return Ok(Value::NULL),
            (Operand::Unknown(unknown), other) | (other, Operand::Unknown(unknown)) => {
                if let (Operand::Number(number), true) = (other, comparison)
                    && let Some(truth) = bounded(operator, a.is_unknown(), unknown, &number)
                {
                    return Ok(self.compared(truth, node, &a, &b));
                }
                let ty = if comparison { Ty::Bool } else { Ty::Number };
                return Ok(self.follows_not_null(unknown, ty, self.origin(node)).marked(a.marks).marked(b.marks));
            }
            (Operand::Number(x), Operand::Number(y)) => (x, y),
        };
        let number = match operator {
            Binary::Less => return Ok(self.compared(x.compare(&y) == Ordering::Less, node, &a, &b)),
            Binary::LessEqual => return Ok(self.compared(x.compare(&y) != Ordering::Greater, node, &a, &b)),
            Binary::Greater => return Ok(self.compared(x.compare(&y) == Ordering::Greater, node, &a, &b)),
            Binary::GreaterEqual => return Ok(self.compared(x.compare(&y) != Ordering::Less, node, &a, &b)),
            Binary::Add => x.add(&y),
            Binary::Subtract => x.subtract(&y),
            Binary::Multiply => x.multiply(&y),
            Binary::Divide => x.divide(&y),
            _ => x.modulo(&y),
        };
        match number {
            Some(number) if !number.is_infinite() || !self.null_flow => {
                self.session.met_infinity(number.is_infinite());
                Ok(number.value(self.arena).at(self.origin(node)).marked(a.marks).marked(b.marks))
            }
            None if !x.is_infinite() && !y.is_infinite() && y.compare(&Num::Int(0)).is_ne() => {
                Err(EvalError::limit("This number is larger than onus calculates with", self.origin(node)))
            }
            _ => self.error("Nothing can be divided by zero, and infinity not by itself", node),
        }
    }

    fn compared(&self, truth: bool, node: NodeId, a: &Value<'a>, b: &Value<'a>) -> Value<'a> {
        Value::bool(truth).at(self.origin(node)).marked(a.marks).marked(b.marks)
    }

    /// `==`; `Err` is the unknown that leaves it open.
    fn equality(&self, a: &Value<'a>, b: &Value<'a>) -> Result<bool, &'a crate::value::Unknown<'a>> {
        if self.null_flow
            && let Some(said) = equal_if_counted(a, b)
        {
            return said;
        }
        if let Some(same) = if self.null_flow { equal_in_rules(a, b) } else { equal(a, b) } {
            return Ok(same);
        }
        if self.null_flow {
            match (a.kind, b.kind) {
                (Kind::Unknown(a), Kind::Unknown(b)) => {
                    if let Some(same) = self.scope.same(a, b) {
                        return Ok(same);
                    }
                }
                // What a resource computes and another refers to is there.
                (Kind::Unknown(unknown), Kind::Null | Kind::Str(""))
                | (Kind::Null | Kind::Str(""), Kind::Unknown(unknown))
                    if unknown.ident.is_some() && unknown.reason.kind == ReasonKind::Computed =>
                {
                    return Ok(false);
                }
                _ => {}
            }
        }
        match a.first_unknown().or_else(|| b.first_unknown()) {
            Some(unknown) => Err(unknown),
            // Instances and blocks hide what the provider computes.
            None => Ok(false),
        }
    }

    /// `&&` and `||`: a decided side decides, whatever the other one is.
    fn logic(&self, and: bool, left: NodeId, right: NodeId, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let a = match certain(self.eval_in(left, env))? {
            Ok(a) => a,
            // Newer versions look at an error on the left only if the right side leaves it open, too.
            Err(error) if !self.null_flow => {
                return match certain(self.eval_in(right, env).and_then(|b| Ok((b, self.truth(&b, right)?))))? {
                    Ok((b, Truth::Known(known))) if known != and => {
                        Ok(self.of_truth(Truth::Known(known), node).marked(b.marks))
                    }
                    _ => Err(error),
                };
            }
            Err(error) => return Err(error),
        };
        let first = self.truth(&a, left)?;
        // `false && x` is false and `true || x` is true; errors of the right side are then not looked at.
        if first == Truth::Known(!and) {
            return Ok(self.of_truth(first, node).marked(a.marks));
        }
        let b = match certain(self.eval_in(right, env).and_then(|b| Ok((b, self.truth(&b, right)?))))? {
            Ok(b) => b,
            Err(error) => match first {
                // Newer versions look at the right side only if the left one leaves it open.
                Truth::Unknown(unknown) if !self.null_flow => {
                    return Ok(self.follows(unknown, Ty::Bool, self.origin(node)).marked(a.marks));
                }
                _ => return Err(error),
            },
        };
        let (b, second) = b;
        let truth = match (first, second) {
            (_, Truth::Known(known)) if known != and => second,
            (Truth::Known(_), other) | (other, Truth::Known(_)) => other,
            // null with unknown: `&&` is null (it can only be null or false), `||` is unknown.
            (Truth::Null, Truth::Null) => Truth::Null,
            (Truth::Null, other) | (other, Truth::Null) => {
                if and {
                    Truth::Null
                } else {
                    other
                }
            }
            (unknown, Truth::Unknown(_)) => unknown,
        };
        Ok(self.of_truth(truth, node).marked(a.marks).marked(b.marks))
    }

    pub(super) fn conditional(
        &self,
        cond: NodeId,
        arms: [NodeId; 2],
        node: NodeId,
        env: Option<&Env<'_, 'a>>,
    ) -> Evaluated<'a> {
        let condition = self.eval_in(cond, env)?;
        let truth = match condition.kind {
            // Of what type it is Terraform asks once it is known.
            Kind::Unknown(unknown) => Truth::Unknown(unknown),
            _ => self.truth(&condition, cond)?,
        };
        match truth {
            Truth::Known(truth) => {
                let chosen = self.eval_in(arms[usize::from(!truth)], env)?;
                if self.null_flow {
                    return Ok(chosen.marked(condition.marks));
                }
                let other = self.not_taken(arms[usize::from(truth)], env);
                let value = self.in_common_type(chosen, other, arms[usize::from(truth)], node)?;
                let secret =
                    other.map_or(Marks::NONE, |other| other.marks.among(Marks::SENSITIVE.with(Marks::DECLARED)));
                Ok(value.marked(condition.marks).marked(secret))
            }
            // While null flows, `null ? a : b` is null.
            Truth::Null => Ok(Value::NULL),
            Truth::Unknown(unknown) => {
                // Which result is taken is open, and so is whether an error in one of them is ever met.
                let (Ok(then), Ok(otherwise)) =
                    (certain(self.eval_in(arms[0], env))?, certain(self.eval_in(arms[1], env))?)
                else {
                    return Ok(self.follows(unknown, Ty::Any, self.origin(node)).marked(condition.marks));
                };
                let values = [then, otherwise];
                let marks = condition.marks.with(then.marks).with(otherwise.marks);
                if self.null_flow && self.equality(&then, &otherwise) == Ok(true) {
                    return Ok(then.marked(condition.marks));
                }
                let types = values.map(|value| type_of(self.arena, &value));
                let ty = match unify_types(self.arena, &types) {
                    Some(ty) => ty,
                    None if self.null_flow => Ty::Any,
                    None => return self.error(two_types(&types), node),
                };
                if let Some(kind) = self.either(&then, &otherwise, unknown, ty, node) {
                    return Ok(Value::of(kind).at(self.origin(node)).marked(marks));
                }
                let never_null = values.iter().all(|value| match value.kind {
                    Kind::Unknown(unknown) => unknown.not_null,
                    _ => !value.is_null(),
                });
                let at = self.origin(node);
                let value =
                    if never_null { self.follows_not_null(unknown, ty, at) } else { self.follows(unknown, ty, at) };
                Ok(value.marked(marks))
            }
        }
    }

    /// What is known of the one or the other: a number if both are the same, and how many elements there are if both
    /// have as many. So Terraform refines the result; of equal strings and truths it knows nothing.
    fn either(
        &self,
        a: &Value<'a>,
        b: &Value<'a>,
        why: &'a crate::value::Unknown<'a>,
        ty: Ty<'a>,
        node: NodeId,
    ) -> Option<Kind<'a>> {
        let element = |ty: Ty<'a>| self.follows(why, ty, self.origin(node));
        match (a.kind, b.kind) {
            (Kind::Null, Kind::Null) => Some(Kind::Null),
            (Kind::Int(_) | Kind::Big(_), Kind::Int(_) | Kind::Big(_)) if equal(a, b) == Some(true) => Some(a.kind),
            (Kind::Map([]), Kind::Map([])) => Some(a.kind),
            (Kind::List(x), Kind::List(y)) if x.len() == y.len() => match ty {
                Ty::List(item) => Some(Kind::List(self.arena.alloc_slice_fill_with(x.len(), |_| element(*item)))),
                _ => None,
            },
            (Kind::Set(x), Kind::Set(y)) if x.len() == y.len() && x.len() < 2 => match ty {
                Ty::Set(item) => Some(Kind::Set(self.arena.alloc_slice_fill_with(x.len(), |_| element(*item)))),
                _ => None,
            },
            _ => None,
        }
    }

    /// The arm that is not taken: Terraform looks at its type and marks. An error in it is not one of the configuration,
    /// and what it depends on decides nothing.
    fn not_taken(&self, arm: NodeId, env: Option<&Env<'_, 'a>>) -> Option<Value<'a>> {
        let (value, _) = self.session.with_doubts(|| self.session.with_quiet(true, || self.eval_in(arm, env)));
        value.ok()
    }

    /// Both arms of a conditional have one type: the chosen value is converted to it.
    fn in_common_type(
        &self,
        chosen: Value<'a>,
        other: Option<Value<'a>>,
        other_arm: NodeId,
        node: NodeId,
    ) -> Evaluated<'a> {
        if let Kind::Str(_) = chosen.kind
            && let Some(other) = self.written_collection(other_arm)
        {
            let types = [Ty::String, other];
            return self.error(two_types(&types), node);
        }
        // What may be of any type stays so.
        if matches!(
            chosen.kind,
            Kind::Str(_)
                | Kind::Instance(_)
                | Kind::Block(_)
                | Kind::Unknown(crate::value::Unknown { ty: Ty::Any, .. })
        ) {
            return Ok(chosen);
        }
        let Some(other) = other else { return Ok(chosen) };
        if matches!(other.kind, Kind::Instance(_) | Kind::Block(_)) {
            return Ok(chosen);
        }
        let types = [type_of(self.arena, &chosen), type_of(self.arena, &other)];
        match unify_types(self.arena, &types) {
            Some(Ty::Any) => Ok(chosen),
            Some(ty) => Ok(convert(self.arena, chosen, &ty).unwrap_or(chosen)),
            None => self.error(two_types(&types), node),
        }
    }

    /// The type of an expression that is written as a tuple or object, which no text is.
    fn written_collection(&self, mut node: NodeId) -> Option<Ty<'a>> {
        loop {
            match self.tree.node(node) {
                Node::Paren(inner) | Node::Wrap(inner) => node = inner,
                Node::Tuple(_) => return Some(Ty::Tuple(&[])),
                Node::Object(_) => return Some(Ty::Object(&[])),
                _ => return None,
            }
        }
    }

    fn number(&self, value: &Value<'a>, node: NodeId) -> Result<Operand<'a>, EvalError> {
        match value.kind {
            Kind::Unknown(unknown) if self.null_flow || matches!(unknown.ty, Ty::Any | Ty::Number | Ty::String) => {
                Ok(Operand::Unknown(unknown))
            }
            Kind::Unknown(unknown) => self.error(format!("A number is needed here, not a {}", unknown.ty), node),
            Kind::Null if self.null_flow => Ok(Operand::Null),
            Kind::Str(text) => match Num::parse(text) {
                Some(number) => Ok(Operand::Number(number)),
                None if self.null_flow => Ok(Operand::Null),
                None => self.error("A number is needed here, not a string", node),
            },
            _ => match Num::of(value) {
                Some(number) => Ok(Operand::Number(number)),
                None => self.error(format!("A number is needed here, not {}", article(value)), node),
            },
        }
    }
}

fn two_types(types: &[Ty<'_>; 2]) -> String {
    format!("Both results of a condition must have one type, not {} and {}", types[0], types[1])
}

enum Operand<'a> {
    Number(Num),
    Null,
    Unknown(&'a crate::value::Unknown<'a>),
}

#[cfg(test)]
mod tests {
    use bumpalo::Bump;

    use super::*;
    use crate::eval::{Scope, Session, Step};
    use crate::syntax::parse_expression;
    use crate::value::{InstanceId, Origin, Reason, Unknown};

    /// `t`, `f`, `n` and `u` are true, false, null and unknown; `e` is an error.
    struct Letters<'a>(&'a Unknown<'a>);

    impl<'a> Scope<'a> for Letters<'a> {
        fn resolve(&self, name: &'a str, _: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
            let value = match name {
                "t" => Value::TRUE,
                "f" => Value::FALSE,
                "n" => Value::NULL,
                "u" => Value::of(Kind::Unknown(self.0)),
                _ => return Err(EvalError::new("an error", at)),
            };
            Ok((value, 0))
        }

        fn attribute(&self, _: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
            Err(EvalError::new(name, at))
        }

        fn call(&self, _: &str, _: &[Value<'a>], _: Origin) -> Option<Evaluated<'a>> {
            None
        }
    }

    /// The letter of what an expression gives.
    fn letter(source: &str, null_flow: bool) -> char {
        let arena = Bump::new();
        let reason = Reason { kind: ReasonKind::Variable, name: "var.x", at: Origin::NONE };
        let (unknown, session) = (Unknown::new(reason), Session::default());
        let scope = Letters(&unknown);
        let (tree, node) = parse_expression(source);
        let interp =
            Interp { arena: &arena, tree: tree.view(source), base: 0, null_flow, scope: &scope, session: &session };
        match interp.eval(node).map(|value| value.kind) {
            Ok(Kind::Bool(true)) => 't',
            Ok(Kind::Bool(false)) => 'f',
            Ok(Kind::Null) => 'n',
            Ok(Kind::Unknown(_)) => 'u',
            _ => 'e',
        }
    }

    fn row(operator: &str, left: char, null_flow: bool) -> String {
        "tfnue".chars().map(|right| letter(&format!("{left} {operator} {right}"), null_flow)).collect()
    }

    #[test]
    fn logic_of_rules_decides_from_either_side_and_lets_null_flow() {
        // The columns are true, false, null, unknown and an error on the right.
        let and = [('t', "tfnue"), ('f', "fffff"), ('n', "nfnne"), ('u', "ufnue"), ('e', "eeeee")];
        let or = [('t', "ttttt"), ('f', "tfnue"), ('n', "tnnue"), ('u', "tuuue"), ('e', "eeeee")];
        for (left, expected) in and {
            assert_eq!(row("&&", left, true), expected, "{left} &&");
        }
        for (left, expected) in or {
            assert_eq!(row("||", left, true), expected, "{left} ||");
        }
        assert_eq!("tfnu".chars().map(|one| letter(&format!("!{one}"), true)).collect::<String>(), "ftnu");
    }

    #[test]
    fn in_the_configuration_null_is_no_truth() {
        assert_eq!(row("&&", 't', false), "tfeue");
        assert_eq!(row("||", 'f', false), "tfeue");
        // As from Terraform 1.12 on: the side that decides is enough.
        assert_eq!([row("&&", 'e', false), row("||", 'e', false)], ["efeee", "teeee"]);
        assert_eq!([row("&&", 'u', false), row("||", 'u', false)], ["ufuuu", "tuuuu"]);
        assert_eq!(letter("n ? t : f", false), 'e');
        assert_eq!(letter("n ? t : f", true), 'n');
    }

    #[test]
    fn equality_of_what_is_not_known_stays_open() {
        assert_eq!(letter("u == u", false), 'u');
        assert_eq!(letter("u == n", false), 'u');
        assert_eq!(letter("n == n", false), 't');
        assert_eq!(letter("t != f", false), 't');
    }
}
