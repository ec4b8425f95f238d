//! `decode_tfvars` of the provider that is built into Terraform: an object of what a file of variables gives.

use super::evaluator::Evaluator;
use super::interp::{EvalError, Evaluated, Interp, Scope, Step};
use crate::syntax::parse;
use crate::value::{Entry, InstanceId, Kind, Origin, ReasonKind, Value};

impl<'a> Evaluator<'a> {
    /// The object. What calls functions is not known: Terraform refuses that, unless the call stands in an arm that is not
    /// taken.
    pub(super) fn decode_tfvars(&self, text: &'a str, at: Origin) -> Evaluated<'a> {
        let refused = |what: &str| Err(EvalError::new(format!("decode_tfvars: the text {what}"), at));
        let tree = parse(text);
        if let Some(error) = tree.errors.first() {
            return refused(&format!("cannot be read: {}", error.message));
        }
        let tree = self.keep(&tree, text);
        if tree.blocks_in(tree.root()).next().is_some() {
            return refused("holds a block");
        }
        if !tree.calls.is_empty() {
            return Ok(self.unknown(ReasonKind::Function, "provider::terraform::decode_tfvars()", at));
        }
        let session = &self.session;
        let interp = Interp { arena: self.arena, tree, base: 0, null_flow: false, scope: &NoNames, session };
        let mut entries: Vec<Entry<'a>> = Vec::new();
        for attribute in tree.attributes(tree.root()) {
            let value = interp.eval(attribute.expr).map_err(|error| EvalError { at, ..error })?;
            entries.push((tree.text(attribute.name), value.at(at)));
        }
        entries.sort_unstable_by_key(|(name, _)| *name);
        if entries.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return refused("gives a variable twice");
        }
        Ok(Value::of(Kind::Object(self.arena.alloc_slice_copy(&entries))).at(at))
    }
}

/// A file of variables knows no names.
struct NoNames;

impl<'a> Scope<'a> for NoNames {
    fn resolve(&self, name: &'a str, _steps: &[Step<'a>], at: Origin) -> Result<(Value<'a>, usize), EvalError> {
        Err(EvalError::new(format!("\"{name}\" means nothing in a file of variables"), at))
    }

    fn attribute(&self, _instance: InstanceId, name: &'a str, at: Origin) -> Evaluated<'a> {
        self.resolve(name, &[], at).map(|(value, _)| value)
    }

    fn call(&self, _name: &str, _args: &[Value<'a>], _at: Origin) -> Option<Evaluated<'a>> {
        None
    }
}
