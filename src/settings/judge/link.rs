//! Which resource points at which: by reference through any number of hops, or by a known name.
//!
//! An index for each (type, path) is built at the first question and then looked up.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::path::{Attributes, Found, follow};
use crate::estate::{Estate, InstanceId, InstanceKind};
use crate::settings::path::Step;
use crate::value::{Ident, Kind, Origin, Unknown, Value};

/// Hops of nested lists that are looked through.
const MAX_DEPTH: usize = 8;

/// What resources make under a name of its own, which others name: type, block, attribute.
const MADE: [(&str, &str, &str); 1] = [("aws_cloudwatch_log_metric_filter", "metric_transformation", "name")];

/// What a pointing value says.
#[derive(Clone, Debug, Default)]
pub(super) struct Pointer<'s> {
    /// Instances that it refers to.
    pub(super) instances: Vec<InstanceId>,
    /// Symbols that it is or contains.
    pub(super) idents: Vec<Ident<'s>>,
    /// Known texts.
    pub(super) texts: Vec<&'s str>,
    /// An unknown without a symbol: it may name anything.
    pub(super) open: Option<&'s Unknown<'s>>,
    /// Whether anything is written at all.
    pub(super) written: bool,
}

/// Reads a pointing value: whole, in a template, a list, through modules and locals.
pub(super) fn pointer<'s>(value: &Value<'s>) -> Pointer<'s> {
    let mut pointer = Pointer::default();
    collect(value, &mut pointer, 0);
    pointer
}

fn collect<'s>(value: &Value<'s>, pointer: &mut Pointer<'s>, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value.kind {
        Kind::Null => return,
        Kind::Instance(id) => pointer.instances.push(id),
        Kind::Str(text) => pointer.texts.push(text),
        Kind::Unknown(unknown) => {
            let symbols = unknown.ident.iter().chain(unknown.deps);
            let before = pointer.idents.len();
            pointer.idents.extend(symbols.copied());
            pointer.instances.extend(pointer.idents[before..].iter().map(|ident| ident.instance));
            if unknown.ident.is_none() && unknown.deps.is_empty() {
                pointer.open = pointer.open.or(Some(unknown));
            }
        }
        _ => {
            for item in value.elements().unwrap_or_default() {
                collect(item, pointer, depth + 1);
            }
            for (_, item) in value.entries().unwrap_or_default() {
                collect(item, pointer, depth + 1);
            }
        }
    }
    pointer.written = true;
}

/// The pointing values of all instances of one type at one path, by what they point at.
#[derive(Debug, Default)]
struct Index<'s> {
    by_instance: FxHashMap<InstanceId, Vec<InstanceId>>,
    by_text: FxHashMap<&'s str, Vec<InstanceId>>,
    /// The texts as they are written.
    texts: Vec<&'s str>,
    by_ident: FxHashMap<Ident<'s>, Vec<InstanceId>>,
    open: Vec<(InstanceId, &'s Unknown<'s>)>,
}

/// The companions of an anchor.
#[derive(Clone, Debug, Default)]
pub(super) struct Linked<'s> {
    /// For certain.
    pub(super) certain: Vec<InstanceId>,
    /// Perhaps: the value that points is not known.
    pub(super) open: Option<&'s Unknown<'s>>,
    /// Those among the certain ones that are named as all that there are of a resource: `one(aws_kms_key.k[*].arn)`.
    pub(super) as_whole: Vec<InstanceId>,
    /// Those that are named by a text or a symbol alone, which may name something elsewhere if they are not there.
    pub(super) by_name: Vec<InstanceId>,
}

impl<'s> Linked<'s> {
    pub(super) fn add(&mut self, other: Self) {
        self.certain.extend(other.certain);
        self.open = self.open.or(other.open);
        self.as_whole.extend(other.as_whole);
        self.by_name.extend(other.by_name);
    }
}

/// The links of one estate.
#[derive(Debug)]
pub(super) struct Links<'s> {
    indices: RefCell<FxHashMap<(String, String), Rc<Index<'s>>>>,
    identities: RefCell<FxHashMap<InstanceId, Rc<Identity<'s>>>>,
}

/// Known texts and symbols that name an instance.
#[derive(Debug, Default)]
pub(super) struct Identity<'s> {
    pub(super) texts: Vec<&'s str>,
    pub(super) idents: Vec<Ident<'s>>,
    /// It has a name, but nobody knows which.
    pub(super) open: Option<&'s Unknown<'s>>,
}

impl<'s> Links<'s> {
    pub(super) fn new() -> Self {
        Self { indices: RefCell::default(), identities: RefCell::default() }
    }

    /// Companions of a type whose `path` points at the anchor.
    pub(super) fn pointing(
        &self,
        estate: &Estate<'s>,
        attributes: &dyn Attributes<'s>,
        kind: InstanceKind,
        type_name: &str,
        path: (&str, &[Step<'_>]),
        anchor: InstanceId,
    ) -> Linked<'s> {
        let index = self.index(estate, attributes, kind, type_name, path);
        let mut certain = index.by_instance.get(&anchor).cloned().unwrap_or_default();
        let identity = self.identity(estate, attributes, anchor);
        for text in &identity.texts {
            certain.extend(index.by_text.get(text).into_iter().flatten());
        }
        for ident in &identity.idents {
            certain.extend(index.by_ident.get(ident).into_iter().flatten());
        }
        certain.retain(|id| *id != anchor);
        certain.sort_unstable();
        certain.dedup();
        let open = index.open.iter().find(|(id, _)| *id != anchor).map(|(_, unknown)| *unknown);
        let open =
            open.or_else(|| identity.open.filter(|_| self.some_name_is_free(estate, attributes, &index, anchor)));
        Linked { certain, open, ..Linked::default() }
    }

    /// Whether some companion names what no instance of the anchor's type is known to be called.
    fn some_name_is_free(
        &self,
        estate: &Estate<'s>,
        attributes: &dyn Attributes<'s>,
        index: &Index<'s>,
        anchor: InstanceId,
    ) -> bool {
        let instance = estate.instance(anchor);
        let alike = estate.of_type(instance.kind, instance.type_name);
        let known: Vec<_> = alike.iter().map(|id| self.identity(estate, attributes, *id)).collect();
        let is_known = |name: &&str| known.iter().any(|identity| identity.texts.contains(name));
        // Of an ARN, the whole and its end are two names of one.
        let free = |text: &&str| !names_in(text).any(|name| is_known(&name));
        index.texts.iter().any(free)
    }

    fn index(
        &self,
        estate: &Estate<'s>,
        attributes: &dyn Attributes<'s>,
        kind: InstanceKind,
        type_name: &str,
        (path_text, steps): (&str, &[Step<'_>]),
    ) -> Rc<Index<'s>> {
        let key = (format!("{kind:?} {type_name}"), path_text.to_owned());
        if let Some(index) = self.indices.borrow().get(&key) {
            return Rc::clone(index);
        }
        let mut index = Index::default();
        for id in estate.of_type(kind, type_name) {
            let whole = Found { value: estate.value(*id), container: Origin::NONE, path: String::new() };
            for found in follow(attributes, &whole, steps) {
                let pointer = pointer(&found.value);
                for target in pointer.instances {
                    index.by_instance.entry(target).or_default().push(*id);
                }
                for ident in pointer.idents {
                    index.by_ident.entry(ident).or_default().push(*id);
                }
                for text in pointer.texts {
                    index.texts.push(text);
                    for name in names_in(text) {
                        index.by_text.entry(name).or_default().push(*id);
                    }
                }
                index.open.extend(pointer.open.map(|unknown| (*id, unknown)));
            }
        }
        let index = Rc::new(index);
        self.indices.borrow_mut().insert(key, Rc::clone(&index));
        index
    }

    /// What names an instance: the known texts and the symbols of its identity attributes.
    pub(super) fn identity(
        &self,
        estate: &Estate<'s>,
        attributes: &dyn Attributes<'s>,
        id: InstanceId,
    ) -> Rc<Identity<'s>> {
        if let Some(identity) = self.identities.borrow().get(&id) {
            return Rc::clone(identity);
        }
        let mut identity = Identity::default();
        let mut named = |value: &Value<'s>| {
            let pointer = pointer(value);
            identity.open = identity.open.or(pointer.open);
            identity.texts.extend(pointer.texts);
            identity.idents.extend(pointer.idents);
        };
        let instance = estate.instance(id);
        for (name, _) in instance.attrs.attrs.iter().filter(|(name, _)| is_identity(name)) {
            named(&attributes.written(id, name));
        }
        if let Some((_, block, name)) = MADE.iter().find(|(type_name, ..)| *type_name == instance.type_name) {
            let blocks = attributes.written(id, block);
            match blocks.elements() {
                Some(blocks) => blocks.iter().for_each(|made| named(&super::path::child(attributes, made, name))),
                None => named(&blocks),
            }
        }
        let identity = Rc::new(identity);
        self.identities.borrow_mut().insert(id, Rc::clone(&identity));
        identity
    }
}

/// Whether others name a resource of that type by the attribute, or by what stands in the block.
pub fn names_resource(type_name: &str, name: &str) -> bool {
    is_identity(name) || MADE.iter().any(|(of, block, _)| (*of, *block) == (type_name, name))
}

/// Attributes by which others name a resource.
pub(super) fn is_identity(name: &str) -> bool {
    matches!(name, "id" | "arn" | "name" | "bucket" | "self_link" | "identifier" | "domain" | "url" | "metric_name")
        || name.ends_with("_identifier")
        || name.ends_with("_name") && !matches!(name, "db_name" | "engine_name" | "host_name" | "server_name")
}

/// A text, and the last part of it if it is an ARN or a path.
pub(super) fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let tail = text.rsplit(['/', ':']).next().filter(|tail| !tail.is_empty() && *tail != text && *tail != "*");
    std::iter::once(text).chain(tail)
}
