//! The report for people: places first, pictures of the source, your part of each layer, the next step.

mod configured;
mod entry;
mod layers;
mod matrix;
mod picture;
mod problem;
mod review;
mod style;
mod text;
mod undecided;
mod window;

use std::io::{self, Write};

pub use matrix::write as write_matrix;
pub use problem::warning;
pub use review::write as write_review;
pub use style::Style;
pub use text::{pieces, right, sign, value_text, wrap, wrap_to};

use self::picture::Pictures;
use self::style::Paint;
use super::accepted::{self, Accepted};
use super::said::What;
use super::summary::Summary;
use super::undecided::{Group, groups};
use super::{Exit, FailOn, Outcome, teams, words};
use crate::responsibility::Tally;
use crate::settings::finding::{AcceptedBy, Severity, Verdict};

/// How wide the report is, in columns.
pub const WIDTH: usize = 80;

/// Up to so many places are all drawn; beyond, only those that are high or critical.
const ALL_DRAWN: usize = 10;

/// So many places are listed without `--full`.
const LISTED: usize = 100;

/// So many places are drawn without `--full`.
const DRAWN: usize = 30;

/// How the report is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What the terminal can show.
    pub style: Style,
    /// All places with their picture.
    pub full: bool,
    /// Nothing at all for a clean run.
    pub quiet: bool,
    /// From which severity on a finding fails the run.
    pub fail_on: FailOn,
}

/// Writes the report.
pub fn write(out: &mut dyn Write, outcome: &Outcome, exit: Exit, options: &Options) -> io::Result<()> {
    let undecided = groups(outcome);
    let is_clean = outcome.errors.is_empty() && outcome.failing().next().is_none();
    if is_clean && undecided.is_empty() && options.quiet {
        return Ok(());
    }
    let mut report = Report { out, outcome, options, pictures: Pictures::new(outcome, options.style), exit };
    if is_clean { report.clean(&undecided) } else { report.findings(&undecided) }
}

struct Report<'w, 'o> {
    out: &'w mut dyn Write,
    outcome: &'o Outcome,
    options: &'o Options,
    pictures: Pictures<'o>,
    exit: Exit,
}

impl Report<'_, '_> {
    /// Nothing known is wrong: one line, and what could not be decided.
    fn clean(&mut self, undecided: &[Group<'_>]) -> io::Result<()> {
        let totals = self.outcome.matrix.tally();
        let (secure, all) = (totals.done(), totals.total());
        let style = self.options.style;
        if self.outcome.summary.settings == 0 {
            let resources = words::count(self.outcome.summary.resources, "resource");
            writeln!(self.out, "Nothing to judge: no setting that onus knows applies to {resources} here.")?;
        } else if undecided.is_empty() {
            let line = self.nothing_open(totals);
            for line in text::wrap("", "", &line) {
                writeln!(self.out, "{}", style.paint(Paint::Good, &line))?;
            }
        } else {
            writeln!(
                self.out,
                "Nothing known is insecure, but {} of {} settings cannot be decided from here.\n",
                words::grouped(totals.unknown),
                words::grouped(all)
            )?;
            undecided::write(self.out, undecided, style, self.options.full)?;
            writeln!(
                self.out,
                "{} of {} others secure.",
                words::grouped(secure),
                words::grouped(all - totals.unknown)
            )?;
        }
        self.secure()?;
        configured::write(self.out, self.outcome, style, What::Differences)?;
        self.accepted()?;
        self.warnings()?;
        let looked_at = self.looked_at();
        match self.exit {
            Exit::Clean if undecided.is_empty() => writeln!(self.out, "{looked_at}. Who answers for what: onus matrix"),
            Exit::Clean => self.last_line(&looked_at, "exit code 0 (4 with --fail-on-unknown)"),
            exit => self.last_line(&looked_at, &format!("exit code {}", exit.code())),
        }
    }

    /// How much is secure. That your part is done is said only if all of it is, and all of it was looked at.
    fn nothing_open(&self, totals: Tally) -> String {
        let uncovered: u32 = self.outcome.matrix.uncovered_types().map(|(_, count)| count).sum();
        let (secure, all) = (words::grouped(totals.done()), words::grouped(totals.total()));
        let (set, by_default) = (words::grouped(totals.secure), words::grouped(totals.secure_by_default));
        let share = format!("{secure} of {all} settings secure ({set} set, {by_default} by default)");
        if totals.done() < totals.total() {
            let below = match self.outcome.summary.below_min_severity {
                0 => String::new(),
                count => format!(", {} below --min-severity", words::grouped(count)),
            };
            let others = match self.outcome.summary.of_other_teams {
                0 => String::new(),
                count => format!(", {} of other teams", words::grouped(count)),
            };
            return format!("No findings: {share}{others}{below}.");
        }
        match uncovered {
            0 => format!("Your part is done: {share}."),
            count => format!("{share}. No setting yet for {}.", words::count(count, "resource")),
        }
    }

    fn findings(&mut self, undecided: &[Group<'_>]) -> io::Result<()> {
        let style = self.options.style;
        problem::errors(self.out, self.outcome, &mut self.pictures, style)?;
        self.places()?;
        layers::write(self.out, self.outcome, style)?;
        self.teams()?;
        configured::write(self.out, self.outcome, style, What::Differences)?;
        if !undecided.is_empty() {
            let totals = self.outcome.matrix.tally();
            writeln!(
                self.out,
                "{} of {} settings cannot be decided from here:\n",
                words::grouped(totals.unknown),
                words::grouped(totals.total())
            )?;
            undecided::write(self.out, undecided, style, self.options.full)?;
        }
        self.secure()?;
        self.accepted()?;
        self.warnings()?;
        self.totals()
    }

    fn places(&mut self) -> io::Result<()> {
        let places = &self.outcome.places;
        let full = self.options.full;
        let mut drawn = 0;
        let mut previous_drawn = true;
        let listed = if full { places.len() } else { places.len().min(LISTED) };
        for place in &places[..listed] {
            let draws = full || places.len() <= ALL_DRAWN || (place.severity >= Severity::High && drawn < DRAWN);
            drawn += usize::from(draws);
            let text = entry::text(self.outcome, place, &mut self.pictures, self.options.style, draws);
            // Those in short stand close together.
            if draws && !previous_drawn {
                writeln!(self.out)?;
            }
            self.out.write_all(text.as_bytes())?;
            if draws {
                writeln!(self.out)?;
            }
            previous_drawn = draws;
        }
        if !previous_drawn {
            writeln!(self.out)?;
        }
        if listed < places.len() {
            let more = words::count((places.len() - listed) as u32, "more place");
            writeln!(self.out, "  {} {more}: onus check --full\n", self.options.style.ellipsis())?;
        }
        Ok(())
    }

    /// What is secure, where that was asked for.
    fn secure(&mut self) -> io::Result<()> {
        let secure = [Verdict::Secure, Verdict::SecureByDefault, Verdict::Inherited];
        let mut any = false;
        for entry in self.outcome.findings().filter(|entry| secure.contains(&entry.verdict)) {
            any = true;
            let left = format!("  {:<18} {}", words::verdict(entry.verdict), self.outcome.rule(&entry).id);
            let address = text::name(self.outcome.address(&entry), self.options.style);
            writeln!(self.out, "{}", text::right(&left, &address))?;
        }
        if any { writeln!(self.out) } else { Ok(()) }
    }

    /// The findings that comments silence, and those that are met elsewhere.
    fn accepted(&mut self) -> io::Result<()> {
        const SHOWN: usize = 5;
        let style = self.options.style;
        let comments = accepted::groups(self.outcome);
        if comments.is_empty() {
            return Ok(());
        }
        let by_comments = comments.iter().all(|it| it.by == AcceptedBy::Comment);
        let by = if by_comments { "accepted by a comment" } else { "accepted" };
        writeln!(self.out, "{} {by}:", words::grouped(self.outcome.summary.accepted))?;
        let listed = if self.options.full { comments.len() } else { SHOWN };
        for one @ Accepted { first, count, .. } in comments.iter().take(listed) {
            let Some(says) = one.says(self.outcome) else { continue };
            let times = if *count > 1 { format!(", {count} times") } else { String::new() };
            let until = says.until.as_deref().map(|until| format!(", until {until}")).unwrap_or_default();
            let reason = says.reason.as_deref().map(|reason| format!(", \"{reason}\"")).unwrap_or_default();
            let reason = self.outcome.secrets.hide(&reason);
            let what = text::cut(&format!("  {}{times}{until}{reason}", self.outcome.rule(first).id), WIDTH - 2, style);
            let at = text::sign(&format!("{}:{}", says.location.file, says.location.line), style);
            writeln!(self.out, "{}", text::right(&what, &at))?;
        }
        if comments.len() > listed {
            writeln!(self.out, "  {} {} more: --full", style.ellipsis(), comments.len() - listed)?;
        }
        writeln!(self.out)
    }

    /// Which of your teams has what to do.
    fn teams(&mut self) -> io::Result<()> {
        let Some(sentence) = teams::sentence(self.outcome, self.outcome.failing()) else { return Ok(()) };
        for line in text::wrap("", "  ", &text::sign(&sentence, self.options.style)) {
            writeln!(self.out, "{line}")?;
        }
        writeln!(self.out)
    }

    fn warnings(&mut self) -> io::Result<()> {
        problem::warnings(self.out, self.outcome, self.options.style, self.options.full)
    }

    fn totals(&mut self) -> io::Result<()> {
        let places = &self.outcome.places;
        let summary = &self.outcome.summary;
        let mut sentence =
            format!("{} in {}", words::count(summary.findings, "finding"), words::count(summary.places, "place"));
        let kinds: Vec<String> = (summary.severities.worst_first().into_iter())
            .filter(|(_, count)| *count > 0)
            .map(|(severity, count)| format!("{} {}", words::grouped(count), words::severity(severity)))
            .collect();
        if !kinds.is_empty() {
            sentence.push_str(&format!(": {}", kinds.join(", ")));
        }
        sentence.push_str(&does_not_fail(summary, self.options.fail_on));
        if summary.findings == 0 {
            sentence = "No findings in what could be read".to_owned();
        }
        if summary.of_other_teams > 0 {
            sentence.push_str(&format!("; {} of other teams", words::grouped(summary.of_other_teams)));
        }
        if summary.below_min_severity > 0 {
            sentence.push_str(&format!("; {} below --min-severity", words::grouped(summary.below_min_severity)));
        }
        for line in text::wrap("", "", &sentence) {
            writeln!(self.out, "{line}")?;
        }
        if let Some((layer, _)) = self.outcome.weakest() {
            writeln!(self.out, "Weakest link: {}", self.options.style.paint(Paint::Name, layer.id()))?;
        }
        let unread = self.outcome.errors.iter().filter_map(|error| error.location.as_ref().map(|at| &at.file));
        let unread: std::collections::BTreeSet<_> = unread.collect();
        if !unread.is_empty() {
            writeln!(self.out, "{} with errors", words::count(unread.len() as u32, "file"))?;
        }
        let looked_at = self.looked_at();
        self.last_line(&looked_at, &format!("exit code {}", self.exit.code()))?;
        match places.first() {
            Some(worst) => {
                let full = if places.len() > ALL_DRAWN && !self.options.full { ", or onus check --full" } else { "" };
                writeln!(self.out, "Next: onus explain {}{full}", self.outcome.rule(&worst.first).id)
            }
            None => Ok(()),
        }
    }

    /// `27 files, 4 modules, 46 resources, 57 settings`
    fn looked_at(&self) -> String {
        let summary = &self.outcome.summary;
        let mut parts = vec![words::count(summary.files, "file")];
        if summary.roots > 1 {
            parts.push(words::count(summary.roots, "root module"));
        }
        if summary.modules > 0 {
            parts.push(words::count(summary.modules, "module"));
        }
        parts.push(words::count(summary.resources, "resource"));
        parts.push(words::count(summary.settings, "setting"));
        parts.join(", ")
    }

    fn last_line(&mut self, left: &str, right: &str) -> io::Result<()> {
        writeln!(self.out, "{}", text::right(left, right))
    }
}

/// ` (low does not fail)`, where some findings do and some don't.
fn does_not_fail(summary: &Summary, fail_on: FailOn) -> String {
    let present = summary.severities.worst_first().into_iter().filter(|(_, count)| *count > 0);
    let mild: Vec<&str> = present
        .filter(|(severity, _)| !fail_on.fails(*severity))
        .map(|(severity, _)| words::severity(severity))
        .collect();
    match mild.as_slice() {
        [] => String::new(),
        [one] => format!(" ({one} does not fail)"),
        _ => format!(" ({} do not fail)", mild.join(" and ")),
    }
}
