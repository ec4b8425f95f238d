//! The files of a commit, in the place of those of the working tree.
//!
//! What git tracks is read from the commit. What it ignores (downloaded modules, values that nobody commits) is read from
//! the disk, as is everything outside of the working tree. What is neither in the commit nor ignored is not there.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use gix::ObjectId;
use gix::bstr::ByteSlice as _;
use gix::index::entry::Flags;
use gix::objs::tree::EntryKind;

use super::{Commit, GitError, Ignored, Repository};
use crate::source::ReadError;
use crate::source::access::MAX_FILE_SIZE;
use crate::source::files::{self, Kind, View};

/// The directory of Terraform's own, which counts as ignored even where nobody says so.
const DATA_DIR: &str = ".terraform";

/// Deeper than any path of the disk can be, directories of a commit are not looked into.
const MAX_DEPTH: usize = 256;

/// The longest text that is taken for the target of a symlink.
const MAX_TARGET: u64 = 4096;

/// The files of a commit.
pub struct Snapshot {
    repository: Repository,
    work_dir: PathBuf,
    ignored: Ignored,
    root: ObjectId,
    directories: Mutex<HashMap<PathBuf, Option<Arc<Entries>>>>,
    tracked: OnceLock<Option<gix::index::File>>,
    /// What a sparse checkout leaves out of the working tree: it is not there on this side either.
    left_out: OnceLock<BTreeSet<PathBuf>>,
    submodules: Mutex<HashMap<PathBuf, Option<Arc<Self>>>>,
}

/// What a directory of a commit holds.
type Entries = BTreeMap<OsString, (EntryKind, ObjectId)>;

/// Where a path leads.
enum Found {
    /// It is in the commit.
    Here(EntryKind, ObjectId),
    /// It lies in a submodule, of which a commit is at hand.
    Submodule(Arc<Snapshot>),
    /// It is read from the disk.
    Disk,
    Nothing,
}

impl fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("work_dir", &self.work_dir).field("root", &self.root).finish_non_exhaustive()
    }
}

impl Repository {
    /// The files of a commit, in the place of those of the working tree.
    ///
    /// # Errors
    /// [`GitError::Unreadable`]; [`GitError::Bare`] if there is no working tree.
    pub fn files_of(&self, commit: &Commit) -> Result<Snapshot, GitError> {
        let id: ObjectId = commit.id.parse().map_err(|_| GitError::NoCommit)?;
        let local = self.local();
        let root = local.find_commit(id).and_then(|commit| Ok(commit.tree_id()?.detach()));
        let root = root.map_err(|error| self.unreadable(&error))?;
        let (Some(work_dir), Some(ignored)) = (self.work_dir(), self.ignored()) else { return Err(GitError::Bare) };
        Ok(Snapshot {
            repository: self.clone(),
            work_dir: work_dir.to_owned(),
            ignored,
            root,
            directories: Mutex::default(),
            tracked: OnceLock::new(),
            left_out: OnceLock::new(),
            submodules: Mutex::default(),
        })
    }
}

impl Snapshot {
    fn find(&self, path: &Path) -> Found {
        let depth = path.strip_prefix(&self.work_dir).map_or(0, |inside| inside.components().count());
        if depth > MAX_DEPTH { Found::Nothing } else { self.find_below(path) }
    }

    fn find_below(&self, path: &Path) -> Found {
        let Ok(inside) = path.strip_prefix(&self.work_dir) else { return Found::Disk };
        let Some(name) = inside.file_name() else { return Found::Here(EntryKind::Tree, self.root) };
        if inside.components().any(|part| part.as_os_str() == OsStr::new(DATA_DIR)) {
            return Found::Disk;
        }
        let parent = path.parent().unwrap_or(&self.work_dir);
        match self.find_below(parent) {
            Found::Here(EntryKind::Tree, id) => {
                let entries = self.entries(parent, id);
                match entries.as_deref().and_then(|entries| entries.get(name)) {
                    Some((EntryKind::Commit, id)) => match self.submodule(path, *id) {
                        Some(submodule) => Found::Submodule(submodule),
                        None => Found::Disk,
                    },
                    Some(_) if self.is_left_out(path) => Found::Nothing,
                    Some((kind, id)) => Found::Here(*kind, *id),
                    None => self.untracked(path),
                }
            }
            Found::Here(..) | Found::Nothing => self.untracked(path),
            Found::Submodule(submodule) => Found::Submodule(submodule),
            Found::Disk => Found::Disk,
        }
    }

    /// What is not in the commit: that which git ignores is there.
    fn untracked(&self, path: &Path) -> Found {
        let is_dir = match files::kind_on_disk(path) {
            Some(kind) => kind == Kind::Directory,
            None => return Found::Nothing,
        };
        if self.ignored.holds(path, is_dir) && !self.is_tracked(path, is_dir) { Found::Disk } else { Found::Nothing }
    }

    fn index(&self) -> Option<&gix::index::File> {
        self.tracked.get_or_init(|| self.repository.local().open_index().ok()).as_ref()
    }

    fn is_left_out(&self, path: &Path) -> bool {
        let left_out = self.left_out.get_or_init(|| {
            let Some(index) = self.index() else { return BTreeSet::new() };
            let entries = index.entries().iter().filter(|entry| entry.flags.contains(Flags::SKIP_WORKTREE));
            let paths = entries.filter_map(|entry| entry.path(index).to_path().ok());
            let full = paths.map(|path| self.work_dir.join(path).components().collect::<PathBuf>());
            full.filter(|path| path.symlink_metadata().is_err()).collect()
        });
        left_out.contains(path)
    }

    /// Whether git tracks it now, though it is ignored: then it is new.
    fn is_tracked(&self, path: &Path, is_dir: bool) -> bool {
        let (Some(index), Ok(inside)) = (self.index(), path.strip_prefix(&self.work_dir)) else { return false };
        let inside = crate::source::access::slashed(inside);
        let inside = inside.as_bytes().as_bstr();
        if is_dir { index.path_is_directory(inside) } else { index.entry_by_path(inside).is_some() }
    }

    fn entries(&self, directory: &Path, id: ObjectId) -> Option<Arc<Entries>> {
        let known = self.directories.lock().unwrap_or_else(PoisonError::into_inner).get(directory).cloned();
        known.unwrap_or_else(|| {
            let entries = self.read_tree(id).map(Arc::new);
            let mut directories = self.directories.lock().unwrap_or_else(PoisonError::into_inner);
            directories.insert(directory.to_owned(), entries.clone());
            entries
        })
    }

    fn read_tree(&self, id: ObjectId) -> Option<Entries> {
        let local = self.repository.local();
        let size = local.find_header(id).ok()?.size();
        let tree = local.find_tree(id).ok().filter(|_| size <= MAX_FILE_SIZE)?;
        let mut entries = Entries::new();
        for entry in tree.decode().ok()?.entries {
            // What is no name of a file is none of a file's, whoever wrote it into the tree.
            let name = entry.filename.to_os_str().ok().filter(|name| is_name(name));
            if let Some(name) = name {
                entries.insert(name.to_owned(), (entry.mode.kind(), entry.oid.to_owned()));
            }
        }
        Some(entries)
    }

    fn submodule(&self, path: &Path, id: ObjectId) -> Option<Arc<Self>> {
        let known = self.submodules.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        known.unwrap_or_else(|| {
            let open = || {
                let repository = Repository::around(path).ok()?;
                let commit = Commit { id: id.to_string(), seconds: 0 };
                let is_own = repository.work_dir() == Some(path);
                repository.files_of(&commit).ok().filter(|_| is_own).map(Arc::new)
            };
            let submodule = open();
            let mut submodules = self.submodules.lock().unwrap_or_else(PoisonError::into_inner);
            submodules.insert(path.to_owned(), submodule.clone());
            submodule
        })
    }

    fn read_blob(&self, id: ObjectId, limit: u64) -> Result<Vec<u8>, ReadError> {
        let absent = || ReadError::System("this clone does not hold it (git fetch --refetch)".to_owned());
        let local = self.repository.local();
        let size = local.find_header(id).map_err(|_| absent())?.size();
        if size > limit {
            return Err(ReadError::TooLarge(size, limit));
        }
        Ok(local.find_object(id).map_err(|_| absent())?.detach().data)
    }

    fn size(&self, id: ObjectId) -> u64 {
        self.repository.local().find_header(id).map_or(0, |header| header.size())
    }
}

fn is_name(name: &OsStr) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(only)), None) if only == name)
}

impl View for Snapshot {
    fn kind(&self, path: &Path) -> Option<Kind> {
        match self.find(path) {
            Found::Here(EntryKind::Tree, _) => Some(Kind::Directory),
            Found::Here(EntryKind::Blob | EntryKind::BlobExecutable, id) => Some(Kind::File(self.size(id))),
            Found::Here(EntryKind::Link, id) => {
                let target = self.read_blob(id, MAX_TARGET).ok()?;
                Some(Kind::Link(target.to_path().ok()?.to_owned()))
            }
            Found::Here(EntryKind::Commit, _) | Found::Nothing => None,
            Found::Submodule(submodule) => submodule.kind(path),
            Found::Disk => files::kind_on_disk(path),
        }
    }

    fn list(&self, directory: &Path) -> Result<Vec<OsString>, ReadError> {
        match self.find(directory) {
            Found::Here(EntryKind::Tree, id) => {
                let absent = || ReadError::System("this clone does not hold it".to_owned());
                let entries = self.entries(directory, id).ok_or_else(absent)?;
                let on_disk = files::list_on_disk(directory).unwrap_or_default();
                let ignored = on_disk.into_iter().filter(|name| {
                    !entries.contains_key(name) && matches!(self.find(&directory.join(name)), Found::Disk)
                });
                Ok(entries.keys().cloned().chain(ignored).collect())
            }
            Found::Here(..) => Err(ReadError::NotRegular),
            Found::Submodule(submodule) => submodule.list(directory),
            Found::Disk => files::list_on_disk(directory),
            Found::Nothing => Err(ReadError::Missing),
        }
    }

    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.find(path) {
            Found::Here(EntryKind::Blob | EntryKind::BlobExecutable, id) => self.read_blob(id, limit),
            Found::Here(..) => Err(ReadError::NotRegular),
            Found::Submodule(submodule) => submodule.read(path, limit),
            Found::Disk => crate::source::access::read_up_to(path, limit),
            Found::Nothing => Err(ReadError::Missing),
        }
    }
}
