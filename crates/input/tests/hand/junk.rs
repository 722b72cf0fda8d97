//! What no strokes and no bytes may do to the engine.

use crate::hand::changes::Strokes;
use crate::hand::{asset, engine};
use petition_input::HandwritingEngine;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Far above the 3 ms of the gate: tests run beside others.
const BOUND: Duration = Duration::from_secs(2);

fn survives(strokes: &Strokes) {
    engine();
    #[expect(clippy::disallowed_methods, reason = "the bound on time is what is tested")]
    let start = Instant::now();
    let list = engine().recognise(strokes, "信", 20);
    assert!(start.elapsed() < BOUND);
    let ink = strokes.iter().flatten().any(|p| p.0.is_finite() && p.1.is_finite());
    assert_eq!(list.is_empty(), !ink);
    assert!(list.iter().all(|(_, score)| score.is_finite()), "{list:?}");
}

#[test]
fn odd_ink_is_harmless() {
    let nan = f32::NAN;
    let long = (0..10_000_u16).map(|i| (f32::from(i % 97), f32::from(i % 89))).collect();
    let many = (0..200_u8).map(|i| vec![(f32::from(i), 0.0), (0.0, f32::from(i))]).collect();
    let cases: [Strokes; 9] = [
        vec![],
        vec![vec![]],
        vec![vec![(nan, 1.0), (f32::INFINITY, 0.0)]],
        vec![vec![(5.0, 5.0)]],
        vec![vec![(5.0, 5.0); 50]],
        vec![vec![(f32::MIN, f32::MAX), (f32::MAX, f32::MIN), (nan, nan)]],
        vec![vec![(0.0, 0.0), (1.0e-40, 1.0e-40)]],
        vec![long],
        many,
    ];
    cases.iter().for_each(survives);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn any_strokes(strokes in prop::collection::vec(
        prop::collection::vec((any::<f32>(), any::<f32>()), 0..40), 0..30
    )) {
        survives(&strokes);
    }

    #[test]
    fn any_scribble(strokes in prop::collection::vec(
        prop::collection::vec((-300.0_f32..300.0, -300.0_f32..300.0), 1..60), 1..30
    )) {
        survives(&strokes);
    }

    #[test]
    fn damaged_bytes_are_refused_or_harmless(
        at in any::<prop::sample::Index>(), flip in 1_u8.., strokes in prop::collection::vec(
            prop::collection::vec((0.0_f32..300.0, 0.0_f32..300.0), 1..9), 1..9
        )
    ) {
        let mut bytes = asset().to_vec();
        // Half of the flips hit the small head, where they do most.
        let place = at.index(2 * asset().len());
        bytes[if place < asset().len() { place } else { place % 3_000 }] ^= flip;
        if let Ok(engine) = HandwritingEngine::load(&bytes) {
            engine.recognise(&strokes, "我", 20);
        }
    }

    #[test]
    fn shortened_bytes_are_refused(length in any::<prop::sample::Index>()) {
        let short = &asset()[..length.index(asset().len())];
        prop_assert!(HandwritingEngine::load(short).is_err());
    }
}
