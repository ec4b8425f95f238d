//! Functions of rules that ask the estate: `resources`, `referring`, `referred`, `in_code`, `sensitive_attributes`,
//! `oidc_issuer`, and `statements` of policy documents.

use super::issuer::oidc_issuer;
use super::link::pointer;
use super::names::RuleScope;
use super::path::{Found, follow};
use crate::estate::{InstanceId, InstanceKind};
use crate::eval::{EvalError, Evaluated};
use crate::settings::library;
use crate::settings::path::parse;
use crate::value::{BlockObject, Kind, Marks, Origin, Unknown, Value, equal};

/// Hops of policy documents that are merged into one another.
const MAX_DOCUMENTS: usize = 16;

/// Calls a function of rules; `None`: no such function.
pub(super) fn call<'e: 's, 'a: 's, 's>(
    scope: &RuleScope<'_, 'e, 'a, 's>,
    name: &str,
    args: &[Value<'s>],
    at: Origin,
) -> Option<Evaluated<'s>> {
    let judging = scope.judging;
    let error = |message: String| EvalError::new(message, at);
    Some(match (name, args) {
        ("resources", [type_name, rest @ ..]) => Ok(scope.resources(type_name, rest.first())),
        ("referring", [of, type_name, path]) => scope.linked(of, type_name, path, true).map_err(error),
        ("referred", [of, type_name, path]) => scope.linked(of, type_name, path, false).map_err(error),
        ("in_code", [value]) => Ok(scope.in_code(value)),
        ("sensitive_attributes", [of]) => Ok(scope.sensitive_attributes(of)),
        ("oidc_issuer", [of]) => Ok(oidc_issuer(judging.root.estate, of)),
        ("statements", [of]) => scope.statements(of, 0).map_err(error),
        _ => library::call(judging.scratch, name, args, judging.root.options.now)?.map_err(error),
    })
}

impl<'e: 's, 'a: 's, 's> RuleScope<'_, 'e, 'a, 's> {
    fn list(&self, items: &[Value<'s>]) -> Value<'s> {
        Value::of(Kind::Tuple(self.judging.scratch.alloc_slice_copy(items)))
    }

    fn kind_and_type(type_name: &str) -> (InstanceKind, &str) {
        match type_name.split_once('.') {
            Some(("data", name)) => (InstanceKind::Data, name),
            Some(("provider", name)) => (InstanceKind::Provider, name),
            _ => (InstanceKind::Managed, type_name),
        }
    }

    /// All instances of a type whose attributes have the given values.
    fn resources(&self, type_name: &Value<'s>, filter: Option<&Value<'s>>) -> Value<'s> {
        let estate = self.judging.root.estate;
        let Some(type_name) = type_name.as_str() else { return self.list(&[]) };
        let (kind, type_name) = Self::kind_and_type(type_name);
        let wanted = filter.and_then(Value::entries).unwrap_or_default();
        let (mut certain, mut perhaps) = (Vec::new(), Vec::new());
        for id in estate.of_type(kind, type_name) {
            let mut open = None;
            let fits = wanted.iter().all(|(name, value)| {
                let written = super::path::Attributes::written(estate, *id, name);
                let same_symbol = match (written.unknown(), value.unknown()) {
                    (Some(a), Some(b)) => a.ident.is_some() && a.ident == b.ident,
                    _ => false,
                };
                let same = if same_symbol { Some(true) } else { equal(&written, value) };
                if same.is_none() {
                    open = open.or(written.first_unknown()).or(value.first_unknown());
                }
                same.unwrap_or(open.is_some())
            });
            match open.or_else(|| estate.may_be_absent(*id, self.judging.instance)) {
                _ if !fits => {}
                Some(unknown) => perhaps.push(unknown),
                None => certain.push(*id),
            }
        }
        self.certain_and_open(certain.into_iter(), perhaps.into_iter())
    }

    /// `referring` (others that point here) and `referred` (what this one points at).
    fn linked(
        &self,
        of: &Value<'s>,
        type_name: &Value<'s>,
        path: &Value<'s>,
        referring: bool,
    ) -> Result<Value<'s>, String> {
        let root = self.judging.root;
        let anchor = match of.kind {
            Kind::Instance(id) => id,
            Kind::Unknown(_) => return Ok(*of),
            _ => return Ok(self.list(&[])),
        };
        let (Some(type_name), Some(path)) = (type_name.as_str(), path.as_str()) else {
            return Err("a type and a path are needed, as text".to_owned());
        };
        let mut loose = Vec::new();
        let (found, open) = match (type_name, path) {
            ("*", _) | (_, "*") => (root.any_link(anchor, type_name, referring), None),
            _ => {
                let (kind, type_name) = Self::kind_and_type(type_name);
                let steps = parse(path)?;
                if referring {
                    let linked = root.links.pointing(root.estate, root.estate, kind, type_name, (path, &steps), anchor);
                    (linked.certain, linked.open)
                } else {
                    let linked = root.pointed_at(anchor, kind, type_name, &steps);
                    loose = [linked.as_whole, linked.by_name].concat();
                    let certain = linked.certain;
                    let value = root.estate.value(anchor);
                    let start = Found { value, container: value.origin, path: String::new() };
                    let pointing = follow(root.estate, &start, &steps);
                    let pointers: Vec<_> = pointing.iter().map(|found| pointer(&found.value)).collect();
                    let by_name = certain.is_empty() && pointers.iter().any(|pointer| !pointer.texts.is_empty());
                    // A name that none of those is known to have may be that of one whose name is not known.
                    let nameless = || {
                        let mut alike = root.estate.of_type(kind, type_name).iter();
                        alike.find_map(|id| root.links.identity(root.estate, root.estate, *id).open)
                    };
                    let open = pointers.iter().find_map(|pointer| pointer.open);
                    (certain, open.or_else(|| by_name.then(nameless)?))
                }
            }
        };
        // Something may point here, or this may point anywhere: that is one more element, or all that is known.
        if let Some(unknown) = open.filter(|_| found.is_empty()) {
            return Ok(Value::of(Kind::Unknown(unknown)));
        }
        let perhaps = |id: InstanceId| {
            // What is pointed at is there, unless as one of all that there are of it.
            let open = root.estate.may_be_absent(id, anchor).filter(|_| referring || loose.contains(&id))?;
            root.estate.may_be_absent(id, self.judging.instance).map(|_| open)
        };
        let (absent, there): (Vec<_>, Vec<_>) =
            found.into_iter().map(|id| (id, perhaps(id))).partition(|(_, perhaps)| perhaps.is_some());
        let open = absent.into_iter().filter_map(|(_, perhaps)| perhaps).chain(open);
        Ok(self.certain_and_open(there.into_iter().map(|(id, _)| id), open))
    }

    /// A list of instances, and behind them of those that may not be there.
    fn certain_and_open(
        &self,
        certain: impl Iterator<Item = InstanceId>,
        open: impl Iterator<Item = &'s Unknown<'s>>,
    ) -> Value<'s> {
        let scratch = self.judging.scratch;
        let values = certain.map(|id| self.judging.root.estate.value(id));
        let open = open.map(|unknown| {
            let unknown = Unknown { perhaps: true, not_null: true, ..Unknown::new(unknown.reason) };
            Value::of(Kind::Unknown(scratch.alloc(unknown)))
        });
        self.list(&values.chain(open).collect::<Vec<_>>())
    }

    /// Whether the text, or any of several, stands in a file of the configuration.
    fn in_code(&self, value: &Value<'s>) -> Value<'s> {
        Value::bool(self.is_in_code(value, 0))
    }

    fn is_in_code(&self, value: &Value<'s>, depth: usize) -> bool {
        if depth > MAX_DOCUMENTS || value.marks.has(Marks::OUTSIDE) {
            return false;
        }
        if let Some(entries) = value.entries() {
            return entries.iter().any(|(_, value)| self.is_in_code(value, depth + 1));
        }
        if let Some(items) = value.elements() {
            return items.iter().any(|item| self.is_in_code(item, depth + 1));
        }
        // What a provider, a data source or a person gives at run time stands in no file.
        let known = !value.is_null() && !value.is_unknown() && value.origin.is_some();
        known && self.judging.root.in_file(value.origin)
    }

    /// Values of the attributes that the schema marks sensitive, at any depth.
    fn sensitive_attributes(&self, of: &Value<'s>) -> Value<'s> {
        let Kind::Instance(id) = of.kind else { return self.list(&[]) };
        let mut found = Vec::new();
        collect_sensitive(self.judging.root.estate.instance(id).attrs, &mut found, 0);
        self.list(&found)
    }

    /// The statements of a policy, in whatever notation it is written.
    fn statements(&self, of: &Value<'s>, depth: usize) -> Result<Value<'s>, String> {
        let root = self.judging.root;
        if depth > MAX_DOCUMENTS {
            return Err("policy documents refer to each other too often".to_owned());
        }
        let decoded = self.judging.session.decoded(of).or_else(|| root.encoded.decoded(of));
        if let Some(decoded) = decoded {
            return self.library("statements", &decoded);
        }
        match of.kind {
            Kind::Unknown(unknown) => {
                let Some(ident) = unknown.ident else { return Ok(*of) };
                match (root.estate.instance(ident.instance).type_name, ident.path) {
                    ("aws_iam_policy_document", "json" | "minified_json") => self.document(ident.instance, depth),
                    ("google_iam_policy", "policy_data") => {
                        let instance = root.estate.instance(ident.instance);
                        self.library("statements", &Value::of(Kind::Block(instance.attrs)).at(instance.header))
                    }
                    _ => Ok(*of),
                }
            }
            Kind::Instance(id) => {
                let instance = root.estate.instance(id);
                if instance.type_name == "aws_iam_policy_document" {
                    return self.document(id, depth);
                }
                let block = Value::of(Kind::Block(instance.attrs)).at(instance.header);
                self.library("statements", &block)
            }
            Kind::Str(text) => match super::places::decode(root.estate, self.judging.scratch, text, of) {
                Some(decoded) => self.library("statements", &decoded),
                None => self.library("statements", of),
            },
            _ => self.library("statements", of),
        }
    }

    fn library(&self, name: &str, of: &Value<'s>) -> Result<Value<'s>, String> {
        let now = self.judging.root.options.now;
        library::call(self.judging.scratch, name, &[*of], now).unwrap_or(Ok(Value::NULL))
    }

    /// A policy document with its source and override documents. Statements of one `sid` replace earlier ones.
    fn document(&self, id: InstanceId, depth: usize) -> Result<Value<'s>, String> {
        let estate = self.judging.root.estate;
        let start = Found { value: estate.value(id), container: Origin::NONE, path: String::new() };
        let mut all: Vec<Value<'s>> = Vec::new();
        let mut open = None;
        let mut add = |statements: Value<'s>| match statements.kind {
            Kind::Unknown(_) => open = open.or(Some(statements)),
            _ => {
                for statement in statements.elements().unwrap_or_default() {
                    let sid = super::path::child(estate, statement, "sid");
                    if let Some(sid) = sid.as_str().filter(|sid| !sid.is_empty()) {
                        all.retain(|known| super::path::child(estate, known, "sid").as_str() != Some(sid));
                    }
                    all.push(*statement);
                }
            }
        };
        let lists = |path: &str| -> Vec<Value<'s>> {
            let steps = parse(path).unwrap_or_default();
            follow(estate, &start, &steps).into_iter().map(|found| found.value).filter(|v| !v.is_null()).collect()
        };
        for source in lists("source_policy_documents[*]").into_iter().chain(lists("source_json")) {
            add(self.statements(&source, depth + 1)?);
        }
        let instance = estate.instance(id);
        // Its own statements alone: what it is made of was looked up above, and is below.
        let own: Vec<_> = instance.attrs.attrs.iter().filter(|(name, _)| *name == "statement").copied().collect();
        let own = BlockObject {
            attrs: self.judging.scratch.alloc_slice_copy(&own),
            schema: instance.attrs.schema,
            instance: id,
            path: "",
        };
        add(self.library("statements", &Value::of(Kind::Block(self.judging.scratch.alloc(own))).at(instance.header))?);
        for source in lists("override_policy_documents[*]").into_iter().chain(lists("override_json")) {
            add(self.statements(&source, depth + 1)?);
        }
        // What is not known are more statements, after those that are.
        let perhaps = |unknown| Unknown { perhaps: true, not_null: true, ..Unknown::new(unknown) };
        let open = open.and_then(|open| open.unknown()).map(|open| self.judging.scratch.alloc(perhaps(open.reason)));
        all.extend(open.map(|open| Value::of(Kind::Unknown(open))));
        Ok(self.list(&all))
    }
}

fn collect_sensitive<'s>(block: &'s crate::value::BlockObject<'s>, found: &mut Vec<Value<'s>>, depth: usize) {
    let mut finder = block.schema.map(|schema| crate::schema::BlockSchema::from(schema).finder());
    for (name, value) in block.attrs {
        if finder.as_mut().and_then(|finder| finder.attr(name)).is_some_and(|attr| attr.sensitive()) {
            found.push(*value);
        } else {
            collect_inside(value, found, depth + 1);
        }
    }
}

fn collect_inside<'s>(value: &Value<'s>, found: &mut Vec<Value<'s>>, depth: usize) {
    if depth > 16 {
        return;
    }
    match value.kind {
        Kind::Block(block) => collect_sensitive(block, found, depth),
        Kind::List(items) | Kind::Tuple(items) | Kind::Set(items) => {
            for item in items {
                collect_inside(item, found, depth + 1);
            }
        }
        _ => {}
    }
}
