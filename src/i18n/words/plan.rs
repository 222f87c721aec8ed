//! Words of the plan: hours, levels, one level for every customer, and Monday.

words! {
    eyebrow: "Het plan" | "The plan";
    title_share(share, goal): "{share} van de tijd gaat naar de kern; het doel is {goal}"
        | "{share} of the time goes to the core; the goal is {goal}";
    title_nobody: "Kies eerst kernklanten, dan komt hier het plan"
        | "Choose core customers first, then the plan appears";
    lede: "Verschillende klanten worden verschillend bediend: in de agenda, de service en de prijs. Anders merkt niemand iets van uw keuze."
        | "Different customers are served differently: in the diary, the service and the price. Otherwise nobody notices your choice.";
    print: "Druk het plan af" | "Print the plan";
    hours_title: "Uren per niveau" | "Hours by level";
    hours: "Uren per jaar" | "Hours a year";
    level: "Niveau" | "Level";
    customers: "Klanten" | "Customers";
    visits: "Bezoeken" | "Visits";
    calls: "Gesprekken" | "Calls";
    share_time: "Aandeel in de tijd" | "Share of time";
    now: "nu" | "now";
    planned: "gepland" | "planned";
    core_share: "Tijd voor de kern" | "Time for the core";
    goal(goal): "doel {goal}" | "goal {goal}";
    total: "Totaal" | "Total";
    hours_why(visit, call): "Een bezoek kost {visit} met reistijd, een gesprek {call}. Uren = klanten × (bezoeken × bezoektijd + gesprekken × gesprekstijd)."
        | "A visit takes {visit} including travel, a call {call}. Hours = customers × (visits × visit time + calls × call time).";
    below_goal(hours, share): "Om op {share} te komen, gaat er {hours} per jaar naar de kern of af van de rest."
        | "To reach {share}, {hours} a year go to the core or come off the rest.";
    goal_met: "Het doel is gehaald." | "The goal is met.";
    available: "Beschikbare uren per jaar" | "Hours available a year";
    over_full(owner, hours): "{owner} komt {hours} tekort." | "{owner} is {hours} short.";
    role_hint: "Voor de accountmanager, de binnendienst, de service en de directie: dit verandert er maandag."
        | "For the account manager, inside sales, service and management: this changes on Monday.";
    without_level(count): "{count} zonder niveau: te weinig bekend, of geen klant meer."
        | "{count} without a level: too little known, or no longer a customer.";
    core_goal: "Doel voor de kern" | "Goal for the core";
    call_hours: "Uren per gesprek" | "Hours a call";
    visit_hours: "Uren per bezoek" | "Hours a visit";
    hour_cost: "Kosten van een uur" | "Cost of an hour";
    settings_title: "Uitgangspunten" | "Assumptions";
    everyone: "Iedereen samen" | "Everyone together";
    advice_fewer(who, fits, has): "{who}: zelfs alleen A past niet; {fits} van de {has} kernklanten passen in de uren."
        | "{who}: not even A alone fits; {fits} of the {has} core customers fit the hours.";
    advice_drop(who, level, hours): "{who}: zonder de bezoeken en gesprekken van niveau {level} komt {hours} vrij."
        | "{who}: without the visits and calls of level {level}, {hours} are freed.";
    owners_title: "Per accountmanager" | "By account manager";
    owner: "Accountmanager" | "Account manager";
    no_owner: "Zonder accountmanager" | "Without account manager";
    levels_title: "Wat een klant mag verwachten" | "What a customer may expect";
    levels_hint: "Pas aan wat voor uw firma klopt. Gelijke niveaus krijgen een waarschuwing."
        | "Change what is right for your firm. Equal levels get a warning.";
    levels_equal(a, b): "Niveau {a} en {b} zijn gelijk: uw klant merkt niets."
        | "Levels {a} and {b} are equal: your customer will notice nothing.";
    capacity: "Afspraak" | "Agreement";
    discount: "Korting" | "Discount";
    per_year: "per jaar" | "a year";
    customers_title: "Elke klant één niveau" | "One level for every customer";
    reason: "Reden" | "Reason";
    change_level(name): "Ander niveau voor {name}" | "Another level for {name}";
    override_reason: "Waarom een ander niveau?" | "Why another level?";
    override_missing(count): "{count} afwijkende niveaus hebben nog geen reden."
        | "{count} changed levels still lack a reason.";
    computed(level): "berekend: {level}" | "computed: {level}";
    no_level: "geen niveau" | "no level";
    monday_title: "Maandag" | "On Monday";
    monday_alarm(names): "Bel eerst wie u hard nodig hebt en zó zou vertrekken: {names}."
        | "First call those you need and who would leave just like that: {names}.";
    monday_core(names): "Plan het eerste bezoek bij: {names}." | "Plan the first visit to: {names}.";
    monday_discuss(names): "Bespreek in het team: {names}." | "Discuss in the team: {names}.";
    monday_light(count, hours): "Spreek met de binnendienst af hoe {count} op niveau C en D lichter worden bediend ({hours} per jaar)."
        | "Agree with inside sales how {count} on level C and D are served lighter ({hours} a year).";
    monday_reasons: "Vul de ontbrekende redenen aan, zodat iedereen de keuze kan verdedigen."
        | "Fill in the missing reasons, so that everyone can defend the choice.";
    print_title: "Kernklantenplan" | "Core customer plan";
    print_made(date, list): "Uit {list}, met de cijfers tot en met {date}." | "From {list}, with the figures up to {date}.";
    print_customers: "Niveau A en B, en wat met de hand is gekozen" | "Levels A and B, and what was chosen by hand";
    print_nobody: "Nog niemand heeft niveau A of B." | "Nobody is at level A or B yet.";
    print_more(count): "En nog {count} op niveau A en B, die hier niet zijn afgedrukt." | "And {count} more at levels A and B that are not printed here.";
    print_light(count): "Op niveau C en D, niet afgedrukt: {count}." | "At levels C and D, not printed: {count}.";
    to_review: "Naar de terugblik" | "On to the review";
}
