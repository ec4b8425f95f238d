//! The nearest thing to what was asked for: a path, a word.

use std::fs;
use std::path::{Path, PathBuf};

use super::walk::holds_configuration;

/// A longer word is no slip of the pen.
const MAX_WORD: usize = 256;

/// The word nearest to the given one, if it is near enough to be meant: a third of its letters may differ. Of equally
/// near ones the first.
pub fn nearest_word<'w>(word: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    if word.len() > MAX_WORD {
        return None;
    }
    let limit = (word.chars().count() / 3).max(1);
    let near = known.into_iter().filter_map(|other| Some((distance(word, other, limit)?, other)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, other)| other)
}

/// The existing path nearest to one that does not exist: its first wrong component replaced, the rest kept if that exists.
pub(super) fn near_missing(path: &Path) -> Option<PathBuf> {
    let existing = path.ancestors().find(|ancestor| ancestor.exists())?;
    let mut rest = path.strip_prefix(existing).ok()?.components();
    let wrong = rest.next()?.as_os_str().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(existing)
        .ok()?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') || wrong.starts_with('.'))
        .collect();
    names.sort_unstable();
    let near = existing.join(nearest_word(&wrong, names.iter().map(String::as_str))?);
    let whole = near.join(rest.as_path());
    Some(if whole.exists() { whole } else { near })
}

/// The nearest directory with configuration around one that has none: one of those above it.
pub(super) fn near_empty(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).take(4).find(|ancestor| holds_configuration(ancestor)).map(Path::to_owned)
}

/// How many letters are wrong, missing, too many or swapped with their neighbour; `None` if more than `limit`.
fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    if a.chars().count().abs_diff(b.chars().count()) > limit {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before_last[j - 2] + 1);
            }
        }
        before_last = std::mem::replace(&mut last, row);
    }
    Some(last[b.len()]).filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        assert_eq!(nearest_word("prdo", ["dev", "prod", "stage"]), Some("prod"));
        assert_eq!(nearest_word("resorce", ["resource", "provider"]), Some("resource"));
        assert_eq!(nearest_word("qa", ["dev", "prod"]), None);
    }
}
