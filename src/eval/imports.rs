//! `import` blocks: which objects would be taken in, as far as Terraform can refuse that.

use std::rc::Rc;

use super::evaluator::{Evaluator, ModuleState};
use super::interp::article;
use super::repetition::Expanded;
use super::scope::ModuleScope;
use crate::config::{ExprRef, Import, Mode, ResourceRef};
use crate::syntax::Node;
use crate::value::{Kind, Marks, ReasonKind, Value};

/// Of so many objects that one block imports what is wrong is told.
const MAX_ROUNDS: usize = 1_000;

impl<'a> Evaluator<'a> {
    /// Looks at the imports of a module; only the root module may have any.
    pub(super) fn run_imports(&self, state: &Rc<ModuleState<'a>>) {
        for import in state.module.iter().flat_map(|module| &module.imports) {
            if state.parent.is_some() {
                let message = "only the root module can import".to_owned();
                self.refuse(self.header(import.block), message, None);
            } else {
                self.run_import(state, import);
            }
        }
    }

    fn run_import(&self, state: &Rc<ModuleState<'a>>, import: &Import) {
        let scope = self.plain_scope(state);
        let Some(for_each) = import.for_each else {
            return self.import_one(state, &scope, import);
        };
        let collection = self.eval(&scope, for_each);
        if let Kind::Unknown(unknown) = collection.kind
            && unknown.reason.kind == ReasonKind::Computed
            && collection.marks.among(Marks::DOUBTS) == Marks::NONE
        {
            let message = format!("for_each must be known before apply; {} is not", unknown.reason.name);
            return self.refuse(self.at(for_each), message, None);
        }
        if collection.is_null() || collection.is_unknown() {
            return;
        }
        let Some(rounds) = self.rounds(&collection) else {
            let message = format!("for_each of an import must be a collection, not {}", article(&collection));
            return self.refuse(self.at(for_each), message, None);
        };
        for round in rounds.into_iter().take(MAX_ROUNDS) {
            let mut scope = self.plain_scope(state);
            scope.repetition.each = Some(round);
            self.import_one(state, &scope, import);
        }
    }

    fn import_one(&self, state: &Rc<ModuleState<'a>>, scope: &ModuleScope<'_, 'a>, import: &Import) {
        if let Some(to) = import.to {
            self.check_instance_imported(state, scope, to);
        }
        let Some(id) = import.id else { return };
        let value = self.eval(scope, id);
        if value.marks.among(Marks::DOUBTS) != Marks::NONE {
            return;
        }
        let wrong = match value.kind {
            Kind::Null => "the id of an import must not be null".to_owned(),
            Kind::Str("") => "the id of an import must not be empty".to_owned(),
            Kind::Unknown(unknown) if unknown.reason.kind == ReasonKind::Computed => {
                format!("the id of an import must be known before apply; {} is not", unknown.reason.name)
            }
            Kind::Str(_) | Kind::Int(_) | Kind::Big(_) | Kind::Bool(_) | Kind::Unknown(_) => return,
            _ => format!("the id of an import must be a string, not {}", article(&value)),
        };
        self.refuse(self.at(id), wrong, None);
    }

    /// `to = aws_vpc.main["x"]`: there must be such an instance.
    fn check_instance_imported(&self, state: &Rc<ModuleState<'a>>, scope: &ModuleScope<'_, 'a>, to: ExprRef) {
        let tree = self.program.tree(to.file);
        let Node::Index(base, key) = tree.node(to.node) else { return };
        let Node::Attr(type_name, name) = tree.node(base) else { return };
        let Node::Variable(type_name) = tree.node(type_name) else { return };
        let (type_name, name) = (tree.text(type_name), tree.text(name));
        let declared = state.module.map(|module| &module.resources);
        let resource = declared.and_then(|resources| resources.get(&ResourceRef(Mode::Managed, type_name, name)));
        let Some(Ok(expanded)) = resource.map(|resource| self.resource(state, resource, self.at(to))) else { return };
        let key: Value<'a> = self.eval(scope, ExprRef { node: key, ..to });
        let there = match (&expanded, key.kind) {
            (Expanded::Each(all), Kind::Str(key)) => all.binary_search_by(|(known, _)| (*known).cmp(key)).is_ok(),
            (Expanded::Count(all), Kind::Int(index)) => usize::try_from(index).is_ok_and(|index| index < all.len()),
            (Expanded::Each(_), Kind::Int(_)) | (Expanded::Count(_), Kind::Str(_)) => false,
            _ => true,
        };
        if !there {
            let message = format!("{type_name}.{name} has no instance of the key that is imported");
            self.refuse(self.at(to), message, None);
        }
    }
}
