//! `onus show`

use std::io::{self, Write as _};
use std::path::PathBuf;

use super::args::{Format, InputArgs, Target};
use super::{Failure, terminal};
use crate::ShowOptions;
use crate::report::show::{self, Shown};
use crate::report::{Exit, human, json};

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
    tell_problems(&shown);
    Ok(if shown.errors.is_empty() { Exit::Clean } else { Exit::Input })
}

/// Writes errors and warnings to stderr, so that stdout holds the document alone.
fn tell_problems(shown: &Shown) {
    for problem in &shown.errors {
        let at = problem.location.as_ref().map(|at| format!("{}:{}:{}: ", at.file, at.line, at.column));
        let message = format!("{}{}", at.unwrap_or_default(), shown.secrets.hide(&problem.message));
        let help = problem.help.as_deref().map(|help| shown.secrets.hide(help));
        super::tell(&message, help.as_deref());
    }
    let mut text = Vec::new();
    for warning in &shown.warnings {
        let _ = human::warning(&mut text, warning, &shown.secrets, terminal::style(false));
    }
    let _ = io::stderr().write_all(&text);
}
