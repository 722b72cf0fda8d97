//! Checks and clearing up.

use petition_domain::Moment;

use super::{Sqlite, audit};
use crate::storage::{Answer, Upkeep};

impl Upkeep for Sqlite {
    fn check(&self) -> Answer<'_, ()> {
        self.read(|c| c.prepare_cached("SELECT count(*) FROM meta")?.query_row([], |_| Ok(())))
    }

    fn forget_answers(&self, before: Moment) -> Answer<'_, usize> {
        self.write(move |tx| {
            tx.connection
                .prepare_cached("DELETE FROM idempotency WHERE at < ?1")?
                .execute([before.0])
        })
    }

    fn verify_audit(&self) -> Answer<'_, Result<u64, u64>> {
        self.read(audit::verify)
    }
}
