//! Which instances of a configuration and of a plan are the same.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Joined, by_address, is_resource};
use crate::config::CallTarget;
use crate::estate::{Estate, Instance, Key, ModuleInstance, ModuleInstanceId};
use crate::value::InstanceId;

/// The instances of both sides, told apart.
#[derive(Debug, Default)]
pub(super) struct Twins {
    /// The same address: in the configuration, and in the plan.
    pub(super) pairs: Vec<(InstanceId, InstanceId)>,
    /// One that stands for all of its resource, and those that the plan has.
    pub(super) repeated: Vec<(InstanceId, Vec<InstanceId>)>,
    pub(super) only_written: Vec<InstanceId>,
    pub(super) only_planned: Vec<InstanceId>,
    /// By instance of the plan: its number afterwards.
    numbers: FxHashMap<InstanceId, InstanceId>,
    /// The first number that is free.
    first: u32,
    /// Those that stand for others.
    replaced: FxHashSet<InstanceId>,
}

impl Twins {
    pub(super) fn of(evaluated: &Estate<'_>, planned: &Estate<'_>) -> Self {
        let own = by_address(evaluated);
        let mut twins = Self::default();
        // Those whose number nobody knows, by their address without keys.
        let mut open: FxHashMap<String, usize> = FxHashMap::default();
        for (id, instance) in evaluated.iter().filter(|(_, instance)| is_resource(instance.kind)) {
            if is_open(evaluated, instance) {
                open.insert(plain(evaluated, instance), twins.repeated.len());
                twins.repeated.push((id, Vec::new()));
            }
        }
        let mut met: FxHashSet<InstanceId> = FxHashSet::default();
        let there = planned.iter().filter(|(_, instance)| is_resource(instance.kind) && !instance.action.is_end());
        for (id, instance) in there {
            if let Some(twin) = own.get(&planned.address(id)) {
                met.insert(*twin);
                twins.pairs.push((*twin, id));
                twins.numbers.insert(id, *twin);
            } else if let Some(of) = open.get(&plain(planned, instance)) {
                twins.repeated[*of].1.push(id);
            } else {
                twins.only_planned.push(id);
            }
        }
        twins.first = evaluated.instances.len() as u32;
        twins.repeated.retain(|(_, all)| !all.is_empty());
        let left = evaluated
            .iter()
            .filter(|(id, instance)| is_resource(instance.kind) && !met.contains(id) && !is_open(evaluated, instance));
        twins.only_written = left.map(|(id, _)| id).collect();
        twins
    }

    /// Leaves those of which one stands for all as they are, but for these.
    pub(super) fn replace(&mut self, which: impl Fn(InstanceId) -> bool) {
        self.repeated.retain(|(own, _)| which(*own));
        self.replaced = self.repeated.iter().map(|(id, _)| *id).collect();
        let all = self.repeated.iter().flat_map(|(_, all)| all);
        self.numbers.extend(all.zip(self.first..).map(|(id, next)| (*id, InstanceId(next))));
    }

    /// The number that an instance of the plan has afterwards.
    pub(super) fn number(&self, planned: InstanceId) -> Option<InstanceId> {
        self.numbers.get(&planned).copied()
    }

    /// Whether an instance of the configuration stands for those that the plan has.
    pub(super) fn is_replaced(&self, own: InstanceId) -> bool {
        self.replaced.contains(&own)
    }
}

/// Whether nobody knows how many instances there are.
fn is_open(estate: &Estate<'_>, instance: &Instance<'_>) -> bool {
    let mut module = instance.module;
    let mut key = instance.key;
    while key != Key::Unknown && module != ModuleInstanceId::ROOT {
        let of = &estate.modules[module.0 as usize];
        (key, module) = (of.key, of.parent);
    }
    key == Key::Unknown
}

/// An address without keys, which the resource's instances have in common.
fn plain(estate: &Estate<'_>, instance: &Instance<'_>) -> String {
    let calls = estate.calls(instance.module).join(".");
    format!("{calls}/{:?}.{}.{}", instance.kind, instance.type_name, instance.name)
}

impl Joined<'_, '_> {
    /// The module instance of the plan, as one of the configuration: a new one if the plan alone knows its key.
    pub(super) fn module(&mut self, planned: ModuleInstanceId) -> ModuleInstanceId {
        if planned == ModuleInstanceId::ROOT {
            return planned;
        }
        let ModuleInstance { parent, call, key, .. } = self.planned.modules[planned.0 as usize];
        let parent = self.module(parent);
        if let Some(known) = self.children.get(&(parent, call, key)) {
            return *known;
        }
        let program = self.evaluated.program;
        let caller = self.modules[parent.0 as usize].module.map(|module| program.module(module));
        let module = caller.and_then(|caller| match caller.calls.get(call)?.target {
            CallTarget::Module(id) => Some(id),
            _ => None,
        });
        let id = ModuleInstanceId(self.modules.len() as u32);
        self.modules.push(ModuleInstance { parent, call, key, module });
        self.children.insert((parent, call, key), id);
        id
    }
}
