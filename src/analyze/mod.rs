//! One entry point for each job, over all rooms: discover the roots, judge each on its own, collect what they leave.
//!
//! The unit of work is one root module: a rayon task loads, evaluates and judges it, keeps small owned records and drops
//! everything else. Records are collected by index, so the result does not depend on the number of threads.

mod options;
mod root;
mod select;

use rayon::prelude::*;

pub use options::{CheckOptions, ExplainOptions, GivenValue, Inputs, RulesOptions, ShowOptions, UsageError};
pub use select::Selection;

use crate::report::explain::Explained;
use crate::report::show::Shown;
use crate::report::{Assembly, Outcome};
use crate::settings::describe::Description;

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
///     println!("{}: {}", entry.finding.address, entry.finding.message);
/// }
/// # Ok::<(), onus::UsageError>(())
/// ```
///
/// # Errors
/// When there is nothing to analyse under a path, or an option names what does not exist. Files that cannot be read are
/// no error here: they are told in [`Outcome::errors`].
pub fn check(options: &CheckOptions, progress: &dyn Progress) -> Result<Outcome, UsageError> {
    let rules = root::load_rules(&options.inputs)?;
    let selection = Selection::resolve(rules.set(), &options.select, &options.ignore)?;
    let roots = root::discover(&options.inputs)?;
    progress.start(roots.len());
    let reports = roots
        .par_iter()
        .map(|root| {
            let report = root::judge(root, options, &rules, &selection);
            progress.advance();
            report
        })
        .collect();
    progress.finish();
    let assembly =
        Assembly { min_severity: Some(options.min_severity), working_dir: options.inputs.working_dir.clone() };
    Ok(Outcome::assemble(assembly, reports, |element| rules.describe(element)))
}

/// Counts who answers for what under the given paths; the same judgement as [`check`], all severities counted.
///
/// # Errors
/// As for [`check`].
pub fn matrix(options: &CheckOptions, progress: &dyn Progress) -> Result<Outcome, UsageError> {
    check(options, progress)
}

/// Evaluates one root module and lists all instances with their values.
///
/// # Errors
/// When the directory is no module.
pub fn show(options: &ShowOptions) -> Result<Shown, UsageError> {
    root::show(options)
}

/// Explains a setting (by its id or another tool's), a layer, a service model or a resource type.
///
/// # Errors
/// When nothing has that name; the error names the nearest.
pub fn explain(options: &ExplainOptions) -> Result<Explained, UsageError> {
    let rules = root::load_rules(&options.inputs)?;
    let elements: Vec<u32> = rules.set().find(&options.name).collect();
    if !elements.is_empty() {
        return Ok(Explained::Settings(elements.into_iter().map(|element| rules.describe(element)).collect()));
    }
    let of_type = |name: &str| {
        let all = 0..rules.set().elements.len() as u32;
        let described = all.map(|element| rules.describe(element));
        described.filter(|setting| setting.types.iter().any(|speaks_of| speaks_of == name)).collect()
    };
    Explained::find(&options.name, of_type).ok_or_else(|| select::unknown(rules.set(), "", &options.name))
}

/// All settings, sorted by id.
///
/// # Errors
/// When a rule file of `--rules` cannot be read.
pub fn rules(options: &RulesOptions) -> Result<Vec<Description>, UsageError> {
    let rules = root::load_rules(&options.inputs)?;
    let selection = Selection::resolve(rules.set(), &options.select, &[])?;
    let count = rules.set().elements.len() as u32;
    let elements = (0..count).filter(|element| selection.holds(*element));
    let mut described: Vec<_> = elements.map(|element| rules.describe(element)).collect();
    described.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(described)
}
