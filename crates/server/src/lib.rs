//! The server of a petition reception hall: registers matters, keeps them sealed, and lets their
//! holders follow them. `main.rs` is its command line.

pub mod api;
pub mod app;
pub mod blobs;
pub mod cli;
pub mod clock;
pub mod config;
pub mod content;
mod demo;
pub mod guide;
pub mod jobs;
pub mod keys;
pub mod limits;
pub mod matter;
pub mod metrics;
pub mod random;
pub mod seal;
pub mod serve;
pub mod storage;
pub mod upload;
pub mod web;

/// Requests are put together on one thread and read on another: the C library's allocator spends a
/// third of a status read on handing their memory back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
