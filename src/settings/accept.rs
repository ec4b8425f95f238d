//! Findings that users accept by configuration, not by a comment where they stand: which settings, of which resources, why
//! and until when.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::finding::Suppressed;

/// What is accepted in one root.
#[derive(Clone, Debug, Default)]
pub struct Acceptances {
    list: Vec<Arc<Acceptance>>,
}

/// Settings that are accepted for one reason.
#[derive(Clone, Debug)]
pub struct Acceptance {
    /// The settings: numbers of family elements, as the run counts them.
    pub elements: BTreeSet<u32>,
    /// Only of resources whose address one of them matches; of all if there are none.
    pub addresses: Vec<Pattern>,
    /// What is said of the findings.
    pub says: Suppressed,
}

/// A text in which `*` stands for any characters, and nothing else for anything but itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
}

impl Pattern {
    /// Takes a pattern as it is written.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the whole of `other` is meant. Takes time that grows with the lengths of both, whatever they hold.
    pub fn matches(&self, other: &str) -> bool {
        let Some((first, rest)) = self.text.split_once('*') else { return self.text == other };
        let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
        let inner = other.strip_prefix(first).and_then(|inner| inner.strip_suffix(last));
        let mut pieces = middle.split('*').filter(|piece| !piece.is_empty());
        // The first place where a piece fits leaves the most for those after it.
        let left = inner.and_then(|inner| {
            pieces.try_fold(inner, |left, piece| left.find(piece).map(|at| &left[at + piece.len()..]))
        });
        left.is_some()
    }

    /// Whether one of them matches, or there are none.
    pub fn any(patterns: &[Self], text: &str) -> bool {
        patterns.is_empty() || patterns.iter().any(|pattern| pattern.matches(text))
    }
}

impl FromIterator<Arc<Acceptance>> for Acceptances {
    fn from_iter<I: IntoIterator<Item = Arc<Acceptance>>>(list: I) -> Self {
        Self { list: list.into_iter().collect() }
    }
}

impl Acceptances {
    /// What is said of a finding of that setting, if it is accepted. `address` is asked only where it matters.
    pub fn of(&self, element: u32, address: impl FnOnce() -> String) -> Option<&Suppressed> {
        let mut of_setting = self.list.iter().filter(|it| it.elements.contains(&element)).peekable();
        of_setting.peek()?;
        let address = address();
        let meant = of_setting.find(|it| Pattern::any(&it.addresses, &address))?;
        Some(&meant.says)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_characters() {
        let matches = |pattern: &str, text: &str| Pattern::new(pattern).matches(text);
        for (pattern, text) in [
            ("", ""),
            ("a.b", "a.b"),
            ("*", ""),
            ("*", "module.a.aws_x.b"),
            ("module.a.*", "module.a.aws_x.b[\"k\"]"),
            ("*.b", "a.b"),
            ("a*b", "ab"),
            ("a*b*c", "a.b.b.c"),
            ("a**c", "abc"),
            ("*é*", "café.x"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in
            [("", "a"), ("a", "ab"), ("a*", "ba"), ("ab*ba", "aba"), ("a*b*a", "aba."), ("a.b", "axb"), ("*bb*b", "bb")]
        {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }

    #[test]
    fn a_hostile_pattern_takes_little_time() {
        let pattern = Pattern::new("a*".repeat(500) + "b");
        let start = std::time::Instant::now();
        assert!(!pattern.matches(&"a".repeat(100_000)));
        assert!(start.elapsed().as_secs() < 1);
    }
}
