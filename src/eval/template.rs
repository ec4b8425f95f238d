//! Templates: literal parts and interpolations run together, `%{ if }` and `%{ for }`.

use bumpalo::Bump;

use super::functions::safe_prefix;
use super::holes::Skeleton;
use super::interp::{Env, EvalError, Evaluated, Interp, article, composed};
use super::operators::Truth;
use crate::syntax::{Node, NodeId, Seq};
use crate::value::number;
use crate::value::{Ident, Kind, Marks, Ty, Unknown, Value};

/// Text of this size is not built.
const MAX_TEXT: usize = 16 << 20;

/// A template being written: the text so far and what is not known of it.
#[derive(Default)]
pub(super) struct Writer<'a> {
    text: String,
    marks: Marks,
    /// The first unknown part.
    unknown: Option<&'a Unknown<'a>>,
    /// How much text stood before the first unknown part, and with what is known of that part's beginning.
    before: usize,
    known: usize,
    /// How much text stood before the last unknown part ended.
    last: usize,
    deps: Vec<Ident<'a>>,
    null: bool,
    /// The same text with holes for its unknown parts, from the first one on.
    skeleton: Option<Skeleton<'a>>,
}

impl<'a> Interp<'a, '_> {
    pub(super) fn template(&self, parts: Seq, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let mut writer = Writer::default();
        for part in self.tree.list(parts) {
            self.write_part(&mut writer, *part, env)?;
        }
        Ok(self.written(&writer, node))
    }

    pub(super) fn directive(&self, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let mut writer = Writer::default();
        self.write_part(&mut writer, node, env)?;
        Ok(self.written(&writer, node))
    }

    fn written(&self, writer: &Writer<'a>, node: NodeId) -> Value<'a> {
        let at = self.origin(node);
        if writer.null {
            return Value::NULL;
        }
        let value = match writer.unknown_text(self.arena) {
            None => Value::str(composed(self.arena, self.arena.alloc_str(&writer.text))).at(at),
            Some(unknown) => Value::of(Kind::Unknown(self.arena.alloc(unknown))).at(at),
        };
        let value = value.marked(writer.marks);
        if let (Some(skeleton), false) = (&writer.skeleton, self.null_flow)
            && let Some(decoded) = self.with_holes(skeleton, writer.marks, at)
        {
            self.session.remember(&value, decoded);
        }
        value
    }

    fn write_part(&self, writer: &mut Writer<'a>, part: NodeId, env: Option<&Env<'_, 'a>>) -> Result<(), EvalError> {
        if writer.text.len() > MAX_TEXT {
            return Err(EvalError::limit("This text grows larger than onus builds", self.origin(part)));
        }
        match self.tree.node(part) {
            Node::Str(text) => writer.write_text(self.tree.text(text)),
            Node::Template(parts) => {
                for part in self.tree.list(parts) {
                    self.write_part(writer, *part, env)?;
                }
            }
            Node::IfDirective { cond, then, otherwise } => {
                let condition = self.eval_in(cond, env)?;
                writer.marks = writer.marks.with(condition.marks);
                match self.truth(&condition, cond)? {
                    Truth::Known(true) => self.write_part(writer, then, env)?,
                    Truth::Known(false) | Truth::Null => {
                        if let Some(otherwise) = otherwise {
                            self.write_part(writer, otherwise.get(), env)?;
                        }
                    }
                    Truth::Unknown(unknown) => {
                        writer.marks = writer.marks.with(self.marks_of(then, env));
                        if let Some(otherwise) = otherwise {
                            writer.marks = writer.marks.with(self.marks_of(otherwise.get(), env));
                        }
                        writer.tear(unknown);
                    }
                }
            }
            Node::ForDirective(index) => {
                let each = self.tree.for_expr(index);
                let collection = self.eval_in(each.collection, env)?;
                writer.marks = writer.marks.with(collection.marks);
                if let Kind::Unknown(unknown) = collection.kind {
                    writer.tear(unknown);
                    return Ok(());
                }
                let part = &mut |env: Option<&Env<'_, 'a>>, _: Option<&'a Unknown<'a>>| {
                    self.write_part(writer, each.value, env)
                };
                let marks = self.for_each_element(each, &collection, env, part)?;
                writer.marks = writer.marks.with(marks);
            }
            _ => {
                let value = self.eval_in(part, env)?;
                self.write_value(writer, &value, part)?;
            }
        }
        Ok(())
    }

    /// The marks of a part that may be left out.
    fn marks_of(&self, part: NodeId, env: Option<&Env<'_, 'a>>) -> Marks {
        let mut writer = Writer::default();
        let written = self.session.with_quiet(true, || self.write_part(&mut writer, part, env));
        written.map_or(Marks::NONE, |()| writer.marks.among(Marks::SENSITIVE))
    }

    fn write_value(&self, writer: &mut Writer<'a>, value: &Value<'a>, node: NodeId) -> Result<(), EvalError> {
        writer.marks = writer.marks.with(value.marks);
        match value.kind {
            Kind::Str(text) => writer.write_text(text),
            Kind::Bool(truth) => writer.write_text(if truth { "true" } else { "false" }),
            Kind::Int(number) => writer.write_text(&number.to_string()),
            Kind::Big(_) => writer.write_text(&number::written(value)),
            Kind::Unknown(_) => writer.write_unknown(value),
            Kind::Null if self.null_flow => writer.null = true,
            _ => return self.error(format!("A template can hold text and numbers, not {}", article(value)), node),
        }
        Ok(())
    }
}

impl<'a> Writer<'a> {
    pub(super) fn write_text(&mut self, text: &str) {
        self.text.push_str(text);
        if let Some(skeleton) = &mut self.skeleton {
            skeleton.text(text);
        }
    }

    pub(super) fn write_unknown(&mut self, value: &Value<'a>) {
        let Kind::Unknown(unknown) = value.kind else { return };
        self.skeleton().hole(*value);
        self.run_into(unknown);
    }

    /// Something unknown that may be any text, or none.
    fn tear(&mut self, unknown: &'a Unknown<'a>) {
        self.skeleton().tear();
        self.run_into(unknown);
    }

    /// The text with holes; that before the first one is all known.
    fn skeleton(&mut self) -> &mut Skeleton<'a> {
        let text = &self.text;
        self.skeleton.get_or_insert_with(|| {
            let mut skeleton = Skeleton::default();
            skeleton.text(text);
            skeleton
        })
    }

    fn run_into(&mut self, unknown: &'a Unknown<'a>) {
        if self.unknown.is_none() {
            self.before = self.text.len();
            self.text.push_str(unknown.prefix);
            self.known = self.text.len();
            self.unknown = Some(unknown);
        }
        self.last = self.text.len();
        self.text.push_str(unknown.suffix);
        self.deps.extend(unknown.ident);
        self.deps.extend(unknown.deps);
    }

    /// What is known of the text, if not all is.
    pub(super) fn unknown_text(&self, arena: &'a Bump) -> Option<Unknown<'a>> {
        let unknown = self.unknown?;
        Some(Unknown {
            ty: Ty::String,
            deps: arena.alloc_slice_copy(&self.deps),
            not_null: true,
            told: safe_prefix(&self.text[..self.before]),
            prefix: composed(arena, arena.alloc_str(&self.text[..self.known])),
            suffix: arena.alloc_str(&self.text[self.last..]),
            ..Unknown::new(unknown.reason)
        })
    }
}
