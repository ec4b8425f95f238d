//! The findings by place, beside what filters them. What a plan makes worse comes first.

use std::io;

use maud::html;

use super::{Page, Paper, facets, finding};
use crate::report::excerpt::Excerpts;
use crate::report::words;

/// Writes all places, one by one.
pub(super) fn write(paper: &mut Paper<'_>, page: &Page<'_>) -> io::Result<()> {
    let outcome = page.outcome;
    let all = outcome.places.len();
    paper.raw("<section class=\"findings\" aria-labelledby=\"findings\">\n")?;
    let instances = match (all as u32, outcome.summary.findings) {
        (places, findings) if findings > places => format!(", {} behind them", words::count(findings, "finding")),
        _ => String::new(),
    };
    let below = match outcome.summary.below_min_severity {
        0 => String::new(),
        count => format!(" {} below --min-severity are not listed.", words::grouped(count)),
    };
    paper.put(html! {
        h2 #findings tabindex="-1" { (words::count(all as u32, "place")) " to mend" }
        @if all == 0 {
            p { "There are no findings." (below) }
        } @else {
            p .dim { "Worst first" (instances) ". One place is one edit." (below) }
        }
    })?;
    if all == 0 {
        return paper.raw("</section>\n");
    }
    paper.raw("<div class=\"beside\">\n")?;
    paper.put(facets::write(page))?;
    paper.raw("<div class=\"places\">\n")?;
    let mut excerpts = Excerpts::new(outcome);
    if outcome.review.is_some() {
        for (title, blamed) in [("Gets worse", true), ("Stays as it is", false)] {
            let of_kind: Vec<usize> = (0..all).filter(|at| page.gathered.is_blamed(*at) == blamed).collect();
            if !of_kind.is_empty() {
                paper.put(html! { p .group { (title) " " b { (words::grouped(of_kind.len() as u32)) } } })?;
            }
            of_kind.into_iter().try_for_each(|at| paper.put(finding::write(page, at, &mut excerpts)))?;
        }
    } else {
        (0..all).try_for_each(|at| paper.put(finding::write(page, at, &mut excerpts)))?;
    }
    paper.raw("</div></div>\n</section>\n")
}
