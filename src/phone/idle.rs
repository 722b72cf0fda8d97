//! A phone laid down is not left open: what it shows goes after a while without a touch.

/// Where the idle clock of the page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Somebody reads.
    Active,
    /// Two minutes are left; any touch begins anew.
    Soon,
    /// Take everything off the screen.
    Over,
}

const MINUTE_MS: f64 = 60_000.0;
/// Without a touch.
const OVER_AFTER_MS: f64 = 15.0 * MINUTE_MS;
const SOON_AFTER_MS: f64 = 13.0 * MINUTE_MS;

/// Looks at the clock. Times are milliseconds of a clock that goes on while the phone sleeps.
pub fn look(now_ms: f64, touched_ms: f64) -> Idle {
    // A clock set back says nothing about how long nobody was there.
    let quiet_ms = (now_ms - touched_ms).abs();
    if quiet_ms >= OVER_AFTER_MS {
        Idle::Over
    } else if quiet_ms >= SOON_AFTER_MS {
        Idle::Soon
    } else {
        Idle::Active
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warns_at_thirteen_minutes_and_ends_at_fifteen() {
        let minutes = |m: f64| look(1e12 + m * MINUTE_MS, 1e12);
        assert_eq!(minutes(12.9), Idle::Active);
        assert_eq!(minutes(13.0), Idle::Soon);
        assert_eq!(minutes(14.9), Idle::Soon);
        assert_eq!(minutes(15.0), Idle::Over);
        assert_eq!(minutes(600.0), Idle::Over, "the phone slept");
        assert_eq!(minutes(-600.0), Idle::Over, "the clock was set back");
    }
}
