//! Drafts that the client sealed.

use petition_domain::Moment;
use rusqlite::OptionalExtension;

use super::Sqlite;
use crate::storage::{Answer, Drafts};

impl Drafts for Sqlite {
    fn keep(&self, id: [u8; 32], sealed: Vec<u8>, at: Moment) -> Answer<'_, ()> {
        self.write(move |tx| {
            tx.connection
                .prepare_cached(
                    "INSERT INTO draft (id, at, sealed) VALUES (?1, ?2, ?3)
                     ON CONFLICT (id) DO UPDATE SET at = excluded.at, sealed = excluded.sealed",
                )?
                .execute((&id[..], at.0, &sealed))
                .map(drop)
        })
    }

    fn fetch(&self, id: [u8; 32], since: Moment) -> Answer<'_, Option<Vec<u8>>> {
        self.read(move |c| {
            c.prepare_cached("SELECT sealed FROM draft WHERE id = ?1 AND at >= ?2")?
                .query_row((&id[..], since.0), |row| row.get(0))
                .optional()
        })
    }

    fn forget(&self, id: [u8; 32]) -> Answer<'_, ()> {
        self.write(move |tx| {
            tx.connection
                .prepare_cached("DELETE FROM draft WHERE id = ?1")?
                .execute([&id[..]])
                .map(drop)
        })
    }

    fn forget_old(&self, before: Moment) -> Answer<'_, usize> {
        self.write(move |tx| {
            tx.connection.prepare_cached("DELETE FROM draft WHERE at < ?1")?.execute([before.0])
        })
    }
}
