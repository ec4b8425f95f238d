//! `onus show`

use std::path::PathBuf;

use super::args::{Format, InputArgs, Target};
use super::{Failure, terminal};
use crate::ShowOptions;
use crate::report::{Exit, json, show};

/// Print all instances of one root module with their values, as onus sees them
///
/// Like `terraform show`, this prints sensitive values in clear, the only
/// command that does; --redact leaves them out.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(super) struct Args {
    /// The directory of the root module
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,

    /// human, or json in the shape of `terraform show -json` of a plan
    #[arg(long, value_name = "FORMAT[=PATH]", default_value = "human")]
    format: Target,

    /// Leave sensitive values out
    #[arg(long)]
    redact: bool,

    #[command(flatten)]
    inputs: InputArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus show live/prod --redact
  onus show --format json | jq '.planned_values.root_module.resources[].address'";

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    let options = ShowOptions { inputs: args.inputs.inputs(vec![args.dir])?, redact: args.redact };
    let shown = crate::show(&options)?;
    let style = terminal::style(args.format.path.is_some());
    terminal::write_to(args.format.path.as_deref(), |out| match args.format.format {
        Format::Human => show::write(out, &shown, style),
        Format::Json => json::write_value(out, &shown.document),
    })?;
    for problem in &shown.errors {
        let at = problem.location.as_ref().map(|at| format!("{}:{}:{}: ", at.file, at.line, at.column));
        super::tell(&format!("{}{}", at.unwrap_or_default(), problem.message), problem.help.as_deref());
    }
    Ok(if shown.errors.is_empty() { Exit::Clean } else { Exit::Input })
}
