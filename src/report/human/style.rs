//! What the terminal can show: signs with and without Unicode, and colours that only repeat what a sign says.

use miette::{GraphicalTheme, ThemeCharacters, ThemeStyles};

use crate::settings::finding::Severity;

/// What the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Characters beyond ASCII.
    pub unicode: bool,
    /// Colours; they only repeat what a word or a sign says already.
    pub colour: bool,
}

/// What a text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Act now.
    Bad,
    /// Act soon.
    Warn,
    /// All is well.
    Good,
    /// Needs no attention.
    Dim,
    /// The name of something.
    Name,
}

impl Style {
    /// All characters, and no colour: for texts that go into a document.
    pub const PLAIN: Self = Self { unicode: true, colour: false };

    /// Between words of one line.
    pub(super) fn dot(self) -> &'static str {
        if self.unicode { "·" } else { "-" }
    }

    /// Where text was left out.
    pub(in crate::report) fn ellipsis(self) -> &'static str {
        if self.unicode { "…" } else { "..." }
    }

    /// What is done.
    pub(super) fn check(self) -> &'static str {
        if self.unicode { "✓" } else { "+" }
    }

    /// What is not.
    pub(super) fn cross(self) -> &'static str {
        if self.unicode { "✗" } else { "x" }
    }

    /// The sign before a headline, with its colour.
    pub(super) fn severity(self, severity: Severity) -> String {
        let (unicode, ascii, paint) = match severity {
            Severity::Critical | Severity::High => ("×", "x", Paint::Bad),
            Severity::Medium => ("▲", "!", Paint::Warn),
            Severity::Low | Severity::Info => ("·", "-", Paint::Dim),
        };
        self.paint(paint, if self.unicode { unicode } else { ascii })
    }

    /// The text in its colour.
    pub(super) fn paint(self, paint: Paint, text: &str) -> String {
        if !self.colour {
            return text.to_owned();
        }
        let code = match paint {
            Paint::Bad => "1;31",
            Paint::Warn => "1;33",
            Paint::Good => "32",
            Paint::Dim => "2",
            Paint::Name => "36",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// The same for pictures of the source.
    pub(super) fn theme(self) -> GraphicalTheme {
        GraphicalTheme {
            characters: if self.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() },
            styles: if self.colour { ThemeStyles::ansi() } else { ThemeStyles::none() },
        }
    }
}
