//! Reads strokes: `cargo run --release --example recognise -- [FILE] [TEXT BEFORE]`.
//!
//! A file has one character a line, as those in `data/strokes` do: what it should be, a tab, and
//! the strokes as `x y x y …`, separated by commas; y points down. Without a file the drawings of
//! people in `data/strokes/tomoe-test.txt` are read.

use petition_input::HandwritingEngine;
use petition_input::build::handwriting::drawings;
use petition_input::build::handwriting_asset;
use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().map_or(data.join("strokes/tomoe-test.txt"), PathBuf::from);
    let before = arguments.next().unwrap_or_default();
    // A product loads the built asset; here it is built on the spot from `data/`.
    let engine = HandwritingEngine::load(&handwriting_asset(&data)?)?;
    for drawing in drawings(&file)? {
        let list = engine.recognise(&drawing.strokes, &before, 8);
        let texts: Vec<String> =
            list.iter().map(|(c, score)| format!("{c} {:.0} %", score * 100.0)).collect();
        println!("{}: {}", drawing.character, texts.join(", "));
    }
    Ok(())
}
