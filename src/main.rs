//! The `qingdan` program: arguments in, exit status out.

use std::process::ExitCode;

fn main() -> ExitCode {
    qingdan::cli::run(std::env::args_os())
}
