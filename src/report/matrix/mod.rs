//! The matrix as a table: rows are layers or a vendor's rows, columns what the estate is looked at by. Each format that
//! writes it is a file; the one for people is in `human`.

mod csv;
mod explain;
mod json;
mod markdown;
mod svg;
mod table;
mod view;

pub use csv::write as write_csv;
pub(super) use explain::settings;
pub use explain::{Explained, write as write_layer, write_outside};
pub(super) use json::record;
pub use json::{MatrixDocument, MatrixRecord, write as write_json};
pub use markdown::write as write_markdown;
pub use svg::write as write_svg;
pub use table::{Heading, Lens, Row, Slot, Table, Whose};

use super::{Outcome, mask, place, words};

/// So many footnotes are written.
const NOTES: usize = 12;

/// The sentence that comes first: the layer to mend first, its worst finding and where that is.
pub(super) fn weakest(outcome: &Outcome) -> Option<String> {
    let (layer, worst) = outcome.weakest()?;
    let finding = outcome.finding(&worst);
    let at = place::location(&finding).map(|at| format!(" ({}:{})", at.file, at.line)).unwrap_or_default();
    let message = outcome.secrets.hide_sentence(&finding.message);
    Some(format!("Weakest link: {layer}. {message}: {}{at}.", name(&finding.address)))
}

/// What was looked at: the paths of the first roots.
pub(super) fn subject(outcome: &Outcome) -> String {
    const NAMED: usize = 3;
    let path = |path: &str| if path == "." { "this directory".to_owned() } else { name(path) };
    let there = || outcome.roots.iter().filter(|root| !root.is_gone);
    let mut roots: Vec<String> = there().take(NAMED).map(|root| path(&root.path)).collect();
    let more = there().count().saturating_sub(NAMED);
    if more > 0 {
        roots.push(format!("{} more", words::grouped(more as u32)));
    }
    words::list(roots.iter().map(String::as_str))
}

/// `Settings: 359 of 379 secure (94 %), 9 open, 3 undecided, 8 accepted.`
pub(super) fn totals(outcome: &Outcome) -> String {
    let tally = outcome.matrix.tally();
    let percent = tally.percent().map(|percent| format!(" ({percent} %)")).unwrap_or_default();
    format!(
        "Settings: {} of {} secure{percent}, {} open, {} undecided, {} accepted.",
        words::grouped(tally.done()),
        words::grouped(tally.total()),
        words::grouped(tally.open()),
        words::grouped(tally.unknown),
        words::grouped(tally.accepted)
    )
}

/// Names things: only what has the format of a token is taken out of it.
pub(in crate::report) fn name(text: &str) -> String {
    mask::Secrets::default().hide(text).into_owned()
}
