//! Terraform's conversions between types, and equality.
//!
//! One deviation, on purpose: a set may hold unknown elements here. Terraform makes the whole set unknown; rules need to
//! see the known elements, and which resource an unknown one refers to. Whoever asks for a set's length must look.

use std::cmp::Ordering;

use bumpalo::Bump;

use super::number::{self, Num};
use super::set::sort_set;
use super::{Entry, Field, Kind, Marks, Ty, TypeHint, Unknown, Value, lookup, unify};

/// How deep types and values are followed.
pub(super) const MAX_DEPTH: usize = 128;

/// Converts a value to a type as Terraform does for variables and provider arguments.
///
/// Unknown parts stay unknown and take the type; marks and origins stay. `Err` is a sentence without full stop:
/// `a bool is needed, not "maybe"`.
pub fn convert<'a>(arena: &'a Bump, value: Value<'a>, ty: &Ty<'a>) -> Result<Value<'a>, String> {
    convert_at(arena, value, ty, 0)
}

fn convert_at<'a>(arena: &'a Bump, value: Value<'a>, ty: &Ty<'a>, depth: usize) -> Result<Value<'a>, String> {
    if depth > MAX_DEPTH {
        return Err("the type nests too deep".to_owned());
    }
    let kind = match (value.kind, ty) {
        (_, Ty::Any) => return Ok(value),
        (Kind::Null, _) => return Ok(Value { hint: TypeHint::of(ty), ..value }),
        // The same unknown keeps its identity, which is its address: see `eval::Session`.
        (Kind::Unknown(unknown), _) if same_primitive(&unknown.ty, ty) => return Ok(value),
        (Kind::Unknown(unknown), _) if never_converts(&unknown.ty, ty) => {
            return Err(format!("a {ty} is needed, not a {}", unknown.ty));
        }
        (Kind::Unknown(unknown), _) => Kind::Unknown(arena.alloc(Unknown { ty: *ty, ..*unknown })),
        (_, Ty::Bool | Ty::Number | Ty::String) => primitive(arena, value, ty)?,
        (_, Ty::List(element)) => {
            let kind = Kind::List(elements(arena, value, element, ty, depth)?);
            return Ok(Value { kind, hint: hint_of(&value, element), ..value });
        }
        (_, Ty::Set(element)) => {
            let set = set_of(arena, value, elements(arena, value, element, ty, depth)?);
            return Ok(Value { hint: hint_of(&value, element), ..set });
        }
        (_, Ty::Map(element)) => {
            let kind = Kind::Map(map_entries(arena, value, element, ty, depth)?);
            return Ok(Value { kind, hint: hint_of(&value, element), ..value });
        }
        (_, Ty::Tuple(types)) => tuple(arena, value, types, ty, depth)?,
        (_, Ty::Object(fields)) => object(arena, value, fields, ty, depth)?,
    };
    Ok(Value { kind, ..value })
}

/// The type of the elements of a collection that a value was converted to.
fn hint_of(from: &Value<'_>, element: &Ty<'_>) -> TypeHint {
    match (from.kind, element) {
        (Kind::List(_) | Kind::Set(_) | Kind::Map(_), Ty::Any) => from.hint,
        _ => TypeHint::of(element),
    }
}

fn same_primitive(a: &Ty<'_>, b: &Ty<'_>) -> bool {
    matches!((a, b), (Ty::Bool, Ty::Bool) | (Ty::Number, Ty::Number) | (Ty::String, Ty::String))
}

/// `bool`, `number`, `string` from each other.
fn primitive<'a>(arena: &'a Bump, value: Value<'a>, ty: &Ty<'a>) -> Result<Kind<'a>, String> {
    Ok(match (value.kind, ty) {
        (Kind::Bool(_), Ty::Bool) | (Kind::Int(_) | Kind::Big(_), Ty::Number) | (Kind::Str(_), Ty::String) => {
            value.kind
        }
        (Kind::Str("true" | "1"), Ty::Bool) => Kind::Bool(true),
        (Kind::Str("false" | "0"), Ty::Bool) => Kind::Bool(false),
        (Kind::Str(text), Ty::Number) => Num::parse(text).ok_or_else(|| refused(&value, ty))?.value(arena).kind,
        (Kind::Bool(truth), Ty::String) => Kind::Str(if truth { "true" } else { "false" }),
        (Kind::Int(_) | Kind::Big(_), Ty::String) => Kind::Str(arena.alloc_str(&number::written(&value))),
        _ => return Err(refused(&value, ty)),
    })
}

fn refused(value: &Value<'_>, ty: &Ty<'_>) -> String {
    let article = if matches!(ty, Ty::Object(_)) { "an" } else { "a" };
    let short = match ty {
        Ty::List(_) => "list".to_owned(),
        Ty::Set(_) => "set".to_owned(),
        Ty::Map(_) => "map".to_owned(),
        Ty::Tuple(_) => "tuple".to_owned(),
        Ty::Object(_) => "object".to_owned(),
        other => other.to_string(),
    };
    format!("{article} {short} is needed, not a {}", value.type_name())
}

fn elements<'a>(
    arena: &'a Bump,
    value: Value<'a>,
    element: &Ty<'a>,
    ty: &Ty<'a>,
    depth: usize,
) -> Result<&'a [Value<'a>], String> {
    let items = value.elements().ok_or_else(|| refused(&value, ty))?;
    if matches!(element, Ty::Any) {
        return Ok(unify(arena, items).unwrap_or(items));
    }
    if items.iter().all(|item| is_of(item, element)) {
        return Ok(items);
    }
    let mut converted = bumpalo::collections::Vec::with_capacity_in(items.len(), arena);
    for item in items {
        converted.push(convert_at(arena, *item, element, depth + 1)?);
    }
    let converted = converted.into_bump_slice();
    Ok(if holds_any(element) { unify(arena, converted).unwrap_or(converted) } else { converted })
}

/// Whether any part of a type is not known.
fn is_open(ty: &Ty<'_>) -> bool {
    match ty {
        Ty::Any => true,
        Ty::Bool | Ty::Number | Ty::String => false,
        Ty::List(element) | Ty::Set(element) | Ty::Map(element) => is_open(element),
        Ty::Tuple(types) => types.iter().any(is_open),
        Ty::Object(fields) => fields.iter().any(|field| is_open(&field.ty)),
    }
}

/// Whether two types, one of them primitive, are not the same.
fn shapes_differ(a: &Ty<'_>, b: &Ty<'_>) -> bool {
    match (a, b) {
        (Ty::Any, _) | (_, Ty::Any) => false,
        _ => (a.is_primitive() || b.is_primitive()) && !same_primitive(a, b),
    }
}

/// Whether a value of one type can never be converted to the other, whatever it is.
fn never_converts(from: &Ty<'_>, to: &Ty<'_>) -> bool {
    match (from, to) {
        (Ty::String, Ty::Bool | Ty::Number) | (Ty::Bool | Ty::Number, Ty::String) => false,
        _ => shapes_differ(from, to),
    }
}

/// Whether a part of a collection's type is left open: all elements then take one type.
fn holds_any(ty: &Ty<'_>) -> bool {
    match ty {
        Ty::Any => true,
        Ty::List(element) | Ty::Set(element) | Ty::Map(element) => holds_any(element),
        _ => false,
    }
}

/// Whether a value is of a primitive type already, so that nothing has to be copied.
fn is_of(value: &Value<'_>, ty: &Ty<'_>) -> bool {
    matches!(
        (value.kind, ty),
        (Kind::Str(_), Ty::String) | (Kind::Bool(_), Ty::Bool) | (Kind::Int(_) | Kind::Big(_), Ty::Number)
    )
}

fn map_entries<'a>(
    arena: &'a Bump,
    value: Value<'a>,
    element: &Ty<'a>,
    ty: &Ty<'a>,
    depth: usize,
) -> Result<&'a [Entry<'a>], String> {
    let entries = value.entries().ok_or_else(|| refused(&value, ty))?;
    if matches!(element, Ty::Any) {
        let values: Vec<Value<'a>> = entries.iter().map(|(_, value)| *value).collect();
        let Some(values) = unify(arena, &values) else { return Ok(entries) };
        return Ok(arena.alloc_slice_fill_iter(entries.iter().zip(values).map(|((key, _), value)| (*key, *value))));
    }
    let mut converted = bumpalo::collections::Vec::with_capacity_in(entries.len(), arena);
    for (key, value) in entries {
        converted.push((*key, convert_at(arena, *value, element, depth + 1)?));
    }
    let converted = converted.into_bump_slice();
    if holds_any(element) {
        let values: Vec<Value<'a>> = converted.iter().map(|(_, value)| *value).collect();
        let Some(values) = unify(arena, &values) else { return Ok(converted) };
        let entries = converted.iter().zip(values).map(|((key, _), value)| (*key, *value));
        return Ok(arena.alloc_slice_fill_iter(entries));
    }
    Ok(converted)
}

fn tuple<'a>(
    arena: &'a Bump,
    value: Value<'a>,
    types: &[Ty<'a>],
    ty: &Ty<'a>,
    depth: usize,
) -> Result<Kind<'a>, String> {
    let items = value.elements().filter(|items| items.len() == types.len()).ok_or_else(|| refused(&value, ty))?;
    let mut converted = bumpalo::collections::Vec::with_capacity_in(items.len(), arena);
    for (item, ty) in items.iter().zip(types) {
        converted.push(convert_at(arena, *item, ty, depth + 1)?);
    }
    Ok(Kind::Tuple(converted.into_bump_slice()))
}

/// Attributes that the type does not name are dropped; a missing or null `optional()` one takes its default.
fn object<'a>(
    arena: &'a Bump,
    value: Value<'a>,
    fields: &[Field<'a>],
    ty: &Ty<'a>,
    depth: usize,
) -> Result<Kind<'a>, String> {
    if let Kind::Instance(_) = value.kind {
        return Ok(value.kind);
    }
    let entries = value.entries().ok_or_else(|| refused(&value, ty))?;
    let mut converted = bumpalo::collections::Vec::with_capacity_in(fields.len(), arena);
    for field in fields {
        let given = lookup(entries, field.name).copied();
        let given = match (given, field.default) {
            (Some(given), Some(default)) if given.is_null() => default,
            (Some(given), _) => given,
            (None, Some(default)) => default,
            (None, None) if field.optional => Value::NULL.at(value.origin),
            // A block's computed attribute; only its evaluator knows.
            (None, None) if matches!(value.kind, Kind::Block(_)) => continue,
            (None, None) => return Err(format!("the attribute \"{}\" is missing", field.name)),
        };
        let given = convert_at(arena, given, &field.ty, depth + 1)
            .map_err(|error| format!("attribute \"{}\": {error}", field.name))?;
        converted.push((field.name, given));
    }
    Ok(Kind::Object(converted.into_bump_slice()))
}

/// A set in the place of `value`. Terraform marks the parts of a set as a whole.
fn set_of<'a>(arena: &'a Bump, value: Value<'a>, items: &'a [Value<'a>]) -> Value<'a> {
    let set = Value { kind: Kind::Set(sort_set(arena, items)), ..value };
    let marks = [Marks::SENSITIVE, Marks::DECLARED].into_iter();
    marks.filter(|mark| items.iter().any(|item| item.any_marked(*mark))).fold(set, Value::marked)
}

/// Terraform's `==`. `None` if unknown parts leave it open. Values of different types are never equal.
pub fn equal(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    equal_at(a, b, By::Terraform, 0)
}

/// As [`equal`], by all that is known of the beginning and the end of unknown text.
pub fn equal_in_rules(a: &Value<'_>, b: &Value<'_>) -> Option<bool> {
    equal_at(a, b, By::All, 0)
}

/// By what of an unknown text it is told from others.
#[derive(Clone, Copy)]
enum By {
    /// What Terraform knows of it.
    Terraform,
    /// All that is known.
    All,
}

impl By {
    /// Whether a value is certainly of another type than an unknown one, and therefore not equal.
    fn tells_types(self, ty: &Ty<'_>, value: &Value<'_>) -> bool {
        let Self::Terraform = self else { return false };
        match value.kind {
            Kind::Null | Kind::Instance(_) | Kind::Block(_) => false,
            // Each may be null, which is equal to any null.
            Kind::Unknown(_) => false,
            Kind::Bool(_) => shapes_differ(ty, &Ty::Bool),
            Kind::Int(_) | Kind::Big(_) => shapes_differ(ty, &Ty::Number),
            Kind::Str(_) => shapes_differ(ty, &Ty::String),
            _ if ty.is_primitive() => true,
            _ if is_open(ty) => false,
            Kind::List(_) => !matches!(ty, Ty::List(_)),
            Kind::Set(_) => !matches!(ty, Ty::Set(_)),
            Kind::Tuple(_) => !matches!(ty, Ty::Tuple(_)),
            Kind::Map(_) => !matches!(ty, Ty::Map(_)),
            Kind::Object(_) => !matches!(ty, Ty::Object(_)),
        }
    }

    fn allows(self, unknown: &Unknown<'_>, text: &str) -> bool {
        match self {
            Self::Terraform => text.starts_with(unknown.told()),
            Self::All => text.starts_with(unknown.prefix) && text.ends_with(unknown.suffix),
        }
    }
}

fn equal_at(a: &Value<'_>, b: &Value<'_>, by: By, depth: usize) -> Option<bool> {
    if depth > MAX_DEPTH {
        return None;
    }
    match (a.kind, b.kind) {
        (Kind::Unknown(unknown), Kind::Null) | (Kind::Null, Kind::Unknown(unknown)) if unknown.not_null => Some(false),
        (Kind::Unknown(unknown), Kind::Str(text)) | (Kind::Str(text), Kind::Unknown(unknown))
            if !by.allows(unknown, text) =>
        {
            Some(false)
        }
        (Kind::Unknown(unknown), _) if by.tells_types(&unknown.ty, b) => Some(false),
        (_, Kind::Unknown(unknown)) if by.tells_types(&unknown.ty, a) => Some(false),
        (Kind::Unknown(_), _) | (_, Kind::Unknown(_)) => None,
        (Kind::Instance(a), Kind::Instance(b)) => (a == b).then_some(true),
        (Kind::Null, Kind::Null) => Some(true),
        (Kind::Instance(_), Kind::Null) | (Kind::Null, Kind::Instance(_)) => Some(false),
        (Kind::Instance(_), _) | (_, Kind::Instance(_)) => None,
        (Kind::Bool(a), Kind::Bool(b)) => Some(a == b),
        (Kind::Str(a), Kind::Str(b)) => Some(a == b),
        (Kind::Int(a), Kind::Int(b)) => Some(a == b),
        (Kind::Int(_) | Kind::Big(_), Kind::Int(_) | Kind::Big(_)) => {
            Some(Num::of(a)?.compare(&Num::of(b)?) == Ordering::Equal)
        }
        (Kind::List([]), Kind::List([])) | (Kind::Set([]), Kind::Set([])) | (Kind::Map([]), Kind::Map([])) => {
            Some(!(matches!(by, By::Terraform) && a.hint.differs(b.hint)))
        }
        (Kind::List(a), Kind::List(b)) | (Kind::Tuple(a), Kind::Tuple(b)) => equal_all(a, b, by, depth),
        (Kind::Set(a), Kind::Set(b)) => {
            if a.iter().chain(b).any(|item| !item.is_wholly_known()) {
                None
            } else {
                equal_all(a, b, by, depth)
            }
        }
        (Kind::Map(a), Kind::Map(b)) => equal_entries(a, b, by, depth),
        (Kind::Object(_) | Kind::Block(_), Kind::Object(_) | Kind::Block(_)) => {
            equal_entries(a.entries()?, b.entries()?, by, depth)
        }
        _ => Some(false),
    }
}

fn equal_all(a: &[Value<'_>], b: &[Value<'_>], by: By, depth: usize) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    all_true(by, a.iter().zip(b).map(|(a, b)| equal_at(a, b, by, depth + 1)))
}

fn equal_entries(a: &[Entry<'_>], b: &[Entry<'_>], by: By, depth: usize) -> Option<bool> {
    if a.len() != b.len() || a.iter().zip(b).any(|((a, _), (b, _))| a != b) {
        return Some(false);
    }
    all_true(by, a.iter().zip(b).map(|((_, a), (_, b))| equal_at(a, b, by, depth + 1)))
}

/// Terraform compares up to the first part that is not known.
fn all_true(by: By, parts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for part in parts {
        match part {
            Some(true) => {}
            Some(false) => return Some(false),
            None if matches!(by, By::Terraform) => return None,
            None => all = None,
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Origin, Reason, ReasonKind};

    fn kind_of(value: &Value<'_>) -> String {
        format!("{:?}", value.kind)
    }

    #[test]
    fn primitives_convert_as_terraform_does() {
        let arena = Bump::new();
        let to = |value, ty: Ty<'static>| convert(&arena, value, &ty).map(|value| kind_of(&value));
        assert_eq!(to(Value::str("22"), Ty::Number).unwrap(), "Int(22)");
        assert_eq!(to(Value::int(443), Ty::String).unwrap(), "Str(\"443\")");
        assert_eq!(to(Value::str("true"), Ty::Bool).unwrap(), "Bool(true)");
        assert_eq!(to(Value::FALSE, Ty::String).unwrap(), "Str(\"false\")");
        assert!(to(Value::str("maybe"), Ty::Bool).unwrap_err().contains("a bool is needed"));
        assert!(to(Value::int(1), Ty::Bool).is_err());
        assert_eq!(to(Value::NULL, Ty::Bool).unwrap(), "Null");
    }

    #[test]
    fn sets_are_sorted_and_keep_origins_and_unknown_elements() {
        let arena = Bump::new();
        let reason = Reason { kind: ReasonKind::Variable, name: "var.x", at: Origin::NONE };
        let unknown = Value::of(Kind::Unknown(arena.alloc(Unknown::new(reason))));
        let items = [Value::str("b").at(Origin(7)), unknown, Value::int(1), Value::str("b")];
        let tuple = Value::of(Kind::Tuple(arena.alloc_slice_copy(&items)));
        let set = convert(&arena, tuple, &Ty::Set(&Ty::String)).unwrap();
        let elements = set.elements().unwrap();
        assert_eq!(elements.len(), 3);
        assert_eq!((elements[0].as_str(), elements[1].as_str()), (Some("1"), Some("b")));
        assert_eq!(elements[1].origin, Origin(7));
        assert!(elements[2].is_unknown());
    }

    #[test]
    fn optional_attributes_take_their_default_also_for_null() {
        let arena = Bump::new();
        let field = |name, optional, default| Field { name, ty: Ty::String, optional, default };
        let fields = [field("a", false, None), field("b", true, Some(Value::str("x"))), field("c", true, None)];
        let given = Value::of(Kind::Object(arena.alloc_slice_copy(&[
            ("a", Value::int(1)),
            ("b", Value::NULL),
            ("extra", Value::TRUE),
        ])));
        let object = convert(&arena, given, &Ty::Object(&fields)).unwrap();
        let entries = object.entries().unwrap();
        assert_eq!(entries.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!(entries[1].1.as_str(), Some("x"));
        assert!(entries[2].1.is_null());
        assert!(convert(&arena, Value::of(Kind::Object(&[])), &Ty::Object(&fields)).unwrap_err().contains("\"a\""));
    }

    #[test]
    fn equality_converts_nothing() {
        assert_eq!(equal(&Value::str("1"), &Value::int(1)), Some(false));
        assert_eq!(equal(&Value::of(Kind::Tuple(&[])), &Value::of(Kind::List(&[]))), Some(false));
        assert_eq!(equal(&Value::int(1), &Value::NULL), Some(false));
        assert_eq!(equal(&Value::NULL, &Value::NULL), Some(true));
    }
}
