//! What a configuration says must hold: validations of variables, preconditions and postconditions.

use super::evaluator::{Evaluator, InstanceState};
use super::scope::ModuleScope;
use crate::config::{BlockRef, ExprRef, Variable};
use crate::estate::InstanceId;
use crate::value::{Kind, Marks, Origin, Ty, Value, convert};

impl<'a> Evaluator<'a> {
    /// Holds a variable's value against its `validation` blocks; a broken one is told where the value was given.
    pub(super) fn validate(&self, scope: &ModuleScope<'_, 'a>, variable: &Variable, value: &Value<'a>, header: Origin) {
        let at = if value.origin.is_some() { value.origin } else { header };
        for block in &variable.validations {
            let what = format!("Invalid value for var.{}", variable.name);
            self.must_hold(scope, *block, &what, at);
        }
    }

    /// Holds an instance against the conditions of its `lifecycle` block.
    pub(super) fn check_instance(&self, id: InstanceId, state: &InstanceState<'a>) {
        let Some(lifecycle) = state.resource.as_ref().and_then(|state| state.resource.lifecycle.as_ref()) else {
            return;
        };
        // A representative stands for instances that may not be there.
        if matches!(state.key, crate::estate::Key::Unknown) {
            return;
        }
        let scope = self.scope(id, state);
        for block in &lifecycle.blocks {
            let what = match self.program.tree(block.file).kind(block.block) {
                "precondition" => "Resource precondition failed",
                "postcondition" => "Resource postcondition failed",
                _ => continue,
            };
            self.must_hold(&scope, *block, what, Origin::NONE);
        }
    }

    /// Refuses what a condition forbids. `at` is the place to tell, if not the condition's own.
    pub(super) fn must_hold(&self, scope: &ModuleScope<'_, 'a>, block: BlockRef, what: &str, at: Origin) {
        let tree = self.program.tree(block.file);
        let body = tree.block(block.block).body;
        let Some(condition) = tree.attribute(body, "condition") else { return };
        let condition = ExprRef { file: block.file, node: condition.expr };
        let value = self.eval(scope, condition);
        let holds = convert(self.arena, value, &Ty::Bool).map(|value| value.kind);
        let open = self.incomplete || value.marks.among(Marks::DOUBTS) != Marks::NONE;
        if open || !matches!(holds, Ok(Kind::Bool(false))) {
            return;
        }
        let message = tree
            .attribute(body, "error_message")
            .map(|attribute| self.eval_quietly(scope, ExprRef { file: block.file, node: attribute.expr }));
        // As Terraform, which hides a message that holds something sensitive.
        let text = message.filter(|message| !message.any_sensitive()).and_then(|message| message.as_str());
        let at = if at.is_some() { at } else { self.at(condition) };
        self.refuse(at, text.map_or_else(|| what.to_owned(), |text| format!("{what}: {}", text.trim())), None);
    }
}
