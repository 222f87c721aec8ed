//! Problems in words: what is the matter, where, and what to do about it, in both languages.

use super::{Language, field_name, file_problems};
use crate::customers::{Field, RowNote};
use crate::table::{Problem, ProblemKind, ReadError};

/// A problem as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Explained {
    /// What all problems of this kind have in common, as a heading.
    pub kind: String,
    /// One sentence with row, column and value.
    pub what: String,
    /// What to do; the same for all problems of a kind.
    pub remedy: String,
}

/// A problem in words.
pub fn explain(problem: &Problem, language: Language) -> Explained {
    let (kind, remedy) = match language {
        Language::Nl => nl_kind(problem.kind),
        Language::En => en_kind(problem.kind),
    };
    let what = match language {
        Language::Nl => nl_what(problem),
        Language::En => en_what(problem),
    };
    Explained { kind: kind.to_owned(), what, remedy: remedy.to_owned() }
}

/// Why a row does not count, in a few words.
pub fn explain_note(note: &RowNote, language: Language) -> String {
    let (kind, _) = match language {
        Language::Nl => nl_kind(note.kind),
        Language::En => en_kind(note.kind),
    };
    kind.to_owned()
}

/// Why nothing could be read, and what to do.
pub fn explain_refusal(error: &ReadError, language: Language) -> Explained {
    let (kind, what, remedy) = match (error, language) {
        (ReadError::Empty, Language::Nl) => (
            "Leeg",
            "Er staat niets in.".to_owned(),
            "Kies het bestand waarin uw klanten staan, of plak de lijst met de kopregel erbij.",
        ),
        (ReadError::Empty, Language::En) => (
            "Empty",
            "There is nothing in it.".to_owned(),
            "Choose the file that holds your customers, or paste the list with its header row.",
        ),
        (ReadError::HeaderOnly, Language::Nl) => (
            "Alleen een kopregel",
            "Er staat wel een kopregel in, maar geen enkele klant eronder.".to_owned(),
            "Exporteer de lijst opnieuw, en kijk of er een filter aanstaat die alle klanten verbergt.",
        ),
        (ReadError::HeaderOnly, Language::En) => (
            "Only a header",
            "There is a header row, but not a single customer below it.".to_owned(),
            "Export the list again, and check whether a filter hides all customers.",
        ),
        (ReadError::Binary { kind }, language) => return explain_binary(kind, language),
        (ReadError::Damaged { kind }, language) => return file_problems::damaged(kind, language),
        (ReadError::Locked, language) => return file_problems::locked(language),
        (ReadError::TooLarge, Language::Nl) => (
            "Te groot",
            "Het bestand is groter dan 2 GB; zoveel kan een browser niet lezen.".to_owned(),
            "Exporteer alleen de kolommen die u nodig hebt, of één jaar tegelijk.",
        ),
        (ReadError::TooLarge, Language::En) => (
            "Too large",
            "The file is larger than 2 GB, more than a browser can read.".to_owned(),
            "Export only the columns that you need, or one year at a time.",
        ),
        (ReadError::NoCustomerColumn { .. }, Language::Nl) => (
            "Geen klanten herkend",
            "In geen van de kolommen herkennen we een klantnaam of klantnummer.".to_owned(),
            "Kies hieronder de kolom met de naam van de klant, of voeg zo’n kolom toe aan de lijst.",
        ),
        (ReadError::NoCustomerColumn { .. }, Language::En) => (
            "No customers found",
            "None of the columns looks like a customer's name or number.".to_owned(),
            "Choose the column with the customer’s name below, or add one to the list.",
        ),
    };
    Explained { kind: kind.to_owned(), what, remedy: remedy.to_owned() }
}

fn explain_binary(kind: &str, language: Language) -> Explained {
    let is_packed = matches!(kind, "zip" | "gzip" | "7z" | "rar" | "bzip2" | "xz" | "zstd");
    let is_unknown = kind == "unknown";
    let name = match kind {
        "gzip" | "zip" | "7z" | "rar" => kind.to_owned(),
        _ => kind.to_ascii_uppercase(),
    };
    let (heading, what, remedy) = match language {
        Language::Nl => (
            "Geen lijst",
            if is_unknown {
                "Dit bestand is geen lijst die we herkennen.".to_owned()
            } else {
                format!("Dit is een bestand van het soort {name}, geen lijst.")
            },
            if is_packed {
                "Er zit geen lijst in die we zo kunnen lezen. Pak het eerst uit en kies daarna het bestand met de lijst."
            } else {
                "Exporteer uw klanten als Excel of CSV, of kopieer de lijst en plak die hier."
            },
        ),
        Language::En => (
            "Not a list",
            if is_unknown {
                "This file is not a list that we recognise.".to_owned()
            } else {
                format!("This is a file of the kind {name}, not a list.")
            },
            if is_packed {
                "There is no list in it that we can read this way. Unpack it first and then choose the file with the list."
            } else {
                "Export your customers as Excel or CSV, or copy the list and paste it here."
            },
        ),
    };
    Explained { kind: heading.to_owned(), what, remedy: remedy.to_owned() }
}

/// Heading and remedy in Dutch.
#[allow(clippy::too_many_lines, reason = "one entry a kind, nothing to decide")]
fn nl_kind(kind: ProblemKind) -> (&'static str, &'static str) {
    match kind {
        ProblemKind::BrokenBytes => (
            "Onleesbare tekens",
            "Waarschijnlijk is het bestand in een andere codering bewaard. Kies een andere codering, of bewaar het opnieuw als CSV UTF-8.",
        ),
        ProblemKind::UnclosedQuote => (
            "Aanhalingsteken niet gesloten",
            "We hebben het teken als gewone tekst gelezen, zodat de rijen erna heel blijven. Zet er een sluitend teken bij of haal het weg.",
        ),
        ProblemKind::ShortRow => (
            "Rij met te weinig cellen",
            "De ontbrekende cellen tellen als onbekend. Klopt dat niet, kijk dan of er een scheidingsteken is weggevallen.",
        ),
        ProblemKind::ExtraCells => (
            "Rij met te veel cellen",
            "De rij telt mee, de extra cellen niet. Vaak staat er een scheidingsteken in een naam of bedrag; zet die cel tussen aanhalingstekens.",
        ),
        ProblemKind::RepeatedHeader => (
            "Kolomnaam komt vaker voor",
            "De kolom kreeg een nummer achter de naam. Kijk of de juiste kolom gekozen is.",
        ),
        ProblemKind::ColumnNotFound => {
            ("Gekozen kolom ontbreekt", "Kies een andere kolom voor dit gegeven, of laat het leeg.")
        }
        ProblemKind::UnreadableNumber => {
            ("Geen getal", "De cel telt als onbekend. Verbeter hem in uw lijst, of kies een andere kolom.")
        }
        ProblemKind::AmbiguousNumber => (
            "Duizendtal of decimalen?",
            "We lezen dit als duizendtallen: 1.234 is twaalfhonderdvierendertig. Klopt dat niet, kies dan het decimaalteken van deze kolom.",
        ),
        ProblemKind::UnreadableDate => (
            "Geen datum",
            "De cel telt als onbekend; een orderregel zonder datum telt niet mee. Schrijf de datum als 31-12-2025 of 2025-12-31.",
        ),
        ProblemKind::AmbiguousDate => (
            "Dag of maand eerst?",
            "We lezen de dag eerst: 03-04 is 3 april. Klopt dat niet, kies dan voor de maand eerst.",
        ),
        ProblemKind::UnreadableYesNo => ("Geen ja of nee", "De cel telt als onbekend. Schrijf ja of nee."),
        ProblemKind::OutOfRange => {
            ("Getal buiten de schaal", "De cel telt als onbekend. Een score loopt van 1 tot en met 5.")
        }
        ProblemKind::Scaled => (
            "Bedragen in duizendtallen of miljoenen",
            "We rekenen met het hele bedrag. Staan de bedragen er toch voluit, haal de schaal dan uit de kolomnaam.",
        ),
        ProblemKind::AddedTogether => (
            "Kolommen opgeteld",
            "Er is geen kolom met het geheel, dus tellen we de delen op. Klopt dat niet, kies dan zelf de kolom die telt.",
        ),
        ProblemKind::MonthOnly => (
            "Datums zonder dag",
            "Ze tellen als de eerste van hun maand. Voor de omzet maakt dat weinig uit, voor wie actief is hooguit een maand.",
        ),
        ProblemKind::UnreadableSide => (
            "Geen debet of credit",
            "Het bedrag van de rij telt zoals het er staat. Schrijf D of C, of gebruik deze kolom niet.",
        ),
        ProblemKind::Subtracted => (
            "Debet en credit",
            "De kant met de meeste rijen telt als omzet, de andere kant gaat eraf. Klopt dat niet, gebruik deze kolom dan niet.",
        ),
        ProblemKind::MixedCurrencies => (
            "Verschillende valuta in één kolom",
            "De bedragen zijn opgeteld zoals ze er staan. Reken ze eerst om naar één valuta als dat niet klopt.",
        ),
        ProblemKind::ConflictingValues => (
            "Tegenstrijdige gegevens van één klant",
            "In een klantenlijst telt de eerste rij van de klant, in een orderlijst de nieuwste regel. Bedragen zijn opgeteld.",
        ),
        ProblemKind::NoKey => ("Rij zonder klant", "De rij telt niet mee. Vul een klantnummer of naam in."),
        ProblemKind::NoDate => ("Orderregel zonder datum", "De regel telt niet mee. Vul de orderdatum in."),
        ProblemKind::NoAmount => {
            ("Orderregel zonder bedrag", "De regel telt niet mee. Vul het bedrag in; nul mag ook.")
        }
        ProblemKind::TotalRow => (
            "Totaalrij",
            "De rij is weggelaten, anders telt alles dubbel. Is het wel een klant, geef de rij dan een klantnummer.",
        ),
        ProblemKind::FutureDate => (
            "Datum na de peildatum",
            "Zo’n order telt niet mee; in een klantenlijst telt de datum als onbekend. Controleer het jaartal of kies een latere peildatum.",
        ),
        ProblemKind::RemovedRow => ("Door u weggelaten", "U kunt de rij terugzetten."),
        ProblemKind::HeaderAgain => {
            ("Kopregel nog een keer", "Halverwege staat de kopregel opnieuw; die rij is weggelaten.")
        }
        ProblemKind::Footer => (
            "Tekst onder de lijst",
            "Dit is geen klant en telt niet mee. Is het er wel een, geef de rij dan een bedrag of een klantnummer.",
        ),
        ProblemKind::OtherTable => (
            "Nog een tabel in dit bestand",
            "We lezen de grootste tabel. Wilt u de andere, wijs dan haar kopregel aan of zet haar in een eigen bestand.",
        ),
        file => file_problems::kind(file, Language::Nl),
    }
}

/// Heading and remedy in English.
#[allow(clippy::too_many_lines, reason = "one entry a kind, nothing to decide")]
fn en_kind(kind: ProblemKind) -> (&'static str, &'static str) {
    match kind {
        ProblemKind::BrokenBytes => (
            "Unreadable characters",
            "The file was probably saved in another encoding. Choose another encoding, or save it again as CSV UTF-8.",
        ),
        ProblemKind::UnclosedQuote => (
            "Quote that does not close",
            "We read the quote as plain text, so that the rows behind it stay whole. Add a closing quote or take it away.",
        ),
        ProblemKind::ShortRow => (
            "Row with too few cells",
            "The missing cells count as unknown. If that is wrong, check whether a delimiter was lost.",
        ),
        ProblemKind::ExtraCells => (
            "Row with too many cells",
            "The row counts, the extra cells do not. Often a name or an amount holds a delimiter; put that cell in quotes.",
        ),
        ProblemKind::RepeatedHeader => (
            "Column name occurs more than once",
            "The column got a number behind its name. Check whether the right one was chosen.",
        ),
        ProblemKind::ColumnNotFound => {
            ("Chosen column is missing", "Choose another column for this field, or leave it empty.")
        }
        ProblemKind::UnreadableNumber => {
            ("Not a number", "The cell counts as unknown. Mend it in your list, or choose another column.")
        }
        ProblemKind::AmbiguousNumber => (
            "Thousands or decimals?",
            "We read these as thousands: 1.234 is one thousand two hundred and thirty-four. If that is wrong, choose the decimal character of this column.",
        ),
        ProblemKind::UnreadableDate => (
            "Not a date",
            "The cell counts as unknown; an order line without a date does not count. Write the date as 2025-12-31.",
        ),
        ProblemKind::AmbiguousDate => (
            "Day or month first?",
            "We read the day first: 03-04 is 3 April. If that is wrong, choose month first.",
        ),
        ProblemKind::UnreadableYesNo => {
            ("Neither yes nor no", "The cell counts as unknown. Write yes or no.")
        }
        ProblemKind::OutOfRange => {
            ("Number off the scale", "The cell counts as unknown. A score runs from 1 to 5.")
        }
        ProblemKind::Scaled => (
            "Amounts in thousands or millions",
            "We count the whole amount. Should the amounts be written in full, take the scale out of the column's name.",
        ),
        ProblemKind::AddedTogether => (
            "Columns added together",
            "There is no column for the whole, so the parts are added up. If that is wrong, choose the column that counts yourself.",
        ),
        ProblemKind::MonthOnly => (
            "Dates without a day",
            "They count as the first of their month. That matters little for revenue, and up to a month for who is active.",
        ),
        ProblemKind::UnreadableSide => (
            "Neither debit nor credit",
            "The amount of the row counts as it stands. Write D or C, or do not use this column.",
        ),
        ProblemKind::Subtracted => (
            "Debit and credit",
            "The side with most rows counts as revenue, the other is subtracted. If that is wrong, do not use this column.",
        ),
        ProblemKind::MixedCurrencies => (
            "Several currencies in one column",
            "The amounts were added as they stand. If that is wrong, convert them to one currency first.",
        ),
        ProblemKind::ConflictingValues => (
            "One customer, contradicting values",
            "In a customer list the customer's first row counts, in an order list the newest line. Amounts were added up.",
        ),
        ProblemKind::NoKey => {
            ("Row without a customer", "The row does not count. Fill in a customer number or name.")
        }
        ProblemKind::NoDate => {
            ("Order line without a date", "The line does not count. Fill in the order date.")
        }
        ProblemKind::NoAmount => {
            ("Order line without an amount", "The line does not count. Fill in the amount; zero is fine.")
        }
        ProblemKind::TotalRow => (
            "Total row",
            "The row was left out, or everything would count twice. If it is a customer, give the row a customer number.",
        ),
        ProblemKind::FutureDate => (
            "Date after the reference date",
            "Such an order does not count; in a customer list the date counts as unknown. Check the year or choose a later reference date.",
        ),
        ProblemKind::RemovedRow => ("Left out by you", "You can put the row back."),
        ProblemKind::HeaderAgain => {
            ("The header once more", "The header stands halfway the list again; that row was left out.")
        }
        ProblemKind::Footer => (
            "Text below the list",
            "This is no customer and does not count. If it is one, give the row an amount or a customer number.",
        ),
        ProblemKind::OtherTable => (
            "Another table in this file",
            "We read the largest table. If you want the other, point out its header row or put it in a file of its own.",
        ),
        file => file_problems::kind(file, Language::En),
    }
}

/// Where the problem is: "Rij 7, kolom “Omzet”: ".
fn place(problem: &Problem, row: &str, column: &str) -> String {
    let mut place = String::new();
    if problem.row > 0 {
        place = format!("{row} {}", problem.row);
    }
    if let Some(name) = &problem.column {
        let column = if place.is_empty() { capital(column) } else { format!(", {column}") };
        place = format!("{place}{column} “{name}”");
    }
    if place.is_empty() { place } else { format!("{place}: ") }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn field_words(problem: &Problem, language: Language) -> &str {
    Field::from_key(&problem.value).map_or(problem.value.as_str(), |field| field_name(field, language))
}

fn nl_what(problem: &Problem) -> String {
    let value = &problem.value;
    let said = match problem.kind {
        ProblemKind::BrokenBytes => format!("“{value}” bevat tekens die we niet konden lezen."),
        ProblemKind::UnclosedQuote => format!("het aanhalingsteken van “{value}” wordt nergens gesloten."),
        ProblemKind::ShortRow => format!("hier staan maar {value} cellen."),
        ProblemKind::ExtraCells => format!("achter de laatste kolom staat nog “{value}”."),
        ProblemKind::RepeatedHeader => format!("de naam “{value}” stond er al."),
        ProblemKind::ColumnNotFound => {
            format!("deze kolom, gekozen als {}, staat niet in de lijst.", field_words(problem, Language::Nl))
        }
        ProblemKind::UnreadableNumber => format!("“{value}” is geen getal."),
        ProblemKind::AmbiguousNumber => {
            format!("“{value}” kan een duizendtal zijn of een getal met decimalen.")
        }
        ProblemKind::UnreadableDate => format!("“{value}” is geen datum die we herkennen."),
        ProblemKind::AmbiguousDate => format!("in “{value}” kan de dag of de maand voorop staan."),
        ProblemKind::UnreadableYesNo => format!("“{value}” is geen ja of nee."),
        ProblemKind::OutOfRange => format!("“{value}” past niet op de schaal van deze kolom."),
        ProblemKind::Scaled => format!("de bedragen zijn met {value} vermenigvuldigd."),
        ProblemKind::AddedTogether => format!("hierbij is opgeteld: {value}."),
        ProblemKind::MonthOnly => format!("in {value} cellen staat alleen een maand."),
        ProblemKind::UnreadableSide => format!("“{value}” is geen debet en geen credit."),
        ProblemKind::Subtracted => format!("de bedragen van {value} rijen zijn afgetrokken."),
        ProblemKind::MixedCurrencies => "hier staan bedragen in verschillende valuta.".to_owned(),
        ProblemKind::ConflictingValues => format!("“{value}” is anders dan wat deze klant elders heeft."),
        ProblemKind::NoKey => "er staat geen klantnummer en geen naam.".to_owned(),
        ProblemKind::NoDate => "er staat geen datum.".to_owned(),
        ProblemKind::NoAmount => "er staat geen bedrag.".to_owned(),
        ProblemKind::TotalRow if value.is_empty() => "het bedrag is de som van de rijen erboven.".to_owned(),
        ProblemKind::TotalRow => format!("“{value}” is een totaal, geen klant."),
        ProblemKind::FutureDate => format!("{value} ligt na de peildatum."),
        ProblemKind::RemovedRow => "u hebt deze rij weggelaten.".to_owned(),
        ProblemKind::HeaderAgain => "dit is de kopregel nog een keer.".to_owned(),
        ProblemKind::Footer => format!("“{value}” staat onder de lijst en is geen klant."),
        ProblemKind::OtherTable => format!("hier staat nog een tabel: {value} rijen."),
        _ => file_problems::said(problem, Language::Nl),
    };
    sentence(place(problem, "Rij", "kolom"), said)
}

fn en_what(problem: &Problem) -> String {
    let value = &problem.value;
    let said = match problem.kind {
        ProblemKind::BrokenBytes => format!("“{value}” holds characters that we could not read."),
        ProblemKind::UnclosedQuote => format!("the quote of “{value}” is never closed."),
        ProblemKind::ShortRow => format!("there are only {value} cells here."),
        ProblemKind::ExtraCells => format!("behind the last column there is also “{value}”."),
        ProblemKind::RepeatedHeader => format!("the name “{value}” was there already."),
        ProblemKind::ColumnNotFound => {
            format!("this column, chosen as {}, is not in the list.", field_words(problem, Language::En))
        }
        ProblemKind::UnreadableNumber => format!("“{value}” is not a number."),
        ProblemKind::AmbiguousNumber => format!("“{value}” may be thousands or a number with decimals."),
        ProblemKind::UnreadableDate => format!("“{value}” is not a date that we recognise."),
        ProblemKind::AmbiguousDate => format!("in “{value}” the day or the month may come first."),
        ProblemKind::UnreadableYesNo => format!("“{value}” is neither yes nor no."),
        ProblemKind::OutOfRange => format!("“{value}” does not fit the scale of this column."),
        ProblemKind::Scaled => format!("the amounts are multiplied by {value}."),
        ProblemKind::AddedTogether => format!("added to it: {value}."),
        ProblemKind::MonthOnly => format!("{value} cells hold only a month."),
        ProblemKind::UnreadableSide => format!("“{value}” is neither debit nor credit."),
        ProblemKind::Subtracted => format!("the amounts of {value} rows are subtracted."),
        ProblemKind::MixedCurrencies => "the amounts here are in several currencies.".to_owned(),
        ProblemKind::ConflictingValues => format!("“{value}” differs from what this customer has elsewhere."),
        ProblemKind::NoKey => "there is no customer number and no name.".to_owned(),
        ProblemKind::NoDate => "there is no date.".to_owned(),
        ProblemKind::NoAmount => "there is no amount.".to_owned(),
        ProblemKind::TotalRow if value.is_empty() => "the amount is the sum of the rows above it.".to_owned(),
        ProblemKind::TotalRow => format!("“{value}” is a total, not a customer."),
        ProblemKind::FutureDate => format!("{value} is after the reference date."),
        ProblemKind::RemovedRow => "you left this row out.".to_owned(),
        ProblemKind::HeaderAgain => "this is the header once more.".to_owned(),
        ProblemKind::Footer => format!("“{value}” stands below the list and is no customer."),
        ProblemKind::OtherTable => format!("here stands another table: {value} rows."),
        _ => file_problems::said(problem, Language::En),
    };
    sentence(place(problem, "Row", "column"), said)
}

fn sentence(place: String, said: String) -> String {
    if place.is_empty() { capital(&said) } else { place + &said }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(problem: &Problem, language: Language, what: &str) {
        assert_eq!(explain(problem, language).what, what);
    }

    #[test]
    fn problems_name_row_column_and_value() {
        let number = Problem::new(7, Some("Omzet"), ProblemKind::UnreadableNumber, "n/b?");
        check(&number, Language::Nl, "Rij 7, kolom “Omzet”: “n/b?” is geen getal.");
        check(&number, Language::En, "Row 7, column “Omzet”: “n/b?” is not a number.");
        let mixed = Problem::new(0, Some("Omzet"), ProblemKind::MixedCurrencies, "");
        check(&mixed, Language::Nl, "Kolom “Omzet”: hier staan bedragen in verschillende valuta.");
        let total = Problem::new(9, None, ProblemKind::TotalRow, "Totaal");
        check(&total, Language::En, "Row 9: “Totaal” is a total, not a customer.");
        let column = Problem::new(0, Some("X"), ProblemKind::ColumnNotFound, "revenue");
        check(&column, Language::Nl, "Kolom “X”: deze kolom, gekozen als omzet, staat niet in de lijst.");
    }

    #[test]
    fn every_kind_has_words_in_both_languages() {
        for kind in ProblemKind::ALL {
            let problem = Problem::new(3, Some("Omzet"), *kind, "1.234");
            let (nl, en) = (explain(&problem, Language::Nl), explain(&problem, Language::En));
            for words in [&nl, &en] {
                assert!(words.what.ends_with('.') && words.remedy.ends_with('.'), "{kind:?}: {words:?}");
                assert!(!words.kind.is_empty() && !words.kind.ends_with('.'), "{kind:?}: {words:?}");
            }
            assert_ne!(nl.what, en.what, "{kind:?}");
            assert_eq!(explain_note(&RowNote { row: 3, kind: *kind }, Language::Nl), nl.kind);
        }
    }

    #[test]
    fn refusals_say_what_to_do() {
        for error in [
            ReadError::Empty,
            ReadError::HeaderOnly,
            ReadError::TooLarge,
            ReadError::NoCustomerColumn { columns: Vec::new() },
            ReadError::Binary { kind: "xlsx".to_owned() },
            ReadError::Binary { kind: "unknown".to_owned() },
            ReadError::Damaged { kind: "xlsx".to_owned() },
            ReadError::Locked,
        ] {
            let (nl, en) = (explain_refusal(&error, Language::Nl), explain_refusal(&error, Language::En));
            assert_ne!(nl, en);
            assert!(nl.remedy.ends_with('.') && en.what.ends_with('.'), "{error:?}");
        }
        let pdf = explain_refusal(&ReadError::Binary { kind: "pdf".to_owned() }, Language::Nl);
        assert_eq!(pdf.what, "Dit is een bestand van het soort PDF, geen lijst.");
    }
}
