//! From the scan to the visible status on a slow phone, beside a plain page with the same words.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use petition_domain::submission::Submission;
use petition_tests::browser::Browser;
use petition_tests::page::{Page, Shape};
use petition_tests::phone::{Phone, qr_text};
use petition_tests::server::Hall;
use petition_tests::stage::{self, Stage};
use petition_tests::{places, report, story};
use petition_text::Lang;
use serde_json::json;

/// The most that a status may take, as a multiple of the plain page.
const GATE: f64 = 1.6;
/// Runs of each side, alternating, each in a browser that has seen nothing before.
const RUNS: usize = 5;
/// 1.6 Mbit/s.
const BYTES_PER_SECOND: u32 = 200_000;
const LATENCY_MS: u32 = 150;
const CPU_SLOWDOWN: u32 = 4;

/// When the headline of a status was on the screen, by the browser's own account.
const LISTEN: &str = "\
    new PerformanceObserver((list) => { window.__seen ??= list.getEntries()[0].renderTime; }) \
        .observe({ type: 'element', buffered: true }); \
    new MutationObserver(() => document.querySelector('[data-stage] h1') \
        ?.setAttribute('elementtiming', 'status')) \
        .observe(document, { childList: true, subtree: true });";

/// A plain page below the folder that is served; it goes when this is dropped.
struct Reference(PathBuf);

impl Reference {
    const NAME: &str = "first-load-reference.html";

    /// What `phone` shows, without anything that makes it move: the words and their style sheet.
    async fn of(phone: &Phone) -> Result<Self> {
        let function = "() => { \
            const body = document.body.cloneNode(true); \
            body.querySelectorAll('script').forEach((script) => script.remove()); \
            const kept = ['stylesheet', 'icon'].map((rel) => document.querySelector(`link[rel=${rel}]`)); \
            return `<!doctype html><html lang=\"zh-CN\" class=\"phone\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>${document.title}</title>\
${kept.map((link) => link.outerHTML).join('')}</head><body>${body.innerHTML.replace(/<!--.*?-->/g, '')}\
</body></html>`; }";
        let html: String = phone.page.call(function, json!([])).await?;
        let file = places::dist().join("q").join(Self::NAME);
        let mut packed = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        std::io::Write::write_all(&mut packed, html.as_bytes())?;
        fs::write(file.with_extension("html.br"), packed.into_inner())?;
        fs::write(&file, html)?;
        Ok(Self(file))
    }

    fn url(stage: &Stage) -> String {
        format!("{}/q/{}", stage.server.url, Self::NAME)
    }
}

impl Drop for Reference {
    fn drop(&mut self) {
        // A file that stays is seen in `target/dist`, and the next build takes it away.
        fs::remove_file(&self.0).ok();
        fs::remove_file(self.0.with_extension("html.br")).ok();
    }
}

async fn slow_down(page: &Page) -> Result<()> {
    let network = json!({
        "offline": false,
        "latency": LATENCY_MS,
        "downloadThroughput": BYTES_PER_SECOND,
        "uploadThroughput": BYTES_PER_SECOND,
    });
    page.send("Network.emulateNetworkConditions", network).await?;
    page.send("Emulation.setCPUThrottlingRate", json!({"rate": CPU_SLOWDOWN})).await?;
    Ok(())
}

/// Milliseconds from the start of the navigation to the words on the screen.
async fn seen_after_ms(url: &str) -> Result<f64> {
    let browser = Browser::start().await?;
    let page = &browser.page;
    page.set_shape(Shape::PHONE).await?;
    slow_down(page).await?;
    page.run_first(LISTEN).await?;
    page.goto(url).await?;
    page.until("the words", "window.__seen > 0").await?;
    let seen = page.eval("window.__seen").await?;
    browser.quit().await?;
    Ok(seen)
}

fn median(mut values: Vec<f64>) -> Result<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().context("nothing was measured")
}

fn claim() -> Submission {
    story::individual_claim().submission
}

#[test]
#[ignore = "a measurement, run by `cargo xtask bench first-load`"]
fn first_load() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let mint = stage.server.submit(1, claim(), Lang::Zh).await?;
        let organ = ["--organ", "试验区住房和城乡建设局"];
        stage.server.event(mint.number, &[&["refer"][..], &organ].concat())?;
        let accepted = [&["accept", "--path", "petition"][..], &organ].concat();
        stage.server.event(mint.number, &accepted)?;
        let status = qr_text(stage, &mint.secret);
        let reference = Reference::of(&Phone::scan(stage, &status).await?).await?;

        let (mut ours, mut plain) = (Vec::new(), Vec::new());
        for run in 1..=RUNS {
            ours.push(seen_after_ms(&status).await?);
            plain.push(seen_after_ms(&Reference::url(stage)).await?);
            if let (Some(ours), Some(plain)) = (ours.last(), plain.last()) {
                println!("run {run}: status {ours:.0} ms, plain page {plain:.0} ms");
            }
        }
        drop(reference);
        tell(median(ours)?, median(plain)?)
    })
}

fn tell(ours: f64, reference: f64) -> Result<()> {
    ensure!(reference > 0.0, "the plain page took no time");
    let ratio = ours / reference;
    let row = json!({
        "what": "scan to visible status on a slow phone, to a plain page with the same words",
        "ours": ours, "reference": reference, "unit": "ms",
        "ratio": ratio, "gate": GATE, "holds": ratio <= GATE,
    });
    report::write("first-load", &[row])
}
