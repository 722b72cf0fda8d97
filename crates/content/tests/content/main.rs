//! The content of this repository, and what is said of a broken copy of it.
#![cfg(feature = "read")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints what it counted"
)]

mod broken;
mod channel;
mod channel_view;
mod hall;
mod queries;
mod stories;
mod support;
