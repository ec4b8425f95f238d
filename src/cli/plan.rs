//! `onus plan`

use std::path::PathBuf;

use super::Failure;
use super::args::{InputArgs, one_on_stdout};
use super::check::{JudgementArgs, OutputArgs};
use super::terminal::Bar;
use crate::report::{Exit, FailOn, human};
use crate::source::access;
use crate::{PlanOptions, UsageError};

/// Review a plan: what it makes worse, what better, what becomes yours
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// A plan in JSON, or as `terraform plan -out` writes it; - reads JSON
    /// from stdin. For a binary plan, `terraform show -json` is run, which
    /// starts the providers in .terraform: only for plans that you trust
    #[arg(value_name = "FILE", verbatim_doc_comment)]
    file: PathBuf,

    /// The program that reads a binary plan (default: terraform or tofu,
    /// whichever is on PATH)
    #[arg(long, value_name = "PROGRAM", verbatim_doc_comment)]
    terraform_bin: Option<PathBuf>,

    #[command(flatten)]
    judgement: JudgementArgs,

    /// Fail (exit code 1) for what the plan makes worse or creates, from this
    /// severity on: critical, high, medium, low, info, never; and for
    /// layers that become yours: shift:customer. Several with commas
    #[arg(long, value_name = "WHAT", default_value = "medium", verbatim_doc_comment)]
    fail_on: FailOn,

    /// A plan has a before of its own.
    #[arg(long, value_name = "BASE", hide = true)]
    base: Option<String>,

    /// Fail for every finding, also for those that were there before
    #[arg(long)]
    fail_on_all: bool,

    #[command(flatten)]
    output: OutputArgs,

    /// List what stays as it is, too
    #[arg(long)]
    full: bool,

    /// Print nothing when the plan makes nothing worse
    #[arg(long, short)]
    quiet: bool,

    #[command(flatten)]
    inputs: InputArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus plan plan.json --fail-on high,shift:customer
  terraform plan -out tfplan && onus plan tfplan
  terraform plan -out tfplan && terraform show -json tfplan | onus plan -
  onus plan plan.json --format json=review.json --format human
  onus plan plan.json --format html=review.html   the review as a page

Data that the plan destroys (a database that is replaced without a final
snapshot or deletion protection) is listed and changes no exit code.
`onus check plan.json` judges everything that is planned, whether the plan
changes it or not.";

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    let Args { output, full, quiet, fail_on, .. } = args;
    one_on_stdout(&output.formats)?;
    if let Some(base) = args.base {
        let file = access::slashed(&args.file);
        let help = format!("two plans, or a plan and what it was made from: onus check {file} --base {base}");
        return Err(UsageError::new("--base: a plan is compared with what it finds, which it holds itself")
            .with_help(help)
            .into());
    }
    let check = args.judgement.options(args.inputs, vec![args.file], output.show_secure, None)?;
    let options = PlanOptions { check, program: args.terraform_bin };
    let outcome = crate::review_plan(&options, &Bar::default())?;
    let exit_of = if args.fail_on_all { Exit::of } else { Exit::of_review };
    let exit = exit_of(&outcome, fail_on, output.fail_on_unknown);
    let style = human::Style::default();
    output.write(&outcome, exit, human::Options { style, full, quiet, fail_on }, true)?;
    Ok(exit)
}
