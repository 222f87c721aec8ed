//! Words of the judgement grid: what the list lacks, filled in on screen.

words! {
    eyebrow: "Klanten beoordelen" | "Judge customers";
    /// (cells, customers)
    title(cells, customers): "{cells} oordelen over {customers} klanten" | "{cells} judgements of {customers} customers";
    title_none: "Wat uw lijst niet weet, weet u" | "What your list does not know, you do";
    lede: "Een lijst met alleen namen en omzet is genoeg: vul hier potentieel, criteria (1–5) en succesfactoren (ja/nee) in. Grijs komt uit uw lijst; wat u typt gaat voor."
        | "A list of only names and revenue is enough: fill in potential, criteria (1–5) and success factors (yes/no) here. Grey comes from your list; what you type goes before it.";
    keys_all: "alles" | "all";
    keys_first(count): "de eerste {count} klanten" | "the first {count} customers";
    keys(all): "Pijltjes om te lopen, typen om te vullen, Enter om vast te leggen, slepen of Shift+pijl om te kiezen, Ctrl+A kiest {all}, Ctrl+D vult van boven, Ctrl+C, Ctrl+X en Ctrl+V van en naar Excel, Delete wist, Ctrl+Z maakt ongedaan."
        | "Arrows to walk, type to fill, Enter to keep, drag or Shift+arrow to select, Ctrl+A selects {all}, Ctrl+D fills from above, Ctrl+C, Ctrl+X and Ctrl+V to and from Excel, Delete clears, Ctrl+Z undoes.";
    grid: "Oordelen per klant" | "Judgements by customer";
    customer: "Klant" | "Customer";
    hint_score: "1–5" | "1–5";
    hint_yes_no: "ja/nee" | "yes/no";
    hint_money: "bedrag" | "amount";
    hint_number: "getal" | "number";
    hint_text: "tekst" | "text";
    hint_date: "datum" | "date";
    hint_share: "%" | "%";
    wrong_score: "Een cijfer van 1 tot 5." | "A number from 1 to 5.";
    wrong_yes_no: "Ja of nee." | "Yes or no.";
    wrong_money: "Een bedrag, zoals 12.500." | "An amount, such as 12,500.";
    wrong_number: "Een getal." | "A number.";
    wrong_date: "Een datum, zoals 31-12-2026." | "A date, such as 31-12-2026.";
    unreadable_one: "Eén cel is niet te lezen en telt als onbekend." | "One cell cannot be read and counts as unknown.";
    unreadable(count): "{count} cellen zijn niet te lezen en tellen als onbekend." | "{count} cells cannot be read and count as unknown.";
    show_unreadable: "Niet te lezen" | "Unreadable";
    filter_all: "Iedereen" | "Everyone";
    filter_shortlist: "Shortlist" | "Shortlist";
    filter_needs: "Gegevens nodig" | "Needs data";
    filter_judged: "Beoordeeld" | "Judged";
    none_found: "Niemand gevonden." | "Nobody found.";
    columns_title: "Kolommen" | "Columns";
    add_own: "Eigen kolom erbij" | "Add your own column";
    own_name: "Naam van de kolom" | "Name of the column";
    own_placeholder: "zoals: sfeer, groeiplannen" | "such as: chemistry, growth plans";
    own_yes_no: "ja/nee" | "yes/no";
    own_score: "cijfer 1–5" | "score 1–5";
    own_number: "getal" | "number";
    own_text: "tekst" | "text";
    own_add: "Voeg toe" | "Add";
    add_field: "Een gegeven erbij dat de lijst mist" | "Add a fact the list lacks";
    choose_field: "kies …" | "choose …";
    remove(name): "Haal de kolom {name} weg, met de oordelen erin" | "Remove the column {name} with its judgements";
    own_hint: "Een eigen kolom kunt u gebruiken in een succesfactor." | "A column of your own can be used in a success factor.";
    unmatched(names): "Beoordeeld, maar niet in deze lijst: {names}. De oordelen blijven bewaard." | "Judged, but not in this list: {names}. The judgements are kept.";
    gains_title: "Wat dit oplevert" | "What this brings";
    /// (ranked, active)
    gain_ranked(ranked, active): "{ranked} van de {active} actieve klanten krijgen een rang op criteria." | "{ranked} of the {active} active customers get a rank by criteria.";
    /// (lettered, all)
    gain_lettered(lettered, all): "{lettered} van de {all} klanten hebben een letter." | "{lettered} of the {all} customers have a letter.";
    gain_growth(known, active): "Van {known} van de {active} actieve klanten is de groeiruimte bekend." | "The growth room of {known} of the {active} active customers is known.";
    to_factors: "Naar de succesfactoren" | "On to the success factors";
    to_choice: "Naar de keuze" | "On to the choice";
}
