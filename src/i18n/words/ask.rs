//! Words of the questionnaire and of workshop mode.

words! {
    eyebrow: "De paniekvraag" | "The panic question";
    question: "Als wij morgen aankondigen dat we stoppen, dan …" | "If we announced tomorrow that we stop, this customer …";
    question_group: "Als wij morgen aankondigen dat we stoppen, dan … (de klanten in deze groep samen)" | "If we announced tomorrow that we stop … (the customers in this group together)";
    answer_5: "is volledig in paniek" | "is in full panic";
    answer_4: "heeft een serieus probleem" | "has a serious problem";
    answer_3: "zou ons missen" | "would miss us";
    answer_2: "vindt het jammer en vervangt ons makkelijk" | "is sorry, and replaces us easily";
    answer_1: "haalt de schouders op en gaat naar een concurrent" | "shrugs and goes to a competitor";
    answer_0: "Weet ik niet" | "Don’t know";
    short_5: "paniek" | "panic";
    short_4: "probleem" | "problem";
    short_3: "missen" | "misses us";
    short_2: "jammer" | "sorry";
    short_1: "schouders" | "shrugs";
    short_0: "onbekend" | "unknown";
    progress(done, all): "{done} van {all} beantwoord" | "{done} of {all} answered";
    left(open): "Nog {open} zonder antwoord" | "{open} still without an answer";
    position(at, all): "Klant {at} van {all}" | "Customer {at} of {all}";
    position_group(at, all): "Groep {at} van {all}" | "Group {at} of {all}";
    round_hint(count, shortlist): "Eerste ronde: {count}, om te beginnen de {shortlist} van de shortlist, daarna op waarde." | "First round: {count}, beginning with the {shortlist} on the shortlist, then by value.";
    per_segment(active): "Uw lijst telt {active} actieve klanten: te veel om een voor een te bespreken. Begin met de eerste ronde, en beantwoord de vraag daarna per branche of per letter. Een antwoord per klant gaat altijd voor." | "Your list has {active} active customers: too many to go through one by one. Begin with the first round, then answer by sector or letter. An answer about a customer always goes first.";
    keys_hint: "Toetsen: 5 tot 1, 0 = weet ik niet, ← vorige, → volgende, U = ongedaan maken, N = notitie, V = signalen en redenen." | "Keys: 5 to 1, 0 = don’t know, ← previous, → next, U = undo, N = note, V = signs and reasons.";
    swipe_hint: "Veeg naar links voor de volgende, naar rechts voor de vorige." | "Swipe left for the next, right for the previous.";
    previous: "Vorige" | "Previous";
    skip: "Overslaan" | "Skip";
    next_open: "Volgende zonder antwoord" | "Next without an answer";
    note: "Notitie: waaruit blijkt dat?" | "Note: what shows this?";
    note_hint: "Notities kunnen over mensen gaan: wie erin staat, mag ze inzien (AVG)." | "Notes may be about people: a person in them may ask to see them (GDPR).";
    facts: "Wat de lijst over deze klant zegt" | "What the list says about this customer";
    hide_facts: "Verberg de cijfers" | "Hide the figures";
    show_facts: "Toon de cijfers" | "Show the figures";
    more_questions: "Signalen, redenen en zekerheid" | "Signs, reasons and certainty";
    more_hint: "Facultatief. Sla over wat u niet weet." | "Optional. Skip what you don’t know.";
    sign_1: "Ziet, voelt en waardeert onze toegevoegde waarde" | "Sees, feels and values our added value";
    sign_2: "Betaalt daar graag voor" | "Gladly pays for it";
    sign_3: "Past bij onze positionering en richting" | "Fits our positioning and direction";
    sign_4: "Is lovend over onze service" | "Raves about our service";
    sign_5: "Voert stevige inhoudelijke discussies met ons" | "Has tough discussions about content with us";
    sign_6: "Klaagt uit betrokkenheid en blijft als het goed wordt opgelost" | "Complains out of involvement and stays when it is solved well";
    sign_7: "Is winstgevend, voor beide kanten" | "Is profitable, for both sides";
    strategic: "Na een gesprek: zijn wij strategisch voor hen?" | "After a conversation: are we strategic for them?";
    yes: "ja" | "yes";
    no: "nee" | "no";
    dont_know: "weet niet" | "don’t know";
    buys: "Waarom kopen ze bij ons?" | "Why do they buy from us?";
    buys_not: "Waarom niet, of niet meer?" | "Why not, or not more?";
    reason_hint: "Kort, in een paar woorden; Enter voegt toe." | "Short, in a few words; Enter adds it.";
    take_away(reason): "Haal weg: {reason}" | "Remove: {reason}";
    sure: "Hoe zeker bent u van dit antwoord?" | "How sure are you of this answer?";
    sure_1: "gok" | "a guess";
    sure_2: "vrij zeker" | "fairly sure";
    sure_3: "zeker" | "sure";
    done_title: "Deze ronde is klaar." | "This round is done.";
    done_text: "Hieronder ziet u welke klanten u nodig hebt, en welke u nodig hebben." | "Below you see whom you need, and who needs you.";
    list_title: "Antwoorden in deze ronde" | "Answers in this round";
    unanswered: "nog open" | "still open";
    nobody_title: "Er is niemand om de vraag over te stellen" | "There is nobody to ask about";
    nobody: "Er zijn geen actieve klanten. Kijk bij Lijst of de datums en de omzet goed zijn herkend." | "There are no active customers. Check under List whether dates and revenue were recognised.";
    nobody_here: "Niemand voldoet aan deze keuze. Kies een andere." | "Nobody meets this choice. Choose another.";
    about_label: "Ronde" | "Round";
    about_first(count): "eerste ronde ({count})" | "first round ({count})";
    about_all(count): "alle actieve ({count})" | "all active ({count})";
    about_sector: "per branche" | "by sector";
    about_letter: "per letter" | "by letter";
    order_label: "Volgorde" | "Order";
    order_value: "shortlist, dan waarde" | "shortlist, then value";
    order_group: "concern" | "group";
    order_owner: "accountmanager" | "account manager";
    order_name: "A–Z" | "A–Z";
    which_label: "Welke" | "Which";
    which_all: "iedereen" | "everyone";
    which_open: "alleen zonder antwoord" | "only unanswered";
    which_disagree: "alleen waar we verschillen" | "only where we disagree";
    group_size(customers): "{customers} in deze groep" | "{customers} in this group";
    to_choice: "Naar de keuze" | "On to the choice";
    to_insight: "Terug" | "Back";
    undo: "Ongedaan maken" | "Undo";

    workshop_title: "Werksessie" | "Workshop";
    workshop_lead: "Een scherm voor de beamer: een klant, ieders antwoord in één keer onthuld, het eindantwoord met een toets. Alleen klanten waarover u verschilt, de belangrijkste eerst." | "A screen for the beamer: one customer, everyone’s answers revealed at once, the final answer by one key. Only customers you disagree on, the most important first.";
    workshop_none(steps): "Er is niets te bespreken: nergens liggen antwoorden {steps} of meer stappen uit elkaar. Voeg eerst de antwoorden van uw collega’s samen bij Team." | "There is nothing to discuss: nowhere do answers lie {steps} or more steps apart. First merge your colleagues’ answers under Team.";
    reveal: "Onthul de antwoorden" | "Reveal the answers";
    hidden(count): "{count} antwoorden, nog verborgen" | "{count} answers, still hidden";
    full_screen: "Volledig scherm" | "Full screen";
    leave_full_screen: "Verlaat volledig scherm" | "Leave full screen";
    final_title: "Eindantwoord van het team" | "The team’s final answer";
    final_note: "Waarom dit antwoord?" | "Why this answer?";
    timer: "Tijd per klant" | "Time per customer";
    timer_off: "uit" | "off";
    time_up: "De tijd is om." | "Time is up.";
    workshop_keys: "Toetsen: spatie = onthullen, 5 tot 0 = eindantwoord, → volgende, ← vorige, U = ongedaan maken, F = volledig scherm." | "Keys: space = reveal, 5 to 0 = final answer, → next, ← previous, U = undo, F = full screen.";
    workshop_progress(done, all): "{done} van {all} besproken" | "{done} of {all} discussed";
    mean(mean, range): "gemiddeld {mean}, {range} uit elkaar" | "mean {mean}, {range} apart";
    one_step: "1 stap" | "1 step";
    steps(count): "{count} stappen" | "{count} steps";
    somebody(place): "Collega {place}" | "Colleague {place}";
    me: "Ik" | "Me";
}

use crate::i18n::Language;

/// The six answers by number, in whole sentences and in a word.
pub fn answers(language: Language) -> [String; 6] {
    [answer_0, answer_1, answer_2, answer_3, answer_4, answer_5].map(|words| words(language))
}

/// The six answers in a word.
pub fn short_answers(language: Language) -> [String; 6] {
    [short_0, short_1, short_2, short_3, short_4, short_5].map(|words| words(language))
}

/// The seven signs in the wording of the house.
pub fn signs(language: Language) -> [String; 7] {
    [sign_1, sign_2, sign_3, sign_4, sign_5, sign_6, sign_7].map(|words| words(language))
}
