//! Attachments: which kinds, how many, how large, and what their first bytes say they are.

use serde::{Deserialize, Serialize};

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// image/jpeg
    Jpeg,
    /// image/png
    Png,
    /// image/webp
    Webp,
    /// application/pdf
    Pdf,
}

impl FileKind {
    /// What the content says it is; names and declared types are not asked. Needs the first 16 bytes.
    pub fn sniff(head: &[u8]) -> Option<Self> {
        match head {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
}

/// Largest side of an image, in pixels.
pub const MAX_IMAGE_SIDE: u32 = 16_384;
/// Most pixels of an image.
pub const MAX_IMAGE_PIXELS: u64 = 50_000_000;
/// Most characters of a file name.
pub const MAX_FILE_NAME: usize = 120;

/// Limits from the hall's configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AttachmentRules {
    /// Most files of one matter.
    pub max_count: usize,
    /// Most bytes of one file.
    pub max_bytes: usize,
    /// Most bytes of all files together.
    pub max_total_bytes: usize,
}

impl Default for AttachmentRules {
    fn default() -> Self {
        Self { max_count: 20, max_bytes: 20_000_000, max_total_bytes: 200_000_000 }
    }
}

/// Why a file is not taken, before it is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no bytes.
    Empty,
    /// Larger than one file may be.
    TooLarge,
    /// Neither JPEG, PNG, WebP nor PDF.
    Kind,
    /// One file too many.
    TooMany,
    /// All files together would be too large.
    TotalTooLarge,
}

impl AttachmentRules {
    /// Whether a file may join those already there.
    pub fn admit(
        &self,
        head: &[u8],
        bytes: usize,
        count: usize,
        total: usize,
    ) -> Result<FileKind, Refusal> {
        if count >= self.max_count {
            return Err(Refusal::TooMany);
        }
        if bytes == 0 {
            return Err(Refusal::Empty);
        }
        if bytes > self.max_bytes {
            return Err(Refusal::TooLarge);
        }
        if total.saturating_add(bytes) > self.max_total_bytes {
            return Err(Refusal::TotalTooLarge);
        }
        FileKind::sniff(head).ok_or(Refusal::Kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_limits_hold_at_the_border() {
        let rules = AttachmentRules { max_count: 2, max_bytes: 10, max_total_bytes: 15 };
        let png = b"\x89PNG\r\n\x1a\n";
        assert_eq!(rules.admit(png, 10, 1, 5), Ok(FileKind::Png));
        assert_eq!(rules.admit(png, 10, 1, 6), Err(Refusal::TotalTooLarge));
        assert_eq!(rules.admit(png, 10, 2, 0), Err(Refusal::TooMany));
        assert_eq!(rules.admit(png, 11, 0, 0), Err(Refusal::TooLarge));
        assert_eq!(rules.admit(b"", 0, 0, 0), Err(Refusal::Empty));
        assert_eq!(rules.admit(b"MZ\x90\0", 4, 0, 0), Err(Refusal::Kind));
        assert_eq!(rules.admit(b"<svg onload=1>", 9, 0, 0), Err(Refusal::Kind));
        assert_eq!(rules.admit(b"GIF89a", 6, 0, 0), Err(Refusal::Kind));
    }
}
