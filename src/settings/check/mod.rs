//! Holds compiled rules against the provider schemas: every path and every name of an expression must exist by at least
//! one of the types that it is meant for, what repeats must be indexed, and literals must be of the right type.
//!
//! build.rs compiles this room too.

mod facts;
mod infer;
mod paths;
mod shape;
mod versions;

use std::collections::BTreeMap;

use self::infer::Env;
use self::shape::{Alternatives, At, elements};
use super::compile::RuleError;
use super::compile::constant::{Constants, Family, Locals};
use super::model::{Companion, Element, Kind, LinkKind, Named, RuleExpr, RuleSet, Setting, Shape, Str, TypeKind};
use super::schema::facts::{self as schemas, BlockSchema};
use super::syntax::Seq;

/// Everything in a set of rules that the schemas contradict, sorted by place.
pub fn check(set: &RuleSet<'_>) -> Vec<RuleError> {
    let locals: Locals<'_> = set
        .locals
        .iter()
        .map(|(file, named)| ((set.files[*file as usize].folder, set.str(named.name)), named.expr))
        .collect();
    let constants = Constants { files: set.files, locals: &locals };
    let mut checker = Checker { set, constants, errors: Vec::new(), depth: 0 };
    for at in 0..set.kinds.len() {
        checker.kind(at as u16);
    }
    for setting in set.settings {
        checker.setting(setting);
    }
    let mut errors = checker.errors;
    errors.sort();
    errors.dedup();
    errors
}

struct Checker<'c, 'f> {
    set: &'c RuleSet<'f>,
    constants: Constants<'c, 'f>,
    errors: Vec<RuleError>,
    depth: usize,
}

impl<'f> Checker<'_, 'f> {
    fn error(&mut self, expr: RuleExpr, message: impl Into<String>) {
        let file = &self.set.files[expr.file as usize];
        self.errors.push(RuleError::new(file, file.tree.span(expr.node).start, message));
    }

    /// The top of a type written as text; an error if its provider is known and has no such type.
    fn root_of(&mut self, at: RuleExpr, text: &str) -> Option<BlockSchema> {
        let (kind, name) = match text.split_once('.') {
            Some(("data", name)) => (TypeKind::Data, name),
            Some(("provider", name)) => (TypeKind::Provider, name),
            _ => (TypeKind::Managed, text),
        };
        match self.find(kind, name) {
            Ok(root) => root,
            Err(nearest) => {
                self.error(at, format!("no provider has the type `{text}`"));
                if let Some(error) = self.errors.last_mut() {
                    error.nearest = nearest;
                }
                None
            }
        }
    }

    /// The top of a type; `Ok(None)` where nothing is known of it, `Err` with the nearest name where it cannot exist.
    fn find(&self, kind: TypeKind, name: &str) -> Result<Option<BlockSchema>, Option<String>> {
        let kind = match kind {
            TypeKind::Managed => schemas::TypeKind::Managed,
            TypeKind::Data => schemas::TypeKind::Data,
            TypeKind::Provider => schemas::TypeKind::Provider,
            TypeKind::Special => return Ok(None),
        };
        if name.ends_with('*') {
            return Ok(None);
        }
        if let Some(found) = schemas::find(kind, name) {
            return Ok(Some(found.root()));
        }
        if schemas::provider(schemas::provider_of(name)).is_none() {
            return Ok(None);
        }
        let nearest = super::schema::path::nearest(name, schemas::types(kind).map(schemas::TypeSchema::name));
        Err(nearest.map(str::to_owned))
    }

    /// The tops of several types; `None` if anything may stand there.
    fn roots(&mut self, types: Seq, at: (u16, u32)) -> Alternatives {
        let mut roots = Vec::new();
        let mut anything = types.len == 0;
        for ty in &self.set.types[types.range()] {
            let name = self.set.str(ty.name);
            match self.find(ty.kind, name) {
                Ok(Some(root)) => roots.push(At::Block(root)),
                Ok(None) => anything = true,
                Err(nearest) => {
                    let file = &self.set.files[at.0 as usize];
                    let mut error = RuleError::new(file, at.1, format!("no provider has the type `{name}`"));
                    error.nearest = nearest;
                    self.errors.push(error);
                    anything = true;
                }
            }
        }
        if anything { None } else { Some(roots) }
    }

    /// Checks a kind; gives what its members can be.
    fn kind(&mut self, at: u16) -> Alternatives {
        let set = self.set;
        let kind = *set.kinds.get(at as usize)?;
        let mut env = Env::default();
        if let Some(within) = kind.within {
            self.kind_env(within, &mut env);
            let items = kind.for_each.and_then(|expr| self.infer(expr, &mut env));
            return elements(&items);
        }
        let mut members = Some(Vec::new());
        for shape in &set.kind_shapes[kind.shapes.range()] {
            let place = shape.at.or(shape.for_each).map_or(0, |expr| self.set.tree(expr).span(expr.node).start);
            let roots = self.roots(shape.types, (kind.file, place));
            let mut env = Env::default().with("attrs", roots.clone());
            let judged = match (shape.at, shape.for_each) {
                (Some(path), _) => self.constant_path(path, None, &roots),
                (None, Some(items)) => elements(&self.infer(items, &mut env)),
                (None, None) => roots,
            };
            env.item.clone_from(&judged);
            self.expressions(&[shape.filter], &env);
            let fields = &self.set.named[shape.fields.range()];
            let exprs: Vec<Option<RuleExpr>> = fields.iter().map(|field| Some(field.expr)).collect();
            self.expressions(&exprs, &env);
            let member = if fields.is_empty() { judged } else { self.member(kind, shape.fields, &env) };
            members = shape::either(members, member);
        }
        members
    }

    /// A member of a kind with the fields that its `on` block gives, and those that the kind makes of them.
    fn member(&mut self, kind: Kind, given: Seq, env: &Env<'f>) -> Alternatives {
        let made = &self.set.named[kind.fields.range()];
        let names =
            |fields: &[Named]| fields.iter().map(|field| self.set.str(field.name).to_owned()).collect::<Vec<_>>();
        let given = names(&self.set.named[given.range()]);
        let all = given.iter().cloned().chain(names(made)).collect();
        let env = env.clone().with(self.set.str(kind.name), Some(vec![At::Fields(given)]));
        let exprs: Vec<Option<RuleExpr>> = made.iter().map(|field| Some(field.expr)).collect();
        self.expressions(&exprs, &env);
        Some(vec![At::Fields(all)])
    }

    /// Names of a kind and the kinds around it.
    fn kind_env(&mut self, at: u16, env: &mut Env<'f>) -> Alternatives {
        let kind = self.set.kinds.get(at as usize).copied()?;
        if let Some(outer) = kind.within {
            self.kind_env(outer, env);
        }
        // Errors of kinds are told once, where all kinds are checked.
        let told = self.errors.len();
        let member = self.kind(at);
        self.errors.truncate(told);
        env.roots.insert(self.set.str(kind.name).to_owned(), member.clone());
        member
    }

    fn error_in(&mut self, setting: &Setting, message: impl Into<String>) {
        self.errors.push(RuleError::new(&self.set.files[setting.file as usize], setting.at, message));
    }

    fn setting(&mut self, setting: &Setting) {
        self.shape_versions(setting);
        for shape in &self.set.shapes[setting.shapes.range()] {
            self.shape(setting, shape);
        }
    }

    fn shape(&mut self, setting: &Setting, shape: &Shape) {
        let roots = self.roots(shape.types, (setting.file, setting.at));
        let mut env = Env { locals: self.locals_of(&[setting.locals, shape.locals]), ..Env::default() };
        env.roots.insert("attrs".to_owned(), roots.clone());
        let mut judged = roots;
        if let Some(kind) = setting.kind {
            env.roots.insert("attrs".to_owned(), None);
            judged = self.kind_env(kind, &mut env);
        }
        if let Some(items) = shape.for_each {
            judged = elements(&self.infer(items, &mut env));
            env.item.clone_from(&judged);
        }
        let elements = &self.set.elements[setting.elements.range()];
        let (value, item) = self.attribute(shape.attribute, elements, &judged);
        self.defaults(shape.defaults, shape.types);
        self.default(shape.attribute, shape.default, setting.default_note, elements, &judged);
        if item.is_some() {
            env.item = item;
        }
        self.expressions(
            &[shape.inherited, shape.concerns, shape.filters[0], shape.filters[1], shape.default, shape.subject],
            &env,
        );
        let locals: Vec<Option<RuleExpr>> = env.locals.values().map(|local| Some(*local)).collect();
        self.expressions(&locals, &env);
        let valued = env.with("value", value.filter(|_| shape.subject.is_none()));
        // Without a condition of its own, a companion's value is judged by this one.
        let lent = self.set.companions[shape.companions.range()].iter().any(|companion| companion.condition.is_none());
        let condition_env = if lent { &env } else { &valued };
        self.expressions(&[shape.condition], condition_env);
        self.expressions(&[Some(shape.severity), shape.careful, setting.problem], &env);
        let fix_base = if self.selects_items(shape.attribute, elements) { env.item.clone() } else { judged.clone() };
        self.fix(shape.fix, elements, &fix_base, &env);
        for companion in &self.set.companions[shape.companions.range()] {
            self.companion(setting, companion, elements, &env, &judged, false);
        }
    }

    fn companion(
        &mut self,
        setting: &Setting,
        companion: &Companion,
        family: &[Element],
        around: &Env<'f>,
        judged: &Alternatives,
        nested: bool,
    ) {
        let place = [companion.link_paths, companion.attribute, companion.condition].into_iter().flatten().next();
        let place = place.map_or(setting.at, |expr| self.set.tree(expr).span(expr.node).start);
        let carrier = self.roots(companion.types, (setting.file, place));
        let mut env = around.clone();
        if nested {
            let outer = around.roots.get("carrier").cloned().flatten();
            env.roots.insert("outer".to_owned(), outer);
        }
        env.roots.insert("carrier".to_owned(), carrier.clone());
        let anchor = if nested { judged.clone() } else { around.roots.get("attrs").cloned().flatten() };
        match companion.link {
            LinkKind::Via => {
                self.paths(companion.link_paths, family, &carrier);
                self.paths(companion.to, family, &anchor);
            }
            LinkKind::From => {
                self.paths(companion.link_paths, family, judged);
                self.paths(companion.to, family, &carrier);
            }
            LinkKind::Provider | LinkKind::Account | LinkKind::Estate => {}
        }
        let (value, item) = self.attribute(companion.attribute, family, &carrier);
        self.defaults(companion.defaults, companion.types);
        self.default(companion.attribute, companion.default, setting.default_note, family, &carrier);
        self.left_out(companion, family, &carrier);
        if item.is_some() {
            env.item = item;
        }
        self.expressions(&[companion.filter, companion.default, companion.subject], &env);
        let valued = env.with("value", value.filter(|_| companion.subject.is_none()));
        self.expressions(&[companion.condition, companion.careful], &valued);
        self.fix(companion.fix, family, &carrier, &env);
        for inner in &self.set.companions[companion.companions.range()] {
            self.companion(setting, inner, family, &env, &carrier, true);
        }
    }

    fn locals_of(&self, runs: &[Seq]) -> BTreeMap<String, RuleExpr> {
        let named = runs.iter().flat_map(|run| &self.set.named[run.range()]);
        named.map(|named| (self.set.str(named.name).to_owned(), named.expr)).collect()
    }

    fn expressions(&mut self, exprs: &[Option<RuleExpr>], env: &Env<'f>) {
        for expr in exprs.iter().flatten() {
            self.infer(*expr, &mut env.clone());
        }
    }

    fn family<'e>(&self, element: &'e Element) -> Option<Family<'e>>
    where
        'f: 'e,
    {
        let key: &'f str = self.text(element.key);
        element.value.map(|value| Family { key, value })
    }

    fn text(&self, text: Str) -> &'f str {
        self.set.str(text)
    }
}

#[cfg(test)]
mod tests;
