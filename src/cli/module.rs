//! `onus module`

use std::path::PathBuf;

use super::args::{ModuleFormat, RuleArgs, Target, one_on_stdout};
use super::{Failure, terminal};
use crate::report::{Exit, module};
use crate::{CheckOptions, Inputs, ModuleOptions, UsageError};

/// Say what calling a module fulfils, and what it leaves to the caller
///
/// The module is judged twice: with the defaults of its inputs, and with
/// nothing known of them. What is right both times is so whatever the caller
/// says; what an input decides is the caller's.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, verbatim_doc_comment)]
pub(super) struct Args {
    /// The directory of the module
    #[arg(value_name = "DIR", default_value = ".")]
    dir: PathBuf,

    /// human, json or markdown; FORMAT=PATH writes to a file. Repeatable
    #[arg(long = "format", value_name = "FORMAT[=PATH]", default_value = "human")]
    formats: Vec<Target<ModuleFormat>>,

    /// List every setting
    #[arg(long)]
    full: bool,

    /// Read no file outside of DIR (instead of the nearest directory with .git or .onus.hcl)
    #[arg(long = "root", value_name = "DIR")]
    roots: Vec<PathBuf>,

    /// Leave all .onus.hcl files out of account
    #[arg(long)]
    no_config: bool,

    #[command(flatten)]
    rules: RuleArgs,
}

const EXAMPLES: &str = "\
Examples:
  onus module modules/bucket
  onus module modules/bucket --format markdown=modules/bucket/SECURITY.md
      A page to publish with the module.
  onus module modules/bucket --format json | jq '.duties[] | select(.standing == \"open\")'

Exit code 0 whatever is found: `onus check` judges a module where it is called.";

pub(super) fn run(args: Args) -> Result<Exit, Failure> {
    one_on_stdout(&args.formats)?;
    let working_dir = std::env::current_dir()
        .map_err(|error| UsageError::new(format!("the working directory cannot be read: {error}")))?;
    let inputs = Inputs {
        paths: vec![args.dir],
        read_roots: args.roots,
        no_config: args.no_config,
        working_dir,
        ..args.rules.inputs()
    };
    let options = ModuleOptions { check: CheckOptions { inputs, ..CheckOptions::default() } };
    let found = crate::module(&options)?;
    for target in &args.formats {
        let style = terminal::style(target.path.is_some());
        terminal::write_to(target.path.as_deref(), |out| match target.format {
            ModuleFormat::Human => module::write_human(out, &found, style, args.full),
            ModuleFormat::Json => module::write_json(out, &found),
            ModuleFormat::Markdown => module::write_markdown(out, &found),
        })?;
    }
    Ok(if found.errors.is_empty() { Exit::Clean } else { Exit::Input })
}
