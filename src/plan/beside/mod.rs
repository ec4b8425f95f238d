//! A plan that lies beside the configuration it was made from: the configuration as it is written, with what the plan knows
//! besides.
//!
//! Plans get old. What is written in the configuration counts: a plan tells what is not known without it, of those resources
//! of which it says nothing else.

mod constants;
mod instances;
mod merge;

use std::cell::Cell;

use bumpalo::Bump;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Arenas, Before, Plan, PlanError};
use crate::config::Program;
use crate::estate::{Action, Estate, Instance, InstanceKind, Key, ModuleInstance, ModuleInstanceId};
use crate::value::{BlockObject, InstanceId};

use constants::Constants;
use instances::Twins;
use merge::Merge;

/// So many values are compared in all; the rest stays as it is written. Elements of sets are compared with each other.
const MAX_STEPS: u32 = 1 << 27;

/// So many resources are named.
const NAMED: usize = 3;

/// The configuration with what a plan knows.
#[derive(Debug)]
pub struct Beside<'a> {
    /// The instances as they are written; what is unknown of them has the value that the plan has.
    pub estate: Estate<'a>,
    /// In what the two differ, as a list in words: `aws_instance.web (ami), aws_eip.a is only in the plan`; empty if in
    /// nothing.
    pub differences: String,
}

impl<'a> Plan<'a> {
    /// What the plan knows of the configuration that `evaluated` is made of, and in what the two differ.
    ///
    /// # Errors
    /// When a part of the plan is not what the format has there.
    pub fn beside(
        &'a self,
        evaluated: &Estate<'a>,
        arenas: &'a mut Arenas,
        nothing: &'a Program,
        arena: &'a Bump,
    ) -> Result<Beside<'a>, PlanError> {
        let planned = self.estate(arenas, nothing, Before::Skipped)?;
        let scratch = Bump::new();
        let constants = Constants::of(&scratch, self.document.configuration.as_ref());
        let twins = Twins::of(evaluated, &planned);
        let joined = Joined {
            arena,
            evaluated,
            planned: &planned,
            constants: &constants,
            twins,
            instances: evaluated.instances.clone(),
            modules: evaluated.modules.clone(),
            children: FxHashMap::default(),
            steps: Cell::new(MAX_STEPS),
            differences: Differences::default(),
        };
        Ok(joined.finish())
    }
}

/// The two, being joined.
struct Joined<'a, 'j> {
    arena: &'a Bump,
    evaluated: &'j Estate<'a>,
    planned: &'j Estate<'a>,
    constants: &'j Constants<'j>,
    twins: Twins,
    instances: Vec<Instance<'a>>,
    modules: Vec<ModuleInstance<'a>>,
    /// Module instances by caller, call and key.
    children: FxHashMap<(ModuleInstanceId, &'a str, Key<'a>), ModuleInstanceId>,
    /// How many values are still compared.
    steps: Cell<u32>,
    differences: Differences,
}

impl<'a> Joined<'a, '_> {
    fn finish(mut self) -> Beside<'a> {
        let modules = self.modules.iter().enumerate().skip(1);
        let named = modules.map(|(id, of)| ((of.parent, of.call, of.key), ModuleInstanceId(id as u32)));
        self.children = named.collect();
        // Of those whose number the plan knows: whether it agrees on all of them, which decides what leads to them.
        let unlike = |(own, all): &(InstanceId, Vec<InstanceId>)| {
            let path = |planned: &InstanceId| Some((*own, *planned, self.merged(*own, *planned, *own).err()?));
            all.iter().find_map(path)
        };
        let unlike: Vec<_> = self.twins.repeated.iter().filter_map(unlike).collect();
        for (_, planned, path) in &unlike {
            self.differences.differs(|| format!("{} ({path})", self.planned.address(*planned)));
        }
        let unlike: FxHashSet<InstanceId> = unlike.into_iter().map(|(own, ..)| own).collect();
        self.twins.replace(|own| !unlike.contains(&own));
        for (own, planned) in &self.twins.pairs {
            match self.merged(*own, *planned, *own) {
                Ok(block) => self.instances[own.0 as usize].attrs = block,
                Err(path) => self.differences.differs(|| format!("{} ({path})", self.evaluated.address(*own))),
            }
        }
        for (own, all) in std::mem::take(&mut self.twins.repeated) {
            all.iter().for_each(|planned| self.repeated(own, *planned));
            // As if it went: it has a number, and is not judged.
            self.instances[own.0 as usize].action = Action::Delete;
        }
        let is_managed = |instance: &Instance<'_>| instance.kind == InstanceKind::Managed;
        let address = |estate: &Estate<'_>, id: InstanceId| estate.address(id);
        for id in self.twins.only_planned.iter().filter(|id| is_managed(self.planned.instance(**id))) {
            self.differences.differs(|| format!("{} is only in the plan", address(self.planned, *id)));
        }
        for id in self.twins.only_written.iter().filter(|id| is_managed(self.evaluated.instance(**id))) {
            self.differences.differs(|| format!("{} is not in the plan", address(self.evaluated, *id)));
        }
        let origins = self.evaluated.origins.clone();
        let estate = Estate::new(self.evaluated.program, self.instances, self.modules, origins);
        Beside { estate, differences: self.differences.said() }
    }

    /// One instance stood for all, since nobody knew how many there are: the plan does.
    fn repeated(&mut self, own: InstanceId, planned: InstanceId) {
        let id = InstanceId(self.instances.len() as u32);
        let merged = self.merged(own, planned, id);
        let planned = self.planned.instance(planned);
        let module = self.module(planned.module);
        let written = self.instances[own.0 as usize];
        self.instances.push(Instance { key: planned.key, module, attrs: merged.unwrap_or(written.attrs), ..written });
    }

    /// What is written in an instance, with what is planned of it; `Err`: the path at which the two differ.
    fn merged(&self, own: InstanceId, planned: InstanceId, id: InstanceId) -> Result<&'a BlockObject<'a>, String> {
        let instance = self.planned.instance(planned);
        let mut merge = Merge::new(self.arena, &self.twins, id, &self.steps, |path, value| {
            let calls = self.planned.calls(instance.module);
            self.constants.is_written(&calls, (instance.kind, instance.type_name, instance.name), path, value)
        });
        merge.instance(self.evaluated.instance(own).attrs, instance.attrs)
    }
}

/// What the two do not have in common.
#[derive(Debug, Default)]
struct Differences {
    named: Vec<String>,
    more: usize,
}

impl Differences {
    fn differs(&mut self, say: impl FnOnce() -> String) {
        if self.named.len() < NAMED { self.named.push(say()) } else { self.more += 1 }
    }

    fn said(self) -> String {
        let more = (self.more > 0).then(|| format!("and {} more", self.more));
        let named: Vec<String> = self.named.into_iter().chain(more).collect();
        named.join(", ")
    }
}

/// Instances by their address.
fn by_address(estate: &Estate<'_>) -> FxHashMap<String, InstanceId> {
    estate.iter().filter(|(_, one)| is_resource(one.kind)).map(|(id, _)| (estate.address(id), id)).collect()
}

fn is_resource(kind: InstanceKind) -> bool {
    matches!(kind, InstanceKind::Managed | InstanceKind::Data | InstanceKind::Ephemeral)
}
