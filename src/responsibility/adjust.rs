//! What users say of the model for an estate of theirs: their contract may differ from what vendors publish.
//!
//! In: adjustments, as a configuration file says them. Out: placements that take them into account.

use crate::estate::Estate;
use crate::source::Location;
use crate::value::InstanceId;

use super::condition;
use super::model::{LayerId, ModelId, ModelSet, Overrides};
use super::ownership::Placement;
use super::{Owner, tables};

/// All adjustments of an estate, the narrower ones first: where two speak of the same, the first one counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adjustments {
    list: Vec<Adjustment>,
}

/// One deviation from the published model.
#[derive(Clone, Debug, PartialEq)]
pub struct Adjustment {
    /// Of what, and what holds instead.
    pub what: Adjusted,
    /// Why: which contract, which decision.
    pub reason: String,
    /// Where it is written.
    pub location: Location,
}

/// What an adjustment speaks of.
#[derive(Clone, Debug, PartialEq)]
pub enum Adjusted {
    /// Resources of a type.
    Type {
        /// The type, or (ending in `*`) what types begin with.
        pattern: String,
        /// The model that they belong to.
        model: Option<ModelId>,
        /// Who answers for some of their layers.
        owners: Overrides,
    },
    /// A layer under some models.
    Cell {
        /// The row.
        layer: LayerId,
        /// The columns; all where it speaks of the whole layer.
        models: ModelSet,
        /// Only of this provider: `aws`.
        provider: Option<String>,
        /// Who answers for it.
        owner: Owner,
        /// Whether a whole row is meant, not a cell of it.
        is_row: bool,
    },
}

impl Adjusted {
    /// How narrow it is; what is narrower counts first.
    fn breadth(&self) -> (u8, usize) {
        match self {
            Self::Type { pattern, .. } if !pattern.ends_with('*') => (0, 0),
            // The longest prefix is the narrowest.
            Self::Type { pattern, .. } => (1, usize::MAX - pattern.len()),
            Self::Cell { provider, is_row, .. } => (2 + 2 * u8::from(*is_row) + u8::from(provider.is_none()), 0),
        }
    }

    fn is_of_type(&self, type_name: &str) -> bool {
        matches!(self, Self::Type { pattern, .. } if match pattern.strip_suffix('*') {
            Some(prefix) => type_name.starts_with(prefix),
            None => type_name == pattern,
        })
    }

    /// The owner that it gives to a layer of a model of a provider.
    fn owner_of(&self, asked: LayerId, model: ModelId, of: &str) -> Option<Owner> {
        let Self::Cell { layer, models, provider, owner, .. } = self else { return None };
        let is_meant = *layer == asked && models.contains(model) && provider.as_deref().is_none_or(|name| name == of);
        is_meant.then_some(*owner)
    }
}

/// What users say of one resource.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Said {
    /// Whether they set the model.
    pub(super) model: bool,
    /// The owners that they set.
    pub(super) owners: Overrides,
}

impl Adjustments {
    /// Takes adjustments in any order.
    pub fn new(mut list: Vec<Adjustment>) -> Self {
        list.sort_by_key(|adjustment| adjustment.what.breadth());
        Self { list }
    }

    /// All of them, narrower ones first.
    pub fn iter(&self) -> std::slice::Iter<'_, Adjustment> {
        self.list.iter()
    }

    /// Whether the published model holds as it is.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What a resource belongs to: by its type, by the first condition that is true of it, and by what users say, which
    /// wins over both.
    pub fn classify(&self, estate: &Estate<'_>, id: InstanceId) -> Placement {
        let placement = condition::classify(estate, id);
        self.apply(estate.instance(id).type_name, placement, |_| ())
    }

    /// The placement of a resource of that type with what users say. `counts` is told the place of each adjustment in
    /// [`Self::iter`] that makes a difference.
    #[must_use]
    pub fn apply(&self, type_name: &str, published: Placement, mut counts: impl FnMut(usize)) -> Placement {
        if self.list.is_empty() {
            return published;
        }
        let mut placement = published;
        // Names are compared once, not for each layer.
        let is_meant = |it: &Adjustment| matches!(it.what, Adjusted::Cell { .. }) || it.what.is_of_type(type_name);
        let meant: Vec<(usize, &Adjustment)> = self.list.iter().enumerate().filter(|(_, it)| is_meant(it)).collect();
        let mut model = meant.iter().filter_map(|(index, it)| match it.what {
            Adjusted::Type { model: Some(model), .. } => Some((*index, model)),
            _ => None,
        });
        let mut differs: Vec<usize> = Vec::new();
        if let Some((index, model)) = model.next() {
            placement.said.model = true;
            placement.model = model;
            if model != published.model {
                differs.push(index);
            }
        }
        if !placement.model.has_column() {
            differs.into_iter().for_each(counts);
            return placement;
        }
        let provider = published.service.provider;
        for layer in LayerId::all() {
            let said = meant.iter().find_map(|(index, it)| {
                let owner = match &it.what {
                    Adjusted::Type { owners, .. } => owners.get(layer),
                    other => other.owner_of(layer, placement.model, provider),
                };
                Some((*index, owner?))
            });
            let Some((index, owner)) = said else { continue };
            if placement.owner(layer) != owner && !differs.contains(&index) {
                differs.push(index);
            }
            placement.said.owners = placement.said.owners.with(layer, owner);
        }
        differs.into_iter().for_each(&mut counts);
        placement
    }

    /// The placement of something that no code declares: a service under a model, with owners of its own.
    pub fn declared(&self, model: ModelId, provider: &str, owners: Overrides) -> Placement {
        let mut service = super::ownership::unknown_service();
        // Where that provider differs from others, it does so here, too.
        let differs = tables::PROVIDER_OVERRIDES.iter().find(|it| it.provider == provider);
        service.provider = differs.map_or("", |differs| differs.provider);
        let mut placement = Placement { service, model, condition: None, undecided: None, said: Said::default() };
        for layer in LayerId::all() {
            let said = self.list.iter().find_map(|it| it.what.owner_of(layer, model, provider));
            if let Some(owner) = owners.get(layer).or(said) {
                placement.said.owners = placement.said.owners.with(layer, owner);
            }
        }
        placement
    }
}
