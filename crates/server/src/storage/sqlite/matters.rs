//! Matters, receipts, events, stored answers.

use petition_domain::receipt::MatterNumber;
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};

use super::audit;
use super::writer::Tx;
use super::{Fixed, Sqlite};
use crate::storage::{
    Answer, Candidate, MatterRecord, Matters, NewEvent, NewMatter, Replay, Submitted,
};

impl Matters for Sqlite {
    fn submit(&self, new: NewMatter) -> Answer<'_, Submitted> {
        self.write(move |tx| submit(tx, &new))
    }

    fn replay(&self, key: [u8; 16]) -> Answer<'_, Option<Replay>> {
        self.read(move |connection| replay(connection, &key))
    }

    fn by_lookup(&self, lookup: [u8; 32]) -> Answer<'_, Option<MatterRecord>> {
        self.read(move |connection| by_lookup(connection, &lookup))
    }

    fn by_number(&self, number: String) -> Answer<'_, Vec<Candidate>> {
        self.read(move |connection| by_number(connection, &number))
    }

    fn by_candidate(
        &self,
        candidate: Candidate,
        number: MatterNumber,
    ) -> Answer<'_, Option<MatterRecord>> {
        self.read(move |connection| by_id(connection, candidate.matter, number))
    }

    fn append(&self, event: NewEvent) -> Answer<'_, bool> {
        self.write(move |tx| append(tx, &event))
    }
}

/// Registers one matter in the open transaction. Public for the benchmark, which measures the
/// writer without everything around it.
pub fn submit(tx: &mut Tx<'_>, new: &NewMatter) -> rusqlite::Result<Submitted> {
    let c = tx.connection;
    if let Some(known) = replay(c, &new.key)? {
        let same = known.fingerprint == new.fingerprint;
        return Ok(if same { Submitted::Replayed(known) } else { Submitted::KeyReused });
    }
    if c.prepare_cached("SELECT 1 FROM receipt WHERE lookup = ?1")?.exists([&new.lookup[..]])? {
        return Ok(Submitted::Taken);
    }
    let (missing, bytes) = look_at_attachments(c, &new.attachments)?;
    if !missing.is_empty() {
        return Ok(Submitted::Missing(missing));
    }
    if bytes > new.max_attachment_bytes {
        return Ok(Submitted::TooLarge);
    }
    c.prepare_cached("INSERT INTO matter (uid, at, dek, events, view) VALUES (?1, ?2, ?3, 1, ?4)")?
        .execute((&new.uid[..], new.at.0, &new.dek, &new.view))?;
    let matter = c.last_insert_rowid();
    c.prepare_cached("INSERT INTO submission (matter, sealed) VALUES (?1, ?2)")?
        .execute((matter, &new.body))?;
    c.prepare_cached(
        "INSERT INTO receipt (lookup, matter, number, code_mac) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute((&new.lookup[..], matter, new.number.digits(), &new.code_mac[..]))?;
    insert_event(c, matter, 0, new.at.0, &new.event)?;
    for (position, id) in new.attachments.iter().enumerate() {
        c.prepare_cached("UPDATE attachment SET matter = ?1, position = ?2 WHERE id = ?3")?
            .execute((matter, i64::try_from(position).unwrap_or(i64::MAX), &id[..]))?;
    }
    c.prepare_cached("INSERT INTO outbox (at, kind, matter) VALUES (?1, 'registered', ?2)")?
        .execute((new.at.0, matter))?;
    c.prepare_cached(
        "INSERT INTO idempotency (key, fingerprint, matter, response, at)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((&new.key[..], &new.fingerprint[..], matter, &new.response, new.at.0))?;
    let detail = Sha256::new().chain_update(&new.body).chain_update(&new.event).finalize();
    tx.audit(&audit::Row {
        at: new.at,
        actor: "kiosk",
        action: "registered",
        matter: Some(matter),
        detail: &detail,
    })?;
    Ok(Submitted::Registered)
}

/// Positions of uploads that cannot be claimed, and the bytes of the others.
fn look_at_attachments(c: &Connection, ids: &[[u8; 16]]) -> rusqlite::Result<(Vec<usize>, u64)> {
    let mut missing = Vec::new();
    let mut bytes = 0;
    for (position, id) in ids.iter().enumerate() {
        let found: Option<u64> = c
            .prepare_cached("SELECT bytes FROM attachment WHERE id = ?1 AND matter IS NULL")?
            .query_row([&id[..]], |row| row.get(0))
            .optional()?;
        match found {
            Some(size) => bytes += size,
            None => missing.push(position),
        }
    }
    Ok((missing, bytes))
}

fn insert_event(
    c: &Connection,
    matter: i64,
    seq: usize,
    at: i64,
    sealed: &[u8],
) -> rusqlite::Result<()> {
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    c.prepare_cached("INSERT INTO event (matter, seq, at, sealed) VALUES (?1, ?2, ?3, ?4)")?
        .execute((matter, seq, at, sealed))
        .map(drop)
}

fn replay(c: &Connection, key: &[u8; 16]) -> rusqlite::Result<Option<Replay>> {
    c.prepare_cached(
        "SELECT m.uid, m.dek, i.fingerprint, i.response
         FROM idempotency i JOIN matter m ON m.id = i.matter WHERE i.key = ?1",
    )?
    .query_row([&key[..]], |row| {
        let (Fixed(uid), Fixed(fingerprint)) = (row.get(0)?, row.get(2)?);
        Ok(Replay { uid, dek: row.get(1)?, fingerprint, response: row.get(3)? })
    })
    .optional()
}

fn by_number(c: &Connection, number: &str) -> rusqlite::Result<Vec<Candidate>> {
    c.prepare_cached(
        "SELECT matter, code_mac FROM receipt WHERE number = ?1 AND revoked_at IS NULL",
    )?
    .query_map([number], |row| {
        let Fixed(code_mac) = row.get(1)?;
        Ok(Candidate { matter: row.get(0)?, code_mac })
    })?
    .collect()
}

fn by_lookup(c: &Connection, lookup: &[u8; 32]) -> rusqlite::Result<Option<MatterRecord>> {
    c.prepare_cached(
        "SELECT m.id, m.uid, m.dek, m.events, m.view, r.number
         FROM receipt r JOIN matter m ON m.id = r.matter
         WHERE r.lookup = ?1 AND r.revoked_at IS NULL",
    )?
    .query_row([&lookup[..]], |row| {
        let wrong = || {
            let text = rusqlite::types::Type::Text;
            rusqlite::Error::InvalidColumnType(5, "number".to_owned(), text)
        };
        let number = MatterNumber::parse(row.get_ref(5)?.as_str()?).ok_or_else(wrong)?;
        record(row, number)
    })
    .optional()
}

fn by_id(c: &Connection, id: i64, number: MatterNumber) -> rusqlite::Result<Option<MatterRecord>> {
    c.prepare_cached("SELECT id, uid, dek, events, view FROM matter WHERE id = ?1")?
        .query_row([id], |row| record(row, number))
        .optional()
}

fn record(row: &Row<'_>, number: MatterNumber) -> rusqlite::Result<MatterRecord> {
    let Fixed(uid) = row.get(1)?;
    let (id, dek, events, view) = (row.get(0)?, row.get(2)?, row.get(3)?, row.get(4)?);
    Ok(MatterRecord { id, uid, number, dek, events, view })
}

fn append(tx: &mut Tx<'_>, new: &NewEvent) -> rusqlite::Result<bool> {
    let c = tx.connection;
    let changed = c
        .prepare_cached(
            "UPDATE matter SET events = events + 1, view = ?1 WHERE id = ?2 AND events = ?3",
        )?
        .execute((&new.view, new.matter, new.seen))?;
    if changed == 0 {
        return Ok(false);
    }
    insert_event(c, new.matter, new.seen, new.at.0, &new.event)?;
    c.prepare_cached("INSERT INTO outbox (at, kind, matter) VALUES (?1, ?2, ?3)")?
        .execute((new.at.0, new.kind, new.matter))?;
    let detail = Sha256::new().chain_update(new.kind).chain_update(&new.event).finalize();
    tx.audit(&audit::Row {
        at: new.at,
        actor: &new.actor,
        action: "event",
        matter: Some(new.matter),
        detail: &detail,
    })?;
    Ok(true)
}
