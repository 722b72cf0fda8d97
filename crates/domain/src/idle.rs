//! When nobody touches the screen: ask, count down, wipe.

use serde::{Deserialize, Serialize};

/// How long to wait, from the hall's configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct IdleLimits {
    /// Seconds without a touch until the question appears.
    pub ask_after_seconds: u32,
    /// The same in large mode, for those who read slowly.
    pub ask_after_seconds_large: u32,
    /// Seconds the question stays; WCAG 2.2.1 asks for 20 at least.
    pub countdown_seconds: u32,
}

impl Default for IdleLimits {
    fn default() -> Self {
        Self { ask_after_seconds: 90, ask_after_seconds_large: 180, countdown_seconds: 30 }
    }
}

/// Where the idle clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Somebody is there.
    Active,
    /// The question is on the screen.
    Asking {
        /// Whole seconds left, at least 1.
        seconds_left: u32,
    },
    /// Nobody answered: wipe now. Stays so until the next session begins.
    Expired,
}

/// The idle clock of one session. Times are milliseconds of any clock that never goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdleClock {
    limits: IdleLimits,
    large: bool,
    last_touch_ms: u64,
    asked_at_ms: Option<u64>,
    expired: bool,
}

impl IdleClock {
    /// A clock that starts at `now_ms`.
    pub const fn new(limits: IdleLimits, now_ms: u64) -> Self {
        Self { limits, large: false, last_touch_ms: now_ms, asked_at_ms: None, expired: false }
    }

    /// Large mode waits longer.
    pub const fn set_large(&mut self, large: bool) {
        self.large = large;
    }

    /// A touch, a key, a character. While the question stands only [`Self::still_here`] counts:
    /// the next person in line must not wake the former one's page by leaning on it.
    pub const fn touch(&mut self, now_ms: u64) {
        if self.asked_at_ms.is_none() && !self.expired {
            self.last_touch_ms = now_ms;
        }
    }

    /// The button of the question.
    pub const fn still_here(&mut self, now_ms: u64) {
        if !self.expired {
            self.asked_at_ms = None;
            self.last_touch_ms = now_ms;
        }
    }

    /// Looks at the clock.
    pub fn look(&mut self, now_ms: u64) -> Idle {
        if self.expired {
            return Idle::Expired;
        }
        let limits = self.limits;
        let ask_after =
            if self.large { limits.ask_after_seconds_large } else { limits.ask_after_seconds };
        let quiet_ms = now_ms.saturating_sub(self.last_touch_ms);
        if self.asked_at_ms.is_none() && quiet_ms >= u64::from(ask_after) * 1000 {
            // The countdown runs in full from when it is first seen, even after the machine slept.
            self.asked_at_ms = Some(now_ms);
        }
        let Some(asked_at_ms) = self.asked_at_ms else { return Idle::Active };
        let shown_ms = now_ms.saturating_sub(asked_at_ms);
        let left_ms = (u64::from(limits.countdown_seconds) * 1000).saturating_sub(shown_ms);
        if left_ms == 0 {
            self.expired = true;
            return Idle::Expired;
        }
        Idle::Asking { seconds_left: u32::try_from(left_ms.div_ceil(1000)).unwrap_or(u32::MAX) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn asks_at_ninety_counts_thirty_then_expires() {
        let mut clock = IdleClock::new(IdleLimits::default(), 0);
        assert_eq!(clock.look(89_999), Idle::Active);
        assert_eq!(clock.look(90_000), Idle::Asking { seconds_left: 30 });
        clock.touch(91_000);
        assert_eq!(clock.look(119_001), Idle::Asking { seconds_left: 1 });
        clock.still_here(119_500);
        assert_eq!(clock.look(209_499), Idle::Active);
        assert_eq!(clock.look(209_500), Idle::Asking { seconds_left: 30 });
        assert_eq!(clock.look(239_500), Idle::Expired);
        clock.still_here(239_501);
        assert_eq!(clock.look(239_502), Idle::Expired);
    }

    #[test]
    fn large_mode_waits_twice_as_long() {
        let mut clock = IdleClock::new(IdleLimits::default(), 0);
        clock.set_large(true);
        assert_eq!(clock.look(179_999), Idle::Active);
        assert!(matches!(clock.look(180_000), Idle::Asking { .. }));
    }

    proptest! {
        #[test]
        fn never_expires_without_a_full_countdown_seen(steps in prop::collection::vec((0_u64..200_000, 0_u8..3), 1..60)) {
            let mut clock = IdleClock::new(IdleLimits::default(), 0);
            let (mut now, mut asked) = (0, None);
            for (wait, act) in steps {
                now += wait;
                match act {
                    0 => clock.touch(now),
                    1 => { clock.still_here(now); if !matches!(clock.look(now), Idle::Expired) { asked = None; } }
                    _ => {}
                }
                match clock.look(now) {
                    Idle::Active => asked = None,
                    Idle::Asking { seconds_left } => {
                        asked = asked.or(Some(now));
                        prop_assert!((1..=30).contains(&seconds_left));
                    }
                    Idle::Expired => prop_assert!(asked.is_some_and(|at: u64| now - at >= 30_000)),
                }
            }
        }
    }
}
