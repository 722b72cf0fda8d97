//! Numbers, costs and columns as bytes.

use crate::pinyin::format::COST_SCALE;

/// Costs are rounded to multiples of this: what is lost in ranking is less than what the smaller
/// columns buy in words.
const STEP: f64 = 4.0;

/// −ln p in the unit of the asset.
pub fn cost(nats: f64) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let byte = ((nats * COST_SCALE / STEP).round() * STEP).clamp(0.0, 255.0) as u8;
    byte
}

/// A LEB128 number.
pub fn number(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.extend((value & 0x7f | 0x80).to_le_bytes().first());
        value >>= 7;
    }
    out.extend(value.to_le_bytes().first());
}

/// A column with its length before it.
pub fn column(out: &mut Vec<u8>, bytes: &[u8]) {
    number(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend(bytes);
}

/// What a cost saves or takes between classes, in the unit of the asset.
pub fn signed_cost(nats: f64) -> i8 {
    #[expect(clippy::cast_possible_truncation, reason = "clamped")]
    let byte = ((nats * COST_SCALE / STEP).round() * STEP).clamp(-126.0, 126.0) as i8;
    byte
}
