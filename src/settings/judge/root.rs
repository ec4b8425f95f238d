//! What judging a root shares over all instances that one thread judges: what is known of types and versions, and which
//! resources point at which.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use bumpalo::Bump;
use rustc_hash::{FxHashMap, FxHashSet};

use super::constants::Constants;
use super::link::{self, Linked, Links, pointer};
use super::path::{Found, follow};
use super::{Options, kinds_of};
use crate::estate::{Estate, Instance, InstanceId, InstanceKind};
use crate::eval::Encoded;
use crate::settings::model::{RuleSet, Shape};
use crate::settings::path::Step;
use crate::value::{Origin, Reason, ReasonKind, Unknown};

/// The shapes that speak of a type.
type ShapesByType<'a> = FxHashMap<(InstanceKind, &'a str), Rc<[u32]>>;

/// What judging a root shares over all instances that one thread judges.
pub(super) struct Root<'e, 'a> {
    pub(super) estate: &'e Estate<'a>,
    pub(super) encoded: &'e Encoded<'a>,
    pub(super) rules: RuleSet<'e>,
    pub(super) options: &'e Options,
    pub(super) links: Links<'a>,
    pub(super) constants: Constants<'e>,
    pub(super) arena: &'a Bump,
    texts: RefCell<FxHashSet<Arc<str>>>,
    referred: OnceCell<FxHashSet<InstanceId>>,
    shapes: RefCell<ShapesByType<'a>>,
    versions: RefCell<FxHashMap<String, Option<semver::Version>>>,
}

impl<'e, 'a> Root<'e, 'a> {
    pub(super) fn new(
        arena: &'a Bump,
        constants: &'e Bump,
        estate: &'e Estate<'a>,
        encoded: &'e Encoded<'a>,
        rules: RuleSet<'e>,
        options: &'e Options,
    ) -> Self {
        Self {
            estate,
            encoded,
            rules,
            options,
            links: Links::new(),
            constants: Constants::new(constants),
            arena,
            texts: RefCell::default(),
            referred: OnceCell::new(),
            shapes: RefCell::default(),
            versions: RefCell::default(),
        }
    }

    /// A text that many findings have.
    pub(super) fn shared(&self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.borrow().get(text) {
            return Arc::clone(known);
        }
        let text: Arc<str> = text.into();
        self.texts.borrow_mut().insert(Arc::clone(&text));
        text
    }

    /// The key of a family's element.
    pub(super) fn element_key(&self, element: u32) -> &'e str {
        self.rules.str(self.rules.elements[element as usize].key)
    }

    /// The shapes that speak of an instance's type, sorted; looked for once a type.
    pub(super) fn shapes_of(&self, instance: &Instance<'a>) -> Rc<[u32]> {
        let key = (instance.kind, instance.type_name);
        if let Some(known) = self.shapes.borrow().get(&key) {
            return Rc::clone(known);
        }
        let mut found = Vec::new();
        let type_name = crate::estate::one_name(instance.type_name);
        // Types are sorted by kind and name.
        for of_kind in self.rules.by_type.chunk_by(|a, b| a.ty.kind == b.ty.kind) {
            if !kinds_of(of_kind[0].ty.kind).contains(&instance.kind) {
                continue;
            }
            let named = crate::estate::names_of(type_name)
                .filter_map(|name| of_kind.binary_search_by(|entry| self.rules.str(entry.ty.name).cmp(name)).ok())
                .map(|at| &of_kind[at]);
            let of_many = of_kind.iter().filter(|entry| {
                let name = self.rules.str(entry.ty.name);
                name.ends_with('*') && type_name.starts_with(&name[..name.len() - 1])
            });
            found.extend(named.chain(of_many).flat_map(|entry| &self.rules.numbers[entry.shapes.range()]));
        }
        found.sort_unstable();
        found.dedup();
        let found: Rc<[u32]> = found.into();
        self.shapes.borrow_mut().insert(key, Rc::clone(&found));
        found
    }

    /// Whether a shape is meant for the provider version in use.
    pub(super) fn shape_is_of_version(&self, instance: &Instance<'_>, shape: &Shape) -> bool {
        let versions = self.rules.str(shape.versions);
        versions.is_empty() || self.version_allows(instance.provider_name, versions)
    }

    pub(super) fn version(&self, provider: &str) -> Option<semver::Version> {
        if let Some(known) = self.versions.borrow().get(provider) {
            return known.clone();
        }
        let newest = crate::schema::provider(provider)
            .and_then(|provider| crate::schema::version::parse_version(provider.newest_version()));
        let program = self.estate.program;
        let mut constraints: Vec<&str> = Vec::new();
        let mut locked = None;
        for module in &program.modules {
            for required in module.terraform.required_providers.iter().filter(|required| required.name == provider) {
                constraints.extend(required.version.as_deref());
                let source = required.source.as_deref().unwrap_or(provider);
                locked = locked.or_else(|| {
                    program.locked.iter().find(|(address, _)| address.ends_with(source)).map(|(_, version)| version)
                });
            }
        }
        let locked = locked.or_else(|| {
            program.locked.iter().find(|(address, _)| address.ends_with(&format!("/{provider}"))).map(|(_, v)| v)
        });
        let version =
            crate::schema::version::provider_version(locked.map(String::as_str), &constraints, newest.as_ref());
        self.versions.borrow_mut().insert(provider.to_owned(), version.clone());
        version
    }

    /// The provider's version as text.
    pub(super) fn provider_version(&self, provider: &str) -> Option<String> {
        self.version(provider).map(|version| version.to_string())
    }

    /// Whether the provider's version meets a constraint.
    pub(super) fn version_allows(&self, provider: &str, constraint: &str) -> bool {
        let Some(constraint) = crate::schema::version::Constraint::parse(constraint) else { return false };
        self.version(provider).is_some_and(|version| constraint.allows(&version))
    }

    /// The schema's default at a path of an instance, in the provider version in use.
    pub(super) fn schema_default(&self, instance: &Instance<'_>, path: &str) -> Option<crate::schema::DefaultFact> {
        let schema = crate::schema::BlockSchema::from(instance.attrs.schema?);
        let names: Vec<&str> = path.split('.').map(|step| step.split('[').next().unwrap_or(step)).collect();
        let resolved = crate::schema::resolve_path(schema, &names).ok()?;
        let attr = resolved.last().filter(|_| resolved.open == 0)?;
        let major = self.version(instance.provider_name).map(|version| version.major as u32);
        attr.default(major).filter(|fact| !fact.doubtful)
    }

    /// Instances that others refer to.
    pub(super) fn referred(&self) -> &FxHashSet<InstanceId> {
        self.referred.get_or_init(|| {
            let mut referred = FxHashSet::default();
            for (id, instance) in self.estate.iter() {
                for (_, value) in instance.attrs.attrs {
                    // What encoded text was made of counts too.
                    let decoded = self.encoded.decoded(value);
                    for value in [Some(*value), decoded].into_iter().flatten() {
                        referred.extend(pointer(&value).instances.into_iter().filter(|target| *target != id));
                    }
                }
            }
            referred
        })
    }

    /// Resources of a type (`*`: any) that point at an instance with any attribute, or that it points at.
    pub(super) fn any_link(&self, anchor: InstanceId, type_name: &str, referring: bool) -> Vec<InstanceId> {
        let estate = self.estate;
        let fits = |id: &InstanceId| {
            let instance = estate.instance(*id);
            instance.kind == InstanceKind::Managed && (type_name == "*" || instance.type_name == type_name)
        };
        let targets = |id: InstanceId| {
            let values = estate.instance(id).attrs.attrs.iter();
            let mut all: Vec<InstanceId> = values.flat_map(|(_, value)| pointer(value).instances).collect();
            all.retain(|target| *target != id);
            all
        };
        let mut found: Vec<InstanceId> = if referring {
            estate.iter().map(|(id, _)| id).filter(fits).filter(|id| targets(*id).contains(&anchor)).collect()
        } else {
            targets(anchor).into_iter().filter(fits).collect()
        };
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Instances of a type that an attribute of an instance points at.
    pub(super) fn pointed_at(
        &self,
        from: InstanceId,
        kind: InstanceKind,
        type_name: &str,
        steps: &[Step<'_>],
    ) -> Linked<'a> {
        let value = self.estate.value(from);
        self.points_from(&Found { value, container: value.origin, path: String::new() }, steps, kind, type_name)
    }

    /// Instances of a type that something points at. Written, but without a target here: it stands elsewhere.
    pub(super) fn points_from<'s>(
        &self,
        from: &Found<'s>,
        steps: &[Step<'_>],
        kind: InstanceKind,
        type_name: &str,
    ) -> Linked<'s>
    where
        'a: 's,
    {
        let mut linked = Linked::default();
        for found in follow(self.estate, from, steps) {
            let pointer = pointer(&found.value);
            if !pointer.written {
                continue;
            }
            let before = linked.certain.len();
            let of_type = |id: &InstanceId| {
                let instance = self.estate.instance(*id);
                instance.kind == kind && instance.type_name == type_name
            };
            linked.certain.extend(pointer.instances.iter().copied().filter(of_type));
            let wholes = pointer.idents.iter().filter(|ident| ident.path.is_empty());
            linked.as_whole.extend(wholes.map(|ident| ident.instance).filter(of_type));
            for id in self.estate.of_type(kind, type_name) {
                let identity = self.links.identity(self.estate, self.estate, *id);
                let named =
                    pointer.texts.iter().any(|text| link::names_in(text).any(|name| identity.texts.contains(&name)));
                if named || pointer.idents.iter().any(|ident| identity.idents.contains(ident)) {
                    linked.certain.push(*id);
                    linked.by_name.extend((!pointer.instances.contains(id)).then_some(*id));
                }
            }
            if linked.certain.len() == before {
                let elsewhere = found.value.first_unknown().or_else(|| {
                    let name = self.arena.alloc_str(&format!("the {type_name} that is named here"));
                    let reason = Reason { kind: ReasonKind::Data, name, at: found.value.origin };
                    Some(self.arena.alloc(Unknown::new(reason)))
                });
                linked.open = linked.open.or(elsewhere);
            }
        }
        linked
    }

    /// Whether a value is used in the block of an instance, or of the one that carries the value.
    pub(super) fn stands_in(&self, origin: Origin, instance: InstanceId, carrier: Option<InstanceId>) -> bool {
        let Some((file, span)) = self.estate.place(origin) else { return false };
        std::iter::once(instance).chain(carrier).any(|id| {
            self.estate.instance(id).block.is_some_and(|block| {
                block.file == file && self.estate.program.tree(file).block(block.block).span.contains(span)
            })
        })
    }

    /// Whether a place lies in a file of the configuration.
    pub(super) fn in_file(&self, origin: Origin) -> bool {
        use crate::source::FileKind;
        self.estate.birth_place(origin).is_some_and(|(file, _)| {
            matches!(self.estate.program.sources.get(file).kind, FileKind::Configuration | FileKind::Variables)
        })
    }
}
