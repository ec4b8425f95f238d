//! `onus rules`

use super::args::{Format, RuleArgs, Target};
use super::{Failure, terminal};
use crate::RulesOptions;
use crate::report::{Exit, json, rules};

/// List the settings that onus knows
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// Only these settings: ids, families, other tools' ids
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    select: Vec<String>,

    /// Only settings for this provider, by Terraform's name: aws, google, kubernetes …
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,

    /// human or json; FORMAT=PATH writes to a file
    #[arg(long, value_name = "FORMAT[=PATH]", default_value = "human")]
    format: Target,

    #[command(flatten)]
    rules: RuleArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus rules
  onus rules --provider aws
  onus rules --format json | jq '.[].aliases'";

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    let options = RulesOptions { inputs: args.rules.inputs(), select: args.select, provider: args.provider };
    let settings = crate::rules(&options)?;
    terminal::write_to(args.format.path.as_deref(), |out| match args.format.format {
        Format::Human => rules::write(out, &settings),
        Format::Json => json::write_value(out, &settings),
    })?;
    Ok(Exit::Clean)
}
