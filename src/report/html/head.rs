//! The beginning of the page: the document's head, what was looked at, and the one sentence and the numbers that say how
//! it stands.

use std::io;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::policy::{STYLE, policy};
use super::{Page, Paper, beside, review};
use crate::report::{matrix, place, words};

/// Opens the document and its main part.
pub(super) fn open(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    let subject = subject(page);
    paper.put(html! { (DOCTYPE) })?;
    paper.raw("<html lang=\"en\">\n<head>\n")?;
    paper.put(html! {
        meta charset="utf-8";
        meta http-equiv="Content-Security-Policy" content=(policy());
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="referrer" content="no-referrer";
        meta name="generator" content={ "onus " (env!("CARGO_PKG_VERSION")) };
        title { "onus: " (subject) }
        style { (PreEscaped(STYLE)) }
    })?;
    paper.raw("</head>\n<body>\n")?;
    paper.put(top(page, &subject))?;
    paper.raw("<main>\n")?;
    paper.put(beside::errors(page))?;
    paper.put(review::write(page))?;
    paper.put(summary(page))
}

/// What was looked at: the paths; of the working directory its name, for the page is read elsewhere.
fn subject(page: &Page<'_>) -> String {
    let outcome = page.outcome;
    let here = outcome.working_dir.file_name().and_then(|name| name.to_str());
    match (outcome.roots.as_slice(), here) {
        ([only], Some(here)) if &*only.path == "." => page.say.name(here),
        _ => page.say.text(&matrix::subject(outcome)),
    }
}

fn top(page: &Page<'_>, subject: &str) -> Markup {
    let kind = match &page.outcome.review {
        Some(review) if review.base.is_some() => "Review of a change",
        Some(_) => "Review of a plan",
        None => "Responsibility report",
    };
    html! {
        header .top {
            a .skip href="#findings" { "To the findings" }
            p .brand { b { "onus" } " " span { (kind) } }
            p .subject {
                bdi { (subject) }
                @if let Some(day) = page.outcome.configured.day() { " · " time { (day) } }
            }
            p .tools hidden {
                button #theme type="button" { "Light or dark" }
                button #print type="button" { "Print" }
            }
        }
    }
}

/// How it stands: a sentence, and the numbers beside it.
fn summary(page: &Page<'_>) -> Markup {
    let outcome = page.outcome;
    let tally = outcome.matrix.tally();
    let uncovered: u32 = outcome.matrix.uncovered_types().map(|(_, count)| count).sum();
    let numbers = [
        (tally.open(), "open", true),
        (tally.unknown, "undecided", false),
        (tally.accepted, "accepted", false),
        (uncovered, "without a setting", false),
    ];
    html! {
        section .summary {
            div .sentence { (sentence(page)) }
            div .numbers {
                @if let Some(percent) = tally.percent() {
                    p .share {
                        b { (percent) " %" }
                        span { "Your part: " (words::grouped(tally.done())) " of " (words::grouped(tally.total())) " settings secure" }
                    }
                }
                ul {
                    @for (count, what, is_open) in numbers {
                        li .some[is_open && count > 0] { b { (words::grouped(count)) } " " (what) }
                    }
                }
            }
        }
    }
}

/// The one sentence that is to be remembered. That your part is done is said only if all of it is, and all was looked at.
fn sentence(page: &Page<'_>) -> Markup {
    let outcome = page.outcome;
    let tally = outcome.matrix.tally();
    let looked_at = looked_at(page);
    if let Some((layer, worst)) = outcome.weakest() {
        let finding = outcome.finding(&worst);
        let at = page.gathered.weakest;
        let message = page.say.sentence(&finding.message);
        return html! {
            (title(page, &format!("Weakest link: {layer}")))
            p {
                @match at {
                    Some(at) => a href={ "#p" (at + 1) } { (message) },
                    None => (message),
                }
                @if let Some(at) = place::location(&finding) { " in " code { (page.say.place(at)) } }
            }
            p .dim { (looked_at) }
        };
    }
    let open_elsewhere = tally.done() + tally.accepted + tally.unknown < tally.total();
    let (said, more) = match () {
        () if tally.total() == 0 => ("Nothing to judge", "No setting that onus knows applies here.".to_owned()),
        () if !outcome.errors.is_empty() => {
            ("Not all could be read", "There are no findings in what could be read.".to_owned())
        }
        () if tally.unknown > 0 => (
            "Nothing known is insecure",
            format!(
                "But {} of {} settings cannot be decided from here.",
                words::grouped(tally.unknown),
                words::grouped(tally.total())
            ),
        ),
        () if open_elsewhere => {
            ("No findings are listed", "What is open is below the severity that was asked for.".to_owned())
        }
        () if tally.done() < tally.total() => ("No findings", "What is open is accepted, with a reason.".to_owned()),
        () => (
            "Your part is done",
            format!("All there is to secure is secure: {}.", words::count(tally.total(), "setting")),
        ),
    };
    html! {
        (title(page, said))
        p { (more) }
        p .dim { (looked_at) }
    }
}

/// What a plan changes heads its page; how it stands after it comes next.
fn title(page: &Page<'_>, said: &str) -> Markup {
    html! {
        @if page.outcome.review.is_some() {
            h2 { (if page.outcome.review.as_ref().is_some_and(|review| review.base.is_some()) { "After the change" } else { "After the plan" }) }
            p .said { (said) }
        } @else {
            h1 { (said) }
        }
    }
}

/// `27 files, 4 modules, 46 resources, 57 settings`
fn looked_at(page: &Page<'_>) -> String {
    let summary = &page.outcome.summary;
    let parts = [
        (summary.files, "file"),
        (if summary.roots > 1 { summary.roots } else { 0 }, "root module"),
        (summary.modules, "module"),
        (summary.resources, "resource"),
        (summary.settings, "setting"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| words::count(count, what));
    format!("Looked at {}.", parts.collect::<Vec<_>>().join(", "))
}
