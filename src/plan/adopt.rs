//! What a plan does not have as such, and the configuration that it was made from does: variables, outputs, module calls.

use bumpalo::Bump;

use super::Loader;
use super::keep::Keeper;
use super::moved::Mover;
use crate::estate::{Action, Estate, Instance, InstanceKind, Key, ModuleInstanceId};
use crate::value::InstanceId;

impl<'a: 'c, 'c> Loader<'a, 'c, '_> {
    /// The variables, outputs, module calls and settings of an evaluated configuration; their numbers begin with `first`.
    pub(super) fn adopted(&mut self, evaluated: &Estate<'_>, first: usize) -> Vec<Instance<'a>> {
        let adopted = |kind| {
            matches!(
                kind,
                InstanceKind::Variable | InstanceKind::Output | InstanceKind::Module | InstanceKind::Terraform
            )
        };
        let modules = self.modules_of(evaluated);
        let mut numbers: Vec<Option<InstanceId>> =
            evaluated.iter().map(|(id, _)| self.found.births.planned(id)).collect();
        let taken = evaluated.iter().filter(|(_, instance)| adopted(instance.kind));
        for (next, (id, _)) in (first as u32..).zip(taken) {
            numbers[id.0 as usize] = Some(InstanceId(next));
        }
        let keeper = Keeper { arena: self.arena, text: self.found.text, has_source: true };
        let mut scratch = Bump::new();
        let mut all = Vec::new();
        for (id, instance) in evaluated.iter().filter(|(_, instance)| adopted(instance.kind)) {
            scratch.reset();
            let number = |id: InstanceId| numbers.get(id.0 as usize).copied().flatten();
            let id = number(id).unwrap_or(id);
            let mover = Mover { arena: &scratch, id, number, has_places: true };
            let attrs = keeper.block(mover.block(instance.attrs), false);
            let [type_name, name, provider_name] =
                [instance.type_name, instance.name, instance.provider_name].map(|text| &*self.arena.alloc_str(text));
            all.push(Instance {
                kind: instance.kind,
                module: modules[instance.module.0 as usize],
                type_name,
                name,
                key: self.key_of(instance.key),
                open: None,
                attrs,
                header: instance.header,
                block: instance.block,
                provider_name,
                provider: None,
                action: Action::NoOp,
                before: None,
            });
        }
        all
    }

    /// The module instances of an evaluated configuration, as those of the plan.
    fn modules_of(&mut self, evaluated: &Estate<'_>) -> Vec<ModuleInstanceId> {
        let mut modules: Vec<ModuleInstanceId> = Vec::with_capacity(evaluated.modules.len());
        for module in &evaluated.modules {
            // A caller comes before what it calls; the root is its own caller.
            let id = match modules.get(module.parent.0 as usize) {
                Some(parent) => {
                    let (call, key) = (&*self.arena.alloc_str(module.call), self.key_of(module.key));
                    self.child(*parent, call, key)
                }
                None => ModuleInstanceId::ROOT,
            };
            modules.push(id);
        }
        modules
    }

    fn key_of(&self, key: Key<'_>) -> Key<'a> {
        match key {
            Key::None => Key::None,
            Key::Int(index) => Key::Int(index),
            Key::Str(key) => Key::Str(self.arena.alloc_str(key)),
            Key::Unknown => Key::Unknown,
        }
    }
}
