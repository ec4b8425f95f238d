//! Terraform's pure functions, one file a family.
//!
//! In: values. Out: a value, unknown where it depends on something unknown, or a sentence why Terraform would refuse the
//! call. What functions give was asked of Terraform 1.11 and stands as tables in the tests of each family.

mod args;
mod charset;
mod collection;
mod conversion;
mod csv;
mod date;
mod encoding;
mod format;
mod hash;
mod json;
mod network;
mod number;
mod regex;
mod set;
mod string;
mod tfvars;
mod yaml;

use bumpalo::Bump;

use crate::value::{Ident, Kind, Origin, Reason, ReasonKind, Ty, TypeHint, Unknown, Value};
use args::Args;
pub(super) use hash::{digest, is_hash};
pub(super) use string::safe_prefix;

/// Why a function gives no known value.
enum Stop<'a> {
    /// It depends on something that is not known.
    Unknown(Reason<'a>),
    /// Terraform would refuse the call, as an argument is of the wrong type.
    Type(String),
    /// Terraform would refuse the call by the values of its arguments, once all are known.
    Error(String),
    /// A bound of onus was reached; Terraform may well go on.
    Limit,
}

impl From<String> for Stop<'_> {
    fn from(message: String) -> Self {
        Self::Error(message)
    }
}

type Outcome<'a, T = Value<'a>> = Result<T, Stop<'a>>;

/// One function.
#[derive(Clone, Copy)]
struct Function {
    run: for<'a, 'c> fn(&Args<'a, 'c>) -> Outcome<'a>,
    /// The type of its result, for when that is not known.
    result: Ty<'static>,
    least: usize,
    most: usize,
}

/// Any number of arguments.
const MANY: usize = usize::MAX;

impl Function {
    const fn new(
        count: std::ops::RangeInclusive<usize>,
        result: Ty<'static>,
        run: for<'a, 'c> fn(&Args<'a, 'c>) -> Outcome<'a>,
    ) -> Self {
        Self { run, result, least: *count.start(), most: *count.end() }
    }
}

/// Calls a pure function of Terraform. `None`: no such function. `Err` is a sentence without full stop.
///
/// The interpreter marks the result by the marks of all arguments. Unknown arguments give an unknown result unless the
/// answer does not depend on them; for rules (`null_flow`) also what Terraform does not know of them counts.
pub fn call<'a>(arena: &'a Bump, name: &str, args: &[Value<'a>], null_flow: bool) -> Option<Result<Value<'a>, String>> {
    let name = name.strip_prefix("core::").unwrap_or(name);
    Some(run(find(name)?, &Args { arena, name, args, null_flow }))
}

/// Calls a function of the provider that is built into Terraform, by its name in that provider. `name` is the whole one.
pub fn call_of_provider<'a>(
    arena: &'a Bump,
    name: &str,
    function: &str,
    args: &[Value<'a>],
) -> Option<Result<Value<'a>, String>> {
    Some(run(tfvars::find(function)?, &Args { arena, name, args, null_flow: false }))
}

fn run<'a>(function: Function, args: &Args<'a, '_>) -> Result<Value<'a>, String> {
    let (arena, name, null_flow) = (args.arena, args.name, args.null_flow);
    if args.len() < function.least || args.len() > function.most {
        return Err(wrong_count(name, function, args.len()));
    }
    if let Some(open) = args.open_elements() {
        return Ok(args.unknown(function.result, open.reason));
    }
    match (function.run)(args) {
        Ok(value) => Ok(Value { hint: hint_of(&value, function, args), ..value }),
        Err(Stop::Unknown(reason)) => Ok(args.unknown(function.result, reason)),
        Err(Stop::Error(_)) if !null_flow && args.args.iter().any(Value::is_unknown) => {
            let reason = args.args.iter().find_map(Value::unknown).map(|unknown| unknown.reason);
            Ok(args.unknown(function.result, reason.unwrap_or(args.own_reason())))
        }
        Err(Stop::Error(message) | Stop::Type(message)) => Err(message),
        Err(Stop::Limit) => {
            let name = arena.alloc_str(&format!("{name}()"));
            Ok(args.unknown(function.result, Reason { kind: ReasonKind::Limit, name, at: Origin::NONE }))
        }
    }
}

/// The type of the elements that an empty result does not have.
fn hint_of(value: &Value<'_>, function: Function, args: &Args<'_, '_>) -> TypeHint {
    let is_empty = matches!(value.kind, Kind::List([]) | Kind::Set([]) | Kind::Map([]));
    match function.result {
        _ if !is_empty || value.hint != TypeHint::NOT_KNOWN => value.hint,
        Ty::List(element) | Ty::Set(element) | Ty::Map(element) if !matches!(element, Ty::Any) => TypeHint::of(element),
        _ if matches!(args.name, "slice" | "reverse" | "distinct" | "matchkeys") => args.value(0).hint,
        _ => TypeHint::NOT_KNOWN,
    }
}

fn find(name: &str) -> Option<Function> {
    collection::find(name)
        .or_else(|| string::find(name))
        .or_else(|| conversion::find(name))
        .or_else(|| encoding::find(name))
        .or_else(|| set::find(name))
        .or_else(|| number::find(name))
        .or_else(|| regex::find(name))
        .or_else(|| network::find(name))
        .or_else(|| hash::find(name))
        .or_else(|| date::find(name))
        .or_else(|| known_at_apply(name))
}

/// Functions that give another value each time, or need what onus does not have.
fn known_at_apply(name: &str) -> Option<Function> {
    let of_text = |args: std::ops::RangeInclusive<usize>, run| Function::new(args, Ty::String, run);
    Some(match name {
        "timestamp" | "plantimestamp" | "uuid" => of_text(0..=0, |args| Ok(at_apply(args.arena, args.name))),
        "base64gzip" => of_text(1..=1, |args| text_at_apply(args, 1)),
        "rsadecrypt" => of_text(2..=2, |args| text_at_apply(args, 2)),
        // Terraform takes any number of costs, and looks at the first.
        "bcrypt" => of_text(1..=MANY, |args| {
            for index in (1..args.len()).filter(|index| !args.value(*index).is_unknown()) {
                args.number(index)?;
            }
            text_at_apply(args, 1)
        }),
        _ => return None,
    })
}

/// The same for a function that takes text.
fn text_at_apply<'a>(args: &Args<'a, '_>, texts: usize) -> Outcome<'a> {
    for index in 0..texts {
        if !args.value(index).is_unknown() {
            args.text(index)?;
        }
    }
    Ok(at_apply(args.arena, args.name))
}

fn at_apply<'a>(arena: &'a Bump, name: &str) -> Value<'a> {
    let reason = Reason { kind: ReasonKind::Function, name: arena.alloc_str(&format!("{name}()")), at: Origin::NONE };
    let unknown = Unknown { ty: Ty::String, not_null: true, ..Unknown::new(reason) };
    Value::of(Kind::Unknown(arena.alloc(unknown)))
}

fn wrong_count(name: &str, function: Function, given: usize) -> String {
    let needed = match (function.least, function.most) {
        (least, MANY) => format!("at least {least}"),
        (least, most) if least == most => least.to_string(),
        (least, most) => format!("{least} to {most}"),
    };
    let plural = if needed == "1" || needed == "at least 1" { "" } else { "s" };
    format!("{name} takes {needed} argument{plural}, not {given}")
}

/// The attributes that have a part in a value, for those who look for companions. Bounded: more are of no use.
fn parts_of<'a>(values: &[Value<'a>], found: &mut Vec<Ident<'a>>) {
    const MOST: usize = 64;
    for value in values {
        if found.len() >= MOST {
            return;
        }
        match value.kind {
            Kind::Unknown(unknown) => {
                let parts = unknown.ident.iter().chain(unknown.deps);
                found.extend(parts.copied().take(MOST));
            }
            Kind::Instance(instance) => found.push(Ident { instance, path: "" }),
            _ => {
                if let Some(items) = value.elements() {
                    parts_of(items, found);
                } else if let Some(entries) = value.entries() {
                    entries.iter().for_each(|(_, value)| parts_of(&[*value], found));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
