//! What is accepted, grouped by what accepts it.

use indexmap::IndexMap;

use super::Outcome;
use crate::settings::finding::Suppressed;
use crate::source::Location;

/// A setting that one comment, or one block of `.onus.hcl`, accepts.
pub(super) struct Accepted {
    /// The index of the setting in the rules of the run.
    pub(super) element: u32,
    /// Who says so, why and until when.
    pub(super) says: Suppressed,
    /// Number of its findings.
    pub(super) count: u32,
}

/// The accepted findings of an outcome, in their order: one comment silences a setting of many instances.
pub(super) fn groups(outcome: &Outcome) -> Vec<Accepted> {
    let mut groups: IndexMap<(u32, Location), Accepted> = IndexMap::new();
    for entry in outcome.suppressed() {
        let Some(says) = outcome.finding(&entry).suppressed else { continue };
        let new = Accepted { element: entry.element, says: *says.clone(), count: 0 };
        groups.entry((entry.element, says.location)).or_insert(new).count += 1;
    }
    groups.into_values().collect()
}
