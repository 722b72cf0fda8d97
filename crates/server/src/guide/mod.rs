//! The explainers: compiled from the content folder at start and whenever it changes. What is
//! wrong never reaches a screen: the last good version stays and the faults are told.

mod asset;
mod board;
mod version;
mod watch;

use std::fmt;
use std::sync::Arc;

use arc_swap::{ArcSwap, ArcSwapOption};
use petition_content::Fault;
use petition_content::read::{clock_days, is_empty};
use petition_domain::Day;
use petition_domain::clocks::ClockTable;

use crate::app::Places;
use crate::config::Config;
pub use asset::Asset;
pub use version::{Shown, Version};
use watch::Seen;
pub use watch::{Watcher, watch};

/// What the configuration is called in a fault, wherever it lies.
const HALL_FILE: &str = "hall.toml";

/// All that is wrong with a folder.
#[derive(Debug, thiserror::Error)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the content cannot be used:")?;
        self.0.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

/// What is served now.
pub struct Guide {
    version: ArcSwapOption<Version>,
    faults: ArcSwap<Vec<Fault>>,
    /// What lay there when the server started.
    seen: Seen,
}

impl Guide {
    /// Reads the folder for the first time; a folder without explainers is served without.
    pub fn open(
        places: &Places,
        config: &Config,
        clocks: &ClockTable,
        today: Day,
    ) -> Result<Self, Faults> {
        let (dir, seen) = (&places.content, Seen::now(places));
        let version = if is_empty(dir) {
            tracing::warn!("the content folder has no explainers: there is no guide");
            None
        } else {
            let read = Version::read(dir, config, &clock_days(clocks), &clocks.holidays, today);
            Some(Arc::new(read.map_err(Faults)?))
        };
        Ok(Self { version: ArcSwapOption::new(version), faults: ArcSwap::default(), seen })
    }

    /// The version to serve.
    pub fn version(&self) -> Option<Arc<Version>> {
        self.version.load_full()
    }

    /// What is wrong with the folder as it is now, while an older version is served.
    pub fn faults(&self) -> Arc<Vec<Fault>> {
        self.faults.load_full()
    }

    /// Serves the same content with other boards; what is wrong with the folder stays wrong.
    fn hang(&self, version: Version) {
        self.version.store(Some(Arc::new(version)));
    }

    /// Serves what was read without a fault.
    fn serve(&self, version: Version) {
        self.hang(version);
        self.faults.store(Arc::default());
    }

    fn refuse(&self, faults: Vec<Fault>) {
        for fault in &faults {
            tracing::error!(%fault, "the content cannot be used; the last good version stays");
        }
        self.faults.store(Arc::new(faults));
    }
}
