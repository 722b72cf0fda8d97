//! Holding requests on their way, and cutting answers off.

use anyhow::{Context, Result};
use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use serde_json::{Value, json};
use thirtyfour::cdp::RawEvent;

use crate::machine::PATIENCE;
use crate::page::Page;

/// Where a request is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Before it leaves.
    Request,
    /// When its answer is there.
    Response,
}

/// Requests of one address, stopped.
pub struct Held {
    page: Page,
    events: BoxStream<'static, RawEvent>,
}

impl Page {
    /// Stops requests to addresses that end with `path`, from now on.
    pub async fn hold(&self, path: &str, stop: Stop) -> Result<Held> {
        let events = self.cdp().subscribe_all().boxed();
        let stage = match stop {
            Stop::Request => "Request",
            Stop::Response => "Response",
        };
        let pattern = json!({"urlPattern": format!("*{path}"), "requestStage": stage});
        self.send("Fetch.enable", json!({"patterns": [pattern]})).await?;
        Ok(Held { page: self.clone(), events })
    }
}

impl Held {
    /// Waits for the next one and gives its handle.
    pub async fn next(&mut self) -> Result<String> {
        let paused = async {
            while let Some(event) = self.events.next().await {
                if event.method == "Fetch.requestPaused" {
                    return event
                        .params
                        .get("requestId")
                        .and_then(Value::as_str)
                        .map(str::to_owned);
                }
            }
            None
        };
        tokio::time::timeout(PATIENCE, paused).await.context("no request came")?.context("no id")
    }

    /// Cuts it off.
    pub async fn cut(&self, request: &str) -> Result<()> {
        let params = json!({"requestId": request, "errorReason": "ConnectionReset"});
        self.page.send("Fetch.failRequest", params).await?;
        Ok(())
    }

    /// Cuts off every further one until `expression` holds on `page`.
    pub async fn cut_until(&mut self, page: &Page, expression: &str) -> Result<usize> {
        let mut cut = 0;
        let arrived = page.until("the tries to end", expression);
        tokio::pin!(arrived);
        loop {
            tokio::select! {
                biased;
                done = &mut arrived => return done.map(|()| cut),
                request = paused(&mut self.events) => {
                    self.cut(&request.context("no request came")?).await?;
                    cut += 1;
                }
            }
        }
    }

    /// Answers it in the server's place.
    pub async fn answer(&self, request: &str, status: u16) -> Result<()> {
        let params = json!({"requestId": request, "responseCode": status});
        self.page.send("Fetch.fulfillRequest", params).await?;
        Ok(())
    }

    /// Lets it and everything after it go.
    pub async fn release(self) -> Result<()> {
        self.page.send("Fetch.disable", json!({})).await?;
        Ok(())
    }
}

async fn paused(events: &mut BoxStream<'static, RawEvent>) -> Option<String> {
    while let Some(event) = events.next().await {
        if event.method == "Fetch.requestPaused" {
            return event.params.get("requestId").and_then(Value::as_str).map(str::to_owned);
        }
    }
    None
}
