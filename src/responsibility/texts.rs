//! What stands beside the matrix: duties that no code can show, sources, and the vendors' own pictures.

use super::Owner;
use super::model::{LayerId, ModelId, ModelSet};
use super::ownership::cell;
use super::tables::{DUTIES, SOURCE_TABLE, VIEWS};

/// Where a fact comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// `AZ26`
    pub id: &'static str,
    /// Who says it, and where.
    pub name: &'static str,
    /// The part of it.
    pub section: &'static str,
    /// What it says.
    pub says: &'static str,
}

/// Sources of one fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    pub(super) ids: &'static [u8],
    pub(super) other: &'static str,
}

impl Sources {
    /// The rows of the table of sources.
    pub fn listed(self) -> impl Iterator<Item = &'static Source> {
        self.ids.iter().map(|id| &SOURCE_TABLE[usize::from(*id)])
    }

    /// The names of all sources.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.listed().map(|source| source.name).chain((!self.other.is_empty()).then_some(self.other))
    }
}

/// All sources.
pub fn sources() -> &'static [Source] {
    &SOURCE_TABLE
}

/// Something that the customer owes and that no Terraform can show.
#[derive(Debug, PartialEq, Eq)]
pub struct Duty {
    /// `acc-mfa-enrol`
    pub id: &'static str,
    /// The layer it belongs to.
    pub layer: LayerId,
    /// The models under which it is owed.
    pub models: ModelSet,
    /// What to do.
    pub duty: &'static str,
    /// Why the code cannot show it.
    pub why_not_in_code: &'static str,
    /// What would prove it.
    pub evidence: &'static str,
    /// Where it comes from.
    pub sources: Sources,
    /// Controls that it serves, by [`ControlSet`](super::ControlSet).
    pub(super) controls: [&'static [&'static str]; super::frameworks::SETS],
}

/// All duties outside the code, by layer.
pub fn duties() -> &'static [Duty] {
    &DUTIES
}

/// The duties outside the code that these models bring with them.
pub fn duties_under(models: ModelSet) -> impl Iterator<Item = &'static Duty> {
    DUTIES.iter().filter(move |duty| duty.models.meets(models))
}

/// The duties outside the code of one layer.
pub fn duties_of(layer: LayerId) -> impl Iterator<Item = &'static Duty> {
    DUTIES.iter().filter(move |duty| duty.layer == layer)
}

/// A vendor's own picture of the matrix.
#[derive(Debug, PartialEq, Eq)]
pub struct View {
    /// `azure-2026`
    pub id: &'static str,
    /// Its rows, from top to bottom.
    pub rows: &'static [ViewRow],
}

/// A row of a vendor's picture. An owner is `None` where the picture has no such column.
#[derive(Debug, PartialEq, Eq)]
pub struct ViewRow {
    /// What the vendor calls it.
    pub name: &'static str,
    /// The layers that it holds.
    pub layers: &'static [LayerId],
    /// The owner on premises.
    pub onprem: Option<Owner>,
    /// The owner with infrastructure as a service.
    pub iaas: Option<Owner>,
    /// The owner with a platform as a service.
    pub paas: Option<Owner>,
    /// The owner with software as a service.
    pub saas: Option<Owner>,
    /// Where it stands.
    pub sources: Sources,
    /// What to know of it; may be empty.
    pub note: &'static str,
}

impl ViewRow {
    /// The owner under a model: the column that the vendor would file it under. `None` where the picture has none.
    pub fn owner(&self, model: ModelId) -> Option<Owner> {
        match model.id() {
            "onprem" | "private" => self.onprem,
            "iaas" => self.iaas,
            "caas" | "paas" | "faas" => self.paas,
            "saas" => self.saas,
            _ => None,
        }
    }

    /// The layers of the row of which our own table says something else under a model, with what it says.
    pub fn differing(&self, model: ModelId) -> impl Iterator<Item = (LayerId, Owner)> {
        let theirs = self.owner(model);
        let ours = self.layers.iter().filter_map(move |layer| Some((*layer, cell(*layer, model)?.owner)));
        ours.filter(move |(_, owner)| theirs.is_some_and(|theirs| theirs != *owner))
    }
}

/// All views.
pub fn views() -> &'static [View] {
    &VIEWS
}

/// The view with that id.
pub fn view(id: &str) -> Option<&'static View> {
    VIEWS.iter().find(|view| view.id == id)
}
