//! Words of the mutual-importance map.

words! {
    tab: "Wederzijds belang" | "Mutual importance";
    title_empty: "Wederzijds belang: de kaart wacht op antwoorden" | "Mutual importance: the map awaits answers";
    title_alarm(count): "Alarm: {count} die u hard nodig hebt, vervangen u zó" | "Alarm: {count} you badly need would replace you just like that";
    title_core(count): "{count}: waardevol, en zou u echt missen" | "{count}: valuable, and would really miss you";
    title_plain: "Wederzijds belang" | "Mutual importance";
    chart: "Waarde voor ons tegen paniek bij de klant" | "Value to us against panic at the customer";
    summary(answered, core, need, they, lighter): "Van {answered} met een antwoord: {core} kern, {need} wij hebben hen nodig, {they} zij hebben ons nodig, {lighter} lichter bedienen." | "Of {answered} with an answer: {core} core, {need} we need them, {they} they need us, {lighter} lighter service.";
    cut_value: "Grens waarde" | "Value cut";
    cut_panic: "Grens paniek" | "Panic cut";
    percentile: "percentiel" | "percentile";
    index: "index" | "index";
    do_core: "Koesteren: tijd, aandacht, afspraken op papier." | "Cherish: time, attention, agreements on paper.";
    do_we_need_them: "Het alarm dat niemand ziet: bel deze week, en vraag wat ons onvervangbaar zou maken." | "The alarm nobody sees: call this week and ask what would make us irreplaceable.";
    do_they_need_us: "Laat groeien, of vraag een prijs die past bij wat het hun waard is." | "Grow them, or ask a price that matches what it is worth to them.";
    do_lighter: "Vriendelijk en efficiënt: minder uren, vaste afspraken." | "Friendly and efficient: fewer hours, standard terms.";
    nobody_yet: "Nog niemand" | "Nobody yet";
    why_fields(value, panic): "Waardevol is een klant vanaf percentiel {value} van de waarde onder de actieve klanten; in paniek vanaf index {panic}. Beide grenzen kunt u verschuiven: sleep de lijn in de kaart, of gebruik de schuif of het vakje." | "A customer is valuable from percentile {value} of the value among active customers, and panics from index {panic}. You can move both cuts: drag the line in the map, or use the slider or the box.";
    why_index: "De index is het gemiddelde van ieders antwoord (paniek = 100, schouders = 0), of het eindantwoord van het team als dat er is. “Weet ik niet” telt niet mee." | "The index is the mean of everyone’s answer (panic = 100, shrugs = 0), or the team’s final answer where there is one. “Don’t know” does not count.";
    why_group: "Van wie zelf geen antwoord heeft, telt het antwoord over de branche of letter." | "For those without an answer of their own, the answer about their sector or letter counts.";
    region(x_from, x_to, y_from, y_to): "Waarde van {x_from} tot {x_to}, paniek van {y_from} tot {y_to}" | "Value from {x_from} to {x_to}, panic from {y_from} to {y_to}";
    table: "Klanten op de kaart" | "Customers on the map";
    field: "Veld" | "Field";
    customer: "Klant" | "Customer";
    value: "Waarde" | "Value";
    percent_value: "Waarde (percentiel)" | "Value (percentile)";
    panic_index: "Paniekindex" | "Panic index";
    owner: "Accountmanager" | "Account manager";
    everyone: "alle" | "all";
    search: "Zoek op naam" | "Search by name";
    alarm_title: "Wie u hard nodig hebt, maar u niet mist" | "Whom you badly need, but who would not miss you";
    alarm(count, value): "{count}, samen goed voor {value}: stopt u, dan zijn zij u zo vergeten. Dit ziet u in geen omzetlijst." | "{count}, together worth {value}: if you stopped, they would soon have forgotten you. No revenue list shows you this.";
    alarm_do_1: "Bel deze week, geen mailing: maak een afspraak bij de klant." | "Call this week, no mailing: make an appointment at the customer’s.";
    alarm_do_2: "Vraag wat ons onvervangbaar zou maken, en waarom een concurrent voldoet." | "Ask what would make us irreplaceable, and why a competitor would do.";
    alarm_do_3: "Spreek één ding af dat alleen u kunt leveren, en zet er een datum bij." | "Agree on one thing only you can deliver, with a date.";
    more(count): "en nog {count}" | "and {count} more";
    answer_first: "Beantwoord de vraag" | "Answer the question";
    to_map: "Bekijk de kaart groot, met de lijsten" | "See the map large, with its lists";
}
