//! The evaluator of one root: variables, locals, outputs, module calls and resources, each evaluated when something asks
//! for it and then remembered.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use super::interp::{Env, EvalError, Evaluated, Interp, Session};
use super::repetition::{Expanded, Repetition};
use super::scope::ModuleScope;
use super::statics::fit;
use crate::config::{
    AssignmentSource, BlockRef, ExprRef, Mode, Module, ModuleCall, ModuleId, Problem, Program, Resource, Variable,
};
use crate::estate::{InstanceId, InstanceKind, Key, ModuleInstanceId, Origins};
use crate::value::{BlockObject, Ident, Kind, Marks, Origin, Reason, ReasonKind, Ty, Unknown, Value};

/// What the variables of a root are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RootInputs {
    /// What they are given, else their defaults.
    #[default]
    Given,
    /// Their defaults: what a caller has that says nothing.
    Defaults,
    /// Unknown: a caller may say anything.
    Unknown,
}

/// What evaluation is told from outside.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The selected workspace. `None`: nothing names one, so it is `default`, and what does not fit that is unknown.
    pub workspace: Option<String>,
    /// What the variables of the root are.
    pub inputs: RootInputs,
}

/// What has been asked for: being evaluated, or done.
#[derive(Clone, Copy, Debug)]
pub(super) enum Memo<T> {
    Busy,
    Done(T),
}

/// One module instance while it is evaluated.
#[derive(Debug)]
pub(super) struct ModuleState<'a> {
    pub(super) id: ModuleInstanceId,
    pub(super) parent: Option<Rc<ModuleState<'a>>>,
    pub(super) call: Option<&'a ModuleCall>,
    pub(super) key: Key<'a>,
    pub(super) repetition: Repetition<'a>,
    /// `None`: the module was not found.
    pub(super) module: Option<&'a Module>,
    pub(super) module_id: Option<ModuleId>,
    values: RefCell<FxHashMap<(Named, &'a str), Memo<Value<'a>>>>,
    resources: RefCell<FxHashMap<ResourceName<'a>, Memo<Expanded<'a, InstanceId>>>>,
    calls: RefCell<FxHashMap<&'a str, Memo<ModuleStates<'a>>>>,
    providers: RefCell<Vec<(ProviderName<'a>, InstanceId)>>,
    /// What leaves open how many instances a block has.
    pub(super) key_doubts: RefCell<FxHashMap<BlockRef, Marks>>,
    /// All instances of a block as one value, where something asked for it.
    wholes: RefCell<FxHashMap<ResourceName<'a>, Value<'a>>>,
}

/// Mode, type and name of a resource.
type ResourceName<'a> = (Mode, &'a str, &'a str);

/// Local name, alias and key of a provider configuration.
pub(super) type ProviderName<'a> = (&'a str, &'a str, Key<'a>);

/// The instances of a module call.
pub(super) type ModuleStates<'a> = Expanded<'a, Rc<ModuleState<'a>>>;

impl Named {
    /// The name as references write it.
    fn text(self, name: &str) -> String {
        match self {
            Self::Variable => format!("var.{name}"),
            Self::Local => format!("local.{name}"),
            Self::Output => format!("output.{name}"),
        }
    }
}

impl ModuleState<'_> {
    /// Lets go of the modules that this one calls.
    pub(super) fn forget_calls(&self) {
        self.calls.borrow_mut().clear();
    }
}

/// What has a name of its own within a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Named {
    Variable,
    Local,
    Output,
}

/// One instance while it is evaluated.
#[derive(Debug)]
pub(super) struct InstanceState<'a> {
    pub(super) kind: InstanceKind,
    pub(super) module: Rc<ModuleState<'a>>,
    pub(super) type_name: &'a str,
    pub(super) name: &'a str,
    pub(super) key: Key<'a>,
    pub(super) repetition: Repetition<'a>,
    pub(super) block: Option<BlockRef>,
    pub(super) header: Origin,
    pub(super) resource: Option<Rc<ResourceState<'a>>>,
    pub(super) body: RefCell<Option<Memo<&'a BlockObject<'a>>>>,
}

/// What all instances of one resource block in one module instance share.
#[derive(Debug)]
pub(super) struct ResourceState<'a> {
    pub(super) resource: &'a Resource,
    pub(super) schema: Option<crate::schema::BlockSchema>,
    /// Values of arguments and blocks that do not depend on the instance, by position in the body.
    pub(super) shared: RefCell<FxHashMap<usize, Value<'a>>>,
}

/// The evaluator of one root.
pub(super) struct Evaluator<'a> {
    pub(super) arena: &'a Bump,
    pub(super) program: &'a Program,
    pub(super) options: Options,
    pub(super) session: Session<'a>,
    pub(super) origins: Origins,
    pub(super) modules: RefCell<Vec<Rc<ModuleState<'a>>>>,
    pub(super) instances: RefCell<Vec<Rc<InstanceState<'a>>>>,
    pub(super) problems: RefCell<indexmap::IndexMap<(Origin, String), Problem>>,
    /// What Terraform would refuse, by place: one sentence for each, however many module instances get there.
    pub(super) refusals: RefCell<indexmap::IndexMap<Origin, Problem>>,
    /// Blocks that repeat and refer to themselves.
    pub(super) self_references: RefCell<super::statics::SelfReferences>,
    /// Whether circles were told before anything was evaluated.
    pub(super) circles: Cell<bool>,
    /// What is being evaluated, outermost first: the path of a circle.
    pub(super) asking: RefCell<Vec<(ModuleInstanceId, String)>>,
    /// Whether the root is likely to be a module that others call, once it was asked.
    pub(super) may_be_called: OnceCell<bool>,
    /// How many names that are not declared were held against those that are.
    pub(super) asked_for_nearest: Cell<u32>,
    /// How many templates were called by templates.
    pub(super) nested_templates: Cell<u32>,
    /// Whether a file of the configuration could not be read in full: what seems wrong may then be right.
    pub(super) incomplete: bool,
}

impl<'a> Evaluator<'a> {
    pub(super) fn new(arena: &'a Bump, program: &'a Program, options: Options) -> Self {
        Self {
            arena,
            program,
            options,
            session: Session::default(),
            origins: Origins::default(),
            modules: RefCell::default(),
            instances: RefCell::default(),
            problems: RefCell::default(),
            refusals: RefCell::default(),
            self_references: RefCell::default(),
            circles: Cell::default(),
            asking: RefCell::default(),
            may_be_called: OnceCell::new(),
            asked_for_nearest: Cell::default(),
            nested_templates: Cell::default(),
            incomplete: program.modules.iter().any(|module| module.incomplete),
        }
    }

    pub(super) fn add_module(
        &self,
        parent: Option<&Rc<ModuleState<'a>>>,
        call: Option<&'a ModuleCall>,
        module_id: Option<ModuleId>,
        key: Key<'a>,
        repetition: Repetition<'a>,
    ) -> Rc<ModuleState<'a>> {
        let mut modules = self.modules.borrow_mut();
        let state = Rc::new(ModuleState {
            id: ModuleInstanceId(modules.len() as u32),
            parent: parent.map(Rc::clone),
            call,
            key,
            repetition,
            module: module_id.map(|id| self.program.module(id)),
            module_id,
            values: RefCell::default(),
            resources: RefCell::default(),
            calls: RefCell::default(),
            providers: RefCell::default(),
            key_doubts: RefCell::default(),
            wholes: RefCell::default(),
        });
        modules.push(Rc::clone(&state));
        state
    }

    pub(super) fn add_instance(&self, state: InstanceState<'a>) -> InstanceId {
        let mut instances = self.instances.borrow_mut();
        instances.push(Rc::new(state));
        InstanceId(instances.len() as u32 - 1)
    }

    pub(super) fn instance(&self, id: InstanceId) -> Rc<InstanceState<'a>> {
        Rc::clone(&self.instances.borrow()[id.0 as usize])
    }

    /// The place of a node.
    pub(super) fn at(&self, expr: ExprRef) -> Origin {
        Origin(self.program.number(expr.file, expr.node))
    }

    /// The place of a block's header.
    pub(super) fn header(&self, block: BlockRef) -> Origin {
        let tree = self.program.tree(block.file);
        Origin(self.program.number(block.file, tree.block(block.block).node))
    }

    pub(super) fn interp<'s>(&'s self, file: crate::source::FileId, scope: &'s ModuleScope<'s, 'a>) -> Interp<'a, 's> {
        Interp {
            arena: self.arena,
            tree: self.program.tree(file),
            base: self.program.number(file, crate::syntax::NodeId(0)),
            null_flow: false,
            scope,
            session: &self.session,
        }
    }

    /// The value of an expression in a module; an error becomes a note and an unknown.
    pub(super) fn eval(&self, scope: &ModuleScope<'_, 'a>, expr: ExprRef) -> Value<'a> {
        self.eval_in(scope, expr, None)
    }

    /// The same, within names bound around the expression. The value knows what leaves it in doubt.
    pub(super) fn eval_in(&self, scope: &ModuleScope<'_, 'a>, expr: ExprRef, env: Option<&Env<'_, 'a>>) -> Value<'a> {
        // What stands elsewhere is told there, whoever asks for it.
        self.session.with_quiet(false, || {
            let (value, doubts) = self.session.with_doubts(|| self.interp(expr.file, scope).eval_in(expr.node, env));
            match value {
                Ok(value) => {
                    self.session.look_through(&value);
                    value.marked(doubts)
                }
                Err(error) => self.failed(error, self.at(expr), doubts).marked(doubts),
            }
        })
    }

    /// The value of an expression that may not even be evaluated by Terraform: what is wrong with it is not told.
    pub(super) fn eval_quietly(&self, scope: &ModuleScope<'_, 'a>, expr: ExprRef) -> Value<'a> {
        let (value, doubts) = self.session.with_doubts(|| self.interp(expr.file, scope).eval(expr.node));
        let value = value.unwrap_or_else(|_| {
            self.unknown(ReasonKind::Error, "an expression that Terraform would refuse", self.at(expr))
        });
        value.marked(doubts)
    }

    pub(super) fn unknown(&self, kind: ReasonKind, name: &str, at: Origin) -> Value<'a> {
        let reason = Reason { kind, name: self.arena.alloc_str(name), at };
        Value::of(Kind::Unknown(self.arena.alloc(Unknown::new(reason)))).at(at)
    }

    /// A variable, local or output of a module, evaluated at the first question.
    pub(super) fn named(&self, module: &Rc<ModuleState<'a>>, what: Named, name: &'a str, at: Origin) -> Evaluated<'a> {
        let known = module.values.borrow().get(&(what, name)).copied();
        match known {
            Some(Memo::Done(value)) => {
                self.session.doubt(value.marks);
                return Ok(value);
            }
            Some(Memo::Busy) => return Err(self.circle(module, &what.text(name), at)),
            None => {}
        }
        module.values.borrow_mut().insert((what, name), Memo::Busy);
        self.asking.borrow_mut().push((module.id, what.text(name)));
        let value = match what {
            Named::Variable => self.variable(module, name, at),
            Named::Local => self.local(module, name, at),
            Named::Output => self.output(module, name, at),
        };
        self.asking.borrow_mut().pop();
        match value {
            Ok(value) => {
                self.session.doubt(value.marks);
                module.values.borrow_mut().insert((what, name), Memo::Done(value));
                Ok(value)
            }
            Err(error) => {
                module.values.borrow_mut().remove(&(what, name));
                Err(error)
            }
        }
    }

    fn local(&self, module: &Rc<ModuleState<'a>>, name: &'a str, at: Origin) -> Evaluated<'a> {
        let Some(local) = module.module.and_then(|module| module.locals.get(name)) else {
            let names = module.module.iter().flat_map(|module| module.locals.keys());
            return self.undeclared(module, &format!("local.{name}"), name, names, at);
        };
        let scope = ModuleScope::of(self, module);
        Ok(self.eval(&scope, local.expr))
    }

    fn output(&self, module: &Rc<ModuleState<'a>>, name: &'a str, at: Origin) -> Evaluated<'a> {
        let Some(declared) = module.module else {
            let call = module.call.map_or("", |call| call.name.as_str());
            return Ok(self.unknown(ReasonKind::Module, &format!("module.{call}"), at));
        };
        let Some(output) = declared.outputs.get(name) else {
            let call = module.call.map_or("", |call| call.name.as_str());
            return self.undeclared(module, &format!("module.{call}.{name}"), name, declared.outputs.keys(), at);
        };
        let Some(expr) = output.value else {
            // That it has no value was told when the module was read.
            return Ok(self.unknown(ReasonKind::Error, &format!("output \"{name}\""), at));
        };
        let scope = ModuleScope::of(self, module);
        let value = self.eval(&scope, expr);
        let marks = Marks::SENSITIVE.with(Marks::DECLARED);
        Ok(if output.sensitive { value.marked(marks) } else { value })
    }

    fn variable(&self, module: &Rc<ModuleState<'a>>, name: &'a str, at: Origin) -> Evaluated<'a> {
        let Some(variable) = module.module.and_then(|module| module.variables.get(name)) else {
            let names = module.module.iter().flat_map(|module| module.variables.keys());
            return self.undeclared(module, &format!("var.{name}"), name, names, at);
        };
        let scope = ModuleScope::of(self, module);
        let ty = match variable.ty {
            Some(ty) => self.interp(ty.file, &scope).type_constraint(ty.node),
            None => Ty::Any,
        };
        let given = match &module.parent {
            Some(parent) => self.module_input(parent, module, variable),
            None if self.options.inputs == RootInputs::Given => self.assigned(variable, &ty, &scope),
            None => None,
        };
        let is_open = module.parent.is_none() && self.options.inputs == RootInputs::Unknown;
        let default = || variable.default.filter(|_| !is_open).map(|default| self.eval(&scope, default));
        let value = match given {
            Some(given) if given.is_null() && !variable.nullable => match default() {
                Some(default) => default,
                None => {
                    let error = EvalError::new(format!("var.{name} must not be null"), given.origin);
                    self.failed(error, self.header(variable.block), given.marks)
                }
            },
            Some(given) => given,
            None => match default() {
                Some(default) => default,
                None => self.without_value(module, variable, ty),
            },
        };
        let value = match fit(self.arena, value, &ty) {
            Ok(value) => value,
            Err(message) => {
                let place = if value.origin.is_some() { value.origin } else { self.header(variable.block) };
                let message = format!("The value given to var.{name} does not fit its type: {message}");
                self.failed(EvalError::new(message, place), place, value.marks)
            }
        };
        let value = if variable.ephemeral { value.marked(Marks::EPHEMERAL) } else { value };
        Ok(if variable.sensitive || variable.ephemeral { value.marked(Marks::SENSITIVE) } else { value })
    }

    /// The unknown for a variable that nobody gave a value.
    fn without_value(&self, module: &ModuleState<'a>, variable: &'a Variable, ty: Ty<'a>) -> Value<'a> {
        let address = match module.call {
            None => format!("var.{}", variable.name),
            Some(call) => format!("var.{} of module \"{}\"", variable.name, call.name),
        };
        let at = self.header(variable.block);
        let reason = Reason { kind: ReasonKind::Variable, name: self.arena.alloc_str(&address), at };
        let unknown = Unknown { ty, not_null: !variable.nullable, ..Unknown::new(reason) };
        Value::of(Kind::Unknown(self.arena.alloc(unknown))).at(at)
    }

    fn module_input(
        &self,
        parent: &Rc<ModuleState<'a>>,
        module: &ModuleState<'a>,
        variable: &Variable,
    ) -> Option<Value<'a>> {
        let given = module.call?.input(self.program, &variable.name)?;
        let scope = ModuleScope { repetition: module.repetition, ..ModuleScope::of(self, parent) };
        Some(self.eval(&scope, given))
    }

    /// What tfvars files, the environment and the command line say; the last one counts.
    fn assigned(&self, variable: &Variable, ty: &Ty<'a>, scope: &ModuleScope<'_, 'a>) -> Option<Value<'a>> {
        let assignment = self.program.assignments.get(&variable.name)?.last()?;
        let outside = matches!(assignment.source, AssignmentSource::CommandLine | AssignmentSource::Environment);
        let at = self.at(assignment.expr);
        if outside && matches!(ty, Ty::String | Ty::Any) {
            let text = &self.program.sources.get(assignment.expr.file).text;
            return Some(Value::str(text).at(at).marked(Marks::OUTSIDE));
        }
        let value = self.eval(scope, assignment.expr);
        Some(if outside { value.marked(Marks::OUTSIDE) } else { value })
    }

    /// The instances of a resource or data source.
    pub(super) fn resource(
        &self,
        module: &Rc<ModuleState<'a>>,
        resource: &'a Resource,
        at: Origin,
    ) -> Result<Expanded<'a, InstanceId>, EvalError> {
        let key = (resource.mode, resource.type_name.as_str(), resource.name.as_str());
        match module.resources.borrow().get(&key) {
            Some(Memo::Done(expanded)) => {
                self.doubt_keys(module, resource.block);
                return Ok(expanded.clone());
            }
            Some(Memo::Busy) => return Err(self.circle(module, &resource.reference(), at)),
            None => {}
        }
        module.resources.borrow_mut().insert(key, Memo::Busy);
        let scope = ModuleScope::of(self, module);
        self.asking.borrow_mut().push((module.id, resource.reference()));
        let enabled = self.enabled(&scope, resource.lifecycle.as_ref()).map(|keys| (keys, Marks::NONE));
        let (keys, doubts) = enabled.unwrap_or_else(|| self.keys(&scope, resource.count, resource.for_each));
        self.asking.borrow_mut().pop();
        self.note_doubts(module, resource.block, doubts);
        let (kind, schema) = match resource.mode {
            Mode::Managed => (InstanceKind::Managed, crate::schema::resource(&resource.type_name)),
            Mode::Data => (InstanceKind::Data, crate::schema::data_source(&resource.type_name)),
            Mode::Ephemeral => (InstanceKind::Ephemeral, None),
        };
        let shared =
            Rc::new(ResourceState { resource, schema: schema.map(|schema| schema.root()), shared: RefCell::default() });
        let expanded = self.expand(&keys, |key, repetition| {
            self.add_instance(InstanceState {
                kind,
                module: Rc::clone(module),
                type_name: &resource.type_name,
                name: &resource.name,
                key,
                repetition,
                block: Some(resource.block),
                header: self.header(resource.block),
                resource: Some(Rc::clone(&shared)),
                body: RefCell::new(None),
            })
        });
        module.resources.borrow_mut().insert(key, Memo::Done(expanded.clone()));
        Ok(expanded)
    }

    /// All instances of a block as one value, made once: each of many instances may ask for it.
    pub(super) fn whole(
        &self,
        module: &ModuleState<'a>,
        resource: &'a Resource,
        make: impl FnOnce(&Self) -> Kind<'a>,
    ) -> Value<'a> {
        let key = (resource.mode, resource.type_name.as_str(), resource.name.as_str());
        *module.wholes.borrow_mut().entry(key).or_insert_with(|| Value::of(make(self)))
    }

    /// The instances of a module call.
    pub(super) fn call(
        &self,
        module: &Rc<ModuleState<'a>>,
        call: &'a ModuleCall,
        at: Origin,
    ) -> Result<Expanded<'a, Rc<ModuleState<'a>>>, EvalError> {
        match module.calls.borrow().get(call.name.as_str()) {
            Some(Memo::Done(expanded)) => {
                self.doubt_keys(module, call.block);
                return Ok(expanded.clone());
            }
            Some(Memo::Busy) => return Err(self.circle(module, &format!("module.{}", call.name), at)),
            None => {}
        }
        module.calls.borrow_mut().insert(&call.name, Memo::Busy);
        let scope = ModuleScope::of(self, module);
        self.asking.borrow_mut().push((module.id, format!("module.{}", call.name)));
        let enabled = self.enabled(&scope, call.lifecycle.as_ref()).map(|keys| (keys, Marks::NONE));
        let (keys, doubts) = enabled.unwrap_or_else(|| self.keys(&scope, call.count, call.for_each));
        self.asking.borrow_mut().pop();
        self.note_doubts(module, call.block, doubts);
        let target = match call.target {
            crate::config::CallTarget::Module(id) if depth(module) < 64 => Some(id),
            _ => None,
        };
        let expanded =
            self.expand(&keys, |key, repetition| self.add_module(Some(module), Some(call), target, key, repetition));
        module.calls.borrow_mut().insert(&call.name, Memo::Done(expanded.clone()));
        Ok(expanded)
    }

    /// The provider configuration that a module uses under a local name, an alias and a key, found as Terraform passes
    /// them. Of several, if none is chosen, the first.
    pub(super) fn provider(
        &self,
        module: &Rc<ModuleState<'a>>,
        (name, alias, key): (&str, &str, Option<&str>),
    ) -> Option<InstanceId> {
        let is_it = |of: &ProviderName<'_>| {
            of.0 == name && of.1 == alias && (key.is_none() || !matches!(of.2, Key::Str(of)  if Some(of) != key))
        };
        if let Some((_, id)) = module.providers.borrow().iter().find(|(of, _)| is_it(of)) {
            return Some(*id);
        }
        let (parent, call) = (module.parent.as_ref()?, module.call?);
        let pass =
            call.providers.iter().find(|pass| pass.child.0 == name && pass.child.1.as_deref().unwrap_or("") == alias);
        match pass {
            Some(pass) => {
                let scope = ModuleScope { repetition: module.repetition, ..ModuleScope::of(self, parent) };
                let key = pass.parent_key.and_then(|key| self.eval(&scope, key).as_str());
                self.provider(parent, (&pass.parent.0, pass.parent.1.as_deref().unwrap_or(""), key))
            }
            None if alias.is_empty() => self.provider(parent, (name, "", None)),
            None => None,
        }
    }

    pub(super) fn set_provider(&self, module: &ModuleState<'a>, name: ProviderName<'a>, id: InstanceId) {
        module.providers.borrow_mut().push((name, id));
    }

    /// What a provider computes: an unknown that knows which attribute of which instance it is.
    pub(super) fn computed(&self, id: InstanceId, name: &str, at: Origin) -> Value<'a> {
        let instance = self.instance(id);
        let kind = match instance.kind {
            InstanceKind::Data => ReasonKind::Data,
            _ => ReasonKind::Computed,
        };
        let prefix = if kind == ReasonKind::Data { "data." } else { "" };
        let text = match kind {
            ReasonKind::Data => format!("{prefix}{}.{}", instance.type_name, instance.name),
            _ => format!("{}.{}.{name}", instance.type_name, instance.name),
        };
        let reason = Reason { kind, name: self.arena.alloc_str(&text), at: instance.header };
        let ident = Some(Ident { instance: id, path: self.arena.alloc_str(name) });
        let prefix = computed_prefix(instance.type_name, name);
        let not_null = is_never_null(instance.type_name, name);
        Value::of(Kind::Unknown(self.arena.alloc(Unknown { ident, not_null, prefix, ..Unknown::new(reason) }))).at(at)
    }
}

/// What a computed attribute is known to begin with: every ARN of AWS begins alike (AWS General Reference, "Amazon
/// Resource Names"), and a policy document is a JSON object.
pub fn computed_prefix(type_name: &str, attribute: &str) -> &'static str {
    match (type_name, attribute) {
        ("aws_iam_policy_document", "json" | "minified_json") => "{",
        (_, "arn") if type_name.starts_with("aws_") => "arn:",
        _ => "",
    }
}

/// Whether a computed attribute has a value whenever its resource is there: an id names it, and a key of KMS has one of its own.
pub fn is_never_null(type_name: &str, attribute: &str) -> bool {
    match attribute {
        "id" | "self_link" => true,
        "key_id" => type_name.starts_with("aws_kms_"),
        "target_key_arn" | "target_key_id" => type_name == "aws_kms_alias",
        _ => !computed_prefix(type_name, attribute).is_empty(),
    }
}

/// How many module calls lead to a module instance.
fn depth(module: &ModuleState<'_>) -> usize {
    let mut depth = 0;
    let mut parent = module.parent.as_ref();
    while let Some(state) = parent {
        depth += 1;
        parent = state.parent.as_ref();
    }
    depth
}
