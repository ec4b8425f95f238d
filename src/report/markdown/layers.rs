//! Your part of each layer, as a table of those that are not done; the others in one line.

use std::fmt::Write as _;

use super::page::Page;
use super::{Sheet, text};
use crate::report::words;
use crate::responsibility::LayerId;

impl Sheet<'_> {
    /// The table.
    pub(super) fn layers(&self, page: &mut Page) {
        let matrix = &self.outcome.matrix;
        let counted = LayerId::all().map(|layer| (layer, matrix.layer_tally(layer)));
        let (open, done): (Vec<_>, Vec<_>) =
            counted.filter(|(_, tally)| tally.total() > 0).partition(|(_, tally)| tally.done() < tally.total());
        if !open.is_empty() {
            let mut table = "\n| your part of | secure | insecure | unset | undecided | accepted |\n".to_owned();
            table.push_str("|---|---:|---:|---:|---:|---:|\n");
            for (layer, tally) in &open {
                let count = |count: u32| if count == 0 { "·".to_owned() } else { words::grouped(count) };
                let counts = [tally.insecure, tally.unset, tally.unknown, tally.accepted].map(count);
                let percent = tally.percent().map(|percent| format!(" ({percent} %)")).unwrap_or_default();
                let _ = writeln!(
                    table,
                    "| **{}** | {}/{}{percent} | {} |",
                    text(layer.id()),
                    words::grouped(tally.done()),
                    words::grouped(tally.total()),
                    counts.join(" | ")
                );
            }
            page.push(&table);
        }
        if !done.is_empty() {
            let settings = done.iter().map(|(_, tally)| tally.done()).sum();
            let layers = words::list(done.iter().map(|(layer, _)| layer.id()));
            page.push(&format!("\nSecure whole: {layers} ({}).\n", words::count(settings, "setting")));
        }
    }

    /// The same, folded away.
    pub(super) fn layers_in_details(&self, page: &mut Page) {
        let tally = self.outcome.matrix.tally();
        let Some(percent) = tally.percent() else { return };
        let (done, all) = (words::grouped(tally.done()), words::grouped(tally.total()));
        page.details(&format!("Your part of each layer: {done} of {all} settings secure ({percent} %)"), |page| {
            self.layers(page);
        });
    }
}
