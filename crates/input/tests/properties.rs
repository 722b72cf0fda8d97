//! Any keys, any context, any bytes: an answer, in bounded time, without a panic.

mod common;

use common::{asset, engine};
use petition_input::{Fuzzy, LoadError, PinyinEngine};
use proptest::prelude::*;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Far above the 12 ms of the gate: this runs unoptimised beside other tests.
const BOUND: Duration = Duration::from_secs(3);

fn fuzzy_engine() -> &'static PinyinEngine {
    static ENGINE: OnceLock<PinyinEngine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let mut engine = engine();
        engine.set_fuzzy(Fuzzy::ALL);
        engine
    })
}

fn check(keys: &str, context: &str) {
    // Building the asset is not part of the keystroke.
    let engine = fuzzy_engine();
    #[expect(clippy::disallowed_methods, reason = "the bound on time is what is tested")]
    let start = Instant::now();
    let list = engine.candidates(keys, context);
    let took = start.elapsed();
    assert!(took < BOUND, "{keys:?} took {took:?}");
    let typed = keys.chars().count();
    for candidate in &list {
        assert!(!candidate.text.is_empty());
        assert!((1..=typed).contains(&candidate.consumed), "{keys:?}: {candidate:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_text(keys in ".{0,64}", context in ".{0,12}") {
        check(&keys, &context);
    }

    #[test]
    fn any_letters(keys in "[a-z']{0,64}", context in "[的了我是信访]{0,8}") {
        check(&keys, &context);
    }

    #[test]
    fn typing_on_after_partial_commits_ends(keys in "[a-z']{1,40}", pick in 0_usize..40) {
        let mut rest: String = keys.clone();
        let mut context = String::new();
        for _ in 0..=keys.len() {
            let list = fuzzy_engine().candidates(&rest, &context);
            let Some(choice) = list.get(pick % list.len().max(1)) else { return Ok(()) };
            context.push_str(&choice.text);
            rest = rest.chars().skip(choice.consumed).collect();
        }
        prop_assert!(rest.is_empty(), "{keys:?} leaves {rest:?}");
    }

    #[test]
    fn any_context_has_bounded_associations(context in ".{0,12}", n in 0_usize..20) {
        prop_assert!(fuzzy_engine().associations(&context, n).len() <= n);
    }

    #[test]
    fn any_digits(keys in "[2-9']{0,64}") {
        check(&keys, "");
    }

    #[test]
    fn any_mixture(keys in "[a-gnh2-9']{0,64}") {
        check(&keys, "");
    }

    #[test]
    fn damaged_bytes_are_refused_or_harmless(
        at in any::<prop::sample::Index>(), flip in 1_u8.., keys in "[a-z]{1,12}"
    ) {
        let mut bytes = asset().to_vec();
        bytes[at.index(asset().len())] ^= flip;
        if let Ok(engine) = PinyinEngine::load(&bytes) {
            engine.candidates(&keys, "我们");
            engine.associations("我们", 8);
        }
    }

    #[test]
    fn shortened_bytes_are_refused(length in any::<prop::sample::Index>()) {
        let short = &asset()[..length.index(asset().len())];
        prop_assert!(PinyinEngine::load(short).is_err());
    }
}

#[test]
fn the_worst_keys_we_know_stay_bounded() {
    let repeated = ["z", "s", "zh", "a", "an", "ang", "xian", "9", "4", "94", "26", "7484", "z'"];
    for keys in repeated.map(|unit| unit.repeat(64 / unit.len())) {
        check(&keys, "");
    }
}

#[test]
fn other_bytes_are_not_an_asset() {
    for bytes in [&b""[..], b"PYN", b"PK\x03\x04", &[0; 64]] {
        assert_eq!(PinyinEngine::load(bytes).err(), Some(LoadError::NotAnAsset));
    }
    assert_eq!(PinyinEngine::load(b"PYN2").err(), Some(LoadError::Damaged));
}
