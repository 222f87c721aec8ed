//! Words of white space: what peers buy and a customer does not.

words! {
    title(customers, groups): "{customers} ⟨koopt|kopen⟩ iets niet wat branchegenoten wel kopen; het vaakst {groups}" | "{customers} ⟨does|do⟩ not buy what most of their sector does; most often {groups}";
    title_below(customers): "{customers} ⟨koopt|kopen⟩ duidelijk minder dan branchegenoten" | "{customers} ⟨buys|buy⟩ clearly less than others in their sector";
    title_none: "Er zijn geen witte vlekken te zien" | "There is no white space to see";
    lead: "Wat koopt de meerderheid van de branche wel en deze klant niet? En wie koopt van alles veel minder dan vergelijkbare klanten? Het antwoord is een gespreksonderwerp, geen verwijt." | "What does most of the sector buy and this customer not? And who buys far less than similar customers? The answer is something to talk about, no reproach.";
    needs_sector: "Voeg een kolom “branche” toe: zonder branche is er niemand om mee te vergelijken." | "Add a column “sector”: without it there is nobody to compare with.";
    needs_group: "Voeg per klant of per orderregel een productgroep toe, dan ziet u ook wat een klant niet koopt." | "Add a product group by customer or order line, and you also see what a customer does not buy.";
    needs_peers: "Elke branche heeft hier minder dan zes actieve klanten; daar valt niets uit te lezen." | "Every sector has fewer than six active customers here; nothing can be read from that.";
    chart: "Witte vlekken per productgroep" | "White space by product group";
    chart_summary(group, customers): "{group} ontbreekt het vaakst: bij {customers}." | "{group} is missing most often: for {customers}.";
    group: "Productgroep" | "Product group";
    missing_for: "ontbreekt bij" | "missing for";
    gaps: "Wat ontbreekt, per klant" | "What is missing, by customer";
    product_groups: "Koopt nog niet" | "Does not buy yet";
    sector: "Branche" | "Sector";
    peers: "Branchegenoten die het kopen" | "Others in the sector who buy it";
    why_gap(group, share, peers, sector): "{group}: gekocht door {share} van de {peers} andere actieve klanten in {sector}." | "{group}: bought by {share} of the {peers} other active customers in {sector}.";
    below: "Koopt duidelijk minder dan de branche" | "Buys clearly less than the sector";
    median: "Mediaan van de branche" | "Median of the sector";
    distance: "Verschil" | "Difference";
    why_below(value, median, sector, peers): "{value} tegen een mediaan van {median} in {sector}, met {peers} branchegenoten." | "{value} against a median of {median} in {sector}, with {peers} others.";
    why_rule(share): "Een witte vlek: minstens {share} van de andere actieve klanten in de branche koopt de productgroep, deze klant niet. Branches met minder dan vijf anderen tellen niet." | "White space: at least {share} of the other active customers in the sector buy the product group, this one does not. Sectors with fewer than five others do not count.";
    why_rule_below(share): "Duidelijk minder: de waarde is kleiner dan {share} van de mediaan van de branche." | "Clearly less: the value is below {share} of the median of the sector.";
    source: "Bron: “Aankoopsignalen zichtbaar maken”." | "Source: “Aankoopsignalen zichtbaar maken”.";
    next_first(name, groups): "Begin bij {name}: vraag waar zij {groups} nu kopen, en waarom." | "Start with {name}: ask where they buy {groups} now, and why.";
    next_group(group, customers): "{group}: maak er één verhaal van voor {customers}, met een klant uit de eigen branche als voorbeeld." | "{group}: make it one story for {customers}, with a customer of their own sector as the example.";
    next_below(names): "Kijk bij {names} of zij klein zijn of elders kopen; alleen het tweede is een kans." | "See whether {names} are small or buy elsewhere; only the second is a chance.";
    set_peers: "Witte vlek: gekocht door minstens" | "White space: bought by at least";
    set_below: "Duidelijk minder: onder dit deel van de mediaan" | "Clearly less: below this share of the median";
    to_pearls: "Naar de parels" | "To the pearls";
}
