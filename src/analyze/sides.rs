//! A root and what it was: both are judged in one task, and compared.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bumpalo::Bump;

use super::base::{self, Before};
use super::beside::{self, Held};
use super::plan;
use super::root::{self, Job, Root, judged, matrix_of};
use crate::config::{Problem, Program};
use crate::estate::{Estate, ModuleInstanceId, Origins, Pairs};
use crate::eval::{self, Encoded};
use crate::plan::Plan;
use crate::report::{Review, RootReport};
use crate::responsibility::{Adjustments, Matrix, Side};
use crate::settings::change::{self, Change};
use crate::settings::finding::Judged;
use crate::source::files::Recording;

/// A root as it is now.
pub(super) struct Today<'t, 'a> {
    pub(super) estate: &'t Estate<'a>,
    /// What was read for it.
    pub(super) seen: &'t Recording,
    /// Plans of it that lie beside it.
    pub(super) plans: &'t [PathBuf],
}

/// Says in the report of a root what has changed since the base.
pub(super) fn compare(today: &Today<'_, '_>, before: &Before<'_>, job: &Job<'_>, report: &mut RootReport) {
    let program = today.estate.program;
    let is_moved = before.root.is_some_and(|root| !root.is_at(program.module_dirs.first()));
    let is_touched = before.changed.is_none_or(|changed| changed.touches(program, today.seen));
    let judged = std::mem::take(&mut report.judged);
    let review = if !is_touched && !is_moved && before.root.is_some() {
        let review = Review { before: matrix(today.estate, &judged, job, &job.said.model), ..Review::default() };
        report.judged = change::unchanged(today.estate, judged);
        review
    } else {
        match before.root {
            Some(root) => with_base(root, (&program.root_key, today.plans), job, |estate, encoded, program| {
                report.warnings.extend(base::unreadable(before.name, program));
                against(today.estate, (estate, encoded), before, judged, job, report)
            }),
            None => {
                let nothing = Program::default();
                let estate = Estate::new(&nothing, Vec::new(), Vec::new(), Origins::default());
                against(today.estate, (&estate, &Encoded::default()), before, judged, job, report)
            }
        }
    };
    report.review = Some(Review { base: Some(before.name.clone()), ..review });
}

/// Loads and evaluates a root of a base; its findings get the key of the root that it is now, and the plans that lie beside
/// that count for it, too.
fn with_base<R>(
    root: &Root,
    (key, plans): (&Arc<str>, &[PathBuf]),
    job: &Job<'_>,
    then: impl FnOnce(&Estate<'_>, &Encoded<'_>, &Program) -> R,
) -> R {
    let Some(program) = root.load(key, job.helpers.is_some()) else { return with_planned(root, job, then) };
    let arena = Bump::new();
    let evaluation = eval::evaluate(&arena, &program, &root::eval_options(&program));
    // What a plan of today tells of values that are not written counts on both sides.
    let bytes = beside::text_of(plans);
    let text = beside::decoded(bytes.as_deref());
    let plan = text.as_deref().and_then(|text| Plan::read(text).ok());
    let mut held = Held::default();
    let added = beside::join(&evaluation.estate, plan.as_ref(), &mut held, &[]);
    then(added.estate.as_ref().unwrap_or(&evaluation.estate), &evaluation.encoded, &program)
}

/// The same of a plan.
fn with_planned<R>(root: &Root, job: &Job<'_>, then: impl FnOnce(&Estate<'_>, &Encoded<'_>, &Program) -> R) -> R {
    let (mut then, shown) = (Some(then), root.shown());
    let file = root.plan_file().unwrap_or(Path::new(""));
    let planned = plan::with_planned(file, &shown, job, |estate| {
        then.take().map(|then| then(estate, &Encoded::default(), &Program::default()))
    });
    match (planned, then) {
        (Ok(Some(result)), _) => result,
        (refusal, Some(then)) => {
            let why = refusal.err().unwrap_or_default();
            let program = Program { errors: vec![Problem::new(format!("{shown}: {why}"))], ..Program::default() };
            let estate = Estate::new(&program, Vec::new(), Vec::new(), Origins::default());
            then(&estate, &Encoded::default(), &program)
        }
        (_, None) => unreachable!("it is taken where it gives a result"),
    }
}

/// What a root that is no more has left.
pub(super) fn gone(was: &Root, before: &Before<'_>, job: &Job<'_>) -> RootReport {
    let nothing = Program { root_key: was.key(), ..Program::default() };
    let estate = Estate::new(&nothing, Vec::new(), Vec::new(), Origins::default());
    let mut report = RootReport { path: was.shown(), key: was.key(), is_gone: true, ..RootReport::default() };
    let review = with_base(was, (&was.key(), &[]), job, |before_estate, encoded, program| {
        report.warnings.extend(base::unreadable(before.name, program));
        against(&estate, (before_estate, encoded), before, Judged::default(), job, &mut report)
    });
    report.review = Some(Review { base: Some(before.name.clone()), ..review });
    report
}

fn against<'b>(
    today: &Estate<'_>,
    (estate, encoded): (&Estate<'b>, &Encoded<'b>),
    before: &Before<'_>,
    after: Judged,
    job: &Job<'_>,
    report: &mut RootReport,
) -> Review {
    let pairs = Pairs::of(estate, today);
    let old = Side { estate, model: &before.said.model };
    let new = Side { estate: today, model: &job.said.model };
    let review = Review::between(old, new, &pairs);
    let job = Job { said: before.said.clone(), base: None, ..job.clone() };
    let was = judged(estate, encoded, None, &job);
    let review = review.with_settings(&was.tallies, &after.tallies);
    let matrix = matrix(estate, &was, &job, &job.said.model);
    report.judged = change::compare_sides([estate, today], &pairs, was, after);
    excuse_unknown_modules(estate, today, report);
    Review { before: matrix, ..review }
}

/// A module that was another one in the base, and is not downloaded as such: nobody knows what was in it, so nothing in it
/// is held against the change; which is said.
fn excuse_unknown_modules(was: &Estate<'_>, is: &Estate<'_>, report: &mut RootReport) {
    let modules = |estate: &Estate<'_>, is_known: bool| -> Vec<String> {
        let all = estate.modules.iter().enumerate().skip(1).filter(|(_, module)| module.module.is_some() == is_known);
        all.map(|(index, _)| estate.module_address(ModuleInstanceId(index as u32))).collect()
    };
    let known: BTreeSet<String> = modules(is, true).into_iter().collect();
    for module in modules(was, false).into_iter().filter(|module| known.contains(module)) {
        let inside = |address: &str| address.strip_prefix(&*module).is_some_and(|rest| rest.starts_with('.'));
        let blamed = report.judged.findings.iter_mut().filter(|finding| inside(&finding.address));
        blamed.filter(|finding| finding.change.is_some_and(Change::is_for_the_worse)).for_each(|finding| {
            finding.change = Some(Change::Same);
        });
        let message = format!("{module} has another source in the base, which is not downloaded");
        let problem =
            Problem::new(message).help("what got worse in it cannot be told: its findings count as older ones");
        report.warnings.push(problem);
    }
}

/// Who answers for what in an estate, with its verdicts.
pub(super) fn matrix(estate: &Estate<'_>, judged: &Judged, job: &Job<'_>, model: &Adjustments) -> Matrix {
    let (mut matrix, _) = matrix_of(estate, job.rules, model);
    for (layer, model, tally) in &judged.tallies {
        matrix.add_tally(*layer, *model, *tally);
    }
    matrix
}
