//! The words inside pictures. Apart from the texts of the screens, because the engine lays pictures out and needs no more.

use super::Language;

/// Axis titles, labels and names of fields.
#[derive(Debug)]
pub struct PictureWords {
    pub one_customer: &'static str,
    pub customers: &'static str,
    pub pareto_x: &'static str,
    /// (share of customers, share of value)
    pub pareto_guide: fn(&str, &str) -> String,
    pub pareto_equal: &'static str,
    pub pareto_empty: &'static str,
    pub map_x: &'static str,
    pub map_y: &'static str,
    pub map_empty: &'static str,
    pub field_core: &'static str,
    /// On the marks of the map; the other fields' letters are the same in both languages.
    pub field_core_letter: &'static str,
    pub field_we_need_them: &'static str,
    pub field_they_need_us: &'static str,
    pub field_lighter: &'static str,
}

static NL: PictureWords = PictureWords {
    one_customer: "klant",
    customers: "klanten",
    pareto_x: "aandeel van de klanten",
    pareto_guide: |x, y| format!("{x} van de klanten: {y}"),
    pareto_equal: "iedereen evenveel",
    pareto_empty: "Zonder omzet of marge is er geen verdeling te tekenen. Voeg een kolom met omzet toe, of beoordeel de klanten in de volgende stappen.",
    map_x: "waarde (percentiel)",
    map_y: "paniekindex",
    map_empty: "De kaart vult zich met elk antwoord. Geef er minstens één.",
    field_core: "Kern",
    field_core_letter: "K",
    field_we_need_them: "Wij hebben hen nodig",
    field_they_need_us: "Zij hebben ons nodig",
    field_lighter: "Lichter bedienen",
};

static EN: PictureWords = PictureWords {
    one_customer: "customer",
    customers: "customers",
    pareto_x: "share of customers",
    pareto_guide: |x, y| format!("{x} of the customers: {y}"),
    pareto_equal: "everyone equal",
    pareto_empty: "Without revenue or margin there is no distribution to draw. Add a revenue column, or judge the customers in the next steps.",
    map_x: "value (percentile)",
    map_y: "panic index",
    map_empty: "The map fills with every answer. Give at least one.",
    field_core: "Core",
    field_core_letter: "C",
    field_we_need_them: "We need them",
    field_they_need_us: "They need us",
    field_lighter: "Lighter service",
};

/// The words inside pictures, in a language.
pub fn picture_words(language: Language) -> &'static PictureWords {
    match language {
        Language::Nl => &NL,
        Language::En => &EN,
    }
}
