//! What a change moves, destroys and mends.

use super::page::Page;
use super::{STYLE, Sheet, text};
use crate::report::escape::cell;
use crate::report::human::value_text;
use crate::report::planned::{self, TIE, brings, loss_text, sides};
use crate::report::{Entry, Review, words};
use crate::responsibility::{Loss, Move};

/// So many lines of one kind are listed.
const LISTED: usize = 20;

impl Sheet<'_> {
    /// The picture of a change: who answers for what now, and which data it destroys.
    pub(super) fn review(&self, page: &mut Page, review: &Review) {
        let (to_you, from_you): (Vec<&Move>, Vec<&Move>) = review.moves.iter().partition(|one| one.is_to_customer());
        let moves: Vec<&Move> = to_you.into_iter().chain(from_you).collect();
        if !moves.is_empty() {
            page.push("\n| layer | moves | where |\n|---|---|---|\n");
            page.list(moves.into_iter(), LISTED, |one| self.moved(one, review), more);
        }
        let said = [
            planned::falls(self.outcome, "→").map(|falls| format!("Less of your part is done: {falls}")),
            planned::duties(self.outcome).map(|duties| format!("Outside the code: {duties}")),
        ];
        for line in said.iter().flatten() {
            page.push(&format!("\n{}.\n", self.text(line, 2_000)));
        }
        if !review.losses.is_empty() {
            page.push("\n**Data that is destroyed**\n\n");
            page.list(review.losses.iter(), LISTED, |one| self.lost(one), more);
        }
    }

    /// `| **os** | AWS → **you** | … |`
    fn moved(&self, one: &Move, review: &Review) -> String {
        let sides = sides(one, "→");
        let sides = text(sides.trim_end().trim_end_matches(':'));
        let mut place = cell(&self.code(&one.address, 200));
        if let Some(at) = &one.location {
            place.push_str(&format!(", {}", self.at(at)));
        }
        if let Some(why) = one.why {
            place.push_str(&format!("<br>{}", text(why)));
        }
        if one.is_to_customer() {
            for line in brings(one, review) {
                place.push_str(&format!("<br>{}", text(&line)));
            }
        }
        format!("| **{}** | {} | {} |\n", text(one.layer.id()), sides, place)
    }

    fn lost(&self, one: &Loss) -> String {
        let why = one.why().map(|why| format!(" ({})", self.text(&why, 200))).unwrap_or_default();
        let at = one.location.as_ref().map(|at| format!(", {}", self.at(at))).unwrap_or_default();
        let said = loss_text(one, &|value| value_text(&self.outcome.secrets.hide_in(value), STYLE)).replace(TIE, " ");
        let (address, action) = (self.code(&one.address, 200), words::action(one.action));
        format!("- {address} is {action}{why}{at}: {}\n", self.text(&said, 400))
    }

    /// What a change mends.
    pub(super) fn better(&self, page: &mut Page) {
        let gone: Vec<_> = self.outcome.gone().collect();
        if gone.is_empty() {
            return;
        }
        page.details(&format!("Gets better: {}", words::grouped(gone.len() as u32)), |page| {
            let line = |entry: &Entry| {
                let title = self.text(&self.outcome.rule(entry).title, 200);
                let address = self.code(self.outcome.address(entry), 200);
                format!("- {title}: {address} ({})\n", text(entry.layer.id()))
            };
            page.list(gone.iter(), LISTED, line, more);
        });
    }
}

/// The line that says what is missing of a list or a table.
fn more(missing: usize) -> String {
    format!("\n… and {} more\n", words::grouped(missing as u32))
}
