//! Words of the second step: what the list says.

/// Words of the insight screen.
#[derive(Debug)]
pub struct InsightTexts {
    pub eyebrow: &'static str,
    pub title_share: fn(&str, &str) -> String,
    pub title_small: fn(&str) -> String,
    pub title_names: fn(&str) -> String,
    pub lede: &'static str,
    pub figures: &'static str,
    pub active: &'static str,
    pub asleep: &'static str,
    pub lapsed: &'static str,
    pub shortlist: &'static str,
    pub top20: &'static str,
    pub for80: &'static str,
    pub gini: &'static str,
    pub why_active_orders: fn(&str, &str, &str) -> String,
    pub why_active_revenue: fn(&str) -> String,
    pub why_rhythm: fn(&str) -> String,
    pub why_asleep: fn(&str, &str) -> String,
    pub why_all_active: &'static str,
    pub why_shortlist: fn(&str, &str, &str) -> String,
    pub why_top20: fn(&str, &str, &str, &str) -> String,
    pub why_for80: fn(&str, &str, &str) -> String,
    pub why_gini: &'static str,
    pub why_outside: fn(&str, &str) -> String,
    pub small_list: fn(&str) -> String,
    pub measure_title: &'static str,
    pub measure_revenue: &'static str,
    pub measure_margin: &'static str,
    pub measure_contribution: &'static str,
    pub measure_auto: &'static str,
    pub measure_why: &'static str,
    pub pareto_title: &'static str,
    pub pareto_chart: &'static str,
    pub pareto_summary: fn(&str, &str, &str, &str) -> String,
    pub warn_top1: fn(&str, &str) -> String,
    pub warn_top5: fn(&str) -> String,
    pub letters_title: &'static str,
    pub filter_label: &'static str,
    pub letters_hint: &'static str,
    pub letter_a: &'static str,
    pub letter_b: &'static str,
    pub letter_c: &'static str,
    pub letter_d: &'static str,
    pub discuss: &'static str,
    pub discuss_text: &'static str,
    pub needs_data: &'static str,
    pub needs_data_text: &'static str,
    pub no_letters: fn(&str, &str) -> String,
    pub factor: &'static str,
    pub factor_rule: &'static str,
    pub factor_known: &'static str,
    pub factor_met: &'static str,
    pub factor_out: &'static str,
    pub table_title: &'static str,
    pub col_letter: &'static str,
    pub col_value: &'static str,
    pub col_share: &'static str,
    pub col_activity: &'static str,
    pub col_last: &'static str,
    pub filter_all: &'static str,
    pub none_found: &'static str,
    pub sort_by: fn(&str) -> String,
    pub to_panic: &'static str,
}

pub(super) const NL: InsightTexts = InsightTexts {
    eyebrow: "Wat uw lijst zegt",
    title_share: |count, share| format!("Uw beste {count} brengen {share} van de waarde"),
    title_small: |count| format!("{count}: klein genoeg om ieder bij naam te kennen"),
    title_names: |count| format!("{count} in beeld; bedragen ontbreken nog"),
    lede: "Eerst wat er echt in deze lijst staat. Vuistregels zoals 20/80 worden gemeten, niet aangenomen.",
    figures: "Kerncijfers",
    active: "Actieve klanten",
    asleep: "Slapend",
    lapsed: "Vertrokken",
    shortlist: "Shortlist",
    top20: "Aandeel van de beste 20%",
    for80: "Klanten voor 80%",
    gini: "Gini (scheefheid)",
    why_active_orders: |days, date, count| {
        format!("Actief is wie in de {days} dagen vóór {date} bestelde: {count}.")
    },
    why_active_revenue: |count| {
        format!("De lijst heeft geen datums, dus actief is wie omzet boven nul heeft: {count}.")
    },
    why_rhythm: |days| {
        format!(
            "Uw klanten bestellen minder vaak dan halfjaarlijks (mediaan {days} dagen), daarom is het venster tweemaal dat ritme."
        )
    },
    why_asleep: |asleep, lapsed| {
        format!(
            "Slapend (langer stil, korter dan een jaar of het venster): {asleep}. Vertrokken (nog langer stil): {lapsed}. Slapende klanten houden hun letter."
        )
    },
    why_all_active: "Niets in de lijst zegt wie gestopt is; iedereen telt als actief.",
    why_shortlist: |active, one_in, size| {
        format!(
            "Eén op de {one_in} actieve klanten, naar boven afgerond: {active} ÷ {one_in} → {size}. Groter kan niemand persoonlijk koesteren."
        )
    },
    why_top20: |count, all, sum, total| {
        format!("De eerste {count} van {all} met waarde boven nul hebben samen {sum} van {total}.")
    },
    why_for80: |count, all, share| {
        format!("Het kleinste aantal dat samen minstens 80% heeft: {count} van {all}, dat is {share}.")
    },
    why_gini: "0 = ieder evenveel, 1 = één klant heeft alles. Berekend over klanten met waarde boven nul: G = 2·Σ(i·x)/(n·Σx) − (n+1)/n.",
    why_outside: |count, sum| {
        format!("{count} met waarde nul of lager ({sum}) staan buiten dit cijfer, niet buiten de lijst.")
    },
    small_list: |limit| {
        format!("Bij minder dan {limit} klanten zeggen percentages weinig: hier staan rangen en lijsten.")
    },
    measure_title: "Waarde is",
    measure_revenue: "omzet",
    measure_margin: "marge",
    measure_contribution: "bijdrage",
    measure_auto: "automatisch",
    measure_why: "Automatisch: bijdrage als die van 80% van de actieve klanten bekend is, anders marge, anders omzet. De Pareto hieronder gaat over netto-omzet, tenzij u hier zelf kiest.",
    pareto_title: "Hoe scheef is het echt?",
    pareto_chart: "Cumulatief aandeel in de waarde, beste klant eerst",
    pareto_summary: |top, share, count, all| {
        format!("De beste {top}: {share} van de waarde. Nodig voor 80%: {count} van de {all}.")
    },
    warn_top1: |name, share| {
        format!("{name} is {share} van de waarde. Valt die klant weg, dan raakt dat de firma.")
    },
    warn_top5: |share| format!("De vijf grootste zijn samen {share} van de waarde."),
    letters_title: "A, B, C, D volgens uw succesfactoren",
    filter_label: "Toon",
    letters_hint: "Niet de omzet alleen, maar hoe goed een klant bij u past. A staat op de shortlist en voldoet aan minstens 2 factoren.",
    letter_a: "koesteren",
    letter_b: "de basis",
    letter_c: "vergelijkt leveranciers",
    letter_d: "waarom bedienen we die?",
    discuss: "Bespreken",
    discuss_text: "op de shortlist, past matig",
    needs_data: "Gegevens nodig",
    needs_data_text: "geen factor gehaald, niet alles bekend",
    no_letters: |used, needed| {
        format!(
            "Geen letters: {used} van de benodigde {needed} factoren zijn bekend voor minstens 20% van de actieve klanten."
        )
    },
    factor: "Succesfactor",
    factor_rule: "Regel",
    factor_known: "Bekend van",
    factor_met: "Voldoet",
    factor_out: "niet in gebruik",
    table_title: "Alle klanten",
    col_letter: "Letter",
    col_value: "Waarde",
    col_share: "Aandeel",
    col_activity: "Activiteit",
    col_last: "Laatste order",
    filter_all: "Alle",
    none_found: "Geen klant past bij deze zoekvraag.",
    sort_by: |column| format!("Sorteer op {column}"),
    to_panic: "Naar de paniekvraag",
};

pub(super) const EN: InsightTexts = InsightTexts {
    eyebrow: "What your list says",
    title_share: |count, share| format!("Your best {count} bring {share} of the value"),
    title_small: |count| format!("{count}: few enough to know each by name"),
    title_names: |count| format!("{count} in view; amounts are still missing"),
    lede: "First what is really in this list. Rules of thumb such as 20/80 are measured, not assumed.",
    figures: "Key figures",
    active: "Active customers",
    asleep: "Asleep",
    lapsed: "Lapsed",
    shortlist: "Shortlist",
    top20: "Share of the best 20%",
    for80: "Customers for 80%",
    gini: "Gini (concentration)",
    why_active_orders: |days, date, count| {
        format!("Active means ordered in the {days} days before {date}: {count}.")
    },
    why_active_revenue: |count| {
        format!("The list has no dates, so active means revenue above zero: {count}.")
    },
    why_rhythm: |days| {
        format!(
            "Your customers order less often than every six months (median {days} days), so the window is twice that rhythm."
        )
    },
    why_asleep: |asleep, lapsed| {
        format!(
            "Asleep (silent longer, less than a year or the window): {asleep}. Lapsed (silent longer still): {lapsed}. Sleeping customers keep their letter."
        )
    },
    why_all_active: "Nothing in the list tells who stopped; everyone counts as active.",
    why_shortlist: |active, one_in, size| {
        format!(
            "One in {one_in} active customers, rounded up: {active} ÷ {one_in} → {size}. More than that nobody can cherish in person."
        )
    },
    why_top20: |count, all, sum, total| {
        format!("The first {count} of {all} with value above zero have {sum} of {total} together.")
    },
    why_for80: |count, all, share| {
        format!("The smallest number that has at least 80% together: {count} of {all}, that is {share}.")
    },
    why_gini: "0 = all equal, 1 = one customer has everything. Computed over customers with value above zero: G = 2·Σ(i·x)/(n·Σx) − (n+1)/n.",
    why_outside: |count, sum| {
        format!("{count} with value of zero or less ({sum}) are outside this figure, not outside the list.")
    },
    small_list: |limit| {
        format!("With fewer than {limit} customers percentages say little: here are ranks and lists.")
    },
    measure_title: "Value is",
    measure_revenue: "revenue",
    measure_margin: "margin",
    measure_contribution: "contribution",
    measure_auto: "automatic",
    measure_why: "Automatic: contribution when known for 80% of the active customers, else margin, else revenue. The Pareto below is on net revenue unless you choose here.",
    pareto_title: "How skewed is it really?",
    pareto_chart: "Cumulative share of value, best customer first",
    pareto_summary: |top, share, count, all| {
        format!("The best {top}: {share} of the value. Needed for 80%: {count} of {all}.")
    },
    warn_top1: |name, share| {
        format!("{name} is {share} of the value. Losing this customer would hurt the firm.")
    },
    warn_top5: |share| format!("The five largest are {share} of the value together."),
    letters_title: "A, B, C, D by your success factors",
    filter_label: "Show",
    letters_hint: "Not revenue alone, but how well a customer fits you. A is on the shortlist and meets at least 2 factors.",
    letter_a: "cherish",
    letter_b: "the basis",
    letter_c: "compares suppliers",
    letter_d: "why do we serve them?",
    discuss: "Discuss",
    discuss_text: "on the shortlist, fits poorly",
    needs_data: "Needs data",
    needs_data_text: "no factor met, not all known",
    no_letters: |used, needed| {
        format!(
            "No letters: {used} of the {needed} factors needed are known for at least 20% of the active customers."
        )
    },
    factor: "Success factor",
    factor_rule: "Rule",
    factor_known: "Known for",
    factor_met: "Meets it",
    factor_out: "not in use",
    table_title: "All customers",
    col_letter: "Letter",
    col_value: "Value",
    col_share: "Share",
    col_activity: "Activity",
    col_last: "Last order",
    filter_all: "All",
    none_found: "No customer matches this search.",
    sort_by: |column| format!("Sort by {column}"),
    to_panic: "On to the panic question",
};
