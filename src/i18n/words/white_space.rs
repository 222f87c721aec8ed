//! Words of white space: what peers buy and a customer does not.

words! {
    title(customers, groups): "{customers} ⟨koopt|kopen⟩ iets niet wat de meeste vergelijkbare klanten wel kopen; het vaakst {groups}" | "{customers} ⟨does|do⟩ not buy what most similar customers do; most often {groups}";
    title_below(customers): "{customers} ⟨koopt|kopen⟩ duidelijk minder dan branchegenoten" | "{customers} ⟨buys|buy⟩ clearly less than others in their sector";
    title_none: "Er zijn geen witte vlekken te zien" | "There is no white space to see";
    lead: "Wat koopt de meerderheid van de branche wel en deze klant niet? En wie koopt van alles veel minder dan vergelijkbare klanten? Het antwoord is een gespreksonderwerp, geen verwijt." | "What does most of the sector buy and this customer not? And who buys far less than similar customers? The answer is something to talk about, no reproach.";
    needs_sector: "Voeg een kolom “branche” toe: zonder branche wordt ieder met alle actieve klanten vergeleken." | "Add a column “sector”: without it everyone is compared with all active customers.";
    needs_group: "Voeg per klant of per orderregel een productgroep toe, dan ziet u ook wat een klant niet koopt." | "Add a product group by customer or order line, and you also see what a customer does not buy.";
    needs_peers: "Niemand mist iets wat de meeste vergelijkbare klanten kopen, of er zijn te weinig klanten om te vergelijken." | "Nobody lacks what most similar customers buy, or there are too few customers to compare with.";
    chart: "Witte vlekken per productgroep" | "White space by product group";
    chart_summary(group, customers): "{group} ontbreekt het vaakst: bij {customers}." | "{group} is missing most often: for {customers}.";
    group: "Productgroep" | "Product group";
    missing_for: "ontbreekt bij" | "missing for";
    gaps: "Wat ontbreekt, per klant" | "What is missing, by customer";
    product_groups: "Koopt nog niet" | "Does not buy yet";
    sector: "Branche" | "Sector";
    peers: "Vergelijkbare klanten die het kopen" | "Similar customers who buy it";
    all: "alle branches" | "all sectors";
    why_gap(group, share, peers, sector): "{group}: gekocht door {share} van de {peers} andere actieve klanten ({sector})." | "{group}: bought by {share} of the {peers} other active customers ({sector}).";
    below: "Koopt duidelijk minder dan de branche" | "Buys clearly less than the sector";
    median: "Mediaan van de branche" | "Median of the sector";
    distance: "Verschil" | "Difference";
    why_below(revenue, median, sector, peers): "Omzet {revenue} tegen een mediaan van {median} in {sector}, met {peers} branchegenoten." | "Revenue {revenue} against a median of {median} in {sector}, with {peers} others.";
    why_rule(share, least): "Een witte vlek: minstens {share} van de andere actieve klanten in de branche koopt de productgroep, deze klant niet. Zijn er minder dan {least} branchegenoten, of is de branche onbekend, dan tellen alle actieve klanten." | "White space: at least {share} of the other active customers in the sector buy the product group, this one does not. With fewer than {least} others in the sector, or an unknown sector, all active customers count.";
    why_rule_below(share): "Duidelijk minder: de omzet is kleiner dan {share} van de mediaan van de branche. Wie geen omzet of een negatieve bijdrage heeft, of vermoeiend is, staat er niet bij." | "Clearly less: revenue is below {share} of the median of the sector. Customers without revenue, with a negative contribution or tiring ones are left out.";
    source: "Bron: “Aankoopsignalen zichtbaar maken”." | "Source: “Aankoopsignalen zichtbaar maken”.";
    next_first(name, groups): "Begin bij {name}: vraag waar zij {groups} nu kopen, en waarom." | "Start with {name}: ask where they buy {groups} now, and why.";
    next_group(group, customers): "{group}: maak er één verhaal van voor {customers}, met een klant uit de eigen branche als voorbeeld." | "{group}: make it one story for {customers}, with a customer of their own sector as the example.";
    next_below(names): "Kijk bij {names} of zij klein zijn of elders kopen; alleen het tweede is een kans." | "See whether {names} are small or buy elsewhere; only the second is a chance.";
    set_peers: "Witte vlek: gekocht door minstens" | "White space: bought by at least";
    set_least: "Branchegenoten: minstens" | "Others in the sector: at least";
    set_below: "Duidelijk minder: onder dit deel van de mediaan" | "Clearly less: below this share of the median";
    to_pearls: "Naar de parels" | "To the pearls";
}
