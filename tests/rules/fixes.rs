//! Every fix mends what it is offered for: it is written into the case, and the case is judged again.

use std::collections::BTreeSet;
use std::path::PathBuf;

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Attribute, Block, BlockLabel, Body, Structure};
use onus::settings::finding::{Finding, Verdict};
use onus::settings::model::{RuleSet, Setting};

use super::{Blocks, Files, Header, Proven, run};

/// Settings with a fix that is not tried in each of their cases: what is judged is made by `dynamic` or a module call, or
/// stands where this file cannot write. The list may only become shorter.
const NOT_TRIED: &[&str] = &[];

/// A fix that was offered for an expected finding.
pub(crate) struct Tried {
    element: u32,
    address: String,
    outcome: Outcome,
}

enum Outcome {
    Mends,
    DoesNot(String),
    /// This file does not know where to write it.
    NotWritten,
}

/// Tries the fix of every expected finding that has one.
pub(crate) fn try_all(
    files: &Files,
    header: &Header,
    expected: &[&Finding],
    before: &[Finding],
    blocks: &Blocks,
) -> Vec<Tried> {
    let mut tried = Vec::new();
    let with_fix = expected.iter().filter(|finding| !finding.fix.as_str().is_empty());
    for finding in with_fix {
        let outcome = match mended(files, finding, blocks) {
            None => Outcome::NotWritten,
            Some(files) => match run(&files, header) {
                Err(problem) => Outcome::DoesNot(problem),
                Ok(after) if wrong_ones(&after.findings, finding) < wrong_ones(before, finding) => Outcome::Mends,
                Ok(_) => Outcome::DoesNot("it is as wrong as before".to_owned()),
            },
        };
        tried.push(Tried { element: finding.element, address: finding.address.to_string(), outcome });
    }
    tried
}

/// How often the setting of a finding is not secure on its instance.
fn wrong_ones(findings: &[Finding], of: &Finding) -> usize {
    let same = |finding: &&Finding| finding.element == of.element && finding.address == of.address;
    let wrong = |finding: &&Finding| finding.verdict.is_finding() || finding.verdict == Verdict::Unknown;
    findings.iter().filter(same).filter(wrong).count()
}

/// Fixes that do not mend, and settings whose fix was not tried.
pub(crate) fn wrong(proven: &[&Proven]) -> Vec<String> {
    let rules = super::rules();
    let mut problems = Vec::new();
    let mut written: BTreeSet<&str> = BTreeSet::new();
    let mut not_written: BTreeSet<&str> = BTreeSet::new();
    for tried in proven.iter().flat_map(|proven| &proven.fixes) {
        let label = rules.str(rules.setting_of(tried.element).label);
        match &tried.outcome {
            Outcome::Mends => drop(written.insert(label)),
            Outcome::DoesNot(why) => problems.push(format!("{label}: the fix does not mend {}: {why}", tried.address)),
            Outcome::NotWritten => drop(not_written.insert(label)),
        }
    }
    let not_tried: BTreeSet<&str> = rules
        .settings
        .iter()
        .filter(|setting| has_fix(rules, setting))
        .map(|setting| rules.str(setting.label))
        .filter(|label| !written.contains(label) || not_written.contains(label))
        .collect();
    let listed: BTreeSet<&str> = NOT_TRIED.iter().copied().collect();
    let new = not_tried.difference(&listed).map(|label| format!("{label}: its fix is not tried, or not in every case"));
    let old = listed.difference(&not_tried).map(|label| format!("{label}: take it off the list, its fix is tried"));
    problems.extend(new.chain(old));
    problems
}

fn has_fix(rules: RuleSet<'_>, setting: &Setting) -> bool {
    let mut shapes = rules.shapes[setting.shapes.range()].iter();
    shapes.any(|shape| {
        shape.fix.is_some()
            || rules.companions[shape.companions.range()].iter().any(|companion| companion.fix.is_some())
    })
}

/// The files with the fix written into them.
fn mended(files: &Files, finding: &Finding, blocks: &Blocks) -> Option<Files> {
    let fix: Body = format!("{}\n", finding.fix).parse().ok()?;
    let (address, type_name) = match &finding.carrier {
        Some(carrier) => (&*carrier.address, &*carrier.type_name),
        None => (&*finding.address, &*finding.type_name),
    };
    let file = PathBuf::from(&*blocks.get(address)?.file);
    let mut files = files.clone();
    let (_, text) = files.iter_mut().find(|(path, _)| *path == file)?;
    let mut body: Body = text.parse().ok()?;
    if finding.fix.as_str().starts_with("resource ") {
        let mut missing = fix.into_blocks().next()?;
        missing.labels[1] = BlockLabel::from("mended");
        body.push(missing);
    } else {
        let block = block_of(&mut body, type_name, address)?;
        let target = match finding.carrier {
            Some(_) => &mut block.body,
            None => inner(&mut block.body, &item_of(finding, &fix))?,
        };
        for gone in gone(finding) {
            target.remove_blocks(gone);
        }
        merge(target, &fix);
    }
    *text = body.to_string();
    Some(files)
}

/// The block of an address.
fn block_of<'b>(body: &'b mut Body, type_name: &str, address: &str) -> Option<&'b mut Block> {
    let name = address.split('[').next().filter(|_| !address.starts_with("module.")).unwrap_or(address);
    let name = name.trim_end_matches(']').rsplit('.').next()?;
    let name = name.split('[').next()?;
    body.blocks_mut().find(|block| match type_name {
        "variable" | "output" | "module" => block.has_ident(type_name) && block.has_exact_labels(&[name]),
        _ => block.has_ident("resource") && block.has_exact_labels(&[type_name, name]),
    })
}

/// Names with which of several blocks is meant.
type Steps = Vec<(String, usize)>;

/// The path of the item that is judged; a fix is relative to it.
fn item_of(finding: &Finding, fix: &Body) -> Steps {
    let rules = super::rules();
    let setting = rules.setting_of(finding.element);
    let by_item = setting.kind.is_some()
        || rules.shapes[setting.shapes.range()].iter().any(|shape| {
            let all = shape.attribute.is_some_and(|path| rules.tree(path).holds_text(path.node, "[*]"));
            shape.for_each.is_some() || all
        });
    let Some(attribute) = finding.attribute.as_deref().filter(|_| by_item) else { return Steps::new() };
    let mut steps: Steps = attribute
        .split('.')
        .map(|step| match step.split_once('[') {
            Some((name, index)) => (name.to_owned(), index.trim_end_matches(']').parse().unwrap_or(0)),
            None => (step.to_owned(), 0),
        })
        .collect();
    let ends = |leaf: &Vec<String>| {
        leaf.len() <= steps.len() && steps[steps.len() - leaf.len()..].iter().map(|(name, _)| name).eq(leaf)
    };
    let removed = gone(finding).map(|name| vec![name.to_owned()]);
    if let Some(leaf) = leaves(fix).into_iter().chain(removed).find(ends) {
        steps.truncate(steps.len() - leaf.len());
    }
    steps
}

/// The blocks that a fix takes away.
fn gone(finding: &Finding) -> impl Iterator<Item = &str> {
    finding.fix.as_str().lines().filter_map(|line| line.strip_prefix("# without the block "))
}

/// The paths that a fix writes.
fn leaves(fix: &Body) -> Vec<Vec<String>> {
    fix.iter()
        .flat_map(|structure| match structure {
            Structure::Attribute(attribute) => vec![vec![attribute.key.to_string()]],
            Structure::Block(block) => {
                let inner = leaves(&block.body).into_iter();
                inner.map(|path| std::iter::once(block.ident.to_string()).chain(path).collect()).collect()
            }
        })
        .collect()
}

fn inner<'b>(body: &'b mut Body, steps: &[(String, usize)]) -> Option<&'b mut Body> {
    let Some(((name, index), rest)) = steps.split_first() else { return Some(body) };
    let block = body.blocks_mut().filter(|block| block.has_ident(name)).nth(*index)?;
    inner(&mut block.body, rest)
}

/// Writes a fix into a body: attributes in place of those that are there, blocks into those that are there.
fn merge(target: &mut Body, fix: &Body) {
    for structure in fix {
        match structure {
            Structure::Attribute(wanted) => write(target, wanted),
            Structure::Block(wanted) => {
                let name = selected(wanted);
                let meant = |block: &Block| name.is_none_or(|name| text_of(&block.body, "name") == Some(name));
                let known = target.iter().position(|known| {
                    known.as_block().is_some_and(|block| block.has_ident(&wanted.ident) && meant(block))
                });
                match known.and_then(|known| target.get_mut(known)) {
                    Some(Structure::Block(known)) => merge(&mut known.body, &wanted.body),
                    _ => target.push(wanted.clone()),
                }
            }
        }
    }
}

fn write(target: &mut Body, wanted: &Attribute) {
    if !target.has_attribute(&wanted.key) {
        target.push(wanted.clone());
        return;
    }
    let Some(mut known) = target.get_attribute_mut(&wanted.key) else { return };
    match (known.value_mut(), &wanted.value) {
        (Expression::Object(known), Expression::Object(wanted)) => {
            for (key, value) in wanted.iter() {
                known.insert(key.clone(), value.clone());
            }
        }
        (known, wanted) => *known = wanted.clone(),
    }
}

/// `parameter { name = "…" … }`: the block with that name is meant.
fn selected(block: &Block) -> Option<&str> {
    let first = block.body.get(0)?.as_attribute()?;
    if block.body.len() < 2 || first.key.as_str() != "name" { None } else { first.value.as_str() }
}

fn text_of<'b>(body: &'b Body, key: &str) -> Option<&'b str> {
    body.get_attribute(key)?.value.as_str()
}
