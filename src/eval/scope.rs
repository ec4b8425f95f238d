//! What names mean in a module: `var`, `local`, `each`, `count`, `self`, `path`, `terraform`, `module`, `data`, resources.

use std::rc::Rc;

use super::evaluator::{Evaluator, Memo, ModuleState, Named};
use super::functions;
use super::interp::{EvalError, Evaluated, Scope, Step, key_text};
use super::repetition::{Expanded, Repetition};
use super::statics::no_attribute_of_terraform_data;
use crate::config::{Mode, ResourceRef};
use crate::estate::{InstanceId, InstanceKind};
use crate::value::number::Num;
use crate::value::{Ident, Kind, Marks, Origin, ReasonKind, Ty, Unknown, Value};

/// The names of one module instance, and of one instance of a block in it.
#[derive(Clone, Copy)]
pub(super) struct ModuleScope<'s, 'a> {
    pub(super) evaluator: &'s Evaluator<'a>,
    pub(super) module: &'s Rc<ModuleState<'a>>,
    pub(super) repetition: Repetition<'a>,
    pub(super) this: Option<InstanceId>,
}

impl<'s, 'a> ModuleScope<'s, 'a> {
    pub(super) fn of(evaluator: &'s Evaluator<'a>, module: &'s Rc<ModuleState<'a>>) -> Self {
        Self { evaluator, module, repetition: Repetition::default(), this: None }
    }

    /// `encode_expr` of `provider::terraform::encode_expr`, where the module says that this is the built-in provider.
    fn function_of_built_in_provider<'n>(&self, name: &'n str) -> Option<&'n str> {
        let (local, function) = name.strip_prefix("provider::")?.split_once("::")?;
        let provider = self.module.module?.terraform.required_providers.iter().find(|known| known.name == local)?;
        (provider.source.as_deref()? == "terraform.io/builtin/terraform").then_some(function)
    }

    fn path(&self, name: &str, at: Origin) -> Evaluated<'a> {
        let program = self.evaluator.program;
        let text = match name {
            "module" => match self.module.module_id {
                Some(id) => relative(&program.module_dirs[0], &program.module_dirs[id.0 as usize]),
                None => ".".to_owned(),
            },
            "root" => ".".to_owned(),
            "cwd" => program.module_dirs[0].to_string_lossy().into_owned(),
            _ => return Err(EvalError::new(format!("path has no attribute \"{name}\""), at)),
        };
        Ok(Value::str(self.evaluator.arena.alloc_str(&text)).at(at))
    }

    fn workspace(&self, at: Origin) -> Value<'a> {
        match &self.evaluator.options.workspace {
            Some(name) => Value::str(self.evaluator.arena.alloc_str(name)).at(at),
            None => {
                self.evaluator.session.doubt(Marks::WORKSPACE);
                Value::str("default").at(at).marked(Marks::WORKSPACE)
            }
        }
    }

    fn repeated(&self, name: &str, attr: &str, at: Origin) -> Evaluated<'a> {
        let found = match (name, attr, self.repetition) {
            ("each", "key", Repetition { each: Some((key, _)), .. }) => Some(key),
            ("each", "value", Repetition { each: Some((_, value)), .. }) => Some(value),
            ("count", "index", Repetition { count: Some(index), .. }) => Some(index),
            _ => None,
        };
        match found {
            Some(value) if value.origin.is_some() => Ok(value),
            Some(value) => Ok(value.at(at)),
            None => Err(EvalError::new(format!("{name}.{attr} has no meaning here"), at)),
        }
    }

    fn module_output(&self, steps: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        let Some(Step::Attr(name)) = steps.first() else {
            return Err(EvalError::new("A module call needs a name: module.NAME", at));
        };
        let Some(call) = self.module.module.and_then(|module| module.calls.get(*name)) else {
            let names = self.module.module.iter().flat_map(|module| module.calls.keys());
            let unknown = self.evaluator.undeclared(self.module, &format!("module.{name}"), name, names, at)?;
            return Ok((unknown, 1));
        };
        let expanded = self.evaluator.call(self.module, call, at)?;
        let (state, taken) = match (&expanded, steps.get(1)) {
            (Expanded::Disabled, _) => return Ok((Value::NULL.at(at), 1)),
            (Expanded::Single(state), _) => (Some(Rc::clone(state)), 1),
            (Expanded::Count(all), Some(Step::Index(key))) => (pick_count(all, key), 2),
            (Expanded::Each(all), Some(Step::Index(key))) => {
                (key_text(self.evaluator.arena, key).and_then(|key| pick_key(all, key)), 2)
            }
            (Expanded::Unknown(state, _), Some(Step::Index(_))) => (Some(Rc::clone(state)), 2),
            _ => return Ok((self.all_outputs(&expanded, at)?, 1)),
        };
        let Some(state) = state else {
            if let Some(Step::Index(Value { kind: Kind::Unknown(unknown), .. })) = steps.get(1) {
                let reason = Unknown { ident: None, ty: Ty::Any, ..**unknown };
                return Ok((Value::of(Kind::Unknown(self.evaluator.arena.alloc(reason))).at(at), steps.len()));
            }
            return Err(EvalError::new(format!("module.{name} has no such instance"), at));
        };
        match steps.get(taken) {
            Some(Step::Attr(output)) => Ok((self.evaluator.named(&state, Named::Output, output, at)?, taken + 1)),
            _ => Ok((self.outputs(&state, at)?, taken)),
        }
    }

    /// A module instance as an object of all its outputs.
    fn outputs(&self, state: &Rc<ModuleState<'a>>, at: Origin) -> Evaluated<'a> {
        let Some(module) = state.module else {
            let call = state.call.map_or("", |call| call.name.as_str());
            return Ok(self.evaluator.unknown(ReasonKind::Module, &format!("module.{call}"), at));
        };
        let mut entries: Vec<(&'a str, Value<'a>)> = Vec::with_capacity(module.outputs.len());
        for name in module.outputs.keys() {
            entries.push((name, self.evaluator.named(state, Named::Output, name, at)?));
        }
        entries.sort_by_key(|(name, _)| *name);
        self.admitted(Value::of(Kind::Object(self.evaluator.arena.alloc_slice_copy(&entries))).at(at))
    }

    fn admitted(&self, value: Value<'a>) -> Evaluated<'a> {
        match self.evaluator.session.admit(&value) {
            true => Ok(value),
            false => Err(EvalError::limit("The outputs of this module hold more than onus makes", value.origin)),
        }
    }

    fn all_outputs(&self, expanded: &Expanded<'a, Rc<ModuleState<'a>>>, at: Origin) -> Evaluated<'a> {
        let arena = self.evaluator.arena;
        self.admitted(match expanded {
            Expanded::Single(state) => self.outputs(state, at)?,
            Expanded::Unknown(_, why) => *why,
            Expanded::Disabled => Value::NULL.at(at),
            Expanded::Count(all) => {
                let all: Result<Vec<Value<'a>>, EvalError> = all.iter().map(|state| self.outputs(state, at)).collect();
                Value::of(Kind::Tuple(arena.alloc_slice_copy(&all?))).at(at)
            }
            Expanded::Each(all) => {
                let all: Result<Vec<(&'a str, Value<'a>)>, EvalError> =
                    all.iter().map(|(key, state)| Ok((*key, self.outputs(state, at)?))).collect();
                Value::of(Kind::Object(arena.alloc_slice_copy(&all?))).at(at)
            }
        })
    }

    fn resource(
        &self,
        mode: Mode,
        type_name: &'a str,
        name: &'a str,
        next: Option<&Step<'a>>,
        at: Origin,
    ) -> Result<(Value<'a>, usize), EvalError> {
        let found = self.module.module.and_then(|module| module.resources.get(&ResourceRef(mode, type_name, name)));
        let Some(resource) = found else {
            let prefix = match mode {
                Mode::Managed => "",
                Mode::Data => "data.",
                Mode::Ephemeral => "ephemeral.",
            };
            let resources = self.module.module.iter().flat_map(|module| module.resources.keys());
            let names = resources.filter(|(of, ty, _)| *of == mode && ty == type_name).map(|(.., name)| name);
            let what = format!("{prefix}{type_name}.{name}");
            return Ok((self.evaluator.undeclared(self.module, &what, name, names, at)?, 0));
        };
        let expanded = self.evaluator.resource(self.module, resource, at)?;
        let one = |id: InstanceId| Value::of(Kind::Instance(id)).at(self.evaluator.header(resource.block));
        let arena = self.evaluator.arena;
        Ok(match (&expanded, next) {
            (Expanded::Single(id), next) => {
                if next.is_none() {
                    self.evaluator.session.doubt(Marks::PROVIDED);
                }
                (one(*id), 0)
            }
            (Expanded::Disabled, _) => (Value::NULL.at(at), 0),
            (Expanded::Unknown(id, _), Some(Step::Index(_))) => (one(*id), 1),
            (Expanded::Unknown(id, why), _) => {
                let ident = Some(Ident { instance: *id, path: "" });
                let unknown = why.unknown().map(|unknown| Unknown { ident, ..*unknown });
                (unknown.map_or(*why, |unknown| Value::of(Kind::Unknown(arena.alloc(unknown))).at(at)), 0)
            }
            (Expanded::Count(all), Some(Step::Index(Value { kind: Kind::Int(index), .. }))) => {
                let found = usize::try_from(*index).ok().and_then(|index| all.get(index));
                match found {
                    Some(id) => (one(*id), 1),
                    None => {
                        let message = format!("There is no {type_name}.{name}[{index}]: there are {}", all.len());
                        return Err(EvalError::new(message, at));
                    }
                }
            }
            (Expanded::Each(all), Some(Step::Index(Value { kind: Kind::Str(key), .. }))) => {
                match all.binary_search_by(|(known, _)| (*known).cmp(key)) {
                    Ok(found) => (one(all[found].1), 1),
                    Err(_) => {
                        return Err(EvalError::new(format!("There is no {type_name}.{name}[\"{key}\"]"), at));
                    }
                }
            }
            (Expanded::Count(_) | Expanded::Each(_), _) => {
                let whole = self.evaluator.whole(self.module, resource, |evaluator| match &expanded {
                    Expanded::Each(all) => {
                        let entries = all.iter().map(|(key, id)| (*key, one(*id)));
                        Kind::Object(evaluator.arena.alloc_slice_fill_iter(entries))
                    }
                    other => Kind::Tuple(evaluator.arena.alloc_slice_fill_iter(other.all().into_iter().map(one))),
                });
                (whole.at(at), 0)
            }
        })
    }
}

/// The module instance of a number; text that reads like one is taken, too.
fn pick_count<'a>(all: &Rc<[Rc<ModuleState<'a>>]>, key: &Value<'a>) -> Option<Rc<ModuleState<'a>>> {
    let index = Num::of(key).or_else(|| Num::parse(key.as_str()?))?.to_i64()?;
    all.get(usize::try_from(index).ok()?).map(Rc::clone)
}

/// The module instance of a key.
fn pick_key<'a>(all: &Rc<[(&'a str, Rc<ModuleState<'a>>)]>, key: &str) -> Option<Rc<ModuleState<'a>>> {
    all.binary_search_by(|(name, _)| (*name).cmp(key)).ok().map(|at| Rc::clone(&all[at].1))
}

impl<'a> Scope<'a> for ModuleScope<'_, 'a> {
    fn resolve(&self, name: &'a str, steps: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        let first = match steps.first() {
            Some(Step::Attr(first)) => Some(*first),
            _ => None,
        };
        match (name, first) {
            ("var", Some(first)) => Ok((self.evaluator.named(self.module, Named::Variable, first, at)?, 1)),
            ("local", Some(first)) => Ok((self.evaluator.named(self.module, Named::Local, first, at)?, 1)),
            ("each" | "count", Some(first)) => Ok((self.repeated(name, first, at)?, 1)),
            ("path", Some(first)) => Ok((self.path(first, at)?, 1)),
            ("terraform" | "tofu", Some("workspace")) => Ok((self.workspace(at), 1)),
            ("terraform" | "tofu", Some(_)) => {
                Ok((self.evaluator.unknown(ReasonKind::Computed, "terraform.applying", at), 1))
            }
            ("module", _) => self.module_output(steps, at),
            ("self", _) => match self.this {
                Some(id) => Ok((Value::of(Kind::Instance(id)).at(at), 0)),
                None => Err(EvalError::new("self has no meaning here", at)),
            },
            ("data" | "ephemeral", Some(type_name)) => {
                let Some(Step::Attr(resource)) = steps.get(1) else {
                    return Err(EvalError::new(format!("A reference to {name} needs a type and a name"), at));
                };
                let mode = if name == "data" { Mode::Data } else { Mode::Ephemeral };
                let (value, taken) = self.resource(mode, type_name, resource, steps.get(2), at)?;
                Ok((value, taken + 2))
            }
            ("resource", Some(type_name)) if matches!(steps.get(1), Some(Step::Attr(_))) => {
                let Some(Step::Attr(resource)) = steps.get(1) else { return Ok((Value::NULL, 0)) };
                let (value, taken) = self.resource(Mode::Managed, type_name, resource, steps.get(2), at)?;
                Ok((value, taken + 2))
            }
            // Of a newer Terraform.
            ("action", Some(_)) => Ok((self.evaluator.unknown(ReasonKind::Computed, name, at), steps.len())),
            (_, Some(resource)) => {
                let (value, taken) = self.resource(Mode::Managed, name, resource, steps.get(1), at)?;
                Ok((value, taken + 1))
            }
            (_, None) => Err(EvalError::new(format!("\"{name}\" is no name that can stand alone"), at)),
        }
    }

    fn attribute(&self, instance: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        self.evaluator.attribute(instance, name, at)
    }

    fn used_at(&self, at: Origin, birth: Origin) -> Origin {
        self.evaluator.origins.used_at(at, birth)
    }

    fn no_function(&self, name: &str, at: Origin) {
        // Functions of providers are known to the provider alone.
        if !name.starts_with("provider::") {
            self.evaluator.note(at, format!("{name} is no function that this version knows; its value is unknown"));
        }
    }

    fn call(&self, name: &str, args: &[Value<'a>], at: Origin) -> Option<Evaluated<'a>> {
        if let Some(function) = self.function_of_built_in_provider(name) {
            if let ("decode_tfvars", [Value { kind: Kind::Str(text), .. }]) = (function, args) {
                return Some(self.evaluator.decode_tfvars(text, at));
            }
            let result = functions::call_of_provider(self.evaluator.arena, name, function, args)?;
            return Some(result.map_err(|message| EvalError::new(message, at)));
        }
        self.evaluator.file_function(name, args, at, 0)
    }
}

impl<'a> Evaluator<'a> {
    /// An attribute of an instance as the configuration sees it.
    ///
    /// Only plain values that are written are certain: the rest a provider may fill in or bring into another form.
    pub(super) fn attribute(&self, id: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        let (value, doubts) = self.session.with_doubts(|| self.attribute_of(id, name, at));
        let value = value?;
        let plain = matches!(value.kind, Kind::Bool(_) | Kind::Int(_) | Kind::Big(_) | Kind::Str(_) | Kind::Unknown(_));
        self.session.doubt(if plain { value.marks } else { doubts.with(value.marks).with(Marks::PROVIDED) });
        Ok(value)
    }

    fn attribute_of(&self, id: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        let instance = self.instance(id);
        if instance.kind == InstanceKind::Managed
            && instance.type_name == "terraform_data"
            && let Some((message, help)) = no_attribute_of_terraform_data(name)
        {
            return Err(EvalError::new(message, at).help(help));
        }
        let known = *instance.body.borrow();
        let written = match known {
            Some(Memo::Done(body)) => body.get(name).copied(),
            Some(Memo::Busy) => self.single_attribute(id, &instance, name, at)?,
            None if self.mentions(&instance, name) => self.body(id).get(name).copied(),
            None => None,
        };
        if let Some(value) = written {
            return Ok(match value.kind {
                // What is not known but has no identity yet is known as this attribute.
                Kind::Unknown(unknown) if unknown.ident.is_none() => {
                    let ident = Some(Ident { instance: id, path: self.arena.alloc_str(name) });
                    Value { kind: Kind::Unknown(self.arena.alloc(Unknown { ident, ..*unknown })), ..value }
                }
                // An explicit null of a computed attribute is as good as nothing.
                Kind::Null => self.not_written(id, &instance, name, at),
                _ => value,
            });
        }
        Ok(self.not_written(id, &instance, name, at))
    }

    fn not_written(
        &self,
        id: InstanceId,
        instance: &super::evaluator::InstanceState<'a>,
        name: &str,
        at: Origin,
    ) -> Value<'a> {
        if instance.kind == InstanceKind::Managed
            && instance.type_name == "terraform_data"
            && let Some(value) = self.of_terraform_data(id, instance, name, at)
        {
            return value;
        }
        let schema = instance.resource.as_ref().and_then(|resource| resource.schema);
        match schema.and_then(|schema| schema.attr(name)) {
            Some(attr) if instance.kind == InstanceKind::Managed && !attr.computed() => {
                if attr.is_block() { Value::of(Kind::List(&[])) } else { Value::NULL }.at(instance.header)
            }
            _ => self.computed(id, name, at),
        }
    }
}

impl<'a> Evaluator<'a> {
    /// What the provider that is built into Terraform says of an attribute of `terraform_data` that has no value yet: an
    /// output is of the input's type, and null with it; the id is never null.
    fn of_terraform_data(
        &self,
        id: InstanceId,
        instance: &super::evaluator::InstanceState<'a>,
        name: &str,
        at: Origin,
    ) -> Option<Value<'a>> {
        let (ty, not_null) = match name {
            "id" => (Ty::String, true),
            "output" => {
                let input = self.attribute(id, "input", at).ok()?;
                if input.is_null() {
                    return Some(input);
                }
                (crate::value::unify::type_of(self.arena, &input), false)
            }
            "input" | "triggers_replace" => return Some(Value::NULL.at(instance.header)),
            _ => return None,
        };
        let value = self.computed(id, name, at);
        let unknown = Unknown { ty, not_null, ..*value.unknown()? };
        Some(Value { kind: Kind::Unknown(self.arena.alloc(unknown)), ..value })
    }
}

/// The way from one directory to another, as Terraform writes `path.module`: `.`, `modules/a`, `../shared`.
fn relative(from: &std::path::Path, to: &std::path::Path) -> String {
    let (mut from_rest, mut to_rest) = (from.components().peekable(), to.components().peekable());
    while let (Some(a), Some(b)) = (from_rest.peek(), to_rest.peek())
        && a == b
    {
        from_rest.next();
        to_rest.next();
    }
    let up = from_rest.map(|_| "..".to_owned());
    let down = to_rest.map(|part| part.as_os_str().to_string_lossy().into_owned());
    let path: Vec<String> = up.chain(down).collect();
    if path.is_empty() { ".".to_owned() } else { path.join("/") }
}
