//! The suites, cheap ones first.

use std::fs;
use std::process::Command;

use anyhow::Result;

use super::stage::Stage;
use super::summary::Counts;
use crate::build::{self, Mode};
use crate::content;
use crate::places::Places;
use crate::process;
use crate::server::{self, Running};
use crate::setup::{self, Need};
use crate::size;

/// One suite.
pub struct Suite {
    /// What the command line calls it.
    pub name: &'static str,
    /// Runs it; an error counts as one failure.
    pub run: fn(&Places) -> Result<Counts>,
}

/// All of them in the order they run.
pub const SUITES: &[Suite] = &[
    Suite { name: "fmt", run: fmt },
    Suite { name: "clippy", run: clippy },
    Suite { name: "deny", run: deny },
    Suite { name: "content", run: content },
    Suite { name: "unit", run: unit },
    Suite { name: "size", run: sizes },
    Suite { name: "api", run: api },
    Suite { name: "e2e", run: e2e },
];

/// The compiler whose lints must all be content.
const CHECKED_WITH: &str = "1.95.";

const LIBRARIES: &[&str] = &[
    "petition-content",
    "petition-contract",
    "petition-domain",
    "petition-kiosk",
    "petition-server",
    "petition-text",
];
/// What a library only has for those who ask for it, and is tested all the same.
const FEATURES: &str = "petition-content/read";

fn fmt(places: &Places) -> Result<Counts> {
    setup::ensure(places, &[Need::Lints])?;
    let mut cargo = process::cargo(&places.root);
    Ok(one(cargo.args(["fmt", "--all", "--check"])))
}

/// The workspace as it runs natively, then the front end as it runs in a browser: there the
/// second configuration forbids what compiles for wasm but is not there.
fn clippy(places: &Places) -> Result<Counts> {
    setup::ensure(places, &[Need::Lints, Need::WasmTarget])?;
    // A compiler of tomorrow finds what nobody could know today: it is shown and fails nothing.
    let is_checked = setup::rustc_version()?.starts_with(CHECKED_WITH);
    let strictness = if is_checked { "-Dwarnings" } else { "--cap-lints=warn" };
    let mut native = process::cargo(&places.root);
    native.args(["clippy", "--workspace", "--all-targets", "--", strictness]);
    let mut counts = one(&mut native);
    let mut wasm = process::cargo(&places.root);
    wasm.env("CLIPPY_CONF_DIR", places.root.join(".clippy-wasm"));
    wasm.args(["clippy", "--package", "petition-kiosk", "--lib", "--bins"]);
    wasm.args(["--target", "wasm32-unknown-unknown", "--", strictness]);
    counts += one(&mut wasm);
    Ok(counts)
}

/// Not advisories: their database is on a network that a test run must not need.
fn deny(places: &Places) -> Result<Counts> {
    setup::ensure(places, &[Need::Deny])?;
    let mut cargo = process::cargo(&places.root);
    cargo.args(["deny", "--workspace", "check", "bans", "licenses", "sources"]);
    Ok(one(setup::with_tools(places, &mut cargo)?))
}

/// Every explainer in every language, and what the tables behind them hold.
fn content(places: &Places) -> Result<Counts> {
    match content::read(places)? {
        Ok(library) => {
            content::report(&library.stats);
            Ok(Counts::PASSED)
        }
        Err(faults) => {
            content::tell(&faults);
            let failed = u32::try_from(faults.len()).unwrap_or(u32::MAX);
            Ok(Counts { passed: 0, failed })
        }
    }
}

fn unit(places: &Places) -> Result<Counts> {
    let has_nextest =
        process::succeeds(process::cargo(&places.root).args(["nextest", "--version"]));
    let mut tests = process::cargo(&places.root);
    if has_nextest {
        tests.args(["nextest", "run", "--no-fail-fast", "--no-tests=pass"]);
    } else {
        tests.args(["test", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    }
    tests.args(["--features", FEATURES]);
    tests.args(LIBRARIES.iter().flat_map(|name| ["--package", name]));
    let mut counts = counted(tests.args(["--package", "xtask"]))?.at_least_one();
    let mut docs = process::cargo(&places.root);
    docs.args(["test", "--doc", "--no-fail-fast", "--features", FEATURES]);
    counts += counted(docs.args(LIBRARIES.iter().flat_map(|name| ["--package", name])))?;
    Ok(counts)
}

fn sizes(places: &Places) -> Result<Counts> {
    let report = size::measure(places)?;
    Ok(Counts::one(size::over_gate(&report)?.is_empty()))
}

/// A real server, and a tool that tries what its own description promises.
fn api(places: &Places) -> Result<Counts> {
    setup::ensure(places, &[Need::Schemathesis])?;
    build::build(places, Mode::Release)?;
    let binary = server::build(places, Mode::Release)?;
    let server = Running::start(places, &binary, &["--demo"])?;
    let mut schemathesis = Command::new(setup::schemathesis(places));
    // It leaves a folder of examples where it runs.
    let scratch = places.local_target().join("schemathesis");
    fs::create_dir_all(&scratch)?;
    schemathesis
        .current_dir(scratch)
        .arg("--config-file")
        .arg(places.root.join("schemathesis.toml"));
    schemathesis.args(["run", &format!("{}/api/v1/openapi.json", server.url), "--url"]);
    schemathesis.args([server.url.as_str(), "--checks", "all"]);
    schemathesis.args(["--phases", "examples,coverage,fuzzing,stateful"]);
    schemathesis.args(["--max-examples", "20", "--seed", "1", "--no-color"]);
    Ok(one(&mut schemathesis))
}

fn e2e(places: &Places) -> Result<Counts> {
    let stage = Stage::set(places)?;
    let mut cargo = process::cargo(&places.root);
    cargo.args(["test", "--package", "petition-tests", "--no-fail-fast"]);
    // More than two browsers at once are no faster on two cores, and less steady.
    cargo.args(["--", "--test-threads", "2"]);
    Ok(counted(stage.environment(&mut cargo))?.at_least_one())
}

/// A tool that is one check as a whole.
fn one(command: &mut Command) -> Counts {
    match process::run(command) {
        Ok(()) => Counts::PASSED,
        Err(err) => {
            eprintln!("error: {err:#}");
            Counts::FAILED
        }
    }
}

/// A test runner whose summary lines are added up.
fn counted(command: &mut Command) -> Result<Counts> {
    let mut counts = Counts::default();
    let succeeded = process::tee(command, |line| counts.read(line))?;
    Ok(counts.judged_by(succeeded))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// Clippy reads one configuration, not both: what the first forbids the second must repeat.
    #[test]
    fn wasm_configuration_holds_everything_of_the_first() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        let wasm = read(".clippy-wasm/clippy.toml");
        for line in read("clippy.toml").lines().filter(|line| !line.trim().is_empty()) {
            assert!(wasm.contains(line.trim()), "missing in .clippy-wasm/clippy.toml: {line}");
        }
    }
}
