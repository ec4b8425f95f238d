//! Who owns a layer of a resource, by which rule, and both parts in words.

use super::Owner;
use super::adjust::Said;
use super::condition::Condition;
use super::model::{LayerId, ModelId};
use super::service::{Service, provider_name};
use super::tables::{MATRIX, MODELS, PROVIDER_OVERRIDES};
use super::texts::Sources;

/// How sure a cell of the matrix is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The sources agree.
    Agreed,
    /// They do not, and it was settled.
    Settled,
    /// No source speaks of it; it follows from the others.
    Derived,
}

/// A cell of the matrix: a layer under a model.
#[derive(Debug, PartialEq, Eq)]
pub struct MatrixCell {
    /// Who answers for it.
    pub owner: Owner,
    /// The customer's part; empty where there is none.
    pub customer_part: &'static str,
    /// The provider's part; empty where there is none.
    pub provider_part: &'static str,
    /// Where it comes from.
    pub sources: Sources,
    /// How sure it is.
    pub basis: Basis,
    /// Where sources disagree, and what was settled; may be empty.
    pub disagreement: &'static str,
}

/// A cell that differs for one provider.
#[derive(Debug, PartialEq, Eq)]
pub struct ProviderOverride {
    /// `google`
    pub provider: &'static str,
    /// The column.
    pub model: ModelId,
    /// The row.
    pub layer: LayerId,
    /// Who answers for it.
    pub owner: Owner,
    /// Why.
    pub why: &'static str,
    /// Where it comes from.
    pub sources: Sources,
}

/// The cell of a layer under a model; `None` for a model without a column.
pub fn cell(layer: LayerId, model: ModelId) -> Option<&'static MatrixCell> {
    model.has_column().then(|| &MATRIX[layer.index() * (MODELS - 1) + model.index()])
}

/// What a resource belongs to, its attributes included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// The service of its type. Of a type that no table knows: a fallback without a name, model `none`.
    pub service: Service,
    /// The model: the service's, or what a condition sets.
    pub model: ModelId,
    /// The condition that is true of it.
    pub condition: Option<&'static Condition>,
    /// The first condition before that one of which nobody can say whether it is true.
    pub undecided: Option<&'static Condition>,
    /// What users say of it.
    pub(super) said: Said,
}

/// What decided about an owner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DecidedBy {
    /// The users' own configuration.
    User,
    /// Attributes of the resource or of its provider configuration.
    Condition(&'static Condition),
    /// The service differs from its model here.
    Service,
    /// The provider differs from others here.
    Provider(&'static ProviderOverride),
    /// The matrix.
    Matrix,
    /// The model has no column: it all happens on the customer's side.
    NoColumn,
}

/// Who answers for a layer of a resource, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ownership {
    /// Who answers for it.
    pub owner: Owner,
    /// The customer's part in words; empty where there is none.
    pub customer_part: &'static str,
    /// The provider's part in words; empty where there is none.
    pub provider_part: &'static str,
    /// What decided.
    pub decided_by: DecidedBy,
    /// Why it differs from the matrix; empty where it does not, or where the tables give no reason.
    pub why: &'static str,
    /// Where it comes from.
    pub sources: Sources,
    /// How sure the matrix is of its own cell.
    pub basis: Basis,
    /// Where sources disagree about the cell, and what was settled; may be empty.
    pub disagreement: &'static str,
}

impl Placement {
    /// The placement of a type by itself, before any attribute is looked at.
    pub fn of_type(type_name: &str) -> Self {
        let service = super::classify_type(type_name).unwrap_or_else(unknown_service);
        Self { service, model: service.model, condition: None, undecided: None, said: Said::default() }
    }

    /// The placement if that condition were true.
    #[must_use]
    pub fn under(self, condition: &'static Condition) -> Self {
        let model = condition.model.unwrap_or(self.service.model);
        Self { model, condition: Some(condition), ..self }
    }

    /// Who answers for a layer: by condition, else service, else provider, else matrix.
    pub fn owner(&self, layer: LayerId) -> Owner {
        self.decide(layer).0
    }

    /// Who answers for a layer, with both parts in words.
    pub fn ownership(&self, layer: LayerId) -> Ownership {
        let (owner, decided_by) = self.decide(layer);
        let Some(cell) = cell(layer, self.model) else {
            return Ownership {
                owner,
                customer_part: "everything",
                provider_part: "",
                decided_by,
                why: "",
                sources: Sources::default(),
                basis: Basis::Derived,
                disagreement: "",
            };
        };
        let (why, sources) = match decided_by {
            DecidedBy::User => ("your .onus.hcl says so", Sources::default()),
            DecidedBy::Condition(condition) => (condition.why, condition.sources),
            DecidedBy::Service => (self.service.note, Sources::default()),
            DecidedBy::Provider(differs) => (differs.why, differs.sources),
            DecidedBy::Matrix | DecidedBy::NoColumn => ("", cell.sources),
        };
        let words = words(layer, cell, owner);
        Ownership {
            owner,
            customer_part: if owner == Owner::Provider { "" } else { words.customer_part },
            provider_part: if owner == Owner::Customer && cell.owner != owner { "" } else { words.provider_part },
            decided_by,
            why,
            sources,
            basis: cell.basis,
            disagreement: cell.disagreement,
        }
    }

    /// Whether users say of a layer otherwise than what is published; also where nothing is.
    pub(super) fn is_adjusted(&self, layer: LayerId) -> bool {
        let (owner, decided_by) = self.decide(layer);
        if decided_by != DecidedBy::User {
            return false;
        }
        let model = self.condition.and_then(|condition| condition.model).unwrap_or(self.service.model);
        // What no code declares is under the model that users name.
        let model = if self.said.model || model.has_column() { model } else { self.model };
        let published = Self { model, said: Said::default(), ..*self };
        !model.has_column() || published.owner(layer) != owner
    }

    /// The owner of a layer, and what decides about it.
    pub(super) fn decide(&self, layer: LayerId) -> (Owner, DecidedBy) {
        if !self.model.has_column() {
            return (Owner::Customer, DecidedBy::NoColumn);
        }
        if let Some(owner) = self.said.owners.get(layer) {
            return (owner, DecidedBy::User);
        }
        if let Some((condition, owner)) = self.condition.and_then(|it| it.overrides.get(layer).map(|owner| (it, owner)))
        {
            return (owner, DecidedBy::Condition(condition));
        }
        // A service's own owners speak of the model that the service has.
        let same_model = self.model == self.service.model;
        if let Some(owner) = self.service.overrides.get(layer).filter(|_| same_model) {
            return (owner, DecidedBy::Service);
        }
        let differs = PROVIDER_OVERRIDES
            .iter()
            .find(|it| it.provider == self.service.provider && it.model == self.model && it.layer == layer);
        if let Some(differs) = differs {
            return (differs.owner, DecidedBy::Provider(differs));
        }
        match (cell(layer, self.model), self.condition) {
            (Some(cell), _) if self.said.model => (cell.owner, DecidedBy::User),
            // The condition sets the model, and by it the owner.
            (Some(cell), Some(condition)) if !same_model => (cell.owner, DecidedBy::Condition(condition)),
            (Some(cell), _) => (cell.owner, DecidedBy::Matrix),
            (None, _) => (Owner::Customer, DecidedBy::NoColumn),
        }
    }
}

/// The cell whose words fit an owner: the cell itself, or where it belongs to somebody else the nearest one of the layer
/// that has this owner. RDS Custom leaves the customer an operating system as a machine does.
fn words(layer: LayerId, own: &'static MatrixCell, owner: Owner) -> &'static MatrixCell {
    const NEAREST: [&str; 7] = ["caas", "paas", "iaas", "faas", "saas", "mgmt", "onprem"];
    let needed = |cell: &MatrixCell| match owner {
        Owner::Customer => !cell.customer_part.is_empty(),
        Owner::Shared => !cell.customer_part.is_empty() && !cell.provider_part.is_empty(),
        Owner::Provider => !cell.provider_part.is_empty(),
    };
    if own.owner == owner {
        return own;
    }
    let others = NEAREST.iter().filter_map(|id| ModelId::find(id)).filter_map(|model| cell(layer, model));
    others.filter(|cell| cell.owner == owner).find(|cell| needed(cell)).unwrap_or(own)
}

pub(super) fn unknown_service() -> Service {
    Service {
        provider: "",
        name: "",
        category: "",
        model: ModelId::NONE,
        layers: &[],
        overrides: super::Overrides::NONE,
        note: "",
        fallback: true,
    }
}

/// Whose a layer is, for people: `yours: network (IaaS)`, `shared with AWS: encryption (PaaS)`, `AWS's: os (PaaS)`.
///
/// `provider` is the local name of the provider: `aws`.
pub fn owner_line(owner: Owner, layer: LayerId, model: ModelId, provider: &str) -> String {
    let provider = provider_name(provider);
    let whose = match owner {
        Owner::Customer => "yours".to_owned(),
        Owner::Shared => format!("shared with {provider}"),
        Owner::Provider => format!("{provider}'s"),
    };
    if model.has_column() { format!("{whose}: {layer} ({})", model.short()) } else { format!("{whose}: {layer}") }
}
