//! How a day crosses to the page and into files: year, month and day as numbers, or `2025-12-31` where people may read it.
//!
//! jiff's own serde reads every date format it knows, which the page would have to carry.

use jiff::civil::Date;
use serde::de::{Deserializer, Error};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// Writes a day.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(day: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    let parts = (day.year(), day.month(), day.day());
    if serializer.is_human_readable() {
        serializer.serialize_str(&format!("{:04}-{:02}-{:02}", parts.0, parts.1, parts.2))
    } else {
        parts.serialize(serializer)
    }
}

/// Reads a day.
///
/// # Errors
/// When there is no such day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let day = if deserializer.is_human_readable() {
        read(&String::deserialize(deserializer)?)
    } else {
        let (year, month, day) = <(i16, i8, i8)>::deserialize(deserializer)?;
        Date::new(year, month, day).ok()
    };
    day.ok_or_else(|| D::Error::custom("no day of the calendar"))
}

/// The day that files write as `2025-12-31`; `None` when it is none.
pub fn read(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The same for a day that may be missing.
pub mod option {
    use jiff::civil::Date;
    use serde::de::Deserializer;
    use serde::ser::Serializer;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super")] Date);

    /// Writes a day or its absence.
    ///
    /// # Errors
    /// Those of the serializer.
    #[allow(clippy::ref_option, reason = "serde asks for this form")]
    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(Day).serialize(serializer)
    }

    /// Reads a day or its absence.
    ///
    /// # Errors
    /// When there is no such day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Both {
        #[serde(with = "super")]
        day: Date,
        #[serde(with = "super::option")]
        maybe: Option<Date>,
    }

    fn check(day: Date, maybe: Option<Date>, json: &str) {
        let both = Both { day, maybe };
        assert_eq!(serde_json::to_string(&both).ok().as_deref(), Some(json));
        assert_eq!(serde_json::from_str::<Both>(json).ok(), Some(Both { day, maybe }));
        let bytes = postcard::to_allocvec(&both).unwrap();
        assert_eq!(postcard::from_bytes::<Both>(&bytes), Ok(both));
    }

    #[test]
    fn days_come_back_as_they_went() {
        check(date(2025, 12, 31), None, r#"{"day":"2025-12-31","maybe":null}"#);
        check(date(987, 1, 2), Some(date(2024, 2, 29)), r#"{"day":"0987-01-02","maybe":"2024-02-29"}"#);
    }

    #[test]
    fn a_day_that_does_not_exist_is_refused() {
        assert!(serde_json::from_str::<Both>(r#"{"day":"2025-02-30","maybe":null}"#).is_err());
        assert!(serde_json::from_str::<Both>(r#"{"day":"nu","maybe":null}"#).is_err());
    }
}
