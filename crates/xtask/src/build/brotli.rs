//! Compresses once, at the highest level, what is served many times.

use std::collections::BTreeMap;
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
/// Extensions of what gets smaller; pictures and sounds are compressed already.
const SHRINKS: &[&str] = &[
    "bin",
    "css",
    "csv",
    "html",
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
    // Files of one content are one piece of work: two threads at it would take each other's
    // half-written result away.
    let mut same = BTreeMap::<String, Vec<PathBuf>>::new();
    for file in hash::files_below(dir)? {
        if shrinks(&file) && fs::metadata(&file)?.len() > SMALLEST_BYTES {
            same.entry(hash::hex(&fs::read(&file)?)).or_default().push(file);
        }
    }
    let count = same.values().map(Vec::len).sum();
    let queue = Mutex::new(same);
    let next = || queue.lock().ok().and_then(|mut queue| queue.pop_first());
    let work = || -> Result<()> {
        while let Some((content, files)) = next() {
            compress(&content, &files, cache).with_context(|| format!("compressing {files:?}"))?;
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

fn shrinks(file: &Path) -> bool {
    file.extension().and_then(|e| e.to_str()).is_some_and(|extension| SHRINKS.contains(&extension))
}

fn compress(content: &str, files: &[PathBuf], cache: &Path) -> Result<()> {
    let kept = cache.join(format!("{content}-q{QUALITY}w{WINDOW_BITS}.br"));
    for file in files {
        if !kept.is_file() {
            // A name per process: two checkouts may compress the same content at once.
            let partial = kept.with_extension(format!("{}.partial", std::process::id()));
            fs::write(&partial, brotli_11(&fs::read(file)?)?)?;
            fs::rename(&partial, &kept)?;
        }
        let mut beside = file.as_os_str().to_owned();
        beside.push(".br");
        fs::copy(&kept, PathBuf::from(beside))?;
    }
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
        for name in ["q/a.json", "q/same.json", "q/again.json", "q/and-again.json"] {
            fs::write(dist.join(name), &text).unwrap();
        }
        fs::write(dist.join("tiny.css"), "a{}").unwrap();
        fs::write(dist.join("photo.png"), [7; 4096]).unwrap();
        assert_eq!(compress_below(&dist, &cache).unwrap(), 4);

        let packed = fs::read(dist.join("q/a.json.br")).unwrap();
        let mut unpacked = Vec::new();
        ::brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        assert!(!dist.join("tiny.css.br").exists() && !dist.join("photo.png.br").exists());
        let kept = hash::files_below(&cache).unwrap();
        assert_eq!(kept.len(), 1, "the same content is compressed once: {kept:?}");

        assert_eq!(compress_below(&dist, &cache).unwrap(), 4, "twins are not compressed again");
        fs::remove_dir_all(root).unwrap();
    }
}
