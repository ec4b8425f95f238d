//! What could not be decided, grouped by what would settle it.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use super::Outcome;
use crate::settings::finding::WaitsFor;
use crate::source::Location;
use crate::value::ReasonKind;

/// Settings that wait for the same thing, or all for what only apply tells.
pub(crate) struct Group {
    reason: Option<WaitsFor>,
    /// How many things they wait for.
    reasons: BTreeSet<String>,
    /// Settings counted by instance, by layer.
    layers: BTreeMap<&'static str, u32>,
}

impl Group {
    /// How many settings, counted by instance.
    pub(crate) fn count(&self) -> u32 {
        self.layers.values().sum()
    }

    /// What they wait for: `var.cidr has no value`.
    pub(crate) fn what(&self) -> String {
        let Some(reason) = &self.reason else { return "what decides it is not known".to_owned() };
        match self.reasons.len() {
            0 | 1 => waits_for(reason),
            count => format!("{count} values are known only after apply: {}, and others", reason.name),
        }
    }

    /// Where what they wait for is declared, if it is one thing.
    pub(crate) fn location(&self) -> Option<&Location> {
        let location = self.reason.as_ref().and_then(|reason| reason.location.as_ref());
        location.filter(|_| self.reasons.len() == 1)
    }

    /// Settings by layer, counted by instance.
    pub(crate) fn layers(&self) -> impl Iterator<Item = (&'static str, u32)> + '_ {
        self.layers.iter().map(|(layer, count)| (*layer, *count))
    }

    /// What would settle them; empty if only apply does.
    pub(crate) fn way_out(&self) -> &'static str {
        way_out(self.reason.as_ref().map(|reason| reason.kind))
    }
}

/// The undecided settings of an outcome; those that wait for the same come together, the largest group first.
pub(crate) fn groups(outcome: &Outcome) -> Vec<Group> {
    let mut groups = BTreeMap::new();
    let mut seen = HashSet::new();
    for entry in outcome.undecided() {
        // A setting with several undecided items on one instance counts once, as in the matrix.
        if !seen.insert((entry.root, outcome.rule(&entry).label.as_str(), outcome.address(&entry))) {
            continue;
        }
        let reason = outcome.finding(&entry).reason;
        let key = reason.as_ref().map(|reason| match reason.kind {
            ReasonKind::Computed => (reason.kind, String::new(), None),
            _ => (reason.kind, reason.name.clone(), reason.location.as_ref().map(place)),
        });
        let name = reason.as_ref().map(|reason| reason.name.clone());
        let new = || Group { reason: reason.map(|reason| *reason), reasons: BTreeSet::new(), layers: BTreeMap::new() };
        let group = groups.entry(key).or_insert_with(new);
        group.reasons.extend(name);
        *group.layers.entry(entry.layer.id()).or_insert(0) += 1;
    }
    let mut groups: Vec<Group> = groups.into_values().collect();
    // What nobody can settle before apply comes last.
    let is_computed = |group: &Group| group.reason.as_ref().is_some_and(|reason| reason.kind == ReasonKind::Computed);
    groups.sort_by_key(|group| (is_computed(group), std::cmp::Reverse(group.count())));
    groups
}

fn place(at: &Location) -> (Arc<str>, u32) {
    (Arc::clone(&at.file), at.line)
}

/// `var.cidr has no value`
fn waits_for(reason: &WaitsFor) -> String {
    let name = &reason.name;
    match reason.kind {
        ReasonKind::Variable => format!("{name} has no value"),
        ReasonKind::Data => format!("{name} is read at plan time"),
        ReasonKind::Computed => format!("{name} is known only after apply"),
        ReasonKind::Module => match name.strip_prefix("module.") {
            Some(call) => format!("module \"{call}\" is not downloaded"),
            None => format!("{name} is not downloaded"),
        },
        ReasonKind::Function => format!("{name} gives its value at plan or apply time"),
        ReasonKind::File => format!("{name} was not read"),
        ReasonKind::Workspace => format!("{name} is not known, and `default` does not fit"),
        ReasonKind::Limit => format!("{name} is over a limit of onus"),
        ReasonKind::Error => format!("{name} could not be evaluated"),
    }
}

fn way_out(kind: Option<ReasonKind>) -> &'static str {
    match kind {
        Some(ReasonKind::Variable) => "give it by --var-file or --var, or a plan",
        Some(ReasonKind::Data | ReasonKind::Function) => "terraform show -json tfplan | onus check -",
        Some(ReasonKind::Module) => "run `terraform init`, or give a plan",
        Some(ReasonKind::File) => "make the file before, or give the folder that holds it by --root",
        Some(ReasonKind::Workspace) => "pass --workspace, or a plan",
        Some(ReasonKind::Error) => "mend the error",
        Some(ReasonKind::Computed | ReasonKind::Limit) | None => "",
    }
}
