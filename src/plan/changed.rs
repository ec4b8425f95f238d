//! What a plan says of its changes beside their values: what forces a replacement, what was moved or is imported.

use bumpalo::Bump;
use rustc_hash::FxHashMap;
use serde_json::value::RawValue;

use super::configuration::Place;
use super::instance::{InstanceReader, before};
use super::json::ResourceChange;
use super::{Pending, Providers, json};
use crate::estate::{Changed, Deposed, InstanceKind, write_key};
use crate::schema::{self, TypeKind};
use crate::value::{BlockObject, InstanceId, Kind, Value};

/// So many of the attributes that force a replacement are kept; people look at the first.
const MAX_PATHS: usize = 8;

impl<'a: 'c, 'c, 'd> InstanceReader<'a, 'c, 'd, '_> {
    /// By instance; those of which there is nothing to say are left out.
    pub(super) fn changed(&self) -> Result<FxHashMap<InstanceId, Changed<'a>>, serde_json::Error> {
        let mut scratch = Bump::new();
        let mut all = FxHashMap::default();
        let managed = self.found.pending.iter().enumerate().filter(|(_, one)| one.kind == InstanceKind::Managed);
        for (index, pending) in managed {
            let Some(change) = pending.change else { continue };
            let destroys = change.change.actions.destroys;
            let previous = change.previous_address.filter(|previous| *previous != change.address);
            let is_imported = change.change.importing.is_some_and(|importing| importing.get().starts_with('{'));
            if destroys || previous.is_some() || is_imported {
                scratch.reset();
                let id = InstanceId(index as u32);
                let found = Changed {
                    previous_address: previous.unwrap_or_default().decoded(self.keeper.arena),
                    is_imported,
                    ..if destroys { self.destroyed(&scratch, id, pending, change)? } else { Changed::default() }
                };
                all.insert(id, found);
            }
        }
        Ok(all)
    }

    /// What is destroyed beside instances.
    pub(super) fn deposed(&self, providers: &Providers<'a>) -> Result<Vec<Deposed<'a>>, serde_json::Error> {
        let arena = self.keeper.arena;
        let mut scratch = Bump::new();
        let mut all = Vec::new();
        for pending in &self.found.deposed {
            scratch.reset();
            let Some(destroyed) = self.state(&scratch, InstanceId(0), pending)? else { continue };
            let key = pending.change.and_then(|change| change.deposed).unwrap_or_default().decoded(arena);
            let provider = self.provider_of(pending, providers).map(|(id, _)| id);
            let address = pending.address().decoded(arena);
            all.push(Deposed { address, key, type_name: pending.type_name, destroyed, provider });
        }
        Ok(all)
    }

    /// All that the state holds before, also what the configuration no longer writes.
    fn state(
        &self,
        scratch: &Bump,
        id: InstanceId,
        pending: &Pending<'a, 'd>,
    ) -> Result<Option<&'a BlockObject<'a>>, serde_json::Error> {
        let schema = schema::find(TypeKind::Managed, pending.type_name).map(|schema| schema.root());
        Ok(before(scratch, pending)?.map(|layers| {
            let place = Place { module: pending.module, key: pending.key, for_each: None };
            let entries = self.written(scratch).entries(schema, None, layers, place);
            self.keeper.block(schema::normalize(scratch, id, schema, &entries), false)
        }))
    }

    fn destroyed(
        &self,
        scratch: &Bump,
        id: InstanceId,
        pending: &Pending<'a, 'd>,
        change: &ResourceChange<'a>,
    ) -> Result<Changed<'a>, serde_json::Error> {
        let arena = self.keeper.arena;
        let destroyed = self.state(scratch, id, pending)?;
        let paths = replace_paths(scratch, change.change.replace_paths);
        let paths: Vec<&str> = paths.iter().map(|path| &*arena.alloc_str(path)).collect();
        Ok(Changed {
            destroyed,
            replaced_by: arena.alloc_slice_copy(&paths),
            reason: change.action_reason.unwrap_or_default().decoded(arena),
            ..Changed::default()
        })
    }
}

/// `[["engine"], ["disk", 0, "size"]]`: `engine`, `disk[0].size`. What has another form is left out.
fn replace_paths(scratch: &Bump, raw: Option<&RawValue>) -> Vec<String> {
    let value = raw.and_then(|raw| json::value(scratch, raw).ok());
    let paths = value.as_ref().and_then(|value| value.elements()).unwrap_or_default();
    let mut written: Vec<String> = paths.iter().filter_map(|path| written(path.elements()?)).take(MAX_PATHS).collect();
    written.dedup();
    written
}

fn written(steps: &[Value<'_>]) -> Option<String> {
    let mut path = String::new();
    for step in steps {
        match step.kind {
            Kind::Str(name) if path.is_empty() => path.push_str(name),
            Kind::Str(name) => {
                path.push('.');
                path.push_str(name);
            }
            Kind::Int(index) => write_key(&mut path, crate::estate::Key::Int(index)),
            // An element of a set is named by its value.
            _ => break,
        }
    }
    (!path.is_empty()).then_some(path)
}
