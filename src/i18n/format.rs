//! How a language writes numbers, money, shares, dates and durations.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::digits::{fixed, without_closing_zeros};
use super::language::Language;

/// Joins what must stay on one line: `€ 1`, `2,5 uur`.
const NO_BREAK: char = '\u{a0}';
/// The real minus sign: as wide as a digit and read out as "minus".
const MINUS: char = '\u{2212}';
/// Shown for a value that cannot be written, such as a division by zero.
const UNWRITABLE: &str = "–";

/// The money a list is in. Lists often do not say, and then no sign is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Currency {
    #[default]
    Unknown,
    Euro,
    Dollar,
    Pound,
    Franc,
}

/// How to write figures: the language, and the currency when it is known. Small and `Copy`: pass it along.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Format {
    pub language: Language,
    pub currency: Currency,
}

impl Currency {
    /// The currency of a sign or code found in a list: `€`, `EUR`, `usd`; `None` when we do not know it.
    pub fn from_text(text: &str) -> Option<Self> {
        match text.trim().to_uppercase().as_str() {
            "€" | "EUR" | "EURO" => Some(Self::Euro),
            "$" | "USD" | "US$" => Some(Self::Dollar),
            "£" | "GBP" => Some(Self::Pound),
            "CHF" | "FR." | "SFR" => Some(Self::Franc),
            _ => None,
        }
    }

    /// The sign written before an amount; empty when unknown.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Unknown => "",
            Self::Euro => "€",
            Self::Dollar => "$",
            Self::Pound => "£",
            Self::Franc => "CHF",
        }
    }
}

impl Format {
    /// Figures of a language, amounts without a currency sign.
    pub fn new(language: Language) -> Self {
        Self { language, currency: Currency::Unknown }
    }

    /// The same with a currency.
    #[must_use]
    pub fn with_currency(self, currency: Currency) -> Self {
        Self { currency, ..self }
    }

    /// An amount to the cent: `€ 1.234,56`, `€1,234.56`.
    pub fn money(self, amount: Decimal) -> String {
        self.with_sign(&rounded(amount, 2), "")
    }

    /// An amount in whole euros: `€ 1.235`.
    pub fn whole_money(self, amount: Decimal) -> String {
        self.with_sign(&rounded(amount, 0), "")
    }

    /// An amount in a few characters, for axes and large figures: `€ 1,2 mln`, `€1.2m`, `€ 850k`, `€ 12`.
    pub fn compact_money(self, amount: Decimal) -> String {
        let (digits, unit) = self.compact_parts(amount);
        self.with_sign(&digits, unit)
    }

    /// A plain number in a few characters: `1,2 mln`, `850k`, `12`.
    pub fn compact(self, value: Decimal) -> String {
        let (digits, unit) = self.compact_parts(value);
        format!("{}{unit}", self.signed(&digits))
    }

    /// A number with exactly so many decimals: `1.234,50`. Values that are not a number become a dash.
    pub fn number(self, value: f64, decimals: usize) -> String {
        from_float(value, decimals).map_or_else(|| UNWRITABLE.to_owned(), |digits| self.signed(&digits))
    }

    /// A number with at most so many decimals, without closing zeros: `1.234,5`, `3`.
    pub fn short_number(self, value: f64, decimals: usize) -> String {
        from_float(value, decimals)
            .map_or_else(|| UNWRITABLE.to_owned(), |digits| self.signed(without_closing_zeros(&digits)))
    }

    /// A number as a person would type it, with at most four decimals: `1.234,5`. What the page itself writes.
    pub fn plain(self, value: f64) -> String {
        self.signed(without_closing_zeros(&fixed(value, 4)))
    }

    /// An exact number with all its decimals: `1.234,5`.
    pub fn decimal(self, value: Decimal) -> String {
        self.signed(&value.normalize().to_string())
    }

    /// A count with its thousands apart: `12.345`.
    pub fn count(self, count: usize) -> String {
        self.signed(&count.to_string())
    }

    /// A share of 1 as a percentage with so many decimals: `0.612` is `61,2%` with one.
    pub fn percent(self, share: f64, decimals: usize) -> String {
        from_float(share * 100.0, decimals)
            .map_or_else(|| UNWRITABLE.to_owned(), |digits| format!("{}%", self.signed(&digits)))
    }

    /// A difference with its sign, also the plus: `+3,0%` points are the caller's words; this is the number.
    pub fn difference(self, value: f64, decimals: usize) -> String {
        let text = self.number(value, decimals);
        let shows_something = text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        if value > 0.0 && shows_something { format!("+{text}") } else { text }
    }

    /// A day in words: `23 november 2026`, `23 November 2026`.
    pub fn date(self, date: Date) -> String {
        let month =
            self.month_names().get(usize::from(date.month().unsigned_abs()) - 1).copied().unwrap_or("");
        format!("{}{NO_BREAK}{month}{NO_BREAK}{}", date.day(), date.year())
    }

    /// A day in few characters: `23-11-2026`, `23 Nov 2026`.
    pub fn short_date(self, date: Date) -> String {
        match self.language {
            Language::Nl => format!("{:02}-{:02}-{}", date.day(), date.month(), date.year()),
            Language::En => {
                let month = self.month_names().get(usize::from(date.month().unsigned_abs()) - 1).copied();
                let short: String = month.unwrap_or("").chars().take(3).collect();
                format!("{}{NO_BREAK}{short}{NO_BREAK}{}", date.day(), date.year())
            }
        }
    }

    /// A month with its year in few characters: `mrt 2025`, `Mar 2025`.
    pub fn month(self, date: Date) -> String {
        let name =
            self.month_names().get(usize::from(date.month().unsigned_abs()) - 1).copied().unwrap_or("");
        let short: String = if name == "maart" { "mrt".into() } else { name.chars().take(3).collect() };
        format!("{short}{NO_BREAK}{}", date.year())
    }

    /// The names of the months, January first.
    pub fn month_names(self) -> [&'static str; 12] {
        match self.language {
            Language::Nl => [
                "januari",
                "februari",
                "maart",
                "april",
                "mei",
                "juni",
                "juli",
                "augustus",
                "september",
                "oktober",
                "november",
                "december",
            ],
            Language::En => [
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
            ],
        }
    }

    /// Hours with at most one decimal: `2,5 uur`, `1 hour`, `2.5 hours`.
    pub fn hours(self, hours: f64) -> String {
        let number = self.short_number(hours, 1);
        let unit = match self.language {
            Language::Nl => "uur",
            Language::En if number == "1" => "hour",
            Language::En => "hours",
        };
        format!("{number}{NO_BREAK}{unit}")
    }

    /// How long something will still take, coarse on purpose: `nog 2 minuten`, `less than a minute left`.
    pub fn time_left(self, seconds: f64) -> String {
        let unknown = !seconds.is_finite() || seconds < 0.0;
        let minutes = (seconds / 60.0).ceil();
        let hours = (seconds / 3600.0).round();
        let coarse = |amount: f64, one: &str, many: &str| {
            let unit = if amount == 1.0 { one } else { many };
            format!("{}{NO_BREAK}{unit}", self.number(amount, 0))
        };
        match self.language {
            Language::Nl if unknown => "onbekend hoe lang nog".to_owned(),
            Language::Nl if seconds < 10.0 => "bijna klaar".to_owned(),
            Language::Nl if seconds < 60.0 => "nog minder dan een minuut".to_owned(),
            Language::Nl if minutes < 90.0 => format!("nog {}", coarse(minutes, "minuut", "minuten")),
            Language::Nl => format!("nog {}", coarse(hours, "uur", "uur")),
            Language::En if unknown => "time left unknown".to_owned(),
            Language::En if seconds < 10.0 => "almost done".to_owned(),
            Language::En if seconds < 60.0 => "less than a minute left".to_owned(),
            Language::En if minutes < 90.0 => format!("{} left", coarse(minutes, "minute", "minutes")),
            Language::En => format!("{} left", coarse(hours, "hour", "hours")),
        }
    }

    /// A place in a row: `3e`, `3rd`.
    pub fn ordinal(self, place: usize) -> String {
        let number = self.count(place);
        let ending = match (self.language, place % 10, place % 100) {
            (Language::Nl, ..) => "e",
            (Language::En, _, 11..=13) => "th",
            (Language::En, 1, _) => "st",
            (Language::En, 2, _) => "nd",
            (Language::En, 3, _) => "rd",
            (Language::En, ..) => "th",
        };
        format!("{number}{ending}")
    }

    /// A count with its noun: `1 klant`, `1.200 klanten`.
    pub fn counted(self, count: usize, one: &str, many: &str) -> String {
        format!("{}{NO_BREAK}{}", self.count(count), plural(count, one, many))
    }

    /// Digits and a unit with the currency sign where the language wants it.
    fn with_sign(self, digits: &str, unit: &str) -> String {
        let (minus, digits) = split_sign(digits);
        let number = self.grouped(digits);
        let minus = if minus { MINUS.to_string() } else { String::new() };
        match (self.language, self.currency) {
            (_, Currency::Unknown) => format!("{minus}{number}{unit}"),
            (Language::Nl, currency) => format!("{}{NO_BREAK}{minus}{number}{unit}", currency.sign()),
            (Language::En, Currency::Franc) => format!("{minus}CHF{NO_BREAK}{number}{unit}"),
            (Language::En, currency) => format!("{minus}{}{number}{unit}", currency.sign()),
        }
    }

    /// The figure of a compact amount and its unit. Goes up a unit when rounding reaches it: never "1000k".
    fn compact_parts(self, value: Decimal) -> (String, &'static str) {
        let units: [(u32, &str); 4] = match self.language {
            Language::Nl => [(0, ""), (3, "k"), (6, "\u{a0}mln"), (9, "\u{a0}mld")],
            Language::En => [(0, ""), (3, "k"), (6, "m"), (9, "bn")],
        };
        let mut parts = (String::new(), "");
        for (power, unit) in units {
            let scaled = value / Decimal::from(10_u64.pow(power));
            let below = if power == 0 { Decimal::TEN } else { Decimal::ONE_HUNDRED };
            let figure = rounded(scaled, u32::from(scaled.abs() < below));
            parts = (without_closing_zeros(&figure).to_owned(), unit);
            if round(scaled, 0).abs() < Decimal::ONE_THOUSAND {
                break;
            }
        }
        parts
    }

    /// Digits with separators and a real minus.
    fn signed(self, digits: &str) -> String {
        let (minus, digits) = split_sign(digits);
        let number = self.grouped(digits);
        if minus { format!("{MINUS}{number}") } else { number }
    }

    /// Unsigned digits with the language's separators.
    fn grouped(self, digits: &str) -> String {
        let (group, point) = match self.language {
            Language::Nl => ('.', ','),
            Language::En => (',', '.'),
        };
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                out.push(group);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push(point);
            out.push_str(fraction);
        }
        out
    }
}

/// The word for a count: one, or more (and none).
pub fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// Half away from zero, as spreadsheets round.
fn round(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// The digits with exactly so many decimals, without separators.
fn rounded(value: Decimal, decimals: u32) -> String {
    format!("{:.precision$}", round(value, decimals), precision = decimals as usize)
}

/// A float's digits with exactly so many decimals; `None` when it is not a finite number.
fn from_float(value: f64, decimals: usize) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    // Through a decimal where it fits, so that 0.125 and 2.675 round as a person would round what is printed.
    let exact = value.to_string().parse::<Decimal>().ok().filter(|exact| exact.to_f64() == Some(value));
    let digits = exact.map(|exact| rounded(exact, decimals as u32));
    Some(digits.unwrap_or_else(|| format!("{value:.decimals$}")))
}

/// The sign and the digits; a value that rounds to zero has no sign.
fn split_sign(digits: &str) -> (bool, &str) {
    match digits.strip_prefix('-') {
        Some(rest) => (rest.bytes().any(|byte| (b'1'..=b'9').contains(&byte)), rest),
        None => (false, digits),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Currency, Decimal, Format, Language, plural};

    const NL: Format = Format { language: Language::Nl, currency: Currency::Euro };
    const EN: Format = Format { language: Language::En, currency: Currency::Euro };

    /// Compares as people read: non-breaking spaces are spaces.
    fn check(written: String, expected: &str) {
        assert_eq!(written.replace('\u{a0}', " "), expected);
    }

    fn amount(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn money_follows_the_language() {
        check(NL.money(amount("1234.56")), "€ 1.234,56");
        check(EN.money(amount("1234.56")), "€1,234.56");
        check(NL.money(amount("-1234.5")), "€ −1.234,50");
        check(EN.money(amount("-1234.5")), "−€1,234.50");
        check(NL.money(amount("0.005")), "€ 0,01");
        check(NL.money(amount("-0.004")), "€ 0,00");
        check(NL.whole_money(amount("999.5")), "€ 1.000");
        check(Format::new(Language::Nl).money(amount("7")), "7,00");
        check(EN.with_currency(Currency::Franc).money(amount("-7")), "−CHF 7.00");
    }

    #[test]
    fn compact_money_fits_on_an_axis() {
        check(NL.compact_money(amount("1234567")), "€ 1,2 mln");
        check(EN.compact_money(amount("1234567")), "€1.2m");
        check(NL.compact_money(amount("-850000")), "€ −850k");
        check(NL.compact_money(amount("999950")), "€ 1 mln");
        check(NL.compact_money(amount("12")), "€ 12");
        check(NL.compact_money(amount("0.5")), "€ 0,5");
        check(NL.compact_money(amount("0")), "€ 0");
        check(EN.compact_money(amount("2500000000")), "€2.5bn");
        check(NL.compact_money(Decimal::MAX), "€ 79.228.162.514.264.337.594 mld");
    }

    #[test]
    fn numbers_and_shares() {
        check(NL.number(1234.5, 2), "1.234,50");
        check(NL.number(2.675, 2), "2,68");
        check(NL.number(f64::NAN, 2), "–");
        check(NL.number(-0.0, 0), "0");
        check(NL.short_number(12.50, 2), "12,5");
        check(NL.plain(-1234.50), "−1.234,5");
        check(NL.percent(0.612, 1), "61,2%");
        check(EN.percent(0.612, 1), "61.2%");
        check(EN.percent(-1.34, 0), "−134%");
        check(NL.difference(3.0, 1), "+3,0");
        check(NL.difference(0.01, 1), "0,0");
        check(NL.count(1_234_567), "1.234.567");
        check(EN.decimal(amount("1234.5600")), "1,234.56");
    }

    #[test]
    fn days_hours_and_waiting() {
        let day = jiff::civil::date(2026, 11, 3);
        check(NL.date(day), "3 november 2026");
        check(EN.date(day), "3 November 2026");
        check(NL.short_date(day), "03-11-2026");
        check(EN.short_date(day), "3 Nov 2026");
        check(NL.hours(2.5), "2,5 uur");
        check(EN.hours(1.0), "1 hour");
        check(NL.time_left(100.0), "nog 2 minuten");
        check(EN.time_left(30.0), "less than a minute left");
        check(EN.time_left(f64::INFINITY), "time left unknown");
    }

    #[test]
    fn plurals_and_places() {
        check(NL.counted(1, "klant", "klanten"), "1 klant");
        check(NL.counted(1200, "klant", "klanten"), "1.200 klanten");
        assert_eq!(plural(0, "customer", "customers"), "customers");
        check(NL.ordinal(3), "3e");
        for (place, expected) in
            [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (112, "112th"), (121, "121st")]
        {
            check(EN.ordinal(place), expected);
        }
    }

    #[test]
    fn currencies_are_recognised() {
        assert_eq!(Currency::from_text(" eur "), Some(Currency::Euro));
        assert_eq!(Currency::from_text("¥"), None);
    }

    /// The number a reader of the language sees.
    fn read_back(written: &str, format: Format) -> Decimal {
        let point = if format.language == Language::Nl { ',' } else { '.' };
        let plain: String = written
            .chars()
            .filter_map(|character| match character {
                '−' => Some('-'),
                _ if character == point => Some('.'),
                _ => character.is_ascii_digit().then_some(character),
            })
            .collect();
        plain.parse().unwrap()
    }

    proptest! {
        #[test]
        fn money_says_exactly_what_it_is(cents in any::<i64>()) {
            let exact = Decimal::new(cents, 2);
            for format in [NL, EN, Format::new(Language::Nl)] {
                prop_assert_eq!(read_back(&format.money(exact), format), exact);
            }
        }

        #[test]
        fn groups_have_three_digits(count in any::<u32>()) {
            let written = EN.count(count as usize);
            let mut groups = written.split(',');
            prop_assert!(groups.next().is_some_and(|first| (1..=3).contains(&first.len())));
            prop_assert!(groups.all(|group| group.len() == 3));
        }

        #[test]
        fn the_sign_is_never_lost(value in -1e12..1e12_f64, decimals in 0..4_usize) {
            let written = NL.number(value, decimals);
            let nothing_left = !written.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
            prop_assert_eq!(written.starts_with('−'), value < 0.0 && !nothing_left);
            prop_assert_eq!(NL.compact(Decimal::from_f64_retain(value).unwrap()).starts_with('−'), value <= -0.05);
        }
    }
}
