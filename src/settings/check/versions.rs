//! Provider versions in rules: `defaults` must give one value for every known major, `versions` of two shapes of one type
//! must exclude each other.

use super::super::model::{RuleExpr, Setting, Shape};
use super::super::schema::facts as schemas;
use super::super::schema::version::{Constraint, Version};
use super::super::syntax::{Node, Seq};
use super::Checker;

impl Checker<'_, '_> {
    /// Checks `defaults = { "< 4.0" = …, ">= 4.0" = … }` for the providers of these types.
    pub(super) fn defaults(&mut self, defaults: Option<RuleExpr>, types: Seq) {
        let Some(expr) = defaults else { return };
        let tree = self.set.tree(expr);
        let Node::Object(entries) = tree.node(expr.node) else {
            self.error(expr, "`defaults` is an object from version constraints to values, written out");
            return;
        };
        let mut constraints = Vec::new();
        for entry in tree.list(entries).chunks_exact(2) {
            let key = RuleExpr { node: entry[0], ..expr };
            let Node::Str(text) = tree.node(entry[0]) else { continue };
            match Constraint::parse(tree.text(text)) {
                Some(constraint) => constraints.push(constraint),
                None => return self.error(key, format!("`{}` is no version constraint", tree.text(text))),
            }
        }
        for version in self.known_versions(types) {
            let allowed = constraints.iter().filter(|constraint| constraint.allows(&version)).count();
            if allowed != 1 {
                let what = if allowed == 0 { "no constraint allows" } else { "several constraints allow" };
                self.error(expr, format!("{what} version {}.{} of the provider", version.major, version.minor));
                return;
            }
        }
    }

    /// Checks `versions` of the shapes of a setting.
    pub(super) fn shape_versions(&mut self, setting: &Setting) {
        let shapes = &self.set.shapes[setting.shapes.range()];
        let constraints: Vec<Option<Constraint>> =
            shapes.iter().map(|shape| Constraint::parse(self.set.str(shape.versions))).collect();
        for (at, shape) in shapes.iter().enumerate() {
            let Some(constraint) = &constraints[at] else {
                let text = self.set.str(shape.versions).to_owned();
                self.error_in(setting, format!("`{text}` is no version constraint"));
                continue;
            };
            for (other, known) in shapes[..at].iter().zip(&constraints) {
                let (Some(known), true) = (known, self.share_a_type(shape, other)) else { continue };
                let split = shape.versions.len > 0 && other.versions.len > 0;
                let both = self.known_versions(shape.types);
                if split && both.iter().any(|version| constraint.allows(version) && known.allows(version)) {
                    self.error_in(setting, "the `versions` of two `on` blocks of one type must exclude each other");
                }
            }
        }
    }

    fn share_a_type(&self, one: &Shape, other: &Shape) -> bool {
        let types = |shape: &Shape| &self.set.types[shape.types.range()];
        types(one).iter().any(|ty| types(other).contains(ty))
    }

    /// The first and a late version of each known major of the providers of these types.
    fn known_versions(&self, types: Seq) -> Vec<Version> {
        let mut versions = Vec::new();
        for ty in &self.set.types[types.range()] {
            let provider = schemas::provider(schemas::provider_of(self.set.str(ty.name)));
            for major in provider.into_iter().flat_map(schemas::Provider::majors) {
                versions.extend([0, 999].map(|minor| Version::new(u64::from(major), minor, 0)));
            }
        }
        versions.sort();
        versions.dedup();
        versions
    }
}
