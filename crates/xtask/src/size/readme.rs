//! The table of sizes in the README, written by a command so that it is never wrong by hand.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{GATES, Report, entry};

const BEGIN: &str = "<!-- size:begin -->";
const END: &str = "<!-- size:end -->";

/// The table as Markdown.
pub fn table(report: &Report) -> Result<String> {
    let mut table = String::from("| to the first screen | brotli | gate |\n|---|---:|---:|\n");
    for (name, gate) in GATES {
        let size = entry(report, name)?.first_screen_br;
        writeln!(table, "| {name} | {} KB | {} KB |", kilobytes(size), gate / 1024)?;
    }
    let lazy = report.lazy.iter().map(|file| file.br).sum();
    writeln!(table, "| loaded only when needed | {} KB | |", kilobytes(lazy))?;
    Ok(table)
}

/// One decimal, rounded up, so that the table never shows less than there is.
fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(1024);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Replaces what is between the markers.
pub fn write(readme: &Path, report: &Report) -> Result<()> {
    let old = fs::read_to_string(readme).context("cannot read README.md")?;
    let new = replaced(&old, &table(report)?)?;
    if new != old {
        fs::write(readme, new)?;
        println!("README.md: the table of sizes is rewritten");
    }
    Ok(())
}

fn replaced(text: &str, table: &str) -> Result<String> {
    let Some((before, rest)) = text.split_once(BEGIN) else { bail!("README.md has no {BEGIN}") };
    let Some((_, after)) = rest.split_once(END) else { bail!("README.md has no {END}") };
    Ok(format!("{before}{BEGIN}\n{table}{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_marked_part_changes_and_twice_is_once() {
        let text = format!("# A\n{BEGIN}\nold\n{END}\nrest\n");
        let once = replaced(&text, "| t |\n").unwrap();
        assert_eq!(once, format!("# A\n{BEGIN}\n| t |\n{END}\nrest\n"));
        assert_eq!(replaced(&once, "| t |\n").unwrap(), once);
        assert!(replaced("no markers", "").is_err());
        assert!(replaced(BEGIN, "").is_err());
    }

    #[test]
    fn kilobytes_round_up() {
        assert_eq!(kilobytes(0), "0.0");
        assert_eq!(kilobytes(1), "0.1");
        assert_eq!(kilobytes(90 * 1024), "90.0");
        assert_eq!(kilobytes(90 * 1024 + 1), "90.1");
    }
}
