//! Exactly one matter for one intent (F2, F12, I2, I3).

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::support::{Intent, TestApp, parse, request_bytes};

#[test]
fn a_retry_gets_the_same_bytes_and_other_bodies_do_not() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    let first = app.submit(&intent);
    app.clock.set(petition_domain::Moment(crate::support::NOW.0 + 3600));
    let second = app.submit(&intent);
    assert_eq!((first.status, &first.body), (second.status, &second.body));

    let mut other = intent.clone();
    other.submission.statement.request = "另一件事。".to_owned();
    assert_eq!(app.submit(&other).problem(), (422, "idempotency_key_reused".to_owned()));
    other.submission.statement.request = String::new();
    assert_eq!(app.submit(&other).problem(), (422, "idempotency_key_reused".to_owned()));

    // The same secret under another key would open somebody else's matter.
    let key = "00112233445566778899aabbccddeeff";
    assert_eq!(
        app.submit_raw(key, intent.body().as_bytes()).problem(),
        (409, "conflict".to_owned())
    );
    assert_eq!(app.count("matter"), 1);
}

#[test]
fn a_retry_after_the_rules_changed_still_gets_its_receipt() {
    let app = TestApp::start();
    let mut intent = Intent::claim(1);
    intent.submission.people[0].id.number = crate::support::ID_NUMBERS[1].to_owned();
    let first = app.submit(&intent);
    assert_eq!(first.status, 201);
    // A rule that changed meanwhile: on this day the petitioner is not born yet.
    app.clock.set(petition_domain::Moment(-10 * 86_400));
    let mut young = Intent::claim(2);
    young.submission = intent.submission.clone();
    assert_eq!(app.submit(&young).status, 422);
    assert_eq!(app.submit(&intent).body, first.body);
}

#[test]
fn twenty_at_once_are_one() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    let replies: Vec<_> = thread::scope(|scope| {
        let tries: Vec<_> = (0..20).map(|_| scope.spawn(|| app.submit(&intent))).collect();
        tries.into_iter().map(|one| one.join().unwrap()).collect()
    });
    for reply in &replies {
        assert_eq!((reply.status, &reply.body), (201, &replies[0].body));
    }
    for table in ["matter", "receipt", "event", "outbox", "idempotency", "audit"] {
        assert_eq!(app.count(table), 1, "{table}");
    }
}

/// Passes a request on and gives back only the first `let_through` bytes of the answer.
fn cutting_proxy(to: SocketAddr, let_through: usize) -> (SocketAddr, thread::JoinHandle<usize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let worker = thread::spawn(move || {
        let (mut client, _) = listener.accept().unwrap();
        let mut server = TcpStream::connect(to).unwrap();
        let mut request = Vec::new();
        let mut chunk = [0; 8192];
        loop {
            let count = client.read(&mut chunk).unwrap();
            request.extend(&chunk[..count]);
            if is_complete(&request) || count == 0 {
                break;
            }
        }
        server.write_all(&request).unwrap();
        let mut answer = Vec::new();
        server.read_to_end(&mut answer).unwrap();
        client.write_all(&answer[..let_through.min(answer.len())]).unwrap();
        client.shutdown(Shutdown::Both).ok();
        answer.len()
    });
    (address, worker)
}

fn is_complete(request: &[u8]) -> bool {
    let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") else {
        return false;
    };
    let head = String::from_utf8_lossy(&request[..end]).to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    request.len() >= end + 4 + length.unwrap().trim().parse::<usize>().unwrap()
}

#[test]
fn an_answer_cut_after_any_byte_is_followed_by_the_same_receipt() {
    let app = TestApp::start();
    let mut length = 1;
    let mut cut = 0;
    while cut < length {
        let intent = Intent::claim(cut as u64);
        let body = intent.body();
        let (proxy, worker) = cutting_proxy(app.address, cut);
        let mut client = TcpStream::connect(proxy).unwrap();
        client.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", intent.mint.intent.as_str()),
        ];
        let request = request_bytes("POST", "/api/v1/matters", &headers, body.as_bytes());
        client.write_all(&request).unwrap();
        let mut seen = Vec::new();
        client.read_to_end(&mut seen).unwrap();
        length = worker.join().unwrap();
        assert!(parse(&seen).is_none(), "the cut answer must not look whole");
        let (retry, again) = (app.submit(&intent), app.submit(&intent));
        assert_eq!(retry.status, 201);
        assert_eq!(retry.body, again.body);
        cut += 1;
    }
    assert!(length > 500, "{length}");
    for table in ["matter", "receipt", "event", "outbox", "idempotency", "audit"] {
        assert_eq!(app.count(table), i64::try_from(length).unwrap(), "{table}");
    }
}

#[test]
fn whichever_table_refuses_nothing_of_the_matter_stays() {
    let app = TestApp::start();
    let tables = ["matter", "submission", "receipt", "event", "outbox", "idempotency", "audit"];
    for (index, table) in tables.into_iter().enumerate() {
        let intent = Intent::claim(index as u64);
        app.database()
            .execute_batch(&format!(
                "CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END"
            ))
            .unwrap();
        assert_eq!(app.submit(&intent).problem(), (500, "internal".to_owned()), "{table}");
        for table in tables {
            assert_eq!(app.count(table), i64::try_from(index).unwrap(), "{table}");
        }
        app.database().execute_batch("DROP TRIGGER broken").unwrap();
        assert_eq!(app.submit(&intent).status, 201);
    }
    let held = app.block_on(app.app.store.verify_audit()).unwrap();
    assert_eq!(held, Ok(tables.len() as u64), "the chain goes on over what was taken back");
}

#[test]
fn keys_must_be_there_once_and_be_keys() {
    let app = TestApp::start();
    let body = Intent::claim(1).body();
    let json = ("content-type", "application/json");
    let twice = "00112233445566778899aabbccddeeff";
    let tries: [&[(&str, &str)]; 5] = [
        &[json],
        &[json, ("idempotency-key", "")],
        &[json, ("idempotency-key", "00112233445566778899AABBCCDDEEFF")],
        &[json, ("idempotency-key", "short")],
        &[json, ("idempotency-key", twice), ("idempotency-key", twice)],
    ];
    for headers in tries {
        let reply = app.send("POST", "/api/v1/matters", headers, body.as_bytes());
        assert_eq!(reply.problem(), (400, "bad_idempotency_key".to_owned()), "{headers:?}");
    }
    assert_eq!(app.count("matter"), 0);
}
