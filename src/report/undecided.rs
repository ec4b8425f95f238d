//! What could not be decided, grouped by what would settle it.

use std::collections::HashSet;

use indexmap::IndexMap;
use smallvec::SmallVec;

use super::interned::Interned;
use super::{Entry, Outcome};
use crate::responsibility::LayerId;
use crate::settings::finding::WaitsFor;
use crate::source::Location;
use crate::value::ReasonKind;

/// Settings that wait for the same thing, or all for what only apply tells. There may be thousands of groups: what is
/// waited for is asked for when it is written.
pub(crate) struct Group<'o> {
    outcome: &'o Outcome,
    /// The first that waits.
    first: Entry,
    kind: Option<ReasonKind>,
    /// How many things they wait for.
    reasons: u32,
    /// Settings counted by instance, by layer.
    layers: SmallVec<[(LayerId, u32); 2]>,
}

impl Group<'_> {
    fn reason(&self) -> Option<WaitsFor> {
        self.outcome.finding(&self.first).reason.map(|reason| *reason)
    }

    /// How many settings, counted by instance.
    pub(crate) fn count(&self) -> u32 {
        self.layers.iter().map(|(_, count)| count).sum()
    }

    /// What they wait for: `var.cidr has no value`.
    pub(crate) fn what(&self) -> String {
        let Some(reason) = self.reason() else { return "what decides it is not known".to_owned() };
        match self.reasons {
            1 => waits_for(&reason),
            count => format!("{count} values are known only after apply: {}, and others", reason.name),
        }
    }

    /// Where what they wait for is declared, if it is one thing.
    pub(crate) fn location(&self) -> Option<Location> {
        self.reason().and_then(|reason| reason.location).filter(|_| self.reasons == 1)
    }

    /// Settings by layer, counted by instance.
    pub(crate) fn layers(&self) -> impl Iterator<Item = (&'static str, u32)> + '_ {
        self.layers.iter().map(|(layer, count)| (layer.id(), *count))
    }

    /// What would settle them; empty if only apply does.
    pub(crate) fn way_out(&self) -> &'static str {
        way_out(self.kind)
    }
}

/// What those of a group have in common: the kind of reason, and its name and place as numbers of texts.
type Key = Option<(ReasonKind, u32, Option<(u32, u32)>)>;

/// The undecided settings of an outcome; those that wait for the same come together, the largest group first.
pub(crate) fn groups(outcome: &Outcome) -> Vec<Group<'_>> {
    let mut groups: IndexMap<Key, Group<'_>> = IndexMap::new();
    let mut texts = Interned::default();
    let none = texts.number(b"");
    // Of one root: entries come root by root.
    let (mut root, mut seen) = (None, HashSet::new());
    let mut computed = HashSet::new();
    for first in outcome.undecided() {
        if root.replace(first.root) != Some(first.root) {
            seen.clear();
        }
        // A setting with several undecided items on one instance counts once, as in the matrix.
        if !seen.insert((outcome.rule(&first).label.as_str(), first.resource())) {
            continue;
        }
        let reason = outcome.finding(&first).reason;
        let key = reason.as_ref().map(|reason| {
            let name = texts.number(reason.name.as_bytes());
            if reason.kind == ReasonKind::Computed {
                computed.insert(name);
                return (reason.kind, none, None);
            }
            let at = reason.location.as_ref().map(|at| (texts.number(at.file.as_bytes()), at.line));
            (reason.kind, name, at)
        });
        let kind = reason.map(|reason| reason.kind);
        let new = Group { outcome, first, kind, reasons: 1, layers: SmallVec::new() };
        let group = groups.entry(key).or_insert(new);
        match group.layers.iter_mut().find(|(layer, _)| *layer == first.layer) {
            Some((_, count)) => *count += 1,
            None => group.layers.push((first.layer, 1)),
        }
    }
    // What nobody can settle before apply comes last; those of one size in the order of what they wait for.
    groups.sort_by(|a_key, a, b_key, b| {
        let text = |number: u32| texts.get(number);
        let words =
            |key: &Key| key.map(|(kind, name, at)| (kind, text(name), at.map(|(file, line)| (text(file), line))));
        let size = |group: &Group<'_>| (group.kind == Some(ReasonKind::Computed), std::cmp::Reverse(group.count()));
        size(a).cmp(&size(b)).then_with(|| words(a_key).cmp(&words(b_key)))
    });
    let mut groups: Vec<Group<'_>> = groups.into_values().collect();
    for group in &mut groups {
        if group.kind == Some(ReasonKind::Computed) {
            group.reasons = computed.len() as u32;
        }
        group.layers.sort_unstable_by_key(|(layer, _)| layer.id());
    }
    groups
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
