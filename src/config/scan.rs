//! Which of the directories are root modules: who calls whom, told from a first look at every file.
//!
//! In: a [`Discovery`]. Out: the roots, sorted, and what of the parsed files was small enough to be kept. The trees of a
//! large estate are dropped at once: memory does not grow with the number of roots.

use std::cell::LazyCell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use super::directory::{Access, Listing, ParsedDir};
use super::early::Declared;
use super::inputs::{Argument, Inputs};
use super::module::Problem;
use super::read::literal;
use crate::discover::{Discovery, ModuleDir};
use crate::source::access;
use crate::syntax::{BlockId, NodeId, Tree};

/// How much text of how many directories may stay parsed between the first look and loading. A larger estate is parsed
/// twice, root by root.
const KEPT_BYTES: u64 = 128 << 10;
const KEPT_DIRECTORIES: usize = 16;

/// Directories whose modules call others only to show or test them.
const SHOWING: [&str; 5] = ["examples", "example", "test", "tests", "fixtures"];

/// A root module to be loaded.
#[derive(Clone, Debug)]
pub struct RootDir {
    /// Its directory, canonical.
    pub path: PathBuf,
    /// The directory relative to the read root, with `/`; part of the key of findings.
    pub key: Arc<str>,
    /// The directory as people know it.
    pub shown: Arc<str>,
    /// Whether all its findings are reported. If not, those that have a place in a file that was named.
    pub whole: bool,
    /// Whether it is the only root of the run.
    pub alone: bool,
    /// Where may be read, and how paths are shown.
    pub access: Arc<Access>,
}

/// Files that are parsed already, by directory.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    pub(super) directories: HashMap<PathBuf, Arc<ParsedDir>>,
}

/// What a first look at all directories tells.
#[derive(Debug, Default)]
pub struct Scan {
    /// The root modules, sorted by directory.
    pub roots: Vec<RootDir>,
    /// Parsed files for [`super::load`].
    pub cache: Cache,
    /// Named files as they are shown, to compare with the places of findings.
    pub files: BTreeSet<String>,
    /// What could not be looked into: gives exit code 3.
    pub errors: Vec<Problem>,
    /// Variables that some root declares.
    variables: BTreeSet<String>,
}

impl Scan {
    /// Looks at every directory and finds the roots among them; on all threads of the rayon pool that it is called in, and
    /// on this thread alone if it is called in none.
    pub fn of(discovery: &Discovery) -> Self {
        let mut scan = Self::look(discovery);
        let graph = Graph::of(discovery, scan.facts.iter().map(|facts| (&*facts.sources, facts.is_module)));
        let files: Vec<&Path> = discovery.files.iter().filter_map(|file| file.parent()).collect();
        for index in graph.roots(discovery) {
            let directory = &discovery.directories[index];
            let named = || graph.reach(index).iter().any(|used| files.contains(&&*discovery.directories[*used].path));
            if directory.asked || named() {
                scan.root(discovery, &directory.path, directory.asked);
            }
        }
        scan.take_variables(discovery);
        let alone = scan.scan.roots.len() == 1;
        scan.scan.roots.iter_mut().for_each(|root| root.alone = alone);
        scan.scan
    }

    /// Takes every directory for a root module, without asking who calls it: what `onus show DIR` wants.
    pub fn all_roots(discovery: &Discovery) -> Self {
        let mut look = Self::look(discovery);
        for directory in &discovery.directories {
            look.root(discovery, &directory.path, true);
        }
        look.take_variables(discovery);
        look.scan
    }

    /// A directory of the discovery as a root module, whoever calls it.
    pub fn root_at(discovery: &Discovery, directory: &Path) -> RootDir {
        let access = Access {
            read_roots: discovery.read_roots.clone(),
            working_dir: discovery.working_dir.clone(),
            files: discovery.view.clone(),
        };
        RootDir::of(discovery, directory, &Arc::new(access))
    }

    /// What of `--var` and `--var-file` Terraform would refuse: names that no root declares, files that cannot be read.
    /// A matter of the arguments: exit code 2.
    pub fn refused_arguments(&self, inputs: &Inputs) -> Vec<Problem> {
        let refused = inputs.arguments.iter().filter_map(|argument| match argument {
            Argument::Value { name, .. } if self.variables.contains(name) => None,
            Argument::Value { name, .. } => {
                let near = crate::discover::nearest_word(name, self.variables.iter().map(String::as_str));
                let problem = Problem::new(format!("--var {name}: no root module declares this variable"));
                Some(match near {
                    Some(near) => problem.help(format!("did you mean {near}?")),
                    None => problem,
                })
            }
            Argument::File(path) => {
                let error = access::read(&inputs.working_dir.join(path)).err()?;
                Some(Problem::new(format!("--var-file {}: {error}", access::slashed(path))))
            }
        });
        refused.collect()
    }

    fn look(discovery: &Discovery) -> Look {
        let access = Access {
            read_roots: discovery.read_roots.clone(),
            working_dir: discovery.working_dir.clone(),
            files: discovery.view.clone(),
        };
        let mut scan = Self {
            files: discovery.files.iter().map(|file| access.shown(file)).collect(),
            errors: discovery
                .unreadable
                .iter()
                .map(|(path, reason)| Problem::new(format!("{} was not looked into: {reason}", access.shown(path))))
                .collect(),
            ..Self::default()
        };
        // Parsed files are kept all or none: in a large estate the first ones would take up memory until the last root is
        // judged.
        let few = discovery.directories.len() <= KEPT_DIRECTORIES;
        let bytes = AtomicU64::new(0);
        let threads = rayon::current_thread_index().is_some();
        let look_at = |directory: &ModuleDir| {
            // A directory that vanished meanwhile is an error of its root, when that is loaded.
            let listing = Listing::of(&directory.path, &access.files).unwrap_or_default();
            let size = listing.size();
            let so_far = bytes.fetch_add(size, Ordering::Relaxed) + size;
            let parsed = ParsedDir::parse(&listing, &access, !threads);
            (Facts::of(&parsed), (few && so_far <= KEPT_BYTES).then(|| Arc::new(parsed)))
        };
        let (facts, parsed): (Vec<Facts>, Vec<Option<Arc<ParsedDir>>>) = if threads {
            discovery.directories.par_iter().map(look_at).unzip()
        } else {
            discovery.directories.iter().map(look_at).unzip()
        };
        if bytes.into_inner() <= KEPT_BYTES {
            let kept = discovery.directories.iter().zip(parsed);
            let kept = kept.filter_map(|(directory, parsed)| Some((directory.path.clone(), parsed?)));
            scan.cache.directories = kept.collect();
        }
        Look { scan, facts, access: Arc::new(access) }
    }
}

/// A scan under way: what is known of each directory.
struct Look {
    scan: Scan,
    facts: Vec<Facts>,
    access: Arc<Access>,
}

impl Look {
    fn root(&mut self, discovery: &Discovery, path: &Path, whole: bool) {
        self.scan.roots.push(RootDir { whole, ..RootDir::of(discovery, path, &self.access) });
    }

    /// Takes the variables of the roots.
    fn take_variables(&mut self, discovery: &Discovery) {
        let roots = &self.scan.roots;
        let is_root = |path: &Path| roots.binary_search_by(|root| root.path.as_path().cmp(path)).is_ok();
        let all = self.facts.iter().zip(&discovery.directories);
        let declared = all.filter(|(_, directory)| is_root(&directory.path));
        let names = declared.flat_map(|(facts, _)| facts.variables.lines().map(str::to_owned));
        self.scan.variables = names.collect();
    }
}

impl RootDir {
    /// A directory as the only root, of which all is reported.
    pub(super) fn of(discovery: &Discovery, path: &Path, access: &Arc<Access>) -> Self {
        Self {
            path: path.to_owned(),
            key: discovery.key_of(path).into(),
            shown: access.shown(path).into(),
            whole: true,
            alone: true,
            access: Arc::clone(access),
        }
    }
}

/// Who calls whom.
pub(super) struct Graph {
    /// The directories that each one calls, by index.
    calls: Vec<BTreeSet<usize>>,
    /// Whether each one may be a module.
    modules: Vec<bool>,
}

impl Graph {
    /// Resolves the calls between the directories of a discovery: for each, its local sources, and whether it is a module.
    pub(super) fn of<'f>(discovery: &Discovery, facts: impl Iterator<Item = (&'f [String], bool)>) -> Self {
        let index_of: HashMap<&Path, usize> =
            discovery.directories.iter().enumerate().map(|(index, directory)| (&*directory.path, index)).collect();
        let resolve = |from: &Path, source: &str| {
            let target = from.join(source);
            index_of.get(&*access::normalize(&target)).copied().or_else(|| {
                let canonical = discovery.view.resolve(&discovery.read_roots, &target).ok()?;
                index_of.get(&*canonical).copied()
            })
        };
        let mut graph = Self { calls: Vec::new(), modules: Vec::new() };
        for ((sources, is_module), directory) in facts.zip(&discovery.directories) {
            graph.calls.push(sources.iter().filter_map(|source| resolve(&directory.path, source)).collect());
            graph.modules.push(is_module);
        }
        graph
    }

    /// Whether each directory is called by another that uses it.
    pub(super) fn called(&self, discovery: &Discovery) -> Vec<bool> {
        let shows = |index: usize| {
            let key = discovery.key_of(&discovery.directories[index].path);
            Path::new(&key)
                .components()
                .any(|part| matches!(part, Component::Normal(name) if SHOWING.iter().any(|it| name == *it)))
        };
        let shows: Vec<bool> = (0..self.calls.len()).map(shows).collect();
        let mut called = vec![false; self.calls.len()];
        for (caller, calls) in self.calls.iter().enumerate() {
            for callee in calls {
                called[*callee] |= *callee != caller && (!shows[caller] || shows[*callee]);
            }
        }
        called
    }

    /// The directories that are root modules, by index.
    pub(super) fn roots(&self, discovery: &Discovery) -> BTreeSet<usize> {
        let called = self.called(discovery);
        let candidates = || (0..self.calls.len()).filter(|index| self.modules[*index]);
        let mut roots: BTreeSet<usize> = candidates().filter(|index| !called[*index]).collect();
        // Modules that call each other in a circle have no root; the first of them stands for all, and shows the circle.
        let mut reached: BTreeSet<usize> = roots.iter().flat_map(|root| self.reach(*root)).collect();
        for index in candidates() {
            if !reached.contains(&index) {
                roots.insert(index);
                reached.extend(self.reach(index));
            }
        }
        roots
    }

    /// A directory and all that it calls, through any number of calls.
    fn reach(&self, from: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::from([from]);
        let mut pending = vec![from];
        while let Some(index) = pending.pop() {
            pending.extend(self.calls[index].iter().copied().filter(|callee| reached.insert(*callee)));
        }
        reached
    }
}

/// What of a directory is remembered.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Sources of module calls that are local.
    pub(super) sources: Vec<String>,
    /// Names of variables, each with a line break.
    variables: String,
    /// Whether it has a resource, module or data block, or errors that may hide one.
    pub(super) is_module: bool,
}

impl Facts {
    pub(super) fn of(parsed: &ParsedDir) -> Self {
        let mut facts = Self { is_module: !parsed.errors.is_empty(), ..Self::default() };
        let declared = LazyCell::new(|| Declared::of(&parsed.files));
        for file in &parsed.files {
            let tree = file.tree.view(&file.text);
            facts.is_module |= !file.tree.errors.is_empty();
            if !tree.bodies.is_empty() {
                let early = |tree, source| declared.source(tree, source);
                tree.blocks_in(tree.root()).for_each(|block| facts.take(tree, block, early));
            }
        }
        facts.variables.shrink_to_fit();
        facts
    }

    /// `early` works out a source that is no literal.
    fn take<'t>(&mut self, tree: Tree<'t>, block: BlockId, early: impl Fn(Tree<'t>, NodeId) -> Option<String>) {
        match tree.kind(block) {
            "resource" | "data" => self.is_module = true,
            "module" => {
                self.is_module = true;
                let source = tree.attribute(tree.block(block).body, "source");
                let source = source.and_then(|source| literal(tree, source.expr).or_else(|| early(tree, source.expr)));
                self.sources.extend(source.filter(|source| is_local(source)));
            }
            "variable" => self.variables.extend(tree.label(block, 0).into_iter().flat_map(|name| [name, "\n"])),
            _ => {}
        }
    }
}

/// Whether a module source is a directory beside the caller; anything else is fetched by `terraform init`.
pub(super) fn is_local(source: &str) -> bool {
    [".", ".."].contains(&source) || ["./", "../", ".\\", "..\\"].iter().any(|start| source.starts_with(start))
}
