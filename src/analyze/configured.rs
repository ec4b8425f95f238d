//! Which `.onus.hcl` counts for which root of a run, and what it says there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexSet;
use jiff::civil::Date;

use super::root::{self, Root};
use super::{CheckOptions, Rules, UsageError, select};
use crate::config::Problem;
use crate::discover;
use crate::onus_hcl::{self, Configuration, Finder, NOBODY, Refused, short};
use crate::report::Routed;
use crate::report::mask::Secrets;
use crate::responsibility::Adjustments;
use crate::settings::accept::Acceptances;
use crate::source::Files;

/// So many errors are told.
const MAX_TOLD: usize = 10;

/// The configurations of a run.
pub(super) struct Configured {
    /// Each once, by path.
    pub(super) all: Vec<Arc<Configuration>>,
    /// The day of the run.
    pub(super) day: Date,
    /// For each root, which of them counts.
    of_root: Vec<Option<Counting>>,
}

/// The configuration that counts for a root.
struct Counting {
    /// Its place in the run.
    configuration: u32,
    /// The directory of the root that `scope` speaks of.
    directory: PathBuf,
}

/// What is said of one root.
#[derive(Clone, Default)]
pub(super) struct Said {
    /// By whom: the place of the configuration in the run.
    pub(super) configuration: Option<u32>,
    /// Where the model differs from the published one.
    pub(super) model: Arc<Adjustments>,
    /// Findings that are accepted.
    pub(super) accepted: Arc<Acceptances>,
    /// The contracts that speak of it, by their places in the configuration.
    pub(super) contracts: Arc<[u32]>,
}

impl Configured {
    /// Finds and reads the configurations of these roots.
    ///
    /// # Errors
    /// When one of them is wrong.
    pub(super) fn of(roots: &[Root], options: &CheckOptions, rules: &Rules) -> Result<Self, UsageError> {
        Self::read(roots, options, rules, &Files::Disk)
    }

    /// The same of files that are read from elsewhere.
    ///
    /// # Errors
    /// When one of them is wrong.
    pub(super) fn read(
        roots: &[Root],
        options: &CheckOptions,
        rules: &Rules,
        files: &Files,
    ) -> Result<Self, UsageError> {
        let day = jiff::tz::Offset::UTC.to_datetime(options.inputs.now).date();
        let mut found = Self { all: Vec::new(), day, of_root: Vec::new() };
        if options.inputs.no_config {
            return Ok(found);
        }
        let mut known: BTreeMap<PathBuf, u32> = BTreeMap::new();
        let mut finder = Finder::of(files.clone());
        for root in roots {
            let Some(Found { file, read_roots, directory }) = file_of(&mut finder, root, options)? else {
                found.of_root.push(None);
                continue;
            };
            let index = match known.get(&file) {
                Some(index) => *index,
                None => {
                    let working_dir = root::options(&options.inputs)?.working_dir;
                    let read = Configuration::read(&file, &read_roots, &working_dir, rules, files);
                    found.all.push(Arc::new(read.map_err(|error| refused(&error))?));
                    known.insert(file, found.all.len() as u32 - 1);
                    found.all.len() as u32 - 1
                }
            };
            found.of_root.push(Some(Counting { configuration: index, directory }));
        }
        Ok(found)
    }

    /// The teams whose findings are listed.
    ///
    /// # Errors
    /// When no contract names one of them.
    pub(super) fn routed(&self, names: &[String]) -> Result<Routed, UsageError> {
        let teams = || self.all.iter().flat_map(|said| &said.contracts).map(|contract| contract.team.as_str());
        let unknown = names.iter().find(|name| *name != NOBODY && !teams().any(|team| team == *name));
        let Some(unknown) = unknown else { return Ok(Routed::to(names.iter().cloned())) };
        let error = UsageError::new(format!("no `contract \"{unknown}\"` in the .onus.hcl of what is judged"));
        Err(match (discover::nearest_word(unknown, teams()), teams().next()) {
            (Some(near), _) => error.with_help(format!("nearest: {}", without_tokens(near))),
            (None, None) => error.with_help("docs/configuration.md shows how a contract is written"),
            (None, Some(_)) => error.with_help(format!("there are {}, and {NOBODY}", listed(teams()))),
        })
    }

    /// What is said of the root with that place in the run.
    pub(super) fn says(&self, index: usize) -> Said {
        let Some(Some(Counting { configuration, directory })) = self.of_root.get(index) else { return Said::default() };
        let configuration = *configuration;
        let said = &self.all[configuration as usize];
        let accepted = Arc::new(said.acceptances(directory, self.day));
        let contracts = said.contracts_in(directory).into();
        Said { configuration: Some(configuration), model: Arc::clone(&said.model), accepted, contracts }
    }
}

/// The file that counts for a root.
struct Found {
    file: PathBuf,
    /// What may be read around it.
    read_roots: Vec<PathBuf>,
    /// The directory of the root: of a plan, that of its source if that is named and the plan lies elsewhere.
    directory: PathBuf,
}

/// The file that counts for a root. Of a plan: the file for its source if that is named, else for where it lies, else for
/// the working directory.
fn file_of(finder: &mut Finder, root: &Root, options: &CheckOptions) -> Result<Option<Found>, UsageError> {
    if let (directory, Some(read_roots)) = root.place() {
        let found = |file| Found { file, read_roots: read_roots.to_vec(), directory: directory.to_owned() };
        return Ok(finder.nearest(directory, read_roots).map(found));
    }
    let how = root::options(&options.inputs)?;
    let absolute = |directory: &Path| how.working_dir.join(directory).canonicalize().ok();
    let mut around = |directory: &Path| {
        let read_roots = vec![discover::read_root_of(directory, &how)?];
        finder.nearest(directory, &read_roots).map(|file| (file, read_roots))
    };
    let own = absolute(root.place().0).unwrap_or_else(|| root.place().0.to_owned());
    let found = match &options.source {
        Some(source) => absolute(source).and_then(|source| {
            let directory = if own.starts_with(&source) { own } else { source.clone() };
            Some((around(&source)?, directory))
        }),
        None => around(&own).or_else(|| around(&absolute(Path::new("."))?)).map(|found| (found, own)),
    };
    Ok(found.map(|((file, read_roots), directory)| Found { file, read_roots, directory }))
}

impl onus_hcl::Settings for Rules {
    fn find(&self, name: &str) -> Vec<u32> {
        Self::find(self, name).collect()
    }

    fn nearest(&self, name: &str) -> Option<String> {
        select::nearest_setting(self, name)
    }
}

/// The error of a configuration: the first thing that is wrong with its line, then the others.
fn refused(refused: &Refused) -> UsageError {
    let mut problems = refused.problems.iter();
    let Some(first) = problems.next() else { return UsageError::new("a configuration cannot be read") };
    let mut help = way_out(&refused.text, first);
    for other in problems.by_ref().take(MAX_TOLD - 1) {
        help.push(sentence(other));
        help.extend(way_out(&refused.text, other));
    }
    let rest = problems.count();
    if rest > 0 {
        help.push(format!("… and {rest} more"));
    }
    UsageError::new(sentence(first)).with_help(help.join("\n"))
}

fn sentence(problem: &Problem) -> String {
    let message = without_tokens(&problem.message);
    match &problem.location {
        Some(at) => format!("{}:{}:{}: {message}", at.file, at.line, at.column),
        None => message,
    }
}

/// A text that may quote the file: what has the format of a token is taken out of it.
fn without_tokens(text: &str) -> String {
    Secrets::default().hide(text).into_owned()
}

/// The first teams, each once.
fn listed<'t>(teams: impl Iterator<Item = &'t str>) -> String {
    let teams: IndexSet<&str> = teams.collect();
    let named: Vec<String> = teams.iter().take(MAX_TOLD).map(|team| without_tokens(&short(team))).collect();
    let more = teams.len().saturating_sub(MAX_TOLD);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", named.join(", "))
}

/// The line in which it stands, and what to write instead.
fn way_out(text: &str, problem: &Problem) -> Vec<String> {
    const SHOWN: usize = 100;
    let line = problem.location.as_ref().and_then(|at| Some((at.line, text.lines().nth(at.line as usize - 1)?)));
    let line = line.map(|(number, line)| {
        let line: String = without_tokens(line.trim_end()).chars().take(SHOWN).collect();
        format!("{number:>3} │ {line}")
    });
    line.into_iter().chain(problem.help.clone()).collect()
}
