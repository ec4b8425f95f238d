//! Functions on lists and maps. Elements keep their places and marks.

use super::args::{Args, known, why_unknown};
use super::{Function, MANY, Outcome, Stop, string};
use crate::value::number::Num;
use crate::value::{Entry, Kind, Ty, Unknown, Value, convert, equal, lookup, unify};

/// Lists longer than this are not made.
pub(super) const MAX_ITEMS: usize = 1 << 20;

const TEXTS: Ty<'static> = Ty::List(&Ty::String);

pub(super) fn find(name: &str) -> Option<Function> {
    let any = |count, run| Function::new(count, Ty::Any, run);
    let truth = |count, run| Function::new(count, Ty::Bool, run);
    Some(match name {
        "length" => Function::new(1..=1, Ty::Number, length),
        "merge" => any(0..=MANY, merge),
        "concat" => any(1..=MANY, concat),
        "lookup" => any(2..=3, lookup_key),
        "element" => any(2..=2, element),
        "contains" => truth(2..=2, contains),
        "keys" => any(1..=1, keys),
        "values" => any(1..=1, values),
        "flatten" => any(1..=1, flatten),
        "distinct" => any(1..=1, distinct),
        "compact" => Function::new(1..=1, TEXTS, compact),
        "coalesce" => any(1..=MANY, coalesce),
        "coalescelist" => any(1..=MANY, coalescelist),
        "zipmap" => any(2..=2, zipmap),
        "range" => Function::new(1..=3, Ty::List(&Ty::Number), range),
        "sort" => Function::new(1..=1, TEXTS, sort),
        "reverse" => any(1..=1, reverse),
        "slice" => any(3..=3, slice),
        "chunklist" => any(2..=2, chunklist),
        "index" => Function::new(2..=2, Ty::Number, index),
        "matchkeys" => any(3..=3, matchkeys),
        "one" => any(1..=1, one),
        "alltrue" => truth(1..=1, |args| decided(args, false)),
        "anytrue" => truth(1..=1, |args| decided(args, true)),
        "transpose" => Function::new(1..=1, Ty::Map(&TEXTS), transpose),
        _ => return None,
    })
}

fn length<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let value = args.value(0);
    if let Some(open) = value.first_perhaps() {
        return Ok(open_length(args, &value, open));
    }
    let count = match value.kind {
        Kind::Str(text) => string::graphemes(text),
        // Their type says it.
        Kind::Unknown(Unknown { ty: Ty::Tuple(types), .. }) => types.len(),
        Kind::Unknown(Unknown { ty: Ty::Object(fields), .. }) => fields.len(),
        // Unknown elements of a set may be equal to others.
        Kind::Set(items) if items.len() > 1 && !value.is_wholly_known() => return Err(why_unknown(&value)),
        Kind::Block(_) | Kind::Instance(_) => return Err(why_unknown(&value)),
        Kind::Unknown(_) => {
            let fits = |ty: &Ty<'_>| !matches!(ty, Ty::Bool | Ty::Number);
            args.typed(0, "a list, a map or text", fits)?;
            return Err(why_unknown(&value));
        }
        _ => match (args.known(0)?.elements(), value.entries()) {
            (Some(items), _) => items.len(),
            (_, Some(entries)) => entries.len(),
            _ => return Err(args.wrong(0, "a list, a map or text")),
        },
    };
    Ok(Value::int(count as i64))
}

/// How many elements a list has of which some may not be there.
fn open_length<'a>(args: &Args<'a, '_>, list: &Value<'a>, open: &Unknown<'a>) -> Value<'a> {
    let value = args.unknown(Ty::Number, open.reason);
    let Kind::Unknown(unknown) = value.kind else { return value };
    let (mut least, mut most) = (0_u16, 0_u16);
    for item in list.elements().unwrap_or_default() {
        let perhaps = item.unknown().filter(|unknown| unknown.perhaps);
        // Elements of a set may be equal to others.
        let is_one_more = perhaps.is_none() && (least == 0 || !matches!(list.kind, Kind::Set(_)));
        least = least.saturating_add(u16::from(is_one_more));
        most = most.saturating_add(perhaps.map_or(1, |unknown| unknown.most));
    }
    Value { kind: Kind::Unknown(args.arena.alloc(Unknown { least, most, ..*unknown })), ..value }
}

/// Null arguments are passed over; of equal keys the last one counts.
fn merge<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut merged = Vec::new();
    let mut maps: Vec<Ty<'a>> = Vec::new();
    for index in 0..args.len() {
        let value = args.value(index);
        if value.is_null() {
            continue;
        }
        maps.extend(matches!(value.kind, Kind::Map(_)).then(|| unify::type_of(args.arena, &value)));
        merged.push(args.entries(index)?.iter().map(move |(key, entry)| (*key, entry.marked(value.marks))));
    }
    // Maps of one type make such a map, anything else an object.
    let is_map = maps.len() == merged.len()
        && maps.first().is_some_and(|first| maps.iter().all(|ty| ty.to_string() == first.to_string()));
    let entries = args.sorted(merged.into_iter().flatten().collect());
    Ok(Value::of(if is_map { Kind::Map(entries) } else { Kind::Object(entries) }))
}

fn concat<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut all: Vec<Value<'a>> = Vec::new();
    let mut all_lists = true;
    for index in 0..args.len() {
        args.typed(index, "a list", |ty| matches!(ty, Ty::List(_) | Ty::Tuple(_)))?;
    }
    for index in 0..args.len() {
        let value = args.known(index)?;
        match value.kind {
            Kind::List(items) => all.extend(items.iter().map(|item| item.marked(value.marks))),
            Kind::Tuple(items) => {
                all_lists = false;
                all.extend(items.iter().map(|item| item.marked(value.marks)));
            }
            _ => return Err(args.wrong(index, "a list")),
        }
    }
    match unify::unify_with(args.arena, &all, &args.types_of_empty()) {
        Some(items) if all_lists => Ok(Value::of(Kind::List(items))),
        _ => Ok(args.tuple_of(&all)),
    }
}

fn lookup_key<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    args.typed(0, "a map", Ty::has_keys)?;
    let map = args.known(0)?;
    let entries = map.entries().ok_or_else(|| args.wrong(0, "a map"))?;
    let key = args.text(1)?;
    if let Some(found) = lookup(entries, key) {
        return Ok(found.marked(map.marks));
    }
    if matches!(map.kind, Kind::Block(_)) {
        return Err(why_unknown(&map));
    }
    if args.len() < 3 {
        return Err(args.error(format!("there is no key \"{}\"", key.escape_debug())));
    }
    let default = args.value(2);
    if let Kind::Map(_) = map.kind
        && let Ty::Map(element) = unify::type_of(args.arena, &map)
    {
        return convert::convert(args.arena, default, element)
            .map_err(|_| args.refuse(2, "must be of the type of the map's elements"));
    }
    Ok(default)
}

fn element<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    args.typed(0, "a list", |ty| matches!(ty, Ty::List(_) | Ty::Tuple(_)))?;
    let list = args.known(0)?;
    let items = match list.kind {
        Kind::List(items) | Kind::Tuple(items) => items,
        _ => return Err(args.wrong(0, "a list")),
    };
    let index = args.whole(1)?;
    if items.is_empty() {
        return Err(args.refuse(0, "must not be empty"));
    }
    let length = items.len() as i64;
    // A list is gone round from its end, too. Of a tuple Go's remainder is taken: there only negative multiples of the
    // length lead to an element.
    let index = if matches!(list.kind, Kind::List(_)) { index.rem_euclid(length) } else { index % length };
    let index = usize::try_from(index).map_err(|_| args.refuse(1, "must not be negative"))?;
    Ok(items[index].marked(list.marks))
}

fn contains<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let items = args.items_of_any(0)?;
    let wanted = args.value(1);
    if wanted.is_null() {
        return Err(args.refuse(1, "must not be null"));
    }
    if wanted.is_unknown() && !args.null_flow {
        return Err(why_unknown(&wanted));
    }
    let mut open = None;
    for item in items {
        match args.equal(item, &wanted) {
            Some(true) => return Ok(Value::TRUE),
            Some(false) => {}
            None => open = open.or(Some(if item.is_wholly_known() { wanted } else { *item })),
        }
    }
    match open {
        Some(value) => Err(why_unknown(&value)),
        None => Ok(Value::FALSE),
    }
}

fn keys<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let entries = args.entries(0)?;
    let keys: Vec<Value<'a>> = entries.iter().map(|(key, value)| Value::str(key).at(value.origin)).collect();
    Ok(if matches!(args.value(0).kind, Kind::Map(_)) { args.list_of(&keys) } else { args.tuple_of(&keys) })
}

fn values<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let entries = args.entries(0)?;
    let marks = args.value(0).marks;
    let values: Vec<Value<'a>> = entries.iter().map(|(_, value)| value.marked(marks)).collect();
    Ok(if matches!(args.value(0).kind, Kind::Map(_)) { args.list_of(&values) } else { args.tuple_of(&values) })
}

fn flatten<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let value = args.known(0)?;
    let items = value.elements().ok_or_else(|| args.wrong(0, "a list"))?;
    let mut flat = Vec::new();
    flatten_into(items, &mut flat, 0)?;
    Ok(args.tuple_of(&flat))
}

fn flatten_into<'a>(items: &[Value<'a>], flat: &mut Vec<Value<'a>>, depth: usize) -> Outcome<'a, ()> {
    for item in items {
        match item.elements() {
            Some(inner) if depth < crate::syntax::MAX_DEPTH => {
                let start = flat.len();
                flatten_into(inner, flat, depth + 1)?;
                flat[start..].iter_mut().for_each(|value| *value = value.marked(item.marks));
            }
            _ => {
                // An unknown of unknown type may be a list.
                if let Kind::Unknown(unknown) = item.kind
                    && matches!(unknown.ty, Ty::Any | Ty::List(_) | Ty::Set(_) | Ty::Tuple(_))
                {
                    return Err(why_unknown(item));
                }
                flat.push(*item);
            }
        }
    }
    Ok(())
}

fn distinct<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let items = args.list(0)?;
    args.wholly_known(0)?;
    let mut seen = Seen::default();
    let kept: Vec<Value<'a>> = items.iter().filter(|item| seen.is_new(item)).copied().collect();
    Ok(args.list_of(&kept))
}

/// Values that were met, by their text where they have one.
#[derive(Default)]
pub(super) struct Seen<'a> {
    texts: rustc_hash::FxHashSet<&'a str>,
    numbers: rustc_hash::FxHashSet<i64>,
    others: Vec<Value<'a>>,
}

impl<'a> Seen<'a> {
    pub(super) fn of(values: &[Value<'a>]) -> Self {
        let mut seen = Self::default();
        values.iter().for_each(|value| {
            seen.is_new(value);
        });
        seen
    }

    pub(super) fn holds(&self, value: &Value<'a>) -> bool {
        match value.kind {
            Kind::Str(text) => self.texts.contains(text),
            Kind::Int(number) => self.numbers.contains(&number),
            _ => self.others.iter().any(|other| equal(other, value) == Some(true)),
        }
    }

    pub(super) fn is_new(&mut self, value: &Value<'a>) -> bool {
        match value.kind {
            Kind::Str(text) => self.texts.insert(text),
            Kind::Int(number) => self.numbers.insert(number),
            _ => {
                let new = !self.others.iter().any(|other| equal(other, value) == Some(true));
                if new {
                    self.others.push(*value);
                }
                new
            }
        }
    }
}

fn compact<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut kept = Vec::new();
    if !args.null_flow {
        args.wholly_known(0)?;
    }
    for item in args.items(0)? {
        if item.is_null() {
            continue;
        }
        // What begins with something is not empty, and stays.
        if item.unknown().is_some_and(|unknown| unknown.not_null && !unknown.prefix.is_empty()) {
            kept.push(*item);
            continue;
        }
        let text = args.as_text(known(*item)?).ok_or_else(|| args.wrong(0, "a list of text"))?;
        if !text.is_empty() {
            kept.push(Value { kind: Kind::Str(text), ..*item });
        }
    }
    Ok(args.list_of(&kept))
}

/// The first argument that is neither null nor empty text, in the type that all of them have in common.
fn coalesce<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let Some(unified) = unify(args.arena, args.args) else {
        return Err(args.mismatch("the arguments have no type in common"));
    };
    for value in unified {
        match value.kind {
            Kind::Null | Kind::Str("") => {}
            Kind::Unknown(unknown) if unknown.not_null && !matches!(unknown.ty, Ty::String | Ty::Any) => {
                return Ok(*value);
            }
            Kind::Unknown(unknown) if unknown.not_null && !args.prefix(unknown).is_empty() => return Ok(*value),
            Kind::Unknown(_) => return Err(why_unknown(value)),
            _ => return Ok(*value),
        }
    }
    Err(args.error("no argument is neither null nor empty"))
}

fn coalescelist<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let is_null_list = |index: usize| {
        let value = args.value(index);
        value.is_null() && matches!(value.hint.ty(args.arena), Ty::List(_))
    };
    // Behind one that is not known Terraform looks at no type.
    let certain = (0..args.len()).take_while(|index| !args.value(*index).is_unknown());
    for index in certain {
        if !args.null_flow && !matches!(args.value(index).kind, Kind::List(_) | Kind::Tuple(_)) && !is_null_list(index)
        {
            return Err(args.wrong(index, "a list"));
        }
    }
    for index in (0..args.len()).filter(|index| !is_null_list(*index)) {
        let value = args.known(index)?;
        match value.kind {
            Kind::List([]) | Kind::Tuple([]) => {}
            Kind::List(_) | Kind::Tuple(_) => return Ok(value),
            _ => return Err(args.wrong(index, "a list")),
        }
    }
    Err(args.error("no argument is a list with elements"))
}

fn zipmap<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let values_of = match args.value(1).kind {
        Kind::Unknown(Unknown { ty: Ty::List(element), .. }) => Some(*element),
        Kind::List(_) => match unify::type_of(args.arena, &args.value(1)) {
            Ty::List(element) => Some(element),
            _ => None,
        },
        _ => None,
    };
    let keys = match (args.texts(0), values_of) {
        // The type is known before the keys are.
        (Err(Stop::Unknown(reason)), Some(element)) => return Ok(args.unknown(Ty::Map(element), reason)),
        (keys, _) => keys?,
    };
    let list = match (args.known(1), values_of) {
        (Err(Stop::Unknown(reason)), Some(element)) => return Ok(args.unknown(Ty::Map(element), reason)),
        (list, _) => list?,
    };
    let values = list.elements().filter(|_| args.null_flow || !matches!(list.kind, Kind::Set(_)));
    let values = values.ok_or_else(|| args.wrong(1, "a list"))?;
    if keys.len() != values.len() {
        return Err(args.error(format!("there are {} keys, but {} values", keys.len(), values.len())));
    }
    let entries = args.sorted(keys.into_iter().zip(values.iter().copied()).collect());
    Ok(Value::of(if matches!(list.kind, Kind::Tuple(_)) { Kind::Object(entries) } else { Kind::Map(entries) }))
}

fn range<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let number = |index| args.number(index);
    let (start, end) = match args.len() {
        1 => (Num::Int(0), number(0)?),
        _ => (number(0)?, number(1)?),
    };
    let down = end.compare(&start).is_lt();
    let step = match args.len() {
        3 => number(2)?,
        _ => Num::Int(if down { -1 } else { 1 }),
    };
    let towards = step.compare(&Num::Int(0));
    let wrong = if down { towards.is_gt() } else { towards.is_lt() };
    if (towards.is_eq() && !start.compare(&end).is_eq()) || wrong {
        return Err(args.error("the step does not lead from the start to the end"));
    }
    let mut numbers = Vec::new();
    let mut at = start;
    while if down { at.compare(&end).is_gt() } else { at.compare(&end).is_lt() } {
        // Terraform's own limit.
        if numbers.len() >= 1024 {
            return Err(args.error("more than 1024 numbers are too many"));
        }
        let Some(next) = at.add(&step) else { return Err(args.error("the step leads nowhere")) };
        numbers.push(at.value(args.arena));
        at = next;
    }
    Ok(args.list_of(&numbers))
}

fn sort<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut sorted = Vec::new();
    let items = args.items(0)?;
    // Where one is unknown, so is the place of each; that there are so many is known, unless equal ones are one.
    if let Some(unknown) = items.iter().find_map(Value::unknown)
        && !matches!(args.value(0).kind, Kind::Set(_))
    {
        let each = args.unknown(Ty::String, unknown.reason);
        return Ok(args.list_of(&vec![each; items.len()]));
    }
    for item in items {
        let text = args.element_text(0, *item)?;
        sorted.push(Value { kind: Kind::Str(text), ..*item });
    }
    sorted.sort_by_key(Value::as_str);
    Ok(args.list_of(&sorted))
}

fn reverse<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    args.typed(0, "a list", Ty::is_sequence)?;
    let value = args.known(0)?;
    if matches!(value.kind, Kind::Set(_)) {
        args.wholly_known(0)?;
    }
    let reversed: Vec<Value<'a>> = args.items(0)?.iter().rev().copied().collect();
    Ok(if matches!(value.kind, Kind::Tuple(_)) { args.tuple_of(&reversed) } else { args.list_of(&reversed) })
}

fn slice<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    args.typed(0, "a list", |ty| matches!(ty, Ty::List(_) | Ty::Tuple(_)))?;
    let value = args.known(0)?;
    let (Kind::List(items) | Kind::Tuple(items)) = value.kind else {
        return Err(args.wrong(0, "a list"));
    };
    let (start, end) = (args.whole(1)?, args.whole(2)?);
    let inside = |index| usize::try_from(index).ok().filter(|index| *index <= items.len());
    let (Some(start), Some(end)) = (inside(start), inside(end)) else {
        return Err(args.error(format!("{start} to {end} is outside the list's {} elements", items.len())));
    };
    if start > end {
        return Err(args.error("the start is after the end"));
    }
    let part = &items[start..end];
    Ok(Value::of(if matches!(value.kind, Kind::Tuple(_)) { Kind::Tuple(part) } else { Kind::List(part) }))
}

fn chunklist<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let items = args.list(0)?;
    let size = usize::try_from(args.whole(1)?).map_err(|_| args.refuse(1, "must not be negative"))?;
    let size = if size == 0 { items.len().max(1) } else { size };
    let chunks: Vec<Value<'a>> = items.chunks(size).map(|chunk| args.list_of(chunk)).collect();
    Ok(args.list_of(&chunks))
}

fn index<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    if args.value(1).is_null() {
        return Err(args.wrong(1, "a value"));
    }
    if args.value(1).is_unknown() && !args.null_flow {
        return Err(why_unknown(&args.value(1)));
    }
    let items = args.items_of_any(0)?;
    if items.is_empty() {
        return Err(args.refuse(0, "must not be empty"));
    }
    if matches!(args.value(0).kind, Kind::Set(_)) {
        return Err(args.wrong(0, "a list"));
    }
    for (at, item) in items.iter().enumerate() {
        match args.equal(item, &args.value(1)) {
            Some(true) => return Ok(Value::int(at as i64)),
            Some(false) => {}
            None => return Err(why_unknown(if item.is_wholly_known() { &args.args[1] } else { item })),
        }
    }
    Err(args.error("the list does not hold this value"))
}

fn matchkeys<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let values = args.list(0)?;
    args.wholly_known(1)?;
    args.wholly_known(2)?;
    let (keys, wanted) = (args.items(1)?, args.items(2)?);
    if values.len() != keys.len() {
        return Err(args.error("there must be as many keys as values"));
    }
    let all: Vec<Value<'a>> = keys.iter().chain(wanted).copied().collect();
    let Some(all) = unify(args.arena, &all) else {
        return Err(args.error("the keys and the wanted keys have no type in common"));
    };
    let (keys, wanted) = all.split_at(keys.len());
    let wanted = Seen::of(wanted);
    let matched: Vec<Value<'a>> =
        values.iter().zip(keys).filter(|(_, key)| wanted.holds(key)).map(|(value, _)| *value).collect();
    Ok(args.list_of(&matched))
}

fn one<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    args.typed(0, "a list", Ty::is_sequence)?;
    let value = args.known(0)?;
    match value.elements() {
        Some([]) => Ok(Value::NULL),
        Some([item]) => Ok(item.marked(value.marks)),
        Some(items) if matches!(value.kind, Kind::Set(_)) && items.iter().any(Value::is_unknown) => {
            Err(why_unknown(&value))
        }
        Some(_) => Err(args.refuse(0, "must be a list, set or tuple with at most one element")),
        None => Err(args.wrong(0, "a list")),
    }
}

/// Whether an element is known to be `deciding`; otherwise all of them must be known.
fn decided<'a>(args: &Args<'a, '_>, deciding: bool) -> Outcome<'a> {
    let mut open = None;
    for item in args.items(0)? {
        let truth = match item.kind {
            Kind::Null => false,
            // Of `alltrue` Terraform knows nothing from there on.
            Kind::Unknown(_) if !deciding && !args.null_flow => return Err(why_unknown(item)),
            Kind::Unknown(_) => {
                open = open.or(Some(*item));
                continue;
            }
            _ => match convert::convert(args.arena, *item, &Ty::Bool)?.as_bool() {
                Some(truth) => truth,
                None => return Err(args.wrong(0, "a list of bool")),
            },
        };
        if truth == deciding {
            return Ok(Value::bool(deciding));
        }
    }
    match open {
        Some(item) => Err(why_unknown(&item)),
        None => Ok(Value::bool(!deciding)),
    }
}

fn transpose<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut turned: std::collections::BTreeMap<&'a str, Vec<Value<'a>>> = std::collections::BTreeMap::new();
    for (key, list) in args.entries(0)? {
        let items = known(*list)?.elements().ok_or_else(|| args.wrong(0, "a map of lists of text"))?;
        for item in items {
            turned.entry(args.element_text(0, *item)?).or_default().push(Value::str(key));
        }
    }
    let entries = turned.into_iter().map(|(key, keys)| (key, args.list_of(&keys)));
    let entries: Vec<Entry<'a>> = entries.collect();
    Ok(Value::of(Kind::Map(args.arena.alloc_slice_copy(&entries))))
}

/// Refuses to make lists without bound.
pub(super) fn within_bounds<'a>(count: usize) -> Result<(), Stop<'a>> {
    if count > MAX_ITEMS { Err(Stop::Limit) } else { Ok(()) }
}
