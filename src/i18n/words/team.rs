//! Words of the team: members, their files, agreement, what to discuss; of the shortlist and of the questions.

use crate::i18n::{Format, Language, picture_words};

words! {
    tab: "Team" | "Team";
    title_alone: "Vraag twee collega’s hetzelfde, en praat alleen over de verschillen" | "Ask two colleagues the same, and talk only about the differences";
    title_agree(members): "{members} antwoordden, en nergens liggen zij ver uit elkaar" | "{members} answered, and nowhere are they far apart";
    title_discuss(count, steps): "Bespreek {count}: daar liggen de antwoorden {steps} of meer stappen uit elkaar" | "Discuss {count}: there the answers lie {steps} or more steps apart";
    title_settled(count): "Alles is besproken: {count} met een eindantwoord" | "All is discussed: {count} with a final answer";
    lead: "Ieder antwoordt op een eigen scherm en bewaart een klein bestand. Hier voegt u ze samen. Het bestand bevat alleen uw antwoorden en de namen van de klanten waarover ze gaan, nooit de lijst." | "Everyone answers on a screen of their own and saves a small file. Here you merge them. The file holds your answers and the names of the customers they are about, never the list.";
    save_mine: "Bewaar mijn antwoorden als bestand" | "Save my answers as a file";
    open_files: "Voeg bestanden van collega’s toe" | "Add colleagues’ files";
    open_hint: "Kies er gerust meer tegelijk, of sleep ze ergens op deze pagina." | "Choose several at once, or drop them anywhere on this page.";
    my_name: "Mijn naam (mag leeg blijven)" | "My name (may stay empty)";
    save_session: "Bewaar alles wat is ingevuld" | "Save everything entered";
    open_session: "Open een bewaarde ronde" | "Open a saved round";
    session_title: "Bewaren en later verdergaan" | "Save and go on later";
    session_text: "Deze pagina onthoudt niets: sluit u haar, dan is het weg. Een bewaarde ronde (.kernklant) bevat antwoorden, keuzes, redenen en instellingen, niet de lijst. Open later eerst de lijst, of een nieuwere versie ervan, en dan de ronde." | "This page remembers nothing: once closed, it is gone. A saved round (.kernklant) holds answers, choices, reasons and settings, not the list. Later, open the list or a newer version of it, then the round.";
    members_title: "Wie antwoordden" | "Who answered";
    member: "Naam" | "Name";
    answered: "Antwoorden" | "Answers";
    dont_knows: "Weet niet" | "Don’t know";
    mean: "Gemiddelde paniekindex" | "Mean panic index";
    mean_answer: "Gemiddeld antwoord" | "Mean answer";
    settled: "besproken" | "settled";
    unknown_here: "Niet in de lijst" | "Not in the list";
    actions: "Wat u kunt doen" | "What you can do";
    remove: "Verwijder" | "Remove";
    this_is_me: "Dit ben ik" | "This is me";
    same_as(name): "Zelfde persoon als {name}" | "Same person as {name}";
    nobody_answered: "Nog niemand heeft geantwoord." | "Nobody has answered yet.";
    nameless(place): "Collega {place}" | "Colleague {place}";
    me_nameless: "Ik" | "Me";
    me_named(name): "{name} (ik)" | "{name} (me)";
    agreement_title: "Hoe eens is het team?" | "How much does the team agree?";
    alpha: "Eensgezindheid (Krippendorffs alfa)" | "Agreement (Krippendorff’s alpha)";
    agree_reliable(alpha): "Het team oordeelt hetzelfde (alfa {alpha}): op deze antwoorden kunt u bouwen." | "The team judges alike (alpha {alpha}): you can build on these answers.";
    agree_tentative(alpha): "Het team is het grotendeels eens (alfa {alpha}): voorlopige conclusies mogen, bespreek de verschillen." | "The team mostly agrees (alpha {alpha}): tentative conclusions are fine, discuss the differences.";
    agree_unreliable(alpha): "Het team oordeelt verschillend (alfa {alpha}): trek nog geen conclusies, bespreek eerst de verschillen." | "The team judges differently (alpha {alpha}): draw no conclusions yet, discuss the differences first.";
    agree_undefined: "Over de eensgezindheid is nog niets te zeggen: geen klant heeft twee antwoorden, of iedereen gaf overal hetzelfde antwoord." | "Nothing can be said about agreement yet: no customer has two answers, or everyone gave the same answer everywhere.";
    alpha_why_1: "Alfa is 1 als iedereen overal hetzelfde antwoordt en 0 als de antwoorden niet meer overeenkomen dan bij toeval. Hoe verder antwoorden uit elkaar liggen, hoe zwaarder het telt (1 tot 5); “weet ik niet” telt niet mee (Krippendorff 2011)." | "Alpha is 1 when everyone answers alike everywhere and 0 when answers agree no more than by chance. The further answers lie apart, the more it counts (1 to 5); “don’t know” does not count (Krippendorff 2011).";
    alpha_why_2(reliable, tentative): "Vanaf {reliable} betrouwbaar, vanaf {tentative} voorlopig." | "Reliable from {reliable}, tentative from {tentative}.";
    discuss_title: "Te bespreken, belangrijkste eerst" | "To discuss, the most important first";
    discuss_why(steps): "Volgorde: hoever de antwoorden uit elkaar liggen × de waarde van de klant. Op de lijst vanaf {steps} ⟨stap|stappen⟩ verschil; wie besproken is, blijft staan." | "Order: how far the answers lie apart × the customer’s value. On the list from {steps} ⟨step|steps⟩ apart; who was discussed stays.";
    discuss_none(steps): "Niets te bespreken: nergens liggen antwoorden {steps} of meer stappen uit elkaar." | "Nothing to discuss: nowhere do answers lie {steps} or more steps apart.";
    customer: "Klant" | "Customer";
    value: "Waarde" | "Value";
    range: "Verschil" | "Apart";
    who_said: "Wie zei wat" | "Who said what";
    final_answer: "Eindantwoord" | "Final answer";
    final_for(name): "Eindantwoord voor {name}" | "Final answer for {name}";
    start_workshop: "Begin de werksessie" | "Start the workshop";
    search: "Zoek op naam" | "Search by name";
    filter_all: "alle" | "all";
    filter_open: "nog open" | "still open";
    filter_discuss: "te bespreken" | "to discuss";
    filter_decided: "met eindantwoord" | "with a final answer";
    unmatched_title(count): "{count} niet in deze lijst" | "{count} not in this list";
    unmatched_text: "Hierover is iets ingevuld, maar in de lijst komt de klant niet (meer) voor. Er gaat niets verloren: staat de klant weer in een lijst, dan hoort het er weer bij. Staat een klant er onder een andere naam in, koppel hem dan hier." | "Something was entered here, but the customer is not in the list (any more). Nothing is lost: once the customer is in a list again, it belongs there again. Where a customer is in the list under another name, attach it here.";
    gone_from_list(names): "Over hen is iets ingevuld, maar zij staan niet meer in de lijst: {names}. Het blijft bewaard." | "Something was entered about them, but they are no longer in the list: {names}. It is kept.";
    to_attach: "Bekijk wat is ingevuld, of koppel het aan een andere klant" | "See what was entered, or attach it to another customer";
    unmatched_table: "Ingevuld, maar niet in deze lijst" | "Entered, but not in this list";
    unmatched_groups_title: "Antwoorden over branches die niet in deze lijst staan" | "Answers about sectors that are not in this list";
    unmatched_groups(names): "Ook beantwoord, maar geen branche in deze lijst: {names}. Die antwoorden blijven bewaard." | "Answered as well, but no sector in this list: {names}. Those answers are kept.";
    entered: "Wat is ingevuld" | "What was entered";
    belongs_to: "Hoort bij" | "Belongs to";
    number: "Nummer" | "Number";
    place: "Plaats" | "Place";
    attach_to(name): "Dit is {name}" | "This is {name}";
    attach_search: "Zoek de klant" | "Find the customer";
    attach_not: "Toch niet" | "Not after all";
    attach_title(name): "Wie in deze lijst is {name}?" | "Who in this list is {name}?";
    attach_none: "Geen naam lijkt erop. Typ een deel van de naam of het nummer." | "No name looks like it. Type a part of the name or the number.";
    attach_both(names): "Ook over deze klant is geantwoord door {names}: dat antwoord blijft staan, het andere blijft in deze lijst." | "Also answered about this customer: {names}. That answer stands, the other stays in this list.";
    unmatched_answers(names): "antwoord van {names}" | "answer by {names}";
    unmatched_final: "eindantwoord" | "final answer";
    unmatched_choice: "keuze" | "choice";
    unmatched_call: "contact" | "contact";
    unmatched_level: "serviceniveau" | "service level";
    unmatched_judged: "oordelen" | "judgements";
    unmatched_picked: "shortlist" | "shortlist";

    opened_merged(file, who, answers): "{file}: {answers} van {who} toegevoegd." | "{file}: added {answers} by {who}.";
    opened_again(file, who, answers): "{file}: {who} was er al; van {answers} telt steeds het nieuwste." | "{file}: {who} was here already; of {answers} the newest counts.";
    opened_by_name(count): "{count} op naam teruggevonden, omdat het klantnummer anders is." | "{count} found by name, since the customer number differs.";
    opened_unmatched(names): "Niet in deze lijst, wel bewaard: {names}." | "Not in this list, but kept: {names}.";
    opened_other_version: "Gemaakt met een andere versie van deze lijst." | "Made with another version of this list.";
    opened_other_list(file, found, answers): "{file} hoort bij een andere lijst: {found} van de {answers} beantwoorde ⟨klant|klanten⟩ in deze lijst gevonden. Er is niets overgenomen." | "{file} belongs to another list: found {found} of its {answers} answered ⟨customer|customers⟩ in this list. Nothing was taken over.";
    opened_anyway(file): "Neem {file} toch over" | "Take {file} over all the same";
    opened_apart(name, other): "{name} en {other} hebben hetzelfde kenmerk: ging een van hen verder met de ronde van de ander? Hun antwoorden staan apart." | "{name} and {other} carry the same mark: did one go on with the other’s round? Their answers are kept apart.";
    opened_one_person(name, other): "{name} en {other} zijn één persoon" | "{name} and {other} are one person";
    who_goes_on: "Hoe gaat u verder?" | "How do you go on?";
    who_goes_on_hint(name): "Wat {name} antwoordde, blijft in beide gevallen bewaard." | "What {name} answered is kept either way.";
    go_on_as(name): "als {name}" | "as {name}";
    go_on_as_myself: "als uzelf, een ander teamlid" | "as yourself, another member";
    somebody_new: "Iemand anders gaat hier verder" | "Somebody else goes on here";
    opened_session(file, customers): "{file}: verdergegaan met wat over {customers} was ingevuld." | "{file}: going on with what was entered about {customers}.";
    opened_recipe(file, what): "{file}: {what} overgenomen." | "{file}: took over {what}.";
    opened_recipe_default(file): "{file} bevat geen eigen vragen of instellingen; alles bleef zoals het was." | "{file} holds no questions or settings of its own; everything stayed as it was.";
    taken_questions(count): "{count} eigen ⟨vraag|vragen⟩" | "{count} own ⟨question|questions⟩";
    taken_factors(count): "{count} ⟨succesfactor|succesfactoren⟩" | "{count} success ⟨factor|factors⟩";
    taken_weights(count): "{count} ⟨gewicht|gewichten⟩" | "{count} ⟨weight|weights⟩";
    taken_others(count): "{count} andere ⟨instelling|instellingen⟩" | "{count} other ⟨setting|settings⟩";
    save_recipe: "Bewaar vragen en instellingen" | "Save questions and settings";
    open_recipe: "Open vragen en instellingen" | "Open questions and settings";
    recipe_title: "Dezelfde vragen bij een ander" | "The same questions elsewhere";
    recipe_text: "Een klein bestand met uw vragen, succesfactoren, gewichten en grenzen, zonder klanten of antwoorden: voor een collega of een volgende klant van u." | "A small file with your questions, success factors, weights and limits, without customers or answers: for a colleague or your next client.";
    opened_session_from(list, day): "Bewaard op {day}, bij de lijst {list}." | "Saved on {day}, with the list {list}.";
    opened_session_waiting: "Open nu de lijst: wat was ingevuld, zoekt er zijn klanten in." | "Now open the list: what was entered will find its customers in it.";
    opened_session_unmatched(count): "{count} van hen ⟨staat|staan⟩ niet in deze lijst; zie Team." | "{count} of them ⟨is|are⟩ not in this list; see Team.";
    refused_empty(file): "{file} is leeg. Er is niets overgenomen." | "{file} is empty. Nothing was taken over.";
    refused_foreign(file): "{file} is geen bestand van Kernklant. Vraag uw collega om het bestand dat op .kernklant-answers eindigt." | "{file} is not a Kernklant file. Ask your colleague for the file that ends in .kernklant-answers.";
    refused_broken(file, line): "{file} is beschadigd (regel {line}). Vraag uw collega om het opnieuw te bewaren; er is niets overgenomen." | "{file} is damaged (line {line}). Ask your colleague to save it again; nothing was taken over.";
    refused_newer(file): "{file} is gemaakt met een nieuwere versie van Kernklant. Gebruik die om het te openen." | "{file} was made with a newer version of Kernklant. Use that one to open it.";
    somebody: "een collega zonder naam" | "a colleague without a name";

    shortlist_tab: "Shortlist" | "Shortlist";
    shortlist_title(count): "Welke {count} ⟨past|passen⟩ het best bij ons?" | "Which {count} ⟨fits|fit⟩ us best?";
    shortlist_title_picked(count): "Op uw shortlist: {count}" | "On your shortlist: {count}";
    shortlist_lead(size, prefilled): "Vooringevuld met de {prefilled} waardevolste: een vijfde van de actieve klanten. Kies zelf: haal eraf wie niet past en voeg toe wie wel past. Richtgetal: {size}." | "Prefilled with the {prefilled} most valuable: a fifth of the active customers. Pick yourselves: take off who does not fit and add who does. Guide: {size}.";
    shortlist_table: "Kies wie op de shortlist staat" | "Pick who is on the shortlist";
    on_shortlist: "Shortlist" | "Shortlist";
    on_shortlist_of(name): "{name} op de shortlist" | "{name} on the shortlist";
    filter_on: "op de shortlist" | "on the shortlist";
    filter_changed: "anders dan op waarde" | "other than by value";
    letter: "Letter" | "Letter";
    shares_title: "Wat zij gemeen hebben, vergeleken met de rest" | "What they share, compared with the rest";
    shares_text: "Hieruit schrijft u de succesfactoren: waarom passen juist deze klanten? Het zijn verschillen, geen oorzaken." | "From this you write the success factors: why do just these customers fit? These are differences, not causes.";
    shares_small: "Shortlist of rest is kleiner dan vijf klanten: dan zegt een verschil niets." | "Shortlist or rest is smaller than five customers: then a difference says nothing.";
    shares_none: "Er is geen duidelijk verschil met de rest in de kolommen van deze lijst." | "There is no clear difference from the rest in the columns of this list.";
    shares_what: "Kenmerk" | "Trait";
    shares_group: "Shortlist" | "Shortlist";
    shares_rest: "De rest" | "The rest";
    to_factors: "Schrijf er succesfactoren van" | "Make success factors of it";
    clear_picks: "Terug naar op waarde" | "Back to by value";
    picks_missing(names): "Gekozen, maar niet in deze lijst: {names}." | "Picked, but not in this list: {names}.";

    reasons_tab: "Redenen" | "Reasons";
    reasons_title(reason): "Meest genoemd: “{reason}”" | "Named most: “{reason}”";
    reasons_title_none: "Waarom kopen zij, of niet? Nog geen redenen gegeven" | "Why do they buy, or not? No reasons given yet";
    reasons_lead: "Zeg vaker waarom zij kopen; herstel waarom niet." | "Say more often why they buy; mend why they don’t.";
    reasons_buy: "Waarom zij kopen" | "Why they buy";
    reasons_not: "Waarom niet, of niet meer" | "Why not, or not more";
    reason: "Reden" | "Reason";
    times: "Klanten" | "Customers";
    no_reasons: "Nog niets genoemd." | "Nothing named yet.";

    questions_tab: "Vragen" | "Questions";
    questions_title: "Welke vragen stelt u?" | "Which questions do you ask?";
    questions_lead: "De vragen reizen mee met een bewaarde ronde, of alleen met de instellingen in een eigen bestand. Wat leeg blijft in een taal, krijgt de woorden van de andere taal." | "The questions travel with a saved round, or with the settings alone in a file of their own. What stays empty in one language takes the words of the other.";
    main_question: "De paniekvraag zelf" | "The panic question itself";
    in_dutch: "Nederlands" | "Dutch";
    in_english: "Engels" | "English";
    question_on(text): "Stel: {text}" | "Ask: {text}";
    question_kind: "Antwoord" | "Answer";
    kind_yes_no: "ja / nee" | "yes / no";
    kind_score: "1 tot 5" | "1 to 5";
    kind_text: "tekst" | "text";
    up: "Omhoog" | "Up";
    down: "Omlaag" | "Down";
    drop_question: "Verwijder" | "Remove";
    yes_column: "Stel" | "Ask";
    wording_column: "Vraag" | "Question";
    add_question: "Voeg een vraag toe" | "Add a question";
    new_question: "Nieuwe vraag" | "New question";
    ask_reasons: "Vraag waarom zij kopen, of niet" | "Ask why they buy, or don’t";
    ask_confidence: "Vraag hoe zeker men is" | "Ask how sure people are";
    first_round: "Eerste ronde: hoogstens" | "First round: at most";
    customers_unit: "klanten" | "customers";
    settings: "Uitgangspunten" | "Settings";
    disagreement: "Te bespreken vanaf" | "To discuss from";
    steps_unit: "stappen" | "steps";
    per_segment: "Per branche of letter vanaf" | "By sector or letter from";
    alpha_reliable: "Alfa betrouwbaar vanaf" | "Alpha reliable from";
    alpha_tentative: "Alfa voorlopig vanaf" | "Alpha tentative from";
    own_answers: "Uw eigen vragen" | "Your own questions";
    own_mean(mean, count): "gemiddeld {mean} ({count})" | "mean {mean} ({count})";
    own_yes(yes, count): "ja bij {yes} van {count}" | "yes for {yes} of {count}";
    own_texts(count): "{count} ⟨antwoord|antwoorden⟩" | "{count} ⟨answer|answers⟩";
}

/// "12 customers".
pub fn customers(format: Format, count: usize) -> String {
    let words = picture_words(format.language);
    format.counted(count, words.one_customer, words.customers)
}

/// "12 answers".
pub fn answers(format: Format, count: usize) -> String {
    let (one, many) = match format.language {
        Language::Nl => ("antwoord", "antwoorden"),
        Language::En => ("answer", "answers"),
    };
    format.counted(count, one, many)
}

/// "2 people".
pub fn people(format: Format, count: usize) -> String {
    let (one, many) = match format.language {
        Language::Nl => ("persoon", "mensen"),
        Language::En => ("person", "people"),
    };
    format.counted(count, one, many)
}
