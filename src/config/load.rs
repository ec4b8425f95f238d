//! Loads one root module with all modules that it calls.
//!
//! In: a root directory. Out: a [`Program`] that always exists; what could not be read is in its errors. Modules are
//! loaded wave by wave (the root, what it calls, what those call), each directory once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::assemble::{Assembler, assemble};
use super::calls;
use super::directory::{Access, Listing, OUTSIDE_HELP, PARALLEL_BYTES, PARALLEL_FILES, ParsedDir};
use super::ignores;
use super::inputs::Inputs;
use super::manifest::{DataDir, Manifest, locked_versions};
use super::module::{CallTarget, Module, ModuleCall, ModuleId, Problem, Program};
use super::scan::{Cache, RootDir, is_local};
use crate::discover::names::TERRAGRUNT;
use crate::source::{FileId, FileKind, Location, ReadError, SourceFile, Span};
use crate::syntax::TreeBuf;

/// Bytes of configuration that one root may have with all its modules.
const MAX_BYTES: u64 = 512 << 20;

/// Module directories that one root may have.
const MAX_MODULES: usize = 10_000;

/// How deep module calls may nest.
const MAX_NESTING: usize = 64;

/// Loads a root module, the modules it calls, and the values that its variables are given.
///
/// ```
/// use onus::config::{Inputs, Program, Scan, load};
/// use onus::discover::{Options, discover};
/// # let directory = tempfile::tempdir()?;
/// # std::fs::write(directory.path().join("main.tf"), "resource \"aws_sqs_queue\" \"jobs\" {}\n")?;
/// let options = Options { working_dir: directory.path().to_owned(), ..Options::default() };
/// let scan = Scan::of(&discover(&[".".into()], &options)?);
/// let program = load(&scan.roots[0], &Inputs::default(), &scan.cache);
/// assert_eq!(program.module(Program::ROOT).resources.len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn load(root: &RootDir, inputs: &Inputs, cache: &Cache) -> Program {
    let data_dir = DataDir::of(&root.path, inputs);
    let program = Program {
        workspace: inputs.workspace.clone().or_else(|| data_dir.workspace(&root.access)),
        root_key: Arc::clone(&root.key),
        read_roots: root.access.read_roots.clone(),
        working_dir: root.access.working_dir.clone(),
        files: root.access.files.clone(),
        ..Program::default()
    };
    let mut loader = Loader {
        program,
        access: Arc::clone(&root.access),
        cache,
        inputs,
        manifest: data_dir.manifest(&root.access),
        module_of: HashMap::from([(root.path.clone(), Program::ROOT)]),
        callers: HashMap::new(),
        bytes: 0,
        alone: root.alone,
    };
    let mut wave = vec![Planned { directory: root.path.clone(), call_path: String::new(), caller: None }];
    while !wave.is_empty() {
        wave = loader.load_wave(&wave);
    }
    loader.cut_ambiguous_calls();
    loader.refuse_circles();
    let refused = calls::refused(&loader.program);
    loader.program.errors.extend(refused);
    loader.notice_terragrunt(&root.path);
    let mut program = loader.program;
    program.locked = locked_versions(&root.path, &root.access).into_iter().collect();
    program.errors.sort_by(|a, b| a.location.cmp(&b.location));
    program.warnings.sort_by(|a, b| a.location.cmp(&b.location));
    program
}

/// A module and the name of a call in it.
pub(super) type Caller = (ModuleId, String);

/// A module that is to be loaded.
struct Planned {
    directory: PathBuf,
    /// The names by which it is called first, joined by `.`.
    call_path: String,
    /// The call that led here first.
    caller: Option<Caller>,
}

/// A program in the making.
pub(super) struct Loader<'c> {
    pub(super) program: Program,
    pub(super) access: Arc<Access>,
    cache: &'c Cache,
    inputs: &'c Inputs,
    manifest: Manifest,
    /// Modules by canonical directory, also those that are only planned.
    module_of: HashMap<PathBuf, ModuleId>,
    /// The call that led to a module first.
    pub(super) callers: HashMap<ModuleId, Caller>,
    bytes: u64,
    /// Whether no other root is loaded meanwhile. If one is, a thread that waits for files would begin with the next root.
    alone: bool,
}

impl Loader<'_> {
    /// Loads these modules; gives those that they call and that are not loaded yet.
    fn load_wave(&mut self, wave: &[Planned]) -> Vec<Planned> {
        let listings: Vec<_> = wave.iter().map(|planned| self.list(&planned.directory)).collect();
        let mut next = Vec::new();
        let parsed = self.parse(wave, &listings);
        for ((planned, parsed), listing) in wave.iter().zip(parsed).zip(&listings) {
            let id = self.add_module(&planned.directory, parsed);
            // Sources of modules may depend on them.
            if id == Program::ROOT {
                self.take_inputs(self.inputs, listing);
            }
            self.callers.extend(planned.caller.clone().map(|caller| (id, caller)));
            self.resolve_calls(id, &planned.call_path, &mut next);
        }
        next
    }

    /// Terragrunt gives a root module its values; what that would be is not worked out here.
    fn notice_terragrunt(&mut self, root: &Path) {
        let path = root.join(TERRAGRUNT);
        if self.access.files.is_file(&path) {
            let problem = Problem::new(format!("{}: its inputs are not read", self.access.shown(&path)));
            let help = "give a plan (`terragrunt show -json`), or the values by --var-file";
            self.program.warnings.push(problem.help(help));
        }
    }

    fn list(&mut self, directory: &Path) -> Listing {
        let mut listing = Listing::of(directory, &self.access.files).unwrap_or_else(|error| {
            self.program.errors.push(Problem::new(format!("{} was not read: {error}", self.access.shown(directory))));
            Listing::default()
        });
        self.bytes += listing.size();
        if self.bytes > MAX_BYTES {
            let message =
                format!("{} was not read: the root has over {} MB", self.access.shown(directory), MAX_BYTES >> 20);
            self.program.errors.push(Problem::new(message));
            listing.configuration.clear();
        }
        listing
    }

    fn parse(&self, wave: &[Planned], listings: &[Listing]) -> Vec<ParsedDir> {
        let one = |(planned, listing): (&Planned, &Listing)| {
            let cached = self.cache.directories.get(&planned.directory);
            match cached {
                Some(parsed) => ParsedDir::clone(parsed),
                None => ParsedDir::parse(listing, &self.access, self.alone),
            }
        };
        let files: usize = listings.iter().map(|listing| listing.configuration.len()).sum();
        let bytes: u64 = listings.iter().map(Listing::size).sum();
        if self.alone && wave.len() > 1 && (files >= PARALLEL_FILES || bytes >= PARALLEL_BYTES) {
            wave.par_iter().zip(listings).map(one).collect()
        } else {
            wave.iter().zip(listings).map(one).collect()
        }
    }

    fn add_module(&mut self, directory: &Path, parsed: ParsedDir) -> ModuleId {
        let mut incomplete = !parsed.errors.is_empty() || !parsed.warnings.is_empty();
        self.program.errors.extend(parsed.errors);
        self.program.warnings.extend(parsed.warnings);
        let mut files = Vec::with_capacity(parsed.files.len());
        for file in parsed.files {
            incomplete |= !file.tree.errors.is_empty();
            let source = SourceFile::new(file.path, file.text, FileKind::Configuration);
            files.push((self.add_file(source, file.tree), file.overrides));
        }
        let Assembler { module, errors, warnings, .. } = assemble(&self.program, &files);
        self.program.errors.extend(errors);
        self.program.warnings.extend(warnings);
        let id = ModuleId(self.program.modules.len() as u32);
        self.program.modules.push(Module { directory: self.access.shown(directory).into(), incomplete, ..module });
        self.program.module_dirs.push(directory.to_owned());
        for (file, _) in files {
            self.take_ignores(id, file);
        }
        id
    }

    /// Takes a file in, and its syntax errors as problems.
    pub(super) fn add_file(&mut self, file: SourceFile, tree: TreeBuf) -> FileId {
        let problems = tree.errors.iter().map(|error| {
            let resumed = error.skipped.and_then(|skipped| resumed(&file, error.span, skipped));
            let help: Vec<_> = error.help.iter().cloned().chain(resumed).collect();
            Problem {
                message: error.message.clone(),
                location: Some(file.locate(error.span)),
                label: error.label.clone(),
                help: (!help.is_empty()).then(|| help.join("; ")),
            }
        });
        self.program.errors.extend(problems);
        self.program.add_file(file, tree)
    }

    /// Takes the comments of a file that silence settings into a module.
    pub(super) fn take_ignores(&mut self, module: ModuleId, file: FileId) {
        let (ignores, warnings) = ignores::of(&self.program, file);
        self.program.modules[module.0 as usize].ignores.extend(ignores);
        self.program.warnings.extend(warnings);
    }

    fn resolve_calls(&mut self, id: ModuleId, call_path: &str, next: &mut Vec<Planned>) {
        let directory = self.program.module_dirs[id.0 as usize].clone();
        let mut calls = std::mem::take(&mut self.program.modules[id.0 as usize].calls);
        for call in calls.values_mut() {
            if let (None, Some(source)) = (&call.source, call.source_expr) {
                call.source = self.early_source(id, source);
            }
            let call_path = if call_path.is_empty() { call.name.clone() } else { format!("{call_path}.{}", call.name) };
            call.downloaded = self.manifest.module(&call_path).and_then(|module| module.version.clone());
            call.target = self.resolve_call(id, call, &directory, call_path, next);
        }
        self.program.modules[id.0 as usize].calls = calls;
    }

    fn resolve_call(
        &mut self,
        id: ModuleId,
        call: &ModuleCall,
        caller: &Path,
        call_path: String,
        next: &mut Vec<Planned>,
    ) -> CallTarget {
        let Some(source) = &call.source else {
            return self.without_literal(call);
        };
        let local = is_local(source);
        if local && call.version.is_some() {
            let message = format!("module \"{}\" is a directory: it has no version", call.name);
            self.program.errors.push(Problem::new(message).at(self.place_of(call)));
        }
        let directory = if local {
            caller.join(source.replace('\\', "/"))
        } else {
            match self.manifest.module(&call_path) {
                Some(downloaded) if downloaded.is_of(source) => downloaded.directory.clone(),
                Some(_) => {
                    self.warn_missing(call, "; another one was, before its source was changed");
                    return CallTarget::Missing;
                }
                None => {
                    self.warn_missing(call, "");
                    return CallTarget::Missing;
                }
            }
        };
        match self.access.files.resolve(&self.access.read_roots, &directory) {
            Ok(directory) if self.access.files.is_dir(&directory) => {
                self.module_at(id, call, directory, call_path, next)
            }
            Err(error) if error != ReadError::Missing => self.refuse_call(call, &error),
            _ if local => {
                let message = format!("module \"{}\" leads to {}, which is no directory", call.name, masked(source));
                self.program.errors.push(Problem::new(message).at(self.place_of(call)));
                CallTarget::Refused("its source is no directory".to_owned())
            }
            _ => {
                self.warn_missing(call, " any more: its directory is gone");
                CallTarget::Missing
            }
        }
    }

    fn without_literal(&mut self, call: &ModuleCall) -> CallTarget {
        if call.source_expr.is_none() {
            return CallTarget::Missing;
        }
        // Newer versions and OpenTofu take constants here.
        let problem = Problem::new(format!("module \"{}\" was not read: its source is no literal", call.name));
        let problem = problem.at(self.place_of(call)).help("give a plan");
        self.program.warnings.push(problem);
        CallTarget::Dynamic
    }

    /// The module of a directory, planned if it is not there yet.
    fn module_at(
        &mut self,
        caller: ModuleId,
        call: &ModuleCall,
        directory: PathBuf,
        call_path: String,
        next: &mut Vec<Planned>,
    ) -> CallTarget {
        let count = self.module_of.len();
        if let Some(id) = self.module_of.get(&directory) {
            return CallTarget::Module(*id);
        }
        if count >= MAX_MODULES {
            let message = format!("module \"{}\" was not read: the root has over {MAX_MODULES} modules", call.name);
            self.program.errors.push(Problem::new(message).at(self.place_of(call)));
            return CallTarget::Refused("the root has too many modules".to_owned());
        }
        let id = ModuleId(count as u32);
        self.module_of.insert(directory.clone(), id);
        next.push(Planned { directory, call_path, caller: Some((caller, call.name.clone())) });
        CallTarget::Module(id)
    }

    fn refuse_call(&mut self, call: &ModuleCall, error: &ReadError) -> CallTarget {
        let source = masked(call.source.as_deref().unwrap_or_default());
        let problem = Problem::new(format!("module \"{}\" ({source}) was not read: {error}", call.name));
        let problem = problem.at(self.place_of(call));
        match error {
            ReadError::Refused => self.program.warnings.push(problem.help(OUTSIDE_HELP)),
            _ => self.program.errors.push(problem),
        }
        CallTarget::Refused(error.to_string())
    }

    fn warn_missing(&mut self, call: &ModuleCall, how: &str) {
        let source = masked(call.source.as_deref().unwrap_or_default());
        let version = call.version.as_deref().map(|version| format!(" {version}")).unwrap_or_default();
        let problem = Problem::new(format!("module \"{}\" ({source}{version}) is not downloaded{how}", call.name));
        let problem = problem.at(self.place_of(call)).help("run `terraform init`, or give a plan");
        self.program.warnings.push(problem);
    }

    pub(super) fn place_of(&self, call: &ModuleCall) -> Location {
        call.source_expr.map_or_else(|| self.program.locate_block(call.block), |expr| self.program.locate_expr(expr))
    }

    /// Modules that call each other in a circle, or nest too deep: the call that closes the circle leads nowhere.
    fn refuse_circles(&mut self) {
        let mut heights = vec![Height::Unseen; self.program.modules.len()];
        self.measure(Program::ROOT, &mut Vec::new(), &mut heights);
    }

    /// How many calls deep a module goes.
    fn measure(&mut self, id: ModuleId, above: &mut Vec<ModuleId>, heights: &mut [Height]) -> usize {
        heights[id.0 as usize] = Height::Open;
        above.push(id);
        let mut height = 0;
        for index in 0..self.program.module(id).calls.len() {
            let CallTarget::Module(callee) = self.program.module(id).calls[index].target else { continue };
            let below = match heights[callee.0 as usize] {
                Height::Open => None,
                Height::Known(below) if above.len() + below >= MAX_NESTING => None,
                Height::Unseen if above.len() >= MAX_NESTING => None,
                Height::Known(below) => Some(below),
                Height::Unseen => Some(self.measure(callee, above, heights)),
            };
            match below {
                Some(below) => height = height.max(below + 1),
                None => self.cut_call(id, index, callee, above),
            }
        }
        above.pop();
        heights[id.0 as usize] = Height::Known(height);
        height
    }

    fn cut_call(&mut self, id: ModuleId, index: usize, callee: ModuleId, above: &[ModuleId]) {
        let call = &self.program.module(id).calls[index];
        let problem = match above.iter().position(|module| *module == callee) {
            Some(start) => {
                let circle = above[start..].iter().chain([&callee]);
                let circle: Vec<_> = circle.map(|module| &*self.program.module(*module).directory).collect();
                Problem::new(format!("module \"{}\" leads back to itself", call.name)).label(circle.join(" → "))
            }
            None => Problem::new(format!("module \"{}\" lies over {MAX_NESTING} calls deep", call.name)),
        };
        let problem = problem.at(self.place_of(call));
        let reason = problem.message.clone();
        self.program.errors.push(problem);
        self.program.modules[id.0 as usize].calls[index].target = CallTarget::Refused(reason);
    }
}

/// Where reading went on after an error, if it left lines out.
fn resumed(file: &SourceFile, error: Span, skipped: Span) -> Option<String> {
    let lines = file.lines();
    if file.text[skipped.end as usize..].trim().is_empty() {
        return Some("the rest of the file was not read".to_owned());
    }
    let from = lines.line_of(skipped.end);
    (from > lines.line_of(error.start) + 1).then(|| format!("read again from line {from} on"))
}

#[derive(Clone, Copy)]
enum Height {
    Unseen,
    Open,
    Known(usize),
}

/// A module source as it may be shown: without user and password of a URL.
fn masked(source: &str) -> String {
    let Some((scheme, rest)) = source.split_once("://") else { return source.to_owned() };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    match authority.rsplit_once('@') {
        Some((user, host)) if user != "git" => format!("{scheme}://•••@{host}{path}"),
        _ => source.to_owned(),
    }
}
