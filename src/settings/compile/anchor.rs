//! What a setting speaks of: types as rules name them, and companions.

use super::super::model::{Companion, LinkKind, RuleExpr, TypeKind, TypeRef};
use super::super::syntax::{BlockId, Seq};
use super::args::Args;
use super::{Compiler, words};

/// How deep companions may nest: the hops of a chain.
const MAX_HOPS: usize = 8;

impl<'f> Compiler<'_, 'f> {
    /// A type as a rule names it: `aws_db_instance`, `data.http`, `provider.aws`, `module`, `*`, `aws_*`.
    pub(super) fn type_ref(&mut self, file: u16, at: u32, text: &str) -> TypeRef {
        let (kind, name) = match text.split_once('.') {
            Some(("data", name)) => (TypeKind::Data, name),
            Some(("provider", name)) => (TypeKind::Provider, name),
            _ if words::SPECIAL_TYPES.contains(&text) => (TypeKind::Special, text),
            _ => (TypeKind::Managed, text),
        };
        let word = name.strip_suffix('*').unwrap_or(name);
        let fits = word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'));
        if !fits || name.is_empty() {
            self.error(file, at, format!("`{text}` is no type: aws_instance, data.http, provider.aws, module, aws_*"));
        }
        let name = self.intern(name);
        TypeRef { kind, name }
    }

    /// The labels of a block, as types.
    pub(super) fn types_of(&mut self, file: u16, block: BlockId) -> Seq {
        let tree = self.tree(file);
        let labels = tree.labels(block);
        if labels.is_empty() {
            let at = tree.block(block).kind_span.start;
            self.error(file, at, format!("`{}` needs the types it speaks of as labels", tree.kind(block)));
        }
        let types: Vec<TypeRef> =
            labels.iter().map(|label| self.type_ref(file, label.span.start, tree.text(label.text))).collect();
        self.types(&types)
    }

    /// A string or list of strings, as types.
    pub(super) fn types_in(&mut self, expr: RuleExpr) -> Seq {
        let at = self.tree(expr.file).span(expr.node).start;
        let texts = self.texts(expr, None);
        let types: Vec<TypeRef> = texts.iter().map(|text| self.type_ref(expr.file, at, text)).collect();
        self.types(&types)
    }

    fn types(&mut self, types: &[TypeRef]) -> Seq {
        let start = self.out.types.len() as u32;
        self.out.types.extend_from_slice(types);
        Seq { start, len: types.len() as u32 }
    }

    /// Stores companions as one run.
    pub(super) fn store_companions(&mut self, companions: &[Companion]) -> Seq {
        let start = self.out.companions.len() as u32;
        self.out.companions.extend_from_slice(companions);
        Seq { start, len: companions.len() as u32 }
    }

    /// The companions in a block, in written order.
    pub(super) fn companions(&mut self, args: &Args<'f>) -> Vec<Companion> {
        args.blocks("companion")
            .collect::<Vec<_>>()
            .into_iter()
            .map(|block| self.companion(args.file, block, 1))
            .collect()
    }

    fn companion(&mut self, file: u16, block: BlockId, hops: usize) -> Companion {
        let args = self.args(file, block, "a companion", words::COMPANION, &["companion"]);
        let types = self.types_of(file, block);
        self.exclusive(&args, "attribute", "subject");
        self.exclusive(&args, "default", "defaults");
        let (link, link_paths) = self.link(&args);
        if args.get("to").is_some() && !matches!(link, LinkKind::Via | LinkKind::From) {
            self.error(file, args.at("to"), "`to` says what a link names; `scope` links nothing");
        }
        let except = match args.get("except") {
            Some(expr) => self.types_in(expr),
            None => Seq::default(),
        };
        let nested: Vec<BlockId> = args.blocks("companion").collect();
        if hops >= MAX_HOPS && !nested.is_empty() {
            self.error(file, args.header.start, format!("companions nest {MAX_HOPS} deep at most"));
        }
        let nested: Vec<Companion> = nested
            .into_iter()
            .take(if hops < MAX_HOPS { usize::MAX } else { 0 })
            .map(|block| self.companion(file, block, hops + 1))
            .collect();
        Companion {
            types,
            link,
            link_paths,
            to: args.get("to"),
            except,
            filter: args.get("filter"),
            attribute: args.get("attribute"),
            subject: args.get("subject"),
            default: args.get("default"),
            defaults: args.get("defaults"),
            condition: args.get("condition"),
            fix: args.get("fix"),
            careful: args.get("careful"),
            companions: self.store_companions(&nested),
        }
    }

    fn link(&mut self, args: &Args<'f>) -> (LinkKind, Option<RuleExpr>) {
        let written: Vec<&str> = ["via", "from", "scope"].into_iter().filter(|name| args.get(name).is_some()).collect();
        match written.as_slice() {
            ["via"] => (LinkKind::Via, args.get("via")),
            ["from"] => (LinkKind::From, args.get("from")),
            ["scope"] => {
                let scopes = [LinkKind::Provider, LinkKind::Account, LinkKind::Estate];
                let word =
                    args.get("scope").and_then(|expr| self.word(expr, "scope", &["provider", "account", "estate"]));
                (scopes[word.unwrap_or(0)], None)
            }
            _ => {
                self.error(args.file, args.header.start, "a companion needs exactly one of `via`, `from`, `scope`");
                (LinkKind::Estate, None)
            }
        }
    }
}
