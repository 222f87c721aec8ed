//! Words of the sheets about how value is spread: Pareto, whale curve, pyramid, ABC.

words! {
    /// (customers, share, measure)
    pareto_title(customers, share, measure): "Uw beste {customers} ⟨brengt|brengen⟩ {share} van de {measure}" | "Your best {customers} ⟨brings|bring⟩ {share} of the {measure}";
    pareto_small(customers): "{customers}: klein genoeg voor een rangorde in plaats van percentages" | "{customers}: few enough for a ranking instead of percentages";
    pareto_none: "Zonder bedragen is er geen verdeling te zien" | "Without amounts there is no distribution to see";
    pareto_none_text: "Voeg een kolom met omzet of marge toe, of beoordeel de klanten in de volgende stappen." | "Add a column with revenue or margin, or judge the customers in the next steps.";
    pareto_lead: "De 20/80-regel wordt hier gemeten, niet aangenomen. Hoe schever de verdeling, hoe meer er van weinigen afhangt." | "The 20/80 rule is measured here, not assumed. The more uneven the distribution, the more depends on a few.";
    pareto_chart(measure): "Cumulatief aandeel in de {measure}, beste klant eerst" | "Cumulative share of {measure}, best customer first";
    /// (top customers, share, customers for 80, percent, all)
    pareto_summary(top, share, count, percent, all, measure): "De beste {top}: {share} van de {measure}. Nodig voor {percent}: {count} van de {all}." | "The best {top}: {share} of the {measure}. Needed for {percent}: {count} of {all}.";
    top_label(percent): "Aandeel van de beste {percent}" | "Share of the best {percent}";
    hold_label(percent): "Klanten voor {percent}" | "Customers for {percent}";
    gini: "Gini (scheefheid)" | "Gini (concentration)";
    largest: "Grootste klant" | "Largest customer";
    few(count): "Grootste {count} samen" | "Largest {count} together";
    why_top(count, all, sum, total, measure): "De eerste {count} van {all} met {measure} boven nul: {sum} van {total}." | "The first {count} of {all} with {measure} above zero: {sum} of {total}.";
    why_hold(percent, count, all, share): "Het kleinste aantal dat samen minstens {percent} heeft: {count} van {all}, dat is {share}." | "The smallest number that has at least {percent} together: {count} of {all}, that is {share}.";
    why_gini(measure): "0 = ieder evenveel, 1 = één klant heeft alles. Berekend over klanten met {measure} boven nul: G = 2·Σ(i·x)/(n·Σx) − (n+1)/n." | "0 = all equal, 1 = one customer has everything. Computed over customers with {measure} above zero: G = 2·Σ(i·x)/(n·Σx) − (n+1)/n.";
    why_outside(count, sum, measure): "{count} met {measure} nul of lager ⟨({sum}) staat|({sum}) staan⟩ buiten dit cijfer, niet buiten de lijst." | "{count} with {measure} of zero or less ({sum}) are outside this figure, not outside the list.";
    why_unknown(count, measure): "Van {count} is de {measure} onbekend; ook ⟨die telt|zij tellen⟩ hier niet mee." | "The {measure} of {count} is unknown; they do not count here either.";
    why_tie(measure): "Op de grens staan klanten met precies dezelfde {measure}; wie eerst komt volgt uit nummer, naam en rij." | "Customers with exactly the same {measure} stand on the border; number, name and row decide who comes first.";
    /// (how many, what they hold together)
    first(customers): "De beste {customers}" | "The best {customers}";
    warn_largest(name, share, measure): "{name} is {share} van de {measure}. Valt die klant weg, dan raakt dat de firma." | "{name} is {share} of the {measure}. Losing this customer would hurt the firm.";
    warn_few(count, share, measure): "De {count} grootste zijn samen {share} van de {measure}." | "The {count} largest are {share} of the {measure} together.";
    measure: "Waarde is" | "Value is";
    measure_automatic: "automatisch" | "automatic";
    measure_revenue: "omzet" | "revenue";
    measure_margin: "marge" | "margin";
    measure_contribution: "bijdrage" | "contribution";
    /// (the measure of the ranking, of the curve)
    measure_now(value, curve): "Nu: {value} voor de rangorde, {curve} voor de verdeling." | "Now: {value} for the ranking, {curve} for the distribution.";
    measure_why(share): "Automatisch: bijdrage (marge min bedieningskosten) als die van {share} van de actieve klanten bekend is, anders marge, anders omzet. De verdeling gaat over netto-omzet, tenzij u hier zelf kiest." | "Automatic: contribution (margin minus cost to serve) when known for {share} of the active customers, else margin, else revenue. The distribution is on net revenue unless you choose here.";
    cumulative: "Samen" | "Together";
    next_largest(name): "Spreek met {name} af wat er nodig is om nog jaren te blijven, en leg vast wie daarvoor zorgt." | "Agree with {name} on what it takes to stay for years, and name who sees to it.";
    next_hold(count, measure): "Geef elk van de {count} die samen de meeste {measure} hebben een vaste contactpersoon." | "Give each of the {count} who hold most of the {measure} a fixed contact person.";
    next_grow: "Wilt u minder afhankelijk worden? Zoek groei bij klanten net buiten de top, niet bij de grootste." | "Want to depend less on a few? Look for growth just outside the top, not with the largest.";
    next_fit: "Grootte is nog geen kern: kijk op het blad Letters wie ook echt bij u past." | "Size does not make a core customer: see under Letters who really fits you.";
    set_measure_share: "Maat gebruiken als bekend van" | "Use a measure when known for";
    set_top: "“De beste …” zijn" | "“The best …” are";
    set_hold: "“Klanten voor …”" | "“Customers for …”";
    set_few: "Aantal grootste voor de waarschuwing" | "Number of largest for the warning";
    set_warn_largest: "Waarschuw als de grootste meer heeft dan" | "Warn when the largest has more than";
    set_warn_few: "Waarschuw als de grootste paar meer hebben dan" | "Warn when the largest few have more than";
    /// Whale: (customers, share, losing, cost)
    whale_title(best, share, measure, losing, cost): "De beste {best} ⟨verdient|verdienen⟩ {share} van uw {measure}; {losing} ⟨kost|kosten⟩ {cost}" | "The best {best} ⟨earns|earn⟩ {share} of your {measure}; {losing} ⟨costs|cost⟩ {cost}";
    whale_title_gain(best): "Geen klant kost u geld: alle {best} dragen bij" | "No customer costs you money: all {best} contribute";
    whale_title_loss(best, peak, total): "{best} ⟨verdient|verdienen⟩ {peak}, maar samen blijft er {total} over" | "{best} ⟨earns|earn⟩ {peak}, but together {total} remains";
    whale_none: "Zonder marge is niet te zien wie geld kost" | "Without margins nobody can see who costs money";
    whale_none_text: "Omzet zegt niet wie er geld brengt. Met een kolom marge (en liefst bedieningskosten) ziet u welke klanten verdienen wat andere kosten." | "Revenue does not tell who brings money. With a margin column (ideally cost to serve, too) you see which customers earn what others cost.";
    whale_lead: "Klanten naast elkaar, beste eerst. De lijn stijgt zolang klanten geld opleveren en daalt waar ze geld kosten." | "Customers side by side, best first. The line rises while customers earn money and falls where they cost money.";
    whale_chart(measure): "Cumulatieve {measure}, beste klant eerst" | "Cumulative {measure}, best customer first";
    whale_summary(best, peak, losing, loss, total): "De top ligt bij {best}: {peak}. Daarna: {losing}, samen {loss} verlies; er blijft {total} over." | "The peak is at {best}: {peak}. After that: {losing}, {loss} of loss together; {total} remains.";
    whale_peak: "Top van de curve" | "Peak of the curve";
    whale_peak_at(customers): "top na {customers}" | "peak after {customers}";
    whale_total: "iedereen samen" | "everyone together";
    whale_losing: "Klanten die geld kosten" | "Customers who cost money";
    whale_loss: "Wat zij kosten" | "What they cost";
    whale_x: "aandeel van de klanten" | "share of customers";
    why_whale(measure): "Klanten op volgorde van {measure}, hoogste eerst, steeds opgeteld. De top is waar de laatste klant met een bedrag boven nul staat." | "Customers in order of {measure}, highest first, added up. The peak is where the last customer with an amount above zero stands.";
    why_whale_contribution: "Bijdrage = marge min bedieningskosten." | "Contribution = margin minus cost to serve.";
    why_whale_margin: "De bedieningskosten zijn van te weinig klanten bekend, daarom staat hier de marge." | "The cost to serve is known for too few customers, so this is the margin.";
    why_whale_unknown(count): "Van {count} is dit onbekend; ⟨die staat|zij staan⟩ er niet in." | "It is unknown for {count}; they are not in it.";
    loss_filter: "Kost geld" | "Costs money";
    gain_filter: "Levert geld op" | "Earns money";
    whale_next_service: "Er bestaan geen verlieslatende klanten, alleen verlieslatende diensten: bekijk per klant eerst een goedkoper serviceniveau of een hogere prijs." | "There are no loss-making customers, only loss-making service: look per customer at a cheaper service level or a higher price first.";
    whale_next_best(names): "Koester wie het verdient: {names}." | "Cherish those who earn it: {names}.";
    whale_next_margin: "Vul de bedieningskosten aan: uren, bezoeken en spoedleveringen maken het verschil." | "Add the cost to serve: hours, visits and rush deliveries make the difference.";
    to_profiteers: "Naar de uitwegen per klant" | "To the ways out per customer";
    /// Pyramid: (customers, share)
    pyramid_title(customers, share): "De top van de piramide, {customers}, brengt {share}" | "The top of the pyramid, {customers}, brings {share}";
    pyramid_title_small(customers): "{customers} boven de lijn: te weinig voor aandelen per laag" | "{customers} above the line: too few for shares by layer";
    pyramid_none: "Zonder bedragen is er geen piramide te bouwen" | "Without amounts there is no pyramid to build";
    pyramid_lead: "De klantenpiramide van Curry: klanten met omzet in de periode, in vier lagen. Daarnaast de norm uit de literatuur." | "Curry's customer pyramid: customers with value in the period, in four layers, beside the norm of the literature.";
    pyramid_chart(measure): "Aandeel in de {measure} per laag, naast de norm" | "Share of {measure} by layer, beside the norm";
    pyramid_summary(top, large, medium, small): "Top {top}, groot {large}, middelgroot {medium}, klein {small}. De norm: 40, 25, 15 en 20%." | "Top {top}, large {large}, medium {medium}, small {small}. The norm: 40, 25, 15 and 20%.";
    layer: "Laag (piramide)" | "Layer (pyramid)";
    layer_top: "Top" | "Top";
    layer_large: "Groot" | "Large";
    layer_medium: "Middelgroot" | "Medium";
    layer_small: "Klein" | "Small";
    layer_inactive: "Inactief" | "Inactive";
    layer_prospects: "Prospects" | "Prospects";
    norm: "Norm" | "Norm";
    against_norm: "Verschil" | "Difference";
    yours: "uw lijst" | "your list";
    least: "Vanaf" | "From";
    customers: "Klanten" | "Customers";
    why_pyramid(top, large, medium, base, measure): "Op volgorde van {measure}: de eerste {top} zijn de top, tot {large} groot, tot {medium} middelgroot, de rest klein; afgerond naar boven over {base} klanten boven de lijn." | "In order of {measure}: the first {top} are the top, up to {large} large, up to {medium} medium, the rest small; rounded up over {base} customers above the line.";
    /// Pyramid: (measure with a capital, months)
    in_months(measure, months): "{measure}, laatste {months} maanden" | "{measure}, last {months} months";
    why_pyramid_period(months): "Boven de lijn staat wie in de laatste {months} maanden netto iets kocht." | "Above the line is who bought something net in the last {months} months.";
    why_pyramid_all: "Boven de lijn staat wie over de hele lijst netto iets kocht." | "Above the line is who bought something net over the whole list.";
    why_norm: "De norm 40/25/15/20% is een vuistregel uit de literatuur over de klantenpiramide, geen doel." | "The norm of 40/25/15/20% is a rule of thumb of the literature on the pyramid, not a goal.";
    pyramid_next_top(names): "Ken de top persoonlijk: {names}. Wie van uw firma belt hen deze maand?" | "Know the top in person: {names}. Who of your firm calls them this month?";
    pyramid_next_up: "Kies uit de laag groot en middelgroot de klanten die kunnen stijgen; daar is één stap het meeste waard." | "Pick from large and medium those who can rise; one step up is worth most there.";
    pyramid_next_inactive(count): "{count} ⟨kocht|kochten⟩ eerder wel en nu niet: bel een paar van de vroegere groten." | "{count} bought before and not now: call a few of the former large ones.";
    set_pyramid_top: "Top eindigt bij" | "Top ends at";
    set_pyramid_large: "Groot eindigt bij" | "Large ends at";
    set_pyramid_medium: "Middelgroot eindigt bij" | "Medium ends at";
    set_pyramid_months: "Periode (0 = hele lijst)" | "Period (0 = whole list)";
    set_norm(layer): "Norm {layer}" | "Norm {layer}";
    /// ABC: (customers, percent)
    abc_title(customers, percent, measure): "{customers} (klasse A) ⟨draagt|dragen⟩ {percent} van de {measure}" | "{customers} (class A) ⟨carries|carry⟩ {percent} of the {measure}";
    abc_title_small(customers): "{customers}: de rangorde zegt meer dan klassen" | "{customers}: the ranking says more than classes";
    abc_none: "Zonder bedragen zijn er geen ABC-klassen" | "Without amounts there are no ABC classes";
    abc_lead(measure): "ABC naar cumulatieve {measure}. Dit is iets anders dan de letters A–D van de succesfactoren: hier telt alleen de grootte." | "ABC by cumulative {measure}. This is not the same as the letters A–D of the success factors: here only size counts.";
    abc_chart(measure): "Aandeel in de {measure} per klasse" | "Share of {measure} by class";
    abc_summary(a, a_share, b, b_share, c, c_share): "A: {a}, {a_share}. B: {b}, {b_share}. C: {c}, {c_share}." | "A: {a}, {a_share}. B: {b}, {b_share}. C: {c}, {c_share}.";
    abc_class: "Klasse (ABC)" | "Class (ABC)";
    class(letter): "Klasse {letter}" | "Class {letter}";
    why_abc(a, b, measure): "Op volgorde van {measure}: A zolang de klanten ervóór samen minder dan {a} hebben, B tot {b}, de rest C. Wie de grens passeert hoort bij de hogere klasse." | "In order of {measure}: A while those before hold less than {a} together, B up to {b}, the rest C. Whoever crosses the border belongs to the higher class.";
    why_abc_of(class, before, with, measure): "Klasse {class}: vóór deze klant {before} van de {measure}, met deze klant {with}." | "Class {class}: {before} of the {measure} before this customer, {with} including it.";
    why_abc_outside: "Nul, negatief of onbekend: geen klasse." | "Zero, below zero or unknown: no class.";
    abc_next_c(customers): "Houd C goedkoop ({customers}): één vaste manier van bestellen, leveren en antwoorden." | "Keep C cheap ({customers}): one fixed way to order, deliver and answer.";
    abc_next_ab: "Vergelijk A en B met de letters op het blad Letters: groot en passend is kern, groot en niet passend is een gesprek." | "Compare A and B with the letters under Letters: large and fitting is core, large and not fitting is a conversation.";
    set_abc_a: "A tot" | "A up to";
    set_abc_b: "B tot" | "B up to";
    set_abc_ties: "Gelijke waarden in één klasse houden" | "Keep equal values in one class";
}
