//! Cases in which the attributes of a resource, or of its provider's configuration, change its model or an owner.

use crate::syntax::NodeId;

use super::model::{ModelId, Overrides};
use super::tables::{CONDITIONS, EXACT_CONDITIONS};
use super::texts::Sources;

/// A case that changes the model or an owner.
#[derive(Debug, PartialEq, Eq)]
pub struct Condition {
    /// The type, or what types begin with.
    pub(super) pattern: &'static str,
    /// The expression as written: `attrs.launch_type == "FARGATE"`.
    pub when: &'static str,
    /// Why it changes something, as a clause: `launch_type is FARGATE: AWS runs and patches the machines`.
    pub why: &'static str,
    /// The model, where it changes that.
    pub model: Option<ModelId>,
    /// The owners that it changes.
    pub overrides: Overrides,
    /// Where it comes from.
    pub sources: Sources,
    /// The expression, in the tree of all conditions.
    pub(super) node: NodeId,
}

/// The conditions of a type in the order in which they count: those of the type itself, then those of its prefixes.
pub fn conditions_of(type_name: &str) -> impl Iterator<Item = &'static Condition> + '_ {
    let (exact, prefixes) = CONDITIONS.split_at(EXACT_CONDITIONS);
    let start = exact.partition_point(|condition| condition.pattern < type_name);
    let of_type = exact[start..].iter().take_while(move |condition| condition.pattern == type_name);
    of_type.chain(prefixes.iter().filter(move |condition| type_name.starts_with(condition.pattern)))
}
