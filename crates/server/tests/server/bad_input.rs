//! What bad input gets: a code and a field, never 500, never a silent fix.

use serde_json::{Value, json};

use crate::support::{Intent, TestApp};

/// Submits a claim after `change` was made to its JSON.
fn submit(app: &TestApp, change: impl FnOnce(&mut Value)) -> crate::support::Reply {
    let intent = Intent::claim(7);
    let mut body: Value = serde_json::from_str(&intent.body()).unwrap();
    change(&mut body);
    app.submit_raw(&intent.mint.intent, body.to_string().as_bytes())
}

fn faults(app: &TestApp, pointer: &str, value: Value) -> Vec<(String, String)> {
    submit(app, |body| *body.pointer_mut(pointer).unwrap() = value).faults()
}

fn fault(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[test]
fn bodies_that_are_no_json_in_utf8() {
    let app = TestApp::start();
    let good = Intent::claim(7).body();
    let at = good.find("工程").unwrap();
    let put = |bytes: &[u8]| {
        let mut body = good.as_bytes()[..at].to_vec();
        body.extend(bytes);
        body.extend(&good.as_bytes()[at..]);
        body
    };
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("cut in a character", good.as_bytes()[..=at].to_vec()),
        ("overlong", put(b"\xc0\xaf")),
        ("surrogate in UTF-8", put(b"\xed\xa0\x80")),
        ("stray byte", put(b"\xff")),
        ("high surrogate alone", put(br"\ud800")),
        ("low surrogate alone", put(br"\udc00")),
        ("two high surrogates", put(br"\ud800\ud800")),
        ("NUL byte", put(b"\0")),
        ("line feed in a string", put(b"\n")),
        ("empty", Vec::new()),
        ("half", good.as_bytes()[..good.len() - 1].to_vec()),
        ("more behind", (good.clone() + "x").into_bytes()),
        ("not JSON", b"number=1".to_vec()),
    ];
    for (name, body) in cases {
        let reply = app.submit_raw("00112233445566778899aabbccddeeff", &body);
        assert_eq!(reply.problem(), (400, "malformed_body".to_owned()), "{name}");
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
        let headers =
            [("content-type", kind), ("idempotency-key", "00112233445566778899aabbccddeeff")];
        let reply = app.send("POST", "/api/v1/matters", &headers, good.as_bytes());
        assert_eq!(reply.problem(), (415, "unsupported_media_type".to_owned()), "{kind}");
    }
    assert_eq!(app.count("matter"), 0);
}

#[test]
fn json_of_another_shape() {
    let app = TestApp::start();
    let shapes: [(&str, Value); 12] = [
        ("", json!([])),
        ("", json!(null)),
        ("/number", json!("12345678901234")),
        ("/number", json!(12_345_678_901_234_i64)),
        ("/submission", json!("x")),
        ("/submission/who", json!("nobody")),
        ("/submission/purpose", json!("complaint")),
        ("/submission/people", json!({})),
        ("/submission/people_concerned", json!(-1)),
        ("/submission/publish", json!("yes")),
        ("/submission/signature", json!({"drawn": {"strokes": [[[70_000, 1]]]}})),
        ("/submission/earlier/raised", json!("no")),
    ];
    for (pointer, value) in shapes {
        let reply = submit(&app, |body| *body.pointer_mut(pointer).unwrap() = value.clone());
        assert_eq!(reply.problem(), (422, "bad_shape".to_owned()), "{pointer} {value}");
    }
    let unknown_key = submit(&app, |body| body["submission"]["nation"] = json!("01"));
    assert_eq!(unknown_key.problem().1, "bad_shape");
    let deep = "[".repeat(100_000);
    assert_eq!(app.submit_raw(&"0".repeat(32), deep.as_bytes()).problem().1, "bad_shape");
    let twice = Intent::claim(7).body().replacen('{', r#"{"language":"en","#, 1);
    assert_eq!(app.submit_raw(&"0".repeat(32), twice.as_bytes()).problem().1, "bad_shape");
}

#[test]
fn a_megabyte_of_json() {
    let app = TestApp::start();
    let reply = submit(&app, |body| {
        body["submission"]["statement"]["facts"] = json!("长".repeat(350_000));
    });
    assert_eq!(reply.problem(), (413, "too_large".to_owned()));
}

#[test]
fn texts() {
    let app = TestApp::start();
    let facts = "/submission/statement/facts";
    assert_eq!(
        faults(&app, facts, json!("字".repeat(20_001))),
        fault("statement/facts", "too_long")
    );
    assert_eq!(faults(&app, facts, json!("a\0b")), fault("statement/facts", "bad_character"));
    assert_eq!(faults(&app, facts, json!("a\u{7}b")), fault("statement/facts", "bad_character"));
    assert_eq!(faults(&app, facts, json!(" \n")), fault("statement/facts", "required"));
    let unit = "/submission/about/unit";
    assert_eq!(faults(&app, unit, json!("王\u{202e}五")), fault("about/unit", "hidden_character"));
    assert_eq!(faults(&app, unit, json!("一\n二")), fault("about/unit", "bad_character"));
    for text in ["字".repeat(20_000), "𠮷".repeat(20_000), "👨‍👩‍👧‍👦".repeat(2000), "<script>".into()]
    {
        let intent = Intent::claim(app.count("matter").unsigned_abs());
        let mut request = intent.request();
        request.submission.statement.facts = text;
        let body = serde_json::to_string(&request).unwrap();
        assert_eq!(app.submit_raw(&intent.mint.intent, body.as_bytes()).status, 201);
    }
}

#[test]
fn people_and_documents() {
    let app = TestApp::start();
    let number = "/submission/people/0/id/number";
    let field = "people/0/id/number";
    for (text, code) in [
        ("990101197001010011", "checksum"),
        ("99010119700231001X", "not_a_date"),
        ("99010120701231001X", "future_date"),
        ("9901011970010100", "too_short"),
        ("99010119700101001x", "bad_character"),
        ("", "required"),
        ("99010119700101001X\0", "bad_character"),
    ] {
        assert_eq!(faults(&app, number, json!(text)), fault(field, code), "{text}");
    }
    let name = "/submission/people/0/name";
    assert_eq!(faults(&app, name, json!("")), fault("people/0/name", "required"));
    assert_eq!(faults(&app, name, json!("王\u{200b}五")).len(), 1);
    let six = submit(&app, |body| {
        let person = body["submission"]["people"][0].clone();
        body["submission"]["who"] = json!("group");
        body["submission"]["people_concerned"] = json!(9);
        body["submission"]["people"] = Value::Array(vec![person; 6]);
    });
    assert!(six.faults().contains(&("people".to_owned(), "too_many".to_owned())));
}

#[test]
fn choices_and_secrets() {
    let app = TestApp::start();
    for (pointer, value, field, code) in [
        ("/submission/who", json!(null), "who", "required"),
        ("/submission/purpose", json!(null), "purpose", "required"),
        ("/submission/category", json!("nothing"), "category", "unknown"),
        ("/submission/place/division", json!("999999"), "place/division", "unknown"),
        ("/submission/earlier/raised", json!(null), "earlier/raised", "required"),
        ("/submission/proceedings", json!(null), "proceedings", "required"),
        ("/submission/truthful", json!(false), "truthful", "not_confirmed"),
        ("/submission/signature", json!(null), "signature", "required"),
        ("/lookup", json!("x"), "lookup", "bad_format"),
        ("/lookup", json!("A".repeat(64)), "lookup", "bad_format"),
        ("/stretched_code", json!(""), "stretched_code", "bad_format"),
        ("/language", json!("zh_CN"), "language", "bad_format"),
    ] {
        let told = faults(&app, pointer, value);
        assert!(told.contains(&(field.to_owned(), code.to_owned())), "{pointer}: {told:?}");
    }
    assert_eq!(app.count("matter"), 0);
}

#[test]
fn addresses_and_methods_that_are_not() {
    let app = TestApp::start();
    for path in [
        "/api/v1",
        "/api/v1/",
        "/api/v1/matters/1",
        "/api/v2/hall",
        "/nothing",
        "/../etc/passwd",
        "/%00",
    ] {
        assert_eq!(app.get(path).problem(), (404, "not_found".to_owned()), "{path}");
    }
    for (method, path) in [
        ("GET", "/api/v1/matters"),
        ("DELETE", "/api/v1/hall"),
        ("POST", "/api/v1/attachments/00112233445566778899aabbccddeeff"),
        ("PATCH", "/api/v1/drafts/00112233445566778899aabbccddeeff"),
        ("PUT", "/api/v1/status/open"),
        ("POST", "/"),
        ("POST", "/healthz"),
    ] {
        let reply = app.send(method, path, &[], b"");
        assert_eq!(reply.problem(), (405, "method_not_allowed".to_owned()), "{method} {path}");
        assert!(reply.header("allow").is_some(), "{method} {path}");
    }
}

#[test]
fn any_bytes_at_any_address_are_answered_and_never_with_500() {
    use petition_domain::receipt::to_hex;
    let app = TestApp::start();
    let paths = ["/api/v1/matters", "/api/v1/status/open", "/api/v1/status/query", "/api/v1/calls"];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let good = Intent::claim(1).body().into_bytes();
    for round in 0..200 {
        let mut body = good.clone();
        for _ in 0..=next() % 4 {
            let at = usize::try_from(next()).unwrap() % body.len();
            body[at] = next().to_be_bytes()[0];
        }
        let path = paths[round % paths.len()];
        let key = to_hex(&[next().to_be_bytes(), next().to_be_bytes()].concat());
        let headers = [("content-type", "application/json"), ("idempotency-key", key.as_str())];
        let reply = app.send("POST", path, &headers, &body);
        assert!(reply.status < 500, "{path} {:?}: {reply:?}", String::from_utf8_lossy(&body));
    }
}

#[test]
fn a_head_that_never_ends_is_not_waited_for() {
    use std::io::{Read, Write};
    let app = TestApp::start();
    let mut slow = std::net::TcpStream::connect(app.address).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx-slow: ").unwrap();
    slow.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
    let mut answer = Vec::new();
    slow.read_to_end(&mut answer).unwrap();
    assert!(!answer.starts_with(b"HTTP/1.1 2"));
    assert_eq!(app.get("/healthz").status, 200);
}

#[test]
fn the_bell_rings_and_says_how_many_wait() {
    let app = TestApp::start();
    let ring = |body: &str| app.json("POST", "/api/v1/calls", body);
    assert_eq!(ring(r#"{"page":"notice","language":"zh-CN"}"#).json()["waiting"], 1);
    let second = ring(r#"{"page":"tell_it","language":"en"}"#);
    assert_eq!((second.status, &second.json()["waiting"]), (201, &json!(2)));
    assert_eq!(ring(r#"{"page":"Notice!","language":"en"}"#).faults(), fault("page", "bad_format"));
    assert_eq!(
        ring(r#"{"page":"notice","language":"\n"}"#).faults(),
        fault("language", "bad_format")
    );
    assert_eq!(ring(r#"{"page":"notice","language":"en","about":"x"}"#).problem().1, "bad_shape");
}
