//! Ratios of the server to what it stands on, both sides of each in one run: durable submissions
//! to the same writer without HTTP, status reads to a handler that does nothing, a million matters
//! to a thousand. `cargo xtask bench server` runs it and reads its report.
#![expect(
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark stops at the first thing that goes wrong, and measures time"
)]

mod fill;
mod load;
mod report;
mod stage;

use report::Row;
use stage::{Scratch, Stage};

/// Rounds of every pair; the one in the middle counts.
const ROUNDS: usize = 3;
const MATTERS_FEW: u64 = 1_000;
const MATTERS_MANY: u64 = 1_000_000;

/// A part's name and what measures it.
type Part = (&'static str, fn() -> Row);

fn main() {
    load::check();
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let parts: [Part; 3] = [("submissions", submissions), ("reads", reads), ("sizes", sizes)];
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| word == name);
    let rows: Vec<Row> =
        parts.iter().filter(|(name, _)| is_wanted(name)).map(|(_, measure)| measure()).collect();
    report::write(&rows);
}

/// Durable submissions over HTTP and, at the batch size they reached, by the writer alone.
fn submissions() -> Row {
    let rounds = (0..ROUNDS).map(|round| {
        let stage = Stage::open(Scratch::new());
        let before = stage.batches();
        let http = load::submit(&stage);
        let (commits, jobs) = stage.batches();
        let batch = (jobs - before.1).div_ceil(commits - before.0);
        drop(stage);
        let writer = fill::writer_alone(usize::try_from(batch).unwrap());
        println!(
            "submissions, round {round}: {http}, batches of {batch}; writer alone {writer:.0}/s; \
             ratio {:.2}",
            http.per_second / writer
        );
        (http.per_second, writer)
    });
    let (ours, reference) = report::middle(rounds.collect());
    Row {
        what: "durable submissions over HTTP ÷ the same writer at the same batch size",
        ours,
        reference,
        unit: "/s",
        gate: 0.70,
    }
}

/// Status reads and a handler that does nothing.
fn reads() -> Row {
    let stage = Stage::open(Scratch::new());
    stage.fill(MATTERS_FEW);
    let rounds = (0..ROUNDS).map(|round| {
        let reads = load::open(&stage, MATTERS_FEW);
        let empty = load::empty(&stage);
        println!(
            "status reads, round {round}: {reads}; empty handler {empty}; ratio {:.2}",
            reads.per_second / empty.per_second
        );
        (reads.per_second, empty.per_second)
    });
    let (ours, reference) = report::middle(rounds.collect());
    Row { what: "status reads ÷ an empty handler", ours, reference, unit: "/s", gate: 0.35 }
}

/// Status reads among a million matters and among a thousand, both warm.
fn sizes() -> Row {
    let few = Stage::open(Scratch::new());
    few.fill(MATTERS_FEW);
    let many = Stage::open(Scratch::new());
    println!("filling {MATTERS_MANY} matters");
    many.fill(MATTERS_MANY);
    let rounds = (0..ROUNDS).map(|round| {
        let (few_read, few_disk) = load::warm(&few, |stage| load::open(stage, MATTERS_FEW));
        let (many_read, many_disk) = load::warm(&many, |stage| load::open(stage, MATTERS_MANY));
        println!(
            "sizes, round {round}: {MATTERS_MANY} matters {many_read}, {many_disk} MB read from \
             disk; {MATTERS_FEW} matters {few_read}, {few_disk} MB; ratio {:.2}",
            many_read.per_second / few_read.per_second
        );
        (many_read.per_second, few_read.per_second)
    });
    let (ours, reference) = report::middle(rounds.collect());
    Row {
        what: "status reads at 1,000,000 ÷ at 1,000 matters",
        ours,
        reference,
        unit: "/s",
        gate: 0.80,
    }
}
