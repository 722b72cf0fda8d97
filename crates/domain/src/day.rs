//! Civil days and moments as a reception hall in China counts them.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Duration, Month, OffsetDateTime, UtcOffset};

/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Moment(pub i64);

/// China Standard Time is UTC+8 all year.
const CHINA_OFFSET_SECONDS: i32 = 8 * 3600;

impl Moment {
    /// The civil day of this moment in China.
    pub fn day(self) -> Day {
        self.local().map_or(Day(Date::MIN), |local| Day(local.date()))
    }

    /// The hour and minute of this moment in China.
    pub fn hour_minute(self) -> (u8, u8) {
        self.local().map_or((0, 0), |local| (local.hour(), local.minute()))
    }

    fn local(self) -> Option<OffsetDateTime> {
        let offset = UtcOffset::from_whole_seconds(CHINA_OFFSET_SECONDS).ok()?;
        OffsetDateTime::from_unix_timestamp(self.0).ok()?.checked_to_offset(offset)
    }
}

/// A civil day, written `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

impl Day {
    /// The day with these numbers, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        (1..=9999).contains(&year).then_some(())?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Monday is 0, Sunday is 6.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    /// The day `days` later (earlier when negative), held at the calendar's ends.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        let end = if days < 0 { Date::MIN } else { Date::MAX };
        Self(self.0.checked_add(Duration::days(days)).unwrap_or(end))
    }

    /// The day `months` later (earlier when negative); a month without that day ends with its last
    /// one. Beyond the calendar's ends nothing moves.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let zero_based = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 + months;
        let year = i32::try_from(zero_based.div_euclid(12)).ok();
        let month = u8::try_from(zero_based.rem_euclid(12) + 1).ok();
        // February has 28 days at least, so one of the four is there.
        (0..4)
            .find_map(|less| Self::new(year?, month?, self.day().saturating_sub(less)))
            .unwrap_or(self)
    }

    /// Whole days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Self) -> i64 {
        i64::from(self.0.to_julian_day()) - i64::from(earlier.0.to_julian_day())
    }

    /// The moment this day begins in China.
    pub fn begins(self) -> Moment {
        const UNIX_EPOCH_JULIAN_DAY: i64 = 2_440_588;
        let days = i64::from(self.0.to_julian_day()) - UNIX_EPOCH_JULIAN_DAY;
        Moment(days * 86_400 - i64::from(CHINA_OFFSET_SECONDS))
    }
}

/// Text that is no `YYYY-MM-DD` day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day written YYYY-MM-DD")
    }
}

impl core::error::Error for NotADay {}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| -> Option<i32> {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then_some(())?;
            part.parse().ok()
        };
        let (year, month, day) = (number(4), number(2), number(2));
        let mut found = || {
            Self::new(year?, u8::try_from(month?).ok()?, u8::try_from(day?).ok()?)
                .filter(|_| parts.next().is_none())
        };
        found().ok_or(NotADay)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for Day {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(
                utoipa::openapi::KnownFormat::Date,
            )))
            .into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for Day {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn china_midnight_is_the_day_border() {
        let day = Day::new(2026, 11, 22).unwrap();
        assert_eq!(day.begins().day(), day);
        assert_eq!(Moment(day.begins().0 - 1).day(), day.plus(-1));
        assert_eq!(Moment(day.begins().0 + 34_860).hour_minute(), (9, 41));
    }

    #[test]
    fn days_the_calendar_lacks_are_refused() {
        for text in [
            "2026-02-31",
            "2025-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-01-01x",
            "",
            "２０26-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
        assert_eq!("2024-02-29".parse::<Day>().unwrap().plus(1).to_string(), "2024-03-01");
    }

    proptest! {
        #[test]
        fn written_days_are_read_back(offset in 0_i64..2_900_000) {
            let day = Day::new(1, 1, 1).unwrap().plus(offset);
            prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
            prop_assert_eq!(day.days_since(Day::new(1, 1, 1).unwrap()), offset);
        }
    }
}
