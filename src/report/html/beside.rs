//! What stands beside the findings: errors, what is undecided, accepted, owed outside the code, not covered, what
//! `.onus.hcl` changes, and notices.

use std::io;

use maud::{Markup, html};

use super::{Page, Paper, excerpt};
use crate::config::Problem;
use crate::report::configured::Answer;
use crate::report::excerpt::{Excerpts, Labelled};
use crate::report::said::{What, outside as outside_counts, said};
use crate::report::undecided::{Group, groups};
use crate::report::{accepted, words};
use crate::responsibility::Duty;
use crate::settings::finding::Verdict;

/// So many errors and warnings are listed.
const PROBLEMS: usize = 100;

/// Writes what stands beside the findings.
pub(super) fn write(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    paper.raw("<div class=\"pair\">\n")?;
    paper.put(undecided(page))?;
    paper.put(accepted_findings(page))?;
    paper.raw("</div>\n<div class=\"pair\">\n")?;
    paper.put(outside(page))?;
    paper.put(uncovered(page))?;
    paper.raw("</div>\n")?;
    paper.put(configuration(page))?;
    paper.put(warnings(page))?;
    secure(paper, page)
}

/// What could not be read: a page must never show a shorter list without saying why.
pub(super) fn errors(page: &Page<'_>) -> Markup {
    let errors = &page.outcome.errors;
    let mut excerpts = Excerpts::new(page.outcome);
    html! {
        @if !errors.is_empty() {
            section .errors aria-labelledby="errors" {
                h2 #errors { (words::count(errors.len() as u32, "error")) ": not all was judged" }
                @for error in errors.iter().take(PROBLEMS) {
                    div {
                        p { b { "× " (page.say.text(&error.message)) } }
                        @if let Some(location) = &error.location {
                            @let place = Labelled { location, label: page.say.text(&error.label) };
                            (excerpt::write(&mut excerpts, &[place], None, page.say))
                        }
                        @if let Some(help) = &error.help { p { (page.say.text(help)) } }
                    }
                }
                (more(errors.len(), PROBLEMS))
            }
        }
    }
}

fn undecided(page: &Page<'_>) -> Markup {
    let groups = groups(page.outcome);
    html! {
        section aria-labelledby="undecided" {
            h2 #undecided { "Undecided, by what would decide it" }
            @if groups.is_empty() { p { "Everything could be decided." } }
            ul .list {
                @for group in &groups {
                    li {
                        b { (words::grouped(group.count())) } " " (page.say.text(&group.what()))
                        @if let Some(at) = group.location() { " " code .at { (page.say.place(&at)) } }
                        p .dim { (in_layers(group)) @if !group.way_out().is_empty() { ". " (group.way_out()) } }
                    }
                }
            }
        }
    }
}

/// `network 5, transit 2`
fn in_layers(group: &Group<'_>) -> String {
    let layers: Vec<String> = group.layers().map(|(layer, count)| format!("{layer} {count}")).collect();
    layers.join(", ")
}

fn accepted_findings(page: &Page<'_>) -> Markup {
    let groups = accepted::groups(page.outcome);
    html! {
        section aria-labelledby="accepted" {
            h2 #accepted { "Accepted, with reason and end" }
            @if groups.is_empty() { p { "Nothing is accepted." } }
            ul .list {
                @for (one, says) in groups.iter().filter_map(|one| Some((one, one.says(page.outcome)?))) {
                    li {
                        a href={ "#s-" (one.first.element) } { (page.outcome.rule(&one.first).id) }
                        @if one.count > 1 { " " (words::count(one.count, "time")) }
                        " " code .at { (page.say.place(&says.location)) }
                        p {
                            @match &says.reason {
                                Some(reason) => { "“" (page.say.text(reason)) "”" },
                                None => "without a reason",
                            }
                            @match &says.until {
                                Some(until) => { ", until " b { (page.say.text(until)) } },
                                None => ", without an end",
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is owed outside the code, by layer.
fn outside(page: &Page<'_>) -> Markup {
    let mut duties: Vec<&'static Duty> = page.outcome.matrix.duties().collect();
    duties.sort_by_key(|duty| duty.layer);
    html! {
        section aria-labelledby="outside" {
            h2 #outside tabindex="-1" { (outside_counts(page.outcome)) }
            p .dim { "No Terraform can show these; they come with the service models in use, and are in no share." }
            @for of_layer in duties.chunk_by(|a, b| a.layer == b.layer) {
                details {
                    summary { b { (of_layer[0].layer) } " " (words::count(of_layer.len() as u32, "duty")) }
                    ul .list { @for duty in of_layer { (duty_of(page, duty)) } }
                }
            }
        }
    }
}

fn duty_of(page: &Page<'_>, duty: &Duty) -> Markup {
    html! {
        li {
            @match page.outcome.configured.answer(duty) {
                Answer::Open => {
                    (duty.duty)
                    @if !duty.evidence.is_empty() { p .dim { "Proved by: " (duty.evidence) } }
                },
                Answer::Attested(says) => {
                    "✓ " (duty.duty)
                    p { "Attested by " (page.say.text(&says.owner)) " until " (says.until) }
                },
                Answer::RanOut(says) => {
                    b { "✗ " } (duty.duty)
                    p { b { "Ran out on " (says.until) } ", attested by " (page.say.text(&says.owner)) }
                },
            }
        }
    }
}

fn uncovered(page: &Page<'_>) -> Markup {
    let types: Vec<(&str, u32)> = page.outcome.matrix.uncovered_types().collect();
    let resources: u32 = types.iter().map(|(_, count)| count).sum();
    html! {
        section aria-labelledby="uncovered" {
            h2 #uncovered { "Not covered" }
            @if types.is_empty() {
                p { "Every type of resource here that belongs to a service has a setting." }
            } @else {
                p .dim { (words::count(resources, "resource")) " that onus has no setting for yet; they are in no share." }
                ul .types {
                    @for (name, count) in types { li { code { (page.say.name(name)) } " " (words::grouped(count)) } }
                }
            }
        }
    }
}

/// What the users' own configuration changes.
fn configuration(page: &Page<'_>) -> Markup {
    let lines = said(page.outcome, What::All);
    html! {
        @if !lines.is_empty() {
            section aria-labelledby="configuration" {
                h2 #configuration { "By your configuration" }
                ul .list {
                    @for line in &lines {
                        li {
                            (page.say.text(&line.what)) " " code .at { (page.say.place(&line.at)) }
                            @if !line.why.is_empty() { p .dim { (page.say.text(&line.why)) } }
                        }
                    }
                }
            }
        }
    }
}

fn warnings(page: &Page<'_>) -> Markup {
    let warnings: &[Problem] = &page.outcome.warnings;
    html! {
        @if !warnings.is_empty() {
            section aria-labelledby="warnings" {
                h2 #warnings { (words::count(warnings.len() as u32, "warning")) }
                ul .list {
                    @for one in warnings.iter().take(PROBLEMS) {
                        li {
                            (page.say.text(&one.message))
                            @if let Some(at) = &one.location { " " code .at { (page.say.place(at)) } }
                            @if let Some(help) = &one.help { p .dim { (page.say.text(help)) } }
                        }
                    }
                }
                (more(warnings.len(), PROBLEMS))
            }
        }
    }
}

/// What is secure, where that was asked for.
fn secure(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    let is_secure = |verdict| matches!(verdict, Verdict::Secure | Verdict::SecureByDefault | Verdict::Inherited);
    let mut secure = page.outcome.findings().filter(|entry| is_secure(entry.verdict)).peekable();
    if secure.peek().is_none() {
        return Ok(());
    }
    paper.raw("<section aria-labelledby=\"secure\"><h2 id=\"secure\">Secure</h2><details><summary>All settings that are secure</summary><ul class=\"list\">\n")?;
    for entry in secure {
        let rule = page.outcome.rule(&entry);
        paper.put(html! {
            li { (page.say.text(&rule.id)) " " code { (page.say.name(page.outcome.address(&entry))) } " " (words::verdict(entry.verdict)) }
        })?;
    }
    paper.raw("</ul></details></section>\n")
}

fn more(all: usize, listed: usize) -> Markup {
    html! {
        @if all > listed { p { (words::grouped((all - listed) as u32)) " more: " code { "--format json" } } }
    }
}
