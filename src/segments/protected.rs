//! Columns that look like a protected ground are left out of every score, with a warning (METHOD section 6).

use serde::{Deserialize, Serialize};

/// A protected ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    Age,
    BirthDate,
    Gender,
    Nationality,
    Origin,
    Religion,
    Health,
    Orientation,
    Politics,
    CivilStatus,
    Union,
}

/// A header that looks like a protected ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectedColumn {
    pub header: String,
    pub ground: Ground,
}

/// The words of headers per ground, Dutch and English. A header matches on a whole word, or on a long word within one.
const WORDS: &[(Ground, &[&str])] = &[
    (
        Ground::BirthDate,
        &["geboortedatum", "geboortejaar", "birthdate", "birthday", "dob", "geboren", "birth", "verjaardag"],
    ),
    (Ground::Age, &["leeftijd", "age", "leeftijdsgroep", "ages"]),
    (Ground::Gender, &["geslacht", "gender", "sex", "sekse", "aanhef", "salutation", "man/vrouw", "m/v"]),
    (Ground::Nationality, &["nationaliteit", "nationality", "citizenship"]),
    (
        Ground::Origin,
        &[
            "afkomst",
            "herkomst",
            "etniciteit",
            "ethnicity",
            "race",
            "ras",
            "origin",
            "geboorteland",
            "huidskleur",
            "birthplace",
            "geboorteplaats",
        ],
    ),
    (Ground::Religion, &["religie", "religion", "geloof", "godsdienst", "levensovertuiging", "faith"]),
    (
        Ground::Health,
        &[
            "gezondheid",
            "health",
            "ziekte",
            "handicap",
            "disability",
            "medisch",
            "medical",
            "diagnose",
            "zwanger",
            "pregnant",
        ],
    ),
    (Ground::Orientation, &["geaardheid", "seksuele", "orientation", "sexual"]),
    (Ground::Politics, &["politiek", "politieke", "political", "partijvoorkeur"]),
    (Ground::CivilStatus, &["burgerlijke", "marital", "gehuwd", "married"]),
    (Ground::Union, &["vakbond", "vakbondslidmaatschap", "union"]),
];

/// Headers (Dutch or English) that look like a protected ground, in their order. "Country of origin" of goods and
/// "race bikes" can be meant innocently: the warning names the column, the person decides.
pub fn protected(headers: &[&str]) -> Vec<ProtectedColumn> {
    headers
        .iter()
        .filter_map(|header| {
            let lower = header.to_lowercase();
            let words: Vec<&str> = lower
                .split(|c: char| !c.is_alphanumeric() && c != '/')
                .filter(|word| !word.is_empty())
                .collect();
            let said = |word: &&str| words.contains(word) || (word.len() >= 7 && lower.contains(*word));
            let ground = WORDS.iter().find(|(_, known)| known.iter().any(&said))?.0;
            Some(ProtectedColumn { header: (*header).to_owned(), ground })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, expected: Option<Ground>) {
        assert_eq!(protected(&[header]).first().map(|found| found.ground), expected, "{header:?}");
    }

    #[test]
    fn protected_grounds_are_recognised_and_ordinary_headers_left_alone() {
        check("Geboortedatum contact", Some(Ground::BirthDate));
        check("Date of birth", Some(Ground::BirthDate));
        check("Leeftijd", Some(Ground::Age));
        check("Customer age", Some(Ground::Age));
        check("Geslacht (m/v)", Some(Ground::Gender));
        check("Nationaliteit", Some(Ground::Nationality));
        check("Pages", None);
        check("Percentage", None);
        check("Omzet 2024", None);
        check("Manager", None);
        check("Terras", None);
    }
}
