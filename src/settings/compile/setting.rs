//! One setting: its arguments, the elements of its family, and its shapes.

use super::super::model::{Carriers, Companion, Element, Empty, Named, RuleExpr, Setting, Shape};
use super::super::syntax::{BlockId, Node, NodeId, Seq};
use super::args::Args;
use super::constant::{Constant, Family};
use super::{Compiler, RuleError, words};

/// An element of a family while it is compiled.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// `family.key`; empty without a family.
    pub(super) key: String,
    /// `family.value`
    pub(super) value: Option<RuleExpr>,
}

impl Member {
    /// The element as constants see it.
    pub(super) fn family(&self) -> Option<Family<'_>> {
        self.value.map(|value| Family { key: &self.key, value })
    }
}

impl<'f> Compiler<'_, 'f> {
    /// Compiles `setting "LABEL" { }`.
    pub(super) fn setting(&mut self, file: u16, block: BlockId) {
        let args = self.args(file, block, "a setting", words::SETTING, words::SETTING_BLOCKS);
        let label = self.tree(file).label(block, 0).unwrap_or_default();
        let at = self.tree(file).labels(block).first().map_or(args.header.start, |label| label.span.start);
        self.check_label(file, at, label);
        self.exclusive(&args, "attribute", "subject");
        self.exclusive(&args, "default", "defaults");
        if let Some(concerns) = args.get("concerns")
            && (args.get("family").is_none() || args.get("kind").is_none())
        {
            self.error_at(concerns, "`concerns` names what of a family matters to a member of a kind: it needs both");
        }

        let index = self.out.settings.len() as u32;
        let members = self.members(&args);
        let elements = self.elements(&args, index, label, &members);
        let locals = self.one_locals(&args);
        let inputs = self.own_inputs(&args);
        let shapes = self.shapes(&args, index);
        let references = args.get("references").map(|expr| self.texts(expr, None)).unwrap_or_default();
        let setting = Setting {
            label: self.intern(label),
            file,
            at,
            title: self.require(&args, "title").unwrap_or(RuleExpr { file, node: NodeId(0) }),
            problem: args.get("problem"),
            layer: self.layer(&args),
            why: self.required_text(&args, "why"),
            remedy: self.text_arg(&args, "remedy"),
            elements,
            shapes,
            kind: self.anchor_kind(&args),
            locals,
            inputs,
            default_note: self.text_arg(&args, "default_note"),
            references: self.list(&references),
            frameworks: self.frameworks(&args, &members),
            since: self.text_arg(&args, "since"),
            enabled: self.flag(&args, "enabled", true),
        };
        self.out.settings.push(setting);
        self.check_scopes(index, &members);
    }

    fn check_label(&mut self, file: u16, at: u32, label: &str) {
        let view = &self.files[file as usize];
        let name = view.path.rsplit('/').next().unwrap_or(view.path).trim_end_matches(".hcl").replace('_', "-");
        let prefix = if view.folder == "common" { format!("{name}-") } else { format!("{}-{name}-", view.folder) };
        let word = label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !word || label.ends_with('-') || label.contains("--") {
            self.error(file, at, format!("the id `{label}` must be of lower case letters, digits and single hyphens"));
        } else if !label.starts_with(&prefix) || label.len() == prefix.len() {
            let mut error = RuleError::new(view, at, format!("the id `{label}` must say where it stands: `{prefix}…`"));
            error.nearest = None;
            self.errors.push(error);
        }
    }

    fn layer(&mut self, args: &Args<'f>) -> super::Str {
        let word = self.require(args, "layer").and_then(|expr| self.word(expr, "layer", words::LAYERS));
        self.intern(word.map_or("", |at| words::LAYERS[at]))
    }

    fn required_text(&mut self, args: &Args<'f>, name: &str) -> super::Str {
        self.require(args, name);
        self.text_arg(args, name)
    }

    /// The kind that is the anchor. Exactly one of `resource`, `kind` and `on` blocks must be there.
    fn anchor_kind(&mut self, args: &Args<'f>) -> Option<u16> {
        let ways = [args.get("resource").is_some(), args.get("kind").is_some(), args.blocks("on").next().is_some()];
        if ways.iter().filter(|way| **way).count() != 1 {
            self.error(
                args.file,
                args.header.start,
                "a setting needs exactly one of `resource`, `kind` and `on` blocks",
            );
        }
        let expr = args.get("kind")?;
        let name = self.text(expr, None)?;
        self.kind_named(self.folder(args.file), expr, &name)
    }

    fn members(&mut self, args: &Args<'f>) -> Vec<Member> {
        let Some(family) = args.get("family") else { return vec![Member { key: String::new(), value: None }] };
        let entries = self.entries_of(family);
        if entries.is_empty() {
            self.error_at(family, "a family needs an element");
        }
        let mut members: Vec<Member> = Vec::new();
        for (key, value) in entries {
            let word = !key.is_empty() && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            if !word {
                self.error_at(
                    value,
                    format!("the key `{key}` of a family must be of lower case letters, digits, hyphens"),
                );
            }
            if members.iter().any(|member| member.key == key) {
                self.error_at(value, format!("the key `{key}` stands twice in this family"));
            }
            self.constant(value, None);
            members.push(Member { key, value: Some(value) });
        }
        members
    }

    fn elements(&mut self, args: &Args<'f>, setting: u32, label: &str, members: &[Member]) -> Seq {
        let start = self.out.elements.len() as u32;
        for member in members {
            let id = if member.key.is_empty() { label.to_owned() } else { format!("{label}-{}", member.key) };
            let aliases = args.get("aliases").map(|expr| (expr, self.texts(expr, member.family())));
            let aliases = aliases.map(|(expr, aliases)| self.check_aliases(expr, aliases)).unwrap_or_default();
            let element = Element {
                setting,
                key: self.intern(&member.key),
                id: self.intern(&id),
                value: member.value,
                aliases: self.list(&aliases),
            };
            self.out.elements.push(element);
        }
        Seq { start, len: members.len() as u32 }
    }

    fn check_aliases(&mut self, expr: RuleExpr, aliases: Vec<String>) -> Vec<String> {
        for alias in &aliases {
            let word = alias.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
            if alias.is_empty() || !word {
                self.error_at(expr, format!("`{alias}` is no well-formed id"));
            }
        }
        aliases
    }

    fn frameworks(&mut self, args: &Args<'f>, members: &[Member]) -> Seq {
        let Some(expr) = args.get("frameworks") else { return Seq::default() };
        let run = self.object_of(expr);
        let named: Vec<Named> = self.out.named[run.range()].to_vec();
        for entry in named {
            for member in members {
                self.texts(entry.expr, member.family());
            }
        }
        run
    }

    fn one_locals(&mut self, args: &Args<'f>) -> Seq {
        let blocks: Vec<BlockId> = args.blocks("locals").collect();
        if blocks.len() > 1 {
            self.error(args.file, args.header.start, format!("{} has one `locals` at most", args.what));
        }
        self.locals_of(args.file, blocks.first().copied())
    }

    fn own_inputs(&mut self, args: &Args<'f>) -> Seq {
        let start = self.out.inputs.len() as u32;
        for block in args.blocks("input").collect::<Vec<_>>() {
            let input = self.input(args.file, block);
            self.out.inputs.push(input);
        }
        Seq { start, len: self.out.inputs.len() as u32 - start }
    }

    fn shapes(&mut self, own: &Args<'f>, setting: u32) -> Seq {
        let blocks: Vec<BlockId> = own.blocks("on").collect();
        let shared: Vec<Companion> = self.companions(own);
        let mut shapes = Vec::new();
        if blocks.is_empty() {
            let types = own.get("resource").map(|expr| self.types_in(expr)).unwrap_or_default();
            shapes.push(self.shape(own, None, setting, types, &shared));
        }
        for block in blocks {
            let on = self.args(own.file, block, "`on`", words::ON, words::ON_BLOCKS);
            self.exclusive(&on, "attribute", "subject");
            self.exclusive(&on, "default", "defaults");
            let types = self.types_of(own.file, block);
            shapes.push(self.shape(own, Some(&on), setting, types, &shared));
        }
        self.check_doubles(own, &shapes);
        let run = Seq { start: self.out.shapes.len() as u32, len: shapes.len() as u32 };
        self.out.shapes.extend(shapes);
        run
    }

    /// One shape: what the `on` block says, else what the setting says.
    fn shape(
        &mut self,
        own: &Args<'f>,
        on: Option<&Args<'f>>,
        setting: u32,
        types: Seq,
        shared: &[Companion],
    ) -> Shape {
        let nearer = |name: &str| on.and_then(|on| on.get(name)).or_else(|| own.get(name));
        // An inner `subject` replaces an outer `attribute` too.
        let pair = |one: &str, other: &str| match on {
            Some(on) if on.get(one).is_some() || on.get(other).is_some() => (on.get(one), on.get(other)),
            _ => (own.get(one), own.get(other)),
        };
        let (attribute, subject) = pair("attribute", "subject");
        let (default, defaults) = pair("default", "defaults");
        let (locals, companions) = match on {
            Some(on) => (self.one_locals(on), [shared, &self.companions(on)].concat()),
            None => (Seq::default(), shared.to_vec()),
        };
        let carriers = nearer("carriers").and_then(|expr| self.word(expr, "word", &["any", "all", "first"]));
        let empty = nearer("empty").and_then(|expr| self.word(expr, "word", &["not_applicable", "secure", "unset"]));
        let severity = nearer("severity").unwrap_or_else(|| {
            self.require(own, "severity");
            RuleExpr { file: own.file, node: NodeId(0) }
        });
        Shape {
            setting,
            types,
            versions: match on {
                Some(on) => self.text_arg(on, "versions"),
                None => super::Str::default(),
            },
            for_each: nearer("for_each"),
            concerns: own.get("concerns"),
            filters: [own.get("filter"), on.and_then(|on| on.get("filter"))],
            attribute,
            subject,
            default,
            defaults,
            condition: nearer("condition"),
            carriers: carriers.map(|at| [Carriers::Any, Carriers::All, Carriers::First][at]),
            empty: [Empty::NotApplicable, Empty::Secure, Empty::Unset][empty.unwrap_or(0)],
            inherited: own.get("inherited"),
            severity,
            fix: nearer("fix"),
            careful: nearer("careful"),
            locals,
            companions: self.store_companions(&companions),
        }
    }

    /// A type may stand in two `on` blocks if both have `versions`, or both have `for_each`.
    fn check_doubles(&mut self, own: &Args<'f>, shapes: &[Shape]) {
        for (index, shape) in shapes.iter().enumerate() {
            for other in &shapes[..index] {
                let split = (shape.versions.len > 0 && other.versions.len > 0)
                    || (shape.for_each.is_some() && other.for_each.is_some());
                let types = &self.out.types[shape.types.range()];
                let twice = types.iter().find(|ty| self.out.types[other.types.range()].contains(ty)).copied();
                if let (false, Some(ty)) = (split, twice) {
                    let name = &self.out.strings[ty.name.start as usize..(ty.name.start + ty.name.len) as usize];
                    let message =
                        format!("`{name}` stands in two `on` blocks without `versions` or `for_each` in both");
                    self.error(own.file, own.header.start, message);
                }
            }
        }
    }

    /// Whether every value that an expression can have is one of the severities.
    pub(super) fn check_severity(&mut self, expr: RuleExpr, members: &[Member]) {
        let tree = self.tree(expr.file);
        let at = |node: NodeId| RuleExpr { file: expr.file, node };
        match tree.node(expr.node) {
            Node::Paren(inner) | Node::Wrap(inner) => self.check_severity(at(inner), members),
            Node::Conditional(_, then, otherwise) => {
                self.check_severity(at(then), members);
                self.check_severity(at(otherwise), members);
            }
            Node::Call(call) if matches!(tree.text(tree.call(call).name), "coalesce" | "try") => {
                for arg in tree.list(tree.call(call).args) {
                    self.check_severity(at(*arg), members);
                }
            }
            Node::Call(call) if tree.text(tree.call(call).name) == "lookup" => {
                let args = tree.list(tree.call(call).args);
                if let Some(table) = args.first() {
                    self.severity_words(at(*table), members);
                }
                if let Some(otherwise) = args.get(2) {
                    self.check_severity(at(*otherwise), members);
                }
            }
            Node::Index(table, key)
                if self.constants.eval(at(key), members.first().and_then(Member::family)).is_err() =>
            {
                self.severity_words(at(table), members);
            }
            Node::Null => {}
            _ => self.severity_words(expr, members),
        }
    }

    /// A constant: one word, or a table of words.
    fn severity_words(&mut self, expr: RuleExpr, members: &[Member]) {
        for member in members {
            let texts: Vec<String> = match self.constant(expr, member.family()) {
                Some(Constant::Str(text)) => vec![text],
                Some(Constant::Object(entries)) => entries
                    .into_iter()
                    .filter_map(|(_, value)| if let Constant::Str(text) = value { Some(text) } else { None })
                    .collect(),
                Some(_) => vec![String::new()],
                None => return,
            };
            for text in texts {
                if !words::SEVERITIES.contains(&text.as_str()) {
                    let message = format!("unknown severity `{text}`");
                    self.error_near(expr, message, &text, words::SEVERITIES.iter().copied());
                }
            }
        }
    }
}
