//! The configuration that a plan was made from: the root module that declares all that the plan's root module declares.

use std::path::PathBuf;
use std::sync::OnceLock;

use super::root::{given, options};
use super::{CheckOptions, UsageError};
use crate::config::{Candidate, Candidates, Problem, Program};
use crate::discover::{self, Limits};
use crate::plan::Plan;
use crate::source::access;

/// Beyond these the source of a plan is not looked for.
const MOST: Limits = Limits { entries: 20_000, directories: 1_000 };

/// Where the configuration of plans is looked for: looked at once in a run, and only if a plan asks.
pub(super) struct Sources<'o> {
    options: &'o CheckOptions,
    directory: PathBuf,
    itself: OnceLock<Option<Candidates>>,
    /// What lies below the directory; or why nothing was looked at, as the rest of a sentence.
    below: OnceLock<Result<Candidates, String>>,
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
        if let Some(itself) = itself.iter().flat_map(|itself| itself.declaring(&names)).next() {
            return self.load(itself);
        }
        let below = match self.below.get_or_init(|| self.look_below()) {
            Ok(below) => below,
            Err(refused) => return self.nothing(refused),
        };
        let mut matching = below.declaring(&names);
        // The names of the plan are all there: the fewer there are besides, the better it matches.
        matching.sort_by_key(|candidate| candidate.declares.len());
        match matching.as_slice() {
            [one, other, ..] if one.declares.len() == other.declares.len() => {
                self.nothing(&format!("{} and {} match it equally well", one.shown(), other.shown()))
            }
            [best, ..] => self.load(*best),
            // Whether it would be said: it takes a look at all of them.
            [] if self.options.source.is_none() => Found::Nothing(None),
            [] => {
                let all = itself.iter().chain([below]).flat_map(Candidates::all);
                let nearest = all.max_by_key(|candidate| common(*candidate, &names));
                match nearest.and_then(|nearest| Some((nearest, missing(nearest, &names)?))) {
                    Some((nearest, missing)) => self.nothing(&format!("{missing} is not in {}", nearest.shown())),
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

    fn load(&self, candidate: Candidate<'_>) -> Found {
        let inputs = given(&self.options.inputs, candidate.working_dir());
        Found::Source(Box::new(candidate.load(&inputs)))
    }

    fn look_at_itself(&self) -> Option<Candidates> {
        let discovery = discover::discover_one(&self.directory, &options(&self.options.inputs).ok()?).ok()?;
        Some(Candidates::every(discovery))
    }

    fn look_below(&self) -> Result<Candidates, String> {
        let options = options(&self.options.inputs).map_err(|error| error.message)?;
        let found = discover::discover_source(&self.directory, &options, MOST).map_err(|error| error.to_string())?;
        let found = found.ok_or_else(|| "there are too many files below it, name the root module".to_owned())?;
        Ok(Candidates::roots_of(found))
    }
}

/// The first of the names that it does not declare.
fn missing<'n>(candidate: Candidate<'_>, names: &'n [String]) -> Option<&'n str> {
    names.iter().find(|name| !candidate.declares.contains(*name)).map(String::as_str)
}

fn common(candidate: Candidate<'_>, names: &[String]) -> usize {
    names.iter().filter(|name| candidate.declares.contains(*name)).count()
}
