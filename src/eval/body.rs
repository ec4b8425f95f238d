//! Bodies of instances: arguments, nested blocks, `dynamic` blocks, brought into normal form.

use std::collections::HashMap;

use bumpalo::collections::Vec as ArenaVec;
use indexmap::IndexMap;

use super::evaluator::{Evaluator, InstanceState, Memo};
use super::interp::{Env, EvalError, Interp, article, sort_entries};
use super::json_body::JsonPlace;
use super::repetition::Repetition;
use super::scope::ModuleScope;
use crate::config::{BlockRef, ExprRef, MergedBody};
use crate::estate::InstanceId;
use crate::source::FileId;
use crate::syntax::{BlockId, BodyId, Item, Node, NodeId};
use crate::value::{BlockObject, Entry, Kind, Marks, Origin, ReasonKind, Value};

/// Nested blocks deeper than this are not followed.
pub(super) const MAX_DEPTH: usize = 64;

/// Blocks by name, in written order.
pub(super) type Blocks<'a> = IndexMap<&'a str, Vec<Value<'a>>>;

/// For so many names the entries of a body are looked through one by one.
const FEW: usize = 16;

/// Where the entries of a body stand that blocks may have the names of.
pub(super) struct Places<'a>(Option<HashMap<&'a str, usize>>);

impl<'a> Places<'a> {
    pub(super) fn of(entries: &[Entry<'a>], names: usize) -> Self {
        let by_name = || entries.iter().enumerate().rev().map(|(at, (name, _))| (*name, at)).collect();
        Self((names > FEW).then(by_name))
    }

    pub(super) fn find(&self, entries: &[Entry<'a>], name: &str) -> Option<usize> {
        match &self.0 {
            Some(places) => places.get(name).copied(),
            None => entries.iter().position(|(known, _)| *known == name),
        }
    }
}

impl<'a> Evaluator<'a> {
    /// The body of an instance in normal form, evaluated at the first question.
    pub(super) fn body(&self, id: InstanceId) -> &'a BlockObject<'a> {
        let instance = self.instance(id);
        let known = *instance.body.borrow();
        match known {
            Some(Memo::Done(body)) => return body,
            Some(Memo::Busy) => {
                return self.arena.alloc(BlockObject { attrs: &[], schema: None, instance: id, path: "" });
            }
            None => {}
        }
        *instance.body.borrow_mut() = Some(Memo::Busy);
        let body = match &instance.resource {
            Some(resource) => {
                let entries = self.resource_entries(id, &instance, &resource.resource.body);
                crate::schema::normalize(self.arena, id, resource.schema, entries)
            }
            None => self.arena.alloc(BlockObject { attrs: &[], schema: None, instance: id, path: "" }),
        };
        *instance.body.borrow_mut() = Some(Memo::Done(body));
        body
    }

    pub(super) fn scope<'s>(&'s self, id: InstanceId, instance: &'s InstanceState<'a>) -> ModuleScope<'s, 'a> {
        ModuleScope { evaluator: self, module: &instance.module, repetition: instance.repetition, this: Some(id) }
    }

    /// Arguments and blocks. What does not depend on the instance is evaluated once for all.
    fn resource_entries(&self, id: InstanceId, instance: &InstanceState<'a>, body: &'a MergedBody) -> &'a [Entry<'a>] {
        let scope = self.scope(id, instance);
        let shared = instance.resource.as_ref().map(|resource| &resource.shared);
        let schema = instance.resource.as_ref().and_then(|resource| resource.schema);
        let repeats = instance.repetition.each.is_some() || instance.repetition.count.is_some();
        let mut entries = ArenaVec::with_capacity_in(body.attributes.len() + body.blocks.len(), self.arena);
        for (position, (file, attribute)) in body.attributes.iter().enumerate() {
            let tree = self.program.tree(*file);
            let name = tree.text(attribute.name);
            // A property named `//` is a comment of the JSON syntax.
            if tree.json && name == "//" {
                continue;
            }
            let place = JsonPlace { scope: &scope, file: *file, schema, env: None, depth: 0 };
            let known = shared.and_then(|shared| shared.borrow().get(&position).copied());
            let value = known.unwrap_or_else(|| {
                let value = match tree.json {
                    true => self.json_argument(place, name, attribute.expr),
                    false => self.argument(&scope, *file, attribute.expr),
                };
                if let Some(shared) = shared
                    && repeats
                    && !tree.mentions_instance(attribute.expr)
                {
                    shared.borrow_mut().insert(position, value);
                }
                value
            });
            entries.push((name, value));
        }
        self.add_json_blocks(&scope, schema, body, &mut entries);
        let mut blocks = Blocks::new();
        for (index, block) in body.blocks.iter().enumerate() {
            let tree = self.program.tree(block.file);
            let position = body.attributes.len() + index;
            let known = shared.and_then(|shared| shared.borrow().get(&position).copied());
            let mut found = Blocks::new();
            if let Some(Value { kind: Kind::Object(names), .. }) = known {
                for (name, value) in names {
                    found.insert(name, value.elements().unwrap_or_default().to_vec());
                }
            } else {
                self.block(&scope, block.file, block.block, None, &mut found, 0);
                if let Some(shared) = shared
                    && repeats
                    && !tree.block_mentions_instance(block.block)
                {
                    shared.borrow_mut().insert(position, self.blocks_as_object(&found));
                }
            }
            for (name, mut values) in found {
                blocks.entry(name).or_default().append(&mut values);
            }
        }
        self.add_blocks(blocks, &mut entries);
        sort_entries(entries)
    }

    fn blocks_as_object(&self, blocks: &Blocks<'a>) -> Value<'a> {
        let entries =
            blocks.iter().map(|(name, values)| (*name, Value::of(Kind::Tuple(self.arena.alloc_slice_copy(values)))));
        Value::of(Kind::Object(ArenaVec::from_iter_in(entries, self.arena).into_bump_slice()))
    }

    pub(super) fn add_blocks(&self, blocks: Blocks<'a>, entries: &mut ArenaVec<'a, Entry<'a>>) {
        let places = Places::of(entries, blocks.len());
        for (name, values) in blocks {
            // A block type of which one `dynamic` is not known is not known as a whole.
            let unknown = values.iter().find(|value| value.is_unknown()).copied();
            let value = match unknown {
                Some(unknown) => unknown,
                None => {
                    let origin = values.first().map_or(Origin::NONE, |value| value.origin);
                    Value::of(Kind::Tuple(self.arena.alloc_slice_copy(&values))).at(origin)
                }
            };
            // A provider takes one form or the other; written as both, the blocks count.
            match places.find(entries, name) {
                Some(place) => entries[place].1 = value,
                None => entries.push((name, value)),
            }
        }
    }

    /// An argument: its value, in which every part also knows that it is used here.
    fn argument(&self, scope: &ModuleScope<'_, 'a>, file: FileId, expr: NodeId) -> Value<'a> {
        let tree = self.program.tree(file);
        let whole = ExprRef { file, node: expr };
        // Nested blocks of the JSON syntax can hold `dynamic`, whose names mean something only there.
        let value = if tree.json && tree.source[tree.span(expr).range()].contains("\"dynamic\"") {
            self.eval_quietly(scope, whole)
        } else {
            self.eval(scope, whole)
        };
        self.used_here(value, file, expr)
    }

    fn used_here(&self, value: Value<'a>, file: FileId, expr: NodeId) -> Value<'a> {
        let last = self.program.number(file, expr);
        let first = self.program.number(file, self.program.tree(file).first_node(expr));
        self.restamp(&value, first..=last, Origin(last), 0).unwrap_or(value)
    }

    /// Gives parts that were born elsewhere the place where they are used. `None`: nothing to change.
    fn restamp(
        &self,
        value: &Value<'a>,
        here: std::ops::RangeInclusive<u32>,
        at: Origin,
        depth: usize,
    ) -> Option<Value<'a>> {
        if depth > MAX_DEPTH {
            return None;
        }
        let moved = !here.contains(&self.origins.used(value.origin).0);
        let origin = if moved { self.origins.used_at(at, value.origin) } else { value.origin };
        let kind = match value.kind {
            Kind::List(items) => self.restamp_all(items, &here, at, depth).map(Kind::List),
            Kind::Tuple(items) => self.restamp_all(items, &here, at, depth).map(Kind::Tuple),
            Kind::Set(items) => self.restamp_all(items, &here, at, depth).map(Kind::Set),
            Kind::Map(entries) => self.restamp_entries(entries, &here, at, depth).map(Kind::Map),
            Kind::Object(entries) => self.restamp_entries(entries, &here, at, depth).map(Kind::Object),
            _ => None,
        };
        (moved || kind.is_some()).then(|| Value { kind: kind.unwrap_or(value.kind), origin, ..*value })
    }

    fn restamp_all(
        &self,
        items: &'a [Value<'a>],
        here: &std::ops::RangeInclusive<u32>,
        at: Origin,
        depth: usize,
    ) -> Option<&'a [Value<'a>]> {
        let mut changed = items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| Some((index, self.restamp(item, here.clone(), at, depth + 1)?)));
        let first = changed.next()?;
        let all = self.arena.alloc_slice_copy(items);
        std::iter::once(first).chain(changed).for_each(|(index, item)| all[index] = item);
        Some(all)
    }

    fn restamp_entries(
        &self,
        entries: &'a [Entry<'a>],
        here: &std::ops::RangeInclusive<u32>,
        at: Origin,
        depth: usize,
    ) -> Option<&'a [Entry<'a>]> {
        let mut changed = entries
            .iter()
            .enumerate()
            .filter_map(|(index, (_, value))| Some((index, self.restamp(value, here.clone(), at, depth + 1)?)));
        let first = changed.next()?;
        let all = self.arena.alloc_slice_copy(entries);
        std::iter::once(first).chain(changed).for_each(|(index, value)| all[index].1 = value);
        Some(all)
    }

    /// One nested block, or what a `dynamic` block makes, added to `blocks` by name.
    fn block(
        &self,
        scope: &ModuleScope<'_, 'a>,
        file: FileId,
        block: BlockId,
        env: Option<&Env<'_, 'a>>,
        blocks: &mut Blocks<'a>,
        depth: usize,
    ) {
        let tree = self.program.tree(file);
        let kind = tree.kind(block);
        if depth > MAX_DEPTH {
            return;
        }
        if kind == "dynamic" {
            self.dynamic(scope, file, block, env, blocks, depth);
            return;
        }
        let header = self.header(BlockRef { file, block });
        let entries = self.body_entries(scope, file, tree.block(block).body, env, depth + 1);
        blocks.entry(kind).or_default().push(Value::of(Kind::Object(entries)).at(header));
    }

    fn body_entries(
        &self,
        scope: &ModuleScope<'_, 'a>,
        file: FileId,
        body: BodyId,
        env: Option<&Env<'_, 'a>>,
        depth: usize,
    ) -> &'a [Entry<'a>] {
        let tree = self.program.tree(file);
        let mut entries = ArenaVec::new_in(self.arena);
        let mut blocks = Blocks::new();
        for item in tree.items(body) {
            match item {
                Item::Attribute(attribute) => {
                    let value = self.nested_argument(scope, file, attribute.expr, env);
                    entries.push((tree.text(attribute.name), value));
                }
                Item::Block(block) => self.block(scope, file, *block, env, &mut blocks, depth),
            }
        }
        self.add_blocks(blocks, &mut entries);
        sort_entries(entries)
    }

    pub(super) fn nested_argument(
        &self,
        scope: &ModuleScope<'_, 'a>,
        file: FileId,
        expr: NodeId,
        env: Option<&Env<'_, 'a>>,
    ) -> Value<'a> {
        let value = self.eval_in(scope, ExprRef { file, node: expr }, env);
        self.used_here(value, file, expr)
    }

    /// `dynamic "ingress" { for_each = …, iterator = …, content { … } }`
    fn dynamic(
        &self,
        scope: &ModuleScope<'_, 'a>,
        file: FileId,
        block: BlockId,
        env: Option<&Env<'_, 'a>>,
        blocks: &mut Blocks<'a>,
        depth: usize,
    ) {
        let tree = self.program.tree(file);
        let Some(name) = tree.label(block, 0) else { return };
        let body = tree.block(block).body;
        let header = self.header(BlockRef { file, block });
        let (Some(for_each), Some(content)) =
            (tree.attribute(body, "for_each"), tree.blocks_in(body).find(|inner| tree.kind(*inner) == "content"))
        else {
            let error = EvalError::new("A dynamic block needs for_each and a content block", header);
            let unknown = self.failed(error, header, Marks::NONE);
            blocks.entry(name).or_default().push(unknown);
            return;
        };
        let iterator = tree.attribute(body, "iterator").and_then(|attribute| match tree.node(attribute.expr) {
            Node::Variable(text) | Node::Str(text) => Some(tree.text(text)),
            _ => None,
        });
        let iterator = iterator.unwrap_or(name);
        let collection = self.nested_argument(scope, file, for_each.expr, env);
        let interp = self.interp(file, scope);
        let doubts = collection.marks.among(Marks::DOUBTS);
        let rounds = self.rounds(&collection);
        let Some(rounds) = rounds else {
            let why = self.no_rounds(collection, ExprRef { file, node: for_each.expr });
            blocks.entry(name).or_default().push(why.at(header));
            return;
        };
        let place = self.header(BlockRef { file, block: content });
        blocks.entry(name).or_default();
        for (key, value) in rounds {
            let each = self.iteration(&interp, key, value).marked(doubts);
            let env = Env { name: iterator, value: each, outer: env };
            let entries = self.body_entries(scope, file, tree.block(content).body, Some(&env), depth + 1);
            let made = Value::of(Kind::Object(entries)).at(place);
            blocks.entry(name).or_default().push(made);
        }
    }

    /// What a `dynamic` block makes whose collection is none, or not known.
    pub(super) fn no_rounds(&self, collection: Value<'a>, for_each: ExprRef) -> Value<'a> {
        if collection.is_unknown() {
            return self.open_keys(collection);
        }
        let at = self.at(for_each);
        if matches!(collection.kind, Kind::Instance(_) | Kind::Block(_)) {
            return self.unknown(ReasonKind::Computed, "a dynamic block", at);
        }
        let message = format!("for_each of a dynamic block must be a collection, not {}", article(&collection));
        self.failed(EvalError::new(message, at), at, collection.marks)
    }

    /// `{ key = …, value = … }`
    pub(super) fn iteration(&self, interp: &Interp<'a, '_>, key: Value<'a>, value: Value<'a>) -> Value<'a> {
        Value::of(Kind::Object(interp.arena.alloc_slice_copy(&[("key", key), ("value", value)]))).at(value.origin)
    }

    /// The keys and values that a `dynamic` block goes through; `None` if they are not known.
    pub(super) fn rounds(&self, collection: &Value<'a>) -> Option<Vec<(Value<'a>, Value<'a>)>> {
        Some(match collection.kind {
            Kind::List(items) | Kind::Tuple(items) => {
                items.iter().enumerate().map(|(index, item)| (Value::int(index as i64), *item)).collect()
            }
            Kind::Set(items) => items.iter().map(|item| (*item, *item)).collect(),
            Kind::Map(entries) | Kind::Object(entries) => {
                entries.iter().map(|(key, value)| (Value::str(key).at(value.origin), *value)).collect()
            }
            _ => return None,
        })
    }

    /// Whether an instance's body writes something under that name.
    pub(super) fn mentions(&self, instance: &InstanceState<'a>, name: &str) -> bool {
        let Some(resource) = &instance.resource else { return false };
        let body = &resource.resource.body;
        body.attributes.iter().chain(&body.dynamic).any(|(file, attribute)| {
            let tree = self.program.tree(*file);
            tree.text(attribute.name) == name
        }) || body.blocks.iter().any(|block| {
            let tree = self.program.tree(block.file);
            let kind = tree.kind(block.block);
            kind == name || (kind == "dynamic" && tree.label(block.block, 0) == Some(name))
        })
    }

    /// One argument of an instance whose body is being evaluated right now.
    pub(super) fn single_attribute(
        &self,
        id: InstanceId,
        instance: &InstanceState<'a>,
        name: &str,
        at: Origin,
    ) -> Result<Option<Value<'a>>, EvalError> {
        let Some(resource) = &instance.resource else { return Ok(None) };
        let scope = self.scope(id, instance);
        let found = resource
            .resource
            .body
            .attributes
            .iter()
            .find(|(file, attribute)| self.program.tree(*file).text(attribute.name) == name);
        if let Some((file, attribute)) = found {
            let what = format!("{}.{name}", resource.resource.reference());
            let is_this = |(id, asked): &(_, String)| *id == instance.module.id && *asked == what;
            if self.asking.borrow().iter().any(is_this) {
                return Err(self.circle(&instance.module, &what, at));
            }
            self.asking.borrow_mut().push((instance.module.id, what));
            let value = self.interp(*file, &scope).eval(attribute.expr).map(Some);
            self.asking.borrow_mut().pop();
            return value;
        }
        if self.mentions(instance, name) {
            return Err(self.circle(&instance.module, &format!("{}.{name}", resource.resource.reference()), at));
        }
        Ok(None)
    }

    /// The body of a block that is no resource (a provider), evaluated in its module.
    pub(super) fn plain_entries(&self, scope: &ModuleScope<'_, 'a>, body: &'a MergedBody) -> &'a [Entry<'a>] {
        let mut entries = ArenaVec::with_capacity_in(body.attributes.len(), self.arena);
        for (file, attribute) in &body.attributes {
            let name = self.program.tree(*file).text(attribute.name);
            entries.push((name, self.argument(scope, *file, attribute.expr)));
        }
        self.add_json_blocks(scope, None, body, &mut entries);
        let mut blocks = Blocks::new();
        for block in &body.blocks {
            self.block(scope, block.file, block.block, None, &mut blocks, 0);
        }
        self.add_blocks(blocks, &mut entries);
        sort_entries(entries)
    }

    /// The scope of something that does not repeat.
    pub(super) fn plain_scope<'s>(
        &'s self,
        module: &'s std::rc::Rc<super::evaluator::ModuleState<'a>>,
    ) -> ModuleScope<'s, 'a> {
        ModuleScope { evaluator: self, module, repetition: Repetition::default(), this: None }
    }
}
