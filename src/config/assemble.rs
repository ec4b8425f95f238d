//! The blocks of a directory's files to one module, native and JSON syntax alike.
//!
//! In: files that are part of the program already, overrides last. Out: a [`Module`] and what Terraform would refuse in
//! it. Declarations are collected with their overrides merged, and read only then; so an override may set anything.

use std::collections::HashMap;
use std::hash::Hash;

use indexmap::IndexMap;

use super::merge::merge;
use super::module::{BlockRef, Local, MergedBody, Mode, Module, Problem, Program};
use super::read::{body_of, json_blocks, literal};
use crate::discover::nearest_word;
use crate::source::{FileId, Span};
use crate::syntax::{Item, is_name};

/// Block types at the top of a file that Terraform and OpenTofu know, and that say nothing about settings.
const WITHOUT_MEANING_HERE: [&str; 2] = ["action", "language"];

/// Block types that are read.
const READ: [&str; 13] = [
    "resource",
    "data",
    "ephemeral",
    "module",
    "variable",
    "output",
    "locals",
    "provider",
    "terraform",
    "check",
    "moved",
    "removed",
    "import",
];

/// Errors, and warnings, of one directory that are kept: one with more is not Terraform.
const MAX_PROBLEMS: usize = 200;

/// Mode, type and name of a resource.
pub(super) type ResourceKey = (Mode, String, String);

/// A block with everything that later files say about it.
pub(super) struct Declaration {
    pub(super) block: BlockRef,
    pub(super) body: MergedBody,
}

/// A module in the making.
pub(super) struct Assembler<'p> {
    pub(super) program: &'p Program,
    pub(super) module: Module,
    pub(super) errors: Vec<Problem>,
    pub(super) warnings: Vec<Problem>,
    variables: IndexMap<String, Declaration>,
    outputs: IndexMap<String, Declaration>,
    resources: IndexMap<ResourceKey, Declaration>,
    /// The check that a data source stands in.
    pub(super) checked: HashMap<ResourceKey, String>,
    calls: IndexMap<String, Declaration>,
    providers: IndexMap<(String, Option<String>), Declaration>,
    /// `moved`, `removed` and `import` blocks; with `true` those of overrides.
    pub(super) moves: Vec<(BlockRef, bool)>,
    /// The `required_providers` block that is not an override: there can be one.
    pub(super) required_providers: Option<(FileId, Span)>,
    /// The place of each required provider in the module's list.
    pub(super) required: HashMap<String, usize>,
    /// The backend or `cloud` block that is not an override: there can be one.
    pub(super) backend: Option<(FileId, Span)>,
}

/// Reads the blocks of these files. Those with `true` are overrides.
pub(super) fn assemble<'p>(program: &'p Program, files: &[(FileId, bool)]) -> Assembler<'p> {
    let mut assembler = Assembler {
        program,
        module: Module::default(),
        errors: Vec::new(),
        warnings: Vec::new(),
        variables: IndexMap::new(),
        outputs: IndexMap::new(),
        resources: IndexMap::new(),
        checked: HashMap::new(),
        calls: IndexMap::new(),
        providers: IndexMap::new(),
        moves: Vec::new(),
        required_providers: None,
        required: HashMap::new(),
        backend: None,
    };
    for (file, overrides) in files {
        assembler.take_file(*file, *overrides);
        assembler.module.files.push(*file);
    }
    assembler.finish();
    assembler
}

impl Assembler<'_> {
    fn take_file(&mut self, file: FileId, overrides: bool) {
        let tree = self.program.tree(file);
        if tree.bodies.is_empty() {
            return;
        }
        for item in tree.items(tree.root()) {
            match item {
                Item::Block(block) => self.take_block(BlockRef { file, block: *block }, overrides),
                // In JSON syntax a key that is no known block may be one of a newer Terraform.
                Item::Attribute(attribute) if tree.json => {
                    self.warn_of_unknown(file, attribute.name_span, tree.text(attribute.name));
                }
                Item::Attribute(attribute) => {
                    let name = tree.text(attribute.name);
                    let message = format!("`{name}` stands outside of any block");
                    self.refuse(file, attribute.name_span, message, "arguments belong into a block");
                }
            }
        }
    }

    fn take_block(&mut self, block: BlockRef, overrides: bool) {
        match self.program.tree(block.file).kind(block.block) {
            "resource" => self.take_resource(Mode::Managed, block, overrides),
            "data" => self.take_resource(Mode::Data, block, overrides),
            "ephemeral" => self.take_resource(Mode::Ephemeral, block, overrides),
            "module" => self.take_named(block, overrides, |it| &mut it.calls),
            "variable" => self.take_named(block, overrides, |it| &mut it.variables),
            "output" => self.take_named(block, overrides, |it| &mut it.outputs),
            "locals" => self.take_locals(block, overrides),
            "provider" => self.take_provider(block, overrides),
            "check" => self.take_check(block, overrides),
            "moved" | "removed" | "import" => self.moves.push((block, overrides)),
            "terraform" if self.labels(block, []).is_some() => self.read_terraform(block, overrides),
            "terraform" => {}
            known if WITHOUT_MEANING_HERE.contains(&known) => {}
            unknown => {
                let span = self.program.tree(block.file).block(block.block).kind_span;
                self.warn_of_unknown(block.file, span, unknown);
            }
        }
    }

    fn take_resource(&mut self, mode: Mode, block: BlockRef, overrides: bool) {
        let Some([type_name, name]) = self.labels(block, ["a type", "a name"]) else { return };
        let what = match mode {
            Mode::Managed => format!("resource {type_name}.{name}"),
            Mode::Data => format!("data.{type_name}.{name}"),
            Mode::Ephemeral => format!("ephemeral.{type_name}.{name}"),
        };
        let result = declare(self.program, &mut self.resources, (mode, type_name, name), block, overrides);
        self.note(result, &what);
        self.refuse_in_block(block, overrides);
        self.refuse_second(block, "lifecycle");
        self.refuse_second(block, "_");
    }

    fn take_named(
        &mut self,
        block: BlockRef,
        overrides: bool,
        map: impl FnOnce(&mut Self) -> &mut IndexMap<String, Declaration>,
    ) {
        let Some([name]) = self.labels(block, ["a name"]) else { return };
        let program = self.program;
        let what = format!("{} \"{name}\"", program.tree(block.file).kind(block.block));
        let result = declare(program, map(self), name, block, overrides);
        self.note(result, &what);
        self.refuse_in_block(block, overrides);
    }

    fn take_provider(&mut self, block: BlockRef, overrides: bool) {
        let Some([name]) = self.labels(block, ["a name"]) else { return };
        let tree = self.program.tree(block.file);
        let alias = tree.attribute(tree.block(block.block).body, "alias");
        let alias = alias.and_then(|attribute| literal(tree, attribute.expr));
        let what = match &alias {
            Some(alias) => format!("provider {name}.{alias}"),
            None => format!("provider {name}"),
        };
        let key = (name, alias);
        // A default configuration that is not written counts as an empty one, so it can be overridden.
        let overrides = overrides && (key.1.is_some() || self.providers.contains_key(&key));
        let result = declare(self.program, &mut self.providers, key, block, overrides);
        self.note(result, &what);
    }

    fn take_locals(&mut self, block: BlockRef, overrides: bool) {
        self.labels(block, []);
        let body = body_of(self.program, block);
        for nested in body.blocks {
            let span = self.program.tree(nested.file).block(nested.block).header;
            self.refuse(nested.file, span, "`locals` holds `name = value` and no blocks".to_owned(), "");
        }
        for (file, attribute) in body.attributes {
            let tree = self.program.tree(file);
            let name = tree.text(attribute.name);
            // Only JSON syntax can write another key.
            if !is_name(name) {
                let message = format!("\"{name}\" cannot be a name");
                self.refuse(file, attribute.name_span, message, "letters, digits, `_` and `-`");
                continue;
            }
            let expr = super::module::ExprRef { file, node: attribute.expr };
            let local = Local { name: name.to_owned(), expr, name_span: attribute.name_span };
            match (self.module.locals.get_mut(name), overrides) {
                (None, false) => {
                    self.module.locals.insert(name.to_owned(), local);
                }
                (Some(existing), true) => *existing = local,
                _ if self.errors.len() >= MAX_PROBLEMS => {}
                (Some(existing), false) => {
                    let first = (existing.expr.file, existing.name_span);
                    let what = format!("local.{name}");
                    self.error(twice(self.program, &what, first, (file, attribute.name_span)));
                }
                (None, true) => {
                    self.error(no_base(self.program, &format!("local.{name}"), (file, attribute.name_span)));
                }
            }
        }
    }

    /// Refuses arguments that cannot stand together in a block, or not in an override.
    fn refuse_in_block(&mut self, block: BlockRef, overrides: bool) {
        let tree = self.program.tree(block.file);
        let attribute = |name| tree.attribute(tree.block(block.block).body, name);
        if let (Some(_), Some(for_each)) = (attribute("count"), attribute("for_each")) {
            let message = "`count` and `for_each` exclude each other".to_owned();
            self.refuse(block.file, for_each.name_span, message, "the block has both");
        }
        if overrides && let Some(depends_on) = attribute("depends_on") {
            self.refuse(block.file, depends_on.name_span, "`depends_on` cannot be overridden".to_owned(), "");
        }
        self.refuse_conditions(block, overrides);
    }

    /// Conditions stand with what they speak of and not in an override, and say what is wrong if they do not hold.
    pub(super) fn refuse_conditions(&mut self, block: BlockRef, overrides: bool) {
        let tree = self.program.tree(block.file);
        let nested = |block| tree.blocks_in(tree.block(block).body);
        let lifecycle = nested(block.block).filter(|nested| tree.kind(*nested) == "lifecycle").flat_map(nested);
        for condition in nested(block.block).chain(lifecycle) {
            let (kind, header) = (tree.kind(condition), tree.block(condition).header);
            if !matches!(kind, "validation" | "precondition" | "postcondition" | "assert") || self.is_broken(block) {
                continue;
            }
            if overrides {
                self.refuse(block.file, header, format!("`{kind}` cannot be overridden"), "");
                continue;
            }
            let body = body_of(self.program, BlockRef { file: block.file, block: condition });
            self.warn_of_unread(&body, &format!("`{kind}`"), &["condition", "error_message"]);
            for name in ["condition", "error_message"] {
                if tree.attribute(tree.block(condition).body, name).is_none() {
                    self.refuse(block.file, header, format!("`{kind}` needs `{name}`"), "");
                }
            }
        }
    }

    /// Refuses nested blocks of a kind after the first one.
    fn refuse_second(&mut self, block: BlockRef, kind: &str) {
        let tree = self.program.tree(block.file);
        let body = tree.block(block.block).body;
        let nested = tree.blocks_in(body).filter(|nested| tree.kind(*nested) == kind);
        let written = tree.attribute(body, kind).filter(|_| tree.json);
        let objects = written.map(|attribute| json_blocks(tree, attribute.expr)).unwrap_or_default();
        let headers = nested.map(|nested| tree.block(nested).header);
        let spans = headers.chain(objects.into_iter().map(|object| tree.span(object)));
        let spans: Vec<_> = spans.map(|span| (block.file, span)).collect();
        if let [first, second, ..] = spans[..] {
            self.error(twice(self.program, &format!("`{kind}`"), first, second));
        }
    }

    /// The labels of a block, if there are as many as there must be and each can be a name.
    pub(super) fn labels<const N: usize>(&mut self, block: BlockRef, wanted: [&str; N]) -> Option<[String; N]> {
        let tree = self.program.tree(block.file);
        let (kind, header) = (tree.kind(block.block), tree.block(block.block).header);
        let labels = tree.labels(block.block);
        if labels.len() != N {
            let message = match N {
                0 => format!("a `{kind}` block takes no label"),
                _ => format!("a `{kind}` block needs {}", wanted.join(" and ")),
            };
            self.refuse(block.file, header, message, "");
            return None;
        }
        if let Some(label) = labels.iter().find(|label| !is_name(tree.text(label.text))) {
            let message = format!("\"{}\" cannot be a name", tree.text(label.text));
            self.refuse(block.file, label.span, message, "letters, digits, `_` and `-`, not beginning with a digit");
            return None;
        }
        let mut texts = labels.iter().map(|label| tree.text(label.text).to_owned());
        Some(std::array::from_fn(|_| texts.next().unwrap_or_default()))
    }

    fn warn_of_unknown(&mut self, file: FileId, span: Span, kind: &str) {
        if self.warnings.len() >= MAX_PROBLEMS {
            return;
        }
        let problem = Problem::new(format!("`{kind}` is no block that this version knows; it was passed over"))
            .at(self.program.locate(file, span));
        let near = nearest_word(kind, READ.into_iter().chain(WITHOUT_MEANING_HERE));
        self.warnings.push(match near {
            Some(near) => problem.help(format!("did you mean `{near}`?")),
            None => problem,
        });
    }

    /// Arguments and blocks that no Terraform up to now knows where these are known: a newer one may, or it is a slip.
    pub(super) fn warn_of_unread(&mut self, body: &MergedBody, of: &str, known: &[&str]) {
        let arguments = body.attributes.iter().map(|(file, attribute)| {
            let tree = self.program.tree(*file);
            (*file, attribute.name_span, tree.text(attribute.name))
        });
        let blocks = body.blocks.iter().map(|block| {
            let tree = self.program.tree(block.file);
            (block.file, tree.block(block.block).kind_span, tree.kind(block.block))
        });
        for (file, span, name) in arguments.chain(blocks) {
            if known.contains(&name) || self.warnings.len() >= MAX_PROBLEMS {
                continue;
            }
            let problem = Problem::new(format!("this version knows no `{name}` in {of}; it was passed over"))
                .at(self.program.locate(file, span));
            self.warnings.push(match nearest_word(name, known.iter().copied()) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem,
            });
        }
    }

    fn note(&mut self, result: Result<(), Conflict>, what: &str) {
        let Err(conflict) = result else { return };
        if !self.is_full() {
            let problem = match conflict {
                Conflict::Twice { first, second } => twice(self.program, what, first, second),
                Conflict::NoBase(place) => no_base(self.program, what, place),
            };
            self.errors.push(problem);
        }
    }

    /// Whether no more errors are told. To work out where one stands takes as long as its line.
    pub(super) fn is_full(&self) -> bool {
        self.errors.len() >= MAX_PROBLEMS
    }

    /// Declares a data source of a check: outside of the check it cannot be referred to.
    pub(super) fn declare_checked(&mut self, key: ResourceKey, check: &str, declaration: Declaration) {
        match self.resources.get(&key) {
            Some(_) if self.is_full() => {}
            Some(first) => {
                let header = |block: BlockRef| (block.file, self.program.tree(block.file).block(block.block).header);
                let what = format!("data.{}.{}", key.1, key.2);
                let problem = twice(self.program, &what, header(first.block), header(declaration.block));
                self.error(problem);
            }
            None => {
                self.checked.insert(key.clone(), check.to_owned());
                self.resources.insert(key, declaration);
            }
        }
    }

    pub(super) fn error(&mut self, problem: Problem) {
        if !self.is_full() {
            self.errors.push(problem);
        }
    }

    /// Whether the block may have lost arguments to an error of its file.
    pub(super) fn is_broken(&self, block: BlockRef) -> bool {
        !self.program.trees[block.file.0 as usize].errors.is_empty()
    }

    pub(super) fn refuse(&mut self, file: FileId, span: Span, message: String, label: &str) {
        if self.errors.len() < MAX_PROBLEMS {
            self.errors.push(Problem::new(message).at(self.program.locate(file, span)).label(label));
        }
    }

    /// Reads what was collected.
    fn finish(&mut self) {
        let declared = std::mem::take(&mut self.variables);
        self.module.variables.reserve_exact(declared.len());
        for (name, declaration) in declared {
            let variable = self.read_variable(&name, declaration);
            self.module.variables.insert(name, variable);
        }
        let declared = std::mem::take(&mut self.outputs);
        self.module.outputs.reserve_exact(declared.len());
        for (name, declaration) in declared {
            let output = self.read_output(&name, declaration);
            self.module.outputs.insert(name, output);
        }
        let declared = std::mem::take(&mut self.resources);
        self.module.resources.reserve_exact(declared.len());
        for (key, declaration) in declared {
            let resource = self.read_resource(&key, declaration);
            self.module.resources.insert(key, resource);
        }
        let declared = std::mem::take(&mut self.calls);
        self.module.calls.reserve_exact(declared.len());
        for (name, declaration) in declared {
            let call = self.read_call(&name, declaration);
            self.module.calls.insert(name, call);
        }
        for ((name, alias), declaration) in std::mem::take(&mut self.providers) {
            let provider = self.read_provider(name, alias, declaration);
            self.module.providers.push(provider);
        }
        self.check_moves();
    }
}

/// Why a block cannot be taken in; places are those of headers.
enum Conflict {
    Twice {
        first: (FileId, Span),
        second: (FileId, Span),
    },
    /// It overrides what is not there.
    NoBase((FileId, Span)),
}

/// Takes a block in, or merges it over the one that is there.
fn declare<K: Hash + Eq>(
    program: &Program,
    declared: &mut IndexMap<K, Declaration>,
    key: K,
    block: BlockRef,
    overrides: bool,
) -> Result<(), Conflict> {
    let header = |block: BlockRef| (block.file, program.tree(block.file).block(block.block).header);
    match (declared.get_mut(&key), overrides) {
        (None, false) => {
            declared.insert(key, Declaration { block, body: body_of(program, block) });
            Ok(())
        }
        (Some(existing), true) => {
            merge(program, &mut existing.body, body_of(program, block));
            Ok(())
        }
        (Some(existing), false) => Err(Conflict::Twice { first: header(existing.block), second: header(block) }),
        (None, true) => Err(Conflict::NoBase(header(block))),
    }
}

pub(super) fn twice(program: &Program, what: &str, first: (FileId, Span), second: (FileId, Span)) -> Problem {
    let first = program.locate(first.0, first.1);
    Problem::new(format!("{what} is declared twice"))
        .at(program.locate(second.0, second.1))
        .label(format!("declared before at {}:{}", first.file, first.line))
}

fn no_base(program: &Program, what: &str, place: (FileId, Span)) -> Problem {
    Problem::new(format!("{what} is overridden, but not declared"))
        .at(program.locate(place.0, place.1))
        .label("no file of this module that is not an override declares it")
}
