//! The audit chain: each row's hash covers the row before, so that a changed, moved or missing row
//! shows.

use petition_domain::Moment;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::Fixed;

/// A row to add.
pub struct Row<'a> {
    /// When.
    pub at: Moment,
    /// Who.
    pub actor: &'a str,
    /// What, in a fixed word.
    pub action: &'a str,
    /// To which matter.
    pub matter: Option<i64>,
    /// What else must not change: a digest of what was written, never the thing itself.
    pub detail: &'a [u8],
}

/// The end of the chain.
#[derive(Clone, Copy)]
pub struct Tip {
    seq: i64,
    hash: [u8; 32],
}

const START: Tip = Tip { seq: 0, hash: [0; 32] };

/// The end of the chain as it rests.
pub fn tip(connection: &Connection) -> rusqlite::Result<Tip> {
    let found = connection
        .prepare_cached("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| {
            let Fixed(hash) = row.get(1)?;
            Ok(Tip { seq: row.get(0)?, hash })
        })
        .optional()?;
    Ok(found.unwrap_or(START))
}

/// Adds `row` behind `tip` and gives the new end.
pub fn append(connection: &Connection, tip: Tip, row: &Row<'_>) -> rusqlite::Result<Tip> {
    let seq = tip.seq + 1;
    let hash = link(&tip.hash, seq, row);
    connection
        .prepare_cached(
            "INSERT INTO audit (seq, at, actor, action, matter, detail, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((seq, row.at.0, row.actor, row.action, row.matter, row.detail, &hash[..]))?;
    Ok(Tip { seq, hash })
}

/// h(i) = SHA-256(h(i-1) ‖ canonical row); lengths stand in front, so no two rows share their bytes.
fn link(before: &[u8; 32], seq: i64, row: &Row<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(seq.to_be_bytes());
    hash.update(row.at.0.to_be_bytes());
    hash.update([u8::from(row.matter.is_some())]);
    hash.update(row.matter.unwrap_or_default().to_be_bytes());
    for part in [row.actor.as_bytes(), row.action.as_bytes(), row.detail] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// Goes through the whole chain: how many rows hold, or the number of the first that does not.
pub fn verify(connection: &Connection) -> rusqlite::Result<Result<u64, u64>> {
    let mut statement = connection
        .prepare("SELECT seq, at, actor, action, matter, detail, hash FROM audit ORDER BY seq")?;
    let mut rows = statement.query([])?;
    let mut tip = START;
    while let Some(found) = rows.next()? {
        let (actor, action, detail): (String, String, Vec<u8>) =
            (found.get(2)?, found.get(3)?, found.get(5)?);
        let row = Row {
            at: Moment(found.get(1)?),
            actor: &actor,
            action: &action,
            matter: found.get(4)?,
            detail: &detail,
        };
        let Fixed(hash) = found.get(6)?;
        let seq = tip.seq + 1;
        if found.get::<_, i64>(0)? != seq || link(&tip.hash, seq, &row) != hash {
            return Ok(Err(seq.unsigned_abs()));
        }
        tip = Tip { seq, hash };
    }
    // A cut tail leaves a shorter chain that fits: matters and events without their row show it.
    let seen: i64 = connection.query_row("SELECT count(*) FROM event", [], |row| row.get(0))?;
    let told: i64 = connection.query_row(
        "SELECT count(*) FROM audit WHERE action IN ('registered', 'event')",
        [],
        |row| row.get(0),
    )?;
    Ok(if seen == told { Ok(tip.seq.unsigned_abs()) } else { Err(tip.seq.unsigned_abs() + 1) })
}
