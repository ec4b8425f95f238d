//! What a plan changes, beside its findings: how many resources, and who answers for what.

use crate::estate::{Action, Estate, InstanceKind};
use crate::responsibility::{Adjustments, LayerId, Loss, ModelId, Move, Tally, losses, moves};

/// What the plans of a run change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
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
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.create + self.update + self.replace + self.delete + self.forget + self.import == 0
            && self.renamed.is_empty()
    }
}
