//! The arguments of one call, taken as the types that functions want.

use bumpalo::Bump;

use super::{Outcome, Stop, parts_of};
use crate::value::number::Num;
use crate::value::{
    Entry, Kind, Marks, Origin, Reason, ReasonKind, Ty, Unknown, Value, convert, equal, equal_in_rules,
};

/// The arguments of one call, and where its result is made.
pub(super) struct Args<'a, 'c> {
    pub(super) arena: &'a Bump,
    pub(super) name: &'c str,
    pub(super) args: &'c [Value<'a>],
    /// Whether a rule calls: all that is known of an unknown counts, not only what Terraform knows.
    pub(super) null_flow: bool,
}

impl<'a> Args<'a, '_> {
    pub(super) fn len(&self) -> usize {
        self.args.len()
    }

    /// The argument, whatever it is. Its number was checked.
    pub(super) fn value(&self, index: usize) -> Value<'a> {
        self.args[index]
    }

    /// The argument, neither null nor unknown; parts of it may be.
    pub(super) fn known(&self, index: usize) -> Outcome<'a> {
        let value = self.value(index);
        match value.kind {
            Kind::Null => Err(self.refuse(index, "must not be null")),
            _ => known(value),
        }
    }

    /// The argument, of which no part is unknown.
    pub(super) fn wholly_known(&self, index: usize) -> Outcome<'a> {
        let value = self.value(index);
        if value.is_wholly_known() { Ok(value) } else { Err(why_unknown(&value)) }
    }

    /// Refuses an unknown argument whose type is certainly wrong.
    pub(super) fn typed(&self, index: usize, needed: &str, fits: impl Fn(&Ty<'a>) -> bool) -> Outcome<'a, ()> {
        match self.value(index).kind {
            Kind::Unknown(unknown) if !self.null_flow && !matches!(unknown.ty, Ty::Any) && !fits(&unknown.ty) => {
                let message =
                    format!("The {} argument of {} must be {needed}, not a {}", ordinal(index), self.name, unknown.ty);
                Err(Stop::Type(message))
            }
            _ => Ok(()),
        }
    }

    /// Text; numbers and truth values become text.
    pub(super) fn text(&self, index: usize) -> Outcome<'a, &'a str> {
        self.typed(index, "text", Ty::is_primitive)?;
        let value = self.known(index)?;
        self.as_text(value).ok_or_else(|| self.wrong(index, "text"))
    }

    /// A value as text, if it is text, a number or a truth value.
    pub(super) fn as_text(&self, value: Value<'a>) -> Option<&'a str> {
        match value.kind {
            Kind::Str(text) => Some(text),
            _ => convert(self.arena, value, &Ty::String).ok()?.as_str(),
        }
    }

    pub(super) fn number(&self, index: usize) -> Outcome<'a, Num> {
        self.typed(index, "a number", |ty| matches!(ty, Ty::Number | Ty::String))?;
        let value = self.known(index)?;
        self.as_number(value).ok_or_else(|| self.wrong(index, "a number"))
    }

    pub(super) fn as_number(&self, value: Value<'a>) -> Option<Num> {
        Num::of(&convert(self.arena, value, &Ty::Number).ok()?)
    }

    /// A whole number.
    pub(super) fn whole(&self, index: usize) -> Outcome<'a, i64> {
        self.number(index)?.to_i64().ok_or_else(|| self.refuse(index, "must be a whole number"))
    }

    /// The elements of a list, tuple or set; elements may be unknown or null.
    pub(super) fn items(&self, index: usize) -> Outcome<'a, &'a [Value<'a>]> {
        self.typed(index, "a list", Ty::is_sequence)?;
        self.items_of_any(index)
    }

    /// The same of an argument whose type Terraform looks at only once it is known.
    pub(super) fn items_of_any(&self, index: usize) -> Outcome<'a, &'a [Value<'a>]> {
        self.known(index)?.elements().ok_or_else(|| self.wrong(index, "a list"))
    }

    /// The elements, brought to one type, as a list has them. Each may be unknown.
    pub(super) fn list(&self, index: usize) -> Outcome<'a, &'a [Value<'a>]> {
        self.typed(index, "a list", Ty::is_sequence)?;
        let value = self.known(index)?;
        let items = value.elements().ok_or_else(|| self.wrong(index, "a list"))?;
        match value.kind {
            Kind::Tuple(_) => Ok(crate::value::unify(self.arena, items).unwrap_or(items)),
            _ => Ok(items),
        }
    }

    /// The types of the elements that empty arguments do not have. In rules, only what is there counts.
    pub(super) fn types_of_empty(&self) -> Vec<Ty<'a>> {
        let empty = self
            .args
            .iter()
            .filter(|_| !self.null_flow)
            .filter(|value| matches!(value.kind, Kind::List([]) | Kind::Set([]) | Kind::Map([])));
        empty.map(|value| value.hint.ty(self.arena)).collect()
    }

    /// The elements of a list, all known, as text.
    pub(super) fn texts(&self, index: usize) -> Outcome<'a, Vec<&'a str>> {
        let items = self.items(index)?;
        items.iter().map(|item| self.element_text(index, *item)).collect()
    }

    pub(super) fn element_text(&self, index: usize, item: Value<'a>) -> Outcome<'a, &'a str> {
        if item.is_null() {
            return Err(self.refuse(index, "must not hold null"));
        }
        self.as_text(known(item)?).ok_or_else(|| self.wrong(index, "a list of text"))
    }

    /// The entries of a map or object; values may be unknown.
    pub(super) fn entries(&self, index: usize) -> Outcome<'a, &'a [Entry<'a>]> {
        self.typed(index, "a map", Ty::has_keys)?;
        let value = self.known(index)?;
        value.entries().ok_or_else(|| self.wrong(index, "a map"))
    }

    /// Whether two values are equal, as far as the caller may know.
    pub(super) fn equal(&self, a: &Value<'a>, b: &Value<'a>) -> Option<bool> {
        if self.null_flow { equal_in_rules(a, b) } else { equal(a, b) }
    }

    /// What the caller may know of the beginning of an unknown text.
    pub(super) fn prefix(&self, unknown: &Unknown<'a>) -> &'a str {
        if self.null_flow { unknown.prefix } else { unknown.told() }
    }

    pub(super) fn wrong(&self, index: usize, needed: &str) -> Stop<'a> {
        let found = self.value(index).type_name();
        let article = if found.starts_with(['o', 'u']) { "an" } else { "a" };
        let found = if found == "null" { found.to_owned() } else { format!("{article} {found}") };
        Stop::Type(format!("The {} argument of {} must be {needed}, not {found}", ordinal(index), self.name))
    }

    pub(super) fn refuse(&self, index: usize, what: &str) -> Stop<'a> {
        Stop::Error(format!("The {} argument of {} {what}", ordinal(index), self.name))
    }

    /// A refusal by the types of the arguments alone, which are known before their values are.
    pub(super) fn mismatch(&self, message: impl std::fmt::Display) -> Stop<'a> {
        Stop::Type(format!("{}: {message}", self.name))
    }

    pub(super) fn error(&self, message: impl std::fmt::Display) -> Stop<'a> {
        Stop::Error(format!("{}: {message}", self.name))
    }

    /// The function itself as the reason why its result is not known.
    pub(super) fn own_reason(&self) -> Reason<'a> {
        let name = self.arena.alloc_str(&format!("{}()", self.name));
        Reason { kind: ReasonKind::Function, name, at: Origin::NONE }
    }

    pub(super) fn str(&self, text: &str) -> Value<'a> {
        Value::str(self.arena.alloc_str(text))
    }

    pub(super) fn list_of(&self, items: &[Value<'a>]) -> Value<'a> {
        Value::of(Kind::List(self.arena.alloc_slice_copy(items)))
    }

    pub(super) fn tuple_of(&self, items: &[Value<'a>]) -> Value<'a> {
        Value::of(Kind::Tuple(self.arena.alloc_slice_copy(items)))
    }

    pub(super) fn set_of(&self, items: &[Value<'a>]) -> Value<'a> {
        let items = self.arena.alloc_slice_copy(items);
        let set = Value::of(Kind::Set(crate::value::set::sort_set(self.arena, items)));
        // Terraform marks a set as a whole.
        let sensitive = !self.null_flow && items.iter().any(Value::any_sensitive);
        if sensitive { set.marked(Marks::SENSITIVE) } else { set }
    }

    /// Entries in order of their keys; of equal keys the last one counts.
    pub(super) fn sorted(&self, mut entries: Vec<Entry<'a>>) -> &'a [Entry<'a>] {
        entries.sort_by(|a, b| a.0.cmp(b.0));
        let mut kept: Vec<Entry<'a>> = Vec::with_capacity(entries.len());
        for entry in entries {
            match kept.last_mut() {
                Some(last) if last.0 == entry.0 => *last = entry,
                _ => kept.push(entry),
            }
        }
        self.arena.alloc_slice_copy(&kept)
    }

    /// The first of the elements that may not be there, where it matters which elements there are, and in which order.
    pub(super) fn open_elements(&self) -> Option<&'a Unknown<'a>> {
        let counts = |name| {
            matches!(
                name,
                "element"
                    | "slice"
                    | "chunklist"
                    | "index"
                    | "one"
                    | "zipmap"
                    | "matchkeys"
                    | "coalescelist"
                    | "setproduct"
            )
        };
        let among = if self.null_flow && counts(self.name) { self.args } else { &[] };
        among.iter().find_map(Value::first_perhaps)
    }

    /// An unknown of a type: whose it is follows from the arguments. Functions do not give null for unknown input.
    pub(super) fn unknown(&self, ty: Ty<'a>, reason: Reason<'a>) -> Value<'a> {
        self.refined(ty, reason, "", 0)
    }

    /// An unknown text that begins in a known way, of which Terraform knows `told` bytes.
    pub(super) fn refined(&self, ty: Ty<'a>, reason: Reason<'a>, prefix: &'a str, told: usize) -> Value<'a> {
        let mut deps = Vec::new();
        parts_of(self.args, &mut deps);
        let not_null = !matches!(ty, Ty::Any);
        let deps = self.arena.alloc_slice_copy(&deps);
        let unknown = Unknown { ty, deps, not_null, prefix, told, ..Unknown::new(reason) };
        Value::of(Kind::Unknown(self.arena.alloc(unknown)))
    }
}

/// The value, if it is not unknown itself.
pub(super) fn known<'a>(value: Value<'a>) -> Outcome<'a> {
    match value.kind {
        Kind::Unknown(_) | Kind::Instance(_) => Err(why_unknown(&value)),
        _ => Ok(value),
    }
}

/// Why a value that is not wholly known is not.
pub(super) fn why_unknown<'a>(value: &Value<'a>) -> Stop<'a> {
    let reason = value.first_unknown().map(|unknown| unknown.reason);
    Stop::Unknown(reason.unwrap_or(Reason { kind: ReasonKind::Computed, name: "", at: value.origin }))
}

/// The reason of the first unknown among values.
pub(super) fn first_reason<'a>(values: &[Value<'a>]) -> Option<Reason<'a>> {
    values.iter().find_map(|value| value.first_unknown()).map(|unknown| unknown.reason)
}

fn ordinal(index: usize) -> String {
    match index {
        0 => "first".to_owned(),
        1 => "second".to_owned(),
        2 => "third".to_owned(),
        _ => format!("{}th", index + 1),
    }
}
