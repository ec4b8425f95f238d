//! How a plan, or a change of the configuration, moves the line between provider and customer.

use std::collections::BTreeSet;

use super::{Adjustments, Duty, LayerId, ModelId, Owner, Placement, cell, duties_of};
use crate::estate::{Estate, InstanceId, InstanceKind, Pairs};
use crate::source::Location;

/// A layer of a resource that someone else answers for after the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The resource.
    pub address: String,
    /// The local name of its provider: `aws`.
    pub provider: String,
    /// The layer.
    pub layer: LayerId,
    /// Who answers for it before; `None`: no resource had the layer under a customer's answer.
    pub before: Option<Owner>,
    /// Who answers for it afterwards; `None`: no resource is left for which the customer answers.
    pub after: Option<Owner>,
    /// What of the resource's settings decides it: a condition's words.
    pub why: Option<&'static str>,
    /// The model of the resource: afterwards if it stays, else before.
    pub model: ModelId,
    /// The resource's block, where the source is at hand.
    pub location: Option<Location>,
}

impl Move {
    /// What the customer does in the layer under the model, in words: `image, patches, hardening, login`. Empty where the
    /// customer has no part in it.
    pub fn customer_part(&self) -> &'static str {
        cell(self.layer, self.model).map_or("", |cell| cell.customer_part)
    }

    /// Whether the customer has more to answer for afterwards: a layer, or a part of one.
    pub fn is_to_customer(&self) -> bool {
        let weight = |owner: Option<Owner>| match owner {
            Some(Owner::Customer) => 2,
            Some(Owner::Shared) => 1,
            Some(Owner::Provider) | None => 0,
        };
        weight(self.after) > weight(self.before)
    }

    /// What the customer owes in the layer outside the code.
    pub fn duties(&self) -> impl Iterator<Item = &'static Duty> {
        duties_of(self.layer).filter(|duty| duty.models.contains(self.model))
    }
}

/// Every layer that moves: of resources that stay, by their settings; and layers of which the customer has a part for the
/// first time, or no longer, with the first resource that brings or took it. In the order of instances, then of layers.
pub fn moves(before: &Estate<'_>, after: &Estate<'_>, model: &Adjustments) -> Vec<Move> {
    let there = |estate: &Estate<'_>, id: InstanceId| (!estate.instance(id).action.is_end()).then_some(id);
    let pairs = after.iter().map(|(id, _)| (there(before, id), there(after, id)));
    moves_of(Side { estate: before, model }, Side { estate: after, model }, pairs)
}

/// One side of a change: what is there, and by which model.
#[derive(Clone, Copy, Debug)]
pub struct Side<'s, 'a> {
    /// What is there.
    pub estate: &'s Estate<'a>,
    /// Where the users' model differs from the published one.
    pub model: &'s Adjustments,
}

/// The same for a change of the configuration.
pub fn moves_between(before: Side<'_, '_>, after: Side<'_, '_>, pairs: &Pairs) -> Vec<Move> {
    moves_of(before, after, pairs.all(before.estate, after.estate))
}

fn moves_of(
    before: Side<'_, '_>,
    after: Side<'_, '_>,
    pairs: impl Iterator<Item = (Option<InstanceId>, Option<InstanceId>)>,
) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut parts = [LayerParts::default(), LayerParts::default()];
    for (was, is) in pairs {
        let placements = [(before, was), (after, is)].map(|(side, id)| {
            let id = id.filter(|id| side.estate.instance(*id).kind == InstanceKind::Managed)?;
            Some((id, side.model.classify(side.estate, id)))
        });
        for (parts, placement) in parts.iter_mut().zip(&placements) {
            parts.add(placement.as_ref());
        }
        let [Some((_, was)), Some((id, is))] = &placements else { continue };
        for layer in LayerId::all().filter(|layer| was.owner(*layer) != is.owner(*layer)) {
            let owners = (Some(was.owner(layer)), Some(is.owner(layer)));
            let why = is.condition.or(was.condition).map(|condition| condition.why);
            moves.push(moved(after.estate, *id, layer, owners, (is.model, why)));
        }
    }
    let [had, has] = &parts;
    // Where nothing was, or nothing stays, all layers come or go: that says nothing.
    if had.any && has.any {
        for layer in LayerId::all() {
            match (had.first(layer), has.first(layer)) {
                (None, Some((id, owner, model))) => {
                    moves.push(moved(after.estate, id, layer, (None, Some(owner)), (model, None)));
                }
                (Some((id, owner, model)), None) => {
                    moves.push(moved(before.estate, id, layer, (Some(owner), None), (model, None)));
                }
                _ => {}
            }
        }
    }
    // A layer that one resource takes over for the first time has been told with it.
    let told: BTreeSet<LayerId> =
        moves.iter().filter(|one| one.before.is_some() && one.after.is_some()).map(|one| one.layer).collect();
    moves.retain(|one| one.before.is_some() && one.after.is_some() || !told.contains(&one.layer));
    moves
}

/// The first resource of each layer of which the customer has a part.
#[derive(Default)]
struct LayerParts {
    any: bool,
    first: Vec<(LayerId, InstanceId, Owner, ModelId)>,
}

impl LayerParts {
    fn add(&mut self, placement: Option<&(InstanceId, Placement)>) {
        let Some((id, placement)) = placement else { return };
        self.any = true;
        for layer in LayerId::all() {
            let owner = placement.owner(layer);
            if owner != Owner::Provider && self.first(layer).is_none() {
                self.first.push((layer, *id, owner, placement.model));
            }
        }
    }

    fn first(&self, layer: LayerId) -> Option<(InstanceId, Owner, ModelId)> {
        self.first.iter().find(|(found, ..)| *found == layer).map(|(_, id, owner, model)| (*id, *owner, *model))
    }
}

fn moved(
    estate: &Estate<'_>,
    id: InstanceId,
    layer: LayerId,
    (before, after): (Option<Owner>, Option<Owner>),
    (model, why): (ModelId, Option<&'static str>),
) -> Move {
    let instance = estate.instance(id);
    let place = estate.place(instance.header);
    Move {
        address: estate.address(id),
        provider: instance.provider_name.to_owned(),
        layer,
        before,
        after,
        why,
        model,
        location: place.map(|(file, span)| estate.program.sources.get(file).locate(span)),
    }
}
