//! Chromium, started and driven by chromedriver.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::sync::OnceCell;

use crate::guard::Guarded;
use crate::page::Page;
use crate::{files, places};

struct Driver {
    guard: Guarded,
    url: String,
}

/// One chromedriver for all browsers of a test program. It goes with the program.
static DRIVER: OnceCell<Driver> = OnceCell::const_new();

async fn driver() -> Result<&'static Driver> {
    let start = || async {
        let program = places::chromedriver()?;
        let port = |line: &str| {
            let (_, rest) = line.split_once("started successfully on port ")?;
            rest.trim_end_matches(['.', ' ']).parse::<u16>().ok()
        };
        let (guard, port) = Guarded::start(&program, |_| vec!["--port=0".into()], port)?;
        let url = format!("http://127.0.0.1:{port}");
        anyhow::Ok(Driver { guard, url })
    };
    DRIVER.get_or_try_init(start).await
}

/// A browser of its own profile.
pub struct Browser {
    /// Its one page.
    pub page: Page,
    /// Its profile on disk.
    pub profile: PathBuf,
    driver: WebDriver,
}

/// Nothing that talks to the outside, nothing that slows what nobody looks at, a camera that
/// shows a sheet of paper.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
    "--disable-renderer-backgrounding",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--metrics-recording-only",
    "--mute-audio",
    "--no-default-browser-check",
    "--no-first-run",
    "--use-fake-device-for-media-stream",
];

impl Browser {
    /// Starts one.
    pub async fn start() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let Driver { guard, url } = driver().await?;
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = guard.folder().join(format!("profile-{count}"));
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(&places::chromium()?.display().to_string())?;
        for flag in FLAGS {
            capabilities.add_arg(flag)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        let video = files::camera_video(guard.folder())?;
        capabilities.add_arg(&format!("--use-file-for-fake-video-capture={}", video.display()))?;
        let driver = WebDriver::new(url, capabilities).await.context("no browser session")?;
        let page = Page::attach(driver.cdp().connect().await?).await?;
        Ok(Self { page, profile, driver })
    }

    /// Ends it.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }
}
