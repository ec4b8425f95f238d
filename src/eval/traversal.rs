//! Traversals (`a.b[0].c`), splats and `for`: everything that takes a collection apart.

use bumpalo::collections::Vec as ArenaVec;
use smallvec::SmallVec;

use super::interp::{Env, EvalError, Evaluated, Interp, Step, article, sort_entries};
use super::operators::Truth;
use crate::syntax::{For, Node, NodeId};
use crate::value::number::Num;
use crate::value::{Ident, Kind, Marks, Ty, Unknown, Value, lookup};

/// Whether a value of that type, known or not, can have no such attribute. (Lists of Terraform 0.11 have numbers.)
fn has_no_attribute(ty: &Ty<'_>, name: &str) -> bool {
    match ty {
        Ty::Bool | Ty::Number | Ty::String => true,
        Ty::List(_) | Ty::Set(_) | Ty::Tuple(_) => name.parse::<usize>().is_err(),
        Ty::Any | Ty::Map(_) | Ty::Object(_) => false,
    }
}

/// What is done with each element of a `for`: the names bound, and the unknown that leaves open whether the element is
/// there.
pub(super) type Round<'r, 'a> = dyn FnMut(Option<&Env<'_, 'a>>, Option<&'a Unknown<'a>>) -> Result<(), EvalError> + 'r;

/// Traversals with more steps than this are refused.
const MAX_STEPS: usize = 256;

impl<'a> Interp<'a, '_> {
    pub(super) fn traversal(&self, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let mut path: SmallVec<[NodeId; 6]> = SmallVec::new();
        let mut root = node;
        while let Node::Attr(source, _) | Node::Index(source, _) = self.tree.node(root) {
            path.push(root);
            root = source;
            if path.len() > MAX_STEPS {
                let message = "This reference has more steps than onus follows";
                return Err(EvalError::limit(message, self.origin(node)));
            }
        }
        path.reverse();
        let mut steps: SmallVec<[Step<'a>; 6]> = SmallVec::new();
        for step in &path {
            steps.push(match self.tree.node(*step) {
                Node::Attr(_, name) => Step::Attr(self.tree.text(name)),
                Node::Index(_, key) => Step::Index(self.eval_in(key, env)?),
                _ => return self.error("This is no step of a reference", *step),
            });
        }
        let (mut value, taken) = match self.tree.node(root) {
            Node::Variable(name) => {
                let name = self.tree.text(name);
                match env.and_then(|env| find(env, name)) {
                    Some(value) => (value, 0),
                    None => self.scope.resolve(name, &steps, self.origin(node)).map_err(|error| {
                        let by_workspace =
                            |step: &Step<'_>| matches!(step, Step::Index(key) if key.marks.has(Marks::WORKSPACE));
                        EvalError { workspace: error.workspace || steps.iter().any(by_workspace), ..error }
                    })?,
                }
            }
            _ => (self.eval_in(root, env)?, 0),
        };
        for (step, at) in steps[taken..].iter().zip(&path[taken..]) {
            value = self.step(value, step, *at)?;
        }
        if !value.origin.is_some() {
            value.origin = self.origin(node);
        }
        Ok(value)
    }

    /// One step into a value.
    pub fn step(&self, value: Value<'a>, step: &Step<'a>, node: NodeId) -> Evaluated<'a> {
        match step {
            Step::Attr(name) => self.attr(value, name, node),
            Step::Index(key) => self
                .index(value, key, node)
                .map_err(|error| EvalError { workspace: error.workspace || key.marks.has(Marks::WORKSPACE), ..error }),
        }
    }

    fn attr(&self, value: Value<'a>, name: &'a str, node: NodeId) -> Evaluated<'a> {
        let found = match value.kind {
            Kind::Object(entries) | Kind::Map(entries) => lookup(entries, name).copied(),
            Kind::Block(block) => match block.get(name) {
                Some(found) => Some(*found),
                None => return self.unwritten(block, name, value, node),
            },
            Kind::Instance(id) => return Ok(self.scope.attribute(id, name, self.origin(node))?.marked(value.marks)),
            Kind::Unknown(unknown) if !self.null_flow && has_no_attribute(&unknown.ty, name) => {
                return self.error(format!("A {} has no attribute \"{name}\"", unknown.ty), node);
            }
            Kind::Unknown(unknown) => return Ok(self.part_of(unknown, name, &value, node)),
            Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
                if let Ok(index) = name.parse::<usize>() {
                    items.get(index).copied()
                } else if self.null_flow {
                    // A block that may stand once needs no index.
                    match items {
                        [] => None,
                        [only] => return self.attr(*only, name, node),
                        _ => return self.error(format!("`{name}` is asked of a list of {}", items.len()), node),
                    }
                } else {
                    return self.error(format!("A list has no attribute \"{name}\""), node);
                }
            }
            _ => None,
        };
        match found {
            Some(found) => Ok(found.marked(value.marks)),
            None if self.null_flow => Ok(Value::NULL.at(value.origin)),
            None if value.is_null() => self.error(format!("null has no attribute \"{name}\""), node),
            None => self.error(format!("{} has no attribute \"{name}\"", capital(&article(&value))), node),
        }
    }

    /// An attribute that a block does not write.
    fn unwritten(
        &self,
        block: &'a crate::value::BlockObject<'a>,
        name: &'a str,
        value: Value<'a>,
        node: NodeId,
    ) -> Evaluated<'a> {
        if self.null_flow {
            return Ok(Value::NULL.at(value.origin));
        }
        let schema = block.schema.map(crate::schema::BlockSchema::from);
        Ok(match schema.map(|schema| schema.attr(name)) {
            Some(Some(attr)) if !attr.computed() => {
                if attr.is_block() { Value::of(Kind::List(&[])) } else { Value::NULL }.at(value.origin)
            }
            // Computed, of a newer provider, or of a type nobody knows: only the provider can say.
            _ => {
                let path =
                    if block.path.is_empty() { name } else { self.arena.alloc_str(&format!("{}.{name}", block.path)) };
                let ident = Ident { instance: block.instance, path };
                self.computed(ident, node)?
            }
        })
    }

    /// What the provider computes, as a symbol.
    fn computed(&self, ident: Ident<'a>, node: NodeId) -> Evaluated<'a> {
        let whole = self.scope.attribute(ident.instance, "id", self.origin(node))?;
        Ok(match whole.kind {
            Kind::Unknown(unknown) => {
                let unknown = Unknown { ident: Some(ident), ty: Ty::Any, ..*unknown };
                Value::of(Kind::Unknown(self.arena.alloc(unknown))).at(self.origin(node))
            }
            _ => {
                let reason = crate::value::Reason {
                    kind: crate::value::ReasonKind::Computed,
                    name: ident.path,
                    at: self.origin(node),
                };
                let unknown = Unknown { ident: Some(ident), ..Unknown::new(reason) };
                Value::of(Kind::Unknown(self.arena.alloc(unknown))).at(self.origin(node))
            }
        })
    }

    /// A part of an unknown: the same reason; its identity is the path in the whole.
    fn part_of(&self, unknown: &'a Unknown<'a>, step: &str, value: &Value<'a>, node: NodeId) -> Value<'a> {
        let ident = unknown.ident.map(|whole| {
            let path = match (whole.path.is_empty(), step.starts_with('[')) {
                (true, _) => step.to_owned(),
                (false, true) => format!("{}{step}", whole.path),
                (false, false) => format!("{}.{step}", whole.path),
            };
            Ident { instance: whole.instance, path: self.arena.alloc_str(&path) }
        });
        let ty = match unknown.ty {
            Ty::Object(fields) => fields.iter().find(|field| field.name == step).map_or(Ty::Any, |field| field.ty),
            Ty::List(element) | Ty::Set(element) | Ty::Map(element) => *element,
            _ => Ty::Any,
        };
        let part = Unknown { ty, ident, deps: unknown.deps, ..Unknown::new(unknown.reason) };
        Value { marks: value.marks, ..Value::of(Kind::Unknown(self.arena.alloc(part))).at(self.origin(node)) }
    }

    fn index(&self, value: Value<'a>, key: &Value<'a>, node: NodeId) -> Evaluated<'a> {
        if let Kind::Unknown(unknown) = value.kind {
            if (unknown.ty.is_primitive() || matches!(unknown.ty, Ty::Set(_))) && !self.null_flow {
                return self.error(format!("The elements of a {} have no index", unknown.ty), node);
            }
            let step = match key.kind {
                Kind::Int(index) => format!("[{index}]"),
                Kind::Str(text) => format!("[\"{text}\"]"),
                _ => "[?]".to_owned(),
            };
            return Ok(self.part_of(unknown, &step, &value, node));
        }
        let has_elements =
            value.elements().is_some() || value.entries().is_some() || matches!(value.kind, Kind::Instance(_));
        let is_set = matches!(value.kind, Kind::Set(_));
        if let Kind::Unknown(unknown) = key.kind
            && (self.null_flow || (has_elements && !is_set))
        {
            return Ok(self.follows(unknown, Ty::Any, self.origin(node)).marked(value.marks));
        }
        match value.kind {
            Kind::Set(_) if !self.null_flow => self.error("The elements of a set have no index", node),
            Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
                let index = Num::of(key).or_else(|| key.as_str().and_then(Num::parse)).and_then(|key| key.to_i64());
                if self.null_flow
                    && let Some(open) = self.open_index(items, index, node)
                {
                    return Ok(open.marked(value.marks).marked(key.marks.among(Marks::SENSITIVE)));
                }
                let found = index.and_then(|index| usize::try_from(index).ok()).and_then(|index| items.get(index));
                match found {
                    Some(found) => Ok(found.marked(value.marks).marked(key.marks.among(Marks::SENSITIVE))),
                    None if self.null_flow => Ok(Value::NULL.at(value.origin)),
                    None => match index {
                        Some(index) => {
                            self.error(format!("There is no element {index} in a list of {}", items.len()), node)
                        }
                        None => self.error("The index of a list must be a whole number", node),
                    },
                }
            }
            Kind::Instance(_) | Kind::Block(_)
                if !self.null_flow && matches!(key.kind, Kind::Int(_) | Kind::Big(_)) =>
            {
                self.error("A block has attributes, which have names and no numbers", node)
            }
            Kind::Map(_) | Kind::Object(_) | Kind::Block(_) | Kind::Instance(_) => match self.key_text(key) {
                Some(key) => self.attr(value, key, node),
                None if self.null_flow => Ok(Value::NULL.at(value.origin)),
                None => self.error("The key of a map must be a string", node),
            },
            _ if self.null_flow => Ok(Value::NULL.at(value.origin)),
            _ => self.error(format!("{} has no elements", capital(&article(&value))), node),
        }
    }

    pub(super) fn splat(&self, source: NodeId, each: NodeId, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let value = self.eval_in(source, env)?;
        let single = [value];
        let items: &[Value<'a>] = match value.kind {
            Kind::Null => &[],
            // What is no list and never null is a list of itself.
            Kind::Unknown(unknown)
                if unknown.not_null && matches!(unknown.ty, Ty::Bool | Ty::Number | Ty::String | Ty::Object(_)) =>
            {
                &single
            }
            Kind::Unknown(unknown) => {
                return Ok(self.follows(unknown, Ty::Any, self.origin(node)).marked(value.marks));
            }
            _ => value.elements().unwrap_or(&single),
        };
        let mut results = ArenaVec::with_capacity_in(items.len(), self.arena);
        for item in items {
            let env = Env { name: "", value: self.as_there(*item), outer: env };
            let result = self.eval_in(each, Some(&env))?;
            results.push(match item.kind {
                Kind::Unknown(unknown) if unknown.perhaps => self.may_be_there(&result, unknown, unknown.most),
                _ => result,
            });
        }
        Ok(Value::of(Kind::Tuple(results.into_bump_slice())).at(self.origin(node)).marked(value.marks))
    }

    /// The type of a `for` that is not known: to Terraform there is none, an element more would change it.
    fn open_for(&self, each: &For) -> Ty<'static> {
        match (self.null_flow, each.key.is_some()) {
            (false, _) => Ty::Any,
            (true, true) => Ty::Map(&Ty::Any),
            (true, false) => Ty::List(&Ty::Any),
        }
    }

    pub(super) fn for_expr(&self, each: &'a For, node: NodeId, env: Option<&Env<'_, 'a>>) -> Evaluated<'a> {
        let collection = self.eval_in(each.collection, env)?;
        let at = self.origin(node);
        if let Kind::Unknown(unknown) = collection.kind {
            if matches!(unknown.ty, Ty::Bool | Ty::Number | Ty::String) && !self.null_flow {
                return self.error(format!("A {} cannot be iterated over", unknown.ty), each.collection);
            }
            return Ok(self.follows(unknown, self.open_for(each), at).marked(collection.marks));
        }
        let Some(key_node) = each.key else { return self.for_list(each, &collection, node, env) };
        let mut entries = ArenaVec::new_in(self.arena);
        let mut undecided = None;
        let mut keys = rustc_hash::FxHashSet::default();
        let mut key_marks = Marks::NONE;
        let marks = self.for_each_element(each, &collection, env, &mut |env, open| {
            undecided = undecided.or(open);
            let (key, value) = match (self.eval_in(key_node.get(), env), self.eval_in(each.value, env), open) {
                // Terraform leaves out what may not be there.
                (Err(error), _, Some(_)) | (_, Err(error), Some(_)) if !error.limit => return Ok(()),
                // Of what has no key yet it does not look at the value.
                (Ok(key), Err(error), None) if !error.limit && !self.null_flow && key.is_unknown() => {
                    undecided = undecided.or_else(|| key.unknown());
                    return Ok(());
                }
                (key, value, _) => (key?, value?),
            };
            undecided = undecided.or_else(|| key.unknown());
            key_marks = key_marks.with(key.marks.among(Marks::SENSITIVE));
            match self.key_text(&key) {
                // An element that may not be there makes no second one.
                Some(_) if open.is_some() && !self.null_flow => {}
                Some(key) if !each.group && !self.null_flow && keys.contains(key) => {
                    let message = "Two elements of this `for` have the same key";
                    let help = "write `...` behind the value to collect the values of each key in a list";
                    return Err(EvalError::new(message, self.origin(key_node.get())).help(Some(help.to_owned())));
                }
                Some(key) => {
                    keys.insert(key);
                    entries.push((key, value));
                }
                None if key.is_unknown() || self.null_flow => {}
                None => {
                    return self.error(format!("A key must be a string, not {}", article(&key)), key_node.get());
                }
            }
            Ok(())
        })?;
        if let Some(unknown) = undecided {
            return Ok(self.follows(unknown, self.open_for(each), at).marked(marks).marked(key_marks));
        }
        let entries = if each.group { self.group(entries) } else { entries };
        let object = Value::of(Kind::Object(sort_entries(entries))).at(at);
        Ok(object.marked(collection.marks).marked(marks).marked(key_marks))
    }

    fn for_list(
        &self,
        each: &'a For,
        collection: &Value<'a>,
        node: NodeId,
        env: Option<&Env<'_, 'a>>,
    ) -> Evaluated<'a> {
        let mut values = ArenaVec::new_in(self.arena);
        let mut undecided = None;
        // Lists in resources have no elements that are null.
        let is_item = matches!(self.tree.node(each.value), Node::Variable(name) if self.tree.text(name) == self.tree.text(each.value_name));
        let marks = self.for_each_element(each, collection, env, &mut |env, open| {
            let value = match (self.eval_in(each.value, env), open) {
                (Err(error), Some(unknown)) if !error.limit => self.follows(unknown, Ty::Any, self.origin(each.value)),
                (value, _) => value?,
            };
            match open {
                None => values.push(value),
                // Rules look at all elements: at those, too, that may not be there.
                Some(unknown) => {
                    undecided = undecided.or(Some(unknown));
                    let most = if unknown.perhaps { unknown.most } else { 1 };
                    let value = self.may_be_there(&value, unknown, most);
                    values.push(if is_item { self.not_null(value) } else { value });
                }
            }
            Ok(())
        })?;
        let at = self.origin(node);
        if let Some(unknown) = undecided.filter(|_| !self.null_flow) {
            return Ok(self.follows(unknown, self.open_for(each), at).marked(marks));
        }
        Ok(Value::of(Kind::Tuple(values.into_bump_slice())).at(at).marked(collection.marks).marked(marks))
    }

    /// Calls `body` for each element that `if` lets through, with the names bound. The second argument is the unknown
    /// that leaves open whether the element is there. Tells whether a condition was sensitive: what is left then is, too.
    pub(super) fn for_each_element(
        &self,
        each: &'a For,
        collection: &Value<'a>,
        env: Option<&Env<'_, 'a>>,
        body: &mut Round<'_, 'a>,
    ) -> Result<Marks, EvalError> {
        let mut marks = Marks::NONE;
        let key_name = each.key_name.map(|name| self.tree.text(name));
        let value_name = self.tree.text(each.value_name);
        let mut round = |key: Value<'a>, value: Value<'a>| -> Result<(), EvalError> {
            let key_env = key_name.map(|name| Env { name, value: key, outer: env });
            let perhaps = value.unknown().filter(|unknown| unknown.perhaps);
            let value = self.as_there(value.marked(collection.marks));
            let inner = Env { name: value_name, value, outer: key_env.as_ref().or(env) };
            let open = match each.cond {
                None => perhaps,
                Some(cond) => {
                    let truth = self.eval_in(cond.get(), Some(&inner))?;
                    marks = marks.with(truth.marks.among(Marks::SENSITIVE));
                    match self.truth(&truth, cond.get())? {
                        Truth::Known(true) => perhaps,
                        Truth::Known(false) | Truth::Null => return Ok(()),
                        Truth::Unknown(unknown) => perhaps.or(Some(unknown)),
                    }
                }
            };
            body(Some(&inner), open)
        };
        match collection.kind {
            Kind::List(items) | Kind::Tuple(items) => {
                for (index, item) in items.iter().enumerate() {
                    round(Value::int(index as i64), *item)?;
                }
            }
            Kind::Set(items) => {
                for item in items {
                    round(*item, *item)?;
                }
            }
            Kind::Map(entries) | Kind::Object(entries) => {
                for (key, value) in entries {
                    round(Value::str(key).at(value.origin), *value)?;
                }
            }
            Kind::Block(block) => {
                for (key, value) in block.attrs {
                    round(Value::str(key).at(value.origin), *value)?;
                }
            }
            Kind::Null if self.null_flow => {}
            _ => {
                return self
                    .error(format!("{} cannot be iterated over", capital(&article(collection))), each.collection);
            }
        }
        Ok(marks)
    }

    /// `...` after the value: the values of one key make a list.
    fn group(&self, entries: ArenaVec<'a, (&'a str, Value<'a>)>) -> ArenaVec<'a, (&'a str, Value<'a>)> {
        let mut keys: indexmap::IndexMap<&'a str, Vec<Value<'a>>> = indexmap::IndexMap::new();
        for (key, value) in entries {
            keys.entry(key).or_default().push(value);
        }
        let grouped = keys.into_iter().map(|(key, values)| {
            let origin = values[0].origin;
            (key, Value::of(Kind::Tuple(self.arena.alloc_slice_copy(&values))).at(origin))
        });
        ArenaVec::from_iter_in(grouped, self.arena)
    }
}

fn find<'a>(env: &Env<'_, 'a>, name: &str) -> Option<Value<'a>> {
    let mut env = Some(env);
    while let Some(here) = env {
        if here.name == name {
            return Some(here.value);
        }
        env = here.outer;
    }
    None
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
