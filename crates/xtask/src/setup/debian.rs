//! Debian packages. On another system the same programs are looked for by name.

use std::process::Command;

use anyhow::{Result, bail};

use super::{Need, Step, python};
use crate::process;

/// A package and the program that shows it is there where dpkg is not.
struct Package {
    name: &'static str,
    program: Option<&'static str>,
}

const BROWSER: &[Package] = &[
    Package { name: "chromium", program: Some("chromium") },
    Package { name: "chromium-driver", program: Some("chromedriver") },
    Package { name: "fonts-noto-cjk", program: None },
    Package { name: "fonts-noto-cjk-extra", program: None },
    Package { name: "zbar-tools", program: Some("zbarimg") },
    Package { name: "poppler-utils", program: Some("pdftoppm") },
];
/// On Debian python3 alone cannot make a virtual environment.
const PYTHON: &[Package] = &[Package { name: "python3-venv", program: Some("python3") }];
const LOAD: &[Package] = &[Package { name: "wrk", program: Some("wrk") }];

/// One step for all of them: apt-get resolves them together.
pub fn missing(needs: &[Need]) -> Result<Option<Step>> {
    let wanted = needs.iter().flat_map(|need| match need {
        Need::Browser => BROWSER,
        Need::Load => LOAD,
        Need::Schemathesis if !python::can_make_environments() => PYTHON,
        _ => &[],
    });
    let missing: Vec<_> = wanted.filter(|p| !present(p)).map(|p| p.name).collect();
    if missing.is_empty() {
        return Ok(None);
    }
    if process::which("apt-get").is_none() {
        bail!(
            "these Debian packages are missing and there is no apt-get to install them, \
             please install what gives the same programs and fonts: {}",
            missing.join(" ")
        );
    }
    let what = format!("Debian packages {}", missing.join(" "));
    Ok(Some(Step {
        what,
        usually: "downloading, usually 1-3 min",
        install: Box::new(move |_| install(&missing)),
    }))
}

fn present(package: &Package) -> bool {
    if process::which("dpkg-query").is_some() {
        let mut query = Command::new("dpkg-query");
        query.args(["-W", "-f=${db:Status-Status}", package.name]);
        query.stderr(std::process::Stdio::null());
        return query.output().is_ok_and(|out| out.stdout == b"installed");
    }
    // Fonts have no program to look for; without dpkg we trust that there are some.
    package.program.is_none_or(|program| process::which(program).is_some())
}

fn install(packages: &[&str]) -> Result<()> {
    process::run(apt_get()?.args(["update", "-qq"]))?;
    process::run(
        apt_get()?.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages),
    )
}

fn apt_get() -> Result<Command> {
    let is_root = process::output(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if is_root {
        Command::new("apt-get")
    } else if process::which("sudo").is_some() {
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    } else {
        bail!("not root and no sudo: please install the packages named above by hand");
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}
