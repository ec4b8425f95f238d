//! Arguments to calls: one file a command, no logic of its own.

mod args;
mod check;
mod crm;
mod explain;
mod matrix;
mod module;
mod plan;
mod rules;
mod show;
mod terminal;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::UsageError;
use crate::report::{Exit, escape};

/// Which part of this deployment's security is ours, and have we done our part?
#[derive(Debug, Parser)]
#[command(name = "onus", version, max_term_width = 80, after_help = EXAMPLES, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  onus check                       judge the Terraform in this directory
  onus check live/prod --var-file prod.tfvars
  terraform show -json tfplan | onus plan -
                                   what a plan makes better or worse
  onus matrix live/prod            who answers for what, as a table
  onus crm --format csv=crm.csv    the same for auditors, control by control
  onus module modules/bucket       what a module leaves to its callers
  onus explain CKV_AWS_16          what a finding means, by any tool's id

Exit codes: 0 nothing that fails, 1 findings at or above --fail-on,
2 bad arguments or nothing to analyse, 3 input that cannot be read in full,
4 only undecided settings, with --fail-on-unknown.
onus reads files and sends nothing anywhere. It executes nothing, but for
`onus plan` on a binary plan, which `terraform show` reads.";

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Args),
    Plan(plan::Args),
    Matrix(matrix::Args),
    Crm(crm::Args),
    Module(module::Args),
    Show(show::Args),
    Explain(explain::Args),
    Rules(rules::Args),
}

/// Runs the command that the arguments name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    std::panic::set_hook(Box::new(|info| {
        // The message of a panic may hold text of the user's files: only the place is told.
        let place = info.location().map(|at| format!(" at {}:{}", at.file(), at.line())).unwrap_or_default();
        tell(&format!("internal error{place}"), Some("please report it, with the file that causes it if you can"));
    }));
    let args: Vec<OsString> = args.into_iter().collect();
    // What a run frees, the report can use: memory that a thread frees is not free for another.
    let exit = std::panic::catch_unwind(|| crate::analyze::deep(|| run(args))).unwrap_or(Exit::Input);
    ExitCode::from(exit.code())
}

fn run(args: Vec<OsString>) -> Exit {
    let parsed = Cli::command().try_get_matches_from(args).and_then(|matches| Cli::from_arg_matches(&matches));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => {
            // `--help` and `--version` come this way too, and go to stdout.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Clean };
        }
    };
    let result = match cli.command {
        Command::Check(args) => check::run(args),
        Command::Plan(args) => plan::run(args),
        Command::Matrix(args) => matrix::run(args),
        Command::Crm(args) => crm::run(args),
        Command::Module(args) => module::run(args),
        Command::Show(args) => show::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Rules(args) => rules::run(args),
    };
    match result {
        Ok(exit) => exit,
        Err(Failure::Usage(error)) => {
            tell(&error.message, error.help.as_deref());
            Exit::Usage
        }
        Err(Failure::Output(target, error)) => {
            tell(&format!("{target} could not be written: {error}"), None);
            Exit::Usage
        }
    }
}

/// Why a command did not come to its end.
enum Failure {
    /// What was asked cannot be done.
    Usage(UsageError),
    /// The result could not be written: where to, and why.
    Output(String, std::io::Error),
}

impl From<UsageError> for Failure {
    fn from(error: UsageError) -> Self {
        Self::Usage(error)
    }
}

/// Writes an error and its way out to stderr.
fn tell(message: &str, help: Option<&str>) {
    let mut text = format!("error: {}\n", escape::line(message));
    for line in help.into_iter().flat_map(str::lines) {
        text.push_str(&format!("  {}\n", escape::line(line)));
    }
    let _ = std::io::stderr().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }
}
