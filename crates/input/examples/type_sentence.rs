//! Types a sentence, commits a part and goes on:
//! `cargo run --release --example type_sentence -- womenyaoqiufagongzi`.

use petition_input::build::pinyin_asset;
use petition_input::{PinyinEngine, Recency};
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let keys = std::env::args().nth(1).unwrap_or_else(|| "womenyaoqiufagongzi".to_owned());
    // A product loads the committed asset; here it is built on the spot from `data/`.
    let asset = pinyin_asset(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))?;
    let engine = PinyinEngine::load(&asset)?;
    let mut session = Recency::default();
    let mut context = String::new();
    let mut rest = keys.as_str();
    loop {
        let list = engine.candidates_with(&session, rest, &context);
        for candidate in list.iter().take(8) {
            println!("{rest}: {} ({} keys)", candidate.text, candidate.consumed);
        }
        let Some(choice) = list.iter().find(|c| c.consumed < rest.len()).or(list.first()) else {
            break;
        };
        engine.note(&mut session, &choice.text);
        context.push_str(&choice.text);
        rest = rest.get(choice.consumed..).unwrap_or_default();
    }
    println!("{context}");
    Ok(())
}
