//! What is written in one instance, with what a plan knows of it.

use std::cell::Cell;

use bumpalo::Bump;

use super::constants::Step;
use super::instances::Twins;
use crate::plan::moved::Mover;
use crate::schema::{BlockSchema, Nesting, TypeForm};
use crate::value::{BlockObject, Entry, InstanceId, Kind, Marks, Unknown, Value, equal, lookup};

/// Elements of larger sets are not looked for among each other: what is written stays as it is.
const MAX_SEARCH: usize = 64;

/// The two differ where the path is.
#[derive(Debug)]
struct Differs;

/// Joins the values of one instance.
pub(super) struct Merge<'a, 'm, C> {
    arena: &'a Bump,
    twins: &'m Twins,
    /// The number of the instance.
    id: InstanceId,
    /// Whether a value that the plan has otherwise was written so when it was made.
    was_written: C,
    /// How many values are still compared.
    steps: &'m Cell<u32>,
    /// Whether a twin is being looked for: the next one may be it.
    is_search: bool,
    path: Vec<Step<'a>>,
}

impl<'a, 'm, C: Fn(&[Step<'a>], &Value<'a>) -> bool> Merge<'a, 'm, C> {
    pub(super) fn new(arena: &'a Bump, twins: &'m Twins, id: InstanceId, steps: &'m Cell<u32>, was_written: C) -> Self {
        Self { arena, twins, id, was_written, steps, is_search: false, path: Vec::new() }
    }

    /// Whether what the plan has here is what the provider made of it.
    fn is_as_written(&self, own: &Value<'a>) -> bool {
        !self.is_search && (self.was_written)(&self.path, own)
    }

    /// `Err`: the path at which the two differ.
    pub(super) fn instance(
        &mut self,
        own: &BlockObject<'a>,
        planned: &BlockObject<'a>,
    ) -> Result<&'a BlockObject<'a>, String> {
        self.block(own, planned).map_err(|Differs| self.shown())
    }

    fn shown(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Name(name) if path.is_empty() => path.push_str(name),
                Step::Name(name) => path.extend([".", name]),
                Step::Index(index) => crate::estate::write_key(&mut path, crate::estate::Key::Int(*index as i64)),
            }
        }
        path
    }

    fn block(&mut self, own: &BlockObject<'a>, planned: &BlockObject<'a>) -> Result<&'a BlockObject<'a>, Differs> {
        let schema = own.schema.map(BlockSchema::from);
        let mut entries: Vec<Entry<'a>> = Vec::with_capacity(own.attrs.len());
        for (name, value) in own.attrs {
            let attr = schema.and_then(|schema| schema.attr(name));
            let in_set = attr.is_some_and(|attr| {
                attr.nesting() == Some(Nesting::Set) || matches!(attr.ty().form(), TypeForm::Set(_))
            });
            self.path.push(Step::Name(name));
            let merged = match planned.get(name) {
                Some(planned) => self.value(value, planned, in_set)?,
                None => self.absent(value)?,
            };
            self.path.pop();
            entries.push((name, merged));
        }
        for (name, value) in planned.attrs.iter().filter(|(name, _)| own.get(name).is_none()) {
            if value.marks.has(Marks::UNWRITTEN) {
                entries.push((name, self.moved(value)));
            } else if !is_nothing(value) && !value.is_unknown() {
                self.path.push(Step::Name(name));
                return Err(Differs);
            }
        }
        entries.sort_by_key(|(name, _)| *name);
        let attrs = self.arena.alloc_slice_copy(&entries);
        Ok(self.arena.alloc(BlockObject { attrs, instance: self.id, ..*own }))
    }

    /// A value of which the plan has nothing.
    fn absent(&mut self, own: &Value<'a>) -> Result<Value<'a>, Differs> {
        if own.is_unknown() || is_nothing(own) || self.is_as_written(own) { Ok(*own) } else { Err(Differs) }
    }

    fn value(&mut self, own: &Value<'a>, planned: &Value<'a>, in_set: bool) -> Result<Value<'a>, Differs> {
        let Some(left) = self.steps.get().checked_sub(1) else { return Ok(*own) };
        self.steps.set(left);
        let depth = self.path.len();
        let kind = match (own.kind, planned.kind) {
            // Null is as good as not written: the plan has the default.
            (Kind::Null, _) => return Ok(*own),
            (Kind::Unknown(mine), Kind::Unknown(theirs)) => return Ok(self.unknown(own, mine, planned, theirs)),
            (_, Kind::Unknown(_)) => return Ok(*own),
            // Older providers cannot tell the two apart.
            (Kind::Bool(false) | Kind::Int(0) | Kind::Str(""), Kind::Null) => return Ok(*own),
            (Kind::Unknown(_), _) => {
                let known = self.moved(planned);
                let marks = Marks(known.marks.0 & !Marks::UNWRITTEN.0).with(own.marks);
                return Ok(Value { marks, ..known }.at(own.origin));
            }
            (Kind::Block(mine), Kind::Block(theirs)) => self.block(mine, theirs).map(Kind::Block),
            (Kind::List(mine), _) => self.items(mine, planned, in_set).map(Kind::List),
            (Kind::Tuple(mine), _) => self.items(mine, planned, in_set).map(Kind::Tuple),
            (Kind::Set(mine), _) => self.items(mine, planned, true).map(Kind::Set),
            (Kind::Map(mine), _) => self.entries(mine, planned).map(Kind::Map),
            (Kind::Object(mine), _) => self.entries(mine, planned).map(Kind::Object),
            _ if equal(own, planned) == Some(true) => return Ok(*own),
            _ => Err(Differs),
        };
        kind.map(|kind| Value { kind, ..*own }).or_else(|Differs| {
            let deeper = self.path.split_off(depth);
            if self.is_as_written(own) {
                return Ok(*own);
            }
            self.path.extend(deeper);
            Err(Differs)
        })
    }

    fn entries(&mut self, own: &'a [Entry<'a>], planned: &Value<'a>) -> Result<&'a [Entry<'a>], Differs> {
        let theirs = planned.entries().ok_or(Differs)?;
        let mut merged = Vec::with_capacity(own.len());
        for (name, value) in own {
            self.path.push(Step::Name(name));
            merged.push((
                *name,
                match lookup(theirs, name) {
                    Some(planned) => self.value(value, planned, false)?,
                    None => self.absent(value)?,
                },
            ));
            self.path.pop();
        }
        let added = theirs.iter().find(|(name, value)| !is_nothing(value) && lookup(own, name).is_none());
        if let Some((name, _)) = added {
            self.path.push(Step::Name(name));
            return Err(Differs);
        }
        Ok(self.arena.alloc_slice_copy(&merged))
    }

    fn items(&mut self, own: &'a [Value<'a>], planned: &Value<'a>, in_set: bool) -> Result<&'a [Value<'a>], Differs> {
        let theirs = if planned.is_null() { Some(&[][..]) } else { planned.elements() };
        let theirs = theirs.filter(|theirs| theirs.len() == own.len()).ok_or(Differs)?;
        if in_set && own.len() > MAX_SEARCH {
            return Ok(own);
        }
        let mut merged = Vec::with_capacity(own.len());
        let mut left: Vec<&Value<'a>> = if in_set { theirs.iter().collect() } else { Vec::new() };
        for (index, value) in own.iter().enumerate() {
            self.path.push(Step::Index(index));
            merged.push(if in_set { self.twin(value, &mut left) } else { self.value(value, &theirs[index], false) }?);
            self.path.pop();
        }
        Ok(self.arena.alloc_slice_copy(&merged))
    }

    /// An element of a set, joined with the first of those that are left that it may be.
    fn twin(&mut self, own: &Value<'a>, left: &mut Vec<&Value<'a>>) -> Result<Value<'a>, Differs> {
        let (depth, was_search) = (self.path.len(), self.is_search);
        self.is_search |= left.len() > 1;
        let mut found = Err(Differs);
        for at in 0..left.len() {
            self.path.truncate(depth);
            found = self.value(own, left[at], false);
            if found.is_ok() {
                left.remove(at);
                break;
            }
        }
        self.is_search = was_search;
        found
    }

    /// The configuration knows exactly what an unknown comes from; but one that stands for others leads nowhere any more.
    fn unknown(&self, own: &Value<'a>, mine: &Unknown<'a>, planned: &Value<'a>, theirs: &Unknown<'a>) -> Value<'a> {
        let all =
            |unknown: &Unknown<'a>| unknown.ident.into_iter().chain(unknown.deps.iter().copied()).collect::<Vec<_>>();
        let leads_nowhere = all(mine).iter().any(|ident| self.twins.is_replaced(ident.instance));
        if !leads_nowhere || all(theirs).is_empty() {
            return *own;
        }
        Value { marks: own.marks, ..self.moved(planned) }.at(own.origin)
    }

    /// A value of the plan, in which instances have the numbers that they have here.
    fn moved(&self, value: &Value<'a>) -> Value<'a> {
        let number = |id| self.twins.number(id);
        Mover { arena: self.arena, id: self.id, number, has_places: false }.value(value)
    }
}

/// A plan has `null`, or a list without elements, where nothing is written.
fn is_nothing(value: &Value<'_>) -> bool {
    value.is_null() || value.elements().is_some_and(<[_]>::is_empty)
}
