//! Plans that lie about in a directory that is judged: each belongs to the root module that it was made from, which is judged
//! once, with what the plan knows.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bumpalo::Bump;

use crate::config::{Candidates, Problem, Program, RootDir};
use crate::discover::{Discovery, ModuleDir};
use crate::estate::Estate;
use crate::plan::{Arenas, Beside, Plan};
use crate::report::mask::tells_of_a_secret;
use crate::source::{access, text};

/// Among so many root modules that of a plan is looked for which does not lie beside it.
const MAX_ROOTS: usize = 1_000;

/// Which plans belong to which root.
#[derive(Debug, Default)]
pub(super) struct Assigned {
    /// By root.
    pub(super) of_root: Vec<Vec<PathBuf>>,
    /// Those that are judged on their own.
    pub(super) alone: Vec<PathBuf>,
}

/// Finds the roots of the plans that nobody named, among those that are judged.
pub(super) fn assign(plans: &[PathBuf], roots: &[RootDir], discovery: &Discovery) -> Assigned {
    let mut assigned = Assigned { of_root: vec![Vec::new(); roots.len()], alone: Vec::new() };
    let others = OnceCell::new();
    let mut own = OwnRoots::of(roots, discovery);
    for path in plans {
        let root = declares(path).filter(|names| !names.is_empty()).and_then(|names| {
            let others = || others.get_or_init(|| among(roots.iter().filter(|_| roots.len() <= MAX_ROOTS), discovery));
            own.of_plan(path, &names).or_else(|| other_root(&names, roots, others()))
        });
        match root {
            Some(root) => assigned.of_root[root].push(path.clone()),
            None => assigned.alone.push(path.clone()),
        }
    }
    assigned
}

fn among<'r>(roots: impl Iterator<Item = &'r RootDir>, discovery: &Discovery) -> Candidates {
    let directories = roots.map(|root| ModuleDir { path: root.path.clone(), asked: true }).collect();
    Candidates::every(Discovery { directories, ..discovery.clone() })
}

/// What the root module of a plan declares; `None`: it cannot be read, which is told where it is judged.
fn declares(path: &Path) -> Option<Vec<String>> {
    let bytes = access::read_plan(path).ok()?;
    let text = text::decode(&bytes)?;
    Some(Plan::read(&text).ok().filter(Plan::has_changes)?.declares())
}

/// The roots that lie beside plans: each is looked at once, however many plans lie there.
struct OwnRoots<'r> {
    roots: &'r [RootDir],
    discovery: &'r Discovery,
    by_directory: BTreeMap<&'r Path, usize>,
    declares: BTreeMap<usize, BTreeSet<String>>,
}

impl<'r> OwnRoots<'r> {
    fn of(roots: &'r [RootDir], discovery: &'r Discovery) -> Self {
        // Of several roots in one directory, the first counts.
        let by_directory = roots.iter().enumerate().rev().map(|(index, root)| (&*root.path, index)).collect();
        Self { roots, discovery, by_directory, declares: BTreeMap::new() }
    }

    /// The root in the directory of a plan, if they have more in common than not: it may have changed since.
    fn of_plan(&mut self, path: &Path, names: &[String]) -> Option<usize> {
        let own = *self.by_directory.get(path.parent()?)?;
        let declares = self.declares.entry(own).or_insert_with(|| {
            let candidates = among(std::iter::once(&self.roots[own]), self.discovery);
            candidates.all().first().map(|candidate| candidate.declares.clone()).unwrap_or_default()
        });
        let common = names.iter().filter(|name| declares.contains(*name)).count();
        (2 * common > names.len()).then_some(own)
    }
}

/// The root that declares all that a plan does, and least besides.
fn other_root(names: &[String], roots: &[RootDir], candidates: &Candidates) -> Option<usize> {
    let mut matching = candidates.declaring(names);
    matching.sort_by_key(|candidate| candidate.declares.len());
    let best = match matching.as_slice() {
        [one, other, ..] if one.declares.len() == other.declares.len() => None,
        all => all.first(),
    }?;
    roots.iter().position(|root| root.path == best.directory())
}

/// What is kept of a plan while the root that it belongs to is judged.
#[derive(Default)]
pub(super) struct Held {
    arena: Bump,
    arenas: Arenas,
    nothing: Program,
}

/// What a plan adds to a root.
pub(super) struct Added<'a> {
    /// The root's estate, with what the plan knows.
    pub(super) estate: Option<Estate<'a>>,
    /// What to say of the plan.
    pub(super) warnings: Vec<Problem>,
    /// Texts that must not be shown.
    pub(super) secrets: Vec<String>,
}

/// The text of the one plan of a root.
pub(super) fn text_of(plans: &[PathBuf]) -> Option<Vec<u8>> {
    if let [plan] = plans { access::read_plan(plan).ok() } else { None }
}

/// The JSON of a plan.
pub(super) fn decoded(bytes: Option<&[u8]>) -> Option<Cow<'_, str>> {
    text::decode(bytes?)
}

/// Joins a root with its plan. `plan` is `None` where there are none, or several.
pub(super) fn join<'a>(
    evaluated: &Estate<'a>,
    plan: Option<&'a Plan<'a>>,
    held: &'a mut Held,
    shown: &[String],
) -> Added<'a> {
    let mut added = Added { estate: None, warnings: Vec::new(), secrets: Vec::new() };
    let first = shown.first().map_or("", String::as_str);
    let help = format!("to judge a plan itself, name it: onus check {first}");
    if shown.len() > 1 {
        let message = format!("several plans of one root module: {}; it was judged without them", shown.join(", "));
        added.warnings.push(Problem::new(message).help(help));
        return added;
    }
    let Some(plan) = plan else { return added };
    added.secrets = plan.secrets(tells_of_a_secret);
    let Held { arena, arenas, nothing } = held;
    match plan.beside(evaluated, arenas, nothing, arena) {
        Ok(Beside { estate, differences }) => {
            added.estate = Some(estate);
            if !differences.is_empty() {
                let message = format!("{first} differs from the configuration, which counts there: {differences}");
                added.warnings.push(Problem::new(message).help(help));
            }
        }
        Err(error) => added.warnings.push(Problem::new(format!("{first}: {error}")).help(help)),
    }
    added
}
