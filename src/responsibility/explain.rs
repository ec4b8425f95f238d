//! Answers without any finding: who does what for a type of resource, in a layer, under a model.

use super::Owner;
use super::condition::{Condition, conditions_of};
use super::model::{LayerId, ModelId};
use super::ownership::{MatrixCell, Ownership, Placement, ProviderOverride, cell};
use super::service::{Service, Suffix, suffix_of, suffixes};
use super::tables::{DUTIES, PROVIDER_OVERRIDES};
use super::texts::{Duty, duties_of};

/// Who does what for a type of resource.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeExplained {
    /// Its service.
    pub service: Service,
    /// The ending of its name, where that tells the layer.
    pub suffix: Option<&'static Suffix>,
    /// Every layer, from top to bottom, before any attribute is looked at.
    pub layers: Vec<(LayerId, Ownership)>,
    /// What would change it.
    pub changes: Vec<Change>,
}

/// A case that changes who does what.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The case.
    pub condition: &'static Condition,
    /// The model it sets, where that differs from the service's.
    pub model: Option<ModelId>,
    /// The layers whose owner is then another, with the owner before and after.
    pub layers: Vec<(LayerId, Owner, Owner)>,
}

/// Explains a type of resource or data source; `None` for a provider that the tables do not know.
pub fn explain_type(type_name: &str) -> Option<TypeExplained> {
    let service = super::classify_type(type_name)?;
    let placement = Placement::of_type(type_name);
    let changes = conditions_of(type_name)
        .map(|condition| {
            let changed = placement.under(condition);
            let layers = LayerId::all()
                .map(|layer| (layer, placement.owner(layer), changed.owner(layer)))
                .filter(|(_, before, after)| before != after)
                .collect();
            Change { condition, model: condition.model.filter(|model| *model != service.model), layers }
        })
        .collect();
    Some(TypeExplained {
        service,
        suffix: suffix_of(type_name),
        layers: LayerId::all().map(|layer| (layer, placement.ownership(layer))).collect(),
        changes,
    })
}

/// A layer under every model.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerExplained {
    /// The layer.
    pub layer: LayerId,
    /// Its cells, in the order of the columns.
    pub cells: Vec<(ModelId, &'static MatrixCell)>,
    /// Where a provider differs.
    pub differs: Vec<&'static ProviderOverride>,
    /// What is owed outside the code.
    pub duties: Vec<&'static Duty>,
    /// Endings of types whose settings fall here.
    pub suffixes: Vec<&'static Suffix>,
}

/// Explains a layer.
pub fn explain_layer(layer: LayerId) -> LayerExplained {
    LayerExplained {
        layer,
        cells: ModelId::columns().filter_map(|model| cell(layer, model).map(|cell| (model, cell))).collect(),
        differs: PROVIDER_OVERRIDES.iter().filter(|differs| differs.layer == layer).collect(),
        duties: duties_of(layer).collect(),
        suffixes: suffixes().iter().filter(|suffix| suffix.layers.contains(&layer)).collect(),
    }
}

/// A model with all of its layers.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelExplained {
    /// The model.
    pub model: ModelId,
    /// Its cells, from top to bottom; none for a model without a column.
    pub cells: Vec<(LayerId, &'static MatrixCell)>,
    /// Where a provider differs.
    pub differs: Vec<&'static ProviderOverride>,
    /// What is owed outside the code.
    pub duties: Vec<&'static Duty>,
}

/// Explains a model.
pub fn explain_model(model: ModelId) -> ModelExplained {
    ModelExplained {
        model,
        cells: LayerId::all().filter_map(|layer| cell(layer, model).map(|cell| (layer, cell))).collect(),
        differs: PROVIDER_OVERRIDES.iter().filter(|differs| differs.model == model).collect(),
        duties: DUTIES.iter().filter(|duty| duty.models.contains(model)).collect(),
    }
}
