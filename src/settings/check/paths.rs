//! Paths against the schemas: `attribute`, `via`, `from`, `to`, `at` and the keys of `fix`.

use super::super::compile::constant::{Constant, Family};
use super::super::model::{Element, RuleExpr};
use super::super::path::{self, Selector};
use super::super::syntax::Node;
use super::Checker;
use super::infer::Env;
use super::shape::{Alternatives, At, Missing, elements, step};

/// What is at the end of a path, and the innermost item that it judges one by one.
type End = (Alternatives, Alternatives);

impl<'f> Checker<'_, 'f> {
    /// Checks one or several paths for each element of the family; gives what the first of them leads to.
    pub(super) fn attribute(&mut self, path: Option<RuleExpr>, family: &[Element], base: &Alternatives) -> End {
        let Some(expr) = path else { return (None, None) };
        let mut end: Option<End> = None;
        for element in family {
            let mut found = None;
            let mut errors = Vec::new();
            let texts = self.texts_of(expr, self.family(element));
            for text in &texts {
                let told = self.errors.len();
                let at = self.follow(expr, text, base);
                errors.push(self.errors.split_off(told));
                found = found.or(Some(at));
            }
            // In a list of paths each is for some of the types: one of them has to be there.
            if errors.iter().all(|errors| !errors.is_empty()) {
                self.errors.extend(errors.into_iter().flatten());
            }
            let differs = texts.len() > 1 || matches!((&end, &found), (Some(end), Some(found)) if end != found);
            end = if differs { Some((None, found.and_then(|found| found.1))) } else { end.or(found) };
        }
        end.unwrap_or((None, None))
    }

    /// Checks one or several paths.
    pub(super) fn paths(&mut self, path: Option<RuleExpr>, family: &[Element], base: &Alternatives) {
        self.attribute(path, family, base);
    }

    /// Checks a path that is the same for every element.
    pub(super) fn constant_path(
        &mut self,
        expr: RuleExpr,
        family: Option<Family<'_>>,
        base: &Alternatives,
    ) -> Alternatives {
        let text = self.texts_of(expr, family).into_iter().next()?;
        self.follow(expr, &text, base).0
    }

    /// Whether a path selects items by `[*]`.
    pub(super) fn selects_items(&self, path: Option<RuleExpr>, family: &[Element]) -> bool {
        let Some(expr) = path else { return false };
        family.iter().any(|element| self.texts_of(expr, self.family(element)).iter().any(|text| text.contains("[*]")))
    }

    pub(super) fn texts_of(&self, expr: RuleExpr, family: Option<Family<'_>>) -> Vec<String> {
        let items = match self.constants.eval(expr, family) {
            Ok(Constant::List(items)) => items,
            Ok(single) => vec![single],
            Err(_) => Vec::new(),
        };
        items.into_iter().filter_map(|item| if let Constant::Str(text) = item { Some(text) } else { None }).collect()
    }

    fn follow(&mut self, expr: RuleExpr, text: &str, base: &Alternatives) -> End {
        if text == "*" {
            return (None, None);
        }
        let Ok(steps) = path::parse(text) else { return (None, None) };
        let mut at = base.clone();
        let mut item = None;
        for name in &steps {
            at = match step(&at, name.name) {
                Ok(at) => at,
                Err(why) => {
                    self.missing_in_path(expr, text, name.name, why);
                    return (None, None);
                }
            };
            match name.selector {
                Selector::None => {}
                Selector::All => {
                    at = elements(&at);
                    item.clone_from(&at);
                }
                Selector::Index(_) => {
                    if matches!(&at, Some(places) if places.iter().all(|place| matches!(place, At::Set(_)))) {
                        self.missing_in_path(expr, text, name.name, Missing::Unordered);
                    }
                    at = elements(&at);
                }
                Selector::Entry { key, .. } => {
                    at = elements(&at);
                    if let Err(why) = step(&at, key) {
                        self.missing_in_path(expr, text, key, why);
                    }
                }
            }
        }
        (at, item)
    }

    fn missing_in_path(&mut self, expr: RuleExpr, path: &str, name: &str, why: Missing) {
        self.missing(expr, name, why);
        if path != name
            && let Some(error) = self.errors.last_mut()
        {
            error.message = format!("in path `{path}`: {}", error.message);
        }
    }

    /// The keys of a `fix` are paths to what can be written.
    pub(super) fn fix(&mut self, fix: Option<RuleExpr>, family: &[Element], base: &Alternatives, env: &Env<'f>) {
        let Some(expr) = fix else { return };
        let tree = self.set.tree(expr);
        let Node::Object(entries) = tree.node(expr.node) else {
            self.infer(expr, &mut env.clone());
            return;
        };
        for entry in tree.list(entries).chunks_exact(2) {
            let key = RuleExpr { node: entry[0], ..expr };
            self.paths(Some(key), family, base);
            self.writable(key, family, base);
            self.infer(RuleExpr { node: entry[1], ..expr }, &mut env.clone());
        }
    }
}
