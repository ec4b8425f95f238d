//! `meta.lifecycle`: the switches of a resource's `lifecycle` block, which Terraform reads before it evaluates anything.

use bumpalo::Bump;

use crate::config::{ExprRef, MergedBody, Mode};
use crate::estate::{Estate, InstanceId, InstanceKind};
use crate::syntax::Node;
use crate::value::{Kind, Origin, Reason, ReasonKind, Unknown, Value};

/// The arguments of the block that are true or false, and literals.
const SWITCHES: [&str; 2] = ["create_before_destroy", "prevent_destroy"];

/// An object of the switches; null what is not written. A plan without its configuration does not tell: unknown.
pub(super) fn lifecycle<'a: 's, 's>(estate: &Estate<'a>, arena: &'s Bump, id: InstanceId) -> Value<'s> {
    let instance = estate.instance(id);
    if instance.kind != InstanceKind::Managed {
        return Value::NULL;
    }
    let module = estate.modules.get(instance.module.0 as usize).and_then(|module| module.module);
    let key = (Mode::Managed, instance.type_name.to_owned(), instance.name.to_owned());
    let resource = module.and_then(|module| estate.program.module(module).resources.get(&key));
    let Some(resource) = resource else {
        let name = arena.alloc_str(&format!("{}.{} lifecycle", instance.type_name, instance.name));
        let reason = Reason { kind: ReasonKind::Module, name, at: instance.header };
        return Value::of(Kind::Unknown(arena.alloc(Unknown::new(reason)))).at(instance.header);
    };
    let switch = |name: &'static str| {
        (name, resource.lifecycle.as_ref().map_or(Value::NULL, |body| said(estate, arena, body, name)))
    };
    Value::of(Kind::Object(arena.alloc_slice_copy(&SWITCHES.map(switch))))
}

/// What the block says; unknown where it is no literal.
fn said<'a: 's, 's>(estate: &Estate<'a>, arena: &'s Bump, body: &MergedBody, name: &'static str) -> Value<'s> {
    let Some(ExprRef { file, node }) = body.expr(estate.program, name) else { return Value::NULL };
    let at = Origin(estate.program.number(file, node));
    let tree = estate.program.tree(file);
    let value = match tree.node(node) {
        Node::Null => return Value::NULL,
        Node::Bool(value) => Value::bool(value),
        Node::Str(text) if matches!(tree.text(text), "true" | "false") => Value::bool(tree.text(text) == "true"),
        _ => Value::of(Kind::Unknown(arena.alloc(Unknown::new(Reason { kind: ReasonKind::Error, name, at })))),
    };
    value.at(at)
}
