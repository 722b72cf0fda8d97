//! Opens a PDF to see whether it is one.

use lopdf::{Document, LoadOptions};

use super::Refusal;

/// Streams that the structure needs may unpack to this much; a page's own content is not unpacked.
const MAX_UNPACKED_BYTES: usize = 64 * 1024 * 1024;
/// Readers look for the end mark this far from the end.
const TAIL_BYTES: usize = 1024;

/// Reads the structure; a file without pages, or one that asks for a password, is of no use to the
/// office and is refused as damaged.
pub fn open(content: &[u8]) -> Result<(), Refusal> {
    let tail = content.get(content.len().saturating_sub(TAIL_BYTES)..).unwrap_or_default();
    if !contains(tail, b"%%EOF") {
        return Err(Refusal::Damaged);
    }
    let options =
        LoadOptions { max_decompressed_size: Some(MAX_UNPACKED_BYTES), ..LoadOptions::default() };
    let document =
        Document::load_mem_with_options(content, options).map_err(|_| Refusal::Damaged)?;
    if document.is_encrypted() || document.page_iter().next().is_none() {
        return Err(Refusal::Damaged);
    }
    Ok(())
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}
