//! Walks the markers of a JPEG to its end.

const START_OF_SCAN: u8 = 0xda;
const END_OF_IMAGE: u8 = 0xd9;

/// Whether the picture goes on to its own end marker: one in a thumbnail does not count.
pub fn is_whole(content: &[u8]) -> bool {
    let mut rest = content.get(2..).unwrap_or_default();
    loop {
        let Some((marker, after)) = marker(rest) else { return false };
        if marker == END_OF_IMAGE {
            return true;
        }
        // Restart markers, and the two that stand alone, have no length behind them.
        if matches!(marker, 0x01 | 0xd0..=0xd8) {
            rest = after;
            continue;
        }
        let Some(length) = after.first_chunk::<2>().map(|bytes| u16::from_be_bytes(*bytes)) else {
            return false;
        };
        let Some(behind) = after.get(usize::from(length)..) else { return false };
        rest = if marker == START_OF_SCAN { behind_scan(behind) } else { behind };
    }
}

/// The next marker and what follows it; fill bytes may stand before one.
fn marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let rest = bytes.strip_prefix(&[0xff])?;
    let fill = rest.iter().take_while(|byte| **byte == 0xff).count();
    let (marker, after) = rest.get(fill..)?.split_first()?;
    Some((*marker, after))
}

/// Skips the coded picture: in it 0xff is followed by 0 or by a restart marker.
fn behind_scan(bytes: &[u8]) -> &[u8] {
    let is_end =
        |pair: &[u8]| matches!(pair, [0xff, next] if !matches!(next, 0x00 | 0xff | 0xd0..=0xd7));
    let coded = bytes.windows(2).position(is_end).unwrap_or(bytes.len());
    bytes.get(coded..).unwrap_or_default()
}
