//! The consultant's editor: reword, reorder, switch off and add questions; they are part of the recipe.

use super::ask::wording;
use super::tabs;
use crate::i18n::Language;
use crate::i18n::words::{ask, team as words};
use crate::inputs::Action;
use crate::recipe::{Question, QuestionKind, Setting, Text};
use crate::views::sheet::{
    Block, Card, Cell, Column, Control, ControlKind, Doing, Row, Setter, Sheet, Table, Tone,
};
use crate::views::{Download, Facts, Request};

/// The path of the list of questions.
const PATH: &str = "/panic/questions";

/// The editor.
pub fn sheet(facts: Facts, request: &Request) -> Sheet {
    let language = request.format.language;
    let setter = Setter::new(facts.settings, request);
    let mut sheet = Sheet::new(request, words::questions_title(language));
    sheet.lead = vec![words::questions_lead(language).into()];
    let main = vec![
        Block::text(Tone::Soft, ask::question(language)),
        Block::Controls(vec![
            in_language(facts, "/panic/question/nl", words::in_dutch(language)),
            in_language(facts, "/panic/question/en", words::in_english(language)),
        ]),
    ];
    sheet.push(Block::card(words::main_question(language), main));
    let all = &facts.recipe().panic.questions;
    let mut blocks = vec![Block::Table(Box::new(table(facts, request, all)))];
    let mut links = vec![Control::button("add-question", words::add_question(language), add(all))];
    if let Some(reset) = setter.reset(PATH) {
        links.push(Control::button("reset-questions", reset.label, reset.doing));
    }
    blocks.push(Block::Row(links));
    sheet.push(Block::Card(Card { title: words::questions_tab(language), blocks, ..Card::default() }));
    sheet.push(travelling(language));
    sheet.push(Block::card(
        words::settings(language),
        vec![Block::Controls(vec![
            setter.flag("/panic/ask_reasons", words::ask_reasons(language)),
            setter.flag("/panic/ask_confidence", words::ask_confidence(language)),
            setter.number(
                "/panic/first_round",
                words::first_round(language),
                &words::customers_unit(language),
            ),
            setter.number(
                "/panic/per_segment_above",
                words::per_segment(language),
                &words::customers_unit(language),
            ),
        ])],
    ));
    tabs(facts, request, &mut sheet);
    sheet
}

/// The recipe out as a file, and another one in.
fn travelling(language: Language) -> Block {
    let save =
        Control::button("save-recipe", words::save_recipe(language), Doing::Download(Download::Recipe));
    let open = Control {
        kind: ControlKind::Files { accept: ".kernklant,.json".to_owned(), multiple: false },
        ..Control::button("open-recipe", words::open_recipe(language), Doing::Nothing)
    };
    let text = Block::text(Tone::Plain, words::recipe_text(language));
    Block::card(words::recipe_title(language), vec![text, Block::Row(vec![save, open])])
}

/// A box for a text in one language.
fn in_language(facts: Facts, path: &str, label: String) -> Control {
    let value = facts.settings.text(path).unwrap_or_default().to_owned();
    Control {
        id: format!("set{}", path.replace('/', "-")),
        label,
        kind: ControlKind::Text { value, lines: 1, placeholder: String::new() },
        doing: Doing::Setting(path.to_owned()),
        ..Control::default()
    }
}

fn table(facts: Facts, request: &Request, all: &[Question]) -> Table {
    let language = request.format.language;
    let row = |(place, question): (usize, &Question)| {
        let words_now = wording(question, language);
        let path = format!("{PATH}/{}", question.id);
        let setter = Setter::new(facts.settings, request);
        let bare = |control: Control| Cell::Control(Box::new(Control { bare: true, reset: None, ..control }));
        let text = |code: &str, label: String| {
            let control = in_language(facts, &format!("{path}/text/{code}"), format!("{label}: {words_now}"));
            let house = Question { text: Text::default(), ..question.clone() };
            let other = if code == "nl" { Language::Nl } else { Language::En };
            match control.kind {
                ControlKind::Text { value, lines, .. } => bare(Control {
                    kind: ControlKind::Text { value, lines, placeholder: wording(&house, other) },
                    ..control
                }),
                _ => bare(control),
            }
        };
        Row {
            key: question.id.clone(),
            cells: vec![
                bare(setter.flag(&format!("{path}/on"), words::question_on(language, &words_now))),
                Cell::Stack(vec![
                    text("nl", words::in_dutch(language)),
                    text("en", words::in_english(language)),
                ]),
                kind(facts, request, question, &path),
                Cell::Stack(moves(all, place, language)),
            ],
            ..Row::default()
        }
    };
    Table {
        name: "questions".to_owned(),
        title: words::questions_tab(language),
        columns: vec![
            Column::text(words::yes_column(language)),
            Column::text(words::wording_column(language)),
            Column::text(words::question_kind(language)),
            Column::text(words::actions(language)),
        ],
        rows: all.iter().enumerate().map(row).collect(),
        ..Table::default()
    }
}

/// What it is answered with; only of one's own questions can it be chosen.
fn kind(facts: Facts, request: &Request, question: &Question, path: &str) -> Cell {
    let language = request.format.language;
    let names = [
        ("yes_no", words::kind_yes_no(language)),
        ("score", words::kind_score(language)),
        ("text", words::kind_text(language)),
    ];
    if question.is_ours() {
        return Cell::Soft(words::kind_yes_no(language));
    }
    let control = Setter::new(facts.settings, request).choice(
        &format!("{path}/kind"),
        words::question_kind(language),
        &names,
    );
    let kind = match control.kind {
        ControlKind::Choices { choices, chosen, .. } => {
            ControlKind::Choices { choices, chosen, as_list: true }
        }
        kind => kind,
    };
    Cell::Control(Box::new(Control { bare: true, reset: None, kind, ..control }))
}

/// Up, down, and away.
fn moves(all: &[Question], place: usize, language: Language) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut button = |id: String, label: String, all: Vec<Question>| {
        cells.push(Cell::Control(Box::new(Control::button(&id, label, enter(&all)))));
    };
    let swapped = |with: usize| {
        let mut all = all.to_vec();
        all.swap(place, with);
        all
    };
    if place > 0 {
        button(format!("up-{place}"), words::up(language), swapped(place - 1));
    }
    if place + 1 < all.len() {
        button(format!("down-{place}"), words::down(language), swapped(place + 1));
    }
    if !all[place].is_ours() {
        let mut rest = all.to_vec();
        rest.remove(place);
        button(format!("drop-{place}"), words::drop_question(language), rest);
    }
    cells
}

/// Adds a yes/no question under an id of its own.
fn add(all: &[Question]) -> Doing {
    let id = (1..=all.len() + 1)
        .map(|number| format!("own{number}"))
        .find(|id| all.iter().all(|one| one.id != *id));
    let mut all = all.to_vec();
    all.push(Question {
        id: id.unwrap_or_default(),
        text: Text { nl: words::new_question(Language::Nl), en: words::new_question(Language::En) },
        kind: QuestionKind::YesNo,
        on: true,
    });
    enter(&all)
}

/// Enters the whole list, so that its order is the one on screen.
fn enter(all: &[Question]) -> Doing {
    // Questions hold nothing that JSON cannot say.
    let part = serde_json::to_string(all).unwrap_or_default();
    Doing::Act(Action::Set { path: PATH.to_owned(), value: Some(Setting::Part(part)) })
}
