//! What a plan, or the change since a base, does, as a part of documents in JSON.

use serde::Serialize;

use super::json::mask_tokens;
use super::{Outcome, Review};
use crate::estate::Action;
use crate::responsibility::{Owner, Tally};
use crate::source::Location;

/// What a plan, or the change since a base, does.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ReviewRecord {
    /// What is compared with; only with `--base`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<BaseRecord>,
    /// How many managed resources a plan does what with; not with `--base`: what Terraform would do, configuration does not
    /// tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actions: Option<ActionCounts>,
    /// How many managed resources differ in the configuration; only with `--base`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resources: Option<ResourceCounts>,
    /// Resources that get another address, and stay what they are: they are not new.
    pub renamed: Vec<RenamedRecord>,
    /// Layers that someone else answers for afterwards.
    pub moves: Vec<MoveRecord>,
    /// Stores that it destroys or replaces while nothing keeps their data. They change no exit code.
    pub losses: Vec<LossRecord>,
    /// Layers of which a smaller part is done than before.
    pub falls: Vec<FallRecord>,
    /// Ids of what you owe outside the code that come with it.
    pub duties_added: Vec<&'static str>,
    /// Ids of what you owe outside the code no more.
    pub duties_removed: Vec<&'static str>,
}

/// What a change is compared with.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct BaseRecord {
    /// As it was named.
    pub name: String,
    /// The commit that it stands for; `null`: it is none.
    pub commit: Option<String>,
}

/// How many managed resources differ in the configuration, counted by instance.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ResourceCounts {
    /// They are new.
    pub added: u32,
    /// Something in them differs.
    pub changed: u32,
    /// They are no more.
    pub removed: u32,
}

/// A layer of which a smaller part is done than before.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct FallRecord {
    /// The layer.
    pub layer: &'static str,
    /// What was the case with its settings.
    pub before: Tally,
    /// What is the case with them.
    pub after: Tally,
}

/// How many managed resources a plan does what with.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct ActionCounts {
    /// They come into being.
    pub create: u32,
    /// They change in place.
    pub update: u32,
    /// They are destroyed and made anew.
    pub replace: u32,
    /// They are destroyed.
    pub delete: u32,
    /// They stay, but not with Terraform.
    pub forget: u32,
    /// They are there, and come under Terraform's management; they count among the others, too, if they change.
    pub import: u32,
}

/// A resource that gets another address.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct RenamedRecord {
    /// The address before.
    pub from: String,
    /// The address afterwards.
    pub to: String,
}

/// A layer that someone else answers for after the plan.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct MoveRecord {
    /// The resource.
    pub address: String,
    /// The layer.
    pub layer: &'static str,
    /// Who answers for it before; `null`: you had no part in the layer.
    pub before: Option<Owner>,
    /// Who answers for it afterwards; `null`: you have no part in it any more.
    pub after: Option<Owner>,
    /// What of the resource's settings decides it.
    pub why: Option<&'static str>,
    /// Settings that come with the plan in that layer.
    pub settings: Tally,
    /// Ids of what you owe in that layer outside the code.
    pub duties: Vec<&'static str>,
    /// The resource's block, where the source is at hand.
    pub location: Option<Location>,
}

/// A store whose data a plan destroys.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct LossRecord {
    /// The resource.
    pub address: String,
    /// Not the resource's own object, but this one, which is left over from an earlier replacement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposed: Option<String>,
    /// `delete` or `replace`.
    pub action: Action,
    /// The attributes that force its replacement, as far as the plan says.
    pub replaced_by: Vec<String>,
    /// The plan's `action_reason`.
    pub reason: Option<String>,
    /// What it holds: `a database`.
    pub holds: &'static str,
    /// What would have kept the data, with its value before the plan; none where its type has nothing of the kind.
    pub missing: Vec<MissingRecord>,
    /// What else may keep the data.
    pub note: Option<&'static str>,
    /// The resource's block, where the source is at hand.
    pub location: Option<Location>,
}

/// A setting that would have kept the data of a store.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct MissingRecord {
    /// The attribute.
    pub attribute: &'static str,
    /// Its value before the plan; `null`: it has none.
    pub value: Option<serde_json::Value>,
}

/// What a run that compares tells of that.
pub(super) fn review(outcome: &Outcome) -> Option<ReviewRecord> {
    let review = outcome.review.as_ref()?;
    let hidden = |text: &String| outcome.secrets.hide(text).into_owned();
    let moves = review.moves.iter().map(|one| MoveRecord {
        address: mask_tokens(&one.address),
        layer: one.layer.id(),
        before: one.before,
        after: one.after,
        why: one.why,
        settings: review.added_in(one.layer),
        duties: one.duties().map(|duty| duty.id).collect(),
        location: one.location.clone(),
    });
    let losses = review.losses.iter().map(|one| LossRecord {
        address: mask_tokens(&one.address),
        deposed: (!one.deposed.is_empty()).then(|| mask_tokens(&one.deposed)),
        action: one.action,
        replaced_by: one.replaced_by.iter().map(hidden).collect(),
        reason: (!one.reason.is_empty()).then(|| hidden(&one.reason)),
        holds: one.holds,
        missing: one
            .missing
            .iter()
            .map(|missing| MissingRecord {
                attribute: missing.attribute,
                value: missing.value.as_ref().map(|value| outcome.secrets.hide_in(value)),
            })
            .collect(),
        note: (!one.note.is_empty()).then_some(one.note),
        location: one.location.clone(),
    });
    let renamed =
        review.renamed.iter().map(|(from, to)| RenamedRecord { from: mask_tokens(from), to: mask_tokens(to) });
    let (renamed, moves, losses) = (renamed.collect(), moves.collect(), losses.collect());
    let Review { create, update, replace, delete, forget, import, .. } = *review;
    let base = review.base.as_ref().map(|base| BaseRecord { name: hidden(&base.name), commit: base.commit.clone() });
    let actions = base.is_none().then_some(ActionCounts { create, update, replace, delete, forget, import });
    let resources = base.is_some().then_some(ResourceCounts { added: create, changed: update, removed: delete });
    let falls = review.falls(&outcome.matrix).into_iter();
    let falls =
        falls.map(|fall| FallRecord { layer: fall.layer.id(), before: fall.before, after: fall.after }).collect();
    let [duties_added, duties_removed] =
        review.duties(&outcome.matrix).map(|duties| duties.iter().map(|duty| duty.id).collect());
    Some(ReviewRecord { base, actions, resources, renamed, moves, losses, falls, duties_added, duties_removed })
}
