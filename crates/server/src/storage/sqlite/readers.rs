//! A few readers, each with its own connection: they never wait for the writer, nor it for them.

use std::path::Path;
use std::thread;

use crossbeam_channel::{Sender, TrySendError, bounded};
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::open::{self, OpenError};
use super::store_error;
use crate::storage::{Answer, StoreError};

/// Measured: four beat two and eight, and beat reading in the async workers by half.
const THREADS: usize = 4;
/// Reads that may wait; one more is told to come again.
const QUEUE: usize = 1024;

type Job = Box<dyn FnOnce(&Connection) + Send>;

/// The handle of the reader threads.
pub struct Readers(Sender<Job>);

impl Readers {
    /// Starts the threads; they end when the handle is dropped.
    pub fn start(path: &Path) -> Result<Self, OpenError> {
        let (jobs, queue) = bounded::<Job>(QUEUE);
        for index in 0..THREADS {
            let connection = open::reader(path)?;
            let queue = queue.clone();
            let name = format!("sqlite-reader-{index}");
            thread::Builder::new().name(name).spawn(move || {
                for job in &queue {
                    job(&connection);
                }
            })?;
        }
        Ok(Self(jobs))
    }

    /// Queues a read.
    pub fn run<T, F>(&self, work: F) -> Answer<'static, T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |connection| {
            // The asker may be gone; nothing is lost with an unread answer.
            reply.send(work(connection).map_err(|err| store_error(&err))).ok();
        });
        let sent = self.0.try_send(job).map_err(|err| match err {
            TrySendError::Full(_) => StoreError::Busy,
            TrySendError::Disconnected(_) => StoreError::Failed("no reader is left".to_owned()),
        });
        Box::pin(async move {
            sent?;
            answer.await.unwrap_or_else(|_| Err(StoreError::Failed("a reader died".to_owned())))
        })
    }
}
