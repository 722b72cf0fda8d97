//! `POST /matters`: exactly one matter for one intent, however often it is sent.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use petition_contract::{Code, FieldProblem, Receipt, SubmitRequest};
use petition_domain::clocks::{ClockKind, ClockTable};
use petition_domain::matter::{Life, MAX_EXTENSION_DAYS, Recorded};
use petition_domain::submission::{Purpose, validate};
use petition_domain::{Field, Moment};
use sha2::{Digest, Sha256};

use super::body;
use super::id::{id, idempotency_key};
use super::limit::{Peer, admit};
use super::openapi::{Conflict, JsonProblems};
use super::problem::Problem;
use crate::app::App;
use crate::config::check::is_language;
use crate::limits::Kind;
use crate::matter::{self, View, code_mac, is_lower_hex, lookup_hash};
use crate::random;
use crate::seal::Key;
use crate::storage::{NewMatter, Replay, Submitted};

/// Registers a matter.
#[utoipa::path(
    post,
    path = "/api/v1/matters",
    operation_id = "submit",
    tag = "matters",
    params(("Idempotency-Key" = String, Header, description = "32 hexadecimal digits, minted when the draft begins; a retry with the same key and body gets the same answer", pattern = "^[0-9a-f]{32}$")),
    request_body(content = SubmitRequest, example = json!({
        "number": "24002438291390",
        "lookup": "5505c851b4b84d1c8e93e0009ac87a14c642d96d2dea6c578f802a78d0115569",
        "stretched_code": "8ac15b6309cf88e92b573dd189b16ece04f21db5637ca35029318c1ca4794689",
        "language": "zh-CN",
        "submission": {
            "who": "individual",
            "people": [{
                "name": "示例甲",
                "id": {"kind": "resident_id", "number": "99010119700101001X"},
                "address": {"division": "371602", "detail": "示例路1号"}
            }],
            "purpose": "suggestion",
            "category": "transport",
            "statement": {
                "facts": "示例路公交站没有雨棚。",
                "reasons": "下雨天等车的人没有地方躲。",
                "request": "建议加装雨棚。"
            },
            "earlier": {"raised": false},
            "proceedings": "none",
            "truthful": true,
            "signature": "confirmed"
        }
    })),
    responses((status = 201, description = "Registered; a retry gets the same bytes", body = Receipt), Conflict, JsonProblems)
)]
pub async fn submit(
    State(app): State<Arc<App>>,
    peer: Peer,
    headers: HeaderMap,
    request: body::Json<SubmitRequest>,
) -> Result<Response, Problem> {
    admit(&app, Kind::Submission, peer)?;
    let key = idempotency_key(&headers)?;
    let at = app.clock.now();
    let faults = faults(&app, &request.value, at);
    if !faults.is_empty() {
        // The rules may have changed since the first try; what was registered stays registered.
        return match app.store.replay(key).await? {
            Some(known) if known.fingerprint == fingerprint(&request.bytes) => {
                replayed(&app, &known)
            }
            Some(_) => Err(Problem::new(Code::IdempotencyKeyReused)),
            None => Err(Problem::invalid(faults)),
        };
    }
    let (new, receipt) = prepare(&app, key, &request.bytes, &request.value, at)?;
    match app.store.submit(new).await? {
        Submitted::Registered => {
            app.metrics.registered.add();
            Ok(created(receipt))
        }
        Submitted::Replayed(known) => replayed(&app, &known),
        Submitted::KeyReused => Err(Problem::new(Code::IdempotencyKeyReused)),
        Submitted::Taken => Err(Problem::new(Code::Conflict)),
        Submitted::Missing(positions) => {
            let fault = |position| FieldProblem {
                field: Field::Attachment(position).to_string(),
                code: "missing".to_owned(),
            };
            Err(Problem::invalid(positions.into_iter().map(fault).collect()))
        }
        Submitted::TooLarge => Err(Problem::field(Field::Attachments.to_string(), "too_large")),
    }
}

fn created(receipt: Vec<u8>) -> Response {
    let body = Body::from(Bytes::from(receipt));
    (StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn replayed(app: &App, known: &Replay) -> Result<Response, Problem> {
    let dek = app.keys.kek.unwrap(matter::dek_place(&known.uid), &known.dek)?;
    let receipt = dek.open(matter::response_place(&known.uid), &known.response)?;
    app.metrics.replayed.add();
    Ok(created(receipt))
}

/// Everything that is wrong with a request.
fn faults(app: &App, request: &SubmitRequest, at: Moment) -> Vec<FieldProblem> {
    let wrong = |field: &str, code: &str| FieldProblem { field: field.into(), code: code.into() };
    let submission = &request.submission;
    let mut faults: Vec<FieldProblem> =
        validate(submission, &app.rules, at.day()).iter().map(FieldProblem::from).collect();
    for (field, text) in [("lookup", &request.lookup), ("stretched_code", &request.stretched_code)]
    {
        if !is_lower_hex(text, 64) {
            faults.push(wrong(field, "bad_format"));
        }
    }
    if !is_language(&request.language) {
        faults.push(wrong("language", "bad_format"));
    }
    if let Some(counties) = app.divisions() {
        let people = submission.people.iter().enumerate().map(|(index, person)| {
            let field = petition_domain::PersonField::Division;
            (Field::Person(index, field), &person.address.division)
        });
        let places = people.chain([(Field::PlaceDivision, &submission.place.division)]);
        for (field, code) in places.filter(|(_, code)| !code.is_empty()) {
            let field = field.to_string();
            let is_told = faults.iter().any(|fault| fault.field == field);
            if !is_told && !counties.has(code) {
                faults.push(wrong(&field, "unknown"));
            }
        }
    }
    if faults.is_empty() {
        faults.extend(unasked(request).into_iter().map(|field| wrong(field, "not_asked")));
    }
    faults
}

/// Answers to questions that the other answers have closed. Kiosks leave them out; keeping them
/// would collect what nobody asked for, and would let an accusation be published (Art. 30(3)).
fn unasked(request: &SubmitRequest) -> Vec<&'static str> {
    let given = &request.submission;
    let asked = given.clone().trimmed();
    if asked == *given {
        return Vec::new();
    }
    let differs = [
        ("people", given.people != asked.people),
        ("organisation", given.organisation != asked.organisation),
        ("people_concerned", given.people_concerned != asked.people_concerned),
        ("authority", given.authority != asked.authority),
        ("about", given.about != asked.about),
        ("earlier", given.earlier != asked.earlier),
        ("publish", given.publish != asked.publish),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}

fn fingerprint(body: &[u8]) -> [u8; 32] {
    Sha256::digest(body).into()
}

/// Seals everything for the database; the second part is the answer.
pub fn prepare(
    app: &App,
    key: [u8; 16],
    body: &[u8],
    request: &SubmitRequest,
    at: Moment,
) -> Result<(NewMatter, Vec<u8>), Problem> {
    let submission = &request.submission;
    // Validation has refused a submission without purpose.
    let purpose = submission.purpose.ok_or(Problem::field("purpose", "required"))?;
    let uid: [u8; 16] = random::bytes()?;
    let dek = Key::random()?;
    let recorded = matter::registered(app.office(), at);
    let receipt = serde_json::to_vec(&receipt(app, request, purpose, &recorded))?;
    let view = View {
        purpose,
        category: submission.category.clone(),
        language: request.language.clone(),
        events: vec![recorded.clone()],
    };
    let attachments = submission.attachments.iter().filter_map(|file| id(&file.id)).collect();
    let new = NewMatter {
        key,
        fingerprint: fingerprint(body),
        response: dek.seal(matter::response_place(&uid), &receipt)?,
        number: request.number,
        lookup: lookup_hash(&request.lookup),
        code_mac: code_mac(&app.keys.pepper, &request.number.digits(), &request.stretched_code),
        dek: app.keys.kek.wrap(matter::dek_place(&uid), &dek)?,
        view: matter::seal_view(&dek, &uid, &view)?,
        body: dek.seal(matter::body_place(&uid), &serde_json::to_vec(submission)?)?,
        event: matter::seal_event(&dek, &uid, 0, &recorded)?,
        uid,
        at,
        attachments,
        max_attachment_bytes: app.rules.attachments.max_total_bytes as u64,
    };
    Ok((new, receipt))
}

fn receipt(app: &App, request: &SubmitRequest, purpose: Purpose, recorded: &Recorded) -> Receipt {
    let mut life = Life::new(purpose);
    let table: &ClockTable = app.clocks();
    // Nothing refuses the first event of a matter.
    let clocks = match life.record(recorded.clone()) {
        Ok(_) => table.running(&life, recorded.at.day()),
        Err(_) => Vec::new(),
    };
    let is_claim = purpose == Purpose::Claim;
    let reply_days = table.limit(ClockKind::Reply).map(|limit| limit.days).filter(|_| is_claim);
    Receipt {
        number: request.number,
        registered_at: recorded.at,
        office: app.office().to_owned(),
        purpose,
        category: request.submission.category.clone(),
        clocks,
        reply_days,
        extension_days: is_claim.then_some(u32::from(MAX_EXTENSION_DAYS)),
    }
}
