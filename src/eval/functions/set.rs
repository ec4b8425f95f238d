//! Functions on sets.

use super::args::Args;
use super::collection::{Seen, within_bounds};
use super::{Function, MANY, Outcome};
use crate::value::unify::unify_with;
use crate::value::{Kind, Ty, Value};

pub(super) fn find(name: &str) -> Option<Function> {
    const ANY_SET: Ty<'static> = Ty::Set(&Ty::Any);
    let set = |count, run| Function::new(count, ANY_SET, run);
    Some(match name {
        "setunion" => set(1..=MANY, union),
        "setintersection" => set(1..=MANY, |args| filtered(args, |in_others| in_others.iter().all(|inside| *inside))),
        "setsubtract" => set(2..=2, |args| filtered(args, |in_others| !in_others.iter().any(|inside| *inside))),
        "setproduct" => Function::new(2..=MANY, Ty::Any, product),
        _ => return None,
    })
}

fn union<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut all = Vec::new();
    for index in 0..args.len() {
        all.extend_from_slice(args.items(index)?);
    }
    let all = unify_with(args.arena, &all, &args.types_of_empty())
        .ok_or_else(|| args.mismatch("the elements have no type in common"))?;
    Ok(args.set_of(all))
}

/// Elements of the first set, by whether each of the other sets holds them.
fn filtered<'a>(args: &Args<'a, '_>, keep: impl Fn(&[bool]) -> bool) -> Outcome<'a> {
    let mut all = Vec::new();
    let mut ends = Vec::new();
    for index in 0..args.len() {
        args.wholly_known(index)?;
        all.extend_from_slice(args.items(index)?);
        ends.push(all.len());
    }
    let all = unify_with(args.arena, &all, &args.types_of_empty())
        .ok_or_else(|| args.mismatch("the elements have no type in common"))?;
    let others: Vec<Seen<'a>> = ends.windows(2).map(|pair| Seen::of(&all[pair[0]..pair[1]])).collect();
    let kept: Vec<Value<'a>> = all[..ends[0]]
        .iter()
        .filter(|item| keep(&others.iter().map(|set| set.holds(item)).collect::<Vec<bool>>()))
        .copied()
        .collect();
    Ok(args.set_of(&kept))
}

fn product<'a>(args: &Args<'a, '_>) -> Outcome<'a> {
    let mut lists = Vec::new();
    let mut any_set = false;
    let mut count = 1usize;
    for index in 0..args.len() {
        let value = args.known(index)?;
        let is_set = matches!(value.kind, Kind::Set(_));
        if is_set {
            args.wholly_known(index)?;
        }
        any_set |= is_set;
        let items = args.list(index)?;
        count = count.saturating_mul(items.len());
        // Each row holds an element of each list.
        within_bounds(count.saturating_mul(args.len()))?;
        lists.push(items);
    }
    let mut rows: Vec<Vec<Value<'a>>> = vec![Vec::new()];
    for items in lists {
        let longer = |row: &Vec<Value<'a>>, item: &Value<'a>| row.iter().copied().chain([*item]).collect();
        rows = rows.iter().flat_map(|row| items.iter().map(move |item| longer(row, item))).collect();
    }
    let rows: Vec<Value<'a>> = rows.iter().map(|row| args.tuple_of(row)).collect();
    Ok(if any_set { args.set_of(&rows) } else { args.list_of(&rows) })
}
