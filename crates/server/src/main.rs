//! `petition-server`; see `petition-server --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    petition_server::cli::main()
}
