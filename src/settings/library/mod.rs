//! The functions that only rules have and that need no estate: policies, ports, addresses, dates, versions, secrets.
//!
//! Unless a function says otherwise it answers null for null, and unknown for unknown unless the known part decides.
//! Predicates over a list are *any*.

mod actions;
mod cidr;
mod cron;
mod grants;
mod keys;
mod lists;
mod policy;
mod ports;
mod secrets;
mod text;
mod time;

pub use policy::{merged_statements, statements};
pub use secrets::{Secret, find_secrets};

use bumpalo::Bump;

use crate::value::{Entry, Kind, Reason, ReasonKind, Ty, Unknown, Value};

/// Calls a function of rules. `None`: there is no such function here. `Err` is a sentence without full stop.
///
/// `now` is the start of the run. A whole instance must be given as its [`Kind::Block`].
pub fn call<'a>(
    arena: &'a Bump,
    name: &str,
    args: &[Value<'a>],
    now: jiff::Timestamp,
) -> Option<Result<Value<'a>, String>> {
    let result = match (name.strip_prefix("core::").unwrap_or(name), args) {
        ("statements", [x]) => policy::statements(arena, x),
        ("allows", [statement, action]) => policy::allows(arena, statement, action),
        ("covers_resource", [statement, text]) => policy::covers_resource(arena, statement, text),
        ("covers_everything", [statement]) => policy::covers_everything(arena, statement),
        ("is_narrowed", [statement]) => policy::is_narrowed(arena, statement),
        ("access_level", [action]) => actions::access_level(arena, action),
        ("restrictable", [action]) => actions::restrictable(arena, action),
        ("covers_port", [ports, port]) => ports::covers_port(arena, ports, port),
        ("covers_protocol", [protocol, name]) => ports::covers_protocol(arena, protocol, name),
        ("named_ports", [ports, protocol, table]) => ports::named_ports(arena, ports, protocol, table),
        ("port_count", [ports]) => ports::port_count(arena, ports),
        ("is_open_cidr", [x]) => cidr::any(arena, x, cidr::is_open),
        ("is_public_cidr", [x]) => cidr::any(arena, x, cidr::is_public),
        ("is_private_cidr", [x]) => cidr::any(arena, x, cidr::is_private),
        ("is_own_key", [key]) => keys::is_own_key(arena, key),
        ("cidr_size", [x]) => cidr::size(arena, x),
        ("cidr_contains", [outer, inner]) => cidr::contains(arena, outer, inner),
        ("sort_by", [list, key]) => return Some(lists::sort_by(arena, list, key)),
        ("entry", [list, key, text]) => lists::entry(arena, list, key, text),
        ("by_version", [table, version]) => lists::by_version(arena, table, version),
        ("days_until", [date]) => time::days_until(arena, date, now),
        ("days_between", [from, to]) => time::days_between(arena, from, to),
        ("seconds", [duration]) => time::seconds(arena, duration),
        ("timestamp", []) => Value::str(arena.alloc_str(&now.to_string())),
        ("secrets", [x]) => secrets::secrets(arena, x),
        ("semverconstraint", [version, constraint]) => return Some(text::semverconstraint(arena, version, constraint)),
        ("semvercmp", [a, b]) => return Some(text::semvercmp(arena, a, b)),
        ("contains_substring", [x, part]) => text::contains_substring(arena, x, part),
        ("regex_match", [x, pattern]) => return Some(text::regex_match(arena, x, pattern)),
        ("valuetostring", [x]) => text::valuetostring(arena, x),
        _ => return None,
    };
    Some(Ok(result))
}

/// What a test over something that may be unknown says.
#[derive(Clone, Copy, Debug)]
enum Answer<'a> {
    Yes,
    No,
    /// It hangs on this unknown.
    Open(&'a Unknown<'a>),
}

impl<'a> Answer<'a> {
    fn of(truth: bool) -> Self {
        if truth { Self::Yes } else { Self::No }
    }

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            open => open,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Open(unknown), _) | (_, Self::Open(unknown)) => Self::Open(unknown),
            _ => Self::Yes,
        }
    }

    fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    /// Whether it is so for any of them.
    fn any(answers: impl IntoIterator<Item = Self>) -> Self {
        let mut sum = Self::No;
        for answer in answers {
            sum = sum.or(answer);
            if matches!(sum, Self::Yes) {
                break;
            }
        }
        sum
    }

    fn value(self, arena: &'a Bump) -> Value<'a> {
        match self {
            Self::Yes => Value::TRUE,
            Self::No => Value::FALSE,
            Self::Open(unknown) => unknown_like(arena, unknown, Ty::Bool),
        }
    }
}

/// A value that waits for the same thing as another one.
fn unknown_like<'a>(arena: &'a Bump, unknown: &'a Unknown<'a>, ty: Ty<'a>) -> Value<'a> {
    let deps = match unknown.ident {
        Some(ident) => {
            let mut deps = vec![ident];
            deps.extend(unknown.deps);
            arena.alloc_slice_copy(&deps)
        }
        None => unknown.deps,
    };
    Value::of(Kind::Unknown(arena.alloc(Unknown { ty, deps, ..Unknown::new(unknown.reason) })))
}

/// A value that cannot be known, for a reason of its own.
fn unknown<'a>(arena: &'a Bump, kind: ReasonKind, name: &'a str) -> Value<'a> {
    let reason = Reason { kind, name, at: crate::value::Origin::NONE };
    Value::of(Kind::Unknown(arena.alloc(Unknown::new(reason))))
}

/// The unknown among the arguments, or null where one is null: what most functions answer without looking further.
fn blank<'a>(arena: &'a Bump, args: &[&Value<'a>], ty: Ty<'a>) -> Option<Value<'a>> {
    if args.iter().any(|arg| arg.is_null()) {
        return Some(Value::NULL);
    }
    args.iter().find_map(|arg| arg.unknown()).map(|unknown| unknown_like(arena, unknown, ty))
}

/// An object of these entries.
fn object<'a>(arena: &'a Bump, entries: &[Entry<'a>]) -> Value<'a> {
    let entries = arena.alloc_slice_copy(entries);
    entries.sort_unstable_by_key(|(name, _)| *name);
    Value::of(Kind::Object(entries))
}

/// A list of these values.
fn list<'a>(arena: &'a Bump, items: &[Value<'a>]) -> Value<'a> {
    Value::of(Kind::List(arena.alloc_slice_copy(items)))
}

/// An attribute of an object or block; null where there is none.
fn get<'a>(value: &Value<'a>, name: &str) -> Value<'a> {
    value.entries().and_then(|entries| crate::value::lookup(entries, name)).copied().unwrap_or(Value::NULL)
}

/// A string or list of strings as a list: what single values in policies stand for.
fn many<'a>(value: &Value<'a>) -> Vec<Value<'a>> {
    match value.elements() {
        Some(items) => items.to_vec(),
        None if value.is_null() => Vec::new(),
        None => vec![*value],
    }
}

/// The text of a string, number or bool.
fn scalar<'a>(arena: &'a Bump, value: &Value<'a>) -> Option<&'a str> {
    match value.kind {
        Kind::Str(text) => Some(text),
        Kind::Null | Kind::Unknown(_) => None,
        _ => crate::value::convert(arena, *value, &Ty::String).ok()?.as_str(),
    }
}

#[cfg(test)]
mod tests;
