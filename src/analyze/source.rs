//! The configuration that a plan was made from: the root module that declares all that the plan's root module declares.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::OnceLock;

use super::root::{given, options};
use super::{CheckOptions, UsageError};
use crate::config::{self, Problem, Program, RootDir, Scan, declared};
use crate::discover;
use crate::plan::Plan;
use crate::source::access;

/// How many files and directories are looked at for the sake of a plan.
const MAX_ENTRIES: usize = 20_000;

/// Among so many module directories a plan's is looked for.
const MAX_DIRECTORIES: usize = 1_000;

/// Where the configuration of plans is looked for: looked at once in a run, and only if a plan asks.
pub(super) struct Sources<'o> {
    options: &'o CheckOptions,
    directory: PathBuf,
    itself: OnceLock<Option<Candidate>>,
    below: OnceLock<Below>,
}

/// A root module that a plan may be made from.
struct Candidate {
    root: RootDir,
    declares: BTreeSet<String>,
}

/// What lies below the directory.
#[derive(Default)]
struct Below {
    candidates: Vec<Candidate>,
    /// Why nothing was looked at, as the rest of a sentence.
    refused: Option<String>,
}

/// What is known of the configuration of a plan.
pub(super) enum Found {
    /// It is this one.
    Source(Box<Program>),
    /// It is not at hand; what to say of that, if anything.
    Nothing(Option<Problem>),
}

impl<'o> Sources<'o> {
    /// # Errors
    /// When a directory is named that is none.
    pub(super) fn new(options: &'o CheckOptions) -> Result<Self, UsageError> {
        let directory = options.source.clone().unwrap_or_else(|| PathBuf::from("."));
        let full = options.inputs.working_dir.join(&directory);
        if options.source.is_some() && !full.is_dir() {
            let shown = access::slashed(&directory);
            return Err(UsageError::new(format!("--source {shown}: there is no such directory")));
        }
        Ok(Self { options, directory: full, itself: OnceLock::new(), below: OnceLock::new() })
    }

    /// The configuration of a plan.
    pub(super) fn of(&self, plan: &Plan<'_>) -> Found {
        if !plan.has_changes() {
            return Found::Nothing(None);
        }
        let names = plan.declares();
        if names.is_empty() {
            return self.nothing("the plan does not say what it was made from");
        }
        let itself = self.itself.get_or_init(|| self.look_at_itself());
        if let Some(itself) = itself.as_ref().filter(|candidate| candidate.missing(&names).is_none()) {
            return self.load(itself);
        }
        let below = self.below.get_or_init(|| self.look_below());
        if let Some(refused) = &below.refused {
            return self.nothing(refused);
        }
        let matching = below.candidates.iter().filter(|candidate| candidate.missing(&names).is_none());
        // The names of the plan are all there: the fewer there are besides, the better it matches.
        let mut matching: Vec<_> = matching.map(|candidate| (candidate.declares.len(), candidate)).collect();
        matching.sort_by_key(|(size, _)| *size);
        match matching.as_slice() {
            [(size, one), (next, other), ..] if size == next => {
                let (one, other) = (&one.root.shown, &other.root.shown);
                self.nothing(&format!("{one} and {other} match it equally well"))
            }
            [(_, best), ..] => self.load(best),
            [] => {
                let nearest = itself.iter().chain(&below.candidates).max_by_key(|candidate| candidate.common(&names));
                match nearest.and_then(|nearest| Some((nearest, nearest.missing(&names)?))) {
                    Some((nearest, missing)) => self.nothing(&format!("{missing} is not in {}", nearest.root.shown)),
                    None => self.nothing("there is no root module"),
                }
            }
        }
    }

    /// Says why, if the directory was named.
    fn nothing(&self, why: &str) -> Found {
        let problem = self.options.source.as_deref().map(|directory| {
            let message = format!("--source {}: not the source of this plan: {why}", access::slashed(directory));
            Problem::new(message).help("findings name addresses, not places")
        });
        Found::Nothing(problem)
    }

    fn load(&self, candidate: &Candidate) -> Found {
        let root = &candidate.root;
        let inputs = given(&self.options.inputs, &root.access.working_dir);
        Found::Source(Box::new(config::load(root, &inputs, &config::Cache::default())))
    }

    fn look_at_itself(&self) -> Option<Candidate> {
        let discovery = discover::discover_one(&self.directory, &options(&self.options.inputs).ok()?).ok()?;
        candidates(Scan::all_roots(&discovery)).pop()
    }

    fn look_below(&self) -> Below {
        let refused = |why: String| Below { refused: Some(why), ..Below::default() };
        let options = match options(&self.options.inputs) {
            Ok(options) => options,
            Err(error) => return refused(error.message),
        };
        let many = || refused("there are too many files below it, name the root module".to_owned());
        match discover::discover_source(&self.directory, &options, MAX_ENTRIES) {
            Ok(Some(found)) if found.directories.len() <= MAX_DIRECTORIES => {
                Below { candidates: candidates(Scan::of(&found)), refused: None }
            }
            Ok(_) => many(),
            Err(error) => refused(error.to_string()),
        }
    }
}

fn candidates(scan: Scan) -> Vec<Candidate> {
    let Scan { roots, cache, .. } = scan;
    let named = roots.into_iter().map(|root| Candidate { declares: declared(&root, &cache), root });
    named.collect()
}

impl Candidate {
    /// The first of the names that it does not declare.
    fn missing<'n>(&self, names: &'n [String]) -> Option<&'n str> {
        names.iter().find(|name| !self.declares.contains(*name)).map(String::as_str)
    }

    fn common(&self, names: &[String]) -> usize {
        names.iter().filter(|name| self.declares.contains(*name)).count()
    }
}
