//! A real server on a free port, with a hall and a store of its own.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use petition_contract::{HallView, SubmitRequest, paths};
use petition_domain::receipt::{MatterNumber, Mint, Seed, to_hex};
use petition_domain::submission::Submission;
use petition_text::Lang;
use rusqlite::{Connection, OpenFlags};

use crate::guard::Guarded;
use crate::places;

/// The hall of the tests. All of it is invented.
#[expect(
    clippy::struct_excessive_bools,
    reason = "settings that have nothing to do with each other"
)]
pub struct Hall {
    /// BCP 47 tags, the first is what a visitor finds.
    pub languages: Vec<&'static str>,
    /// Whether receipts go to the printer by themselves.
    pub prints: bool,
    /// Most files of one matter.
    pub max_files: usize,
    /// Whether it has a content folder of its own, which a test may edit: [`Server::content`].
    pub edits_content: bool,
    /// Whether it has pages of its own, of which a test may take some away: [`Server::dist`].
    pub edits_dist: bool,
    /// Whether it has recordings of its cards.
    pub has_recordings: bool,
    /// Whether its machines write with the keyboard on the screen; else with one that is typed on.
    pub has_keyboard: bool,
}

impl Default for Hall {
    fn default() -> Self {
        Self {
            languages: vec!["zh-CN", "en", "en-XA", "ar-XB"],
            prints: true,
            max_files: 20,
            edits_content: false,
            edits_dist: false,
            has_recordings: false,
            has_keyboard: false,
        }
    }
}

impl Hall {
    /// A hall that speaks `lang` first.
    pub fn speaking(lang: Lang) -> Self {
        let mut hall = Self::default();
        hall.languages.sort_by_key(|tag| *tag != lang.tag());
        hall
    }

    fn toml(&self, public_url: &str) -> String {
        let Self { languages, prints, max_files, has_recordings, has_keyboard, .. } = self;
        format!(
            r#"public_url = "{public_url}"
[hall]
name = "{HALL_NAME}"
office = "{OFFICE}"
phone = "0000-54321"
hours = "工作日 9:00-17:00"
address = "试验市试验区试验路9号"
kiosk = "9 号机"
languages = {languages:?}
prints = {prints}
recordings = {has_recordings}
keyboard = {has_keyboard}
[privacy]
handler = "{OFFICE}"
contact = "0000-54321"
retention_years = 10
[attachments]
max_count = {max_files}
[limits]
submissions_per_minute = 0
uploads_per_minute = 0
drafts_per_minute = 0
opens_per_minute = 0
queries_per_minute = 0
calls_per_minute = 0
wrong_codes = 1000
"#
        )
    }
}

/// Name of the hall of the tests.
pub const HALL_NAME: &str = "试验市群众来访接待大厅";
/// Name of its office.
pub const OFFICE: &str = "试验市信访局";

const CONTENT: &str = "content";
const DIST: &str = "dist";

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// A running server. It ends, and its data goes, when this is dropped.
pub struct Server {
    /// `http://127.0.0.1:PORT`
    pub url: String,
    guard: Guarded,
    binary: PathBuf,
}

impl Server {
    /// Starts a server for `hall`.
    pub fn start(hall: &Hall) -> Result<Self> {
        // The receipt names the address that phones reach, so the port must be known before the
        // start. Between looking and taking, another program may be faster: then try again.
        for _ in 0..5 {
            let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            if let Ok(server) = Self::start_on(hall, port) {
                return Ok(server);
            }
        }
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        Self::start_on(hall, port)
    }

    fn start_on(hall: &Hall, port: u16) -> Result<Self> {
        let binary = places::server()?;
        let url = format!("http://127.0.0.1:{port}");
        let text = hall.toml(&url);
        let args = |folder: &Path| {
            let config = folder.join("hall.toml");
            // A file that is not there is named by the server itself.
            fs::write(&config, &text).ok();
            let path = |path: &Path| path.display().to_string();
            let mut args: Vec<String> = Vec::new();
            args.extend(["serve".into(), "--port".into(), port.to_string()]);
            args.extend(["--data".into(), path(&folder.join("data"))]);
            let dist = if hall.edits_dist {
                let own = folder.join(DIST);
                copy(&places::dist(), &own).ok();
                own
            } else {
                places::dist()
            };
            args.extend(["--dist".into(), path(&dist)]);
            let shared = places::content().unwrap_or_else(|| places::dist().join("content"));
            let content = if hall.edits_content {
                let own = folder.join(CONTENT);
                copy(&shared, &own).ok();
                own
            } else {
                shared
            };
            args.extend(["--content".into(), path(&content)]);
            args.extend(["--config".into(), path(&config)]);
            args
        };
        let listening = |line: &str| line.contains("listening on ").then_some(());
        let (guard, ()) = Guarded::start(&binary, args, listening)?;
        Ok(Self { url, guard, binary })
    }

    /// Where it keeps everything.
    pub fn data(&self) -> PathBuf {
        self.guard.folder().join("data")
    }

    /// The content folder of a hall that edits its own.
    pub fn content(&self) -> PathBuf {
        self.guard.folder().join(CONTENT)
    }

    /// The pages of a hall that has its own.
    pub fn dist(&self) -> PathBuf {
        self.guard.folder().join(DIST)
    }

    /// Records what an office does, by the server's own command line.
    pub fn event(&self, number: MatterNumber, event: &[&str]) -> Result<()> {
        let mut command = Command::new(&self.binary);
        command.arg("event").arg(number.digits()).args(event).arg("--data").arg(self.data());
        let done = command.output().context("cannot run petition-server event")?;
        let said = String::from_utf8_lossy(&done.stderr);
        ensure!(done.status.success(), "event {event:?} was refused: {said}");
        Ok(())
    }

    /// How many rows `table` has where `condition` holds.
    fn count(&self, table: &str, condition: &str) -> Result<u64> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let database = Connection::open_with_flags(self.data().join("petition.db"), flags)?;
        let sql = format!("select count(*) from {table} where {condition}");
        let count: i64 = database.query_row(&sql, (), |row| row.get(0))?;
        Ok(u64::try_from(count)?)
    }

    /// How many matters are registered.
    pub fn matters(&self) -> Result<u64> {
        self.count("matter", "true")
    }

    /// How many uploads belong to a registered matter.
    pub fn claimed_uploads(&self) -> Result<u64> {
        self.count("attachment", "matter is not null")
    }

    /// How many drafts wait for a reload.
    pub fn drafts(&self) -> Result<u64> {
        self.count("draft", "true")
    }

    /// How many calls for help wait.
    pub fn calls(&self) -> Result<u64> {
        self.count("call", "answered_at is null")
    }

    /// The hall as the front end sees it.
    pub async fn hall(&self) -> Result<HallView> {
        let response = reqwest::get(format!("{}{}", self.url, paths::HALL)).await?;
        Ok(response.error_for_status()?.json().await?)
    }

    /// Registers `submission` without a browser, for tests that begin after that.
    pub async fn submit(&self, seed: u8, submission: Submission, lang: Lang) -> Result<Mint> {
        let mint = Mint::new(&Seed([seed; 32]));
        let stretched = mint.code.stretch(mint.number).context("no memory to stretch")?;
        let request = SubmitRequest {
            number: mint.number,
            lookup: to_hex(&mint.secret.lookup()),
            stretched_code: to_hex(&stretched),
            language: lang.tag().to_owned(),
            submission: submission.trimmed(),
        };
        let response = reqwest::Client::new()
            .post(format!("{}{}", self.url, paths::MATTERS))
            .header(paths::IDEMPOTENCY_KEY, &mint.intent)
            .json(&request)
            .send()
            .await?;
        let status = response.status();
        if !status.is_success() {
            bail!("submitting was answered {status}: {}", response.text().await?);
        }
        Ok(mint)
    }
}
