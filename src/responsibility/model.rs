//! Layers (the rows of the matrix) and service models (its columns), and sets of them.

use serde::{Serialize, Serializer};

use super::Owner;
use super::tables::{LAYER_TABLE, LAYERS, MODEL_TABLE, MODELS};

/// A layer: a row of the matrix. Ordered from what is always the customer's down to what seldom is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LayerId(pub(super) u8);

/// A service model: a column of the matrix.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ModelId(pub(super) u8);

/// What a layer is.
#[derive(Debug, PartialEq, Eq)]
pub struct Layer {
    /// `network`
    pub id: &'static str,
    /// `Network controls and firewall`
    pub name: &'static str,
    /// A broader word, for a matrix of six rows: `data`, `access`, `workload`, `network`, `operations`, `infrastructure`.
    pub group: &'static str,
    /// What belongs to it.
    pub definition: &'static str,
    /// What AWS calls it.
    pub aws: &'static str,
    /// What Microsoft calls it.
    pub azure: &'static str,
    /// What Google calls it.
    pub gcp: &'static str,
    /// What Oracle calls it.
    pub oracle: &'static str,
    /// Domains of the CSA Cloud Controls Matrix v4, separated by spaces.
    pub ccm: &'static str,
    /// Families and controls of NIST SP 800-53, separated by spaces.
    pub nist: &'static str,
    /// What Terraform can set in it.
    pub examples: &'static str,
}

/// What kind of thing a model is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelKind {
    /// Hardware that the customer runs.
    Deployment,
    /// A service that somebody else runs.
    Service,
    /// Helpers that create nothing at a provider: no column.
    Utility,
}

/// What a service model is.
#[derive(Debug, PartialEq, Eq)]
pub struct Model {
    /// `paas`
    pub id: &'static str,
    /// `PaaS`
    pub short: &'static str,
    /// `Platform as a service`
    pub name: &'static str,
    /// Its kind.
    pub kind: ModelKind,
    /// What belongs to it.
    pub definition: &'static str,
    /// How NIST SP 800-145 stands to it; may be empty.
    pub nist: &'static str,
    /// Who owns what, in a few words.
    pub ownership: &'static str,
    /// Services and types.
    pub examples: &'static str,
}

/// All layers, from top to bottom.
pub fn layers() -> &'static [Layer] {
    &LAYER_TABLE
}

/// All models, from what is wholly the customer's on; `none`, which has no column, is the last.
pub fn models() -> &'static [Model] {
    &MODEL_TABLE
}

impl LayerId {
    /// All layers, from top to bottom.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..LAYERS as u8).map(Self)
    }

    /// The layer with that id.
    pub fn find(id: &str) -> Option<Self> {
        Self::all().find(|layer| layer.id() == id)
    }

    /// What the layer is.
    pub fn get(self) -> &'static Layer {
        &LAYER_TABLE[usize::from(self.0)]
    }

    /// `network`
    pub fn id(self) -> &'static str {
        self.get().id
    }

    /// The layer with that place in the order of layers; the first for a place that no layer has.
    pub(crate) fn at(index: u8) -> Self {
        Self(if usize::from(index) < LAYERS { index } else { 0 })
    }

    /// Its place in [`layers`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl ModelId {
    /// `none`: helpers that create nothing at a provider.
    pub const NONE: Self = Self(MODELS as u8 - 1);

    /// All models that have a column.
    pub fn columns() -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..Self::NONE.0).map(Self)
    }

    /// The model with that id.
    pub fn find(id: &str) -> Option<Self> {
        MODEL_TABLE.iter().position(|model| model.id == id).map(|index| Self(index as u8))
    }

    /// The model with that place in the order of models; none for a place that no model has.
    pub(crate) fn at(index: u8) -> Self {
        Self(index.min(Self::NONE.0))
    }

    /// What the model is.
    pub fn get(self) -> &'static Model {
        &MODEL_TABLE[usize::from(self.0)]
    }

    /// `paas`
    pub fn id(self) -> &'static str {
        self.get().id
    }

    /// `PaaS`
    pub fn short(self) -> &'static str {
        self.get().short
    }

    /// Whether the matrix has a column for it.
    pub fn has_column(self) -> bool {
        self.get().kind != ModelKind::Utility
    }

    /// Its place in [`models`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl std::fmt::Debug for LayerId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl std::fmt::Debug for ModelId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}

impl std::fmt::Display for LayerId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.id())
    }
}

impl std::fmt::Display for ModelId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.id())
    }
}

impl Serialize for LayerId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl Serialize for ModelId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// Owners of some layers: two bits a layer, 0 where nothing is said of it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Overrides(pub(super) u32);

impl Overrides {
    /// Nothing is said of any layer.
    pub const NONE: Self = Self(0);

    /// The owner that is given for a layer.
    pub fn get(self, layer: LayerId) -> Option<Owner> {
        match (self.0 >> (2 * layer.0)) & 3 {
            1 => Some(Owner::Customer),
            2 => Some(Owner::Shared),
            3 => Some(Owner::Provider),
            _ => None,
        }
    }

    /// The same, with an owner for a layer.
    #[must_use]
    pub fn with(self, layer: LayerId, owner: Owner) -> Self {
        let at = 2 * layer.0;
        Self(self.0 & !(3 << at) | (owner as u32 + 1) << at)
    }

    /// The layers of which an owner is given, from top to bottom.
    pub fn iter(self) -> impl Iterator<Item = (LayerId, Owner)> {
        LayerId::all().filter_map(move |layer| self.get(layer).map(|owner| (layer, owner)))
    }

    /// Whether nothing is said of any layer.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl std::fmt::Debug for Overrides {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

/// A set of models, one bit each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct ModelSet(pub(super) u16);

impl ModelSet {
    /// Whether the model is in the set.
    pub fn contains(self, model: ModelId) -> bool {
        self.0 & (1 << model.0) != 0
    }

    /// All models that have a column.
    pub fn columns() -> Self {
        ModelId::columns().collect()
    }

    /// Whether the sets have a model in common.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The models, in the order of the columns.
    pub fn iter(self) -> impl Iterator<Item = ModelId> {
        (0..MODELS as u8).map(ModelId).filter(move |model| self.contains(*model))
    }
}

impl FromIterator<ModelId> for ModelSet {
    fn from_iter<I: IntoIterator<Item = ModelId>>(models: I) -> Self {
        Self(models.into_iter().fold(0, |set, model| set | 1 << model.0))
    }
}

impl std::fmt::Debug for ModelSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}
