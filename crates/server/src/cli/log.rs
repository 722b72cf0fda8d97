//! Log lines: one JSON object each, so that nothing logged can start a line of its own.

use tracing_subscriber::filter::LevelFilter;

/// Starts logging to standard error; `PETITION_LOG` is error, warn, info (default), debug or off.
pub fn start() {
    let level = std::env::var("PETITION_LOG").ok().and_then(|text| text.parse().ok());
    tracing_subscriber::fmt()
        .json()
        .with_writer(std::io::stderr)
        .with_max_level(level.unwrap_or(LevelFilter::INFO))
        .with_target(false)
        .init();
}
