//! Walks one directory for what can be analysed.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::Options;
use super::gate::Gate;
use super::names::{self, ConfigName};
use super::sniff::{Content, sniff};
use crate::source::files::{Kind, View};
use crate::source::{Files, access};

/// What walks have found, each path once.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) directories: BTreeSet<PathBuf>,
    pub(super) plans: BTreeSet<PathBuf>,
    pub(super) unreadable: BTreeMap<PathBuf, String>,
}

impl Found {
    pub(super) fn extend(&mut self, mut other: Self) {
        self.directories.append(&mut other.directories);
        self.plans.append(&mut other.plans);
        self.unreadable.append(&mut other.unreadable);
    }
}

/// Walks a canonical directory. Symlinked directories are walked under their own name, each once, if they lie inside the
/// read root; so circles of symlinks end, and every path that is found is canonical.
pub(super) fn walk(start: &Path, read_root: &Path, options: &Options) -> Found {
    walk_some(start, read_root, options, Wanted { plans: true, most: Limits::NONE }).unwrap_or_default()
}

/// The same without a look at plans; `None` if there is more than `most`.
pub(super) fn walk_modules(start: &Path, read_root: &Path, options: &Options, most: Limits) -> Option<Found> {
    walk_some(start, read_root, options, Wanted { plans: false, most })
}

/// A commit can hold more directories than any disk: the same one in many places, and that again.
const MOST_IN_A_VIEW: usize = 1_000_000;

/// Walks a directory in another state of the files, as [`walk`] does; plans are left aside.
pub(super) fn walk_view(start: &Path, read_root: &Path, options: &Options, view: &dyn View, files: &Files) -> Found {
    let mut found = Found::default();
    let mut gate = Gate::new(read_root, options.data_dir.as_deref());
    let mut starts = vec![start.to_owned()];
    let mut entries = 0;
    while let Some(start) = starts.pop() {
        gate.start(&start);
        let mut pending = vec![(start, 0)];
        while let Some((directory, depth)) = pending.pop() {
            if !gate.admits_directory(&directory, depth) {
                continue;
            }
            let names = view.list(&directory).unwrap_or_else(|error| {
                found.unreadable.insert(directory.clone(), error.to_string());
                Vec::new()
            });
            entries += names.len();
            if entries > MOST_IN_A_VIEW {
                found.unreadable.insert(directory, format!("there are over {MOST_IN_A_VIEW} files and directories"));
                return found;
            }
            for name in names {
                let path = directory.join(&name);
                let is_configuration = ConfigName::parse(&name.to_string_lossy()).is_some();
                match view.kind(&path) {
                    Some(Kind::Directory) => pending.push((path, depth + 1)),
                    Some(Kind::Link(_)) => match files.resolve(&[read_root.to_owned()], &path) {
                        Ok(target) if files.is_dir(&target) => starts.push(target),
                        _ if is_configuration => _ = found.directories.insert(directory.clone()),
                        _ => {}
                    },
                    Some(_) if is_configuration => _ = found.directories.insert(directory.clone()),
                    _ => {}
                }
            }
        }
        starts.retain(|linked| !gate.is_skipped(linked));
    }
    found
}

/// How much a walk may find.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files and directories that are looked at.
    pub entries: usize,
    /// Directories with configuration.
    pub directories: usize,
}

impl Limits {
    const NONE: Self = Self { entries: usize::MAX, directories: usize::MAX };
}

/// What a walk is for.
#[derive(Clone, Copy)]
struct Wanted {
    plans: bool,
    most: Limits,
}

fn walk_some(start: &Path, read_root: &Path, options: &Options, wanted: Wanted) -> Option<Found> {
    let mut found = Found::default();
    let mut latest = PathBuf::new();
    let mut entries = 0;
    let mut gate = Gate::new(read_root, options.data_dir.as_deref());
    let mut pending = vec![start.to_owned()];
    while let Some(directory) = pending.pop() {
        gate.start(&directory);
        let mut walk = WalkDir::new(&directory).follow_links(false);
        if let Some(seed) = options.shuffle {
            walk = walk.sort_by_key(move |entry| scrambled(entry.path(), seed));
        }
        for entry in walk.into_iter().filter_entry(|entry| gate.admits(entry)) {
            entries += 1;
            if entries > wanted.most.entries || found.directories.len() > wanted.most.directories {
                return None;
            }
            match entry {
                Ok(entry) => pending.extend(take_entry(&entry, read_root, wanted.plans, &mut found, &mut latest)),
                Err(error) => {
                    let path = error.path().unwrap_or(&directory).to_owned();
                    let reason = error.into_io_error().map_or_else(String::new, |error| error.kind().to_string());
                    found.unreadable.insert(path, reason);
                }
            }
        }
        pending.retain(|linked| !gate.is_skipped(linked));
    }
    (found.directories.len() <= wanted.most.directories).then_some(found)
}

/// Whether the directory itself, not what is below it, holds configuration.
pub(super) fn holds_configuration(directory: &Path) -> bool {
    std::fs::read_dir(directory).into_iter().flatten().flatten().any(|entry| {
        ConfigName::parse(&entry.file_name().to_string_lossy()).is_some()
            && entry.file_type().is_ok_and(|kind| !kind.is_dir())
    })
}

/// Notes what an entry is; gives the directory behind a symlink, if it is to be walked. `latest` is the directory that was
/// noted last.
fn take_entry(
    entry: &DirEntry,
    read_root: &Path,
    plans: bool,
    found: &mut Found,
    latest: &mut PathBuf,
) -> Option<PathBuf> {
    let kind = entry.file_type();
    if kind.is_dir() {
        return None;
    }
    let resolve = || access::resolve(&[read_root.to_owned()], entry.path()).ok();
    if kind.is_symlink() {
        let target = resolve()?;
        if target.is_dir() {
            return Some(target);
        }
    }
    let name = entry.file_name().to_string_lossy();
    if ConfigName::parse(&name).is_some() {
        let directory = entry.path().parent()?;
        // Looking a path up takes long: it is compared part by part, and most files lie beside the one before.
        if latest.as_os_str() != directory.as_os_str() {
            directory.clone_into(latest);
            found.directories.insert(directory.to_owned());
        }
    } else if plans && name.ends_with(".json") && !names::is_variables(&name) {
        let path = resolve()?;
        if sniff(&path) == Content::Plan {
            found.plans.insert(path);
        }
    }
    None
}

/// A sort key that is another for each seed, and the same for the same seed.
fn scrambled(path: &Path, seed: u64) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    (seed, path).hash(&mut hasher);
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left((seed % 63) as u32)
}
