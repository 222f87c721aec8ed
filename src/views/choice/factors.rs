//! The letters A–D by success factors: the counts while editing, every factor with its editor, and everyone's why.

use super::rule_editor::{RuleEditor, part, rule_path};
use super::subjects::Subjects;
use crate::i18n::explain::{activity_words, class_words, letter_of, letter_why, rule_words, said};
use crate::i18n::{Format, texts, words::factors as words};
use crate::recipe::{Factor, Setting, Text, path};
use crate::segments::{Answer, FactorResult, LetterClass};
use crate::views::evidence::factor_lines;
use crate::views::sheet::table::page_of_customers;
use crate::views::sheet::{Block, Cell, Column, Figure, FilterButton, Link, Row, Setter, Sheet, Table, Tone};
use crate::views::{Facts, Place, Request, Screen};

const PAGE: usize = 25;
/// How many names the lists of discussions and missing data show before the table takes over.
const SHOWN: usize = 12;
const FACTORS: &str = "/factors/factors";

/// Everything about the letters on one sheet.
pub fn factors(facts: Facts, request: &Request) -> Sheet {
    let format = request.format;
    let language = format.language;
    let letters = facts.letters;
    let count = |count: usize| format.count(count);
    let title = if letters.enough_factors {
        words::title(language, &count(letters.a), &count(letters.b), &count(letters.c), &count(letters.d))
    } else {
        words::title_none(language)
    };
    let mut sheet = Sheet::new(request, title);
    sheet.eyebrow = words::eyebrow(language);
    sheet.lead = vec![words::lede(language).into()];
    sheet.push(counts(facts, format));
    let recipe = &facts.recipe().factors;
    if !letters.enough_factors {
        let needed = count(recipe.at_least_in_use as usize);
        sheet.push(Block::text(
            Tone::Warning,
            words::too_few(language, &count(facts.factors.in_use), &needed),
        ));
    }
    sheet.push(Block::why([
        words::rule_why(language, &count(recipe.meets as usize)),
        words::rule_use(language, &format.percent(recipe.known_share, 0)),
    ]));
    sheet.push(Block::heading(words::factors_title(language)));
    editors(facts, request, &mut sheet);
    let setter = Setter::new(facts.settings, request);
    sheet.push(Block::More {
        id: "factor-settings".to_owned(),
        label: words::settings_title(language),
        open: false,
        blocks: vec![Block::Controls(vec![
            setter.number("/factors/meets", words::meets(language), &words::unit_factors(language)),
            setter.number("/factors/at_least_in_use", words::at_least_in_use(language), ""),
            setter.percent("/factors/known_share", words::known_share(language)),
        ])],
    });
    if letters.enough_factors {
        sheet.push(discuss(facts, format));
        sheet.push(needs_data(facts, format));
        sheet.push(Block::heading(words::table_title(language)));
        sheet.push(Block::Table(Box::new(table(facts, request))));
    }
    sheet.back = Some(Link::to(words::to_judge(language), Place::sheet(Screen::Choice, "judge")));
    sheet.next = Some(Link { primary: true, ..Link::to(words::to_choice(language), Screen::Choice) });
    sheet
}

fn counts(facts: Facts, format: Format) -> Block {
    let (letters, language) = (facts.letters, format.language);
    let figure = |name: &str, label: String, count: usize| {
        Figure::new(&format!("count-{name}"), label, count, format.count(count))
    };
    Block::Figures(vec![
        figure("a", "A".to_owned(), letters.a),
        figure("b", "B".to_owned(), letters.b),
        figure("c", "C".to_owned(), letters.c),
        figure("d", "D".to_owned(), letters.d),
        figure("discuss", words::discuss(language), letters.discuss),
        figure("needs-data", words::needs_data(language), letters.needs_data),
    ])
}

/// Every factor, closed, with its rule and how many meet it; and a way to add one.
fn editors(facts: Facts, request: &Request, sheet: &mut Sheet) {
    let language = request.format.language;
    let subjects = Subjects::of(facts, language);
    let setter = Setter::new(facts.settings, request);
    let editor = RuleEditor::new(&subjects, setter, request);
    let all = &facts.recipe().factors.factors;
    for (factor, found) in all.iter().zip(&facts.factors.factors) {
        sheet.push(one(facts, &editor, factor, found));
    }
    let mut more = all.clone();
    let id = (1..=all.len() + 1)
        .map(|number| format!("own_{number}"))
        .find(|id| all.iter().all(|factor| factor.id != *id));
    let number = all.len() + 1;
    more.push(Factor {
        id: id.unwrap_or_default(),
        name: Text::new(
            &format!("{} {number}", words::new_name(crate::i18n::Language::Nl)),
            &format!("{} {number}", words::new_name(crate::i18n::Language::En)),
        ),
        rule: subjects.first_rule(),
        on: true,
        weight: 1.0,
    });
    let add = Link {
        label: words::add(language),
        id: "add-factor".to_owned(),
        doing: part(FACTORS, &more),
        ..Link::default()
    };
    sheet.push(Block::Links(std::iter::once(add).chain(setter.reset("/factors")).collect()));
}

fn one(facts: Facts, editor: &RuleEditor, factor: &Factor, found: &FactorResult) -> Block {
    let (format, setter) = (editor.format, editor.setter);
    let language = format.language;
    let at = |name: &str| path(&["factors", "factors", &factor.id, name]);
    let mut blocks = vec![Block::Controls(vec![
        setter.flag(&at("on"), words::counts(language)),
        setter.text(&at("name"), words::name(language), 1),
        setter.number(&at("weight"), words::weight(language), ""),
    ])];
    blocks.extend(editor.rule(&rule_path(&factor.id), &factor.rule));
    let left: Vec<&Factor> =
        facts.recipe().factors.factors.iter().filter(|other| other.id != factor.id).collect();
    blocks.push(Block::Links(vec![Link {
        label: words::remove(language),
        id: format!("remove-factor-{}", factor.id),
        doing: part(FACTORS, &left),
        ..Link::default()
    }]));
    let rule = rule_words(&factor.rule, &found.thresholds, format);
    let state = if !factor.on {
        words::switched_off(language)
    } else if found.known == 0 {
        words::known_none(language)
    } else {
        words::met_of(language, &format.count(found.met), &format.count(found.known))
    };
    let out = if factor.on && !found.in_use && found.known > 0 {
        format!("; {}", words::not_in_use(language, &format.percent(facts.recipe().factors.known_share, 0)))
    } else {
        String::new()
    };
    let sign = if found.in_use { "●" } else { "○" };
    Block::More {
        id: format!("factor-{}", factor.id),
        label: format!("{sign} {} – {rule} ({state}{out})", said(&factor.name, language)),
        open: factor.id.starts_with("own_") && setter_entered(facts, &factor.id),
        blocks,
    }
}

/// A factor that was only just added stands open.
fn setter_entered(facts: Facts, id: &str) -> bool {
    let entered = facts.settings.entered(FACTORS);
    matches!(entered, Some(Setting::Part(json)) if json.rfind("\"own_").is_some_and(|at| json[at..].starts_with(&format!("\"{id}\""))))
}

/// The active customers of a class by value, best first.
fn members(facts: Facts, class: LetterClass) -> Vec<usize> {
    facts.by_value().iter().copied().filter(|&i| facts.letters.class[i] == class).collect()
}

fn discuss(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let people = members(facts, LetterClass::Discuss);
    let rows = people.iter().take(SHOWN).map(|&i| Row {
        key: facts.customers.key(i).to_owned(),
        cells: vec![
            Cell::Customer { who: facts.who(i), why: factor_lines(facts, format, i) },
            Cell::Text(letter_why(LetterClass::Discuss, &facts.letters.why[i], language)),
        ],
        ..Row::default()
    });
    list(
        words::discuss_title(language),
        words::discuss_hint(language),
        words::discuss_none(language),
        "discuss",
        rows.collect(),
        format,
    )
}

fn needs_data(facts: Facts, format: Format) -> Block {
    let language = format.language;
    let people = members(facts, LetterClass::NeedsData);
    let recipe = &facts.recipe().factors.factors;
    let unknown = |i: usize| {
        let names = recipe.iter().zip(&facts.factors.factors).filter(|(_, found)| {
            found.in_use && found.answers.get(i).copied().unwrap_or_default() == Answer::Unknown
        });
        names.map(|(factor, _)| said(&factor.name, language)).collect::<Vec<_>>().join(", ")
    };
    let rows = people.iter().take(SHOWN).map(|&i| Row {
        key: facts.customers.key(i).to_owned(),
        cells: vec![
            Cell::Customer { who: facts.who(i), why: factor_lines(facts, format, i) },
            Cell::Text(words::unknown_factors(language, &unknown(i))),
        ],
        ..Row::default()
    });
    list(
        words::needs_title(language),
        words::needs_hint(language),
        words::needs_none(language),
        "needs-data",
        rows.collect(),
        format,
    )
}

fn list(title: String, hint: String, none: String, name: &str, rows: Vec<Row>, format: Format) -> Block {
    let language = format.language;
    let table = Table {
        name: name.to_owned(),
        title: title.clone(),
        columns: vec![Column::text(texts(language).shell.customer), Column::text(words::col_why(language))],
        rows,
        empty: none,
        ..Table::default()
    };
    Block::card(title, vec![Block::text(Tone::Soft, hint), Block::Table(Box::new(table))])
}

/// Everyone with the letter and the why of it, factor by factor.
fn table(facts: Facts, request: &Request) -> Table {
    let format = request.format;
    let language = format.language;
    let asked = request.table("letters");
    let class_of = |key: &str| match key {
        "a" => Some(LetterClass::A),
        "b" => Some(LetterClass::B),
        "c" => Some(LetterClass::C),
        "d" => Some(LetterClass::D),
        "discuss" => Some(LetterClass::Discuss),
        "needs" => Some(LetterClass::NeedsData),
        _ => None,
    };
    let letters = facts.letters;
    let filter = |key: &str, label: String, count: usize| FilterButton::new(key, label, format.count(count));
    let wanted = class_of(&asked.filter);
    let found: Vec<usize> = facts
        .by_value()
        .iter()
        .copied()
        .filter(|&i| wanted.is_none_or(|class| letters.class[i] == class))
        .filter(|&i| facts.answers(&asked.search, i))
        .collect();
    let (shown, pager) = page_of_customers(found, &asked, PAGE, format);
    let shell = &texts(language).shell;
    Table {
        name: "letters".to_owned(),
        title: words::table_title(language),
        columns: vec![
            Column::text(""),
            Column::text(shell.customer),
            Column::number(words::col_met(language)),
            Column::text(words::col_why(language)),
            Column::text(words::col_activity(language)),
        ],
        rows: shown.into_iter().map(|i| row(facts, format, i)).collect(),
        search: shell.search.to_owned(),
        filters: vec![
            filter("", words::filter_all(language), facts.customers.len()),
            filter("a", "A".to_owned(), letters.a),
            filter("b", "B".to_owned(), letters.b),
            filter("c", "C".to_owned(), letters.c),
            filter("d", "D".to_owned(), letters.d),
            filter("discuss", words::discuss(language), letters.discuss),
            filter("needs", words::needs_data(language), letters.needs_data),
        ],
        pager: Some(pager),
        empty: words::none_found(language),
        request: asked,
        ..Table::default()
    }
}

fn row(facts: Facts, format: Format, i: usize) -> Row {
    let language = format.language;
    let (class, why) = (facts.letters.class[i], &facts.letters.why[i]);
    let who = facts.who(i);
    Row {
        key: who.key.clone(),
        cells: vec![
            Cell::Letter {
                letter: letter_of(class).to_owned(),
                words: class_words(class, language).to_owned(),
            },
            Cell::Customer { who, why: factor_lines(facts, format, i) },
            Cell::Number(format.count(usize::from(why.met))),
            Cell::Text(letter_why(class, why, language)),
            Cell::Text(activity_words(facts.inventory.activity[i], language).to_owned()),
        ],
        ..Row::default()
    }
}
