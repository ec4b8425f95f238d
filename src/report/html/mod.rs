//! `--format html`: one file that loads nothing. The matrix is a heat map, findings can be filtered; without scripts
//! everything is there, unfiltered. docs/report.md says what is in it.
//!
//! All markup comes from templates that escape by themselves. What users write stands in text and in `data-` attributes,
//! never in the script or in the styles: a policy with the hashes of these two lets nothing else in.

mod beside;
mod cells;
mod excerpt;
mod facets;
mod finding;
mod findings;
mod foot;
mod gathered;
mod head;
mod heat;
mod policy;
mod review;
mod say;
mod settings;

use std::io::{self, Write};

use maud::Markup;

use self::gathered::Gathered;
use self::say::Say;
use super::Outcome;
use super::matrix::{Lens, Table};

/// Writes the page. The columns of the heat map are what the lens shows.
pub fn write(out: &mut dyn Write, outcome: &Outcome, lens: Lens) -> io::Result<()> {
    let page = Page {
        outcome,
        say: Say(outcome),
        table: Table::new(outcome, lens).drawn(),
        of_models: matches!(lens, Lens::Models),
        gathered: Gathered::of(outcome),
    };
    let mut paper = Paper { out };
    head::open(&mut paper, &page)?;
    heat::write(&mut paper, &page)?;
    findings::write(&mut paper, &page)?;
    beside::write(&mut paper, &page)?;
    settings::write(&mut paper, &page)?;
    cells::write(&mut paper, &page)?;
    foot::write(&mut paper, &page)
}

/// What every part of the page is made of.
struct Page<'o> {
    outcome: &'o Outcome,
    say: Say<'o>,
    table: Table,
    /// Whether the columns are service models: only then a cell can be told in words.
    of_models: bool,
    gathered: Gathered,
}

/// Where the page goes, part by part.
struct Paper<'w> {
    out: &'w mut dyn Write,
}

impl Paper<'_> {
    #[expect(clippy::needless_pass_by_value, reason = "markup is made to be written once")]
    fn put(&mut self, markup: Markup) -> io::Result<()> {
        self.raw(&markup.0)
    }

    /// Markup that stands in the code as it is: what opens and closes the parts that are written in pieces.
    fn raw(&mut self, markup: &str) -> io::Result<()> {
        self.out.write_all(markup.as_bytes())
    }
}
