//! Words of the review: what changed, who defends whom, what is still open.

words! {
    eyebrow: "Terugblik" | "Review";
    title(date): "Kijk op {date} opnieuw" | "Look again on {date}";
    lede: "Klanten veranderen, en u ook. Elk half jaar: wie stijgt, wie daalt, wie verdedigt wie?"
        | "Customers change, and so do you. Every six months: who rises, who falls, who defends whom?";
    months: "Maanden tot de volgende ronde" | "Months until the next round";
    ics: "Zet in de agenda (.ics)" | "Put in the calendar (.ics)";
    save_title: "Bewaar deze ronde" | "Save this round";
    save_text: "Antwoorden, notities, keuzes en redenen in één tabel, om te bewaren, te bespreken of de volgende keer naast de nieuwe lijst te leggen. Wat u hier invoerde staat alleen in deze pagina: sluit haar niet zonder dit bestand."
        | "Answers, notes, choices and reasons in one table, to keep, to discuss, or to put beside the new list next time. What you entered lives in this page only: do not close it without this file.";
    save: "Bewaar als tabel (CSV)" | "Save as a table (CSV)";
    moves_title: "Wat er veranderde sinds de vorige keer" | "What changed since last time";
    moves_none: "Heeft uw lijst een kolom met de vorige letter (A–D), dan staat hier wie steeg, daalde, nieuw is of verdween."
        | "If your list has a column with the previous letter (A–D), this shows who rose, fell, is new or gone.";
    promoted: "Gestegen" | "Promoted";
    demoted: "Gedaald" | "Demoted";
    held: "Gelijk" | "Held";
    new: "Nieuw" | "New";
    gone: "Zonder letter nu" | "No letter now";
    revenue: "Omzet" | "Revenue";
    defend_title: "Wie verdedigt welke kernklant?" | "Who defends which core customer?";
    defend_none: "Nog geen kernklanten gekozen." | "No core customers chosen yet.";
    defend_hint: "Een accountmanager moet de plaats van een klant kunnen verdedigen."
        | "An account manager must be able to defend a customer’s place.";
    reason_none: "volgens het voorstel" | "by the proposal";
    go: "Ga erheen" | "Go there";
    change: "Verandering" | "Change";
    before: "vorige keer" | "last time";
    moves_nobody: "Niemand steeg of daalde." | "Nobody rose or fell.";
    open_title: "Nog open" | "Still open";
    open_answers(count): "{count} in de eerste ronde zonder antwoord op de paniekvraag"
        | "{count} in the first round without an answer to the panic question";
    open_reasons_one: "Eén keuze zonder reden" | "One choice without a reason";
    open_reasons(count): "{count} keuzes zonder reden" | "{count} choices without a reason";
    open_needs(count): "{count} met te weinig gegevens voor een letter" | "{count} with too little data for a letter";
    open_nothing: "Niets: deze ronde is af." | "Nothing: this round is complete.";

    round_customer: "Klant" | "Customer";
    round_name: "Naam" | "Name";
    round_panic: "Paniek (0-5)" | "Panic (0-5)";
    round_sure: "Zekerheid (1-3)" | "Certainty (1-3)";
    round_sign(place): "Signaal {place}" | "Sign {place}";
    round_strategic: "Strategisch voor hen" | "Strategic for them";
    round_buys: "Waarom zij kopen" | "Why they buy";
    round_buys_not: "Waarom niet" | "Why not";
    round_note: "Notitie" | "Note";
    round_final: "Eindantwoord team (0-5)" | "Team’s final answer (0-5)";
    round_final_note: "Waarom dit eindantwoord" | "Why this final answer";
    round_core: "Kern" | "Core";
    round_reason: "Reden" | "Reason";
    round_level: "Niveau" | "Level";
    round_level_reason: "Reden niveau" | "Level reason";
    round_defends: "Verdedigt" | "Defends";
    round_called: "Gebeld" | "Called";
    round_next: "Volgend contact" | "Next contact";
}
