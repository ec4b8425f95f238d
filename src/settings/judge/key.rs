//! The stable name of a finding: the same from run to run, whether the estate comes from configuration or from a plan.

use super::names::Judging;
use super::record::without_selectors;
use super::verdict::{Carrier, Rule, Subject};
use super::words;
use crate::estate::InstanceKind;
use crate::schema::{Attr, BlockSchema, Nesting, TypeForm};
use crate::settings::finding::Key;
use crate::value::{Entry, Kind, Marks, Value};

impl<'e: 's, 'a: 's, 's> Judging<'e, 'a, 's> {
    /// The stable name of a finding within its root: no line, no column, no secret.
    pub(super) fn key(
        &self,
        rule: Rule<'e>,
        address: &str,
        attribute: Option<&str>,
        subject: &Subject<'s>,
        carrier: Option<&Carrier<'s>>,
    ) -> Key {
        let id = self.str(self.root.rules.elements[rule.element as usize].id);
        let estate = self.root.estate;
        let holder = carrier.and_then(|carrier| carrier.resource).unwrap_or(self.instance);
        // An item without a path of its own (an entry of a decoded document) is told apart by its key. The index in a list
        // that a rule makes is none: what is not written there moves the others.
        let item = match (attribute, subject.names.each) {
            (Some(attribute), _) => stable_path(estate.instance(holder).attrs.schema.map(BlockSchema::from), attribute),
            (None, Some((key, _))) if key.as_str().is_some() => words::json(&key).to_string(),
            (None, _) => String::new(),
        };
        let secret = |value| self.looks_for_secrets(rule) || self.is_secret(value, attribute);
        let shown = carrier.filter(|carrier| carrier.written && !secret(&carrier.value));
        let value = shown.map(|carrier| stable_value(&carrier.value, false).to_string());
        let parts = [id, address, &item].into_iter().chain(value.as_deref());
        Key::of(parts.map(str::as_bytes))
    }

    fn is_secret(&self, value: &Value<'s>, attribute: Option<&str>) -> bool {
        if value.any_sensitive() || value.marks.has(Marks::OUTSIDE) || value.first_unknown().is_some() {
            return true;
        }
        let instance = self.root.estate.instance(self.instance);
        if matches!(instance.kind, InstanceKind::Variable | InstanceKind::Provider) {
            return true;
        }
        let Some(schema) = instance.attrs.schema.map(BlockSchema::from) else { return false };
        let plain = without_selectors(attribute.unwrap_or_default());
        let names: Vec<&str> = plain.split('.').collect();
        let known = crate::schema::resolve_path(schema, &names).ok();
        known.is_some_and(|known| known.attrs.iter().any(|attr| attr.sensitive()))
    }
}

/// A path as part of a stable name. The index of an element of a set says nothing: configuration has its own order, a plan
/// the provider's. That of a first element is left out, too: blocks that may stand once have none where they are not written.
fn stable_path(schema: Option<BlockSchema>, path: &str) -> String {
    let mut stable = String::with_capacity(path.len());
    let (mut block, mut in_set) = (schema, false);
    for piece in selectors_and_names(path) {
        if !piece.starts_with('[') {
            let name = piece.trim_start_matches('.');
            let attr = block.and_then(|block| block.attr(name));
            in_set = attr.is_some_and(is_set);
            block = attr.and_then(|attr| attr.children());
        } else if piece == "[0]" || in_set {
            continue;
        }
        stable.push_str(piece);
    }
    stable
}

/// `ingress`, `[0]`, `.cidr_blocks`
fn selectors_and_names(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    std::iter::from_fn(move || {
        let quoted = rest.starts_with("[\"");
        let end = match rest.as_bytes().first()? {
            b'[' if quoted => rest.find("\"]").map_or(rest.len(), |end| end + 2),
            b'[' => rest.find(']').map_or(rest.len(), |end| end + 1),
            _ => rest[1..].find(['.', '[']).map_or(rest.len(), |end| end + 1),
        };
        let piece;
        (piece, rest) = rest.split_at(end);
        Some(piece)
    })
}

fn is_set(attr: Attr) -> bool {
    attr.nesting() == Some(Nesting::Set) || matches!(attr.ty().form(), TypeForm::Set(_))
}

/// A value as part of a stable name: what is written of it, and the elements of sets in one order.
fn stable_value(value: &Value<'_>, in_set: bool) -> serde_json::Value {
    use serde_json::Value as Json;
    if value.is_sensitive() {
        return words::hidden();
    }
    let entries = |entries: &[Entry<'_>], schema: Option<BlockSchema>| {
        let kept = entries.iter().filter(|(_, value)| !value.marks.has(Marks::UNWRITTEN) && !is_nothing(value));
        let kept = kept.map(|(name, value)| {
            let in_set = schema.and_then(|schema| schema.attr(name)).is_some_and(is_set);
            ((*name).to_owned(), stable_value(value, in_set))
        });
        Json::Object(kept.collect())
    };
    match (value.kind, value.elements()) {
        (Kind::Block(block), _) => entries(block.attrs, block.schema.map(BlockSchema::from)),
        (Kind::Map(all) | Kind::Object(all), _) => entries(all, None),
        (kind, Some(items)) => {
            let mut items: Vec<Json> = items.iter().map(|item| stable_value(item, false)).collect();
            if in_set || matches!(kind, Kind::Set(_)) {
                items.sort_by_cached_key(Json::to_string);
            }
            Json::Array(items)
        }
        _ => words::json(value),
    }
}

/// A plan has `null`, or a list without elements, where nothing is written.
fn is_nothing(value: &Value<'_>) -> bool {
    value.is_null() || value.elements().is_some_and(<[_]>::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_in_a_set_is_no_part_of_a_name_and_that_in_a_list_is() {
        let stable = |type_name: &str, path: &str| {
            stable_path(crate::schema::resource(type_name).map(|schema| schema.root()), path)
        };
        assert_eq!(stable("aws_security_group", "ingress[3].cidr_blocks[1]"), "ingress.cidr_blocks[1]");
        assert_eq!(stable("google_compute_firewall", "allow[2].ports[1]"), "allow.ports[1]");
        assert_eq!(stable("aws_eks_cluster", "vpc_config[0].public_access_cidrs[2]"), "vpc_config.public_access_cidrs");
        assert_eq!(stable("aws_instance", "ebs_block_device[0].encrypted"), "ebs_block_device.encrypted");
        assert_eq!(stable("kubernetes_role_v1", "rule[1].verbs"), "rule[1].verbs");
        assert_eq!(stable("aws_instance", "tags[\"a.b[1]\"]"), "tags[\"a.b[1]\"]");
        assert_eq!(stable_path(None, "any[1].thing[0]"), "any[1].thing");
    }
}
