//! The one mask through which every excerpt, value and message goes, so that no output holds a secret.
//!
//! While a root is alive, [`spans`] and [`of_estate`] collect what must not be shown: spans of its files, and texts.
//! Later [`Secrets::hide`] takes both those texts and whatever has the format of a known token out of a text.

mod estate;
mod tokens;
mod tree;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
pub use estate::of_estate;
pub use tokens::spans as tokens;
pub use tree::{Block, Facts, schema_says, spans, tells_of_a_secret};

use crate::settings::finding::Sentence;
use crate::source::Span;

/// What stands for a secret where Unicode can be shown.
pub const DOTS: &str = "•••";

/// What stands for a secret in ASCII.
pub const STARS: &str = "***";

/// Texts shorter than this are hidden only where they are a whole value: `db` may be a password, but hiding it in every
/// sentence would tell more than it hides.
const SHORTEST_IN_TEXT: usize = 6;

/// Texts that must not be shown.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// Hidden wherever they stand.
    texts: BTreeSet<String>,
    /// Hidden where they are a whole value.
    values: BTreeSet<String>,
    /// Finds all of `texts` at once; built when the first text is shown.
    finder: OnceLock<Option<AhoCorasick>>,
}

impl Secrets {
    /// Takes in a text that must not be shown.
    pub fn add(&mut self, text: &str) {
        let text = text.trim();
        self.add_value(text);
        if text.len() >= SHORTEST_IN_TEXT {
            self.texts.insert(text.to_owned());
            self.finder = OnceLock::new();
        }
    }

    /// Takes in a value that must not be shown as a value, but may be part of a sentence.
    pub fn add_value(&mut self, text: &str) {
        if !text.is_empty() && !matches!(text, "true" | "false" | "null") {
            self.values.insert(text.to_owned());
        }
    }

    /// Takes in those of another root.
    pub fn merge(&mut self, other: Self) {
        self.texts.extend(other.texts);
        self.values.extend(other.values);
        self.finder = OnceLock::new();
    }

    /// The text without secrets.
    pub fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.values.contains(text) {
            return Cow::Borrowed(DOTS);
        }
        let spans = self.spans(text);
        if spans.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(replace(text, spans, DOTS)) }
    }

    /// The sentence of a rule without secrets. Only in what it took from the configuration can there be one: `careful:
    /// change the secret: removing it …` is the rule's own.
    pub fn hide_sentence<'t>(&self, sentence: &'t Sentence) -> Cow<'t, str> {
        let text = sentence.as_str();
        let whole = sentence.values().filter(|value| self.values.contains(&text[value.range()]));
        let mut spans: Vec<Span> = whole.collect();
        let touches =
            |span: &Span| sentence.values().any(|value| span.start.max(value.start) < span.end.min(value.end));
        spans.extend(self.spans(text).into_iter().filter(touches));
        if spans.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(replace(text, spans, DOTS)) }
    }

    /// Where secrets stand in a text, in no order; the spans may overlap.
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = tokens::spans(text);
        if self.texts.is_empty() {
            return spans;
        }
        // Building fails only beyond sizes that the limits on files rule out.
        let finder = self.finder.get_or_init(|| AhoCorasick::new(&self.texts).ok());
        if let Some(finder) = finder {
            let found = finder.find_overlapping_iter(text);
            let found = found.map(|found| Span::new(found.start() as u32, found.end() as u32));
            spans.extend(found.filter(|span| is_whole_word(text, *span)));
        }
        spans
    }

    /// The value without secrets, in all of its strings and keys.
    pub fn hide_in(&self, value: &serde_json::Value) -> serde_json::Value {
        use serde_json::Value;
        match value {
            Value::String(text) => Value::String(self.hide(text).into_owned()),
            Value::Number(number) if self.values.contains(&number.to_string()) => Value::String(DOTS.to_owned()),
            Value::Array(items) => items.iter().map(|item| self.hide_in(item)).collect(),
            Value::Object(entries) => {
                let hidden = entries.iter().map(|(key, value)| (self.hide(key).into_owned(), self.hide_in(value)));
                Value::Object(hidden.collect())
            }
            _ => value.clone(),
        }
    }
}

/// The text with each of the spans replaced.
fn replace(text: &str, mut spans: Vec<Span>, by: &str) -> String {
    spans.sort_unstable();
    let mut hidden = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        let (start, end) = (span.start as usize, span.end as usize);
        if end <= at {
            continue;
        }
        // Where two secrets overlap, one sign stands for both.
        if start >= at {
            hidden.push_str(&text[at..start]);
            hidden.push_str(by);
        }
        at = end;
    }
    hidden.push_str(&text[at..]);
    hidden
}

/// Whether no letter or digit stands next to the span.
fn is_whole_word(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].chars().next_back();
    let after = text[span.end as usize..].chars().next();
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_rule_are_no_secret_and_values_within_them_may_be() {
        let mut secrets = Secrets::default();
        secrets.add("hunter2hunter2");
        secrets.add("db");
        let own = "change the secret: removing it, or a password: none, is not enough";
        assert_eq!(secrets.hide_sentence(&Sentence::own(own)), own);
        let hidden = |value: &str| {
            let mut sentence = Sentence::own("the token: rotate ");
            sentence.push_value(value);
            sentence.push_own(", not the secret: change it");
            secrets.hide_sentence(&sentence).into_owned()
        };
        let around = |value: &str| format!("the token: rotate {value}, not the secret: change it");
        assert_eq!(hidden("hunter2hunter2"), around("•••"));
        assert_eq!(hidden("db"), around("•••"));
        assert_eq!(hidden("x=1 DB_PASSWORD=abc"), around("x=1 DB_PASSWORD=•••"));
        assert_eq!(hidden("ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"), around("•••"));
        assert_eq!(hidden("port 22"), around("port 22"));
        // A name that the rule writes makes a secret of the value behind it.
        let mut sentence = Sentence::own("it has password=");
        sentence.push_value("abc");
        assert_eq!(secrets.hide_sentence(&sentence), "it has password=•••");
        assert_eq!(secrets.hide_sentence(&"DB_PASSWORD=abc".into()), "DB_PASSWORD=•••");
    }

    #[test]
    fn a_secret_is_hidden_in_sentences_and_values_but_not_inside_of_other_words() {
        let mut secrets = Secrets::default();
        secrets.add("hunter2hunter2");
        secrets.add("db");
        assert_eq!(secrets.hide("the password is hunter2hunter2, is it?"), "the password is •••, is it?");
        assert_eq!(secrets.hide("xhunter2hunter2"), "xhunter2hunter2");
        assert_eq!(secrets.hide("db"), "•••");
        assert_eq!(secrets.hide("the db of db"), "the db of db");
        let value = serde_json::json!({"a": ["db", 1, true], "b": "hunter2hunter2"});
        assert_eq!(secrets.hide_in(&value), serde_json::json!({"a": ["•••", 1, true], "b": "•••"}));
    }
}
