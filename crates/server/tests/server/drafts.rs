//! Sealed drafts.

use petition_domain::Moment;

use crate::support::{NOW, TestApp};

const PATH: &str = "/api/v1/drafts/00112233445566778899aabbccddeeff";

fn blob(bytes: usize) -> String {
    format!(r#"{{"sealed":"{}"}}"#, "a7".repeat(bytes))
}

#[test]
fn a_draft_is_kept_replaced_given_back_and_forgotten() {
    let app = TestApp::start();
    assert_eq!(app.get(PATH).problem(), (404, "not_found".to_owned()));
    assert_eq!(app.json("PUT", PATH, &blob(40)).status, 204);
    assert_eq!(app.json("PUT", PATH, &blob(1_000_000)).status, 204, "the largest");
    assert_eq!(app.get(PATH).text(), blob(1_000_000));
    assert_eq!(app.count("draft"), 1);
    assert_eq!(app.send("DELETE", PATH, &[], b"").status, 204);
    assert_eq!(app.send("DELETE", PATH, &[], b"").status, 204);
    assert_eq!(app.get(PATH).status, 404);
}

#[test]
fn a_draft_lasts_a_day() {
    let app = TestApp::start();
    app.json("PUT", PATH, &blob(100));
    app.clock.set(Moment(NOW.0 + 24 * 3600));
    assert_eq!(app.get(PATH).status, 200);
    app.clock.set(Moment(NOW.0 + 24 * 3600 + 1));
    assert_eq!(app.get(PATH).status, 404);
    app.block_on(petition_server::jobs::clear_up(&app.app)).unwrap();
    assert_eq!(app.count("draft"), 0);
}

#[test]
fn what_is_no_sealed_draft_is_refused() {
    let app = TestApp::start();
    for body in
        [blob(39), blob(1_000_001), r#"{"sealed":"A7"}"#.into(), r#"{"sealed":"abc"}"#.into()]
    {
        let reply = app.json("PUT", PATH, &body);
        assert_eq!(reply.faults(), [("sealed".to_owned(), "bad_format".to_owned())]);
    }
    assert_eq!(app.json("PUT", PATH, &blob(1_000_100)).problem().0, 413);
    assert_eq!(app.json("PUT", "/api/v1/drafts/x", &blob(40)).problem().0, 400);
    assert_eq!(app.json("PUT", PATH, "{}").problem().0, 422);
}
