//! The review of a plan for people: what it does, what moves to them, what gets worse and what better.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::style::Paint;
use super::{Options, configured, problem, text};
use crate::estate::Action;
use crate::report::human::picture::Pictures;
use crate::report::planned::{self, TIE, actions, change_of_value, loss_text, sides};
use crate::report::said::What;
use crate::report::{Entry, Exit, Outcome, Review, matrix, teams, undecided, words};
use crate::responsibility::Move;
use crate::settings::change::Change;
use crate::settings::finding::{Finding, Severity};
use crate::source::Location;

/// So many lines of one kind are listed without `--full`.
const LISTED: usize = 20;

/// Writes the review.
pub fn write(out: &mut dyn Write, outcome: &Outcome, exit: Exit, options: &Options) -> io::Result<()> {
    let nothing_worse = outcome.errors.is_empty() && outcome.blamed().next().is_none();
    if options.quiet && nothing_worse && exit == Exit::Clean {
        return Ok(());
    }
    let mut pictures = Pictures::new(outcome, options.style);
    problem::errors(out, outcome, &mut pictures, options.style)?;
    let review = outcome.review.clone().unwrap_or_default();
    let mut paper = Paper { out, outcome, options };
    if outcome.review.is_some() {
        writeln!(paper.out, "{}\n", actions(&review))?;
        paper.moves(&review)?;
        paper.losses(&review)?;
        paper.worse()?;
        paper.better()?;
        paper.same()?;
        paper.renamed(&review)?;
        paper.teams()?;
        paper.share()?;
    }
    configured::write(paper.out, outcome, options.style, What::WithFulfilled)?;
    problem::warnings(paper.out, outcome, options.style, options.full)?;
    paper.last(exit)
}

/// Writes what has changed since a base of who answers for what; nothing where none is compared.
pub(super) fn shift(out: &mut dyn Write, outcome: &Outcome, style: super::Style) -> io::Result<()> {
    let Some(review) = &outcome.review else { return Ok(()) };
    let options = Options { style, ..Options::default() };
    let mut paper = Paper { out, outcome, options: &options };
    writeln!(paper.out, "{}\n", actions(review))?;
    paper.moves(review)?;
    paper.share()?;
    let is_quiet =
        review.moves.is_empty() && planned::falls(outcome, "").is_none() && planned::duties(outcome).is_none();
    if is_quiet { writeln!(paper.out, "{}\n", planned::NO_SHIFT) } else { Ok(()) }
}

struct Paper<'w, 'o> {
    out: &'w mut dyn Write,
    outcome: &'o Outcome,
    options: &'o Options,
}

impl Paper<'_, '_> {
    fn moves(&mut self, review: &Review) -> io::Result<()> {
        let (to_you, from_you): (Vec<&Move>, Vec<&Move>) = review.moves.iter().partition(|one| one.is_to_customer());
        for (title, moves, is_yours) in [("moves work to you", to_you, true), ("takes work from you", from_you, false)]
        {
            if moves.is_empty() {
                continue;
            }
            writeln!(self.out, "{} {title}", planned::subject(review))?;
            let mut told = Vec::new();
            for one in moves.iter().take(self.limit(moves.len())) {
                let left =
                    format!("  {:<13} {} {}", one.layer.id(), sides(one, self.arrow()), matrix::name(&one.address));
                self.line(&text::sign(&left, self.options.style), one.location.as_ref())?;
                if let Some(why) = one.why {
                    self.indented(why)?;
                }
                // What a layer brings is the same for all that move in it.
                if is_yours && !told.contains(&one.layer) {
                    told.push(one.layer);
                    self.brings(one, review)?;
                }
            }
            self.more(moves.len())?;
            writeln!(self.out)?;
        }
        Ok(())
    }

    /// What comes with a layer that moves to the customer.
    fn brings(&mut self, one: &Move, review: &Review) -> io::Result<()> {
        planned::brings(one, review).iter().try_for_each(|line| self.indented(line))
    }

    fn losses(&mut self, review: &Review) -> io::Result<()> {
        if review.losses.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", self.options.style.paint(Paint::Bad, "Data that this plan destroys"))?;
        for one in review.losses.iter().take(self.limit(review.losses.len())) {
            let why = one.why().map_or_else(String::new, |why| format!(" ({})", self.outcome.secrets.hide(&why)));
            let line = format!("  !       {} is {}{why}", matrix::name(&one.address), words::action(one.action));
            let line = text::sign(&line, self.options.style);
            self.line(&line, one.location.as_ref())?;
            let said =
                loss_text(one, &|value| text::value_text(&self.outcome.secrets.hide_in(value), self.options.style));
            for line in text::wrap("          ", "          ", &said) {
                writeln!(self.out, "{}", line.replace(TIE, " "))?;
            }
        }
        self.more(review.losses.len())?;
        writeln!(self.out)
    }

    fn worse(&mut self) -> io::Result<()> {
        let mut worse: Vec<Entry> = self.outcome.blamed().collect();
        worse.sort_by_key(|entry| std::cmp::Reverse(entry.severity));
        self.findings("Gets worse", &worse)
    }

    fn better(&mut self) -> io::Result<()> {
        let gone: Vec<Entry> = self.outcome.gone().collect();
        if gone.is_empty() {
            return Ok(());
        }
        writeln!(
            self.out,
            "{} {}",
            self.options.style.paint(Paint::Good, "Gets better"),
            words::grouped(gone.len() as u32)
        )?;
        let sign = self.options.style.check();
        for entry in gone.iter().take(self.limit(gone.len())) {
            let finding = self.outcome.finding(entry);
            let title = &self.outcome.rule(entry).title;
            let left = format!("  {sign:<8}{}", text::sign(&self.outcome.secrets.hide(title), self.options.style));
            writeln!(self.out, "{}", text::right(&left, finding.layer.id()))?;
            self.passage(&finding)?;
        }
        self.more(gone.len())?;
        writeln!(self.out)
    }

    fn same(&mut self) -> io::Result<()> {
        let same: Vec<Entry> = self.outcome.failing().filter(|entry| entry.change == Some(Change::Same)).collect();
        if same.is_empty() {
            return Ok(());
        }
        if self.options.full {
            return self.findings("Stays as it is", &same);
        }
        let high = same.iter().filter(|entry| entry.severity >= Severity::High).count();
        let high = if high > 0 { format!(" ({high} high or critical)") } else { String::new() };
        let line = format!("Stays as it is: {}{high}", words::count(same.len() as u32, "finding"));
        writeln!(self.out, "{}\n", text::right(&line, "--full lists"))
    }

    /// Resources that get another address: few are listed, many counted.
    fn renamed(&mut self, review: &Review) -> io::Result<()> {
        const FEW: usize = 3;
        let count = review.renamed.len();
        if count == 0 {
            return Ok(());
        }
        if count > FEW && !self.options.full {
            let line = format!("Moved, not new: {}", words::count(count as u32, "resource"));
            return writeln!(self.out, "{}\n", text::right(&line, "--full lists"));
        }
        writeln!(self.out, "Moved, not new")?;
        for (from, to) in &review.renamed {
            let line = format!("{} {} {}", matrix::name(from), self.arrow(), matrix::name(to));
            for line in text::wrap("  ", "          ", &text::sign(&line, self.options.style)) {
                writeln!(self.out, "{line}")?;
            }
        }
        writeln!(self.out)
    }

    /// What is left of the reader's part: of which layers less is done, and which duties outside the code come and go.
    fn share(&mut self) -> io::Result<()> {
        let arrow = self.arrow();
        let falls = planned::falls(self.outcome, arrow).map(|falls| format!("Less of your part is done: {falls}"));
        let duties = planned::duties(self.outcome).map(|duties| format!("Outside the code: {duties}"));
        for sentence in falls.iter().chain(&duties) {
            for line in text::wrap("", "  ", sentence) {
                writeln!(self.out, "{line}")?;
            }
        }
        if falls.is_some() || duties.is_some() { writeln!(self.out) } else { Ok(()) }
    }

    fn findings(&mut self, title: &str, entries: &[Entry]) -> io::Result<()> {
        if entries.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{} {}", self.options.style.paint(Paint::Bad, title), words::grouped(entries.len() as u32))?;
        for entry in entries.iter().take(self.limit(entries.len())) {
            let finding = self.outcome.finding(entry);
            let message = self.outcome.secrets.hide_sentence(&finding.message);
            let message = text::sign(&message, self.options.style);
            let kind = format!("{}  {}", words::verdict(entry.verdict), finding.layer.id());
            let first = format!("  {:<8}", words::severity(entry.severity));
            let mut lines = text::wrap(&first, "          ", &message);
            let last = lines.pop().unwrap_or_default();
            for line in lines {
                writeln!(self.out, "{line}")?;
            }
            writeln!(self.out, "{}", text::right(&last, &kind))?;
            self.passage(&finding)?;
        }
        self.more(entries.len())?;
        writeln!(self.out)
    }

    /// The resource, where its value is written, and what becomes of it.
    fn passage(&mut self, finding: &Finding) -> io::Result<()> {
        let style = self.options.style;
        let address = finding.carrier.as_ref().map_or(&*finding.address, |carrier| &carrier.address);
        let left = format!("          {}", text::name(address, style));
        let Some(planned) = &finding.planned else { return self.line(&left, finding.place.as_deref()) };
        let said = |value: &serde_json::Value| text::value_text(&self.outcome.secrets.hide_in(value), style);
        let value = change_of_value(finding, planned, self.arrow(), &said);
        // Where a value changes, that the resource is updated goes without saying.
        let action =
            (value.is_none() || planned.action != Action::Update).then(|| format!("({})", self.action(planned.action)));
        let at = finding.place.as_ref().map(|at| text::sign(&format!("{}:{}", at.file, at.line), style));
        let right: Vec<String> = at.into_iter().chain(action).collect();
        match right.is_empty() {
            true => writeln!(self.out, "{left}")?,
            false => writeln!(self.out, "{}", text::right(&left, &right.join("  ")))?,
        }
        let from = finding.variable.as_ref().map(|variable| format!("from {variable}"));
        let said: Vec<String> = value.into_iter().chain(from).collect();
        if said.is_empty() { Ok(()) } else { self.indented(&said.join(", ")) }
    }

    /// Which of your teams has what to do.
    fn teams(&mut self) -> io::Result<()> {
        let Some(sentence) = teams::sentence(self.outcome, self.outcome.blamed()) else { return Ok(()) };
        for line in text::wrap("", "  ", &text::sign(&sentence, self.options.style)) {
            writeln!(self.out, "{line}")?;
        }
        writeln!(self.out)
    }

    fn moves_to_you(&self) -> impl Iterator<Item = &Move> {
        self.outcome.review.iter().flat_map(|review| &review.moves).filter(|one| one.is_to_customer())
    }

    fn action(&self, action: Action) -> &'static str {
        self.outcome.review.as_ref().map_or(words::action(action), |review| planned::action(review, action))
    }

    fn arrow(&self) -> &'static str {
        if self.options.style.unicode { "→" } else { "->" }
    }

    fn limit(&self, count: usize) -> usize {
        if self.options.full { count } else { LISTED }
    }

    fn more(&mut self, count: usize) -> io::Result<()> {
        let more = count.saturating_sub(self.limit(count));
        if more == 0 {
            return Ok(());
        }
        writeln!(self.out, "  {} {} more: --full", self.options.style.ellipsis(), words::grouped(more as u32))
    }

    fn line(&mut self, left: &str, at: Option<&Location>) -> io::Result<()> {
        let at = at.map(|at| text::sign(&format!("{}:{}", at.file, at.line), self.options.style));
        match at {
            Some(at) => writeln!(self.out, "{}", text::right(left, &at)),
            None => writeln!(self.out, "{left}"),
        }
    }

    fn indented(&mut self, what: &str) -> io::Result<()> {
        for line in text::wrap("          ", "          ", &text::sign(what, self.options.style)) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn last(&mut self, exit: Exit) -> io::Result<()> {
        let undecided: u32 = undecided::groups(self.outcome).iter().map(undecided::Group::count).sum();
        if undecided > 0 {
            writeln!(self.out, "{} undecided: onus check lists them", words::count(undecided, "setting"))?;
        }
        let worse = self.outcome.blamed().count() as u32;
        let subject = self.outcome.review.as_ref().map_or("This plan", planned::subject);
        let sentence = match worse {
            0 if self.outcome.review.is_none() => "The plan was not reviewed.".to_owned(),
            0 if exit == Exit::Findings && self.options.fail_on.shift => {
                let layers: BTreeSet<_> = self.moves_to_you().map(|one| one.layer).collect();
                format!(
                    "{subject} makes nothing worse, but {} yours.",
                    match layers.len() {
                        1 => "1 layer becomes".to_owned(),
                        count => format!("{count} layers become"),
                    }
                )
            }
            0 => format!("{subject} makes nothing worse."),
            1 => format!("1 finding comes with {}.", subject.to_lowercase()),
            count => format!("{} findings come with {}.", words::grouped(count), subject.to_lowercase()),
        };
        writeln!(self.out, "{}", text::right(&sentence, &format!("exit code {}", exit.code())))
    }
}
