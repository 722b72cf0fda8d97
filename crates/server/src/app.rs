//! Everything a handler needs, put together once at start.

use std::fs;
use std::io;
use std::net::IpAddr;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use petition_contract::{GuideFacts, HallView};
use petition_domain::clocks::{ClockKind, ClockTable};
use petition_domain::matter::MAX_EXTENSION_DAYS;
use petition_domain::submission::Rules;
use tokio::sync::{Semaphore, watch};

use crate::blobs::{BlobError, Blobs};
use crate::clock::Clock;
use crate::config::{Config, QrCase};
use crate::content::{Content, ContentError, Counties};
use crate::guide::{Faults, Guide};
use crate::keys::{KeyError, Keys};
use crate::limits::Limits;
use crate::metrics::Metrics;
use crate::storage::Store;
use crate::storage::sqlite::{self, BatchSizes, OpenError, Sqlite};
use crate::upload::Inspector;
use crate::web::stretch::Stretcher;

/// Where things are.
#[derive(Clone, Debug)]
pub struct Places {
    /// Database, blobs and keys.
    pub data: PathBuf,
    /// The built front end.
    pub dist: PathBuf,
    /// Content files; by default those of the front end.
    pub content: PathBuf,
    /// The configuration, where it is a file: part of it is read again when it changes.
    pub hall: Option<PathBuf>,
}

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be used.
    #[error("data folder {path}: {source}")]
    Data {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Another server uses it.
    #[error("another server is running on data folder {0}")]
    InUse(PathBuf),
    /// Keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// Database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Blobs.
    #[error(transparent)]
    Blobs(#[from] BlobError),
    /// Content.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// Explainers.
    #[error(transparent)]
    Guide(#[from] Faults),
}

/// Eight files of 20 MB, each twice while it is sealed.
const UPLOADS_AT_ONCE: usize = 8;

/// What handlers share.
pub struct App {
    /// The configuration.
    pub config: Config,
    /// Whether this is a demonstration.
    pub is_demo: bool,
    /// What submissions must obey, categories included.
    pub rules: Rules,
    /// Categories, clocks, divisions.
    pub content: Content,
    /// The explainers.
    pub guide: Guide,
    /// The time.
    pub clock: Clock,
    /// Keys.
    pub keys: Keys,
    /// The database.
    pub store: Arc<dyn Store>,
    /// Uploads.
    pub blobs: Blobs,
    /// Who may try how often.
    pub limits: Limits,
    /// Uploads read at once: each is held in memory until it is sealed.
    pub uploads: Semaphore,
    /// Looks into uploads.
    pub inspector: Inspector,
    /// Stretches codes for browsers without scripts.
    pub stretcher: Stretcher,
    /// Counters.
    pub metrics: Metrics,
    /// Where things are.
    pub places: Places,
    sizes: Arc<BatchSizes>,
    failed: watch::Receiver<bool>,
    /// Held while the server runs.
    _lock: fs::File,
}

impl App {
    /// Opens everything in `places`.
    pub fn open(
        config: Config,
        places: Places,
        clock: Clock,
        is_demo: bool,
    ) -> Result<Arc<Self>, StartError> {
        let content = Content::read(&places.content)?;
        let guide = Guide::open(&places, &config, &content.clocks, clock.today())?;
        let lock = lock(&places.data)?;
        let keys = keys(&places.data)?;
        let sqlite = Sqlite::open(&places.data, &keys)?;
        let (failed, sizes) = (sqlite.failed(), sqlite.batch_sizes());
        let rules = Rules {
            id_number_required: config.rules.id_number_required,
            attachments: config.attachment_rules(),
            categories: content.categories.iter().map(|category| category.code.clone()).collect(),
        };
        Ok(Arc::new(Self {
            limits: Limits::new(&config.limits),
            blobs: Blobs::folder(&places.data.join("blobs"))?,
            config,
            is_demo,
            rules,
            content,
            guide,
            clock,
            keys,
            store: Arc::new(sqlite),
            uploads: Semaphore::new(UPLOADS_AT_ONCE),
            inspector: Inspector::default(),
            stretcher: Stretcher::default(),
            metrics: Metrics::default(),
            places,
            sizes,
            failed,
            _lock: lock,
        }))
    }

    /// The limits of the law.
    pub const fn clocks(&self) -> &ClockTable {
        &self.content.clocks
    }

    /// The division table, where there is one.
    pub const fn divisions(&self) -> Option<&Counties> {
        self.content.divisions.as_ref()
    }

    /// The telephone to call.
    pub fn phone(&self) -> &str {
        self.config.hall.phone.get_ref()
    }

    /// The office that registers.
    pub fn office(&self) -> &str {
        self.config.hall.office.get_ref()
    }

    /// Whether `address` may say for whom it asks.
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.config.network.trusted_proxies.contains(&address)
    }

    /// Becomes true when the process must end; see [`Sqlite::failed`].
    pub fn failed(&self) -> watch::Receiver<bool> {
        self.failed.clone()
    }

    /// The text of `/metrics`.
    pub fn metrics_text(&self) -> String {
        use std::sync::atomic::Ordering::Relaxed;
        self.metrics.render(self.sizes.commits.load(Relaxed), self.sizes.jobs.load(Relaxed))
    }

    /// The days of the law that the guide names.
    fn guide(&self) -> GuideFacts {
        // The start-up check has found every limit.
        let limit = |kind| self.clocks().limit(kind);
        let days = |kind| limit(kind).map(|limit| limit.days).unwrap_or_default();
        let used = [ClockKind::Refer, ClockKind::Notify, ClockKind::Reply, ClockKind::AskReview];
        let checked = used.into_iter().filter_map(|kind| Some(limit(kind)?.checked)).min();
        GuideFacts {
            refer: days(ClockKind::Refer),
            notify: days(ClockKind::Notify),
            reply: days(ClockKind::Reply),
            extension: u32::from(MAX_EXTENSION_DAYS),
            ask: days(ClockKind::AskReview),
            checked: checked.unwrap_or_else(|| self.clock.today()),
        }
    }

    /// What the front end must know about its hall.
    pub fn hall_view(&self) -> HallView {
        let hall = &self.config.hall;
        let text = |value: &toml::Spanned<String>| value.get_ref().clone();
        HallView {
            name: text(&hall.name),
            office: text(&hall.office),
            phone: text(&hall.phone),
            hours: text(&hall.hours),
            address: text(&hall.address),
            kiosk: text(&hall.kiosk),
            public_url: text(&self.config.public_url),
            qr_lower_case: self.config.qr.case == QrCase::Lower,
            languages: hall.languages.get_ref().iter().map(text).collect(),
            idle: self.config.idle_limits(),
            rules: self.rules.clone(),
            categories: self.content.categories.clone(),
            privacy: self.config.privacy_notice(),
            prints: hall.prints,
            keyboard: hall.keyboard,
            guide: self.guide(),
            today: self.clock.today(),
            demo: self.is_demo,
        }
    }
}

/// The keys of a data folder, made when it holds nothing yet.
pub fn keys(data: &Path) -> Result<Keys, StartError> {
    Ok(Keys::open(&data.join("keys"), sqlite::has_data(data)?)?)
}

/// Two servers on one folder would share no limits and fight for the writer's lock. The command
/// line does not take this lock: it works beside a server.
fn lock(data: &Path) -> Result<fs::File, StartError> {
    let at = |source| StartError::Data { path: data.to_owned(), source };
    // What is sealed is sealed, but when and how much is written is nobody's business either.
    fs::DirBuilder::new().recursive(true).mode(0o700).create(data).map_err(at)?;
    let file = fs::File::create(data.join("server.lock")).map_err(at)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(StartError::InUse(data.to_owned())),
        Err(fs::TryLockError::Error(source)) => Err(at(source)),
    }
}
