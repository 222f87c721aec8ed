//! Scale: headers that tell that amounts are written in thousands or millions, as in `Omzet (x 1.000)`.

use super::headers::is_one_of;

const THOUSANDS: &str =
    "1000 x1000 k duizend duizenden thousand thousands tsd tausend teur keur 000 000s milliers";
const MILLIONS: &str = "1000000 x1000000 mln mio miljoen miljoenen million millions millionen meur";
/// Words beside those that mean nothing alone.
const BESIDE: &str = "x in";

/// By how much amounts are multiplied, and the header without the words that say so; `None` when it says nothing.
pub(super) fn scale_of(header: &str) -> Option<(u32, String)> {
    // The blank before a group of thousands, too, is no border of a word.
    let plain: String = header.to_lowercase().replace(['.', ',', '\'', '’', '\u{a0}', '\u{202f}'], "");
    let plain = plain.replace('×', "x").replace("1 000", "1000").replace("1000 000", "1000000");
    let words = || plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let factor = words().find_map(|word| match word {
        _ if is_one_of(THOUSANDS, word) => Some(1_000),
        _ if is_one_of(MILLIONS, word) => Some(1_000_000),
        _ => None,
    })?;
    let rest: Vec<&str> = words()
        .filter(|word| !is_one_of(THOUSANDS, word) && !is_one_of(MILLIONS, word) && !is_one_of(BESIDE, word))
        .collect();
    (!rest.is_empty()).then(|| (factor, rest.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, expected: Option<(u32, &str)>) {
        assert_eq!(scale_of(header), expected.map(|(factor, rest)| (factor, rest.to_owned())), "{header}");
    }

    #[test]
    fn thousands_and_millions_are_seen() {
        for header in [
            "Omzet (x 1000)",
            "Omzet x1.000",
            "Omzet (× € 1.000)",
            "omzet k€",
            "Omzet in duizenden",
            "Omzet ('000)",
        ] {
            check(header, Some((1_000, "omzet")));
        }
        check("Umsatz 2025 (TEUR)", Some((1_000, "umsatz 2025")));
        check("Revenue in millions", Some((1_000_000, "revenue")));
        check("Omzet (x 1.000.000)", Some((1_000_000, "omzet")));
        for header in ["Omzet", "Omzet 2025", "Omzet EUR", "1000", "Klant nr", "Kosten", "Marge %"] {
            check(header, None);
        }
    }
}
