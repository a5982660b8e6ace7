//! The greenroom program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(greenroom::cli::main(std::env::args_os()))
}
