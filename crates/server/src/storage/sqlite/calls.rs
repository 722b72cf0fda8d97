//! Calls for help.

use petition_domain::Moment;
use rusqlite::Connection;

use super::writer::Tx;
use super::{Sqlite, audit};
use crate::storage::{Answer, Call, Calls};

impl Calls for Sqlite {
    fn ring(&self, call: Call) -> Answer<'_, u32> {
        self.write(move |tx| {
            let c = tx.connection;
            c.prepare_cached(
                "INSERT INTO call (at, kiosk, page, language) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((call.at.0, &call.kiosk, &call.page, &call.language))?;
            c.prepare_cached("SELECT count(*) FROM call WHERE answered_at IS NULL")?
                .query_row([], |row| row.get(0))
        })
    }

    fn waiting(&self) -> Answer<'_, Vec<Call>> {
        self.read(waiting)
    }

    fn answer(&self, id: i64, at: Moment, actor: String) -> Answer<'_, bool> {
        self.write(move |tx| answer(tx, id, at, &actor))
    }
}

fn waiting(c: &Connection) -> rusqlite::Result<Vec<Call>> {
    c.prepare_cached(
        "SELECT id, at, kiosk, page, language FROM call WHERE answered_at IS NULL ORDER BY at, id",
    )?
    .query_map([], |row| {
        Ok(Call {
            id: row.get(0)?,
            at: Moment(row.get(1)?),
            kiosk: row.get(2)?,
            page: row.get(3)?,
            language: row.get(4)?,
        })
    })?
    .collect()
}

fn answer(tx: &mut Tx<'_>, id: i64, at: Moment, actor: &str) -> rusqlite::Result<bool> {
    let changed = tx
        .connection
        .prepare_cached("UPDATE call SET answered_at = ?1 WHERE id = ?2 AND answered_at IS NULL")?
        .execute((at.0, id))?;
    if changed == 0 {
        return Ok(false);
    }
    let detail = &id.to_be_bytes();
    tx.audit(&audit::Row { at, actor, action: "call answered", matter: None, detail })?;
    Ok(true)
}
