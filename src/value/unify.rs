//! The types of values, and the common type of several.

use bumpalo::Bump;

use super::convert::{MAX_DEPTH, convert};
use super::{Field, Kind, Ty, Value};

/// The type of a value. Parts whose type is not known (null, instances) are [`Ty::Any`].
pub fn type_of<'a>(arena: &'a Bump, value: &Value<'a>) -> Ty<'a> {
    let common = |items: &[Value<'a>]| -> &'a Ty<'a> {
        if items.is_empty() {
            return arena.alloc(value.hint.ty(arena));
        }
        let types: Vec<Ty<'a>> = items.iter().map(|item| type_of(arena, item)).collect();
        arena.alloc(unify_types(arena, &types).unwrap_or(Ty::Any))
    };
    match value.kind {
        Kind::Null => value.hint.ty(arena),
        Kind::Instance(_) | Kind::Block(_) => Ty::Any,
        Kind::Bool(_) => Ty::Bool,
        Kind::Int(_) | Kind::Big(_) => Ty::Number,
        Kind::Str(_) => Ty::String,
        Kind::List(items) => Ty::List(common(items)),
        Kind::Set(items) => Ty::Set(common(items)),
        Kind::Tuple(items) => Ty::Tuple(arena.alloc_slice_fill_iter(items.iter().map(|item| type_of(arena, item)))),
        Kind::Map(entries) => {
            let values: Vec<Value<'a>> = entries.iter().map(|(_, value)| *value).collect();
            Ty::Map(common(&values))
        }
        Kind::Object(entries) => Ty::Object(arena.alloc_slice_fill_iter(entries.iter().map(|(name, value)| Field {
            name,
            ty: type_of(arena, value),
            optional: false,
            default: None,
        }))),
        Kind::Unknown(unknown) => unknown.ty,
    }
}

/// The type to which all types convert, as conditionals and lists need it; `None` if there is none.
pub fn unify_types<'a>(arena: &'a Bump, types: &[Ty<'a>]) -> Option<Ty<'a>> {
    let mut known = types.iter().filter(|ty| !matches!(ty, Ty::Any)).copied();
    let Some(first) = known.next() else { return Some(Ty::Any) };
    known.try_fold(first, |a, b| unify_two(arena, a, b, 0))
}

fn unify_two<'a>(arena: &'a Bump, a: Ty<'a>, b: Ty<'a>, depth: usize) -> Option<Ty<'a>> {
    if depth > MAX_DEPTH {
        return None;
    }
    let inner = |a: Ty<'a>, b: Ty<'a>| -> Option<&'a Ty<'a>> {
        unify_two(arena, a, b, depth + 1).map(|ty| -> &'a Ty<'a> { arena.alloc(ty) })
    };
    match (a, b) {
        (Ty::Any, other) | (other, Ty::Any) => Some(other),
        (Ty::Bool, Ty::Bool) => Some(Ty::Bool),
        (Ty::Number, Ty::Number) => Some(Ty::Number),
        (Ty::String, Ty::String | Ty::Bool | Ty::Number) | (Ty::Bool | Ty::Number, Ty::String) => Some(Ty::String),
        (Ty::List(a), Ty::List(b)) => inner(*a, *b).map(Ty::List),
        (Ty::Set(a), Ty::Set(b)) => inner(*a, *b).map(Ty::Set),
        (Ty::List(a), Ty::Set(b)) | (Ty::Set(a), Ty::List(b)) => inner(*a, *b).map(Ty::List),
        (Ty::Map(a), Ty::Map(b)) => inner(*a, *b).map(Ty::Map),
        (Ty::Tuple(a), Ty::Tuple(b)) if a.len() == b.len() => {
            let types: Option<Vec<Ty<'a>>> =
                a.iter().zip(b).map(|(a, b)| unify_two(arena, *a, *b, depth + 1)).collect();
            types.map(|types| Ty::Tuple(arena.alloc_slice_copy(&types)))
        }
        (Ty::Tuple(a), Ty::Tuple(b)) => {
            let all: Vec<Ty<'a>> = a.iter().chain(b).copied().collect();
            unify_types(arena, &all).map(|ty| Ty::List(arena.alloc(ty)))
        }
        (Ty::Tuple(items), Ty::List(element)) | (Ty::List(element), Ty::Tuple(items)) => {
            let all: Vec<Ty<'a>> = items.iter().chain([element]).copied().collect();
            unify_types(arena, &all).map(|ty| Ty::List(arena.alloc(ty)))
        }
        (Ty::Tuple(items), Ty::Set(element)) | (Ty::Set(element), Ty::Tuple(items)) => {
            let all: Vec<Ty<'a>> = items.iter().chain([element]).copied().collect();
            unify_types(arena, &all).map(|ty| Ty::Set(arena.alloc(ty)))
        }
        (Ty::Object(a), Ty::Object(b)) => unify_objects(arena, a, b, depth),
        (Ty::Object(fields), Ty::Map(element)) | (Ty::Map(element), Ty::Object(fields)) => {
            let all: Vec<Ty<'a>> = fields.iter().map(|field| field.ty).chain([*element]).collect();
            unify_types(arena, &all).map(|ty| Ty::Map(arena.alloc(ty)))
        }
        _ => None,
    }
}

/// Objects with the same attributes make an object; others make a map, if their attributes have a common type.
fn unify_objects<'a>(arena: &'a Bump, a: &[Field<'a>], b: &[Field<'a>], depth: usize) -> Option<Ty<'a>> {
    if a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.name == b.name) {
        let fields: Option<Vec<Field<'a>>> =
            a.iter().zip(b).map(|(a, b)| Some(Field { ty: unify_two(arena, a.ty, b.ty, depth + 1)?, ..*a })).collect();
        return fields.map(|fields| Ty::Object(arena.alloc_slice_copy(&fields)));
    }
    let all: Vec<Ty<'a>> = a.iter().chain(b).map(|field| field.ty).collect();
    unify_types(arena, &all).map(|ty| Ty::Map(arena.alloc(ty)))
}

/// Brings values to their common type, as conditionals and `tolist` do; `None` if they have none.
pub fn unify<'a>(arena: &'a Bump, values: &[Value<'a>]) -> Option<&'a [Value<'a>]> {
    unify_with(arena, values, &[])
}

/// The same, where these types have a say in it, too.
pub fn unify_with<'a>(arena: &'a Bump, values: &[Value<'a>], others: &[Ty<'a>]) -> Option<&'a [Value<'a>]> {
    let types: Vec<Ty<'a>> = values.iter().map(|value| type_of(arena, value)).chain(others.iter().copied()).collect();
    let ty = unify_types(arena, &types)?;
    let converted: Result<Vec<Value<'a>>, String> = values.iter().map(|value| convert(arena, *value, &ty)).collect();
    converted.ok().map(|values| -> &'a [Value<'a>] { arena.alloc_slice_copy(&values) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::lookup;

    #[test]
    fn conditionals_find_one_type() {
        let arena = Bump::new();
        let unified = unify(&arena, &[Value::int(1), Value::str("a")]).unwrap();
        assert_eq!(unified[0].as_str(), Some("1"));
        let big =
            Value::of(Kind::Object(arena.alloc_slice_copy(&[("kind", Value::str("big")), ("size", Value::int(10))])));
        let unified = unify(&arena, &[big, Value::of(Kind::Object(&[]))]).unwrap();
        assert!(matches!(unified[0].kind, Kind::Map(_)));
        assert_eq!(lookup(unified[0].entries().unwrap(), "size").unwrap().as_str(), Some("10"));
        assert!(unify(&arena, &[Value::TRUE, Value::int(1)]).is_none());
    }
}
