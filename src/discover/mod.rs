//! Paths to what is there to analyse: read roots, directories that hold Terraform, plan files.
//!
//! In: the paths of a command line. Out: a [`Discovery`], sorted, in which every path is absolute and canonical; or the
//! reason why there is nothing to do. Which of the directories are root modules needs their text: `config` finds it.

mod gate;
pub mod names;
mod nearest;
mod read_root;
mod sniff;
mod walk;

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use nearest::nearest_word;
pub use sniff::{Content, content, sniff};
pub use walk::Limits;

use crate::source::Files;
use crate::source::access::{self, shown};

/// What the search for Terraform depends on beside the paths.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--root`: read roots that replace those found by `.git` and `.onus.hcl`.
    pub roots: Vec<PathBuf>,
    /// The directory that relative paths start from and are shown relative to.
    pub working_dir: PathBuf,
    /// `$HOME`: no read root lies above it.
    pub home: Option<PathBuf>,
    /// TF_DATA_DIR: the directory that stands for `.terraform`. None of that name is walked.
    pub data_dir: Option<PathBuf>,
    /// Walks directories in an order that follows from this number, to show in tests that no order reaches the result.
    pub shuffle: Option<u64>,
}

impl Options {
    /// The working directory, `$HOME` and `ONUS_SHUFFLE` of this process.
    ///
    /// # Errors
    /// When the working directory is gone or may not be seen.
    pub fn from_env(roots: Vec<PathBuf>) -> Result<Self, DiscoverError> {
        let working_dir =
            std::env::current_dir().map_err(|error| DiscoverError::WorkingDirectory(error.to_string()))?;
        let shuffle = std::env::var("ONUS_SHUFFLE").ok().and_then(|seed| seed.parse().ok());
        Ok(Self { roots, working_dir, home: std::env::home_dir(), data_dir: None, shuffle })
    }
}

/// A directory that holds configuration files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModuleDir {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it lies under a directory of the command line. If not, it was looked at for the sake of a file that was
    /// named, and only what concerns that file is reported.
    pub asked: bool,
}

/// What was found. All paths are absolute and canonical, all lists sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Discovery {
    /// The working directory.
    pub working_dir: PathBuf,
    /// Outside of these nothing is read, but what a person named.
    pub read_roots: Vec<PathBuf>,
    /// Directories with configuration files.
    pub directories: Vec<ModuleDir>,
    /// Plans in JSON.
    pub plans: Vec<PathBuf>,
    /// Those of the plans that a person named; the others lie in directories that were named.
    pub named_plans: Vec<PathBuf>,
    /// Whether a plan is to be read from stdin (`-`).
    pub stdin: bool,
    /// Configuration and variable files that were named: of roots that are not asked for otherwise, only findings that
    /// have a place in one of these are reported.
    pub files: Vec<PathBuf>,
    /// Directories that could not be looked into, with the reason.
    pub unreadable: Vec<(PathBuf, String)>,
    /// Where all of it is read from.
    pub view: Files,
    /// The directories that were walked.
    pub walks: Vec<Walk>,
}

/// A directory that was walked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    /// Where it began.
    pub start: PathBuf,
    /// How far out may be read.
    pub read_root: PathBuf,
    /// Whether it was named. If not, a file in it was.
    pub asked: bool,
}

impl Discovery {
    /// A path as it is shown.
    pub fn shown(&self, path: &Path) -> String {
        shown(path, &self.working_dir)
    }

    /// The path relative to the nearest read root around it, with `/`; `.` for the read root itself.
    pub fn key_of(&self, path: &Path) -> String {
        let inner = self.read_roots.iter().filter_map(|root| path.strip_prefix(root).ok());
        access::slashed(inner.min_by_key(|rest| rest.components().count()).unwrap_or(path))
    }
}

/// Why nothing can be analysed. Each is a matter of the arguments: exit code 2.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiscoverError {
    /// The process stands in a directory that is gone.
    #[error("the working directory cannot be read: {0}")]
    WorkingDirectory(String),
    /// Nothing under this path is Terraform or a plan.
    #[error("nothing to analyse under {path} ({reason})")]
    Nothing {
        /// The path as it was given.
        path: String,
        /// What is the case with it.
        reason: String,
        /// The nearest path that would do.
        nearest: Option<String>,
    },
    /// A file that is something near to a plan.
    #[error("{path} is {what}, not a plan in JSON")]
    NotPlan {
        /// The path as it was given.
        path: String,
        /// What it is.
        what: &'static str,
        /// What makes a plan of it.
        help: String,
    },
    /// `--root` names no directory.
    #[error("--root {path}: there is no such directory")]
    NoRoot {
        /// The directory as it was given.
        path: String,
    },
    /// A path outside of what `--root` allows to read.
    #[error("{path} lies outside --root {}", roots.join(", --root "))]
    OutsideRoot {
        /// The path as it was given.
        path: String,
        /// The read roots as they were given.
        roots: Vec<String>,
    },
}

impl DiscoverError {
    /// The way out, where one is known.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Nothing { nearest, .. } => nearest.as_ref().map(|nearest| format!("did you mean {nearest}?")),
            Self::NotPlan { help, .. } => Some(help.clone()),
            Self::OutsideRoot { .. } => Some("give the common directory as --root".to_owned()),
            Self::WorkingDirectory(_) | Self::NoRoot { .. } => None,
        }
    }
}

/// Looks for Terraform and plans under each path.
///
/// ```
/// use onus::discover::{Options, discover};
/// # let directory = tempfile::tempdir()?;
/// # std::fs::write(directory.path().join("main.tf"), "")?;
/// let options = Options { working_dir: directory.path().to_owned(), ..Options::default() };
/// let found = discover(&[".".into()], &options)?;
/// assert_eq!(found.shown(&found.directories[0].path), ".");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When a path holds nothing to analyse, or lies outside of `--root`.
pub fn discover(paths: &[PathBuf], options: &Options) -> Result<Discovery, DiscoverError> {
    let mut search = Search::new(options)?;
    for path in paths {
        search.take(path)?;
    }
    search.finish()
}

/// One directory as *the* root module, not walked: what `onus show DIR` asks for.
///
/// # Errors
/// As [`discover`].
pub fn discover_one(directory: &Path, options: &Options) -> Result<Discovery, DiscoverError> {
    let mut search = Search::new(options)?;
    let path = search.canonical(directory)?;
    search.add_read_root(&path, directory)?;
    if !walk::holds_configuration(&path) {
        return Err(search.nothing(directory, &path));
    }
    search.found.directories.insert(path.clone());
    search.asked.push(path);
    search.finish()
}

/// The configuration below a directory, for whoever looks there for the source of a plan; plans are left aside. `None`:
/// there is more than `most`.
///
/// # Errors
/// As [`discover`].
pub fn discover_source(directory: &Path, options: &Options, most: Limits) -> Result<Option<Discovery>, DiscoverError> {
    let mut search = Search::new(options)?;
    let path = search.canonical(directory)?;
    let read_root = search.add_read_root(&path, directory)?;
    let Some(found) = walk::walk_modules(&path, &read_root, options, most) else { return Ok(None) };
    search.found.extend(found);
    search.asked.push(path);
    search.finish().map(Some)
}

/// What stood where a search found something, in another state of the files: of a directory that was not there nothing,
/// and of plans those that are there now.
pub fn discover_in(found: &Discovery, view: &Files, options: &Options) -> Discovery {
    let Files::View(files) = view else { return found.clone() };
    let mut all = walk::Found::default();
    for walk in found.walks.iter().filter(|walk| view.is_dir(&walk.start)) {
        all.extend(walk::walk_view(&walk.start, &walk.read_root, options, &**files, view));
    }
    let asked = |path: &Path| found.walks.iter().any(|walk| walk.asked && path.starts_with(&walk.start));
    Discovery {
        directories: all.directories.into_iter().map(|path| ModuleDir { asked: asked(&path), path }).collect(),
        plans: found.plans.iter().filter(|plan| view.is_file(plan)).cloned().collect(),
        unreadable: all.unreadable.into_iter().collect(),
        view: view.clone(),
        ..found.clone()
    }
}

/// How far out from a directory files may be read, for what stands there without configuration; `None` where it may not be
/// read.
pub fn read_root_of(directory: &Path, options: &Options) -> Option<PathBuf> {
    let mut search = Search::new(options).ok()?;
    let path = search.canonical(directory).ok()?;
    search.add_read_root(&path, directory).ok()
}

/// A directory relative to its read root, for what stands there without configuration; `.` where it may not be read.
pub fn key_of(directory: &Path, options: &Options) -> String {
    let key = || {
        let mut search = Search::new(options).ok()?;
        let path = search.canonical(directory).ok()?;
        search.add_read_root(&path, directory).ok()?;
        Some(search.finish().ok()?.key_of(&path))
    };
    key().unwrap_or_else(|| ".".to_owned())
}

/// A search under way.
struct Search<'o> {
    options: &'o Options,
    working_dir: PathBuf,
    read_roots: BTreeSet<PathBuf>,
    found: walk::Found,
    /// Directories that were named, and those with named files in them whose whole read root counts.
    asked: Vec<PathBuf>,
    walks: Vec<Walk>,
    files: BTreeSet<PathBuf>,
    named_plans: BTreeSet<PathBuf>,
    stdin: bool,
}

impl<'o> Search<'o> {
    fn new(options: &'o Options) -> Result<Self, DiscoverError> {
        let working_dir = fs::canonicalize(&options.working_dir)
            .map_err(|error| DiscoverError::WorkingDirectory(error.to_string()))?;
        let mut read_roots = BTreeSet::new();
        for root in &options.roots {
            let found = fs::canonicalize(working_dir.join(root)).ok().filter(|root| root.is_dir());
            read_roots.insert(found.ok_or_else(|| DiscoverError::NoRoot { path: access::slashed(root) })?);
        }
        Ok(Self {
            options,
            working_dir,
            read_roots,
            found: walk::Found::default(),
            asked: Vec::new(),
            walks: Vec::new(),
            files: BTreeSet::new(),
            named_plans: BTreeSet::new(),
            stdin: false,
        })
    }

    /// Takes one path of the command line.
    fn take(&mut self, given: &Path) -> Result<(), DiscoverError> {
        if given == Path::new("-") {
            self.stdin = true;
            return Ok(());
        }
        let path = self.canonical(given)?;
        if path.is_dir() { self.take_directory(given, path) } else { self.take_file(given, path) }
    }

    fn take_directory(&mut self, given: &Path, path: PathBuf) -> Result<(), DiscoverError> {
        let read_root = self.add_read_root(&path, given)?;
        let found = walk::walk(&path, &read_root, self.options);
        if found.directories.is_empty() && found.plans.is_empty() && found.unreadable.is_empty() {
            return Err(self.nothing(given, &path));
        }
        self.found.extend(found);
        self.walks.push(Walk { start: path.clone(), read_root, asked: true });
        self.asked.push(path);
        Ok(())
    }

    fn take_file(&mut self, given: &Path, path: PathBuf) -> Result<(), DiscoverError> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if names::ConfigName::parse(&name).is_some() || names::is_variables(&name) {
            let directory = path.parent().unwrap_or(&path).to_owned();
            let read_root = self.add_read_root(&directory, given)?;
            // Plans that lie about were not asked for.
            let around = walk::walk(&read_root, &read_root, self.options);
            self.found.extend(walk::Found { plans: BTreeSet::new(), ..around });
            self.walks.push(Walk { start: read_root.clone(), read_root, asked: false });
            self.files.insert(path);
            return Ok(());
        }
        if names::is_beside(&name) {
            self.files.insert(path);
            return Ok(());
        }
        let shown = access::slashed(given);
        let not_plan = |what, help| Err(DiscoverError::NotPlan { path: shown.clone(), what, help });
        match sniff(&path) {
            Content::Plan => {
                self.named_plans.insert(path.clone());
                self.found.plans.insert(path);
                Ok(())
            }
            Content::BinaryPlan => not_plan("a binary plan", format!("terraform show -json {shown} > plan.json")),
            Content::PlanLog => not_plan(
                "the log of `terraform plan -json`",
                "terraform plan -out tfplan && terraform show -json tfplan > plan.json".to_owned(),
            ),
            Content::State => {
                not_plan("a state file", "terraform show -json > state.json, then onus check state.json".to_owned())
            }
            Content::Other => Err(self.nothing(given, &path)),
        }
    }

    fn canonical(&self, given: &Path) -> Result<PathBuf, DiscoverError> {
        let path = self.working_dir.join(given);
        fs::canonicalize(&path).map_err(|error| DiscoverError::Nothing {
            path: access::slashed(given),
            reason: match error.kind() {
                io::ErrorKind::NotFound => "it does not exist".to_owned(),
                _ => error.to_string(),
            },
            nearest: nearest::near_missing(&access::normalize(&path)).map(|near| self.as_given(&near)),
        })
    }

    /// The read root of a directory, which from now on is one of those that may be read.
    fn add_read_root(&mut self, directory: &Path, given: &Path) -> Result<PathBuf, DiscoverError> {
        if self.options.roots.is_empty() {
            let root = read_root::of(directory, self.options.home.as_deref());
            self.read_roots.insert(root.clone());
            return Ok(root);
        }
        let around = self.read_roots.iter().filter(|root| directory.starts_with(root));
        around.max_by_key(|root| root.components().count()).cloned().ok_or_else(|| DiscoverError::OutsideRoot {
            path: access::slashed(given),
            roots: self.options.roots.iter().map(|root| access::slashed(root)).collect(),
        })
    }

    fn nothing(&self, given: &Path, path: &Path) -> DiscoverError {
        DiscoverError::Nothing {
            path: access::slashed(given),
            reason: match path.is_dir() {
                true if path.join(names::TERRAGRUNT).is_file() => {
                    "terragrunt.hcl leads to modules that lie elsewhere: name them, or a plan"
                }
                true => "no .tf, .tofu or plan file",
                false => "neither Terraform nor a plan",
            }
            .to_owned(),
            nearest: nearest::near_empty(path).map(|near| self.as_given(&near)),
        }
    }

    /// A path as a person would type it here.
    fn as_given(&self, path: &Path) -> String {
        shown(path, &self.working_dir)
    }

    fn finish(self) -> Result<Discovery, DiscoverError> {
        let asked = |path: &Path| self.asked.iter().any(|directory| path.starts_with(directory));
        let directories =
            self.found.directories.into_iter().map(|path| ModuleDir { asked: asked(&path), path }).collect();
        Ok(Discovery {
            directories,
            working_dir: self.working_dir,
            read_roots: self.read_roots.into_iter().collect(),
            plans: self.found.plans.into_iter().collect(),
            named_plans: self.named_plans.into_iter().collect(),
            stdin: self.stdin,
            files: self.files.into_iter().collect(),
            unreadable: self.found.unreadable.into_iter().collect(),
            view: Files::Disk,
            walks: self.walks,
        })
    }
}
