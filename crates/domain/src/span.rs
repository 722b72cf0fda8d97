//! Lengths of time as laws state them, counted as the Civil Code counts (Arts. 200–204).

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::working_days::HolidayTable;

/// What a length is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Hours; as a day it ends when the day of the last hour ends.
    Hours,
    /// Calendar days (日).
    Days,
    /// Working days (工作日).
    WorkingDays,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
}

impl Span {
    /// The last day, when counting begins with the day after `from`. A last day off moves to the
    /// next working day; a month without that day ends with its last one.
    pub fn last_day(self, from: Day, holidays: &HolidayTable) -> Day {
        let amount = u32::from(self.amount);
        match self.unit {
            Unit::Days => holidays.add_calendar(from, amount),
            Unit::WorkingDays => holidays.add_working(from, amount),
            Unit::Hours => from.plus(i64::from(amount.div_ceil(24))),
            Unit::Months => holidays.add_calendar(from.plus_months(amount.into()), 0),
            Unit::Years => holidays.add_calendar(from.plus_months(i64::from(amount) * 12), 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn last(from: &str, amount: u16, unit: Unit) -> String {
        Span { amount, unit }.last_day(day(from), &HolidayTable::default()).to_string()
    }

    #[test]
    fn months_end_where_the_calendar_does() {
        assert_eq!(last("2026-08-31", 6, Unit::Months), "2027-03-01", "28 February is a Sunday");
        assert_eq!(last("2027-08-31", 6, Unit::Months), "2028-02-29");
        assert_eq!(last("2024-02-29", 1, Unit::Years), "2025-02-28");
        assert_eq!(last("2026-12-15", 2, Unit::Months), "2027-02-15");
        assert_eq!(last("2026-11-20", 60, Unit::Days), "2027-01-19");
        assert_eq!(last("2026-11-20", 15, Unit::WorkingDays), "2026-12-11");
        assert_eq!(last("2026-11-22", 48, Unit::Hours), "2026-11-24");
    }

    #[test]
    fn a_last_day_in_a_long_holiday_waits_for_its_end() {
        let days: Vec<Day> = (1..=7).map(|n| Day::new(2026, 10, n).unwrap()).collect();
        let table = HolidayTable { holidays: days, ..HolidayTable::default() };
        let span = Span { amount: 60, unit: Unit::Days };
        assert_eq!(span.last_day(day("2026-08-03"), &table), day("2026-10-08"));
        let span = Span { amount: 3, unit: Unit::Months };
        assert_eq!(span.last_day(day("2026-07-02"), &table), day("2026-10-08"));
    }

    proptest! {
        #[test]
        fn longer_is_never_earlier_and_the_last_day_is_worked(
            offset in 0_i64..4000, amount in 0_u16..400,
            unit in prop_oneof![Just(Unit::Days), Just(Unit::WorkingDays), Just(Unit::Months), Just(Unit::Years)],
        ) {
            let table = HolidayTable::default();
            let from = day("2020-01-01").plus(offset);
            let last = Span { amount, unit }.last_day(from, &table);
            let longer = Span { amount: amount + 1, unit }.last_day(from, &table);
            prop_assert!(longer >= last);
            prop_assert!(last >= from);
            if amount > 0 {
                prop_assert!(table.is_working(last));
            }
        }
    }
}
