//! Counters for `/metrics`, in the text format of Prometheus. Nothing in a label says who or what.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

/// Everything that is counted.
#[derive(Debug, Default)]
pub struct Metrics {
    /// Answers by class: 1xx … 5xx.
    responses: [AtomicU64; 5],
    /// Matters registered.
    pub registered: Counter,
    /// Retries that got their stored answer.
    pub replayed: Counter,
    /// Statuses opened by QR.
    pub opened: Counter,
    /// Statuses opened by number and code.
    pub queried: Counter,
    /// Wrong or unknown secrets.
    pub not_found: Counter,
    /// Uploads taken.
    pub uploads: Counter,
    /// Uploads refused.
    pub uploads_refused: Counter,
    /// Calls for help.
    pub calls: Counter,
    /// Requests turned away by a limit.
    pub limited: Counter,
    /// Reports of browsers about the content policy.
    pub csp_reports: Counter,
}

/// A number that only grows.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// One more.
    pub fn add(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    /// How many so far.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Metrics {
    /// Counts an answer.
    pub fn response(&self, status: u16) {
        let class = usize::from(status / 100).wrapping_sub(1);
        if let Some(counter) = self.responses.get(class) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The text; `commits` and `jobs` come from the writer.
    pub fn render(&self, commits: u64, jobs: u64) -> String {
        let mut out = String::from("# TYPE petition_responses_total counter\n");
        for (class, counter) in (1..).zip(&self.responses) {
            let count = counter.load(Ordering::Relaxed);
            // Writing to a String cannot fail.
            writeln!(out, "petition_responses_total{{class=\"{class}xx\"}} {count}").ok();
        }
        let counters = [
            ("matters_registered", self.registered.get()),
            ("submissions_replayed", self.replayed.get()),
            ("statuses_opened", self.opened.get()),
            ("statuses_queried", self.queried.get()),
            ("secrets_not_found", self.not_found.get()),
            ("uploads_taken", self.uploads.get()),
            ("uploads_refused", self.uploads_refused.get()),
            ("calls", self.calls.get()),
            ("requests_limited", self.limited.get()),
            ("csp_reports", self.csp_reports.get()),
            ("database_commits", commits),
            ("database_jobs", jobs),
        ];
        for (name, count) in counters {
            writeln!(out, "# TYPE petition_{name}_total counter\npetition_{name}_total {count}")
                .ok();
        }
        out
    }
}
