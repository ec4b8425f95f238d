//! The companions of what is judged: by a link either way, by any link, or by a scope.

use super::link::Linked;
use super::names::Judging;
use super::path::Found;
use super::verdict::{Outer, Rule, Subject};
use crate::estate::{InstanceId, InstanceKind};
use crate::eval::EvalError;
use crate::settings::model::{Companion, LinkKind, TypeRef};
use crate::settings::path::Step;
use crate::syntax::Seq;

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The companions that belong to what is judged (or to the companion around).
    pub(super) fn companions_of(
        &self,
        rule: Rule<'e>,
        companion: &'e Companion,
        subject: &Subject<'s>,
        outer: Option<Outer<'s>>,
    ) -> Result<Linked<'s>, EvalError> {
        let root = self.root;
        let anchor = outer.map_or(self.instance, |outer| outer.id);
        let types = &root.rules.types[companion.types.range()];
        let mut linked = Linked::default();
        match companion.link {
            LinkKind::Via | LinkKind::From => {
                let Some(paths) = companion.link_paths else { return Ok(linked) };
                let names = &subject.names;
                for path in self.paths(rule, paths, names)?.iter() {
                    let any_type = types.iter().any(|ty| self.str(ty.name) == "*");
                    if path.text == "*" || any_type {
                        let named = |of: Seq, name: &str| {
                            root.rules.types[of.range()].iter().any(|ty| self.str(ty.name) == name)
                        };
                        let found = root.any_link(anchor, "*", companion.link == LinkKind::Via);
                        linked.certain.extend(found.into_iter().filter(|id| {
                            let name = root.estate.instance(*id).type_name;
                            (any_type || named(companion.types, name)) && !named(companion.except, name)
                        }));
                        continue;
                    }
                    for ty in types {
                        let found = self.one_link(companion, ty, (path.text, &path.steps), anchor, subject, outer);
                        linked.add(found);
                    }
                }
            }
            _ => {
                for ty in types {
                    for kind in super::kinds_of(ty.kind) {
                        let all = root.estate.of_type(*kind, self.str(ty.name));
                        linked.certain.extend(all.iter().filter(|id| self.in_scope(companion.link, **id)));
                    }
                }
            }
        }
        linked.certain.sort_unstable();
        linked.certain.dedup();
        Ok(linked)
    }

    fn one_link(
        &self,
        companion: &Companion,
        ty: &TypeRef,
        (path, steps): (&str, &[Step<'_>]),
        anchor: InstanceId,
        subject: &Subject<'s>,
        outer: Option<Outer<'s>>,
    ) -> Linked<'s> {
        let root = self.root;
        let type_name = self.str(ty.name);
        let mut linked = Linked::default();
        for kind in super::kinds_of(ty.kind) {
            let found = if companion.link == LinkKind::Via {
                root.links.pointing(root.estate, root.estate, *kind, type_name, (path, steps), anchor)
            } else {
                let start = match outer {
                    Some(Outer { id, value, .. }) => {
                        Found { value, container: root.estate.instance(id).header, path: String::new() }
                    }
                    None => subject.found.clone(),
                };
                root.points_from(&start, steps, *kind, type_name)
            };
            linked.add(found);
        }
        linked
    }

    /// Whether a companion of `scope` stands where the anchor can see it.
    fn in_scope(&self, link: LinkKind, id: InstanceId) -> bool {
        let estate = self.root.estate;
        let (own, other) = (estate.instance(self.instance), estate.instance(id));
        match link {
            LinkKind::Provider => {
                let own_config = match own.kind {
                    InstanceKind::Provider => Some(self.instance),
                    _ => own.provider,
                };
                own.provider_name == other.provider_name && own_config == other.provider
            }
            LinkKind::Account => own.provider_name == other.provider_name,
            _ => true,
        }
    }
}
