//! SQLite: one writer with group commit, a few readers.

mod attachments;
pub mod audit;
mod calls;
mod drafts;
pub mod matters;
mod open;
mod readers;
mod upkeep;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::Connection;
use tokio::sync::watch;

pub use open::OpenError;
pub use writer::{BatchSizes, MAX_BATCH, Tx};

use super::{Answer, StoreError};
use crate::keys::Keys;
use readers::Readers;
use writer::Writer;

/// The database file of a data folder.
pub fn file(data: &Path) -> PathBuf {
    data.join("petition.db")
}

/// An open database.
pub struct Sqlite {
    writer: Writer,
    readers: Readers,
}

impl Sqlite {
    /// Opens the database in `data`, making it where there is none, and checks that it is the one
    /// these keys belong to.
    pub fn open(data: &Path, keys: &Keys) -> Result<Self, OpenError> {
        let path = file(data);
        let writer = open::writer(&path)?;
        open::migrate(&writer)?;
        open::check_keys(&writer, keys)?;
        let readers = Readers::start(&path)?;
        Ok(Self { writer: Writer::start(writer)?, readers })
    }

    /// Becomes true when the disk failed under a commit: the process must end, because what the
    /// file holds is not known any more.
    pub fn failed(&self) -> watch::Receiver<bool> {
        self.writer.failed()
    }

    /// How many transactions were committed with how many jobs.
    pub fn batch_sizes(&self) -> Arc<BatchSizes> {
        self.writer.batch_sizes()
    }

    /// Queues `work` for the next transaction; the answer comes once that is on disk.
    pub fn write<T, F>(&self, work: F) -> Answer<'_, T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> rusqlite::Result<T> + Send + 'static,
    {
        self.writer.run(work)
    }

    /// Runs `work` on one of the readers.
    pub fn read<T, F>(&self, work: F) -> Answer<'_, T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        self.readers.run(work)
    }
}

/// Whether `data` holds a database with something in it.
pub fn has_data(data: &Path) -> Result<bool, OpenError> {
    open::has_data(&file(data))
}

fn store_error(err: &rusqlite::Error) -> StoreError {
    use rusqlite::ErrorCode;
    match err.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
        Some(ErrorCode::DiskFull) => StoreError::Full,
        // The message of SQLite names no value of a row.
        _ => StoreError::Failed(err.to_string()),
    }
}

/// A blob of fixed length, as a row of this database has it.
struct Fixed<const N: usize>([u8; N]);

impl<const N: usize> rusqlite::types::FromSql for Fixed<N> {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        let bytes = value.as_blob()?;
        let expected_size = N;
        bytes.try_into().map(Self).map_err(|_| rusqlite::types::FromSqlError::InvalidBlobSize {
            expected_size,
            blob_size: bytes.len(),
        })
    }
}
