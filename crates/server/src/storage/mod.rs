//! What the server asks of a database. Everything handed over is sealed already: no
//! implementation ever sees what a petitioner wrote.

pub mod sqlite;

use std::pin::Pin;

use petition_domain::Moment;
use petition_domain::attachment::FileKind;
use petition_domain::receipt::MatterNumber;

/// An answer that comes later.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Why the database did not do it. None of these is the caller's fault.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// Too much is waiting, or another program holds the lock: try again.
    #[error("the database is busy")]
    Busy,
    /// No space is left.
    #[error("the disk is full")]
    Full,
    /// The disk failed under a commit: nothing may be acknowledged until a restart.
    #[error("the disk failed: {0}")]
    Fatal(String),
    /// Anything else.
    #[error("database: {0}")]
    Failed(String),
}

/// A matter to be registered.
pub struct NewMatter {
    /// Key of the intent.
    pub key: [u8; 16],
    /// SHA-256 of the request body.
    pub fingerprint: [u8; 32],
    /// The answer, sealed, for a retry.
    pub response: Vec<u8>,
    /// Random id that binds what is sealed to this matter.
    pub uid: [u8; 16],
    /// Public number.
    pub number: MatterNumber,
    /// SHA-256 of the lookup id.
    pub lookup: [u8; 32],
    /// Peppered query code.
    pub code_mac: [u8; 32],
    /// Data key, wrapped.
    pub dek: Vec<u8>,
    /// What opening it needs, sealed.
    pub view: Vec<u8>,
    /// The submission, sealed.
    pub body: Vec<u8>,
    /// The first event, sealed.
    pub event: Vec<u8>,
    /// When.
    pub at: Moment,
    /// Uploads to claim, in order.
    pub attachments: Vec<[u8; 16]>,
    /// Most bytes of all uploads together.
    pub max_attachment_bytes: u64,
}

/// What became of a submission.
pub enum Submitted {
    /// It is on disk.
    Registered,
    /// It was there already, from the same body.
    Replayed(Replay),
    /// The key belongs to another body.
    KeyReused,
    /// Another intent has the same secret.
    Taken,
    /// Uploads that never arrived, or belong to another matter, by position.
    Missing(Vec<usize>),
    /// The uploads together are too large.
    TooLarge,
}

/// A stored answer.
pub struct Replay {
    /// Id that the seals are bound to.
    pub uid: [u8; 16],
    /// Data key, wrapped.
    pub dek: Vec<u8>,
    /// SHA-256 of the body that was answered.
    pub fingerprint: [u8; 32],
    /// The answer, sealed.
    pub response: Vec<u8>,
}

/// A matter as it rests.
pub struct MatterRecord {
    /// Row.
    pub id: i64,
    /// Id that the seals are bound to.
    pub uid: [u8; 16],
    /// Public number.
    pub number: MatterNumber,
    /// Data key, wrapped.
    pub dek: Vec<u8>,
    /// How many events it has.
    pub events: usize,
    /// What opening it needs, sealed.
    pub view: Vec<u8>,
}

/// A receipt with the number that was asked for. Numbers are random and may meet.
#[derive(Clone, Copy)]
pub struct Candidate {
    /// Row of the matter.
    pub matter: i64,
    /// Peppered query code.
    pub code_mac: [u8; 32],
}

/// An event to add.
pub struct NewEvent {
    /// Row of the matter.
    pub matter: i64,
    /// How many events the caller saw; the store refuses when there are more by now.
    pub seen: usize,
    /// When.
    pub at: Moment,
    /// The kind's word, for the audit row.
    pub kind: &'static str,
    /// The event, sealed.
    pub event: Vec<u8>,
    /// What opening the matter needs from now on, sealed.
    pub view: Vec<u8>,
    /// Who records it.
    pub actor: String,
}

/// Matters and their receipts.
pub trait Matters {
    /// Registers a matter: matter, receipt, first event, audit row, outbox row and the answer for
    /// a retry in one transaction, durable when this returns.
    fn submit(&self, new: NewMatter) -> Answer<'_, Submitted>;
    /// The stored answer of an intent.
    fn replay(&self, key: [u8; 16]) -> Answer<'_, Option<Replay>>;
    /// Opens by the hashed lookup id; revoked receipts open nothing.
    fn by_lookup(&self, lookup: [u8; 32]) -> Answer<'_, Option<MatterRecord>>;
    /// Receipts with this number.
    fn by_number(&self, number: String) -> Answer<'_, Vec<Candidate>>;
    /// Opens one of the receipts that [`Self::by_number`] found.
    fn by_candidate(
        &self,
        candidate: Candidate,
        number: MatterNumber,
    ) -> Answer<'_, Option<MatterRecord>>;
    /// Adds an event with its audit row; `false` when somebody else was faster.
    fn append(&self, event: NewEvent) -> Answer<'_, bool>;
}

/// An upload.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Id that the client minted.
    pub id: [u8; 16],
    /// HMAC of the content.
    pub digest: [u8; 32],
    /// What it is.
    pub kind: FileKind,
    /// Its size.
    pub bytes: u64,
    /// Name of the blob.
    pub blob: String,
    /// Data key, wrapped.
    pub dek: Vec<u8>,
    /// When it arrived.
    pub at: Moment,
    /// Whether a matter has it.
    pub is_claimed: bool,
}

/// Uploads.
pub trait Attachments {
    /// The upload with this id.
    fn find(&self, id: [u8; 16]) -> Answer<'_, Option<Attachment>>;
    /// Adds an upload, or gives the one that has the id already.
    fn add(&self, new: Attachment) -> Answer<'_, Option<Attachment>>;
    /// Removes an upload that no matter has and gives its blob; `None` where there is none.
    fn remove(&self, id: [u8; 16]) -> Answer<'_, Option<String>>;
    /// Removes those that wait since before `before` and gives their blobs.
    fn remove_waiting(&self, before: Moment) -> Answer<'_, Vec<String>>;
    /// Bytes of all that wait.
    fn waiting_bytes(&self) -> Answer<'_, u64>;
    /// Names of all blobs, to find files that belong to nothing.
    fn blobs(&self) -> Answer<'_, Vec<String>>;
}

/// Drafts that the client sealed.
pub trait Drafts {
    /// Keeps or replaces one.
    fn keep(&self, id: [u8; 32], sealed: Vec<u8>, at: Moment) -> Answer<'_, ()>;
    /// One, unless it is older than `since`.
    fn fetch(&self, id: [u8; 32], since: Moment) -> Answer<'_, Option<Vec<u8>>>;
    /// Forgets one.
    fn forget(&self, id: [u8; 32]) -> Answer<'_, ()>;
    /// Forgets those older than `before` and says how many.
    fn forget_old(&self, before: Moment) -> Answer<'_, usize>;
}

/// A call for help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Row; 0 while it has none.
    pub id: i64,
    /// When it rang.
    pub at: Moment,
    /// Which machine.
    pub kiosk: String,
    /// Which page was open.
    pub page: String,
    /// Language of the screen.
    pub language: String,
}

/// Calls for help.
pub trait Calls {
    /// Rings and says how many wait.
    fn ring(&self, call: Call) -> Answer<'_, u32>;
    /// Those that wait, oldest first.
    fn waiting(&self) -> Answer<'_, Vec<Call>>;
    /// Marks one as answered; `false` where none waits under this id.
    fn answer(&self, id: i64, at: Moment, actor: String) -> Answer<'_, bool>;
}

/// The rest.
pub trait Upkeep {
    /// Whether the database answers.
    fn check(&self) -> Answer<'_, ()>;
    /// Forgets stored answers older than `before` and says how many.
    fn forget_answers(&self, before: Moment) -> Answer<'_, usize>;
    /// Goes through the audit chain: how many rows hold, or the first that does not.
    fn verify_audit(&self) -> Answer<'_, Result<u64, u64>>;
}

/// All of it.
pub trait Store: Matters + Attachments + Drafts + Calls + Upkeep + Send + Sync {}

impl<T: Matters + Attachments + Drafts + Calls + Upkeep + Send + Sync> Store for T {}
