//! Follows a path (rule-language: `setting[name~x].value`) through a value in normal form.

use crate::settings::path::{Selector, Step};
use crate::value::{BlockObject, Kind, Origin, Unknown, Value, lookup};

/// What stands at the end of a path.
#[derive(Clone, Debug)]
pub(super) struct Found<'s> {
    /// The value; null if nothing is written there.
    pub(super) value: Value<'s>,
    /// The innermost written block around it: where one would write it.
    pub(super) container: Origin,
    /// The path with indices: `ingress[0].cidr_blocks`.
    pub(super) path: String,
}

impl Found<'_> {
    /// Whether the configuration gives the value, and it isn't null.
    pub(super) fn is_written(&self) -> bool {
        !self.value.is_null() && !self.value.marks.has(crate::value::Marks::UNWRITTEN)
    }
}

/// Reads attributes of instances, which values do not hold themselves.
pub(super) trait Attributes<'s> {
    /// What is written in an instance; null if nothing is.
    fn written(&self, instance: crate::value::InstanceId, name: &str) -> Value<'s>;
    /// The header of an instance.
    fn header(&self, instance: crate::value::InstanceId) -> Origin;
    /// What is written in an instance, as a whole.
    fn body(&self, instance: crate::value::InstanceId) -> &BlockObject<'s>;
}

/// Everything at the end of a path; `[*]` makes one for each element. A path that leads through something unknown ends
/// in an unknown.
pub(super) fn follow<'s>(attributes: &dyn Attributes<'s>, from: &Found<'s>, steps: &[Step<'_>]) -> Vec<Found<'s>> {
    let mut here = vec![from.clone()];
    for (index, step) in steps.iter().enumerate() {
        let last = index + 1 == steps.len();
        here = here.iter().flat_map(|found| one_step(attributes, found, step, last)).collect();
    }
    here
}

fn one_step<'s>(attributes: &dyn Attributes<'s>, from: &Found<'s>, step: &Step<'_>, last: bool) -> Vec<Found<'s>> {
    let mut path = from.path.clone();
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(step.name);
    let container = match from.value.kind {
        Kind::Instance(id) => attributes.header(id),
        Kind::Block(_) if from.value.origin.is_some() => from.value.origin,
        _ => from.container,
    };
    let value = child(attributes, &from.value, step.name);
    let found = |value: Value<'s>, path: String| Found { value, container, path };
    let unknown = |unknown: &'s Unknown<'s>, origin| Value::of(Kind::Unknown(unknown)).at(origin);
    let items = match value.kind {
        Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => Some(items),
        _ => None,
    };
    match (step.selector, items) {
        // A block that may stand once needs no index; at the end, the list itself is meant.
        (Selector::None, Some([only])) if !last || is_block(only) => {
            vec![found(*only, format!("{path}[0]"))]
        }
        (Selector::None, Some([])) if !last || is_block_of(attributes, &from.value, step.name) => {
            vec![found(Value::NULL, path)]
        }
        (Selector::None, _) => vec![found(value, path)],
        (_, None) => match value.kind {
            Kind::Unknown(why) => vec![found(unknown(why, value.origin), path)],
            // One block of those that may stand once, or an object: itself is the element.
            Kind::Block(_) | Kind::Object(_) if matches!(step.selector, Selector::All | Selector::Index(0)) => {
                vec![found(value, path)]
            }
            Kind::Map(entries) if step.selector == Selector::All => {
                entries.iter().map(|(key, value)| found(*value, format!("{path}[\"{key}\"]"))).collect()
            }
            _ if step.selector == Selector::All => Vec::new(),
            _ => vec![found(Value::NULL, path)],
        },
        (Selector::All, Some(items)) => {
            items.iter().enumerate().map(|(index, item)| found(*item, format!("{path}[{index}]"))).collect()
        }
        (Selector::Index(index), Some(items)) => {
            let value = items.get(index as usize).copied().unwrap_or(Value::NULL);
            vec![found(value, format!("{path}[{index}]"))]
        }
        (Selector::Entry { key, text, any_case }, Some(items)) => {
            let mut open = None;
            for (index, item) in items.iter().enumerate() {
                let name = child(attributes, item, key);
                let same = name
                    .as_str()
                    .is_some_and(|name| if any_case { name.eq_ignore_ascii_case(text) } else { name == text });
                if same {
                    return vec![found(*item, format!("{path}[{index}]"))];
                }
                open = open.or(name.unknown()).or(item.unknown());
            }
            let value = open.map_or(Value::NULL, |why| unknown(why, value.origin));
            vec![found(value, path)]
        }
    }
}

fn is_block(value: &Value<'_>) -> bool {
    matches!(value.kind, Kind::Block(_))
}

/// Whether what has that name is nested blocks: a `dynamic` one that makes none leaves an empty list, and is not written.
fn is_block_of<'s>(attributes: &dyn Attributes<'s>, value: &Value<'s>, name: &str) -> bool {
    let block = match value.kind {
        Kind::Block(block) => block,
        Kind::Instance(id) => attributes.body(id),
        _ => return false,
    };
    let schema = block.schema.map(crate::schema::BlockSchema::from);
    schema.and_then(|schema| schema.attr(name)).is_some_and(|attr| attr.is_block())
}

/// The attribute of a value under a name; null if there is none, unknown if the value is.
pub(super) fn child<'s>(attributes: &dyn Attributes<'s>, value: &Value<'s>, name: &str) -> Value<'s> {
    match value.kind {
        Kind::Instance(id) => attributes.written(id, name),
        Kind::Object(entries) | Kind::Map(entries) => lookup(entries, name).copied().unwrap_or(Value::NULL),
        Kind::Block(block) => block.get(name).copied().unwrap_or(Value::NULL),
        Kind::Unknown(_) => *value,
        Kind::List([only]) | Kind::Tuple([only]) | Kind::Set([only]) => child(attributes, only, name),
        _ => Value::NULL,
    }
}
