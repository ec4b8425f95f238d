//! Which names an expression of a rule may use, and whether they exist: tables, inputs, fields of kinds, functions.

use std::collections::{BTreeMap, BTreeSet};

use super::super::model::{Companion, KindShape, Named, RuleExpr, Shape};
use super::super::syntax::{For, Node, NodeId, Seq, Tree};
use super::constant::{Constant, is_variable};
use super::setting::Member;
use super::{Compiler, RuleError, words};

/// Names that may stand where an expression stands.
#[derive(Clone, Debug, Default)]
struct Names<'f> {
    /// `attrs`, `value`, `each`, a kind …
    roots: Vec<String>,
    /// `local.NAME`
    locals: BTreeSet<String>,
    /// `input.NAME`
    inputs: BTreeSet<String>,
    /// Fields of kinds that have them.
    fields: Vec<(String, Vec<String>)>,
    /// Keys of `family.value`, where elements are objects; `None`: anything.
    family: Option<BTreeSet<String>>,
    /// Variables of `for` around the expression.
    bound: Vec<&'f str>,
}

impl Names<'_> {
    fn with(&self, roots: &[&str]) -> Self {
        let mut names = self.clone();
        names.roots.extend(roots.iter().map(|root| (*root).to_owned()));
        names
    }
}

impl<'f> Compiler<'_, 'f> {
    /// Checks the names in all expressions of a setting.
    pub(super) fn check_scopes(&mut self, index: u32, members: &[Member]) {
        let setting = self.out.settings[index as usize];
        let constant = self.constant_names(index, members);
        self.check_names(setting.title, &constant);
        let inputs = self.out.inputs[setting.inputs.range()].to_vec();
        for input in inputs {
            self.check_names(input.default, &Names::default());
        }
        let shapes: Vec<Shape> = self.out.shapes[setting.shapes.range()].to_vec();
        for shape in &shapes {
            self.check_circles(&[setting.locals, shape.locals]);
            self.check_shape(shape, &constant, members);
            if let Some(problem) = setting.problem {
                let mut names = self.shape_names(shape, &constant, members);
                names.roots.push("value".to_owned());
                self.check_names(problem, &names);
            }
        }
    }

    /// What constants of a setting may use.
    fn constant_names(&mut self, index: u32, members: &[Member]) -> Names<'f> {
        let setting = self.out.settings[index as usize];
        let mut names = self.folder_names(self.folder(setting.file));
        names.inputs.extend(self.names_of_inputs(setting.inputs));
        if members.iter().any(|member| member.value.is_some()) {
            names.roots.push("family".to_owned());
            names.family = self.family_fields(members);
        }
        names
    }

    fn folder_names(&self, folder: &str) -> Names<'f> {
        let seen = |of: &str| of == folder || of == "common";
        let locals = self.declared.locals.keys().filter(|(of, _)| seen(of)).map(|(_, name)| (*name).to_owned());
        let inputs = self.declared.inputs.keys().filter(|(of, _)| seen(of)).map(|(_, name)| (*name).to_owned());
        let roots = vec!["local".to_owned(), "input".to_owned()];
        Names { roots, locals: locals.collect(), inputs: inputs.collect(), ..Names::default() }
    }

    fn family_fields(&self, members: &[Member]) -> Option<BTreeSet<String>> {
        let mut fields = BTreeSet::new();
        for member in members {
            match self.constants.eval(member.value?, None) {
                Ok(Constant::Object(entries)) => fields.extend(entries.into_iter().map(|(name, _)| name)),
                _ => return None,
            }
        }
        Some(fields)
    }

    fn text_of(&self, text: super::Str) -> String {
        self.out.strings[text.start as usize..(text.start + text.len) as usize].to_owned()
    }

    fn names_of_inputs(&self, run: Seq) -> Vec<String> {
        self.out.inputs[run.range()].iter().map(|input| self.text_of(input.name)).collect()
    }

    pub(super) fn names_of(&self, run: Seq) -> Vec<String> {
        self.out.named[run.range()].iter().map(|named| self.text_of(named.name)).collect()
    }

    /// What every expression of a shape may use.
    fn shape_names(&mut self, shape: &Shape, constant: &Names<'f>, members: &[Member]) -> Names<'f> {
        let setting = self.out.settings[shape.setting as usize];
        let mut names = constant.with(&["attrs", "meta", "provider"]);
        names.locals.extend(self.names_of(setting.locals));
        names.locals.extend(self.names_of(shape.locals));
        if let Some(kind) = setting.kind {
            self.kind_names(kind, &mut names);
        }
        let items = |expr: Option<RuleExpr>| expr.is_some_and(|expr| self.has_items(expr, members));
        if shape.for_each.is_some() || items(shape.attribute) {
            names.roots.push("each".to_owned());
        }
        names
    }

    /// The name of a kind, and those of the kinds around it.
    fn kind_names(&self, kind: u16, names: &mut Names<'f>) {
        let mut at = Some(kind);
        for _ in 0..=self.out.kinds.len() {
            let Some(kind) = at.and_then(|at| self.out.kinds.get(at as usize)) else { return };
            let name = self.text_of(kind.name);
            if let Some(shape) = self.out.kind_shapes[kind.shapes.range()].first()
                && shape.fields.len > 0
            {
                let (given, made) = (self.names_of(shape.fields), self.names_of(kind.fields));
                names.fields.push((name.clone(), given.into_iter().chain(made).collect()));
            }
            names.roots.push(name);
            at = kind.within;
        }
    }

    /// Whether a path selects items: `[*]` in it, for any element of the family.
    fn has_items(&self, path: RuleExpr, members: &[Member]) -> bool {
        members.iter().any(|member| match self.constants.eval(path, member.family()) {
            Ok(Constant::Str(text)) => text.contains("[*]"),
            Ok(Constant::List(items)) => {
                items.iter().any(|item| matches!(item, Constant::Str(text) if text.contains("[*]")))
            }
            _ => false,
        })
    }

    fn check_shape(&mut self, shape: &Shape, constant: &Names<'f>, members: &[Member]) {
        let setting = self.out.settings[shape.setting as usize];
        let names = self.shape_names(shape, constant, members);
        let mut before_items = names.clone();
        before_items.roots.retain(|root| root != "each");
        let mut of_resource = constant.with(&["attrs", "meta", "provider"]);
        of_resource.locals.clone_from(&names.locals);
        let valued = names.with(&["value"]);

        self.check_all(&[shape.inherited], &of_resource);
        self.check_all(&[shape.for_each], &before_items);
        let mut of_all = names.clone();
        of_all.roots.retain(|root| root != "family");
        self.check_all(&[shape.concerns], &of_all);
        self.check_all(&[shape.filters[0], shape.filters[1], shape.subject, shape.default], &names);
        self.check_all(&[shape.attribute, shape.defaults], constant);
        self.check_all(&[shape.condition, Some(shape.severity), shape.fix, shape.careful], &valued);
        self.check_locals(setting.locals, &names);
        self.check_locals(shape.locals, &names);
        self.check_severity(shape.severity, members);
        self.check_path(shape.attribute, members);
        if let Some(condition) = shape.condition {
            self.check_condition(condition);
        }
        let companions: Vec<Companion> = self.out.companions[shape.companions.range()].to_vec();
        for companion in &companions {
            self.check_companion(companion, constant, &names, members, false);
        }
    }

    fn check_companion(
        &mut self,
        companion: &Companion,
        constant: &Names<'f>,
        around: &Names<'f>,
        members: &[Member],
        nested: bool,
    ) {
        let mut names = around.with(if nested { &["outer"] } else { &["carrier"] });
        if companion.attribute.is_some_and(|path| self.has_items(path, members)) {
            names.roots.push("each".to_owned());
        }
        let valued = names.with(&["value"]);
        self.check_all(&[companion.link_paths, companion.to, companion.attribute, companion.defaults], constant);
        self.check_all(&[companion.filter, companion.subject, companion.default], &names);
        self.check_all(&[companion.condition, companion.fix, companion.careful], &valued);
        for path in [companion.link_paths, companion.to, companion.attribute] {
            self.check_path(path, members);
        }
        if let Some(condition) = companion.condition {
            self.check_condition(condition);
        }
        let nested_companions: Vec<Companion> = self.out.companions[companion.companions.range()].to_vec();
        for inner in nested_companions {
            self.check_companion(&inner, constant, &names, members, true);
        }
    }

    /// A path is constant text, or a list of texts, that follows the grammar of paths.
    fn check_path(&mut self, path: Option<RuleExpr>, members: &[Member]) {
        let Some(expr) = path else { return };
        for member in members {
            for text in self.texts(expr, member.family()) {
                if text != "*"
                    && let Err(message) = super::super::path::parse(&text)
                {
                    self.error_at(expr, format!("`{text}` is no path: {message}"));
                }
            }
        }
    }

    /// A condition that decides nothing is a slip of the pen; only the constant `false` says something: presence.
    fn check_condition(&mut self, condition: RuleExpr) {
        let tree = self.tree(condition.file);
        match self.constants.eval(condition, None) {
            Ok(Constant::Bool(false)) => {}
            Ok(_) => self.error_at(condition, "this condition is the same for every resource"),
            Err(_) if !reads_anything(tree, condition.node) => {
                self.error_at(condition, "this condition reads nothing of what it judges");
            }
            Err(_) => {}
        }
    }

    /// Locals that need each other to be known never are.
    fn check_circles(&mut self, runs: &[Seq]) {
        let named: BTreeMap<String, RuleExpr> = runs
            .iter()
            .flat_map(|run| self.out.named[run.range()].to_vec())
            .map(|local| (self.text_of(local.name), local.expr))
            .collect();
        let mut found = Vec::new();
        for (name, expr) in &named {
            let mut seen = BTreeSet::new();
            let mut todo = vec![*expr];
            while let Some(expr) = todo.pop() {
                let tree = self.tree(expr.file);
                each_node(tree, expr.node, &mut |node| {
                    if let Node::Attr(of, used) = tree.node(node)
                        && is_variable(tree, of, "local")
                        && seen.insert(tree.text(used))
                    {
                        todo.extend(named.get(tree.text(used)));
                    }
                });
            }
            if seen.contains(name.as_str()) {
                found.push((*expr, format!("local `{name}` uses itself")));
            }
        }
        // One is enough: the others of the circle say the same.
        if let Some((expr, message)) = found.into_iter().next() {
            self.error_at(expr, message);
        }
    }

    /// Checks kinds, tables and inputs that settings share.
    pub(super) fn check_shared_scopes(&mut self) {
        for (file, named) in self.out.locals.clone() {
            let names = self.folder_names(self.folder(file));
            self.check_names(named.expr, &names);
            if let Err((at, message)) = self.constants.eval(named.expr, None)
                && message.contains("uses itself")
            {
                self.error_at(at, message);
            }
        }
        for kind in self.out.kinds.clone() {
            let folder = self.folder_names(self.folder(kind.file));
            let mut names = folder.with(&["attrs", "meta", "provider"]);
            if let Some(within) = kind.within {
                self.kind_names(within, &mut names);
            }
            self.check_all(&[kind.for_each], &names);
            let shapes: Vec<KindShape> = self.out.kind_shapes[kind.shapes.range()].to_vec();
            for shape in shapes {
                let items = if shape.for_each.is_some() { names.with(&["each"]) } else { names.clone() };
                self.check_all(&[shape.at], &folder);
                self.check_path(shape.at, &[Member { key: String::new(), value: None }]);
                self.check_all(&[shape.for_each], &names);
                self.check_all(&[shape.filter], &items);
                self.check_locals(shape.fields, &items);
            }
            if let Some(given) = self.out.kind_shapes[kind.shapes.range()].first().map(|shape| shape.fields) {
                let name = self.text_of(kind.name);
                let mut made_of = names.with(&[&name]);
                made_of.fields.push((name, self.names_of(given)));
                self.check_locals(kind.fields, &made_of);
            }
        }
    }

    fn check_locals(&mut self, run: Seq, names: &Names<'f>) {
        let named: Vec<Named> = self.out.named[run.range()].to_vec();
        for local in named {
            self.check_names(local.expr, names);
        }
    }

    fn check_all(&mut self, exprs: &[Option<RuleExpr>], names: &Names<'f>) {
        for expr in exprs.iter().flatten() {
            self.check_names(*expr, names);
        }
    }

    fn check_names(&mut self, expr: RuleExpr, names: &Names<'f>) {
        let file = &self.files[expr.file as usize];
        let mut walk = Walk { file: expr.file, tree: file.tree, names: names.clone(), found: Vec::new() };
        walk.node(expr.node);
        for (offset, message, word, candidates) in walk.found {
            let error = RuleError::new(file, offset, message);
            self.errors.push(error.near(&word, candidates.iter().map(String::as_str)));
        }
    }
}

/// Whether any name but functions and constants stands in the expression.
fn reads_anything(tree: Tree<'_>, root: NodeId) -> bool {
    let mut reads = false;
    each_node(tree, root, &mut |node| {
        if let Node::Variable(name) = tree.node(node) {
            reads |= !matches!(tree.text(name), "input" | "family");
        }
    });
    reads
}

/// Calls `visit` for an expression and all expressions in it.
pub(crate) fn each_node(tree: Tree<'_>, root: NodeId, visit: &mut impl FnMut(NodeId)) {
    let mut todo = vec![root];
    while let Some(node) = todo.pop() {
        visit(node);
        todo.extend(children(tree, node));
    }
}

/// The expressions that stand directly in an expression.
pub(crate) fn children(tree: Tree<'_>, node: NodeId) -> Vec<NodeId> {
    match tree.node(node) {
        Node::Template(items) | Node::Tuple(items) | Node::Object(items) => tree.list(items).to_vec(),
        Node::Wrap(of) | Node::Attr(of, _) | Node::Unary(_, of) | Node::Paren(of) => vec![of],
        Node::IfDirective { cond, then, otherwise } => {
            [Some(cond), Some(then), otherwise.map(|node| node.get())].into_iter().flatten().collect()
        }
        Node::Index(a, b) | Node::Binary(_, a, b) => vec![a, b],
        Node::Splat { source, each } => vec![source, each],
        Node::Call(call) => tree.list(tree.call(call).args).to_vec(),
        Node::Conditional(a, b, c) => vec![a, b, c],
        Node::For(at) | Node::ForDirective(at) => {
            let of = tree.for_expr(at);
            let optional = [of.key, of.cond].into_iter().flatten().map(|node| node.get());
            [of.collection, of.value].into_iter().chain(optional).collect()
        }
        _ => Vec::new(),
    }
}

/// An error while names are checked: where, what, the word, and what it could have been.
type Found = (u32, String, String, Vec<String>);

struct Walk<'f> {
    file: u16,
    tree: Tree<'f>,
    names: Names<'f>,
    found: Vec<Found>,
}

impl<'f> Walk<'f> {
    fn node(&mut self, node: NodeId) {
        match self.tree.node(node) {
            Node::Variable(name) => self.root(node, self.tree.text(name)),
            Node::Attr(of, name) => self.attr(node, of, self.tree.text(name)),
            Node::For(at) | Node::ForDirective(at) => self.for_expr(self.tree.for_expr(at)),
            Node::Call(at) => {
                self.call(at);
                self.all(node);
            }
            _ => self.all(node),
        }
    }

    fn all(&mut self, node: NodeId) {
        for child in children(self.tree, node) {
            self.node(child);
        }
    }

    fn for_expr(&mut self, of: &For) {
        self.node(of.collection);
        let depth = self.names.bound.len();
        self.names.bound.extend(of.key_name.map(|name| self.tree.text(name)));
        self.names.bound.push(self.tree.text(of.value_name));
        for node in [of.key, of.cond].into_iter().flatten() {
            self.node(node.get());
        }
        self.node(of.value);
        self.names.bound.truncate(depth);
    }

    fn report(&mut self, node: NodeId, message: String, word: &str, candidates: Vec<String>) {
        self.found.push((self.tree.span(node).start, message, word.to_owned(), candidates));
    }

    fn root(&mut self, node: NodeId, name: &str) {
        if self.names.bound.contains(&name) || self.names.roots.iter().any(|root| root == name) {
            return;
        }
        let message = match name {
            "each" => "`each` needs `for_each`, or a path with `[*]`".to_owned(),
            "family" => "`family` needs a `family` table in the setting".to_owned(),
            "carrier" | "outer" => format!("`{name}` has a meaning only in a companion"),
            "value" => {
                "`value` is not known here, only in `condition`, `severity`, `problem`, `careful`, `fix`".to_owned()
            }
            "attrs" | "meta" | "provider" => format!("`{name}` cannot stand in a constant"),
            _ => format!("unknown name `{name}`"),
        };
        let bound = self.names.bound.iter().map(|name| (*name).to_owned());
        let candidates = self.names.roots.iter().cloned().chain(bound).collect();
        self.report(node, message, name, candidates);
    }

    fn attr(&mut self, node: NodeId, of: NodeId, name: &str) {
        let unknown = |what: &str| format!("unknown {what} `{name}`");
        let free = |root: &str| is_variable(self.tree, of, root) && !self.names.bound.contains(&root);
        if free("local") && !self.names.locals.contains(name) {
            self.report(node, unknown("local"), name, self.names.locals.iter().cloned().collect());
        } else if free("input") && !self.names.inputs.contains(name) {
            self.report(node, unknown("input"), name, self.names.inputs.iter().cloned().collect());
        } else if free("meta") && !words::META.contains(&name) {
            self.report(
                node,
                unknown("word of `meta`"),
                name,
                words::META.iter().map(|word| (*word).to_owned()).collect(),
            );
        } else if (free("each") || free("family")) && !matches!(name, "key" | "value") {
            let candidates = vec!["key".to_owned(), "value".to_owned()];
            self.report(node, "`each` and `family` have `key` and `value`".to_owned(), name, candidates);
        } else if let Some((kind, fields)) = self.names.fields.iter().find(|(kind, _)| free(kind))
            && !fields.iter().any(|field| field == name)
        {
            let (message, fields) = (format!("kind `{kind}` has no field `{name}`"), fields.clone());
            self.report(node, message, name, fields);
        } else if let Node::Attr(root, value) = self.tree.node(of)
            && self.tree.text(value) == "value"
            && is_variable(self.tree, root, "family")
            && let Some(fields) = &self.names.family
            && !fields.contains(name)
        {
            let fields: Vec<String> = fields.iter().cloned().collect();
            self.report(node, format!("no element of the family has `{name}`"), name, fields);
        }
        self.node(of);
    }

    fn call(&mut self, at: u32) {
        let call = self.tree.call(at);
        let name = self.tree.text(call.name);
        let Some((least, most)) = words::function(name) else {
            let candidates = words::FUNCTIONS.iter().map(|(name, _, _)| (*name).to_owned()).collect();
            self.found.push((call.name_span.start, format!("unknown function `{name}`"), name.to_owned(), candidates));
            return;
        };
        let args = call.args.len;
        if !call.expand && (args < u32::from(least) || (most != words::MANY && args > u32::from(most))) {
            let wanted = match (least, most) {
                (least, words::MANY) => format!("{least} or more"),
                (least, most) if least == most => least.to_string(),
                (least, most) => format!("{least} to {most}"),
            };
            let message = format!("`{name}` takes {wanted} arguments, not {args}");
            self.found.push((call.name_span.start, message, String::new(), Vec::new()));
        }
        let _ = self.file;
    }
}
