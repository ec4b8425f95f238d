//! Plan JSON to the same estate that `eval` makes from configuration, with actions and values before.
//!
//! In: the output of `terraform show -json PLAN` (or `tofu show -json`). Out: an [`Estate`]: what is written, with
//! references where values are unknown; what providers filled in is left out or marked [`Marks::UNWRITTEN`].
//!
//! [`Marks::UNWRITTEN`]: crate::value::Marks::UNWRITTEN

mod address;
mod changed;
mod configuration;
mod form;
mod json;
mod keep;
mod notices;
mod places;
mod written;

use bumpalo::Bump;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::value::RawValue;

use crate::config::{CallTarget, MergedBody, Mode, ModuleId, Program, RequiredProvider, Resource};
use crate::estate::{Action, Estate, Instance, InstanceKind, Key, ModuleInstance, ModuleInstanceId, Origins};
use crate::schema::{self, BlockSchema, TypeKind};
use crate::value::{BlockObject, InstanceId, Origin, Value};

pub use form::{Form, PlanError, is_plan, recognize};

use address::{module_steps, pieces};
use configuration::{Lookup, Module, Place, References, Scope};
use form::broken;
use json::{Configuration, Document, PriorState, ResourceChange, StateModule, StateResource, StateValues};
use keep::Keeper;
use places::Places;
use written::{Layers, Reader};

/// How deep modules may nest; what lies deeper is taken into the deepest one.
const MAX_MODULE_DEPTH: usize = 100;

/// A plan, or a state, that was read: what stands in it is known by its place, and opened when an estate is made of it.
pub struct Plan<'a> {
    text: &'a str,
    document: Document<'a>,
}

impl<'a> Plan<'a> {
    /// Reads a plan.
    ///
    /// # Errors
    /// When the text is none, or broken.
    pub fn read(text: &'a str) -> Result<Self, PlanError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match recognize(text.as_bytes()) {
            Some(Form::Plan | Form::State) => {}
            Some(Form::StateFile) => return Err(PlanError::StateFile),
            Some(Form::Log) => return Err(PlanError::Log),
            None => return Err(PlanError::NotAPlan),
        }
        let document: Document<'a> = serde_json::from_str(text).map_err(|error| broken(&error))?;
        match document.unknown_format() {
            Some(version) => Err(PlanError::Version(version)),
            None => Ok(Self { text, document }),
        }
    }

    /// Whether it is the JSON of a state: resources as they are, of which nobody says what is written and what changes.
    pub fn is_state(&self) -> bool {
        self.document.is_state()
    }

    /// A program for a plan whose configuration is not at hand: an empty root module that requires the providers which
    /// the plan names, in the versions to which it was constrained.
    pub fn program(&self) -> Program {
        let mut root = crate::config::Module { directory: ".".into(), ..crate::config::Module::default() };
        for config in self.document.configuration.iter().flat_map(|found| found.provider_config.values()) {
            let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let mut parts = config.full_name.splitn(2, '/');
            let source = parts.nth(1).and_then(given);
            let version = given(&config.version_constraint);
            let required = RequiredProvider { name: config.name.to_string(), source, version };
            if !root.terraform.required_providers.contains(&required) {
                root.terraform.required_providers.push(required);
            }
        }
        Program { modules: vec![root], ..Program::default() }
    }

    /// The estate after the plan is applied. `program` is the configuration that the plan was made from, where that is at
    /// hand, else an empty one or what [`Plan::program`] gives. Called in a rayon pool, it is made by as many threads as
    /// there are arenas for.
    ///
    /// # Errors
    /// When a part of the plan is not what the format has there.
    pub fn estate(
        &self,
        arenas: &'a mut Arenas,
        program: &'a Program,
        before: Before,
    ) -> Result<Estate<'a>, PlanError> {
        // What the configuration refers to is of use only while the plan is read.
        let scratch = Bump::new();
        self.filled(arenas, program, before, &scratch).map_err(|error| broken(&error))
    }

    fn filled<'c>(
        &'c self,
        arenas: &'a mut Arenas,
        program: &'a Program,
        before: Before,
        scratch: &'c Bump,
    ) -> Result<Estate<'a>, serde_json::Error> {
        let root = match &self.document.configuration {
            Some(configuration) => Module::root(scratch, configuration)?,
            None => Module::default(),
        };
        let (planned, prior) = (self.document.planned_values()?, self.document.prior_state()?);
        let Arenas { own, helpers } = arenas;
        let mut loader = Loader::new(own, self.text, program, &root, before);
        loader.collect(&self.document, planned.as_ref(), prior.as_ref());
        loader.estate(helpers, self.document.configuration.as_ref())
    }
}

/// Where the values of an estate are kept.
#[derive(Debug, Default)]
pub struct Arenas {
    own: Bump,
    helpers: Vec<Bump>,
}

impl Arenas {
    /// For an estate that is made by so many threads.
    pub fn of(threads: usize) -> Self {
        let mut helpers = Vec::new();
        helpers.resize_with(if threads > 1 { threads } else { 0 }, Bump::new);
        Self { own: Bump::new(), helpers }
    }
}

/// Whether the values before are wanted, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// They stay unread.
    Skipped,
    /// Each instance that changes has them.
    Read,
}

/// A resource instance of the plan, before its values are read.
struct Pending<'a, 'd> {
    kind: InstanceKind,
    module: ModuleInstanceId,
    type_name: &'a str,
    name: &'a str,
    key: Key<'a>,
    provider_source: &'a str,
    change: Option<&'d ResourceChange<'a>>,
    state: Option<&'d StateResource<'a>>,
}

/// The provider configurations by key of the plan.
type Providers<'a> = FxHashMap<String, (InstanceId, &'a str)>;

/// What is found in a plan, before values are read.
struct Found<'a, 'c, 'd> {
    text: &'a str,
    program: &'a Program,
    before: Before,
    references: References<'c, 'c>,
    modules: Vec<ModuleInstance<'a>>,
    pending: Vec<Pending<'a, 'd>>,
}

/// Finds what is in a plan.
struct Loader<'a, 'c, 'd> {
    arena: &'a Bump,
    found: Found<'a, 'c, 'd>,
    module_ids: FxHashMap<String, ModuleInstanceId>,
}

impl<'a: 'c, 'c, 'd> Loader<'a, 'c, 'd> {
    fn new(arena: &'a Bump, text: &'a str, program: &'a Program, root: &'c Module<'c>, before: Before) -> Self {
        let module = (!program.modules.is_empty()).then_some(Program::ROOT);
        let id = ModuleInstanceId::ROOT;
        let scope = Scope { parent: id, call: "", key: Key::None, config: Some(root) };
        let references =
            References { scopes: vec![scope], instances: FxHashMap::default(), children: FxHashMap::default() };
        let modules = vec![ModuleInstance { parent: id, call: "", key: Key::None, module }];
        let found = Found { text, program, before, references, modules, pending: Vec::new() };
        Self { arena, found, module_ids: FxHashMap::from_iter([(String::new(), id)]) }
    }

    /// Finds all instances: what changes, then what planned values and the prior state (data sources) have besides.
    fn collect(
        &mut self,
        document: &'d Document<'a>,
        planned: Option<&'d StateValues<'a>>,
        prior: Option<&'d PriorState<'a>>,
    ) {
        let mut seen: FxHashSet<&'d str> = FxHashSet::default();
        for change in document.resource_changes.iter().filter(|change| change.deposed.is_none()) {
            if seen.insert(&change.address) {
                let module = self.module(&change.module_address);
                let named = (&*change.mode, &*change.type_name, &*change.name, &*change.provider_name);
                self.add(module, named, key(self.arena, change.index), Some(change), None);
            }
        }
        if let Some(values) = planned {
            self.collect_state(&values.root_module, &mut seen, |_| true);
        }
        if let Some(values) = prior.and_then(|state| state.values.as_ref()) {
            self.collect_state(&values.root_module, &mut seen, |resource| resource.mode == "data");
        }
    }

    fn collect_state(
        &mut self,
        module: &'d StateModule<'a>,
        seen: &mut FxHashSet<&'d str>,
        wanted: fn(&StateResource<'a>) -> bool,
    ) {
        let id = self.module(&module.address);
        for resource in module.resources.iter().filter(|resource| wanted(resource)) {
            if seen.insert(&resource.address) {
                let named = (&*resource.mode, &*resource.type_name, &*resource.name, &*resource.provider_name);
                self.add(id, named, key(self.arena, resource.index), None, Some(resource));
            }
        }
        for child in &module.child_modules {
            self.collect_state(child, seen, wanted);
        }
    }

    fn add(
        &mut self,
        module: ModuleInstanceId,
        (mode, type_name, name, provider): (&str, &str, &str, &str),
        key: Key<'a>,
        change: Option<&'d ResourceChange<'a>>,
        state: Option<&'d StateResource<'a>>,
    ) {
        let id = InstanceId(self.found.pending.len() as u32);
        let (type_name, name) = (&*self.arena.alloc_str(type_name), &*self.arena.alloc_str(name));
        let kind = configuration::kind(mode);
        self.found.references.instances.entry((module, kind, type_name, name)).or_default().insert(key, id);
        let provider_source = self.arena.alloc_str(provider);
        self.found.pending.push(Pending { kind, module, type_name, name, key, provider_source, change, state });
    }

    /// The module instance of an address, with its callers.
    fn module(&mut self, address: &str) -> ModuleInstanceId {
        if let Some(id) = self.module_ids.get(address) {
            return *id;
        }
        let mut id = ModuleInstanceId::ROOT;
        for (call, key) in module_steps(&pieces(self.arena, address)).into_iter().take(MAX_MODULE_DEPTH) {
            id = self.child(id, call, key);
        }
        self.module_ids.insert(address.to_owned(), id);
        id
    }

    fn child(&mut self, parent: ModuleInstanceId, call: &'a str, key: Key<'a>) -> ModuleInstanceId {
        let next = ModuleInstanceId(self.found.modules.len() as u32);
        let id = *self.found.references.children.entry((parent, call, key)).or_insert(next);
        if id != next {
            return id;
        }
        let config = self.found.references.scopes[parent.0 as usize].config.and_then(|config| config.child(call));
        self.found.references.scopes.push(Scope { parent, call, key, config });
        let module = self.found.modules[parent.0 as usize].module.and_then(|module| self.called(module, call));
        self.found.modules.push(ModuleInstance { parent, call, key, module });
        id
    }

    fn called(&self, module: ModuleId, call: &str) -> Option<ModuleId> {
        match self.found.program.module(module).calls.get(call)?.target {
            CallTarget::Module(id) => Some(id),
            _ => None,
        }
    }

    /// Provider configurations stand after the resources; here they get their ids.
    fn providers(&self, configuration: Option<&Configuration<'a>>) -> Providers<'a> {
        let configs = configuration.into_iter().flat_map(|configuration| &configuration.provider_config);
        let first = self.found.pending.len() as u32;
        let entries = configs.enumerate().map(|(index, (key, config))| {
            (key.to_string(), (InstanceId(first + index as u32), &*self.arena.alloc_str(&config.name)))
        });
        entries.collect()
    }

    fn estate(
        mut self,
        helpers: &'a mut [Bump],
        configuration: Option<&Configuration<'a>>,
    ) -> Result<Estate<'a>, serde_json::Error> {
        let providers = self.providers(configuration);
        let configs = configuration.into_iter().flat_map(|configuration| configuration.provider_config.values());
        let configs: Vec<_> = configs.map(|config| (config, self.module(&config.module_address))).collect();
        let mut instances = self.instances(helpers, &providers)?;
        let reader = self.found.reader(self.arena);
        for (config, module) in configs {
            let id = InstanceId(instances.len() as u32);
            instances.push(reader.provider(id, config, module)?);
        }
        let changed = match self.found.before {
            Before::Read => reader.changed()?,
            Before::Skipped => FxHashMap::default(),
        };
        let mut estate = Estate::new(self.found.program, instances, self.found.modules, Origins::default());
        estate.changed = changed;
        Ok(estate)
    }

    /// Reads the instances: in parts that follow each other, one for each arena of the helpers.
    fn instances(
        &self,
        helpers: &'a mut [Bump],
        providers: &Providers<'a>,
    ) -> Result<Vec<Instance<'a>>, serde_json::Error> {
        let found = &self.found;
        let part = found.pending.len().div_ceil(helpers.len().max(1)).max(1);
        if helpers.len() < 2 || rayon::current_thread_index().is_none() {
            return found.reader(self.arena).instances(0, &found.pending, providers);
        }
        let parts = helpers.par_iter_mut().zip(found.pending.par_chunks(part)).enumerate();
        let parts: Vec<_> = parts
            .map(|(index, (arena, pending))| found.reader(arena).instances(index * part, pending, providers))
            .collect();
        let mut instances = Vec::with_capacity(found.pending.len() + providers.len());
        for part in parts {
            instances.append(&mut part?);
        }
        Ok(instances)
    }
}

impl<'a, 'c, 'd> Found<'a, 'c, 'd> {
    fn reader(&self, arena: &'a Bump) -> InstanceReader<'a, 'c, 'd, '_> {
        InstanceReader { found: self, keeper: Keeper { arena, text: self.text } }
    }
}

/// Reads instances into an arena.
struct InstanceReader<'a, 'c, 'd, 'f> {
    found: &'f Found<'a, 'c, 'd>,
    keeper: Keeper<'a>,
}

impl<'a: 'c, 'c, 'd> InstanceReader<'a, 'c, 'd, '_> {
    fn instances(
        &self,
        first: usize,
        pending: &[Pending<'a, 'd>],
        providers: &Providers<'a>,
    ) -> Result<Vec<Instance<'a>>, serde_json::Error> {
        let mut scratch = Bump::new();
        let mut instances = Vec::with_capacity(pending.len());
        for (index, pending) in pending.iter().enumerate() {
            scratch.reset();
            instances.push(self.instance(&scratch, InstanceId((first + index) as u32), pending, providers)?);
        }
        Ok(instances)
    }

    fn instance(
        &self,
        scratch: &Bump,
        id: InstanceId,
        pending: &Pending<'a, 'd>,
        providers: &Providers<'a>,
    ) -> Result<Instance<'a>, serde_json::Error> {
        let schema = match pending.kind {
            InstanceKind::Data => schema::find(TypeKind::Data, pending.type_name),
            _ => schema::find(TypeKind::Managed, pending.type_name),
        };
        let schema = schema.map(|schema| schema.root());
        let config = self.found.references.scopes[pending.module.0 as usize].config;
        let resource = config.and_then(|config| config.resource(pending.kind, pending.type_name, pending.name));
        let place = Place::of(pending.module, pending.key, resource);
        let action = pending.change.map_or(Action::NoOp, |change| action(&change.change.actions));
        let gone = matches!(action, Action::Delete | Action::Forget);
        let expressions = resource.map(|resource| resource.expressions(scratch)).transpose()?;
        let source = self.source(pending);
        let read = |layers: Layers<'_>, body| self.normal(scratch, id, schema, expressions, layers, place, body);
        let attrs = match gone {
            true => schema::normalize(self.keeper.arena, id, schema, &[]),
            false => read(layers(scratch, pending)?, source.map(|source| &source.body)),
        };
        let before = match self.found.before {
            Before::Read => before(scratch, pending)?.map(|layers| read(layers, None)),
            Before::Skipped => None,
        };
        let provider = resource.and_then(|resource| providers.get(resource.provider_key));
        let provider_name =
            provider.map_or_else(|| pending.provider_source.rsplit('/').next().unwrap_or_default(), |(_, name)| name);
        Ok(Instance {
            kind: pending.kind,
            module: pending.module,
            type_name: pending.type_name,
            name: pending.name,
            key: pending.key,
            attrs,
            header: source.map_or(Origin::NONE, |source| self.places().header(source.block)),
            block: source.map(|source| source.block),
            provider_name,
            provider: provider.map(|(id, _)| *id),
            action,
            before,
        })
    }

    /// The resource in the configuration that is at hand.
    fn source(&self, pending: &Pending<'a, 'd>) -> Option<&'a Resource> {
        let mode = match pending.kind {
            InstanceKind::Data => Mode::Data,
            InstanceKind::Ephemeral => Mode::Ephemeral,
            _ => Mode::Managed,
        };
        let module = self.found.program.module(self.found.modules[pending.module.0 as usize].module?);
        module.resources.get(&(mode, pending.type_name.to_owned(), pending.name.to_owned()))
    }

    fn written<'s>(&'s self, scratch: &'s Bump) -> Reader<'s, 's> {
        Reader { arena: scratch, references: Lookup { arena: scratch, references: &self.found.references } }
    }

    fn places(&self) -> Places<'a> {
        Places { arena: self.keeper.arena, program: self.found.program }
    }

    #[expect(clippy::too_many_arguments, reason = "what an instance is made of")]
    fn normal<'s>(
        &'s self,
        scratch: &'s Bump,
        id: InstanceId,
        schema: Option<BlockSchema>,
        expressions: Option<Value<'s>>,
        layers: Layers<'s>,
        place: Place<'s, 's>,
        body: Option<&MergedBody>,
    ) -> &'a BlockObject<'a> {
        let reader = self.written(scratch);
        let mut entries = reader.entries(schema, expressions, layers, place);
        if let Some(body) = body {
            entries = Places { arena: scratch, program: self.found.program }.entries(body, &entries);
        }
        self.keeper.block(schema::normalize(scratch, id, schema, &entries))
    }

    /// A provider configuration: a plan has its constants, and what the rest refers to.
    fn provider(
        &self,
        id: InstanceId,
        config: &json::ProviderConfig<'a>,
        module: ModuleInstanceId,
    ) -> Result<Instance<'a>, serde_json::Error> {
        let name = &*self.keeper.arena.alloc_str(&config.name);
        let schema = schema::provider_config(name).map(|schema| schema.root());
        let place = Place { module, key: Key::None, for_each: None };
        let scratch = Bump::new();
        let reader = self.written(&scratch);
        let expressions = parse(&scratch, config.expressions)?;
        let mut entries = expressions.map_or_else(Vec::new, |found| reader.constants(found, place, 0));
        let alias = (!config.alias.is_empty()).then_some(&*config.alias);
        let written = self.found.modules[module.0 as usize].module.and_then(|module| {
            let mut providers = self.found.program.module(module).providers.iter();
            providers.find(|provider| provider.name == name && provider.alias.as_deref() == alias)
        });
        if let Some(written) = written {
            entries = Places { arena: &scratch, program: self.found.program }.entries(&written.body, &entries);
        }
        Ok(Instance {
            kind: InstanceKind::Provider,
            module,
            type_name: name,
            name: self.keeper.arena.alloc_str(&config.alias),
            key: Key::None,
            attrs: self.keeper.block(schema::normalize(&scratch, id, schema, &entries)),
            header: written.map_or(Origin::NONE, |written| self.places().header(written.block)),
            block: written.map(|written| written.block),
            provider_name: name,
            provider: None,
            action: Action::NoOp,
            before: None,
        })
    }
}

fn parse<'s>(scratch: &'s Bump, raw: Option<&'s RawValue>) -> Result<Option<Value<'s>>, serde_json::Error> {
    raw.map(|raw| json::value(scratch, raw)).transpose()
}

/// The values of an instance after the plan is applied.
fn layers<'s>(scratch: &'s Bump, pending: &Pending<'s, '_>) -> Result<Layers<'s>, serde_json::Error> {
    Ok(match (pending.change, pending.state) {
        (Some(change), _) => Layers {
            value: parse(scratch, change.change.after)?,
            unknown: parse(scratch, change.change.after_unknown)?,
            sensitive: parse(scratch, change.change.after_sensitive)?,
        },
        (None, Some(state)) => Layers {
            value: parse(scratch, state.values)?,
            unknown: None,
            sensitive: parse(scratch, state.sensitive_values)?,
        },
        (None, None) => Layers::default(),
    })
}

/// The values of an instance before.
fn before<'s>(scratch: &'s Bump, pending: &Pending<'s, '_>) -> Result<Option<Layers<'s>>, serde_json::Error> {
    let Some(change) = pending.change.map(|change| &change.change) else { return Ok(None) };
    let Some(before) = parse(scratch, change.before)? else { return Ok(None) };
    Ok(Some(Layers { value: Some(before), unknown: None, sensitive: parse(scratch, change.before_sensitive)? }))
}

fn key<'a>(arena: &'a Bump, index: Option<&'a RawValue>) -> Key<'a> {
    let Some(value) = index.and_then(|raw| json::value(arena, raw).ok()) else { return Key::None };
    match value.kind {
        crate::value::Kind::Int(index) => Key::Int(index),
        crate::value::Kind::Str(key) => Key::Str(key),
        _ => Key::Unknown,
    }
}

fn action(actions: &[std::borrow::Cow<'_, str>]) -> Action {
    let names: Vec<&str> = actions.iter().map(|action| &**action).collect();
    match names.as_slice() {
        ["create"] => Action::Create,
        ["read"] => Action::Read,
        ["update"] => Action::Update,
        ["delete"] => Action::Delete,
        ["forget"] => Action::Forget,
        ["delete" | "forget", "create"] | ["create", "delete" | "forget"] => Action::Replace,
        _ => Action::NoOp,
    }
}

#[cfg(test)]
mod tests;
