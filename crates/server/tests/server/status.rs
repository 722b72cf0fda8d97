//! Following a matter.

use petition_contract::{MatterView, POSTCARD};
use petition_domain::Moment;
use petition_domain::receipt::{MatterNumber, to_hex};

use crate::support::{Intent, NOW, Reply, TestApp};

fn query(app: &TestApp, number: &str, code: &str) -> Reply {
    let body = serde_json::json!({"number": number, "stretched_code": code}).to_string();
    app.json("POST", "/api/v1/status/query", &body)
}

#[test]
fn the_holder_sees_stage_events_and_clocks_and_nothing_of_the_person() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    app.submit(&intent);
    app.clock.set(Moment(NOW.0 + 3 * 86_400));
    let reply = app.open(&intent);
    assert_eq!(reply.status, 200);
    let view = reply.json();
    assert_eq!(view["stage"], "registered");
    assert_eq!(view["events"][0]["event"]["registered"]["office"], "示例市信访局");
    assert_eq!(view["clocks"][0]["days_left"], 12);
    assert_eq!(view["today"], "2026-11-25");
    assert_eq!(view["language"], "zh-CN");
    for secret in ["示例·甲", "99010119700101001X", "工资", "示例建筑公司", "371602", "labour"]
    {
        assert!(!reply.text().contains(secret), "{secret}");
    }
}

#[test]
fn the_phone_gets_the_same_in_the_form_it_reads() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    app.submit(&intent);
    let body = serde_json::json!({"lookup": to_hex(&intent.mint.secret.lookup())}).to_string();
    let headers = [("content-type", "application/json"), ("accept", POSTCARD)];
    let reply = app.send("POST", "/api/v1/status/open", &headers, body.as_bytes());
    assert_eq!(reply.header("content-type"), Some(POSTCARD));
    let compact: MatterView = postcard::from_bytes(&reply.body).unwrap();
    let plain: MatterView = serde_json::from_slice(&app.open(&intent).body).unwrap();
    assert_eq!(compact, plain);
    assert!(reply.body.len() * 2 < app.open(&intent).body.len(), "less than half the bytes");
}

#[test]
fn number_and_code_open_stage_and_dates_only() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    app.submit(&intent);
    let reply = query(&app, &intent.mint.number.grouped(), &intent.stretched_code());
    assert_eq!(reply.status, 200, "{}", reply.text());
    let keys: Vec<_> = reply.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["clocks", "number", "phone", "registered", "since", "stage", "today"]);
}

/// Everything but the date.
fn visible(reply: &Reply) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let mut headers = reply.headers.clone();
    headers.retain(|(name, _)| name != "date");
    (reply.status, headers, reply.body.clone())
}

#[test]
fn unknown_wrong_revoked_and_malformed_look_the_same() {
    let app = TestApp::start();
    let (known, revoked) = (Intent::claim(1), Intent::claim(2));
    app.submit(&known);
    app.submit(&revoked);
    app.database()
        .execute(
            "UPDATE receipt SET revoked_at = 1 WHERE number = ?1",
            [revoked.mint.number.digits()],
        )
        .unwrap();

    let open = |lookup: &str| {
        app.json("POST", "/api/v1/status/open", &serde_json::json!({"lookup": lookup}).to_string())
    };
    let unknown = open(&"0".repeat(64));
    assert_eq!(unknown.problem(), (404, "not_found".to_owned()));
    let long = "z".repeat(10_000);
    for other in [
        app.open(&revoked),
        open(""),
        open("ZZ"),
        open(&"F".repeat(64)),
        open("'; DROP TABLE receipt;--"),
        open(&long),
    ] {
        assert_eq!(visible(&other), visible(&unknown));
    }
    assert_eq!(app.open(&known).status, 200);

    let wrong = "0".repeat(64);
    let unknown_number = MatterNumber::from_body(42).digits();
    let unknown = query(&app, &unknown_number, &wrong);
    assert_eq!(visible(&unknown), visible(&open("")));
    for other in [
        query(&app, &known.mint.number.digits(), &wrong),
        query(&app, &known.mint.number.digits(), "malformed"),
        query(&app, &revoked.mint.number.digits(), &revoked.stretched_code()),
        query(&app, "not a number", &wrong),
        query(&app, "", ""),
        query(&app, &long, &long),
    ] {
        assert_eq!(visible(&other), visible(&unknown));
    }
}

#[test]
fn unknown_and_wrong_take_the_same_time() {
    let app =
        TestApp::with(&crate::support::HALL.replace("wrong_codes = 5", "wrong_codes = 1000000"));
    let intent = Intent::claim(1);
    app.submit(&intent);
    let (known, unknown) = (intent.mint.number.digits(), MatterNumber::from_body(42).digits());
    let wrong = "0".repeat(64);
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for _ in 0..400 {
        for (times, number) in times.iter_mut().zip([&known, &unknown, &"malformed".to_owned()]) {
            let before = std::time::Instant::now();
            assert_eq!(query(&app, number, &wrong).status, 404);
            times.push(before.elapsed().as_secs_f64());
        }
    }
    // Medians: other work on the machine makes some answers late, not half of them.
    let [known, unknown, malformed] = times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    });
    for other in [unknown, malformed] {
        assert!((other / known - 1.0).abs() < 0.2, "{known} {unknown} {malformed}");
    }
}

#[test]
fn a_number_is_locked_after_five_wrong_codes_whether_it_exists_or_not() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    app.submit(&intent);
    let unknown = MatterNumber::from_body(42).digits();
    let wrong = "0".repeat(64);
    let tries = |number: &str| -> Vec<_> {
        (0..7).map(|_| visible(&query(&app, number, &wrong))).collect()
    };
    let (known, unknown) = (tries(&intent.mint.number.digits()), tries(&unknown));
    assert_eq!(known, unknown);
    assert_eq!(
        known.iter().map(|(status, ..)| *status).collect::<Vec<_>>(),
        [404, 404, 404, 404, 404, 429, 429]
    );
    let right = query(&app, &intent.mint.number.digits(), &intent.stretched_code());
    assert_eq!(right.problem(), (429, "too_many_requests".to_owned()));
    assert_eq!(right.header("retry-after"), Some("900"));
    assert_eq!(app.open(&intent).status, 200, "the QR is not locked");
}

#[test]
fn right_codes_do_not_count_towards_the_lock() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    app.submit(&intent);
    for _ in 0..12 {
        assert_eq!(query(&app, &intent.mint.number.digits(), &intent.stretched_code()).status, 200);
    }
}

#[test]
fn an_address_that_asks_too_often_is_told_to_wait() {
    let hall = crate::support::HALL.replace("opens_per_minute = 0", "opens_per_minute = 3");
    let app = TestApp::with(&hall);
    let statuses: Vec<_> = (0..8)
        .map(|_| app.json("POST", "/api/v1/status/open", r#"{"lookup":""}"#).status)
        .collect();
    assert_eq!(statuses, [404, 404, 404, 404, 404, 404, 429, 429]);
    assert_eq!(app.get("/api/v1/hall").status, 200);
}

#[test]
fn only_a_trusted_proxy_says_for_whom_it_asks() {
    let limited = crate::support::HALL.replace("opens_per_minute = 0", "opens_per_minute = 1");
    let ask = |app: &TestApp, from: &str| {
        let headers = [("content-type", "application/json"), ("x-forwarded-for", from)];
        app.send("POST", "/api/v1/status/open", &headers, br#"{"lookup":""}"#).status
    };
    let app = TestApp::with(&limited);
    let spoofed: Vec<_> = (1..5).map(|n| ask(&app, &format!("192.0.2.{n}"))).collect();
    assert_eq!(spoofed, [404, 404, 429, 429]);
    let proxied = limited.replace("trusted_proxies = []", r#"trusted_proxies = ["127.0.0.1"]"#);
    let app = TestApp::with(&proxied);
    let different: Vec<_> =
        (1..5).map(|n| ask(&app, &format!("198.51.100.7, 192.0.2.{n}"))).collect();
    assert_eq!(different, [404; 4]);
}

/// The page for browsers without scripts.
mod plain {
    use super::*;

    fn form(app: &TestApp, number: &str, code: &str, lang: &str) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("number", number), ("code", code), ("lang", lang)])
            .finish();
        let kind = [("content-type", "application/x-www-form-urlencoded")];
        app.send("POST", "/q/status", &kind, body.as_bytes())
    }

    fn stretched(intent: &Intent) -> String {
        let code = &intent.mint.code;
        petition_domain::receipt::to_hex(&code.stretch(intent.mint.number).unwrap())
    }

    #[test]
    fn number_and_code_are_asked_and_answered_without_scripts() {
        let app = TestApp::start();
        let intent = Intent::claim(1);
        let mut request = intent.request();
        request.stretched_code = stretched(&intent);
        let body = serde_json::to_string(&request).unwrap();
        assert_eq!(app.submit_raw(&intent.mint.intent, body.as_bytes()).status, 201);

        let empty = app.get("/q/plain");
        assert_eq!(empty.status, 200);
        assert!(
            empty.text().contains("信访编号") && empty.text().contains(r#"action="/q/status""#)
        );
        assert!(app.get("/q/plain?lang=en").text().contains("Matter number"));

        let (number, code) = (intent.mint.number.grouped(), intent.mint.code.grouped());
        let told = form(&app, &number, &code, "zh-CN");
        assert_eq!(told.status, 200, "{}", told.text());
        for word in ["已登记", "2026年11月22日", "还剩 15 天", "第二十二条", "0000-12345"]
        {
            assert!(told.text().contains(word), "{word}: {}", told.text());
        }
        assert!(!told.text().contains(&intent.mint.code.grouped()));
        let english = form(&app, &number, &code, "en");
        assert!(english.text().contains("Registered") && english.text().contains(r#"lang="en""#));
    }

    #[test]
    fn unknown_wrong_and_malformed_get_one_page_and_nothing_is_run() {
        let app = TestApp::start();
        let intent = Intent::claim(1);
        app.submit(&intent);
        let number = intent.mint.number.digits();
        let without_number = |reply: Reply, number: &str| {
            reply.text().replace(&format!(r#"value="{number}""#), "value=\"\"")
        };
        let unknown = MatterNumber::from_body(42).digits();
        let expected = form(&app, &unknown, "00000000", "zh-CN");
        assert_eq!(expected.status, 404);
        let expected = without_number(expected, &unknown);
        assert!(expected.contains("没有查到"));
        for (number, code) in [(number.as_str(), "00000000"), (number.as_str(), "x"), ("12", "34")]
        {
            let reply = form(&app, number, code, "zh-CN");
            assert_eq!(reply.status, 404);
            assert_eq!(without_number(reply, number), expected);
        }
        let attack = "\"><script>alert(1)</script>";
        let reply = form(&app, attack, attack, attack);
        assert!(!reply.text().contains("<script"), "{}", reply.text());
        for junk in [&b"\xff\xfe%zz&&=&number"[..], b"", &[b'a'; 5000]] {
            assert_eq!(app.send("POST", "/q/status", &[], junk).status, 404);
        }
    }
}
