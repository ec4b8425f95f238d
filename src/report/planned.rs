//! What a plan changes, in words that all formats for people share.

use super::{Review, words};
use crate::estate::Action;
use crate::responsibility::{Loss, Move, Owner, provider_name};
use crate::settings::change::Planned;
use crate::settings::finding::Finding;

/// `Plan: 3 to create, 2 to update`
pub(super) fn actions(review: &Review) -> String {
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
pub(super) const TIE: char = '\u{a0}';

/// `a database, with deletion_protection = false and skip_final_snapshot = true`
pub(super) fn loss_text(loss: &Loss, said: &dyn Fn(&serde_json::Value) -> String) -> String {
    let settings = loss.missing.iter().map(|missing| match &missing.value {
        Some(value) => format!("{}{TIE}={TIE}{}", missing.attribute, said(value)),
        None => format!("{} not set", missing.attribute),
    });
    let settings: Vec<String> = settings.collect();
    let mut text = match settings.split_last() {
        None => format!("{}, which no setting of its type keeps", loss.holds),
        Some((only, [])) => format!("{}, with {only}", loss.holds),
        Some((last, others)) => format!("{}, with {} and {last}", loss.holds, others.join(", ")),
    };
    if !loss.note.is_empty() {
        text.push_str("; ");
        text.push_str(loss.note);
    }
    text
}

/// Whether the customer has a larger part afterwards.
pub(super) fn is_to_you(one: &Move) -> bool {
    let weight = |owner: Option<Owner>| match owner {
        Some(Owner::Customer) => 2,
        Some(Owner::Shared) => 1,
        Some(Owner::Provider) | None => 0,
    };
    weight(one.after) > weight(one.before)
}

/// `AWS → you `, before the address.
pub(super) fn sides(one: &Move, arrow: &str) -> String {
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
        format!("{} {arrow} {} ", side(one.before), side(one.after))
    }
}

/// What comes with a layer that moves to the customer: work, settings, duties outside the code.
pub(super) fn brings(one: &Move, review: &Review) -> Vec<String> {
    const FEW: usize = 4;
    let mut lines = Vec::new();
    if !one.customer_part().is_empty() {
        lines.push(format!("Yours: {}", one.customer_part()));
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
        let counts: Vec<String> = counts.map(|(count, what)| format!("{} {what}", words::grouped(*count))).collect();
        lines.push(format!("{}: {}", words::count(tally.total(), "new setting"), counts.join(", ")));
    }
    let duties: Vec<&str> = one.duties().map(|duty| duty.id).collect();
    if !duties.is_empty() {
        let (shown, more) = duties.split_at(duties.len().min(FEW));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        lines.push(format!("Outside the code: {}{more}", shown.join(", ")));
    }
    lines
}

/// What becomes of a finding's value: `cidr_blocks  ["10.0.0.0/8"] → ["0.0.0.0/0"]`; `None` where it stays.
pub(super) fn change_of_value(
    finding: &Finding,
    planned: &Planned,
    arrow: &str,
    said: &dyn Fn(&serde_json::Value) -> String,
) -> Option<String> {
    let attribute = finding.attribute.as_deref().filter(|attribute| !attribute.is_empty())?;
    let null = || "null".to_owned();
    match (&planned.before, &planned.after) {
        (before, after) if before == after => None,
        (None, Some(after)) if planned.action == Action::Create => Some(format!("{attribute} = {}", said(after))),
        (before, after) => {
            let [before, after] = [before, after].map(|value| value.as_ref().map_or_else(null, said));
            Some(format!("{attribute}  {before} {arrow} {after}"))
        }
    }
}
