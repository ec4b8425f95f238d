//! The shared-responsibility model: which service model a resource belongs to, and who owns each layer of it.
//!
//! The facts are the tables of `rules/responsibility/`, compiled in. In: types and instances. Out: a [`Placement`], of
//! which every layer's [`Ownership`] can be asked, and the [`Matrix`] that adds them up.

use serde::Serialize;

mod adjust;
mod breakdown;
mod condition;
mod explain;
mod frameworks;
mod losses;
mod matrix;
mod model;
mod moves;
mod ownership;
mod service;
mod stores;
mod tables;
mod tally;
mod texts;

#[cfg(test)]
mod matrix_tests;
#[cfg(test)]
mod tests;

pub use adjust::{Adjusted, Adjustment, Adjustments};
pub use breakdown::{Breakdown, By, Group};
pub use condition::{Condition, attributes_read, classify, conditions, conditions_of};
pub use explain::{Change, LayerExplained, ModelExplained, TypeExplained, explain_layer, explain_model, explain_type};
pub use frameworks::{ControlSet, Framework, LayerControls, framework, frameworks};
pub use losses::{Loss, Missing, losses};
pub use matrix::{Cell, CellNote, Matrix};
pub use model::{Layer, LayerId, Model, ModelId, ModelKind, ModelSet, Overrides, layers, models};
pub use moves::{Move, Side, moves, moves_between};
pub use ownership::{Basis, DecidedBy, MatrixCell, Ownership, Placement, ProviderOverride, cell, owner_line};
pub use service::{Service, Suffix, classify_type, layers_of_type, provider_name, services, suffix_of, suffixes};
pub use stores::{Comparison, Guard, Store, store, stores};
pub use tables::{LAYERS, MODELS};
pub use tally::{Status, Tally};
pub use texts::{Duty, Source, Sources, View, ViewRow, duties, duties_of, duties_under, sources, view, views};

/// Who answers for a layer of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The customer.
    Customer,
    /// Both, each a part.
    Shared,
    /// The provider.
    Provider,
}
