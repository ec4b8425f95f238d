//! Which instances of two estates are the same one: a change of the configuration may have given it another address.
//!
//! In: the estate before a change of the configuration, and the one after it. Out: [`Pairs`]. By address first; then by the
//! `moved` blocks of the configuration afterwards; then by what is written in them, as git finds files again that were
//! renamed.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::{Estate, InstanceId, InstanceKind, one_name};
use crate::config::ModuleId;
use crate::value::{Kind, Value};

/// A chain of `moved` blocks has at most so many links.
const MAX_LINKS: usize = 64;

/// How many of a hundred arguments must be the same for a resource to be taken for another one of before.
const ALIKE: usize = 50;

/// So many resources of one type that came, times those that went, are compared with each other.
const MAX_COMPARED: usize = 10_000;

/// Which instances of two estates are the same.
#[derive(Debug, Default)]
pub struct Pairs {
    after: FxHashMap<InstanceId, InstanceId>,
    before: FxHashMap<InstanceId, InstanceId>,
    /// Managed resources that have another address afterwards: the one before, and the one afterwards; in the order of
    /// the estate before.
    pub renamed: Vec<(String, String)>,
}

impl Pairs {
    /// Finds them.
    pub fn of(before: &Estate<'_>, after: &Estate<'_>) -> Self {
        let mut pairs = Self::default();
        let is_there = |estate: &Estate<'_>, id: InstanceId| !estate.instance(id).action.is_end();
        let mut arrived: FxHashMap<String, InstanceId> = after.iter().map(|(id, _)| (after.address(id), id)).collect();
        arrived.retain(|_, id| is_there(after, *id));
        let all = before.iter().map(|(id, _)| id).filter(|id| is_there(before, *id));
        let mut left: Vec<(InstanceId, String)> = all.map(|id| (id, before.address(id))).collect();
        left.retain(|(id, address)| !arrived.remove(address).is_some_and(|other| pairs.join(*id, other)));
        let moved = Moved::of(after);
        left.retain(|(id, address)| {
            let to = moved.follow(address, |address| arrived.contains_key(address));
            let Some(other) = to.as_ref().and_then(|to| arrived.remove(to)) else { return true };
            pairs.note(before, *id, address, to.as_deref().unwrap_or_default());
            !pairs.join(*id, other)
        });
        pairs.find_alike(before, after, left, &arrived);
        pairs
    }

    /// The instance that it is afterwards.
    pub fn after(&self, before: InstanceId) -> Option<InstanceId> {
        self.after.get(&before).copied()
    }

    /// The instance that it was before.
    pub fn before(&self, after: InstanceId) -> Option<InstanceId> {
        self.before.get(&after).copied()
    }

    /// All instances of both estates: first those that are there afterwards, then those that are gone.
    pub fn all<'p>(
        &'p self,
        before: &'p Estate<'_>,
        after: &'p Estate<'_>,
    ) -> impl Iterator<Item = (Option<InstanceId>, Option<InstanceId>)> + 'p {
        let here = after.iter().map(|(id, _)| (self.before(id), Some(id)));
        let gone = before.iter().map(|(id, _)| id).filter(|id| self.after(*id).is_none());
        here.chain(gone.map(|id| (Some(id), None)))
    }

    /// Whether both say the same.
    pub fn is_same(&self, was: &Estate<'_>, old: InstanceId, is: &Estate<'_>, new: InstanceId) -> bool {
        fingerprint(was, old) == fingerprint(is, new)
    }

    fn join(&mut self, before: InstanceId, after: InstanceId) -> bool {
        self.after.insert(before, after);
        self.before.insert(after, before);
        true
    }

    fn note(&mut self, estate: &Estate<'_>, id: InstanceId, from: &str, to: &str) {
        if estate.instance(id).kind == InstanceKind::Managed {
            self.renamed.push((from.to_owned(), to.to_owned()));
        }
    }

    /// Joins resources of one type that say the same, then those that say nearly the same.
    fn find_alike(
        &mut self,
        before: &Estate<'_>,
        after: &Estate<'_>,
        left: Vec<(InstanceId, String)>,
        arrived: &FxHashMap<String, InstanceId>,
    ) {
        let mut came: Vec<(InstanceId, &String)> = arrived.iter().map(|(address, id)| (*id, address)).collect();
        came.sort_unstable_by_key(|(id, _)| *id);
        let is_resource = |kind: InstanceKind| matches!(kind, InstanceKind::Managed | InstanceKind::Data);
        came.retain(|(id, _)| is_resource(after.instance(*id).kind));
        // The first one last: they are taken from the end.
        let mut saying: FxHashMap<(Type<'_>, u64), Vec<(InstanceId, &String)>> = FxHashMap::default();
        for (id, address) in came.iter().rev() {
            saying.entry((Type::of(after, *id), fingerprint(after, *id))).or_default().push((*id, address));
        }
        // Those that say the same all find their like before any is taken that only resembles them.
        let (mut rest, mut renamed) = (Vec::new(), Vec::new());
        for (id, address) in left {
            let same = saying.get_mut(&(Type::of(before, id), fingerprint(before, id)));
            match same.and_then(Vec::pop) {
                Some((other, to)) => {
                    self.join(id, other);
                    renamed.push((id, address, to));
                }
                None => rest.push((id, address)),
            }
        }
        let mut gone: FxHashMap<Type<'_>, usize> = FxHashMap::default();
        rest.iter().for_each(|(id, _)| *gone.entry(Type::of(before, *id)).or_default() += 1);
        let mut by_type: FxHashMap<Type<'_>, Vec<(InstanceId, &String)>> = FxHashMap::default();
        for (id, address) in came.into_iter().filter(|(id, _)| !self.before.contains_key(id)) {
            by_type.entry(Type::of(after, id)).or_default().push((id, address));
        }
        for (id, address) in rest {
            let Some(others) = by_type.get_mut(&Type::of(before, id)) else { continue };
            if gone[&Type::of(before, id)] * others.len() > MAX_COMPARED {
                continue;
            }
            let likeness = |(other, _): &(InstanceId, &String)| likeness(before, id, after, *other);
            let all = others.iter().enumerate().map(|(at, other)| (likeness(other), usize::MAX - at));
            if let Some((_, at)) = all.filter(|(likeness, _)| *likeness >= ALIKE).max() {
                let (other, to) = others.remove(usize::MAX - at);
                self.join(id, other);
                renamed.push((id, address, to));
            }
        }
        renamed.sort_unstable_by_key(|(id, ..)| *id);
        for (id, from, to) in renamed {
            self.note(before, id, &from, to);
        }
    }
}

/// What must be the same of two instances for them to be one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Type<'a>(InstanceKind, &'a str);

impl<'a> Type<'a> {
    fn of(estate: &Estate<'a>, id: InstanceId) -> Self {
        let instance = estate.instance(id);
        Self(instance.kind, one_name(instance.type_name))
    }
}

/// Where `moved` blocks lead, by the whole address that they begin with.
struct Moved(FxHashMap<String, Vec<String>>);

impl Moved {
    fn of(estate: &Estate<'_>) -> Self {
        let mut moved = FxHashMap::default();
        for (index, instance) in estate.modules.iter().enumerate() {
            let module = match index {
                0 => Some(ModuleId(0)),
                _ => instance.module,
            };
            let Some(module) = module.and_then(|id| estate.program.modules.get(id.0 as usize)) else { continue };
            if module.moved.is_empty() {
                continue;
            }
            let inside = estate.module_address(super::ModuleInstanceId(index as u32));
            let inside = parts(&inside);
            for (from, to) in &module.moved {
                let whole = |steps: &[String]| -> Vec<String> {
                    inside.iter().copied().map(str::to_owned).chain(steps.iter().cloned()).collect()
                };
                moved.insert(whole(from).join("."), whole(to));
            }
        }
        Self(moved)
    }

    /// The address at which something is found that was at this one before; `None`: nowhere.
    fn follow(&self, address: &str, is_there: impl Fn(&str) -> bool) -> Option<String> {
        let mut address = address.to_owned();
        for _ in 0..MAX_LINKS {
            // Terraform takes what repeats no longer, or repeats by now, for the first instance.
            let first = match address.strip_suffix("[0]") {
                Some(plain) => plain.to_owned(),
                None => format!("{address}[0]"),
            };
            if let Some(found) = [&first].into_iter().find(|address| is_there(address)) {
                return Some(found.clone());
            }
            address = self.step(&address)?;
            if is_there(&address) {
                return Some(address);
            }
        }
        None
    }

    fn step(&self, address: &str) -> Option<String> {
        let parts = parts(address);
        for count in (1..=parts.len()).rev() {
            let (head, rest) = parts.split_at(count);
            let joined =
                |to: &[String]| to.iter().map(String::as_str).chain(rest.iter().copied()).collect::<Vec<_>>().join(".");
            if let Some(to) = self.0.get(&head.join(".")) {
                return Some(joined(to));
            }
            // A block that names no key moves all instances, each with its key.
            let Some((plain, key)) = head.last().and_then(|last| Some(last.split_at(last.find('[')?))) else {
                continue;
            };
            let mut named: Vec<&str> = head[..count - 1].to_vec();
            named.push(plain);
            if let Some(to) = self.0.get(&named.join(".")) {
                let mut to = to.clone();
                if let Some(last) = to.last_mut().filter(|last| !last.ends_with(']')) {
                    last.push_str(key);
                }
                return Some(joined(&to));
            }
        }
        None
    }
}

/// The parts of an address between dots, those in keys left alone: `module`, `site["a.b"]`, `aws_vpc`, `main[0]`.
fn parts(address: &str) -> Vec<&str> {
    let (mut parts, mut from, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (at, char) in address.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '.' if !quoted => {
                parts.push(&address[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    if from < address.len() {
        parts.push(&address[from..]);
    }
    parts
}

/// What is written in an instance. What is not known is the same whatever it depends on: that may have been renamed, too.
fn fingerprint(estate: &Estate<'_>, id: InstanceId) -> u64 {
    let mut hasher = FxHasher::default();
    for (name, value) in estate.instance(id).attrs.attrs {
        name.hash(&mut hasher);
        hash(value, &mut hasher);
    }
    hasher.finish()
}

fn hash(value: &Value<'_>, hasher: &mut FxHasher) {
    match value.kind {
        Kind::Null => 0_u8.hash(hasher),
        Kind::Unknown(_) | Kind::Instance(_) => 1_u8.hash(hasher),
        Kind::Bool(truth) => truth.hash(hasher),
        Kind::Int(number) => number.hash(hasher),
        Kind::Str(text) => text.hash(hasher),
        _ => match (value.elements(), value.entries()) {
            (Some(items), _) => {
                items.len().hash(hasher);
                items.iter().for_each(|item| hash(item, hasher));
            }
            (_, Some(entries)) => {
                entries.len().hash(hasher);
                for (name, value) in entries {
                    name.hash(hasher);
                    hash(value, hasher);
                }
            }
            _ => 2_u8.hash(hasher),
        },
    }
}

/// How many of a hundred arguments and blocks are the same in both.
fn likeness(before: &Estate<'_>, one: InstanceId, after: &Estate<'_>, other: InstanceId) -> usize {
    let written = |estate: &Estate<'_>, id: InstanceId| -> Vec<(String, u64)> {
        let is_written = |value: &Value<'_>| !value.is_null() && !value.elements().is_some_and(<[_]>::is_empty);
        let attrs = estate.instance(id).attrs.attrs.iter().filter(|(_, value)| is_written(value));
        let hashed = attrs.map(|(name, value)| {
            let mut hasher = FxHasher::default();
            hash(value, &mut hasher);
            ((*name).to_owned(), hasher.finish())
        });
        hashed.collect()
    };
    let (one, other) = (written(before, one), written(after, other));
    let same = one.iter().filter(|attr| other.contains(attr)).count();
    let all = one.len() + other.len() - same;
    (same * 100).checked_div(all).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_taken_apart_at_dots_that_are_in_no_key() {
        assert_eq!(
            parts(r#"module.site["a.b\"].c"].aws_vpc.main[0]"#),
            ["module", r#"site["a.b\"].c"]"#, "aws_vpc", "main[0]"]
        );
        assert!(parts("").is_empty());
    }

    #[test]
    fn moved_blocks_are_followed_through_modules_keys_and_chains() {
        let all = [
            ("aws_vpc.a", "aws_vpc.b"),
            ("aws_vpc.b", "module.net.aws_vpc.this"),
            ("module.old", "module.new"),
            (r#"module.new["x"].aws_vpc.v"#, "module.new[\"x\"].aws_vpc.w"),
            ("aws_vpc.round", "aws_vpc.robin"),
            ("aws_vpc.robin", "aws_vpc.round"),
        ];
        let split = |address: &str| parts(address).into_iter().map(str::to_owned).collect();
        let moved = Moved(all.iter().map(|(from, to)| ((*from).to_owned(), split(to))).collect());
        let follow = |from: &str, there: &str| moved.follow(from, |address| address == there).is_some();
        assert!(follow("aws_vpc.a", "module.net.aws_vpc.this"));
        assert!(follow("aws_vpc.a[\"k\"]", "module.net.aws_vpc.this[\"k\"]"));
        assert!(follow("module.old[\"x\"].aws_vpc.v", "module.new[\"x\"].aws_vpc.w"));
        assert!(follow("module.old[\"y\"].aws_vpc.v", "module.new[\"y\"].aws_vpc.v"));
        assert!(follow("aws_vpc.counted", "aws_vpc.counted[0]") && follow("aws_vpc.counted[0]", "aws_vpc.counted"));
        assert!(!follow("aws_vpc.round", "aws_vpc.elsewhere"));
        assert!(!follow("aws_vpc.alone", "aws_vpc.b"));
    }
}
