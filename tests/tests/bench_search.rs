//! From a word typed into the guide to the cards on the page, on a CPU slowed down four times.

use anyhow::{Result, ensure};
use petition_tests::kiosk::Kiosk;
use petition_tests::page::Shape;
use petition_tests::report::{MEDIAN, P99};
use petition_tests::server::Hall;
use petition_tests::{report, stage};
use serde_json::json;

const CPU_SLOWDOWN: u32 = 4;

/// Types every query and waits until what is found has changed; an empty field between two, so that
/// it always does.
const TYPE_ALL: &str = "async (queries) => {
    const field = document.querySelector('#guide-search');
    const found = document.querySelector('.app-guide__found');
    const type = (text) => new Promise((resolve) => {
        const begun = performance.now();
        const observer = new MutationObserver(() => { observer.disconnect(); resolve(performance.now() - begun); });
        observer.observe(found, { childList: true, subtree: true, characterData: true, attributes: true });
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
        let times: Vec<f64> = page.call(TYPE_ALL, json!([queries])).await?;
        let row = |part, gate| report::at_a_quarter("search in the guide", part, &times, gate);
        report::write("search", &[row(MEDIAN, 5.0)?, row(P99, 16.0)?])
    })
}
