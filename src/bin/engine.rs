//! The worker with the input engines; see `petition_kiosk::input::engine`.
//!
//! In a page it does nothing by itself: there a benchmark calls it where the CPU can be slowed down.

use petition_kiosk::input::engine::{self, Engines};
use petition_kiosk::input::protocol::{Ask, Part};
use wasm_bindgen::prelude::wasm_bindgen;

fn main() {
    engine::serve();
}

/// Engines of their own, to be measured.
#[wasm_bindgen]
#[derive(Default)]
pub struct Bench(Engines);

#[wasm_bindgen]
impl Bench {
    /// Without any asset.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads both assets; `false` where one is not good.
    pub fn load(&mut self, pinyin: &[u8], handwriting: &[u8]) -> bool {
        self.0.load(Part::Pinyin, pinyin) && self.0.load(Part::Handwriting, handwriting)
    }

    /// How many choices there are for `keys`.
    pub fn keys(&mut self, keys: String, before: String) -> usize {
        self.0.answer(&Ask::Keys { keys, before }).map_or(0, |list| list.len())
    }

    /// How many choices there are for a character: of each stroke its number of points, and all
    /// points one after the other.
    pub fn strokes(&mut self, lengths: &[usize], points: &[f32]) -> usize {
        let mut points =
            points.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
        let strokes =
            lengths.iter().map(|length| points.by_ref().take(*length).collect()).collect();
        self.0.answer(&Ask::Strokes { strokes, before: String::new() }).map_or(0, |list| list.len())
    }
}
