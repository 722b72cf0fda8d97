//! The accessibility checker.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::page::Page;
use crate::places;

static SOURCE: LazyLock<Option<String>> =
    LazyLock::new(|| std::fs::read_to_string(places::axe().ok()?).ok());

impl Page {
    /// What axe-core finds wrong; `contrast` asks for 7:1.
    pub async fn axe(&self, contrast: bool) -> Result<Vec<String>> {
        if self.eval::<bool>("typeof window.axe === 'undefined'").await? {
            let source = SOURCE.as_ref().context("axe.min.js cannot be read")?;
            self.eval::<Value>(&format!("{source}; void 0")).await?;
        }
        self.call(include_str!("js/axe.js"), json!([{ "contrast": contrast }])).await
    }
}
