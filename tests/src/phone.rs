//! The phone in the petitioner's hand.

use anyhow::{Result, ensure};
use petition_domain::receipt::QrSecret;
use serde_json::{Value, json};

use crate::kiosk::PRELUDE;
use crate::page::{Page, Shape};
use crate::stage::Stage;

/// A secret that opens nothing.
pub const NOBODYS_SECRET: &str = "ZZZZZZZZZZZZZZZZZZZZZZZZZZ";

/// A phone.
pub struct Phone {
    /// Its page.
    pub page: Page,
}

impl Phone {
    /// A phone of its own browser, which opens `url`.
    pub async fn open(stage: &Stage, shape: Shape, url: &str) -> Result<Self> {
        let page = stage.page(shape).await?;
        page.run_first(PRELUDE).await?;
        page.goto(url).await?;
        Ok(Self { page })
    }

    /// A phone that scans a QR. The secret must be gone from the address at once.
    pub async fn scan(stage: &Stage, qr: &str) -> Result<Self> {
        let phone = Self::open(stage, Shape::PHONE, qr).await?;
        phone.on("status").await?;
        phone.address_tells_nothing().await?;
        Ok(phone)
    }

    /// Scans again, as somebody does who comes back later.
    pub async fn scan_again(&self, qr: &str) -> Result<()> {
        // From elsewhere, or the browser takes it for a move within the page.
        self.page.goto("about:blank").await?;
        self.page.goto(qr).await?;
        self.on("status").await
    }

    /// Scans `secret` into the page that is open.
    pub async fn scan_into(&self, secret: &str) -> Result<()> {
        let function = "(secret) => { location.hash = secret; }";
        self.page.call::<Value>(function, json!([secret])).await?;
        Ok(())
    }

    /// Waits for the screen `name`, outside of the shell that is there before the program.
    pub async fn on(&self, name: &str) -> Result<()> {
        self.page.appears(&format!("body > main[data-screen='{name}']")).await
    }

    /// The events of the timeline, as told, oldest first or newest first as the page has them.
    pub async fn timeline(&self) -> Result<Vec<String>> {
        let function = "() => [...document.querySelectorAll('ol#timeline > li[data-event]')]\
                        .map((item) => item.innerText)";
        self.page.call(function, json!([])).await
    }

    /// The clocks that run: what is told, and the days left.
    pub async fn clocks(&self) -> Result<Vec<(String, String)>> {
        let function = "() => [...document.querySelectorAll('[data-clock]')]\
                        .map((clock) => [clock.innerText, clock.dataset.daysLeft ?? ''])";
        self.page.call(function, json!([])).await
    }

    /// Types number and code into the form and asks.
    pub async fn ask(&self, number: &str, code: &str) -> Result<()> {
        self.page.fill("#number", number).await?;
        self.page.fill("#code", code).await?;
        self.page.tap("form button[type=submit]").await
    }

    /// Lets `minutes` pass while the phone sleeps, and wakes it.
    pub async fn sleep(&self, minutes: f64) -> Result<()> {
        let function = "(minutes) => { window.__nap += minutes * 60000; \
            document.dispatchEvent(new Event('visibilitychange', {bubbles: true})); }";
        self.page.call::<Value>(function, json!([minutes])).await?;
        Ok(())
    }

    /// Neither the address nor the history holds the secret.
    pub async fn address_tells_nothing(&self) -> Result<()> {
        let bare = "location.hash === '' && location.search === ''";
        self.page.until("the secret to leave the address", bare).await?;
        let history = self.page.send("Page.getNavigationHistory", json!({})).await?;
        let entries = history.get("entries").and_then(Value::as_array).cloned().unwrap_or_default();
        let with_secret = entries.iter().filter(|entry| {
            let url = entry.get("url").and_then(Value::as_str).unwrap_or_default();
            url.contains('#')
        });
        ensure!(with_secret.count() == 0, "the secret is in the history");
        Ok(())
    }
}

/// What the QR of `secret` says at the server of `stage`.
pub fn qr_text(stage: &Stage, secret: &QrSecret) -> String {
    secret.qr_text(&stage.server.url, false)
}
