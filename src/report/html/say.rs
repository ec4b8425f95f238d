//! What may stand in the page: secrets masked, harmful characters written out, texts of any length bounded. Markup is
//! escaped by the templates.

use serde_json::Value;

use crate::report::human::{Style, value_text};
use crate::report::{Outcome, escape, matrix};
use crate::settings::finding::Sentence;
use crate::source::Location;

/// What the page can show: everything.
pub(super) const STYLE: Style = Style::PLAIN;

/// Texts beyond so many characters are cut: nobody reads them, and thousands of them would be a page of megabytes.
const LONGEST: usize = 600;

/// Makes texts of a run fit for the page.
#[derive(Clone, Copy)]
pub(super) struct Say<'o>(pub(super) &'o Outcome);

impl Say<'_> {
    /// Any text of which nothing is known.
    pub(super) fn text(self, text: &str) -> String {
        cut(&escape::line(&self.0.secrets.hide(text)))
    }

    /// The sentence of a setting.
    pub(super) fn sentence(self, sentence: &Sentence) -> String {
        cut(&escape::line(&self.0.secrets.hide_sentence(sentence)))
    }

    /// The same, line by line: what to write may have several.
    pub(super) fn lines(self, sentence: &Sentence) -> Vec<String> {
        // Masked as a whole: a secret may have several lines.
        self.0.secrets.hide_sentence(sentence).lines().map(|line| cut(&escape::line(line))).collect()
    }

    /// The name of something: an address, a type.
    pub(super) fn name(self, name: &str) -> String {
        cut(&escape::line(&matrix::name(name)))
    }

    /// `network.tf:20`
    pub(super) fn place(self, at: &Location) -> String {
        format!("{}:{}", self.name(&at.file), at.line)
    }

    /// A value in Terraform's spelling.
    pub(super) fn value(self, value: &Value) -> String {
        value_text(&self.0.secrets.hide_in(value), STYLE)
    }
}

/// The beginning of a text, which says that there was more.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
