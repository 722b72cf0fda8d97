//! The command line.

mod calls;
mod event;
mod log;
mod serve;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// The server of a petition reception hall.
#[derive(Parser)]
#[command(name = "petition-server", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves kiosk, phone and API.
    Serve(Serve),
    /// Records what an office does with a matter.
    Event(event::Options),
    /// Lists the calls for help that wait.
    Calls(Data),
    /// Marks a call for help as answered.
    Answer {
        /// Its number in the list of calls.
        id: i64,
        #[command(flatten)]
        data: Data,
    },
    /// Goes through the audit chain and names the first row that does not hold.
    VerifyAudit(Data),
    /// Prints the description of the API.
    Openapi,
    /// Prints a documented configuration: the demonstration hall's.
    Config,
}

#[derive(Args)]
struct Data {
    /// Folder of database, blobs and keys.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

#[derive(Args)]
struct Serve {
    /// Port; 0 takes a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    bind: IpAddr,
    #[command(flatten)]
    data: Data,
    /// The built front end.
    #[arg(long, default_value = "target/dist")]
    dist: PathBuf,
    /// Content files; by default those of the front end.
    #[arg(long)]
    content: Option<PathBuf>,
    /// The hall's configuration.
    #[arg(long)]
    config: Option<PathBuf>,
    /// A demonstration: the demo hall unless --config names another, and a few invented matters.
    #[arg(long)]
    demo: bool,
    /// Address and port of /metrics; without it there is none.
    #[arg(long)]
    metrics_bind: Option<SocketAddr>,
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Serve(options) => serve::run(options),
        Command::Event(options) => event::run(&options),
        Command::Calls(data) => calls::list(&data.data),
        Command::Answer { id, data } => calls::answer(&data.data, id),
        Command::VerifyAudit(data) => calls::verify_audit(&data.data),
        Command::Openapi => {
            print!("{}", crate::api::openapi::document());
            Ok(())
        }
        Command::Config => {
            print!("{}", serve::DEMO_HALL);
            Ok(())
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("error: {err:#}");
            ExitCode::FAILURE
        }
    }
}
