//! Words of the choice of core customers: the ranking, reasons, defenders, weights.

words! {
    eyebrow: "De keuze" | "The choice";
    title_none: "Wie zijn uw kernklanten?" | "Who are your core customers?";
    title_one: "U koos één kernklant" | "You chose one core customer";
    title(count): "U koos {count} kernklanten" | "You chose {count} core customers";
    lede(size): "Het voorstel is de top {size} van uw criteria. De keuze is aan u; wijkt u af, dan vraagt de lijst om een reden die u kunt verdedigen."
        | "The proposal is the top {size} by your criteria. The choice is yours; where you differ, the list asks for a reason you can defend.";
    lede_by_value(size): "Het voorstel is de top {size} op waarde. De keuze is aan u; wijkt u af, dan vraagt de lijst om een reden die u kunt verdedigen."
        | "The proposal is the top {size} by value. The choice is yours; where you differ, the list asks for a reason you can defend.";
    tab_choice: "Kernklanten kiezen" | "Choose core customers";
    tab_factors: "A–D op succesfactoren" | "A–D by success factors";
    tab_judge: "Klanten beoordelen" | "Judge customers";
    tab_profile: "Profiel en prospects" | "Profile and prospects";
    take_proposal: "Neem het voorstel over" | "Accept the proposal";
    clear: "Wis de keuze" | "Clear the choice";
    undecided: "Nog niet overgenomen: hieronder staat het voorstel." | "Not accepted yet: this is the proposal.";
    by_value: "Te weinig is bekend om op criteria te rangschikken; het voorstel volgt de waarde. Beoordeel klanten op scherm, of tel alleen mee wat bekend is."
        | "Too little is known to rank by criteria; the proposal follows value. Judge customers on screen, or count only what is known.";
    known_only: "Tel alleen mee wat bekend is" | "Count only what is known";
    reason_missing(count): "{count} afwijkende keuzes hebben nog geen reden." | "{count} choices against the proposal still lack a reason.";
    reason_missing_one: "Eén afwijkende keuze heeft nog geen reden." | "One choice against the proposal still lacks a reason.";
    /// (names)
    unmatched(names): "Eerder gekozen of afgewezen, maar niet in deze lijst: {names}. De keuze blijft bewaard voor als de klant terugkomt."
        | "Chosen or declined before, but not in this list: {names}. The choice is kept for when the customer returns.";
    to_gone: "Staat de klant er onder een andere naam in? Koppel hem" | "Is the customer there under another name? Attach it";
    ranking_title: "Rangorde" | "Ranking";
    core: "Kern" | "Core";
    rank: "Rang" | "Rank";
    score: "Score" | "Score";
    known: "Bekend" | "Known";
    value: "Waarde" | "Value";
    letter: "Letter" | "Letter";
    panic: "Paniek" | "Panic";
    defends: "Wie verdedigt" | "Who defends";
    choose(name): "Kies {name} als kernklant" | "Choose {name} as a core customer";
    proposed: "voorstel" | "proposed";
    proposal_line(size): "Hierboven: het voorstel van {size}" | "Above: the proposal of {size}";
    reason_for: "Waarom toch wel?" | "Why all the same?";
    reason_against: "Waarom niet?" | "Why not?";
    reason_placeholder: "Een reden die u aan tafel kunt verdedigen" | "A reason you can defend at the table";
    defender_of(name): "Wie verdedigt de plaats van {name}?" | "Who defends the place of {name}?";
    defender_placeholder: "naam" | "name";
    score_why(score, known): "Score {score}: het gewogen gemiddelde van wat bekend is, samen {known} van het gewicht." | "Score {score}: the weighted mean of what is known, together {known} of the weight.";
    score_none: "Nog niets bekend op de criteria die meetellen." | "Nothing known yet on the criteria that count.";
    /// (criterion, points, weight, source)
    score_part(criterion, points, weight, source): "{criterion}: {points} × {weight}{source}" | "{criterion}: {points} × {weight}{source}";
    unranked(share): "Geen rang: minder dan {share} van het gewicht is bekend." | "No rank: less than {share} of the weight is known.";
    from_percentile: " (plaats onder de actieve klanten)" | " (place among the active customers)";
    from_signs: " (uit de signalen)" | " (from the signs)";
    from_score: " (oordeel 1–5)" | " (judged 1–5)";
    from_answers: " (antwoorden)" | " (answers)";
    from_talk: " (gesprek)" | " (conversation)";
    none_found: "Niemand gevonden." | "Nobody found.";
    filter_all: "Iedereen" | "Everyone";
    filter_core: "Kern" | "Core";
    filter_proposed: "Voorstel" | "Proposal";
    filter_against: "Afwijkend" | "Against the proposal";
    filter_open: "Zonder reden" | "Without a reason";
    weights_title: "Wat telt mee, en hoe zwaar?" | "What counts, and how much?";
    weights_hint(share): "0 = telt niet mee. Wie van minder dan {share} van het gewicht bekend is, krijgt geen rang. Achter elk criterium staat van welk deel van de actieve klanten het bekend is." | "0 = does not count. Whoever is known for less than {share} of the weight gets no rank. Behind each criterion stands for which share of the active customers it is known.";
    known_for(share): "bekend: {share}" | "known: {share}";
    known_share: "Rang vanaf zoveel gewicht bekend" | "Ranked from this much weight known";
    pad_title: "Gekozen kern" | "Chosen core";
    pad_proposed: "Voorgestelde kern" | "Proposed core";
    pad_hint: "Sleep een klant uit de rangorde hierheen om hem te kiezen, of vink hem aan." | "Drag a customer from the ranking here to choose it, or tick its box.";
    pad_none: "Nog niemand." | "Nobody yet.";
    drop(name): "Haal {name} uit de kern" | "Take {name} out of the core";
    defend_title: "Wie verdedigt wie?" | "Who defends whom?";
    defend_hint: "Een accountmanager moet de plaats van een klant kunnen verdedigen. Zonder naam is er niemand die het doet." | "An account manager must be able to defend a customer’s place. Without a name nobody does.";
    defend_one: "één kernklant" | "one core customer";
    defend_many(count): "{count} kernklanten" | "{count} core customers";
    nobody: "Nog niemand" | "Nobody yet";
    to_plan: "Naar het plan" | "On to the plan";
    to_judge: "Beoordeel klanten op scherm" | "Judge customers on screen";
    profile_title: "Wat uw kernklanten gemeen hebben" | "What your core customers have in common";
    profile_title_proposed: "Wat de voorgestelde kernklanten gemeen hebben" | "What the proposed core customers have in common";
    profile_title_none: "Nog te weinig kernklanten om te vergelijken" | "Too few core customers yet to compare";
    /// (core, rest)
    profile_lede(core, rest): "{core} kernklanten tegenover {rest} andere actieve klanten; het sprekendste verschil bovenaan." | "{core} core customers against {rest} other active customers; the most telling difference first.";
    profile_lede_proposed(core, rest): "U koos nog niet, dus hier staat het voorstel: {core} klanten tegenover {rest} andere actieve klanten; het sprekendste verschil bovenaan." | "You have not chosen yet, so this is the proposal: {core} customers against {rest} other active customers; the most telling difference first.";
    profile_warning: "Een verschil is geen oorzaak: dat kernklanten vaker in een branche zitten, maakt een klant uit die branche nog geen kernklant. Groepen kleiner dan vijf worden niet vergeleken."
        | "A difference is not a cause: that core customers are more often in a sector does not make a customer from that sector a core customer. Groups smaller than five are not compared.";
    profile_none(count): "Kies er minstens {count}, met evenveel anderen; dan staat hier wat ze delen tegenover de rest." | "Choose at least {count}, with as many others; then this shows what they share against the rest.";
    profile_same: "Op wat de lijst weet, verschilt de kern niet van de rest." | "On what the list knows the core does not differ from the rest.";
    characteristic: "Kenmerk" | "Trait";
    difference: "Verschil" | "Difference";
    profile_chosen: "Kern (aantal)" | "Core (number)";
    profile_proposed: "Voorstel (aantal)" | "Proposal (number)";
    profile_rest: "Rest (aantal)" | "Rest (number)";
    prospects_title: "Prospects langs dit profiel" | "Prospects against this profile";
    prospects_hint: "Alleen kenmerken die niet uit kopen volgen: branche, plaats, potentieel, oordelen en eigen kolommen. Wie er op meer past, staat hoger; één van één zegt nog weinig." | "Only traits that do not follow from buying: sector, place, potential, judgements and own columns. Who fits on more stands higher; one of one says little yet.";
    prospects_none: "De lijst heeft geen prospects (kolom status), of van hen is niets bekend dat in het profiel staat." | "The list has no prospects (status column), or nothing of the profile is known of them.";
    prospect_fits: "Heeft" | "Has";
    prospect_share: "Past" | "Fits";
    /// (has, known)
    has_of(has, known): "{has} van {known}" | "{has} of {known}";
    profile_at_least: "Vergelijk groepen vanaf" | "Compare groups from";
    profile_difference: "Toon verschillen vanaf" | "Show differences from";
    to_prospects: "Bekijk het profiel en de prospects" | "See the profile and the prospects";
}
