//! A clock of the matter: how many days are left, until when, by which rule.

use leptos::prelude::*;
use petition_domain::Day;
use petition_domain::clocks::{Clock, ClockKind};
use petition_text::{Common, Lang, Phone, clock_sentence, fill};

use super::parts::{group, node, paragraph, text};

/// Whether the clock measures a right of the petitioner, not a duty of an organ.
pub const fn is_own_right(clock: &Clock) -> bool {
    matches!(clock.kind, ClockKind::AskReview | ClockKind::AskRereview)
}

/// The card of one clock.
pub fn card(lang: Lang, clock: &Clock, today: Day, phone: &str) -> AnyView {
    let is_over = clock.days_left < 0;
    let mut lines = vec![
        count(lang, clock),
        bar(clock),
        paragraph("app-clock__due", clock_sentence(lang, clock, today)),
    ];
    if is_over {
        let hint = if is_own_right(clock) { Phone::OwnTimeOver } else { Phone::OverdueHint };
        lines.push(paragraph("app-clock__hint", fill(lang, hint, &[("phone", phone)])));
    }
    let mut source = fill(lang, Phone::ClockLaw, &[("law", &clock.law)]);
    if !clock.verified {
        source.push_str(&lang.say(Phone::Joint));
        source.push_str(&lang.say(Common::Unverified));
    }
    lines.push(paragraph("app-clock__law", source));
    let class = if is_over { "app-card app-clock app-clock--over" } else { "app-card app-clock" };
    let days_left = clock.days_left.to_string();
    node("DIV", &[("class", class), ("data-clock", ""), ("data-days-left", &days_left)], lines)
}

/// The number of days, large, within its sentence.
fn count(lang: Lang, clock: &Clock) -> AnyView {
    let word = match clock.days_left {
        0 => return paragraph("app-clock__count", lang.say(Phone::DueToday)),
        1.. => Phone::DaysLeft,
        _ => Phone::DaysOver,
    };
    let sentence = lang.say(word);
    let mut parts = sentence.split(['{', '}']).map(str::to_owned);
    let mut next = || text(parts.next().unwrap_or_default());
    let (before, _, after) = (next(), next(), next());
    let days = text(clock.days_left.unsigned_abs().to_string());
    let days = node("B", &[("class", "app-clock__days")], vec![days]);
    node("P", &[("class", "app-clock__count")], vec![before, days, after])
}

/// How much of the time is gone. Says nothing that the number does not say.
fn bar(clock: &Clock) -> AnyView {
    let whole = clock.due.days_since(clock.from).max(1);
    let gone = (whole - clock.days_left).clamp(0, whole).to_string();
    let attributes = [
        ("class", "app-clock__bar"),
        ("aria-hidden", "true"),
        ("max", &*whole.to_string()),
        ("value", &gone),
    ];
    node("PROGRESS", &attributes, Vec::new())
}

/// Said where the law has no number of days.
pub fn none(lang: Lang) -> AnyView {
    group("app-card", vec![paragraph("app-clock__due", lang.say(Phone::NoClock))])
}
