//! Instalments: columns that hold the amounts of one quarter, month or period each, as in `Omzet Q1`; `jan`, `feb`, `mrt`.

use super::Field;
use super::cells::{ColumnReader, Value};
use super::headers::{header_clues, is_one_of};
use crate::sorted::InOrder;
use crate::table::fold::fold;
use crate::table::looks::month_of;
use crate::table::{Problem, ProblemKind};

/// What a header says about the stretch of time of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instalment {
    pub(super) field: Field,
    /// Only the stretch of time stands there.
    pub(super) is_bare: bool,
    pub(super) year: Option<i16>,
    unit: Unit,
    number: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Half,
    Quarter,
    Month,
    Period,
    Week,
}

const HALVES: &str = "h halfjaar half halfyear semester halbjahr";
const QUARTERS: &str = "q k kw kwartaal kwart quarter qtr quartal trimestre";
const MONTHS: &str = "m maand month monat mois";
const PERIODS: &str = "p periode period";
const WEEKS: &str = "w wk week woche semaine";
/// Letters that mean a stretch of time only beside a word for the amount.
const SHORT: &str = "h m p w";
/// In words; of `1e` the number alone tells.
const ORDINALS: [&str; 4] = ["eerste first", "tweede second", "derde third", "vierde fourth"];
/// Words that may stand between.
const BETWEEN: &str = "e ste de st nd rd th in van of per";

/// Reads a header; `None` when it names no stretch of time, or the amounts of it are no revenue and no margin.
pub(super) fn instalment(header: &str) -> Option<Instalment> {
    let mut words = words(header);
    let mut year = take(&mut words, |word| number_in(word, 4).filter(|year| (1990..=2100).contains(year)));
    let (unit, number, is_short) = match take(&mut words, month_in) {
        Some(month) => {
            // `jan-25` is January 2025.
            let short = || take(&mut words, |word| number_in(word, 2));
            year = year.or_else(short).map(|year| if year < 100 { 2000 + year } else { year });
            (Unit::Month, month, false)
        }
        None => counted(&mut words, &mut year)?,
    };
    words.retain(|word| !is_one_of(BETWEEN, word));
    let field = if words.is_empty() { None } else { Some(amount_of(&words.join(" "))?) };
    if is_short && field.is_none() {
        return None;
    }
    let year = year.and_then(|year| i16::try_from(year).ok());
    Some(Instalment { field: field.unwrap_or(Field::Revenue), is_bare: field.is_none(), year, unit, number })
}

/// Columns whose amounts are parts of one whole: the places of those of the newest year, and of those of the year before.
///
/// Parts of a whole are in one unit, and none comes twice.
pub(super) fn groups(headers: &[Option<Instalment>], field: Field) -> Vec<Vec<usize>> {
    let mut found: Vec<(usize, Instalment)> = headers
        .iter()
        .enumerate()
        .filter_map(|(column, header)| Some((column, (*header)?)))
        .filter(|(_, header)| header.field == field)
        .collect();
    let Some(unit) = found.first().map(|(_, header)| header.unit) else { return Vec::new() };
    if found.iter().any(|(_, header)| header.unit != unit) {
        return Vec::new();
    }
    found.order_by(|a, b| b.1.year.cmp(&a.1.year).then(a.0.cmp(&b.0)));
    let mut groups = Vec::new();
    for group in found.chunk_by(|a, b| a.1.year == b.1.year) {
        let stands_before = |(place, (_, header)): (usize, &(usize, Instalment))| {
            group.iter().take(place).any(|(_, other)| other.number == header.number)
        };
        let is_twice = group.iter().enumerate().any(stands_before);
        // Two bare columns may be anything.
        let least = if group.iter().any(|(_, header)| header.is_bare) { 3 } else { 1 };
        if is_twice || group.len() < least {
            return Vec::new();
        }
        groups.push(group.iter().map(|(column, _)| *column).collect());
    }
    groups
}

/// Adds the amounts of further columns to those of their fields. A sum of nothing stays missing.
pub(super) fn add_parts(values: &mut [Value], readers: &[ColumnReader], whole: usize) {
    let (whole, parts) = values.split_at_mut(whole.min(values.len()));
    let (fields, of_parts) = readers.split_at(whole.len());
    for (part, reader) in parts.iter_mut().zip(of_parts) {
        let part = std::mem::replace(part, Value::Missing);
        let place = fields.iter().position(|one| one.field == reader.field);
        let Some(sum) = place.and_then(|place| whole.get_mut(place)) else { continue };
        *sum = match (*sum, part) {
            (Value::Number(sum), Value::Number(part)) => Value::Number(sum.checked_add(part).unwrap_or(sum)),
            (Value::Missing, part) => part,
            (sum, _) => sum,
        };
    }
}

/// Per field that is the sum of several columns which they are.
pub(super) fn added_together(readers: &[ColumnReader], whole: usize) -> Vec<Problem> {
    let (whole, parts) = readers.split_at(whole.min(readers.len()));
    let of = |one: &ColumnReader| {
        let names: Vec<&str> =
            parts.iter().filter(|part| part.field == one.field).map(|part| part.name.as_str()).collect();
        let problem = || Problem::new(0, Some(&one.name), ProblemKind::AddedTogether, &names.join(", "));
        (!names.is_empty()).then(problem)
    };
    whole.iter().filter_map(of).collect()
}

/// Small words and numbers, apart also where no blank stands between: `Q1` is two.
fn words(header: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for letter in header.chars() {
        let kind = letter.is_alphanumeric().then(|| letter.is_ascii_digit());
        match (kind, words.last_mut()) {
            (None, _) => {}
            (Some(_), Some(word)) if before == Some(kind) => word.push(letter),
            (Some(_), _) => words.push(letter.to_string()),
        }
        before = Some(kind);
    }
    words.iter().map(|word| fold(word)).collect()
}

/// Takes the first word out that means something.
fn take(words: &mut Vec<String>, meaning: impl Fn(&str) -> Option<u32>) -> Option<u32> {
    let (place, found) = words.iter().enumerate().find_map(|(place, word)| Some((place, meaning(word)?)))?;
    words.remove(place);
    Some(found)
}

fn number_in(word: &str, digits: usize) -> Option<u32> {
    (word.len() == digits).then(|| word.parse().ok()).flatten()
}

fn month_in(word: &str) -> Option<u32> {
    month_of(word).map(|month| month as u32)
}

/// A stretch that is counted: `Q1`, `kwartaal 2`, `1e halfjaar`, `2025-01`, `202501`.
fn counted(words: &mut Vec<String>, year: &mut Option<u32>) -> Option<(Unit, u32, bool)> {
    let units = [
        (HALVES, Unit::Half, 2),
        (QUARTERS, Unit::Quarter, 4),
        (MONTHS, Unit::Month, 12),
        (PERIODS, Unit::Period, 13),
        (WEEKS, Unit::Week, 53),
    ];
    let known = |word: &str| units.iter().find(|(names, ..)| is_one_of(names, word));
    let small = |word: &str| (word.len() <= 2).then(|| word.parse::<u32>().ok()).flatten();
    if let Some(place) = words.iter().position(|word| known(word).is_some()) {
        let word = words.remove(place);
        let (_, unit, most) = *known(&word)?;
        let is_short = is_one_of(SHORT, &word);
        let behind = words.get(place).and_then(|word| small(word));
        let number = if behind.is_some() {
            words.remove(place);
            behind
        } else {
            let ordinal = |word: &str| ORDINALS.iter().position(|names| is_one_of(names, word));
            take(words, |word| small(word).or_else(|| ordinal(word).map(|place| place as u32 + 1)))
        };
        // `Q1 '25`.
        if year.is_none() {
            *year = take(words, |word| number_in(word, 2)).map(|year| 2000 + year);
        }
        return number.filter(|number| (1..=most).contains(number)).map(|number| (unit, number, is_short));
    }
    if year.is_none() {
        let both = take(words, |word| number_in(word, 6))?;
        *year = Some(both / 100).filter(|year| (1990..=2100).contains(year));
        return year
            .map(|_| (Unit::Month, both % 100, false))
            .filter(|(_, month, _)| (1..=12).contains(month));
    }
    let month = take(words, |word| number_in(word, 2).filter(|month| (1..=12).contains(month)))?;
    Some((Unit::Month, month, false))
}

/// Revenue or margin, when these words surely mean one of them.
fn amount_of(words: &str) -> Option<Field> {
    let clues = header_clues(words);
    let (field, sure) = clues.fields.first()?;
    (matches!(field, Field::Revenue | Field::Margin) && *sure >= 0.7).then_some(*field)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(headers: &[&str], field: Field, expected: &[&[usize]]) {
        let read: Vec<Option<Instalment>> = headers.iter().map(|header| instalment(header)).collect();
        assert_eq!(groups(&read, field), expected, "{headers:?}: {read:?}");
    }

    #[test]
    fn parts_of_a_year_are_found() {
        let quarters: &[&[usize]] = &[&[1, 2, 3, 4]];
        for headers in [
            ["Klant", "Omzet Q1", "Omzet Q2", "Omzet Q3", "Omzet Q4"],
            ["Klant", "Q1", "Q2", "Q3", "Q4"],
            ["Klant", "Omzet 1e kwartaal", "Omzet 2e kwartaal", "Omzet 3e kwartaal", "Omzet 4e kwartaal"],
            ["Klant", "Eerste kwartaal", "Tweede kwartaal", "Derde kwartaal", "Vierde kwartaal"],
            ["Klant", "Kw1 2025", "Kw2 2025", "Kw3 2025", "Kw4 2025"],
            ["Klant", "jan", "feb", "mrt", "apr"],
            ["Klant", "Omzet januari 2025", "Omzet februari 2025", "Omzet maart 2025", "Omzet april 2025"],
            ["Klant", "jan-25", "feb-25", "mrt-25", "apr-25"],
            ["Klant", "2025-01", "2025-02", "2025-03", "2025-04"],
            ["Klant", "202501", "202502", "202503", "202504"],
            ["Klant", "Omzet P1", "Omzet P2", "Omzet P3", "Omzet P4"],
            ["Customer", "Revenue (Q1 '25)", "Revenue (Q2 '25)", "Revenue (Q3 '25)", "Revenue (Q4 '25)"],
            ["Klant", "Omzet Q1 (x 1000)", "Omzet Q2 (x 1000)", "Omzet Q3 (x 1000)", "Omzet Q4 (x 1000)"],
        ] {
            check(&headers, Field::Revenue, quarters);
        }
        check(&["Klant", "Marge H1", "Marge H2"], Field::Margin, &[&[1, 2]]);
        check(&["Klant", "Omzet mei"], Field::Revenue, &[&[1]]);
        check(&["Klant", "Omzet Q4 2024", "Omzet Q4 2025"], Field::Revenue, &[&[2], &[1]]);
    }

    #[test]
    fn the_newest_year_comes_first() {
        check(
            &["Q1 2024", "Q2 2024", "Q3 2024", "Q1 2025", "Q2 2025", "Q3 2025"],
            Field::Revenue,
            &[&[3, 4, 5], &[0, 1, 2]],
        );
    }

    #[test]
    fn other_columns_are_no_parts() {
        for headers in [
            &["Omzet 2024", "Omzet 2025"][..],
            &["P1", "P2", "P3"],
            &["Q1", "Q2"],
            &["Omzet Q1", "Omzet Q1", "Omzet Q2"],
            &["Omzet Q1", "Omzet januari", "Omzet februari"],
            &["Orders jan", "Orders feb", "Orders mrt"],
            &["Contactmoment jan", "Bezoek week 1", "Bezoek week 2"],
            &["Omzet", "Marge", "Mei BV"],
        ] {
            check(headers, Field::Revenue, &[]);
        }
    }
}
