//! What one test stands on: a server of its own, and as many screens as it asks for.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::thread;

use anyhow::{Context, Result, ensure};
use futures_util::FutureExt as _;
use tokio::sync::Mutex;

use crate::browser::Browser;
use crate::page::{Page, Shape};
use crate::server::{Hall, Server};
use crate::{machine, places, pool};

/// A server and the browsers that look at it.
pub struct Stage {
    /// The server.
    pub server: Server,
    lent: Mutex<Vec<Browser>>,
}

/// Runs `test` on a stage of its own.
///
/// Where it fails, pictures of all its screens are left in `target/e2e-failures`. Where it holds,
/// no page may have complained: an uncaught error is a failure even if nothing else showed it.
pub fn run(hall: &Hall, test: impl AsyncFnOnce(&Stage) -> Result<()>) -> Result<()> {
    machine::block_on(async {
        let stage = Stage { server: Server::start(hall)?, lent: Mutex::default() };
        let outcome = AssertUnwindSafe(test(&stage)).catch_unwind().await;
        let complaints = stage.complaints().await;
        let has_held = matches!(outcome, Ok(Ok(()))) && complaints.is_empty();
        if !has_held {
            stage.leave_pictures().await;
        }
        for browser in stage.lent.into_inner() {
            pool::give_back(browser).await;
        }
        match outcome {
            Err(panic) => resume_unwind(panic),
            Ok(Err(error)) => Err(error.context(format!("the pages complained: {complaints:?}"))),
            Ok(Ok(())) => {
                ensure!(complaints.is_empty(), "the pages complained: {complaints:#?}");
                Ok(())
            }
        }
    })
    .context("no runtime")?
}

impl Stage {
    /// A page of a browser of its own, on a screen of `shape`.
    pub async fn page(&self, shape: Shape) -> Result<Page> {
        let browser = pool::take().await?;
        let page = browser.page.clone();
        self.lent.lock().await.push(browser);
        page.set_shape(shape).await?;
        Ok(page)
    }

    /// The profiles on disk of the browsers that this test has used.
    pub async fn profiles(&self) -> Vec<PathBuf> {
        self.lent.lock().await.iter().map(|browser| browser.profile.clone()).collect()
    }

    async fn complaints(&self) -> Vec<String> {
        self.lent.lock().await.iter().flat_map(|browser| browser.page.complaints()).collect()
    }

    async fn leave_pictures(&self) {
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        for (index, browser) in self.lent.lock().await.iter().enumerate() {
            let file = places::failures().join(format!("{name}-{index}.png"));
            // The failure itself is what must be told; a picture is a help.
            browser.page.screenshot_to(&file).await.ok();
        }
    }
}
