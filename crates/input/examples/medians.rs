//! Filters the npm package `hanzi-writer-data` into `data/strokes/medians.txt`:
//! `cargo run --release --example medians -- UNPACKED_PACKAGE > data/strokes/medians.txt`.
//!
//! Kept: the medians (centre lines) of the characters in `data/lexicon/characters.tsv`. Changed:
//! y points down, the 1024 units of the em become 256, and points within 1.6 units of the
//! line through their neighbours are dropped. Characters without strokes go to standard error.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A point on the 256-unit grid, y down.
type Point = (f32, f32);

/// The baseline of the package's coordinate system is 900 units below its top.
const TOP: f32 = 900.0;

/// The licence asks for a notice in modified files.
const HEADER: &str = "\
# Modified in November 2026 from hanzi-writer-data 2.0.1 (medians only, simplified); see NOTICE.md.
# (c) 1999 Arphic Technology Co., Ltd.; Arphic Public License, see ARPHICPL.TXT.
";

/// How far, in units, a dropped point may lie from the line that replaces it.
const TOLERANCE: f32 = 1.6;

fn main() -> Result<(), Box<dyn Error>> {
    let package = std::env::args().nth(1).ok_or("which folder holds the unpacked package?")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let table = fs::read_to_string(data.join("lexicon/characters.tsv"))?;
    let characters: BTreeSet<char> = table.lines().filter_map(|l| l.chars().next()).collect();
    let mut out = HEADER.to_owned();
    for character in characters {
        let Ok(json) = fs::read_to_string(Path::new(&package).join(format!("{character}.json")))
        else {
            eprint!("{character}");
            continue;
        };
        let strokes = medians(&json).ok_or("a file without medians")?;
        let texts: Vec<String> = strokes.iter().map(|stroke| text(&simplified(stroke))).collect();
        writeln!(out, "{character}\t{}", texts.join(","))?;
    }
    eprintln!();
    print!("{out}");
    Ok(())
}

/// The nested lists after `"medians":`, read by counting brackets.
fn medians(json: &str) -> Option<Vec<Vec<Point>>> {
    let (_, list) = json.split_once("\"medians\":")?;
    let mut strokes = Vec::new();
    let mut numbers: Vec<f32> = Vec::new();
    let mut depth = 0;
    let mut digits = String::new();
    for character in list.chars() {
        if matches!(character, '0'..='9' | '-' | '.') {
            digits.push(character);
            continue;
        }
        if !digits.is_empty() {
            numbers.push(digits.parse().ok()?);
            digits.clear();
        }
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 1 && character == ']' {
            let (pairs, _) = numbers.as_chunks::<2>();
            strokes.push(pairs.iter().map(|[x, y]| (grid(*x), grid(TOP - y))).collect());
            numbers.clear();
        }
        if depth == 0 && character == ']' {
            break;
        }
    }
    Some(strokes)
}

fn grid(units: f32) -> f32 {
    (units / 4.0).round().clamp(0.0, 255.0)
}

/// Ramer–Douglas–Peucker down to [`TOLERANCE`].
fn simplified(stroke: &[Point]) -> Vec<Point> {
    let (Some(first), Some(last)) = (stroke.first(), stroke.last()) else { return Vec::new() };
    let away = |p: &Point| {
        let (dx, dy) = (last.0 - first.0, last.1 - first.1);
        let length = dx.hypot(dy);
        if length < 1.0 {
            return (p.0 - first.0).hypot(p.1 - first.1);
        }
        ((p.0 - first.0) * dy - (p.1 - first.1) * dx).abs() / length
    };
    let farthest = stroke.iter().map(away).enumerate().max_by(|a, b| a.1.total_cmp(&b.1));
    match farthest {
        Some((at, distance)) if distance > TOLERANCE && at > 0 && at + 1 < stroke.len() => {
            let mut left = simplified(stroke.get(..=at).unwrap_or_default());
            left.pop();
            left.extend(simplified(stroke.get(at..).unwrap_or_default()));
            left
        }
        _ => vec![*first, *last],
    }
}

fn text(stroke: &[Point]) -> String {
    let numbers: Vec<String> = stroke.iter().map(|(x, y)| format!("{x} {y}")).collect();
    numbers.join(" ")
}
