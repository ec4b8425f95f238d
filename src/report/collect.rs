//! What must be gathered while a root is alive, so that its files can be shown later: which files findings point into,
//! what they held, and which parts of them are secret.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::mask::{self, Facts, Secrets};
use crate::config::{CallTarget, Module, Problem, Program};
use crate::estate::Estate;
use crate::settings::finding::{Finding, ShownFile};
use crate::source::{FileId, FileKind, Fingerprint, Location, Span};

/// The files in which findings and problems point, and the texts that must not be shown anywhere.
pub fn shown_files<'p>(
    estate: &Estate<'_>,
    findings: &[Box<Finding>],
    problems: impl IntoIterator<Item = &'p Problem>,
) -> (Vec<(Arc<str>, ShownFile)>, Secrets) {
    let program = estate.program;
    let problems: Vec<&Problem> = problems.into_iter().collect();
    if findings.is_empty() && problems.is_empty() {
        return Default::default();
    }
    let (secret_places, secrets) = mask::of_estate(estate, &|kind, label, path| match kind {
        "module" => is_sensitive_input(program, None, label, path),
        _ => mask::schema_says(kind, label, path),
    });
    let problems = problems.iter().filter_map(|problem| problem.location.as_ref());
    let places = findings.iter().flat_map(|finding| locations(finding)).chain(problems);
    let paths: BTreeSet<&str> = places.map(|at| &*at.file).collect();
    let shown = program.sources.iter().filter(|(_, file)| {
        !matches!(file.kind, FileKind::CommandLine | FileKind::Environment) && paths.contains(&*file.path)
    });
    let shown = shown.map(|(id, file)| {
        let mut masked = masked(program, id);
        masked.extend(secret_places.iter().filter(|(place, _)| *place == id).map(|(_, span)| *span));
        let fingerprint = Fingerprint::of(&file.text);
        (Arc::clone(&file.path), ShownFile { masked, fingerprint })
    });
    (shown.collect(), secrets)
}

/// All places that a finding names.
fn locations(finding: &Finding) -> impl Iterator<Item = &Location> {
    let reason = finding.reason.as_ref().and_then(|reason| reason.location.as_ref());
    let related = finding.related.iter().map(|related| &related.location);
    finding.location.iter().chain(&finding.place).map(|location| &**location).chain(reason).chain(related)
}

fn masked(program: &Program, file: FileId) -> Vec<Span> {
    let module = program.modules.iter().find(|module| module.files.contains(&file));
    // A tfvars file belongs to no module; it gives values to the root's variables.
    let module = module.or_else(|| program.modules.first());
    let facts = Facts {
        sensitive: &|block, path| match block.kind {
            "module" => is_sensitive_input(program, module, block.label, path),
            _ => block.schema_says(path),
        },
        sensitive_variable: &|name| {
            module.and_then(|module| module.variables.get(name)).is_some_and(|variable| variable.sensitive)
        },
    };
    mask::spans(program.tree(file), &facts)
}

/// Whether an input of a call of that name holds a secret, because the called module says so of its variable.
fn is_sensitive_input(program: &Program, module: Option<&Module>, label: &str, path: &str) -> bool {
    let input = path.split('.').next().unwrap_or(path);
    let calls = program.modules.iter().filter(|own| module.is_none_or(|module| std::ptr::eq(*own, module)));
    let mut targets = calls.filter_map(|own| match own.calls.get(label)?.target {
        CallTarget::Module(id) => Some(program.module(id)),
        _ => None,
    });
    targets.any(|called| called.variables.get(input).is_some_and(|variable| variable.sensitive))
}
