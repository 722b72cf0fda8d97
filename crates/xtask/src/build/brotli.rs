//! Compresses once, at the highest level, what is served many times.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use ::brotli::CompressorWriter;
use anyhow::{Context, Result, anyhow};

use crate::hash;

/// The most compression, and the largest window that every browser accepts.
const QUALITY: u32 = 11;
const WINDOW_BITS: u32 = 22;
/// Below this the headers of an answer outweigh what is saved.
const SMALLEST_BYTES: u64 = 512;
const THREADS: usize = 2;
const TEXT: &[&str] = &[
    "css",
    "csv",
    "html",
    "bin",
    "js",
    "json",
    "map",
    "svg",
    "toml",
    "txt",
    "wasm",
    "webmanifest",
    "xml",
];

/// Writes a `.br` beside every file worth it and returns how many that were. Results are kept in
/// `cache` by content, because level 11 takes seconds and most files do not change.
pub fn compress_below(dir: &Path, cache: &Path) -> Result<usize> {
    fs::create_dir_all(cache)?;
    let mut files = Vec::new();
    for file in hash::files_below(dir)? {
        if is_text(&file) && fs::metadata(&file)?.len() > SMALLEST_BYTES {
            files.push(file);
        }
    }
    let count = files.len();
    let queue = Mutex::new(files);
    let next = || queue.lock().ok().and_then(|mut queue| queue.pop());
    let work = || -> Result<()> {
        while let Some(file) = next() {
            compress(&file, cache).with_context(|| format!("compressing {}", file.display()))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..THREADS).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().map_err(|_| anyhow!("a compression thread died"))??;
        }
        Ok(count)
    })
}

fn is_text(file: &Path) -> bool {
    file.extension().and_then(|e| e.to_str()).is_some_and(|extension| TEXT.contains(&extension))
}

fn compress(file: &Path, cache: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let kept = cache.join(format!("{}-q{QUALITY}w{WINDOW_BITS}.br", hash::hex(&bytes)));
    if !kept.is_file() {
        // A name per process: two checkouts may compress the same file at once.
        let partial = kept.with_extension(format!("{}.partial", std::process::id()));
        fs::write(&partial, brotli_11(&bytes)?)?;
        fs::rename(&partial, &kept)?;
    }
    let mut beside = file.as_os_str().to_owned();
    beside.push(".br");
    fs::copy(&kept, PathBuf::from(beside))?;
    Ok(())
}

fn brotli_11(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = CompressorWriter::new(Vec::new(), 64 * 1024, QUALITY, WINDOW_BITS);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    #[test]
    fn large_text_gets_a_twin_that_unpacks_to_it() {
        let root = scratch("brotli");
        let (dist, cache) = (root.join("dist"), root.join("cache"));
        fs::create_dir_all(dist.join("q")).unwrap();
        let text = "信访事项 ".repeat(400);
        fs::write(dist.join("q/a.json"), &text).unwrap();
        fs::write(dist.join("q/same.json"), &text).unwrap();
        fs::write(dist.join("tiny.css"), "a{}").unwrap();
        fs::write(dist.join("photo.png"), [7; 4096]).unwrap();
        assert_eq!(compress_below(&dist, &cache).unwrap(), 2);

        let packed = fs::read(dist.join("q/a.json.br")).unwrap();
        let mut unpacked = Vec::new();
        ::brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        assert!(!dist.join("tiny.css.br").exists() && !dist.join("photo.png.br").exists());
        let kept = hash::files_below(&cache).unwrap();
        assert_eq!(kept.len(), 1, "the same content is compressed once: {kept:?}");

        assert_eq!(compress_below(&dist, &cache).unwrap(), 2, "twins are not compressed again");
        fs::remove_dir_all(root).unwrap();
    }
}
