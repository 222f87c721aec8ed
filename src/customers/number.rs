//! Numbers: reads amounts, counts and shares as people in Europe and elsewhere write them, exactly.
//!
//! A cell is read on its own first. Only `1.234` and `1,234` (three digits behind the only separator) need the rest
//! of their column to tell thousands from decimals: that is what [`Convention`] gathers.

use rust_decimal::Decimal;

use quick::{Tally, Usual, usual};

/// A cell as a number, as far as it can be read on its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scanned {
    pub(super) reading: Reading,
    /// Written with `%`.
    pub(super) percent: bool,
    pub(super) currency: Option<Currency>,
}

/// What the separators say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reading {
    /// No separators that could be misread.
    Plain(Decimal),
    /// The separators say which character is the decimal one.
    Decided { value: Decimal, decimal: char },
    /// `1.234`: thousands, unless `separator` is the decimal character.
    Ambiguous { thousands: Decimal, decimals: Decimal, separator: char },
}

/// Currencies that are told apart; all others count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Currency {
    Euro,
    Dollar,
    Pound,
    Other,
}

/// Larger amounts are no amounts; below it no sum of a million rows can overflow.
const LARGEST: Decimal = Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0);

const CURRENCIES: [(&str, Currency); 15] = [
    ("€", Currency::Euro),
    ("EURO", Currency::Euro),
    ("EUR", Currency::Euro),
    ("US$", Currency::Dollar),
    ("USD", Currency::Dollar),
    ("$", Currency::Dollar),
    ("GBP", Currency::Pound),
    ("£", Currency::Pound),
    ("CHF", Currency::Other),
    ("SFR.", Currency::Other),
    ("FR.", Currency::Other),
    ("DKK", Currency::Other),
    ("SEK", Currency::Other),
    ("PLN", Currency::Other),
    ("KR", Currency::Other),
];

/// Reads a trimmed, non-empty cell; `None` when it is no number.
pub(super) fn scan(cell: &str) -> Option<Scanned> {
    if let Some(usual) = scan_usual(cell.as_bytes()) {
        return Some(usual);
    }
    if cell.len() > 60 {
        return None;
    }
    let mut rest = cell;
    let mut sign = Sign::default();
    let mut scanned = Scanned { reading: Reading::Plain(Decimal::ZERO), percent: false, currency: None };
    loop {
        let before = rest;
        rest = rest.trim_matches(is_space);
        // What is left of a quote that never closes.
        rest = rest.strip_prefix('"').unwrap_or(rest);
        rest = strip_signs(rest, &mut sign)?;
        rest = strip_currency(rest, &mut scanned.currency);
        if let Some(stripped) = rest.strip_suffix('%') {
            if std::mem::replace(&mut scanned.percent, true) {
                return None;
            }
            rest = stripped;
        }
        if rest == before {
            break;
        }
    }
    let reading = read_body(rest)?.without_cents(sign.no_cents);
    scanned.reading = reading.map(|value| if sign.negative { -value } else { value })?;
    Some(scanned)
}

fn scan_usual(cell: &[u8]) -> Option<Scanned> {
    let Usual { mantissa, decimals, decimal } = usual(cell)?;
    let value = Decimal::new(mantissa, decimals);
    let reading = match decimal {
        None => Reading::Plain(value),
        Some(decimal) => Reading::Decided { value, decimal: char::from(decimal) },
    };
    Some(Scanned { reading, percent: false, currency: None })
}

impl Reading {
    /// What `,-` behind a number tells: its comma is the decimal character.
    fn without_cents(self, decimal: Option<char>) -> Self {
        match (self, decimal) {
            (Self::Plain(value), Some(decimal)) => Self::Decided { value, decimal },
            (Self::Ambiguous { thousands, separator, .. }, Some(decimal)) if decimal != separator => {
                Self::Decided { value: thousands, decimal }
            }
            (other, _) => other,
        }
    }

    fn map(self, change: impl Fn(Decimal) -> Decimal) -> Option<Self> {
        let changed = |value: Decimal| (value.abs() <= LARGEST).then(|| change(value));
        Some(match self {
            Self::Plain(value) => Self::Plain(changed(value)?),
            Self::Decided { value, decimal } => Self::Decided { value: changed(value)?, decimal },
            Self::Ambiguous { thousands, decimals, separator } => {
                Self::Ambiguous { thousands: changed(thousands)?, decimals: changed(decimals)?, separator }
            }
        })
    }
}

#[derive(Default)]
struct Sign {
    seen: bool,
    negative: bool,
    /// The decimal character of a `,-` behind the number.
    no_cents: Option<char>,
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace()
}

/// One sign before or behind, or brackets around; `None` when there are two.
fn strip_signs<'a>(text: &'a str, sign: &mut Sign) -> Option<&'a str> {
    let (rest, negative) = if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
    {
        (inner, true)
    } else if let Some(rest) = text.strip_prefix('+') {
        (rest, false)
    } else if let Some(rest) = text.strip_prefix(['-', '−', '–', '‐', '‑']) {
        (rest, true)
    } else if let Some((rest, decimal)) = strip_dashes(text) {
        sign.no_cents = Some(decimal);
        return Some(rest);
    } else if let Some(rest) = text.strip_suffix(['-', '−', '–']) {
        (rest, true)
    } else {
        return Some(text);
    };
    if std::mem::replace(&mut sign.seen, true) {
        return None;
    }
    sign.negative = negative;
    Some(rest)
}

/// The Dutch way to write no cents: `1.234,-`, `1.234,--`, `1.234,=`.
fn strip_dashes(text: &str) -> Option<(&str, char)> {
    let stem = text.trim_end_matches(['-', '–', '—', '=', '−']);
    let dashes = text[stem.len()..].chars().count();
    let decimal = stem.chars().next_back().filter(|last| matches!(last, ',' | '.'))?;
    let number = &stem[..stem.len() - 1];
    let is_amount = (1..=3).contains(&dashes) && number.ends_with(|letter: char| letter.is_ascii_digit());
    is_amount.then_some((number, decimal))
}

fn strip_currency<'a>(text: &'a str, found: &mut Option<Currency>) -> &'a str {
    if found.is_some()
        || text.starts_with(|first: char| first.is_ascii_digit())
            && text.ends_with(|last: char| last.is_ascii_digit())
    {
        return text;
    }
    for (word, currency) in CURRENCIES {
        let starts = text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        if starts {
            *found = Some(currency);
            return &text[word.len()..];
        }
        let cut = text.len().saturating_sub(word.len());
        let ends = text.get(cut..).is_some_and(|end| end.eq_ignore_ascii_case(word));
        if ends {
            *found = Some(currency);
            return &text[..cut];
        }
    }
    text
}

/// The digits of a number with what stands between them; kept off the heap, since every cell passes here.
struct Body {
    mantissa: i128,
    digits: usize,
    starts_with_zero: bool,
    /// Separators with the number of digits before them; the first `count` are filled.
    separators: [(char, usize); MOST_SEPARATORS],
    count: usize,
    exponent: Option<i32>,
}

/// A number with more separators is no number.
const MOST_SEPARATORS: usize = 12;

fn split_body(text: &str) -> Option<Body> {
    let mut body = Body {
        mantissa: 0,
        digits: 0,
        starts_with_zero: text.starts_with('0'),
        separators: [(' ', 0); MOST_SEPARATORS],
        count: 0,
        exponent: None,
    };
    for (place, letter) in text.char_indices() {
        let separator = match letter {
            '0'..='9' => {
                let digit = i128::from(letter as u8 - b'0');
                body.mantissa = body.mantissa.checked_mul(10)?.checked_add(digit)?;
                body.digits += 1;
                continue;
            }
            'e' | 'E' if body.digits > 0 => {
                body.exponent = Some(read_exponent(&text[place + 1..])?);
                break;
            }
            '.' | ',' => letter,
            '\'' | '’' | 'ʼ' | '´' | '`' => '\'',
            _ if is_space(letter) => ' ',
            _ => return None,
        };
        *body.separators.get_mut(body.count)? = (separator, body.digits);
        body.count += 1;
    }
    (body.digits > 0).then_some(body)
}

fn read_exponent(text: &str) -> Option<i32> {
    let (digits, sign) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (digits, -1),
        None => (text.strip_prefix('+').unwrap_or(text), 1),
    };
    let is_small = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let exponent: i32 = digits.parse().ok().filter(|_| is_small)?;
    (exponent < 40).then_some(sign * exponent)
}

fn read_body(text: &str) -> Option<Reading> {
    let body = split_body(text)?;
    let total = body.digits;
    let separators = &body.separators[..body.count];
    let Some((last_letter, last_place)) = separators.last().copied() else {
        return Some(Reading::Plain(body.value(0)?));
    };
    let behind = total - last_place;
    let same = separators.iter().filter(|(letter, _)| *letter == last_letter).count();
    let is_point = matches!(last_letter, '.' | ',');
    if !is_point || same > 1 {
        // Groups only: every separator the same (an apostrophe and a blank may not mix either).
        let one_kind = same == separators.len();
        if !one_kind || !Body::groups_of_three(separators, total) || body.exponent.is_some() {
            return None;
        }
        let value = body.value(0)?;
        return Some(if is_point {
            Reading::Decided { value, decimal: other_point(last_letter) }
        } else {
            Reading::Plain(value)
        });
    }
    let groups = &separators[..separators.len() - 1];
    if !groups.is_empty() {
        let one_kind = groups.iter().all(|(letter, _)| *letter == groups[0].0);
        if !one_kind || !Body::groups_of_three(groups, last_place) {
            return None;
        }
        let value = body.value(behind)?;
        return Some(Reading::Decided { value, decimal: last_letter });
    }
    let looks_grouped = behind == 3 && (1..=3).contains(&last_place) && !body.starts_with_zero;
    if looks_grouped && body.exponent.is_none() {
        let (thousands, decimals) = (body.value(0)?, body.value(3)?);
        return Some(Reading::Ambiguous { thousands, decimals, separator: last_letter });
    }
    if behind == 0 {
        return Some(Reading::Plain(body.value(0)?));
    }
    Some(Reading::Decided { value: body.value(behind)?, decimal: last_letter })
}

/// The decimal character when this one groups.
pub(super) fn other_point(letter: char) -> char {
    if letter == '.' { ',' } else { '.' }
}

impl Body {
    /// Whether the separators cut the first `end` digits into one to three and then threes.
    fn groups_of_three(separators: &[(char, usize)], end: usize) -> bool {
        let Some((_, first)) = separators.first() else { return true };
        let mut places = separators.iter().map(|(_, place)| *place).chain([end]);
        let mut before = places.next().unwrap_or(0);
        let threes = places.all(|place| {
            let group = place - before;
            before = place;
            group == 3
        });
        (1..=3).contains(first) && threes
    }

    /// The digits with so many decimals; `None` when they are too many to be exact.
    fn value(&self, decimals: usize) -> Option<Decimal> {
        let mut mantissa = self.mantissa;
        let mut scale = i32::try_from(decimals).ok()? - self.exponent.unwrap_or(0);
        while scale < 0 {
            mantissa = mantissa.checked_mul(10)?;
            scale += 1;
        }
        while scale > 28 {
            if mantissa % 10 != 0 {
                return None;
            }
            mantissa /= 10;
            scale -= 1;
        }
        Decimal::try_from_i128_with_scale(mantissa, scale as u32).ok()
    }
}

/// What a whole column says about its decimal character.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Convention {
    commas: usize,
    points: usize,
    /// What the person said.
    chosen: Option<char>,
    /// Cells with `%`, and the largest value without.
    pub(super) percents: usize,
    pub(super) above_one: bool,
    pub(super) ambiguous: usize,
    currencies: [bool; 4],
}

impl Convention {
    /// Nothing seen yet; what the person chose wins over all that follows.
    pub(super) fn new(chosen: Option<char>) -> Self {
        Self { chosen, ..Self::default() }
    }

    /// Takes in a cell of the column.
    pub(super) fn add(&mut self, scanned: &Scanned) {
        if let Some(currency) = scanned.currency {
            self.currencies[currency as usize] = true;
        }
        self.percents += usize::from(scanned.percent);
        match scanned.reading {
            Reading::Plain(value) => self.above_one |= value.abs() > Decimal::ONE && !scanned.percent,
            Reading::Decided { value, decimal } => {
                self.above_one |= value.abs() > Decimal::ONE && !scanned.percent;
                if decimal == ',' {
                    self.commas += 1;
                } else {
                    self.points += 1;
                }
            }
            Reading::Ambiguous { .. } => {
                self.ambiguous += 1;
                self.above_one |= !scanned.percent;
            }
        }
    }

    /// Takes in the usual cells of a stretch of rows.
    pub(super) fn add_usual(&mut self, tally: Tally) {
        self.commas += tally.commas;
        self.points += tally.points;
        self.above_one |= tally.above_one;
    }

    /// The decimal character, when anything tells it.
    pub(super) fn decimal(&self) -> Option<char> {
        self.chosen.or(match self.commas.cmp(&self.points) {
            std::cmp::Ordering::Greater => Some(','),
            std::cmp::Ordering::Less => Some('.'),
            std::cmp::Ordering::Equal => None,
        })
    }

    /// How many cells have a decimal comma and how many a point.
    pub(super) fn decimals(&self) -> (usize, usize) {
        (self.commas, self.points)
    }

    /// Whether there are cells that nothing decides.
    pub(super) fn is_undecided(&self) -> bool {
        self.ambiguous > 0 && self.decimal().is_none()
    }

    /// Whether amounts of different currencies stand in the column.
    pub(super) fn mixes_currencies(&self) -> bool {
        self.currencies.iter().filter(|seen| **seen).count() > 1
    }

    /// The value of a cell in this column. Undecided cells are thousands.
    pub(super) fn value(&self, scanned: &Scanned) -> Decimal {
        match scanned.reading {
            Reading::Plain(value) | Reading::Decided { value, .. } => value,
            Reading::Ambiguous { thousands, decimals, separator } => {
                if self.decimal() == Some(separator) {
                    decimals
                } else {
                    thousands
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the cells as one column; `None` stands for unreadable.
    fn check(cells: &[&str], expected: &[Option<&str>], undecided: bool) {
        let scans: Vec<Option<Scanned>> = cells.iter().map(|cell| scan(cell)).collect();
        let mut convention = Convention::default();
        scans.iter().flatten().for_each(|scanned| convention.add(scanned));
        let values: Vec<Option<String>> = scans
            .iter()
            .map(|scanned| scanned.as_ref().map(|one| convention.value(one).to_string()))
            .collect();
        let expected: Vec<Option<String>> = expected.iter().map(|value| value.map(str::to_owned)).collect();
        assert_eq!(values, expected, "{cells:?}");
        assert_eq!(convention.is_undecided(), undecided, "undecided: {cells:?}");
    }

    fn check_one(cell: &str, expected: &str) {
        check(&[cell], &[Some(expected)], false);
    }

    #[test]
    fn numbers_that_need_no_neighbours() {
        for (cell, expected) in [
            ("0", "0"),
            ("1234", "1234"),
            ("007", "7"),
            ("12,5", "12.5"),
            ("12.50", "12.50"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("1.234.567", "1234567"),
            ("1,234,567.8", "1234567.8"),
            ("€ 1.234,50", "1234.50"),
            ("1.234,-", "1234"),
            ("€ 12,--", "12"),
            ("12,=", "12"),
            ("1.234.567,-", "1234567"),
            ("-5", "-5"),
            ("5-", "-5"),
            ("−1 234,50", "-1234.50"),
            ("(1.234,56)", "-1234.56"),
            ("€ -5,00", "-5.00"),
            ("-€ 5,00", "-5.00"),
            ("(€ 5,00)", "-5.00"),
            ("5,00 EUR", "5.00"),
            ("EUR5.00", "5.00"),
            ("$1,234.50", "1234.50"),
            ("1'234.50", "1234.50"),
            ("1’234’567", "1234567"),
            ("1\u{a0}234,5", "1234.5"),
            ("1\u{202f}234\u{202f}567", "1234567"),
            ("1.5E+3", "1500"),
            ("1,5e3", "1500"),
            ("1.234E+05", "123400"),
            ("2e-2", "0.02"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
            ("1234,567", "1234.567"),
            (",5", "0.5"),
            ("5,", "5"),
            ("+7", "7"),
            ("12 345,678", "12345.678"),
            ("90071992547409921,37", "90071992547409921.37"),
        ] {
            check_one(cell, expected);
        }
    }

    #[test]
    fn neighbours_decide_and_else_it_is_thousands() {
        check(&["1.234", "2.500", "950"], &[Some("1234"), Some("2500"), Some("950")], true);
        check(&["1,234", "950"], &[Some("1234"), Some("950")], true);
        check(&["1.234", "12,50"], &[Some("1234"), Some("12.50")], false);
        check(&["1.234", "12.5"], &[Some("1.234"), Some("12.5")], false);
        check(&["1.250", "0.500"], &[Some("1.250"), Some("0.500")], false);
        check(&["1.234", "1.234.567"], &[Some("1234"), Some("1234567")], false);
        check(&["1,234", "5,5", "5.5"], &[Some("1234"), Some("5.5"), Some("5.5")], true);
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        let cells = [
            "abc",
            "12a",
            "1.2.3",
            "12.34,56",
            "1,234.567,89",
            "01-02-2025",
            "--5",
            "5 %%",
            "12 34",
            "1 234.567'8",
            "e5",
            "5e",
            "1e99",
            "()",
            "€",
            "1.23.456",
            "1234.567.890",
            "999999999999999999999999999999",
            "10000000000000000001",
        ];
        for cell in cells {
            check(&[cell], &[None], false);
        }
    }

    #[test]
    fn percents_and_currencies_are_seen() {
        let percent = scan("12,5 %").unwrap();
        assert!(
            percent.percent
                && percent.reading == Reading::Decided { value: Decimal::new(125, 1), decimal: ',' }
        );
        let mut convention = Convention::default();
        convention.add(&scan("€ 5").unwrap());
        assert!(!convention.mixes_currencies());
        convention.add(&scan("5 USD").unwrap());
        assert!(convention.mixes_currencies());
    }
}
