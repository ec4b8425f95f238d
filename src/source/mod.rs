//! Files as bytes, and the only place that computes lines and columns.
//!
//! In: a file's path and content. Out: [`Sources`], which gives each file a [`FileId`]; on demand, for places that are
//! shown, a [`Location`] with line and column.

/// Reads of the file system, confined to the read roots.
pub mod access;
mod again;
pub mod files;
pub mod span;
pub mod text;

use std::sync::{Arc, OnceLock};

pub use access::{MAX_FILE_SIZE, ReadError};
pub use again::{Fingerprint, read_again};
pub use files::Files;
use serde::Serialize;
pub use span::Span;

/// Which file, within one [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// What kind of text a file holds, as far as others must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// `.tf`, `.tofu`, `.tf.json`, `.tofu.json`.
    Configuration,
    /// `.tfvars`, `.tfvars.json`.
    Variables,
    /// The text of one `--var`: no file, never shown in an excerpt.
    CommandLine,
    /// The text of one `TF_VAR_…`: no file, never shown in an excerpt.
    Environment,
    /// Anything else that was read: a template, a rule.
    Other,
}

/// One file: its path as shown, and its text.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as people know it: relative to the working directory where it lies below it, with `/`.
    pub path: Arc<str>,
    /// The text. Bytes that are not UTF-8 were replaced one by one by `\x1a`, which no valid file holds.
    pub text: String,
    /// What it holds.
    pub kind: FileKind,
    lines: OnceLock<Lines>,
}

impl SourceFile {
    /// A file that is read already.
    pub fn new(path: impl Into<Arc<str>>, text: String, kind: FileKind) -> Self {
        Self { path: path.into(), text, kind, lines: OnceLock::new() }
    }

    /// Takes bytes as they came from disk; each byte that is not UTF-8 becomes `\x1a`, so offsets stay right.
    pub fn from_bytes(path: impl Into<Arc<str>>, bytes: Vec<u8>, kind: FileKind) -> Self {
        let text = String::from_utf8(bytes).unwrap_or_else(|error| {
            let mut bytes = error.into_bytes();
            let mut from = 0;
            while let Err(error) = std::str::from_utf8(&bytes[from..]) {
                let start = from + error.valid_up_to();
                let end = error.error_len().map_or(bytes.len(), |len| start + len);
                bytes[start..end].fill(b'\x1a');
                from = end;
            }
            String::from_utf8(bytes).unwrap_or_default()
        });
        Self::new(path, text, kind)
    }

    /// The line index, built at the first call.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// Line and column of a span of this file.
    pub fn locate(&self, span: Span) -> Location {
        let lines = self.lines();
        let (line, column) = lines.position(&self.text, span.start);
        let (end_line, end_column) = lines.position(&self.text, span.end);
        Location { file: Arc::clone(&self.path), line, column, end_line, end_column, span }
    }
}

/// Bytes between two counts of [`Lines`].
const COUNTED: usize = 256;

/// Where each line of a text starts, and how many bytes of it begin no character.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<u32>,
    /// How many bytes that go on with a character stand before each 256th byte; empty if there are none. So a column is
    /// found in the same time wherever it is: programs write whole files as one line.
    continued: Vec<u32>,
}

impl Lines {
    /// Finds the line breaks of a text.
    pub fn new(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        let mut continued = Vec::new();
        if !text.is_ascii() {
            let counts = text.as_bytes().chunks(COUNTED).scan(0, |before, bytes| {
                let count = *before;
                *before += count_continued(bytes);
                Some(count)
            });
            continued.extend(counts);
        }
        Self { starts: std::iter::once(0).chain(breaks).collect(), continued }
    }

    /// Number of lines, at least 1.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The 1-based line that holds the byte.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.starts.partition_point(|start| *start <= offset) as u32
    }

    /// The bytes of a 1-based line, without its line break. Lines beyond the end are empty.
    pub fn span_of(&self, line: u32, text: &str) -> Span {
        let Some(start) = self.starts.get(line as usize - 1).copied() else {
            return Span::new(text.len() as u32, text.len() as u32);
        };
        let end = self.starts.get(line as usize).map_or(text.len(), |next| *next as usize - 1);
        let end = if text.as_bytes()[start as usize..end].ends_with(b"\r") { end - 1 } else { end };
        Span::new(start, end as u32)
    }

    /// 1-based line, and 1-based column in code points.
    pub fn position(&self, text: &str, offset: u32) -> (u32, u32) {
        let line = self.line_of(offset);
        let start = self.starts[line as usize - 1];
        let characters = |offset: u32| offset - self.continued_before(text, offset);
        // A byte order mark is not a column.
        let mark = u32::from(start == 0 && offset >= 3 && text.starts_with('\u{feff}'));
        (line, characters(offset) - characters(start) - mark + 1)
    }

    fn continued_before(&self, text: &str, offset: u32) -> u32 {
        let block = offset as usize / COUNTED;
        match self.continued.get(block) {
            Some(before) => before + count_continued(&text.as_bytes()[block * COUNTED..offset as usize]),
            // Of a text that ends with a whole block the end lies in none.
            None if self.continued.is_empty() => 0,
            None => self.continued[block - 1] + count_continued(&text.as_bytes()[(block - 1) * COUNTED..]),
        }
    }
}

fn count_continued(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| matches!(byte, 0x80..=0xbf)).count() as u32
}

/// A place that can be shown: file, 1-based lines and columns in code points, ends exclusive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
pub struct Location {
    /// The file, relative to the working directory where possible, with `/`.
    pub file: Arc<str>,
    /// 1-based line of the first character.
    pub line: u32,
    /// 1-based column of the first character, in code points.
    pub column: u32,
    /// 1-based line of the character after the last one.
    pub end_line: u32,
    /// 1-based column of the character after the last one, in code points.
    pub end_column: u32,
    /// The same range in bytes.
    #[serde(skip)]
    #[schemars(skip)]
    pub span: Span,
}

/// All files of one root module, each with an id.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Takes a file in and gives it an id.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        self.files.push(file);
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of that id.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points_and_pass_over_a_byte_order_mark() {
        let file = SourceFile::new("a.tf", "\u{feff}x = \"é€\" # ü\r\ny = 1\n".to_owned(), FileKind::Configuration);
        let quote = file.text.rfind('"').unwrap() as u32;
        let location = file.locate(Span::new(3, quote + 1));
        assert_eq!((location.line, location.column, location.end_line, location.end_column), (1, 1, 1, 9));
        assert_eq!(&file.text[file.lines().span_of(1, &file.text).range()], "\u{feff}x = \"é€\" # ü");
        assert_eq!(&file.text[file.lines().span_of(2, &file.text).range()], "y = 1");
    }

    #[test]
    fn columns_are_right_wherever_in_a_long_line() {
        let text = "é€x".repeat(200) + "\n" + &"ü".repeat(512);
        let lines = Lines::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
            let column = text[line_start..offset].chars().count() as u32 + 1;
            assert_eq!(lines.position(&text, offset as u32).1, column, "byte {offset}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf8_keep_their_offsets() {
        let file = SourceFile::from_bytes("a.tf", b"# caf\xe9\nx = 1\xff\xfe".to_vec(), FileKind::Configuration);
        assert_eq!(file.text, "# caf\x1a\nx = 1\x1a\x1a");
    }
}
