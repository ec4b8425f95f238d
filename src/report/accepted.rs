//! What is accepted, grouped by what accepts it.

use indexmap::IndexMap;

use super::interned::Interned;
use super::{Entry, Outcome};
use crate::settings::finding::{AcceptedBy, Suppressed};
use crate::source::Span;

/// A setting that one comment, or one block of `.onus.hcl`, accepts. There may be thousands: what it says is asked for when
/// it is written.
#[derive(Clone, Copy)]
pub(super) struct Accepted {
    /// Its first finding.
    pub(super) first: Entry,
    /// What accepts it.
    pub(super) by: AcceptedBy,
    /// Number of its findings.
    pub(super) count: u32,
}

impl Accepted {
    /// Who says so, why and until when.
    pub(super) fn says(&self, outcome: &Outcome) -> Option<Suppressed> {
        outcome.finding(&self.first).suppressed.map(|says| *says)
    }
}

/// The accepted findings of an outcome, in their order: one comment silences a setting of many instances.
pub(super) fn groups(outcome: &Outcome) -> Vec<Accepted> {
    let mut files = Interned::default();
    let mut groups: IndexMap<(u32, u32, Span), Accepted> = IndexMap::new();
    for first in outcome.suppressed() {
        let Some(says) = outcome.finding(&first).suppressed else { continue };
        let at = (first.element, files.number(says.location.file.as_bytes()), says.location.span);
        groups.entry(at).or_insert(Accepted { first, by: says.by, count: 0 }).count += 1;
    }
    groups.into_values().collect()
}
