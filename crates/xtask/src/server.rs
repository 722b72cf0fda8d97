//! The server binary: built, and started for a test.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::build::Mode;
use crate::places::Places;
use crate::process;

/// Builds the server and returns the path of its binary.
pub fn build(places: &Places, mode: Mode) -> Result<PathBuf> {
    let mut cargo = process::cargo(&places.root);
    cargo.args(["build", "--locked", "--package", "petition-server", "--bin", "petition-server"]);
    let folder = match mode {
        Mode::Dev => "debug",
        Mode::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    process::run(&mut cargo)?;
    Ok(places.cargo_target.join(folder).join("petition-server"))
}

/// A server on a free port with an empty store; both go when this is dropped.
pub struct Running {
    child: Child,
    data: PathBuf,
    /// `http://127.0.0.1:PORT`
    pub url: String,
}

impl Running {
    /// Starts it and waits until it says where it listens.
    pub fn start(places: &Places, binary: &PathBuf, extra: &[&str]) -> Result<Self> {
        let data = places.local_target().join(format!("api-data-{}", std::process::id()));
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        let mut command = Command::new(binary);
        command.current_dir(&places.root).args(["serve", "--port", "0", "--data"]).arg(&data);
        command.arg("--dist").arg(&places.dist).args(extra).stdout(Stdio::piped());
        let mut child = command.spawn().context("cannot start petition-server")?;
        let out = child.stdout.take().context("petition-server has no output")?;
        let mut server = Self { child, data, url: String::new() };
        let mut lines = BufReader::new(out).lines();
        for line in lines.by_ref() {
            if let Some(url) = listening(&line?) {
                server.url = url;
                break;
            }
        }
        if server.url.is_empty() {
            bail!("petition-server ended before it listened");
        }
        // Keep reading, or a full pipe would stop the server.
        thread::spawn(move || lines.for_each(drop));
        Ok(server)
    }
}

fn listening(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("listening on ")?;
    let url = rest.split_whitespace().next()?;
    url.starts_with("http://").then(|| url.trim_end_matches('/').to_owned())
}

impl Drop for Running {
    fn drop(&mut self) {
        // A server that is gone already is what we want; there is nothing else to tell.
        self.child.kill().ok();
        self.child.wait().ok();
        fs::remove_dir_all(&self.data).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_address() {
        let url = |line| listening(line);
        assert_eq!(
            url("listening on http://127.0.0.1:4321").as_deref(),
            Some("http://127.0.0.1:4321")
        );
        assert_eq!(
            url("12:00 INFO listening on http://127.0.0.1:80/ (demo)").as_deref(),
            Some("http://127.0.0.1:80")
        );
        assert_eq!(url("listening on a socket"), None);
        assert_eq!(url("starting"), None);
    }
}
