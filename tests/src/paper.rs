//! What comes out of the printer and what a camera reads off it.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};

/// Dots of an inch of a receipt printer.
pub const PRINTER_DPI: u32 = 203;
const MM_OF_INCH: f64 = 25.4;

/// Files of one reading; gone when it is done.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("petition-paper-{}-{count}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        let file = self.0.join(name);
        fs::write(&file, bytes)?;
        Ok(file)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn run(program: &str, args: &[&str], files: &[&Path]) -> Result<Output> {
    let done = Command::new(program)
        .args(args)
        .args(files)
        .output()
        .with_context(|| format!("cannot run {program}"))?;
    let said = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "{program}: {said}");
    Ok(done)
}

/// Reads the one QR of a picture, PNG.
pub fn read_code(picture: &[u8]) -> Result<String> {
    let desk = Desk::new()?;
    let file = desk.put("picture.png", picture)?;
    read_file(&file)
}

fn read_file(file: &Path) -> Result<String> {
    let done = run("zbarimg", &["-q", "--raw", "-Sdisable", "-Sqrcode.enable"], &[file])
        .context("no QR can be read")?;
    let text = String::from_utf8(done.stdout)?;
    let mut lines = text.lines();
    let first = lines.next().context("the QR has no text")?;
    ensure!(lines.next().is_none(), "there is more than one QR: {text}");
    Ok(first.to_owned())
}

/// A printed page.
pub struct Sheet {
    /// What its QR says, read off the picture that a receipt printer makes of it.
    pub code: String,
    /// Side of that QR in millimetres, the quiet zone left out.
    pub code_mm: f64,
    /// Side of one of its modules in millimetres.
    pub module_mm: f64,
    /// Its words.
    pub text: String,
    /// Its width in millimetres.
    pub width_mm: f64,
    /// How many pages came out.
    pub pages: f64,
}

/// The words of `pdf`.
pub fn read_text(pdf: &[u8]) -> Result<String> {
    let desk = Desk::new()?;
    let file = desk.put("print.pdf", pdf)?;
    Ok(String::from_utf8(run("pdftotext", &["-layout"], &[&file, Path::new("-")])?.stdout)?)
}

/// Prints `pdf` at the printer's dots and reads what came out.
pub fn read_print(pdf: &[u8]) -> Result<Sheet> {
    let desk = Desk::new()?;
    let file = desk.put("slip.pdf", pdf)?;
    let picture = desk.0.join("slip");
    let dpi = PRINTER_DPI.to_string();
    let args = ["-r", &dpi, "-gray", "-singlefile", "-f", "1", "-l", "1"];
    run("pdftoppm", &args, &[&file, &picture])?;
    let picture = picture.with_extension("pgm");
    let code = read_file(&picture)?;
    let (side, module) = measure(&fs::read(&picture)?).context("the QR cannot be measured")?;
    let text = String::from_utf8(run("pdftotext", &["-layout"], &[&file, Path::new("-")])?.stdout)?;
    let facts = String::from_utf8(run("pdfinfo", &[], &[&file])?.stdout)?;
    let fact = |name: &str| {
        let line = facts.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    Ok(Sheet {
        code,
        code_mm: side / f64::from(PRINTER_DPI) * MM_OF_INCH,
        module_mm: module / f64::from(PRINTER_DPI) * MM_OF_INCH,
        text,
        width_mm: fact("Page size:").context("no page size")? / 72.0 * MM_OF_INCH,
        pages: fact("Pages:").context("no pages")?,
    })
}

/// Side of the QR and of its modules in pixels, by its corner marks: dark and light in the ratio
/// 1 : 1 : 3 : 1 : 1.
fn measure(pgm: &[u8]) -> Option<(f64, f64)> {
    let (width, pixels) = gray(pgm)?;
    let (mut left, mut right, mut widest) = (usize::MAX, 0, 0);
    for row in pixels.chunks(width) {
        for mark in marks(row) {
            left = left.min(mark.start);
            right = right.max(mark.end);
            widest = widest.max(mark.len());
        }
    }
    let pixels = |count: usize| u32::try_from(count).ok().map(f64::from);
    Some((pixels(right.checked_sub(left)?)?, pixels(widest)? / 7.0))
}

/// Width and pixels of a picture in the plainest of formats.
fn gray(pgm: &[u8]) -> Option<(usize, &[u8])> {
    let mut rest = pgm.strip_prefix(b"P5")?;
    let mut numbers = [0_usize; 3];
    for number in &mut numbers {
        rest = rest.trim_ascii_start();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (text, after) = rest.split_at(digits);
        *number = std::str::from_utf8(text).ok()?.parse().ok()?;
        rest = after;
    }
    let [width, _, _] = numbers;
    Some((width, rest.get(1..)?))
}

/// Corner marks in a row of pixels.
fn marks(row: &[u8]) -> Vec<Range<usize>> {
    let mut runs: Vec<(bool, Range<usize>)> = Vec::new();
    for (at, byte) in row.iter().enumerate() {
        let is_dark = *byte < 128;
        match runs.last_mut() {
            Some((dark, range)) if *dark == is_dark => range.end = at + 1,
            _ => runs.push((is_dark, at..at + 1)),
        }
    }
    let is_mark = |five: &[(bool, Range<usize>)]| {
        let [(true, first), (_, left), (_, middle), (_, right), (_, last)] = five else {
            return None;
        };
        let whole = first.start..last.end;
        let fits = |run: &Range<usize>, modules: usize| {
            // Within half a module, in fourteenths of the mark.
            (run.len() * 14).abs_diff(whole.len() * modules * 2) <= whole.len()
        };
        let thin = [first, left, right, last].into_iter().all(|run| fits(run, 1));
        (thin && fits(middle, 3) && whole.len() >= 20).then_some(whole)
    };
    runs.windows(5).filter_map(is_mark).collect()
}
