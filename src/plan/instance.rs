//! One instance of a plan: its values after and before, with places where the configuration is at hand.

use bumpalo::Bump;
use serde_json::value::RawValue;

use super::births::Graft;
use super::configuration::{Lookup, Place};
use super::json;
use super::keep::Keeper;
use super::places::Places;
use super::wanted::{Known, WantedOf};
use super::written::{Layers, Reader};
use super::{Before, Found, Pending, Providers};
use crate::config::{MergedBody, Mode, Resource};
use crate::estate::{Action, Instance, InstanceKind, Key, ModuleInstanceId};
use crate::schema::{self, BlockSchema, TypeKind};
use crate::value::{BlockObject, InstanceId, Origin, Value};

/// Reads instances into an arena.
pub(super) struct InstanceReader<'a, 'c, 'd, 'f> {
    pub(super) found: &'f Found<'a, 'c, 'd>,
    pub(super) keeper: Keeper<'a>,
    pub(super) known: Known,
}

impl<'a: 'c, 'c, 'd> InstanceReader<'a, 'c, 'd, '_> {
    pub(super) fn instances(
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
        let action = pending.change.map_or(Action::NoOp, |change| change.change.actions.action);
        let gone = matches!(action, Action::Delete | Action::Forget);
        let expressions = resource.map(|resource| resource.expressions(scratch)).transpose()?;
        let source = self.source(pending);
        let read = |layers: Layers<'_>, body| {
            self.normal(scratch, (id, pending.kind, pending.type_name), schema, expressions, layers, place, body)
        };
        let written = self.found.births.instance(pending.address().decoded(scratch));
        let attrs = match gone {
            true => schema::normalize(self.keeper.arena, id, schema, &[]),
            false => read(layers(scratch, pending)?, source.map(|source| (&source.body, written))),
        };
        let before = match self.found.wanted.before {
            Before::Read => before(scratch, pending)?.map(|layers| read(layers, None)),
            Before::Skipped => None,
        };
        let provider = self.provider_of(pending, providers);
        let provider_name =
            provider.map_or_else(|| pending.provider_source.rsplit('/').next().unwrap_or_default(), |(_, name)| name);
        Ok(Instance {
            kind: pending.kind,
            module: pending.module,
            type_name: pending.type_name,
            name: pending.name,
            key: pending.key,
            open: None,
            attrs,
            header: source.map_or(Origin::NONE, |source| self.places().header(source.block)),
            block: source.map(|source| source.block),
            provider_name,
            provider: provider.map(|(id, _)| id),
            action,
            before,
        })
    }

    /// The provider configuration that its block names, with its local name.
    pub(super) fn provider_of(
        &self,
        pending: &Pending<'a, 'd>,
        providers: &Providers<'a>,
    ) -> Option<(InstanceId, &'a str)> {
        let config = self.found.references.scopes[pending.module.0 as usize].config?;
        let resource = config.resource(pending.kind, pending.type_name, pending.name)?;
        providers.get(resource.provider_key).copied()
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

    pub(super) fn written<'s>(&'s self, scratch: &'s Bump) -> Reader<'s, 's> {
        Reader {
            arena: scratch,
            wanted: None,
            references: Lookup { arena: scratch, references: &self.found.references },
            variables: &self.found.variables,
        }
    }

    fn graft<'s>(&'s self, scratch: &'s Bump) -> Graft<'s, 's> {
        Graft { arena: scratch, births: &self.found.births }
    }

    fn places(&self) -> Places<'a> {
        Places { arena: self.keeper.arena, program: self.found.program }
    }

    #[expect(clippy::too_many_arguments, reason = "what an instance is made of")]
    fn normal<'s>(
        &'s self,
        scratch: &'s Bump,
        (id, kind, type_name): (InstanceId, InstanceKind, &str),
        schema: Option<BlockSchema>,
        expressions: Option<Value<'s>>,
        layers: Layers<'s>,
        place: Place<'s, 's>,
        source: Option<(&MergedBody, Option<&BlockObject<'_>>)>,
    ) -> &'a BlockObject<'a> {
        let wanted = self.found.wanted.attributes.filter(|_| kind == InstanceKind::Managed);
        let wanted = wanted.map(|attributes| WantedOf { attributes, type_name, known: &self.known });
        let reader = Reader { wanted: wanted.as_ref(), ..self.written(scratch) };
        let mut entries = reader.entries(schema, expressions, layers, place);
        if let Some((body, _)) = source {
            entries = Places { arena: scratch, program: self.found.program }.entries(body, &entries);
        }
        let block = schema::normalize(scratch, id, schema, &entries);
        let written = source.and_then(|(_, written)| written);
        self.keeper.block(written.map_or(block, |written| self.graft(scratch).block(block, written)), false)
    }

    /// A provider configuration: a plan has its constants, and what the rest refers to.
    pub(super) fn provider(
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
        let block = schema::normalize(&scratch, id, schema, &entries);
        let inside = if config.module_address.is_empty() { "" } else { "." };
        let alias = if config.alias.is_empty() { String::new() } else { format!(".{}", config.alias) };
        let address = format!("{}{inside}provider.{name}{alias}", config.module_address);
        let evaluated = self.found.births.instance(&address);
        Ok(Instance {
            kind: InstanceKind::Provider,
            module,
            type_name: name,
            name: self.keeper.arena.alloc_str(&config.alias),
            key: Key::None,
            open: None,
            attrs: self
                .keeper
                .block(evaluated.map_or(block, |evaluated| self.graft(&scratch).block(block, evaluated)), false),
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
pub(super) fn before<'s>(
    scratch: &'s Bump,
    pending: &Pending<'s, '_>,
) -> Result<Option<Layers<'s>>, serde_json::Error> {
    let Some(change) = pending.change.map(|change| &change.change) else { return Ok(None) };
    let Some(before) = parse(scratch, change.before)? else { return Ok(None) };
    Ok(Some(Layers { value: Some(before), unknown: None, sensitive: parse(scratch, change.before_sensitive)? }))
}

pub(super) fn key<'a>(arena: &'a Bump, index: Option<&'a RawValue>) -> Key<'a> {
    let Some(value) = index.and_then(|raw| json::value(arena, raw).ok()) else { return Key::None };
    match value.kind {
        crate::value::Kind::Int(index) => Key::Int(index),
        crate::value::Kind::Str(key) => Key::Str(key),
        _ => Key::Unknown,
    }
}
