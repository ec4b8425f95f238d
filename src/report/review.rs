//! What a plan, or a change of the configuration, does beside its findings: how many resources, and who answers for what.

use crate::estate::{Action, Estate, InstanceKind, Pairs};
use crate::responsibility::{
    Adjustments, Duty, LayerId, Loss, Matrix, ModelId, Move, Side, Tally, losses, moves, moves_between,
};

/// What stood before a change of the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// As it was named: `origin/main`, a directory, a plan.
    pub name: String,
    /// The commit that it stands for: where HEAD left it.
    pub commit: Option<String>,
}

/// What the plans of a run, or the change since a base, do.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// What it is compared with, if not a plan is reviewed.
    pub base: Option<Base>,
    /// Managed resources that are created.
    pub create: u32,
    /// Managed resources that are changed in place.
    pub update: u32,
    /// Managed resources that are destroyed and made anew.
    pub replace: u32,
    /// Managed resources that are destroyed.
    pub delete: u32,
    /// Managed resources that stay, but not with Terraform.
    pub forget: u32,
    /// Managed resources that are there, and come under Terraform's management.
    pub import: u32,
    /// Managed resources that get another address: the one before, and the one afterwards.
    pub renamed: Vec<(String, String)>,
    /// Layers that someone else answers for afterwards.
    pub moves: Vec<Move>,
    /// Settings that come with the plan, by layer; layers that get no more of them are left out.
    pub added: Vec<(LayerId, Tally)>,
    /// Stores whose data is destroyed, with nothing that keeps it.
    pub losses: Vec<Loss>,
    /// Who answered for what before, and how far it was done.
    pub before: Matrix,
}

/// A layer of which less is done than before: the part of it that was right, and the part that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fall {
    /// The layer.
    pub layer: LayerId,
    /// What was the case with its settings.
    pub before: Tally,
    /// What is the case with them.
    pub after: Tally,
}

impl Fall {
    /// Whether a smaller part is done than before; where nothing was to be done, all was.
    fn is_worse(&self) -> bool {
        let parts = |tally: Tally| (u64::from(tally.done()), u64::from(tally.total()));
        let ((was, of_was), (is, of_is)) = (parts(self.before), parts(self.after));
        match (of_was, of_is) {
            (_, 0) => false,
            (0, _) => is < of_is,
            _ => is * of_was < was * of_is,
        }
    }
}

impl Review {
    /// What a plan changes, from the estate before it and the one after it, by the users' model.
    pub fn of(before: &Estate<'_>, after: &Estate<'_>, model: &Adjustments) -> Self {
        let mut review = Self { moves: moves(before, after, model), losses: losses(after), ..Self::default() };
        // Terraform counts them, too.
        review.delete = after.deposed.len() as u32;
        for (id, instance) in after.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed) {
            if let Some(changed) = after.changed.get(&id) {
                review.import += u32::from(changed.is_imported);
                if !changed.previous_address.is_empty() && !instance.action.is_end() {
                    review.renamed.push((changed.previous_address.to_owned(), after.address(id)));
                }
            }
            match instance.action {
                Action::NoOp | Action::Read => {}
                Action::Create => review.create += 1,
                Action::Update => review.update += 1,
                Action::Replace => review.replace += 1,
                Action::Delete => review.delete += 1,
                Action::Forget => review.forget += 1,
            }
        }
        review
    }

    /// What a change of the configuration does, from both estates and which of their instances are the same. How many
    /// resources come, change and go is what the configuration says: what Terraform would do with them, it does not.
    pub fn between(before: Side<'_, '_>, after: Side<'_, '_>, pairs: &Pairs) -> Self {
        let mut review = Self { moves: moves_between(before, after, pairs), ..Self::default() };
        let is_managed = |side: Side<'_, '_>, id| side.estate.instance(id).kind == InstanceKind::Managed;
        for pair in pairs.all(before.estate, after.estate) {
            match pair {
                (None, Some(id)) if is_managed(after, id) => review.create += 1,
                (Some(id), None) if is_managed(before, id) => review.delete += 1,
                (Some(old), Some(new)) if is_managed(after, new) => {
                    review.update += u32::from(!pairs.is_same(before.estate, old, after.estate, new));
                }
                _ => {}
            }
        }
        review.renamed.clone_from(&pairs.renamed);
        review
    }

    /// Layers of which a smaller part is done than before, in the order of the model.
    pub fn falls(&self, after: &Matrix) -> Vec<Fall> {
        let fall = |layer| Fall { layer, before: self.before.layer_tally(layer), after: after.layer_tally(layer) };
        LayerId::all().map(fall).filter(Fall::is_worse).collect()
    }

    /// Duties outside the code that come, and those that go.
    pub fn duties(&self, after: &Matrix) -> [Vec<&'static Duty>; 2] {
        let (was, is): (Vec<_>, Vec<_>) = (self.before.duties().collect(), after.duties().collect());
        let beyond = |all: &[&'static Duty], other: &[&'static Duty]| -> Vec<&'static Duty> {
            all.iter().filter(|duty| !other.iter().any(|one| one.id == duty.id)).copied().collect()
        };
        [beyond(&is, &was), beyond(&was, &is)]
    }

    /// The same, with how many settings come, from the tallies before and after.
    #[must_use]
    pub fn with_settings(mut self, before: &[(LayerId, ModelId, Tally)], after: &[(LayerId, ModelId, Tally)]) -> Self {
        let sum = |tallies: &[(LayerId, ModelId, Tally)], layer| -> Tally {
            tallies.iter().filter(|(of, ..)| *of == layer).map(|(.., tally)| *tally).sum()
        };
        let added = LayerId::all().map(|layer| (layer, sum(after, layer).beyond(sum(before, layer))));
        self.added = added.filter(|(_, tally)| tally.total() > 0).collect();
        self
    }

    /// The settings that come with the plan in one layer.
    pub fn added_in(&self, layer: LayerId) -> Tally {
        self.added.iter().filter(|(of, _)| *of == layer).map(|(_, tally)| *tally).sum()
    }

    /// Adds what another plan changes.
    pub(super) fn merge(&mut self, other: Self) {
        self.create += other.create;
        self.update += other.update;
        self.replace += other.replace;
        self.delete += other.delete;
        self.forget += other.forget;
        self.import += other.import;
        self.renamed.extend(other.renamed);
        self.moves.extend(other.moves);
        self.added.extend(other.added);
        self.losses.extend(other.losses);
        self.before.merge(other.before);
        self.base = self.base.take().or(other.base);
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.create + self.update + self.replace + self.delete + self.forget + self.import == 0
            && self.renamed.is_empty()
    }
}
