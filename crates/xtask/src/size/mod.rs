//! What a person's device downloads, measured from the release build, against its gates.

mod page;
mod readme;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde::Serialize;

use crate::build::{self, ENTRIES, Mode};
use crate::hash;
use crate::places::Places;

/// The most an entry may take until its first usable screen, in bytes after brotli.
const GATES: &[(&str, u64)] = &[("kiosk", 220 * 1024), ("phone", 90 * 1024)];

/// `target/report/size.json`.
#[derive(Serialize, Debug)]
pub struct Report {
    /// By the name of the entry.
    pub entries: BTreeMap<String, EntrySize>,
    /// What is loaded only when it is needed.
    pub lazy: Vec<FileSize>,
}

/// One entry.
#[derive(Serialize, Debug)]
pub struct EntrySize {
    /// Bytes over the wire until the first usable screen.
    pub first_screen_br: u64,
    /// What they consist of.
    pub files: Vec<FileSize>,
}

/// One file.
#[derive(Serialize, Debug, Clone)]
pub struct FileSize {
    /// Below `target/dist`.
    pub path: String,
    /// Bytes as built.
    pub raw: u64,
    /// Bytes as served: after brotli where that is done.
    pub br: u64,
}

/// `cargo xtask size`.
pub fn command(places: &Places, write_readme: bool) -> Result<ExitCode> {
    let report = measure(places)?;
    if write_readme {
        readme::write(&places.root.join("README.md"), &report)?;
    }
    Ok(if over_gate(&report)?.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Builds, measures, writes the report and prints it. The gates that do not hold are printed too.
pub fn measure(places: &Places) -> Result<Report> {
    build::build(places, Mode::Release)?;
    let report = read(&places.dist)?;
    fs::create_dir_all(&places.report)?;
    fs::write(places.report.join("size.json"), serde_json::to_string_pretty(&report)?)?;
    print!("{}", readme::table(&report)?);
    for (name, entry) in &report.entries {
        println!("\n{name}");
        print_files(&entry.files);
    }
    println!("\nloaded when needed");
    print_files(&report.lazy);
    for problem in over_gate(&report)? {
        println!("over the gate: {problem}");
    }
    Ok(report)
}

/// The entries that are too large, one sentence each.
pub fn over_gate(report: &Report) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for (name, gate) in GATES {
        let size = entry(report, name)?.first_screen_br;
        if size > *gate {
            problems.push(format!("{name} takes {size} bytes, {gate} are allowed"));
        }
    }
    Ok(problems)
}

fn entry<'r>(report: &'r Report, name: &str) -> Result<&'r EntrySize> {
    report.entries.get(name).with_context(|| format!("no entry {name} was built"))
}

fn read(dist: &Path) -> Result<Report> {
    let mut lazy = BTreeMap::new();
    for file in hash::files_below(dist)? {
        // Packed twins, and what the server compiles before anybody is sent it.
        let skipped = ["br", "md", "toml"];
        if file.extension().and_then(OsStr::to_str).is_some_and(|end| skipped.contains(&end)) {
            continue;
        }
        let path = file.strip_prefix(dist)?.to_string_lossy().into_owned();
        let raw = fs::metadata(&file)?.len();
        let mut twin = file.into_os_string();
        twin.push(".br");
        let br = fs::metadata(twin).map_or(raw, |twin| twin.len());
        lazy.insert(path.clone(), FileSize { path, raw, br });
    }
    let all = lazy.clone();
    let mut entries = BTreeMap::new();
    for entry in ENTRIES {
        let page = Path::new(entry.folder).join("index.html").to_string_lossy().into_owned();
        let html = fs::read_to_string(dist.join(&page))
            .with_context(|| format!("{page} is not in the build"))?;
        let mut files = Vec::new();
        for path in std::iter::once(page.clone()).chain(page::first_files(&html)) {
            let Some(file) = all.get(&path) else {
                bail!("{page} asks for {path}, which is not in the build");
            };
            files.push(file.clone());
            lazy.remove(&path);
        }
        let first_screen_br = files.iter().map(|file| file.br).sum();
        entries.insert(entry.name.to_owned(), EntrySize { first_screen_br, files });
    }
    Ok(Report { entries, lazy: lazy.into_values().collect() })
}

fn print_files(files: &[FileSize]) {
    for file in files {
        println!("  {:>9} → {:>8}  {}", file.raw, file.br, file.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    fn report(kiosk: u64, phone: u64) -> Report {
        let entry = |size| EntrySize { first_screen_br: size, files: Vec::new() };
        let entries = [("kiosk".to_owned(), entry(kiosk)), ("phone".to_owned(), entry(phone))];
        Report { entries: entries.into(), lazy: Vec::new() }
    }

    #[test]
    fn a_gate_holds_to_the_byte() {
        assert!(over_gate(&report(220 * 1024, 90 * 1024)).unwrap().is_empty());
        assert_eq!(over_gate(&report(220 * 1024 + 1, 0)).unwrap().len(), 1);
        assert_eq!(over_gate(&report(1 << 30, 1 << 30)).unwrap().len(), 2);
        let none = Report { entries: BTreeMap::new(), lazy: Vec::new() };
        assert!(over_gate(&none).is_err(), "an entry that was not built does not pass");
    }

    #[test]
    fn every_file_is_either_first_or_lazy_and_counted_as_served() {
        let dist = scratch("size");
        fs::create_dir_all(dist.join("q")).unwrap();
        let write = |name: &str, size: usize| fs::write(dist.join(name), vec![0; size]).unwrap();
        fs::write(dist.join("index.html"), "<link rel=stylesheet href=/k.css>").unwrap();
        fs::write(dist.join("q/index.html"), "<script src=/q/b.js></script>").unwrap();
        write("k.css", 5000);
        write("k.css.br", 700);
        write("q/b.js", 90);
        write("words.json", 8000);
        write("words.json.br", 3000);
        let report = read(&dist).unwrap();
        assert_eq!(entry(&report, "kiosk").unwrap().first_screen_br, 33 + 700);
        assert_eq!(entry(&report, "phone").unwrap().first_screen_br, 29 + 90);
        let lazy: Vec<_> = report.lazy.iter().map(|f| (f.path.as_str(), f.raw, f.br)).collect();
        assert_eq!(lazy, [("words.json", 8000, 3000)]);

        fs::remove_file(dist.join("q/b.js")).unwrap();
        assert!(read(&dist).unwrap_err().to_string().contains("q/b.js"));
        fs::remove_dir_all(dist).unwrap();
    }
}
