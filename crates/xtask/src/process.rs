//! Starting other programs, with an error that names the one that failed.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, bail};

/// Cargo itself, in `dir`.
pub fn cargo(dir: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(dir);
    // Cargo sets these for the xtask binary. Handed on, they would make a nested cargo see a
    // changed environment and build again what is already built.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME"] {
        command.env_remove(name);
    }
    command
}

/// Runs to the end with our own input and output; any other exit status is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if status.success() { Ok(()) } else { bail!("{name}: {status}") }
}

/// Runs to the end and returns what was printed to standard output.
pub fn output(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {name}"))?;
    if !output.status.success() {
        bail!("{name}: {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed bytes, not text"))
}

/// Runs to the end with `input` on standard input and returns what was printed. The input must
/// fit into a pipe while nobody reads it.
pub fn filter(command: &mut Command, input: &str) -> Result<String> {
    let name = name(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {name}"))?;
    child.stdin.take().context("no input to write to")?.write_all(input.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("{name}: {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed bytes, not text"))
}

/// True when the program starts and succeeds; it prints nothing.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// One line of a running program.
pub enum Line {
    /// From standard output.
    Out(String),
    /// From standard error.
    Err(String),
}

/// Runs to the end, handing every line over as it comes. True when it succeeded.
pub fn lines(command: &mut Command, mut on_line: impl FnMut(&Line)) -> Result<bool> {
    let name = name(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {name}"))?;
    let (sender, receiver) = mpsc::channel();
    let (Some(out), Some(err)) = (child.stdout.take(), child.stderr.take()) else {
        bail!("{name}: no output to read");
    };
    let out_sender = sender.clone();
    let readers = [
        thread::spawn(move || forward(out, |line| out_sender.send(Line::Out(line)).is_ok())),
        thread::spawn(move || forward(err, |line| sender.send(Line::Err(line)).is_ok())),
    ];
    for line in receiver {
        on_line(&line);
    }
    for reader in readers {
        if reader.join().is_err() {
            bail!("{name}: reading its output failed");
        }
    }
    Ok(child.wait().with_context(|| format!("waiting for {name}"))?.success())
}

/// As [`lines`], printing every line where it belongs.
pub fn tee(command: &mut Command, mut on_line: impl FnMut(&str)) -> Result<bool> {
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    lines(command, |line| match line {
        Line::Out(text) => {
            println!("{text}");
            on_line(text);
        }
        Line::Err(text) => {
            eprintln!("{text}");
            on_line(text);
        }
    })
}

fn forward(from: impl Read, mut send: impl FnMut(String) -> bool) {
    let mut from = BufReader::new(from);
    let mut bytes = Vec::new();
    // Bytes, not `lines()`: a test may print what is not UTF-8, and that must not stop the reader.
    while matches!(from.read_until(b'\n', &mut bytes), Ok(n) if n > 0) {
        let text = String::from_utf8_lossy(&bytes);
        if !send(text.trim_end_matches(['\n', '\r']).to_owned()) {
            break;
        }
        bytes.clear();
    }
}

/// The file `name` would start, if it is on the PATH.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file())
}

/// `program first-argument`, enough to recognise a command in an error.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut name = program.file_name().unwrap_or(OsStr::new("?")).to_string_lossy().into_owned();
    if let Some(first) = command.get_args().next() {
        name.push(' ');
        name.push_str(&first.to_string_lossy());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_streams_arrive_and_failure_is_seen() {
        let mut command = Command::new("sh");
        command.args(["-c", r"echo a; echo b >&2; printf 'c\377'; exit 3"]);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let success = lines(&mut command, |line| match line {
            Line::Out(text) => out.push(text.clone()),
            Line::Err(text) => err.push(text.clone()),
        });
        assert!(!success.unwrap());
        assert_eq!(out, ["a", "c\u{fffd}"]);
        assert_eq!(err, ["b"]);
    }

    #[test]
    fn a_filter_gets_its_input_and_its_failure_is_seen() {
        assert_eq!(filter(Command::new("tr").args(["a", "b"]), "aha").unwrap(), "bhb");
        assert!(filter(Command::new("sh").args(["-c", "cat; exit 1"]), "x").is_err());
    }

    #[test]
    fn errors_name_the_command() {
        let err = run(Command::new("sh").args(["-c", "exit 4"])).unwrap_err();
        assert!(err.to_string().starts_with("sh -c: "), "{err}");
        let err = output(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(err.to_string().contains("cannot start no-such-program-here"), "{err}");
    }
}
