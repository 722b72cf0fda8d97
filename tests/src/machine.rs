//! The asynchronous machine below all tests of one process, and its clock.

use std::future::Future;
use std::sync::LazyLock;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time::Instant;

/// One for the whole process: a browser session outlives the test that opened it.
static RUNTIME: LazyLock<std::io::Result<Runtime>> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(2).enable_all().build());

/// Runs `work` to its end on the calling thread.
pub fn block_on<T>(work: impl Future<Output = T>) -> std::io::Result<T> {
    match &*RUNTIME {
        Ok(runtime) => Ok(runtime.block_on(work)),
        Err(error) => Err(std::io::Error::new(error.kind(), error.to_string())),
    }
}

/// How long anything on a page may take before a test gives up. Builders share the two cores.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Between two looks at the page.
pub const LOOK_AGAIN: Duration = Duration::from_millis(15);

/// A point in time after which waiting is given up.
#[derive(Clone, Copy)]
pub struct Deadline(Instant);

impl Deadline {
    /// `patience` from now.
    pub fn after(patience: Duration) -> Self {
        Self(Instant::now() + patience)
    }

    /// What is left of it.
    pub fn left(self) -> Duration {
        self.0.saturating_duration_since(Instant::now())
    }

    /// Whether it has passed.
    pub fn is_over(self) -> bool {
        self.left().is_zero()
    }
}
