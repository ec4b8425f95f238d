//! What Terraform refuses before any value is known: names that mean nothing where they stand, and circles of blocks.
//!
//! In: the modules of a program, each looked at once however often it is called. Out: refusals. Terraform's references
//! are static: they count wherever they are written, also in an arm of a conditional that is not taken or within `try`.

mod circles;
mod graph;
mod names;
mod providers;
mod references;
mod types;

use std::cell::RefCell;

use graph::{Graph, NodeKey, Target};
pub(super) use names::no_attribute_of_terraform_data;
use names::{Place, Use};
use references::{Reference, of_body, of_expr};
use rustc_hash::FxHashMap;
pub(super) use types::fit;

use super::evaluator::Evaluator;
use crate::config::{
    BlockRef, Condition, ExprRef, MergedBody, Module, ModuleCall, ModuleId, Output, Program, Resource,
};
use crate::syntax::Node;
use crate::value::Origin;

/// References of a block that repeats to itself: refused if it has an instance. With the literal key, if one is given;
/// an empty one is that of no instance.
pub(super) type SelfReferences = FxHashMap<BlockRef, Vec<(Option<String>, Origin)>>;

impl Evaluator<'_> {
    /// Refuses what no value can mend.
    pub(super) fn refuse_statically(&self) {
        let mut graphs = Vec::with_capacity(self.program.modules.len());
        for (index, module) in self.program.modules.iter().enumerate() {
            let mut view = View {
                evaluator: self,
                program: self.program,
                module,
                graph: Graph::new(self.program, ModuleId(index as u32)),
                itself: RefCell::default(),
            };
            if !module.incomplete {
                view.module();
            }
            let View { mut graph, itself, .. } = view;
            graph.finish();
            self.self_references.borrow_mut().extend(itself.into_inner());
            graphs.push(graph);
        }
        providers::connect(self.program, &mut graphs);
        self.refuse_circles(&graphs);
    }
}

/// One module, as it is looked at.
struct View<'v, 'e, 'a> {
    evaluator: &'v Evaluator<'a>,
    program: &'a Program,
    module: &'a Module,
    graph: Graph<'e>,
    itself: RefCell<SelfReferences>,
}

impl<'a> View<'_, 'a, 'a> {
    fn module(&mut self) {
        let module = self.module;
        for (index, variable) in module.variables.values().enumerate() {
            self.variable(variable);
            self.conditions(Some(NodeKey::Variable(index)), &variable.validations, Place::PLAIN);
        }
        for (index, local) in module.locals.values().enumerate() {
            self.expr(Some(NodeKey::Local(index)), local.expr, Place::PLAIN);
        }
        for (index, output) in module.outputs.values().enumerate() {
            self.output(index, output);
        }
        for (index, resource) in module.resources.values().enumerate() {
            self.resource(index, resource);
        }
        for (index, call) in module.calls.values().enumerate() {
            self.call(index, call);
        }
        for (index, provider) in module.providers.iter().enumerate() {
            self.body(Some(NodeKey::Provider(index)), &provider.body, Place::UNNAMED);
        }
        for check in module.checks.values() {
            self.conditions(None, &check.asserts, Place { check: Some(&check.name), ..Place::PLAIN });
        }
    }

    fn output(&mut self, index: usize, output: &'a Output) {
        let owner = Some(NodeKey::Output(index));
        if let Some(expr) = output.value {
            self.expr(owner, expr, Place::PLAIN);
        }
        self.conditions(owner, &output.preconditions, Place::PLAIN);
        if let Some(expr) = output.body.expr(self.program, "depends_on") {
            self.depends_on(owner, expr);
        }
    }

    fn call(&mut self, index: usize, call: &'a ModuleCall) {
        let owner = Some(NodeKey::Call(index));
        for expr in [call.count, call.for_each].into_iter().flatten() {
            self.expr(owner, expr, Place::PLAIN);
        }
        if let Some(lifecycle) = &call.lifecycle {
            self.body(owner, lifecycle, Place::UNNAMED);
        }
        if let Some(expr) = call.depends_on {
            self.depends_on(owner, expr);
        }
        let place = Place::of_inputs(call);
        for (file, attribute) in &call.inputs {
            let owner = self.graph.input(self.program, index, self.program.tree(*file).text(attribute.name));
            self.expr(Some(owner), ExprRef { file: *file, node: attribute.expr }, place);
        }
    }

    fn resource(&mut self, index: usize, resource: &'a Resource) {
        let owner = Some(NodeKey::Resource(index));
        let plain = Place { itself: Use::Refused, ..Place::PLAIN };
        for expr in [resource.count, resource.for_each].into_iter().flatten() {
            self.expr(owner, expr, plain);
        }
        let place = Place::of_body(resource);
        self.body(owner, &resource.body, place);
        let with_itself = Place { this: Some(resource), itself: Use::Allowed, ..place };
        for connection in &resource.connections {
            // Without a provisioner nobody looks at it.
            let named = !resource.provisioners.is_empty();
            self.body(owner, connection, Place { named, ..with_itself });
        }
        for provisioner in &resource.provisioners {
            if provisioner.at_destroy {
                self.body(None, &provisioner.body, Place { at_destroy: true, ..with_itself });
            } else {
                self.body(owner, &provisioner.body, with_itself);
            }
        }
        self.conditions(owner, &resource.preconditions, Place { itself: Use::Refused, ..place });
        let after = Place { this: Some(resource), itself: Use::Refused, ..place };
        self.conditions(owner, &resource.postconditions, after);
        if let Some(lifecycle) = &resource.lifecycle {
            if let Some(expr) = lifecycle.expr(self.program, "replace_triggered_by") {
                self.expr(owner, expr, Place { only_names: true, itself: Use::Allowed, ..place });
            }
            if let Some(expr) = lifecycle.expr(self.program, "enabled") {
                self.expr(owner, expr, Place { itself: Use::Allowed, ..Place::UNNAMED });
            }
        }
        if let Some(expr) = resource.depends_on {
            self.depends_on(owner, expr);
        }
        self.builtin(resource);
    }

    fn conditions(&mut self, owner: Option<NodeKey>, conditions: &'a [Condition], place: Place<'a>) {
        for condition in conditions {
            let mut refers = false;
            of_expr(self.program, condition.condition, &mut |_| refers = true);
            if !refers {
                let at = self.evaluator.at(condition.condition);
                let message = "This condition refers to nothing, so that it always comes out the same".to_owned();
                let help = "let it refer to the value that it is about: a variable, a local, `self`";
                self.evaluator.refuse(at, message, Some(help.to_owned()));
                continue;
            }
            self.expr(owner, condition.condition, place);
            if let Some(message) = condition.error_message {
                self.expr(owner, message, place);
            }
        }
    }

    fn expr(&mut self, owner: Option<NodeKey>, expr: ExprRef, place: Place<'a>) {
        of_expr(self.program, expr, &mut |reference| self.reference(owner, &reference, place));
    }

    fn body(&mut self, owner: Option<NodeKey>, body: &'a MergedBody, place: Place<'a>) {
        of_body(self.program, body, &mut |reference| self.reference(owner, &reference, place));
    }

    fn depends_on(&mut self, owner: Option<NodeKey>, expr: ExprRef) {
        let place = Place { whole: true, itself: Use::PerTwo, ..Place::PLAIN };
        self.expr(owner, expr, place);
        let tree = self.program.tree(expr.file);
        let Node::Tuple(items) = tree.node(expr.node) else { return };
        // Terraform 0.11 wanted quotes here, and later ones take them.
        for item in tree.list(items) {
            if let Node::Str(text) = tree.node(*item) {
                let (root, rest) = tree.text(text).split_once('.').unwrap_or((tree.text(text), ""));
                let names = rest.split('.').filter(|name| !name.is_empty());
                let steps: Vec<_> = names.map(references::Step::Attr).collect();
                let at = ExprRef { file: expr.file, node: *item };
                self.reference(owner, &Reference { root, steps: &steps, at }, place);
            }
        }
    }

    fn reference(&mut self, owner: Option<NodeKey>, reference: &Reference<'_, 'a>, place: Place<'a>) {
        let at = self.evaluator.at(reference.at);
        if place.named && !self.is_named(reference, place, at) {
            return;
        }
        let Some(target) = Target::of(self.module, reference) else { return };
        if let (Some(NodeKey::Resource(index)), Target::Resource(target)) = (owner, target)
            && index == target
        {
            self.refers_to_itself(index, reference, place, at);
        } else if let (Some(NodeKey::Local(index)), Target::Local(target)) = (owner, target)
            && index == target
        {
            let what = format!("local.{}", self.module.locals.keys()[index]);
            self.evaluator.refuse(at, format!("{what} refers to itself"), None);
        } else if let Some(owner) = owner {
            self.graph.add(self.program, owner, target, at);
        }
    }

    fn refers_to_itself(&self, index: usize, reference: &Reference<'_, 'a>, place: Place<'a>, at: Origin) {
        let resource = &self.module.resources[index];
        match place.itself {
            Use::Allowed => {}
            Use::Refused => self.evaluator.refuse_self_reference(resource, at),
            Use::PerTwo if names::repeats(resource) && names::key_after(reference, resource).is_none() => {
                self.itself.borrow_mut().entry(resource.block).or_default().push((Some(String::new()), at));
            }
            Use::PerTwo => {}
            Use::PerInstance => {
                let key = names::key_after(reference, resource);
                self.itself.borrow_mut().entry(resource.block).or_default().push((key, at));
            }
        }
    }
}
