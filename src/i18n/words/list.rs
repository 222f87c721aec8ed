//! Words of the intake report: the rows, the totals, what each column means, what needs a look, who look alike.

words! {
    /// (rows read, customers found), both with their nouns.
    report_title(rows, customers): "{rows} gelezen, {customers} gevonden" | "{rows} read, {customers} found";
    row_one: "rij" | "row";
    row_many: "rijen" | "rows";
    customer_one: "klant" | "customer";
    customer_many: "klanten" | "customers";
    equation: "Elke rij telt mee: rijen = klanten + samengevoegd + afgekeurd + weggelaten." | "Every row is accounted for: rows = customers + merged + rejected + left out.";
    rows: "Rijen" | "Rows";
    customers: "Klanten" | "Customers";
    merged: "Samengevoegd" | "Merged";
    rejected: "Afgekeurd" | "Rejected";
    left_out: "Weggelaten" | "Left out";
    checksum(file, analysis): "Totale omzet in uw bestand: {file} – in de analyse: {analysis}." | "Total revenue in your file: {file} – in the analysis: {analysis}.";
    checksum_equal: "De totalen zijn gelijk." | "The totals are equal.";
    first_finding(percent, customers): "Van deze omzet komt {percent}% van {customers}." | "{percent}% of this revenue comes from {customers}.";
    first_finding_why(percent): "De hoogste omzetten, opgeteld tot {percent}% van alle omzet boven nul. Wie dat zijn en hoe u hen behandelt, staat bij de volgende stappen." | "The highest revenues, added up to {percent}% of all revenue above zero. Who they are and how to treat them is in the next steps.";
    checksum_none: "Geen enkel bedrag in de omzetkolom is te lezen. Hieronder staat per cel waarom; een andere kolom kiest u bij de betekenissen." | "Not one amount in the revenue column can be read. Below is the reason by cell; choose another column at the meanings.";
    checksum_rejected(amount): "{amount} staat in afgekeurde rijen." | "{amount} stands in rejected rows.";
    checksum_left_out(amount): "{amount} staat in weggelaten rijen." | "{amount} stands in rows left out.";
    total_row_equal(amount): "De totaalrij in uw bestand zegt hetzelfde: {amount}." | "The total row in your file says the same: {amount}.";
    total_row_differs(amount, difference): "De totaalrij in uw bestand zegt {amount}: een verschil van {difference} met de rijen." | "The total row in your file says {amount}: {difference} off from its rows.";
    files_title: "Bestanden" | "Files";
    files_rows: "Rijen zijn doorgenummerd over de bestanden heen." | "Rows are numbered on from file to file.";
    file_customers(rows, customers, matched): "klantenlijst: {rows} rijen, {customers} klanten; {matched} ook in een ander bestand" | "customer list: {rows} rows, {customers} customers; {matched} in another file too";
    file_orders(rows, customers, matched): "orders: {rows} rijen van {customers} klanten; {matched} ook in een ander bestand" | "orders: {rows} rows of {customers} customers; {matched} in another file too";
    file_previous(rows, customers, matched): "vorig jaar: {rows} rijen, {customers} klanten; {matched} ook in een ander bestand" | "year before: {rows} rows, {customers} customers; {matched} in another file too";
    file_older(rows, customers, matched): "ouder jaar, telt niet mee in de omzet: {rows} rijen, {customers} klanten; {matched} ook in een ander bestand" | "older year, not in the revenue: {rows} rows, {customers} customers; {matched} in another file too";
    sheet_of(file): "Werkblad van {file}" | "Sheet of {file}";
    row_is: "Eén rij is" | "One row is";
    row_is_customer: "een klant" | "a customer";
    row_is_order: "een order" | "an order";
    row_is_line: "een orderregel" | "an order line";
    row_is_open: "Er is geen ordernummer: zeg wat één rij is. Tot dan telt elke dag met aankopen als één order." | "There is no order number: say what one row is. Until then every day with purchases counts as one order.";
    row_is_by_number: "Orders zijn geteld op ordernummer; wat op één dag is gekocht, is één koopmoment." | "Orders are counted by order number; what was bought on one day is one purchase.";
    reference(date): "Peildatum van de analyse: {date}." | "Reference date of the analysis: {date}.";
    by_group: "Tel de klanten van één concern op tot één klant" | "Add up the customers of one group to one customer";

    questions_title: "Dit kunnen alleen u en uw lijst weten" | "Only you can know this";
    /// (column, example)
    number_question(column, example): "“{column}”: is {example} een duizendtal?" | "“{column}”: is {example} in thousands?";
    number_hint: "Geen enkele andere cel in de kolom laat het zien. Tot u kiest lezen we het als duizendtal." | "No other cell of the column tells. Until you choose we read it as thousands.";
    /// (column, example)
    date_question(column, example): "“{column}”: wat staat voorop in {example}?" | "“{column}”: what comes first in {example}?";
    date_hint: "Geen enkele datum in de kolom laat het zien. Tot u kiest lezen we de dag eerst." | "No date of the column tells. Until you choose we read the day first.";
    day_first: "de dag" | "the day";
    month_first: "de maand" | "the month";

    mapping_title: "Wat betekent elke kolom?" | "What does each column mean?";
    mapping_hint: "Dit is een voorstel. Kies een andere betekenis, of sleep de kolom erop, en alles wordt meteen opnieuw berekend. Kolommen zonder betekenis blijven bruikbaar in succesfactoren en filters." | "This is a proposal. Choose another meaning, or drag the column onto it, and everything is computed again at once. Columns without a meaning stay available in success factors and filters.";
    mapping_onto: "Laat de kolom los op wat zij betekent" | "Drop the column on what it means";
    column: "Kolom in uw lijst" | "Column in your list";
    samples: "Voorbeelden" | "Examples";
    meaning: "Betekenis" | "Meaning";
    how_sure: "Hoe zeker" | "How sure";
    unused: "niet gebruikt" | "not used";
    chosen: "door u gekozen" | "chosen by you";
    part_of(whole): "opgeteld bij: {whole}" | "added to: {whole}";
    by_header(percent): "aan de kop, {percent}" | "by its header, {percent}";
    by_values(percent): "aan de waarden, {percent}" | "by its values, {percent}";

    problems_title(count): "{count} om na te kijken" | "{count} to check";
    problem_one: "punt" | "point";
    problem_many: "punten" | "points";
    problems_none: "Niets om na te kijken: elke cel is begrepen." | "Nothing to check: every cell was understood.";
    /// (kind of problem, how many)
    group(kind, count): "{kind} ({count})" | "{kind} ({count})";
    row: "Rij" | "Row";
    what: "Wat is er" | "What";
    mend: "Wat er moet staan" | "What should stand there";
    /// (row, column)
    mend_label(row, column): "Wat er moet staan in rij {row}, kolom {column}" | "What should stand in row {row}, column {column}";
    to_do: "Of" | "Or";
    leave_out: "Laat deze rij weg" | "Leave this row out";
    put_back: "Neem deze rij weer mee" | "Take this row back in";
    was: "Er stond" | "It said";
    mended_title: "Door u verbeterde cellen" | "Cells you mended";
    mended_undo: "Terug naar het bestand" | "Back to the file";
    rows_out_title: "Rijen die niet meetellen" | "Rows that do not count";
    reason: "Reden" | "Reason";
    as_it_was: "Zoals hij in het bestand staat" | "As it stands in the file";
    download_problems: "Download alle meldingen (CSV)" | "Download all messages (CSV)";
    download_rejected: "Download afgekeurde en weggelaten rijen (CSV)" | "Download rejected and left-out rows (CSV)";

    alike_title(count): "{count} lijken op elkaar" | "{count} look alike";
    pair_one: "paar klanten" | "pair of customers";
    pair_many: "paren klanten" | "pairs of customers";
    alike_hint: "De namen zijn gelijk als u hoofdletters, accenten, leestekens en de rechtsvorm weglaat. Er wordt niets samengevoegd voordat u het zegt." | "The names are equal without capitals, accents, signs and legal form. Nothing is merged before you say so.";
    alike_first: "Klant" | "Customer";
    alike_second: "Lijkt op" | "Looks like";
    alike_where: "Plaats" | "Place";
    alike_amount: "Omzet" | "Revenue";
    same_place: "zelfde plaats" | "same place";
    other_place: "andere plaats" | "another place";
    same: "Dezelfde klant" | "The same customer";
    different: "Twee klanten" | "Two customers";
    judged_title: "Al beoordeeld" | "Already judged";
    /// (key, key)
    judged_same(first, second): "{second} hoort bij {first}" | "{second} belongs to {first}";
    judged_apart(first, second): "{first} en {second} zijn twee klanten" | "{first} and {second} are two customers";
    judge_again: "Beoordeel opnieuw" | "Judge again";

    more_title: "Wat meer gegevens zouden toevoegen" | "What more data would add";
}
