//! The report for people: places first, pictures of the source, your part of each layer, the next step.

mod text;

use std::io::{self, Write};

pub use text::{right, value_text, wrap};

use super::{Exit, FailOn, Outcome};

/// How wide the report is, in columns.
pub const WIDTH: usize = 80;

/// What the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Characters beyond ASCII.
    pub unicode: bool,
    /// Colours; they only repeat what a word or a sign says already.
    pub colour: bool,
}

/// How the report is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What the terminal can show.
    pub style: Style,
    /// All places with their picture.
    pub full: bool,
    /// Nothing at all for a clean run.
    pub quiet: bool,
    /// From which severity on a finding fails the run.
    pub fail_on: FailOn,
}

/// Writes the report.
pub fn write(out: &mut dyn Write, outcome: &Outcome, exit: Exit, _options: &Options) -> io::Result<()> {
    writeln!(out, "{} findings. exit code {}", outcome.findings.len(), exit.code())
}

/// Writes who answers for what.
pub fn write_matrix(out: &mut dyn Write, outcome: &Outcome, _style: Style) -> io::Result<()> {
    writeln!(out, "{} cells", outcome.tallies.len())
}
