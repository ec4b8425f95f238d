//! Filling what is unknown never contradicts a verdict that was firm without it.
//!
//! In the cases, values of resources are hidden behind variables that nobody sets. Whatever is then still said of a
//! resource must also be said of it with the values in place. So are resources as a whole, by their `count`.

use std::collections::{BTreeMap, BTreeSet};

use hcl_edit::expr::Expression;
use hcl_edit::structure::Body;
use onus::settings::finding::{Finding, Verdict};
use onus::settings::model::RuleSet;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::{Case, Header, files_of, read_comments, run};

/// What is said of a setting (by element) on an address.
type Said = BTreeMap<(u32, String), BTreeSet<&'static str>>;

/// A file with what is said of it when all is known.
struct Known {
    name: String,
    text: String,
    header: Header,
    said: Said,
    sites: usize,
}

pub(crate) fn contradictions(cases: &[Case]) -> Vec<String> {
    let known: Vec<Known> = cases.iter().filter(|case| case.path.is_file()).filter_map(known).collect();
    let config = Config { failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let strategy = (0..known.len()).prop_flat_map(|index| {
        let sites = known[index].sites;
        let few = proptest::collection::btree_set(0..sites.max(1), 1..8);
        let many = proptest::collection::vec(any::<bool>(), sites).prop_map(|hidden| {
            hidden.iter().enumerate().filter(|(_, hidden)| **hidden).map(|(site, _)| site).collect()
        });
        (Just(index), prop_oneof![few, many])
    });
    let tried = runner.run(&strategy, |(index, hidden)| {
        let known = &known[index];
        contradiction(known, &hidden).map_or(Ok(()), |problem| Err(TestCaseError::fail(problem)))
    });
    tried.err().map(|error| error.to_string()).into_iter().collect()
}

fn known(case: &Case) -> Option<Known> {
    let text = std::fs::read_to_string(&files_of(&case.path)[0]).unwrap();
    let mut header = Header::default();
    read_comments("main.tf", &text, &mut Vec::new(), &mut header).ok()?;
    let said = said(&run(&vec![("main.tf".into(), text.clone())], &header).ok()?.findings);
    let mut sites = 0;
    hide(&mut text.parse().ok()?, &BTreeSet::new(), &mut sites);
    Some(Known { name: case.path.display().to_string(), text, header, said, sites })
}

/// What is said although it does not hold once the hidden values are known.
fn contradiction(known: &Known, hidden: &BTreeSet<usize>) -> Option<String> {
    let mut body: Body = known.text.parse().unwrap();
    hide(&mut body, hidden, &mut 0);
    let mut text = body.to_string();
    for site in hidden {
        text.push_str(&format!("\nvariable \"hidden_{site}\" {{}}\n"));
    }
    let after = match run(&vec![("main.tf".into(), text.clone())], &known.header) {
        Ok(after) => said(&after.findings),
        Err(problem) => return Some(format!("{}: {problem}\n{text}", known.name)),
    };
    after.into_iter().find_map(|((element, address), firm)| {
        let key = (element, address);
        let whole = known.said.get(&key)?;
        // A policy document is judged where it is used; with its use hidden, it is judged where it stands.
        if key.1.starts_with("data.") {
            return None;
        }
        // What is right whether or not the setting applies is said to be right (see `filter` in the rule language).
        let right =
            |verdict: &str| verdict == "right" && (whole.contains("not applicable") || whole.contains("inherited"));
        let wrong =
            firm.iter().find(|verdict| **verdict != "unknown" && !whole.contains(*verdict) && !right(verdict))?;
        let rules = super::rules();
        if asks_who_refers_to_it(&rules, element) {
            return None;
        }
        let id = rules.str(rules.elements[element as usize].id);
        let changed: Vec<&str> = text.lines().filter(|line| line.contains("var.hidden_")).map(str::trim).collect();
        let changed = changed.join("; ");
        Some(format!("{}: {id} of {} is {wrong}, but {whole:?} without {changed}", known.name, key.1))
    })
}

/// Whether a setting asks if anything at all refers to a resource. What a root is given cannot be made in it: there, a
/// variable without a value is no reference, other than those that hide one in this test.
fn asks_who_refers_to_it(rules: &RuleSet<'_>, element: u32) -> bool {
    let setting = &rules.settings[rules.elements[element as usize].setting as usize];
    let companions =
        rules.shapes[setting.shapes.range()].iter().flat_map(|shape| &rules.companions[shape.companions.range()]);
    companions.flat_map(|companion| &rules.types[companion.types.range()]).any(|named| rules.str(named.name) == "*")
}

/// Of each file a few resources to which nothing refers are made with a `count` that nobody knows. What is then still said
/// of others must be said of them with the resource, and without it.
pub(crate) fn contradictions_by_count(cases: &[Case]) -> Vec<String> {
    let known: Vec<Known> = cases.iter().filter(|case| case.path.is_file()).filter_map(known).collect();
    known.iter().flat_map(|known| COUNTED.map(|nth| contradiction_by_count(known, nth))).flatten().collect()
}

/// Which resources of a file, in thousandths of all.
const COUNTED: [usize; 4] = [50, 350, 600, 900];

fn contradiction_by_count(known: &Known, nth: usize) -> Option<String> {
    let of = |block: &hcl_edit::structure::Block| -> Option<String> {
        let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
        let address = labels.join(".");
        let meta = ["count", "for_each", "lifecycle"]
            .iter()
            .any(|name| block.body.has_attribute(name) || block.body.has_blocks(name));
        (block.has_ident("resource") && !meta && !known.text.contains(&address)).then_some(address)
    };
    let body: Body = known.text.parse().unwrap();
    let all: Vec<String> = body.blocks().filter_map(of).collect();
    let address = all.get(all.len() * nth / 1000)?;
    let (mut counted, mut absent) = (Body::new(), Body::new());
    for structure in body {
        let mut structure = structure;
        let is_it = structure.as_block().and_then(of).as_ref() == Some(address);
        if !is_it {
            absent.push(structure.clone());
        } else if let Some(block) = structure.as_block_mut() {
            let count = "var.hidden ? 1 : 0".parse::<Expression>().unwrap();
            block.body.insert(0, hcl_edit::structure::Attribute::new(hcl_edit::Ident::new("count"), count));
        }
        counted.push(structure);
    }
    let said_of = |body: &Body| {
        let text = format!("{body}\nvariable \"hidden\" {{\n  type = bool\n}}\n");
        let found = run(&vec![("main.tf".into(), text)], &known.header);
        found.map(|found| said(&found.findings))
    };
    let (after, absent) = match (said_of(&counted), said_of(&absent)) {
        (Ok(after), Ok(absent)) => (after, absent),
        (Err(problem), _) | (_, Err(problem)) => return Some(format!("{}: {address}: {problem}", known.name)),
    };
    after.into_iter().find_map(|((element, of), firm)| {
        let key = (element, of);
        let (with, without) = (known.said.get(&key)?, absent.get(&key)?);
        let agrees = |verdict: &&str| {
            let same = |whole: &BTreeSet<&str>| {
                let right = *verdict == "right" && (whole.contains("not applicable") || whole.contains("inherited"));
                right || whole.contains(*verdict)
            };
            *verdict == "unknown" || same(with) && same(without)
        };
        let wrong = firm.iter().find(|verdict| !agrees(verdict))?;
        let rules = super::rules();
        let id = rules.str(rules.elements[element as usize].id);
        Some(format!("{}: {id} of {} is {wrong} with a count of {address} that nobody knows, but {with:?} with it and {without:?} without", known.name, key.1))
    })
}

fn said(findings: &[Finding]) -> Said {
    let mut said = Said::new();
    let rules = super::rules();
    for finding in findings.iter().filter(|finding| finding.suppressed.is_none()) {
        // What a variable hides stands in no code any more: a different file, not the same with less known.
        if rules.str(rules.setting_of(finding.element).label) == "secret-in-code" {
            continue;
        }
        let verdict = match finding.verdict {
            Verdict::Secure | Verdict::SecureByDefault => "right",
            Verdict::Insecure | Verdict::Unset => "wrong",
            Verdict::Unknown => "unknown",
            Verdict::Inherited => "inherited",
            Verdict::NotApplicable => "not applicable",
        };
        said.entry((finding.element, finding.address.to_string())).or_default().insert(verdict);
    }
    said
}

/// Replaces the chosen expressions of resources by variables, and counts all that could be.
fn hide(body: &mut Body, hidden: &BTreeSet<usize>, site: &mut usize) {
    for block in body.blocks_mut().filter(|block| block.has_ident("resource") || block.has_ident("data")) {
        hide_in(&mut block.body, hidden, site);
    }
}

fn hide_in(body: &mut Body, hidden: &BTreeSet<usize>, site: &mut usize) {
    for mut attribute in body.attributes_mut() {
        let text = attribute.get().value.to_string();
        // What differs from instance to instance is not one value.
        let of_instance = ["each.", "count.", "self."].iter().any(|name| text.contains(name));
        let meta = ["provider", "depends_on", "count", "for_each"].iter().any(|name| attribute.get().has_key(name));
        if of_instance || meta {
            continue;
        }
        if hidden.contains(site) {
            *attribute.value_mut() = format!("var.hidden_{site}").parse::<Expression>().unwrap();
        }
        *site += 1;
    }
    for block in body.blocks_mut() {
        if !matches!(block.ident.as_str(), "lifecycle" | "dynamic" | "provisioner" | "connection") {
            hide_in(&mut block.body, hidden, site);
        }
    }
}
