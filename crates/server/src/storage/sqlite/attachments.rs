//! Uploads.

use petition_domain::Moment;
use petition_domain::attachment::FileKind;
use rusqlite::{Connection, OptionalExtension};

use super::{Fixed, Sqlite};
use crate::storage::{Answer, Attachment, Attachments};

impl Attachments for Sqlite {
    fn find(&self, id: [u8; 16]) -> Answer<'_, Option<Attachment>> {
        self.read(move |c| find(c, &id))
    }

    fn add(&self, new: Attachment) -> Answer<'_, Option<Attachment>> {
        self.write(move |tx| {
            let c = tx.connection;
            if let Some(known) = find(c, &new.id)? {
                return Ok(Some(known));
            }
            c.prepare_cached(
                "INSERT INTO attachment (id, digest, kind, bytes, blob, dek, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                &new.id[..],
                &new.digest[..],
                new.kind.media_type(),
                new.bytes,
                &new.blob,
                &new.dek,
                new.at.0,
            ))?;
            Ok(None)
        })
    }

    fn remove(&self, id: [u8; 16]) -> Answer<'_, Option<String>> {
        self.write(move |tx| {
            tx.connection
                .prepare_cached(
                    "DELETE FROM attachment WHERE id = ?1 AND matter IS NULL RETURNING blob",
                )?
                .query_row([&id[..]], |row| row.get(0))
                .optional()
        })
    }

    fn remove_waiting(&self, before: Moment) -> Answer<'_, Vec<String>> {
        self.write(move |tx| {
            tx.connection
                .prepare_cached(
                    "DELETE FROM attachment WHERE matter IS NULL AND at < ?1 RETURNING blob",
                )?
                .query_map([before.0], |row| row.get(0))?
                .collect()
        })
    }

    fn waiting_bytes(&self) -> Answer<'_, u64> {
        self.read(|c| {
            c.prepare_cached("SELECT coalesce(sum(bytes), 0) FROM attachment WHERE matter IS NULL")?
                .query_row([], |row| row.get(0))
        })
    }

    fn blobs(&self) -> Answer<'_, Vec<String>> {
        self.read(|c| {
            c.prepare_cached("SELECT blob FROM attachment")?
                .query_map([], |row| row.get(0))?
                .collect()
        })
    }
}

fn find(c: &Connection, id: &[u8; 16]) -> rusqlite::Result<Option<Attachment>> {
    c.prepare_cached(
        "SELECT digest, kind, bytes, blob, dek, at, matter IS NOT NULL
         FROM attachment WHERE id = ?1",
    )?
    .query_row([&id[..]], |row| {
        let Fixed(digest) = row.get(0)?;
        let kind = kind_of(row.get_ref(1)?.as_str()?).ok_or(rusqlite::Error::InvalidColumnType(
            1,
            "kind".to_owned(),
            rusqlite::types::Type::Text,
        ))?;
        Ok(Attachment {
            id: *id,
            digest,
            kind,
            bytes: row.get(2)?,
            blob: row.get(3)?,
            dek: row.get(4)?,
            at: Moment(row.get(5)?),
            is_claimed: row.get(6)?,
        })
    })
    .optional()
}

fn kind_of(media_type: &str) -> Option<FileKind> {
    [FileKind::Jpeg, FileKind::Png, FileKind::Webp, FileKind::Pdf]
        .into_iter()
        .find(|kind| kind.media_type() == media_type)
}
