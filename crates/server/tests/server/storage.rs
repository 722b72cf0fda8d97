//! What rests, and under which conditions anything is acknowledged.

use std::fs;
use std::path::Path;
use std::time::Duration;

use petition_domain::attachment::FileKind;
use petition_server::app::{App, StartError};
use petition_server::clock::Clock;
use petition_server::config;

use crate::support::{HALL, Intent, NOW, Scratch, TestApp, picture, places};

fn open(dir: &Path) -> Result<(), StartError> {
    let config = config::parse(HALL, Path::new("hall.toml"), |_| None).unwrap();
    App::open(config, places(dir), Clock::standing(NOW), false).map(drop)
}

/// A folder with one matter in it, and no server.
fn folder_with_a_matter() -> Scratch {
    let kept = Scratch::new();
    let app = TestApp::start();
    assert_eq!(app.submit(&Intent::claim(1)).status, 201);
    copy(&app.dir.0, &kept.0);
    kept
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn keys_are_made_once_and_never_over_data() {
    let dir = folder_with_a_matter();
    open(&dir.0).unwrap();
    let keys = dir.0.join("data/keys");
    for name in petition_server::keys::NAMES {
        let path = keys.join(name);
        let right = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert!(matches!(open(&dir.0), Err(StartError::Keys(_))), "{name} missing");
        assert!(!path.exists(), "no key is made over data");

        fs::write(&path, [7; 32]).unwrap();
        let message = open(&dir.0).unwrap_err().to_string();
        assert!(message.contains("mode 644"), "{message}");
        only_ours(&path);
        let message = open(&dir.0).unwrap_err().to_string();
        assert!(message.contains("not the one"), "{name} wrong: {message}");
        fs::write(&path, [7; 31]).unwrap();
        assert!(open(&dir.0).is_err(), "{name} too short");
        fs::write(&path, right).unwrap();
        open(&dir.0).unwrap();
    }
}

fn only_ours(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn one_server_a_folder() {
    let app = TestApp::start();
    assert!(matches!(open(&app.dir.0), Err(StartError::InUse(_))));
}

#[test]
fn a_database_of_the_future_is_refused() {
    let dir = folder_with_a_matter();
    let database = rusqlite::Connection::open(dir.0.join("data/petition.db")).unwrap();
    database.execute_batch("PRAGMA user_version = 999").unwrap();
    drop(database);
    let message = open(&dir.0).unwrap_err().to_string();
    assert!(message.contains("999"), "{message}");
}

#[test]
fn what_was_acknowledged_is_there_after_a_restart() {
    let dir = Scratch::new();
    let intent = Intent::claim(1);
    let receipt = {
        let app = TestApp::start();
        let receipt = app.submit(&intent).body;
        // As a crash leaves it: the log is not yet in the database.
        copy(&app.dir.0, &dir.0);
        receipt
    };
    let app = TestApp::with_setup(HALL, |fresh| copy(&dir.0, fresh));
    assert_eq!(app.submit(&intent).body, receipt);
    assert_eq!(app.open(&intent).status, 200);
    let whole: String =
        app.database().query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(whole, "ok");
}

#[test]
fn the_audit_chain_shows_every_change() {
    let app = TestApp::start();
    for number in 0..5 {
        app.submit(&Intent::claim(number));
    }
    let verify = || app.block_on(app.app.store.verify_audit()).unwrap();
    assert_eq!(verify(), Ok(5));
    let database = app.database();
    let changes = [
        ("UPDATE audit SET at = at + 1 WHERE seq = 3", 3),
        ("UPDATE audit SET actor = 'else' WHERE seq = 2", 2),
        ("UPDATE audit SET matter = 1 WHERE seq = 4", 4),
        ("UPDATE audit SET detail = zeroblob(32) WHERE seq = 1", 1),
        ("UPDATE audit SET hash = zeroblob(32) WHERE seq = 5", 5),
        ("DELETE FROM audit WHERE seq = 2", 2),
        ("DELETE FROM audit WHERE seq = 5", 5),
        ("UPDATE audit SET seq = CASE seq WHEN 2 THEN -3 ELSE seq END", 1),
    ];
    for (change, row) in changes {
        database.execute_batch("SAVEPOINT before").unwrap();
        database.execute_batch(change).unwrap();
        let found = petition_server::storage::sqlite::audit::verify(&database).unwrap();
        assert_eq!(found, Err(row), "{change}");
        database.execute_batch("ROLLBACK TO before; RELEASE before").unwrap();
    }
    // One byte of one hash.
    let mut hash: Vec<u8> =
        database.query_row("SELECT hash FROM audit WHERE seq = 3", [], |row| row.get(0)).unwrap();
    hash[31] ^= 1;
    database.execute("UPDATE audit SET hash = ?1 WHERE seq = 3", [&hash]).unwrap();
    assert_eq!(verify(), Err(3));
}

#[test]
fn a_lock_from_outside_delays_and_then_turns_away() {
    let app = TestApp::start();
    let hold = |seconds| {
        let database = app.database();
        database.execute_batch("BEGIN EXCLUSIVE").unwrap();
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_secs(seconds));
            database.execute_batch("ROLLBACK").unwrap();
        })
    };
    let holder = hold(2);
    assert_eq!(app.submit(&Intent::claim(1)).status, 201, "two seconds are waited out");
    holder.join().unwrap();
    let holder = hold(7);
    let turned_away = app.submit(&Intent::claim(2));
    assert_eq!(turned_away.problem(), (503, "unavailable".to_owned()));
    assert!(turned_away.header("retry-after").is_some());
    assert_eq!(app.open(&Intent::claim(1)).status, 200, "reading goes on");
    holder.join().unwrap();
    assert_eq!(app.submit(&Intent::claim(2)).status, 201);
    assert_eq!(app.count("matter"), 2);
}

#[test]
fn nothing_typed_rests_in_plain() {
    let app = TestApp::start();
    let mut intent = Intent::claim(1);
    let marker = "ZQX7f3a9c1b";
    let chinese = "秘密标记𠮷䶮壹贰叁";
    let both = format!("{marker}{chinese}");
    let submission = &mut intent.submission;
    submission.statement.facts = both.clone();
    submission.statement.reasons = both.clone();
    submission.statement.request = both.clone();
    submission.about.unit = both.clone();
    submission.place.detail = both.clone();
    submission.people[0].address.detail = both.clone();
    let upload = intent.upload(0);
    let content = [picture(FileKind::Jpeg), both.clone().into_bytes()].concat();
    assert_eq!(
        app.send("PUT", &format!("/api/v1/attachments/{upload}"), &[], &content).status,
        201
    );
    intent.submission.attachments = vec![petition_domain::submission::AttachmentRef {
        id: upload,
        name: format!("{both}.jpg"),
    }];
    assert_eq!(app.submit(&intent).status, 201);
    assert_eq!(app.open(&intent).status, 200);

    let number = intent.submission.people[0].id.number.clone();
    let secret = intent.mint.secret.as_str().to_owned();
    let code = intent.mint.code.as_str().to_owned();
    let needles: Vec<Vec<u8>> =
        [marker, chinese, &number, &secret, &code, "labour", "claim", "示例·甲"]
            .iter()
            .flat_map(|text| {
                let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                [text.as_bytes().to_vec(), utf16]
            })
            .collect();
    let mut files = 0;
    let mut bytes: Vec<u8> = Vec::new();
    read_all(&app.data(), &mut |path, content| {
        files += 1;
        for needle in &needles {
            let found = content.windows(needle.len()).any(|window| window == needle.as_slice());
            assert!(!found, "{} holds {:?}", path.display(), String::from_utf8_lossy(needle));
        }
        bytes.extend(content);
    });
    assert!(files >= 6, "database, log and its index, upload, keys: {files}");
    // The search does find what is there: the detector works.
    let public = intent.mint.number.digits();
    assert!(bytes.windows(14).any(|window| window == public.as_bytes()));
}

fn read_all(dir: &Path, look: &mut impl FnMut(&Path, &[u8])) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, look);
        } else {
            look(&path, &fs::read(&path).unwrap());
        }
    }
}
