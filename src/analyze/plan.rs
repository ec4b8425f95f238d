//! One plan, from its file to the records it leaves behind; and its review: what it changes.

use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use bumpalo::Bump;

use super::CheckOptions;
use super::binary;
use super::pool::Pool;
use super::root::{self, Job, eval_options, judged, report_of};
use super::sides::{self, Today};
use super::source::Found;
use crate::config::{Problem, Program};
use crate::discover;
use crate::estate::Estate;
use crate::eval::{self, Encoded};
use crate::plan::{Arenas, Attributes, Before, Plan, Source, Trimmed, Wanted, trim};
use crate::report::mask::tells_of_a_secret;
use crate::report::{Basis, Review, RootReport, shown_files};
use crate::settings::change;
use crate::settings::judge::names_resource;
use crate::source::access::{self, MAX_PLAN_SIZE};
use crate::source::files::Recording;
use crate::source::text;

/// From so many bytes on, a plan is read by several threads, and what nobody asks for is left out.
const LARGE: usize = 1 << 20;

/// Judges a plan file, or what stdin gives.
pub(super) fn judge(file: Option<&Path>, shown: Arc<str>, working_dir: &Path, job: &Job<'_>) -> RootReport {
    let bytes = match file {
        Some(file) => access::read_plan(file).map_err(|error| error.to_string()),
        None => read_stdin().map_err(|error| error.to_string()),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => return failed(shown, &error, None),
    };
    let directory = file.and_then(Path::parent).unwrap_or(working_dir);
    if !binary::is_binary(&bytes) {
        return judge_text(bytes, shown, directory, job);
    }
    let (Some(file), Some(review)) = (file, job.review) else {
        let help = format!("terraform show -json {} | onus plan -", if file.is_some() { &shown } else { "tfplan" });
        return failed(shown, "it is a binary plan, not one in JSON", Some(help));
    };
    match binary::read(file, &shown, review.program.as_deref(), working_dir) {
        Ok(bytes) => judge_text(bytes, shown, directory, job),
        Err(binary::Failure { message, help }) => {
            RootReport { path: shown, errors: vec![Problem { help, ..Problem::new(message) }], ..RootReport::default() }
        }
    }
}

fn key_of(directory: &Path, options: &CheckOptions) -> String {
    root::options(&options.inputs).map_or_else(|_| ".".to_owned(), |options| discover::key_of(directory, &options))
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(MAX_PLAN_SIZE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_PLAN_SIZE {
        return Err(io::Error::other(format!("it is larger than {} MiB", MAX_PLAN_SIZE >> 20)));
    }
    Ok(bytes)
}

fn failed(path: Arc<str>, why: &str, help: Option<String>) -> RootReport {
    let problem = Problem { help, ..Problem::new(format!("{path}: {why}")) };
    RootReport { path, errors: vec![problem], ..RootReport::default() }
}

/// Why a plan cannot be read: the rest of a sentence, and the way out.
type Refusal = (String, Option<String>);

/// What a plan tells beside its estate.
struct Told {
    /// What it says of itself, and of its source.
    warnings: Vec<Problem>,
    basis: Basis,
    /// Texts that must not be shown.
    secrets: Vec<String>,
}

/// `directory`: where the plan stands.
fn judge_text(bytes: Vec<u8>, shown: Arc<str>, directory: &Path, job: &Job<'_>) -> RootReport {
    let judged = with_estate(bytes, &shown, directory, job, |estate, told| {
        let mut report = report_of(estate, &Encoded::default(), Arc::clone(&shown), None, job);
        report.basis = told.basis;
        report.warnings.extend(told.warnings);
        if job.review.is_some() {
            review(estate, job, &mut report);
        }
        if let Some(before) = &job.base {
            sides::compare(&Today { estate, seen: &Recording::default(), plans: &[] }, before, job, &mut report);
        }
        (report.shown, report.secrets) = shown_files(estate, &report.judged.findings, &report.warnings);
        told.secrets.iter().for_each(|text| report.secrets.add(text));
        report
    });
    judged.unwrap_or_else(|(why, help)| failed(shown, &why, help))
}

/// Says in the report of a plan what it changes.
fn review(estate: &Estate<'_>, job: &Job<'_>, report: &mut RootReport) {
    let arena = Bump::new();
    let before = estate.before(&arena);
    let judged = judged(&before, &Encoded::default(), None, job);
    let review = Review::of(&before, estate, &job.said.model).with_settings(&judged.tallies, &report.judged.tallies);
    let matrix = sides::matrix(&before, &judged, job, &job.said.model);
    report.judged = change::compare(estate, judged, std::mem::take(&mut report.judged));
    report.review = Some(Review { before: matrix, ..review });
}

/// Calls `then` with what a plan file, the base of a run, plans.
///
/// # Errors
/// When it cannot be read as a plan: the rest of a sentence.
pub(super) fn with_planned<R>(
    file: &Path,
    shown: &str,
    job: &Job<'_>,
    then: impl FnOnce(&Estate<'_>) -> R,
) -> Result<R, String> {
    let bytes = access::read_plan(file).map_err(|error| error.to_string())?;
    let directory = file.parent().unwrap_or(file);
    with_estate(bytes, shown, directory, job, |estate, _| then(estate)).map_err(|(why, _)| why)
}

fn with_estate<R>(
    mut bytes: Vec<u8>,
    shown: &str,
    directory: &Path,
    job: &Job<'_>,
    then: impl FnOnce(&Estate<'_>, Told) -> R,
) -> Result<R, Refusal> {
    let is_large = bytes.len() >= LARGE;
    let trimmed = if is_large { trim(&mut bytes) } else { Trimmed::default() };
    let Some(text) = text::decode(&bytes) else {
        return Err(("it is neither UTF-8 nor UTF-16".to_owned(), None));
    };
    let pool = job.helpers.filter(|_| is_large);
    let read = match pool {
        Some(pool) => pool.run(usize::MAX, || Plan::read_trimmed(&text, &trimmed)),
        None => Plan::read(&text).map_err(|error| error.in_whole(&trimmed.removed)),
    };
    let plan = read.map_err(|error| (error.to_string(), error.help()))?;
    if job.review.is_some() && plan.is_state() {
        let help = format!("what is there can be judged: onus check {shown}");
        return Err(("this is a state, not a plan".to_owned(), Some(help)));
    }
    let mut warnings = if job.review.is_some() { plan.notices() } else { Vec::new() };
    let (program, is_source) = match job.sources.of(&plan) {
        Found::Source(program) => (*program, true),
        // Nobody knows the directory of its root module: the plan stands there, as far as can be told.
        Found::Nothing(problem) => {
            warnings.extend(problem);
            (Program { root_key: key_of(directory, job.options).into(), ..plan.program() }, false)
        }
    };
    let values = Bump::new();
    let evaluation = is_source.then(|| eval::evaluate(&values, &program, &eval_options(&program)));
    let evaluated = evaluation.as_ref().map(|evaluation| &evaluation.estate);
    let mut arenas = Arenas::of(pool.map_or(1, Pool::count));
    let reads = is_large.then(|| job.rules.reads());
    let asked_for = |type_name: &str, name: &str| {
        names_resource(type_name, name) || reads.as_ref().is_none_or(|reads| reads.hold(type_name, name))
    };
    let wanted = Wanted {
        before: if job.review.is_some() { Before::Read } else { Before::Skipped },
        attributes: is_large.then_some(Attributes { asked_for: &asked_for, tells_of_a_secret }),
    };
    let load = |arenas| plan.estate_of(arenas, Source { program: &program, evaluated }, wanted);
    let estate = match pool {
        Some(pool) => pool.run(usize::MAX, || load(&mut arenas)),
        None => load(&mut arenas),
    };
    let secrets = plan.secrets(tells_of_a_secret);
    let basis = if plan.is_state() { Basis::State } else { Basis::Plan };
    drop(plan);
    let estate = estate.map_err(|error| (error.to_string(), error.help()))?;
    Ok(then(&estate, Told { warnings, basis, secrets }))
}
