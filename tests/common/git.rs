//! A git repository for tests, written without a git program.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use gix::objs::tree::EntryKind;
use onus::git::Repository;

/// A repository with a working tree in a directory of its own.
pub struct GitRepo {
    dir: tempfile::TempDir,
    base: PathBuf,
    inner: gix::Repository,
    commits: Cell<u32>,
}

/// An empty repository.
pub fn repo() -> GitRepo {
    repo_of(None)
}

/// An empty repository whose objects are named by SHA-256.
pub fn repo_of_sha256() -> GitRepo {
    repo_of(Some(gix::hash::Kind::Sha256))
}

fn repo_of(object_hash: Option<gix::hash::Kind>) -> GitRepo {
    let dir = tempfile::tempdir().unwrap();
    let base = dir.path().canonicalize().unwrap();
    let create = gix::create::Options { object_hash, ..Default::default() };
    let isolated = gix::open::Options::isolated();
    let made = gix::ThreadSafeRepository::init_opts(&base, gix::create::Kind::WithWorktree, create, isolated).unwrap();
    GitRepo { dir, base, inner: made.to_thread_local(), commits: Cell::new(0) }
}

impl GitRepo {
    /// The working tree.
    pub fn path(&self) -> &Path {
        &self.base
    }

    /// Writes a file of the working tree.
    pub fn write(&self, path: &str, text: &str) -> &Self {
        let path = self.base.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    /// Removes a file or a directory.
    pub fn remove(&self, path: &str) -> &Self {
        let path = self.base.join(path);
        if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) }.unwrap();
        self
    }

    /// Renames a file or a directory.
    pub fn rename(&self, from: &str, to: &str) -> &Self {
        let to = self.base.join(to);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::rename(self.base.join(from), to).unwrap();
        self
    }

    /// Makes a symlink.
    #[cfg(unix)]
    pub fn link(&self, target: &str, path: &str) -> &Self {
        let path = self.base.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, path).unwrap();
        self
    }

    /// Commits all that is not ignored, one minute after the commit before; gives its id.
    pub fn commit(&self) -> String {
        let tree = self.tree();
        self.write_index(tree);
        let parents: Vec<gix::ObjectId> = self.inner.head_id().ok().map(gix::Id::detach).into_iter().collect();
        self.commit_tree("HEAD", tree, parents)
    }

    /// Makes a commit of the working tree, with these parents, the tip of a branch.
    pub fn commit_to(&self, branch: &str, parents: &[&str]) -> String {
        let tree = self.tree();
        let parents = parents.iter().map(|parent| parent.parse().unwrap()).collect();
        self.commit_tree(&format!("refs/heads/{branch}"), tree, parents)
    }

    /// Commits directories in directories, each with the one below as often as that.
    pub fn commit_of_nested(&self, often: usize, deep: usize) -> String {
        let blob = self.inner.write_blob("locals {}").unwrap().detach();
        let (mut kind, mut id) = (EntryKind::Blob, blob);
        for _ in 0..deep {
            let mut tree = self.inner.empty_tree().edit().unwrap();
            for place in 0..often {
                tree.upsert(format!("d{place}.tf"), kind, id).unwrap();
            }
            (kind, id) = (EntryKind::Tree, tree.write().unwrap().detach());
        }
        let parents: Vec<gix::ObjectId> = self.inner.head_id().ok().map(gix::Id::detach).into_iter().collect();
        self.commit_tree("HEAD", id, parents)
    }

    /// Makes a branch (`refs/heads/x`), a tag or a remote branch point at a commit.
    pub fn point(&self, reference: &str, commit: &str) -> &Self {
        let commit: gix::ObjectId = commit.parse().unwrap();
        let path = self.base.join(".git").join(reference);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, format!("{commit}\n")).unwrap();
        self
    }

    /// Makes the working tree that of a commit, and HEAD that commit: what is ignored stays.
    pub fn check_out(&self, commit: &str) -> &Self {
        let id: gix::ObjectId = commit.parse().unwrap();
        let ignored = Repository::around(&self.base).unwrap().ignored().unwrap();
        for entry in std::fs::read_dir(&self.base).unwrap().map(Result::unwrap) {
            let is_dir = entry.file_type().unwrap().is_dir();
            if entry.file_name() != ".git" && !ignored.holds(&entry.path(), is_dir) {
                if is_dir { std::fs::remove_dir_all(entry.path()) } else { std::fs::remove_file(entry.path()) }
                    .unwrap();
            }
        }
        let tree = self.inner.find_commit(id).unwrap().tree_id().unwrap().detach();
        let index = self.inner.index_from_tree(&tree).unwrap();
        for entry in index.entries() {
            let blob = self.inner.find_object(entry.id).unwrap();
            let path = std::str::from_utf8(entry.path(&index)).unwrap();
            self.write(path, std::str::from_utf8(&blob.data).unwrap());
        }
        self.write_index(tree);
        std::fs::write(self.base.join(".git/HEAD"), format!("{commit}\n")).unwrap();
        self
    }

    /// Makes it a clone that has only this commit.
    pub fn shallow(&self, commit: &str) -> &Self {
        let commit: gix::ObjectId = commit.parse().unwrap();
        let parents: Vec<_> = self.inner.find_commit(commit).unwrap().parent_ids().map(gix::Id::detach).collect();
        for parent in parents {
            let hex = parent.to_string();
            std::fs::remove_file(self.base.join(".git/objects").join(&hex[..2]).join(&hex[2..])).unwrap();
        }
        std::fs::write(self.base.join(".git/shallow"), format!("{commit}\n")).unwrap();
        self
    }

    fn commit_tree(&self, reference: &str, tree: gix::ObjectId, parents: Vec<gix::ObjectId>) -> String {
        self.commits.set(self.commits.get() + 1);
        let time = format!("{} +0000", 1_700_000_000 + 60 * self.commits.get());
        let name = gix::actor::SignatureRef { name: "A".into(), email: "a@example.com".into(), time: &time };
        let id = self.inner.commit_as(name, name, reference, format!("{}", self.commits.get()), tree, parents).unwrap();
        id.to_string()
    }

    fn tree(&self) -> gix::ObjectId {
        let ignored = Repository::around(&self.base).unwrap().ignored().unwrap();
        let mut tree = self.inner.empty_tree().edit().unwrap();
        let walk = walkdir::WalkDir::new(&self.base).sort_by_file_name().into_iter();
        for entry in walk.filter_entry(|entry| entry.file_name() != ".git").map(Result::unwrap) {
            let inside = entry.path().strip_prefix(&self.base).unwrap().to_str().unwrap().replace('\\', "/");
            let (kind, content) = match entry.file_type() {
                kind if kind.is_dir() || ignored.holds(entry.path(), false) => continue,
                kind if kind.is_symlink() => {
                    let target = std::fs::read_link(entry.path()).unwrap();
                    (EntryKind::Link, target.to_str().unwrap().as_bytes().to_vec())
                }
                _ => (EntryKind::Blob, std::fs::read(entry.path()).unwrap()),
            };
            let blob = self.inner.write_blob(content).unwrap();
            tree.upsert(inside, kind, blob).unwrap();
        }
        tree.write().unwrap().detach()
    }

    fn write_index(&self, tree: gix::ObjectId) {
        let mut index = self.inner.index_from_tree(&tree).unwrap();
        index.write(gix::index::write::Options::default(), Default::default()).unwrap();
    }
}
