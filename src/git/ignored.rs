//! Which files git ignores, by `.gitignore` and `.git/info/exclude`: those of the user are not read.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::source::access;

/// What is ignored in one working tree. Patterns are read once, where they are asked for.
#[derive(Debug)]
pub struct Ignored {
    work_dir: PathBuf,
    exclude: Gitignore,
    /// The patterns of each directory, and whether it is ignored itself.
    known: Mutex<HashMap<PathBuf, Arc<Directory>>>,
}

#[derive(Debug)]
struct Directory {
    patterns: Gitignore,
    is_ignored: bool,
}

impl Ignored {
    pub(super) fn new(work_dir: &Path, git_dir: &Path) -> Self {
        let exclude = patterns(work_dir, &git_dir.join("info/exclude"), git_dir);
        Self { work_dir: work_dir.to_owned(), exclude, known: Mutex::default() }
    }

    /// Whether git would pass over a file or directory that it does not track: by a pattern that names it, or one that
    /// names a directory in which it lies.
    pub fn holds(&self, path: &Path, is_dir: bool) -> bool {
        if path.strip_prefix(&self.work_dir).is_err() || path == self.work_dir {
            return false;
        }
        let Some(parent) = path.parent() else { return false };
        let directory = self.directory(parent);
        directory.is_ignored || self.is_named(path, is_dir)
    }

    fn directory(&self, path: &Path) -> Arc<Directory> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        if let Some(known) = known {
            return known;
        }
        let outer = path.parent().filter(|_| path != self.work_dir).map(|outer| self.directory(outer));
        let is_ignored = outer.is_some_and(|outer| outer.is_ignored || self.is_named(path, true));
        let patterns = patterns(path, &path.join(".gitignore"), &self.work_dir);
        let directory = Arc::new(Directory { patterns, is_ignored });
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Arc::clone(&directory));
        directory
    }

    /// Whether a pattern names it, not a directory around it. The innermost file that says something decides.
    fn is_named(&self, path: &Path, is_dir: bool) -> bool {
        let outer = path.ancestors().skip(1).take_while(|outer| outer.starts_with(&self.work_dir));
        for outer in outer {
            match self.directory(outer).patterns.matched(path, is_dir) {
                Match::None => {}
                Match::Ignore(_) => return true,
                Match::Whitelist(_) => return false,
            }
        }
        self.exclude.matched(path, is_dir).is_ignore()
    }
}

fn patterns(directory: &Path, file: &Path, read_root: &Path) -> Gitignore {
    let Ok(bytes) = access::read_within(&[read_root.to_owned()], file) else { return Gitignore::empty() };
    let mut builder = GitignoreBuilder::new(directory);
    for line in String::from_utf8_lossy(&bytes).lines() {
        // git passes over patterns that it does not understand; so do we.
        let _ = builder.add_line(None, line);
    }
    builder.build().unwrap_or_else(|_| Gitignore::empty())
}
