//! Paths against what the schemas say of the attribute itself: whether it can be left out, what happens then, whether it
//! can be written.

use super::super::compile::constant::Constant;
use super::super::model::{Companion, Element, RuleExpr, Str};
use super::super::path::{self, Selector};
use super::super::schema::facts::{Attr, DefaultValue, Source};
use super::super::schema::path::resolve_path;
use super::super::syntax::{Binary, Node};
use super::Checker;
use super::shape::{Alternatives, At};

impl Checker<'_, '_> {
    /// The attributes along a path, by each schema that has them all.
    fn ways(&self, expr: RuleExpr, element: &Element, base: &Alternatives) -> Vec<Vec<Attr>> {
        let texts = self.texts_of(expr, self.family(element));
        let [text] = texts.as_slice() else { return Vec::new() };
        let (Ok(steps), Some(places)) = (path::parse(text), base) else { return Vec::new() };
        // An entry that is chosen by what it holds may be missing, whatever is required of entries.
        if steps.iter().any(|step| matches!(step.selector, Selector::Entry { .. })) {
            return Vec::new();
        }
        let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
        let way = |place: &At| {
            let At::Block(block) = place else { return None };
            let resolved = resolve_path(*block, &names).ok()?;
            (resolved.open == 0).then_some(resolved.attrs)
        };
        places.iter().filter_map(way).collect()
    }

    /// What a rule says of an attribute that is left out, against what the schemas say of it. A default that several
    /// shapes share is right if it is right for one of them.
    pub(super) fn default(
        &mut self,
        attribute: Option<RuleExpr>,
        default: Option<RuleExpr>,
        note: Str,
        family: &[Element],
        base: &Alternatives,
    ) {
        let (Some(attribute), Some(default)) = (attribute, default) else { return };
        let shared = self.set.shapes.iter().filter(|shape| shape.default == Some(default)).count() > 1;
        for element in family {
            let ways = self.ways(attribute, element, base);
            let always = |attr: &Attr| attr.required() && attr.required_since().is_none();
            if !shared && !ways.is_empty() && ways.iter().all(|way| way.iter().all(always)) {
                self.error(default, "a required attribute is never left out: it has no default");
                return;
            }
            let Ok(written) = self.constants.eval(default, self.family(element)) else { continue };
            let declared: Vec<DefaultValue> = ways
                .iter()
                .filter_map(|way| way.last()?.default(None))
                .filter(|fact| fact.source == Source::Declared && !fact.doubtful && fact.since.is_none())
                .map(|fact| fact.value)
                .collect();
            let differs = !declared.is_empty() && !declared.iter().any(|declared| equals(*declared, &written));
            if differs && note.len == 0 {
                let message = format!("the provider declares {}; `default_note` says why not", shown(declared[0]));
                self.error(default, message);
                return;
            }
        }
    }

    /// `value != "none"` is true of null: what a companion leaves out would pass as right, and nobody said so.
    pub(super) fn left_out(&mut self, companion: &Companion, family: &[Element], base: &Alternatives) {
        let (Some(attribute), Some(condition)) = (companion.attribute, companion.condition) else { return };
        if companion.default.or(companion.defaults).is_some() || !self.is_other_than_a_literal(condition) {
            return;
        }
        let ways: Vec<Vec<Attr>> = family.iter().flat_map(|element| self.ways(attribute, element, base)).collect();
        let is_said = |way: &Vec<Attr>| {
            let default = way.last().and_then(|attr| attr.default(None));
            way.iter().all(|attr| attr.required()) || default.is_some_and(|fact| !fact.doubtful)
        };
        if !ways.is_empty() && ways.iter().all(is_said) {
            return;
        }
        let message = "this holds of what is left out, too: say with `default` what is then the case, or ask `value != null` as well";
        self.error(condition, message);
    }

    /// Whether an expression is `value != "text"`, or with another literal than null.
    fn is_other_than_a_literal(&self, expr: RuleExpr) -> bool {
        let tree = self.set.tree(expr);
        let Node::Binary(Binary::NotEqual, a, b) = tree.node(expr.node) else { return false };
        let is_value = |node| matches!(tree.node(node), Node::Variable(name) if tree.text(name) == "value");
        let is_literal = |node| matches!(tree.node(node), Node::Str(_) | Node::Number(_) | Node::Bool(_));
        is_value(a) && is_literal(b) || is_literal(a) && is_value(b)
    }

    /// What a fix writes must be writable.
    pub(super) fn writable(&mut self, key: RuleExpr, family: &[Element], base: &Alternatives) {
        for element in family {
            let ways = self.ways(key, element, base);
            if !ways.is_empty() && !ways.iter().any(|way| way.iter().all(|attr| attr.writable())) {
                self.error(key, "only the provider can set this attribute");
                return;
            }
        }
    }
}

fn equals(declared: DefaultValue, written: &Constant) -> bool {
    match (declared, written) {
        (DefaultValue::Bool(declared), Constant::Bool(written)) => declared == *written,
        (DefaultValue::Int(declared), Constant::Number(written)) => written.parse() == Ok(declared),
        (DefaultValue::Number(declared), Constant::Number(written)) => declared == written,
        (DefaultValue::Str(declared), Constant::Str(written)) => declared == written,
        _ => false,
    }
}

fn shown(declared: DefaultValue) -> String {
    match declared {
        DefaultValue::Bool(truth) => truth.to_string(),
        DefaultValue::Int(number) => number.to_string(),
        DefaultValue::Number(text) => text.to_owned(),
        DefaultValue::Str(text) => format!("\"{text}\""),
    }
}
