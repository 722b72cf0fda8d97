//! From a word typed into the guide to the cards on the page, on a CPU slowed down four times.

use anyhow::{Context, Result, ensure};
use petition_tests::kiosk::Kiosk;
use petition_tests::page::Shape;
use petition_tests::server::Hall;
use petition_tests::{report, stage};
use serde_json::json;

const CPU_SLOWDOWN: u32 = 4;
/// Milliseconds that a search may take.
const GATES: [(&str, f64, f64); 2] = [("median", 0.5, 5.0), ("p99", 0.99, 16.0)];

/// Types every query and waits until what is found has changed; an empty field between two, so that
/// it always does.
const TYPE_ALL: &str = "async (queries) => {
    const field = document.querySelector('#guide-search');
    const found = document.querySelector('.app-guide__found');
    const type = (text) => new Promise((resolve) => {
        const begun = performance.now();
        const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now() - begun); });
        observer.observe(found, { childList: true, subtree: true, characterData: true });
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const times = [];
    for (const query of queries) {
        times.push(await type(query));
        await type('');
        // Between two keystrokes a browser has time for other things.
        await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return times;
}";

#[test]
#[ignore = "a measurement, run by `cargo xtask bench search`"]
fn search() -> Result<()> {
    let queries: Vec<&str> = include_str!("../data/queries.toml")
        .lines()
        .filter_map(|line| line.strip_prefix("text = \"")?.strip_suffix('"'))
        .collect();
    ensure!(queries.len() >= 150, "the queries are not read: {}", queries.len());
    stage::run(&Hall::default(), async |stage| {
        let kiosk = Kiosk::open(stage, Shape::PORTRAIT).await?;
        let page = &kiosk.page;
        page.tap("#tile-guide").await?;
        page.fill("#guide-search", "工资").await?;
        page.appears(".app-guide__found [data-kind=card]").await?;
        page.fill("#guide-search", "").await?;
        page.vanishes(".app-guide__found [data-kind=card]").await?;
        let rate = json!({"rate": CPU_SLOWDOWN});
        page.send("Emulation.setCPUThrottlingRate", rate).await?;
        let mut times: Vec<f64> = page.call(TYPE_ALL, json!([queries])).await?;
        times.sort_by(f64::total_cmp);
        tell(&times)
    })
}

fn tell(times: &[f64]) -> Result<()> {
    let mut rows = Vec::new();
    for (what, part, gate) in GATES {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few hundred times"
        )]
        let position = (times.len() as f64 * part) as usize;
        let ours = times.get(position).context("nothing was measured")?;
        println!("search, {what} of {}: {ours:.2} ms, at most {gate}", times.len());
        rows.push(json!({
            "what": format!("search in the guide at a quarter of the CPU, {what}"),
            "ours": ours, "reference": gate, "unit": "ms",
            "ratio": ours / gate, "gate": 1.0, "holds": *ours <= gate,
        }));
    }
    report::write("search", &rows)
}
