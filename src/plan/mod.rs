//! Plan JSON to the same estate that `eval` makes from configuration, with actions and values before.
//!
//! In: the output of `terraform show -json PLAN` (or `tofu show -json`). Out: an [`Estate`]: what is written, with
//! references where values are unknown; what providers filled in is left out or marked [`Marks::UNWRITTEN`].
//!
//! [`Marks::UNWRITTEN`]: crate::value::Marks::UNWRITTEN

mod address;
mod adopt;
mod beside;
mod births;
mod changed;
mod configuration;
mod form;
mod instance;
mod json;
mod keep;
mod moved;
mod notices;
mod places;
mod secrets;
mod trim;
mod wanted;
mod written;

use bumpalo::Bump;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::config::{CallTarget, ModuleId, Program, RequiredProvider};
use crate::estate::{Action, Estate, Instance, InstanceKind, Key, ModuleInstance, ModuleInstanceId, Origins};
use crate::value::InstanceId;

pub use beside::Beside;
pub use form::{Form, PlanError, is_plan, recognize};
pub use trim::{Removed, Trimmed, trim};
pub use wanted::{Attributes, Before, Wanted};

use address::{module_steps, pieces};
use births::Births;
use configuration::{Instances, Module, References, Scope};
use form::broken;
use instance::{InstanceReader, key};
use json::{Configuration, Document, PriorState, ResourceChange, StateModule, StateResource, StateValues, Text};
use keep::Keeper;
use wanted::Known;

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
        Self::of(text, document)
    }

    /// Reads a plan that was trimmed, by as many threads as the rayon pool has that this is called in.
    ///
    /// # Errors
    /// As [`Plan::read`]; the place is that in the whole text.
    pub fn read_trimmed(text: &'a str, trimmed: &Trimmed) -> Result<Self, PlanError> {
        let in_parts = || match recognize(text.as_bytes()) {
            Some(Form::Plan | Form::State) => Document::of_parts(text, trimmed.parts.as_ref()?),
            _ => None,
        };
        match in_parts() {
            Some(document) => Self::of(text, document),
            None => Self::read(text).map_err(|error| error.in_whole(&trimmed.removed)),
        }
    }

    fn of(text: &'a str, document: Document<'a>) -> Result<Self, PlanError> {
        match document.unknown_format() {
            Some(version) => Err(PlanError::Version(version)),
            None => Ok(Self { text, document }),
        }
    }

    /// Whether it is the JSON of a state: resources as they are, of which nobody says what is written and what changes.
    pub fn is_state(&self) -> bool {
        self.document.is_state()
    }

    /// Whether anything is said of resources that are managed, or were.
    pub fn has_changes(&self) -> bool {
        !self.document.resource_changes.is_empty()
    }

    /// What the root module of the plan's configuration declares, sorted: `aws_instance.web`, `data.aws_ami.base`,
    /// `module.vpc`.
    pub fn declares(&self) -> Vec<String> {
        let Some(configuration) = &self.document.configuration else { return Vec::new() };
        let module = &configuration.root_module;
        let resources = module.resources.iter().map(|resource| {
            let prefix = if resource.mode == "managed" { "" } else { &*resource.mode };
            let dot = if prefix.is_empty() { "" } else { "." };
            format!("{prefix}{dot}{}.{}", resource.type_name, resource.name)
        });
        let calls = module.module_calls.keys().map(|name| format!("module.{name}"));
        let mut all: Vec<String> = resources.chain(calls).collect();
        all.sort_unstable();
        all
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
        self.estate_of(arenas, Source { program, evaluated: None }, Wanted { before, attributes: None })
    }

    /// As [`Plan::estate`], with the places at which values were born where the configuration is evaluated, too, and
    /// without what nobody wants.
    ///
    /// # Errors
    /// As [`Plan::estate`].
    pub fn estate_of(
        &self,
        arenas: &'a mut Arenas,
        source: Source<'a, '_>,
        wanted: Wanted<'_>,
    ) -> Result<Estate<'a>, PlanError> {
        // What the configuration refers to is of use only while the plan is read.
        let scratch = Bump::new();
        let mut estate = self.filled(arenas, source, wanted, &scratch).map_err(|error| broken(&error))?;
        if let Some(evaluated) = source.evaluated {
            estate.origins = evaluated.origins.clone();
        }
        Ok(estate)
    }

    fn filled<'c>(
        &'c self,
        arenas: &'a mut Arenas,
        source: Source<'a, '_>,
        wanted: Wanted<'c>,
        scratch: &'c Bump,
    ) -> Result<Estate<'a>, serde_json::Error> {
        let root = match &self.document.configuration {
            Some(configuration) => Module::root(scratch, configuration)?,
            None => Module::default(),
        };
        let (planned, prior) = (self.document.planned_values()?, self.document.prior_state()?);
        let Arenas { own, helpers } = arenas;
        let mut loader = Loader::new(own, self.text, source.program, &root, wanted);
        loader.collect(&self.document, planned.as_ref(), prior.as_ref());
        if let Some(configuration) = self.document.configuration.as_ref().filter(|_| source.evaluated.is_none()) {
            let names = configuration.root_module.variables.keys();
            loader.found.variables = names.map(|name| &*loader.arena.alloc_str(name)).collect();
        }
        if let Some(evaluated) = source.evaluated {
            let addresses = loader.found.pending.iter().map(|pending| pending.address().decoded(scratch));
            loader.found.births = Births::of(evaluated, addresses);
        }
        loader.estate(helpers, self.document.configuration.as_ref(), source.evaluated)
    }
}

/// The configuration that a plan was made from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a, 'e> {
    /// Its blocks; an empty program, or what [`Plan::program`] gives, if it is not at hand.
    pub program: &'a Program,
    /// What the same program evaluates to.
    pub evaluated: Option<&'e Estate<'e>>,
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

impl<'a> Pending<'a, '_> {
    fn address(&self) -> Text<'a> {
        self.change.map(|change| change.address).or(self.state.map(|state| state.address)).unwrap_or_default()
    }
}

/// The provider configurations by key of the plan.
type Providers<'a> = FxHashMap<String, (InstanceId, &'a str)>;

/// What is found in a plan, before values are read.
struct Found<'a, 'c, 'd> {
    text: &'a str,
    births: Births<'d>,
    program: &'a Program,
    wanted: Wanted<'c>,
    /// The root module's variables, where the configuration is not at hand.
    variables: Vec<&'a str>,
    references: References<'c, 'c>,
    modules: Vec<ModuleInstance<'a>>,
    pending: Vec<Pending<'a, 'd>>,
    /// Objects left over from earlier replacements, that the plan destroys.
    deposed: Vec<Pending<'a, 'd>>,
}

/// Finds what is in a plan.
struct Loader<'a, 'c, 'd> {
    arena: &'a Bump,
    found: Found<'a, 'c, 'd>,
    module_ids: FxHashMap<String, ModuleInstanceId>,
}

impl<'a: 'c, 'c, 'd> Loader<'a, 'c, 'd> {
    fn new(arena: &'a Bump, text: &'a str, program: &'a Program, root: &'c Module<'c>, wanted: Wanted<'c>) -> Self {
        let module = (!program.modules.is_empty()).then_some(Program::ROOT);
        let id = ModuleInstanceId::ROOT;
        let scope = Scope { parent: id, call: "", key: Key::None, config: Some(root) };
        let references =
            References { scopes: vec![scope], instances: FxHashMap::default(), children: FxHashMap::default() };
        let modules = vec![ModuleInstance { parent: id, call: "", key: Key::None, module, open: None }];
        let found = Found {
            text,
            births: Births::default(),
            program,
            wanted,
            variables: Vec::new(),
            references,
            modules,
            pending: Vec::new(),
            deposed: Vec::new(),
        };
        Self { arena, found, module_ids: FxHashMap::from_iter([(String::new(), id)]) }
    }

    /// Finds all instances: what changes, then what planned values and the prior state (data sources) have besides.
    fn collect(
        &mut self,
        document: &'d Document<'a>,
        planned: Option<&'d StateValues<'a>>,
        prior: Option<&'d PriorState<'a>>,
    ) {
        let mut seen: FxHashSet<Text<'a>> = FxHashSet::default();
        for change in document.resource_changes.iter().filter(|change| change.deposed.is_none()) {
            if seen.insert(change.address) {
                let module = self.module(change.module_address.decoded(self.arena));
                let named = [change.type_name, change.name, change.provider_name];
                self.add(module, change.kind, named, key(self.arena, change.index), Some(change), None);
            }
        }
        if self.found.wanted.before == Before::Read {
            self.collect_deposed(document);
        }
        if let Some(values) = planned {
            self.collect_state(&values.root_module, &mut seen, |_| true);
        }
        if let Some(values) = prior.and_then(|state| state.values.as_ref()) {
            self.collect_state(&values.root_module, &mut seen, |resource| resource.kind == InstanceKind::Data);
        }
    }

    fn collect_deposed(&mut self, document: &'d Document<'a>) {
        for change in document.resource_changes.iter().filter(|change| change.deposed.is_some()) {
            let module = self.module(change.module_address.decoded(self.arena));
            let named = [change.type_name, change.name, change.provider_name];
            let pending = self.pending(module, change.kind, named, key(self.arena, change.index), Some(change), None);
            if change.change.actions.action == Action::Delete && pending.kind == InstanceKind::Managed {
                self.found.deposed.push(pending);
            }
        }
    }

    fn collect_state(
        &mut self,
        module: &'d StateModule<'a>,
        seen: &mut FxHashSet<Text<'a>>,
        wanted: fn(&StateResource<'a>) -> bool,
    ) {
        let id = self.module(&module.address);
        for resource in module.resources.iter().filter(|resource| wanted(resource)) {
            if seen.insert(resource.address) {
                let named = [resource.type_name, resource.name, resource.provider_name];
                self.add(id, resource.kind, named, key(self.arena, resource.index), None, Some(resource));
            }
        }
        for child in &module.child_modules {
            self.collect_state(child, seen, wanted);
        }
    }

    fn add(
        &mut self,
        module: ModuleInstanceId,
        kind: InstanceKind,
        named: [Text<'a>; 3],
        key: Key<'a>,
        change: Option<&'d ResourceChange<'a>>,
        state: Option<&'d StateResource<'a>>,
    ) {
        let id = InstanceId(self.found.pending.len() as u32);
        let pending = self.pending(module, kind, named, key, change, state);
        let resource = (module, pending.kind, pending.type_name, pending.name);
        let instances = self.found.references.instances.entry(resource);
        instances.and_modify(|known| known.add(key, id)).or_insert(Instances::One(key, id));
        self.found.pending.push(pending);
    }

    fn pending(
        &self,
        module: ModuleInstanceId,
        kind: InstanceKind,
        named: [Text<'a>; 3],
        key: Key<'a>,
        change: Option<&'d ResourceChange<'a>>,
        state: Option<&'d StateResource<'a>>,
    ) -> Pending<'a, 'd> {
        let [type_name, name, provider_source] = named.map(|text| text.decoded(self.arena));
        Pending { kind, module, type_name, name, key, provider_source, change, state }
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
        self.found.modules.push(ModuleInstance { parent, call, key, module, open: None });
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
        evaluated: Option<&Estate<'_>>,
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
        if let Some(evaluated) = evaluated {
            let adopted = self.adopted(evaluated, instances.len());
            instances.extend(adopted);
        }
        let reader = self.found.reader(self.arena);
        let (changed, deposed) = match self.found.wanted.before {
            Before::Read => (reader.changed()?, reader.deposed(&providers)?),
            Before::Skipped => Default::default(),
        };
        let variables = self.found.variables;
        let mut estate = Estate::new(self.found.program, instances, self.found.modules, Origins::default());
        (estate.changed, estate.deposed, estate.variables) = (changed, deposed, variables);
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
        InstanceReader {
            known: Known::default(),
            found: self,
            keeper: Keeper { arena, text: self.text, has_source: !self.program.sources.is_empty() },
        }
    }
}

#[cfg(test)]
mod tests;
