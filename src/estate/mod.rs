//! The one model of a deployment: instances, addresses, attributes, and where each value came from.
//!
//! `eval` fills it from configuration and `plan` from plan JSON; this room knows neither. Ids are dense, addresses are
//! rendered only when something is shown.

mod keys;
mod open;
mod pairs;

use std::fmt::Write as _;
use std::sync::{Arc, PoisonError, RwLock};

use bumpalo::Bump;
pub use keys::without_keys;
pub use pairs::Pairs;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::config::{BlockRef, ExprRef, ModuleId, Program};
use crate::source::{FileId, Span};
pub use crate::value::InstanceId;
use crate::value::{BlockObject, Origin, Unknown, Value};

/// Which module instance; 0 is the root module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModuleInstanceId(pub u32);

impl ModuleInstanceId {
    /// The root module.
    pub const ROOT: Self = Self(0);
}

/// The key of an instance of something that repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key<'a> {
    /// It does not repeat.
    None,
    /// `count`
    Int(i64),
    /// `for_each`
    Str(&'a str),
    /// `count` or `for_each` is not known: one instance stands for all.
    Unknown,
}

/// Why nobody knows how many instances there are of something.
#[derive(Clone, Copy, Debug)]
pub struct Open<'a> {
    /// What decides it.
    pub why: &'a Unknown<'a>,
    /// The `count`, `for_each` or `enabled` that is not known.
    pub by: Option<ExprRef>,
}

/// A module call's instance.
#[derive(Clone, Copy, Debug)]
pub struct ModuleInstance<'a> {
    /// The module instance that holds the call; itself for the root.
    pub parent: ModuleInstanceId,
    /// The name of the call; empty for the root.
    pub call: &'a str,
    /// The key.
    pub key: Key<'a>,
    /// The module; `None` when it was not found (or in a plan without source).
    pub module: Option<ModuleId>,
    /// Why it may not be there.
    pub open: Option<&'a Open<'a>>,
}

/// What kind of block an instance comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstanceKind {
    /// `resource`
    Managed,
    /// `data`
    Data,
    /// `ephemeral`
    Ephemeral,
    /// `provider`
    Provider,
    /// `module`
    Module,
    /// `variable`
    Variable,
    /// `output`
    Output,
    /// `terraform`
    Terraform,
}

/// What a plan does with an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Nothing.
    NoOp,
    /// It comes into being.
    Create,
    /// It is read.
    Read,
    /// It changes in place.
    Update,
    /// It is destroyed and made anew.
    Replace,
    /// It goes.
    Delete,
    /// Terraform no longer manages it, but it stays.
    Forget,
}

impl Action {
    /// Whether the instance is no longer part of the deployment afterwards.
    pub fn is_end(self) -> bool {
        matches!(self, Self::Delete | Self::Forget)
    }
}

/// One resource, data source, provider configuration, module call, variable, output or set of `terraform` blocks.
#[derive(Clone, Copy, Debug)]
pub struct Instance<'a> {
    /// What it is.
    pub kind: InstanceKind,
    /// The module instance it stands in.
    pub module: ModuleInstanceId,
    /// `aws_instance` (also for data sources), `aws` for a provider, `module`, `variable`, `output`, `terraform`.
    pub type_name: &'a str,
    /// Its name; for a provider its alias or `""`.
    pub name: &'a str,
    /// Its key.
    pub key: Key<'a>,
    /// Why it may not be there; those of which there are some, nobody knows how many, are there.
    pub open: Option<&'a Open<'a>>,
    /// What is written in it, in normal form.
    pub attrs: &'a BlockObject<'a>,
    /// The header of its block.
    pub header: Origin,
    /// Its block, where the source is at hand.
    pub block: Option<BlockRef>,
    /// The local name of its provider: `aws`.
    pub provider_name: &'a str,
    /// The provider configuration it uses, where one is written.
    pub provider: Option<InstanceId>,
    /// What a plan does with it; `Create` on source.
    pub action: Action,
    /// The value before, in a plan.
    pub before: Option<&'a BlockObject<'a>>,
}

/// What a plan says of an instance that changes, beside its values.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changed<'a> {
    /// What is destroyed, in normal form: all that its state holds, whether the configuration writes it or not.
    pub destroyed: Option<&'a BlockObject<'a>>,
    /// The attributes that force a replacement: `engine`, `network_interface[0].subnet_id`.
    pub replaced_by: &'a [&'a str],
    /// Why, as the format has it: `delete_because_no_resource_config`; empty if it says nothing.
    pub reason: &'a str,
    /// The address before it was moved; empty if it was not.
    pub previous_address: &'a str,
    /// Whether it was there, and comes under Terraform's management.
    pub is_imported: bool,
}

/// An object that is left over from an earlier replacement of its resource, and that a plan destroys. It is no part of the
/// deployment: nothing refers to it, and its settings are judged by nobody.
#[derive(Clone, Copy, Debug)]
pub struct Deposed<'a> {
    /// The address of its resource, which may have another object, or none.
    pub address: &'a str,
    /// What tells it from other objects of that resource: eight hexadecimal digits.
    pub key: &'a str,
    /// The type of its resource.
    pub type_name: &'a str,
    /// What is destroyed, in normal form: all that its state holds.
    pub destroyed: &'a BlockObject<'a>,
    /// The provider configuration of its resource, where one is written.
    pub provider: Option<InstanceId>,
}

/// Where values were used and born, for origins that have two places.
///
/// An origin below 2³¹ is a node of the program. From 2³¹ on it is an entry here: the expression in which the value is
/// used (`cidr_blocks = var.admin_cidrs`), and the node in which it was born (the default of the variable), or a part of
/// that node (a line of a policy in a heredoc).
///
/// Several threads may ask and add at once; which number an entry gets depends on who comes first, and tells nothing.
/// Copies share their entries.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    journeys: Arc<RwLock<Journeys>>,
}

#[derive(Debug, Default)]
struct Journeys {
    entries: Vec<Journey>,
    index: FxHashMap<Journey, u32>,
}

/// Where a value was used and born.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Journey {
    at: Origin,
    birth: Origin,
    /// The part of the birth node that it is, in its file.
    part: Option<Span>,
}

impl Origins {
    const DERIVED: u32 = 1 << 31;

    /// The origin for a value born at `birth` and used at the node `at`.
    pub fn used_at(&self, at: Origin, birth: Origin) -> Origin {
        let birth = self.birth(birth);
        if !at.is_some() || at == birth {
            return birth;
        }
        if !birth.is_some() {
            return at;
        }
        self.add(Journey { at, birth, part: None })
    }

    /// The origin for a part of the text that was born in a node: `part` is where it stands in the node's file.
    pub fn part_of(&self, whole: Origin, part: Span) -> Origin {
        self.add(Journey { at: self.used(whole), birth: self.birth(whole), part: Some(part) })
    }

    fn add(&self, journey: Journey) -> Origin {
        let mut journeys = self.journeys.write().unwrap_or_else(PoisonError::into_inner);
        let Journeys { entries, index } = &mut *journeys;
        let id = *index.entry(journey).or_insert_with(|| {
            entries.push(journey);
            entries.len() as u32 - 1
        });
        Origin(id | Self::DERIVED)
    }

    fn journey(&self, origin: Origin) -> Journey {
        if origin.0 & Self::DERIVED == 0 {
            return Journey { at: origin, birth: origin, part: None };
        }
        let journeys = self.journeys.read().unwrap_or_else(PoisonError::into_inner);
        journeys.entries[(origin.0 & !Self::DERIVED) as usize]
    }

    /// The node in which the value was used: where a finding points.
    pub fn used(&self, origin: Origin) -> Origin {
        self.journey(origin).at
    }

    /// The node in which the value was born: where it would be changed.
    pub fn birth(&self, origin: Origin) -> Origin {
        self.journey(origin).birth
    }
}

/// Everything that one root module deploys.
#[derive(Debug)]
pub struct Estate<'a> {
    /// The program it came from; empty for a plan without source.
    pub program: &'a Program,
    /// The instances, by id.
    pub instances: Vec<Instance<'a>>,
    /// The module instances, by id.
    pub modules: Vec<ModuleInstance<'a>>,
    /// Places of values.
    pub origins: Origins,
    /// What a plan destroys beside instances.
    pub deposed: Vec<Deposed<'a>>,
    /// The root module's variables, of a plan whose configuration is not at hand: sorted.
    pub variables: Vec<&'a str>,
    /// What a plan says of those that it destroys, moves or imports.
    pub changed: FxHashMap<InstanceId, Changed<'a>>,
    by_type: FxHashMap<InstanceKind, FxHashMap<&'a str, Vec<InstanceId>>>,
}

impl<'a> Estate<'a> {
    /// An estate of these instances; builds the index by type.
    pub fn new(
        program: &'a Program,
        instances: Vec<Instance<'a>>,
        modules: Vec<ModuleInstance<'a>>,
        origins: Origins,
    ) -> Self {
        let mut by_type: FxHashMap<InstanceKind, FxHashMap<&'a str, Vec<InstanceId>>> = FxHashMap::default();
        for (index, instance) in instances.iter().enumerate() {
            by_type
                .entry(instance.kind)
                .or_default()
                .entry(one_name(instance.type_name))
                .or_default()
                .push(InstanceId(index as u32));
        }
        let (changed, deposed, variables) = (FxHashMap::default(), Vec::new(), Vec::new());
        Self { program, instances, modules, origins, deposed, variables, changed, by_type }
    }

    /// The estate before a plan that gave this one: what is created is not there yet, what goes still is.
    pub fn before<'b>(&self, arena: &'b Bump) -> Estate<'b>
    where
        'a: 'b,
    {
        let instances = self.instances.iter().map(|instance| {
            let nothing = || &*arena.alloc(BlockObject { attrs: &[], ..*instance.attrs });
            match (instance.action, instance.before) {
                (Action::NoOp, None) => *instance,
                // As if it went: it has a number, and is not judged.
                (_, None) => Instance { attrs: nothing(), action: Action::Delete, ..*instance },
                (_, Some(before)) => Instance { attrs: before, action: Action::NoOp, ..*instance },
            }
        });
        let before = Estate::new(self.program, instances.collect(), self.modules.clone(), self.origins.clone());
        Estate { variables: self.variables.clone(), ..before }
    }

    /// The instance of that id.
    pub fn instance(&self, id: InstanceId) -> &Instance<'a> {
        &self.instances[id.0 as usize]
    }

    /// All instances with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (InstanceId, &Instance<'a>)> {
        self.instances.iter().enumerate().map(|(index, instance)| (InstanceId(index as u32), instance))
    }

    /// The instances of a type, in the order of their ids.
    pub fn of_type(&self, kind: InstanceKind, type_name: &str) -> &[InstanceId] {
        self.by_type.get(&kind).and_then(|types| types.get(one_name(type_name))).map_or(&[], Vec::as_slice)
    }

    /// The module calls that lead to a module instance.
    pub fn calls(&self, id: ModuleInstanceId) -> Vec<&'a str> {
        let mut calls = Vec::new();
        let mut module = id;
        while module != ModuleInstanceId::ROOT {
            let of = &self.modules[module.0 as usize];
            calls.push(of.call);
            module = of.parent;
        }
        calls.reverse();
        calls
    }

    /// Whether nobody knows how many instances there are of its resource: it stands for all of them.
    pub fn is_open(&self, instance: &Instance<'_>) -> bool {
        let (mut key, mut module) = (instance.key, instance.module);
        while key != Key::Unknown && module != ModuleInstanceId::ROOT {
            let of = &self.modules[module.0 as usize];
            (key, module) = (of.key, of.parent);
        }
        key == Key::Unknown
    }

    /// The address of a module instance: `module.site["eu"]`; empty for the root.
    pub fn module_address(&self, id: ModuleInstanceId) -> String {
        let mut address = String::new();
        self.write_module(&mut address, id);
        address
    }

    fn write_module(&self, address: &mut String, id: ModuleInstanceId) {
        if id == ModuleInstanceId::ROOT {
            return;
        }
        let module = &self.modules[id.0 as usize];
        self.write_module(address, module.parent);
        if !address.is_empty() {
            address.push('.');
        }
        let _ = write!(address, "module.{}", module.call);
        write_key(address, module.key);
    }

    /// The address of an instance: `module.site["eu"].aws_s3_bucket.b[0]`, as Terraform writes it.
    pub fn address(&self, id: InstanceId) -> String {
        let instance = self.instance(id);
        let mut address = self.module_address(instance.module);
        if !address.is_empty() {
            address.push('.');
        }
        let _ = match instance.kind {
            InstanceKind::Managed => write!(address, "{}.{}", instance.type_name, instance.name),
            InstanceKind::Data => write!(address, "data.{}.{}", instance.type_name, instance.name),
            InstanceKind::Ephemeral => write!(address, "ephemeral.{}.{}", instance.type_name, instance.name),
            InstanceKind::Provider if instance.name.is_empty() => write!(address, "provider.{}", instance.type_name),
            InstanceKind::Provider => write!(address, "provider.{}.{}", instance.type_name, instance.name),
            InstanceKind::Module => write!(address, "module.{}", instance.name),
            InstanceKind::Variable => write!(address, "var.{}", instance.name),
            InstanceKind::Output => write!(address, "output.{}", instance.name),
            InstanceKind::Terraform => write!(address, "terraform"),
        };
        write_key(&mut address, instance.key);
        address
    }

    /// The file and span of the place where a value is used: where a finding points.
    pub fn place(&self, origin: Origin) -> Option<(FileId, Span)> {
        let journey = self.origins.journey(origin);
        let (file, span) = self.program.place(journey.at.0)?;
        Some((file, journey.part.filter(|_| journey.at == journey.birth).unwrap_or(span)))
    }

    /// The file and span of the place where a value was born: where it would be changed.
    pub fn birth_place(&self, origin: Origin) -> Option<(FileId, Span)> {
        let journey = self.origins.journey(origin);
        let (file, span) = self.program.place(journey.birth.0)?;
        Some((file, journey.part.unwrap_or(span)))
    }

    /// The root variable that a value comes from, where a plan tells that and its place is not known.
    pub fn variable(&self, origin: Origin) -> Option<&'a str> {
        let number = self.origins.birth(origin).variable()?;
        self.variables.get(number as usize).copied()
    }

    /// The instance's value as a whole.
    pub fn value(&self, id: InstanceId) -> Value<'a> {
        Value::of(crate::value::Kind::Instance(id)).at(self.instance(id).header)
    }
}

/// Types that are one and the same under two names have the newer one here: the provider registers each resource of
/// `aws_lb` as `aws_alb` too (AWS provider documentation, "aws_lb").
pub fn one_name(type_name: &str) -> &str {
    if !type_name.starts_with("aws_alb") {
        return type_name;
    }
    TWO_NAMES.iter().find(|(older, _)| *older == type_name).map_or(type_name, |(_, newer)| newer)
}

const TWO_NAMES: &[(&str, &str)] = &[
    ("aws_alb", "aws_lb"),
    ("aws_alb_listener", "aws_lb_listener"),
    ("aws_alb_listener_certificate", "aws_lb_listener_certificate"),
    ("aws_alb_listener_rule", "aws_lb_listener_rule"),
    ("aws_alb_target_group", "aws_lb_target_group"),
    ("aws_alb_target_group_attachment", "aws_lb_target_group_attachment"),
];

/// All names of the type that [`one_name`] gives.
pub fn names_of(type_name: &str) -> impl Iterator<Item = &str> {
    let older = TWO_NAMES.iter().filter(move |(_, newer)| *newer == type_name).map(|(older, _)| *older);
    std::iter::once(type_name).chain(older)
}

/// Writes `[0]`, `["key"]` with Terraform's escapes, or `[?]` for a key that is not known.
pub fn write_key(address: &mut String, key: Key<'_>) {
    match key {
        Key::None => {}
        Key::Int(index) => {
            let _ = write!(address, "[{index}]");
        }
        Key::Unknown => address.push_str("[?]"),
        Key::Str(key) => {
            address.push_str("[\"");
            let mut rest = key.chars().peekable();
            while let Some(char) = rest.next() {
                match char {
                    '"' => address.push_str("\\\""),
                    '\\' => address.push_str("\\\\"),
                    '\n' => address.push_str("\\n"),
                    '\r' => address.push_str("\\r"),
                    '\t' => address.push_str("\\t"),
                    '$' | '%' if rest.peek() == Some(&'{') => {
                        address.push(char);
                        address.push(char);
                    }
                    _ => address.push(char),
                }
            }
            address.push_str("\"]");
        }
    }
}
