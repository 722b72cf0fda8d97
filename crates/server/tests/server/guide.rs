//! The explainers: what a page loads of them, and what an edit on disk does.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use petition_content::board::{Board, When};
use petition_content::search::Index;
use petition_content::{Card, ChannelView, Shelf};
use petition_domain::Moment;
use petition_server::guide::Watcher;

use crate::command::{PROGRAM, Running};
use crate::support::{HALL, NOW, Reply, Scratch, TestApp, request};

/// Puts the content of this repository into the folder.
fn content(dir: &Path) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/content");
    copy(&from, &dir.join("content"));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn address(lang: &str, name: &str) -> String {
    format!("/content/guide/v1/{lang}/{name}")
}

fn unpacked(reply: &Reply) -> Vec<u8> {
    assert_eq!(reply.header("content-encoding"), Some("br"));
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut reply.body.as_slice(), &mut plain).unwrap();
    plain
}

#[test]
fn everything_that_a_page_loads_decodes() {
    let app = TestApp::with_setup(HALL, content);
    for lang in ["zh-CN", "en"] {
        let get = |name: &str| app.get(&address(lang, name));
        let shelf: Shelf = postcard::from_bytes(&get("shelf.bin").body).unwrap();
        let index: Index = postcard::from_bytes(&get("index.bin").body).unwrap();
        let channel: ChannelView = postcard::from_bytes(&get("channel.bin").body).unwrap();
        assert_eq!(channel.questions.len(), channel.table.questions.len());
        let cards: Vec<_> = shelf.tiles.iter().flat_map(|tile| &tile.cards).collect();
        assert_eq!(cards.len(), index.cards.len(), "every card stands behind a tile");
        for known in cards {
            let reply = get(&format!("cards/{}.bin", known.id));
            let card: Card = postcard::from_bytes(&reply.body).unwrap();
            assert_eq!((&card.id, &card.title), (&known.id, &known.title));
        }
    }
}

#[test]
fn what_is_loaded_is_packed_and_asked_for_again_only_when_it_changes() {
    let app = TestApp::with_setup(HALL, content);
    let path = address("zh-CN", "index.bin");
    let plain = app.get(&path);
    let packed = app.send("GET", &path, &[("accept-encoding", "gzip, br")], b"");
    assert!(packed.body.len() < plain.body.len() / 2, "{}", packed.body.len());
    assert_eq!(unpacked(&packed), plain.body);
    assert_ne!(plain.header("etag"), packed.header("etag"), "other bytes, another tag");
    for reply in [&plain, &packed] {
        assert_eq!(reply.header("content-type"), Some("application/octet-stream"));
        assert_eq!(reply.header("cache-control"), Some("no-cache"));
        assert_eq!(reply.header("vary"), Some("accept-encoding"));
        assert!(reply.header("content-security-policy").is_some());
        let tag = reply.header("etag").unwrap();
        let again = app.send("GET", &path, &[("if-none-match", tag)], b"");
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(again.header("cache-control"), Some("no-cache"));
        let other = app.send("GET", &path, &[("if-none-match", "\"0123\"")], b"");
        assert_eq!(other.status, 200);
    }
    let head = app.send("HEAD", &path, &[], b"");
    assert_eq!((head.status, head.header("etag")), (200, plain.header("etag")));
    for unknown in ["zh/index.bin", "fr/index.bin", "en/cards/nothing.bin", "en/other.bin", "en/"] {
        let reply = app.get(&format!("/content/guide/v1/{unknown}"));
        assert_eq!(reply.problem(), (404, "not_found".to_owned()), "{unknown}");
    }
    assert_eq!(app.send("POST", &path, &[], b"").status, 405);
}

const LABOUR: &str = "zh-CN/labour.md";
const TITLE: &str = "干了活，不给工资";

/// Replaces text of a file of the content, and returns the line where it stood.
fn edit(dir: &Path, file: &str, from: &str, to: &str) -> usize {
    let path = dir.join("content").join(file);
    let text = fs::read_to_string(&path).unwrap();
    let at = text.find(from).unwrap_or_else(|| panic!("{file} has no {from}"));
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    1 + text[..at].matches('\n').count()
}

fn title(app: &TestApp) -> String {
    let card: Card =
        postcard::from_bytes(&app.get(&address("zh-CN", "cards/wages-unpaid.bin")).body).unwrap();
    card.title
}

fn board(app: &TestApp, lang: &str) -> Board {
    postcard::from_bytes(&app.get(&address(lang, "board.bin")).body).unwrap()
}

#[test]
fn an_edit_appears_and_a_broken_one_does_not() {
    let app = TestApp::with_setup(HALL, content);
    let mut watcher = Watcher::new(Arc::clone(&app.app));
    let tag = app.get(&address("zh-CN", "shelf.bin")).header("etag").map(str::to_owned);
    assert_eq!(app.get("/readyz").json(), serde_json::json!({"status": "ready"}));

    edit(&app.dir.0, LABOUR, TITLE, "老板不给工钱怎么办");
    assert_eq!(title(&app), TITLE);
    watcher.look();
    assert_eq!(title(&app), "老板不给工钱怎么办");
    assert_ne!(app.get(&address("zh-CN", "shelf.bin")).header("etag"), tag.as_deref());

    let line = edit(&app.dir.0, LABOUR, "limit = \"labour-inspection\"", "limit = \"nowhere\"");
    edit(&app.dir.0, LABOUR, "老板不给工钱怎么办", "新的题目");
    watcher.look();
    assert_eq!(title(&app), "老板不给工钱怎么办", "the last good version stays");
    let ready = app.get("/readyz");
    let detail = ready.json()["detail"].as_str().unwrap().to_owned();
    let wanted = format!("{LABOUR}:{line}: no limit \"nowhere\"");
    assert_eq!(ready.status, 200, "the hall goes on");
    assert!(detail.contains("stale") && detail.contains(&wanted), "{detail}");

    edit(&app.dir.0, LABOUR, "limit = \"nowhere\"", "limit = \"labour-inspection\"");
    watcher.look();
    assert_eq!(title(&app), "新的题目");
    assert_eq!(app.get("/readyz").json(), serde_json::json!({"status": "ready"}));
}

#[test]
fn the_program_looks_by_itself_and_tells_the_log() {
    let dir = Scratch::new();
    content(&dir.0);
    let folder = dir.0.join("content");
    let server = Running::start(&["--demo", "--content", folder.to_str().unwrap()]);
    let get = |path: &str| request(server.address, "GET", path, &[], b"");
    let page = "/g/zh-CN/wages-unpaid";
    let until = |what: &str, holds: &dyn Fn() -> bool| {
        let begun = Instant::now();
        while !holds() {
            assert!(begun.elapsed() < Duration::from_mins(1), "{what}: {}", server.log());
            std::thread::yield_now();
        }
    };
    assert!(get(page).text().contains(TITLE));
    edit(&dir.0, LABOUR, TITLE, "老板不给工钱怎么办");
    until("an edit appears", &|| get(page).text().contains("老板不给工钱怎么办"));
    let line = edit(&dir.0, LABOUR, "way = \"labour-inspection\"", "way = \"nowhere\"");
    let wanted = format!("{LABOUR}:{line}: no way");
    until("a fault is told", &|| get("/readyz").text().contains(&wanted));
    assert!(get(page).text().contains("老板不给工钱怎么办"));
    let log = server.log();
    assert!(log.contains(&wanted), "{log}");
    assert!(!log.contains("wages-unpaid"), "what somebody reads is nobody's business: {log}");
}

#[test]
fn a_broken_folder_is_refused_at_start_with_every_fault() {
    let dir = Scratch::new();
    content(&dir.0);
    let organ = edit(&dir.0, LABOUR, "organs = [\"labour-inspection\"", "organs = [\"nobody\"");
    let syntax = edit(&dir.0, "ways.toml", "cost = \"free\"", "cost = free");
    let folder = dir.0.join("content");
    let output = Command::new(PROGRAM)
        .args(["serve", "--demo", "--port", "0", "--content", folder.to_str().unwrap(), "--data"])
        .arg(dir.0.join("data"))
        .output()
        .unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    for fault in [format!("{LABOUR}:{organ}: no organ \"nobody\""), format!("ways.toml:{syntax}: ")]
    {
        assert!(told.lines().any(|line| line.starts_with(&fault)), "{fault}: {told}");
    }
}

#[test]
fn telephones_are_shown_where_the_hall_has_them() {
    let app = TestApp::with_setup(HALL, content);
    assert!(app.get("/g/zh-CN/wages-unpaid").text().contains("0000-12333"));
    let labour = board(&app, "en").hotlines.into_iter().find(|row| row.key == "labour").unwrap();
    assert_eq!(labour.phone, "0000-12333");
    assert!(labour.organs.contains(&"Labour inspection".to_owned()));

    let without = HALL.replace("labour = \"0000-12333\"\n", "");
    let app = TestApp::with_setup(&without, content);
    assert!(!app.get("/g/zh-CN/wages-unpaid").text().contains("0000-12333"));
    assert!(board(&app, "en").hotlines.iter().all(|row| row.key != "labour"));
}

#[test]
fn the_board_is_of_today_and_follows_the_configuration() {
    let app = TestApp::with_setup(HALL, |dir| {
        content(dir);
        fs::write(dir.join("hall.toml"), HALL).unwrap();
    });
    let mut watcher = Watcher::new(Arc::clone(&app.app));
    let (zh, en) = (board(&app, "zh-CN"), board(&app, "en"));
    assert_eq!((zh.topics.len(), zh.reception.len(), zh.duties.len()), (2, 5, 5));
    assert_eq!(zh.topics[0].title, "让老小区的路更好走");
    assert_eq!(en.topics[0].title, "Better paths in old neighbourhoods");
    assert_eq!(en.wifi.unwrap().name, "Xinfang-Guest");
    assert!(matches!(zh.reception[0].when, When::On(_)), "{:?}", zh.reception[0]);

    app.clock.set(Moment(NOW.0 + 80 * 24 * 3600));
    watcher.look();
    let later = board(&app, "zh-CN");
    assert_eq!(later.topics.len(), 1, "one topic has closed");
    assert!(later.reception.iter().all(|row| matches!(row.when, When::Every(_))));

    let hall = app.dir.0.join("hall.toml");
    fs::write(&hall, HALL.replace("Xinfang-Guest", "Hall")).unwrap();
    watcher.look();
    assert_eq!(board(&app, "en").wifi.unwrap().name, "Hall");
    fs::write(&hall, HALL.replace("labour = ", "labuor = ")).unwrap();
    watcher.look();
    let line = 1 + HALL.lines().position(|line| line.starts_with("labour = ")).unwrap();
    let wanted = format!("hall.toml:{line}: no organ");
    assert!(app.get("/readyz").text().contains(&wanted), "{}", app.get("/readyz").text());
    assert_eq!(board(&app, "en").wifi.unwrap().name, "Hall");
    app.clock.set(Moment(NOW.0 + 500 * 24 * 3600));
    watcher.look();
    assert_eq!(board(&app, "en").topics.len(), 0, "days go by while the file is broken");
    assert!(app.get("/readyz").text().contains(&wanted), "which is still told");
}

#[test]
fn a_card_is_a_plain_page_for_phones() {
    let app = TestApp::with_setup(HALL, |dir| {
        content(dir);
        edit(dir, LABOUR, "身份证\"", "<b>&'证'\"");
    });
    let page = app.get("/g/zh-CN/wages-unpaid");
    assert_eq!(page.status, 200);
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    assert!(page.header("content-security-policy").unwrap().contains("form-action 'self'"));
    let text = page.text();
    for part in [
        "<html lang=\"zh-CN\"",
        "<h1>干了活，不给工资</h1>",
        "<h2>能走的路</h2>",
        "<h3>劳动监察",
        "2 年内要去办",
        "不收钱",
        "&lt;b&gt;&amp;&#39;证&#39;",
        "<details>",
        "《劳动保障监察条例》 第 20 条",
        "2026年11月22日",
        "href=\"/q\"",
        "href=\"/g/en/wages-unpaid\" lang=\"en\"",
        "href=\"/g/zh-CN/\"",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("<script") && !text.contains("<b>&"), "{text}");
    let unverified = "没有核对到法律原文";
    assert!(!text.contains(unverified), "everything of this card was read in the law");
    assert!(app.get("/g/zh-CN/hall-help").text().contains(unverified));

    let list = app.get("/g/en/");
    let shelf: Shelf = postcard::from_bytes(&app.get(&address("en", "shelf.bin")).body).unwrap();
    for card in shelf.tiles.iter().flat_map(|tile| &tile.cards) {
        assert!(list.text().contains(&format!("href=\"/g/en/{}\"", card.id)), "{}", card.id);
    }
    for unknown in ["/g/en/nothing", "/g/fr/wages-unpaid", "/g/en/%3Cscript%3E"] {
        let reply = app.get(unknown);
        assert_eq!(reply.status, 404, "{unknown}");
        assert!(reply.text().contains("href=\"/g/"), "{unknown} leads on");
        assert!(!reply.text().contains("<script"), "{unknown}");
    }
}

#[test]
fn a_hall_without_explainers_still_registers() {
    let app = TestApp::start();
    assert_eq!(app.get(&address("en", "shelf.bin")).status, 404);
    assert_eq!(app.get("/g/en/").status, 404);
    assert_eq!(app.get("/readyz").status, 200);
}
