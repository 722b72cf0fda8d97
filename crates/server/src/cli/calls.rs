//! `petition-server calls`, `answer`, `verify-audit`

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::app;
use crate::clock::Clock;
use crate::storage::sqlite::{self, Sqlite};
use crate::storage::{Calls, Upkeep};

/// Who the audit rows of the command line name: the account of the machine.
pub fn actor() -> String {
    std::env::var("USER").unwrap_or_else(|_| "office".to_owned())
}

/// Opens existing data; the command line never makes any.
pub fn open(data: &Path) -> Result<(Sqlite, crate::keys::Keys)> {
    if !sqlite::has_data(data)? {
        bail!("{} holds no data", data.display());
    }
    let keys = app::keys(data)?;
    Ok((Sqlite::open(data, &keys)?, keys))
}

/// Runs what answers later.
pub fn wait<T>(answer: impl Future<Output = T>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().context("no runtime")?;
    Ok(runtime.block_on(answer))
}

pub fn list(data: &Path) -> Result<()> {
    let (store, _) = open(data)?;
    let waiting = wait(store.waiting())??;
    if waiting.is_empty() {
        println!("nobody waits");
    }
    for call in waiting {
        let (hour, minute) = call.at.hour_minute();
        println!(
            "{}\t{} {hour:02}:{minute:02}\t{}\t{}\t{}",
            call.id,
            call.at.day(),
            call.kiosk,
            call.page,
            call.language
        );
    }
    Ok(())
}

pub fn answer(data: &Path, id: i64) -> Result<()> {
    let (store, _) = open(data)?;
    let answered = wait(store.answer(id, Clock::system().now(), actor()))??;
    if !answered {
        bail!("no call {id} waits");
    }
    println!("call {id} answered");
    Ok(())
}

pub fn verify_audit(data: &Path) -> Result<()> {
    let (store, _) = open(data)?;
    match wait(store.verify_audit())?? {
        Ok(rows) => {
            println!("{rows} audit rows hold");
            Ok(())
        }
        Err(row) => bail!("audit row {row} does not hold"),
    }
}
