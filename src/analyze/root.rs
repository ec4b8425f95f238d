//! One root module, or one plan, from its files to the records it leaves behind.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bumpalo::Bump;
use rustc_hash::FxHashMap;

use super::base::Before;
use super::beside::{self, Assigned, Held};
use super::configured::Said;
use super::plan;
use super::pool::Pool;
use super::rules::Rules;
use super::sides::{self, Today};
use super::source::Sources;
use super::{
    CheckOptions, GivenValue, Inputs, MatrixOptions, PlanOptions, Selection, ShowOptions, UsageError, breakdown,
};
use crate::config::{self, Access, Argument, Problem, Program, RootDir, Scan};
use crate::discover::{self, Discovery};
use crate::estate::{Estate, Instance, InstanceKind};
use crate::eval::{self, Encoded};
use crate::plan::Plan;
use crate::report::{self, Basis, RootReport, shown_files};
use crate::responsibility::{Adjustments, LayerId, Matrix, classify};

use crate::report::show::{self, Shown};
use crate::settings::finding::{Finding, Judged, Severity, Verdict};
use crate::settings::judge;
use crate::source::files::{Recording, View};
use crate::source::{FileKind, Files, access};

/// What is analysed as one: a root module or a plan.
#[derive(Clone)]
pub(super) struct Root {
    found: Arc<Found>,
    what: What,
    /// Plans of it that nobody named.
    plans: Vec<PathBuf>,
}

#[derive(Clone)]
enum What {
    /// By index in the scan's roots.
    Module(usize),
    /// A plan file, or what stdin gives.
    Plan(Option<PathBuf>),
}

/// What all roots of a run share.
struct Found {
    scan: Scan,
    discovery: Discovery,
    working_dir: PathBuf,
    inputs: config::Inputs,
}

/// Finds what is under the paths.
pub(super) fn discover(inputs: &Inputs, pool: &Pool) -> Result<(Vec<Root>, Vec<Problem>), UsageError> {
    let discovery = discover::discover(&inputs.paths, &options(inputs)?).map_err(|error| usage(&error))?;
    let scan = pool.run(discovery.directories.len(), || Scan::of(&discovery));
    roots(discovery, scan, inputs)
}

pub(super) fn options(inputs: &Inputs) -> Result<discover::Options, UsageError> {
    let options = discover::Options::from_env(inputs.read_roots.clone()).map_err(|error| usage(&error))?;
    let working_dir = options.working_dir.join(&inputs.working_dir);
    let working_dir = working_dir.canonicalize().unwrap_or(working_dir);
    Ok(discover::Options { working_dir, data_dir: inputs.data_dir.clone(), ..options })
}

fn usage(error: &discover::DiscoverError) -> UsageError {
    UsageError { message: error.to_string(), help: error.help() }
}

/// The one plan that is reviewed.
///
/// # Errors
/// When the path leads to no file.
pub(super) fn of_plan(inputs: &Inputs) -> Result<Root, UsageError> {
    let path = inputs.paths.first().cloned().unwrap_or_else(|| PathBuf::from("-"));
    let file = if path.as_os_str() == "-" { None } else { Some(inputs.working_dir.join(&path)) };
    if let Some(file) = &file {
        let shown = access::slashed(&path);
        let help = "terraform plan -out tfplan && terraform show -json tfplan | onus plan -";
        if !file.exists() {
            return Err(UsageError { message: format!("{shown} does not exist"), help: Some(help.to_owned()) });
        }
        if file.is_dir() {
            let help = Some(format!("{help}\nor judge the configuration: onus check {shown}"));
            return Err(UsageError { message: format!("{shown} is a directory, not a plan"), help });
        }
    }
    let found = Found {
        scan: Scan::default(),
        discovery: Discovery::default(),
        working_dir: inputs.working_dir.clone(),
        inputs: config::Inputs { working_dir: inputs.working_dir.clone(), ..config::Inputs::default() },
    };
    Ok(Root { found: Arc::new(found), what: What::Plan(file), plans: Vec::new() })
}

/// The values that root modules are given.
pub(super) fn given(inputs: &Inputs, working_dir: &Path) -> config::Inputs {
    let arguments = inputs.values.iter().map(|value| match value {
        GivenValue::Value { name, value } => Argument::Value { name: name.clone(), value: value.clone() },
        GivenValue::File(path) => Argument::File(path.clone()),
    });
    config::Inputs {
        environment: inputs.environment.clone(),
        arguments: arguments.collect(),
        working_dir: working_dir.to_owned(),
        workspace: inputs.workspace.clone(),
        data_dir: inputs.data_dir.clone(),
    }
}

fn roots(discovery: Discovery, scan: Scan, inputs: &Inputs) -> Result<(Vec<Root>, Vec<Problem>), UsageError> {
    let given = given(inputs, &discovery.working_dir);
    if let Some(problem) = scan.refused_arguments(&given).into_iter().next() {
        return Err(UsageError { message: problem.message, help: problem.help });
    }
    let errors = scan.errors.clone();
    let modules = scan.roots.len();
    // A file that no root uses is fine: hooks name all files that changed.
    let named = !discovery.files.is_empty() || !discovery.plans.is_empty() || discovery.stdin;
    if modules == 0 && !named && errors.is_empty() {
        let paths: Vec<_> = inputs.paths.iter().map(|path| access::slashed(path)).collect();
        let message = format!("nothing to analyse under {} (no resource, data or module block)", paths.join(", "));
        return Err(UsageError { message, help: None });
    }
    let (named, met): (Vec<PathBuf>, Vec<PathBuf>) =
        discovery.plans.iter().cloned().partition(|plan| discovery.named_plans.contains(plan));
    let Assigned { of_root, alone } = beside::assign(&met, &scan.roots, &discovery);
    let mut plans: Vec<PathBuf> = named.into_iter().chain(alone).collect();
    plans.sort();
    let working_dir = discovery.working_dir.clone();
    let stdin = discovery.stdin;
    let found = Arc::new(Found { scan, discovery, working_dir, inputs: given });
    let root = |what, plans| Root { found: Arc::clone(&found), what, plans };
    let modules = of_root.into_iter().enumerate().map(|(index, plans)| root(What::Module(index), plans));
    let plans = plans.into_iter().map(|path| root(What::Plan(Some(path)), Vec::new()));
    let stdin = stdin.then(|| root(What::Plan(None), Vec::new()));
    Ok((modules.chain(plans).chain(stdin).collect(), errors))
}

/// The roots of a base, which has no say in what is judged: `directories` are its root modules.
pub(super) fn of_base(discovery: Discovery, mut scan: Scan, directories: Vec<RootDir>, inputs: &Inputs) -> Vec<Root> {
    let given = given(inputs, &discovery.working_dir);
    let count = directories.len();
    scan.roots = directories;
    let working_dir = discovery.working_dir.clone();
    let found = Arc::new(Found { scan, discovery, working_dir, inputs: given });
    (0..count).map(|index| Root { found: Arc::clone(&found), what: What::Module(index), plans: Vec::new() }).collect()
}

/// How the roots of a run are judged.
#[derive(Clone)]
pub(super) struct Job<'r> {
    pub(super) options: &'r CheckOptions,
    pub(super) rules: &'r Rules,
    pub(super) selection: &'r Selection,
    /// How a plan is reviewed, if it is.
    pub(super) review: Option<&'r PlanOptions>,
    /// What of the matrix is told, if it is.
    pub(super) matrix: Option<&'r MatrixOptions>,
    /// The threads that judge a root together: those of the run if it is the only one.
    pub(super) helpers: Option<&'r Pool>,
    /// Where the configuration of plans is looked for.
    pub(super) sources: &'r Sources<'r>,
    /// What the root's `.onus.hcl` says.
    pub(super) said: Said,
    /// What the root was, if it is compared with that.
    pub(super) base: Option<Before<'r>>,
}

/// Judges one root. A panic is an error of onus, told as such; the other roots go on.
pub(super) fn judge(root: &Root, job: &Job<'_>) -> RootReport {
    let attempt = std::panic::catch_unwind(AssertUnwindSafe(|| match &root.what {
        What::Module(_) if job.base.as_ref().is_some_and(|base| base.is_gone) => {
            let report = job.base.as_ref().map(|base| sides::gone(root, base, job));
            report.unwrap_or_default()
        }
        What::Module(index) => judge_module(root, &root.found.scan.roots[*index], job),
        What::Plan(file) => plan::judge(file.as_deref(), root.shown(), &root.found.working_dir, job),
    }));
    attempt.unwrap_or_else(|_| {
        let path = root.shown();
        let message = format!("internal error while judging {path}; the other root modules were judged");
        RootReport {
            path,
            errors: vec![Problem { message, location: None, label: String::new(), help: None }],
            ..RootReport::default()
        }
    })
}

impl Root {
    /// The directory of the module, and what may be read around it; of a plan, where it lies.
    pub(super) fn place(&self) -> (&Path, Option<&[PathBuf]>) {
        match &self.what {
            What::Module(index) => {
                let directory = &self.found.scan.roots[*index];
                (&directory.path, Some(&directory.access.read_roots))
            }
            What::Plan(Some(file)) => (file.parent().unwrap_or(&self.found.working_dir), None),
            What::Plan(None) => (&self.found.working_dir, None),
        }
    }

    /// A plan, as what this root was.
    pub(super) fn planned(&self, file: PathBuf) -> Self {
        Self { found: Arc::clone(&self.found), what: What::Plan(Some(file)), plans: Vec::new() }
    }

    /// Loads it, if it is a module, with that key and as the only root or not.
    pub(super) fn load(&self, key: &Arc<str>, alone: bool) -> Option<Program> {
        let directory = RootDir { key: Arc::clone(key), alone, ..self.directory()?.clone() };
        Some(config::load(&directory, &self.found.inputs, &self.found.scan.cache))
    }

    /// The file of a plan; `None` of a module and of what stdin gives.
    pub(super) fn plan_file(&self) -> Option<&Path> {
        match &self.what {
            What::Plan(file) => file.as_deref(),
            What::Module(_) => None,
        }
    }

    /// Where it was looked for.
    pub(super) fn discovery(&self) -> &Discovery {
        &self.found.discovery
    }

    /// Its directory; `None` of a plan.
    pub(super) fn directory(&self) -> Option<&RootDir> {
        match &self.what {
            What::Module(index) => Some(&self.found.scan.roots[*index]),
            What::Plan(_) => None,
        }
    }

    /// Whether it lies in this directory.
    pub(super) fn is_at(&self, path: Option<&PathBuf>) -> bool {
        self.directory().map(|directory| &directory.path) == path
    }

    /// What keys of its findings depend on.
    pub(super) fn key(&self) -> Arc<str> {
        self.directory().map(|directory| Arc::clone(&directory.key)).unwrap_or_default()
    }

    pub(super) fn shown(&self) -> Arc<str> {
        match &self.what {
            What::Module(index) => Arc::clone(&self.found.scan.roots[*index].shown),
            What::Plan(Some(path)) => access::shown(path, &self.found.working_dir).into(),
            What::Plan(None) => "-".into(),
        }
    }
}

fn judge_module(root: &Root, directory: &RootDir, job: &Job<'_>) -> RootReport {
    let seen = Arc::new(Recording::default());
    let recorded = job.base.as_ref().filter(|base| base.changed.is_some()).map(|_| RootDir {
        access: Arc::new(Access {
            files: Files::View(Arc::clone(&seen) as Arc<dyn View>),
            ..(*directory.access).clone()
        }),
        ..directory.clone()
    });
    let directory = recorded.as_ref().unwrap_or(directory);
    let program = config::load(directory, &root.found.inputs, &root.found.scan.cache);
    with_arena(|arena| judge_program(root, directory, (&program, &seen), arena, job))
}

thread_local! {
    static ARENA: Cell<Option<Bump>> = const { Cell::new(None) };
}

/// Gives back the arena of this thread: all roots are judged.
pub(super) fn drop_arena() {
    ARENA.set(None);
}

/// Calls `job` with the arena of this thread. It is used again for the next root: what little each root leaves behind
/// would otherwise take the places of its blocks, and new ones would be needed for every root.
fn with_arena<R>(job: impl FnOnce(&Bump) -> R) -> R {
    const KEPT_BYTES: usize = 8 << 20;
    // One block for most roots: of several, the arena would keep the last, and ask for the others again for each root.
    const FIRST_BYTES: usize = 1 << 20;
    let mut arena = ARENA.take().unwrap_or_else(|| Bump::with_capacity(FIRST_BYTES));
    let result = job(&arena);
    arena.reset();
    ARENA.set(Some(arena).filter(|arena| arena.allocated_bytes() <= KEPT_BYTES));
    result
}

fn judge_program(
    root: &Root,
    directory: &RootDir,
    (program, seen): (&Program, &Recording),
    arena: &Bump,
    job: &Job<'_>,
) -> RootReport {
    let evaluation = eval::evaluate(arena, program, &eval_options(program));
    let bytes = beside::text_of(&root.plans);
    let text = beside::decoded(bytes.as_deref());
    let plan = text.as_deref().and_then(|text| Plan::read(text).ok());
    let mut held = Held::default();
    let named: Vec<String> = root.plans.iter().map(|plan| access::shown(plan, &root.found.working_dir)).collect();
    let added = beside::join(&evaluation.estate, plan.as_ref(), &mut held, &named);
    let estate = added.estate.as_ref().unwrap_or(&evaluation.estate);
    // A finding that no file names is counted nowhere, and a base is compared with all of them.
    let keeps_all = !directory.whole || job.base.is_some() || job.options.show_secure;
    let least = Some(job.options.min_severity).filter(|_| !keeps_all);
    let mut report = report_of(estate, &evaluation.encoded, root.shown(), least, job);
    if added.estate.is_some() {
        report.basis = Basis::ConfigurationAndPlan;
    }
    if let Some(before) = &job.base {
        sides::compare(&Today { estate, seen, plans: &root.plans }, before, job, &mut report);
    }
    report.warnings.extend(added.warnings);
    report.errors.extend(program.errors.iter().cloned());
    report.warnings.extend(program.warnings.iter().cloned());
    report.errors.extend(evaluation.errors);
    report.warnings.extend(evaluation.warnings);
    if !directory.whole {
        report.judged.findings.retain(|finding| concerns(finding, &root.found.scan.files));
    }
    report.drop_below(job.options.min_severity);
    let problems = report.errors.iter().chain(&report.warnings);
    (report.shown, report.secrets) = shown_files(estate, &report.judged.findings, problems);
    added.secrets.iter().for_each(|text| report.secrets.add(text));
    report
}

pub(super) fn eval_options(program: &Program) -> eval::Options {
    eval::Options { workspace: program.workspace.clone(), ..eval::Options::default() }
}

/// Whether a finding has a place in one of the files that were named.
fn concerns(finding: &Finding, files: &std::collections::BTreeSet<String>) -> bool {
    let places = finding.location.iter().chain(&finding.place).map(|location| &**location);
    places.chain(finding.related.iter().map(|one| &one.location)).any(|location| files.contains(&*location.file))
}

/// Judges an estate by all rules.
pub(super) fn judged<'a>(estate: &Estate<'a>, encoded: &Encoded<'a>, least: Option<Severity>, job: &Job<'_>) -> Judged {
    let mut judged = Judged::default();
    job.rules.each(|first, set| {
        let how = judge::Options {
            now: job.options.inputs.now,
            all: job.options.show_secure,
            least,
            foreign_ignores: job.options.inputs.foreign_ignores,
            model: Arc::clone(&job.said.model),
            accepted: Arc::clone(&job.said.accepted),
            first_element: first,
        };
        let selected = |element: u32| job.selection.holds(first + element);
        let judge = |helped| judge::judge(estate, encoded, set, &how, &selected, helped);
        let more = match job.helpers {
            Some(pool) => pool.run(estate.instances.len(), || judge(true)),
            None => judge(false),
        };
        merge(&mut judged, more, first);
    });
    judged.number_alike();
    judged
}

pub(super) fn report_of<'a>(
    estate: &Estate<'a>,
    encoded: &Encoded<'a>,
    path: Arc<str>,
    least: Option<Severity>,
    job: &Job<'_>,
) -> RootReport {
    let mut judged = judged(estate, encoded, least, job);
    let by = job.matrix.and_then(|matrix| matrix.by);
    let covers = |type_name: &str, layer: LayerId| job.rules.covered(type_name)[layer.index()];
    let breakdown = by.map(|by| breakdown::of(by, estate, &judged.findings, &path, job, &covers));
    if let Some(matrix) = job.matrix {
        let is_open = |finding: &Finding| finding.verdict.is_finding() || finding.verdict == Verdict::Unknown;
        judged.findings.retain(|finding| is_open(finding) || matrix.explain == Some(finding.layer));
    }
    let program = estate.program;
    let is_there = |instance: &Instance<'_>| is_resource(instance.kind) && !instance.action.is_end();
    let resources = estate.iter().filter(|(_, instance)| is_there(instance)).count() as u32;
    let (matrix, adjusted) = matrix_of(estate, job.rules, &job.said.model);
    let real = program.sources.iter().filter(|(_, file)| is_file(file.kind));
    RootReport {
        path,
        key: Arc::clone(&program.root_key),
        matrix,
        breakdown,
        configuration: job.said.configuration,
        contracts: Arc::clone(&job.said.contracts),
        adjusted,
        below_min_severity: judged.below,
        judged,
        resources,
        providers: program.locked.iter().map(|(source, version)| (source.clone(), version.clone())).collect(),
        files: real.map(|(_, file)| Arc::clone(&file.path)).collect(),
        modules: program.modules.iter().skip(1).map(|module| Arc::clone(&module.directory)).collect(),
        ..RootReport::default()
    }
}

fn is_resource(kind: InstanceKind) -> bool {
    matches!(kind, InstanceKind::Managed | InstanceKind::Data)
}

fn is_file(kind: FileKind) -> bool {
    !matches!(kind, FileKind::CommandLine | FileKind::Environment)
}

/// Adds what another rule set found. Element numbers become those of the run.
fn merge(all: &mut Judged, more: Judged, first: u32) {
    all.findings.extend(more.findings.into_iter().map(|mut finding| {
        finding.element += first;
        finding
    }));
    let mut tallies: BTreeMap<_, _> =
        all.tallies.drain(..).map(|(layer, model, tally)| ((layer, model), tally)).collect();
    for (layer, model, tally) in more.tallies {
        *tallies.entry((layer, model)).or_default() += tally;
    }
    all.tallies = tallies.into_iter().map(|((layer, model), tally)| (layer, model, tally)).collect();
    all.applied += more.applied;
    all.below += more.below;
    all.failures.extend(more.failures);
}

/// Who answers for what, and of how many resources each adjustment of the model makes a difference.
pub(super) fn matrix_of(estate: &Estate<'_>, rules: &Rules, model: &Adjustments) -> (Matrix, Vec<u32>) {
    let (mut matrix, mut adjusted) = (Matrix::default(), vec![0; model.iter().len()]);
    let mut covered: FxHashMap<&str, Vec<bool>> = FxHashMap::default();
    let managed = estate.iter().filter(|(_, instance)| instance.kind == InstanceKind::Managed);
    for (id, instance) in managed.filter(|(_, instance)| !instance.action.is_end()) {
        let type_name = instance.type_name;
        let placement = model.apply(type_name, classify(estate, id), |index| adjusted[index] += 1);
        let covered = covered.entry(type_name).or_insert_with(|| rules.covered(type_name));
        let covers = |layer: LayerId| covered[layer.index()];
        matrix.place(type_name, instance.provider_name, &placement, covers, || estate.address(id));
    }
    (matrix, adjusted)
}

/// One module that is taken for a root, wherever it stands.
pub(super) struct One {
    pub(super) root: Root,
    pub(super) program: Program,
    /// What was seen of it before it was loaded.
    pub(super) errors: Vec<Problem>,
}

/// Loads the module in the first path.
///
/// # Errors
/// When the directory is no module.
pub(super) fn one(inputs: &Inputs) -> Result<One, UsageError> {
    let directory = inputs.paths.first().cloned().unwrap_or_else(|| PathBuf::from("."));
    let discovery = discover::discover_one(&directory, &self::options(inputs)?).map_err(|error| usage(&error))?;
    let scan = Scan::all_roots(&discovery);
    let (roots, errors) = roots(discovery, scan, inputs)?;
    let Some(root) = roots.into_iter().next() else {
        return Err(UsageError::new(format!("{} is no module", directory.display())));
    };
    let What::Module(index) = root.what else {
        return Err(UsageError::new(format!("{} is no module", directory.display())));
    };
    let program = config::load(&root.found.scan.roots[index], &root.found.inputs, &root.found.scan.cache);
    Ok(One { root, program, errors })
}

/// Evaluates one directory as the root module, whoever calls it.
pub(super) fn show(options: &ShowOptions) -> Result<Shown, UsageError> {
    let One { program, errors, .. } = one(&options.inputs)?;
    let arena = Bump::new();
    let evaluation = eval::evaluate(&arena, &program, &eval_options(&program));
    let mut warnings = program.warnings.clone();
    warnings.extend(evaluation.warnings.iter().cloned());
    let mut errors: Vec<Problem> =
        errors.into_iter().chain(program.errors.iter().chain(&evaluation.errors).cloned()).collect();
    report::in_order(&mut errors);
    report::in_order(&mut warnings);
    let (_, secrets) = shown_files(&evaluation.estate, &[], errors.iter().chain(&warnings));
    let document = show::document(&evaluation.estate, &evaluation.outputs, options.redact);
    Ok(Shown { document, errors, warnings, secrets })
}
