//! Decides into which directories the walk looks: not into those of tools, not into those that `.gitignore` names, and
//! into none twice.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use walkdir::DirEntry;

use crate::source::access;

/// Directories in which tools keep what they made or fetched.
const SKIPPED: [&str; 4] = [".terraform", ".terragrunt-cache", ".git", "node_modules"];

/// The state of one walk: where it was, and the `.gitignore` files around where it is.
pub(super) struct Gate {
    read_root: PathBuf,
    /// What TF_DATA_DIR names, if anything: it stands for `.terraform` in every root module.
    data_dir: Option<PathBuf>,
    visited: HashSet<PathBuf>,
    /// Patterns with the depth of their directory in the walk, outer ones first.
    patterns: Vec<(usize, Gitignore)>,
}

impl Gate {
    pub(super) fn new(read_root: &Path, data_dir: Option<&Path>) -> Self {
        Self {
            read_root: read_root.to_owned(),
            data_dir: data_dir.map(access::normalize),
            visited: HashSet::new(),
            patterns: Vec::new(),
        }
    }

    /// Prepares for a walk from this directory: the `.gitignore` files above it count too.
    pub(super) fn start(&mut self, directory: &Path) {
        self.patterns.clear();
        let above: Vec<_> =
            directory.ancestors().skip(1).take_while(|outer| outer.starts_with(&self.read_root)).collect();
        for outer in above.into_iter().rev() {
            self.read_patterns(outer, 0);
        }
    }

    /// Whether the directory lies in one that tools made.
    pub(super) fn is_skipped(&self, directory: &Path) -> bool {
        let inside = directory.strip_prefix(&self.read_root).unwrap_or(directory);
        inside.iter().any(|part| SKIPPED.iter().any(|skipped| part == *skipped))
    }

    /// Whether the walk goes into this entry. Files always pass.
    pub(super) fn admits(&mut self, entry: &DirEntry) -> bool {
        !entry.file_type().is_dir() || self.admits_directory(entry.path(), entry.depth())
    }

    /// Whether the walk goes into this directory, so many below its start.
    pub(super) fn admits_directory(&mut self, path: &Path, depth: usize) -> bool {
        let below_start = depth > 0;
        let is_data = || self.data_dir.as_ref().is_some_and(|named| path.ends_with(named));
        let is_tools = || path.file_name().is_some_and(|name| SKIPPED.iter().any(|skipped| name == *skipped));
        if below_start && (is_tools() || is_data()) {
            return false;
        }
        // The patterns from above the start have depth 0 as well as those of the start itself: both stay.
        while self.patterns.last().is_some_and(|(outer, _)| *outer > 0 && *outer >= depth) {
            self.patterns.pop();
        }
        if (below_start && self.ignores(path)) || !self.visited.insert(path.to_owned()) {
            return false;
        }
        self.read_patterns(path, depth);
        true
    }

    /// The innermost file that says something about the directory decides, as in git.
    fn ignores(&self, directory: &Path) -> bool {
        let mut verdicts = self.patterns.iter().rev().map(|(_, patterns)| patterns.matched(directory, true));
        verdicts.find(|verdict| !verdict.is_none()).is_some_and(|verdict| matches!(verdict, Match::Ignore(_)))
    }

    fn read_patterns(&mut self, directory: &Path, depth: usize) {
        let path = directory.join(".gitignore");
        let Ok(bytes) = access::read_within(std::slice::from_ref(&self.read_root), &path) else { return };
        let mut builder = GitignoreBuilder::new(directory);
        for line in String::from_utf8_lossy(&bytes).lines() {
            // git passes over patterns that it does not understand; so do we.
            let _ = builder.add_line(None, line);
        }
        if let Ok(patterns) = builder.build()
            && !patterns.is_empty()
        {
            self.patterns.push((depth, patterns));
        }
    }
}
