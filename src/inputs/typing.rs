//! What is put into an action at the moment it is done: the text that was typed, and the time.

use super::Action;
use crate::panic::CustomAnswer;
use crate::segments::OwnColumn;

impl Action {
    /// The action with the text that was typed into it; an action that holds no text stays as it is.
    #[must_use]
    pub fn filled(mut self, typed: &str) -> Action {
        match &mut self {
            Action::Note { text, .. }
            | Action::FinalNote { text, .. }
            | Action::MemberName { text, .. }
            | Action::Reason { text, .. }
            | Action::LevelReason { text, .. }
            | Action::NextContact { day: text, .. }
            | Action::Defender { name: text, .. }
            | Action::AddOwn(OwnColumn { name: text, .. }) => typed.clone_into(text),
            Action::Say { says, .. } => {
                *says = (!typed.is_empty()).then(|| CustomAnswer::Text(typed.to_owned()));
            }
            Action::Correct { text, .. } => *text = Some(typed.to_owned()),
            _ => {}
        }
        self
    }

    /// The action at this moment, in milliseconds since 1970; one that has its time already keeps it.
    #[must_use]
    pub fn stamped(mut self, now: u64) -> Action {
        if let Action::Answer { at, .. }
        | Action::Say { at, .. }
        | Action::Note { at, .. }
        | Action::WhyBuys { at, .. }
        | Action::Confidence { at, .. }
        | Action::Final { at, .. }
        | Action::FinalNote { at, .. } = &mut self
            && *at == 0
        {
            *at = now;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_goes_into_the_action_that_waits_for_it() {
        let reason = Action::Reason { customer: "K1".into(), core: true, text: String::new() };
        let Action::Reason { text, .. } = reason.filled("omdat") else { panic!("another action") };
        assert_eq!(text, "omdat");
        assert_eq!(Action::ClearChoices.filled("x"), Action::ClearChoices);
    }

    #[test]
    fn an_action_gets_its_time_once() {
        let done = |at| Action::Final { customer: "K1".into(), answer: Some(5), at };
        assert_eq!(done(0).stamped(7), done(7));
        assert_eq!(done(5).stamped(7), done(5));
    }
}
