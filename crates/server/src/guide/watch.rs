//! Looks whether somebody has edited the content or the hall's configuration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use petition_content::Fault;
use petition_content::read::{clock_days, is_empty};
use petition_domain::Day;

use super::{HALL_FILE, Version};
use crate::app::{App, Places};
use crate::config::{self, Config, ConfigError};

/// How often. No watch of the system: those do not see into every kind of mounted folder.
const EVERY: Duration = Duration::from_secs(2);

/// Size and time of change of every file that matters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Seen {
    /// What is there now.
    pub fn now(places: &Places) -> Self {
        let mut seen = Self::default();
        seen.add(&places.content);
        if let Some(hall) = &places.hall {
            seen.add(hall);
        }
        seen
    }

    /// What cannot be read counts as not there; whoever reads it next says why.
    fn add(&mut self, path: &Path) {
        let Ok(found) = fs::metadata(path) else { return };
        if found.is_dir() {
            let entries = fs::read_dir(path).into_iter().flatten().flatten();
            entries.for_each(|entry| self.add(&entry.path()));
        } else {
            self.0.insert(path.to_owned(), (found.len(), found.modified().ok()));
        }
    }
}

/// Keeps what is served in step with what lies on disk.
pub struct Watcher {
    app: Arc<App>,
    /// The configuration as it was last read without a fault; before, that of the start.
    config: Option<Config>,
    seen: Seen,
}

impl Watcher {
    /// Begins with what the server read at its start.
    pub fn new(app: Arc<App>) -> Self {
        let seen = app.guide.seen.clone();
        Self { app, config: None, seen }
    }

    /// Looks once.
    pub fn look(&mut self) {
        // Taken before reading: what changes meanwhile is found the next time.
        let now = Seen::now(&self.app.places);
        let today = self.app.clock.today();
        if now != self.seen {
            self.seen = now;
            self.read(today);
        }
        let Some(version) = self.app.guide.version().filter(|version| !version.is_of(today)) else {
            return;
        };
        match version.hang(self.config.as_ref().unwrap_or(&self.app.config), today) {
            Ok(version) => self.app.guide.hang(version),
            Err(faults) => self.app.guide.refuse(faults),
        }
    }

    /// Reads everything anew.
    fn read(&mut self, today: Day) {
        let app = Arc::clone(&self.app);
        let (dir, guide) = (&app.places.content, &app.guide);
        if guide.version().is_none() && is_empty(dir) {
            return;
        }
        let mut faults = Vec::new();
        let fresh = match app.places.hall.as_deref().map(config::load) {
            Some(Ok(config)) => Some(config),
            Some(Err(err)) => {
                faults.push(fault(&err));
                None
            }
            None => None,
        };
        let config = fresh.as_ref().or(self.config.as_ref()).unwrap_or(&app.config);
        match Version::read(dir, config, &clock_days(app.clocks()), &app.clocks().holidays, today) {
            Ok(version) if faults.is_empty() => {
                tracing::info!("the content has changed and is served anew");
                guide.serve(version);
                self.config = fresh;
            }
            Ok(_) => guide.refuse(faults),
            Err(more) => {
                faults.extend(more);
                guide.refuse(faults);
            }
        }
    }
}

/// A mistake of the configuration in the form of the others.
fn fault(err: &ConfigError) -> Fault {
    match err {
        ConfigError::Line { line, message, .. } => Fault::new(HALL_FILE, *line, message),
        ConfigError::File { source, .. } => Fault::new(HALL_FILE, 0, source.to_string()),
        ConfigError::Variable { .. } => Fault::new(HALL_FILE, 0, err.to_string()),
    }
}

/// Looks again and again.
pub async fn watch(app: Arc<App>) {
    let mut watcher = Watcher::new(app);
    loop {
        tokio::time::sleep(EVERY).await;
        // Reading and packing takes a second of a core: not on a thread that answers.
        let looked = tokio::task::spawn_blocking(move || {
            watcher.look();
            watcher
        });
        watcher = match looked.await {
            Ok(watcher) => watcher,
            Err(err) => {
                tracing::error!(error = %err, "the content is no longer watched");
                return;
            }
        };
    }
}
