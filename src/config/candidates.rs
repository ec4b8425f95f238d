//! Directories of which one is looked for by the names that it declares: the configuration of a plan. Each is read once and
//! looked at for headers; only what may be the one, and what may call it, is parsed.
//!
//! Nothing here runs in parallel: a thread that waits would begin with the next plan, which waits for what it is doing.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::directory::{Access, Listing, ParsedDir, Texts};
use super::headers::{self, Finder, Headers};
use super::inputs::Inputs;
use super::load::load;
use super::module::Program;
use super::scan::{Cache, Facts, Graph, RootDir};
use crate::discover::{Discovery, ModuleDir};
use crate::syntax::{BlockId, Tree};

/// How many bytes of text are kept until it is known whether they must be parsed. Beyond these they are read again.
const KEPT_TEXT: usize = 2 << 20;

/// How many bytes of text stay parsed for loading. What goes beyond these is parsed again.
const KEPT_PARSED: usize = 512 << 10;

/// Directories that hold configuration.
pub struct Candidates {
    discovery: Discovery,
    access: Arc<Access>,
    directories: Vec<Directory>,
    /// Whether each of them counts, whoever calls it.
    every: bool,
    /// Whether each of them may be called by another, as far as that is told without parsing.
    called: OnceLock<Vec<bool>>,
    /// The roots by index, when it is known who calls whom.
    roots: OnceLock<BTreeSet<usize>>,
    /// Bytes of text that stay parsed.
    kept: AtomicUsize,
}

/// A root module among them.
#[derive(Clone, Copy)]
pub struct Candidate<'c> {
    /// What it declares: `aws_instance.web`, `data.aws_ami.base`, `module.vpc`. What cannot be read is not among it.
    pub declares: &'c BTreeSet<String>,
    all: &'c Candidates,
    directory: &'c Path,
}

struct Directory {
    headers: Headers,
    texts: Mutex<Option<Texts>>,
    parsed: OnceLock<Parsed>,
}

/// What is known of a directory that was parsed.
struct Parsed {
    declares: BTreeSet<String>,
    facts: Facts,
    kept: Option<Arc<ParsedDir>>,
}

impl Candidates {
    /// The root modules of a discovery.
    pub fn roots_of(discovery: Discovery) -> Self {
        Self::read(discovery, false)
    }

    /// Every directory of a discovery, whoever calls it.
    pub fn every(discovery: Discovery) -> Self {
        Self::read(discovery, true)
    }

    fn read(discovery: Discovery, every: bool) -> Self {
        let access = Access {
            read_roots: discovery.read_roots.clone(),
            working_dir: discovery.working_dir.clone(),
            files: discovery.view.clone(),
        };
        let finder = Finder::new();
        let mut read = 0;
        let look_at = |directory: &ModuleDir| {
            let texts = Texts::read(Listing::of(&directory.path, &access.files).unwrap_or_default(), &access);
            let mut headers = Headers::default();
            texts.texts().for_each(|(text, json)| finder.take(text, json, &mut headers));
            read += texts.size();
            let texts = Mutex::new(Some(texts).filter(|_| read <= KEPT_TEXT));
            Directory { headers, texts, parsed: OnceLock::new() }
        };
        let directories = discovery.directories.iter().map(look_at).collect();
        Self {
            discovery,
            access: Arc::new(access),
            directories,
            every,
            called: OnceLock::new(),
            roots: OnceLock::new(),
            kept: AtomicUsize::new(0),
        }
    }

    /// Those that declare all these names, in the order of their directories.
    pub fn declaring(&self, names: &[String]) -> Vec<Candidate<'_>> {
        let hashes: Vec<u64> = names.iter().map(|name| headers::hash(name)).collect();
        let may = |index: &usize| self.directories[*index].headers.may_declare(&hashes);
        let does = |index: &usize| names.iter().all(|name| self.parsed(*index).declares.contains(name));
        let declaring: Vec<usize> = (0..self.directories.len()).filter(may).filter(does).collect();
        self.roots_among(declaring)
    }

    /// All of them, in the order of their directories. Everything is parsed for that.
    pub fn all(&self) -> Vec<Candidate<'_>> {
        self.roots_among((0..self.directories.len()).collect())
    }

    fn roots_among(&self, indices: Vec<usize>) -> Vec<Candidate<'_>> {
        let roots = indices.into_iter().filter(|index| self.every || self.is_root(*index));
        let candidate = |index: usize| {
            let directory = &self.discovery.directories[index].path;
            Candidate { declares: &self.parsed(index).declares, all: self, directory }
        };
        roots.map(candidate).collect()
    }

    fn is_root(&self, index: usize) -> bool {
        if !self.parsed(index).facts.is_module {
            return false;
        }
        let called = self.called.get_or_init(|| {
            let sources = |index: usize| match self.directories[index].headers.sources() {
                Some(sources) => (sources, true),
                None => (&*self.parsed(index).facts.sources, true),
            };
            let all = (0..self.directories.len()).map(sources);
            Graph::of(&self.discovery, all).called(&self.discovery)
        });
        // Those that may be called are roots if what calls them does not, or calls them in a circle.
        !called[index] || self.roots.get_or_init(|| self.find_roots()).contains(&index)
    }

    /// The roots, among them what calls none and is none: that is not parsed.
    fn find_roots(&self) -> BTreeSet<usize> {
        let facts = |index: usize| match self.directories[index].headers.sources() {
            Some([]) => (&[][..], true),
            _ => {
                let facts = &self.parsed(index).facts;
                (&*facts.sources, facts.is_module)
            }
        };
        Graph::of(&self.discovery, (0..self.directories.len()).map(facts)).roots(&self.discovery)
    }

    fn parsed(&self, index: usize) -> &Parsed {
        let directory = &self.directories[index];
        directory.parsed.get_or_init(|| {
            let texts = directory.texts.lock().unwrap_or_else(PoisonError::into_inner).take();
            let path = &self.discovery.directories[index].path;
            let texts = texts.unwrap_or_else(|| {
                Texts::read(Listing::of(path, &self.access.files).unwrap_or_default(), &self.access)
            });
            let size = texts.size();
            let parsed = texts.parse(&self.access);
            let (declares, facts) = (declared(&parsed), Facts::of(&parsed));
            let kept = self.kept.fetch_add(size, Ordering::Relaxed) + size <= KEPT_PARSED;
            Parsed { declares, facts, kept: kept.then(|| Arc::new(parsed)) }
        })
    }
}

impl Candidate<'_> {
    /// The directory.
    pub fn directory(&self) -> &Path {
        self.directory
    }

    /// The directory as people know it.
    pub fn shown(&self) -> String {
        self.all.access.shown(self.directory)
    }

    /// The directory that relative paths of the command line start from.
    pub fn working_dir(&self) -> &Path {
        &self.all.access.working_dir
    }

    /// Loads it with all modules that it calls.
    pub fn load(&self, inputs: &Inputs) -> Program {
        // Where plans are judged in parallel, it is not the only one that is loaded.
        let alone = rayon::current_thread_index().is_none();
        let root = RootDir { alone, ..RootDir::of(&self.all.discovery, self.directory, &self.all.access) };
        let parsed = self.all.directories.iter().map(|directory| directory.parsed.get()?.kept.as_ref());
        let kept = self.all.discovery.directories.iter().zip(parsed);
        let kept = kept.filter_map(|(directory, parsed)| Some((directory.path.clone(), Arc::clone(parsed?))));
        load(&root, inputs, &Cache { directories: kept.collect() })
    }
}

/// What a directory declares, by the headers of blocks alone: enough to tell whether a plan was made of it.
pub(super) fn declared(directory: &ParsedDir) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in directory.files.iter().filter(|file| !file.tree.bodies.is_empty()) {
        let tree = file.tree.view(&file.text);
        for block in tree.blocks_in(tree.root()) {
            names.extend(name(tree, block));
            if tree.kind(block) == "check" {
                names.extend(tree.blocks_in(tree.block(block).body).filter_map(|inner| name(tree, inner)));
            }
        }
    }
    names
}

fn name(tree: Tree<'_>, block: BlockId) -> Option<String> {
    let label = |index| tree.label(block, index);
    Some(match tree.kind(block) {
        "resource" => format!("{}.{}", label(0)?, label(1)?),
        mode @ ("data" | "ephemeral") => format!("{mode}.{}.{}", label(0)?, label(1)?),
        "module" => format!("module.{}", label(0)?),
        _ => return None,
    })
}
