//! What the handwriting engine must get right, whatever the order of strokes, and what no
//! strokes and no bytes may do to it. Floors are a little below what was measured.

#[path = "hand/blend.rs"]
mod blend;
mod hand;
#[path = "hand/junk.rs"]
mod junk;

use blend::between;
use hand::changes::{Dice, HANDS, Hand, written};
use hand::{data, engine, rates, sample};
use petition_input::build::handwriting::characters;
use petition_input::build::handwriting_asset;
use petition_input::{HandwritingEngine, LoadError};
use std::fs;

type Strokes = Vec<Vec<(f32, f32)>>;

fn first(strokes: &Strokes, context: &str) -> Option<char> {
    engine().recognise(strokes, context, 1).first().map(|(character, _)| *character)
}

/// The strokes of a character as the font has them.
fn print(character: char) -> Strokes {
    let all = characters(&data()).unwrap_or_default();
    let found = all.into_iter().find(|drawing| drawing.character == character);
    found.map(|drawing| drawing.strokes).unwrap_or_default()
}

#[test]
fn people_are_read() {
    let mut people = sample("tomoe-tuning.txt");
    people.extend(sample("tomoe-test.txt"));
    let [first, _, eighth, _] = rates(&people, Hand::Clean);
    assert!(first >= 80.0 && eighth >= 95.0, "clean {first:.1} {eighth:.1}");
    let [first, _, eighth, _] = rates(&people, Hand::Joined);
    assert!(first >= 75.0 && eighth >= 92.0, "joined {first:.1} {eighth:.1}");
}

#[test]
fn every_hand_is_read() {
    let drawings = sample("kanjivg-test.txt");
    let floors = [93.0, 86.0, 93.0, 91.0, 89.0, 86.0, 92.0];
    for (hand, floor) in HANDS.into_iter().zip(floors) {
        let [first, _, eighth, _] = rates(&drawings, hand);
        assert!(first >= floor && eighth >= 96.0, "{hand:?} {first:.1} {eighth:.1}");
    }
}

#[test]
fn the_order_of_strokes_changes_nothing() {
    let mut dice = Dice::new(3);
    for drawing in sample("kanjivg-test.txt").iter().take(100) {
        let mixed = written(&drawing.strokes, Hand::AnyOrder, &mut dice);
        let plain = engine().recognise(&drawing.strokes, "", 10);
        assert_eq!(plain, engine().recognise(&mixed, "", 10), "{}", drawing.character);
    }
}

#[test]
fn size_and_place_change_nothing_that_matters() {
    for drawing in sample("tomoe-test.txt") {
        let far = |p: &(f32, f32)| (p.0 * 8.0 - 700.0, p.1 * 8.0 + 900.0);
        let moved: Strokes = drawing.strokes.iter().map(|s| s.iter().map(far).collect()).collect();
        assert_eq!(first(&drawing.strokes, ""), first(&moved, ""), "{}", drawing.character);
    }
}

#[test]
fn context_decides_between_look_alikes() {
    let cases = [
        ('未', '末', "从", "周"),
        ('己', '已', "自", "早"),
        ('士', '土', "护", "领"),
        ('日', '曰', "生", ""),
    ];
    for (a, b, before_a, before_b) in cases {
        let strokes = between(&print(a), &print(b));
        let best = |context| {
            let list = engine().recognise(&strokes, context, 20);
            list.into_iter().map(|(c, _)| c).find(|c| [a, b].contains(c))
        };
        assert_eq!(best(before_a), Some(a), "after {before_a}");
        if !before_b.is_empty() {
            assert_eq!(best(before_b), Some(b), "after {before_b}");
        }
    }
}

#[test]
fn clear_strokes_beat_the_context() {
    for (character, context) in [('未', "周"), ('末', "从"), ('土', "护"), ('士', "领")] {
        let list = engine().recognise(&print(character), context, 3);
        assert_eq!(list[0].0, character, "after {context}: {list:?}");
    }
}

#[test]
fn scores_are_shares_and_fall() {
    let list = engine().recognise(&print('信'), "", 20);
    assert_eq!(list.len(), 20);
    assert!(list.iter().all(|(_, score)| (0.0..=1.0).contains(score)));
    assert!(list.is_sorted_by(|a, b| a.1 >= b.1));
    assert!(list.iter().map(|(_, score)| score).sum::<f32>() <= 1.0001);
}

#[test]
fn names_and_places_beyond_the_standard_are_there() {
    for character in ['喆', '堃', '昇', '镕', '嫄'] {
        let list = engine().recognise(&print(character), "", 8);
        assert!(list.iter().any(|(c, _)| *c == character), "{character} {list:?}");
    }
}

#[test]
fn other_bytes_are_not_an_asset() {
    for bytes in [&b""[..], b"HWR", b"PYN1", &[0; 64]] {
        assert_eq!(HandwritingEngine::load(bytes).err(), Some(LoadError::NotAnAsset));
    }
    assert_eq!(HandwritingEngine::load(b"HWR1").err(), Some(LoadError::Damaged));
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let folder = std::env::temp_dir().join(format!("handwriting-{}", std::process::id()));
    for part in ["strokes", "lexicon", "corpus"] {
        fs::create_dir_all(folder.join(part)).unwrap();
    }
    for file in [
        "lexicon/words.tsv",
        "lexicon/characters.tsv",
        "corpus/official.txt",
        "corpus/colloquial.txt",
    ] {
        fs::copy(data().join(file), folder.join(file)).unwrap();
    }
    let medians = fs::read_to_string(data().join("strokes/medians.txt")).unwrap();
    let some: Vec<&str> = medians.lines().step_by(40).collect();
    fs::write(folder.join("strokes/medians.txt"), some.join("\n")).unwrap();
    fs::write(folder.join("strokes/composed.txt"), "").unwrap();
    let [one, two] = [0, 1].map(|_| handwriting_asset(&folder).unwrap());
    fs::remove_dir_all(&folder).unwrap();
    assert!(one == two, "two builds differ");
    assert!(HandwritingEngine::load(&one).is_ok());
}
