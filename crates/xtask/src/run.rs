//! `cargo xtask run`: from nothing to a hall that answers.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::build::{self, Mode};
use crate::places::Places;
use crate::server;

/// What the command line says.
pub struct Options {
    /// Where the hall answers on the loopback interface.
    pub port: u16,
    /// The store.
    pub data: PathBuf,
    /// A configuration other than the built-in one.
    pub config: Option<PathBuf>,
    /// A demo hall that says so on screen.
    pub demo: bool,
    /// How everything is compiled.
    pub mode: Mode,
}

impl Default for Options {
    fn default() -> Self {
        let data = PathBuf::from("data");
        Self { port: 8080, data, config: None, demo: false, mode: Mode::Release }
    }
}

/// Builds what is missing and becomes the server.
pub fn run(places: &Places, options: &Options) -> Result<ExitCode> {
    build::build(places, options.mode)?;
    let binary = server::build(places, options.mode)?;
    let mut server = Command::new(binary);
    server.arg("serve").arg("--port").arg(options.port.to_string());
    server.arg("--data").arg(&options.data).arg("--dist").arg(&places.dist);
    if options.demo {
        server.arg("--demo");
    }
    if let Some(config) = &options.config {
        server.arg("--config").arg(config);
    }
    let address = format!("http://127.0.0.1:{}", options.port);
    println!("kiosk  {address}/\nphone  {address}/q\nstop   Ctrl-C");
    // Replacing this process hands every signal to the server, with nobody between to lose one.
    Err(server.exec()).context("cannot start petition-server")
}
