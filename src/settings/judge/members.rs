//! Members of kinds: what has the shape of a pod, a container, an ingress rule, whichever type it stands in.

use std::rc::Rc;

use super::names::{Judging, Names};
use super::path::{Found, follow};
use crate::eval::EvalError;
use crate::settings::model::{Kind as KindRule, KindShape};
use crate::settings::path::parse;
use crate::value::{Kind, Unknown, Value};

/// One member of a kind in one instance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'s> {
    /// What the kind's name stands for.
    pub(super) value: Value<'s>,
    /// The object in the configuration that it was made from.
    pub(super) source: Value<'s>,
    /// The members of kinds around it.
    pub(super) names: Names<'s>,
    /// Where its own path begins: the resource or a block.
    pub(super) path: &'s str,
    /// Whether it is there is not known.
    pub(super) open: Option<&'s Unknown<'s>>,
}

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The members of a kind in this instance, made once.
    pub(super) fn members_of(&self, kind: u16) -> Result<Rc<Vec<Member<'s>>>, EvalError> {
        if let Some(known) = self.members.borrow().get(&kind) {
            return Ok(Rc::clone(known));
        }
        let rule = &self.root.rules.kinds[kind as usize];
        let made = Rc::new(match rule.within {
            Some(outer) => self.members_within(rule, outer)?,
            None => self.members_here(rule)?,
        });
        self.members.borrow_mut().insert(kind, Rc::clone(&made));
        Ok(made)
    }

    fn members_within(&self, rule: &'e KindRule, outer: u16) -> Result<Vec<Member<'s>>, EvalError> {
        let name = self.str(rule.name);
        let mut made = Vec::new();
        for around in self.members_of(outer)?.iter() {
            let Some(for_each) = rule.for_each else { continue };
            let items = self.eval(for_each, &around.names, None)?;
            for (key, item) in self.items(&items) {
                let names = Names { each: Some((key, item)), ..around.names.with_member(name, item) };
                made.push(Member {
                    value: item,
                    source: item,
                    names,
                    path: self.path_of(&item),
                    open: item.unknown().or(around.open),
                });
            }
        }
        Ok(made)
    }

    fn members_here(&self, rule: &'e KindRule) -> Result<Vec<Member<'s>>, EvalError> {
        let instance = self.root.estate.instance(self.instance);
        let mut made = Vec::new();
        for shape in &self.root.rules.kind_shapes[rule.shapes.range()] {
            let types = &self.root.rules.types[shape.types.range()];
            let fits = types.iter().any(|ty| {
                let names = [self.str(ty.name), instance.type_name].map(crate::estate::one_name);
                super::kinds_of(ty.kind).contains(&instance.kind) && names[0] == names[1]
            });
            if fits && !(shape.orphan && self.is_referred_to()) {
                self.members_of_shape(rule, shape, &mut made)?;
            }
        }
        Ok(made)
    }

    fn members_of_shape(
        &self,
        rule: &'e KindRule,
        shape: &'e KindShape,
        made: &mut Vec<Member<'s>>,
    ) -> Result<(), EvalError> {
        let whole = self.root.estate.value(self.instance);
        let names = Names::of(self.instance);
        let sources: Vec<(Value<'s>, Value<'s>)> = if let Some(at) = shape.at {
            let at = self.eval(at, &names, None)?;
            let steps = at.as_str().map(parse).and_then(Result::ok).unwrap_or_default();
            let start = Found { value: whole, container: whole.origin, path: String::new() };
            let found = follow(self.root.estate, &start, &steps).into_iter().next();
            found.filter(|found| !found.value.is_null()).map(|found| (Value::NULL, found.value)).into_iter().collect()
        } else if let Some(for_each) = shape.for_each {
            let items = self.eval(for_each, &names, None)?;
            self.items(&items)
        } else {
            vec![(Value::NULL, whole)]
        };
        for (key, source) in sources {
            let each = shape.for_each.map(|_| (key, source));
            let names = Names { each, ..names };
            let mut open = source.unknown();
            if let (Some(filter), None) = (shape.filter, open) {
                match self.eval(filter, &names, None)?.kind {
                    Kind::Bool(true) => {}
                    Kind::Unknown(unknown) => open = Some(unknown),
                    _ => continue,
                }
            }
            let value = match open {
                None => self.fields(shape, &names, source)?,
                Some(_) if source.is_unknown() => source,
                Some(_) => self.fields(shape, &names, source)?,
            };
            let names = names.with_member(self.str(rule.name), value);
            let value = self.more_fields(rule, &names, value)?;
            let names = Names { members: [Some((self.str(rule.name), value)), None, None], ..names };
            made.push(Member { value, source, names, path: self.path_of(&source), open });
        }
        Ok(())
    }

    fn fields(&self, shape: &'e KindShape, names: &Names<'s>, source: Value<'s>) -> Result<Value<'s>, EvalError> {
        let fields = &self.root.rules.named[shape.fields.range()];
        if fields.is_empty() {
            return Ok(source);
        }
        let mut entries: Vec<(&'s str, Value<'s>)> = Vec::with_capacity(fields.len());
        for field in fields {
            entries.push((self.str(field.name), self.eval(field.expr, names, None)?));
        }
        entries.sort_by_key(|(name, _)| *name);
        Ok(Value::of(Kind::Object(self.scratch.alloc_slice_copy(&entries))).at(source.origin))
    }

    /// A member with what its kind makes of its fields.
    fn more_fields(&self, rule: &'e KindRule, names: &Names<'s>, member: Value<'s>) -> Result<Value<'s>, EvalError> {
        let made = &self.root.rules.named[rule.fields.range()];
        let Kind::Object(given) = member.kind else { return Ok(member) };
        if made.is_empty() {
            return Ok(member);
        }
        let mut entries = given.to_vec();
        for field in made {
            entries.push((self.str(field.name), self.eval(field.expr, names, None)?));
        }
        entries.sort_by_key(|(name, _)| *name);
        Ok(Value { kind: Kind::Object(self.scratch.alloc_slice_copy(&entries)), ..member })
    }

    /// Keys and values of what `for_each` gives. An unknown collection is one unknown item.
    pub(super) fn items(&self, collection: &Value<'s>) -> Vec<(Value<'s>, Value<'s>)> {
        match collection.kind {
            Kind::List(items) | Kind::Tuple(items) => {
                items.iter().enumerate().map(|(index, item)| (Value::int(index as i64), *item)).collect()
            }
            Kind::Set(items) => items.iter().map(|item| (*item, *item)).collect(),
            Kind::Map(entries) | Kind::Object(entries) => {
                entries.iter().map(|(key, value)| (Value::str(key), *value)).collect()
            }
            Kind::Block(_) | Kind::Unknown(_) => vec![(Value::int(0), *collection)],
            _ => Vec::new(),
        }
    }

    /// The path of a block within its instance; empty where the value is none.
    pub(super) fn path_of(&self, value: &Value<'s>) -> &'s str {
        match value.kind {
            Kind::Block(block) => block.path,
            _ => "",
        }
    }

    /// Whether any other instance refers to this one.
    fn is_referred_to(&self) -> bool {
        self.root.referred().contains(&self.instance)
    }
}
