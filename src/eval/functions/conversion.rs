//! Functions that convert between types, and those about marks.

use super::args::{Args, why_unknown};
use super::{Function, MANY, Outcome};
use crate::value::{Kind, Marks, Ty, Value, convert, unify};

pub(super) fn find(name: &str) -> Option<Function> {
    let any = |run| Function::new(1..=1, Ty::Any, run);
    Some(match name {
        "tostring" => any(|args| converted(args, &Ty::String)),
        "tonumber" => any(|args| converted(args, &Ty::Number)),
        "tobool" => any(|args| converted(args, &Ty::Bool)),
        "tolist" => any(tolist),
        "toset" => any(|args| converted(args, &Ty::Set(&Ty::Any))),
        "tomap" => any(|args| converted(args, &Ty::Map(&Ty::Any))),
        // Terraform had these two up to 0.14.
        "list" => Function::new(0..=MANY, Ty::List(&Ty::Any), |args| {
            let items = args.arena.alloc_slice_fill_iter((0..args.len()).map(|index| args.value(index)));
            made(args, Kind::Tuple(items), &Ty::List(&Ty::Any))
        }),
        "map" => Function::new(0..=MANY, Ty::Map(&Ty::Any), map),
        "sensitive" => any(|args| Ok(args.value(0).marked(Marks::SENSITIVE))),
        "nonsensitive" => any(|args| Ok(without(args.value(0), Marks::SENSITIVE))),
        "issensitive" => Function::new(1..=1, Ty::Bool, |args| match args.value(0) {
            value if value.is_unknown() && !value.is_sensitive() && !args.null_flow => Err(why_unknown(&value)),
            value => Ok(Value::bool(value.is_sensitive())),
        }),
        "ephemeralasnull" => any(|args| {
            let value = args.value(0);
            Ok(if value.marks.has(Marks::EPHEMERAL) { Value::NULL.at(value.origin) } else { value })
        }),
        _ => return None,
    })
}

fn converted<'a>(args: &Args<'a, '_>, ty: &Ty<'static>) -> Outcome<'a> {
    let value = args.value(0);
    let parts: Option<Vec<Value<'a>>> = match ty {
        Ty::List(_) | Ty::Set(_) => value.elements().map(<[_]>::to_vec),
        Ty::Map(_) => value.entries().map(|entries| entries.iter().map(|(_, value)| *value).collect()),
        _ => None,
    };
    if parts.is_some_and(|parts| unify(args.arena, &parts).is_none()) {
        return Err(args.mismatch("the elements have no type in common"));
    }
    let shorter: Ty<'a> = *ty;
    convert(args.arena, value, &shorter).map_err(|why| args.mismatch(why))
}

fn made<'a>(args: &Args<'a, '_>, kind: Kind<'a>, ty: &Ty<'static>) -> Outcome<'a> {
    let shorter: Ty<'a> = *ty;
    convert(args.arena, Value::of(kind), &shorter).map_err(|why| args.error(why))
}

/// `map("key", value, …)`
fn map<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    if args.len() % 2 == 1 {
        return Err(args.error("a value is missing after the last key"));
    }
    let mut entries = std::collections::BTreeMap::new();
    for index in (0..args.len()).step_by(2) {
        entries.insert(args.text(index)?, args.value(index + 1));
    }
    let entries = args.arena.alloc_slice_fill_iter(entries.into_iter().collect::<Vec<_>>());
    made(args, Kind::Object(entries), &Ty::Map(&Ty::Any))
}

/// A set becomes a list only when all of it is known: an unknown element may be equal to another.
fn tolist<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    if matches!(args.value(0).kind, Kind::Set(_)) {
        args.wholly_known(0)?;
    }
    converted(args, &Ty::List(&Ty::Any))
}

fn without(value: Value<'_>, marks: Marks) -> Value<'_> {
    Value { marks: Marks(value.marks.0 & !marks.0), ..value }
}
