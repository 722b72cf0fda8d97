//! Pages, files and headers.

use std::fs;
use std::path::Path;

use crate::support::{HALL, TestApp};

fn dist(dir: &Path) {
    let dist = dir.join("dist");
    fs::create_dir_all(dist.join("q")).unwrap();
    fs::create_dir_all(dir.join("content")).unwrap();
    fs::write(dist.join("index.html"), "<!doctype html>kiosk").unwrap();
    fs::write(dist.join("q/index.html"), "<!doctype html>phone").unwrap();
    fs::write(dist.join("kiosk-0123456789abcdef.js"), "plain").unwrap();
    fs::write(dist.join("kiosk-0123456789abcdef.js.br"), "packed").unwrap();
    fs::write(dist.join("q/phone-0123456789abcdef.wasm"), "\0asm").unwrap();
    fs::write(dist.join("icon.svg"), "<svg/>").unwrap();
    fs::write(dir.join("content/guide.json"), "{}").unwrap();
    fs::write(dir.join("secret.txt"), "secret").unwrap();
}

#[test]
fn pages_files_and_content_are_served() {
    let app = TestApp::with_setup(HALL, dist);
    assert_eq!(app.get("/").text(), "<!doctype html>kiosk");
    for path in ["/q", "/q/", "/Q", "/q?x=1"] {
        assert_eq!(app.get(path).text(), "<!doctype html>phone", "{path}");
    }
    let page = app.get("/");
    assert_eq!(page.header("content-type"), Some("text/html"));
    assert_eq!(page.header("cache-control"), Some("no-store"));

    let path = "/kiosk-0123456789abcdef.js";
    let plain = app.get(path);
    assert_eq!((plain.text(), plain.header("content-encoding")), ("plain", None));
    assert_eq!(plain.header("content-type"), Some("text/javascript"));
    assert_eq!(plain.header("cache-control"), Some("public, max-age=31536000, immutable"));
    let packed = app.send("GET", path, &[("accept-encoding", "gzip, br")], b"");
    assert_eq!((packed.text(), packed.header("content-encoding")), ("packed", Some("br")));
    assert_eq!(packed.header("vary"), Some("accept-encoding"));
    let wasm = app.get("/q/phone-0123456789abcdef.wasm");
    assert_eq!(wasm.header("content-type"), Some("application/wasm"));

    assert_eq!(app.get("/content/guide.json").text(), "{}");
    assert_eq!(app.get("/icon.svg").header("cache-control"), Some("no-cache"));
    assert_eq!(app.get("/nothing-0123456789abcdef.js").header("cache-control"), Some("no-store"));
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/content/../../secret.txt",
        "/q/../../secret.txt",
    ] {
        assert_eq!(app.get(path).status, 404, "{path}");
    }
}

#[test]
fn without_a_front_end_the_pages_say_so() {
    let app = TestApp::start();
    assert_eq!(app.get("/").status, 503);
    assert!(app.get("/q").text().contains("not built"));
    assert_eq!(app.get("/api/v1/hall").status, 200);
}

#[test]
fn every_answer_carries_its_headers() {
    let app = TestApp::with_setup(HALL, dist);
    let paths = [
        "/",
        "/q",
        "/Q",
        "/q/plain",
        "/kiosk-0123456789abcdef.js",
        "/icon.svg",
        "/content/guide.json",
        "/api/v1/hall",
        "/api/v1/nothing",
        "/healthz",
        "/readyz",
        "/reset",
        "/nothing",
    ];
    for path in paths {
        let reply = app.get(path);
        let header = |name| reply.header(name).unwrap_or_else(|| panic!("{path} lacks {name}"));
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(
            header("strict-transport-security"),
            "max-age=63072000; includeSubDomains; preload"
        );
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{path}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}");
        if path.starts_with("/api/") || path.ends_with('z') {
            assert_eq!(header("cache-control"), "no-store", "{path}");
            continue;
        }
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(header("cross-origin-embedder-policy"), "require-corp");
        assert_eq!(header("x-robots-tag"), "noindex, noarchive");
        let camera = if path == "/" { "camera=(self)" } else { "camera=()" };
        assert!(header("permissions-policy").contains(camera), "{path}");
    }
    let policy = |path| app.get(path).header("content-security-policy").unwrap().to_owned();
    for path in ["/", "/q"] {
        assert!(policy(path).contains("require-trusted-types-for 'script'; trusted-types default"));
    }
    assert!(policy("/").contains("form-action 'none'"));
    assert!(policy("/q").contains("form-action 'self'"));
    assert!(policy("/q/plain").contains("form-action 'self'"));
}

#[test]
fn reset_clears_the_browser_and_leads_home() {
    let app = TestApp::start();
    let reply = app.get("/reset");
    assert_eq!((reply.status, reply.header("location")), (303, Some("/")));
    assert_eq!(reply.header("clear-site-data"), Some(r#""cookies", "storage""#));
    assert_eq!(reply.header("cache-control"), Some("no-store"));
}

#[test]
fn reports_of_the_content_policy_are_counted_and_forgotten() {
    let app = TestApp::start();
    let report = r#"[{"type":"csp-violation","url":"https://x/","body":{"effectiveDirective":"script-src"}}]"#;
    for body in [report, "[]", "junk", "{}"] {
        assert_eq!(app.send("POST", "/csp-reports", &[], body.as_bytes()).status, 204);
    }
    assert!(app.app.metrics_text().contains("petition_csp_reports_total 1\n"));
}

#[test]
fn health_and_the_hall() {
    let app = TestApp::start();
    assert_eq!((app.get("/healthz").status, app.get("/readyz").status), (200, 200));
    assert_eq!(app.get("/metrics").status, 404, "only on its own address");
    let hall = app.get("/api/v1/hall").json();
    assert_eq!(hall["name"], "示例市群众来访接待大厅");
    assert_eq!(hall["today"], "2026-11-22");
    assert_eq!(hall["demo"], false);
    assert_eq!(hall["rules"]["attachments"]["max_count"], 20);
    assert_eq!(
        hall["rules"]["categories"].as_array().unwrap().len(),
        hall["categories"].as_array().unwrap().len()
    );
    assert_eq!(hall["guide"]["reply"], 60);
}
