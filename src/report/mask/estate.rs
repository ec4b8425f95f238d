//! Finds where secrets were born that flow into an estate: a literal in `locals` that ends up in a password.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::Secrets;
use super::tree::{children, inner_of_literal};
use crate::config::Program;
use crate::estate::{Estate, Instance, InstanceKind};
use crate::source::{FileId, FileKind, Span};
use crate::syntax::{Node, NodeId};
use crate::value::{Kind, Marks, Origin, Value};

/// The spans where secrets of an estate are written, by file, and their texts.
///
/// A value is secret when Terraform would call it sensitive, when it came from `--var` or the environment, or when
/// `sensitive` says so of the attribute it stands in: by kind of block, type and path as for [`super::Facts`].
pub fn of_estate(estate: &Estate<'_>, sensitive: &dyn Fn(&str, &str, &str) -> bool) -> (Vec<(FileId, Span)>, Secrets) {
    let mut finder = Finder {
        estate,
        sensitive,
        known: FxHashMap::default(),
        path: String::new(),
        places: BTreeSet::new(),
        secrets: Secrets::default(),
    };
    for (_, instance) in estate.iter() {
        finder.entries(instance, instance.attrs.attrs);
    }
    outside(estate.program, &mut finder.secrets);
    (finder.places.into_iter().collect(), finder.secrets)
}

/// The texts of `--var` and `TF_VAR_…`.
fn outside(program: &Program, secrets: &mut Secrets) {
    let outside = |kind| matches!(kind, FileKind::CommandLine | FileKind::Environment);
    for (id, file) in program.sources.iter().filter(|(_, file)| outside(file.kind)) {
        let text = file.text.trim();
        // A word such as `prod` or `eu-west-1` is hidden as a value; hiding it everywhere would make the report unreadable.
        if text.len() >= 12 {
            secrets.add(text.trim_matches('"'));
        }
        secrets.add_value(text);
        let tree = program.tree(id);
        for node in tree.nodes {
            if let Node::Str(literal) = node {
                secrets.add_value(tree.text(*literal));
            }
        }
    }
}

struct Finder<'e, 'a> {
    estate: &'e Estate<'a>,
    sensitive: &'e dyn Fn(&str, &str, &str) -> bool,
    /// What `sensitive` said, by kind and label, then by path: the instances of a type are alike.
    known: FxHashMap<(InstanceKind, &'a str), FxHashMap<String, bool>>,
    /// Where in the instance the search is.
    path: String,
    places: BTreeSet<(FileId, Span)>,
    secrets: Secrets,
}

impl<'a> Finder<'_, 'a> {
    fn entries(&mut self, instance: &Instance<'a>, entries: &[(&'a str, Value<'a>)]) {
        let len = self.path.len();
        for (name, value) in entries {
            self.path.push_str(if len == 0 { "" } else { "." });
            self.path.push_str(name);
            self.look(instance, value);
            self.path.truncate(len);
        }
    }

    fn look(&mut self, instance: &Instance<'a>, value: &Value<'a>) {
        if value.is_sensitive() || self.is_secret(instance) {
            self.hide(value);
            return;
        }
        for item in value.elements().unwrap_or_default() {
            self.look(instance, item);
        }
        self.entries(instance, value.entries().unwrap_or_default());
    }

    /// Whether what stands at the path is secret.
    fn is_secret(&mut self, instance: &Instance<'a>) -> bool {
        let label = if instance.kind == InstanceKind::Module { instance.name } else { instance.type_name };
        let known = self.known.entry((instance.kind, label)).or_default();
        if let Some(known) = known.get(&self.path) {
            return *known;
        }
        let name = self.path.rsplit('.').next().unwrap_or(&self.path);
        let is_secret = super::tells_of_a_secret(name) || (self.sensitive)(kind_word(instance.kind), label, &self.path);
        known.insert(self.path.clone(), is_secret);
        is_secret
    }

    /// The value and all of its parts are secret.
    fn hide(&mut self, value: &Value<'a>) {
        self.hide_place(value.origin);
        match value.kind {
            Kind::Str(text) => self.secrets.add(text),
            Kind::Int(number) if value.marks.has(Marks::SENSITIVE) => self.secrets.add(&number.to_string()),
            _ => {}
        }
        value.elements().unwrap_or_default().iter().for_each(|item| self.hide(item));
        value.entries().unwrap_or_default().iter().for_each(|(_, value)| self.hide(value));
    }

    fn hide_place(&mut self, origin: Origin) {
        let places = [self.estate.origins.birth(origin), self.estate.origins.used(origin)];
        for (file, node) in places.into_iter().filter_map(|place| self.estate.program.node(place.0)) {
            self.literals(file, node);
        }
    }

    fn literals(&mut self, file: FileId, node: NodeId) {
        let tree = self.estate.program.tree(file);
        if matches!(tree.node(node), Node::Str(_) | Node::Number(_)) {
            let span = inner_of_literal(tree.source, tree.span(node));
            if !span.is_empty() {
                self.places.insert((file, span));
            }
        }
        for child in children(tree, node) {
            self.literals(file, child);
        }
    }
}

/// The word that such a block begins with.
fn kind_word(kind: InstanceKind) -> &'static str {
    match kind {
        InstanceKind::Managed => "resource",
        InstanceKind::Data => "data",
        InstanceKind::Ephemeral => "ephemeral",
        InstanceKind::Provider => "provider",
        InstanceKind::Module => "module",
        InstanceKind::Variable => "variable",
        InstanceKind::Output => "output",
        InstanceKind::Terraform => "terraform",
    }
}
