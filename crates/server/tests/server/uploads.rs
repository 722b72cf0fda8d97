//! Uploads: what is taken, what is refused, what is claimed.

use std::time::{Duration, Instant};

use petition_domain::Moment;
use petition_domain::attachment::FileKind;
use petition_domain::submission::AttachmentRef;

use crate::support::{Intent, NOW, Reply, TestApp, picture};

fn put(app: &TestApp, id: &str, content: &[u8]) -> Reply {
    app.send("PUT", &format!("/api/v1/attachments/{id}"), &[], content)
}

fn blobs(app: &TestApp) -> usize {
    std::fs::read_dir(app.data().join("blobs")).unwrap().count()
}

const ID: &str = "00112233445566778899aabbccddeeff";
const OTHER: &str = "ffeeddccbbaa99887766554433221100";

#[test]
fn the_four_kinds_are_taken_and_rest_sealed() {
    let app = TestApp::start();
    let kinds = [
        (FileKind::Jpeg, "jpeg"),
        (FileKind::Png, "png"),
        (FileKind::Webp, "webp"),
        (FileKind::Pdf, "pdf"),
    ];
    for (index, (kind, name)) in kinds.into_iter().enumerate() {
        let content = picture(kind);
        let id = format!("{index:032x}");
        let reply = put(&app, &id, &content);
        assert_eq!(reply.status, 201, "{name}: {}", reply.text());
        assert_eq!(reply.json()["kind"], name);
        assert_eq!(reply.json()["bytes"], content.len());
        assert_eq!(put(&app, &id, &content).status, 200, "the same again");
    }
    assert_eq!(blobs(&app), 4);
    for file in std::fs::read_dir(app.data().join("blobs")).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(FileKind::sniff(&bytes).is_none());
    }
}

#[test]
fn an_id_stands_for_its_first_bytes() {
    let app = TestApp::start();
    assert_eq!(put(&app, ID, &picture(FileKind::Png)).status, 201);
    assert_eq!(put(&app, ID, &picture(FileKind::Jpeg)).problem(), (409, "conflict".to_owned()));
    assert_eq!(app.send("DELETE", &format!("/api/v1/attachments/{ID}"), &[], b"").status, 204);
    assert_eq!(app.send("DELETE", &format!("/api/v1/attachments/{ID}"), &[], b"").status, 204);
    assert_eq!((blobs(&app), app.count("attachment")), (0, 0));
    assert_eq!(put(&app, ID, &picture(FileKind::Jpeg)).status, 201);
    for bad in ["x", "00112233445566778899AABBCCDDEEFF", "..%2f..%2fetc%2fpasswd", "%ff"] {
        assert_eq!(put(&app, bad, b"x").problem(), (400, "bad_id".to_owned()), "{bad}");
    }
}

#[test]
fn twenty_puts_at_once_leave_one_blob() {
    let app = TestApp::start();
    let content = picture(FileKind::Png);
    std::thread::scope(|scope| {
        let tries: Vec<_> =
            (0..20).map(|_| scope.spawn(|| put(&app, ID, &content).status)).collect();
        for one in tries {
            assert!(matches!(one.join().unwrap(), 200 | 201));
        }
    });
    assert_eq!((blobs(&app), app.count("attachment")), (1, 1));
}

/// Width and height of a PNG's header, with its checksum mended.
fn png_header_only(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut crc = !0_u32;
    for byte in &header {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let mut out = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    out.extend(header);
    out.extend((!crc).to_be_bytes());
    out
}

fn zip_of_nothing() -> Vec<u8> {
    let mut out = b"PK\x05\x06".to_vec();
    out.extend([0; 18]);
    out
}

#[test]
fn lies_bombs_and_ruins_are_refused_soon_and_leave_nothing() {
    let app = TestApp::start();
    let (jpeg, png, webp, pdf) = (
        picture(FileKind::Jpeg),
        picture(FileKind::Png),
        picture(FileKind::Webp),
        picture(FileKind::Pdf),
    );
    let half = |content: &[u8]| content[..content.len() / 2].to_vec();
    let with = |content: &[u8], tail: &[u8]| [content, tail].concat();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let mut script_in_comment = jpeg[..2].to_vec();
    script_in_comment.extend(b"\xff\xfe\x00\x1c<script>alert(1)</script>");
    script_in_comment.extend(&jpeg[2..]);
    let mut garbled = jpeg.clone();
    let middle = garbled.len() / 2;
    garbled[20..middle].fill(0xff);
    let cases: Vec<(&str, Vec<u8>, u16, &str)> = vec![
        ("nothing", Vec::new(), 422, "empty_file"),
        ("text", b"hello".to_vec(), 415, "unsupported_file"),
        ("svg named .jpg", svg.to_vec(), 415, "unsupported_file"),
        ("program", b"MZ\x90\0\x03".to_vec(), 415, "unsupported_file"),
        ("gif", b"GIF89a=1;alert(1)".to_vec(), 415, "unsupported_file"),
        ("zip", zip_of_nothing(), 415, "unsupported_file"),
        ("tiff loop", b"II*\0\x08\0\0\0\x01\0\0\0".to_vec(), 415, "unsupported_file"),
        ("jpeg magic only", b"\xff\xd8\xff\xe0".to_vec(), 415, "unsupported_file"),
        ("half a jpeg", half(&jpeg), 415, "unsupported_file"),
        ("jpeg without its end", jpeg[..jpeg.len() - 2].to_vec(), 415, "unsupported_file"),
        ("garbled jpeg", garbled, 415, "unsupported_file"),
        ("half a png", half(&png), 415, "unsupported_file"),
        ("half a webp", half(&webp), 415, "unsupported_file"),
        ("half a pdf", half(&pdf), 415, "unsupported_file"),
        ("pdf magic only", b"%PDF-1.7\n%%EOF".to_vec(), 415, "unsupported_file"),
        ("60000 x 60000", png_header_only(60_000, 60_000), 422, "image_too_large"),
        (
            "16000 x 16000",
            with(&png_header_only(16_000, 16_000), b"\0\0\x10\0IDAT"),
            422,
            "image_too_large",
        ),
        ("0 x 0", png_header_only(0, 0), 415, "unsupported_file"),
        ("jpeg and zip", with(&jpeg, &zip_of_nothing()), 415, "unsupported_file"),
        ("png and zip", with(&png, &zip_of_nothing()), 415, "unsupported_file"),
        ("pdf and zip", with(&pdf, &zip_of_nothing()), 415, "unsupported_file"),
        ("script in a comment", script_in_comment, 415, "unsupported_file"),
        ("test virus", br"X5O!P%@AP[4\PZX54(P^)7CC)7}".to_vec(), 415, "unsupported_file"),
    ];
    for (name, content, status, code) in cases {
        let before = Instant::now();
        let reply = put(&app, ID, &content);
        assert_eq!(reply.problem(), (status, code.to_owned()), "{name}");
        assert!(before.elapsed() < Duration::from_secs(2), "{name}: {:?}", before.elapsed());
    }
    assert_eq!((blobs(&app), app.count("attachment")), (0, 0));
    // Telephones put things behind a picture; that alone is no offence.
    assert_eq!(put(&app, ID, &with(&jpeg, b"SEFT trailer of a telephone")).status, 201);
}

#[test]
fn what_is_too_large_is_refused_before_it_is_read() {
    let hall = crate::support::HALL.replace("max_bytes = 20_000_000", "max_bytes = 100_000");
    let app = TestApp::with(&hall);
    let path = format!("/api/v1/attachments/{ID}");
    let said = app.send("PUT", &path, &[("content-length", "99999999999")], b"");
    assert_eq!(said.problem(), (413, "too_large".to_owned()));
    let chunked = [("transfer-encoding", "chunked"), ("content-length", "")];
    let chunk = format!("{:x}\r\n{}\r\n0\r\n\r\n", 150_000, "a".repeat(150_000));
    let reply = send_chunked(&app, &path, &chunk);
    assert_eq!(reply.problem(), (413, "too_large".to_owned()), "{chunked:?}");
}

fn send_chunked(app: &TestApp, path: &str, chunks: &str) -> Reply {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(app.address).unwrap();
    let head = format!(
        "PUT {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n"
    );
    stream.write_all((head + chunks).as_bytes()).ok();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok();
    crate::support::parse(&answer).unwrap()
}

fn with_uploads(number: u64, ids: &[&str]) -> Intent {
    let mut intent = Intent::claim(number);
    let file = |id: &&str| AttachmentRef { id: (*id).to_owned(), name: "合同.jpg".to_owned() };
    intent.submission.attachments = ids.iter().map(file).collect();
    intent
}

#[test]
fn a_submission_claims_its_uploads_once() {
    let app = TestApp::start();
    put(&app, ID, &picture(FileKind::Jpeg));
    let missing = app.submit(&with_uploads(1, &[ID, OTHER])).faults();
    assert_eq!(missing, [("attachments/1".to_owned(), "missing".to_owned())]);
    put(&app, OTHER, &picture(FileKind::Png));
    let intent = with_uploads(1, &[ID, OTHER]);
    let first = app.submit(&intent);
    assert_eq!(first.status, 201);
    assert_eq!(app.submit(&intent).body, first.body, "claimed by itself is no fault");
    let stolen = app.submit(&with_uploads(2, &[OTHER])).faults();
    assert_eq!(stolen, [("attachments/0".to_owned(), "missing".to_owned())]);
    let path = format!("/api/v1/attachments/{ID}");
    assert_eq!(app.send("DELETE", &path, &[], b"").problem(), (409, "conflict".to_owned()));
    assert_eq!(blobs(&app), 2);
}

#[test]
fn twenty_one_files_and_too_many_bytes_are_refused() {
    let hall =
        crate::support::HALL.replace("max_total_bytes = 200_000_000", "max_total_bytes = 100_000");
    let app = TestApp::with(&hall);
    let ids: Vec<String> = (0..21).map(|n| format!("{n:032x}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let faults = app.submit(&with_uploads(1, &ids)).faults();
    assert!(faults.contains(&("attachments".to_owned(), "too_many".to_owned())), "{faults:?}");
    // A telephone's trailer makes a small picture large.
    let padded = |n: u8| [picture(FileKind::Jpeg), vec![n; 60_000]].concat();
    put(&app, ids[0], &padded(1));
    put(&app, ids[1], &padded(2));
    let faults = app.submit(&with_uploads(1, &ids[..2])).faults();
    assert_eq!(faults, [("attachments".to_owned(), "too_large".to_owned())]);
}

#[test]
fn what_nobody_submits_goes_after_a_day() {
    let app = TestApp::start();
    put(&app, ID, &picture(FileKind::Jpeg));
    put(&app, OTHER, &picture(FileKind::Png));
    app.submit(&with_uploads(1, &[ID]));
    let clear_up = |after_seconds| {
        app.clock.set(Moment(NOW.0 + after_seconds));
        app.block_on(petition_server::jobs::clear_up(&app.app)).unwrap();
    };
    clear_up(24 * 3600);
    assert_eq!((blobs(&app), app.count("attachment")), (2, 2));
    clear_up(24 * 3600 + 1);
    assert_eq!((blobs(&app), app.count("attachment")), (1, 1));
    assert_eq!(app.count("idempotency"), 1);
    // What a crash leaves between file and row. Files are stamped by the machine's clock.
    std::fs::write(app.data().join("blobs/0123456789abcdef"), "left over").unwrap();
    let real = petition_server::clock::Clock::system().now().0 - NOW.0;
    clear_up(real);
    assert_eq!(blobs(&app), 2, "it may be on its way in");
    clear_up(real + 24 * 3600 + 10);
    assert_eq!(blobs(&app), 1);
    clear_up(7 * 24 * 3600 + 1);
    assert_eq!(app.count("idempotency"), 0);
    // The stored answer is gone, but never does one intent become two matters.
    let again = app.submit(&with_uploads(1, &[]));
    assert_eq!(again.problem(), (409, "conflict".to_owned()));
}
