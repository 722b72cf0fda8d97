//! What an end-to-end test stands on: a built front end, a server binary, a browser.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::{self, Mode};
use crate::places::Places;
use crate::process;
use crate::server;
use crate::setup::{self, Need};

/// Paths handed to the tests by environment.
pub struct Stage {
    server: PathBuf,
    dist: PathBuf,
    axe: PathBuf,
    chromedriver: PathBuf,
    chromium: PathBuf,
}

impl Stage {
    /// Installs, builds and finds everything.
    pub fn set(places: &Places) -> Result<Self> {
        setup::ensure(places, &[Need::FrontEnd, Need::Browser])?;
        build::build(places, Mode::Release)?;
        Ok(Self {
            server: server::build(places, Mode::Release)?,
            dist: places.dist.clone(),
            axe: setup::node_modules(places).join("axe-core/axe.min.js"),
            chromedriver: process::which("chromedriver").context("no chromedriver")?,
            chromium: ["chromium", "chromium-browser", "google-chrome"]
                .iter()
                .find_map(|name| process::which(name))
                .context("no chromium")?,
        })
    }

    /// Sets the variables.
    pub fn environment<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command
            .env("PETITION_SERVER_BIN", &self.server)
            .env("PETITION_DIST", &self.dist)
            .env("PETITION_AXE", &self.axe)
            .env("PETITION_CHROMEDRIVER", &self.chromedriver)
            .env("PETITION_CHROMIUM", &self.chromium)
    }
}
