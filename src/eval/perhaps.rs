//! Lists in rules of which it is not known how many elements they have: some of those that they hold may not be there.

use super::interp::Interp;
use crate::syntax::{Binary, NodeId};
use crate::value::number::Num;
use crate::value::{Kind, Origin, Ty, Unknown, Value};

impl<'a> Interp<'a, '_> {
    /// An element of a list of which some before it, or itself, may not be there. It is not null if enough others are
    /// certain; the certain one is then what can be told of it.
    pub(super) fn open_index(&self, items: &'a [Value<'a>], index: Option<i64>, node: NodeId) -> Option<Value<'a>> {
        let index = usize::try_from(index?).ok()?;
        let mut candidates = items.iter();
        let mut open = None;
        let (mut certain, mut most, mut can_be_null) = (0, 0_usize, false);
        let found = candidates.find(|item| {
            let perhaps = item.unknown().filter(|unknown| unknown.perhaps);
            can_be_null |= item.is_null() || item.unknown().is_some_and(|unknown| !unknown.not_null);
            open = open.or(perhaps);
            most = most.saturating_add(perhaps.map_or(1, |unknown| match unknown.most {
                Unknown::MANY => usize::MAX,
                most => usize::from(most),
            }));
            certain += usize::from(perhaps.is_none());
            certain > index
        });
        let open = open.filter(|_| index < most)?;
        let at = found.or(items.get(index)).map_or(self.origin(node), |item| item.origin);
        let value = match found {
            Some(_) if !can_be_null => self.follows_not_null(open, Ty::Any, at),
            _ => self.follows(open, Ty::Any, at),
        };
        if let Some(found) = found.filter(|_| !can_be_null) {
            self.session.stands_for(&value, *found);
        }
        Some(value)
    }

    /// An element of a list of which it is not known whether it is there. `most`: how many it may stand for.
    fn perhaps(&self, from: &Unknown<'a>, most: u16, at: Origin) -> Value<'a> {
        let value = self.follows(from, Ty::Any, at);
        match value.kind {
            Kind::Unknown(unknown) => {
                let unknown = Unknown { perhaps: true, most, ..*unknown };
                Value { kind: Kind::Unknown(self.arena.alloc(unknown)), ..value }
            }
            _ => value,
        }
    }

    /// An element as it is if it is there.
    pub(super) fn as_there(&self, item: Value<'a>) -> Value<'a> {
        match item.kind {
            Kind::Unknown(unknown) if unknown.perhaps => {
                let unknown = Unknown { perhaps: false, most: Unknown::MANY, ..*unknown };
                Value { kind: Kind::Unknown(self.arena.alloc(unknown)), ..item }
            }
            _ => item,
        }
    }

    /// An element that is made of one that may not be there.
    pub(super) fn may_be_there(&self, value: &Value<'a>, open: &'a Unknown<'a>, most: u16) -> Value<'a> {
        let made = self.perhaps(open, most, value.origin).marked(value.marks);
        let not_null = value.unknown().map_or(!value.is_null(), |unknown| unknown.not_null);
        if not_null { self.not_null(made) } else { made }
    }

    pub(super) fn not_null(&self, value: Value<'a>) -> Value<'a> {
        match value.kind {
            Kind::Unknown(unknown) => {
                Value { kind: Kind::Unknown(self.arena.alloc(Unknown { not_null: true, ..*unknown })), ..value }
            }
            _ => value,
        }
    }
}

/// A comparison of whole numbers of which one has bounds.
pub(super) fn bounded(operator: Binary, is_left: bool, unknown: &Unknown<'_>, number: &Num) -> Option<bool> {
    let number = number.to_i64()?;
    let (less, same) = match operator {
        Binary::Less => (true, false),
        Binary::LessEqual => (true, true),
        Binary::Greater => (false, false),
        _ => (false, true),
    };
    // `x > n` and `n < x` say that x is not less than n + 1, `x <= n` that it is.
    let less = less == is_left;
    let number = if less == same { number.saturating_add(1) } else { number };
    Some(unknown.is_less(number)? == less)
}

/// `==` where it is not known how many elements a list has, or where a number says how many; `None`: neither is so.
pub(super) fn equal_if_counted<'a>(a: &Value<'a>, b: &Value<'a>) -> Option<Result<bool, &'a Unknown<'a>>> {
    match (a.kind, b.kind) {
        (Kind::Unknown(unknown), Kind::Int(number)) | (Kind::Int(number), Kind::Unknown(unknown)) => {
            let above = unknown.is_less(number.saturating_add(1)) == Some(false);
            (above || unknown.is_less(number) == Some(true)).then_some(Ok(false))
        }
        _ => {
            let open = a.first_perhaps().or_else(|| b.first_perhaps())?;
            let (Some(x), Some(y)) = (a.elements(), b.elements()) else {
                let is_open = a.is_unknown() || b.is_unknown();
                return Some(if is_open { Err(open) } else { Ok(false) });
            };
            let certain = |items: &[Value<'a>]| items.iter().filter(|item| !item.is_perhaps()).count();
            let too_many = |items: &[Value<'a>], other: &Value<'a>| {
                other.first_perhaps().is_none() && certain(items) > other.elements().map_or(0, <[_]>::len)
            };
            let differ = too_many(x, b) || too_many(y, a);
            Some(if differ { Ok(false) } else { Err(open) })
        }
    }
}
