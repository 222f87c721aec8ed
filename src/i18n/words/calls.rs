//! Words of calling customers: what came of it, and when next.

use crate::i18n::Language;
use crate::plan::CallOutcome;

words! {
    outcome_label: "Uitkomst van het gesprek" | "Outcome of the call";
    outcome_of(name): "Uitkomst van het gesprek met {name}" | "Outcome of the call with {name}";
    next_label: "Volgend contact" | "Next contact";
    next_of(name): "Volgend contact met {name}" | "Next contact with {name}";
    open: "nog niet gebeld" | "not called yet";
    appointment: "afspraak" | "appointment";
    later: "later" | "later";
    no: "nee" | "no";
    filter_open: "Nog te bellen" | "To call";
    filter_appointment: "Afspraak" | "Appointment";
    filter_later: "Later" | "Later";
    filter_no: "Nee" | "No";
    calendar: "Volgende contacten in uw agenda (.ics)" | "Next contacts for your calendar (.ics)";
    event(name): "Contact met {name}" | "Contact with {name}";
    event_text: "Van de bellijst van Kernklant." | "From the call list of Kernklant.";
}

/// What came of a call.
pub fn outcome(outcome: CallOutcome, language: Language) -> String {
    match outcome {
        CallOutcome::Appointment => appointment(language),
        CallOutcome::Later => later(language),
        CallOutcome::No => no(language),
    }
}
