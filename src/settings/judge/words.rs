//! The words of a rule: titles and problems with values filled in, descriptions for `rules` and `explain`.

use bumpalo::Bump;

use super::super::describe::{Controls, Description};
use super::super::finding::{DefaultFact, DefaultSource, Sentence, Severity};
use super::super::model::{Element, RuleExpr, RuleSet, Setting, Shape, TypeKind};
use super::fix::{fix_text, is_block};
use crate::eval::{EvalError, Evaluated, Interp, Scope, Session, Step};
use crate::schema::DefaultValue;
use crate::syntax::{Node, NodeId, Seq};
use crate::value::number::Num;
use crate::value::{InstanceId, Kind, Origin, Value};

/// A value as JSON. What is not known is `null`; sensitive values and what hides behind a symbol are words.
pub fn json(value: &Value<'_>) -> serde_json::Value {
    use serde_json::Value as Json;
    if value.is_sensitive() {
        return hidden();
    }
    match value.kind {
        Kind::Null | Kind::Unknown(_) | Kind::Instance(_) => Json::Null,
        Kind::Bool(truth) => Json::Bool(truth),
        Kind::Int(number) => Json::from(number),
        Kind::Big(_) => {
            let number = Num::of(value).map_or(0.0, |number| number.to_f64());
            serde_json::Number::from_f64(number).map_or(Json::Null, Json::Number)
        }
        Kind::Str(text) => Json::String(text.to_owned()),
        _ => match (value.elements(), value.entries()) {
            (Some(items), _) => Json::Array(items.iter().map(json).collect()),
            (_, Some(entries)) => {
                Json::Object(entries.iter().map(|(key, value)| ((*key).to_owned(), json(value))).collect())
            }
            _ => Json::Null,
        },
    }
}

/// What stands for a value that nobody may see.
pub(super) fn hidden() -> serde_json::Value {
    serde_json::Value::String("(sensitive)".to_owned())
}

/// A default of the schema as a value.
pub(super) fn default_value<'s>(arena: &'s Bump, value: DefaultValue) -> Value<'s> {
    match value {
        DefaultValue::Bool(truth) => Value::bool(truth),
        DefaultValue::Int(number) => Value::int(number),
        DefaultValue::Number(text) => Num::parse(text).map_or(Value::NULL, |number| number.value(arena)),
        DefaultValue::Str(text) => Value::str(text),
    }
}

/// How a value reads in a sentence.
fn spoken(value: &Value<'_>, out: &mut Sentence) {
    if value.is_sensitive() {
        out.push_own("(sensitive value)");
        return;
    }
    match value.kind {
        Kind::Null => out.push_own("(not set)"),
        Kind::Unknown(_) => out.push_own("(unknown)"),
        Kind::Bool(truth) => out.push_own(if truth { "true" } else { "false" }),
        Kind::Int(number) => out.push_value(&number.to_string()),
        Kind::Big(_) => out.push_value(&Num::of(value).map(|number| number.to_string()).unwrap_or_default()),
        Kind::Str(text) => out.push_value(text),
        Kind::Instance(_) => out.push_own("(a resource)"),
        _ => {
            for (index, item) in value.elements().unwrap_or_default().iter().enumerate() {
                out.push_own(if index == 0 { "" } else { ", " });
                spoken(item, out);
            }
        }
    }
}

/// A template with its values in words. An expression that fails is an error.
pub(super) fn sentence(interp: &Interp<'_, '_>, node: NodeId) -> Result<Sentence, EvalError> {
    let mut out = Sentence::default();
    write_sentence(interp, node, &mut out)?;
    Ok(out)
}

fn write_sentence(interp: &Interp<'_, '_>, node: NodeId, out: &mut Sentence) -> Result<(), EvalError> {
    match interp.tree.node(node) {
        Node::Template(parts) => {
            for part in interp.tree.list(parts) {
                write_sentence(interp, *part, out)?;
            }
        }
        Node::Str(text) => out.push_own(interp.tree.text(text)),
        _ if interp.tree.mentions(node, takes_from_configuration) => spoken(&interp.eval(node)?, out),
        _ => {
            let mut own = Sentence::default();
            spoken(&interp.eval(node)?, &mut own);
            out.push_own(own.as_str());
        }
    }
    Ok(())
}

/// Whether a name of the rule language can bring in something that the configuration says.
pub(super) fn takes_from_configuration(name: &str) -> bool {
    !matches!(name, "family" | "input")
}

/// The worst that an element of a setting can be, whatever the resource.
pub fn worst(rules: &RuleSet<'_>, element: u32) -> Severity {
    let element = &rules.elements[element as usize];
    let shapes = &rules.shapes[rules.settings[element.setting as usize].shapes.range()];
    shapes.iter().map(|shape| highest(rules, shape.severity, element)).max().unwrap_or(Severity::Info)
}

/// The most severe of the words that an expression can give.
pub(super) fn highest(rules: &RuleSet<'_>, expr: RuleExpr, element: &Element) -> Severity {
    let within = |expr: RuleExpr| {
        let tree = rules.tree(expr);
        let nodes = &tree.nodes[tree.first_node(expr.node).0 as usize..=expr.node.0 as usize];
        let words = nodes.iter().filter_map(|node| match node {
            Node::Str(text) => severity(tree.text(*text)),
            _ => None,
        });
        words.max()
    };
    within(expr).or_else(|| within(element.value?)).unwrap_or(Severity::Info)
}

/// The severity of a word.
pub(super) fn severity(word: &str) -> Option<Severity> {
    Some(match word {
        "critical" => Severity::Critical,
        "high" => Severity::High,
        "medium" => Severity::Medium,
        "low" => Severity::Low,
        "info" => Severity::Info,
        _ => return None,
    })
}

/// What a rule's constant expressions may name: `family`.
struct ConstScope<'r, 'x> {
    rules: RuleSet<'r>,
    element: &'x Element,
    arena: &'x Bump,
    session: &'x Session<'x>,
}

impl<'x, 'r: 'x> ConstScope<'r, 'x> {
    fn interp(&self, file: u16) -> Interp<'x, '_> {
        Interp {
            arena: self.arena,
            tree: self.rules.files[file as usize].tree,
            base: 0,
            null_flow: true,
            scope: self,
            session: self.session,
        }
    }
}

impl<'x, 'r: 'x> Scope<'x> for ConstScope<'r, 'x> {
    fn resolve(&self, name: &'x str, steps: &[Step<'x>], at: Origin) -> Result<(Value<'x>, usize), EvalError> {
        match (name, steps.first(), self.element.value) {
            ("family", Some(Step::Attr("key")), _) => Ok((Value::str(self.rules.str(self.element.key)), 1)),
            ("family", Some(Step::Attr("value")), Some(value)) => Ok((self.interp(value.file).eval(value.node)?, 1)),
            ("input", Some(Step::Attr(input)), _) => {
                let found = self.rules.inputs.iter().find(|known| self.rules.str(known.name) == *input);
                match found {
                    Some(found) => Ok((self.interp(found.default.file).eval(found.default.node)?, 1)),
                    None => Err(EvalError::new("no such input", at)),
                }
            }
            _ => Err(EvalError::new(format!("{name} depends on the resource"), at)),
        }
    }

    fn attribute(&self, _instance: InstanceId, name: &'x str, at: Origin) -> Evaluated<'x> {
        Err(EvalError::new(format!("{name} depends on the resource"), at))
    }

    fn call(&self, _name: &str, _args: &[Value<'x>], _at: Origin) -> Option<Evaluated<'x>> {
        None
    }
}

/// A family element in words, for `rules` and `explain`.
pub fn describe(rules: RuleSet<'_>, element: u32) -> Description {
    let (arena, session) = (Bump::new(), Session::default());
    let element = &rules.elements[element as usize];
    let setting = &rules.settings[element.setting as usize];
    let scope = ConstScope { rules, element, arena: &arena, session: &session };
    let shapes = &rules.shapes[setting.shapes.range()];
    let say = |expr: RuleExpr| say_constant(&scope, expr);
    let text = |text| rules.str(text).to_owned();
    let list = |seq: Seq| rules.lists[seq.range()].iter().map(|one| text(*one)).collect();
    let fix = first_fix(rules, shapes).and_then(|(fix, types)| {
        let value = scope.interp(fix.file).eval(fix.node).ok()?;
        let named = rules.types[types.range()].first();
        // What a kind is a part of differs from type to type.
        let schema = named.and_then(|ty| crate::schema::resource(rules.str(ty.name))).map(|schema| schema.root());
        Some(fix_text(&value, &|path| is_block(schema, path)).to_string())
    });
    let careful = shapes.iter().find_map(|shape| shape.careful).map(say);
    let condition = shapes.iter().find_map(|shape| shape.condition);
    let file = &rules.files[setting.file as usize];
    let name = file.path.rsplit(['/', '\\']).next().unwrap_or(file.path);
    let service = name.strip_suffix(".hcl").unwrap_or(name);
    Description {
        id: text(element.id),
        label: text(setting.label),
        title: say(setting.title),
        problem: setting.problem.map(say),
        why: text(setting.why),
        severity: shapes.iter().map(|shape| highest(&rules, shape.severity, element)).max().unwrap_or(Severity::Info),
        provider: file.folder.to_owned(),
        service: service.to_owned(),
        layer: text(setting.layer),
        types: types_of(rules, setting, shapes),
        aliases: list(element.aliases),
        references: list(setting.references),
        fix: fix.unwrap_or_default(),
        remedy: Some(text(setting.remedy)).filter(|remedy| !remedy.is_empty()),
        careful,
        default: shapes.iter().find_map(|shape| default_fact(rules, setting, shape, &scope)),
        secure: condition.map(|condition| source_of(rules, condition)),
        frameworks: frameworks(rules, setting, &scope),
        since: Some(text(setting.since)).filter(|since| !since.is_empty()),
    }
}

/// The first fix of some shapes, with the types to which it is written.
fn first_fix(rules: RuleSet<'_>, shapes: &[Shape]) -> Option<(RuleExpr, Seq)> {
    let own = shapes.iter().find_map(|shape| Some((shape.fix?, shape.types)));
    own.or_else(|| {
        let mut companions = shapes.iter().flat_map(|shape| &rules.companions[shape.companions.range()]);
        companions.find_map(|companion| Some((companion.fix?, companion.types)))
    })
}

/// A template in words; what depends on a resource is `…`.
fn say_constant<'x, 'r: 'x>(scope: &ConstScope<'r, 'x>, expr: RuleExpr) -> String {
    let interp = scope.interp(expr.file);
    let mut out = String::new();
    match interp.tree.node(expr.node) {
        Node::Template(parts) => {
            for part in interp.tree.list(parts) {
                match sentence(&interp, *part) {
                    Ok(text) => out.push_str(text.as_str()),
                    Err(_) => out.push('…'),
                }
            }
        }
        _ => out.push_str(sentence(&interp, expr.node).as_ref().map_or("…", Sentence::as_str)),
    }
    out
}

fn source_of(rules: RuleSet<'_>, expr: RuleExpr) -> String {
    let tree = rules.tree(expr);
    let text = &tree.source[tree.span(expr.node).range()];
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn types_of(rules: RuleSet<'_>, setting: &Setting, shapes: &[Shape]) -> Vec<String> {
    let mut all = shapes.iter().map(|shape| shape.types).collect::<Vec<_>>();
    let mut kind = setting.kind;
    while let Some(known) = kind {
        let known = &rules.kinds[known as usize];
        all.extend(rules.kind_shapes[known.shapes.range()].iter().map(|shape| shape.types));
        kind = known.within;
    }
    let mut names: Vec<String> = all
        .into_iter()
        .flat_map(|seq| &rules.types[seq.range()])
        .map(|ty| {
            let prefix = match ty.kind {
                TypeKind::Managed | TypeKind::Special => "",
                TypeKind::Data => "data.",
                TypeKind::Provider => "provider.",
            };
            format!("{prefix}{}", rules.str(ty.name))
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

fn default_fact<'x, 'r: 'x>(
    rules: RuleSet<'_>,
    setting: &Setting,
    shape: &Shape,
    scope: &ConstScope<'r, 'x>,
) -> Option<DefaultFact> {
    let expr = shape.default?;
    let value = scope.interp(expr.file).eval(expr.node).ok()?;
    let note = rules.str(setting.default_note);
    let note = (!note.is_empty()).then(|| note.to_owned());
    Some(DefaultFact { value: json(&value), since: None, note, source: DefaultSource::Rule })
}

fn frameworks<'x, 'r: 'x>(rules: RuleSet<'_>, setting: &Setting, scope: &ConstScope<'r, 'x>) -> Vec<Controls> {
    rules.named[setting.frameworks.range()]
        .iter()
        .filter_map(|named| {
            let value = scope.interp(named.expr.file).eval(named.expr.node).ok()?;
            let controls = value.elements()?.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect();
            Some(Controls { framework: rules.str(named.name).to_owned(), controls })
        })
        .collect()
}
