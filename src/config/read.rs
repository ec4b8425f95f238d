//! Small questions to trees that all of `config` asks: literals, references, entries of objects.

use super::module::{Condition, ExprRef, MergedBody, Program};
use crate::source::{FileId, Span};
use crate::syntax::{Attribute, Node, NodeId, Tree};

/// The text of an expression that is a string without interpolation.
pub(super) fn literal(tree: Tree<'_>, node: NodeId) -> Option<String> {
    match tree.node(node) {
        Node::Str(text) => Some(tree.text(text).to_owned()),
        Node::Template(parts) => tree.list(parts).iter().map(|part| literal(tree, *part)).collect(),
        _ => None,
    }
}

/// The truth value of a literal; Terraform takes `"true"` for `true`.
pub(super) fn literal_bool(tree: Tree<'_>, node: NodeId) -> Option<bool> {
    match tree.node(node) {
        Node::Bool(value) => Some(value),
        Node::Str(text) => tree.text(text).parse().ok(),
        _ => None,
    }
}

/// A provider as it is referred to: `aws`, `aws.west`, `"aws.west"`, `aws.by_region[each.key]`.
pub(super) fn provider_reference(tree: Tree<'_>, mut node: NodeId) -> Option<(String, Option<String>)> {
    loop {
        return match tree.node(node) {
            Node::Variable(name) => Some((tree.text(name).to_owned(), None)),
            Node::Attr(base, alias) => match tree.node(base) {
                Node::Variable(name) => Some((tree.text(name).to_owned(), Some(tree.text(alias).to_owned()))),
                _ => None,
            },
            Node::Index(base, _) | Node::Paren(base) | Node::Wrap(base) => {
                node = base;
                continue;
            }
            Node::Str(text) => {
                let text = tree.text(text);
                let (name, alias) = text.split_once('.').map_or((text, None), |(name, alias)| (name, Some(alias)));
                Some((name.to_owned(), alias.map(str::to_owned)))
            }
            _ => None,
        };
    }
}

/// The key in `aws.by_region[each.key]`.
pub(super) fn provider_key(tree: Tree<'_>, mut node: NodeId) -> Option<NodeId> {
    loop {
        match tree.node(node) {
            Node::Index(_, key) => return Some(key),
            Node::Paren(base) | Node::Wrap(base) => node = base,
            _ => return None,
        }
    }
}

/// Keys and values of an object expression.
pub(super) fn entries(tree: Tree<'_>, node: NodeId) -> Vec<(NodeId, NodeId)> {
    match tree.node(node) {
        Node::Object(pairs) => tree.list(pairs).chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
        _ => Vec::new(),
    }
}

/// The value behind a literal key of an object expression.
pub(crate) fn entry(tree: Tree<'_>, object: NodeId, name: &str) -> Option<NodeId> {
    let is_name =
        |key: NodeId| matches!(tree.node(key), Node::Str(text) | Node::Variable(text) if tree.text(text) == name);
    entries(tree, object).into_iter().find(|(key, _)| is_name(*key)).map(|(_, value)| value)
}

/// The objects by which JSON syntax writes blocks of one kind: one, or a list of them.
pub(crate) fn json_blocks(tree: Tree<'_>, node: NodeId) -> Vec<NodeId> {
    match tree.node(node) {
        Node::Object(_) => vec![node],
        Node::Tuple(items) => {
            tree.list(items).iter().copied().filter(|item| matches!(tree.node(*item), Node::Object(_))).collect()
        }
        _ => Vec::new(),
    }
}

/// What stands below a key `dynamic` in JSON syntax, by the kind of block that it makes; `None` if it is not what
/// Terraform means by it.
pub(crate) fn json_dynamic(tree: Tree<'_>, node: NodeId) -> Option<Vec<Attribute>> {
    let Node::Object(_) = tree.node(node) else { return None };
    let members = entries(tree, node).into_iter().map(|(key, expr)| {
        let bodies = json_blocks(tree, expr);
        let is_one = |body: &NodeId| {
            entry(tree, *body, "for_each").is_some()
                && entry(tree, *body, "content").is_some_and(|content| !json_blocks(tree, content).is_empty())
        };
        match tree.node(key) {
            Node::Str(name) if bodies.iter().all(is_one) => Some(Attribute { name, name_span: tree.span(key), expr }),
            _ => None,
        }
    });
    members.collect()
}

/// An object of JSON syntax as the body that it stands for.
pub(super) fn json_body(tree: Tree<'_>, file: FileId, object: NodeId) -> MergedBody {
    let attributes = entries(tree, object).into_iter().filter_map(|(key, expr)| match tree.node(key) {
        Node::Str(name) => Some(Attribute { name, name_span: tree.span(key), expr }),
        _ => None,
    });
    json_attributes(tree, file, attributes)
}

/// A body of JSON syntax. `//` keys are comments.
fn json_attributes(tree: Tree<'_>, file: FileId, attributes: impl Iterator<Item = Attribute>) -> MergedBody {
    let mut body = MergedBody::default();
    for attribute in attributes {
        let members = match tree.text(attribute.name) {
            "//" => continue,
            "dynamic" => json_dynamic(tree, attribute.expr),
            _ => None,
        };
        match members {
            Some(members) => body.dynamic.extend(members.into_iter().map(|member| (file, member))),
            None => body.attributes.push((file, attribute)),
        }
    }
    body
}

impl MergedBody {
    /// The attribute of that name.
    pub fn attribute(&self, program: &Program, name: &str) -> Option<(FileId, Attribute)> {
        self.position(program, name).map(|index| self.attributes[index])
    }

    /// The expression of the attribute of that name.
    pub fn expr(&self, program: &Program, name: &str) -> Option<ExprRef> {
        self.attribute(program, name).map(|(file, attribute)| ExprRef { file, node: attribute.expr })
    }

    /// Takes the attribute of that name out.
    pub(super) fn take(&mut self, program: &Program, name: &str) -> Option<ExprRef> {
        let index = self.position(program, name)?;
        let (file, attribute) = self.attributes.remove(index);
        Some(ExprRef { file, node: attribute.expr })
    }

    /// Takes all nested blocks of a kind out, as one body each; in JSON syntax they are an attribute.
    pub(super) fn take_blocks(&mut self, program: &Program, kind: &str) -> Vec<(MergedBody, FileId, Span)> {
        let mut taken = Vec::new();
        self.blocks.retain(|block| {
            let tree = program.tree(block.file);
            let matches = tree.kind(block.block) == kind;
            if matches {
                taken.push((body_of(program, *block), block.file, tree.block(block.block).header));
            }
            !matches
        });
        self.attributes.retain(|(file, attribute)| {
            let tree = program.tree(*file);
            let matches = tree.json && tree.text(attribute.name) == kind;
            if matches {
                let objects = json_blocks(tree, attribute.expr).into_iter();
                taken.extend(objects.map(|object| (json_body(tree, *file, object), *file, tree.span(object))));
            }
            !matches
        });
        // Files stand in the order in which they are merged.
        taken.sort_by_key(|(_, file, _)| *file);
        taken
    }

    /// The conditions of a kind (`validation`, `precondition`, …) that are written in it. One without `condition` says
    /// nothing.
    pub(super) fn conditions(&self, program: &Program, kind: &str) -> Vec<Condition> {
        let blocks = self.blocks.iter().filter(|block| program.tree(block.file).kind(block.block) == kind);
        let native = blocks.filter_map(|block| {
            let tree = program.tree(block.file);
            let body = tree.block(block.block).body;
            condition(block.file, |name| tree.attribute(body, name).map(|attribute| attribute.expr))
        });
        let attributes = self.attributes.iter().filter(|(file, attribute)| {
            let tree = program.tree(*file);
            tree.json && tree.text(attribute.name) == kind
        });
        let json = attributes.flat_map(|(file, attribute)| {
            let tree = program.tree(*file);
            let objects = json_blocks(tree, attribute.expr).into_iter();
            objects.filter_map(move |object| condition(*file, |name| entry(tree, object, name)))
        });
        native.chain(json).collect()
    }

    fn position(&self, program: &Program, name: &str) -> Option<usize> {
        self.attributes.iter().position(|(file, attribute)| program.tree(*file).text(attribute.name) == name)
    }
}

fn condition(file: FileId, argument: impl Fn(&str) -> Option<NodeId>) -> Option<Condition> {
    let expr = |name| argument(name).map(|node| ExprRef { file, node });
    Some(Condition { condition: expr("condition")?, error_message: expr("error_message") })
}

/// The body of a block as it is written.
pub(super) fn body_of(program: &Program, block: super::module::BlockRef) -> MergedBody {
    let tree = program.tree(block.file);
    let body = tree.block(block.block).body;
    if tree.json {
        return json_attributes(tree, block.file, tree.attributes(body).copied());
    }
    MergedBody {
        attributes: tree.attributes(body).map(|attribute| (block.file, *attribute)).collect(),
        blocks: tree
            .blocks_in(body)
            .map(|nested| super::module::BlockRef { file: block.file, block: nested })
            .collect(),
        dynamic: Vec::new(),
    }
}
