//! `onus explain`

use super::args::RuleArgs;
use super::{Failure, terminal};
use crate::ExplainOptions;
use crate::report::{Exit, explain};

/// Explain a setting, a layer, a service model or a resource type
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// A setting's id, another tool's id, a layer, a model, a type
    #[arg(value_name = "NAME")]
    name: String,

    #[command(flatten)]
    rules: RuleArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus explain aws-rds-storage-encrypted
  onus explain CKV_AWS_16            another tool's id for the same
  onus explain os                    who answers for a layer
  onus explain aws_db_instance       do we handle this, or do they?";

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    let options = ExplainOptions { inputs: args.rules.inputs(), name: args.name };
    let explained = crate::explain(&options)?;
    let style = terminal::style(false);
    terminal::write_to(None, |out| explain::write(out, &explained, style))?;
    Ok(Exit::Clean)
}
