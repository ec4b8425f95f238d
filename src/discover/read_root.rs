//! The read root of a directory: how far out from it files may be read.

use std::path::{Path, PathBuf};

/// The nearest directory upwards that holds `.git` or `.onus.hcl`, never above the home directory; else the directory
/// itself. `.git` is a file in worktrees and submodules.
pub(super) fn of(directory: &Path, home: Option<&Path>) -> PathBuf {
    let home = home.and_then(|home| std::fs::canonicalize(home).ok());
    for candidate in directory.ancestors() {
        if candidate.join(".git").exists() || candidate.join(".onus.hcl").is_file() {
            return candidate.to_owned();
        }
        if home.as_deref() == Some(candidate) {
            break;
        }
    }
    directory.to_owned()
}
