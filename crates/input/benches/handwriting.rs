//! Accuracy, size and speed of the handwriting engine, each with its gate; fails if one fails:
//! `cargo bench -p petition-input --bench handwriting`.

#[path = "../tests/hand/mod.rs"]
mod hand;
#[path = "input/report.rs"]
mod report;

use hand::changes::{HANDS, Hand};
use hand::{asset, engine, rates, sample};
use report::{Measure, at_least, at_most, plain};
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

/// Bytes of the asset after brotli 11.
const SIZE_BYTES: f64 = 850_000.0;

/// Milliseconds for one character, natively: a quarter of what a slowed WebAssembly may take,
/// and half of that because WebAssembly is slower than this.
const TIME_MILLIS: f64 = 0.4;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut rows = vec![
        at_most("asset, brotli 11", brotli_bytes()?, "bytes", SIZE_BYTES),
        at_most("one character, median", median_millis(), "ms", TIME_MILLIS),
    ];
    let mut people = sample("tomoe-tuning.txt");
    people.extend(sample("tomoe-test.txt"));
    rows.extend(accuracy("people, clean", rates(&people, Hand::Clean), (82.0, 97.0)));
    rows.extend(accuracy("people, any order", rates(&people, Hand::AnyOrder), (82.0, 97.0)));
    rows.extend(accuracy("people, 20 % joined", rates(&people, Hand::Joined), (77.0, 94.0)));
    let designer = sample("kanjivg-test.txt");
    for (name, drawings) in [("people", &people), ("designer", &designer)] {
        for hand in HANDS {
            for (rank, rate) in
                ["top-1", "top-5", "top-8", "top-10"].iter().zip(rates(drawings, hand))
            {
                rows.push(plain(&format!("{name} {hand:?}, {rank}"), rate, "%"));
            }
        }
    }
    report::print(&rows);
    report::write(&rows)?;
    let all = rows.iter().all(Measure::holds);
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn accuracy(what: &str, rates: [f64; 4], gates: (f64, f64)) -> [Measure; 2] {
    let [first, _, eighth, _] = rates;
    [("top-1", first, gates.0), ("top-8", eighth, gates.1)]
        .map(|(rank, ours, gate)| at_least(&format!("{what}, {rank}"), ours, "%", gate))
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
