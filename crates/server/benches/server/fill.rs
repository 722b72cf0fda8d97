//! Invented matters, in numbers.

use std::path::Path;
use std::time::{Duration, Instant};

use petition_contract::SubmitRequest;
use petition_domain::Moment;
use petition_domain::identity::IdDocument;
use petition_domain::identity::document::IdKind;
use petition_domain::matter::{Event, HandlingPath, Recorded, ReplyOutcome};
use petition_domain::receipt::{MatterNumber, to_hex};
use petition_domain::submission::{
    About, Earlier, Person, Place, Proceedings, Purpose, Signature, Statement, Submission, Who,
};
use petition_server::api::prepare;
use petition_server::app::App;
use petition_server::matter::{self, View, lookup_hash};
use petition_server::storage::sqlite::{Sqlite, matters};
use petition_server::storage::{NewMatter, Submitted};

use crate::load;
use crate::stage::{Scratch, Stage};

/// Batches prepared at once.
const BATCHES: usize = 50;

/// A claim of about 3 KB.
pub fn request() -> SubmitRequest {
    let place = Place { division: "371602".to_owned(), detail: "示例路1号".to_owned() };
    let id = IdDocument { kind: Some(IdKind::ResidentId), number: "99010119700101001X".to_owned() };
    let person =
        Person { name: "示例甲".to_owned(), id, address: place.clone(), ..Person::default() };
    SubmitRequest {
        number: MatterNumber::from_body(1),
        lookup: "0f".repeat(32),
        stretched_code: "5a".repeat(32),
        language: "zh-CN".to_owned(),
        submission: Submission {
            who: Some(Who::Individual),
            people: vec![person],
            purpose: Some(Purpose::Claim),
            category: "labour".to_owned(),
            place,
            about: About { unit: "示例建筑公司".to_owned(), ..About::default() },
            statement: Statement {
                facts: "工程去年完工,工资一直没有发。".repeat(30),
                reasons: "合同写明按月发工资。".repeat(10),
                request: "请依法查处,发放工资。".repeat(5),
            },
            earlier: Earlier { raised: Some(false), ..Earlier::default() },
            proceedings: Some(Proceedings::None),
            truthful: true,
            signature: Some(Signature::Confirmed),
            ..Submission::default()
        },
    }
}

/// The same sealed matter under other ids: the writer never looks inside.
fn another(one: &NewMatter, number: u64) -> NewMatter {
    let mixed = lookup_hash(&to_hex(&[number.to_be_bytes(); 4].concat()));
    let (key, _) = mixed.split_first_chunk::<16>().unwrap();
    let (_, last) = mixed.split_last_chunk::<8>().unwrap();
    NewMatter {
        key: *key,
        fingerprint: mixed,
        response: one.response.clone(),
        uid: *key,
        number: MatterNumber::from_body(u64::from_be_bytes(*last)),
        lookup: mixed,
        code_mac: one.code_mac,
        dek: one.dek.clone(),
        view: one.view.clone(),
        body: one.body.clone(),
        event: one.event.clone(),
        at: one.at,
        attachments: Vec::new(),
        max_attachment_bytes: one.max_attachment_bytes,
    }
}

/// The writer when nothing else has to be done: no HTTP, no checks, no sealing.
pub struct Writer {
    store: Sqlite,
    one: NewMatter,
    count: u64,
    runtime: tokio::runtime::Runtime,
    _scratch: Scratch,
}

impl Writer {
    pub fn new() -> Self {
        let scratch = Scratch::new();
        let data = scratch.0.join("alone");
        std::fs::create_dir_all(&data).unwrap();
        // A server only to prepare one matter as it would.
        let stage = Stage::open(Scratch::new());
        let Ok((one, _)) = prepare(&stage.app, [0; 16], b"", &request(), stage.app.clock.now())
        else {
            unreachable!("the claim is valid")
        };
        let store = Sqlite::open(&data, &stage.app.keys).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        Self { store, one, count: 0, runtime, _scratch: scratch }
    }

    /// Matters a second, `batch` in a transaction.
    pub fn run(&mut self, batch: usize) -> f64 {
        let mut prepare = || -> Vec<NewMatter> {
            let begin = self.count;
            self.count += batch as u64;
            (begin..self.count).map(|number| another(&self.one, number)).collect()
        };
        let mut written = 0;
        let mut spent = Duration::ZERO;
        while spent < Duration::from_secs(load::SECONDS.into()) {
            // Preparing is not the writer's work and does not count.
            let batches: Vec<_> = (0..BATCHES).map(|_| prepare()).collect();
            let began = Instant::now();
            self.runtime.block_on(async {
                for batch in batches {
                    written += batch.len();
                    let work = self.store.write(move |tx| {
                        for new in &batch {
                            assert!(matches!(matters::submit(tx, new)?, Submitted::Registered));
                        }
                        Ok(())
                    });
                    work.await.unwrap();
                }
            });
            spent += began.elapsed();
        }
        written as f64 / spent.as_secs_f64()
    }
}

/// Fills a database with matters of five events, in the random order in which they would come.
/// What is sealed is sealed once: the key and the place are the same for all.
pub fn matters(app: &App, database: &Path, count: u64) {
    let at = app.clock.now();
    let Ok((one, _)) = prepare(app, [0; 16], b"", &request(), at) else {
        unreachable!("the claim is valid")
    };
    let dek = app.keys.kek.unwrap(matter::dek_place(&one.uid), &one.dek).unwrap();
    let life = life(at);
    let events: Vec<Vec<u8>> = (0..)
        .zip(&life)
        .map(|(seq, recorded)| matter::seal_event(&dek, &one.uid, seq, recorded).unwrap())
        .collect();
    let view = View {
        purpose: Purpose::Claim,
        category: "labour".to_owned(),
        language: "zh-CN".to_owned(),
        events: life,
    };
    let view = matter::seal_view(&dek, &one.uid, &view).unwrap();
    let connection = rusqlite::Connection::open(database).unwrap();
    connection
        .execute_batch(
            "PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA foreign_keys = OFF; BEGIN",
        )
        .unwrap();
    {
        let mut matter = connection
            .prepare(
                "INSERT INTO matter (id, uid, at, dek, events, view) VALUES (?1, ?2, ?3, ?4, 5, ?5)",
            )
            .unwrap();
        let mut submission =
            connection.prepare("INSERT INTO submission (matter, sealed) VALUES (?1, ?2)").unwrap();
        let mut receipt = connection
            .prepare(
                "INSERT INTO receipt (lookup, matter, number, code_mac) VALUES (?1, ?2, ?3, ?4)",
            )
            .unwrap();
        let mut event = connection
            .prepare("INSERT INTO event (matter, seq, at, sealed) VALUES (?1, ?2, ?3, ?4)")
            .unwrap();
        for index in 0..count {
            // What the load sends, as a number: the hash scatters it.
            let lookup = lookup_hash(&format!("{index:064x}"));
            let id = i64::try_from(index + 1).unwrap();
            matter.execute((id, &one.uid[..], at.0, &one.dek, &view)).unwrap();
            submission.execute((id, &one.body)).unwrap();
            let (_, last) = lookup.split_last_chunk::<8>().unwrap();
            let number = MatterNumber::from_body(u64::from_be_bytes(*last)).digits();
            receipt.execute((&lookup[..], id, number, &one.code_mac[..])).unwrap();
            for (seq, sealed) in (0_i64..).zip(&events) {
                event.execute((id, seq, at.0, sealed)).unwrap();
            }
        }
    }
    connection.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}

/// Five events.
fn life(at: Moment) -> Vec<Recorded> {
    let organ = || "示例市人力资源和社会保障局".to_owned();
    let events = [
        Event::Registered { office: "示例市信访局".to_owned() },
        Event::Referred { organ: organ() },
        Event::Accepted { organ: organ(), path: HandlingPath::Petition },
        Event::Extended { days: 30, reason: "情况复杂".to_owned() },
        Event::Replied { outcome: ReplyOutcome::Supported },
    ];
    events.into_iter().map(|event| Recorded { at, event }).collect()
}
