//! Looks into an upload before it is kept: what it is, whether it is whole, whether it is one thing
//! only. Names and declared types are not asked.

mod image;
mod jpeg;
mod pdf;
mod polyglot;

use petition_domain::attachment::FileKind;
use tokio::sync::Semaphore;

/// Why an upload is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no bytes.
    Empty,
    /// Neither JPEG, PNG, WebP nor PDF, or two of them at once.
    Kind,
    /// It says what it is and cannot be opened as that.
    Damaged,
    /// More pixels than any camera makes.
    TooManyPixels,
    /// All who look into files are busy.
    Busy,
}

/// Looks into uploads, two at a time: decoding takes memory and a core.
pub struct Inspector {
    turns: Semaphore,
    waiting: Semaphore,
}

/// Files looked into at once.
const AT_ONCE: usize = 2;
/// Files that may wait for their turn.
const WAITING: usize = 32;

impl Default for Inspector {
    fn default() -> Self {
        Self { turns: Semaphore::new(AT_ONCE), waiting: Semaphore::new(WAITING + AT_ONCE) }
    }
}

impl Inspector {
    /// Says what `content` is, and gives it back.
    pub async fn inspect(&self, content: Vec<u8>) -> Result<(FileKind, Vec<u8>), Refusal> {
        if content.is_empty() {
            return Err(Refusal::Empty);
        }
        let _place = self.waiting.try_acquire().map_err(|_| Refusal::Busy)?;
        let _turn = self.turns.acquire().await.map_err(|_| Refusal::Busy)?;
        let looked =
            tokio::task::spawn_blocking(move || look(&content).map(|kind| (kind, content)));
        // A decoder that panics has met a file that nobody should open.
        looked.await.unwrap_or(Err(Refusal::Damaged))
    }
}

/// Says what `content` is.
pub fn look(content: &[u8]) -> Result<FileKind, Refusal> {
    let kind = FileKind::sniff(content).ok_or(Refusal::Kind)?;
    if polyglot::is_several(kind, content) {
        return Err(Refusal::Kind);
    }
    match kind {
        FileKind::Jpeg => {
            image::decode(content, ::image::ImageFormat::Jpeg)?;
            // The decoder fills a missing half with grey and calls it a picture.
            if !jpeg::is_whole(content) {
                return Err(Refusal::Damaged);
            }
        }
        FileKind::Png => image::decode(content, ::image::ImageFormat::Png)?,
        FileKind::Webp => image::decode(content, ::image::ImageFormat::WebP)?,
        FileKind::Pdf => pdf::open(content)?,
    }
    Ok(kind)
}
