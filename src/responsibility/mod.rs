//! The shared-responsibility model: which service model a resource belongs to, and who owns each layer of it.

use serde::Serialize;

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
