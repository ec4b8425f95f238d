//! What a plan, or a change of the configuration, does, in words that all formats for people share.

use super::review::Base;
use super::{Outcome, Review, words};
use crate::estate::Action;
use crate::responsibility::{Loss, Move, Owner, provider_name};
use crate::settings::change::Planned;
use crate::settings::finding::Finding;

/// `This plan`, `This change`: what is to blame.
pub(super) fn subject(review: &Review) -> &'static str {
    if review.base.is_some() { "This change" } else { "This plan" }
}

/// `origin/main (4f1c2ab)`
pub(super) fn base(base: &Base) -> String {
    match &base.commit {
        Some(commit) => format!("{} ({})", base.name, &commit[..commit.len().min(7)]),
        None => base.name.clone(),
    }
}

/// `Plan: 3 to create, 2 to update`, `Since origin/main (4f1c2ab): 3 resources added, 2 changed`
pub(super) fn actions(review: &Review) -> String {
    if let Some(base) = &review.base {
        return since(base, review);
    }
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

fn since(base: &Base, review: &Review) -> String {
    let counts = [
        (review.create, "added"),
        (review.update, "changed"),
        (review.delete, "removed"),
        (review.renamed.len() as u32, "moved"),
    ];
    let counts: Vec<_> = counts.into_iter().filter(|(count, _)| *count > 0).collect();
    let said = counts.iter().enumerate().map(|(place, (count, what))| match place {
        0 => format!("{} {what}", words::count(*count, "resource")),
        _ => format!("{} {what}", words::grouped(*count)),
    });
    let said: Vec<String> = said.collect();
    let said = if said.is_empty() { "no resource changed".to_owned() } else { said.join(", ") };
    format!("Since {}: {said}", self::base(base))
}

/// Layers of which less is done than before: `network 6/7 → 5/7, os - → 0/1`; nothing if there are none.
pub(super) fn falls(outcome: &Outcome, arrow: &str) -> Option<String> {
    let falls = outcome.review.as_ref()?.falls(&outcome.matrix);
    let share = |tally: crate::responsibility::Tally| match tally.total() {
        0 => "-".to_owned(),
        total => format!("{}/{}", words::grouped(tally.done()), words::grouped(total)),
    };
    let said = falls.iter().map(|fall| format!("{} {} {arrow} {}", fall.layer, share(fall.before), share(fall.after)));
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// What is said where neither owners nor shares changed.
pub(super) const NO_SHIFT: &str = "The same layers are yours as before, and no less of them is done.";

/// Duties outside the code that come: `2 new (os-patch, os-harden)`, and those that go; nothing if there are none.
pub(super) fn duties(outcome: &Outcome) -> Option<String> {
    let [new, gone] = outcome.review.as_ref()?.duties(&outcome.matrix);
    let said = [(new, "new"), (gone, "no more")].into_iter().filter(|(duties, _)| !duties.is_empty());
    let said = said.map(|(duties, what)| {
        let ids: Vec<&str> = duties.iter().map(|duty| duty.id).collect();
        format!("{} {what} ({})", ids.len(), ids.join(", "))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// What becomes of a resource: by a plan, or in the configuration.
pub(super) fn action(review: &Review, action: Action) -> &'static str {
    match action {
        Action::Create if review.base.is_some() => "new",
        Action::Update if review.base.is_some() => "changed",
        Action::Delete if review.base.is_some() => "removed",
        other => words::action(other),
    }
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
