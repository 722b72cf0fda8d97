//! One page of a browser: what is on it, what happened on it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use futures_util::StreamExt as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::cdp::CdpSession;

use crate::machine::{Deadline, LOOK_AGAIN, PATIENCE};

const KIT: &str = include_str!("js/kit.js");
const NOTHING_FOUND: &str = "nothing";
/// No single question to a page takes longer.
const LONGEST_CALL: Duration = Duration::from_mins(1);

/// A size of screen, and whether fingers act on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Device pixels of a CSS pixel.
    pub scale: f64,
    /// Whether it lays out as a phone.
    pub is_phone: bool,
}

impl Shape {
    /// A kiosk standing upright.
    pub const PORTRAIT: Self = Self::kiosk(1080, 1920);
    /// A kiosk lying.
    pub const LANDSCAPE: Self = Self::kiosk(1920, 1080);
    /// A phone of today.
    pub const PHONE: Self = Self { width: 390, height: 844, scale: 3.0, is_phone: true };
    /// The narrowest phone.
    pub const NARROW: Self = Self { width: 320, height: 568, scale: 2.0, is_phone: true };
    /// A window of 1280 × 1024 at 400 %.
    pub const ZOOMED: Self = Self { width: 320, height: 256, scale: 4.0, is_phone: false };

    const fn kiosk(width: u32, height: u32) -> Self {
        Self { width, height, scale: 1.0, is_phone: false }
    }
}

/// What a phone's owner has set for all pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// As it comes.
    Light,
    /// Light on dark.
    Dark,
    /// More contrast.
    Contrast,
    /// Text more than half as large again.
    LargeText,
}

impl System {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Contrast, Self::LargeText];
}

/// A handle; clones look at the same page.
#[derive(Clone)]
pub struct Page(Arc<Inner>);

struct Inner {
    cdp: CdpSession,
    complaints: Arc<Mutex<Vec<String>>>,
    forgiven: Mutex<Vec<String>>,
    scripts: Mutex<Vec<String>>,
    last_touch: Mutex<f64>,
    has_scripts: AtomicBool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Page {
    pub(crate) async fn attach(cdp: CdpSession) -> Result<Self> {
        let complaints = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&complaints);
        let mut events = cdp.subscribe_all();
        tokio::spawn(async move {
            while let Some(event) = events.next().await {
                if let Some(complaint) = complaint(&event.method, &event.params) {
                    lock(&heard).push(complaint);
                }
            }
        });
        let inner = Inner {
            cdp,
            complaints,
            forgiven: Mutex::default(),
            scripts: Mutex::default(),
            last_touch: Mutex::default(),
            has_scripts: AtomicBool::new(true),
        };
        let page = Self(Arc::new(inner));
        for domain in ["Page", "Runtime", "Log", "Network", "DOM"] {
            page.send(&format!("{domain}.enable"), json!({})).await?;
        }
        page.send("Browser.setDownloadBehavior", json!({"behavior": "deny"})).await?;
        Ok(page)
    }

    /// The line to the browser, for what has no word here.
    pub fn cdp(&self) -> &CdpSession {
        &self.0.cdp
    }

    /// Sends a command of the browser's own protocol.
    pub async fn send(&self, method: &str, params: Value) -> Result<Value> {
        self.0.cdp.send_raw(method, params).await.with_context(|| method.to_owned())
    }

    /// Makes the screen `shape`, with fingers on it.
    pub async fn set_shape(&self, shape: Shape) -> Result<()> {
        let Shape { width, height, scale, is_phone } = shape;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": is_phone,
            "screenWidth": width, "screenHeight": height,
        });
        self.send("Emulation.setDeviceMetricsOverride", metrics).await?;
        let touch = json!({"enabled": true, "maxTouchPoints": 5});
        self.send("Emulation.setTouchEmulationEnabled", touch).await?;
        Ok(())
    }

    /// Forgets what the last test left.
    pub(crate) async fn reset(&self) -> Result<()> {
        let scripts = std::mem::take(&mut *lock(&self.0.scripts));
        for identifier in scripts {
            let script = json!({"identifier": identifier});
            self.send("Page.removeScriptToEvaluateOnNewDocument", script).await?;
        }
        let online = json!({
            "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.send("Fetch.disable", json!({})).await?;
        self.send("Network.emulateNetworkConditions", online).await?;
        self.send("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await?;
        self.set_scripts(true).await?;
        self.send("Emulation.setEmulatedMedia", json!({"media": "", "features": []})).await?;
        self.send("Page.setFontSizes", json!({"fontSizes": {"standard": 16, "fixed": 13}})).await?;
        self.send("Page.setInterceptFileChooserDialog", json!({"enabled": false})).await?;
        self.send("Browser.resetPermissions", json!({})).await?;
        self.send("Page.navigate", json!({"url": "about:blank"})).await?;
        self.send("Network.clearBrowserCookies", json!({})).await?;
        self.send("Network.setExtraHTTPHeaders", json!({"headers": {}})).await?;
        self.send("Page.resetNavigationHistory", json!({})).await?;
        lock(&self.0.forgiven).clear();
        lock(&self.0.complaints).clear();
        *lock(&self.0.last_touch) = 0.0;
        Ok(())
    }

    /// Runs `source` in every document from now on, before anything else.
    pub async fn run_first(&self, source: &str) -> Result<()> {
        let answer =
            self.send("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        let identifier = answer.get("identifier").and_then(Value::as_str).context("no script")?;
        lock(&self.0.scripts).push(identifier.to_owned());
        Ok(())
    }

    /// Opens `url`.
    pub async fn goto(&self, url: &str) -> Result<()> {
        let answer = self.send("Page.navigate", json!({"url": url})).await?;
        match answer.get("errorText").and_then(Value::as_str) {
            None => Ok(()),
            Some(error) => bail!("{url}: {error}"),
        }
    }

    /// Loads the page again; what was there is gone when this returns.
    pub async fn reload(&self) -> Result<()> {
        self.call::<Value>("() => { window.__before_reload = true; }", json!([])).await?;
        self.send("Page.reload", json!({})).await?;
        self.until("the reload", "!window.__before_reload && document.readyState !== 'loading'")
            .await
    }

    /// The browser's own "back".
    pub async fn history_back(&self) -> Result<()> {
        self.send("Runtime.evaluate", json!({"expression": "history.back()"})).await?;
        Ok(())
    }

    /// The value of `expression`, promises awaited.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true,
            "userGesture": true,
        });
        let answer = tokio::time::timeout(LONGEST_CALL, self.send("Runtime.evaluate", params))
            .await
            .map_err(|_| anyhow!("the page does not answer"))??;
        if let Some(details) = answer.get("exceptionDetails") {
            let said = details.pointer("/exception/description").or_else(|| details.get("text"));
            bail!("in the page: {}", said.and_then(Value::as_str).unwrap_or_default());
        }
        let value = answer.pointer("/result/value").cloned().unwrap_or(Value::Null);
        serde_json::from_value(value).context("the page answered in another shape")
    }

    /// What `function` gives for `args`, a list; it may use the kit.
    pub async fn call<T: DeserializeOwned>(&self, function: &str, args: Value) -> Result<T> {
        self.eval(&with_kit(function, &args)).await
    }

    /// Waits until `function` gives `{ready: value}`; `{waiting: "why"}` explains a failure.
    pub async fn ready<T: DeserializeOwned>(
        &self,
        what: &str,
        function: &str,
        args: Value,
    ) -> Result<T> {
        let expression = with_kit(function, &args);
        let deadline = Deadline::after(PATIENCE);
        loop {
            // A page that is being replaced cannot answer; the next one will.
            let seen = self.eval::<Value>(&expression).await;
            if let Some(ready) = seen.as_ref().ok().and_then(|seen| seen.get("ready")) {
                return Ok(serde_json::from_value(ready.clone())?);
            }
            if deadline.is_over() {
                let why = match &seen {
                    Ok(seen) => seen.get("waiting").unwrap_or(seen).to_string(),
                    Err(error) => format!("{error:#}"),
                };
                bail!("waited for {what} in vain: {why}; {}", self.describe().await);
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Waits until `expression` holds.
    pub async fn until(&self, what: &str, expression: &str) -> Result<()> {
        let function = format!("async () => (await ({expression})) ? {{ready: true}} : {{}}");
        let _held: bool = self.ready(what, &function, json!([])).await?;
        Ok(())
    }

    /// Waits until what the page has heard so far is painted.
    pub async fn painted(&self) -> Result<()> {
        let frames = "new Promise((done) => setTimeout(() => requestAnimationFrame(() => \
                      requestAnimationFrame(() => done(true)))))";
        self.until("a frame", frames).await
    }

    /// Waits until there is a visible element of `css`.
    pub async fn appears(&self, css: &str) -> Result<()> {
        let function = "(css) => [...document.querySelectorAll(css)].some(kit.visible) \
                        ? {ready: true} : {waiting: 'it is not there'}";
        let _there: bool = self.ready(css, function, json!([css])).await?;
        Ok(())
    }

    /// Waits until there is none.
    pub async fn vanishes(&self, css: &str) -> Result<()> {
        let function = "(css) => [...document.querySelectorAll(css)].some(kit.visible) \
                        ? {waiting: 'it is still there'} : {ready: true}";
        let _gone: bool = self.ready(css, function, json!([css])).await?;
        Ok(())
    }

    /// Whether there is an element of `css`, seen or not.
    pub async fn has(&self, css: &str) -> Result<bool> {
        self.call("(css) => document.querySelector(css) !== null", json!([css])).await
    }

    /// How many elements of `css` there are.
    pub async fn count(&self, css: &str) -> Result<usize> {
        self.call("(css) => document.querySelectorAll(css).length", json!([css])).await
    }

    /// What a reader sees in the element of `css`.
    pub async fn text(&self, css: &str) -> Result<String> {
        let function = "(css) => { const e = document.querySelector(css); \
                        return e ? {ready: e.innerText.trim()} : {waiting: 'it is not there'}; }";
        self.ready(css, function, json!([css])).await
    }

    /// What stands in the field of `css`.
    pub async fn value(&self, css: &str) -> Result<String> {
        let function = "(css) => { const e = document.querySelector(css); \
                        return e ? {ready: e.value} : {waiting: 'it is not there'}; }";
        self.ready(css, function, json!([css])).await
    }

    /// An attribute of the element of `css`; empty where it has none.
    pub async fn attribute(&self, css: &str, name: &str) -> Result<String> {
        let function = "(css, name) => document.querySelector(css)?.getAttribute(name) ?? ''";
        self.call(function, json!([css, name])).await
    }

    /// A picture of what is seen, PNG.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = self.send("Page.captureScreenshot", json!({"format": "png"})).await?;
        bytes_of(&picture)
    }

    /// Writes a picture of what is seen.
    pub async fn screenshot_to(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Ok(std::fs::write(file, self.screenshot().await?)?)
    }

    /// The page as a printer gets it, PDF, in the size the page itself asks for.
    pub async fn print(&self) -> Result<Vec<u8>> {
        let paper = json!({"preferCSSPageSize": true, "printBackground": true});
        bytes_of(&self.send("Page.printToPDF", paper).await?)
    }

    /// What the system asks of every page: dark or light, more contrast, larger text.
    pub async fn set_system(&self, system: System) -> Result<()> {
        let (scheme, contrast, font) = match system {
            System::Light => ("light", "no-preference", 16),
            System::Dark => ("dark", "no-preference", 16),
            System::Contrast => ("light", "more", 16),
            System::LargeText => ("light", "no-preference", 26),
        };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-contrast", "value": contrast},
        ]);
        self.send("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        let sizes = json!({"fontSizes": {"standard": font, "fixed": font}});
        self.send("Page.setFontSizes", sizes).await?;
        self.call::<Value>("async () => { await kit.frame(); await kit.frame(); }", json!([]))
            .await?;
        Ok(())
    }

    /// Lets pages run scripts, or not, as the owner of a browser may decide.
    pub async fn set_scripts(&self, allowed: bool) -> Result<()> {
        self.0.has_scripts.store(allowed, Ordering::Relaxed);
        let off = json!({"value": !allowed});
        self.send("Emulation.setScriptExecutionDisabled", off).await?;
        Ok(())
    }

    /// Whether pages run scripts.
    pub(crate) fn has_scripts(&self) -> bool {
        self.0.has_scripts.load(Ordering::Relaxed)
    }

    /// Answers the question whether the page may use the camera.
    pub async fn set_camera(&self, allowed: bool) -> Result<()> {
        let setting = if allowed { "granted" } else { "denied" };
        let camera = json!({"permission": {"name": "camera"}, "setting": setting});
        self.send("Browser.setPermission", camera).await?;
        Ok(())
    }

    /// Cuts or mends the network.
    pub async fn set_offline(&self, offline: bool) -> Result<()> {
        let state = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.send("Network.emulateNetworkConditions", state).await?;
        Ok(())
    }

    /// Shows the page with `classes` on `<html>`, as the display switches would, for one look.
    pub async fn show_as(&self, classes: &str) -> Result<()> {
        let function = "async (classes) => { document.documentElement.className = classes; \
                        await kit.frame(); await kit.frame(); }";
        self.call::<Value>(function, json!([classes])).await?;
        Ok(())
    }

    /// Expects complaints that contain `part`: this test provokes them.
    pub fn forgive(&self, part: &str) {
        lock(&self.0.forgiven).push(part.to_owned());
    }

    /// What went wrong on the page since the test began: uncaught errors, refusals of the content
    /// policy, loads that failed, errors written to the console.
    pub fn complaints(&self) -> Vec<String> {
        let forgiven = lock(&self.0.forgiven);
        let heard = lock(&self.0.complaints);
        let counts = |complaint: &&String| !forgiven.iter().any(|part| complaint.contains(part));
        heard.iter().filter(counts).cloned().collect()
    }

    /// Where the page is, in a few words, for messages.
    pub async fn describe(&self) -> String {
        let function = "() => { const main = document.querySelector('main'); \
            const overlay = document.querySelector('[data-overlay]'); \
            const errors = document.querySelector('#errors'); \
            return `on ${location.href} screen ${main?.dataset.screen} \
person ${main?.dataset.person} overlay ${overlay?.dataset.overlay} focus \
${kit.name(document.activeElement)} errors ${errors ? errors.innerText : 'none'}`; }";
        let seen = self.call::<String>(function, json!([])).await;
        let complaints = self.complaints().join("; ");
        format!("{}; complaints: {complaints}", seen.unwrap_or_else(|_| NOTHING_FOUND.into()))
    }

    /// A time for the next touch, in seconds: not before `now`, and after the last one.
    pub(crate) fn touch_time(&self, now: f64, pause: f64) -> f64 {
        let mut last = lock(&self.0.last_touch);
        *last = f64::max(*last + pause, now);
        *last
    }
}

fn with_kit(function: &str, args: &Value) -> String {
    format!("(() => {{ const kit = {KIT}; return ({function})(...{args}); }})()")
}

fn bytes_of(answer: &Value) -> Result<Vec<u8>> {
    let data = answer.get("data").and_then(Value::as_str).context("no data")?;
    Ok(BASE64_STANDARD.decode(data)?)
}

fn complaint(method: &str, params: &Value) -> Option<String> {
    let text = |pointer: &str| params.pointer(pointer).and_then(Value::as_str);
    match method {
        "Runtime.exceptionThrown" => {
            let said = text("/exceptionDetails/exception/description");
            Some(said.or_else(|| text("/exceptionDetails/text")).unwrap_or("error").to_owned())
        }
        "Log.entryAdded" if text("/entry/level") == Some("error") => Some(format!(
            "{} {}",
            text("/entry/text").unwrap_or_default(),
            text("/entry/url").unwrap_or_default()
        )),
        "Runtime.consoleAPICalled" if matches!(text("/type"), Some("error" | "assert")) => {
            let args = params.get("args").and_then(Value::as_array)?;
            let words = args.iter().filter_map(|arg| {
                let value = arg.get("value").or_else(|| arg.get("description"))?;
                Some(value.as_str().map_or_else(|| value.to_string(), str::to_owned))
            });
            Some(words.collect::<Vec<_>>().join(" "))
        }
        _ => None,
    }
}
