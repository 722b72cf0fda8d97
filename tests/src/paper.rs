//! What comes out of the printer and what a camera reads off it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};

/// Dots of an inch of a receipt printer.
pub const PRINTER_DPI: u32 = 203;
const MM_OF_INCH: f64 = 25.4;

/// A QR as a reader sees it.
#[derive(Clone, Debug)]
pub struct Code {
    /// What it says.
    pub text: String,
    /// Its side in pixels of the picture, the quiet zone left out.
    pub side: f64,
}

impl Code {
    /// Its side on paper, in millimetres.
    pub fn side_mm(&self) -> f64 {
        self.side / f64::from(PRINTER_DPI) * MM_OF_INCH
    }
}

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
pub fn read_code(picture: &[u8]) -> Result<Code> {
    let desk = Desk::new()?;
    let file = desk.put("picture.png", picture)?;
    read_file(&file)
}

fn read_file(file: &Path) -> Result<Code> {
    let done = run("zbarimg", &["-q", "--xml", "-Sdisable", "-Sqrcode.enable"], &[file])
        .context("no QR can be read")?;
    let xml = String::from_utf8(done.stdout)?;
    let text = between(&xml, "<![CDATA[", "]]>").context("the QR has no text")?;
    let points = between(&xml, "points='", "'").or_else(|| between(&xml, "points=\"", "\""));
    let corners: Vec<(f64, f64)> = points
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|point| point.split_once(','))
        .filter_map(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)))
        .collect();
    let spread = |of: fn(&(f64, f64)) -> f64| {
        let values = corners.iter().map(of);
        values.clone().fold(f64::MIN, f64::max) - values.fold(f64::MAX, f64::min)
    };
    Ok(Code { text: text.to_owned(), side: f64::max(spread(|p| p.0), spread(|p| p.1)) })
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(from)?;
    rest.split_once(to).map(|(found, _)| found)
}

/// A printed page.
pub struct Sheet {
    /// Its QR, read off the picture that a receipt printer makes of it.
    pub code: Code,
    /// Its words.
    pub text: String,
    /// Its width in millimetres.
    pub width_mm: f64,
    /// How many pages came out.
    pub pages: u32,
}

/// Prints `pdf` at the printer's dots and reads what came out.
pub fn read_print(pdf: &[u8]) -> Result<Sheet> {
    let desk = Desk::new()?;
    let file = desk.put("slip.pdf", pdf)?;
    let picture = desk.0.join("slip");
    let dpi = PRINTER_DPI.to_string();
    let args = ["-r", &dpi, "-png", "-singlefile", "-f", "1", "-l", "1", "-gray"];
    run("pdftoppm", &args, &[&file, &picture])?;
    let code = read_file(&picture.with_extension("png"))?;
    let text = String::from_utf8(run("pdftotext", &["-layout"], &[&file, Path::new("-")])?.stdout)?;
    let facts = String::from_utf8(run("pdfinfo", &[], &[&file])?.stdout)?;
    let fact = |name: &str| {
        let line = facts.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    let width_mm = fact("Page size:").context("no page size")? / 72.0 * MM_OF_INCH;
    let pages = fact("Pages:").context("no pages")?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few pages")]
    let pages = pages as u32;
    Ok(Sheet { code, text, width_mm, pages })
}
