//! `onus matrix`

use std::path::PathBuf;

use super::Failure;
use super::args::{Format, InputArgs, Target};
use super::check::JudgementArgs;
use super::terminal::{self, Bar};
use crate::report::{Exit, human, json};

/// Show who answers for what: layers by service models, with your part of each
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Directories, files or plan files in JSON; - reads a plan from stdin
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,

    #[command(flatten)]
    judgement: JudgementArgs,

    /// human or json; FORMAT=PATH writes to a file
    #[arg(long, value_name = "FORMAT[=PATH]", default_value = "human")]
    format: Target,

    #[command(flatten)]
    inputs: InputArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus matrix live/prod
  onus matrix --format json=matrix.json";

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    let options = args.judgement.options(args.inputs, args.paths, false)?;
    let outcome = crate::matrix(&options, &Bar::default())?;
    let exit = if outcome.errors.is_empty() { Exit::Clean } else { Exit::Input };
    let style = terminal::style(args.format.path.is_some());
    terminal::write_to(args.format.path.as_deref(), |out| match args.format.format {
        Format::Human => human::write_matrix(out, &outcome, style),
        Format::Json => json::write_matrix(out, &outcome),
    })?;
    Ok(exit)
}
