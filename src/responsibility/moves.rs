//! How a plan moves the line between provider and customer.

use std::collections::BTreeSet;

use super::{Adjustments, Duty, LayerId, ModelId, Owner, Placement, cell, duties_of};
use crate::estate::{Estate, InstanceId, InstanceKind};
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

    /// What the customer owes in the layer outside the code.
    pub fn duties(&self) -> impl Iterator<Item = &'static Duty> {
        duties_of(self.layer).filter(|duty| duty.models.contains(self.model))
    }
}

/// Every layer that moves: of resources that stay, by their settings; and layers of which the customer has a part for the
/// first time, or no longer, with the first resource that brings or took it. In the order of instances, then of layers.
pub fn moves(before: &Estate<'_>, after: &Estate<'_>, model: &Adjustments) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut parts = [LayerParts::default(), LayerParts::default()];
    for (id, instance) in after.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed) {
        let (was, is) = (!before.instance(id).action.is_end(), !instance.action.is_end());
        let placements = [was.then(|| model.classify(before, id)), is.then(|| model.classify(after, id))];
        for (parts, placement) in parts.iter_mut().zip(&placements) {
            parts.add(id, placement.as_ref());
        }
        let [Some(was), Some(is)] = &placements else { continue };
        for layer in LayerId::all().filter(|layer| was.owner(*layer) != is.owner(*layer)) {
            let owners = (Some(was.owner(layer)), Some(is.owner(layer)));
            let why = is.condition.or(was.condition).map(|condition| condition.why);
            moves.push(moved(after, id, layer, owners, (is.model, why)));
        }
    }
    let [had, has] = &parts;
    // Where nothing was, or nothing stays, all layers come or go: that says nothing.
    if had.any && has.any {
        for layer in LayerId::all() {
            match (had.first(layer), has.first(layer)) {
                (None, Some((id, owner, model))) => {
                    moves.push(moved(after, id, layer, (None, Some(owner)), (model, None)));
                }
                (Some((id, owner, model)), None) => {
                    moves.push(moved(after, id, layer, (Some(owner), None), (model, None)));
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
    fn add(&mut self, id: InstanceId, placement: Option<&Placement>) {
        let Some(placement) = placement else { return };
        self.any = true;
        for layer in LayerId::all() {
            let owner = placement.owner(layer);
            if owner != Owner::Provider && self.first(layer).is_none() {
                self.first.push((layer, id, owner, placement.model));
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
