//! Arguments to [`linimasa::cli::run`]; its error becomes an exit code.

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    match linimasa::cli::run(std::env::args_os()) {
        Ok(outcome) => outcome.into(),
        Err(error) => {
            // Where standard error is closed there is nowhere else to say it.
            let _ = writeln!(std::io::stderr(), "linimasa: {error:#}");
            ExitCode::from(2)
        }
    }
}
