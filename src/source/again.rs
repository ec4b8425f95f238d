//! Reads a file a second time, for excerpts: the sources of a root are dropped once it is judged.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use super::{FileKind, SourceFile};

/// Tells whether a file still holds what it held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 12]);

impl Fingerprint {
    /// The fingerprint of a file's text.
    pub fn of(text: &str) -> Self {
        // `DefaultHasher::new` has fixed keys; the result never leaves the process.
        let mut hasher = DefaultHasher::new();
        hasher.write(text.as_bytes());
        let mut bytes = [0; 12];
        bytes[..4].copy_from_slice(&(text.len() as u32).to_le_bytes());
        bytes[4..].copy_from_slice(&hasher.finish().to_le_bytes());
        Self(bytes)
    }

    /// The fingerprint as bytes.
    pub fn to_bytes(self) -> [u8; 12] {
        self.0
    }

    /// The fingerprint that [`Self::to_bytes`] gave.
    pub fn from_bytes(bytes: [u8; 12]) -> Self {
        Self(bytes)
    }
}

/// The file as it is on disk now; `None` if it is gone, too large or no longer the same.
pub fn read_again(path: &Path, shown_as: &str, expected: Fingerprint) -> Option<SourceFile> {
    let bytes = super::access::read(path).ok()?;
    let file = SourceFile::from_bytes(shown_as, bytes, FileKind::Other);
    (Fingerprint::of(&file.text) == expected).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_not_shown() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.tf");
        std::fs::write(&path, "x = 1\n").unwrap();
        let before = Fingerprint::of("x = 1\n");
        assert_eq!(read_again(&path, "a.tf", before).unwrap().text, "x = 1\n");
        std::fs::write(&path, "x = 2\n").unwrap();
        assert!(read_again(&path, "a.tf", before).is_none());
        assert!(read_again(dir.path(), "a.tf", before).is_none());
    }
}
