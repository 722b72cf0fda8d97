//! Keys that lie outside the database: one to wrap data keys, a pepper for query codes, one for
//! blind comparisons.
//!
//! They are made only for a data folder that holds nothing yet. Over existing data a missing or
//! wrong key stops the server: a fresh key would make everything unreadable and look like success.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::seal::Key;

/// The keys of one data folder.
#[derive(Clone)]
pub struct Keys {
    /// Wraps the data keys of matters and uploads.
    pub kek: Key,
    /// Goes into what is stored of a query code.
    pub pepper: Key,
    /// Tells whether two uploads are the same without saying what they are.
    pub blind: Key,
}

/// Name of each key's file, in the order of [`Keys`]'s fields.
pub const NAMES: [&str; 3] = ["kek", "pepper", "blind"];

/// Why the keys cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// A file cannot be read or written.
    #[error("key file {path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// There is data, but its key is gone.
    #[error("there is data, but its key {0} is missing; restore it from the backup of the keys")]
    Missing(PathBuf),
    /// Not 32 bytes.
    #[error("key file {0} does not hold 32 bytes")]
    Length(PathBuf),
    /// Others can read it.
    #[error("key file {path} has mode {mode:o}; make it 600")]
    Readable {
        /// Which.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// No random bytes.
    #[error("no random bytes: {0}")]
    Random(#[from] getrandom::Error),
}

impl Keys {
    /// Reads the keys in `dir`, or makes them where `has_data` says that there is nothing to lose.
    pub fn open(dir: &Path, has_data: bool) -> Result<Self, KeyError> {
        let [kek, pepper, blind] = NAMES.map(|name| dir.join(name));
        if !has_data {
            let at = |source| KeyError::File { path: dir.to_owned(), source };
            fs::DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(at)?;
            for path in [&kek, &pepper, &blind] {
                create(path)?;
            }
            // The names must outlive a power cut as surely as the data they open.
            File::open(dir).and_then(|dir| dir.sync_all()).map_err(at)?;
        }
        Ok(Self { kek: read(kek)?, pepper: read(pepper)?, blind: read(blind)? })
    }

    /// What the database keeps to recognise its keys.
    pub fn checks(&self) -> [(&'static str, [u8; 32]); 3] {
        let [kek, pepper, blind] = NAMES;
        let check = |key: &Key| key.mac(&[b"xf/check/v1"]);
        [(kek, check(&self.kek)), (pepper, check(&self.pepper)), (blind, check(&self.blind))]
    }
}

/// Leaves an existing key as it is: a start that was interrupted goes on with it.
fn create(path: &Path) -> Result<(), KeyError> {
    let at = |source| KeyError::File { path: path.to_owned(), source };
    if path.exists() {
        return Ok(());
    }
    let key = Key::random()?;
    let partial = path.with_extension("partial");
    let mut options = OpenOptions::new();
    let mut file =
        options.write(true).create(true).truncate(true).mode(0o600).open(&partial).map_err(at)?;
    file.write_all(key.bytes()).and_then(|()| file.sync_all()).map_err(at)?;
    fs::rename(&partial, path).map_err(at)
}

fn read(path: PathBuf) -> Result<Key, KeyError> {
    let bytes = match fs::read(&path) {
        Ok(bytes) => zeroize::Zeroizing::new(bytes),
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Err(KeyError::Missing(path)),
        Err(source) => return Err(KeyError::File { path, source }),
    };
    let mode = fs::metadata(&path)
        .map_err(|source| KeyError::File { path: path.clone(), source })?
        .permissions()
        .mode();
    if mode & 0o077 != 0 {
        return Err(KeyError::Readable { path, mode: mode & 0o777 });
    }
    let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| KeyError::Length(path))?;
    Ok(Key::new(bytes))
}
