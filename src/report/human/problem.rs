//! Errors and warnings in the report itself: a log must never show a shorter list without saying why.

use std::io::{self, Write};

use super::picture::Pictures;
use super::style::Paint;
use super::{Style, text};
use crate::config::Problem;
use crate::report::excerpt::Labelled;
use crate::report::mask::Secrets;
use crate::report::{Outcome, words};

/// So many errors are drawn, and so many warnings listed without `--full`.
const SHOWN: usize = 20;

/// Writes what could not be read, with pictures.
pub(super) fn errors(
    out: &mut dyn Write,
    outcome: &Outcome,
    pictures: &mut Pictures<'_>,
    style: Style,
) -> io::Result<()> {
    let hide = |text: &str| text::sign(&outcome.secrets.hide(text), style);
    let sign = style.paint(Paint::Bad, if style.unicode { "×" } else { "x" });
    for error in outcome.errors.iter().take(SHOWN) {
        let mut lines = text::wrap("    ", "    ", &hide(&error.message));
        lines[0] = format!("  {sign} {}", &lines[0][4..]);
        for line in lines {
            writeln!(out, "{line}")?;
        }
        if let Some(location) = &error.location {
            write!(out, "{}", pictures.draw(&[Labelled { location, label: hide(&error.label) }]))?;
        }
        if let Some(help) = &error.help {
            for line in text::wrap("  help: ", "        ", &hide(help)) {
                writeln!(out, "{line}")?;
            }
        }
        writeln!(out)?;
    }
    if outcome.errors.len() > SHOWN {
        let more = words::count((outcome.errors.len() - SHOWN) as u32, "more error");
        writeln!(out, "  {} {more}: --format json\n", style.ellipsis())?;
    }
    Ok(())
}

/// Writes warnings, two lines each.
pub(super) fn warnings(out: &mut dyn Write, outcome: &Outcome, style: Style, full: bool) -> io::Result<()> {
    let listed = if full { outcome.warnings.len() } else { outcome.warnings.len().min(SHOWN) };
    for one in &outcome.warnings[..listed] {
        warning(out, one, &outcome.secrets, style)?;
    }
    if listed < outcome.warnings.len() {
        let more = words::count((outcome.warnings.len() - listed) as u32, "more warning");
        writeln!(out, "  {} {more}: --full", style.ellipsis())?;
    }
    if !outcome.warnings.is_empty() {
        writeln!(out)?;
    }
    Ok(())
}

/// Writes one warning: what is the case; where, and the way out.
pub fn warning(out: &mut dyn Write, warning: &Problem, secrets: &Secrets, style: Style) -> io::Result<()> {
    let hide = |text: &str| text::sign(&secrets.hide(text), style);
    for line in text::wrap("warning: ", "  ", &hide(&warning.message)) {
        writeln!(out, "{line}")?;
    }
    let at = warning.location.as_ref().map(|at| text::sign(&format!("{}:{}", at.file, at.line), style));
    let rest: Vec<String> = at.into_iter().chain(warning.help.as_deref().map(hide)).collect();
    if !rest.is_empty() {
        for line in text::wrap("  ", "  ", &rest.join("; ")) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
