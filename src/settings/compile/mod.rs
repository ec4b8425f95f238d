//! From the text of rule files to a [`RuleSetBuf`]: one setting, kind, table or input after the other, with every word
//! checked that can be checked without provider schemas. All errors are given at once.
//!
//! build.rs compiles this room too, so it uses only `std`, `syntax` and the model.

mod anchor;
mod args;
pub(crate) mod constant;
mod error;
mod index;
mod kind;
pub(crate) mod scope;
mod setting;
pub(crate) mod words;

use std::collections::{BTreeMap, HashMap};

pub use error::RuleError;

use self::constant::{Constants, Locals};
use super::model::{RuleExpr, RuleFile, RuleSetBuf, Str};
use super::syntax::{self, BlockId, Tree, TreeBuf};

/// A rule file as it was read: its path as shown, its folder below `rules/` (`aws`, `common`), and its text.
pub type RuleText = (String, String, String);

/// Compiles the files of a set of rules. On errors it gives all of them, sorted by place.
pub fn compile(files: Vec<RuleText>) -> Result<RuleSetBuf, Vec<RuleError>> {
    let mut parsed: Vec<(String, String, String, TreeBuf)> = files
        .into_iter()
        .map(|(path, folder, text)| {
            let tree = syntax::parse(&text);
            (path, folder, text, tree)
        })
        .collect();
    parsed.sort_by(|a, b| a.0.cmp(&b.0));
    let views: Vec<RuleFile<'_>> =
        parsed.iter().map(|(path, folder, text, tree)| RuleFile { path, folder, tree: tree.view(text) }).collect();

    let mut errors: Vec<RuleError> = Vec::new();
    for ((_, _, _, tree), file) in parsed.iter().zip(&views) {
        errors.extend(tree.errors.iter().map(|error| RuleError::new(file, error.span.start, &error.message)));
    }
    let declared = Declared::collect(&views, &mut errors);
    let mut compiler = Compiler {
        files: &views,
        declared: &declared,
        constants: Constants { files: &views, locals: &declared.locals },
        out: RuleSetBuf::default(),
        interned: HashMap::new(),
        errors,
    };
    compiler.shared();
    compiler.check_shared_scopes();
    for (file, block) in &declared.settings {
        compiler.setting(*file, *block);
    }
    compiler.index();
    let Compiler { mut out, mut errors, .. } = compiler;
    if errors.is_empty() {
        out.files = parsed;
        return Ok(out);
    }
    errors.sort();
    errors.dedup();
    Err(errors)
}

/// What stands at the top of the files, by name, before anything is compiled.
#[derive(Debug, Default)]
struct Declared<'f> {
    /// Settings, sorted by label.
    settings: Vec<(u16, BlockId)>,
    /// Kinds by folder and name; the value is the place in this map's order, which is the index of the kind.
    kinds: BTreeMap<(&'f str, &'f str), (u16, BlockId)>,
    /// Top-level `locals` by folder and name.
    locals: Locals<'f>,
    /// Top-level inputs by folder and name.
    inputs: BTreeMap<(&'f str, &'f str), (u16, BlockId)>,
}

impl<'f> Declared<'f> {
    fn collect(files: &[RuleFile<'f>], errors: &mut Vec<RuleError>) -> Self {
        let mut declared = Self::default();
        for (index, file) in files.iter().enumerate() {
            let tree = file.tree;
            let Some(root) = tree.bodies.len().checked_sub(1) else { continue };
            let root = super::syntax::BodyId(root as u32);
            for attribute in tree.attributes(root) {
                errors.push(
                    RuleError::new(
                        file,
                        attribute.name_span.start,
                        "an argument cannot stand at the top of a rule file",
                    )
                    .near(tree.text(attribute.name), words::TOP_BLOCKS.iter().copied()),
                );
            }
            for block in tree.blocks_in(root) {
                declared.block(index as u16, file, block, errors);
            }
        }
        declared.settings.sort_by_key(|(file, block)| {
            let file = &files[*file as usize];
            (file.tree.label(*block, 0), file.path)
        });
        declared
    }

    fn block(&mut self, index: u16, file: &RuleFile<'f>, block: BlockId, errors: &mut Vec<RuleError>) {
        let tree = file.tree;
        let at = tree.block(block).kind_span.start;
        let kind = tree.kind(block);
        let labels = tree.labels(block).len();
        if !words::TOP_BLOCKS.contains(&kind) {
            let error = RuleError::new(file, at, format!("unknown block `{kind}`"));
            errors.push(error.near(kind, words::TOP_BLOCKS.iter().copied()));
            return;
        }
        if labels != usize::from(kind != "locals") {
            let wanted = if kind == "locals" { "no label" } else { "one label" };
            errors.push(RuleError::new(file, at, format!("`{kind}` takes {wanted}")));
            return;
        }
        let name = tree.label(block, 0).unwrap_or_default();
        let known = match kind {
            "setting" => {
                self.settings.push((index, block));
                None
            }
            "kind" => self.kinds.insert((file.folder, name), (index, block)),
            "input" => self.inputs.insert((file.folder, name), (index, block)),
            _ => {
                self.locals(index, file, block, errors);
                None
            }
        };
        if known.is_some() {
            errors.push(RuleError::new(file, at, format!("{kind} `{name}` is declared twice in `{}`", file.folder)));
        }
        if matches!(kind, "kind" | "input") && file.folder != "common" {
            let clash = match kind {
                "kind" => self.kinds.contains_key(&("common", name)),
                _ => self.inputs.contains_key(&("common", name)),
            };
            if clash {
                errors.push(RuleError::new(file, at, format!("{kind} `{name}` is declared in `common` already")));
            }
        }
    }

    fn locals(&mut self, index: u16, file: &RuleFile<'f>, block: BlockId, errors: &mut Vec<RuleError>) {
        let tree = file.tree;
        for attribute in tree.attributes(tree.block(block).body) {
            let name = tree.text(attribute.name);
            let expr = RuleExpr { file: index, node: attribute.expr };
            if self.locals.insert((file.folder, name), expr).is_some() {
                let message = format!("local `{name}` is declared twice in `{}`", file.folder);
                errors.push(RuleError::new(file, attribute.name_span.start, message));
            }
        }
    }

    /// The kind of that name, as a folder sees it: its index and where it stands.
    fn kind(&self, folder: &'f str, name: &str) -> Option<(u16, u16, BlockId)> {
        [folder, "common"].into_iter().find_map(|folder| {
            let at = self.kinds.keys().position(|key| *key == (folder, name))?;
            let (file, block) = self.kinds.get(&(folder, name))?;
            Some((at as u16, *file, *block))
        })
    }
}

/// The state of one compilation.
struct Compiler<'c, 'f> {
    files: &'c [RuleFile<'f>],
    declared: &'c Declared<'f>,
    constants: Constants<'c, 'f>,
    out: RuleSetBuf,
    interned: HashMap<String, Str>,
    errors: Vec<RuleError>,
}

impl<'f> Compiler<'_, 'f> {
    fn tree(&self, file: u16) -> Tree<'f> {
        self.files[file as usize].tree
    }

    fn folder(&self, file: u16) -> &'f str {
        self.files[file as usize].folder
    }

    fn intern(&mut self, text: &str) -> Str {
        if let Some(known) = self.interned.get(text) {
            return *known;
        }
        let at = Str { start: self.out.strings.len() as u32, len: text.len() as u32 };
        self.out.strings.push_str(text);
        self.interned.insert(text.to_owned(), at);
        at
    }

    fn error(&mut self, file: u16, offset: u32, message: impl Into<String>) {
        self.errors.push(RuleError::new(&self.files[file as usize], offset, message));
    }

    fn error_at(&mut self, expr: RuleExpr, message: impl Into<String>) {
        let offset = self.tree(expr.file).span(expr.node).start;
        self.error(expr.file, offset, message);
    }

    fn error_near<'w>(
        &mut self,
        expr: RuleExpr,
        message: impl Into<String>,
        word: &str,
        candidates: impl IntoIterator<Item = &'w str>,
    ) {
        let offset = self.tree(expr.file).span(expr.node).start;
        self.errors.push(RuleError::new(&self.files[expr.file as usize], offset, message).near(word, candidates));
    }
}

#[cfg(test)]
mod tests;
