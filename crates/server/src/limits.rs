//! Who may try how often. One address is a whole hall, so the rates are generous; one number is one
//! matter, so its lock is not.

use std::collections::HashMap;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use governor::clock::DefaultClock;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use tokio::time::Instant;

use crate::config;

type Keyed = RateLimiter<IpAddr, HashMapStateStore<IpAddr>, DefaultClock>;

/// What is limited by address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `POST /matters`
    Submission,
    /// `/attachments`
    Upload,
    /// `/drafts`
    Draft,
    /// `POST /status/open`
    Open,
    /// `POST /status/query` and the form of browsers without scripts.
    Query,
    /// `POST /calls`
    Call,
}

/// All limits.
pub struct Limits {
    submission: Option<Keyed>,
    upload: Option<Keyed>,
    draft: Option<Keyed>,
    open: Option<Keyed>,
    query: Option<Keyed>,
    call: Option<Keyed>,
    /// Lock of numbers whose code was wrong too often.
    pub codes: CodeLock,
}

impl Limits {
    /// The limits of a configuration.
    pub fn new(config: &config::Limits) -> Self {
        Self {
            submission: keyed(config.submissions_per_minute),
            upload: keyed(config.uploads_per_minute),
            draft: keyed(config.drafts_per_minute),
            open: keyed(config.opens_per_minute),
            query: keyed(config.queries_per_minute),
            call: keyed(config.calls_per_minute),
            codes: CodeLock::new(
                config.wrong_codes,
                Duration::from_secs(60 * u64::from(config.lock_minutes)),
            ),
        }
    }

    const fn of(&self, kind: Kind) -> Option<&Keyed> {
        match kind {
            Kind::Submission => self.submission.as_ref(),
            Kind::Upload => self.upload.as_ref(),
            Kind::Draft => self.draft.as_ref(),
            Kind::Open => self.open.as_ref(),
            Kind::Query => self.query.as_ref(),
            Kind::Call => self.call.as_ref(),
        }
    }

    /// Whether `from` may try once more.
    pub fn admits(&self, kind: Kind, from: IpAddr) -> bool {
        self.of(kind).is_none_or(|limiter| limiter.check_key(&subnet(from)).is_ok())
    }

    /// Forgets addresses that have been quiet.
    pub fn forget_quiet(&self) {
        for kind in
            [Kind::Submission, Kind::Upload, Kind::Draft, Kind::Open, Kind::Query, Kind::Call]
        {
            if let Some(limiter) = self.of(kind) {
                limiter.retain_recent();
                limiter.shrink_to_fit();
            }
        }
        self.codes.forget_old();
    }
}

/// Twice a minute's worth may come at once.
fn keyed(per_minute: u32) -> Option<Keyed> {
    let rate = NonZeroU32::new(per_minute)?;
    let burst = rate.saturating_add(per_minute);
    Some(RateLimiter::hashmap(Quota::per_minute(rate).allow_burst(burst)))
}

/// A household or a telephone has a whole /64 of IPv6.
fn subnet(from: IpAddr) -> IpAddr {
    match from.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Locks a number after too many wrong codes, whether the number exists or not.
pub struct CodeLock {
    most_wrong: u32,
    lasts: Duration,
    tries: Mutex<HashMap<String, Tries>>,
}

struct Tries {
    wrong: u32,
    since: Instant,
}

/// Numbers remembered at once: whoever tries more is held by the rate of the address.
const MAX_NUMBERS: usize = 100_000;

impl CodeLock {
    fn new(most_wrong: u32, lasts: Duration) -> Self {
        Self { most_wrong, lasts, tries: Mutex::new(HashMap::new()) }
    }

    /// Counts a try before its code is compared, so that tries at the same time cannot pass
    /// together; `false` while the number is locked.
    pub fn try_once(&self, number: &str) -> bool {
        let now = Instant::now();
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        if tries.len() >= MAX_NUMBERS {
            tries.retain(|_, entry| now.duration_since(entry.since) < self.lasts);
        }
        let entry = tries.entry(number.to_owned()).or_insert(Tries { wrong: 0, since: now });
        if now.duration_since(entry.since) >= self.lasts {
            *entry = Tries { wrong: 0, since: now };
        }
        if entry.wrong >= self.most_wrong {
            return false;
        }
        entry.wrong += 1;
        true
    }

    /// The code was right: the tries so far do not count.
    pub fn was_right(&self, number: &str) {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).remove(number);
    }

    fn forget_old(&self) {
        let now = Instant::now();
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        tries.retain(|_, entry| now.duration_since(entry.since) < self.lasts);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_wrong_codes_lock_a_number_for_a_while() {
        let lasts = Duration::from_millis(200);
        let lock = CodeLock::new(5, lasts);
        assert!((0..5).all(|_| lock.try_once("1")));
        assert!(!lock.try_once("1"));
        assert!(lock.try_once("2"), "another number is not locked");
        std::thread::sleep(lasts);
        assert!(lock.try_once("1"));
        lock.was_right("1");
        assert!((0..5).all(|_| lock.try_once("1")), "a right code starts anew");
    }
}
