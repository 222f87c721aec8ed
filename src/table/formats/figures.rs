//! Figures: numbers, percentages, dates and errors of a spreadsheet's cells as text, exactly and never more than was meant.

use std::fmt::Write as _;

use calamine::{CellErrorType, ExcelDateTime};

/// A spreadsheet keeps fifteen digits; what a sum leaves behind them (`0.30000000000000004`) was never meant.
const DIGITS: usize = 15;
/// Larger whole numbers are not exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Writes a number: `8`, `1234.5`, `0.15`, never `8.0` or `1.5e3`. The format code of its cell decides about two
/// things that are more than looks: `0%` makes it a percentage, and `00000` gives a code its leading zeros back.
pub(super) fn write_number(out: &mut String, value: f64, format: &str) {
    if !value.is_finite() {
        return;
    }
    if value.fract() == 0.0 && value.abs() < EXACT && !format.contains('%') {
        let (zeros, whole) = (leading_zeros(format), value as i64);
        let _ = write!(out, "{whole:0zeros$}");
        return;
    }
    let percent = is_percent(format);
    let scientific = format!("{value:.*e}", DIGITS - 1);
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0) + if percent { 2 } else { 0 };
    if exponent.abs() > 40 {
        let _ = write!(out, "{value:e}");
        return;
    }
    if mantissa.starts_with('-') {
        out.push('-');
    }
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    write_digits(out, digits.trim_end_matches('0'), exponent);
    if percent {
        out.push('%');
    }
}

/// Digits of which the first stands for `10^exponent`.
fn write_digits(out: &mut String, digits: &str, exponent: i32) {
    if digits.is_empty() {
        out.push('0');
        return;
    }
    let before = exponent + 1;
    if before <= 0 {
        out.push_str("0.");
        out.extend(std::iter::repeat_n('0', before.unsigned_abs() as usize));
        out.push_str(digits);
        return;
    }
    let before = before as usize;
    if digits.len() <= before {
        out.push_str(digits);
        out.extend(std::iter::repeat_n('0', before - digits.len()));
        return;
    }
    let (whole, fraction) = digits.split_at(before);
    out.push_str(whole);
    out.push('.');
    out.push_str(fraction);
    // `1.234` could be a thousand in a column of text; `1.2340` can not.
    if fraction.len() == 3 {
        out.push('0');
    }
}

fn is_percent(format: &str) -> bool {
    format.contains('%') && !format.contains('"')
}

/// The number of digits that a format of zeros only asks for.
fn leading_zeros(format: &str) -> usize {
    let only_zeros = format.len() > 1 && format.len() <= 20 && format.bytes().all(|byte| byte == b'0');
    if only_zeros { format.len() } else { 0 }
}

/// Writes a date as `2025-03-01`, with its time when it has one; a time alone as `13:30:00`.
pub(super) fn write_date(out: &mut String, date: ExcelDateTime) {
    let value = date.as_f64();
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    if date.is_duration() || (0.0..1.0).contains(&value) {
        let seconds = (value * 86_400.0).round() as i64;
        let _ = write!(out, "{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    } else if !(0.0..2_958_466.0).contains(&value) {
        write_number(out, value, "");
    } else {
        let _ = write!(out, "{year:04}-{month:02}-{day:02}");
        if value.fract() != 0.0 {
            let _ = write!(out, "T{hour:02}:{minute:02}:{second:02}");
        }
    }
}

/// The name of an error, as a spreadsheet in English shows it; the intake knows it as a word for "missing".
pub(super) fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA | CellErrorType::GettingData => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn check(value: f64, format: &str, expected: &str) {
        let mut out = String::new();
        write_number(&mut out, value, format);
        assert_eq!(out, expected, "{value} as {format:?}");
    }

    #[test]
    fn numbers_are_exact() {
        for (value, expected) in [
            (8.0, "8"),
            (-8.0, "-8"),
            (-0.0, "0"),
            (1234.5, "1234.5"),
            (0.1 + 0.2, "0.3"),
            (1_234.56, "1234.56"),
            (-12_345_678.9, "-12345678.9"),
            (1.234, "1.2340"),
            (0.001_5, "0.0015"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (12_345_678_901_234_567_000.0, "12345678901234600000"),
            (123.456_789, "123.456789"),
        ] {
            check(value, "", expected);
            check(value, "#,##0.00", expected);
        }
        check(f64::NAN, "", "");
        check(1e300, "", "1e300");
    }

    #[test]
    fn formats_that_mean_something_count() {
        check(0.15, "0%", "15%");
        check(0.155, "0.00%", "15.5%");
        check(1.0, "0%", "100%");
        check(0.0, "0%", "0%");
        check(1234.0, "00000", "01234");
        check(-7.0, "000", "-07");
        check(12.5, "000", "12.5");
        check(7.0, "0", "7");
    }

    #[test]
    fn dates_are_iso() {
        for (value, kind, is_1904, expected) in [
            (45717.0, ExcelDateTimeType::DateTime, false, "2025-03-01"),
            (45717.5, ExcelDateTimeType::DateTime, false, "2025-03-01T12:00:00"),
            (44255.0, ExcelDateTimeType::DateTime, true, "2025-03-01"),
            (0.25, ExcelDateTimeType::DateTime, false, "6:00:00"),
            (1.5, ExcelDateTimeType::TimeDelta, false, "36:00:00"),
            (-5.0, ExcelDateTimeType::DateTime, false, "-5"),
        ] {
            let mut out = String::new();
            write_date(&mut out, ExcelDateTime::new(value, kind, is_1904));
            assert_eq!(out, expected, "{value}");
        }
    }
}
