//! What somebody leaves behind: looked for in the page, its storage, its memory, on disk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use crate::machine::PATIENCE;
use crate::page::Page;

/// What to look for.
#[derive(Clone, Debug)]
pub struct Needles(Vec<String>);

impl Needles {
    /// All of `words`, short ones left out: they are found anywhere.
    pub fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self(words.into_iter().filter(|word| word.len() > 5).collect())
    }

    /// Adds every value that the page stores now: under it the server keeps the draft.
    pub async fn with_stored(mut self, page: &Page) -> Result<Self> {
        let stored: Vec<String> =
            page.eval("[...Object.values(sessionStorage), ...Object.values(localStorage)]").await?;
        self.0.extend(stored.into_iter().filter(|value| value.len() > 5));
        Ok(self)
    }

    /// Where they are found on the page, in its storage, in its memory and in its history.
    pub async fn on(&self, page: &Page) -> Result<Vec<String>> {
        let mut found: Vec<String> =
            page.call(include_str!("js/traces.js"), json!([self.disguised()])).await?;
        let history = page.send("Page.getNavigationHistory", json!({})).await?.to_string();
        found.extend(self.in_bytes("history", history.as_bytes()));
        Ok(found)
    }

    /// Where they are found among the objects of the page's scripts.
    pub async fn in_heap(&self, page: &Page) -> Result<Vec<String>> {
        page.send("HeapProfiler.enable", json!({})).await?;
        page.send("HeapProfiler.collectGarbage", json!({})).await?;
        let mut events = page.cdp().subscribe_all();
        let taking = page.send("HeapProfiler.takeHeapSnapshot", json!({"reportProgress": false}));
        tokio::pin!(taking);
        let mut snapshot = String::new();
        let mut done = false;
        // The pieces come before the answer; what is already here when the answer comes is read.
        while !done {
            let next = tokio::time::timeout(PATIENCE, async {
                tokio::select! {
                    biased;
                    event = events.next() => Ok::<_, anyhow::Error>(event),
                    answer = &mut taking => answer.map(|_| None),
                }
            });
            match next.await.context("no heap snapshot")?? {
                Some(event) if event.method == "HeapProfiler.addHeapSnapshotChunk" => {
                    let chunk = event.params.get("chunk").and_then(Value::as_str);
                    snapshot.push_str(chunk.unwrap_or_default());
                }
                Some(_) => {}
                None => done = true,
            }
        }
        page.send("HeapProfiler.disable", json!({})).await?;
        ensure!(snapshot.ends_with('}'), "the heap snapshot is cut off");
        Ok(self.in_bytes("heap", snapshot.as_bytes()))
    }

    /// Files below `folder` that hold one of them.
    pub fn below(&self, folder: &Path) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let Ok(entries) = fs::read_dir(folder) else { return Ok(found) };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                found.extend(self.below(&path)?);
            } else if let Ok(bytes) = fs::read(&path) {
                // A file that is gone again, or a socket, holds nothing to read.
                found.extend(self.in_bytes(&path.display().to_string(), &bytes));
            }
        }
        Ok(found)
    }

    fn in_bytes(&self, place: &str, bytes: &[u8]) -> Vec<String> {
        let holds = |needle: &[u8]| contains(bytes, needle);
        let is_here = |word: &&String| {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            holds(word.as_bytes()) || holds(&wide)
        };
        let here = self.0.iter().filter(is_here);
        here.map(|word| format!("{place}: {word}")).collect()
    }

    /// The page must not hold the words that are looked for because it is asked for them.
    fn disguised(&self) -> Vec<Vec<u16>> {
        self.0.iter().map(|word| word.encode_utf16().map(|code| code ^ 1).collect()).collect()
    }
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    let Some(first) = needle.first() else { return false };
    let mut rest = haystack;
    while let Some(at) = rest.iter().position(|byte| byte == first) {
        let (_, from) = rest.split_at(at);
        if from.starts_with(needle) {
            return true;
        }
        rest = from.get(1..).unwrap_or_default();
    }
    false
}
