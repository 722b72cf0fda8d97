//! The clocks of a matter, as far as cards speak of them.

use petition_domain::clocks::{ClockKind, ClockTable};

use super::ClockDays;

/// Clocks that a card may name as `clock:reply`.
const NAMED: [(&str, ClockKind); 7] = [
    ("refer", ClockKind::Refer),
    ("notify", ClockKind::Notify),
    ("reply", ClockKind::Reply),
    ("ask_review", ClockKind::AskReview),
    ("review", ClockKind::Review),
    ("ask_rereview", ClockKind::AskRereview),
    ("rereview", ClockKind::Rereview),
];

/// The days of `table` by the names that cards use.
pub fn clock_days(table: &ClockTable) -> ClockDays {
    let days = |(name, kind): (&str, ClockKind)| {
        Some((name.to_owned(), u16::try_from(table.limit(kind)?.days).ok()?))
    };
    NAMED.into_iter().filter_map(days).collect()
}
