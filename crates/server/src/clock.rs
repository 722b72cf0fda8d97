//! The one place that reads the time of day.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use petition_domain::{Day, Moment};

/// Tells the time; tests bring their own.
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<Arc<AtomicI64>>);

impl Clock {
    /// The machine's clock.
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still until [`Self::set`] moves it.
    pub fn standing(at: Moment) -> Self {
        Self(Some(Arc::new(AtomicI64::new(at.0))))
    }

    /// Moves a standing clock, and every clone of it; the machine's clock stays as it is.
    pub fn set(&self, to: Moment) {
        if let Some(standing) = &self.0 {
            standing.store(to.0, Ordering::Relaxed);
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        match &self.0 {
            Some(standing) => Moment(standing.load(Ordering::Relaxed)),
            None => read(),
        }
    }

    /// Today in China.
    pub fn today(&self) -> Day {
        self.now().day()
    }
}

#[expect(clippy::disallowed_methods, reason = "every other place takes the time from here")]
fn read() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
