//! What the terminal can show, how results reach it, and the bar that tells how far a long run is.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Failure;
use crate::Progress;
use crate::report::human::Style;

/// What stdout can show; a file gets UTF-8 without colours.
pub(super) fn style(to_file: bool) -> Style {
    if to_file {
        return Style { unicode: true, colour: false };
    }
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Style { unicode: is_utf8(|name| std::env::var(name).ok()), colour: io::stdout().is_terminal() && !no_colour }
}

/// Whether the locale is one of UTF-8. The first variable that is set and not empty decides, as POSIX has it.
fn is_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let given = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(variable).find(|value| !value.is_empty());
    match given {
        Some(locale) => locale.to_ascii_lowercase().replace('-', "").contains("utf8"),
        None => cfg!(windows),
    }
}

/// Writes a result to a file or to stdout. A reader that went away is no error.
pub(super) fn write_to(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    let result = match path {
        Some(path) => std::fs::File::create(path).and_then(|file| flushed(file, write)),
        None => flushed(io::stdout().lock(), write),
    };
    match result {
        Err(error) if path.is_none() && error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => {
            let target = path.map_or_else(|| "stdout".to_owned(), |path| path.display().to_string());
            Err(Failure::Output(target, error))
        }
        Ok(()) => Ok(()),
    }
}

fn flushed(target: impl Write, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(target);
    write(&mut out)?;
    out.flush()
}

/// A run shorter than this shows no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar on stderr, where that is a terminal and the run is long.
#[derive(Default)]
pub(super) struct Bar {
    started: OnceLock<(Instant, ProgressBar)>,
}

impl Progress for Bar {
    fn start(&self, roots: usize) {
        let bar = ProgressBar::with_draw_target(Some(roots as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} root modules") {
            bar.set_style(style);
        }
        let _ = self.started.set((Instant::now(), bar));
    }

    fn advance(&self) {
        let Some((since, bar)) = self.started.get() else { return };
        bar.inc(1);
        if bar.is_hidden() && since.elapsed() > PATIENCE && io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    fn finish(&self) {
        if let Some((_, bar)) = self.started.get() {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        let of = |vars: &'static [(&str, &str)]| {
            is_utf8(move |name| vars.iter().find(|var| var.0 == name).map(|var| var.1.to_owned()))
        };
        assert!(of(&[("LANG", "en_US.UTF-8")]));
        assert!(of(&[("LC_ALL", ""), ("LC_CTYPE", "C.utf8"), ("LANG", "C")]));
        assert!(!of(&[("LC_ALL", "C"), ("LANG", "en_US.UTF-8")]));
        assert!(!of(&[("LANG", "de_DE.ISO-8859-1")]));
    }
}
