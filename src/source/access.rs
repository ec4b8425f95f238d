//! Reading within bounds: only regular files, only up to a size, only inside the read roots.
//!
//! In: paths as configurations and people write them. Out: bytes, or a [`ReadError`] that says why not; and the one way
//! in which paths are shown.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};

/// The largest file that is read, in bytes.
pub const MAX_FILE_SIZE: u64 = 64 << 20;

/// The largest plan in JSON that is read, in bytes.
pub const MAX_PLAN_SIZE: u64 = 1 << 30;

/// Why a file was not read. Shown after the path: `main.tf: it is not a regular file`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("it does not exist")]
    Missing,
    /// It lies outside the read roots, or a symlink leads out of them.
    #[error("it lies outside the analysed roots")]
    Refused,
    /// A directory, a pipe, a socket, a device.
    #[error("it is not a regular file")]
    NotRegular,
    /// More bytes than are read: the size and the limit.
    #[error("it has {} MB, over the limit of {} MB", .0.div_ceil(1 << 20), .1 >> 20)]
    TooLarge(u64, u64),
    /// The operating system refused; its words.
    #[error("{0}")]
    System(String),
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::System("permission denied".to_owned()),
            _ => Self::System(error.to_string()),
        }
    }
}

/// The canonical form of an absolute path, if it lies inside one of the (canonical) read roots.
///
/// # Errors
/// [`ReadError::Refused`] without a look at the disk when the path leads outside by its own words, and when a symlink does.
pub fn resolve(read_roots: &[PathBuf], path: &Path) -> Result<PathBuf, ReadError> {
    if !contains(read_roots, &normalize(path)) {
        return Err(ReadError::Refused);
    }
    let canonical = fs::canonicalize(path)?;
    if contains(read_roots, &canonical) { Ok(canonical) } else { Err(ReadError::Refused) }
}

/// Whether a normal or canonical path lies inside one of the read roots.
pub fn contains(read_roots: &[PathBuf], path: &Path) -> bool {
    read_roots.iter().any(|root| path.starts_with(root))
}

/// Reads a file inside the read roots.
///
/// # Errors
/// All of [`ReadError`].
pub fn read_within(read_roots: &[PathBuf], path: &Path) -> Result<Vec<u8>, ReadError> {
    read(&resolve(read_roots, path)?)
}

/// Reads a regular file of at most [`MAX_FILE_SIZE`] bytes, wherever it lies. For files that a person named.
///
/// # Errors
/// All of [`ReadError`] but `Refused`.
pub fn read(path: &Path) -> Result<Vec<u8>, ReadError> {
    read_up_to(path, MAX_FILE_SIZE)
}

/// Reads a plan of at most [`MAX_PLAN_SIZE`] bytes, wherever it lies.
///
/// # Errors
/// As [`read`].
pub fn read_plan(path: &Path) -> Result<Vec<u8>, ReadError> {
    read_up_to(path, MAX_PLAN_SIZE)
}

/// Reads a regular file of at most `limit` bytes.
///
/// # Errors
/// As [`read`].
pub fn read_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    // Before opening: opening a pipe would wait for its other end.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(ReadError::NotRegular);
    }
    if metadata.len() > limit {
        return Err(ReadError::TooLarge(metadata.len(), limit));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // The file may grow between the two looks, and files of /proc have no size.
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge(bytes.len() as u64, limit));
    }
    Ok(bytes)
}

/// The path without `.` and `..`, by its words alone; symlinks are not looked at.
pub fn normalize(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                normal.pop();
            }
            other => normal.push(other),
        }
    }
    normal
}

/// A canonical path as people see it: relative to the working directory where it lies below it, else absolute; always
/// with `/`. The working directory itself is `.`.
pub fn shown(path: &Path, working_dir: &Path) -> String {
    slashed(path.strip_prefix(working_dir).unwrap_or(path))
}

/// The path with `/` as separator; `.` if it is empty.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if text.is_empty() {
        return ".".to_owned();
    }
    if std::path::MAIN_SEPARATOR == '/' {
        return text.into_owned();
    }
    text.trim_start_matches(r"\\?\").replace(std::path::MAIN_SEPARATOR, "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_stays_inside_the_roots_through_dots_and_symlinks() {
        let directory = tempfile::tempdir().unwrap();
        let base = fs::canonicalize(directory.path()).unwrap();
        fs::create_dir_all(base.join("inside/deep")).unwrap();
        fs::write(base.join("secret"), "s").unwrap();
        fs::write(base.join("inside/open"), "o").unwrap();
        let roots = [base.join("inside")];

        let read = |path: &str| read_within(&roots, &roots[0].join(path));
        assert_eq!(read("deep/../open"), Ok(b"o".to_vec()));
        assert_eq!(read("../secret"), Err(ReadError::Refused));
        assert_eq!(read("../no-such-file"), Err(ReadError::Refused), "what exists outside is not told");
        assert_eq!(read("nothing"), Err(ReadError::Missing));
        assert_eq!(read("deep"), Err(ReadError::NotRegular));
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(base.join("secret"), roots[0].join("out")).unwrap();
            std::os::unix::fs::symlink("../open", roots[0].join("deep/in")).unwrap();
            assert_eq!(read("out"), Err(ReadError::Refused));
            assert_eq!(read("deep/in"), Ok(b"o".to_vec()));
        }
    }

    #[test]
    fn a_file_over_the_limit_is_refused_by_its_size() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("big.tf");
        File::create(&path).unwrap().set_len(MAX_FILE_SIZE + 1).unwrap();
        let error = read(&path).unwrap_err();
        assert_eq!(error.to_string(), "it has 65 MB, over the limit of 64 MB");
    }

    #[test]
    fn paths_are_shown_relative_to_the_working_directory() {
        assert_eq!(shown(Path::new("/repo/live/main.tf"), Path::new("/repo")), "live/main.tf");
        assert_eq!(shown(Path::new("/repo"), Path::new("/repo")), ".");
        assert_eq!(shown(Path::new("/repo/modules"), Path::new("/repo/live")), "/repo/modules");
    }
}
