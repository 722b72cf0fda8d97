//! The description of the API is committed; a change of the API is a change of that file.

use std::path::Path;

use petition_server::api::openapi::document;

#[test]
fn the_committed_description_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let document = document();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &document).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == document,
        "run the test again with UPDATE_SNAPSHOTS=1 and commit the change"
    );
}

#[test]
fn it_is_served_and_every_operation_tells_its_problems() {
    let app = crate::support::TestApp::start();
    let reply = app.get("/api/v1/openapi.json");
    assert_eq!(reply.header("content-type"), Some("application/json"));
    let document = reply.json();
    assert_eq!(document["openapi"], "3.1.0");
    let mut operations = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations += 1;
            let responses = operation["responses"].as_object().unwrap();
            for (status, response) in responses {
                assert!(!response["description"].as_str().unwrap().is_empty());
                let is_problem = response["content"].get("application/problem+json").is_some();
                assert_eq!(is_problem, status.as_str() >= "400", "{method} {path} {status}");
            }
            let takes_json = operation["requestBody"]["content"].get("application/json").is_some();
            let told: Vec<_> = responses.keys().map(String::as_str).collect();
            if takes_json {
                for status in ["400", "413", "415", "422", "429", "503"] {
                    assert!(told.contains(&status), "{method} {path} {status}");
                }
            }
        }
    }
    assert_eq!(operations, 10);
}
