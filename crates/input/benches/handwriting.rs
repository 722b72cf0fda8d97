//! Accuracy, size and speed of the handwriting engine, each with its gate; fails if one fails:
//! `cargo bench -p petition-input --bench handwriting`.

#[path = "../tests/hand/mod.rs"]
mod hand;

use hand::changes::{HANDS, Hand};
use hand::{asset, engine, rates, sample};
use std::error::Error;
use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// Bytes of the asset after brotli 11.
const SIZE_BYTES: f64 = 850_000.0;

/// Milliseconds for one character, natively: a quarter of what a slowed WebAssembly may take,
/// and half of that because WebAssembly is slower than this.
const TIME_MILLIS: f64 = 0.4;

/// One measure beside what it must reach.
struct Row {
    what: String,
    ours: f64,
    gate: f64,
    unit: &'static str,
    more_is_better: bool,
}

impl Row {
    fn holds(&self) -> bool {
        if self.more_is_better { self.ours >= self.gate } else { self.ours <= self.gate }
    }
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut rows = vec![
        at_most("asset, brotli 11", brotli_bytes()?, SIZE_BYTES, "bytes"),
        at_most("one character, median", median_millis(), TIME_MILLIS, "ms"),
    ];
    let mut people = sample("tomoe-tuning.txt");
    people.extend(sample("tomoe-test.txt"));
    rows.extend(accuracy("people, clean", rates(&people, Hand::Clean), (82.0, 97.0)));
    rows.extend(accuracy("people, any order", rates(&people, Hand::AnyOrder), (82.0, 97.0)));
    rows.extend(accuracy("people, 20 % joined", rates(&people, Hand::Joined), (77.0, 94.0)));
    let designer = sample("kanjivg-test.txt");
    for (name, drawings) in [("people", &people), ("designer", &designer)] {
        for hand in HANDS {
            let [one, five, eight, ten] = rates(drawings, hand);
            println!(
                "{name:8} {hand:?}: top-1/5/8/10 {one:.1} / {five:.1} / {eight:.1} / {ten:.1}"
            );
        }
    }
    for row in &rows {
        let verdict = if row.holds() { "holds" } else { "FAILS" };
        println!("{}: {:.2} {} (gate {}) {verdict}", row.what, row.ours, row.unit, row.gate);
    }
    if let Some(file) = std::env::var_os("PETITION_BENCH_REPORT") {
        std::fs::write(file, report(&rows)?)?;
    }
    let all = rows.iter().all(Row::holds);
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn at_most(what: &str, ours: f64, gate: f64, unit: &'static str) -> Row {
    Row { what: what.to_owned(), ours, gate, unit, more_is_better: false }
}

fn accuracy(what: &str, rates: [f64; 4], gates: (f64, f64)) -> [Row; 2] {
    let [first, _, eighth, _] = rates;
    [("top-1", first, gates.0), ("top-8", eighth, gates.1)].map(|(rank, ours, gate)| Row {
        what: format!("{what}, {rank}"),
        ours,
        gate,
        unit: "%",
        more_is_better: true,
    })
}

fn brotli_bytes() -> std::io::Result<f64> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut asset(), &mut out, &parameters)?;
    #[expect(clippy::cast_precision_loss, reason = "less than a megabyte")]
    Ok(out.len() as f64)
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn median_millis() -> f64 {
    let drawings = sample("kanjivg-test.txt");
    let mut times: Vec<f64> = (0..5)
        .flat_map(|_| &drawings)
        .map(|drawing| {
            let start = Instant::now();
            black_box(engine().recognise(black_box(&drawing.strokes), "信", 10));
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::MAX)
}

/// The form that `cargo xtask bench` reads.
fn report(rows: &[Row]) -> Result<String, std::fmt::Error> {
    let mut out = String::from("{\"ratios\":[");
    for (at, row) in rows.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        write!(
            out,
            "{comma}{{\"what\":\"handwriting: {}\",\"ours\":{},\"reference\":{},\"unit\":\"{}\",\
             \"ratio\":{},\"gate\":1.0,\"holds\":{}}}",
            row.what,
            row.ours,
            row.gate,
            row.unit,
            row.ours / row.gate,
            row.holds()
        )?;
    }
    out.push_str("]}");
    Ok(out)
}
