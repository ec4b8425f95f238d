//! The `configuration` of a plan: which arguments are written, and what they refer to.
//!
//! A plan does not say how an expression uses what it refers to. One reference alone is taken for the value itself;
//! several are parts of it.

use bumpalo::Bump;
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde_json::value::RawValue;

use super::address::{Piece, key_at, path, pieces};
use super::json::{ConfigModule, Configuration, value};
use crate::estate::{InstanceKind, Key, ModuleInstanceId};
use crate::value::{Ident, InstanceId, Kind, ReasonKind, Value, lookup};

/// How many module borders, and how many references of one expression, are followed.
const MAX_HOPS: usize = 16;
const MAX_REFERENCES: usize = 64;

/// One module of the configuration.
#[derive(Debug, Default)]
pub(super) struct Module<'a> {
    outputs: FxHashMap<&'a str, Value<'a>>,
    calls: FxHashMap<&'a str, Call<'a>>,
    resources: FxHashMap<(InstanceKind, &'a str, &'a str), Resource<'a>>,
}

#[derive(Debug)]
struct Call<'a> {
    expressions: Value<'a>,
    for_each: Option<Value<'a>>,
    module: Module<'a>,
}

/// A resource or data source as written.
#[derive(Debug)]
pub(super) struct Resource<'a> {
    expressions: Option<&'a RawValue>,
    pub(super) provider_key: &'a str,
    for_each: Option<Value<'a>>,
}

impl<'a> Resource<'a> {
    /// The arguments that are written, as they are listed: read anew for each instance, since they take more room than
    /// anything else that is not kept.
    pub(super) fn expressions<'s>(&self, arena: &'s Bump) -> Result<Value<'s>, serde_json::Error>
    where
        'a: 's,
    {
        self.expressions.map_or(Ok(Value::NULL), |raw| value(arena, raw))
    }
}

impl<'a> Module<'a> {
    /// The root module.
    pub(super) fn root(arena: &'a Bump, configuration: &'a Configuration<'a>) -> Result<Self, serde_json::Error> {
        Self::new(arena, &configuration.root_module)
    }

    fn new(arena: &'a Bump, module: &'a ConfigModule<'a>) -> Result<Self, serde_json::Error> {
        let parse = |raw: Option<&'a RawValue>| raw.map(|raw| value(arena, raw)).transpose();
        let mut built = Self::default();
        for (name, output) in &module.outputs {
            built.outputs.insert(name, parse(output.expression)?.unwrap_or(Value::NULL));
        }
        for (name, call) in &module.module_calls {
            let call = Call {
                expressions: parse(call.expressions)?.unwrap_or(Value::NULL),
                for_each: parse(call.for_each_expression)?,
                module: Self::new(arena, &call.module)?,
            };
            built.calls.insert(name, call);
        }
        for resource in &module.resources {
            let key = (kind(&resource.mode), &*resource.type_name, &*resource.name);
            let resource = Resource {
                expressions: resource.expressions,
                provider_key: &resource.provider_config_key,
                for_each: parse(resource.for_each_expression)?,
            };
            built.resources.insert(key, resource);
        }
        Ok(built)
    }

    /// The module that a call leads to.
    pub(super) fn child(&self, call: &str) -> Option<&Self> {
        self.calls.get(call).map(|call| &call.module)
    }

    /// The resource or data source of that type and name.
    pub(super) fn resource<'x>(
        &'x self,
        kind: InstanceKind,
        type_name: &'x str,
        name: &'x str,
    ) -> Option<&'x Resource<'a>> {
        // A map of shorter-lived keys, which can be asked with names that live as short.
        let resources: &FxHashMap<(InstanceKind, &'x str, &'x str), Resource<'a>> = &self.resources;
        resources.get(&(kind, type_name, name))
    }
}

/// The kind of instance that a `mode` names.
pub(super) fn kind(mode: &str) -> InstanceKind {
    match mode {
        "data" => InstanceKind::Data,
        "ephemeral" => InstanceKind::Ephemeral,
        _ => InstanceKind::Managed,
    }
}

/// A module instance of the plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope<'a, 'c> {
    pub(super) parent: ModuleInstanceId,
    pub(super) call: &'a str,
    pub(super) key: Key<'a>,
    pub(super) config: Option<&'c Module<'a>>,
}

/// Module instance, kind, type and name.
pub(super) type ResourceKey<'a> = (ModuleInstanceId, InstanceKind, &'a str, &'a str);

/// The instances of a resource, by key. Most resources have one.
#[derive(Debug)]
pub(super) enum Instances<'a> {
    One(Key<'a>, InstanceId),
    Many(Box<IndexMap<Key<'a>, InstanceId, FxBuildHasher>>),
}

impl<'a> Instances<'a> {
    pub(super) fn add(&mut self, key: Key<'a>, id: InstanceId) {
        match self {
            Self::One(first, one) => {
                *self = Self::Many(Box::new(IndexMap::from_iter([(*first, *one), (key, id)])));
            }
            Self::Many(all) => drop(all.insert(key, id)),
        }
    }

    fn get(&self, key: &Key<'_>) -> Option<InstanceId> {
        match self {
            Self::One(first, one) => (first == key).then_some(*one),
            Self::Many(all) => all.get(key).copied(),
        }
    }

    /// The first so many.
    fn first(&self, count: usize) -> Vec<InstanceId> {
        match self {
            Self::One(_, one) => vec![*one],
            Self::Many(all) => all.values().copied().take(count).collect(),
        }
    }
}

/// What references of a plan lead to.
#[derive(Debug)]
pub(super) struct References<'a, 'c> {
    /// By module instance.
    pub(super) scopes: Vec<Scope<'a, 'c>>,
    /// The instances of each resource.
    pub(super) instances: FxHashMap<ResourceKey<'a>, Instances<'a>>,
    /// Module instances by caller, call and key.
    pub(super) children: FxHashMap<(ModuleInstanceId, &'a str, Key<'a>), ModuleInstanceId>,
}

/// Where an expression stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a, 'v> {
    pub(super) module: ModuleInstanceId,
    /// `each.key` or `count.index`.
    pub(super) key: Key<'a>,
    pub(super) for_each: Option<&'v Value<'a>>,
}

impl<'a, 'c> Place<'a, 'c> {
    /// In a resource's block.
    pub(super) fn of(module: ModuleInstanceId, key: Key<'a>, resource: Option<&'c Resource<'a>>) -> Self {
        Self { module, key, for_each: resource.and_then(|resource| resource.for_each.as_ref()) }
    }
}

/// What an expression refers to.
#[derive(Debug, Default)]
pub(super) struct Referred<'a> {
    /// The instances' attributes.
    pub(super) idents: Vec<Ident<'a>>,
    /// Whether something else has a part in it: a local, a variable, several references.
    pub(super) mixed: bool,
    /// The root variable that it comes from.
    pub(super) from: From<'a>,
    /// What to name as the reason: the first reference.
    pub(super) first: Option<(ReasonKind, &'a str)>,
}

/// What an expression comes from beside what stands in itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum From<'a> {
    /// Nothing, or what only tells instances apart: `each.key`.
    #[default]
    Nothing,
    /// One variable of the root module.
    Variable(&'a str),
    /// Several, or something else.
    More,
}

impl From<'_> {
    fn join(self, other: Self) -> Self {
        match (self, other) {
            (one, Self::Nothing) | (Self::Nothing, one) => one,
            (one, other) if one == other => one,
            _ => Self::More,
        }
    }
}

impl<'a> Referred<'a> {
    fn join(&mut self, other: Self) {
        self.from = self.from.join(other.from);
        self.mixed |= other.mixed || !self.idents.is_empty() && !other.idents.is_empty();
        self.idents.extend(other.idents);
        self.idents.truncate(MAX_REFERENCES);
        // What is known when the plan is made says less.
        let other_first = other.first.filter(|(kind, _)| *kind != ReasonKind::Variable);
        let own_first = self.first.filter(|(kind, _)| *kind != ReasonKind::Variable);
        self.first = own_first.or(other_first).or(self.first).or(other.first);
    }

    /// Of a value that is not known: variables are, so they are not the reason.
    pub(super) fn without_variables(&self) -> Self {
        let first = self.first.filter(|(kind, _)| *kind != ReasonKind::Variable);
        Self { idents: self.idents.clone(), first, ..*self }
    }

    /// The attribute that the expression is, if it is one unchanged as far as can be told.
    pub(super) fn single(&self) -> Option<Ident<'a>> {
        match self.idents.as_slice() {
            [one] if !self.mixed => Some(*one),
            _ => None,
        }
    }
}

/// Looks up what expressions refer to.
#[derive(Clone, Copy)]
pub(super) struct Lookup<'a, 'c> {
    /// Where paths are written.
    pub(super) arena: &'a Bump,
    pub(super) references: &'c References<'a, 'c>,
}

impl<'a, 'c> Lookup<'a, 'c> {
    /// What an expression `{"references": […]}` refers to.
    pub(super) fn of(&self, expression: &Value<'a>, place: Place<'a, 'c>) -> Referred<'a> {
        self.expression(expression, place, 0)
    }

    fn expression(&self, expression: &Value<'a>, place: Place<'a, 'c>, hops: usize) -> Referred<'a> {
        let names = references(expression);
        let indexed = names.clone().any(|name| matches!(name, "each.key" | "count.index"));
        self.all(names, indexed, place, hops)
    }

    fn all(
        &self,
        names: impl Iterator<Item = &'a str>,
        indexed: bool,
        place: Place<'a, 'c>,
        hops: usize,
    ) -> Referred<'a> {
        let mut referred = Referred::default();
        let mut last = "";
        for name in names.take(if hops < MAX_HOPS { MAX_REFERENCES } else { 0 }) {
            // `a.b.c` is followed by `a.b`, which is the same reference.
            let same = last.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']));
            if !same {
                last = name;
                referred.join(self.reference(name, indexed, place, hops));
            }
        }
        referred
    }

    fn reference(&self, name: &'a str, indexed: bool, place: Place<'a, 'c>, hops: usize) -> Referred<'a> {
        let pieces = pieces(self.arena, name);
        let names: Vec<&str> = pieces.iter().map_while(|piece| piece.name()).collect();
        let mixed = |kind| Referred { mixed: true, first: Some((kind, name)), from: From::More, ..Referred::default() };
        let computed = |found: Referred<'a>, kind| Referred { first: Some((kind, name)), ..found };
        match names.as_slice() {
            ["each", "key", ..] => {
                let outer = Place { for_each: None, ..place };
                let keys = place.for_each.map(|for_each| self.all(references(for_each), true, outer, hops + 1));
                Referred { from: keys.map_or(From::Nothing, |keys| keys.from), ..Referred::default() }
            }
            ["count", ..] | ["path", ..] => Referred::default(),
            ["terraform", ..] | ["self", ..] => Referred { from: From::More, ..Referred::default() },
            ["each", "value", ..] => match place.for_each {
                Some(for_each) => self.each_value(for_each, &pieces[2..], place, hops),
                None => Referred { from: From::More, ..Referred::default() },
            },
            ["var", variable, ..] => match self.caller(place.module, variable) {
                Some((expression, outer)) => self.expression(expression, outer, hops + 1),
                None if place.module == ModuleInstanceId::ROOT => {
                    Referred { from: From::Variable(variable), ..mixed(ReasonKind::Variable) }
                }
                None => mixed(ReasonKind::Variable),
            },
            ["local", ..] => mixed(ReasonKind::Computed),
            ["module", call, ..] => {
                let found = self.output(call, &pieces[2..], indexed, place, hops);
                found.map_or_else(|| mixed(ReasonKind::Computed), |found| computed(found, ReasonKind::Computed))
            }
            ["data", type_name, name, ..] => {
                let found = self.resource((InstanceKind::Data, type_name, name), &pieces[3..], indexed, place);
                computed(found, ReasonKind::Data)
            }
            [type_name, name, ..] => {
                let found = self.resource((InstanceKind::Managed, type_name, name), &pieces[2..], indexed, place);
                computed(found, ReasonKind::Computed)
            }
            _ => Referred { mixed: true, from: From::More, ..Referred::default() },
        }
    }

    /// `each.value.x`: known where `for_each` is a resource, whose instances have the same keys.
    fn each_value(&self, for_each: &Value<'a>, rest: &[Piece<'a>], place: Place<'a, 'c>, hops: usize) -> Referred<'a> {
        let outer = Place { for_each: None, ..place };
        let mut found = self.all(references(for_each), true, outer, hops + 1);
        match found.single().filter(|ident| ident.path.is_empty()) {
            Some(ident) => found.idents = vec![Ident { path: path(self.arena, rest), ..ident }],
            None => found.mixed = true,
        }
        found
    }

    /// The argument that a module's caller gives for a variable, and where it stands.
    fn caller(&self, module: ModuleInstanceId, variable: &str) -> Option<(&'c Value<'a>, Place<'a, 'c>)> {
        if module == ModuleInstanceId::ROOT {
            return None;
        }
        let scope = self.references.scopes.get(module.0 as usize)?;
        let call = self.references.scopes.get(scope.parent.0 as usize)?.config?.calls.get(scope.call)?;
        let expression = lookup(call.expressions.entries()?, variable)?;
        Some((expression, Place { module: scope.parent, key: scope.key, for_each: call.for_each.as_ref() }))
    }

    /// `module.call[key].output`
    fn output(
        &self,
        call: &str,
        rest: &[Piece<'a>],
        indexed: bool,
        place: Place<'a, 'c>,
        hops: usize,
    ) -> Option<Referred<'a>> {
        let written = key_at(rest, 0);
        let name = rest.get(usize::from(written.is_some())).and_then(|piece| piece.name())?;
        let key = written.or(indexed.then_some(place.key)).unwrap_or(Key::None);
        let module = *self.references.children.get(&(place.module, call, key))?;
        let config = self.references.scopes.get(module.0 as usize)?.config?;
        let inner = Place { module, key: Key::None, for_each: None };
        Some(self.expression(config.outputs.get(name)?, inner, hops + 1))
    }

    /// `aws_s3_bucket.b[key].id`, or all instances where no key tells which.
    fn resource(
        &self,
        (kind, type_name, name): (InstanceKind, &str, &str),
        rest: &[Piece<'a>],
        indexed: bool,
        place: Place<'a, 'c>,
    ) -> Referred<'a> {
        let Some(instances) = self.references.instances.get(&(place.module, kind, type_name, name)) else {
            return Referred { mixed: true, from: From::More, ..Referred::default() };
        };
        let from = From::More;
        let written = key_at(rest, 0);
        let path = path(self.arena, &rest[usize::from(written.is_some())..]);
        let key = written.or(indexed.then_some(place.key)).unwrap_or(Key::None);
        let ident = |id: InstanceId| Ident { instance: id, path };
        // `b[each.key].id` is listed as `b`: an attribute that is listed was not reached by that key, so the key is another
        // part of the expression.
        let mixed = indexed && !path.is_empty();
        match instances.get(&key).or_else(|| instances.get(&Key::None)) {
            Some(id) => Referred { idents: vec![ident(id)], mixed, from, first: None },
            None => {
                let idents = instances.first(MAX_REFERENCES).into_iter().map(ident).collect();
                Referred { idents, mixed: true, from, first: None }
            }
        }
    }
}

fn references<'a>(expression: &Value<'a>) -> impl Iterator<Item = &'a str> + Clone {
    let list = expression.entries().and_then(|entries| lookup(entries, "references"));
    list.and_then(Value::elements).unwrap_or_default().iter().filter_map(Value::as_str)
}

/// Whether a value of `expressions` is an expression, not nested blocks.
pub(super) fn is_expression(value: &Value<'_>) -> bool {
    match value.kind {
        Kind::Object(entries) => entries.iter().all(|(name, _)| matches!(*name, "constant_value" | "references")),
        _ => false,
    }
}
