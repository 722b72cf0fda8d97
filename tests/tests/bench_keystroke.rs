//! What one key and one character cost the engines, as they run in a kiosk's browser, on a CPU slowed
//! down four times. In the page, not in their worker: only a page can be slowed down.

use anyhow::{Result, ensure};
use petition_tests::page::Shape;
use petition_tests::report::{MEDIAN, P99, at_a_quarter};
use petition_tests::server::Hall;
use petition_tests::typist::{Typed, Typist, nine_keys};
use petition_tests::{report, stage};
use serde_json::json;

const CPU_SLOWDOWN: u32 = 4;
/// How often each character is recognised.
const ROUNDS: usize = 3;

/// Loads the engines' program and its assets.
const LOAD: &str = "async () => {
    const program = await import('/engine.js');
    await program.default();
    const bytes = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
    window.__engines = new program.Bench();
    return window.__engines.load(await bytes('/input/pinyin.bin'), await bytes('/input/handwriting.bin'));
}";

/// Every prefix of every line, as somebody types it.
const TYPE: &str = "async (lines) => {
    const times = [];
    for (const line of lines) {
        for (let end = 1; end <= line.length; end++) {
            const begun = performance.now();
            const found = window.__engines.keys(line.slice(0, end), '');
            times.push(performance.now() - begun);
            if (!found) throw new Error(`nothing for ${line.slice(0, end)}`);
        }
        await new Promise((done) => setTimeout(done));
    }
    return times;
}";

const DRAW: &str = "async (drawn, rounds) => {
    const times = [];
    for (let round = 0; round < rounds; round++) {
        for (const strokes of drawn) {
            const lengths = Uint32Array.from(strokes, (stroke) => stroke.length);
            const points = Float32Array.from(strokes.flat(2), (part) => part * 500);
            const begun = performance.now();
            const found = window.__engines.strokes(lengths, points);
            times.push(performance.now() - begun);
            if (!found) throw new Error('no character');
        }
        await new Promise((done) => setTimeout(done));
    }
    return times;
}";

#[test]
#[ignore = "a measurement, run by `cargo xtask bench keystroke`"]
fn keystroke() -> Result<()> {
    let typed = Typed::read()?;
    stage::run(&Hall::default(), async |stage| {
        let page = stage.page(Shape::PORTRAIT).await?;
        page.goto(&stage.server.url).await?;
        page.appears("main[data-screen=welcome]").await?;
        ensure!(page.call::<bool>(LOAD, json!([])).await?, "an asset is not good");
        let full: Vec<String> =
            typed.statement.iter().map(|run| run.pinyin.replace(' ', "")).collect();
        let nine: Vec<String> = typed.statement.iter().map(|run| nine_keys(&run.pinyin)).collect();
        let typist = Typist::new(&page)?;
        let drawn: Vec<_> = typed
            .statement
            .iter()
            .flat_map(|run| run.text.chars())
            .filter_map(|c| typist.drawn(c))
            .collect();
        // Once at full speed, so that everything is compiled.
        page.call::<Vec<f64>>(TYPE, json!([full])).await?;
        page.call::<Vec<f64>>(DRAW, json!([drawn, 1])).await?;
        page.send("Emulation.setCPUThrottlingRate", json!({"rate": CPU_SLOWDOWN})).await?;
        let mut rows = Vec::new();
        let times: Vec<f64> = page.call(TYPE, json!([full])).await?;
        rows.push(at_a_quarter("a key of 26", MEDIAN, &times, 2.0)?);
        rows.push(at_a_quarter("a key of 26", P99, &times, 12.0)?);
        let times: Vec<f64> = page.call(TYPE, json!([nine])).await?;
        rows.push(at_a_quarter("a key of nine", MEDIAN, &times, 2.0)?);
        rows.push(at_a_quarter("a key of nine", P99, &times, 12.0)?);
        let times: Vec<f64> = page.call(DRAW, json!([drawn, ROUNDS])).await?;
        rows.push(at_a_quarter("a drawn character", MEDIAN, &times, 3.0)?);
        report::write("keystroke", &rows)
    })
}
