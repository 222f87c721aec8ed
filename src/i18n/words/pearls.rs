//! Words of the pearls in the Pareto and their call list.

words! {
    title(customers, room): "{customers} ⟨is een parel|zijn parels⟩: {room} groeiruimte" | "{customers} ⟨is a pearl|are pearls⟩: {room} of room to grow";
    title_judged(customers): "{customers} ⟨is een parel|zijn parels⟩: nog klein, met kans om te groeien" | "{customers} ⟨is a pearl|are pearls⟩: still small, and able to grow";
    title_none: "Er zijn geen parels in deze lijst" | "There are no pearls in this list";
    title_potential: "Om parels te vinden is potentieel of een cijfer voor groei nodig" | "To find pearls, potential or a score for growth is needed";
    lead: "Een parel staat buiten de top, heeft ruimte om te groeien, een goede marge, betaalt op tijd en vraagt gewone voorwaarden." | "A pearl is outside the top, has room to grow, a good margin, pays on time and asks for ordinary terms.";
    needs: "Zonder potentieel zou iedere kleine klant een parel kunnen zijn; dat zegt niets. Vul potentieel in, of geef groei een cijfer van 1 tot 5, bij Keuze." | "Without potential every small customer could be a pearl; that says nothing. Enter potential, or score growth from 1 to 5, under Choice.";
    none_text: "Niemand haalt alle toetsen. Bij wie één toets onbekend is, staat hieronder wat er ontbreekt." | "Nobody passes all tests. For those with a test unknown, what is missing stands below.";
    chart: "Groeiruimte van de parels" | "Room to grow of the pearls";
    chart_summary(first, room, count): "{first} heeft de meeste ruimte: {room}. Parels in deze lijst: {count}." | "{first} has the most room: {room}. Pearls in this list: {count}.";
    pearl: "Parel" | "Pearl";
    call_list: "Bellijst: pak de telefoon en maak een afspraak" | "Call list: pick up the phone and make an appointment";
    call_hint: "Geen mailing. Eén gesprek, over de klant. Ook een nee is een resultaat." | "No mailing. One conversation, about the customer. A no is a result, too.";
    room: "Groeiruimte" | "Room to grow";
    margin_rate: "Marge" | "Margin rate";
    contact: "Contact" | "Contact";
    talk: "Waarover" | "What about";
    talk_room(room): "wat zij nu elders voor {room} kopen" | "what they buy elsewhere now for {room}";
    talk_judged: "waar zij heen groeien, en wat zij daarvoor nodig hebben" | "where they are growing, and what they need for it";
    talk_groups(groups): "vaak gekocht door vergelijkbare klanten: {groups}" | "often bought by similar customers: {groups}";
    candidates: "Wie een parel zou kunnen zijn" | "Who could be a pearl";
    candidates_hint: "Bij deze klanten ontbreekt een gegeven; wat wel bekend is, spreekt hen niet tegen." | "For these customers a figure is missing; what is known does not speak against them.";
    missing: "Wat ontbreekt" | "What is missing";
    test_outside: "buiten de top" | "outside the top";
    test_room: "veel ruimte" | "much room";
    test_margin: "marge vanaf de mediaan" | "margin from the median up";
    test_on_time: "betaalt op tijd" | "pays on time";
    test_terms: "gewone voorwaarden" | "ordinary terms";
    beyond(most): "Haalt alle toetsen, maar {most} anderen hebben meer ruimte." | "Passes all tests, but {most} others have more room.";
    why_outside(percent): "Buiten de eerste {percent}% naar waarde: de top kent u al." | "Outside the first {percent}% by value: you know the top already.";
    why_room(percent, cut): "Ruimte bij de hoogste {percent}% van die rest (boven {cut}), of een hoog cijfer voor groei." | "Room among the highest {percent}% of that rest (above {cut}), or a high score for growth.";
    why_rest(term): "Marge vanaf de mediaan, betaalt op tijd, en als het bekend is een betaaltermijn tot {term} dagen en gewone leveringsvoorwaarden." | "Margin from the median up, pays on time, and where known a payment term up to {term} days and ordinary delivery terms.";
    why_most(most): "Hoogstens {most}, die met de meeste ruimte eerst: meer belt niemand." | "At most {most}, those with the most room first: nobody calls more.";
    source: "Bron: “Parels in je Pareto”." | "Source: “Parels in je Pareto”.";
    next_call(names): "Bel deze week {names}. Vraag een afspraak van een half uur, geen order." | "Call {names} this week. Ask for half an hour, not for an order.";
    next_no: "Noteer elk antwoord: afspraak, later, nee. Wie later zegt, krijgt een datum." | "Note every answer: appointment, later, no. Whoever says later gets a date.";
    next_level: "Geef een parel die ja zegt tijdelijk het niveau van een B, en kijk na een half jaar wat het bracht." | "Give a pearl that says yes the level of a B for a while, and see after half a year what it brought.";
    to_growth: "Naar de groeimatrix" | "To the growth matrix";
    set_outside: "Buiten de hoogste … naar waarde" | "Outside the highest … by value";
    set_room: "Ruimte bij de hoogste … van de rest" | "Room among the highest … of the rest";
    set_growth: "Of een cijfer voor groei vanaf" | "Or a score for growth from";
    set_term: "Betaaltermijn hoogstens" | "Payment term at most";
    set_most: "Hoogstens" | "At most";
}
