//! Numbers to digits and back for the page, without the exact tables of the standard library: these weigh 20 kB there.

/// A number with exactly so many decimals, half away from zero: `2.50`. For what fits in 18 digits; more is cut off.
pub fn fixed(value: f64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    let scaled = value.abs() * unit as f64;
    // What lies a hair below the half, as 2.675 does in binary, is meant to be the half.
    let hair = if scaled < 1e15 { scaled * f64::EPSILON } else { 0.0 };
    let count = (scaled + hair).round() as u64;
    let sign = if value < 0.0 && count > 0 { "-" } else { "" };
    let mut text = format!("{sign}{}", count / unit);
    if decimals > 0 {
        let fraction = (count % unit + unit).to_string();
        text.push('.');
        // Without the leading one that kept the zeros in place.
        text.extend(fraction.chars().skip(1));
    }
    text
}

/// The number nearest to it between two bounds. The standard library's `clamp` writes out its bounds when they are the
/// wrong way round, and with that takes along how to write any float.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// A number for an attribute, with at most six decimals: `2.5`.
pub fn short(value: f64) -> String {
    without_closing_zeros(&fixed(value, 6)).to_owned()
}

/// `2.50` as `2.5`, `2.00` as `2`.
pub fn without_closing_zeros(digits: &str) -> &str {
    if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits }
}

/// The number that a text of digits is, with a point and an exponent if need be; `None` when it is none, or too large.
/// Exact up to 15 digits and 22 decimals, which is more than anybody types.
pub fn read(text: &str) -> Option<f64> {
    let negative = text.starts_with('-');
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (unsigned, 0),
    };
    let (mut digits, mut power, mut any, mut behind_point) = (0_u64, exponent, false, false);
    for byte in mantissa.bytes() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                // Digits beyond the eighteenth only count for the size.
                let fits = digits < 10_u64.pow(17);
                if fits {
                    digits = digits * 10 + u64::from(byte - b'0');
                }
                let moved = i32::from(!fits) - i32::from(behind_point);
                power = power.saturating_add(moved);
            }
            b'.' if !behind_point => behind_point = true,
            _ => return None,
        }
    }
    let size = 10_f64.powi(power.saturating_abs());
    let number = match digits {
        0 => 0.0,
        digits if power < 0 => digits as f64 / size,
        digits => digits as f64 * size,
    };
    (any && number.is_finite()).then_some(if negative { -number } else { number })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{fixed, read};

    #[test]
    fn numbers_are_rounded_as_a_person_would() {
        for (value, decimals, expected) in [
            (2.675, 2, "2.68"),
            (-2.675, 2, "-2.68"),
            (0.125, 2, "0.13"),
            (-0.04, 1, "0.0"),
            (12.0, 0, "12"),
            (0.05, 1, "0.1"),
            (1_234.5, 4, "1234.5000"),
            (1e12, 4, "1000000000000.0000"),
        ] {
            assert_eq!(fixed(value, decimals), expected, "{value}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        for text in ["", ".", "-", "1.2.3", "1,2", "e5", "1e", "1e999", "inf", "NaN", "x"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        /// As the standard library reads it.
        #[test]
        fn what_people_type_is_read_exactly(text in "[-+]?[0-9]{1,9}(\\.[0-9]{0,6})?([eE]-?[0-9])?") {
            prop_assert_eq!(read(&text), text.parse().ok(), "{}", text);
        }

        #[test]
        fn what_is_written_is_read_back(thousandths in -10_000_000_i64..10_000_000) {
            let value = thousandths as f64 / 1000.0;
            prop_assert_eq!(read(&fixed(value, 3)), Some(value));
        }
    }
}
