//! Finds the secrets in the tree of one file: literals at attributes that hold secrets, and known formats in its text.

use crate::schema::{self, TypeSchema};
use crate::source::Span;
use crate::syntax::{Body, BodyId, Item, Node, NodeId, Tree};

/// What is known of secrets beside the file itself.
pub struct Facts<'f> {
    /// Whether an attribute holds a secret: its block, and its path in it, names joined by dots: `master_auth.password`.
    pub sensitive: &'f dyn Fn(&Block<'_>, &str) -> bool,
    /// Whether a variable of the module that the file belongs to is sensitive (for tfvars: of the root module).
    pub sensitive_variable: &'f dyn Fn(&str) -> bool,
}

/// Names that end like this hold a secret wherever they stand. Lower case.
const ENDINGS: &[&str] = &[
    "password",
    "passwd",
    "passphrase",
    "client_secret",
    "secret_key",
    "secret_access_key",
    "secret_string",
    "private_key",
    "private_key_pem",
    "api_key",
    "apikey",
    "api_token",
    "access_token",
    "auth_token",
    "connection_string",
    "shared_key",
    "secret",
    "token",
];

/// The last letters of these.
const LAST: &[&str] = &["ord", "swd", "ase", "ret", "key", "ing", "pem", "ken"];

/// Whether a name tells that its value is a secret: `DB_PASSWORD`, `clientSecret`.
pub fn tells_of_a_secret(name: &str) -> bool {
    // Most names are told by their last letters.
    let last = name.len().checked_sub(3).and_then(|at| name.get(at..));
    if !last.is_some_and(|last| LAST.iter().any(|end| end.eq_ignore_ascii_case(last))) {
        return false;
    }
    let mut plain = String::with_capacity(name.len() + 4);
    let mut after_lower = false;
    for char in name.chars() {
        if char.is_ascii_uppercase() && after_lower {
            plain.push('_');
        }
        after_lower = char.is_ascii_lowercase();
        plain.push(if char == '-' { '_' } else { char.to_ascii_lowercase() });
    }
    ENDINGS.iter().any(|ending| {
        plain.strip_suffix(ending).is_some_and(|rest| rest.is_empty() || rest.ends_with(['_', '.']) || ending.len() > 6)
    })
}

/// The spans of a file that must not be shown, sorted; they may overlap.
pub fn spans(tree: Tree<'_>, facts: &Facts<'_>) -> Vec<Span> {
    let mut finder = Finder { tree, facts, found: super::tokens(tree.source) };
    if !tree.bodies.is_empty() {
        finder.file(tree.root());
    }
    let mut found = finder.found;
    found.retain(|span| !span.is_empty());
    found.sort_unstable();
    found.dedup();
    found
}

struct Finder<'t, 'f> {
    tree: Tree<'t>,
    facts: &'f Facts<'f>,
    found: Vec<Span>,
}

/// The block that attributes stand in.
#[derive(Clone, Copy)]
pub struct Block<'t> {
    /// `resource`, `data`, `provider`, `module`, …
    pub kind: &'t str,
    /// Its first label.
    pub label: &'t str,
    schema: Option<TypeSchema>,
}

impl<'t> Block<'t> {
    fn new(kind: &'t str, label: &'t str) -> Self {
        Self { kind, label, schema: schema_of(kind, label) }
    }

    /// Whether the provider's schema marks an attribute sensitive.
    pub fn schema_says(&self, path: &str) -> bool {
        self.schema.is_some_and(|schema| marks_sensitive(schema, path))
    }
}

impl<'t> Finder<'t, '_> {
    fn file(&mut self, root: BodyId) {
        for item in self.tree.items(root) {
            match item {
                Item::Block(block) => {
                    let within = Block::new(self.tree.kind(*block), self.tree.label(*block, 0).unwrap_or_default());
                    let body = self.tree.block(*block).body;
                    self.top_level(within, body);
                }
                Item::Attribute(attribute) if self.tree.json => {
                    let kind = self.tree.text(attribute.name);
                    self.json_top_level(kind, attribute.expr);
                }
                Item::Attribute(attribute) => {
                    // An attribute at the top of a file assigns a variable: this is a tfvars file.
                    let name = self.tree.text(attribute.name);
                    let is_secret = (self.facts.sensitive_variable)(name) || tells_of_a_secret(name);
                    self.expression(attribute.expr, is_secret, None, "");
                }
            }
        }
    }

    fn top_level(&mut self, within: Block<'t>, body: BodyId) {
        let is_true = |name| {
            let attribute = self.tree.attribute(body, name);
            attribute.is_some_and(|attribute| matches!(self.tree.node(attribute.expr), Node::Bool(true)))
        };
        match within.kind {
            "variable" => {
                let is_secret = is_true("sensitive") || self.variable_is_secret(within.label);
                if let Some(default) = self.tree.attribute(body, "default") {
                    self.expression(default.expr, is_secret, None, "");
                }
            }
            "output" => {
                let is_secret = is_true("sensitive") || tells_of_a_secret(within.label);
                if let Some(value) = self.tree.attribute(body, "value") {
                    self.expression(value.expr, is_secret, None, "");
                }
            }
            _ => self.body(within, body, ""),
        }
    }

    fn variable_is_secret(&self, name: &str) -> bool {
        (self.facts.sensitive_variable)(name) || tells_of_a_secret(name)
    }

    fn body(&mut self, within: Block<'t>, body: BodyId, path: &str) {
        let Body { items, .. } = self.tree.bodies[body.0 as usize];
        for item in &self.tree.items[items.range()] {
            match item {
                Item::Attribute(attribute) => {
                    let path = join(path, self.tree.text(attribute.name));
                    let is_secret = self.is_secret(within, &path);
                    self.expression(attribute.expr, is_secret, Some(within), &path);
                }
                Item::Block(block) => {
                    let inner = self.tree.block(*block).body;
                    match (self.tree.kind(*block), self.tree.label(*block, 0)) {
                        // The blocks that it makes are named by its label.
                        ("dynamic", Some(name)) => self.body(within, inner, &join(path, name)),
                        ("content", _) => self.body(within, inner, path),
                        (kind, _) => self.body(within, inner, &join(path, kind)),
                    }
                }
            }
        }
    }

    fn is_secret(&self, within: Block<'_>, path: &str) -> bool {
        let name = path.rsplit('.').next().unwrap_or(path);
        tells_of_a_secret(name) || (self.facts.sensitive)(&within, path)
    }

    /// Looks into an expression. If `is_secret`, each literal in it is one.
    fn expression(&mut self, node: NodeId, is_secret: bool, within: Option<Block<'t>>, path: &str) {
        match self.tree.node(node) {
            Node::Str(_) | Node::Number(_) if is_secret => self.found.push(self.inner(self.tree.span(node))),
            Node::Template(_) if is_secret => {
                for part in children(self.tree, node) {
                    self.expression(part, true, within, path);
                }
            }
            Node::Object(entries) => {
                let entries = self.tree.list(entries);
                // `{ name = "DB_PASSWORD", value = "…" }`, as containers list their environment.
                let named = entries.chunks_exact(2).any(|entry| {
                    matches!(self.literal(entry[0]), Some("name" | "key"))
                        && self.literal(entry[1]).is_some_and(tells_of_a_secret)
                });
                for entry in entries.chunks_exact(2) {
                    let key = self.literal(entry[0]).unwrap_or_default();
                    let inner = join(path, key);
                    let is_secret = is_secret
                        || (named && key == "value")
                        || tells_of_a_secret(key)
                        || within.is_some_and(|within| self.is_secret(within, &inner));
                    self.expression(entry[1], is_secret, within, &inner);
                }
            }
            _ => {
                for child in children(self.tree, node) {
                    self.expression(child, is_secret, within, path);
                }
            }
        }
    }

    /// JSON syntax: `{"resource": {"type": {"name": {…}}}}`, `{"variable": {"name": {…}}}`, or the values of a tfvars file.
    fn json_top_level(&mut self, kind: &'t str, expr: NodeId) {
        match kind {
            "resource" | "data" | "ephemeral" => {
                for (label, types) in self.object(expr) {
                    for (_, body) in self.object(types) {
                        self.expression(body, false, Some(Block::new(kind, label)), "");
                    }
                }
            }
            "provider" | "module" => {
                for (label, body) in self.object(expr) {
                    self.expression(body, false, Some(Block::new(kind, label)), "");
                }
            }
            "variable" | "output" => {
                for (label, body) in self.object(expr) {
                    let entries = self.object(body);
                    let marked = entries
                        .iter()
                        .any(|(key, value)| *key == "sensitive" && matches!(self.tree.node(*value), Node::Bool(true)));
                    let is_secret = marked || self.variable_is_secret(label);
                    for (key, value) in entries {
                        self.expression(value, is_secret && matches!(key, "default" | "value"), None, "");
                    }
                }
            }
            _ => {
                let is_secret = self.variable_is_secret(kind);
                self.expression(expr, is_secret, None, "");
            }
        }
    }

    /// The entries of an object, or of all objects of a list.
    fn object(&self, node: NodeId) -> Vec<(&'t str, NodeId)> {
        match self.tree.node(node) {
            Node::Object(entries) => {
                let entries = self.tree.list(entries).chunks_exact(2);
                entries.filter_map(|entry| Some((self.literal(entry[0])?, entry[1]))).collect()
            }
            Node::Tuple(items) => {
                let items = self.tree.list(items).iter();
                items
                    .filter(|item| matches!(self.tree.node(**item), Node::Object(_)))
                    .flat_map(|item| self.object(*item))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn literal(&self, node: NodeId) -> Option<&'t str> {
        match self.tree.node(node) {
            Node::Str(text) => Some(self.tree.text(text)),
            Node::Paren(inner) => self.literal(inner),
            _ => None,
        }
    }

    /// A literal without its quotes, or without the first and last line of a heredoc.
    fn inner(&self, span: Span) -> Span {
        inner_of_literal(self.tree.source, span)
    }
}

/// A literal without its quotes, or without the first and last line of a heredoc.
pub(super) fn inner_of_literal(source: &str, span: Span) -> Span {
    let text = &source[span.range()];
    if text.len() >= 2 && text.starts_with('"') && text.ends_with('"') {
        return Span::new(span.start + 1, span.end - 1);
    }
    match (text.starts_with("<<"), text.find('\n')) {
        (true, Some(first)) => {
            let last = text.trim_end().rfind('\n').unwrap_or(text.len()).max(first + 1);
            Span::new(span.start + first as u32 + 1, span.start + last as u32)
        }
        _ => span,
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The expressions directly inside of an expression.
pub(super) fn children(tree: Tree<'_>, node: NodeId) -> Vec<NodeId> {
    match tree.node(node) {
        Node::Template(parts) | Node::Tuple(parts) | Node::Object(parts) => tree.list(parts).to_vec(),
        Node::Wrap(inner) | Node::Paren(inner) | Node::Attr(inner, _) | Node::Unary(_, inner) => vec![inner],
        Node::IfDirective { cond, then, otherwise } => {
            [cond, then].into_iter().chain(otherwise.map(|node| node.get())).collect()
        }
        Node::Index(left, right) | Node::Binary(_, left, right) => vec![left, right],
        Node::Splat { source, each } => vec![source, each],
        Node::Call(call) => tree.list(tree.call(call).args).to_vec(),
        Node::Conditional(cond, then, otherwise) => vec![cond, then, otherwise],
        Node::For(index) | Node::ForDirective(index) => {
            let round = tree.for_expr(index);
            let optional = [round.key, round.cond].into_iter().flatten().map(|node| node.get());
            [round.collection, round.value].into_iter().chain(optional).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the provider's schema marks an attribute sensitive: by kind of block, first label and path.
pub fn schema_says(kind: &str, label: &str, path: &str) -> bool {
    schema_of(kind, label).is_some_and(|schema| marks_sensitive(schema, path))
}

fn schema_of(kind: &str, label: &str) -> Option<TypeSchema> {
    match kind {
        "resource" => schema::resource(label),
        "data" => schema::data_source(label),
        "provider" => schema::provider_config(label),
        _ => None,
    }
}

fn marks_sensitive(schema: TypeSchema, path: &str) -> bool {
    // A path may lead on into a map; what is sensitive as a whole is so in its parts.
    let mut block = Some(schema.root());
    for name in path.split('.') {
        let Some(attr) = block.and_then(|block| block.attr(name)) else { return false };
        if attr.sensitive() {
            return true;
        }
        block = attr.children();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> String {
        let tree = crate::syntax::parse(source);
        let facts =
            Facts { sensitive: &|block, path| block.schema_says(path), sensitive_variable: &|name| name == "pin" };
        super::super::replace(source, spans(tree.view(source), &facts), "*")
    }

    #[test]
    fn names_tell_of_secrets_whatever_their_spelling() {
        for name in ["password", "DB_PASSWORD", "clientSecret", "master-password", "apiKey", "GITHUB_TOKEN", "token"] {
            assert!(tells_of_a_secret(name), "{name}");
        }
        for name in ["http_tokens", "secret_name", "key", "tokenizer", "secretsmanager_arn", "password_policy"] {
            assert!(!tells_of_a_secret(name), "{name}");
        }
    }

    #[test]
    fn the_last_letters_are_those_of_the_endings() {
        assert!(ENDINGS.iter().all(|ending| LAST.contains(&&ending[ending.len() - 3..])));
        assert!(LAST.iter().all(|last| ENDINGS.iter().any(|ending| ending.ends_with(last))));
    }

    #[test]
    fn literals_at_sensitive_attributes_are_masked_and_references_are_not() {
        assert_eq!(
            shown("resource \"aws_db_instance\" \"a\" {\n  password = \"x\"\n  engine = \"pg\"\n}\n"),
            "resource \"aws_db_instance\" \"a\" {\n  password = \"*\"\n  engine = \"pg\"\n}\n"
        );
        assert_eq!(
            shown("provider \"aws\" {\n  secret_key = \"pre-${var.x}\"\n}\n"),
            "provider \"aws\" {\n  secret_key = \"*${var.x}\"\n}\n"
        );
        assert_eq!(
            shown("variable \"a\" {\n  sensitive = true\n  default = 12\n}\n"),
            "variable \"a\" {\n  sensitive = true\n  default = *\n}\n"
        );
        assert_eq!(shown("pin = [\"1\", { a = \"2\" }]\nb = \"3\"\n"), "pin = [\"*\", { a = \"*\" }]\nb = \"3\"\n");
    }
}
