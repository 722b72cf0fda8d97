//! Opening the file: version, pragmas, schema, keys.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use subtle::ConstantTimeEq;

use crate::keys::Keys;

/// Each step brings the schema from its index to the next version (`user_version`).
const MIGRATIONS: [&str; 1] = [include_str!("schema.sql")];

/// Before this version several connections in WAL mode could lose a committed write
/// (the WAL-reset defect, fixed in 3.51.3).
const OLDEST_VERSION: i32 = 3_051_003;

/// Prepared statements a connection keeps.
const STATEMENTS: usize = 64;

/// Why the database cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// SQLite says so.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// Built against a SQLite that can lose data.
    #[error("SQLite {0} can lose committed writes; 3.51.3 or later is needed")]
    Version(String),
    /// A pragma did not take.
    #[error("the database has {pragma} {found:?}; {wanted} is needed to lose nothing")]
    Pragma {
        /// Its name.
        pragma: &'static str,
        /// What it is.
        found: String,
        /// What it must be.
        wanted: &'static str,
    },
    /// Written by a later version of this program.
    #[error("the database has schema {found}, this program knows {known}")]
    Newer {
        /// The file's.
        found: usize,
        /// Ours.
        known: usize,
    },
    /// The key in the folder is not the one the data was written with.
    #[error(
        "the key {0} is not the one this database was written with; restore it from its backup"
    )]
    WrongKey(&'static str),
    /// A thread could not be started.
    #[error("no thread: {0}")]
    Thread(#[from] std::io::Error),
}

/// Whether the file holds a schema: then its keys must be there too.
pub fn has_data(path: &Path) -> Result<bool, OpenError> {
    if !path.exists() {
        return Ok(false);
    }
    let connection = Connection::open(path)?;
    Ok(version(&connection)? > 0)
}

/// The connection of the writer.
pub fn writer(path: &Path) -> Result<Connection, OpenError> {
    assert_version(rusqlite::version_number(), rusqlite::version())?;
    let connection = Connection::open(path)?;
    connection.execute_batch(
        "PRAGMA busy_timeout = 5000;
         PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA wal_autocheckpoint = 1000;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    common(&connection)?;
    let expected = [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("secure_delete", "1"),
    ];
    for (pragma, wanted) in expected {
        let found = pragma_text(&connection, pragma)?;
        if found != wanted {
            return Err(OpenError::Pragma { pragma, found, wanted });
        }
    }
    Ok(connection)
}

/// The connection of a reader, which cannot change anything.
pub fn reader(path: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;")?;
    common(&connection)?;
    Ok(connection)
}

fn common(connection: &Connection) -> Result<(), OpenError> {
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA cache_size = -16384;",
    )?;
    // Every query here reads by a key, so no value calls for another plan. Without this SQLite
    // prepares a statement anew whenever a value is bound to it: half the time of a status read.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

fn assert_version(number: i32, text: &str) -> Result<(), OpenError> {
    if number < OLDEST_VERSION { Err(OpenError::Version(text.to_owned())) } else { Ok(()) }
}

/// The value of a pragma as text, whatever its type.
pub fn pragma_text(connection: &Connection, pragma: &str) -> rusqlite::Result<String> {
    connection.query_row(&format!("PRAGMA {pragma}"), [], |row| {
        Ok(match row.get_ref(0)? {
            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
            other => other.as_str()?.to_owned(),
        })
    })
}

fn version(connection: &Connection) -> Result<usize, OpenError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(found).unwrap_or(0))
}

/// Brings the schema up to date, each step in a transaction.
pub fn migrate(connection: &Connection) -> Result<(), OpenError> {
    let found = version(connection)?;
    let known = MIGRATIONS.len();
    if found > known {
        return Err(OpenError::Newer { found, known });
    }
    for (index, step) in MIGRATIONS.iter().enumerate().skip(found) {
        connection.execute_batch(&format!(
            "BEGIN IMMEDIATE; {step} PRAGMA user_version = {}; COMMIT;",
            index + 1
        ))?;
    }
    Ok(())
}

/// Compares the keys with what the database was written with; a new database takes them.
pub fn check_keys(connection: &Connection, keys: &Keys) -> Result<(), OpenError> {
    for (name, check) in keys.checks() {
        let row = format!("key {name}");
        let known: Option<Vec<u8>> = connection
            .query_row("SELECT value FROM meta WHERE name = ?1", [&row], |row| row.get(0))
            .optional()?;
        match known {
            Some(known) if bool::from(known.ct_eq(&check)) => {}
            None if is_empty(connection)? => {
                connection.execute(
                    "INSERT INTO meta (name, value) VALUES (?1, ?2)",
                    (&row, &check[..]),
                )?;
            }
            _ => return Err(OpenError::WrongKey(name)),
        }
    }
    Ok(())
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM matter) AND NOT EXISTS (SELECT 1 FROM attachment)",
        [],
        |row| row.get(0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sqlite_that_loses_writes_is_refused() {
        assert!(assert_version(3_051_002, "3.51.2").is_err());
        assert!(assert_version(3_040_001, "3.40.1").is_err());
        assert!(assert_version(3_051_003, "3.51.3").is_ok());
        assert_version(rusqlite::version_number(), rusqlite::version()).unwrap();
    }
}
