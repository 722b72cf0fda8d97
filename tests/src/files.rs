//! Files that visitors bring. Drawn for these tests; no real paper is among them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

/// A photographed sheet, 640 × 480.
pub const JPEG: &[u8] = include_bytes!("../assets/sheet.jpg");
/// The same as PNG.
pub const PNG: &[u8] = include_bytes!("../assets/sheet.png");
/// The same as WebP.
pub const WEBP: &[u8] = include_bytes!("../assets/sheet.webp");
/// The same as PDF.
pub const PDF: &[u8] = include_bytes!("../assets/sheet.pdf");

/// The film that the false camera plays: the one sheet, over and over.
pub fn camera_video(folder: &Path) -> Result<PathBuf> {
    let film = folder.join("camera.mjpeg");
    if !film.exists() {
        fs::write(&film, JPEG)?;
    }
    Ok(film)
}

/// Writes `bytes` as `name` into `folder` and gives its path.
pub fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let path = folder.join(name);
    fs::write(&path, bytes)?;
    Ok(path)
}

/// A JPEG with `marker` in a comment: a picture to a reader, a needle to a search.
pub fn marked_jpeg(marker: &str) -> Vec<u8> {
    let (head, rest) = JPEG.split_at(2);
    let length = u16::try_from(marker.len() + 2).unwrap_or(2).to_be_bytes();
    // A comment segment (FF FE) right behind the start of the image.
    [head, &[0xff, 0xfe], &length, marker.as_bytes(), rest].concat()
}
