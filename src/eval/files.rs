//! Functions that read files: only inside of the read roots, and never anything but regular files.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use globset::GlobBuilder;

use super::evaluator::Evaluator;
use super::functions;
use super::holes::placed;
use super::interp::{EvalError, Evaluated, Interp, Scope, Step, article};
use crate::source::ReadError;
use crate::syntax::{Tree, TreeBuf, is_name, parse_template};
use crate::value::{InstanceId, Kind, Marks, Origin, ReasonKind, Ty, Unknown, Value, lookup};

/// Templates that templates call are followed so deep, and so many of them.
const MAX_NESTED: (u32, u32) = (8, 20_000);

impl<'a> Evaluator<'a> {
    /// `file`, `templatefile`, `fileexists`, `templatestring`, …; `None`: not one of them.
    ///
    /// A file that is not there may be made before Terraform runs (a build does so), therefore its text is not known where
    /// Terraform would refuse. `depth` templates around call it.
    pub(super) fn file_function(
        &self,
        name: &str,
        args: &[Value<'a>],
        at: Origin,
        depth: u32,
    ) -> Option<Evaluated<'a>> {
        let hash = name.strip_prefix("file").filter(|hash| functions::is_hash(hash));
        if hash.is_none()
            && !matches!(name, "file" | "fileexists" | "fileset" | "templatefile" | "templatestring" | "filebase64")
        {
            return None;
        }
        let takes = if matches!(name, "fileset" | "templatefile" | "templatestring") { 2 } else { 1 };
        if args.len() != takes {
            let plural = if takes == 1 { "" } else { "s" };
            let message = format!("{name} takes {takes} argument{plural}, not {}", args.len());
            return Some(Err(EvalError::new(message, at)));
        }
        if let ("templatefile" | "templatestring", Some(vars)) = (name, args.get(1))
            && !matches!(vars.kind, Kind::Unknown(_) | Kind::Instance(_))
            && vars.entries().is_none()
        {
            let message = format!("The second argument of {name} must be a map, not {}", article(vars));
            return Some(Err(EvalError::new(message, at)));
        }
        let deciding = if name == "fileset" { 2 } else { 1 };
        if let Some(unknown) = args.iter().take(deciding).find_map(Value::unknown) {
            let ty = match name {
                "fileexists" => Ty::Bool,
                "fileset" => Ty::Set(&Ty::String),
                "templatefile" | "templatestring" => Ty::Any,
                _ => Ty::String,
            };
            let unknown = Unknown { ty, ident: None, deps: unknown.deps, ..Unknown::new(unknown.reason) };
            return Some(Ok(Value::of(Kind::Unknown(self.arena.alloc(unknown))).at(at)));
        }
        let Some(first) = args.first().and_then(Value::as_str) else {
            return Some(Err(EvalError::new(format!("{name} needs a string"), at)));
        };
        if name == "templatestring" {
            return Some(self.template(first, args.get(1), at, depth));
        }
        if name == "fileset" {
            return Some(self.fileset(first, args, at));
        }
        let label = format!("{name}(\"{first}\")");
        let bytes = match self.program.read_file(first) {
            Ok(bytes) => bytes,
            Err(ReadError::Missing) if name == "fileexists" => return Some(Ok(Value::FALSE.at(at))),
            // `file("${terraform.workspace}.json")`
            Err(ReadError::Missing) if args[0].marks.has(Marks::WORKSPACE) => {
                return Some(Ok(self.unknown(ReasonKind::Workspace, "terraform.workspace", at)));
            }
            Err(error) => {
                if error != ReadError::Missing {
                    self.note(at, format!("{label} is not read: {error}"));
                }
                return Some(Ok(self.unknown(ReasonKind::File, &label, at)));
            }
        };
        if let Some(digest) = hash.and_then(|hash| functions::digest(hash, &bytes)) {
            return Some(Ok(Value::str(self.arena.alloc_str(&digest)).at(at)));
        }
        Some(match (name, String::from_utf8(bytes)) {
            ("fileexists", _) => Ok(Value::TRUE.at(at)),
            ("filebase64", text) => {
                let bytes = text.map_or_else(std::string::FromUtf8Error::into_bytes, String::into_bytes);
                Ok(Value::str(self.arena.alloc_str(&BASE64_STANDARD.encode(bytes))).at(at))
            }
            (_, Err(_)) => Err(EvalError::new(format!("{label} is not UTF-8"), at)),
            ("file", Ok(text)) => Ok(Value::str(self.arena.alloc_str(&text)).at(at)),
            (_, Ok(text)) => self.template(&text, args.get(1), at, depth),
        })
    }

    /// The files below a directory that fit a pattern: `*` and `?` within a name, `**` across directories, `{a,b}`,
    /// `[a-z]`.
    fn fileset(&self, directory: &str, args: &[Value<'a>], at: Origin) -> Evaluated<'a> {
        let Some(pattern) = args.get(1).and_then(Value::as_str) else {
            return Err(EvalError::new("fileset needs a pattern".to_owned(), at));
        };
        let label = format!("fileset(\"{directory}\", \"{pattern}\")");
        let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
        if pattern.split('/').any(|part| part == "..") {
            self.note(at, format!("{label} is not read: its pattern leads out of the directory"));
            return Ok(self.unknown(ReasonKind::File, &label, at));
        }
        let matcher = match GlobBuilder::new(pattern).literal_separator(true).empty_alternates(true).build() {
            Ok(glob) => glob.compile_matcher(),
            Err(error) => return Err(EvalError::new(format!("{label}: {}", error.kind()), at)),
        };
        match self.program.list_files(directory) {
            Ok(files) => {
                let fitting = files.iter().filter(|file| matcher.is_match(file));
                let values = fitting.map(|file| Value::str(self.arena.alloc_str(file)).at(at));
                Ok(Value::of(Kind::Set(self.arena.alloc_slice_fill_iter(values.collect::<Vec<_>>()))).at(at))
            }
            // As Terraform does: a directory that is not there holds no files.
            Err(ReadError::Missing) => Ok(Value::of(Kind::Set(&[])).at(at)),
            Err(error) => {
                self.note(at, format!("{label} is not read: {error}"));
                Ok(self.unknown(ReasonKind::File, &label, at))
            }
        }
    }

    /// A template with the variables of an object.
    fn template(&self, text: &str, vars: Option<&Value<'a>>, at: Origin, depth: u32) -> Evaluated<'a> {
        let mut names = vars.and_then(Value::entries).unwrap_or_default().iter().map(|(name, _)| name);
        if let Some(name) = names.find(|name| !is_name(name)) {
            return Err(EvalError::new(format!("A variable of a template cannot be named \"{name}\""), at));
        }
        let text: &'a str = self.arena.alloc_str(text);
        let (tree, node) = parse_template(text);
        if let Some(error) = tree.errors.first() {
            return Err(EvalError::new(format!("The template cannot be read: {}", error.message), at));
        }
        let scope = TemplateScope { evaluator: self, vars: vars.copied().unwrap_or(Value::NULL), at, depth: depth + 1 };
        let interp = Interp {
            arena: self.arena,
            tree: self.keep(&tree, text),
            base: 0,
            null_flow: false,
            scope: &scope,
            session: &self.session,
        };
        let value = interp.eval(node).map_err(|error| EvalError { at, ..error })?.at(at);
        if let Some(decoded) = self.session.decoded(&value).filter(|decoded| !decoded.origin.is_some()) {
            self.session.remember(&value, placed(self.arena, decoded, at));
        }
        Ok(value)
    }

    /// Moves a tree into the arena, so that it lives as long as its values.
    pub(super) fn keep(&self, tree: &TreeBuf, source: &'a str) -> Tree<'a> {
        Tree {
            source,
            cooked: self.arena.alloc_str(&tree.cooked),
            nodes: self.arena.alloc_slice_copy(&tree.nodes),
            spans: self.arena.alloc_slice_copy(&tree.spans),
            children: self.arena.alloc_slice_copy(&tree.children),
            calls: self.arena.alloc_slice_copy(&tree.calls),
            fors: self.arena.alloc_slice_copy(&tree.fors),
            bodies: self.arena.alloc_slice_copy(&tree.bodies),
            items: self.arena.alloc_slice_copy(&tree.items),
            blocks: self.arena.alloc_slice_copy(&tree.blocks),
            labels: self.arena.alloc_slice_copy(&tree.labels),
            comments: self.arena.alloc_slice_copy(&tree.comments),
            json: tree.json,
        }
    }
}

/// The names of a template: the members of the object that was given with it.
struct TemplateScope<'e, 'a> {
    evaluator: &'e Evaluator<'a>,
    vars: Value<'a>,
    /// Where the outermost template is called.
    at: Origin,
    depth: u32,
}

impl<'a> Scope<'a> for TemplateScope<'_, 'a> {
    fn resolve(&self, name: &'a str, _steps: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        if let Kind::Unknown(_) = self.vars.kind {
            return Ok((self.vars, 0));
        }
        match self.vars.entries().and_then(|entries| lookup(entries, name)) {
            Some(value) => Ok((*value, 0)),
            None => Err(EvalError::new(format!("The template asks for \"{name}\", which is not given"), at)),
        }
    }

    fn attribute(&self, _instance: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        Err(EvalError::new(format!("The template asks for \"{name}\" of a resource"), at))
    }

    fn call(&self, name: &str, args: &[Value<'a>], _at: Origin) -> Option<Evaluated<'a>> {
        if matches!(name, "templatefile" | "templatestring") {
            let evaluator = self.evaluator;
            let count = evaluator.nested_templates.get() + 1;
            evaluator.nested_templates.set(count);
            if self.depth > MAX_NESTED.0 || count > MAX_NESTED.1 {
                return Some(Err(EvalError::limit("Templates call templates deeper than onus follows", self.at)));
            }
            evaluator
                .note(self.at, format!("{name} is called within a template: OpenTofu does that, Terraform refuses it"));
        }
        // Text of a template has no place of its own.
        self.evaluator.file_function(name, args, self.at, self.depth)
    }
}
