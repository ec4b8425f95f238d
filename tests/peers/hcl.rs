//! What is written, as a resource.

use std::collections::BTreeMap;

use hcl::{Block, Body, Expression, Structure};
use onus::schema::{BlockSchema, Nesting, TypeForm, resource};
use serde_json::Value;

use super::generate::value_of;
use super::logic::Written;

/// What stands below a name.
#[derive(Default)]
struct Tree {
    value: Option<Value>,
    below: BTreeMap<String, Tree>,
}

/// The resource, with what is written beside it anyway; `None` where the schema knows no such path.
pub(crate) fn resource_text(of_type: &str, written: &Written, beside: &str) -> Option<String> {
    let mut tree = Tree::default();
    for (path, value) in written {
        let mut at = &mut tree;
        for name in path.split('.') {
            at = at.below.entry(name.split('[').next().unwrap_or(name).to_owned()).or_default();
        }
        at.value = Some(value.clone());
    }
    let body = joined(hcl::parse(beside).ok()?, body(&tree, resource(of_type)?.root())?);
    let block = Block::builder("resource").add_labels([of_type, "this"]).add_structures(body);
    hcl::to_string(&Body::from(vec![block.build()])).ok()
}

/// What stands beside, with what the check speaks of as the check has it; of a block that both have, what each has.
fn joined(beside: Body, check: Body) -> Vec<Structure> {
    let mut check: Vec<Structure> = check.into_iter().collect();
    let mut all = Vec::new();
    for structure in beside {
        match (check.iter_mut().find(|own| name(own) == name(&structure)), structure) {
            (None, structure) => all.push(structure),
            (Some(Structure::Block(own)), Structure::Block(beside)) => {
                own.body = Body::from(joined(beside.body, std::mem::take(&mut own.body)));
            }
            (Some(_), _) => {}
        }
    }
    all.extend(check);
    all
}

fn name(structure: &Structure) -> &str {
    match structure {
        Structure::Attribute(attribute) => attribute.key(),
        Structure::Block(block) => block.identifier(),
    }
}

fn body(tree: &Tree, schema: BlockSchema) -> Option<Body> {
    let mut body = Body::builder();
    for (name, below) in &tree.below {
        let attr = schema.attr(name)?;
        if attr.is_block() {
            let children = attr.children()?;
            // What the block needs to be one.
            let needed = children.attrs().filter(|child| child.required() && !child.is_block());
            let needed = needed.filter(|child| !below.below.contains_key(child.name()));
            let needed =
                needed.map(|child| hcl::Attribute::new(child.name(), expression(&value_of(child.ty().form()))));
            let needed: Vec<hcl::Attribute> = needed.collect();
            let inner = self::body(below, children)?;
            let block = Block::builder(name.as_str()).add_attributes(needed).add_structures(inner);
            body = body.add_block(block.build());
            continue;
        }
        let value = match (attr.children(), &below.value) {
            (Some(children), None) => {
                let object = object(below, children)?;
                match attr.nesting() {
                    Some(Nesting::List | Nesting::Set) => Value::Array(vec![object]),
                    _ => object,
                }
            }
            (_, Some(value)) => match attr.ty().form() {
                TypeForm::List(_) | TypeForm::Set(_) if !value.is_array() => Value::Array(vec![value.clone()]),
                _ => value.clone(),
            },
            (None, None) => Value::Object(
                below.below.iter().filter_map(|(key, tree)| Some((key.clone(), tree.value.clone()?))).collect(),
            ),
        };
        body = body.add_attribute((name.as_str(), expression(&value)));
    }
    Some(body.build())
}

fn object(tree: &Tree, schema: BlockSchema) -> Option<Value> {
    let entries = tree.below.iter().map(|(name, below)| {
        let attr = schema.attr(name)?;
        let value = match (&below.value, attr.children()) {
            (Some(value), _) => value.clone(),
            (None, Some(children)) => object(below, children)?,
            (None, None) => return None,
        };
        Some((name.clone(), value))
    });
    Some(Value::Object(entries.collect::<Option<_>>()?))
}

fn expression(value: &Value) -> Expression {
    match value {
        Value::Null => Expression::Null,
        Value::Bool(bool) => Expression::Bool(*bool),
        Value::Number(number) => Expression::Number(number.as_i64().map_or_else(
            || hcl::Number::from_f64(number.as_f64().unwrap_or(0.0)).unwrap_or_else(|| 0.into()),
            Into::into,
        )),
        Value::String(text) => Expression::String(text.clone()),
        Value::Array(items) => Expression::Array(items.iter().map(expression).collect()),
        Value::Object(entries) => Expression::Object(
            entries.iter().map(|(key, value)| (hcl::ObjectKey::from(key.as_str()), expression(value))).collect(),
        ),
    }
}
