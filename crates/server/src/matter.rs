//! Between what rests sealed and what a holder may see.

use petition_contract::{MatterView, StageView};
use petition_domain::clocks::ClockTable;
use petition_domain::matter::{Event, Life, Recorded, Stage};
use petition_domain::receipt::{MatterNumber, from_hex};
use petition_domain::submission::Purpose;
use petition_domain::{Day, Moment};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::seal::{Key, Place, SealError};
use crate::storage::{MatterRecord, NewEvent};

/// What opening a status needs to know of a matter, sealed as one: the events are read from here,
/// because opening one seal takes a fifth of opening six. It is made from them and can be made
/// again, so it has the form that is read fastest, and they the form that explains itself.
#[derive(Clone, Serialize, Deserialize)]
pub struct View {
    /// Purpose.
    pub purpose: Purpose,
    /// Category code.
    pub category: String,
    /// Language the petitioner used.
    pub language: String,
    /// Everything that happened, in order.
    pub events: Vec<Recorded>,
}

/// Why a matter at rest cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The seal does not open.
    #[error("a sealed value {0}")]
    Seal(#[from] SealError),
    /// A sealed event is not what we know.
    #[error("a sealed event has another form: {0}")]
    Event(#[from] serde_json::Error),
    /// A sealed view is not what we know.
    #[error("a sealed view has another form: {0}")]
    View(#[from] postcard::Error),
    /// The events do not follow each other.
    #[error("the events of a matter do not follow each other")]
    Sequence,
}

/// Where the data key of a matter rests.
pub const fn dek_place(uid: &[u8; 16]) -> Place<'_> {
    Place { table: "matter", row: uid, column: "dek" }
}

/// Where the submission rests.
pub const fn body_place(uid: &[u8; 16]) -> Place<'_> {
    Place { table: "submission", row: uid, column: "sealed" }
}

/// Where the stored answer rests.
pub const fn response_place(uid: &[u8; 16]) -> Place<'_> {
    Place { table: "idempotency", row: uid, column: "response" }
}

/// Seals the event at position `seq`.
pub fn seal_event(
    dek: &Key,
    uid: &[u8; 16],
    seq: usize,
    recorded: &Recorded,
) -> Result<Vec<u8>, Unreadable> {
    let plain = serde_json::to_vec(recorded)?;
    let column = seq.to_string();
    Ok(dek.seal(Place { table: "event", row: uid, column: &column }, &plain)?)
}

/// Seals a view; it cannot be put in the place of one with another number of events.
pub fn seal_view(dek: &Key, uid: &[u8; 16], view: &View) -> Result<Vec<u8>, Unreadable> {
    let plain = postcard::to_allocvec(view)?;
    let column = view_column(view.events.len());
    Ok(dek.seal(Place { table: "matter", row: uid, column: &column }, &plain)?)
}

fn view_column(events: usize) -> String {
    format!("view {events}")
}

/// A matter opened for its holder or for the office's command line: never the submission.
pub struct Opened {
    /// Public number.
    pub number: MatterNumber,
    /// Category code.
    pub category: String,
    /// Language the petitioner used.
    pub language: String,
    /// Events, replayed.
    pub life: Life,
    /// Data key.
    pub dek: Key,
}

impl Opened {
    /// Opens `record` with the key-encryption key.
    pub fn new(kek: &Key, record: &MatterRecord) -> Result<Self, Unreadable> {
        let uid = &record.uid;
        let dek = kek.unwrap(dek_place(uid), &record.dek)?;
        let column = view_column(record.events);
        let place = Place { table: "matter", row: uid, column: &column };
        let view: View = postcard::from_bytes(&dek.open(place, &record.view)?)?;
        let View { purpose, category, language, events } = view;
        let life = Life::replay(purpose, events).map_err(|_| Unreadable::Sequence)?;
        Ok(Self { number: record.number, category, language, life, dek })
    }

    /// The view as it is now, to be sealed anew.
    pub fn view(&self) -> View {
        View {
            purpose: self.life.purpose(),
            category: self.category.clone(),
            language: self.language.clone(),
            events: self.life.events().to_vec(),
        }
    }

    /// What the store needs to add `recorded`, which [`Life::record`] has taken just now.
    pub fn appended(
        &self,
        record: &MatterRecord,
        recorded: &Recorded,
        actor: String,
    ) -> Result<NewEvent, Unreadable> {
        Ok(NewEvent {
            matter: record.id,
            seen: record.events,
            at: recorded.at,
            kind: recorded.event.kind().word(),
            event: seal_event(&self.dek, &record.uid, record.events, recorded)?,
            view: seal_view(&self.dek, &record.uid, &self.view())?,
            actor,
        })
    }

    fn stage(&self) -> Result<Stage, Unreadable> {
        self.life.stage().ok_or(Unreadable::Sequence)
    }

    /// The office that registered it.
    fn office(&self) -> Option<&str> {
        self.life.events().iter().find_map(|recorded| match &recorded.event {
            Event::Registered { office } => Some(office.as_str()),
            _ => None,
        })
    }

    /// What the holder of the QR sees.
    pub fn matter_view(
        self,
        clocks: &ClockTable,
        today: Day,
        phone: &str,
    ) -> Result<MatterView, Unreadable> {
        Ok(MatterView {
            number: self.number,
            purpose: self.life.purpose(),
            stage: self.stage()?,
            clocks: clocks.running(&self.life, today),
            today,
            office: self.office().unwrap_or_default().to_owned(),
            events: self.life.events().to_vec(),
            phone: phone.to_owned(),
            language: self.language,
        })
    }

    /// What number and query code open.
    pub fn stage_view(
        &self,
        clocks: &ClockTable,
        today: Day,
        phone: &str,
    ) -> Result<StageView, Unreadable> {
        let events = self.life.events();
        let day = |recorded: Option<&Recorded>| recorded.map(|recorded| recorded.at.day());
        Ok(StageView {
            number: self.number,
            stage: self.stage()?,
            since: day(events.last()).ok_or(Unreadable::Sequence)?,
            registered: day(events.first()).ok_or(Unreadable::Sequence)?,
            clocks: clocks.running(&self.life, today),
            today,
            phone: phone.to_owned(),
        })
    }
}

/// What is stored of a lookup id. Text that is none is hashed too: the same work for every try.
pub fn lookup_hash(lookup: &str) -> [u8; 32] {
    match from_hex::<32>(lookup).filter(|_| is_lower_hex(lookup, 64)) {
        Some(bytes) => Sha256::digest(bytes).into(),
        None => Sha256::new().chain_update("no lookup id").chain_update(lookup).finalize().into(),
    }
}

/// What is stored of a stretched query code. Text that is none is taken too.
pub fn code_mac(pepper: &Key, number: &str, stretched_code: &str) -> [u8; 32] {
    pepper.mac(&[b"xf/code/v1", number.as_bytes(), b"/", stretched_code.as_bytes()])
}

/// Whether `text` is `digits` hexadecimal digits in lower case.
pub fn is_lower_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// The first event of every matter.
pub fn registered(office: &str, at: Moment) -> Recorded {
    Recorded { at, event: Event::Registered { office: office.to_owned() } }
}
