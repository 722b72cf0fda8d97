//! Where sealed uploads rest: a folder, or any other store that `object_store` knows.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt, path};

use crate::{random, seal};
use petition_domain::Moment;
use petition_domain::receipt::to_hex;

/// The store of sealed uploads, each under a random name.
#[derive(Clone)]
pub struct Blobs(Arc<dyn ObjectStore>);

/// Why the store did not do it.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The folder cannot be made.
    #[error("blob folder: {0}")]
    Folder(#[from] std::io::Error),
    /// The store says so.
    #[error("blob store: {0}")]
    Store(#[from] object_store::Error),
    /// No random bytes for a name.
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
    /// Cannot be sealed.
    #[error("blob: {0}")]
    Seal(#[from] seal::SealError),
}

impl BlobError {
    /// Whether trying again later may help.
    pub fn is_full(&self) -> bool {
        let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(self);
        while let Some(err) = cause {
            if let Some(io) = err.downcast_ref::<std::io::Error>() {
                return io.kind() == std::io::ErrorKind::StorageFull;
            }
            cause = err.source();
        }
        false
    }
}

impl Blobs {
    /// The folder `dir`, made where it is missing.
    pub fn folder(dir: &Path) -> Result<Self, BlobError> {
        fs::create_dir_all(dir)?;
        // A receipt that names an upload must not outlive it in a power cut.
        let store = LocalFileSystem::new_with_prefix(dir)?.with_fsync(true);
        Ok(Self(Arc::new(store)))
    }

    /// A fresh name.
    pub fn name() -> Result<String, BlobError> {
        Ok(to_hex(&random::bytes::<16>()?))
    }

    /// Keeps `sealed` under `name`, durable when this returns.
    pub async fn put(&self, name: &str, sealed: Vec<u8>) -> Result<(), BlobError> {
        self.0.put(&path::Path::from(name), sealed.into()).await?;
        Ok(())
    }

    /// What rests under `name`.
    pub async fn get(&self, name: &str) -> Result<Vec<u8>, BlobError> {
        Ok(self.0.get(&path::Path::from(name)).await?.bytes().await?.to_vec())
    }

    /// Names of those written before `before`.
    pub async fn older_than(&self, before: Moment) -> Result<Vec<String>, BlobError> {
        let listed = self.0.list_with_delimiter(None).await?.objects.into_iter();
        let old = listed.filter(|blob| blob.last_modified.timestamp() < before.0);
        Ok(old.map(|blob| blob.location.to_string()).collect())
    }

    /// Removes `name`; one that is gone already is fine.
    pub async fn remove(&self, name: &str) -> Result<(), BlobError> {
        match self.0.delete(&path::Path::from(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(err) => Err(err.into()),
        }
    }
}
