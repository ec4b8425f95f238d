//! Evaluates a whole root: every module call, resource, variable and provider configuration, into an estate.

use std::rc::Rc;

use bumpalo::Bump;
use bumpalo::collections::Vec as ArenaVec;

use super::evaluator::{Evaluator, InstanceState, ModuleState, Named, Options};
use super::interp::{Encoded, EvalError, sort_entries};
use super::repetition::Repetition;
use super::scope::ModuleScope;
use crate::config::{BlockRef, ExprRef, ModuleCall, Problem, Program, ProviderConfig};
use crate::estate::{Action, Estate, Instance, InstanceId, InstanceKind, Key, ModuleInstance, Open};
use crate::schema::Constraint;
use crate::schema::version::parse_version;
use crate::value::{BlockObject, Entry, Kind, Marks, Origin, ReasonKind, Value};

/// An evaluated root.
#[derive(Debug)]
pub struct Evaluation<'a> {
    /// What it deploys.
    pub estate: Estate<'a>,
    /// The root module's outputs: name, value, whether declared sensitive.
    pub outputs: Vec<(&'a str, Value<'a>, bool)>,
    /// What Terraform would refuse, in the order of the files.
    pub errors: Vec<Problem>,
    /// Bounds that were reached, files that may not be read, and what a workspace leaves open.
    pub warnings: Vec<Problem>,
    /// What encoded texts were made of.
    pub encoded: Encoded<'a>,
}

/// Evaluates a root module with everything it calls.
///
/// What configuration alone does not decide is unknown, with its reason. An expression that Terraform would refuse is
/// unknown too, and an error names it.
pub fn evaluate<'a>(arena: &'a Bump, program: &'a Program, options: &Options) -> Evaluation<'a> {
    let evaluator = Evaluator::new(arena, program, options.clone());
    let root = evaluator.add_module(None, None, Some(Program::ROOT), Key::None, Repetition::default());
    evaluator.refuse_statically();
    evaluator.add_contents(&root);
    let outputs = evaluator.root_outputs(&root);
    evaluator.finish(outputs)
}

impl<'a> Evaluator<'a> {
    /// Makes the instances of everything a module declares, and of the modules it calls.
    fn add_contents(&self, state: &Rc<ModuleState<'a>>) {
        let Some(module) = state.module else { return };
        for provider in &module.providers {
            let alias = provider.alias.as_deref().unwrap_or("");
            self.add_provider(state, provider, alias);
        }
        if let Some(block) = module.terraform.block {
            self.add_special(state, InstanceKind::Terraform, "terraform", "", Some(block));
        }
        for variable in module.variables.values() {
            self.add_special(state, InstanceKind::Variable, "variable", &variable.name, Some(variable.block));
        }
        for output in module.outputs.values() {
            self.add_special(state, InstanceKind::Output, "output", &output.name, Some(output.block));
        }
        for resource in module.resources.values() {
            let at = self.header(resource.block);
            if let Err(error) = self.resource(state, resource, at) {
                self.failed(error, at, Marks::NONE);
            }
        }
        // Terraform evaluates all locals, also those that nobody asks for.
        for (name, local) in &module.locals {
            if let Err(error) = self.named(state, Named::Local, name, self.at(local.expr)) {
                self.failed(error, self.at(local.expr), Marks::NONE);
            }
        }
        self.run_checks(state);
        self.run_imports(state);
        for call in module.calls.values() {
            let at = self.header(call.block);
            self.add_special(state, InstanceKind::Module, "module", &call.name, Some(call.block));
            self.check_version(call, at);
            match self.call(state, call, at) {
                Ok(expanded) => {
                    for inner in expanded.all() {
                        self.add_contents(&inner);
                    }
                }
                Err(error) => {
                    self.failed(error, at, Marks::NONE);
                }
            }
        }
    }

    /// A provider configuration, or those that OpenTofu makes of it: one for each key.
    fn add_provider(&self, state: &Rc<ModuleState<'a>>, provider: &'a ProviderConfig, alias: &'a str) {
        let scope = self.plain_scope(state);
        let (keys, _) = self.keys(&scope, None, provider.for_each);
        self.expand(&keys, |key, repetition| {
            let id = self.add_instance(InstanceState {
                kind: InstanceKind::Provider,
                module: Rc::clone(state),
                type_name: &provider.name,
                name: alias,
                key,
                repetition,
                block: Some(provider.block),
                header: self.header(provider.block),
                resource: None,
                body: std::cell::RefCell::new(None),
            });
            self.set_provider(state, (&provider.name, alias, key), id);
        });
    }

    /// Terraform asks for `terraform init` where what was downloaded is not of the version that a call wants by now.
    fn check_version(&self, call: &ModuleCall, at: Origin) {
        let (Some(wanted), Some(downloaded)) = (&call.version, &call.downloaded) else { return };
        let (constraint, version) = (Constraint::parse(wanted), parse_version(downloaded));
        if let (Some(constraint), Some(version)) = (constraint, version)
            && !constraint.allows(&version)
        {
            let message = format!(
                "module \"{}\" is downloaded in version {version}, but wants {wanted}; run `terraform init`",
                call.name
            );
            self.note(at, message);
        }
    }

    fn add_special(
        &self,
        state: &Rc<ModuleState<'a>>,
        kind: InstanceKind,
        type_name: &'a str,
        name: &'a str,
        block: Option<BlockRef>,
    ) -> InstanceId {
        self.add_instance(InstanceState {
            kind,
            module: Rc::clone(state),
            type_name,
            name,
            key: Key::None,
            repetition: Repetition::default(),
            block,
            header: block.map_or(Origin::NONE, |block| self.header(block)),
            resource: None,
            body: std::cell::RefCell::new(None),
        })
    }

    fn root_outputs(&self, root: &Rc<ModuleState<'a>>) -> Vec<(&'a str, Value<'a>, bool)> {
        let Some(module) = root.module else { return Vec::new() };
        module
            .outputs
            .values()
            .map(|output| {
                let at = self.header(output.block);
                let value = self
                    .named(root, Named::Output, &output.name, at)
                    .unwrap_or_else(|error| self.failed(error, at, Marks::NONE));
                (output.name.as_str(), value, output.sensitive)
            })
            .collect()
    }

    fn finish(self, outputs: Vec<(&'a str, Value<'a>, bool)>) -> Evaluation<'a> {
        let mut instances = Vec::with_capacity(self.instances.borrow().len());
        let mut index = 0;
        // Evaluating a body can still make instances of modules that nobody else asked for.
        while index < self.instances.borrow().len() {
            let id = InstanceId(index as u32);
            instances.push(self.finished(id));
            index += 1;
        }
        let modules = self.modules.borrow().iter().map(|state| self.finished_module(state)).collect();
        // A module knows those it calls and they know it: what nobody breaks would never be freed.
        for state in self.modules.borrow().iter() {
            state.forget_calls();
        }
        let estate = Estate::new(self.program, instances, modules, self.origins);
        let mut errors: Vec<(Origin, Problem)> = self.refusals.into_inner().into_iter().collect();
        errors.sort_by_key(|(at, _)| *at);
        let errors = errors.into_iter().map(|(_, problem)| problem).collect();
        let warnings = self.problems.into_inner().into_values().collect();
        Evaluation { estate, outputs, errors, warnings, encoded: self.session.into_encoded() }
    }

    fn finished_module(&self, state: &Rc<ModuleState<'a>>) -> ModuleInstance<'a> {
        ModuleInstance {
            parent: state.parent.as_ref().map_or(state.id, |parent| parent.id),
            call: state.call.map_or("", |call| &call.name),
            key: state.key,
            module: state.module_id,
            open: state.call.and_then(|call| {
                let by = call.count.or(call.for_each);
                let enabled = || call.lifecycle.as_ref()?.expr(self.program, "enabled");
                self.open(state.key, state.repetition, by.or_else(enabled))
            }),
        }
    }

    /// Why what repeats may not be there.
    fn open(&self, key: Key<'a>, repetition: Repetition<'a>, by: Option<ExprRef>) -> Option<&'a Open<'a>> {
        let why = repetition.count.filter(|_| key == Key::Unknown)?.unknown()?;
        // Of what there are more than onus makes, there are some.
        (why.reason.kind != ReasonKind::Limit).then(|| &*self.arena.alloc(Open { why, by }))
    }

    fn finished(&self, id: InstanceId) -> Instance<'a> {
        let state = self.instance(id);
        let attrs = match state.kind {
            InstanceKind::Managed | InstanceKind::Data | InstanceKind::Ephemeral => self.body(id),
            _ => self.special_body(id, &state),
        };
        self.check_instance(id, &state);
        self.refuse_infinity(&state, attrs);
        let (provider_name, alias) = match state.resource.as_ref().and_then(|r| r.resource.provider.as_ref()) {
            Some((name, alias)) => (name.as_str(), alias.as_deref().unwrap_or("")),
            None if state.kind == InstanceKind::Provider => (state.type_name, state.name),
            None => (crate::schema::provider_of(state.type_name), ""),
        };
        Instance {
            kind: state.kind,
            module: state.module.id,
            type_name: state.type_name,
            name: state.name,
            key: state.key,
            open: state.resource.as_ref().and_then(|of| {
                let by = of.resource.count.or(of.resource.for_each);
                let enabled = || of.resource.lifecycle.as_ref()?.expr(self.program, "enabled");
                self.open(state.key, state.repetition, by.or_else(enabled))
            }),
            attrs,
            header: state.header,
            block: state.block,
            provider_name,
            provider: self.provider(&state.module, (provider_name, alias, self.provider_key(id, &state))),
            action: Action::Create,
            before: None,
        }
    }

    /// Which of the configurations of a provider an instance chooses; `None` where it does not, or the key is not known.
    fn provider_key(&self, id: InstanceId, state: &InstanceState<'a>) -> Option<&'a str> {
        let key = state.resource.as_ref()?.resource.provider_key?;
        self.eval(&self.scope(id, state), key).as_str()
    }

    /// Terraform calculates with infinity, and refuses it where a value is handed over.
    fn refuse_infinity(&self, state: &InstanceState<'a>, attrs: &'a BlockObject<'a>) {
        let handed_over = match state.kind {
            InstanceKind::Managed | InstanceKind::Data | InstanceKind::Ephemeral | InstanceKind::Provider => true,
            InstanceKind::Output => state.module.parent.is_none(),
            _ => false,
        };
        if !handed_over || !self.session.knows_infinity() {
            return;
        }
        for infinite in attrs.attrs.iter().filter_map(|(_, value)| value.first_infinity()) {
            let message = "This number is infinite: nothing can be divided by zero";
            self.failed(EvalError::new(message, infinite.origin), state.header, infinite.marks);
        }
    }

    fn special_body(&self, id: InstanceId, state: &InstanceState<'a>) -> &'a BlockObject<'a> {
        let entries = match state.kind {
            InstanceKind::Provider => {
                let provider = state
                    .module
                    .module
                    .and_then(|module| module.providers.iter().find(|provider| Some(provider.block) == state.block));
                let schema = crate::schema::provider_config(state.type_name).map(|schema| schema.root());
                let scope = ModuleScope { repetition: state.repetition, ..self.plain_scope(&state.module) };
                let entries = provider.map_or(&[][..], |provider| self.plain_entries(&scope, &provider.body));
                return crate::schema::normalize(self.arena, id, schema, entries);
            }
            InstanceKind::Variable => self.variable_entries(state),
            InstanceKind::Output => self.output_entries(state),
            InstanceKind::Module => self.module_entries(state),
            InstanceKind::Terraform => self.terraform_entries(state),
            _ => Vec::new(),
        };
        let entries = sort_entries(ArenaVec::from_iter_in(entries, self.arena));
        self.arena.alloc(BlockObject { attrs: entries, schema: None, instance: id, path: "" })
    }

    /// A truth value with the place of the argument that says it.
    fn flag(&self, body: &'a crate::config::MergedBody, name: &'a str, truth: bool) -> Option<Entry<'a>> {
        let (file, attribute) =
            body.attributes.iter().find(|(file, attribute)| self.program.tree(*file).text(attribute.name) == name)?;
        Some((name, Value::bool(truth).at(self.at(ExprRef { file: *file, node: attribute.expr }))))
    }

    fn variable_entries(&self, state: &InstanceState<'a>) -> Vec<Entry<'a>> {
        let Some(variable) = state.module.module.and_then(|module| module.variables.get(state.name)) else {
            return Vec::new();
        };
        let scope = self.plain_scope(&state.module);
        let value = self
            .named(&state.module, Named::Variable, state.name, state.header)
            .unwrap_or_else(|error| self.failed(error, state.header, Marks::NONE));
        self.validate(&scope, variable, &value, state.header);
        let mut entries = vec![
            ("name", Value::str(state.name).at(state.header)),
            ("value", value),
            ("nullable", Value::bool(variable.nullable).at(state.header)),
            ("validated", Value::bool(!variable.validations.is_empty()).at(state.header)),
        ];
        entries.extend(self.flag(&variable.body, "sensitive", variable.sensitive));
        entries.extend(self.flag(&variable.body, "ephemeral", variable.ephemeral));
        if let Some(default) = variable.default {
            entries.push(("default", self.eval(&scope, default)));
        }
        if let Some(description) = variable.description {
            entries.push(("description", self.eval(&scope, description)));
        }
        if let Some(ty) = variable.ty {
            let tree = self.program.tree(ty.file);
            entries.push(("type", Value::str(&tree.source[tree.span(ty.node).range()]).at(self.at(ty))));
        }
        entries
    }

    fn output_entries(&self, state: &InstanceState<'a>) -> Vec<Entry<'a>> {
        let Some(output) = state.module.module.and_then(|module| module.outputs.get(state.name)) else {
            return Vec::new();
        };
        let value = self
            .named(&state.module, Named::Output, state.name, state.header)
            .unwrap_or_else(|error| self.failed(error, state.header, Marks::NONE));
        if state.module.parent.is_none() {
            self.refuse_sensitive_output(output, &value);
        }
        for condition in &output.preconditions {
            self.must_hold(&self.plain_scope(&state.module), condition, "Output precondition failed", Origin::NONE);
        }
        let mut entries = vec![("name", Value::str(state.name).at(state.header)), ("value", value)];
        entries.extend(self.flag(&output.body, "sensitive", output.sensitive));
        entries
    }

    fn module_entries(&self, state: &InstanceState<'a>) -> Vec<Entry<'a>> {
        let Some(call) = state.module.module.and_then(|module| module.calls.get(state.name)) else {
            return Vec::new();
        };
        let mut entries = vec![("name", Value::str(state.name).at(state.header))];
        let at = call.source_expr.map_or(state.header, |expr| self.at(expr));
        if let Some(source) = &call.source {
            entries.push(("source", Value::str(source).at(at)));
        } else if let Some(expr) = call.source_expr {
            entries.push(("source", self.eval(&self.plain_scope(&state.module), expr)));
        }
        if let Some(version) = &call.version {
            entries.push(("version", Value::str(version).at(state.header)));
        }
        let scope = self.plain_scope(&state.module);
        // Inputs that differ between the call's instances are not evaluated here.
        let inputs = call.inputs.iter().filter_map(|(file, attribute)| {
            let tree = self.program.tree(*file);
            if tree.mentions_instance(attribute.expr) {
                return None;
            }
            // What is wrong is told by the module's instances: without one, Terraform does not evaluate the inputs.
            let expr = ExprRef { file: *file, node: attribute.expr };
            Some((tree.text(attribute.name), self.eval_quietly(&scope, expr)))
        });
        let inputs = sort_entries(ArenaVec::from_iter_in(inputs, self.arena));
        entries.push(("inputs", Value::of(Kind::Object(inputs)).at(state.header)));
        entries
    }

    fn terraform_entries(&self, state: &InstanceState<'a>) -> Vec<Entry<'a>> {
        let Some(module) = state.module.module else { return Vec::new() };
        let settings = &module.terraform;
        let mut entries = Vec::new();
        if let Some(version) = &settings.required_version {
            entries.push(("required_version", Value::str(version).at(state.header)));
        }
        let providers = settings.required_providers.iter().map(|provider| {
            let mut entry: Vec<Entry<'a>> = Vec::new();
            entry.extend(provider.source.as_ref().map(|text| ("source", Value::str(text).at(state.header))));
            entry.extend(provider.version.as_ref().map(|text| ("version", Value::str(text).at(state.header))));
            let object = Kind::Object(self.arena.alloc_slice_copy(&entry));
            (provider.name.as_str(), Value::of(object).at(state.header))
        });
        let providers = sort_entries(ArenaVec::from_iter_in(providers, self.arena));
        entries.push(("required_providers", Value::of(Kind::Object(providers)).at(state.header)));
        if let Some((kind, block)) = &settings.backend {
            let body = &*self.arena.alloc_slice_copy(&[("type", Value::str(kind).at(self.header(*block)))]);
            entries.push(("backend", Value::of(Kind::Object(body)).at(self.header(*block))));
        }
        entries
    }
}
