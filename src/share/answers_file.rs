//! A member's answers: one small file, bound to a list, holding only the customers it answers.

use crate::sorted::SortedMap;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ListMark, OpenError, broken};
use crate::inputs::{Inputs, ME};
use crate::panic::{CustomAnswer, CustomerAnswer, GroupKey, Rater, Reason};

/// What a file of answers says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswersFile {
    /// The id of the person; empty in a short form.
    pub person: String,
    pub rater: Rater,
    /// Names of the customers by key, as far as the file says.
    pub names: SortedMap<String, String>,
    /// `None` in a short form.
    pub list: Option<ListMark>,
}

#[derive(Serialize, Deserialize)]
struct Wire {
    #[serde(default)]
    kernklant: String,
    #[serde(default)]
    version: u32,
    #[serde(default)]
    rater: String,
    #[serde(default)]
    person: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    list: Option<ListMark>,
    answers: SortedMap<String, Said>,
    /// About whole sectors and letters: `sector/Bouw`.
    #[serde(default, skip_serializing_if = "SortedMap::is_empty")]
    groups: SortedMap<String, Long>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Said {
    Short(u8),
    Long(Long),
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Long {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    panic: Option<u8>,
    changed: u64,
    #[serde(skip_serializing_if = "SortedMap::is_empty")]
    questions: SortedMap<String, CustomAnswer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    buys_because: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    does_not_because: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sure: Option<u8>,
}

/// The answers of the person at this page as a file. `name` tells a customer's name by key.
pub fn write_answers(inputs: &Inputs, list: ListMark, name: &dyn Fn(&str) -> Option<String>) -> Vec<u8> {
    let mine = inputs.answers.raters.get(ME).cloned().unwrap_or_default();
    let said = mine.answers.iter().filter(|(_, answer)| !answer.is_empty());
    let wire = Wire {
        kernklant: "answers".to_owned(),
        version: 1,
        rater: mine.name.clone(),
        person: inputs.answers.me.clone(),
        list: Some(list),
        answers: said
            .map(|(key, answer)| (key.clone(), Said::Long(Long::from(answer, name(key).unwrap_or_default()))))
            .collect(),
        groups: mine
            .groups
            .iter()
            .filter(|(_, answer)| !answer.is_empty())
            .map(|(key, answer)| (GroupKey::written(key), Long::from(answer, String::new())))
            .collect(),
    };
    // Nothing in it that JSON cannot say.
    serde_json::to_vec_pretty(&wire).unwrap_or_default()
}

impl AnswersFile {
    pub(super) fn from_json(json: Value) -> Result<Self, OpenError> {
        let wire: Wire = serde_json::from_value(json).map_err(|error| broken(&error))?;
        let mut file = Self {
            person: wire.person,
            rater: Rater { name: wire.rater.trim().to_owned(), ..Rater::default() },
            list: wire.list,
            ..Self::default()
        };
        for (key, said) in wire.answers {
            let said = match said {
                Said::Short(panic) => Long { panic: Some(panic), ..Long::default() },
                Said::Long(long) => long,
            };
            if !said.name.is_empty() {
                file.names.insert(key.clone(), said.name.clone());
            }
            file.rater.answers.insert(key, Rc::new(said.answer()?));
        }
        for (key, said) in wire.groups {
            let Some(key) = GroupKey::read(&key) else { continue };
            file.rater.groups.insert(key, Rc::new(said.answer()?));
        }
        Ok(file)
    }
}

impl Long {
    fn from(answer: &CustomerAnswer, name: String) -> Self {
        let because = |buys: bool| {
            let reasons = answer.reasons.iter().filter(move |reason| reason.buys == buys);
            reasons.map(|reason| reason.text.clone()).collect()
        };
        Self {
            name,
            panic: answer.panic,
            changed: answer.changed,
            questions: answer.all_said(),
            buys_because: because(true),
            does_not_because: because(false),
            note: answer.note.clone(),
            sure: answer.confidence,
        }
    }

    fn answer(self) -> Result<CustomerAnswer, OpenError> {
        let impossible = OpenError::Broken { line: 0, column: 0 };
        if self.panic.is_some_and(|panic| panic > 5) || self.sure.is_some_and(|sure| !(1..=3).contains(&sure))
        {
            return Err(impossible);
        }
        let mut answer = CustomerAnswer {
            panic: self.panic,
            changed: self.changed,
            note: self.note,
            confidence: self.sure,
            ..CustomerAnswer::default()
        };
        for (question, says) in &self.questions {
            if matches!(says, CustomAnswer::Score(score) if *score > 5) {
                return Err(impossible);
            }
            answer.say(question, Some(says));
        }
        for (buys, reasons) in [(true, self.buys_because), (false, self.does_not_because)] {
            answer.reasons.extend(reasons.into_iter().map(|text| Reason { buys, text }));
        }
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Action;
    use crate::panic::{GroupBy, Tri};
    use crate::share::{Shared, fingerprint, open};

    #[test]
    fn answers_come_back_as_they_were() {
        let customer = || "K1".to_owned();
        let says = |question: &str, says| Action::Say {
            customer: customer(),
            question: question.into(),
            says: Some(says),
            at: 11,
        };
        let why = |buys, text: &str| Action::WhyBuys {
            customer: customer(),
            buys,
            text: text.into(),
            given: true,
            at: 12,
        };
        let inputs = [
            Action::MemberName { rater: ME.into(), text: "Els".into() },
            Action::Answer { customer: customer(), answer: Some(4), at: 10 },
            says("raves", CustomAnswer::YesNo(Tri::DontKnow)),
            says("strategic_for_them", CustomAnswer::YesNo(Tri::Yes)),
            says("own1", CustomAnswer::Text("eens per jaar".into())),
            why(true, "snel"),
            why(false, "prijs"),
            Action::Note { customer: customer(), text: "zei het zelf".into(), at: 13 },
            Action::Confidence { customer: customer(), sure: Some(3), at: 14 },
            Action::Answer { customer: "K2".into(), answer: Some(0), at: 15 },
            Action::Answer { customer: GroupKey::of(GroupBy::Sector, "Bouw/Infra"), answer: Some(2), at: 16 },
        ]
        .iter()
        .fold(Inputs::default(), Inputs::after);
        let mark = fingerprint(["K1", "K2", "K3"]);
        let name = |key: &str| (key == "K1").then(|| "Bakker Smit".to_owned());
        let Ok(Shared::Answers(file)) = open(&write_answers(&inputs, mark.clone(), &name)) else {
            panic!("not readable")
        };
        assert_eq!(Some(&file.rater), inputs.mine());
        assert_eq!((file.person.as_str(), file.list), ("a", Some(mark)));
        assert_eq!(file.names, [("K1".to_owned(), "Bakker Smit".to_owned())].into());
    }
}
