//! File problems in words: what is the matter with a file as a whole, and with files beside each other.

use super::Language;
use super::problems::Explained;
use crate::table::{Problem, ProblemKind};

/// Heading and remedy.
pub(super) fn kind(kind: ProblemKind, language: Language) -> (&'static str, &'static str) {
    match (kind, language) {
        (ProblemKind::HiddenRows, Language::Nl) => (
            "Verborgen rijen",
            "Ze tellen mee. Horen ze er niet bij, verwijder ze dan uit het bestand of laat ze hier weg.",
        ),
        (ProblemKind::HiddenRows, Language::En) => (
            "Hidden rows",
            "They count. If they do not belong in the list, delete them from the file or leave them out here.",
        ),
        (ProblemKind::BrokenOff, Language::Nl) => (
            "Bestand breekt af",
            "Alles daarvoor is gelezen. Exporteer het bestand opnieuw als er iets ontbreekt.",
        ),
        (ProblemKind::OnlyInOrders, Language::Nl) => (
            "Orders van iemand die niet in de klantenlijst staat",
            "De orders tellen mee. Kijk of het klantnummer of de naam in beide lijsten gelijk is.",
        ),
        (ProblemKind::WithoutOrders, Language::Nl) => (
            "Klant zonder orders",
            "De klant staat in de lijst, zijn omzet is onbekend. Kijk of het klantnummer of de naam in beide lijsten gelijk is.",
        ),
        (ProblemKind::OnlyBefore, Language::Nl) => (
            "Alleen in het vorige jaar",
            "De klant telt mee met zijn omzet van toen. Kijk of het klantnummer of de naam in beide lijsten gelijk is.",
        ),
        (ProblemKind::NotBefore, Language::Nl) => (
            "Niet in het vorige jaar",
            "De omzet van het vorige jaar is onbekend. Kijk of het klantnummer of de naam in beide lijsten gelijk is.",
        ),
        (_, Language::Nl) => ("Melding", "Kijk of dit klopt."),
        (ProblemKind::BrokenOff, Language::En) => (
            "File breaks off",
            "Everything before that was read. Export the file again if something is missing.",
        ),
        (ProblemKind::OnlyInOrders, Language::En) => (
            "Orders of somebody who is not in the customer list",
            "The orders count. Check whether the customer number or name is the same in both lists.",
        ),
        (ProblemKind::WithoutOrders, Language::En) => (
            "Customer without orders",
            "The customer is in the list, the revenue is unknown. Check whether the customer number or name is the same in both lists.",
        ),
        (ProblemKind::OnlyBefore, Language::En) => (
            "Only in the year before",
            "The customer counts with the revenue of that year. Check whether the customer number or name is the same in both lists.",
        ),
        (ProblemKind::NotBefore, Language::En) => (
            "Not in the year before",
            "The revenue of the year before is unknown. Check whether the customer number or name is the same in both lists.",
        ),
        (_, Language::En) => ("Notice", "Check whether this is right."),
    }
}

/// What is the matter, without the place.
pub(super) fn said(problem: &Problem, language: Language) -> String {
    let value = &problem.value;
    let is_one = value == "1";
    match (problem.kind, language) {
        (ProblemKind::HiddenRows, Language::Nl) if is_one => {
            "in het werkblad is één rij verborgen.".to_owned()
        }
        (ProblemKind::HiddenRows, Language::Nl) => format!("in het werkblad zijn {value} rijen verborgen."),
        (ProblemKind::HiddenRows, Language::En) if is_one => "one row of the sheet is hidden.".to_owned(),
        (ProblemKind::HiddenRows, Language::En) => format!("{value} rows of the sheet are hidden."),
        (ProblemKind::BrokenOff, Language::Nl) => {
            "het einde van het bestand ontbreekt of is stuk.".to_owned()
        }
        (ProblemKind::BrokenOff, Language::En) => "the end of the file is missing or broken.".to_owned(),
        (ProblemKind::OnlyInOrders, Language::Nl) => {
            format!("“{value}” staat wel in de orders, niet in de klantenlijst.")
        }
        (ProblemKind::WithoutOrders, Language::Nl) => format!("“{value}” heeft geen enkele order."),
        (ProblemKind::OnlyBefore, Language::Nl) => {
            format!("“{value}” staat alleen in de lijst van het vorige jaar.")
        }
        (ProblemKind::NotBefore, Language::Nl) => {
            format!("“{value}” staat niet in de lijst van het vorige jaar.")
        }
        (_, Language::Nl) => format!("kijk naar “{value}”."),
        (ProblemKind::OnlyInOrders, Language::En) => {
            format!("“{value}” is in the orders, not in the customer list.")
        }
        (ProblemKind::WithoutOrders, Language::En) => format!("“{value}” has not a single order."),
        (ProblemKind::OnlyBefore, Language::En) => {
            format!("“{value}” is in the list of the year before only.")
        }
        (ProblemKind::NotBefore, Language::En) => format!("“{value}” is not in the list of the year before."),
        (_, Language::En) => format!("look at “{value}”."),
    }
}

/// The name of a format as people know it.
fn format_name(kind: &str) -> String {
    match kind {
        "xlsx" | "xlsb" | "xls" | "spreadsheet_xml" => "Excel".to_owned(),
        "ods" => "OpenDocument".to_owned(),
        "xaf" => "Auditfile".to_owned(),
        "gzip" => "gzip".to_owned(),
        other => other.to_owned(),
    }
}

/// A file of a format that is read, but not this one.
pub(super) fn damaged(kind: &str, language: Language) -> Explained {
    let name = format_name(kind);
    let (heading, what, remedy) = match language {
        Language::Nl => (
            "Bestand is stuk",
            format!("Dit is een bestand van het soort {name}, maar het is beschadigd of niet compleet."),
            "Open het in het programma waar het vandaan komt en bewaar of exporteer het opnieuw.",
        ),
        Language::En => (
            "File is damaged",
            format!("This is a file of the kind {name}, but it is damaged or not complete."),
            "Open it in the program that it comes from and save or export it again.",
        ),
    };
    Explained { kind: heading.to_owned(), what, remedy: remedy.to_owned() }
}

/// A file with a password on it.
pub(super) fn locked(language: Language) -> Explained {
    let (heading, what, remedy) = match language {
        Language::Nl => (
            "Bestand is beveiligd",
            "Er zit een wachtwoord op dit bestand.",
            "Open het, haal het wachtwoord eraf en bewaar het opnieuw, of kopieer de cellen en plak ze hier.",
        ),
        Language::En => (
            "File is protected",
            "There is a password on this file.",
            "Open it, remove the password and save it again, or copy the cells and paste them here.",
        ),
    };
    Explained { kind: heading.to_owned(), what: what.to_owned(), remedy: remedy.to_owned() }
}
