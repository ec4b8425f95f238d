//! What `.onus.hcl` changes, in words that all formats for people share.

use super::configured::Configured;
use super::{Outcome, words};
use crate::responsibility::{Adjusted, ModelId, Owner, provider_name};
use crate::source::Location;

/// What of a configuration is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Deviations from the model that make a difference; what is met elsewhere stands among what is accepted.
    Differences,
    /// Those, and what is met elsewhere.
    WithFulfilled,
    /// All deviations, what is met elsewhere, and services that are only declared.
    All,
}

/// What the configurations of a run say, secrets masked.
pub(super) fn said(outcome: &Outcome, what: What) -> Vec<Line> {
    outcome.configured.iter().flat_map(|configured| lines(outcome, configured, what)).collect()
}

/// `Outside the code: 54 duties, 1 attested, 1 ran out`
pub(super) fn outside(outcome: &Outcome) -> String {
    let (attested, ran_out) = outcome.configured.answered(&outcome.matrix);
    let all = words::count(outcome.matrix.duties().count() as u32, "duty");
    let answered = match (attested, ran_out) {
        (0, 0) => String::new(),
        (_, 0) => format!(", {attested} attested"),
        _ => format!(", {attested} attested, {ran_out} ran out"),
    };
    format!("Outside the code: {all}{answered}")
}

/// One thing that a configuration says.
pub(super) struct Line {
    /// What: `os of IaaS is the provider's: 2 resources`.
    pub(super) what: String,
    /// Why, or where the proof is; may be empty.
    pub(super) why: String,
    /// The block.
    pub(super) at: Location,
}

fn lines(outcome: &Outcome, configured: &Configured, what: What) -> Vec<Line> {
    let hide = |text: &str| outcome.secrets.hide(text).into_owned();
    let mut lines = Vec::new();
    for (adjustment, resources) in configured.adjustments() {
        if resources == 0 && what != What::All {
            continue;
        }
        let count = words::count(resources, "resource");
        let what = hide(&format!("{}: {count}", deviation(&adjustment.what)));
        lines.push(Line { what, why: hide(&adjustment.reason), at: adjustment.location.clone() });
    }
    if what == What::Differences {
        return lines;
    }
    for (fulfilled, accepted) in configured.fulfilled().filter(|(it, _)| configured.counts(it.until)) {
        if accepted == 0 && what != What::All {
            continue;
        }
        let count = words::count(accepted, "finding");
        let what = hide(&format!("{} meets {count}, until {}", fulfilled.name, fulfilled.until));
        lines.push(Line { what, why: hide(&fulfilled.evidence), at: fulfilled.location.clone() });
    }
    if what == What::All {
        for service in configured.services() {
            let owner = service.owner.as_deref().map(|owner| format!("; its owner: {owner}")).unwrap_or_default();
            let what = hide(&format!("{} is {}{owner}", service.name, words::short(service.model)));
            lines.push(Line { what, why: String::new(), at: service.location.clone() });
        }
    }
    lines
}

/// `os of IaaS is the provider's`
fn deviation(adjusted: &Adjusted) -> String {
    match adjusted {
        Adjusted::Cell { layer, models, provider, owner, is_row } => {
            let models = models.iter().map(words::short).collect::<Vec<_>>();
            let of = if *is_row { String::new() } else { format!(" of {}", words::list(models)) };
            let with = provider.as_deref().map(|name| format!(" ({})", provider_name(name))).unwrap_or_default();
            format!("{layer}{of}{with} {}", whose(*owner))
        }
        Adjusted::Type { pattern, model, owners } => {
            let model = model.map(|model: ModelId| format!("{pattern} is {}", words::short(model)));
            let owners = owners.iter().map(|(layer, owner)| format!("{layer} of {pattern} {}", whose(owner)));
            model.into_iter().chain(owners).collect::<Vec<_>>().join(", ")
        }
    }
}

fn whose(owner: Owner) -> &'static str {
    match owner {
        Owner::Customer => "is yours",
        Owner::Shared => "is shared",
        Owner::Provider => "is the provider's",
    }
}
