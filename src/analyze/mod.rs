//! One entry point for each job, over all rooms: discover the roots, judge each on its own, collect what they leave.
//!
//! The unit of work is one root module: a rayon task loads, evaluates and judges it, puts its findings on the shelf and
//! drops everything else. Results are kept by index, so that they do not depend on the number of threads.

mod base;
mod beside;
mod binary;
mod breakdown;
mod configured;
mod crm;
mod module;
mod options;
mod plan;
mod pool;
mod root;
mod rules;
mod select;
mod sides;
mod source;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use base::Base;

use configured::Configured;
pub use crm::{Audited, crm};
pub use options::{
    CheckOptions, CrmOptions, ExplainOptions, GivenValue, Inputs, MatrixOptions, ModuleOptions, PlanOptions,
    RulesOptions, ShowOptions, UsageError,
};
use pool::Pool;
pub(crate) use pool::deep;
use root::Root;
pub use rules::Rules;
pub use select::Selection;
use source::Sources;

use crate::config::Problem;
use crate::report::explain::Explained;
use crate::report::module::Module;
use crate::report::show::Shown;
use crate::report::{Assembly, Outcome};
use crate::settings::describe::Description;
use crate::settings::finding::Severity;

/// Is told how far a run is; must not write to stdout.
pub trait Progress: Sync {
    /// The run consists of that many root modules.
    fn start(&self, roots: usize);
    /// One more is done.
    fn advance(&self);
    /// All are done.
    fn finish(&self);
}

/// Tells nobody.
impl Progress for () {
    fn start(&self, _roots: usize) {}
    fn advance(&self) {}
    fn finish(&self) {}
}

/// Judges the root modules under the given paths.
///
/// ```
/// let options = onus::CheckOptions { inputs: onus::Inputs::of(["testdata/webshop"]), ..Default::default() };
/// let outcome = onus::check(&options, &())?;
/// for entry in outcome.failing() {
///     println!("{}: {}", outcome.address(&entry), outcome.finding(&entry).message);
/// }
/// # Ok::<(), onus::UsageError>(())
/// ```
///
/// # Errors
/// When there is nothing to analyse under a path, or an option names what does not exist. Files that cannot be read are
/// no error here: they are told in [`Outcome::errors`].
pub fn check(options: &CheckOptions, progress: &dyn Progress) -> Result<Outcome, UsageError> {
    deep(|| judge(options, Beyond::Nothing, |pool| root::discover(&options.inputs, pool), progress))
}

/// Judges a plan, and says of each finding what the plan does to it: all findings are there, those that are gone too.
///
/// # Errors
/// When there is no such file, or an option names what does not exist. A file that cannot be read as a plan is no error
/// here: it is told in [`Outcome::errors`].
pub fn review_plan(options: &PlanOptions, progress: &dyn Progress) -> Result<Outcome, UsageError> {
    deep(|| {
        let plan = |_: &Pool| Ok((vec![root::of_plan(&options.check.inputs)?], Vec::new()));
        judge(&options.check, Beyond::Review(options), plan, progress)
    })
}

/// What is told beyond the findings.
#[derive(Clone, Copy)]
enum Beyond<'o> {
    Nothing,
    Review(&'o PlanOptions),
    Matrix(&'o MatrixOptions),
}

/// Judges what `find` finds, once it is known that what is asked for makes sense.
fn judge(
    options: &CheckOptions,
    beyond: Beyond<'_>,
    find: impl FnOnce(&Pool) -> Result<(Vec<Root>, Vec<Problem>), UsageError>,
    progress: &dyn Progress,
) -> Result<Outcome, UsageError> {
    let rules = Rules::load(&options.inputs.rules)?;
    let selection = Selection::resolve(&rules, &options.select, &options.ignore)?;
    let sources = Sources::new(options)?;
    let pool = Pool::default();
    let (roots, errors) = find(&pool)?;
    let configured = Configured::of(&roots, options, &rules)?;
    let base = options.base.as_deref().map(|name| Base::of(name, &roots, options, &rules, &pool)).transpose()?;
    let gone: Vec<Root> = base.as_ref().map_or_else(Vec::new, Base::gone);
    progress.start(roots.len() + gone.len());
    let working_dir = options.inputs.working_dir.clone();
    let assembly = Assembly::new(Some(options.min_severity), working_dir, errors);
    let routed = configured.routed(&options.contracts)?;
    let assembly = assembly.configured(configured.all.clone(), configured.day).routed(routed);
    let assembly = Mutex::new(match &base {
        Some(base) => assembly.based(base.configurations(&configured), configured.day),
        None => assembly,
    });
    let (review, matrix) = match beyond {
        Beyond::Nothing => (None, None),
        Beyond::Review(options) => (Some(options), None),
        Beyond::Matrix(options) => (None, Some(options)),
    };
    let helpers = Some(&pool).filter(|_| roots.len() + gone.len() == 1);
    let (rules, selection, sources) = (&rules, &selection, &sources);
    let said = configured::Said::default();
    let job = root::Job { options, rules, selection, review, matrix, helpers, sources, said, base: None };
    let all: Vec<&Root> = roots.iter().chain(&gone).collect();
    pool.each(&all, |index, root| {
        let said = configured.says(index);
        let before = base.as_ref().map(|base| base.before(index, roots.len(), &said));
        let report = root::judge(root, &root::Job { said, base: before, ..job.clone() });
        // A panic is caught within `judge`: nothing else that takes the lock can panic with it.
        let mut assembly = assembly.lock().unwrap_or_else(PoisonError::into_inner);
        assembly.take(index, report, |element| rules.describe(element));
        progress.advance();
    });
    pool.on_each_thread(root::drop_arena);
    progress.finish();
    // What they took up is free again for the report.
    drop((job, all, base));
    drop((roots, gone));
    Ok(assembly.into_inner().unwrap_or_else(PoisonError::into_inner).finish())
}

/// Counts who answers for what under the given paths; the same judgement as [`check`], all severities counted.
///
/// ```
/// let check = onus::CheckOptions { inputs: onus::Inputs::of(["testdata/webshop"]), ..Default::default() };
/// let outcome = onus::matrix(&onus::MatrixOptions { check, ..Default::default() }, &())?;
/// let (weakest, _) = outcome.weakest().expect("something is open");
/// assert_eq!(weakest.id(), "network");
/// # Ok::<(), onus::UsageError>(())
/// ```
///
/// # Errors
/// As for [`check`].
pub fn matrix(options: &MatrixOptions, progress: &dyn Progress) -> Result<Outcome, UsageError> {
    let needs_all = options.by.is_some() || options.explain.is_some();
    let min_severity = if options.explain.is_some() { Severity::Info } else { options.check.min_severity };
    let check = CheckOptions { show_secure: needs_all, min_severity, ..options.check.clone() };
    deep(|| judge(&check, Beyond::Matrix(options), |pool| root::discover(&check.inputs, pool), progress))
}

/// Judges one module for those who call it: what is right whatever they say, what its inputs decide, what is left to them.
///
/// ```
/// let module = onus::module(&onus::ModuleOptions::of("testdata/webshop/modules/bucket"))?;
/// let left_to_callers = module.standing(onus::report::module::Standing::Caller);
/// assert!(left_to_callers.count() < module.duties.len());
/// # Ok::<(), onus::UsageError>(())
/// ```
///
/// # Errors
/// When the directory is no module, or an option names what does not exist. Files that cannot be read are no error here:
/// they are told in the result.
pub fn module(options: &ModuleOptions) -> Result<Module, UsageError> {
    deep(|| module::module(options))
}

/// Evaluates one root module and lists all instances with their values.
///
/// # Errors
/// When the directory is no module.
pub fn show(options: &ShowOptions) -> Result<Shown, UsageError> {
    deep(|| root::show(options))
}

/// Explains a setting (by its id or another tool's), a layer, a service model or a resource type.
///
/// # Errors
/// When nothing has that name; the error names the nearest.
pub fn explain(options: &ExplainOptions) -> Result<Explained, UsageError> {
    let rules = Rules::load(&options.inputs.rules)?;
    let elements: Vec<u32> = rules.find(&options.name).collect();
    if !elements.is_empty() {
        return Ok(Explained::Settings(elements.into_iter().map(|element| rules.describe(element)).collect()));
    }
    let of_type = |name: &str| {
        let described = (0..rules.count() as u32).map(|element| rules.describe(element));
        described.filter(|setting| setting.types.iter().any(|speaks_of| speaks_of == name)).collect()
    };
    Explained::find(&options.name, of_type).ok_or_else(|| select::unknown(&rules, "", &options.name))
}

/// All settings that are asked for, by provider, service and id.
///
/// # Errors
/// When a rule file of `--rules` cannot be read, or an option names what does not exist.
pub fn rules(options: &RulesOptions) -> Result<Vec<Description>, UsageError> {
    let rules = Rules::load(&options.inputs.rules)?;
    let selection = Selection::resolve(&rules, &options.select, &[])?;
    let elements = (0..rules.count() as u32).filter(|element| selection.holds(*element));
    let mut described: Vec<_> = elements.map(|element| rules.describe(element)).collect();
    if let Some(provider) = &options.provider {
        let known: BTreeSet<String> = described.iter().flat_map(Description::providers).map(str::to_owned).collect();
        if !known.contains(provider) {
            return Err(select::no_provider(&known, provider));
        }
        described.retain(|setting| setting.providers().any(|of| of == provider));
    }
    described.sort_by(|a, b| (&a.provider, &a.service, &a.id).cmp(&(&b.provider, &b.service, &b.id)));
    Ok(described)
}
