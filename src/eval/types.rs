//! Type constraints of variables: `list(object({ name = string, port = optional(number, 443) }))`.

use super::interp::Interp;
use crate::syntax::{Node, NodeId};
use crate::value::{Field, Ty, convert};

/// How deep a type may nest.
const MAX_DEPTH: usize = 64;

impl<'a> Interp<'a, '_> {
    /// The type that an expression names. What is no type counts as `any`.
    pub fn type_constraint(&self, node: NodeId) -> Ty<'a> {
        self.type_at(node, 0)
    }

    fn type_at(&self, node: NodeId, depth: usize) -> Ty<'a> {
        if depth > MAX_DEPTH {
            return Ty::Any;
        }
        match self.tree.node(node) {
            Node::Paren(inner) | Node::Wrap(inner) => self.type_at(inner, depth + 1),
            // `type = "string"` and `type = "list"` are Terraform 0.11's way of writing.
            Node::Variable(name) | Node::Str(name) => match self.tree.text(name) {
                "string" => Ty::String,
                "number" => Ty::Number,
                "bool" => Ty::Bool,
                "list" => Ty::List(&Ty::Any),
                "set" => Ty::Set(&Ty::Any),
                "map" => Ty::Map(&Ty::Any),
                _ => Ty::Any,
            },
            Node::Call(index) => {
                let call = self.tree.call(index);
                let Some(argument) = self.tree.list(call.args).first().copied() else { return Ty::Any };
                let inner = |this: &Self| -> &'a Ty<'a> { this.arena.alloc(this.type_at(argument, depth + 1)) };
                match self.tree.text(call.name) {
                    "list" => Ty::List(inner(self)),
                    "set" => Ty::Set(inner(self)),
                    "map" => Ty::Map(inner(self)),
                    "tuple" => match self.tree.node(argument) {
                        Node::Tuple(items) => {
                            let types: Vec<Ty<'a>> =
                                self.tree.list(items).iter().map(|item| self.type_at(*item, depth + 1)).collect();
                            Ty::Tuple(self.arena.alloc_slice_copy(&types))
                        }
                        _ => Ty::Any,
                    },
                    "object" => self.object_type(argument, depth),
                    "optional" => self.type_at(argument, depth + 1),
                    _ => Ty::Any,
                }
            }
            _ => Ty::Any,
        }
    }

    fn object_type(&self, node: NodeId, depth: usize) -> Ty<'a> {
        let Node::Object(pairs) = self.tree.node(node) else { return Ty::Any };
        let mut fields: Vec<Field<'a>> = Vec::new();
        for pair in self.tree.list(pairs).chunks_exact(2) {
            let Node::Str(name) = self.tree.node(pair[0]) else { return Ty::Any };
            let (ty, optional, default) = self.field_type(pair[1], depth);
            fields.push(Field { name: self.tree.text(name), ty, optional, default });
        }
        fields.sort_by_key(|field| field.name);
        Ty::Object(self.arena.alloc_slice_copy(&fields))
    }

    /// A field's type, whether it is optional, and its default, completed by the defaults of inner fields.
    fn field_type(&self, node: NodeId, depth: usize) -> (Ty<'a>, bool, Option<crate::value::Value<'a>>) {
        let ty = self.type_at(node, depth + 1);
        let Node::Call(index) = self.tree.node(node) else { return (ty, false, None) };
        let call = self.tree.call(index);
        if self.tree.text(call.name) != "optional" {
            return (ty, false, None);
        }
        let default = self.tree.list(call.args).get(1).and_then(|default| self.eval(*default).ok());
        (ty, true, default.map(|default| convert(self.arena, default, &ty).unwrap_or(default)))
    }
}
