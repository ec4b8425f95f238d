//! `--format markdown`: a summary for a pull request or the page of a pipeline's run. What moves comes first, then what to
//! mend, then what is not counted; never longer than hosts of code take.

mod finding;
mod layers;
mod moved;
mod page;

use std::io::{self, Write};

use self::page::Page;
use super::accepted::{self, Accepted};
use super::escape::{code, markdown as text};
use super::human::Style;
use super::place::Place;
use super::planned::{self};
use super::said::{Line, What, outside, said};
use super::undecided::{Group, groups};
use super::{Links, Outcome, matrix, teams, words};
use crate::config::Problem;
use crate::settings::change::Change;
use crate::source::Location;

/// So many errors, warnings and undecided groups are listed.
const LISTED: usize = 10;

/// Values are written as on a terminal that shows all characters.
const STYLE: Style = Style::PLAIN;

/// How the summary is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where files of the configuration can be read by whoever reads the summary.
    pub links: Option<Links>,
}

/// Writes the summary: of what a review found to change where there is one, else of everything.
pub fn write(out: &mut dyn Write, outcome: &Outcome, options: &Options) -> io::Result<()> {
    let summary = Sheet { outcome, options };
    out.write_all(summary.page().as_bytes())
}

/// What all parts of the summary need.
struct Sheet<'o> {
    outcome: &'o Outcome,
    options: &'o Options,
}

impl Sheet<'_> {
    fn page(&self) -> String {
        let outcome = self.outcome;
        let undecided = groups(outcome);
        let is_review = outcome.review.is_some();
        let blamed = if is_review { outcome.blamed_places() } else { Vec::new() };
        let places = if is_review { &blamed } else { &outcome.places };
        let mut page = Page::default();
        page.push(&format!("### onus: {}\n", self.headline(places)));
        if let Some(review) = outcome.review.as_ref().filter(|review| review.base.is_some()) {
            page.push(&format!("\n{}.\n", self.text(&planned::actions(review), 300)));
        }
        self.errors(&mut page);
        match &outcome.review {
            Some(review) => self.review(&mut page, review),
            None => self.picture(&mut page),
        }
        // What comes last is more important than the last of many findings.
        let mut tail = Page::within(page.room() / 2);
        if is_review {
            self.better(&mut tail);
            self.layers_in_details(&mut tail);
        }
        self.undecided(&mut tail, &undecided);
        self.accepted(&mut tail);
        self.configured(&mut tail);
        self.warnings(&mut tail);
        self.not_counted(&mut tail, &undecided);
        page.reserve(&tail);
        self.places(&mut page, places);
        page.append(&tail);
        page.finish()
    }

    /// `2 things to mend, and os is now yours`
    fn headline(&self, places: &[Place]) -> String {
        let moves = self.outcome.review.iter().flat_map(|review| &review.moves);
        let mut yours: Vec<&str> = moves.filter(|one| one.is_to_customer()).map(|one| one.layer.id()).collect();
        yours.sort_unstable();
        yours.dedup();
        let moved = match yours.as_slice() {
            [] => String::new(),
            [one] => format!(", and {one} is now yours"),
            many => format!(", and {} are now yours", words::list(many.iter().copied())),
        };
        let unread = self.outcome.errors.len() as u32;
        let unread = if unread > 0 { format!("{}, ", words::count(unread, "error")) } else { String::new() };
        let to_mend = match (places.len(), self.outcome.review.is_some()) {
            (0, true) => "nothing gets worse".to_owned(),
            (0, false) => "nothing to mend".to_owned(),
            (1, _) => "1 thing to mend".to_owned(),
            (count, _) => format!("{} to mend", words::count(count as u32, "thing")),
        };
        format!("{unread}{to_mend}{moved}")
    }

    /// What could not be read: a short list must not pass for a good one.
    fn errors(&self, page: &mut Page) {
        let errors = &self.outcome.errors;
        self.problems(page, errors, "more error");
        if !errors.is_empty() {
            page.push("\n");
        }
    }

    fn problems(&self, page: &mut Page, problems: &[Problem], more: &str) {
        let line = |problem: &Problem| {
            let at = problem.location.as_ref().map(|at| format!("{}: ", self.at(at))).unwrap_or_default();
            let said = [Some(&problem.message), problem.help.as_ref()].into_iter().flatten();
            let said: Vec<String> = said.map(|said| self.text(said, 400)).collect();
            format!("- {at}{}\n", said.join("; "))
        };
        page.list(problems.iter(), LISTED, line, |missing| and(&words::count(missing as u32, more)));
    }

    fn warnings(&self, page: &mut Page) {
        let warnings = &self.outcome.warnings;
        if warnings.is_empty() {
            return;
        }
        page.details(&words::count(warnings.len() as u32, "warning"), |page| {
            self.problems(page, warnings, "more warning");
        });
    }

    /// Without a change to tell of: the weakest link, and your part of each layer.
    fn picture(&self, page: &mut Page) {
        if let Some(sentence) = matrix::weakest(self.outcome) {
            page.push(&format!("\n**{}**\n", text(&cut(&sentence, 400))));
        }
        self.layers(page);
        page.push(&format!("\n{}\n", matrix::totals(self.outcome)));
    }

    fn places(&self, page: &mut Page, places: &[Place]) {
        let mut written = 0;
        for (index, place) in places.iter().enumerate() {
            if !page.push(&self.place(index + 1, place)) {
                break;
            }
            written += 1;
        }
        if written < places.len() {
            let more = words::count((places.len() - written) as u32, "more place");
            page.push_in_reserve(&format!("\n… and {more} to mend: run `onus check --full`\n"));
        }
    }

    fn undecided(&self, page: &mut Page, groups: &[Group<'_>]) {
        if groups.is_empty() {
            return;
        }
        let count: u32 = groups.iter().map(Group::count).sum();
        page.details(&format!("{} undecided", words::count(count, "setting")), |page| {
            let line = |group: &Group<'_>| {
                let at = group.location().map(|at| format!(" ({})", self.at(&at))).unwrap_or_default();
                let way_out = group.way_out();
                let way_out = if way_out.is_empty() { String::new() } else { format!(": {}", text(way_out)) };
                let count = words::grouped(group.count());
                format!("- {count} wait: {}{at}{way_out}\n", self.text(&group.what(), 300))
            };
            page.list(groups.iter(), LISTED, line, |missing| and(&words::count(missing as u32, "more reason")));
        });
    }

    /// The findings that comments silence, and those that are met elsewhere.
    fn accepted(&self, page: &mut Page) {
        let accepted: Vec<_> = accepted::groups(self.outcome);
        if accepted.is_empty() {
            return;
        }
        page.details(&format!("{} accepted", words::grouped(self.outcome.summary.accepted)), |page| {
            let line = |one: &Accepted| {
                let Some(says) = one.says(self.outcome) else { return String::new() };
                let until = says.until.as_deref().map(|until| format!(" until {}", text(until))).unwrap_or_default();
                let reason = says.reason.as_deref().map(|reason| format!(", “{}”", self.text(reason, 200)));
                let times =
                    if one.count > 1 { format!(", {} times", words::grouped(one.count)) } else { String::new() };
                let (rule, at) = (code(&self.outcome.rule(&one.first).id), self.at(&says.location));
                format!("- {rule}{times}{until}{} ({at})\n", reason.unwrap_or_default())
            };
            page.list(accepted.iter(), LISTED, line, |missing| {
                and(&format!("{} more", words::grouped(missing as u32)))
            });
        });
    }

    /// What `.onus.hcl` makes different.
    fn configured(&self, page: &mut Page) {
        let lines = said(self.outcome, What::WithFulfilled);
        if lines.is_empty() {
            return;
        }
        page.details(&format!("By your configuration: {}", lines.len()), |page| {
            let line = |line: &Line| {
                let why =
                    if line.why.is_empty() { String::new() } else { format!(", “{}”", self.text(&line.why, 200)) };
                format!("- {} ({}){why}\n", self.text(&line.what, 200), self.at(&line.at))
            };
            page.list(lines.iter(), LISTED, line, |missing| and(&format!("{} more", words::grouped(missing as u32))));
        });
    }

    /// `Not counted: 38 older findings, 3 undecided.`, how much was looked at, and the next step.
    fn not_counted(&self, page: &mut Page, undecided: &[Group<'_>]) {
        let outcome = self.outcome;
        let summary = &outcome.summary;
        let older = outcome.failing().filter(|entry| entry.change == Some(Change::Same)).count() as u32;
        let undecided: u32 = undecided.iter().map(Group::count).sum();
        let counts = [
            (older, "older finding"),
            (summary.of_other_teams, "of other teams"),
            (summary.below_min_severity, "below --min-severity"),
            (if outcome.review.is_some() { undecided } else { 0 }, "undecided"),
        ];
        let said = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| match *what {
            "older finding" => words::count(*count, what),
            what => format!("{} {what}", words::grouped(*count)),
        });
        let said: Vec<String> = said.collect();
        if !said.is_empty() {
            page.push(&format!("\nNot counted: {}.\n", said.join(", ")));
        }
        if let Some(sentence) = teams::sentence(outcome, outcome.blamed()) {
            page.push(&format!("\n{}.\n", text(&cut(&sentence, 1_000))));
        }
        let looked_at = [
            words::count(summary.files, "file"),
            words::count(summary.resources, "resource"),
            words::count(summary.settings, "setting"),
        ];
        page.push(&format!("\n{}. {}.\n", looked_at.join(", "), outside(outcome)));
    }

    /// Where something stands, as a link where whoever reads can follow one.
    fn at(&self, at: &Location) -> String {
        let name = format!("{}:{}", at.file, at.line);
        let name = cut(&name, 200);
        match self.options.links.as_ref().and_then(|links| links.to(at)) {
            Some(link) => format!("[{}]({link})", text(&name)),
            None => text(&name),
        }
    }

    /// What configurations say: secrets masked, cut where it is long, without meaning to Markdown.
    fn text(&self, said: &str, width: usize) -> String {
        text(&cut(&self.outcome.secrets.hide(said), width))
    }

    /// A name as code: only what has the format of a token is taken out of it.
    #[expect(clippy::unused_self, reason = "it stands beside `text`, which needs the secrets of the run")]
    fn code(&self, name: &str, width: usize) -> String {
        code(&cut(&matrix::name(name), width))
    }
}

/// The line that says what is missing of a list.
fn and(missing: &str) -> String {
    format!("- and {missing}\n")
}

/// The beginning of a text, with an ellipsis if it is longer.
fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
