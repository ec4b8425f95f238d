//! The review of a plan for people: what it does, what moves to them, what gets worse and what better.

use std::io::{self, Write};

use super::style::Paint;
use super::{Options, Style, configured, problem, text};
use crate::estate::Action;
use crate::report::human::picture::Pictures;
use crate::report::said::What;
use crate::report::{Entry, Exit, Outcome, Review, undecided, words};
use crate::responsibility::{Loss, Move, Owner, provider_name};
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
    }
    configured::write(paper.out, outcome, options.style, What::WithFulfilled)?;
    problem::warnings(paper.out, outcome, options.style, options.full)?;
    paper.last(exit)
}

/// `Plan: 3 to create, 2 to update`
fn actions(review: &Review) -> String {
    let counts = [
        (review.import, "to import"),
        (review.create, "to create"),
        (review.update, "to update"),
        (review.replace, "to replace"),
        (review.delete, "to destroy"),
        (review.forget, "to forget"),
        (review.renamed.len() as u32, "moved"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, what)| format!("{} {what}", words::grouped(count))).collect();
    if review.is_empty() { "Plan: no changes".to_owned() } else { format!("Plan: {}", counts.join(", ")) }
}

/// A space at which no line ends, until it is written as one.
const TIE: char = '\u{a0}';

/// `a database, with deletion_protection = false and skip_final_snapshot = true`
fn loss_text(loss: &Loss, hide: &dyn Fn(&serde_json::Value) -> serde_json::Value, style: Style) -> String {
    let settings = loss.missing.iter().map(|missing| match &missing.value {
        Some(value) => format!("{}{TIE}={TIE}{}", missing.attribute, text::value_text(&hide(value), style)),
        None => format!("{} not set", missing.attribute),
    });
    let settings: Vec<String> = settings.collect();
    let mut said = match settings.split_last() {
        None => format!("{}, which no setting of its type keeps", loss.holds),
        Some((only, [])) => format!("{}, with {only}", loss.holds),
        Some((last, others)) => format!("{}, with {} and {last}", loss.holds, others.join(", ")),
    };
    if !loss.note.is_empty() {
        said.push_str("; ");
        said.push_str(loss.note);
    }
    said
}

struct Paper<'w, 'o> {
    out: &'w mut dyn Write,
    outcome: &'o Outcome,
    options: &'o Options,
}

impl Paper<'_, '_> {
    fn moves(&mut self, review: &Review) -> io::Result<()> {
        let weight = |owner: Option<Owner>| match owner {
            Some(Owner::Customer) => 2,
            Some(Owner::Shared) => 1,
            Some(Owner::Provider) | None => 0,
        };
        let (to_you, from_you): (Vec<&Move>, Vec<&Move>) =
            review.moves.iter().partition(|one| weight(one.after) > weight(one.before));
        for (title, moves, is_yours) in
            [("This plan moves work to you", to_you, true), ("This plan takes work from you", from_you, false)]
        {
            if moves.is_empty() {
                continue;
            }
            writeln!(self.out, "{title}")?;
            let mut told = Vec::new();
            for one in moves.iter().take(self.limit(moves.len())) {
                let left = format!("  {:<13} {} {}", one.layer.id(), self.sides(one), one.address);
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

    /// `AWS → you `, before the address.
    fn sides(&self, one: &Move) -> String {
        let is_theirs = |owner: Option<Owner>| owner.is_none_or(|owner| owner == Owner::Provider);
        let provider = provider_name(&one.provider);
        let side = |owner: Option<Owner>| match owner {
            None => "nobody".to_owned(),
            Some(Owner::Customer) => "you".to_owned(),
            Some(Owner::Shared) => format!("shared with {provider}"),
            Some(Owner::Provider) => provider.to_owned(),
        };
        if one.before.is_none() && !is_theirs(one.after) {
            "is new in your share:".to_owned()
        } else if one.after.is_none() && !is_theirs(one.before) {
            "leaves your share:".to_owned()
        } else {
            format!("{} {} {} ", side(one.before), self.arrow(), side(one.after))
        }
    }

    /// What comes with a layer that moves to the customer: work, settings, duties outside the code.
    fn brings(&mut self, one: &Move, review: &Review) -> io::Result<()> {
        const FEW: usize = 4;
        if !one.customer_part().is_empty() {
            self.indented(&format!("Yours: {}", one.customer_part()))?;
        }
        let tally = review.added_in(one.layer);
        if tally.total() > 0 {
            let counts = [
                (tally.done(), "secure"),
                (tally.insecure, "insecure"),
                (tally.unset, "unset"),
                (tally.unknown, "undecided"),
                (tally.accepted, "accepted"),
            ];
            let counts = counts.iter().filter(|(count, _)| *count > 0);
            let counts: Vec<String> =
                counts.map(|(count, what)| format!("{} {what}", words::grouped(*count))).collect();
            self.indented(&format!("{}: {}", words::count(tally.total(), "new setting"), counts.join(", ")))?;
        }
        let duties: Vec<&str> = one.duties().map(|duty| duty.id).collect();
        if !duties.is_empty() {
            let (shown, more) = duties.split_at(duties.len().min(FEW));
            let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
            self.indented(&format!("Outside the code: {}{more}", shown.join(", ")))?;
        }
        Ok(())
    }

    fn losses(&mut self, review: &Review) -> io::Result<()> {
        if review.losses.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "{}", self.options.style.paint(Paint::Bad, "Data that this plan destroys"))?;
        for one in review.losses.iter().take(self.limit(review.losses.len())) {
            let why = one.why().map_or_else(String::new, |why| format!(" ({})", self.outcome.secrets.hide(&why)));
            let line = format!("  !       {} is {}{why}", one.address, words::action(one.action));
            let line = text::sign(&line, self.options.style);
            self.line(&line, one.location.as_ref())?;
            let said = loss_text(one, &|value| self.outcome.secrets.hide_in(value), self.options.style);
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
            let line = format!("{from} {} {to}", self.arrow());
            for line in text::wrap("  ", "          ", &text::sign(&line, self.options.style)) {
                writeln!(self.out, "{line}")?;
            }
        }
        writeln!(self.out)
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
        let left = format!("          {}", text::sign(address, style));
        let Some(planned) = &finding.planned else { return self.line(&left, finding.place.as_deref()) };
        let said = |value: &serde_json::Value| text::value_text(&self.outcome.secrets.hide_in(value), style);
        let attribute = finding.attribute.as_deref().filter(|attribute| !attribute.is_empty());
        let value = attribute.filter(|_| planned.before != planned.after).map(|attribute| {
            let null = || "null".to_owned();
            match (&planned.before, &planned.after) {
                (None, Some(after)) if planned.action == Action::Create => format!("{attribute} = {}", said(after)),
                (before, after) => {
                    let [before, after] = [before, after].map(|value| value.as_ref().map_or_else(null, said));
                    format!("{attribute}  {before} {} {after}", self.arrow())
                }
            }
        });
        // Where a value changes, that the resource is updated goes without saying.
        let action = (value.is_none() || planned.action != Action::Update)
            .then(|| format!("({})", words::action(planned.action)));
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
        let sentence = match worse {
            0 if self.outcome.review.is_none() => "The plan was not reviewed.".to_owned(),
            0 => "This plan makes nothing worse.".to_owned(),
            1 => "1 finding comes with this plan.".to_owned(),
            count => format!("{} findings come with this plan.", words::grouped(count)),
        };
        writeln!(self.out, "{}", text::right(&sentence, &format!("exit code {}", exit.code())))
    }
}
