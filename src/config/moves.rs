//! `moved`, `removed` and `import` blocks: what Terraform demands of them. They change no setting, but one that Terraform
//! refuses stops the whole configuration.

use indexmap::IndexMap;

use super::assemble::Assembler;
use super::module::{BlockRef, ExprRef, Import, MergedBody, Mode, Problem};
use super::read::{body_of, literal_bool};
use crate::syntax::{Node, NodeId, Tree};

/// Names that references begin with and addresses do not.
const RESERVED: [&str; 9] = ["var", "local", "each", "count", "path", "self", "terraform", "output", "provider"];

/// A resource or module as such a block names it.
#[derive(Debug, PartialEq, Eq)]
struct Target {
    /// The calls that lead there.
    modules: Vec<String>,
    /// Mode, type and name; `None`: the last module itself.
    resource: Option<(Mode, String, String)>,
    /// The key that stands last.
    key: Option<NodeId>,
    /// Whether a key stands before the last name.
    inner_key: bool,
}

impl Target {
    /// A resource of the module in which the block stands.
    fn here(&self) -> Option<&(Mode, String, String)> {
        self.resource.as_ref().filter(|_| self.modules.is_empty())
    }
}

/// Who was moved where, by the text of the addresses. Each is moved once, and nothing else is moved to where it went.
#[derive(Debug, Default)]
struct Moves {
    from: IndexMap<String, String>,
    /// Where it went, and where that is written.
    to: IndexMap<String, (String, ExprRef)>,
}

impl Moves {
    /// The moves that close a circle: of each the one that is written last, by its number.
    fn circles(&self) -> Vec<usize> {
        // Which walk came by a move first.
        let mut walks = vec![None; self.to.len()];
        let mut circles = Vec::new();
        for start in 0..self.to.len() {
            let mut at = Some(start);
            while let Some(here) = at.filter(|here| walks[*here].is_none()) {
                walks[here] = Some(start);
                at = self.next(here);
            }
            if let Some(again) = at.filter(|again| walks[*again] == Some(start)) {
                let around = std::iter::successors(self.next(again), |here| self.next(*here));
                circles.extend(around.take_while(|here| *here != again).chain([again]).max());
            }
        }
        circles
    }

    /// The move that takes on what another one moved.
    fn next(&self, here: usize) -> Option<usize> {
        self.to.get_index_of(&self.to[here].0)
    }
}

enum Step<'t> {
    Name(&'t str),
    Key(NodeId),
}

/// The steps of a reference, or nothing if it is none.
fn steps<'t>(tree: Tree<'t>, mut node: NodeId) -> Option<Vec<Step<'t>>> {
    let mut steps = Vec::new();
    loop {
        match tree.node(node) {
            Node::Attr(base, name) => {
                steps.push(Step::Name(tree.text(name)));
                node = base;
            }
            Node::Index(base, key) => {
                steps.push(Step::Key(key));
                node = base;
            }
            Node::Variable(name) => {
                steps.push(Step::Name(tree.text(name)));
                steps.reverse();
                return Some(steps);
            }
            _ => return None,
        }
    }
}

/// The parts of an address, each with its key as addresses have it: `module`, `a["x"]`, `aws_vpc`, `main[0]`.
fn parts(tree: Tree<'_>, node: NodeId) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for step in steps(tree, node).unwrap_or_default() {
        match (step, parts.last_mut()) {
            (Step::Name("resource"), None) => {}
            (Step::Name(name), _) => parts.push(name.to_owned()),
            (Step::Key(key), Some(last)) => last.push_str(&format!("[{}]", &tree.source[tree.span(key).range()])),
            (Step::Key(_), None) => {}
        }
    }
    parts
}

/// `module.a["x"].aws_vpc.main[0]`
fn target(tree: Tree<'_>, node: NodeId) -> Option<Target> {
    let steps = steps(tree, node)?;
    let mut rest = steps.iter().peekable();
    let mut found = Target { modules: Vec::new(), resource: None, key: None, inner_key: false };
    let key = |rest: &mut std::iter::Peekable<std::slice::Iter<'_, Step<'_>>>| match rest.peek() {
        Some(Step::Key(key)) => {
            rest.next();
            Some(*key)
        }
        _ => None,
    };
    while matches!(rest.peek(), Some(Step::Name("module"))) {
        rest.next();
        let Some(Step::Name(name)) = rest.next() else { return None };
        found.modules.push((*name).to_owned());
        found.inner_key |= found.key.is_some();
        found.key = key(&mut rest);
    }
    let Some(first) = rest.next() else { return Some(found).filter(|found| !found.modules.is_empty()) };
    let Step::Name(first) = first else { return None };
    let (mode, type_name) = match (*first, rest.peek()) {
        (word @ ("data" | "resource" | "ephemeral"), Some(Step::Name(type_name))) => {
            rest.next();
            let mode = if word == "data" { Mode::Data } else { Mode::Managed };
            (mode, *type_name)
        }
        (reserved, _) if RESERVED.contains(&reserved) => return None,
        (type_name, _) => (Mode::Managed, type_name),
    };
    let Some(Step::Name(name)) = rest.next() else { return None };
    found.inner_key |= found.key.is_some();
    found.resource = Some((mode, type_name.to_owned(), (*name).to_owned()));
    found.key = key(&mut rest);
    rest.next().is_none().then_some(found)
}

impl Assembler<'_> {
    /// Looks at all such blocks, once everything that they can name is declared.
    pub(super) fn check_moves(&mut self) {
        let mut moves = Moves::default();
        let mut imported = IndexMap::new();
        for (block, overrides) in std::mem::take(&mut self.moves) {
            let kind = self.program.tree(block.file).kind(block.block);
            if overrides {
                let header = self.program.tree(block.file).block(block.block).header;
                self.refuse(block.file, header, format!("a `{kind}` block cannot be overridden"), "");
            } else if self.labels(block, []).is_some() {
                match kind {
                    "moved" => self.check_moved(block, &mut moves),
                    "removed" => self.check_removed(block),
                    _ => self.check_import(block, &mut imported),
                }
            }
        }
        for last in moves.circles() {
            if let Some((from, (_, to))) = moves.to.get_index(last) {
                self.refuse_at(*to, format!("{from} is moved in a circle"), "");
            }
        }
    }

    /// An argument that the block must have.
    fn needed(&mut self, block: BlockRef, body: &mut MergedBody, name: &str) -> Option<ExprRef> {
        let found = body.take(self.program, name);
        if found.is_none() && !self.is_broken(block) {
            let tree = self.program.tree(block.file);
            let kind = tree.kind(block.block);
            let article = if kind == "import" { "an" } else { "a" };
            let message = format!("{article} `{kind}` block needs `{name}`");
            self.refuse(block.file, tree.block(block.block).header, message, "");
        }
        found
    }

    /// What an address names; `None` if it is none, which is told.
    fn address(&mut self, expr: ExprRef) -> Option<Target> {
        let tree = self.program.tree(expr.file);
        let found = target(tree, expr.node);
        if found.is_none() && !matches!(tree.node(expr.node), Node::Invalid) {
            let message = "the address of a resource or of a module is needed".to_owned();
            self.refuse(
                expr.file,
                tree.span(expr.node),
                message,
                "such as aws_vpc.main, module.network or aws_vpc.main[0]",
            );
        }
        found
    }

    fn refuse_at(&mut self, expr: ExprRef, message: String, label: &str) {
        let span = self.program.tree(expr.file).span(expr.node);
        self.refuse(expr.file, span, message, label);
    }

    fn written(&self, expr: ExprRef) -> String {
        let tree = self.program.tree(expr.file);
        tree.source[tree.span(expr.node).range()].to_owned()
    }

    /// Whether what a block says is gone is still declared: a resource or a module call of this module.
    fn is_declared(&self, target: &Target) -> bool {
        match (&target.resource, &target.modules[..]) {
            (Some(resource), []) => self.module.resources.contains_key(resource),
            (None, [call]) => self.module.calls.contains_key(call),
            _ => false,
        }
    }

    fn check_moved(&mut self, block: BlockRef, moves: &mut Moves) {
        let mut body = body_of(self.program, block);
        let (from, to) = (self.needed(block, &mut body, "from"), self.needed(block, &mut body, "to"));
        self.warn_of_unread(&body, "`moved`", &["from", "to"]);
        let (Some(from), Some(to)) = (from, to) else { return };
        let (Some(left), Some(arrived)) = (self.address(from), self.address(to)) else { return };
        let (from_text, to_text) = (self.written(from), self.written(to));
        let [from_parts, to_parts] = [from, to].map(|expr| parts(self.program.tree(expr.file), expr.node));
        self.module.moved.push((from_parts, to_parts));
        for (expr, target) in [(from, &left), (to, &arrived)] {
            let tree = self.program.tree(expr.file);
            if target.key.is_some_and(|key| !matches!(tree.node(key), Node::Str(_) | Node::Number(_))) {
                self.refuse_at(expr, "the key of an address that is moved must be a literal".to_owned(), "");
            }
        }
        if left.resource.is_some() != arrived.resource.is_some() {
            let message = "`from` and `to` must both be resources, or both modules".to_owned();
            self.refuse_at(to, message, "");
        } else if from_text == to_text {
            self.refuse_at(to, format!("{to_text} is moved to itself"), "");
        } else if left.key.is_none() && arrived.key.is_none() && !left.inner_key && self.is_declared(&left) {
            let message = format!("{from_text} is moved to {to_text}, but it is still declared");
            self.refuse_at(from, message, "take the block away that declares it, or this one");
        }
        match (moves.from.get(&to_text), moves.to.get(&from_text)) {
            (Some(first), _) if *first != from_text => {
                self.refuse_at(to, format!("{first} is moved to {to_text}, too"), "");
            }
            (_, Some((first, _))) if *first != to_text => {
                self.refuse_at(to, format!("{from_text} is moved to {first}, too"), "");
            }
            _ if from_text == to_text => {}
            _ => {
                moves.from.insert(to_text.clone(), from_text.clone());
                moves.to.entry(from_text).or_insert((to_text, to));
            }
        }
    }

    fn check_removed(&mut self, block: BlockRef) {
        let program = self.program;
        let mut body = body_of(program, block);
        let from = self.needed(block, &mut body, "from");
        for (lifecycle, ..) in body.take_blocks(program, "lifecycle") {
            self.warn_of_unread(&lifecycle, "`lifecycle` of `removed`", &["destroy"]);
            let destroy = lifecycle.expr(program, "destroy");
            if let Some(expr) = destroy.filter(|expr| literal_bool(program.tree(expr.file), expr.node).is_none()) {
                self.refuse_at(expr, "`destroy` must be true or false, written out".to_owned(), "");
            }
        }
        let target = from.and_then(|from| self.address(from));
        let provisioners =
            body.blocks.iter().filter(|nested| program.tree(nested.file).kind(nested.block) == "provisioner");
        for nested in provisioners.copied().collect::<Vec<_>>() {
            self.check_removed_provisioner(nested, target.as_ref());
        }
        self.warn_of_unread(&body, "`removed`", &["from", "lifecycle", "provisioner", "connection"]);
        let (Some(from), Some(target)) = (from, target) else { return };
        if matches!(target.resource, Some((Mode::Data, ..))) {
            let message = "a data source is nothing that could be removed".to_owned();
            self.refuse_at(from, message, "take its `data` block away");
        } else if target.key.is_some() || target.inner_key {
            self.refuse_at(from, "the address of what is removed takes no key".to_owned(), "all instances are removed");
        } else if self.is_declared(&target) {
            let message = format!("{} is removed, but it is still declared", self.written(from));
            self.refuse_at(from, message, "take the block away that declares it, or this one");
        }
    }

    fn check_removed_provisioner(&mut self, nested: BlockRef, target: Option<&Target>) {
        let program = self.program;
        let tree = program.tree(nested.file);
        let when = body_of(program, nested).expr(program, "when");
        let at_destroy =
            when.is_some_and(|when| matches!(tree.node(when.node), Node::Variable(text) | Node::Str(text) if tree.text(text) == "destroy"));
        let header = tree.block(nested.block).header;
        if !at_destroy {
            let message = "a provisioner in `removed` needs `when = destroy`".to_owned();
            self.refuse(nested.file, header, message, "");
        } else if target.is_some_and(|target| target.resource.is_none()) {
            let message = "only a resource that is removed takes a provisioner".to_owned();
            self.refuse(nested.file, header, message, "");
        }
    }

    fn check_import(&mut self, block: BlockRef, imported: &mut IndexMap<String, ()>) {
        let program = self.program;
        let mut body = body_of(program, block);
        let to = self.needed(block, &mut body, "to");
        let (id, identity) = (body.take(program, "id"), body.take(program, "identity"));
        let tree = program.tree(block.file);
        if !self.is_broken(block) && id.is_some() == identity.is_some() {
            let message = "an `import` block needs one of `id` and `identity`".to_owned();
            self.refuse(block.file, tree.block(block.block).header, message, "");
        }
        let (for_each, _provider) = (body.take(program, "for_each"), body.take(program, "provider"));
        self.warn_of_unread(&body, "`import`", &["to", "id", "identity", "for_each", "provider"]);
        self.module.imports.push(Import { block, to, id, for_each });
        let Some(to) = to else { return };
        let Some(target) = self.address(to) else { return };
        let Some((mode, ..)) = target.resource else {
            self.refuse_at(to, "a module cannot be imported, only a resource".to_owned(), "");
            return;
        };
        if mode != Mode::Managed {
            self.refuse_at(to, "only a managed resource can be imported".to_owned(), "");
            return;
        }
        self.check_imported(to, &target);
        if for_each.is_none() && imported.insert(self.written(to), ()).is_some() {
            self.refuse_at(to, format!("{} is imported twice", self.written(to)), "");
        }
    }

    /// Holds the target of an import against the resource that is declared.
    fn check_imported(&mut self, to: ExprRef, target: &Target) {
        let Some(key) = target.here() else { return };
        let Some(resource) = self.module.resources.get(key) else {
            let problem = Problem::new(format!("{} is imported, but not declared", self.written(to)));
            let span = self.program.tree(to.file).span(to.node);
            let problem = problem.at(self.program.locate(to.file, span));
            self.warnings.push(problem.help("declare it, or let `terraform plan -generate-config-out=PATH` do so"));
            return;
        };
        let repeats = resource.count.is_some() || resource.for_each.is_some();
        match (repeats, target.key.is_some()) {
            (true, false) => {
                let message = format!("{} has a key for each of its instances", self.written(to));
                self.refuse_at(to, message, "which one is imported?");
            }
            (false, true) => {
                let message = "the resource that is imported has no keys: it repeats neither by count nor by for_each";
                self.refuse_at(to, message.to_owned(), "");
            }
            _ => {}
        }
    }
}
