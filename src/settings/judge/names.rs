//! What names mean in a rule: `attrs`, `value`, `each`, kinds, `carrier`, `family`, `local`, `input`, `meta`, `provider`.

use std::cell::Cell;
use std::sync::Arc;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use super::Root;
use super::functions;
use super::path::Attributes;
use crate::estate::{Estate, InstanceId, InstanceKind};
use crate::eval::{EvalError, Evaluated, Interp, Scope, Session, Step};
use crate::settings::model::{Named, RuleExpr, Setting, Shape, Str};
use crate::value::{BlockObject, Ident, Kind, Origin, Reason, ReasonKind, Unknown, Value};

/// Locals that refer to each other deeper than this are refused.
const MAX_LOCALS: u32 = 32;

/// What is bound while one expression of a rule is evaluated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'s> {
    /// The instance that is judged, or holds what is judged.
    pub(super) anchor: InstanceId,
    /// The item of `for_each` or `[*]`.
    pub(super) each: Option<(Value<'s>, Value<'s>)>,
    /// Members of kinds by name, outer ones first.
    pub(super) members: [Option<(&'s str, Value<'s>)>; 3],
    /// The carrier's value, or the default.
    pub(super) value: Option<Value<'s>>,
    /// The companion.
    pub(super) carrier: Option<Value<'s>>,
    /// The companion around it.
    pub(super) outer: Option<Value<'s>>,
    /// The family element, as index in the rule set.
    pub(super) element: Option<u32>,
}

impl<'s> Names<'s> {
    pub(super) fn of(anchor: InstanceId) -> Self {
        Self { anchor, each: None, members: [None; 3], value: None, carrier: None, outer: None, element: None }
    }

    pub(super) fn with_member(mut self, name: &'s str, value: Value<'s>) -> Self {
        if let Some(free) = self.members.iter_mut().find(|member| member.is_none()) {
            *free = Some((name, value));
        }
        self
    }
}

/// Who an instance is, for its findings.
pub(super) struct Anchor {
    pub(super) address: Arc<str>,
    pub(super) module: Arc<str>,
}

/// The judgement of one instance: what all its settings share.
pub(super) struct Judging<'e, 'a, 's> {
    pub(super) root: &'s Root<'e, 'a>,
    pub(super) scratch: &'s Bump,
    pub(super) session: Session<'s>,
    pub(super) instance: InstanceId,
    pub(super) anchor: std::cell::OnceCell<Anchor>,
    pub(super) members: std::cell::RefCell<FxHashMap<u16, std::rc::Rc<Vec<super::members::Member<'s>>>>>,
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The value of a rule's expression. (`shape` is `None` in kinds and folder locals.)
    pub(super) fn eval(
        &self,
        expr: RuleExpr,
        names: &Names<'s>,
        setting: Option<(&'e Setting, Option<&'e Shape>)>,
    ) -> Evaluated<'s> {
        let scope = RuleScope { judging: self, names, setting, file: expr.file, locals: Cell::new(0) };
        scope.eval(expr)
    }

    pub(super) fn with_scope<T>(
        &self,
        file: u16,
        names: &Names<'s>,
        setting: Option<(&'e Setting, Option<&'e Shape>)>,
        then: impl FnOnce(&Interp<'s, '_>) -> T,
    ) -> T {
        let scope = RuleScope { judging: self, names, setting, file, locals: Cell::new(0) };
        then(&scope.interp(file))
    }

    pub(super) fn str(&self, text: Str) -> &'e str {
        self.root.rules.str(text)
    }
}

/// The scope of one expression.
pub(super) struct RuleScope<'x, 'e, 'a, 's> {
    pub(super) judging: &'x Judging<'e, 'a, 's>,
    names: &'x Names<'s>,
    setting: Option<(&'e Setting, Option<&'e Shape>)>,
    file: u16,
    locals: Cell<u32>,
}

impl<'e: 's, 'a: 's, 's> RuleScope<'_, 'e, 'a, 's> {
    fn interp<'i>(&'i self, file: u16) -> Interp<'s, 'i> {
        Interp {
            arena: self.judging.scratch,
            tree: self.judging.root.rules.files[file as usize].tree,
            base: 0,
            null_flow: true,
            scope: self,
            session: &self.judging.session,
        }
    }

    fn eval(&self, expr: RuleExpr) -> Evaluated<'s> {
        if let Some(constant) = self.judging.root.constants.get(&self.judging.root.rules, expr) {
            return Ok(constant);
        }
        self.interp(expr.file).eval(expr.node)
    }

    fn estate(&self) -> &'e Estate<'a> {
        self.judging.root.estate
    }

    fn local(&self, name: &str) -> Evaluated<'s> {
        let depth = self.locals.get();
        if depth > MAX_LOCALS {
            return Err(EvalError::new(format!("local.{name} refers to itself"), Origin::NONE));
        }
        let Some(expr) = self.find_local(name) else {
            return Err(EvalError::new(format!("local.{name} is not declared"), Origin::NONE));
        };
        self.locals.set(depth + 1);
        let value = self.eval(expr);
        self.locals.set(depth);
        value
    }

    fn find_local(&self, name: &str) -> Option<RuleExpr> {
        let rules = &self.judging.root.rules;
        let among = |named: &'e [Named]| named.iter().find(|one| rules.str(one.name) == name).map(|one| one.expr);
        if let Some((setting, shape)) = self.setting {
            let own = shape.and_then(|shape| among(&rules.named[shape.locals.range()]));
            if let Some(expr) = own.or_else(|| among(&rules.named[setting.locals.range()])) {
                return Some(expr);
            }
        }
        let folder = rules.files[self.file as usize].folder;
        rules
            .locals
            .iter()
            .find(|(file, named)| {
                rules.str(named.name) == name
                    && matches!(rules.files[*file as usize].folder, f if f == folder || f == "common")
            })
            .map(|(_, named)| named.expr)
    }

    fn input(&self, name: &str) -> Evaluated<'s> {
        let rules = &self.judging.root.rules;
        let own = self.setting.map_or(&[][..], |(setting, _)| &rules.inputs[setting.inputs.range()]);
        let shared = &rules.inputs[rules.shared_inputs.range()];
        let folder = rules.files[self.file as usize].folder;
        let found = own.iter().find(|input| rules.str(input.name) == name).or_else(|| {
            shared.iter().find(|input| {
                let of = rules.files[input.file as usize].folder;
                rules.str(input.name) == name && (of == folder || of == "common")
            })
        });
        match found {
            Some(input) => {
                let value = self.eval(input.default)?;
                let ty = self.interp(input.ty.file).type_constraint(input.ty.node);
                Ok(crate::value::convert(self.judging.scratch, value, &ty).unwrap_or(value))
            }
            None => Err(EvalError::new(format!("input.{name} is not declared"), Origin::NONE)),
        }
    }

    fn family(&self, part: &str) -> Evaluated<'s> {
        let rules = &self.judging.root.rules;
        let Some(element) = self.names.element.map(|element| &rules.elements[element as usize]) else {
            return Ok(Value::NULL);
        };
        match (part, element.value) {
            ("key", _) => Ok(Value::str(rules.str(element.key))),
            ("value", Some(value)) => self.eval(value),
            _ => Ok(Value::NULL),
        }
    }

    fn meta(&self, part: &str) -> Value<'s> {
        let estate = self.estate();
        let instance = estate.instance(self.names.anchor);
        let scratch = self.judging.scratch;
        match part {
            "type" => Value::str(instance.type_name),
            "name" => Value::str(instance.name),
            "address" => Value::str(scratch.alloc_str(&estate.address(self.names.anchor))),
            "module_path" => Value::str(scratch.alloc_str(&estate.module_address(instance.module))),
            "provider_type" => Value::str(instance.provider_name),
            "operation" => Value::str("create"),
            "provider_version" => match self.judging.root.provider_version(instance.provider_name) {
                Some(version) => Value::str(scratch.alloc_str(&version)),
                None => Value::NULL,
            },
            "lifecycle" => super::lifecycle::lifecycle(estate, scratch, self.names.anchor),
            _ => Value::NULL,
        }
    }
}

impl<'e: 's, 'a: 's, 's> Scope<'s> for RuleScope<'_, 'e, 'a, 's> {
    fn resolve(&self, name: &'s str, steps: &[Step<'s>], at: Origin) -> Result<(Value<'s>, usize), EvalError> {
        let first = match steps.first() {
            Some(Step::Attr(first)) => Some(*first),
            _ => None,
        };
        let names = self.names;
        Ok(match (name, first) {
            ("attrs", _) => (self.estate().value(names.anchor), 0),
            ("value", _) => (names.value.unwrap_or(Value::NULL), 0),
            ("each", Some("key")) => (names.each.map_or(Value::NULL, |(key, _)| key), 1),
            ("each", Some("value")) => (names.each.map_or(Value::NULL, |(_, value)| value), 1),
            ("carrier", _) => (names.carrier.unwrap_or(Value::NULL), 0),
            ("outer", _) => (names.outer.unwrap_or(Value::NULL), 0),
            ("family", Some(part)) => (self.family(part)?, 1),
            ("local", Some(local)) => (self.local(local)?, 1),
            ("input", Some(input)) => (self.input(input)?, 1),
            ("meta", Some(part)) => (self.meta(part), 1),
            ("provider", _) => match self.estate().instance(names.anchor).provider {
                Some(id) => (self.estate().value(id), 0),
                None => (Value::NULL, 0),
            },
            _ => match names.members.iter().flatten().find(|(member, _)| *member == name) {
                Some((_, value)) => (*value, 0),
                None => return Err(EvalError::new(format!("\"{name}\" is no name of the rule language"), at)),
            },
        })
    }

    fn attribute(&self, instance: InstanceId, name: &'s str, _at: Origin) -> Evaluated<'s> {
        let value = self.estate().written(instance, name);
        if !value.is_null() {
            return Ok(value);
        }
        Ok(self.judging.root.computed(self.judging.scratch, instance, name).unwrap_or(value))
    }

    fn call(&self, name: &str, args: &[Value<'s>], at: Origin) -> Option<Evaluated<'s>> {
        functions::call(self, name, args, at)
    }

    fn same(&self, a: &Unknown<'s>, b: &Unknown<'s>) -> Option<bool> {
        let (a, b) = (a.ident?, b.ident?);
        if a == b {
            return Some(true);
        }
        let identity = |ident: &Ident<'s>| super::link::is_identity(ident.path);
        (a.instance != b.instance && identity(&a) && identity(&b)).then_some(false)
    }

    fn decoded(&self, encoded: &Value<'s>) -> Option<Value<'s>> {
        self.judging.root.encoded.decoded(encoded)
    }
}

impl<'s> Attributes<'s> for Estate<'s> {
    fn written(&self, instance: InstanceId, name: &str) -> Value<'s> {
        let instance = self.instance(instance);
        instance.attrs.get(name).copied().unwrap_or(Value::NULL.at(instance.header))
    }

    fn header(&self, instance: InstanceId) -> Origin {
        self.instance(instance).header
    }

    fn body(&self, instance: InstanceId) -> &BlockObject<'s> {
        self.instance(instance).attrs
    }
}

impl<'a> Root<'_, 'a> {
    /// What only the provider knows: an attribute that is computed and can't be written, or anything that a data source
    /// reads. `None`: not written, so null.
    pub(super) fn computed<'s>(&self, arena: &'s Bump, id: InstanceId, name: &str) -> Option<Value<'s>>
    where
        'a: 's,
    {
        let instance = self.estate.instance(id);
        let kind = match instance.kind {
            InstanceKind::Managed => ReasonKind::Computed,
            InstanceKind::Data => ReasonKind::Data,
            _ => return None,
        };
        let schema = instance.attrs.schema.map(crate::schema::BlockSchema::from);
        let computed = match schema.map(|schema| schema.attr(name)) {
            Some(Some(attr)) => attr.computed() && (kind == ReasonKind::Data || !attr.writable()),
            // An attribute that the schema lacks is one of another version: not written.
            Some(None) => matches!(name, "id"),
            None => true,
        };
        if !computed {
            return None;
        }
        let text = match kind {
            ReasonKind::Data => format!("data.{}.{}", instance.type_name, instance.name),
            _ => format!("{}.{}.{name}", instance.type_name, instance.name),
        };
        let reason = Reason { kind, name: arena.alloc_str(&text), at: instance.header };
        let ident = Some(Ident { instance: id, path: &*arena.alloc_str(name) });
        let prefix = crate::eval::computed_prefix(instance.type_name, name);
        let not_null = crate::eval::is_never_null(instance.type_name, name);
        let unknown = Unknown { ident, not_null, prefix, ..Unknown::new(reason) };
        Some(Value::of(Kind::Unknown(arena.alloc(unknown))).at(instance.header))
    }
}
