//! Decodes a picture to see whether it is one.

use std::io::Cursor;

use image::{ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use petition_domain::attachment::{MAX_IMAGE_PIXELS, MAX_IMAGE_SIDE};

use super::Refusal;

/// Memory of one decoding: the most pixels at four bytes each, and some for the decoder.
const MAX_MEMORY_BYTES: u64 = MAX_IMAGE_PIXELS * 4 + 56 * 1024 * 1024;

/// Decodes every pixel within the limits and throws them away.
pub fn decode(content: &[u8], format: ImageFormat) -> Result<(), Refusal> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_IMAGE_SIDE);
    limits.max_image_height = Some(MAX_IMAGE_SIDE);
    limits.max_alloc = Some(MAX_MEMORY_BYTES);
    let mut reader = ImageReader::with_format(Cursor::new(content), format);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|err| refusal(&err))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_IMAGE_PIXELS
        || width.max(height) > MAX_IMAGE_SIDE
        || decoder.total_bytes() > MAX_MEMORY_BYTES
    {
        return Err(Refusal::TooManyPixels);
    }
    let bytes = usize::try_from(decoder.total_bytes()).map_err(|_| Refusal::TooManyPixels)?;
    let mut pixels = vec![0; bytes];
    decoder.read_image(&mut pixels).map_err(|err| refusal(&err))
}

fn refusal(err: &ImageError) -> Refusal {
    match err {
        ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}
