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

use fill::Writer;
use report::Row;
use stage::{Scratch, Stage};

/// Rounds of every pair; the one in the middle counts. They are short and take turns, so that
/// other work on the machine meets both sides alike.
const ROUNDS: usize = 9;
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
    let stage = Stage::open(Scratch::new());
    let mut writer = Writer::new();
    let rounds = (0..ROUNDS).map(|round| {
        let before = stage.batches();
        let http = load::submit(&stage);
        let (commits, jobs) = stage.batches();
        let batch = (jobs - before.1).div_ceil(commits - before.0);
        let writer = writer.run(usize::try_from(batch).unwrap());
        println!("submissions {round}: {http}, batches of {batch}; writer alone {writer:.0}/s");
        (http.per_second, writer)
    });
    let what = "durable submissions over HTTP ÷ the same writer at the same batch size";
    report::middle(what, 0.70, rounds.collect())
}

/// Status reads and a handler that does nothing.
fn reads() -> Row {
    let stage = Stage::open(Scratch::new());
    stage.fill(MATTERS_FEW);
    let rounds = (0..ROUNDS).map(|round| {
        let reads = load::open(&stage, MATTERS_FEW);
        let empty = load::empty(&stage);
        println!("status reads {round}: {reads}; empty handler {empty}");
        (reads.per_second, empty.per_second)
    });
    report::middle("status reads ÷ an empty handler", 0.35, rounds.collect())
}

/// Status reads among a million matters and among a thousand, both warm.
fn sizes() -> Row {
    let few = Stage::open(Scratch::new());
    few.fill(MATTERS_FEW);
    let many = Stage::open(Scratch::new());
    println!("filling {MATTERS_MANY} matters");
    many.fill(MATTERS_MANY);
    let rounds = (0..ROUNDS).map(|round| {
        let (many, many_disk) = load::warm(&many, |stage| load::open(stage, MATTERS_MANY));
        let (few, few_disk) = load::warm(&few, |stage| load::open(stage, MATTERS_FEW));
        println!(
            "sizes {round}: a million {many}, {many_disk} MB from disk; \
             a thousand {few}, {few_disk} MB from disk"
        );
        (many.per_second, few.per_second)
    });
    report::middle("status reads at 1,000,000 ÷ at 1,000 matters", 0.80, rounds.collect())
}
