//! Whether a working tree differs from the commit that is checked out.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use gix::bstr::{BStr, ByteSlice as _};
use gix::index::entry::{Flags, Mode, Stage, Stat, stat};
use gix::index::{Entry, State};
use gix::objs::tree::EntryKind;

use super::{Commit, GitError, Ignored, Repository};
use crate::discover::names::{self, ConfigName};
use crate::source::access::{self, MAX_FILE_SIZE};

pub(super) fn is_dirty(repository: &Repository, below: &[&Path]) -> Result<bool, GitError> {
    let Some(work_dir) = repository.work_dir() else { return Ok(false) };
    let local = repository.local();
    let index = local.index_or_empty().map_err(|error| repository.unreadable(&error))?;
    let concerned = Concerned::new(work_dir, below);
    let head = local.head_tree_id_or_empty().map_err(|error| repository.unreadable(&error))?;
    let head = flat(repository, &local, head.detach())?;
    if is_staged(&head, &index, &concerned) {
        return Ok(true);
    }
    let changed = |entry: &Entry| {
        let path = entry.path(&index);
        concerned.holds(path) && concerned.path(path).is_some_and(|path| is_changed(entry, &path, &index, STAT))
    };
    Ok(index.entries().iter().any(changed) || has_new(repository, &index, &concerned))
}

pub(super) fn since(repository: &Repository, commit: &Commit) -> Result<Vec<PathBuf>, GitError> {
    let Some(work_dir) = repository.work_dir() else { return Ok(Vec::new()) };
    let local = repository.local();
    let id: gix::ObjectId = commit.id.parse().map_err(|_| GitError::NoCommit)?;
    let tree = local.find_commit(id).and_then(|commit| Ok(commit.tree_id()?.detach()));
    let before = flat(repository, &local, tree.map_err(|error| repository.unreadable(&error))?)?;
    let index = local.index_or_empty().map_err(|error| repository.unreadable(&error))?;
    let concerned = Concerned::new(work_dir, &[]);
    let mut changed = BTreeSet::new();
    for path in before.keys().map(|path| path.as_bstr()).filter(|path| index.entry_by_path(path).is_none()) {
        changed.extend(concerned.path(path));
    }
    for entry in index.entries() {
        let Some(path) = concerned.path(entry.path(&index)) else { continue };
        let is_same = before.get(&**entry.path(&index)) == Some(&(entry.id, entry.mode));
        if !is_same || entry.mode.is_submodule() || is_changed(entry, &path, &index, STAT) {
            changed.insert(path);
        }
    }
    let Some(ignored) = repository.ignored() else { return Ok(Vec::new()) };
    changed.extend(untracked(&index, &concerned, &ignored, |_| true));
    Ok(changed.into_iter().collect())
}

/// How times and sizes of files are held against what git has noted.
const STAT: stat::Options = stat::Options { trust_ctime: false, check_stat: true, use_nsec: false, use_stdev: false };

/// Which files are asked about.
struct Concerned<'p> {
    work_dir: &'p Path,
    below: Vec<PathBuf>,
}

impl<'p> Concerned<'p> {
    fn new(work_dir: &'p Path, below: &[&Path]) -> Self {
        let inside = below.iter().filter_map(|path| Some(path.strip_prefix(work_dir).ok()?.to_owned()));
        Self { work_dir, below: inside.collect() }
    }

    fn holds(&self, path: &BStr) -> bool {
        self.below.is_empty() || path.to_path().is_ok_and(|path| self.below.iter().any(|below| path.starts_with(below)))
    }

    /// Where a file of the index lies; `None`: this system knows no such name.
    fn path(&self, path: &BStr) -> Option<PathBuf> {
        Some(self.work_dir.join(path.to_path().ok()?))
    }

    /// The directories to look for new files in.
    fn starts(&self) -> Vec<PathBuf> {
        if self.below.is_empty() {
            return vec![self.work_dir.to_owned()];
        }
        self.below.iter().map(|below| self.work_dir.join(below)).collect()
    }
}

/// What a commit or the index has at a path.
type Content = (gix::ObjectId, Mode);

/// So many files and directories of a commit are looked at: one can hold more than any disk, the same directory in many
/// places, and that again.
const MOST: usize = 1_000_000;

/// All files of a tree, by path.
fn flat(
    repository: &Repository,
    local: &gix::Repository,
    tree: gix::ObjectId,
) -> Result<BTreeMap<Vec<u8>, Content>, GitError> {
    let (mut files, mut seen) = (BTreeMap::new(), 0);
    let mut pending = vec![(Vec::new(), tree)];
    while let Some((directory, id)) = pending.pop() {
        let tree = local.find_tree(id).map_err(|error| repository.unreadable(&error))?;
        for entry in tree.decode().map_err(|error| repository.unreadable(&error))?.entries {
            seen += 1;
            if seen > MOST {
                return Err(repository.unreadable(&format!("a commit holds over {MOST} files and directories")));
            }
            let path = [&*directory, entry.filename].concat();
            let id = entry.oid.to_owned();
            match entry.mode.kind() {
                EntryKind::Tree => pending.push(([&*path, b"/"].concat(), id)),
                EntryKind::Blob => _ = files.insert(path, (id, Mode::FILE)),
                EntryKind::BlobExecutable => _ = files.insert(path, (id, Mode::FILE_EXECUTABLE)),
                EntryKind::Link => _ = files.insert(path, (id, Mode::SYMLINK)),
                EntryKind::Commit => _ = files.insert(path, (id, Mode::COMMIT)),
            }
        }
    }
    Ok(files)
}

/// Whether the index is another tree than the commit's.
fn is_staged(head: &BTreeMap<Vec<u8>, Content>, index: &State, concerned: &Concerned<'_>) -> bool {
    let before = head.iter().filter(|(path, _)| concerned.holds(path.as_bstr()));
    let entries = index.entries().iter().filter(|entry| concerned.holds(entry.path(index)));
    // A file that was only announced (`git add --intent-to-add`) is in no tree.
    let entries = entries.filter(|entry| !entry.flags.contains(Flags::INTENT_TO_ADD));
    let now: BTreeMap<&[u8], Content> = entries.map(|entry| (&**entry.path(index), (entry.id, entry.mode))).collect();
    // A sparse index holds directories in the place of what is in them.
    !index.is_sparse() && !before.map(|(path, content)| (&**path, *content)).eq(now)
}

fn is_changed(entry: &Entry, path: &Path, index: &State, options: stat::Options) -> bool {
    if entry.flags.intersects(Flags::SKIP_WORKTREE | Flags::ASSUME_VALID) || entry.mode.is_sparse() {
        return false;
    }
    // A submodule is a repository of its own.
    if entry.mode.is_submodule() {
        return false;
    }
    if entry.stage() != Stage::Unconflicted {
        return true;
    }
    let Ok(metadata) = gix::index::fs::Metadata::from_path_no_follow(path) else { return true };
    let is_link = entry.mode == Mode::SYMLINK;
    if is_link != metadata.is_symlink() && cfg!(unix) {
        return true;
    }
    let Ok(stat) = Stat::from_fs(&metadata) else { return true };
    if entry.stat.matches(&stat, options) && !entry.stat.is_racy(index.timestamp(), options) {
        return false;
    }
    if metadata.len() > MAX_FILE_SIZE {
        return true;
    }
    let content = if metadata.is_symlink() {
        std::fs::read_link(path).map(|target| target.into_os_string().into_encoded_bytes())
    } else {
        std::fs::read(path)
    };
    content.map_or(true, |content: Vec<u8>| !is_blob(&content, entry.id))
}

/// Whether a blob of that name holds the content, as it is or with line endings as git keeps them.
fn is_blob(content: &[u8], id: gix::ObjectId) -> bool {
    let named = |content: &[u8]| {
        gix::objs::compute_hash(id.kind(), gix::object::Kind::Blob, content).is_ok_and(|named| named == id)
    };
    named(content) || content.contains_str(b"\r\n") && named(&content.replace("\r\n", "\n"))
}

/// Whether there is a file of Terraform that git neither tracks nor ignores.
fn has_new(repository: &Repository, index: &State, concerned: &Concerned<'_>) -> bool {
    let is_read = |name: &str| ConfigName::parse(name).is_some() || names::is_variables(name) || name == ".onus.hcl";
    let ignored = repository.ignored();
    ignored.is_some_and(|ignored| untracked(index, concerned, &ignored, is_read).next().is_some())
}

/// Files with such names that git neither tracks nor ignores.
fn untracked<'w>(
    index: &'w State,
    concerned: &'w Concerned<'w>,
    ignored: &'w Ignored,
    is_wanted: impl Fn(&str) -> bool + Copy + 'w,
) -> impl Iterator<Item = PathBuf> + 'w {
    let is_admitted = |entry: &walkdir::DirEntry| {
        let is_dir = entry.file_type().is_dir();
        let tools =
            entry.depth() > 0 && [".git", ".terraform"].iter().any(|name| entry.file_name() == OsStr::new(name));
        // Another repository in this one is none of its business.
        let foreign = is_dir && entry.path() != concerned.work_dir && entry.path().join(".git").exists();
        !tools && !foreign && (!is_dir || !ignored.holds(entry.path(), true))
    };
    let is_new = move |entry: &walkdir::DirEntry| {
        !entry.file_type().is_dir()
            && is_wanted(&entry.file_name().to_string_lossy())
            && entry
                .path()
                .strip_prefix(concerned.work_dir)
                .is_ok_and(|path| index.entry_by_path(access::slashed(path).as_bytes().as_bstr()).is_none())
            && !ignored.holds(entry.path(), false)
    };
    concerned.starts().into_iter().flat_map(move |start| {
        let walk = walkdir::WalkDir::new(start).follow_links(false).into_iter().filter_entry(is_admitted);
        walk.flatten().filter(is_new).map(walkdir::DirEntry::into_path)
    })
}
