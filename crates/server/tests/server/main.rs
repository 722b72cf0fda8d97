//! The server as a client sees it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and may measure how long an answer takes"
)]

mod bad_input;
mod command;
mod config;
mod drafts;
mod files;
mod guide;
mod openapi;
mod retry;
mod status;
mod storage;
mod submit;
mod support;
mod uploads;
