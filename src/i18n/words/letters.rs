//! Words of the sheet of letters A–D by success factors.

words! {
    /// (A customers, B customers)
    title(a, b): "{a} ⟨past|passen⟩ het best bij u (A), {b} ⟨vormt|vormen⟩ de basis (B)" | "{a} ⟨fits|fit⟩ you best (A), {b} ⟨is|are⟩ the basis (B)";
    title_none(used, needed): "Nog geen letters: {used} van de benodigde {needed} factoren zijn bekend" | "No letters yet: {used} of the {needed} factors needed are known";
    lead: "Niet de omzet alleen, maar hoe goed een klant bij u past. De letters zijn scherp en hoeven niet voor iedere klant te kloppen: bespreek ze." | "Not revenue alone, but how well a customer fits you. The letters are sharp and may not hold for each customer: discuss them.";
    no_letters(used, needed, share): "Geen letters: {used} van de benodigde {needed} factoren zijn bekend voor minstens {share} van de actieve klanten. Voeg kolommen toe, of beoordeel klanten op het scherm." | "No letters: {used} of the {needed} factors needed are known for at least {share} of the active customers. Add columns, or judge customers on screen.";
    letter_a: "A · koesteren" | "A · cherish";
    letter_b: "B · de basis" | "B · the basis";
    letter_c: "C · vergelijkt leveranciers" | "C · compares suppliers";
    letter_d: "D · waarom bedienen we die?" | "D · why do we serve them?";
    discuss: "Bespreken" | "Discuss";
    needs_data: "Gegevens nodig" | "Needs data";
    why_a(meets): "Op de shortlist en voldoet aan minstens {meets} factoren." | "On the shortlist and meets at least {meets} factors.";
    why_b(meets): "Niet op de shortlist, voldoet aan minstens {meets} factoren." | "Not on the shortlist, meets at least {meets} factors.";
    why_c(meets): "Niet op de shortlist en voldoet aan minder dan {meets} factoren, maar wel aan een." | "Not on the shortlist and meets fewer than {meets} factors, but at least one.";
    why_d: "Voldoet aan geen enkele factor, en niets is onbekend. Klanten van een waardevol concern worden nooit D." | "Meets no factor, and nothing is unknown. Customers of a valuable group never become D.";
    why_discuss: "Op de shortlist, maar past matig." | "On the shortlist, but fits poorly.";
    why_needs_data: "Geen factor gehaald, en niet alles is bekend." | "No factor met, and not all is known.";
    chart: "Klanten per letter" | "Customers by letter";
    chart_summary(a, b, c, d, discuss, needs): "A {a}, B {b}, C {c}, D {d}; bespreken {discuss}, gegevens nodig {needs}." | "A {a}, B {b}, C {c}, D {d}; discuss {discuss}, needs data {needs}.";
    factors: "Succesfactoren" | "Success factors";
    factor: "Succesfactor" | "Success factor";
    rule: "Regel" | "Rule";
    known_for: "Bekend van" | "Known for";
    met: "Voldoet" | "Meets it";
    not_in_use: "niet in gebruik" | "not in use";
    fit: "Factoren" | "Factors";
    fit_of(met, known): "{met} van {known}" | "{met} of {known}";
    yes: "ja" | "yes";
    no: "nee" | "no";
    next_a(names): "Laat niemand van de A's lopen: {names}. Wie van u belt hen deze week?" | "Let none of the A's go: {names}. Who of you calls them this week?";
    next_b: "Kies uit de B's wie A kan worden, en wat daarvoor nodig is." | "Pick from the B's who can become A, and what that takes.";
    next_d(customers): "Vraag van {customers} waarom u ze bedient, en wat een lager serviceniveau doet." | "Ask about {customers} why you serve them, and what a lower service level does.";
    next_discuss(names): "Bespreek in het team: {names}." | "Discuss in the team: {names}.";
    next_data(customers): "Vul aan wat ontbreekt bij {customers}, of beoordeel hen zelf." | "Fill in what lacks for {customers}, or judge them yourself.";
    set_meets: "A en B voldoen aan minstens" | "A and B meet at least";
    set_known: "Een factor telt mee als bekend van" | "A factor counts when known for";
    set_needed: "Letters vanaf zoveel factoren" | "Letters from this many factors";
    set_on(factor): "Factor in gebruik: {factor}" | "Factor in use: {factor}";
}
