//! Words of every table of customers, and counts of customers in sentences.

use crate::i18n::Format;

words! {
    customer: "Klant" | "Customer";
    value: "Waarde" | "Value";
    share: "Aandeel" | "Share";
    share_of(measure): "Aandeel in de {measure}" | "Share of {measure}";
    rank: "Plaats" | "Rank";
    letter: "Letter" | "Letter";
    activity: "Activiteit" | "Activity";
    last_order: "Laatste order" | "Last order";
    owner: "Accountmanager" | "Account manager";
    why: "Waarom" | "Why";
    search: "Zoek op naam of nummer" | "Search by name or number";
    everyone: "Alle" | "All";
    nobody: "Niemand." | "Nobody.";
    nobody_found: "Geen klant past bij deze zoekvraag." | "No customer matches this search.";
    total: "Totaal" | "Total";
    unknown: "onbekend" | "unknown";
    settings: "Uitgangspunten" | "Assumptions";
    settings_hint: "Elke grens is een keuze. Wijzig haar en alles wordt meteen opnieuw berekend; elke stap is terug te draaien." | "Every threshold is a choice. Change it and everything is computed again at once; every step can be undone.";
    next: "Wat nu te doen" | "What to do next";
    months: "maanden" | "months";
    days: "dagen" | "days";
    /// What a mark in the chart chose.
    chosen(what): "Alleen: {what}" | "Only: {what}";
    /// (one name, how many others)
    and_others(name, count): "{name} en {count} andere" | "{name} and {count} others";
    and: "en" | "and";
}

/// "27 klanten".
pub fn customers(format: Format, count: usize) -> String {
    match format.language {
        crate::i18n::Language::Nl => format.counted(count, "klant", "klanten"),
        crate::i18n::Language::En => format.counted(count, "customer", "customers"),
    }
}

/// Names in a row: "A, B en C"; beyond `most` "A, B en 3 andere".
pub fn names(format: Format, names: &[&str], most: usize) -> String {
    let and = and(format.language);
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        all if all.len() <= most => {
            let (last, first) = all.split_last().unwrap_or((&"", &[]));
            format!("{} {and} {last}", first.join(", "))
        }
        all => and_others(format.language, &all[..most].join(", "), &format.count(all.len() - most)),
    }
}
