//! Which instances of a configuration and of a plan are the same.

use std::fmt::Write as _;

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
        let mut open = Open::default();
        for (id, instance) in evaluated.iter().filter(|(_, instance)| is_resource(instance.kind)) {
            if open.take(evaluated, instance, twins.repeated.len()) {
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
            } else if let Some(of) = open.find(planned, instance) {
                twins.repeated[of].1.push(id);
            } else {
                twins.only_planned.push(id);
            }
        }
        twins.first = evaluated.instances.len() as u32;
        twins.repeated.retain(|(_, all)| !all.is_empty());
        let left = evaluated.iter().filter(|(id, instance)| {
            is_resource(instance.kind) && !met.contains(id) && unknown(evaluated, instance) == 0
        });
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

/// So many ways in which keys of one resource are known and not are told apart.
const MAX_WAYS: usize = 16;

/// Instances whose number nobody knows. Each stands for those that have the keys that are known of it.
#[derive(Default)]
struct Open {
    /// Which keys are unknown, by address without keys: one set for each way in which that happens.
    ways: FxHashMap<String, Vec<u64>>,
    /// By address without those keys.
    instances: FxHashMap<String, usize>,
}

impl Open {
    /// Takes an instance, if its number is not known.
    fn take(&mut self, estate: &Estate<'_>, instance: &Instance<'_>, index: usize) -> bool {
        let unknown = unknown(estate, instance);
        if unknown == 0 {
            return false;
        }
        let ways = self.ways.entry(address_without(u64::MAX, estate, instance)).or_default();
        if !ways.contains(&unknown) && ways.len() < MAX_WAYS {
            ways.push(unknown);
        }
        self.instances.insert(address_without(unknown, estate, instance), index);
        true
    }

    /// The one that stands for an instance of the plan.
    fn find(&self, estate: &Estate<'_>, instance: &Instance<'_>) -> Option<usize> {
        let ways = self.ways.get(&address_without(u64::MAX, estate, instance))?;
        ways.iter().find_map(|unknown| self.instances.get(&address_without(*unknown, estate, instance)).copied())
    }
}

/// The keys that lead to an instance, from its own to that of the outermost call, each with the name of the call.
fn keys<'e>(estate: &'e Estate<'_>, instance: &'e Instance<'_>) -> impl Iterator<Item = (Key<'e>, &'e str)> {
    let first = (instance.key, "", instance.module);
    let all = std::iter::successors(Some(first), |(_, _, module)| {
        let of = &estate.modules[module.0 as usize];
        (*module != ModuleInstanceId::ROOT).then_some((of.key, of.call, of.parent))
    });
    all.map(|(key, call, _)| (key, call))
}

/// The bit of a key, counted from the instance's own. Those that lie deeper than anybody writes have one in common.
fn bit(level: usize) -> u64 {
    1 << level.min(63)
}

/// Which of the keys that lead to an instance nobody knows; 0: none.
fn unknown(estate: &Estate<'_>, instance: &Instance<'_>) -> u64 {
    let levels = keys(estate, instance).enumerate();
    levels.filter(|(_, (key, _))| *key == Key::Unknown).fold(0, |unknown, (level, _)| unknown | bit(level))
}

/// An address without some of its keys.
fn address_without(left_out: u64, estate: &Estate<'_>, instance: &Instance<'_>) -> String {
    let mut address = format!("{:?}.{}.{}", instance.kind, instance.type_name, instance.name);
    for (level, (key, call)) in keys(estate, instance).enumerate() {
        address.extend(["/", call]);
        if left_out & bit(level) == 0 {
            let _ = write!(address, "[{key:?}]");
        }
    }
    address
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
        self.modules.push(ModuleInstance { parent, call, key, module, open: None });
        self.children.insert((parent, call, key), id);
        id
    }
}
