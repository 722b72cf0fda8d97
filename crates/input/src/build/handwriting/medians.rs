//! Reading stroke files: `character TAB x y x y,x y x y`, a comma between strokes;
//! lines that start with `#` are notes.

use crate::build::BuildError;
use std::fs;
use std::path::Path;

/// A point; x to the right, y down.
pub type Point = (f32, f32);

/// A character with its strokes.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What was drawn.
    pub character: char,
    /// How, in writing order.
    pub strokes: Vec<Vec<Point>>,
}

/// All drawings of a file, as they stand in it.
pub fn read(path: &Path) -> Result<Vec<Drawing>, BuildError> {
    let text =
        fs::read_to_string(path).map_err(|error| BuildError::Unreadable(path.to_owned(), error))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines
        .map(|(at, line)| parse(line).ok_or_else(|| BuildError::Malformed(path.to_owned(), at + 1)))
        .collect()
}

/// One line.
pub fn parse(line: &str) -> Option<Drawing> {
    let (name, list) = line.split_once('\t')?;
    let mut characters = name.chars();
    let character = characters.next().filter(|_| characters.next().is_none())?;
    let strokes = list.split(',').map(stroke).collect::<Option<Vec<_>>>()?;
    Some(Drawing { character, strokes })
}

fn stroke(text: &str) -> Option<Vec<Point>> {
    let numbers: Option<Vec<f32>> = text.split(' ').map(|n| n.parse().ok()).collect();
    let numbers = numbers?;
    let (pairs, rest) = numbers.as_chunks::<2>();
    (rest.is_empty() && !pairs.is_empty()).then(|| pairs.iter().map(|[x, y]| (*x, *y)).collect())
}
