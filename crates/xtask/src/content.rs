//! The explainers: checked before they are built, and counted.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use petition_content::read::{Stats, clock_days};
use petition_content::{Fault, Library};

use crate::places::Places;

/// Where they lie.
const FOLDER: &str = "public/content";

/// Reads and checks them all.
pub fn read(places: &Places) -> Result<Result<Library, Vec<Fault>>> {
    let dir = places.root.join(FOLDER);
    let clocks = fs::read_to_string(dir.join("clocks.toml")).context("clocks.toml")?;
    let clocks = toml::from_str(&clocks).with_context(|| format!("{FOLDER}/clocks.toml"))?;
    Ok(petition_content::read(&dir, &BTreeMap::new(), &clock_days(&clocks)))
}

/// Fails where a card is broken.
pub fn check(places: &Places) -> Result<()> {
    let Err(faults) = read(places)? else { return Ok(()) };
    tell(&faults);
    bail!("{} faults in {FOLDER}", faults.len())
}

/// Prints each fault with its file, seen from the checkout, and its line.
pub fn tell(faults: &[Fault]) {
    for fault in faults {
        eprintln!("error: {FOLDER}/{fault}");
    }
}

/// Prints what there is, and what somebody has to look at again.
pub fn report(stats: &Stats) {
    for (domain, count) in &stats.cards {
        println!("{count:5}  {domain}");
    }
    println!("{:5}  cards in all", stats.cards.values().sum::<usize>());
    println!("{:5}  laws", stats.laws);
    println!("{:5}  articles that cards refer to", stats.articles);
    println!("{:5}  limits", stats.limits);
    println!("{:5}  cards that say they are not verified", stats.unverified.len());
    println!("{:5}  to look at again:", stats.recheck.len());
    for what in &stats.recheck {
        println!("       {what}");
    }
}
