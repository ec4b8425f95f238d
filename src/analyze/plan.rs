//! One plan, from its file to the records it leaves behind; and its review: what it changes.

use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use bumpalo::Bump;

use super::CheckOptions;
use super::binary;
use super::pool::Pool;
use super::root::{self, Job, eval_options, judged, report_of};
use super::sides;
use super::source::Found;
use crate::config::{Problem, Program};
use crate::discover;
use crate::eval::{self, Encoded};
use crate::plan::{Arenas, Attributes, Before, Plan, Source, Trimmed, Wanted, trim};
use crate::report::mask::tells_of_a_secret;
use crate::report::{Basis, Review, RootReport, shown_files};
use crate::settings::change;
use crate::settings::judge::is_identity;
use crate::source::access::{self, MAX_PLAN_SIZE};
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

/// `directory`: where the plan stands.
fn judge_text(mut bytes: Vec<u8>, shown: Arc<str>, directory: &Path, job: &Job<'_>) -> RootReport {
    let is_large = bytes.len() >= LARGE;
    let trimmed = if is_large { trim(&mut bytes) } else { Trimmed::default() };
    let Some(text) = text::decode(&bytes) else {
        return failed(shown, "it is neither UTF-8 nor UTF-16", None);
    };
    let pool = job.helpers.filter(|_| is_large);
    let read = match pool {
        Some(pool) => pool.run(usize::MAX, || Plan::read_trimmed(&text, &trimmed)),
        None => Plan::read(&text).map_err(|error| error.in_whole(&trimmed.removed)),
    };
    let plan = match read {
        Ok(plan) => plan,
        Err(error) => return failed(shown, &error.to_string(), error.help()),
    };
    if job.review.is_some() && plan.is_state() {
        let help = format!("what is there can be judged: onus check {shown}");
        return failed(shown, "this is a state, not a plan", Some(help));
    }
    let notices = if job.review.is_some() { plan.notices() } else { Vec::new() };
    let (program, is_source, warning) = match job.sources.of(&plan) {
        Found::Source(program) => (*program, true, None),
        // Nobody knows the directory of its root module: the plan stands there, as far as can be told.
        Found::Nothing(problem) => {
            (Program { root_key: key_of(directory, job.options).into(), ..plan.program() }, false, problem)
        }
    };
    let values = Bump::new();
    let evaluation = is_source.then(|| eval::evaluate(&values, &program, &eval_options(&program)));
    let evaluated = evaluation.as_ref().map(|evaluation| &evaluation.estate);
    let mut arenas = Arenas::of(pool.map_or(1, Pool::count));
    let reads = is_large.then(|| job.rules.reads());
    let asked_for = |type_name: &str, name: &str| {
        is_identity(name) || reads.as_ref().is_none_or(|reads| reads.hold(type_name, name))
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
    let estate = match estate {
        Ok(estate) => estate,
        Err(error) => return failed(shown, &error.to_string(), error.help()),
    };
    let mut report = report_of(&estate, &Encoded::default(), shown, job);
    report.basis = basis;
    report.warnings.extend(notices);
    report.warnings.extend(warning);
    if job.review.is_some() {
        let arena = Bump::new();
        let before = estate.before(&arena);
        let judged = judged(&before, &Encoded::default(), job);
        let review =
            Review::of(&before, &estate, &job.said.model).with_settings(&judged.tallies, &report.judged.tallies);
        let matrix = sides::matrix(&before, &judged, job, &job.said.model);
        report.judged = change::compare(&estate, judged, report.judged);
        report.review = Some(Review { before: matrix, ..review });
    }
    (report.shown, report.secrets) = shown_files(&estate, &report.judged.findings, &report.warnings);
    secrets.iter().for_each(|text| report.secrets.add(text));
    report
}
