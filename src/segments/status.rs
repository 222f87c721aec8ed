//! What the words of a status column say about activity.

use super::Activity;

const ACTIVE: &[&str] = &["active", "actief", "klant", "customer", "client", "lopend", "current", "aktiv"];
const ENDED: &[&str] = &[
    "ended",
    "beëindigd",
    "beeindigd",
    "opgezegd",
    "gestopt",
    "stopped",
    "inactive",
    "inactief",
    "cancelled",
    "canceled",
    "closed",
    "gesloten",
    "ex-klant",
    "exklant",
    "former",
    "oud-klant",
    "verloren",
    "lost",
    "churned",
    "vertrokken",
    "failliet",
    "bankrupt",
];
const PROSPECT: &[&str] = &["prospect", "lead", "suspect", "potentieel", "potential", "offerte"];

/// The activity a status says, case and outer blanks ignored; `None` for a word that says nothing about it.
pub fn activity_of_status(status: &str) -> Option<Activity> {
    let word = status.trim().to_lowercase();
    [(ACTIVE, Activity::Active), (ENDED, Activity::Ended), (PROSPECT, Activity::Prospect)]
        .into_iter()
        .find(|(words, _)| words.contains(&word.as_str()))
        .map(|(_, activity)| activity)
}
