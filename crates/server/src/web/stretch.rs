//! Stretches query codes for browsers without scripts. Each costs 19 MiB and a tenth of a second of
//! a core, so few run at once and few may wait.

use petition_domain::receipt::{MatterNumber, QueryCode};
use tokio::sync::Semaphore;

/// Codes stretched at once.
const AT_ONCE: usize = 2;
/// Codes that may wait.
const WAITING: usize = 32;

/// The queue.
pub struct Stretcher {
    places: Semaphore,
    turns: Semaphore,
}

impl Default for Stretcher {
    fn default() -> Self {
        Self { places: Semaphore::new(WAITING + AT_ONCE), turns: Semaphore::new(AT_ONCE) }
    }
}

impl Stretcher {
    /// The stretched code; `None` when too many wait.
    pub async fn stretch(&self, number: MatterNumber, code: QueryCode) -> Option<[u8; 32]> {
        let _place = self.places.try_acquire().ok()?;
        let _turn = self.turns.acquire().await.ok()?;
        tokio::task::spawn_blocking(move || code.stretch(number)).await.ok().flatten()
    }
}
