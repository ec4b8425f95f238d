//! Files that functions of a configuration read: `file`, `templatefile`, `fileset` and their kin.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::module::Program;
use crate::source::files::{Kind, View};
use crate::source::{Files, ReadError, access};

/// Files that `fileset` may find in one directory.
const MAX_LISTED: usize = 100_000;

impl Program {
    /// Reads a file as `file(path)` does: relative to the root module's directory, where Terraform runs, whichever module
    /// calls.
    ///
    /// # Errors
    /// All of [`ReadError`]; `Refused` for whatever lies outside of the read roots, `~` included.
    pub fn read_file(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.files.read(&self.resolve_path(path)?)
    }

    /// The files below a directory as `fileset(path, …)` sees them: relative to it, with `/`, hidden ones too, sorted.
    ///
    /// # Errors
    /// As [`Program::read_file`]; also when there are over 100,000 files.
    pub fn list_files(&self, path: &str) -> Result<Vec<String>, ReadError> {
        let directory = self.resolve_path(path)?;
        let mut files = Vec::new();
        if let Files::View(view) = &self.files {
            list_view(&**view, &directory, &self.read_roots, &self.files, &mut files)?;
            files.sort_unstable();
            return Ok(files);
        }
        for entry in WalkDir::new(&directory).into_iter().flatten() {
            let kind = entry.file_type();
            // A symlink counts as the file it leads to; what leads outside is not there.
            let is_file = kind.is_file()
                || (kind.is_symlink()
                    && access::resolve(&self.read_roots, entry.path()).is_ok_and(|target| target.is_file()));
            if is_file && let Ok(inside) = entry.path().strip_prefix(&directory) {
                files.push(access::slashed(inside));
            }
            if files.len() > MAX_LISTED {
                return Err(ReadError::System(format!("it holds over {MAX_LISTED} files")));
            }
        }
        files.sort_unstable();
        Ok(files)
    }

    /// The canonical path of what a function names, if it lies inside the read roots.
    ///
    /// # Errors
    /// `Refused` or `Missing`.
    pub fn resolve_path(&self, path: &str) -> Result<PathBuf, ReadError> {
        if path == "~" || path.starts_with("~/") {
            return Err(ReadError::Refused);
        }
        let root = self.module_dirs.first().ok_or(ReadError::Missing)?;
        self.files.resolve(&self.read_roots, &root.join(Path::new(path)))
    }
}

/// The files below a directory of a view.
fn list_view(
    view: &dyn View,
    directory: &Path,
    read_roots: &[PathBuf],
    all: &Files,
    files: &mut Vec<String>,
) -> Result<(), ReadError> {
    let mut pending = vec![directory.to_owned()];
    while let Some(outer) = pending.pop() {
        for name in view.list(&outer).unwrap_or_default() {
            let path = outer.join(name);
            let is_file = match view.kind(&path) {
                Some(Kind::Directory) => {
                    pending.push(path.clone());
                    false
                }
                Some(Kind::File(_)) => true,
                Some(Kind::Link(_)) => all.resolve(read_roots, &path).is_ok_and(|target| all.is_file(&target)),
                _ => false,
            };
            if is_file && let Ok(inside) = path.strip_prefix(directory) {
                files.push(access::slashed(inside));
            }
            if files.len() > MAX_LISTED {
                return Err(ReadError::System(format!("it holds over {MAX_LISTED} files")));
            }
        }
    }
    Ok(())
}
