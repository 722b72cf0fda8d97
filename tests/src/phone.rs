//! The phone in the petitioner's hand.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::kiosk::PRELUDE;
use crate::page::{Page, Shape};
use crate::stage::Stage;

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

    /// Waits for the screen `name`.
    pub async fn on(&self, name: &str) -> Result<()> {
        self.page.appears(&format!("main[data-screen='{name}']")).await
    }

    /// The events of the timeline, as told, oldest first or newest first as the page has them.
    pub async fn timeline(&self) -> Result<Vec<String>> {
        let function = "() => [...document.querySelectorAll('ol#timeline > li[data-event]')]\
                        .map((item) => item.innerText)";
        self.page.call(function, json!([])).await
    }

    /// The clocks that run, as told.
    pub async fn clocks(&self) -> Result<Vec<String>> {
        let function = "() => [...document.querySelectorAll('[data-clock]')]\
                        .map((clock) => clock.innerText)";
        self.page.call(function, json!([])).await
    }

    async fn address_tells_nothing(&self) -> Result<()> {
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

    /// Types number and code into the form and asks.
    pub async fn ask(&self, number: &str, code: &str) -> Result<()> {
        self.page.fill("#number", number).await?;
        self.page.fill("#code", code).await?;
        self.page.tap("#ask").await
    }
}
