//! Which attributes rules may ask for: who reads a large plan needs no others.
//!
//! More names may be listed than are asked for, never fewer.

use rustc_hash::{FxHashMap, FxHashSet};

use super::model::{
    Companion, Element, Kind, KindShape, LinkKind, RuleExpr, RuleSet, Setting, Shape, TypeKind, TypeRef,
};
use crate::estate::one_name;
use crate::syntax::{Node, NodeId, Tree};

/// Functions that take a whole resource without reading attributes of which nothing else tells.
const WITHOUT_READING: &[&str] = &["sensitive_attributes", "referring", "referred"];

/// The attributes at the top of managed resources that rules may ask for.
#[derive(Debug, Default)]
pub struct Reads {
    /// Of any type.
    of_all: FxHashSet<String>,
    of_types: FxHashMap<String, Names>,
    /// A rule takes resources of any type as a whole.
    everything: bool,
}

#[derive(Debug, Default)]
struct Names {
    /// A rule takes resources of the type as a whole.
    everything: bool,
    some: FxHashSet<String>,
}

impl Reads {
    /// Adds names that are asked of any type.
    pub fn add_names(&mut self, names: impl IntoIterator<Item = &'static str>) {
        self.of_all.extend(names.into_iter().map(str::to_owned));
    }

    /// Adds what a set of rules asks for.
    pub fn add_rules(&mut self, rules: &RuleSet<'_>) {
        let mut collector = Collector { reads: self, rules };
        collector.shared();
        for setting in rules.settings {
            collector.setting(setting);
        }
    }

    /// Whether anybody may ask a resource of that type for an attribute of that name.
    pub fn hold(&self, type_name: &str, name: &str) -> bool {
        let of_type =
            || self.of_types.get(one_name(type_name)).is_some_and(|of| of.everything || of.some.contains(name));
        self.everything || self.of_all.contains(name) || of_type()
    }
}

/// What is taken from an expression beside the names after dots.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    /// Nothing: they are for people.
    Prose,
    /// Paths, from the attributes of the types on.
    Paths,
    /// Every word may be a name.
    Words,
}

struct Collector<'c, 'r> {
    reads: &'c mut Reads,
    rules: &'c RuleSet<'r>,
}

impl<'r> Collector<'_, 'r> {
    /// What files, folders and kinds have.
    fn shared(&mut self) {
        for (_, local) in self.rules.locals {
            self.expr(Some(local.expr), &[], Texts::Words);
        }
        for input in self.rules.inputs {
            self.expr(Some(input.default), &[], Texts::Words);
        }
        for Element { value, .. } in self.rules.elements {
            self.expr(*value, &[], Texts::Words);
        }
        for kind in self.rules.kinds {
            let Kind { name: _, file: _, within: _, for_each, shapes, fields } = kind;
            self.expr(*for_each, &[], Texts::Words);
            self.named(*fields, &[]);
            for shape in &self.rules.kind_shapes[shapes.range()] {
                let KindShape { types, at, for_each, filter, fields, orphan: _ } = shape;
                let types = &self.rules.types[types.range()];
                self.expr(*at, types, Texts::Paths);
                self.expr(*for_each, types, Texts::Words);
                self.expr(*filter, types, Texts::Words);
                self.named(*fields, types);
            }
        }
    }

    fn setting(&mut self, setting: &Setting) {
        let in_kind = setting.kind.map(|kind| self.types_of_kind(kind));
        for shape in &self.rules.shapes[setting.shapes.range()] {
            let types = in_kind.clone().unwrap_or_else(|| self.rules.types[shape.types.range()].to_vec());
            self.expr(Some(setting.title), &types, Texts::Prose);
            self.expr(setting.problem, &types, Texts::Prose);
            self.named(setting.locals, &types);
            self.shape(shape, &types);
        }
    }

    fn types_of_kind(&self, kind: u16) -> Vec<TypeRef> {
        let mut types = Vec::new();
        let mut next = Some(kind);
        while let Some(kind) = next {
            let kind = &self.rules.kinds[kind as usize];
            let shapes = &self.rules.kind_shapes[kind.shapes.range()];
            types.extend(shapes.iter().flat_map(|shape| &self.rules.types[shape.types.range()]));
            next = kind.within;
        }
        types
    }

    fn shape(&mut self, shape: &Shape, own: &[TypeRef]) {
        let Shape {
            setting: _,
            types: _,
            versions: _,
            for_each,
            concerns,
            filters,
            attribute,
            subject,
            default,
            defaults,
            condition,
            carriers: _,
            empty: _,
            inherited,
            severity,
            fix,
            careful,
            locals,
            companions,
        } = *shape;
        self.expr(attribute, own, Texts::Paths);
        for expr in [
            for_each,
            concerns,
            filters[0],
            filters[1],
            subject,
            default,
            defaults,
            condition,
            inherited,
            Some(severity),
        ] {
            self.expr(expr, own, Texts::Words);
        }
        self.expr(fix, own, Texts::Prose);
        self.expr(careful, own, Texts::Prose);
        self.named(locals, own);
        self.companions(&self.rules.companions[companions.range()], own);
    }

    fn companions(&mut self, companions: &'r [Companion], anchor: &[TypeRef]) {
        for companion in companions {
            let Companion {
                types,
                link,
                link_paths,
                to,
                except: _,
                filter,
                attribute,
                subject,
                default,
                defaults,
                condition,
                fix,
                careful,
                companions: inner,
            } = *companion;
            let own = &self.rules.types[types.range()];
            let linked = if link == LinkKind::Via { own } else { anchor };
            self.expr(link_paths, linked, Texts::Paths);
            self.expr(attribute, own, Texts::Paths);
            for expr in [to, filter, subject, default, defaults, condition] {
                self.expr(expr, anchor, Texts::Words);
            }
            self.expr(fix, anchor, Texts::Prose);
            self.expr(careful, anchor, Texts::Prose);
            // What is within a companion is linked to that, or to the anchor.
            let around: Vec<TypeRef> = anchor.iter().chain(own).copied().collect();
            self.companions(&self.rules.companions[inner.range()], &around);
        }
    }

    fn named(&mut self, named: crate::syntax::Seq, types: &[TypeRef]) {
        for one in &self.rules.named[named.range()] {
            self.expr(Some(one.expr), types, Texts::Words);
        }
    }

    /// `own`: the types that `attrs` is one of, and that paths begin at.
    fn expr(&mut self, expr: Option<RuleExpr>, own: &[TypeRef], texts: Texts) {
        let Some(expr) = expr else { return };
        let tree = self.rules.tree(expr);
        let first = tree.first_node(expr.node);
        let nodes = (first.0..=expr.node.0).map(NodeId);
        for id in nodes.clone() {
            match tree.node(id) {
                Node::Attr(source, name) => match root_of(tree, source) {
                    Some("attrs") if matches!(tree.node(source), Node::Variable(_)) => self.of(own, tree.text(name)),
                    Some("attrs") => {}
                    _ => self.of_all(tree.text(name)),
                },
                Node::Index(source, key) if is_attrs(tree, source) => match tree.node(key) {
                    Node::Str(name) => self.of(own, tree.text(name)),
                    _ => self.whole(own),
                },
                Node::Str(text) => self.text(tree.text(text), own, texts),
                Node::Variable(_) if is_attrs(tree, id) && is_whole(tree, id, nodes.clone()) => self.whole(own),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, own: &[TypeRef], texts: Texts) {
        let is_word = |char: char| char.is_alphanumeric() || matches!(char, '_' | '-');
        let mut words = text.split(|char| !is_word(char)).filter(|word| !word.is_empty());
        match texts {
            Texts::Prose => {}
            Texts::Paths if text == "*" => {}
            Texts::Paths => words.next().into_iter().for_each(|first| self.of(own, first)),
            Texts::Words => words.for_each(|word| self.of_all(word)),
        }
    }

    fn of_all(&mut self, name: &str) {
        if !self.reads.of_all.contains(name) {
            self.reads.of_all.insert(name.to_owned());
        }
    }

    fn of(&mut self, types: &[TypeRef], name: &str) {
        if types.is_empty() {
            return self.of_all(name);
        }
        for ty in types.iter().filter(|ty| ty.kind == TypeKind::Managed) {
            match self.rules.str(ty.name) {
                pattern if pattern.ends_with('*') => self.of_all(name),
                exact => drop(self.names_of(exact).some.insert(name.to_owned())),
            }
        }
    }

    fn whole(&mut self, types: &[TypeRef]) {
        self.reads.everything |= types.is_empty();
        for ty in types.iter().filter(|ty| ty.kind == TypeKind::Managed) {
            match self.rules.str(ty.name) {
                pattern if pattern.ends_with('*') => self.reads.everything = true,
                exact => self.names_of(exact).everything = true,
            }
        }
    }

    fn names_of(&mut self, type_name: &str) -> &mut Names {
        self.reads.of_types.entry(one_name(type_name).to_owned()).or_default()
    }
}

/// The name that a traversal begins with.
fn root_of(tree: Tree<'_>, mut node: NodeId) -> Option<&str> {
    loop {
        node = match tree.node(node) {
            Node::Attr(source, _) | Node::Index(source, _) => source,
            Node::Variable(name) => return Some(tree.text(name)),
            _ => return None,
        }
    }
}

fn is_attrs(tree: Tree<'_>, node: NodeId) -> bool {
    matches!(tree.node(node), Node::Variable(name) if tree.text(name) == "attrs")
}

/// Whether a resource is taken as a whole: not for one attribute of it, nor by a function that reads none.
fn is_whole(tree: Tree<'_>, resource: NodeId, mut nodes: impl Iterator<Item = NodeId>) -> bool {
    !nodes.any(|node| match tree.node(node) {
        Node::Attr(source, _) | Node::Index(source, _) => source == resource,
        Node::Call(call) => {
            let call = tree.call(call);
            tree.list(call.args).contains(&resource) && WITHOUT_READING.contains(&tree.text(call.name))
        }
        _ => false,
    })
}
