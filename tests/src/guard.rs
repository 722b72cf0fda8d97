//! Child processes that end when this one ends, however it ends.
//!
//! A killed chromedriver leaves its nine browser processes behind, and Rust drops no statics. So
//! each child has a small shell beside it that waits for its input to close: that happens when
//! the guard is dropped and also when this process is killed. Then the whole group goes.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, bail};

const WATCH: &str = r#"
scratch=$1; shift
trap '' HUP INT TERM
setsid "$@" </dev/null 2>"$scratch/stderr.log" &
child=$!
exec >/dev/null 2>&1
read -r _
kill -s KILL -- "-$child"
wait "$child"
rm -rf -- "$scratch"
"#;

/// A running program with a folder of its own; both go with it.
pub struct Guarded {
    watch: Child,
    input: Option<ChildStdin>,
    folder: PathBuf,
}

impl Guarded {
    /// Starts `program` with `args`, and returns what `read` finds in a line of its output.
    ///
    /// The arguments are made from the folder, which is empty and lives as long as the program.
    pub fn start<T>(
        program: &Path,
        args: impl FnOnce(&Path) -> Vec<String>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<(Self, T)> {
        let folder = new_folder()?;
        let mut watch = Command::new("sh")
            .args(["-c", WATCH, "watch"])
            .arg(&folder)
            .arg(program)
            .args(args(&folder).iter().map(OsStr::new))
            .env("TMPDIR", &folder)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start sh")?;
        let input = watch.stdin.take();
        let output = watch.stdout.take().context("no output")?;
        let guarded = Self { watch, input, folder };
        let mut lines = BufReader::new(output).lines();
        for line in lines.by_ref() {
            if let Some(found) = read(&line?) {
                // Somebody must keep reading, or a full pipe would stop the program.
                std::thread::spawn(move || lines.for_each(drop));
                return Ok((guarded, found));
            }
        }
        let said = fs::read_to_string(guarded.folder.join("stderr.log")).unwrap_or_default();
        bail!("{} ended before it was ready: {said}", program.display())
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.input.take());
        // The shell ends by itself once its input is closed; a failure leaves nothing to do.
        self.watch.wait().ok();
    }
}

fn new_folder() -> Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("petition-e2e-{}-{count}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
