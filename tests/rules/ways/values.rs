//! Values that stand elsewhere: in the default of a variable, in a file of values, in a local, in the call of a module.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use onus::syntax::BlockId;

use super::edit::{Edits, Moves, Source, movable};
use super::{Tally, Written, each_file};
use crate::Files;

/// The values that were taken out of a case, by name.
type Taken = Vec<(String, String)>;

/// The further configurations of each provider that the module is given.
type Aliases = BTreeMap<String, Vec<String>>;

/// `variable "written_0" { default = "AES256" }`
pub(super) fn variable(files: &Files) -> Written {
    let (mut written, taken) = take(files, Moves::Literals, "var");
    let declared = taken.iter().map(|(name, value)| format!("variable \"{name}\" {{\ndefault = {value}\n}}\n"));
    written.files.push(("written.tf".into(), declared.collect()));
    written
}

/// `written_0 = "AES256"` in terraform.tfvars.
pub(super) fn tfvars(files: &Files) -> Written {
    let (mut written, taken) = take(files, Moves::Literals, "var");
    written.files.push(("written.tf".into(), declarations(&taken)));
    written.files.push(("terraform.tfvars".into(), assignments(&taken)));
    written
}

/// `locals { written_0 = … }`, also for what refers to other things.
pub(super) fn local(files: &Files) -> Written {
    let (mut written, taken) = take(files, Moves::Shared, "local");
    written.files.push(("written.tf".into(), format!("locals {{\n{}}}\n", assignments(&taken))));
    written
}

/// The case as a module that the root calls. Providers are configured in the root, as Terraform wants it; so what they
/// speak of stands there too.
pub(super) fn module(files: &Files) -> Written {
    let (mut written, mut inputs) = take(files, Moves::Literals, "var");
    let declared = declarations(&inputs);
    let mut root = String::new();
    let mut passed = String::new();
    let mut aliases = Aliases::new();
    let locals = files.iter().filter(|file| is_of_root(file)).any(|(_, text)| {
        let source = Source::new(text.as_str());
        providers(&source).into_iter().any(|block| source.slice(source.tree().block(block).span).contains("local."))
    });
    for (_, text) in written.files.iter_mut().filter(|file| is_of_root(file)) {
        let source = Source::new(std::mem::take(text));
        let mut edits = Edits::default();
        for block in source.blocks() {
            let tree = source.tree();
            let span = tree.block(block).span;
            match tree.kind(block) {
                "variable" => {
                    let name = tree.label(block, 0).unwrap();
                    inputs.push((name.to_owned(), format!("var.{name}")));
                    root.push_str(source.slice(span));
                }
                "provider" => {
                    root.push_str(source.slice(span));
                    edits.replace(span, "");
                    pass(&source, block, &mut passed, &mut aliases);
                }
                "locals" if locals => root.push_str(source.slice(span)),
                _ => continue,
            }
            root.push('\n');
        }
        *text = edits.apply(&source.text);
    }
    // What stood in a provider or a local of the root is an input of the module only: it is written out again.
    let mut root = inline(root, &inputs);
    let inputs = assignments(&inputs);
    let providers = if passed.is_empty() { passed } else { format!("providers = {{\n{passed}}}\n") };
    write!(root, "module \"written\" {{\nsource = \"./written\"\n{providers}{inputs}}}\n").unwrap();
    written.files.push(("written.tf".into(), declared + &required(&aliases)));
    for (path, _) in &mut written.files {
        *path = Path::new("written").join(&*path);
    }
    written.files.push(("main.tf".into(), root));
    written
}

/// The same, called with `for_each`.
pub(super) fn repeated_module(files: &Files) -> Written {
    let mut written = module(files);
    let (_, root) = written.files.last_mut().unwrap();
    *root = root.replace("source = \"./written\"", "source = \"./written\"\nfor_each = { it = true }");
    written
}

/// One provider more that the module is given.
fn pass(source: &Source, block: BlockId, passed: &mut String, aliases: &mut Aliases) {
    let tree = source.tree();
    let name = tree.label(block, 0).unwrap();
    let Some(alias) = tree.attribute(tree.block(block).body, "alias") else { return };
    let alias = format!("{name}.{}", source.written(alias.expr).trim_matches('"'));
    writeln!(passed, "{alias} = {alias}").unwrap();
    aliases.entry(name.to_owned()).or_default().push(alias);
}

/// `terraform { required_providers { aws = { configuration_aliases = [aws.west] } } }`
fn required(aliases: &Aliases) -> String {
    if aliases.is_empty() {
        return String::new();
    }
    let entry = |(name, aliases): (&String, &Vec<String>)| {
        format!("{name} = {{\nconfiguration_aliases = [{}]\n}}\n", aliases.join(", "))
    };
    let entries: String = aliases.iter().map(entry).collect();
    format!("terraform {{\nrequired_providers {{\n{entries}}}\n}}\n")
}

fn providers(source: &Source) -> Vec<BlockId> {
    source.blocks().into_iter().filter(|block| source.tree().kind(*block) == "provider").collect()
}

fn inline(text: String, inputs: &Taken) -> String {
    // From the last: `written_1` also begins `written_10`.
    inputs
        .iter()
        .rev()
        .filter(|(name, _)| name.starts_with("written_"))
        .fold(text, |text, (name, value)| text.replace(&format!("var.{name}"), value))
}

fn is_of_root((path, _): &(PathBuf, String)) -> bool {
    path.components().count() == 1
}

fn declarations(taken: &Taken) -> String {
    taken.iter().map(|(name, _)| format!("variable \"{name}\" {{}}\n")).collect()
}

fn assignments(taken: &Taken) -> String {
    taken.iter().map(|(name, value)| format!("{name} = {value}\n")).collect()
}

fn take(files: &Files, moves: Moves, from: &str) -> (Written, Taken) {
    let mut taken = Taken::new();
    let written = each_file(files, |source, tally: &mut Tally| {
        let mut edits = Edits::default();
        for block in source.blocks() {
            for expr in movable(&source.tree(), block, moves, tally) {
                tally.rewritten += 1;
                let name = format!("written_{}", taken.len());
                source.replace(expr, format!("{from}.{name}"), &mut edits);
                taken.push((name, source.written(expr).to_owned()));
            }
        }
        edits.apply(&source.text)
    });
    (written, taken)
}
