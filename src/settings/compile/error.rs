//! What is wrong with a rule: where, what, and the nearest thing that would be right.

use super::super::syntax::Tree;

use super::super::model::RuleFile;

/// A place in a rule file that the settings language does not allow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleError {
    /// The rule file, as shown.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in code points.
    pub column: u32,
    /// A sentence without full stop: ``unknown argument `titel` in a setting``.
    pub message: String,
    /// The known name that is closest to what was written, if one is close.
    pub nearest: Option<String>,
}

impl RuleError {
    /// An error at a byte of a rule file.
    pub(crate) fn new(file: &RuleFile<'_>, offset: u32, message: impl Into<String>) -> Self {
        let (line, column) = position(file.tree, offset);
        Self { file: file.path.to_owned(), line, column, message: message.into(), nearest: None }
    }

    /// The same error, with the candidate that is nearest to the word, if one is near.
    #[must_use]
    pub(crate) fn near<'c>(mut self, word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Self {
        self.nearest = nearest(word, candidates).map(str::to_owned);
        self
    }
}

impl std::fmt::Display for RuleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)?;
        match &self.nearest {
            Some(nearest) => write!(f, "; did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for RuleError {}

/// 1-based line and column. Errors of rules are rare, so no line table is kept (and `source` is out of build.rs's reach).
fn position(tree: Tree<'_>, offset: u32) -> (u32, u32) {
    let before = tree.source.get(..offset as usize).unwrap_or(tree.source);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count();
    (line as u32 + 1, before[line_start..].chars().count() as u32 + 1)
}

/// The candidate that takes the fewest edits to reach, if that is at most a third of the word.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let most = (word.chars().count() / 3).max(2);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let edits = distance(word, candidate);
        if edits <= most && best.is_none_or(|(least, text)| (edits, candidate) < (least, text)) {
            best = Some((edits, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Number of insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 16 || a.len() > 256 {
        return usize::MAX;
    }
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let mut least = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            least = least.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_far_ones_are_not() {
        assert_eq!(nearest("titel", ["layer", "title", "why"]), Some("title"));
        assert_eq!(nearest("storage_encypted", ["storage_encrypted", "storage_type"]), Some("storage_encrypted"));
        assert_eq!(nearest("kms_key_id", ["multi_az", "engine"]), None);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("abcd", "abdc"), 1);
    }
}
