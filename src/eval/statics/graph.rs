//! What the parts of a module need, as Terraform's graph has it: a node for each variable, local, output, resource and
//! provider configuration, and for each call of a module one for how often it is made, one for each input and output, and
//! one for all of it.

use super::names::{attr, resource_of};
use super::providers::ProviderNeeds;
use super::references::{Reference, Step};
use crate::config::{CallTarget, Module, ModuleId, Program};
use crate::value::Origin;

/// A part of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NodeKey {
    /// A variable with its validations.
    Variable(usize),
    /// A local.
    Local(usize),
    /// An output with its preconditions.
    Output(usize),
    /// A resource or data source with all its instances.
    Resource(usize),
    /// A provider configuration.
    Provider(usize),
    /// How many instances a module call has, and when it may begin.
    Call(usize),
    /// A module call with everything in it.
    Whole(usize),
    /// A variable of a called module.
    Input(usize, usize),
    /// An output of a called module.
    CallOutput(usize, usize),
    /// A provider configuration that the module has from its caller.
    Given(usize),
}

/// What a reference leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target<'t> {
    Variable(usize),
    Local(usize),
    Resource(usize),
    /// All of a module call: `module.m`, `module.m[each.key].out`.
    Whole(usize),
    /// `module.m.out`, `module.m["k"].out`
    CallOutput(usize, &'t str),
}

impl<'t> Target<'t> {
    /// What a reference leads to, if that is a part of the module.
    pub(super) fn of(module: &Module, reference: &Reference<'_, 't>) -> Option<Self> {
        match reference.root {
            "var" => Some(Self::Variable(module.variables.get_index_of(attr(reference, 0)?)?)),
            "local" => Some(Self::Local(module.locals.get_index_of(attr(reference, 0)?)?)),
            "module" => {
                let call = module.calls.get_index_of(attr(reference, 0)?)?;
                Some(match reference.steps[1..] {
                    [Step::Attr(output), ..] | [Step::Key(_), Step::Attr(output), ..] => Self::CallOutput(call, output),
                    _ => Self::Whole(call),
                })
            }
            "each" | "count" | "self" | "path" | "terraform" | "tofu" => None,
            _ => Some(Self::Resource(module.resources.get_index_of(&resource_of(reference)?.0)?)),
        }
    }
}

/// One thing that needs another, and where that is written.
#[derive(Clone, Copy, Debug)]
struct Edge {
    from: u32,
    to: u32,
    at: Origin,
}

/// The graph of one module. What a call makes of its inputs is another module's graph.
pub(super) struct Graph<'p> {
    module: &'p Module,
    /// The first number of each kind of node, in the order of [`NodeKey`]; last, how many there are.
    starts: [u32; 8],
    /// For each call the module, and the first numbers of its inputs and of its outputs.
    calls: Vec<(Option<ModuleId>, u32, u32)>,
    edges: Vec<Edge>,
    /// Which provider configurations resources need; empty where none of the program refers to anything.
    pub(super) providers: ProviderNeeds,
}

impl<'p> Graph<'p> {
    pub(super) fn new(program: &'p Program, id: ModuleId) -> Self {
        let module = program.module(id);
        let sizes = [
            module.variables.len(),
            module.locals.len(),
            module.outputs.len(),
            module.resources.len(),
            module.providers.len(),
            module.calls.len(),
            module.calls.len(),
        ];
        let mut starts = [0; 8];
        for (index, size) in sizes.into_iter().enumerate() {
            starts[index + 1] = starts[index] + size as u32;
        }
        let mut next = starts[7];
        let calls = module.calls.values().map(|call| {
            let CallTarget::Module(callee) = call.target else { return (None, next, next) };
            let inputs = next;
            let outputs = inputs + program.module(callee).variables.len() as u32;
            next = outputs + program.module(callee).outputs.len() as u32;
            (Some(callee), inputs, outputs)
        });
        let calls = calls.collect();
        starts[7] = next;
        Self { module, starts, calls, edges: Vec::new(), providers: ProviderNeeds::default() }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.starts[7] as usize + self.providers.given
    }

    /// The number of the first configuration that the module is given.
    pub(super) fn first_given(&self) -> u32 {
        self.starts[7]
    }

    /// Whether a provider configuration of the module refers to anything.
    pub(super) fn configures_by_reference(&self) -> bool {
        let start = self.edges.partition_point(|edge| edge.from < self.starts[4]);
        self.edges.get(start).is_some_and(|edge| edge.from < self.starts[5])
    }

    pub(super) fn callee(&self, call: usize) -> Option<ModuleId> {
        self.calls[call].0
    }

    pub(super) fn number(&self, key: NodeKey) -> u32 {
        let of = |kind: usize, index: usize| self.starts[kind] + index as u32;
        match key {
            NodeKey::Variable(index) => of(0, index),
            NodeKey::Local(index) => of(1, index),
            NodeKey::Output(index) => of(2, index),
            NodeKey::Resource(index) => of(3, index),
            NodeKey::Provider(index) => of(4, index),
            NodeKey::Call(index) => of(5, index),
            NodeKey::Whole(index) => of(6, index),
            NodeKey::Input(call, index) => self.calls[call].1 + index as u32,
            NodeKey::CallOutput(call, index) => self.calls[call].2 + index as u32,
            NodeKey::Given(index) => of(7, index),
        }
    }

    pub(super) fn key(&self, number: u32) -> NodeKey {
        let kind = self.starts[1..].partition_point(|start| *start <= number);
        let index = (number - self.starts[kind]) as usize;
        match kind {
            0 => NodeKey::Variable(index),
            1 => NodeKey::Local(index),
            2 => NodeKey::Output(index),
            3 => NodeKey::Resource(index),
            4 => NodeKey::Provider(index),
            5 => NodeKey::Call(index),
            7 => NodeKey::Given(index),
            _ if index < self.calls.len() => NodeKey::Whole(index),
            _ => {
                let call = self.calls.partition_point(|(_, inputs, _)| *inputs <= number) - 1;
                // Calls without a module have no numbers of their own, and stand before the one that has it.
                let (_, inputs, outputs) = self.calls[call];
                match number >= outputs {
                    true => NodeKey::CallOutput(call, (number - outputs) as usize),
                    false => NodeKey::Input(call, (number - inputs) as usize),
                }
            }
        }
    }

    /// A node as a person knows it.
    pub(super) fn name(&self, program: &Program, key: NodeKey) -> String {
        let call_name = |call: usize| format!("module.{}", self.module.calls.keys()[call]);
        let callee = |call: usize| self.callee(call).map(|id| program.module(id));
        match key {
            NodeKey::Variable(index) => format!("var.{}", self.module.variables.keys()[index]),
            NodeKey::Local(index) => format!("local.{}", self.module.locals.keys()[index]),
            NodeKey::Output(index) => format!("output.{}", self.module.outputs.keys()[index]),
            NodeKey::Resource(index) => self.module.resources[index].reference(),
            NodeKey::Provider(index) => {
                let provider = &self.module.providers[index];
                let alias = provider.alias.iter().map(|alias| format!(".{alias}")).collect::<String>();
                format!("provider.{}{alias}", provider.name)
            }
            NodeKey::Given(_) => String::new(),
            NodeKey::Call(call) | NodeKey::Whole(call) => call_name(call),
            NodeKey::Input(call, index) => {
                let variable = callee(call).and_then(|module| module.variables.get_index(index));
                let name = variable.map_or("", |(name, _)| name);
                format!("{}.var.{name}", call_name(call))
            }
            NodeKey::CallOutput(call, index) => {
                let output = callee(call).and_then(|module| module.outputs.get_index(index));
                let name = output.map_or("", |(name, _)| name);
                format!("{}.output.{name}", call_name(call))
            }
        }
    }

    /// The node of a call's input. What the called module does not declare, or what nobody can look into, belongs to the
    /// whole of it.
    pub(super) fn input(&self, program: &Program, call: usize, name: &str) -> NodeKey {
        let variable = self.callee(call).and_then(|id| program.module(id).variables.get_index_of(name));
        variable.map_or(NodeKey::Whole(call), |index| NodeKey::Input(call, index))
    }

    /// Takes in that one thing needs another.
    pub(super) fn add(&mut self, program: &Program, from: NodeKey, target: Target<'_>, at: Origin) {
        let to = match target {
            Target::Variable(index) => NodeKey::Variable(index),
            Target::Local(index) => NodeKey::Local(index),
            Target::Resource(index) => NodeKey::Resource(index),
            Target::Whole(call) => NodeKey::Whole(call),
            Target::CallOutput(call, name) => match self.callee(call) {
                Some(callee) => match program.module(callee).outputs.get_index_of(name) {
                    Some(index) => NodeKey::CallOutput(call, index),
                    None => return,
                },
                None => NodeKey::Call(call),
            },
        };
        if from != to {
            self.edges.push(Edge { from: self.number(from), to: self.number(to), at });
        }
    }

    /// Sorts what was taken in by what needs it.
    pub(super) fn finish(&mut self) {
        self.edges.sort_by_key(|edge| edge.from);
    }

    /// What is written to be needed by a node.
    pub(super) fn written(&self, number: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.edges.partition_point(|edge| edge.from < number);
        self.edges[start..].iter().take_while(move |edge| edge.from == number).map(|edge| edge.to)
    }

    /// Where it is written that one node needs another.
    pub(super) fn place(&self, from: u32, to: u32) -> Option<Origin> {
        let start = self.edges.partition_point(|edge| edge.from < from);
        let mut edges = self.edges[start..].iter().take_while(|edge| edge.from == from);
        edges.find(|edge| edge.to == to).map(|edge| edge.at)
    }

    /// All inputs of a call.
    pub(super) fn inputs(&self, call: usize) -> std::ops::Range<u32> {
        self.calls[call].1..self.calls[call].2
    }
}
