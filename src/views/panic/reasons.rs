//! Why customers buy or don't, tallied over the base, and what the consultant's own questions brought.

use super::ask::wording;
use super::tabs;
use crate::i18n::words::team as words;
use crate::panic::{CustomAnswer, Tri};
use crate::recipe::QuestionKind;
use crate::views::sheet::{Block, Cell, Column, Row, Sheet, Table, Term};
use crate::views::{Facts, Request};

/// The tally.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let title = match facts.panic.reasons.first() {
        Some(reason) => words::reasons_title(language, &reason.text),
        None => words::reasons_title_none(language),
    };
    let mut sheet = Sheet::new(request, title);
    sheet.lead = vec![words::reasons_lead(language).into()];
    sheet.push(Block::Columns(vec![vec![table(facts, request, true)], vec![table(facts, request, false)]]));
    let own = own_questions(facts, request);
    if !own.is_empty() {
        sheet.push(Block::card(words::own_answers(language), vec![Block::Terms(own)]));
    }
    tabs(facts, request, &mut sheet);
    sheet
}

fn table(facts: Facts, request: &Request, buys: bool) -> Block {
    let (language, format) = (request.format.language, request.format);
    let title = if buys { words::reasons_buy(language) } else { words::reasons_not(language) };
    let row = |(place, reason): (usize, &crate::panic::ReasonCount)| Row {
        key: place.to_string(),
        cells: vec![Cell::Head(reason.text.clone()), Cell::Number(format.count(reason.customers))],
        ..Row::default()
    };
    let reasons = facts.panic.reasons.iter().filter(|reason| reason.buys == buys);
    let table = Table {
        name: if buys { "buys" } else { "buys-not" }.to_owned(),
        title: title.clone(),
        columns: vec![Column::text(words::reason(language)), Column::number(words::times(language))],
        rows: reasons.enumerate().map(row).collect(),
        empty: words::no_reasons(language),
        ..Table::default()
    };
    Block::card(title, vec![Block::Table(Box::new(table))])
}

/// What everyone answered to the consultant's own questions, over all customers.
fn own_questions(facts: Facts, request: &Request) -> Vec<Term> {
    let (language, format) = (request.format.language, request.format);
    let own = facts.recipe().panic.questions.iter().filter(|question| !question.is_ours());
    own.map(|question| {
        let answers = facts.inputs.answers.raters.values().flat_map(|rater| rater.answers.values());
        let said: Vec<&CustomAnswer> = answers.filter_map(|answer| answer.custom.get(&question.id)).collect();
        let value = match question.kind {
            QuestionKind::YesNo => {
                let known =
                    |wanted| said.iter().filter(|says| ***says == CustomAnswer::YesNo(wanted)).count();
                let (yes, no) = (known(Tri::Yes), known(Tri::No));
                words::own_yes(language, &format.count(yes), &format.count(yes + no))
            }
            QuestionKind::Score => {
                let scores: Vec<f64> = said
                    .iter()
                    .filter_map(|says| match says {
                        CustomAnswer::Score(score) if *score > 0 => Some(f64::from(*score)),
                        _ => None,
                    })
                    .collect();
                let mean = scores.iter().sum::<f64>() / scores.len() as f64;
                let mean = if scores.is_empty() { "–".to_owned() } else { format.number(mean, 1) };
                words::own_mean(language, &mean, &format.count(scores.len()))
            }
            QuestionKind::Text => words::own_texts(language, &format.count(said.len())),
        };
        Term { name: wording(question, language), value: Cell::Text(value), why: Vec::new() }
    })
    .collect()
}
