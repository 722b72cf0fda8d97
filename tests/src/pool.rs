//! Browsers that wait for the next test. Starting one takes a second, cleaning one an instant.

use anyhow::Result;
use tokio::sync::Mutex;

use crate::browser::Browser;

static WAITING: Mutex<Vec<Browser>> = Mutex::const_new(Vec::new());

/// A clean browser.
pub async fn take() -> Result<Browser> {
    let waiting = WAITING.lock().await.pop();
    match waiting {
        Some(browser) => Ok(browser),
        None => Browser::start().await,
    }
}

/// Cleans `browser` for the next test, or ends it where that fails.
pub async fn give_back(browser: Browser) {
    if browser.page.reset().await.is_ok() {
        WAITING.lock().await.push(browser);
    } else {
        // It is broken, and it goes with the program at the latest.
        browser.quit().await.ok();
    }
}
