//! The one writer: jobs that wait together are committed together, so that one sync of the disk
//! serves all of them. A lone job never waits for company.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use rusqlite::Connection;
use tokio::sync::{oneshot, watch};

use super::audit::{self, Tip};
use super::store_error;
use crate::storage::{Answer, StoreError};

/// Most jobs of one transaction.
pub const MAX_BATCH: usize = 64;
/// Jobs that may wait; one more is told to come again.
const QUEUE: usize = 1024;

/// The open transaction, as a job sees it.
pub struct Tx<'c> {
    /// The connection.
    pub connection: &'c Connection,
    tip: Option<Tip>,
}

impl Tx<'_> {
    /// Adds a row to the audit chain.
    pub fn audit(&mut self, row: &audit::Row<'_>) -> rusqlite::Result<()> {
        let tip = match self.tip {
            Some(tip) => tip,
            // Read in every transaction: the command line writes to the same chain.
            None => audit::tip(self.connection)?,
        };
        self.tip = Some(audit::append(self.connection, tip, row)?);
        Ok(())
    }
}

trait Job: Send {
    fn run(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError>;
    fn finish(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Write<T, F> {
    work: Option<F>,
    result: Option<T>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

impl<T: Send, F: FnOnce(&mut Tx<'_>) -> rusqlite::Result<T> + Send> Job for Write<T, F> {
    fn run(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        if let Some(work) = self.work.take() {
            self.result = Some(work(tx).map_err(|err| store_error(&err))?);
        }
        Ok(())
    }

    fn finish(self: Box<Self>, committed: Result<(), StoreError>) {
        let Self { result, reply, .. } = *self;
        let answer = committed.and_then(|()| {
            result.ok_or_else(|| StoreError::Failed("the job did not run".to_owned()))
        });
        // The asker may be gone; what is committed stays.
        reply.send(answer).ok();
    }
}

/// How many transactions were committed with how many jobs in all.
#[derive(Debug, Default)]
pub struct BatchSizes {
    /// Transactions.
    pub commits: AtomicU64,
    /// Jobs in them.
    pub jobs: AtomicU64,
}

/// The handle of the writer thread.
pub struct Writer {
    jobs: Sender<Box<dyn Job>>,
    failed: watch::Receiver<bool>,
    sizes: Arc<BatchSizes>,
}

impl Writer {
    /// Starts the thread, which owns `connection` until the handle is dropped.
    pub fn start(connection: Connection) -> io::Result<Self> {
        let (jobs, queue) = bounded(QUEUE);
        let (tell_failed, failed) = watch::channel(false);
        let sizes = Arc::new(BatchSizes::default());
        let counted = Arc::clone(&sizes);
        thread::Builder::new().name("sqlite-writer".to_owned()).spawn(move || {
            work_through(&connection, &queue, &tell_failed, &counted);
        })?;
        Ok(Self { jobs, failed, sizes })
    }

    /// See [`super::Sqlite::failed`].
    pub fn failed(&self) -> watch::Receiver<bool> {
        self.failed.clone()
    }

    /// See [`super::Sqlite::batch_sizes`].
    pub fn batch_sizes(&self) -> Arc<BatchSizes> {
        Arc::clone(&self.sizes)
    }

    /// Queues a job.
    pub fn run<T, F>(&self, work: F) -> Answer<'static, T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> rusqlite::Result<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Write { work: Some(work), result: None, reply });
        let sent = self.jobs.try_send(job).map_err(|err| match err {
            TrySendError::Full(_) => StoreError::Busy,
            TrySendError::Disconnected(_) => StoreError::Fatal("the writer has stopped".to_owned()),
        });
        Box::pin(async move {
            sent?;
            answer.await.unwrap_or_else(|_| Err(StoreError::Fatal("the writer stopped".to_owned())))
        })
    }
}

fn work_through(
    connection: &Connection,
    queue: &Receiver<Box<dyn Job>>,
    failed: &watch::Sender<bool>,
    sizes: &BatchSizes,
) {
    let mut batch: Vec<Box<dyn Job>> = Vec::with_capacity(MAX_BATCH);
    while let Ok(first) = queue.recv() {
        batch.push(first);
        batch.extend(queue.try_iter().take(MAX_BATCH - 1));
        let results = commit(connection, &mut batch);
        sizes.commits.fetch_add(1, Ordering::Relaxed);
        sizes.jobs.fetch_add(batch.len() as u64, Ordering::Relaxed);
        let fatal = results.iter().find_map(|result| match result {
            Err(StoreError::Fatal(reason)) => Some(reason.clone()),
            _ => None,
        });
        for (job, result) in batch.drain(..).zip(results) {
            job.finish(result);
        }
        if let Some(reason) = fatal {
            tracing::error!(%reason, "the disk failed under a commit; stopping");
            failed.send_replace(true);
            return;
        }
    }
}

/// Runs a batch in one transaction and says for each job whether it is on disk.
fn commit(connection: &Connection, batch: &mut [Box<dyn Job>]) -> Vec<Result<(), StoreError>> {
    let all = |err: StoreError, count: usize| vec![Err(err); count];
    let count = batch.len();
    if let Err(err) = run(connection, "BEGIN IMMEDIATE") {
        return all(store_error(&err), count);
    }
    let mut tx = Tx { connection, tip: None };
    let mut results = Vec::with_capacity(count);
    for job in batch {
        let result = one(&mut tx, job.as_mut());
        if connection.is_autocommit() {
            // SQLite gave up the whole transaction: whoever came before lost its rows too.
            let err = result.err().unwrap_or(StoreError::Busy);
            return all(err, count);
        }
        results.push(result);
    }
    match run(connection, "COMMIT") {
        Ok(()) => results,
        Err(err) => {
            // If rolling back fails as well there is no transaction left to roll back.
            run(connection, "ROLLBACK").ok();
            all(commit_error(&err), count)
        }
    }
}

/// A job that fails takes back its own rows and nobody else's.
fn one(tx: &mut Tx<'_>, job: &mut dyn Job) -> Result<(), StoreError> {
    let before = tx.tip;
    run(tx.connection, "SAVEPOINT job").map_err(|err| store_error(&err))?;
    let result = job.run(tx);
    if result.is_err() {
        tx.tip = before;
        // Fails only when the transaction is gone, which the caller looks at next.
        run(tx.connection, "ROLLBACK TO job").ok();
    }
    let released = run(tx.connection, "RELEASE job").map_err(|err| store_error(&err));
    result.and(released)
}

fn commit_error(err: &rusqlite::Error) -> StoreError {
    match store_error(err) {
        busy_or_full @ (StoreError::Busy | StoreError::Full) => busy_or_full,
        other => StoreError::Fatal(other.to_string()),
    }
}

fn run(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    connection.prepare_cached(sql)?.execute([]).map(drop)
}
