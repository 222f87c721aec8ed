//! Headers: what the text above a column says about its field.

use super::Field;
use super::scale::scale_of;
use super::synonyms::{CUSTOMER, FIRM, ID_WORDS, NAME_WORDS, OTHER_KEYS, SYNONYMS};
use crate::sorted::InOrder;
use crate::table::fold::fold;

/// What a header says.
#[allow(clippy::struct_excessive_bools, reason = "each is a clue of its own")]
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct HeaderClues {
    /// Fields it may mean with confidence 0–1, the surest first.
    pub(super) fields: Vec<(Field, f64)>,
    /// Bare words for the customer (`Klant`, `Debiteur`): a name or an id, the values tell.
    pub(super) is_customer: Option<f64>,
    /// Ends like an id of something unknown (`sample_id`).
    pub(super) is_some_key: bool,
    /// A year in it.
    pub(super) year: Option<i16>,
    /// A year and nothing else.
    pub(super) is_only_year: bool,
    pub(super) is_first_name: bool,
    /// A share rather than an amount.
    pub(super) percent: bool,
}

/// Reads a header.
pub(super) fn header_clues(header: &str) -> HeaderClues {
    let folded = scale_of(header).map_or_else(|| fold(header), |(_, rest)| fold(&rest));
    let year = year_in(header);
    let letters: String = folded.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let percent = header.contains('%')
        || ["percentage", "procent", "percent", "pct", "perc"].iter().any(|word| letters.ends_with(word));
    let stem = stem_of(&letters);
    let mut clues = HeaderClues {
        year,
        is_only_year: year.is_some() && letters.is_empty(),
        is_first_name: matches!(
            stem,
            "voornaam" | "firstname" | "vorname" | "prenom" | "givenname" | "roepnaam"
        ),
        percent,
        ..HeaderClues::default()
    };
    if stem.is_empty() || clues.is_first_name {
        return clues;
    }
    clues.fields = SYNONYMS
        .iter()
        .filter(|(_, _, words)| words.split_ascii_whitespace().any(|word| word == stem || word == letters))
        .map(|(field, confidence, _)| (*field, *confidence))
        .collect();
    for (field, _) in &mut clues.fields {
        if *field == Field::Margin && percent {
            *field = Field::MarginRate;
        }
    }
    // A growth rate is not a score.
    clues.fields.retain(|(field, _)| !(*field == Field::Growth && percent));
    if clues.fields.iter().all(|(_, confidence)| *confidence < 0.8) {
        add_customer_clues(header, stem, &mut clues);
    }
    clues.fields.order_by(|a, b| b.1.total_cmp(&a.1));
    clues
}

fn add_customer_clues(header: &str, stem: &str, clues: &mut HeaderClues) {
    let stem = stem.strip_prefix("associated").unwrap_or(stem);
    for (words, certainty) in [(CUSTOMER, 1.0), (FIRM, 0.9)] {
        if is_one_of(words, stem) {
            if header.contains('#') {
                clues.fields.push((Field::Id, certainty));
            } else {
                clues.is_customer = Some(certainty);
            }
            return;
        }
        for word in words.split_ascii_whitespace() {
            let Some(rest) = beside(stem, word) else { continue };
            let field = if is_one_of(ID_WORDS, rest) { Field::Id } else { Field::Name };
            clues.fields.push((field, certainty));
            return;
        }
    }
    let is_other = OTHER_KEYS.split_ascii_whitespace().any(|other| stem.starts_with(other));
    clues.is_some_key = clues.fields.is_empty()
        && !is_other
        && ["id", "key", "nr", "nummer", "number", "code"].iter().any(|end| stem.ends_with(end));
}

/// Whether it is one of the words of a list.
pub(super) fn is_one_of(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}

/// What may stand between those words.
const JOINTS: [&str; 9] = ["", "van", "vande", "of", "du", "de", "des", "der", "the"];

/// The word for an id or a name that stands behind or before the word for the customer.
fn beside<'a>(stem: &'a str, customer: &str) -> Option<&'a str> {
    let is_wanted = |rest: &&str| is_one_of(ID_WORDS, rest) || is_one_of(NAME_WORDS, rest);
    let behind = stem.strip_prefix(customer);
    let joined = behind.and_then(|rest| rest.strip_prefix('n'));
    let before = stem.strip_suffix(customer);
    behind
        .filter(is_wanted)
        .or_else(|| joined.filter(is_wanted))
        .or_else(|| JOINTS.iter().filter_map(|joint| before?.strip_suffix(joint)).find(is_wanted))
}

/// A folded header without unit, currency and tax words behind it.
fn stem_of(letters: &str) -> &str {
    const UNITS: &str = "exclbtw inclbtw exbtw excl incl exclvat inclvat ineuro ineuros euro euros ineur usd gbp inpct \
        inprocent inprocenten pct perjaar zondervat eur";
    let mut stem = letters;
    let strip = |stem: &'_ str| {
        let unit = UNITS.split_ascii_whitespace().find(|unit| stem.ends_with(unit))?;
        // The end of "debiteur" is no currency.
        let rest = stem.len() - unit.len();
        (rest > 1 && !(*unit == *"eur" && ["iteur", "uteur", "ateur"].iter().any(|end| stem.ends_with(end))))
            .then_some(rest)
    };
    while let Some(length) = strip(stem) {
        stem = &stem[..length];
    }
    stem
}

/// A year of four digits that stands on its own.
fn year_in(header: &str) -> Option<i16> {
    header
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, field: Field) {
        let clues = header_clues(header);
        assert_eq!(clues.fields.first().map(|(field, _)| *field), Some(field), "{header}: {clues:?}");
    }

    #[test]
    fn headers_say_their_field() {
        for (headers, field) in [
            (
                &[
                    "Klantnr",
                    "Klantnr.",
                    "Klantnummer",
                    "Debiteurennummer",
                    "Debiteurnr",
                    "customer_id",
                    "Customer ID",
                    "CustomerKey",
                    "ResellerKey",
                    "Relatiecode",
                    "Kundennummer",
                    "Kunden-Nr.",
                    "Account ID",
                    "Client #",
                    "Nummer debiteur",
                    "ID klant",
                    "Code client",
                    "N° client",
                    "Klant ID",
                ][..],
                Field::Id,
            ),
            (
                &[
                    "Klantnaam",
                    "Naam klant",
                    "Customer name",
                    "ResellerName",
                    "Debiteurnaam",
                    "Account Name",
                    "Bedrijfsnaam",
                    "Company name",
                    "Kundenname",
                    "Nom du client",
                    "Naam",
                    "Customer/Display Name",
                    "Naam debiteur",
                ],
                Field::Name,
            ),
            (
                &[
                    "Omzet 2025",
                    "Omzet (EUR)",
                    "Omzet excl. BTW",
                    "Revenue",
                    "Netto-omzet",
                    "Umsatz",
                    "Total Spent",
                    "Bedrag (excl.)",
                    "Chiffre d'affaires",
                ],
                Field::Revenue,
            ),
            (&["Omzet vorig jaar", "Revenue last year", "Umsatz Vorjahr"], Field::RevenuePrevious),
            (&["Marge", "gross_margin", "Brutomarge €"], Field::Margin),
            (&["Marge %", "Brutomarge (%)", "Margepercentage"], Field::MarginRate),
            (&["Kosten klant", "Cost to serve"], Field::CostToServe),
            (&["Netwerk (1-5)"], Field::Network),
            (&["Strategisch (1-5)"], Field::Strategic),
            (&["Dagen te laat"], Field::DaysLate),
            (&["Oudste post dagen"], Field::OverdueDays),
            (&["Openstaand"], Field::Overdue),
            (&["SalesOrderNumber", "Factuurnr.", "Order-ID", "Invoice No"], Field::OrderId),
            (&["OrderDate", "Factuurdatum", "Datum", "date"], Field::OrderDate),
            (&["EmployeeKey", "Accountmanager", "Account Owner"], Field::Owner),
            (&["City", "Plaats", "Billing City"], Field::Place),
            (&["BusinessType", "Branche", "Industry"], Field::Sector),
            (&["Kostprijs", "cost"], Field::Cost),
            (&["cds", "Aantal", "quantity"], Field::Quantity),
            (&["Laatste order", "Last order date"], Field::LastOrder),
            (&["E-mailadres"], Field::Email),
            (&["Korting %"], Field::Discount),
        ] {
            for header in headers {
                check(header, field);
            }
        }
    }

    #[test]
    fn headers_that_say_no_field_say_none() {
        for header in [
            "SalesTerritoryKey",
            "lines",
            "StateProvinceName",
            "Country_Region",
            "Postcode",
            "Huisnummer",
            "KvK-nummer",
            "BTW-nummer",
            "",
            "Foo",
            "Groei %",
            "Artikelnummer",
            "x",
        ] {
            let clues = header_clues(header);
            assert!(
                clues.fields.is_empty() && clues.is_customer.is_none() && !clues.is_some_key,
                "{header}: {clues:?}"
            );
        }
        assert!(header_clues("sample_id").is_some_key && header_clues("Klant").is_customer.is_some());
        assert!(header_clues("2025").is_only_year && header_clues("Omzet 2025").year == Some(2025));
    }
}
