//! Cases in which the attributes of a resource, or of its provider's configuration, change its model or an owner.

use bumpalo::Bump;

use crate::estate::Estate;
use crate::eval::{EvalError, Evaluated, Interp, Scope, Session, Step, Truth};
use crate::syntax::{Node, NodeId};
use crate::value::{BlockObject, InstanceId, Kind, Origin, Value};

use super::model::{ModelId, Overrides};
use super::ownership::Placement;
use super::stores::stores;
use super::tables::{CONDITION_TREE, CONDITIONS, EXACT_CONDITIONS};
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

/// All conditions: of types first, then of prefixes.
pub fn conditions() -> &'static [Condition] {
    &CONDITIONS
}

/// The conditions of a type in the order in which they count: those of the type itself, then those of its prefixes.
pub fn conditions_of(type_name: &str) -> impl Iterator<Item = &'static Condition> + '_ {
    let (exact, prefixes) = CONDITIONS.split_at(EXACT_CONDITIONS);
    let start = exact.partition_point(|condition| condition.pattern < type_name);
    let of_type = exact[start..].iter().take_while(move |condition| condition.pattern == type_name);
    of_type.chain(prefixes.iter().filter(move |condition| type_name.starts_with(condition.pattern)))
}

/// The names of the attributes that conditions and the guards of stores look at.
pub fn attributes_read() -> impl Iterator<Item = &'static str> {
    let of_conditions = CONDITION_TREE.nodes.iter().filter_map(|node| match node {
        Node::Attr(_, name) | Node::Str(name) => Some(CONDITION_TREE.text(*name)),
        _ => None,
    });
    let guards = stores().iter().flat_map(|store| store.refuses.iter().chain(store.keeps));
    of_conditions.chain(guards.flat_map(|guard| guard.path.split('.')))
}

/// What a resource belongs to: by its type, and by the first condition that is true of it.
///
/// A condition that is unknown, or fails, is not true; the first unknown one before that is named in the placement.
pub fn classify(estate: &Estate<'_>, id: InstanceId) -> Placement {
    let instance = estate.instance(id);
    let placement = Placement::of_type(instance.type_name);
    let provider = instance.provider.map(|provider| estate.instance(provider).attrs);
    let names = Names { attrs: instance.attrs, provider };
    let mut undecided = None;
    for condition in conditions_of(instance.type_name) {
        match names.truth(condition) {
            Some(true) => return Placement { undecided, ..placement.under(condition) },
            Some(false) => {}
            None => undecided = undecided.or(Some(condition)),
        }
    }
    Placement { undecided, ..placement }
}

/// What the names in a condition mean.
struct Names<'a> {
    attrs: &'a BlockObject<'a>,
    /// The configuration of the resource's provider, where one is written.
    provider: Option<&'a BlockObject<'a>>,
}

impl Names<'_> {
    /// Whether a condition is true; `None` if nobody can say.
    fn truth(&self, condition: &Condition) -> Option<bool> {
        let (arena, session) = (Bump::new(), Session::default());
        let interp =
            Interp { arena: &arena, tree: CONDITION_TREE, base: 0, null_flow: true, scope: self, session: &session };
        let truth = interp.eval(condition.node).and_then(|value| interp.truth(&value, condition.node));
        match truth {
            Ok(Truth::Known(truth)) => Some(truth),
            Ok(Truth::Unknown(_)) => None,
            Ok(Truth::Null) | Err(_) => Some(false),
        }
    }
}

impl<'a> Scope<'a> for Names<'a> {
    fn resolve(&self, name: &'a str, _: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        let value = match name {
            "attrs" => Value::of(Kind::Block(self.attrs)),
            "provider" => self.provider.map_or(Value::NULL, |provider| Value::of(Kind::Block(provider))),
            _ => return Err(EvalError::new(format!("There is no {name} here"), at)),
        };
        Ok((value, 0))
    }

    fn attribute(&self, _: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        Err(EvalError::new(format!("{name} of another resource is not known here"), at))
    }

    fn call(&self, _: &str, _: &[Value<'a>], _: Origin) -> Option<Evaluated<'a>> {
        None
    }
}
