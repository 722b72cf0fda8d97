//! Submitting.

use petition_domain::submission::{Person, Purpose, Signature, Who};

use crate::support::{ID_NUMBERS, Intent, NOW, TestApp, person};

#[test]
fn a_claim_is_registered_and_its_receipt_says_what_comes_next() {
    let app = TestApp::start();
    let intent = Intent::claim(1);
    let reply = app.submit(&intent);
    assert_eq!(reply.status, 201, "{}", reply.text());
    let receipt = reply.json();
    assert_eq!(receipt["number"], intent.mint.number.digits());
    assert_eq!(receipt["registered_at"], NOW.0);
    assert_eq!(receipt["office"], "示例市信访局");
    assert_eq!(receipt["clocks"][0]["kind"], "refer");
    assert_eq!(receipt["clocks"][0]["due"], "2026-12-07");
    assert_eq!(receipt["reply_days"], 60);
    assert_eq!(receipt["extension_days"], 30);
    for table in ["matter", "submission", "receipt", "event", "outbox", "idempotency", "audit"] {
        assert_eq!(app.count(table), 1, "{table}");
    }
}

#[test]
fn suggestions_and_accusations_promise_no_sixty_days() {
    let app = TestApp::start();
    for (number, purpose) in [(1, Purpose::Suggestion), (2, Purpose::Accusation)] {
        let mut intent = Intent::claim(number);
        intent.submission.purpose = Some(purpose);
        if purpose == Purpose::Accusation {
            intent.submission.about.accused_name = "示例丁".to_owned();
            intent.submission.about.accused_acts = "收受财物".to_owned();
        }
        let receipt = app.submit(&intent).json();
        assert_eq!(receipt["clocks"][0]["kind"], "refer", "{receipt}");
        assert!(receipt["reply_days"].is_null() && receipt["extension_days"].is_null());
    }
}

#[test]
fn five_representatives_a_guardian_and_an_organisation() {
    let app = TestApp::start();
    let mut group = Intent::claim(1);
    group.submission.who = Some(Who::Group);
    group.submission.people = ID_NUMBERS.iter().map(|number| person(number)).collect();
    group.submission.people_concerned = Some(12);
    assert_eq!(app.submit(&group).status, 201);

    let mut organisation = Intent::claim(2);
    organisation.submission.who = Some(Who::Organisation);
    organisation.submission.organisation.name = "示例贸易有限公司".to_owned();
    organisation.submission.people[0].id = Person::default().id;
    organisation.submission.signature =
        Some(Signature::Drawn { strokes: vec![(0..20).map(|i| [i * 10, i * 5]).collect()] });
    let reply = app.submit(&organisation);
    assert_eq!(reply.status, 201, "{}", reply.text());
}

#[test]
fn the_accused_can_be_published_by_nobody_and_unasked_answers_are_refused() {
    let app = TestApp::start();
    let mut intent = Intent::claim(1);
    intent.submission.purpose = Some(Purpose::Accusation);
    intent.submission.about.accused_acts = "收受财物".to_owned();
    intent.submission.publish = true;
    let faults = app.submit(&intent).faults();
    assert_eq!(faults, [("publish".to_owned(), "not_asked".to_owned())]);
    intent.submission.purpose = Some(Purpose::Claim);
    let faults = app.submit(&intent).faults();
    assert_eq!(faults, [("about".to_owned(), "not_asked".to_owned())]);
    assert_eq!(app.count("matter"), 0);
}

#[test]
fn a_division_outside_the_table_is_refused_where_there_is_a_table() {
    let hall = crate::support::HALL;
    let app = TestApp::with_setup(hall, |dir| {
        std::fs::create_dir_all(dir.join("content")).unwrap();
        let table = r#"[["37","山东省",[["3716","滨州市",[["371602","滨城区"]]]]]]"#;
        std::fs::write(dir.join("content/divisions.json"), table).unwrap();
    });
    let mut intent = Intent::claim(1);
    assert_eq!(app.submit(&intent).status, 201);
    intent = Intent::claim(2);
    intent.submission.place.division = "371699".to_owned();
    let faults = app.submit(&intent).faults();
    assert_eq!(faults, [("place/division".to_owned(), "unknown".to_owned())]);
}

#[test]
fn text_comes_back_from_the_seal_byte_for_byte() {
    use petition_server::matter::body_place;
    let app = TestApp::start();
    let mut intent = Intent::claim(1);
    let text = "𠮷䶮㛃𬘬 é e\u{301} 👨‍👩‍👧‍👦 \u{e000} 葛\u{e0100} <script>'; DROP TABLE matter;--\t=1+1\n\u{202e}abc";
    intent.submission.statement.facts = text.to_owned();
    assert_eq!(app.submit(&intent).status, 201);
    let (uid, dek, sealed): (Vec<u8>, Vec<u8>, Vec<u8>) = app
        .database()
        .query_row(
            "SELECT uid, dek, sealed FROM matter JOIN submission ON matter = id",
            [],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let uid: [u8; 16] = uid.try_into().unwrap();
    let dek = app.app.keys.kek.unwrap(petition_server::matter::dek_place(&uid), &dek).unwrap();
    let plain = dek.open(body_place(&uid), &sealed).unwrap();
    let stored: petition_domain::submission::Submission = serde_json::from_slice(&plain).unwrap();
    assert_eq!(stored, intent.submission);
}
