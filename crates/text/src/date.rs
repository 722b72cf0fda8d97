//! Days as people write them.

use petition_domain::{Day, Moment};

use crate::lang::Lang;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2026年12月7日` or `7 December 2026`.
pub fn day(lang: Lang, day: Day) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        _ => format!("{} {} {}", day.day(), month(day), day.year()),
    }
}

/// The same without the year where it is the year of `today`.
pub fn day_in_year(lang: Lang, of: Day, today: Day) -> String {
    if of.year() != today.year() {
        return day(lang, of);
    }
    match lang {
        Lang::Zh => format!("{}月{}日", of.month(), of.day()),
        _ => format!("{} {}", of.day(), month(of)),
    }
}

/// `2026-11-22 09:58`, on the clock of China.
pub fn moment(moment: Moment) -> String {
    let (hour, minute) = moment.hour_minute();
    format!("{} {hour:02}:{minute:02}", moment.day())
}

fn month(day: Day) -> &'static str {
    MONTHS.get(usize::from(day.month()) - 1).copied().unwrap_or_default()
}
