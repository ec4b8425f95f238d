//! What git knows of a directory: its commits, and whether its files are those of a commit.
//!
//! In: a directory, names of commits. Out: [`Commit`]s. Everything is read from git's own files: no git program is run, no
//! network used, no configuration of the user or the system read, and no filter or hook of the repository's own called.

mod changed;
mod ignored;
mod resolve;
mod snapshot;

use std::path::{Path, PathBuf};

pub use ignored::Ignored;
pub use snapshot::Snapshot;

/// A repository, and the working tree that holds a directory.
#[derive(Clone)]
pub struct Repository {
    inner: gix::ThreadSafeRepository,
    work_dir: Option<PathBuf>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its whole name, in hexadecimal digits: 40, or 64 in a repository of SHA-256.
    pub id: String,
    /// When it was committed, in seconds since 1970.
    pub seconds: i64,
}

impl Commit {
    /// The beginning of its name, as people write it: 7 digits.
    pub fn short(&self) -> &str {
        &self.id[..self.id.len().min(7)]
    }
}

/// What hinders reading git's files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GitError {
    /// Neither the directory nor one above it is a repository.
    #[error("{path} is in no git repository")]
    NoRepository {
        /// The directory.
        path: String,
    },
    /// There is a repository, but it cannot be read.
    #[error("the git repository of {path} cannot be read: {why}")]
    Unreadable {
        /// The directory.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// No commit has that name.
    #[error("there is no such commit, branch or tag")]
    Unknown {
        /// The nearest name that there is.
        nearest: Option<String>,
    },
    /// The commit is not in this clone, which has only the latest so many.
    #[error("this clone does not have that commit")]
    Shallow {
        /// So many commits it has.
        commits: usize,
        /// What to fetch: `origin main`.
        fetch: String,
    },
    /// It is something else than a commit: a file, a directory, several commits.
    #[error("it is no commit")]
    NoCommit,
    /// The two commits have no common history.
    #[error("it has no commit in common with HEAD")]
    Unrelated,
    /// It has no working tree: what is judged does not lie in it.
    #[error("it is a bare repository: there are no files that could be compared")]
    Bare,
    /// There is no commit yet.
    #[error("the repository has no commit yet")]
    Empty,
}

impl GitError {
    /// The way out, if there is one.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NoRepository { .. } => {
                Some("give an older copy of the directory, or a plan in JSON, instead of a commit".to_owned())
            }
            Self::Unknown { nearest } => nearest.as_ref().map(|nearest| format!("did you mean {nearest}?")),
            Self::Shallow { commits, fetch } => {
                let s = if *commits == 1 { "" } else { "s" };
                Some(format!(
                    "it is shallow ({commits} commit{s}): fetch-depth: 0 in actions/checkout, or\n\
                     git fetch --depth=100 {fetch}"
                ))
            }
            Self::Unreadable { .. } | Self::NoCommit | Self::Unrelated | Self::Bare | Self::Empty => None,
        }
    }
}

impl Repository {
    /// The repository that holds a directory: its own, that of a directory above, or the one to which a `.git` file leads
    /// (linked worktrees, submodules). Whoever owns it: nothing of it is executed.
    ///
    /// # Errors
    /// [`GitError::NoRepository`], [`GitError::Unreadable`].
    pub fn around(directory: &Path) -> Result<Self, GitError> {
        let path = || crate::source::access::slashed(directory);
        let options = gix::discover::upwards::Options::default();
        let found = gix::discover::upwards_opts(directory, options);
        if found.is_err() {
            return Err(GitError::NoRepository { path: path() });
        }
        let isolated = |_, _| gix::open::Options::isolated();
        let options = gix::discover::upwards::Options::default();
        let inner = gix::ThreadSafeRepository::discover_opts(directory, options, isolated)
            .map_err(|error| GitError::Unreadable { path: path(), why: error.to_string() })?;
        let work_dir = inner.work_dir().and_then(|path| path.canonicalize().ok());
        Ok(Self { inner, work_dir })
    }

    /// The canonical directory in which its files lie; `None` if it is bare.
    pub fn work_dir(&self) -> Option<&Path> {
        self.work_dir.as_deref()
    }

    /// The commit that is checked out; `None` before the first one.
    ///
    /// # Errors
    /// [`GitError::Unreadable`].
    pub fn head(&self) -> Result<Option<Commit>, GitError> {
        let repository = self.local();
        let mut head = repository.head().map_err(|error| self.unreadable(&error))?;
        let id = head.try_peel_to_id().map_err(|error| self.unreadable(&error))?;
        id.map(|id| self.commit(&repository, id.detach())).transpose()
    }

    /// Whether files differ from what HEAD holds: files that git tracks (changed, staged, gone), and files of Terraform
    /// that are new and not ignored. With `below`, only what lies in these canonical directories counts.
    ///
    /// The content of a file is read only where time or size differ from what git has noted. Line endings do not count.
    ///
    /// # Errors
    /// [`GitError::Unreadable`].
    pub fn is_dirty(&self, below: &[&Path]) -> Result<bool, GitError> {
        changed::is_dirty(self, below)
    }

    /// The files in which the working tree differs from a commit, as full paths, sorted: those that git tracks now or
    /// tracked then, and those that it neither tracks nor ignores. Of a submodule its directory.
    ///
    /// # Errors
    /// [`GitError::Unreadable`].
    pub fn changed_since(&self, commit: &Commit) -> Result<Vec<PathBuf>, GitError> {
        changed::since(self, commit)
    }

    /// The commit of that name: a branch, a tag, `origin/main`, `HEAD~1`, the beginning of an id.
    ///
    /// # Errors
    /// [`GitError::Unknown`], [`GitError::Shallow`] if it is likely to be beyond what was cloned, [`GitError::NoCommit`].
    pub fn resolve(&self, name: &str) -> Result<Commit, GitError> {
        resolve::commit(self, name)
    }

    /// The last commit that HEAD and the commit of that name have in common: what a pull request starts from. If the name
    /// is that of a commit before HEAD, it is that commit.
    ///
    /// # Errors
    /// As for [`Self::resolve`]; [`GitError::Unrelated`], [`GitError::Empty`].
    pub fn fork_point(&self, name: &str) -> Result<Commit, GitError> {
        resolve::fork_point(self, name)
    }

    /// What is ignored in the working tree.
    pub fn ignored(&self) -> Option<Ignored> {
        Some(Ignored::new(self.work_dir.as_deref()?, self.local().common_dir()))
    }

    fn local(&self) -> gix::Repository {
        let mut repository = self.inner.to_thread_local();
        repository.object_cache_size_if_unset(4 << 20);
        repository
    }

    fn commit(&self, repository: &gix::Repository, id: gix::ObjectId) -> Result<Commit, GitError> {
        let commit = repository.find_commit(id).map_err(|error| self.unreadable(&error))?;
        let seconds = commit.committer().and_then(|committer| Ok(committer.time()?.seconds));
        Ok(Commit { id: id.to_string(), seconds: seconds.map_err(|error| self.unreadable(&error))? })
    }

    fn unreadable(&self, error: &dyn std::fmt::Display) -> GitError {
        let path = self.work_dir().unwrap_or_else(|| self.inner.git_dir());
        GitError::Unreadable { path: crate::source::access::slashed(path), why: error.to_string() }
    }
}
