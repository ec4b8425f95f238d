//! Which provider configurations resources need, by Terraform's rules: their own module's, or the one that a caller hands
//! over by `providers` or lets its modules inherit.

use rustc_hash::FxHashMap;

use super::graph::{Graph, NodeKey};
use crate::config::{CallTarget, Module, ModuleCall, ModuleId, Program};

/// Of the configurations that a module is given, those beyond this number are not followed.
const MAX_GIVEN: usize = 64;

/// The source of a provider without its registry: `hashicorp/aws`, in two parts.
type Source<'p> = (&'p str, &'p str);

/// What a local name of a provider stands for in a module.
type Sources<'p> = FxHashMap<&'p str, Source<'p>>;

/// A provider and the alias of its configuration; without alias empty.
type Configuration<'p> = (Source<'p>, &'p str);

/// A provider configuration that a module has from its caller.
#[derive(Clone, Copy, Debug)]
struct Given<'p> {
    configuration: Configuration<'p>,
    /// Whether it is there without `providers` as well: a default configuration of which the module has no block.
    inherited: bool,
}

/// What the parts of a module need of providers, as numbers of nodes.
#[derive(Debug, Default)]
pub(super) struct ProviderNeeds {
    /// For each resource its provider configuration, if one is declared for it.
    pub(super) resources: Vec<Option<u32>>,
    /// For each call what it hands to each configuration that the called module is given.
    pub(super) calls: Vec<Vec<Option<u32>>>,
    /// How many configurations the module is given.
    pub(super) given: usize,
}

/// Adds to the graphs of all modules which providers they need.
pub(super) fn connect(program: &Program, graphs: &mut [Graph<'_>]) {
    // A configuration that refers to nothing is no part of a circle.
    if !graphs.iter().any(Graph::configures_by_reference) {
        return;
    }
    let sources = program.modules.iter().map(sources_of).collect();
    let mut search = Search { program, graphs, sources, given: vec![None; program.modules.len()] };
    for index in 0..program.modules.len() {
        search.module(ModuleId(index as u32));
    }
}

fn sources_of(module: &Module) -> Sources<'_> {
    let required = module.terraform.required_providers.iter();
    required.filter_map(|provider| Some((provider.name.as_str(), source(provider.source.as_deref()?)))).collect()
}

/// The host that Terraform takes where a source names none.
const DEFAULT_HOST: &str = concat!("registry.terra", "form.io/");

fn source(text: &str) -> Source<'_> {
    let text = text.strip_prefix(DEFAULT_HOST).unwrap_or(text);
    text.rsplit_once('/').unwrap_or(("hashicorp", text))
}

struct Search<'s, 'p, 'g> {
    program: &'p Program,
    graphs: &'s mut [Graph<'g>],
    sources: Vec<Sources<'p>>,
    /// What each module is given, as far as it was looked at.
    given: Vec<Option<Vec<Given<'p>>>>,
}

impl<'p> Search<'_, 'p, '_> {
    /// Looks at a module after those that it calls, which are no more than 64 deep.
    fn module(&mut self, id: ModuleId) {
        let index = id.0 as usize;
        if self.given[index].is_some() {
            return;
        }
        let module = self.program.module(id);
        for call in module.calls.values() {
            if let CallTarget::Module(callee) = call.target {
                self.module(callee);
            }
        }
        let mut known = self.declared(id);
        let resources = module.resources.values().map(|resource| {
            let (name, alias) = match &resource.provider {
                Some((name, alias)) => (name.as_str(), alias.as_deref().unwrap_or("")),
                None => (resource.type_name.split('_').next().unwrap_or_default(), ""),
            };
            known.node((self.source(id, name), alias))
        });
        let resources = resources.collect();
        let calls = module.calls.values().map(|call| self.handed_over(call, &mut known)).collect();
        self.graphs[index].providers = ProviderNeeds { resources, calls, given: known.given.len() };
        self.given[index] = Some(known.given);
    }

    fn source(&self, id: ModuleId, name: &'p str) -> Source<'p> {
        self.sources[id.0 as usize].get(name).copied().unwrap_or(("hashicorp", name))
    }

    /// The configurations that a module has blocks of.
    fn declared(&self, id: ModuleId) -> Known<'p> {
        let module = self.program.module(id);
        let graph = &self.graphs[id.0 as usize];
        let is_root = id == Program::ROOT;
        let mut known =
            Known { is_root, nodes: FxHashMap::default(), given: Vec::new(), first_given: graph.first_given() };
        for (index, provider) in module.providers.iter().enumerate() {
            let configuration = (self.source(id, &provider.name), provider.alias.as_deref().unwrap_or(""));
            let is_empty = provider.body.attributes.is_empty() && provider.body.blocks.is_empty();
            if is_empty && !is_root {
                // As Terraform 0.12 wanted it: a block that stands for what the caller hands over.
                known.give(Given { configuration, inherited: false });
            } else {
                known.nodes.insert(configuration, Some(graph.number(NodeKey::Provider(index))));
            }
        }
        known
    }

    /// What a call hands to each configuration that the called module is given.
    fn handed_over(&self, call: &'p ModuleCall, known: &mut Known<'p>) -> Vec<Option<u32>> {
        let CallTarget::Module(callee) = call.target else { return Vec::new() };
        let given = self.given[callee.0 as usize].as_deref().unwrap_or_default();
        if given.is_empty() {
            return Vec::new();
        }
        let passes = call.providers.iter().map(|pass| {
            let child = (self.source(callee, &pass.child.0), pass.child.1.as_deref().unwrap_or(""));
            (child, pass.parent.1.as_deref().unwrap_or(""))
        });
        let passes: FxHashMap<Configuration<'p>, &str> = passes.collect();
        let handed = given.iter().map(|given| match passes.get(&given.configuration) {
            Some(alias) => known.node((given.configuration.0, alias)),
            None if given.inherited => known.node(given.configuration),
            None => None,
        });
        handed.collect()
    }
}

/// The provider configurations of one module.
struct Known<'p> {
    is_root: bool,
    nodes: FxHashMap<Configuration<'p>, Option<u32>>,
    given: Vec<Given<'p>>,
    first_given: u32,
}

impl<'p> Known<'p> {
    /// The node of a configuration: a block of the module, or what it is given.
    fn node(&mut self, configuration: Configuration<'p>) -> Option<u32> {
        match self.nodes.get(&configuration) {
            Some(known) => *known,
            None if self.is_root => None,
            None => self.give(Given { configuration, inherited: configuration.1.is_empty() }),
        }
    }

    fn give(&mut self, given: Given<'p>) -> Option<u32> {
        let node = (self.given.len() < MAX_GIVEN).then_some(self.first_given + self.given.len() as u32);
        if node.is_some() {
            self.given.push(given);
        }
        self.nodes.insert(given.configuration, node);
        node
    }
}
