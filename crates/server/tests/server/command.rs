//! The program as an operator starts it.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use petition_domain::receipt::to_hex;

use crate::support::{Intent, Reply, Scratch, request};

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_petition-server");

pub struct Running {
    child: Child,
    pub address: SocketAddr,
    dir: Scratch,
}

impl Running {
    pub fn start(extra: &[&str]) -> Self {
        let dir = Scratch::new();
        let mut command = Command::new(PROGRAM);
        command.args(["serve", "--port", "0", "--data"]).arg(dir.0.join("data"));
        command.arg("--dist").arg(dir.0.join("dist")).args(extra);
        Self::wait_for(command, dir)
    }

    /// Starts `command` and waits for its one line.
    fn wait_for(mut command: Command, dir: Scratch) -> Self {
        let mut child = command
            .env("PETITION_LOG", "debug")
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(dir.0.join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let log = || std::fs::read_to_string(dir.0.join("log")).unwrap();
        let address = line.strip_prefix("listening on http://");
        let address = address.unwrap_or_else(|| panic!("{line:?} {}", log())).trim_end();
        Self { child, address: address.parse().unwrap(), dir }
    }

    fn submit(&self, intent: &Intent) -> Reply {
        let headers = [
            ("content-type", "application/json"),
            ("idempotency-key", intent.mint.intent.as_str()),
        ];
        request(self.address, "POST", "/api/v1/matters", &headers, intent.body().as_bytes())
    }

    fn view(&self, intent: &Intent) -> serde_json::Value {
        let body = format!(r#"{{"lookup":"{}"}}"#, to_hex(&intent.mint.secret.lookup()));
        let json = [("content-type", "application/json")];
        request(self.address, "POST", "/api/v1/status/open", &json, body.as_bytes()).json()
    }

    fn event(&self, intent: &Intent, words: &[&str]) -> Output {
        let number = intent.mint.number.grouped();
        let mut args = vec!["event", number.as_str()];
        args.extend(words);
        command(&args, &self.dir.0.join("data"))
    }

    pub fn log(&self) -> String {
        std::fs::read_to_string(self.dir.0.join("log")).unwrap()
    }

    fn stop(&mut self) -> bool {
        // The shell's own `kill`: a bare Debian has no program of that name.
        let kill = format!("kill {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn command(args: &[&str], data: &Path) -> Output {
    Command::new(PROGRAM).args(args).arg("--data").arg(data).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn office_events_move_the_timeline_while_the_server_runs() {
    let mut server = Running::start(&["--demo"]);
    let intent = Intent::claim(1);
    assert_eq!(server.submit(&intent).status, 201);
    let steps: [(&[&str], &str); 9] = [
        (&["refer", "--organ", "示例市人力资源和社会保障局"], "referred"),
        (&["return", "--reason", "不属于本单位职责"], "returned"),
        (&["assign", "--organ", "示例市住房和城乡建设局"], "assigned"),
        (&["accept", "--organ", "示例市住房和城乡建设局", "--path", "petition"], "accepted"),
        (&["extend", "--days", "30", "--reason", "情况复杂"], "accepted"),
        (&["reply", "--outcome", "not-supported"], "replied"),
        (&["request-review"], "under_review"),
        (&["review", "--outcome", "supported"], "reviewed"),
        (&["close"], "closed"),
    ];
    for (index, (words, stage)) in steps.into_iter().enumerate() {
        let output = server.event(&intent, words);
        assert!(output.status.success(), "{words:?}: {}", text(&output.stderr));
        let view = server.view(&intent);
        assert_eq!(view["stage"], stage, "{words:?}");
        assert_eq!(view["events"].as_array().unwrap().len(), index + 2);
    }
    let output = server.event(&intent, &["withdraw"]);
    assert!(text(&output.stderr).contains("nothing follows"), "{}", text(&output.stderr));
    let held = command(&["verify-audit"], &server.dir.0.join("data"));
    assert!(text(&held.stdout).contains("audit rows hold"), "{}", text(&held.stderr));
    assert!(server.stop(), "SIGTERM ends it well");
}

#[test]
fn impossible_steps_name_the_possible_ones() {
    let server = Running::start(&["--demo"]);
    let intent = Intent::claim(1);
    server.submit(&intent);
    for (words, message) in [
        (
            &["reply", "--outcome", "supported"][..],
            "allowed: refer assign accept not-accept withdraw",
        ),
        (&["accept", "--organ", "x"], "--path is missing"),
        (&["accept", "--organ", "x", "--path", "own_rules"], "own_rules belongs to"),
        (&["accept", "--organ", "x", "--path", "nowhere"], "petition"),
        (&["refer", "--organ", " "], "empty"),
        (&["refer"], "--organ is missing"),
        (&["refer", "--organ", "x", "--on", "2020-01-01"], "later than that day"),
        (&["refer", "--organ", "x", "--on", "2999-01-01"], "has not come"),
        (&["refer", "--organ", "x", "--on", "2026-02-31"], "2026-02-31"),
        (&["register"], "kiosk"),
        (&["explode"], "there are: register refer"),
    ] {
        let output = server.event(&intent, words);
        assert!(!output.status.success(), "{words:?}");
        assert!(text(&output.stderr).contains(message), "{words:?}: {}", text(&output.stderr));
    }
    assert_eq!(server.view(&intent)["stage"], "registered");
    let unknown = server.event(&Intent::claim(99), &["close"]);
    assert!(text(&unknown.stderr).contains("no matter has the number"));
}

#[test]
fn calls_are_listed_and_answered() {
    let server = Running::start(&["--demo"]);
    let data = server.dir.0.join("data");
    assert!(text(&command(&["calls"], &data).stdout).contains("nobody waits"));
    let body = br#"{"page":"notice","language":"en"}"#;
    let json = [("content-type", "application/json")];
    assert_eq!(request(server.address, "POST", "/api/v1/calls", &json, body).status, 201);
    let listed = text(&command(&["calls"], &data).stdout);
    assert!(listed.starts_with("1\t") && listed.contains("3 号机\tnotice\ten"), "{listed}");
    assert!(command(&["answer", "1"], &data).status.success());
    assert!(!command(&["answer", "1"], &data).status.success());
    assert!(text(&command(&["calls"], &data).stdout).contains("nobody waits"));
}

#[test]
fn the_log_holds_nothing_of_anybody() {
    let mut server = Running::start(&["--demo"]);
    let mut intent = Intent::claim(1);
    intent.submission.statement.facts = "ZQXmarker 秘密标记\n{\"level\":\"forged\"}".to_owned();
    assert_eq!(server.submit(&intent).status, 201);
    intent.submission.statement.facts = "ZQXmarker\0".to_owned();
    server.submit(&intent);
    server.view(&intent);
    let json = [("content-type", "application/json")];
    let forged = br#"{"page":"notice","language":"a\nforged"}"#;
    request(server.address, "POST", "/api/v1/calls", &json, forged);
    request(server.address, "GET", "/ZQXmarker?ZQXmarker", &[("x-marker", "ZQXmarker")], b"");
    assert!(server.stop());
    let log = server.log();
    let secrets = [
        "ZQXmarker",
        "秘密标记",
        intent.mint.secret.as_str(),
        &intent.mint.number.digits(),
        &to_hex(&intent.mint.secret.lookup()),
        &intent.mint.intent,
        "99010119700101001X",
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
    for line in log.lines() {
        let parsed: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_ne!(parsed["level"], "forged");
    }
}

#[test]
fn without_a_configuration_it_says_what_to_give() {
    let dir = Scratch::new();
    let output = command(&["serve", "--port", "0"], &dir.0.join("data"));
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("--config FILE"), "{}", text(&output.stderr));
    let file = dir.0.join("hall.toml");
    std::fs::write(&file, crate::support::HALL.replace("kiosk =", "kiosks =")).unwrap();
    let output =
        command(&["serve", "--port", "0", "--config", file.to_str().unwrap()], &dir.0.join("data"));
    assert!(text(&output.stderr).contains(", line "), "{}", text(&output.stderr));
}

#[test]
fn the_description_and_the_configuration_are_printed() {
    let output = Command::new(PROGRAM).arg("openapi").output().unwrap();
    assert_eq!(text(&output.stdout), petition_server::api::openapi::document());
    let output = Command::new(PROGRAM).arg("config").output().unwrap();
    assert_eq!(text(&output.stdout), crate::support::HALL);
}

#[test]
fn metrics_have_an_address_of_their_own() {
    let server = Running::start(&["--demo", "--metrics-bind", "127.0.0.1:0"]);
    server.submit(&Intent::claim(1));
    let log = server.log();
    let line = log.lines().find(|line| line.contains(r#""message":"metrics""#)).unwrap();
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    let address = line["fields"]["address"].as_str().unwrap().parse().unwrap();
    let metrics = request(address, "GET", "/metrics", &[], b"");
    assert!(metrics.text().contains("petition_matters_registered_total 1\n"));
    assert_eq!(request(server.address, "GET", "/metrics", &[], b"").status, 404);
}

#[test]
fn a_demonstration_says_so_and_where_it_is() {
    let mut server = Running::start(&["--demo"]);
    let hall = request(server.address, "GET", "/api/v1/hall", &[], b"").json();
    assert_eq!(hall["demo"], true);
    assert_eq!(hall["public_url"], format!("http://{}", server.address));
    server.stop();
    let mut rest = String::new();
    server.child.stdout.take().unwrap().read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "", "standard output says one line");
}

/// A server on a small disk of its own, half of it taken by a file that goes when `flag` appears.
fn on_a_small_disk(dir: &Scratch) -> Option<Running> {
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["-rm", "sh", "-c", script]);
        command
    };
    let disk = dir.0.join("disk");
    std::fs::create_dir_all(&disk).unwrap();
    let mount = format!("mount -t tmpfs -o size=16m tmpfs {}", disk.display());
    // Where the kernel lets nobody mount anything there is nothing to try.
    let can_mount = unshare(&mount).stderr(Stdio::null()).status().is_ok_and(|s| s.success());
    can_mount.then(|| {
        let script = format!(
            "{mount} && cd {disk} && head -c 8M /dev/zero > filler && \
             (n=0; while [ ! -e {flag} ] && [ $n -lt 600 ]; do sleep 0.1; n=$((n+1)); done; rm filler) & \
             while [ ! -e {disk}/filler ]; do sleep 0.1; done; \
             exec {PROGRAM} serve --demo --port 0 --data {disk}/data --dist {disk}",
            disk = disk.display(),
            flag = dir.0.join("flag").display(),
        );
        Running::wait_for(unshare(&script), Scratch::new())
    })
}

#[test]
fn on_a_full_disk_reading_goes_on_and_writing_comes_back() {
    let dir = Scratch::new();
    let Some(server) = on_a_small_disk(&dir) else {
        eprintln!("this machine lets nobody mount a small disk: not tried");
        return;
    };
    let large = |number| {
        let mut intent = Intent::claim(number);
        intent.submission.statement.facts = "字".repeat(20_000);
        intent.submission.statement.reasons = "字".repeat(20_000);
        intent
    };
    let mut number = 0;
    let refused = loop {
        let reply = server.submit(&large(number));
        if reply.status != 201 {
            break reply;
        }
        number += 1;
        assert!(number < 1000, "the disk is never full");
    };
    assert!(number > 3, "{number}");
    assert_eq!(refused.problem(), (503, "unavailable".to_owned()));
    assert!(refused.header("retry-after").is_some());
    for taken in 0..number {
        assert_eq!(server.view(&large(taken))["stage"], "registered");
    }
    std::fs::write(dir.0.join("flag"), "").unwrap();
    let again = (0..50).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        Some(server.submit(&large(number))).filter(|reply| reply.status == 201)
    });
    assert!(again.is_some(), "there is space again");
    assert_eq!(server.view(&large(number))["stage"], "registered");
}

#[test]
fn whatever_was_acknowledged_survives_a_kill() {
    let dir = Scratch::new();
    let start = || {
        let mut command = Command::new(PROGRAM);
        command.args(["serve", "--demo", "--port", "0", "--data"]).arg(dir.0.join("data"));
        command.arg("--dist").arg(dir.0.join("dist"));
        Running::wait_for(command, Scratch::new())
    };
    let mut acknowledged: Vec<(u64, Vec<u8>)> = Vec::new();
    for round in 0..4_u64 {
        let mut server = start();
        let address = server.address;
        let taken: Vec<(u64, Vec<u8>)> = std::thread::scope(|scope| {
            let clients: Vec<_> = (0..8)
                .map(|client| {
                    scope.spawn(move || {
                        let numbers = (0..).map(|n| (round * 8 + client) * 100_000 + n);
                        let tries = numbers.map(|n| (n, try_to_submit(address, &Intent::claim(n))));
                        let taken = tries.take_while(|(_, receipt)| receipt.is_some());
                        taken.filter_map(|(n, receipt)| Some((n, receipt?))).collect::<Vec<_>>()
                    })
                })
                .collect();
            std::thread::sleep(std::time::Duration::from_millis(150 + 130 * round));
            server.child.kill().unwrap();
            clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
        });
        assert!(!taken.is_empty());
        acknowledged.extend(taken);
    }
    let server = start();
    for (number, receipt) in &acknowledged {
        assert_eq!(&server.submit(&Intent::claim(*number)).body, receipt);
    }
    let held = command(&["verify-audit"], &dir.0.join("data"));
    assert!(held.status.success(), "{}", text(&held.stderr));
}

/// The receipt, unless the server goes away first.
fn try_to_submit(address: SocketAddr, intent: &Intent) -> Option<Vec<u8>> {
    use std::io::Write;
    let headers =
        [("content-type", "application/json"), ("idempotency-key", intent.mint.intent.as_str())];
    let body = intent.body();
    let request =
        crate::support::request_bytes("POST", "/api/v1/matters", &headers, body.as_bytes());
    let mut stream = std::net::TcpStream::connect(address).ok()?;
    stream.write_all(&request).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let reply = crate::support::parse(&answer)?;
    assert_eq!(reply.status, 201);
    Some(reply.body)
}
