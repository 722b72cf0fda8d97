//! Characters of names that the font lacks, put together from parts of characters that it has.
//!
//! A line is `character TAB part part …`; a part is a character, the strokes taken from it
//! (`玩1-4`, counted from 1; all if left out) and the box on the 256-unit grid they are fitted
//! into (`@left,top,right,bottom`; where they stand if left out).

use super::medians::{Drawing, Point};
use crate::build::BuildError;
use std::fs;
use std::path::Path;

/// Adds every character of the file that is not there yet and whose parts are.
pub fn add(drawings: &mut Vec<Drawing>, path: &Path) -> Result<(), BuildError> {
    let text =
        fs::read_to_string(path).map_err(|error| BuildError::Unreadable(path.to_owned(), error))?;
    for (at, line) in text.lines().enumerate() {
        let malformed = || BuildError::Malformed(path.to_owned(), at + 1);
        let (name, parts) = line.split_once('\t').ok_or_else(malformed)?;
        let character = name.chars().next().ok_or_else(malformed)?;
        if drawings.iter().any(|drawing| drawing.character == character) {
            continue;
        }
        let mut strokes = Vec::new();
        for spec in parts.split(' ') {
            strokes.extend(part(drawings, spec).ok_or_else(malformed)?);
        }
        drawings.push(Drawing { character, strokes });
    }
    Ok(())
}

fn part(drawings: &[Drawing], spec: &str) -> Option<Vec<Vec<Point>>> {
    let character = spec.chars().next()?;
    let rest = spec.strip_prefix(character)?;
    let (range, place) = rest.split_once('@').unwrap_or((rest, ""));
    let all = &drawings.iter().find(|drawing| drawing.character == character)?.strokes;
    let mut strokes = match range.split_once('-') {
        Some((from, to)) => {
            let from = from.parse::<usize>().ok()?.checked_sub(1)?;
            all.get(from..to.parse().ok()?)?.to_vec()
        }
        None => all.clone(),
    };
    if !place.is_empty() {
        let sides: Option<Vec<f32>> = place.split(',').map(|n| n.parse().ok()).collect();
        let [left, top, right, bottom] = sides?.try_into().ok()?;
        fit(&mut strokes, (left, top), (right, bottom));
    }
    Some(strokes)
}

fn fit(strokes: &mut [Vec<Point>], low: Point, high: Point) {
    let start = ((f32::MAX, f32::MAX), (f32::MIN, f32::MIN));
    let (from, to) = strokes.iter().flatten().fold(start, |(low, high), p| {
        ((low.0.min(p.0), low.1.min(p.1)), (high.0.max(p.0), high.1.max(p.1)))
    });
    let place = |value: f32, from: f32, to: f32, low: f32, high: f32| {
        low + (value - from) / (to - from).max(1.0) * (high - low)
    };
    for point in strokes.iter_mut().flatten() {
        *point = (
            place(point.0, from.0, to.0, low.0, high.0),
            place(point.1, from.1, to.1, low.1, high.1),
        );
    }
}
