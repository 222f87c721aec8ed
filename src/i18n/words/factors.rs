//! Words of the letters A–D by success factors and of their editor.

words! {
    eyebrow: "A–D op succesfactoren" | "A–D by success factors";
    title(a, b, c, d): "{a} A, {b} B, {c} C en {d} D" | "{a} A, {b} B, {c} C and {d} D";
    title_none: "Nog geen letters: te weinig succesfactoren bekend" | "No letters yet: too few success factors known";
    lede: "Waarom passen uw beste klanten bij u? Elke factor is een regel of een oordeel; wie er aan voldoet, bepaalt de letter. De aantallen veranderen mee terwijl u bewerkt."
        | "Why do your best customers fit? Every factor is a rule or a judgement; who meets them decides the letter. The numbers move along while you edit.";
    discuss: "Bespreken" | "Discuss";
    needs_data: "Gegevens nodig" | "Needs data";
    /// (in use, needed)
    too_few(used, needed): "{used} factoren zijn in gebruik en {needed} zijn nodig. Voeg er een toe over een kolom van uw lijst, of beoordeel klanten op scherm."
        | "{used} factors are in use and {needed} are needed. Add one over a column of your list, or judge customers on screen.";
    rule_why(meets): "A: op de shortlist en voldoet aan minstens {meets} factoren. B: niet op de shortlist, minstens {meets}. C: precies minder dan {meets} maar minstens één. D: geen enkele, en niets onbekend. Op de shortlist met minder: bespreken."
        | "A: on the shortlist and meets at least {meets} factors. B: not on the shortlist, at least {meets}. C: fewer than {meets} but at least one. D: none, and none unknown. On the shortlist with fewer: discuss.";
    rule_use(share): "Een factor telt mee als hij van minstens {share} van de actieve klanten bekend is. Vertrokken klanten en prospects hebben geen letter." | "A factor counts when it is known for at least {share} of the active customers. Lapsed customers and prospects have no letter.";
    factors_title: "De succesfactoren" | "The success factors";
    /// (met, known)
    met_of(met, known): "{met} van de {known} bekende actieve klanten voldoen" | "{met} of the {known} known active customers meet it";
    known_none: "van niemand bekend" | "known of nobody";
    not_in_use(share): "telt niet mee: van minder dan {share} bekend" | "does not count: known for less than {share}";
    switched_off: "uitgezet" | "switched off";
    judged_extra(count): "{count} ⟨klant is|klanten zijn⟩ op scherm beoordeeld" | "{count} ⟨customer was|customers were⟩ judged on screen";
    counts: "Telt mee" | "Counts";
    name: "Naam" | "Name";
    weight: "Gewicht in de score" | "Weight in the fit";
    about: "Gaat over" | "Is about";
    test: "Regel" | "Rule";
    number: "Grens" | "Limit";
    percent: "Procent" | "Percent";
    text: "Tekst" | "Text";
    per: "Gedeeld door" | "Divided by";
    test_at_least: "minstens" | "at least";
    test_more_than: "meer dan" | "more than";
    test_at_most: "hoogstens" | "at most";
    test_less_than: "minder dan" | "less than";
    test_top: "bij de hoogste …%" | "in the top …%";
    test_bottom: "bij de laagste …%" | "in the bottom …%";
    test_median: "minstens de mediaan" | "at least the median";
    test_filled: "is ingevuld" | "is filled in";
    test_empty: "is leeg" | "is empty";
    test_reads: "is gelijk aan" | "equals";
    test_reads_not: "is niet gelijk aan" | "does not equal";
    test_ratio: "verhouding hoogstens" | "ratio at most";
    test_judgement: "oordeel per klant (ja/nee)" | "judged per customer (yes/no)";
    compound_all: "Alle onderdelen" | "All parts";
    compound_any: "Eén van de onderdelen" | "One of the parts";
    part(number): "Onderdeel {number}" | "Part {number}";
    add_part: "Voeg een onderdeel toe" | "Add a part";
    remove_part: "Haal dit onderdeel weg" | "Remove this part";
    only_part: "Houd alleen dit onderdeel" | "Keep only this part";
    remove: "Verwijder deze factor" | "Remove this factor";
    add: "Voeg een factor toe" | "Add a factor";
    new_name: "Nieuwe factor" | "New factor";
    group_fields: "Van de lijst" | "From the list";
    settings_title: "Uitgangspunten" | "Assumptions";
    meets: "A en B voldoen aan minstens" | "A and B meet at least";
    at_least_in_use: "Factoren nodig voor letters" | "Factors needed for letters";
    known_share: "Een factor telt mee vanaf dit deel bekend" | "A factor counts from this share known";
    unit_factors: "factoren" | "factors";
    table_title: "Alle klanten met hun letter" | "All customers with their letter";
    discuss_title: "Bespreken: waardevol, maar past matig" | "Discuss: valuable, but fits poorly";
    discuss_hint: "Op de shortlist, en toch aan hoogstens één factor voldaan. Hoort deze klant op de shortlist, of ontbreekt er een factor?" | "On the shortlist, yet meets at most one factor. Does this customer belong there, or is a factor missing?";
    discuss_none: "Niemand op de shortlist past slecht." | "Nobody on the shortlist fits poorly.";
    needs_title: "Gegevens nodig: geen letter zonder te raden" | "Needs data: no letter without guessing";
    needs_hint: "Aan geen bekende factor voldaan, en van deze factoren is het niet bekend. Eén oordeel op scherm is vaak genoeg." | "Meets no known factor, and of these factors it is not known. One judgement on screen is often enough.";
    needs_none: "Van iedereen is genoeg bekend." | "Enough is known of everyone.";
    unknown_factors(names): "onbekend: {names}" | "unknown: {names}";
    to_judge: "Beoordeel klanten op scherm" | "Judge customers on screen";
    to_choice: "Naar de keuze" | "On to the choice";
    col_met: "Voldoet" | "Meets";
    col_why: "Waarom" | "Why";
    answer_yes: "ja" | "yes";
    answer_no: "nee" | "no";
    answer_unknown: "onbekend" | "unknown";
    /// (factor, answer, rule, value)
    why_factor(factor, answer, rule, value): "{factor}: {answer} – {rule}{value}" | "{factor}: {answer} – {rule}{value}";
    why_value(value): "; hier {value}" | "; here {value}";
    why_judged: "; beoordeeld op scherm" | "; judged on screen";
    filter_all: "Iedereen" | "Everyone";
    none_found: "Niemand gevonden." | "Nobody found.";
    col_activity: "Stand" | "Standing";
}
