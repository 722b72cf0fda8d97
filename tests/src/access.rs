//! Can it be seen, hit, read: measured on the page itself.

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::keys::Key;
use crate::page::Page;

/// What sizes are asked for, in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// Least side of anything to touch.
    pub target: u32,
    /// Least space between two of them.
    pub gap: u32,
    /// Least height of letters.
    pub font: u32,
    /// Least distance of lines, in heights of letters.
    pub line: f64,
}

impl Sizes {
    /// The kiosk (domain.md §6.3).
    pub const KIOSK: Self = Self { target: 60, gap: 8, font: 24, line: 1.3 };
    /// The kiosk with large text.
    pub const LARGE: Self = Self { font: 30, ..Self::KIOSK };
    /// A phone.
    pub const PHONE: Self = Self { target: 44, gap: 8, font: 16, line: 1.3 };
}

impl Page {
    /// What is smaller or closer than `sizes` allow.
    pub async fn too_small(&self, sizes: Sizes) -> Result<Vec<String>> {
        let Sizes { target, gap, font, line } = sizes;
        let sizes = json!([{ "target": target, "gap": gap, "font": font, "line": line }]);
        self.call(include_str!("js/sizes.js"), sizes).await
    }

    /// What does not fit the screen, or what holds it.
    pub async fn unfitting(&self) -> Result<Vec<String>> {
        self.call(include_str!("js/fit.js"), json!([])).await
    }

    /// What is wrong with going through the page by the tab key.
    pub async fn tab_stops(&self) -> Result<Vec<String>> {
        #[derive(Deserialize)]
        struct Stop {
            index: usize,
            faults: Vec<String>,
        }
        const MOST: usize = 200;
        self.eval::<Value>("document.activeElement.blur()").await?;
        let (mut reached, mut found) = (Vec::new(), Vec::new());
        for _ in 0..MOST {
            self.press(Key::Tab).await?;
            let stop: Option<Stop> = self.call(include_str!("js/stop.js"), json!([])).await?;
            match stop {
                Some(stop) if reached.contains(&stop.index) => break,
                Some(stop) => {
                    reached.push(stop.index);
                    found.extend(stop.faults);
                }
                // Past the last control the focus leaves for the browser and comes back.
                None => {}
            }
        }
        let unreached: Vec<String> = self.call(include_str!("js/unreached.js"), json!([])).await?;
        found.extend(unreached);
        Ok(found)
    }

    /// Words on a page in the pseudo-language that no table said, apart from `data`.
    pub async fn untold(&self, data: &[String]) -> Result<Vec<String>> {
        self.call(include_str!("js/words.js"), json!([data])).await
    }
}

/// Findings of many pages, told together at the end: one run shows all there is to mend.
#[derive(Debug, Default)]
pub struct Findings(Vec<(String, String)>);

impl Findings {
    /// Adds what was found at `place`.
    pub fn add(&mut self, place: &str, found: Vec<String>) {
        for finding in found {
            // The same thing on every page is one thing to mend.
            if self.0.iter().filter(|(_, known)| *known == finding).count() < 2 {
                self.0.push((place.to_owned(), finding));
            }
        }
    }

    /// An error that tells all of them.
    pub fn none(self) -> Result<()> {
        let lines: Vec<String> =
            self.0.iter().map(|(place, finding)| format!("  {place}: {finding}")).collect();
        ensure!(lines.is_empty(), "{} findings:\n{}", lines.len(), lines.join("\n"));
        Ok(())
    }
}
