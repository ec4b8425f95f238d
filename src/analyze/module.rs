//! What a module does for whoever calls it: it is judged twice, once with the defaults of its inputs and once with nothing
//! known of them. What is the same both times is so whatever the caller says; the rest is the caller's to decide.
//!
//! Where nobody knows how many instances there are, one stands for all, so each side is judged a second time without these:
//! a setting that depends on whether another resource is there is undecided.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use bumpalo::Bump;

use super::configured::Configured;
use super::root::{self, Job, judged};
use super::source::Sources;
use super::{CheckOptions, ModuleOptions, Rules, Selection, UsageError};
use crate::config::{Problem, Program};
use crate::estate::{Action, Estate, Instance, InstanceKind, without_keys};
use crate::eval::{self, RootInputs};
use crate::report::module::{Duty, Input, Module, Standing};
use crate::report::{self, shown_files};
use crate::schema::value_at;
use crate::settings::finding::{Finding, Judged, Severity, Verdict};
use crate::settings::judge::json;
use crate::value::{BlockObject, ReasonKind};

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
    let side = |evaluated: &eval::Evaluation<'_>| Side {
        judged: judged(&evaluated.estate, &evaluated.encoded, None, &job),
        without: without_open(&evaluated.estate, &Bump::new())
            .map(|estate| judged(&estate, &evaluated.encoded, None, &job)),
    };
    let (by_default_side, unknown_side) = (side(&by_default), side(&unknown));
    let mut module = Module {
        directory: one.root.shown(),
        inputs: inputs(&program, &by_default.estate),
        duties: duties(&by_default_side, &unknown_side, &rules),
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
    let findings = [by_default_side.judged.findings, unknown_side.judged.findings].concat();
    (_, module.secrets) = shown_files(&by_default.estate, &findings, problems);
    Ok(module)
}

/// A module as it is judged with what is known of its inputs.
struct Side {
    judged: Judged,
    /// The same without the resources of which nobody knows how many there are; `None`: there are none of these.
    without: Option<Judged>,
}

/// An estate without the resources of which nobody knows how many there are, if it has such.
fn without_open<'s, 'a: 's>(estate: &Estate<'a>, arena: &'s Bump) -> Option<Estate<'s>> {
    let is_open = |instance: &Instance<'_>| instance.kind == InstanceKind::Managed && estate.is_open(instance);
    if !estate.iter().any(|(_, instance)| is_open(instance)) {
        return None;
    }
    let instances = estate.iter().map(|(_, instance)| match is_open(instance) {
        // Nothing leads to it, and nobody judges it.
        true => {
            let attrs = arena.alloc(BlockObject { attrs: &[], ..*instance.attrs });
            Instance { type_name: "", attrs, action: Action::Delete, ..*instance }
        }
        false => *instance,
    });
    Some(Estate::new(estate.program, instances.collect(), estate.modules.clone(), estate.origins.clone()))
}

/// The inputs, as they are declared.
fn inputs(program: &Program, estate: &Estate<'_>) -> Vec<Input> {
    let ids = estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Variable);
    let of_root = ids.filter(|(id, _)| estate.address(*id).starts_with("var."));
    let input = |(_, instance): (_, &Instance<'_>)| {
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
    /// Whether it depends on a resource of which nobody knows whether it is there.
    is_open: bool,
}

impl Said<'_> {
    /// The verdict, as far as it is certain.
    fn verdict(&self) -> Verdict {
        if self.is_open { Verdict::Unknown } else { self.finding.verdict }
    }

    fn is_secure(&self) -> bool {
        matches!(self.verdict(), Verdict::Secure | Verdict::SecureByDefault)
    }
}

/// What one side says. What is right or wrong only with the resources of which nobody knows how many there are is open.
fn said<'f>(side: &'f Side, rules: &Rules) -> BTreeMap<Subject, Said<'f>> {
    let mut said = said_of(&side.judged, rules);
    let without = side.without.as_ref().map(|judged| said_of(judged, rules)).unwrap_or_default();
    for (subject, without) in &without {
        if let Some(known) = said.get_mut(subject) {
            let class = |said: &Said<'_>| (said.is_secure(), said.finding.verdict.is_finding());
            known.is_open = class(known) != class(without);
        }
    }
    said
}

fn said_of<'f>(judged: &'f Judged, rules: &Rules) -> BTreeMap<Subject, Said<'f>> {
    let mut said: BTreeMap<Subject, Said<'f>> = BTreeMap::new();
    let mut settings: BTreeMap<u32, u32> = BTreeMap::new();
    for finding in judged.findings.iter().filter(|finding| finding.severity > Severity::Info) {
        let Some(weight) = weight(finding) else { continue };
        let setting = *settings.entry(finding.element).or_insert_with(|| rules.setting_of(finding.element).0);
        let subject = (setting, without_keys(&finding.address));
        let new = || Said { finding, weight, elements: BTreeSet::new(), is_open: false };
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
fn duties(by_default: &Side, unknown: &Side, rules: &Rules) -> Vec<Duty> {
    // Resources that are there by default, whether or not a setting applies to them then.
    let there: BTreeSet<String> =
        by_default.judged.findings.iter().map(|finding| without_keys(&finding.address)).collect();
    let (by_default, unknown) = (said(by_default, rules), said(unknown, rules));
    let mut subjects: Vec<&Subject> = by_default.keys().chain(unknown.keys()).collect();
    subjects.sort();
    subjects.dedup();
    let mut duties: Vec<Duty> = Vec::with_capacity(subjects.len());
    for subject in subjects {
        let (with_defaults, with_nothing) = (by_default.get(subject), unknown.get(subject));
        let standing = standing(with_defaults, with_nothing);
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
            by_default: with_defaults.map(Said::verdict),
            is_there_by_default: there.contains(&subject.1),
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
fn standing(with_defaults: Option<&Said<'_>>, with_nothing: Option<&Said<'_>>) -> Standing {
    if [with_defaults, with_nothing].into_iter().flatten().any(|said| said.finding.suppressed.is_some()) {
        return Standing::Accepted;
    }
    let is_right = with_defaults.is_some_and(Said::is_secure);
    let is_wrong = with_defaults.is_some_and(|said| said.verdict().is_finding());
    let Some(nothing) = with_nothing else {
        // Where nothing is known, it was not even looked at: the resource is there by default only.
        return match with_defaults {
            _ if is_right => Standing::ByDefault,
            _ if is_wrong => Standing::Caller,
            _ => Standing::Undecided,
        };
    };
    let asks_the_caller = nothing.finding.reason.as_ref().is_some_and(|reason| reason.kind == ReasonKind::Variable);
    match nothing.verdict() {
        // It is not so whatever the caller says if it is not so with the defaults.
        _ if nothing.is_secure() && !is_wrong => Standing::Fulfilled,
        verdict if verdict.is_finding() && !is_right => Standing::Open,
        _ if is_right => Standing::ByDefault,
        _ if is_wrong || asks_the_caller => Standing::Caller,
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
