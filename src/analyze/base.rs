//! What stood before: the files of a commit, or of an older copy, and which of their roots are which of today's.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::configured::{Configured, Said};
use super::pool::Pool;
use super::root::{self, Root};
use super::{CheckOptions, Rules, UsageError};
use crate::config::{Candidates, Problem, Program, RootDir, Scan};
use crate::discover::{self, Content, Discovery, ModuleDir};
use crate::git::{GitError, Repository};
use crate::onus_hcl::Configuration;
use crate::report::review;
use crate::source::files::{InPlaceOf, Recording};
use crate::source::{Files, access};

/// So many roots that came, times those that went, are compared with each other.
const MAX_COMPARED: usize = 40_000;

/// The other side of a run.
pub(super) struct Base {
    roots: Vec<Root>,
    /// What was said of them; `None`: what is said today.
    configured: Option<Configured>,
    /// For each root of today, the one that it was.
    was: Vec<Option<usize>>,
    /// The roots that are no more.
    gone: Vec<usize>,
    changed: Option<Changed>,
    /// What it is.
    name: review::Base,
}

/// The other side of one root.
#[derive(Clone)]
pub(super) struct Before<'r> {
    /// What it was; `None`: it is new.
    pub(super) root: Option<&'r Root>,
    /// What was said of it.
    pub(super) said: Said,
    /// The files that changed since, where that is known.
    pub(super) changed: Option<&'r Changed>,
    /// What the base is.
    pub(super) name: &'r review::Base,
    /// Whether the root is no more.
    pub(super) is_gone: bool,
}

/// Where the base is read, and what changed since.
struct Opened {
    files: Files,
    changed: Option<Changed>,
    name: review::Base,
}

impl Base {
    /// # Errors
    /// When there is no such base, or its `.onus.hcl` cannot be read.
    pub(super) fn of(
        name: &str,
        roots: &[Root],
        options: &CheckOptions,
        rules: &Rules,
        pool: &Pool,
    ) -> Result<Self, UsageError> {
        let Some(today) = roots.first().map(Root::discovery) else {
            return Err(UsageError::new(format!("--base {name}: there is nothing to compare")));
        };
        if let Some(plan) = plan(name, today)? {
            let [root] = roots else {
                let why = format!("a plan is the base of one root module, and there are {}", roots.len());
                return Err(refused(name, why).with_help("name the one that it is of"));
            };
            let name = review::Base { name: name.to_owned(), commit: None };
            let (roots, was) = (vec![root.planned(plan)], vec![Some(0)]);
            return Ok(Self { roots, configured: None, was, gone: Vec::new(), changed: None, name });
        }
        let plan = today.named_plans.first().map(|plan| today.shown(plan)).or(today.stdin.then(|| "-".to_owned()));
        if let Some(plan) = plan {
            return Err(refused(name, format!("{plan} is a plan, and so must its base be"))
                .with_help("--base older.json; or what the plan itself changes: onus plan"));
        }
        let Opened { files, changed, name } = open(name, today)?;
        let found = if changed.as_ref().is_some_and(Changed::is_nothing) {
            Discovery { view: files.clone(), ..today.clone() }
        } else {
            discover::discover_in(today, &files, &root::options(&options.inputs)?)
        };
        let scan = pool.run(found.directories.len(), || Scan::of(&found));
        let matched = Matched::of(&scan, &found, roots);
        let base = root::of_base(found, scan, matched.roots, &options.inputs);
        let configured = Configured::read(&base, options, rules, &files)
            .map_err(|error| UsageError { message: format!("--base {}: {}", name.name, error.message), ..error })?;
        Ok(Self { roots: base, configured: Some(configured), was: matched.was, gone: matched.gone, changed, name })
    }

    /// The roots that are no more, as roots of today in which nothing is.
    pub(super) fn gone(&self) -> Vec<Root> {
        self.gone.iter().map(|index| self.roots[*index].clone()).collect()
    }

    /// The other side of the root with that place in the run. `today`: how many there are; those that are gone follow.
    pub(super) fn before(&self, index: usize, today: usize, said: &Said) -> Before<'_> {
        let (place, is_gone) = match index.checked_sub(today) {
            Some(gone) => (Some(self.gone[gone]), true),
            None => (self.was.get(index).copied().flatten(), false),
        };
        let root = place.map(|place| &self.roots[place]);
        let said = match (&self.configured, place) {
            (Some(configured), Some(place)) => configured.says(place),
            (Some(_), None) => Said::default(),
            (None, _) => said.clone(),
        };
        Before { root, said, changed: self.changed.as_ref(), name: &self.name, is_gone }
    }

    /// What its `.onus.hcl` files say; `today`: what those of today do.
    pub(super) fn configurations(&self, today: &Configured) -> Vec<Arc<Configuration>> {
        self.configured.as_ref().unwrap_or(today).all.clone()
    }
}

fn refused(name: &str, why: impl std::fmt::Display) -> UsageError {
    UsageError::new(format!("--base {name}: {why}"))
}

/// The plan that a base is the name of, if it is a file.
fn plan(name: &str, today: &Discovery) -> Result<Option<PathBuf>, UsageError> {
    let path = today.working_dir.join(name);
    if !path.is_file() {
        return Ok(None);
    }
    match discover::sniff(&path) {
        Content::Plan => Ok(Some(path)),
        Content::BinaryPlan => Err(refused(name, "it is a binary plan, not one in JSON")
            .with_help(format!("terraform show -json {name} > plan.json"))),
        _ => Ok(None),
    }
}

/// Opens what a base is the name of: a commit, else a directory.
fn open(name: &str, today: &Discovery) -> Result<Opened, UsageError> {
    let path = today.working_dir.join(name);
    let is_path = name.starts_with('.') || name.ends_with('/') || Path::new(name).is_absolute();
    let at = today.walks.first().map_or(&*today.working_dir, |walk| &walk.start);
    let commit = || {
        let repository = Repository::around(at)?;
        let commit = repository.fork_point(name)?;
        Ok((repository, commit))
    };
    let found: Result<_, GitError> = if is_path && path.exists() { Err(GitError::NoCommit) } else { commit() };
    match found {
        Ok(_) if path.exists() => {
            Err(refused(name, "it is both a commit and a path")
                .with_help(format!("write ./{name}, or refs/heads/{name}")))
        }
        Ok((repository, commit)) => {
            let outside = today
                .walks
                .iter()
                .find(|walk| repository.work_dir().is_none_or(|work_dir| !walk.start.starts_with(work_dir)));
            if let Some(walk) = outside {
                return Err(refused(name, format!("{} lies in another repository", today.shown(&walk.start)))
                    .with_help("compare one repository at a time"));
            }
            let failed = |error: GitError| refused_by_git(name, &error);
            let files = repository.files_of(&commit).map_err(failed)?;
            let changed = Changed::of(repository.changed_since(&commit).map_err(failed)?);
            let name = review::Base { name: name.to_owned(), commit: Some(commit.id) };
            Ok(Opened { files: Files::View(Arc::new(files)), changed: Some(changed), name })
        }
        Err(_) if path.is_dir() => {
            let directory = match &*today.walks {
                [walk] if walk.asked => walk.start.clone(),
                _ => today.working_dir.clone(),
            };
            let copy = path.canonicalize().map_err(|error| refused(name, error))?;
            if copy == directory {
                return Err(refused(name, "it is the directory that is compared"));
            }
            let name = review::Base { name: name.to_owned(), commit: None };
            Ok(Opened { files: Files::View(Arc::new(InPlaceOf { directory, copy })), changed: None, name })
        }
        Err(_) if is_path && !path.exists() => Err(refused(name, "there is no such directory")),
        Err(_) if path.exists() => Err(refused(name, "it is neither a commit nor a directory nor a plan in JSON")),
        Err(error) => Err(refused_by_git(name, &error)),
    }
}

fn refused_by_git(name: &str, error: &GitError) -> UsageError {
    UsageError { help: error.help(), ..refused(name, error) }
}

/// The files that changed since the base.
pub(super) struct Changed {
    paths: BTreeSet<PathBuf>,
    /// Directories whose `.onus.hcl` is among them.
    configured: Vec<PathBuf>,
}

impl Changed {
    fn of(paths: Vec<PathBuf>) -> Self {
        let configured = paths.iter().filter(|path| path.file_name().is_some_and(|name| name == ".onus.hcl"));
        let configured = configured.filter_map(|path| path.parent()).map(Path::to_owned).collect();
        Self { configured, paths: paths.into_iter().collect() }
    }

    fn is_nothing(&self) -> bool {
        self.paths.is_empty()
    }

    /// Whether any file that a root reads has changed, come or gone: files of its modules, files that were asked for, names
    /// in a directory that were asked for, or what `.onus.hcl` says of it.
    pub(super) fn touches(&self, program: &Program, seen: &Recording) -> bool {
        let listed = seen.directories();
        let mut directories = program.module_dirs.iter().chain(&listed);
        let root = program.module_dirs.first();
        let is_configured = |outer: &PathBuf| root.is_some_and(|root| root.starts_with(outer));
        directories.any(|directory| self.holds_file_of(directory))
            || seen.paths().iter().any(|path| path.ancestors().any(|path| self.paths.contains(path)))
            || self.configured.iter().any(is_configured)
    }

    fn holds_file_of(&self, directory: &Path) -> bool {
        let from = (Bound::Included(directory), Bound::Unbounded);
        let inside = self.paths.range::<Path, _>(from).take_while(|path| path.starts_with(directory));
        inside.into_iter().any(|path| path.parent() == Some(directory) || path == directory)
    }
}

/// Which roots of the base are which of today's.
struct Matched {
    /// The roots of the base.
    roots: Vec<RootDir>,
    was: Vec<Option<usize>>,
    gone: Vec<usize>,
}

impl Matched {
    fn of(scan: &Scan, found: &Discovery, today: &[Root]) -> Self {
        let mut roots = scan.roots.clone();
        let places: HashMap<&Path, usize> = scan.roots.iter().zip(0..).map(|(root, at)| (&*root.path, at)).collect();
        let there: BTreeSet<&Path> = found.directories.iter().map(|directory| &*directory.path).collect();
        let mut was: Vec<Option<usize>> = Vec::new();
        for root in today {
            let path = root.directory().map(|directory| &*directory.path);
            was.push(path.and_then(|path| places.get(path)).copied().or_else(|| {
                // What others called before and nobody calls any more was there, too.
                roots.push(Scan::root_at(found, path.filter(|path| there.contains(path))?));
                Some(roots.len() - 1)
            }));
        }
        let directories: BTreeSet<&Path> =
            today.iter().take(1).flat_map(|root| &root.discovery().directories).map(|one| &*one.path).collect();
        let taken: BTreeSet<usize> = was.iter().copied().flatten().collect();
        // What is called by others by now is still there.
        let gone =
            (0..roots.len()).filter(|index| !taken.contains(index) && !directories.contains(&*roots[*index].path));
        let mut matched = Self { gone: gone.collect(), roots, was };
        matched.find_renamed(found, today);
        matched
    }

    /// Joins roots that came with those that went and that declare mostly the same.
    fn find_renamed(&mut self, found: &Discovery, today: &[Root]) {
        let came: Vec<usize> = (0..today.len())
            .filter(|index| self.was[*index].is_none() && today[*index].directory().is_some())
            .collect();
        if came.is_empty() || self.gone.is_empty() || came.len() * self.gone.len() > MAX_COMPARED {
            return;
        }
        let of_today = today[came[0]].discovery();
        let came_paths: Vec<&Path> = came.iter().filter_map(|index| Some(&*today[*index].directory()?.path)).collect();
        let gone_paths: Vec<&Path> = self.gone.iter().map(|index| &*self.roots[*index].path).collect();
        let (came_names, gone_names) = (declared(of_today, &came_paths), declared(found, &gone_paths));
        let mut likely = Vec::new();
        for (new, names) in came_names.iter().enumerate() {
            for (old, others) in gone_names.iter().enumerate() {
                let common = names.intersection(others).count();
                let all = names.len() + others.len() - common;
                if all > 0 && 2 * common >= all {
                    likely.push((usize::MAX - common * 1_000 / all, new, old));
                }
            }
        }
        likely.sort_unstable();
        let (mut new_taken, mut old_taken) = (BTreeSet::new(), BTreeSet::new());
        for (_, new, old) in likely {
            if !new_taken.contains(&new) && !old_taken.contains(&old) {
                new_taken.insert(new);
                old_taken.insert(old);
                self.was[came[new]] = Some(self.gone[old]);
            }
        }
        let mut place = 0;
        self.gone.retain(|_| {
            place += 1;
            !old_taken.contains(&(place - 1))
        });
    }
}

/// What each of the directories declares, in their order.
fn declared(discovery: &Discovery, directories: &[&Path]) -> Vec<BTreeSet<String>> {
    let modules = directories.iter().map(|path| ModuleDir { path: (*path).to_owned(), asked: true }).collect();
    let candidates = Candidates::every(Discovery { directories: modules, ..discovery.clone() });
    let all = candidates.all();
    let declares: HashMap<&Path, &BTreeSet<String>> = all.iter().map(|one| (one.directory(), one.declares)).collect();
    directories.iter().map(|directory| declares.get(directory).copied().cloned().unwrap_or_default()).collect()
}

/// What to say of a base that could not be read in full.
pub(super) fn unreadable(name: &review::Base, program: &Program) -> Option<Problem> {
    let first = program.errors.first()?;
    let more = match program.errors.len() {
        1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    let at = first.location.as_ref().map(|at| format!("{}:{}: ", at.file, at.line)).unwrap_or_default();
    let message = format!("in the base, {}: {at}{}{more}", access::slashed(Path::new(&name.name)), first.message);
    Some(Problem::new(message).help("what could not be read there counts as new here"))
}
