//! Where files are read from: the disk, or another state of it, such as that of a commit.
//!
//! Paths are those of the disk in either case, so that places and names agree. Reads of the disk are direct calls.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::Debug;
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::ReadError;
use super::access::{self, MAX_FILE_SIZE, MAX_PLAN_SIZE};

/// What stands at a path, symlinks not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A regular file of so many bytes.
    File(u64),
    /// A directory.
    Directory,
    /// A symlink, with what it says.
    Link(PathBuf),
    /// A pipe, a socket, a device.
    Other,
}

/// Files in another state than that of the disk. Paths that are given are absolute.
pub trait View: Debug + Send + Sync {
    /// What stands at a path of which all directories are real ones; `None`: nothing.
    fn kind(&self, path: &Path) -> Option<Kind>;

    /// The names in a canonical directory, in any order.
    ///
    /// # Errors
    /// When it is no directory or cannot be read.
    fn list(&self, directory: &Path) -> Result<Vec<OsString>, ReadError>;

    /// What a regular file at a canonical path holds.
    ///
    /// # Errors
    /// All of [`ReadError`] but `Refused`.
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError>;
}

/// Where files are read from.
#[derive(Clone, Debug, Default)]
pub enum Files {
    /// The disk.
    #[default]
    Disk,
    /// Another state of it.
    View(Arc<dyn View>),
}

/// Equal are two that read the same files, as far as can be told without reading them.
impl PartialEq for Files {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Disk, Self::Disk) => true,
            (Self::View(one), Self::View(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl Eq for Files {}

impl Files {
    /// As [`access::resolve`].
    ///
    /// # Errors
    /// As there.
    pub fn resolve(&self, read_roots: &[PathBuf], path: &Path) -> Result<PathBuf, ReadError> {
        match self {
            Self::Disk => access::resolve(read_roots, path),
            Self::View(view) => {
                if !access::contains(read_roots, &access::normalize(path)) {
                    return Err(ReadError::Refused);
                }
                let canonical = canonical(&**view, path)?;
                if access::contains(read_roots, &canonical) { Ok(canonical) } else { Err(ReadError::Refused) }
            }
        }
    }

    /// The canonical form of an absolute path.
    ///
    /// # Errors
    /// When nothing stands there.
    pub fn canonicalize(&self, path: &Path) -> Result<PathBuf, ReadError> {
        match self {
            Self::Disk => Ok(fs::canonicalize(path)?),
            Self::View(view) => canonical(&**view, path),
        }
    }

    /// As [`access::read_within`].
    ///
    /// # Errors
    /// As there.
    pub fn read_within(&self, read_roots: &[PathBuf], path: &Path) -> Result<Vec<u8>, ReadError> {
        self.read_canonical(&self.resolve(read_roots, path)?, MAX_FILE_SIZE)
    }

    /// As [`access::read`].
    ///
    /// # Errors
    /// As there.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, ReadError> {
        match self {
            Self::Disk => access::read(path),
            Self::View(view) => view.read(&canonical(&**view, path)?, MAX_FILE_SIZE),
        }
    }

    /// As [`access::read_plan`].
    ///
    /// # Errors
    /// As there.
    pub fn read_plan(&self, path: &Path) -> Result<Vec<u8>, ReadError> {
        match self {
            Self::Disk => access::read_plan(path),
            Self::View(view) => view.read(&canonical(&**view, path)?, MAX_PLAN_SIZE),
        }
    }

    fn read_canonical(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self {
            Self::Disk => access::read(path),
            Self::View(view) => view.read(path, limit),
        }
    }

    /// Whether a directory stands there, or a symlink leads to one.
    pub fn is_dir(&self, path: &Path) -> bool {
        match self {
            Self::Disk => path.is_dir(),
            Self::View(view) => followed(&**view, path) == Some(Kind::Directory),
        }
    }

    /// Whether a regular file stands there, or a symlink leads to one.
    pub fn is_file(&self, path: &Path) -> bool {
        match self {
            Self::Disk => path.is_file(),
            Self::View(view) => matches!(followed(&**view, path), Some(Kind::File(_))),
        }
    }
}

/// What stands at a path, symlinks followed.
pub fn followed(view: &dyn View, path: &Path) -> Option<Kind> {
    view.kind(&canonical(view, path).ok()?)
}

/// So many symlinks may a path lead through, as on Linux.
const MAX_LINKS: usize = 40;

/// The path without symlinks and dots, each looked up in the view.
fn canonical(view: &dyn View, path: &Path) -> Result<PathBuf, ReadError> {
    let mut real = PathBuf::new();
    let mut pending: Vec<OsString> = parts(path);
    let mut links = 0;
    let mut directory = true;
    while let Some(part) = pending.pop() {
        match Path::new(&part).components().next() {
            Some(Component::Normal(_)) => {}
            Some(Component::ParentDir) => {
                real.pop();
                continue;
            }
            Some(Component::CurDir) | None => continue,
            Some(Component::Prefix(_) | Component::RootDir) => {
                real.push(&part);
                continue;
            }
        }
        if !directory {
            return Err(ReadError::Missing);
        }
        real.push(&part);
        match view.kind(&real).ok_or(ReadError::Missing)? {
            Kind::Link(target) => {
                links += 1;
                if links > MAX_LINKS {
                    return Err(ReadError::System("too many symlinks lead on".to_owned()));
                }
                real.pop();
                if target.is_absolute() {
                    real.clear();
                }
                pending.extend(parts(&target));
            }
            kind => directory = kind == Kind::Directory,
        }
    }
    Ok(real)
}

/// The components of a path, the first one last.
fn parts(path: &Path) -> Vec<OsString> {
    path.components().rev().map(|part| part.as_os_str().to_owned()).collect()
}

/// What stands at a path of the disk, symlinks not followed.
pub fn kind_on_disk(path: &Path) -> Option<Kind> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let kind = metadata.file_type();
    Some(if kind.is_symlink() {
        Kind::Link(fs::read_link(path).ok()?)
    } else if kind.is_dir() {
        Kind::Directory
    } else if kind.is_file() {
        Kind::File(metadata.len())
    } else {
        Kind::Other
    })
}

/// The names in a directory of the disk.
///
/// # Errors
/// When it is no directory or cannot be read.
pub fn list_on_disk(directory: &Path) -> Result<Vec<OsString>, ReadError> {
    let entries: Result<Vec<_>, _> = fs::read_dir(directory)?.collect();
    Ok(entries?.into_iter().map(|entry| entry.file_name()).collect())
}

/// A directory in the place of another one: an older copy of it. Everything else is as on disk.
#[derive(Debug)]
pub struct InPlaceOf {
    /// The canonical directory that is not read.
    pub directory: PathBuf,
    /// The canonical directory that is read in its place.
    pub copy: PathBuf,
}

impl InPlaceOf {
    /// Where a path is read.
    fn real(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.directory) {
            Ok(inside) => self.copy.join(inside),
            Err(_) => path.to_owned(),
        }
    }
}

impl View for InPlaceOf {
    fn kind(&self, path: &Path) -> Option<Kind> {
        let kind = kind_on_disk(&self.real(path))?;
        // A symlink that names the copy itself by its full path means what is read in its place.
        Some(match kind {
            Kind::Link(target) => match target.strip_prefix(&self.copy) {
                Ok(inside) => Kind::Link(self.directory.join(inside)),
                Err(_) => Kind::Link(target),
            },
            other => other,
        })
    }

    fn list(&self, directory: &Path) -> Result<Vec<OsString>, ReadError> {
        list_on_disk(&self.real(directory))
    }

    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        access::read_up_to(&self.real(path), limit)
    }
}

/// The disk, and a note of what of it was looked at.
#[derive(Debug, Default)]
pub struct Recording {
    paths: Mutex<BTreeSet<PathBuf>>,
    directories: Mutex<BTreeSet<PathBuf>>,
}

impl Recording {
    /// All paths that were asked for, whether anything stands there or not.
    pub fn paths(&self) -> BTreeSet<PathBuf> {
        std::mem::take(&mut *self.paths.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The directories whose names were listed.
    pub fn directories(&self) -> BTreeSet<PathBuf> {
        std::mem::take(&mut *self.directories.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn note(paths: &Mutex<BTreeSet<PathBuf>>, path: &Path) {
    let mut paths = paths.lock().unwrap_or_else(PoisonError::into_inner);
    if !paths.contains(path) {
        paths.insert(path.to_owned());
    }
}

impl View for Recording {
    fn kind(&self, path: &Path) -> Option<Kind> {
        note(&self.paths, path);
        kind_on_disk(path)
    }

    fn list(&self, directory: &Path) -> Result<Vec<OsString>, ReadError> {
        note(&self.directories, directory);
        list_on_disk(directory)
    }

    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
        note(&self.paths, path);
        access::read_up_to(path, limit)
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_read_in_the_place_of_a_directory_and_symlinks_stay_inside() {
        let directory = tempfile::tempdir().unwrap();
        let base = fs::canonicalize(directory.path()).unwrap();
        for (path, text) in [("new/a", "new"), ("old/a", "old"), ("old/deep/b", "b"), ("beside", "beside")] {
            fs::create_dir_all(base.join(path).parent().unwrap()).unwrap();
            fs::write(base.join(path), text).unwrap();
        }
        for (path, target) in [
            ("old/in", "deep/../deep/b".into()),
            ("old/out", "../beside".into()),
            ("old/itself", "itself".into()),
            ("old/full", base.join("old/deep")),
        ] {
            std::os::unix::fs::symlink(target, base.join(path)).unwrap();
        }
        let files = Files::View(Arc::new(InPlaceOf { directory: base.join("new"), copy: base.join("old") }));
        let roots = [base.join("new")];
        let read = |path: &str| files.read_within(&roots, &base.join(path));
        assert_eq!(read("new/a"), Ok(b"old".to_vec()));
        assert_eq!(read("new/in"), Ok(b"b".to_vec()));
        assert_eq!(read("new/full/b"), Ok(b"b".to_vec()));
        assert_eq!(read("new/out"), Err(ReadError::Refused));
        assert_eq!(read("new/../beside"), Err(ReadError::Refused));
        assert_eq!(read("new/a/b"), Err(ReadError::Missing));
        assert_eq!(read("new/deep"), Err(ReadError::NotRegular));
        assert!(matches!(read("new/itself"), Err(ReadError::System(_))));
        assert_eq!(files.read(&base.join("beside")), Ok(b"beside".to_vec()));
        assert!(files.is_dir(&base.join("new/full")) && files.is_file(&base.join("new/in")));
        assert!(!files.is_dir(&base.join("new/gone")) && !files.is_file(&base.join("new/deep")));
    }
}
