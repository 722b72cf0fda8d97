//! `cargo xtask …`: the only way to build, run, test and measure this workspace.

mod bench;
mod build;
mod clock;
mod content;
mod data;
mod gallery;
mod hash;
mod places;
mod process;
mod run;
mod server;
mod setup;
mod size;
mod test;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::build::Mode;
use crate::places::Places;

const USAGE: &str = "\
cargo xtask COMMAND

  setup                     install what is missing: tools, browser, fonts
  build   [--dev|--release] the front end into target/dist (release by default)
  data                      what the keyboard's engines read, into target/input
  run     [--port 8080] [--data ./data] [--dev|--release] [--demo] [--config FILE]
  test    [SUITE…]          fmt clippy deny content unit size api e2e; all without a name
  size    [--write-readme]  what a kiosk and a phone download, against the gates
  bench   [NAME…]           first-load input search server; all without a name
  gallery                   a picture of every screen into target/gallery

PETITION_CACHE names the folder for installed tools; see README.md.";

fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code,
        Err(err) => {
            eprintln!("error: {err:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<ExitCode> {
    let mut args = lexopt::Parser::from_env();
    let command = match args.next()? {
        Some(Value(name)) => name.string()?,
        Some(Long("help") | Short('h')) | None => {
            println!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        Some(other) => return Err(other.unexpected().into()),
    };
    let places = Places::find()?;
    match command.as_str() {
        "setup" => {
            no_more(args)?;
            setup::ensure(&places, setup::Need::ALL)?;
            println!("everything is installed");
            Ok(ExitCode::SUCCESS)
        }
        "build" => {
            build::build(&places, mode_only(args)?)?;
            Ok(ExitCode::SUCCESS)
        }
        "run" => run::run(&places, &run_options(args)?),
        "test" => test::test(&places, &names(args)?),
        "size" => size::command(&places, write_readme(args)?),
        "bench" => bench::bench(&places, &names(args)?),
        "data" => {
            no_more(args)?;
            for file in data::assets(&places)? {
                println!("{}", file.display());
            }
            Ok(ExitCode::SUCCESS)
        }
        "gallery" => {
            no_more(args)?;
            gallery::gallery(&places)?;
            Ok(ExitCode::SUCCESS)
        }
        other => bail!("no command named {other}\n\n{USAGE}"),
    }
}

fn no_more(mut args: lexopt::Parser) -> Result<()> {
    match args.next()? {
        None => Ok(()),
        Some(arg) => Err(arg.unexpected().into()),
    }
}

fn mode_only(mut args: lexopt::Parser) -> Result<Mode> {
    let mut mode = Mode::Release;
    while let Some(arg) = args.next()? {
        match arg {
            Long("dev") => mode = Mode::Dev,
            Long("release") => mode = Mode::Release,
            _ => return Err(arg.unexpected().into()),
        }
    }
    Ok(mode)
}

fn names(mut args: lexopt::Parser) -> Result<Vec<String>> {
    let mut names = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) => names.push(name.string()?),
            _ => return Err(arg.unexpected().into()),
        }
    }
    Ok(names)
}

fn write_readme(mut args: lexopt::Parser) -> Result<bool> {
    let mut wanted = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("write-readme") => wanted = true,
            _ => return Err(arg.unexpected().into()),
        }
    }
    Ok(wanted)
}

fn run_options(mut args: lexopt::Parser) -> Result<run::Options> {
    let mut options = run::Options::default();
    while let Some(arg) = args.next()? {
        match arg {
            Long("port") => options.port = args.value()?.parse().context("--port")?,
            Long("data") => options.data = path(args.value()?),
            Long("config") => options.config = Some(path(args.value()?)),
            Long("demo") => options.demo = true,
            Long("dev") => options.mode = Mode::Dev,
            Long("release") => options.mode = Mode::Release,
            _ => return Err(arg.unexpected().into()),
        }
    }
    Ok(options)
}

fn path(value: OsString) -> std::path::PathBuf {
    value.into()
}
