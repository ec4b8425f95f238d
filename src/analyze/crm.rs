//! What `onus crm` needs beside a judgement: the commit that the files are of.

use std::path::{Path, PathBuf};

use super::options::CrmOptions;
use super::{Beyond, CheckOptions, Inputs, Progress, UsageError, deep, judge, root};
use crate::git::{GitError, Repository};
use crate::report::Outcome;
use crate::report::crm::{Crm, Origin, Revision};
use crate::settings::finding::Severity;

/// A run, and what its responsibility matrix is made from.
#[derive(Debug)]
pub struct Audited {
    /// The run; all settings are listed, those that are secure, too.
    pub outcome: Outcome,
    origin: Origin,
    framework: &'static crate::responsibility::Framework,
}

impl Audited {
    /// The matrix.
    pub fn matrix(&self) -> Crm<'_> {
        Crm::new(&self.outcome, self.framework, &self.origin)
    }
}

/// Judges what is under the given paths, for the customer responsibility matrix that auditors ask for.
///
/// ```
/// let check = onus::CheckOptions { inputs: onus::Inputs::of(["testdata/webshop"]), ..Default::default() };
/// let audited = onus::crm(&onus::CrmOptions { check, ..Default::default() }, &())?;
/// let matrix = audited.matrix();
/// let boundary = matrix.controls.iter().find(|one| one.control.id() == "SC-7").expect("there are networks");
/// assert_eq!(boundary.standing.state().map(|state| state.word()), Some("partial"));
/// # Ok::<(), onus::UsageError>(())
/// ```
///
/// # Errors
/// As for [`check`](super::check); when nothing has the name of the framework.
pub fn crm(options: &CrmOptions, progress: &dyn Progress) -> Result<Audited, UsageError> {
    let framework = crate::responsibility::framework(&options.framework).ok_or_else(|| {
        let known: Vec<&str> = crate::responsibility::frameworks().iter().map(|framework| framework.id).collect();
        UsageError::new(format!("there is no framework `{}`", options.framework))
            .with_help(format!("the frameworks are {}", known.join(", ")))
    })?;
    let check = CheckOptions { show_secure: true, min_severity: Severity::Info, ..options.check.clone() };
    let outcome = deep(|| judge(&check, Beyond::Nothing, |pool| root::discover(&check.inputs, pool), progress))?;
    let origin = Origin { revision: revision(&check.inputs), now: options.now, command: options.command.clone() };
    Ok(Audited { outcome, origin, framework })
}

/// The commit of the repository that holds all paths, or why there is none.
fn revision(inputs: &Inputs) -> Result<Revision, String> {
    let mut found: Option<Repository> = None;
    for path in &inputs.paths {
        let repository = Repository::around(&directory(path, &inputs.working_dir)).map_err(|error| told(&error))?;
        match &found {
            Some(other) if other.work_dir() != repository.work_dir() => {
                return Err("the files are of several repositories".to_owned());
            }
            Some(_) => {}
            None => found = Some(repository),
        }
    }
    let Some(repository) = found else { return Err("nothing is read".to_owned()) };
    let commit = repository.head().map_err(|error| told(&error))?;
    let Some(commit) = commit else { return Err("there is no commit yet".to_owned()) };
    let dirty = repository.is_dirty(&[]).map_err(|error| told(&error))?;
    let time =
        jiff::Timestamp::from_second(commit.seconds).map_err(|_| "the time of the commit is not one".to_owned())?;
    Ok(Revision { commit: commit.id, dirty, time })
}

fn told(error: &GitError) -> String {
    match error {
        GitError::NoRepository { .. } => "outside of version control".to_owned(),
        error => error.to_string(),
    }
}

/// The directory of a path; of stdin, the working directory.
fn directory(path: &Path, working_dir: &Path) -> PathBuf {
    if path.as_os_str() == "-" {
        return working_dir.to_owned();
    }
    let path = working_dir.join(path);
    if path.is_dir() { path } else { path.parent().map_or_else(|| working_dir.to_owned(), Path::to_owned) }
}
