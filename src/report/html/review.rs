//! What a plan changes, before anything else: work that moves, data that is destroyed, what gets worse and better.

use maud::{Markup, html};

use super::Page;
use super::finding::instance;
use super::say::Say;
use crate::report::planned::{self, TIE, actions, brings, loss_text, sides, subject};
use crate::report::{Entry, Review, words};
use crate::responsibility::{Loss, Move};
use crate::settings::change::Change;

/// So many lines of one kind are listed.
const LISTED: usize = 100;

/// The review of the outcome's plans; nothing where none is reviewed.
pub(super) fn write(page: &Page<'_>) -> Markup {
    let Some(review) = &page.outcome.review else { return html! {} };
    let (to_you, from_you): (Vec<&Move>, Vec<&Move>) = review.moves.iter().partition(|one| one.is_to_customer());
    html! {
        section .review aria-labelledby="review" {
            h1 #review { (actions(review)) }
            (counts(page))
            (moves(page, review, &format!("{} moves work to you", subject(review)), &to_you, true))
            (moves(page, review, &format!("{} takes work from you", subject(review)), &from_you, false))
            (shift(page))
            (losses(page.say, &review.losses))
            (better(page))
            (renamed(page.say, review))
        }
        "\n"
    }
}

/// How many findings the plan makes worse, better, or leaves as they are.
fn counts(page: &Page<'_>) -> Markup {
    let outcome = page.outcome;
    let worse = outcome.blamed().count() as u32;
    let same = outcome.failing().filter(|entry| entry.change == Some(Change::Same)).count() as u32;
    let gone = outcome.gone().count() as u32;
    html! {
        ul .outcome {
            li class=[(worse > 0).then_some("bad")] { b { (words::grouped(worse)) } " get worse" }
            li { b { (words::grouped(gone)) } " get better" }
            li { b { (words::grouped(same)) } " stay as they are" }
        }
        @if worse > 0 { p .live { a href="#change=new&change=worse" { "Show only what gets worse" } } }
    }
}

/// Layers of which less is done, and duties that come and go.
fn shift(page: &Page<'_>) -> Markup {
    let said = [
        planned::falls(page.outcome, "→").map(|falls| ("Less of your part is done", falls)),
        planned::duties(page.outcome).map(|duties| ("Outside the code", duties)),
    ];
    html! {
        @for (what, said) in said.iter().flatten() { p { b { (what) } ": " (said) } }
    }
}

fn moves(page: &Page<'_>, review: &Review, title: &str, moves: &[&Move], is_yours: bool) -> Markup {
    let mut told = Vec::new();
    let first: Vec<bool> = (moves.iter())
        .map(|one| {
            let is_new = is_yours && !told.contains(&one.layer);
            told.push(one.layer);
            is_new
        })
        .collect();
    html! {
        @if !moves.is_empty() {
            h2 { (title) }
            ul .moves {
                @for (one, is_first) in moves.iter().zip(first).take(LISTED) {
                    li {
                        b { (one.layer) } " " (sides(one, "→")) " " code { (page.say.name(&one.address)) }
                        @if let Some(at) = &one.location { " " code .at { (page.say.place(at)) } }
                        @if let Some(why) = one.why { p { (page.say.text(why)) } }
                        // What a layer brings is the same for all that move in it.
                        @if is_first { @for line in brings(one, review) { p .dim { (line) } } }
                    }
                }
                (more(moves.len()))
            }
        }
    }
}

fn losses(say: Say<'_>, losses: &[Loss]) -> Markup {
    html! {
        @if !losses.is_empty() {
            h2 .bad { "Data that this plan destroys" }
            ul .losses {
                @for one in losses.iter().take(LISTED) {
                    li {
                        code { (say.name(&one.address)) } " is " b { (words::action(one.action)) }
                        @if let Some(why) = one.why() { " (" (say.text(&why)) ")" }
                        @if let Some(at) = &one.location { " " code .at { (say.place(at)) } }
                        p { (say.text(&loss_text(one, &|value| say.value(value))).replace(TIE, " ")) }
                    }
                }
                (more(losses.len()))
            }
        }
    }
}

fn better(page: &Page<'_>) -> Markup {
    let gone: Vec<Entry> = page.outcome.gone().collect();
    html! {
        @if !gone.is_empty() {
            details .better {
                summary { "Gets better " b { (words::grouped(gone.len() as u32)) } }
                ul {
                    @for entry in gone.iter().take(LISTED) {
                        li { "✓ " (page.say.text(&page.outcome.rule(entry).title)) br; (instance(page, entry)) }
                    }
                    (more(gone.len()))
                }
            }
        }
    }
}

/// Resources that get another address.
fn renamed(say: Say<'_>, review: &Review) -> Markup {
    html! {
        @if !review.renamed.is_empty() {
            details {
                summary { "Moved, not new " b { (words::grouped(review.renamed.len() as u32)) } }
                ul {
                    @for (from, to) in review.renamed.iter().take(LISTED) {
                        li { code { (say.name(from)) } " → " code { (say.name(to)) } }
                    }
                    (more(review.renamed.len()))
                }
            }
        }
    }
}

fn more(count: usize) -> Markup {
    html! {
        @if count > LISTED {
            li { (words::grouped((count - LISTED) as u32)) " more: " code { "--format json" } }
        }
    }
}
