//! Working days (工作日) by the published holiday table.

use serde::{Deserialize, Serialize};

use crate::day::Day;

/// Holidays and make-up working days, as data with its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayTable {
    /// Days off that are not (only) weekends.
    pub holidays: Vec<Day>,
    /// Weekend days that are worked.
    pub worked_weekends: Vec<Day>,
    /// Years the table covers with a checked source.
    pub verified_years: Vec<i32>,
}

impl HolidayTable {
    /// Whether offices work on `day`.
    pub fn is_working(&self, day: Day) -> bool {
        if self.worked_weekends.contains(&day) {
            return true;
        }
        day.weekday() < 5 && !self.holidays.contains(&day)
    }

    /// The day `count` working days after `start`; `start` itself is not counted.
    pub fn add_working(&self, start: Day, count: u32) -> Day {
        let mut day = start;
        let mut left = count;
        while left > 0 {
            day = day.plus(1);
            if self.is_working(day) {
                left -= 1;
            }
        }
        day
    }

    /// `start` plus `count` calendar days; a last day off moves to the next working day
    /// (Civil Code Arts. 201 and 203).
    pub fn add_calendar(&self, start: Day, count: u32) -> Day {
        let mut day = start.plus(i64::from(count));
        while !self.is_working(day) {
            day = day.plus(1);
        }
        day
    }

    /// Whether every day from `from` to `to` lies in a year with a checked table.
    pub fn covers(&self, from: Day, to: Day) -> bool {
        (from.year()..=to.year()).all(|year| self.verified_years.contains(&year))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn table() -> HolidayTable {
        HolidayTable {
            holidays: (1..=7).map(|d| Day::new(2026, 10, d).unwrap()).collect(),
            worked_weekends: vec![day("2026-10-10")],
            verified_years: vec![2026],
        }
    }

    #[test]
    fn a_golden_week_moves_the_last_day() {
        let table = table();
        assert_eq!(table.add_calendar(day("2026-09-18"), 15), day("2026-10-08"));
        assert_eq!(table.add_working(day("2026-09-30"), 3), day("2026-10-10"));
        assert!(!table.covers(day("2026-12-30"), day("2027-01-02")));
    }

    #[test]
    fn month_ends_and_leap_days_are_counted() {
        let none = HolidayTable::default();
        assert_eq!(none.add_calendar(day("2028-01-31"), 29), day("2028-02-29"));
        assert_eq!(none.add_calendar(day("2026-12-31"), 60), day("2027-03-01"));
    }

    proptest! {
        #[test]
        fn a_limit_ends_on_a_working_day_and_never_early(offset in 0_i64..40_000, count in 1_u32..120) {
            let start = day("2000-01-01").plus(offset);
            let table = table();
            let calendar = table.add_calendar(start, count);
            prop_assert!(table.is_working(calendar));
            prop_assert!(calendar.days_since(start) >= i64::from(count));
            prop_assert!(calendar.days_since(start) <= i64::from(count) + 9);
            let working = table.add_working(start, count);
            let between = (1..=working.days_since(start)).filter(|n| table.is_working(start.plus(*n))).count();
            prop_assert_eq!(between, count as usize);
        }
    }
}
