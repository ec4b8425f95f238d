//! What a module does for whoever calls it: it is judged twice, once with the defaults of its inputs and once with nothing
//! known of them. What is the same both times is so whatever the caller says; the rest is the caller's to decide.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use bumpalo::Bump;

use super::configured::Configured;
use super::root::{self, Job, judged};
use super::source::Sources;
use super::{CheckOptions, ModuleOptions, Rules, Selection, UsageError};
use crate::config::{Problem, Program};
use crate::estate::{Estate, InstanceKind, without_keys};
use crate::eval::{self, RootInputs};
use crate::report::module::{Duty, Input, Module, Standing};
use crate::report::{self, shown_files};
use crate::schema::value_at;
use crate::settings::finding::{Finding, Judged, Severity, Verdict};
use crate::settings::judge::json;
use crate::value::ReasonKind;

/// Judges one module.
///
/// # Errors
/// When the directory is no module, or an option names what does not exist.
pub(super) fn module(options: &ModuleOptions) -> Result<Module, UsageError> {
    let check = &CheckOptions { show_secure: true, ..options.check.clone() };
    let rules = Rules::load(&check.inputs.rules)?;
    let selection = Selection::resolve(&rules, &check.select, &check.ignore)?;
    let sources = Sources::new(check)?;
    let one = root::one(&check.inputs)?;
    let configured = Configured::of(std::slice::from_ref(&one.root), check, &rules)?;
    let job = Job {
        options: check,
        rules: &rules,
        selection: &selection,
        review: None,
        matrix: None,
        helpers: None,
        sources: &sources,
        said: configured.says(0),
        base: None,
    };
    let program = one.program;
    let sides = [RootInputs::Defaults, RootInputs::Unknown];
    let arenas = [Bump::new(), Bump::new()];
    let [by_default, unknown] = [0, 1].map(|side| {
        let how = eval::Options { inputs: sides[side], ..root::eval_options(&program) };
        eval::evaluate(&arenas[side], &program, &how)
    });
    let (default_judged, unknown_judged) =
        (judged(&by_default.estate, &by_default.encoded, &job), judged(&unknown.estate, &unknown.encoded, &job));
    let mut module = Module {
        directory: one.root.shown(),
        inputs: inputs(&program, &by_default.estate),
        duties: duties(&default_judged, &unknown_judged, &rules),
        ..Module::default()
    };
    let (matrix, _) = root::matrix_of(&by_default.estate, &rules, &job.said.model);
    module.outside = matrix.duties().map(|duty| duty.id).collect();
    module.uncovered = matrix.uncovered_types().map(|(name, count)| (name.to_owned(), count)).collect();
    module.errors = one.errors.into_iter().chain(program.errors.iter().chain(&by_default.errors).cloned()).collect();
    module.warnings = program.warnings.iter().chain(&by_default.warnings).cloned().collect();
    report::in_order(&mut module.errors);
    report::in_order(&mut module.warnings);
    let problems: Vec<&Problem> = module.errors.iter().chain(&module.warnings).collect();
    let findings = [default_judged.findings, unknown_judged.findings].concat();
    (_, module.secrets) = shown_files(&by_default.estate, &findings, problems);
    Ok(module)
}

/// The inputs, as they are declared.
fn inputs(program: &Program, estate: &Estate<'_>) -> Vec<Input> {
    let ids = estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Variable);
    let of_root = ids.filter(|(id, _)| estate.address(*id).starts_with("var."));
    let input = |(_, instance): (_, &crate::estate::Instance<'_>)| {
        let attribute = |name: &str| value_at(instance.attrs, name);
        let is_secret = program.module(Program::ROOT).variables.get(instance.name).is_some_and(|it| it.sensitive);
        let text = attribute("description").map(json).and_then(|value| value.as_str().map(str::to_owned));
        Input {
            name: instance.name.to_owned(),
            default: attribute("default").map(json).filter(|_| !is_secret),
            is_required: attribute("default").is_none(),
            is_sensitive: is_secret,
            description: text,
            location: estate.place(instance.header).map(|(file, span)| estate.program.sources.get(file).locate(span)),
        }
    };
    let mut inputs: Vec<Input> = of_root.map(input).collect();
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    inputs
}

/// A setting of a resource, whatever its instances.
type Subject = (u32, String);

/// What one of the two judgements says of a setting of a resource: of several instances, items and elements the worst.
struct Said<'f> {
    finding: &'f Finding,
    weight: u8,
    /// The elements of the family that have been looked at.
    elements: BTreeSet<u32>,
}

fn said<'f>(judged: &'f Judged, rules: &Rules) -> BTreeMap<Subject, Said<'f>> {
    let mut said: BTreeMap<Subject, Said<'f>> = BTreeMap::new();
    let mut settings: BTreeMap<u32, u32> = BTreeMap::new();
    for finding in judged.findings.iter().filter(|finding| finding.severity > Severity::Info) {
        let Some(weight) = weight(finding) else { continue };
        let setting = *settings.entry(finding.element).or_insert_with(|| rules.setting_of(finding.element).0);
        let subject = (setting, without_keys(&finding.address));
        let new = || Said { finding, weight, elements: BTreeSet::new() };
        let known = said.entry(subject).or_insert_with(new);
        known.elements.insert(finding.element);
        if weight > known.weight {
            (known.finding, known.weight) = (finding, weight);
        }
    }
    said
}

/// How much a verdict weighs against others of the same setting; `None`: it is no duty of the module.
fn weight(finding: &Finding) -> Option<u8> {
    match finding.verdict {
        _ if finding.suppressed.is_some() => Some(2),
        Verdict::Insecure | Verdict::Unset => Some(4),
        Verdict::Unknown => Some(3),
        Verdict::Secure | Verdict::SecureByDefault => Some(1),
        Verdict::Inherited | Verdict::NotApplicable => None,
    }
}

/// Every setting of every resource, with how it stands.
fn duties(by_default: &Judged, unknown: &Judged, rules: &Rules) -> Vec<Duty> {
    let (by_default, unknown) = (said(by_default, rules), said(unknown, rules));
    let mut subjects: Vec<&Subject> = by_default.keys().chain(unknown.keys()).collect();
    subjects.sort();
    subjects.dedup();
    let mut duties: Vec<Duty> = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let (with_defaults, with_nothing) = (by_default.get(subject), unknown.get(subject));
        let standing = standing(with_defaults.map(|said| said.finding), with_nothing.map(|said| said.finding));
        // What decides is told by the one that knows nothing; what is wrong by the one that is wrong.
        let asks = with_nothing.and_then(|said| said.finding.reason.as_ref());
        let Some(said) = with_defaults.filter(|_| standing != Standing::Open).or(with_nothing).or(with_defaults) else {
            continue;
        };
        let told = said.finding;
        let rule = rules.describe(told.element);
        let others = said.elements.len() - 1;
        let is_family = others > 0 && !told.verdict.is_finding();
        let more = if is_family { format!(", and {others} more of this kind") } else { String::new() };
        let input =
            asks.filter(|reason| reason.kind == ReasonKind::Variable).and_then(|it| it.name.strip_prefix("var."));
        duties.push(Duty {
            standing,
            rule: if is_family { rule.label } else { rule.id },
            title: format!("{}{more}", rule.title),
            problem: told.message.clone(),
            layer: told.layer,
            owner: told.owner,
            severity: told.severity,
            address: subject.1.clone(),
            input: input.map(str::to_owned).filter(|_| standing.is_the_callers()),
            by_default: with_defaults.map(|said| said.finding.verdict),
            attribute: told.attribute.as_deref().map(str::to_owned),
            location: told.place.as_ref().or(told.location.as_ref()).map(|at| (**at).clone()),
        });
    }
    let order =
        |duty: &Duty| (duty.standing, duty.input.is_none(), duty.input.clone(), std::cmp::Reverse(duty.severity));
    duties.sort_by_cached_key(|duty| (order(duty), duty.layer, duty.rule.clone(), duty.address.clone()));
    duties
}

/// How a setting stands, from what is the case with the defaults of the inputs and with nothing known of them.
fn standing(with_defaults: Option<&Finding>, with_nothing: Option<&Finding>) -> Standing {
    let is_secure = |verdict| matches!(verdict, Verdict::Secure | Verdict::SecureByDefault);
    if [with_defaults, with_nothing].into_iter().flatten().any(|finding| finding.suppressed.is_some()) {
        return Standing::Accepted;
    }
    let default = with_defaults.map(|finding| finding.verdict);
    let Some(nothing) = with_nothing else {
        // Where nothing is known, it was not even looked at: the resource is there by default only.
        return match default {
            Some(verdict) if is_secure(verdict) => Standing::ByDefault,
            Some(Verdict::Unknown) | None => Standing::Undecided,
            Some(_) => Standing::Caller,
        };
    };
    if is_secure(nothing.verdict) {
        return Standing::Fulfilled;
    }
    if nothing.verdict != Verdict::Unknown {
        return Standing::Open;
    }
    let asks_the_caller = nothing.reason.as_ref().is_some_and(|reason| reason.kind == ReasonKind::Variable);
    match default {
        Some(verdict) if is_secure(verdict) => Standing::ByDefault,
        Some(Verdict::Insecure | Verdict::Unset) => Standing::Caller,
        _ if asks_the_caller => Standing::Caller,
        _ => Standing::Undecided,
    }
}

impl ModuleOptions {
    /// A module in that directory, everything else as it is without options.
    pub fn of(directory: impl Into<PathBuf>) -> Self {
        let mut options = Self::default();
        options.check.inputs.paths = vec![directory.into()];
        options
    }
}
