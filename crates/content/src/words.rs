//! What a page says of a card beyond its own sentences; the kiosk and the plain page say the same.

use petition_text::{Help, Lang, fill, span};

use crate::card::{Bound, Cost, LimitView};

/// What a way costs.
pub const fn cost(cost: Cost) -> Help {
    match cost {
        Cost::Free => Help::Free,
        Cost::Fee => Help::Fee,
        Cost::Varies => Help::Varies,
    }
}

/// A limit in a sentence.
pub fn limit(lang: Lang, limit: &LimitView) -> String {
    let word = match limit.bound {
        Bound::You => Help::LimitYou,
        Bound::Organ => Help::LimitOrgan,
    };
    let from = lang.pick(&limit.from, &limit.from);
    fill(lang, word, &[("span", &span(lang, limit.span)), ("from", &from)])
}

/// Sentences that stand together: English ones part with a space, Chinese ones do not.
pub fn joined(lang: Lang, sentences: &[String]) -> String {
    sentences.join(if lang == Lang::Zh { "" } else { " " })
}
