//! What a plan says of itself: that its run failed, that more is to come, which checks do not hold, what changed outside.

use std::borrow::Cow;

use serde::Deserialize;

use super::Plan;
use crate::config::Problem;

/// So many names are listed in one sentence.
const NAMED: usize = 5;

/// So many checks that do not hold are told one by one.
const MAX_FAILED: usize = 100;

#[derive(Deserialize)]
struct Check<'a> {
    #[serde(default, borrow)]
    address: Address<'a>,
    #[serde(default, borrow)]
    status: Cow<'a, str>,
    #[serde(default, borrow)]
    instances: Vec<CheckInstance<'a>>,
}

#[derive(Deserialize)]
struct CheckInstance<'a> {
    #[serde(default, borrow)]
    address: Address<'a>,
    #[serde(default, borrow)]
    problems: Vec<CheckProblem<'a>>,
}

#[derive(Default, Deserialize)]
struct Address<'a> {
    #[serde(default, borrow)]
    to_display: Cow<'a, str>,
}

#[derive(Deserialize)]
struct CheckProblem<'a> {
    #[serde(default, borrow)]
    message: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Addressed<'a> {
    #[serde(borrow)]
    address: Cow<'a, str>,
}

#[derive(Deserialize)]
struct Deferred<'a> {
    #[serde(borrow)]
    resource_change: Addressed<'a>,
}

impl Plan<'_> {
    /// What a reviewer should know of the plan as a whole. A part that has another form than the format's says nothing.
    pub fn notices(&self) -> Vec<Problem> {
        let mut notices = Vec::new();
        let document = &self.document;
        if document.is_errored() {
            let message = "the run that made this plan failed: changes may be missing from it";
            notices.push(Problem::new(message).help("mend what terraform plan says, and plan again"));
        } else if document.is_incomplete() {
            let deferred: Vec<Deferred<'_>> = read(document.deferred_changes);
            let addresses = deferred.iter().map(|deferred| &*deferred.resource_change.address);
            let named = names(addresses).map_or_else(String::new, |named| format!(" ({named})"));
            let message = format!("this plan is not complete: once it is applied, another one brings more{named}");
            notices.push(Problem::new(message));
        }
        self.checks(&mut notices);
        let drift: Vec<Addressed<'_>> = read(document.resource_drift);
        if let Some(named) = names(drift.iter().map(|one| &*one.address)) {
            notices.push(Problem::new(format!("changed outside Terraform since the last run: {named}")));
        }
        notices
    }

    fn checks(&self, notices: &mut Vec<Problem>) {
        let checks: Vec<Check<'_>> = read(self.document.checks);
        let failed = checks.iter().filter(|check| matches!(&*check.status, "fail" | "error"));
        let failed = failed.flat_map(|check| {
            let broken = check.instances.iter().filter(|instance| !instance.problems.is_empty());
            let told = broken.flat_map(|instance| {
                let name = &*instance.address.to_display;
                instance.problems.iter().map(move |problem| format!("{name} does not hold: {}", problem.message))
            });
            let mut told: Vec<String> = told.collect();
            if told.is_empty() {
                told.push(format!("{} could not be checked", check.address.to_display));
            }
            told
        });
        notices.extend(failed.take(MAX_FAILED).map(Problem::new));
        let unknown = checks.iter().filter(|check| check.status == "unknown");
        if let Some(named) = names(unknown.map(|check| &*check.address.to_display)) {
            notices.push(Problem::new(format!("decided only when the plan is applied: {named}")));
        }
    }
}

fn read<'a, T: Deserialize<'a>>(raw: Option<&'a serde_json::value::RawValue>) -> Vec<T> {
    raw.and_then(|raw| serde_json::from_str(raw.get()).ok()).unwrap_or_default()
}

/// `a, b and 3 more`; `None`: there are none.
fn names<'a>(all: impl Iterator<Item = &'a str>) -> Option<String> {
    let all: Vec<&str> = all.collect();
    let (named, more) = all.split_at(all.len().min(NAMED));
    let named = named.join(", ");
    match more.len() {
        0 => (!named.is_empty()).then_some(named),
        more => Some(format!("{named} and {more} more")),
    }
}
