//! `petition-server event`: what an office does, through the state machine of the domain.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;
use petition_domain::matter::{
    Event, EventKind, HandlingPath, Recorded, RefusalReason, Refused, ReplyOutcome,
};
use petition_domain::receipt::MatterNumber;
use petition_domain::{Day, Moment};
use serde::de::DeserializeOwned;

use super::calls::{actor, open, wait};
use crate::clock::Clock;
use crate::matter::Opened;
use crate::storage::{Candidate, Matters};

/// What stands on the command line.
#[derive(Args)]
pub struct Options {
    /// Number of the matter; spaces are fine.
    number: String,
    /// What happens: refer, assign, return, accept, not-accept, extend, reply, request-review,
    /// review, request-rereview, rereview, not-accept-again, withdraw, close.
    event: String,
    /// The organ, for refer, assign, accept.
    #[arg(long)]
    organ: Option<String>,
    /// For accept: petition, judicial, arbitration, party-appeal, administrative, duty, own-rules.
    #[arg(long)]
    path: Option<String>,
    /// For return and extend: in words. For not-accept: not-this-organ, already-in-handling,
    /// visit-past-level, judicial-procedure, already-rereviewed, judicially-terminated.
    #[arg(long)]
    reason: Option<String>,
    /// For extend: days added, 1 to 30.
    #[arg(long)]
    days: Option<u8>,
    /// For reply, review, rereview: supported, explained, not-supported, adopted, answered.
    #[arg(long)]
    outcome: Option<String>,
    /// The day it happened, YYYY-MM-DD; today by default.
    #[arg(long)]
    on: Option<Day>,
    /// Folder of database, blobs and keys.
    #[arg(long, default_value = "data")]
    data: PathBuf,
}

/// How often somebody else may be faster before we give up.
const TRIES: usize = 10;

pub fn run(options: &Options) -> Result<()> {
    let number = MatterNumber::parse(&options.number)
        .context("the number is not one: fourteen digits, the last two check the others")?;
    let event = event(options)?;
    let (store, keys) = open(&options.data)?;
    let now = Clock::system().now();
    for _ in 0..TRIES {
        let candidates = wait(store.by_number(number.digits()))??;
        let candidate: Candidate = match candidates.as_slice() {
            [] => bail!("no matter has the number {}", number.grouped()),
            [one] => *one,
            several => bail!("{} matters have the number {}", several.len(), number.grouped()),
        };
        let record = wait(store.by_candidate(candidate, number))??.context("the matter is gone")?;
        let mut opened = Opened::new(&keys.kek, &record)?;
        let last = opened.life.events().last().map(|recorded| recorded.at);
        let recorded = Recorded { at: moment(options.on, now, last)?, event: event.clone() };
        let stage = opened.life.record(recorded.clone()).map_err(|refused| refusal(&refused))?;
        let new = opened.appended(&record, &recorded, actor())?;
        if wait(store.append(new))?? {
            println!(
                "{} {} on {}: now {stage:?}",
                number.grouped(),
                event.kind(),
                recorded.at.day()
            );
            return Ok(());
        }
    }
    bail!("others keep changing this matter; try again")
}

/// The moment of an event on a day: now when that is today, else the beginning of office hours; never
/// before the last event when both are on one day.
fn moment(on: Option<Day>, now: Moment, last: Option<Moment>) -> Result<Moment> {
    const NINE_O_CLOCK: i64 = 9 * 3600;
    let Some(day) = on.filter(|day| *day != now.day()) else { return Ok(now) };
    if day > now.day() {
        bail!("{day} has not come yet");
    }
    let at = Moment(day.begins().0 + NINE_O_CLOCK);
    Ok(last.filter(|last| last.day() == day).map_or(at, |last| last.max(at)))
}

fn event(options: &Options) -> Result<Event> {
    let kind: EventKind = options.event.parse().ok().with_context(|| {
        let words: Vec<_> = EventKind::ALL.iter().map(|kind| kind.word()).collect();
        format!("no event {:?}; there are: {}", options.event, words.join(" "))
    })?;
    let organ = || options.organ.clone().context("--organ is missing");
    let reason = || options.reason.clone().context("--reason is missing");
    let outcome = || word::<ReplyOutcome>("--outcome", options.outcome.as_deref());
    Ok(match kind {
        EventKind::Registered => bail!("a matter is registered at the kiosk"),
        EventKind::Referred => Event::Referred { organ: organ()? },
        EventKind::Assigned => Event::Assigned { organ: organ()? },
        EventKind::Returned => Event::Returned { reason: reason()? },
        EventKind::Accepted => Event::Accepted {
            organ: organ()?,
            path: word::<HandlingPath>("--path", options.path.as_deref())?,
        },
        EventKind::NotAccepted => Event::NotAccepted {
            reason: word::<RefusalReason>("--reason", options.reason.as_deref())?,
        },
        EventKind::Extended => {
            Event::Extended { days: options.days.context("--days is missing")?, reason: reason()? }
        }
        EventKind::Replied => Event::Replied { outcome: outcome()? },
        EventKind::ReviewRequested => Event::ReviewRequested,
        EventKind::Reviewed => Event::Reviewed { outcome: outcome()? },
        EventKind::RereviewRequested => Event::RereviewRequested,
        EventKind::Rereviewed => Event::Rereviewed { outcome: outcome()? },
        EventKind::NotAcceptedAgain => Event::NotAcceptedAgain,
        EventKind::Withdrawn => Event::Withdrawn,
        EventKind::Closed => Event::Closed,
    })
}

/// A word of a fixed list, written with `-` or `_`; the message names the list.
fn word<T: DeserializeOwned>(option: &str, text: Option<&str>) -> Result<T> {
    let text = text.with_context(|| format!("{option} is missing"))?.replace('-', "_");
    serde_json::from_value(serde_json::Value::String(text))
        .map_err(|err| anyhow::anyhow!("{option}: {err}"))
}

fn refusal(refused: &Refused) -> anyhow::Error {
    match refused {
        Refused::Step { stage, allowed } if allowed.is_empty() => {
            anyhow::anyhow!("nothing follows any more: the matter is {stage:?}")
        }
        Refused::Step { stage, allowed } => {
            let words: Vec<_> = allowed.iter().map(|kind| kind.word()).collect();
            let stage = stage.map(|stage| format!("{stage:?}")).unwrap_or_default();
            anyhow::anyhow!(
                "not a step that can follow: the matter is {stage}; allowed: {}",
                words.join(" ")
            )
        }
        Refused::TimeGoesBack => anyhow::anyhow!("the last event was later than that day"),
        Refused::Extension => {
            anyhow::anyhow!("an extension has 1 to 30 days and a reason told (Art. 34)")
        }
        Refused::Path => anyhow::anyhow!(
            "--path own_rules belongs to suggestions and accusations, the others to claims"
        ),
        Refused::Blank => anyhow::anyhow!("a text is empty"),
    }
}
