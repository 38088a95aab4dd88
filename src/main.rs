//! The `qingdan` program: arguments in, exit status out.

use std::process::ExitCode;

/// A build makes some hundred million short texts on every processor at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    qingdan::cli::run(std::env::args_os())
}
