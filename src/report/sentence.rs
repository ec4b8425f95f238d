//! A finding in one or two plain sentences, for formats that have room for no more.

use super::human::{Style, value_text};
use super::place::Place;
use super::{Entry, Outcome, matrix, teams, words};
use crate::settings::finding::{Finding, Verdict};

/// Values are written as on a terminal that shows all characters.
const STYLE: Style = Style::PLAIN;

/// `Anyone on the internet can reach port 22 (SSH): aws_security_group.admin and 2 more; cidr_blocks is ["0.0.0.0/0"].
/// Yours: network (IaaS).`
pub(super) fn of_place(outcome: &Outcome, place: &Place, finding: &Finding) -> String {
    format!("{}: {}", outcome.secrets.hide_sentence(&finding.message), facts_of_place(outcome, place, finding))
}

/// The same of one finding.
pub(super) fn of_finding(outcome: &Outcome, entry: &Entry, finding: &Finding) -> String {
    format!("{}: {}", outcome.secrets.hide_sentence(&finding.message), facts(outcome, entry, finding, ""))
}

/// What stands behind the colon: the resource, the value, whose it is.
pub(super) fn facts_of_place(outcome: &Outcome, place: &Place, finding: &Finding) -> String {
    let more = match place.resources {
        0 | 1 => String::new(),
        count => format!(" and {} more", words::grouped(count - 1)),
    };
    facts(outcome, &place.first, finding, &more)
}

fn facts(outcome: &Outcome, entry: &Entry, finding: &Finding, more: &str) -> String {
    let address = matrix::name(outcome.address(entry));
    let attribute = finding.attribute.as_deref().filter(|attribute| !attribute.is_empty()).map(matrix::name);
    let value = finding.value.as_ref().map(|value| value_text(&outcome.secrets.hide_in(value), STYLE));
    let what = match (attribute, value) {
        (Some(attribute), Some(value)) => format!("; {attribute} is {value}"),
        (Some(attribute), None) if finding.verdict == Verdict::Unset => format!("; {attribute} is not written"),
        _ => String::new(),
    };
    let owner = teams::owner_line(outcome, entry, finding);
    let mut letters = owner.chars();
    let owner: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    format!("{address}{more}{what}. {owner}.")
}
