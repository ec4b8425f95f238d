//! Every shape of a setting is reached by an expectation: each `on` block, each companion, each `on` of a kind.

use std::collections::BTreeSet;

use onus::estate::one_name;
use onus::settings::model::{Companion, RuleSet};
use onus::syntax::Seq;

use super::Proven;

/// What no expectation has reached.
pub(crate) fn missing(proven: &[&Proven]) -> Vec<String> {
    let rules = super::rules();
    let mut missing = Vec::new();
    for (index, setting) in rules.settings.iter().enumerate() {
        let label = rules.str(setting.label);
        let own = |element: u32| rules.elements[element as usize].setting == index as u32;
        let proofs = || proven.iter().flat_map(|proven| &proven.proofs).filter(|proof| own(proof.element));
        let anchors: BTreeSet<&str> = proofs().map(|proof| proof.type_name.as_str()).collect();
        let carriers: BTreeSet<&str> = proofs().filter_map(|proof| proof.carrier.as_deref()).collect();
        for shape in &rules.shapes[setting.shapes.range()] {
            if setting.kind.is_none() && !reached(rules, shape.types, &anchors) {
                missing.push(format!("{label}: no case of {}", names(rules, shape.types)));
            }
            for companion in leaves(rules, shape.companions) {
                if !reached(rules, companion.types, &carriers) {
                    missing.push(format!("{label}: no case with the companion {}", names(rules, companion.types)));
                }
            }
        }
    }
    missing.extend(kinds(rules, proven));
    missing
}

/// The `on` blocks of kinds that no setting of the kind (or of one within it) was proven on.
fn kinds(rules: RuleSet<'_>, proven: &[&Proven]) -> Vec<String> {
    let mut missing = Vec::new();
    for (index, kind) in rules.kinds.iter().enumerate() {
        let uses = |element: u32| {
            let mut next = rules.setting_of(element).kind;
            while let Some(known) = next {
                if usize::from(known) == index {
                    return true;
                }
                next = rules.kinds[usize::from(known)].within;
            }
            false
        };
        let proofs = proven.iter().flat_map(|proven| &proven.proofs);
        let seen: BTreeSet<&str> =
            proofs.filter(|proof| uses(proof.element)).map(|proof| proof.type_name.as_str()).collect();
        for shape in &rules.kind_shapes[kind.shapes.range()] {
            if !reached(rules, shape.types, &seen) {
                missing.push(format!("kind {}: no case of {}", rules.str(kind.name), names(rules, shape.types)));
            }
        }
    }
    missing
}

/// Companions without companions of their own: those that carry values.
fn leaves<'r>(rules: RuleSet<'r>, companions: Seq) -> Vec<&'r Companion> {
    rules.companions[companions.range()]
        .iter()
        .flat_map(|companion| match companion.companions.len {
            0 => vec![companion],
            _ => leaves(rules, companion.companions),
        })
        .collect()
}

fn reached(rules: RuleSet<'_>, types: Seq, seen: &BTreeSet<&str>) -> bool {
    rules.types[types.range()].iter().any(|ty| {
        let name = rules.str(ty.name);
        match name.strip_suffix('*') {
            Some(start) => seen.iter().any(|seen| seen.starts_with(start)),
            None => seen.iter().any(|seen| one_name(seen) == one_name(name)),
        }
    })
}

fn names(rules: RuleSet<'_>, types: Seq) -> String {
    rules.types[types.range()].iter().map(|ty| rules.str(ty.name)).collect::<Vec<_>>().join(", ")
}
