//! Writes the pinyin asset: `cargo run --release --features build --bin build-pinyin -- OUT`.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("usage: build-pinyin OUT")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let bytes = petition_input::build::pinyin_asset(&data)?;
    std::fs::write(&out, &bytes)?;
    println!("{out}: {} bytes", bytes.len());
    Ok(())
}
