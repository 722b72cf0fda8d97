//! A server in this process on a free port, a plain client, and invented people.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use petition_contract::SubmitRequest;
use petition_domain::Moment;
use petition_domain::attachment::FileKind;
use petition_domain::identity::IdDocument;
use petition_domain::identity::document::IdKind;
use petition_domain::receipt::{Mint, Seed, to_hex};
use petition_domain::submission::{
    About, Earlier, Person, Place, Proceedings, Purpose, Signature, Statement, Submission, Who,
};
use petition_server::app::{App, Places};
use petition_server::clock::Clock;
use petition_server::{config, serve, web};
use tokio::sync::oneshot;

/// 2026-11-22 09:41 in China.
pub const NOW: Moment = Moment(1_795_311_660);

/// A folder that goes when the test ends.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "petition-test-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let dir = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

pub const HALL: &str = include_str!("../../demo/hall.toml");

/// A running server.
pub struct TestApp {
    pub app: Arc<App>,
    pub address: SocketAddr,
    pub clock: Clock,
    pub dir: Scratch,
    stop: Option<oneshot::Sender<()>>,
    runtime: Option<tokio::runtime::Runtime>,
}

impl TestApp {
    pub fn start() -> Self {
        Self::with(HALL)
    }

    /// Starts with another configuration.
    pub fn with(hall: &str) -> Self {
        Self::with_setup(hall, |_| {})
    }

    /// Starts after `setup` has put things into the folder.
    pub fn with_setup(hall: &str, setup: impl FnOnce(&Path)) -> Self {
        let dir = Scratch::new();
        setup(&dir.0);
        let places = places(&dir.0);
        let clock = Clock::standing(NOW);
        let config = config::parse(hall, Path::new("hall.toml"), |_| None).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .unwrap();
        let app = App::open(config, places, clock.clone(), false).unwrap();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel();
        let router = web::router(Arc::clone(&app));
        let served = Arc::clone(&app);
        runtime.spawn(async move {
            let stop = async { stopped.await.unwrap_or(()) };
            serve::serve(listener, served, router, stop).await.unwrap();
        });
        Self { app, address, clock, dir, stop: Some(stop), runtime: Some(runtime) }
    }

    pub fn data(&self) -> PathBuf {
        places(&self.dir.0).data
    }

    pub fn block_on<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.as_ref().unwrap().block_on(work)
    }

    pub fn database(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.data().join("petition.db")).unwrap()
    }

    pub fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        self.database().query_row(&sql, [], |row| row.get(0)).unwrap()
    }

    pub fn get(&self, path: &str) -> Reply {
        request(self.address, "GET", path, &[], b"")
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        request(self.address, method, path, headers, body)
    }

    pub fn json(&self, method: &str, path: &str, body: &str) -> Reply {
        self.send(method, path, &[("content-type", "application/json")], body.as_bytes())
    }

    pub fn submit(&self, intent: &Intent) -> Reply {
        self.submit_raw(&intent.mint.intent, intent.body().as_bytes())
    }

    pub fn submit_raw(&self, key: &str, body: &[u8]) -> Reply {
        let headers = [("content-type", "application/json"), ("idempotency-key", key)];
        self.send("POST", "/api/v1/matters", &headers, body)
    }

    pub fn open(&self, intent: &Intent) -> Reply {
        let lookup = to_hex(&intent.mint.secret.lookup());
        self.json("POST", "/api/v1/status/open", &format!(r#"{{"lookup":"{lookup}"}}"#))
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).ok();
        }
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_timeout(std::time::Duration::from_secs(2));
        }
    }
}

pub fn places(dir: &Path) -> Places {
    let hall = Some(dir.join("hall.toml")).filter(|path| path.exists());
    Places { data: dir.join("data"), dist: dir.join("dist"), content: dir.join("content"), hall }
}

/// An answer as it came.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|err| panic!("{err}: {self:?}"))
    }

    /// Status and code of a problem, which it must be.
    pub fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let body = self.json();
        assert_eq!(body["status"], self.status);
        (self.status, body["code"].as_str().unwrap().to_owned())
    }

    /// Field and code of each answer that is not valid.
    pub fn faults(&self) -> Vec<(String, String)> {
        assert_eq!(self.problem(), (422, "invalid".to_owned()), "{}", self.text());
        let body = self.json();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let errors = body["errors"].as_array().unwrap();
        errors.iter().map(|error| (text(&error["field"]), text(&error["code"]))).collect()
    }
}

pub fn request_bytes(method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n");
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n").unwrap();
    }
    if !headers.iter().any(|(name, _)| *name == "content-length") {
        write!(head, "content-length: {}\r\n", body.len()).unwrap();
    }
    let mut bytes = (head + "\r\n").into_bytes();
    bytes.extend(body);
    bytes
}

pub fn request(
    address: SocketAddr,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Reply {
    let mut stream = TcpStream::connect(address).unwrap();
    // A refusal may come before all of a large body is read; what counts is the answer.
    stream.write_all(&request_bytes(method, path, headers, body)).ok();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok();
    // An answer to HEAD tells the length of a body that does not come.
    let parsed = if method == "HEAD" { parse_head(&answer) } else { parse(&answer) };
    parsed.unwrap_or_else(|| panic!("{method} {path}: no answer: {answer:?}"))
}

pub fn parse(answer: &[u8]) -> Option<Reply> {
    let reply = parse_head(answer)?;
    if let Some(length) = reply.header("content-length") {
        (length.parse() == Ok(reply.body.len())).then_some(())?;
    }
    Some(reply)
}

fn parse_head(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let body = answer[end + 4..].to_vec();
    Some(Reply { status, headers, body })
}

/// A submission with everything that its receipt needs.
#[derive(Clone)]
pub struct Intent {
    pub mint: Mint,
    pub seed: [u8; 32],
    pub submission: Submission,
}

impl Intent {
    /// An invented claim; `number` makes it another one.
    pub fn claim(number: u64) -> Self {
        let mut seed = [0x5a; 32];
        seed[..8].copy_from_slice(&number.to_be_bytes());
        Self { mint: Mint::new(&Seed(seed)), seed, submission: claim() }
    }

    pub fn request(&self) -> SubmitRequest {
        SubmitRequest {
            number: self.mint.number,
            lookup: to_hex(&self.mint.secret.lookup()),
            // What the client sends is any 32 bytes to the server; the real stretching takes long.
            stretched_code: self.stretched_code(),
            language: "zh-CN".to_owned(),
            submission: self.submission.clone(),
        }
    }

    pub fn stretched_code(&self) -> String {
        to_hex(&self.mint.draft_key)
    }

    pub fn body(&self) -> String {
        serde_json::to_string(&self.request()).unwrap()
    }

    /// Id of its upload number `index`.
    pub fn upload(&self, index: u32) -> String {
        Mint::attachment_id(&Seed(self.seed), index)
    }
}

pub fn place() -> Place {
    Place { division: "371602".to_owned(), detail: "示例路1号".to_owned() }
}

/// A person who does not exist: region 990101 does not.
pub fn person(number: &str) -> Person {
    Person {
        name: "示例·甲".to_owned(),
        id: IdDocument { kind: Some(IdKind::ResidentId), number: number.to_owned() },
        mobile: String::new(),
        address: place(),
    }
}

pub const ID_NUMBERS: [&str; 3] =
    ["99010119700101001X", "990101197001010036", "990101197001010052"];

pub fn claim() -> Submission {
    Submission {
        who: Some(Who::Individual),
        people: vec![person(ID_NUMBERS[0])],
        purpose: Some(Purpose::Claim),
        category: "labour".to_owned(),
        place: place(),
        about: About { unit: "示例建筑公司".to_owned(), ..About::default() },
        statement: Statement {
            facts: "工程去年完工，工资一直没有发。".to_owned(),
            reasons: "合同写明按月发工资。".to_owned(),
            request: "请依法查处，发放工资。".to_owned(),
        },
        earlier: Earlier { raised: Some(false), ..Earlier::default() },
        proceedings: Some(Proceedings::None),
        truthful: true,
        signature: Some(Signature::Confirmed),
        ..Submission::default()
    }
}

/// A small picture that decodes.
pub fn picture(kind: FileKind) -> Vec<u8> {
    let image = image::RgbImage::from_fn(64, 48, |x, y| {
        let byte = |n: u32| u8::try_from(n % 256).unwrap();
        image::Rgb([byte(x * 4), byte(y * 5), byte(x * y)])
    });
    let format = match kind {
        FileKind::Jpeg => image::ImageFormat::Jpeg,
        FileKind::Png => image::ImageFormat::Png,
        FileKind::Webp => image::ImageFormat::WebP,
        FileKind::Pdf => return pdf(),
    };
    let mut out = std::io::Cursor::new(Vec::new());
    image::DynamicImage::from(image).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A PDF of one empty page.
pub fn pdf() -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let start = out.len();
    out.push_str("xref\n0 4\n0000000000 65535 f \n");
    for offset in offsets {
        writeln!(out, "{offset:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").unwrap();
    out.into_bytes()
}
