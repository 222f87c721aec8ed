//! Words of how a file was read, and of reading it differently.

words! {
    title: "Zo is uw bestand gelezen" | "How your file was read";
    hint: "Klopt er iets niet? Kies hieronder iets anders: de eerste rijen laten meteen zien wat dat doet. Ongedaan maken kan altijd." | "Is something wrong? Choose something else below: the first rows show at once what it does. You can always undo.";
    encoding: "Tekenset" | "Encoding";
    delimiter: "Scheidingsteken" | "Delimiter";
    quote: "Aanhalingsteken" | "Quote";
    header: "Kolomkoppen" | "Headings";
    sheet: "Werkblad" | "Sheet";
    day_order: "Dag en maand" | "Day and month";
    decimals: "Decimaalteken per kolom" | "Decimal sign per column";
    decimal_of(column): "Decimaalteken van {column}" | "Decimal sign of {column}";
    detected(what): "Automatisch: {what}" | "Automatic: {what}";
    automatic: "Automatisch" | "Automatic";
    by_mark: "Het bestand begint met een merkteken van deze tekenset." | "The file begins with a mark of this encoding.";
    by_validity: "Alle tekens kloppen in deze tekenset." | "All characters are valid in this encoding.";
    by_zeroes: "Dat blijkt uit het patroon van de nullen in het bestand." | "The pattern of the zeroes in the file tells so.";
    by_letters: "Geen UTF-8; met deze tekenset komen er de waarschijnlijkste letters uit." | "Not UTF-8; this encoding gives the likeliest letters.";
    by_choice: "Door u gekozen." | "Chosen by you.";
    by_declaration: "Het bestand zegt het zelf." | "The file itself says so.";
    by_format: "Dat ligt vast in dit soort bestanden." | "This kind of file leaves no choice.";
    rows_fit(fitting, rows, cells): "{fitting} van de {rows} rijen hebben {cells} cellen." | "{fitting} of the {rows} rows have {cells} cells.";
    one_column: "De rijen hebben één cel." | "The rows have one cell.";
    quote_hint: "Staat rond cellen met een scheidingsteken of een nieuwe regel erin." | "Stands around cells with a delimiter or a line end in them.";
    backslash_hint: "Een backslash ervoor maakt er een gewoon teken van." | "A backslash before it makes it a plain character.";
    header_row(row): "rij {row}" | "row {row}";
    header_none: "geen, de eerste rij is al een klant" | "none, the first row is a customer already";
    header_hint(above): "Erboven staan {above} rijen die niet bij de lijst horen." | "The {above} rows above it do not belong to the list.";
    header_first: "De eerste rij benoemt de kolommen." | "The first row names the columns.";
    header_without: "Geen rij benoemt de kolommen: ze heten 1, 2, 3 …" | "No row names the columns: they are called 1, 2, 3 …";
    day_first: "dag eerst: 31-12" | "day first: 31-12";
    month_first: "maand eerst: 12/31" | "month first: 12/31";
    day_hint: "Geldt alleen waar de getallen het openlaten, zoals 03-04-2025." | "Only where the numbers leave it open, as in 03/04/2025.";
    comma: "komma: 1.234,56" | "comma: 1.234,56";
    point: "punt: 1,234.56" | "point: 1,234.56";
    examples(cells): "In de kolom: {cells}" | "In the column: {cells}";
    tab: "tab" | "tab";
    blank: "spatie" | "space";
    no_delimiter: "geen, één kolom" | "none, one column";
    differently: "Anders lezen" | "Read it differently";
    preview: "De eerste rijen zoals gelezen" | "The first rows as read";
    row: "Rij" | "Row";
    summary(encoding, delimiter, header): "Tekenset {encoding}; scheidingsteken {delimiter}; kolomkoppen: {header}." | "Encoding {encoding}; delimiter {delimiter}; headings: {header}.";
}
