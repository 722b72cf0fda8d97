//! wrk, its scripts, and what it says.

use std::fmt;
use std::io::Read;
use std::net::SocketAddr;
use std::process::Command;

use petition_contract::SubmitRequest;

use crate::fill;
use crate::stage::Stage;

const CONNECTIONS: &str = "64";
const THREADS: &str = "2";
/// Of one side in one round.
pub const SECONDS: u32 = 3;

/// Requests that a thread of wrk has ready: making them is not to cost what is measured.
const POOL_SUBMIT: u32 = 15_000;
const POOL_OPEN: u32 = 60_000;

/// What one run gave.
pub struct Load {
    pub per_second: f64,
    middle: String,
    slow: String,
    /// Time of a core that the server spent on an answer: what other work on the machine changes
    /// least.
    cpu_micros: f64,
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { per_second, middle, slow, cpu_micros } = self;
        write!(f, "{per_second:.0}/s (p50 {middle}, p99 {slow}, {cpu_micros:.0} µs of a core each)")
    }
}

/// Stops where there is no wrk.
pub fn check() {
    let found = Command::new("wrk").arg("-v").output();
    assert!(found.is_ok(), "wrk is missing: `cargo xtask bench server` installs it");
}

fn run(address: SocketAddr, path: &str, script: Option<&str>, seconds: u32) -> Load {
    let file = std::env::temp_dir().join(format!("petition-bench-{}.lua", std::process::id()));
    let mut wrk = Command::new("wrk");
    wrk.args(["-t", THREADS, "-c", CONNECTIONS, "--latency", "-d", &format!("{seconds}s")]);
    if let Some(script) = script {
        std::fs::write(&file, script).unwrap();
        wrk.arg("-s").arg(&file);
    }
    let before = cpu_seconds();
    let output = wrk.arg(format!("http://{address}{path}")).output().unwrap();
    std::fs::remove_file(&file).ok();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text} {}", String::from_utf8_lossy(&output.stderr));
    let refused = text.contains("Non-2xx") || text.contains("Socket errors");
    assert!(!refused, "answers were refused: {text}");
    let after = |label: &str| {
        let line = text.lines().find(|line| line.trim_start().starts_with(label)).unwrap();
        line.split_whitespace().last().unwrap().to_owned()
    };
    let per_second: f64 = after("Requests/sec:").parse().unwrap();
    Load {
        per_second,
        cpu_micros: (cpu_seconds() - before) * 1e6 / (per_second * f64::from(seconds)),
        middle: after("50%"),
        slow: after("99%"),
    }
}

/// Submissions of about 3 KB, each another intent.
pub fn submit(stage: &Stage) -> Load {
    let body = serde_json::to_string(&fill::request()).unwrap();
    let SubmitRequest { number, lookup, .. } = fill::request();
    let (before, rest) = body.split_once(&number.digits()).unwrap();
    let (between, after) = rest.split_once(&lookup).unwrap();
    let script = format!(
        r#"
local before, between, after = [==[{before}]==], [==[{between}]==], [==[{after}]==]
local count = 0
function setup(thread)
  count = count + 1
  thread:set("seed", os.time() * 100 + count)
end
local function hex(words)
  local out = {{}}
  for i = 1, words do out[i] = string.format("%08x", math.random(0, 4294967295)) end
  return table.concat(out)
end
local headers = {{ ["content-type"] = "application/json" }}
local function another()
  local digits = math.random(0, 999999) * 1000000 + math.random(0, 999999)
  local check = 98 - digits * 100 % 97
  headers["idempotency-key"] = hex(4)
  local body = before .. string.format("%012.0f%02d", digits, check) .. between .. hex(8) .. after
  return wrk.format("POST", "/api/v1/matters", headers, body)
end
local pool, at = {{}}, 0
function init(args)
  math.randomseed(seed)
  for i = 1, {POOL_SUBMIT} do pool[i] = another() end
end
function request()
  at = at + 1
  return pool[at] or another()
end
"#
    );
    run(stage.address, "/", Some(&script), SECONDS)
}

/// Statuses of random matters among `count`.
pub fn open(stage: &Stage, count: u64) -> Load {
    let script = format!(
        r#"
local count = 0
function setup(thread)
  count = count + 1
  thread:set("seed", os.time() * 100 + count)
end
local pool, at = {{}}, 0
function init(args)
  math.randomseed(seed)
  local headers = {{ ["content-type"] = "application/json" }}
  for i = 1, {POOL_OPEN} do
    local lookup = string.format("%064x", math.random(0, {}))
    pool[i] = wrk.format("POST", "/api/v1/status/open", headers, '{{"lookup":"' .. lookup .. '"}}')
  end
end
function request()
  at = at % {POOL_OPEN} + 1
  return pool[at]
end
"#,
        count - 1
    );
    run(stage.address, "/", Some(&script), SECONDS)
}

/// A handler that does nothing.
pub fn empty(stage: &Stage) -> Load {
    run(stage.empty, "/empty", None, SECONDS)
}

/// Reads the whole database once, so that a cold cache does not count, then runs `load` and says
/// how many megabytes came from the disk meanwhile.
pub fn warm(stage: &Stage, load: impl Fn(&Stage) -> Load) -> (Load, u64) {
    let mut file = std::fs::File::open(stage.database()).unwrap();
    let mut chunk = vec![0; 1 << 20];
    while file.read(&mut chunk).unwrap() > 0 {}
    let before = disk_bytes();
    let load = load(stage);
    (load, (disk_bytes() - before) / 1_000_000)
}

/// Bytes that all disks have read since the machine started.
fn disk_bytes() -> u64 {
    const SECTOR: u64 = 512;
    let stats = std::fs::read_to_string("/proc/diskstats").unwrap_or_default();
    let sectors =
        stats.lines().filter_map(|line| line.split_whitespace().nth(5)?.parse::<u64>().ok());
    sectors.sum::<u64>() * SECTOR
}

/// Time of all cores that this process has spent.
fn cpu_seconds() -> f64 {
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let (_, behind_name) = stat.rsplit_once(')').unwrap();
    let ticks = behind_name.split_whitespace().skip(11).take(2);
    ticks.map(|text| text.parse::<f64>().unwrap()).sum::<f64>() / TICKS
}
