//! The command `onus`: arguments in, an exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    onus::cli::main(std::env::args_os())
}
