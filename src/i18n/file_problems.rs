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
        (_, Language::Nl) => ("Melding", "Kijk of dit klopt."),
        (ProblemKind::BrokenOff, Language::En) => (
            "File breaks off",
            "Everything before that was read. Export the file again if something is missing.",
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
        (_, Language::Nl) => format!("kijk naar “{value}”."),
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
