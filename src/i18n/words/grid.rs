//! Words of the grid of customers and of the column statistics.

words! {
    title: "Alle klanten" | "All customers";
    hint: "Sorteer op een kolomkop, zoek in elke tekst, of toon een deel. Dit is hoe de lijst is gelezen; bedragen en datums staan er als bedrag en datum." | "Sort by a heading, search any text, or show a part. This is how the list was read; amounts and dates stand here as amounts and dates.";
    search: "Zoek in de klanten" | "Search the customers";
    filter: "Toon" | "Show";
    all: "alle klanten" | "all customers";
    empty_part: "leeg" | "empty";
    as_pages: "Als gewone tabel" | "As a plain table";
    as_grid: "Als doorlopend raster" | "As a scrolling grid";
    previous: "Vorige" | "Previous";
    next: "Volgende" | "Next";
    none: "Geen klant voldoet hieraan." | "No customer matches.";
    help: "Met de pijltjestoetsen gaat u van cel naar cel, met Page Up en Page Down een scherm verder, met Home en End naar het begin en het einde van de rij, met Ctrl erbij van de lijst." | "The arrow keys go from cell to cell, Page Up and Page Down a screenful, Home and End to the ends of the row, with Ctrl to the ends of the list.";
    matches(all): "{all} klanten" | "{all} customers";
    rows(from, to, all): "{from}–{to} van {all} klanten" | "{from}–{to} of {all} customers";
    statistics: "De kolommen in cijfers" | "The columns in figures";
    column: "Kolom" | "Column";
    filled: "Gevuld" | "Filled";
    missing: "Leeg" | "Empty";
    distinct: "Verschillend" | "Distinct";
    smallest: "Kleinste" | "Smallest";
    median: "Middelste" | "Median";
    largest: "Grootste" | "Largest";
    sum: "Totaal" | "Total";
    spread: "Verdeling" | "Spread";
    busy: "De kolommen worden nog doorgerekend." | "The columns are still being computed.";
    yes: "ja" | "yes";
    no: "nee" | "no";
}
