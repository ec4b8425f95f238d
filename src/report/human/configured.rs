//! What `.onus.hcl` changes, for people: nothing that it takes out of the findings or out of your part goes without a word.

use std::io::{self, Write};

use super::{Style, text};
use crate::report::Outcome;
use crate::report::configured::Answer;
use crate::report::said::{self, What, said};
use crate::responsibility::Duty;

/// So many of a kind are listed.
const LISTED: usize = 10;

/// Writes what the configurations of a run say.
pub(super) fn write(out: &mut dyn Write, outcome: &Outcome, style: Style, what: What) -> io::Result<()> {
    let lines = said(outcome, what);
    if lines.is_empty() {
        return Ok(());
    }
    if what == What::All {
        writeln!(out)?;
    }
    writeln!(out, "By your configuration:")?;
    for line in lines.iter().take(LISTED) {
        let at = text::sign(&format!("{}:{}", line.at.file, line.at.line), style);
        let what = text::cut(&text::sign(&line.what, style), 76, style);
        writeln!(out, "{}", text::right(&format!("  {what}"), &at))?;
        if !line.why.is_empty() {
            for line in text::wrap("    ", "    ", &text::sign(&line.why, style)) {
                writeln!(out, "{line}")?;
            }
        }
    }
    if lines.len() > LISTED {
        writeln!(out, "  {} {} more: --format json", style.ellipsis(), lines.len() - LISTED)?;
    }
    writeln!(out)
}

/// Writes what is owed outside the code: what is attested, what ran out, and the rest by name.
pub(super) fn outside(out: &mut dyn Write, outcome: &Outcome, style: Style) -> io::Result<()> {
    const NAMED: usize = 6;
    let duties: Vec<(&Duty, Answer<'_>)> =
        outcome.matrix.duties().map(|duty| (duty, outcome.configured.answer(duty))).collect();
    if duties.is_empty() {
        return Ok(());
    }
    let answered: Vec<_> = duties.iter().filter(|(_, answer)| *answer != Answer::Open).collect();
    let open: Vec<&str> =
        duties.iter().filter(|(_, answer)| *answer == Answer::Open).map(|(duty, _)| duty.id).collect();
    let mut named = open.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    if open.len() > NAMED {
        named.push_str(&format!(", {}", style.ellipsis()));
    }
    let counts = said::outside(outcome);
    let sentence = if answered.is_empty() { format!("{counts}, which no Terraform can show: {named}") } else { counts };
    for line in text::wrap("", "  ", &sentence) {
        writeln!(out, "{line}")?;
    }
    for (duty, answer) in &answered {
        let (sign, said) = match answer {
            Answer::Attested(said) => (style.check(), format!("{}, until {}", said.owner, said.until)),
            Answer::RanOut(said) => (style.cross(), format!("ran out on {}", said.until)),
            Answer::Open => continue,
        };
        let said = text::cut(&text::sign(&outcome.secrets.hide(&said), style), 40, style);
        let left = text::cut(&format!("  {sign} {:<17} {}", duty.id, duty.duty), 77 - said.chars().count(), style);
        writeln!(out, "{}", text::right(&left, &said))?;
    }
    if !answered.is_empty() && !open.is_empty() {
        for line in text::wrap("  open: ", "    ", &named) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
