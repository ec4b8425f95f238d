//! `onus check`

use std::path::PathBuf;

use super::Failure;
use super::args::{InputArgs, ReportFormat, Target, one_on_stdout};
use super::terminal::{self, Bar};
use crate::report::human::Style;
use crate::report::matrix::Lens;
use crate::report::{Exit, FailOn, Links, Outcome, compact, github, gitlab, html, human, json, markdown, sarif};
use crate::settings::finding::Severity;
use crate::{CheckOptions, UsageError};

/// Judge settings that are yours: secure, insecure, unset or undecided
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Directories, files or plan files in JSON; - reads a plan from stdin
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    judgement: JudgementArgs,

    #[command(flatten)]
    base: BaseArgs,

    /// Fail (exit code 1) for findings from this severity on:
    /// critical, high, medium, low, info, never; with --base also
    /// for layers that become yours: shift:customer. Several with commas
    #[arg(long, value_name = "WHAT", default_value = "medium", verbatim_doc_comment)]
    fail_on: FailOn,

    /// With --base: fail for every finding, also for those that were there
    /// before
    #[arg(long, requires = "base", verbatim_doc_comment)]
    fail_on_all: bool,

    #[command(flatten)]
    output: OutputArgs,

    /// Show every place with its picture
    #[arg(long)]
    full: bool,

    /// Print nothing when all is well
    #[arg(long, short)]
    quiet: bool,

    #[command(flatten)]
    inputs: InputArgs,
}

/// What is compared with.
#[derive(Debug, clap::Args)]
pub(super) struct BaseArgs {
    /// Tell what has changed since BASE; only what got worse fails.
    /// A commit, branch or tag: compared is where HEAD left it, read from
    /// git's own files (no git program is run, nothing is checked out);
    /// a directory: an older copy of PATH, or of the working directory if
    /// there are several PATHs; or a plan in JSON of the one root module
    #[arg(long, value_name = "BASE", verbatim_doc_comment)]
    base: Option<String>,
}

impl BaseArgs {
    /// What is compared with. `fail_on`: what fails.
    pub(super) fn name(self, fail_on: FailOn) -> Result<Option<String>, UsageError> {
        if fail_on.shift && self.base.is_none() {
            return Err(UsageError::new("--fail-on shift:customer: nothing is compared")
                .with_help("name what stood before: --base origin/main; or review a plan: onus plan"));
        }
        Ok(self.base)
    }
}

/// What is written, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct OutputArgs {
    /// Exit with code 4 if nothing fails, but settings are undecided
    #[arg(long)]
    pub(super) fail_on_unknown: bool,

    /// human, compact, json, jsonl, sarif, github, gitlab, markdown or html;
    /// FORMAT=PATH writes to a file. Repeatable
    #[arg(long = "format", value_name = "FORMAT[=PATH]", default_value = "human", verbatim_doc_comment)]
    pub(super) formats: Vec<Target<ReportFormat>>,

    /// Where readers of a markdown report find the files:
    /// https://git.example/acme/infra/blob/4f1c2ab/{file}#L{line}
    #[arg(long, value_name = "URL", verbatim_doc_comment)]
    pub(super) source_url: Option<Links>,

    /// List settings that are secure, too
    #[arg(long)]
    pub(super) show_secure: bool,
}

impl OutputArgs {
    /// Writes a result in each format that is asked for. `how` is for people, in the style of its target; a review tells
    /// them what changes.
    pub(super) fn write(
        &self,
        outcome: &Outcome,
        exit: Exit,
        how: human::Options,
        is_review: bool,
    ) -> Result<(), Failure> {
        self.formats.iter().try_for_each(|target| {
            let how = human::Options { style: terminal::style(target.path.is_some()), ..how };
            terminal::write_to(target.path.as_deref(), |out| match target.format {
                ReportFormat::Human if is_review => human::write_review(out, outcome, exit, &how),
                ReportFormat::Human => human::write(out, outcome, exit, &how),
                ReportFormat::Compact => compact::write(out, outcome),
                ReportFormat::Json => json::write(out, outcome, exit),
                ReportFormat::Jsonl => json::write_lines(out, outcome),
                ReportFormat::Sarif => sarif::write(out, outcome),
                ReportFormat::Github => github::write(out, outcome, how.fail_on),
                ReportFormat::Gitlab => gitlab::write(out, outcome),
                ReportFormat::Markdown => {
                    markdown::write(out, outcome, &markdown::Options { links: self.source_url.clone() })
                }
                ReportFormat::Html => html::write(out, outcome, Lens::Models),
            })
        })
    }
}

/// What counts.
#[derive(Debug, clap::Args)]
pub(super) struct JudgementArgs {
    /// Judge only these settings: ids, families, other tools' ids
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    select: Vec<String>,

    /// Leave these settings out
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    ignore: Vec<String>,

    /// List only what these teams answer for, by the contracts of .onus.hcl;
    /// nobody: what no contract speaks of
    #[arg(long = "contract", value_name = "TEAM,…", value_delimiter = ',', verbatim_doc_comment)]
    contracts: Vec<String>,

    /// Count findings below this severity, but do not list them:
    /// critical, high, medium, low, info
    #[arg(long, value_name = "SEVERITY", default_value = "low", hide_possible_values = true, verbatim_doc_comment)]
    min_severity: Severity,

    /// The configuration that plans were made from, or a directory above it (default: the working directory): findings of
    /// a plan then point into it, and its comments count
    #[arg(long, value_name = "DIR", help_heading = "Input")]
    source: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  onus check
      Judges every root module under the current directory.
  onus check live/prod --var-file prod.tfvars --fail-on high
  onus check --format human --format json=onus.json
      The report on the terminal, the document in a file.
  onus check --base origin/main --fail-on high,shift:customer
      Only what this branch makes worse fails, and layers that become yours.
  onus check --format html=onus.html
      One page with the matrix and all findings, to send round or to print.
  onus check --select CKV_AWS_16,aws-s3-bucket-versioning
  terraform show -json tfplan | onus check -
      What the values are at plan time, read from a plan.

A finding is silenced where it stands, with a reason:
  # onus: ignore[aws-s3-bucket-versioning] until=2027-01-31 -- scratch data
What holds for a whole repository stands in .onus.hcl: where your contract
differs from the published model, what is met or attested elsewhere.";

impl JudgementArgs {
    pub(super) fn options(
        self,
        inputs: InputArgs,
        paths: Vec<PathBuf>,
        show_secure: bool,
        base: Option<String>,
    ) -> Result<CheckOptions, Failure> {
        Ok(CheckOptions {
            inputs: inputs.inputs(paths)?,
            select: self.select,
            ignore: self.ignore,
            contracts: self.contracts,
            min_severity: self.min_severity,
            show_secure,
            base,
            source: self.source,
        })
    }
}

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    let Args { output, full, quiet, fail_on, .. } = args;
    one_on_stdout(&output.formats)?;
    let base = args.base.name(fail_on)?;
    let is_review = base.is_some();
    let options = args.judgement.options(args.inputs, args.paths, output.show_secure, base)?;
    let outcome = crate::check(&options, &Bar::default())?;
    let exit_of = if is_review && !args.fail_on_all { Exit::of_review } else { Exit::of };
    let exit = exit_of(&outcome, fail_on, output.fail_on_unknown);
    let style = Style::default();
    output.write(&outcome, exit, human::Options { style, full, quiet, fail_on }, is_review)?;
    Ok(exit)
}
