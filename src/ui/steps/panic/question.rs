//! One customer, one question, one key; back, skip, undo, and the rest of the round beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::keys::{use_answer_keys, use_swipe};
use super::more::{More, note};
use super::workshop::{Timer, revealed, use_full_screen};
use super::{answer_of, give, here, next_open, show, step};
use crate::ui::context::{Page, use_page};
use crate::ui::sheet::keyed_controls;
use crate::ui::state::Message;
use crate::views::{Ask, Person};

/// The question as it stands.
#[derive(PartialEq, Properties)]
pub struct QuestionProps {
    pub ask: Rc<Ask>,
}

/// Keeps the customer on screen by key, so that an answer that changes the order does not change the customer.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let page = use_page();
    let ask = &props.ask;
    let shown = use_state(String::new);
    let at = here(&page, ask);
    let key = at.map(|at| ask.people[at].who.key.clone()).unwrap_or_default();
    // What was revealed of a customer stays so until another comes; a final answer reveals too.
    let hidden = ask.workshop.is_some() && *shown != key && answer_of(&page, ask, &key).is_none();
    let on_reveal = {
        let (shown, key) = (shown.clone(), key.clone());
        Callback::from(move |()| shown.set(key.clone()))
    };
    use_answer_keys(&page, ask, hidden, &on_reveal);
    use_more_to_ask(&page, ask, at);
    let (onpointerdown, onpointerup) = use_swipe(&page, ask);
    let is_full = use_full_screen();

    // The settings of the round stand below the question on a phone, and are drawn at the same place when they find nobody.
    let settings = html! {
        <div class="stack-s no-print">
            <div class="row ask-controls">{ keyed_controls(&page, &ask.controls) }</div>
            if !ask.hint.is_empty() {
                <p class="small soft">{ &ask.hint }</p>
            }
        </div>
    };
    let Some(at) = at else {
        return html! {
            <section class="question">
                { Html::default() }
                <div class="grid-2 wide-left">
                    <p class="notice">{ &ask.words.nobody }</p>
                    <div class="stack">{ Html::default() }{ settings }{ Html::default() }</div>
                </div>
            </section>
        };
    };
    let person = &ask.people[at];
    html! {
        <section class={classes!("question", ask.workshop.is_some().then_some("workshop"))} id="workshop" tabindex="-1">
            { progress(ask, person) }
            <div class="grid-2 wide-left">
                <div class="panel ask" data-testid="panic-customer" data-customer={person.who.key.clone()} {onpointerdown} {onpointerup}>
                    <h2 class="asked" aria-live="polite">{ &person.who.name }</h2>
                    if let Some(words) = &ask.workshop {
                        <Timer key={person.who.key.clone()} words={words.clone()} />
                        { revealed(&page, ask, person, (hidden, is_full), &on_reveal) }
                    } else {
                        { answers(&page, ask, person) }
                    }
                    { moves(&page, ask, at) }
                    { note(&page, ask, person) }
                    if ask.workshop.is_none() {
                        <More key={person.who.key.clone()} ask={Rc::clone(ask)} customer={person.who.key.clone()} />
                    }
                </div>
                <div class="stack">
                    { facts(&page, ask, person) }
                    { settings }
                    { overview(&page, ask, person) }
                </div>
            </div>
        </section>
    }
}

/// Keys may come faster than pictures: once everybody who came along is answered, the last one stays on screen until others
/// come, and then it goes on.
#[hook]
fn use_more_to_ask(page: &Page, ask: &Rc<Ask>, at: Option<usize>) {
    let answered = use_mut_ref(|| None::<String>);
    let was_open = at.filter(|at| ask.workshop.is_none() && ask.open.contains(at));
    if let Some(at) = was_open.filter(|&at| next_open(page, ask, at).is_none()) {
        let key = &ask.people[at].who.key;
        *answered.borrow_mut() = answer_of(page, ask, key).map(|_| key.clone());
    }
    let page = page.clone();
    use_effect_with(Rc::clone(ask), move |ask| {
        let Some(key) = answered.borrow_mut().take() else { return };
        let at = here(&page, ask).filter(|&at| ask.people[at].who.key == key);
        if let Some(next) = at.and_then(|at| next_open(&page, ask, at)) {
            show(&page, next);
        }
    });
}

/// How far, and about how long to go at the pace so far.
fn progress(ask: &Ask, person: &Person) -> Html {
    html! {
        <header class="question-head">
            <div class="row-between">
                <p data-testid="figure-panic-answered" data-value={ask.done.to_string()} data-left={(ask.all - ask.done).to_string()}>
                    <b>{ &ask.progress }</b>{ " · " }{ &person.position }
                    if !ask.time_left.is_empty() {
                        { " · " }{ &ask.time_left }
                    }
                </p>
            </div>
            <progress max={ask.all.to_string()} value={ask.done.to_string()} aria-label={ask.progress.clone()}></progress>
            if ask.done == ask.all {
                <p class="notice good" role="status">{ &ask.words.done }</p>
            }
        </header>
    }
}

/// The six answers as large buttons, the strongest first, each with its key.
pub fn answers(page: &Page, ask: &Rc<Ask>, person: &Person) -> Html {
    let now = answer_of(page, ask, &person.who.key);
    let button = |answer: u8| {
        let (page, ask) = (page.clone(), Rc::clone(ask));
        let words = ask.words.answers[usize::from(answer)].clone();
        let onclick = Callback::from(move |_: MouseEvent| give(&page, &ask, answer));
        html! {
            <button
                type="button"
                class={classes!("answer", format!("answer-{answer}"))}
                data-testid={format!("panic-answer-{answer}")}
                aria-pressed={(now == Some(answer)).to_string()}
                {onclick}
            >
                <kbd aria-hidden="true">{ answer }</kbd><span>{ words }</span>
            </button>
        }
    };
    html! {
        <div class="answers" role="group" aria-label={format!("{} {}", person.who.name, ask.words.question)}>
            { for [5_u8, 4, 3, 2, 1, 0].map(button) }
        </div>
    }
}

/// Back, skip, on to the next open one, undo.
fn moves(page: &Page, ask: &Rc<Ask>, at: usize) -> Html {
    let words = &ask.words;
    let place = ask.people[at].place;
    let by = |by: isize| {
        let (page, ask) = (page.clone(), Rc::clone(ask));
        Callback::from(move |_: MouseEvent| step(&page, &ask, by))
    };
    // There also when nobody is open any more: a button that goes would take the focus along.
    let next = next_open(page, ask, at).map(str::to_owned);
    let is_last = next.is_none().then_some("true");
    let told = page.clone();
    let on_next = Callback::from(move |_: MouseEvent| {
        if let Some(key) = &next {
            show(&told, key);
        }
    });
    html! {
        <div class="row moves no-print">
            <button type="button" class="button slim" data-testid="panic-previous" aria-disabled={(place == 0).then_some("true")} onclick={by(-1)}>{ &words.previous }</button>
            <button type="button" class="button slim" data-testid="panic-skip" aria-disabled={(place + 1 >= ask.all).then_some("true")} onclick={by(1)}>{ &words.skip }</button>
            <button type="button" class="button slim" data-testid="panic-next-open" aria-disabled={is_last} onclick={on_next}>{ &words.next_open }</button>
            <button type="button" class="button slim" aria-disabled={(!page.state.inputs.can_undo()).then_some("true")} onclick={page.on(Message::Undo)}>{ &words.undo }</button>
            <p class="tiny soft keys-hint">{ &words.keys }</p>
            <p class="tiny soft swipe-hint">{ &words.swipe }</p>
        </div>
    }
}

/// What the list says, hideable, so that figures do not steer the answer; closed stays closed.
fn facts(page: &Page, ask: &Ask, person: &Person) -> Html {
    if person.facts.is_empty() {
        return Html::default();
    }
    let (words, hidden) = (&ask.words, page.state.facts_hidden);
    let toggle = page.on(Message::HideFacts(!hidden));
    html! {
        <section class="panel facts">
            <div class="row-between">
                <h2>{ &words.facts }</h2>
                <button type="button" class="button quiet slim" data-testid="toggle-facts" onclick={toggle}>{ if hidden { &words.show_facts } else { &words.hide_facts } }</button>
            </div>
            if !hidden {
                <dl>
                    for (name, value) in person.facts.iter() {
                        <div><dt>{ name }</dt><dd>{ value }</dd></div>
                    }
                </dl>
            }
        </section>
    }
}

/// The round as a list of short buttons, to go back to any of it.
fn overview(page: &Page, ask: &Rc<Ask>, person: &Person) -> Html {
    if ask.list.len() < 2 {
        return Html::default();
    }
    let words = &ask.words;
    let row = |who: &crate::views::Who| {
        let (told, key) = (page.clone(), who.key.clone());
        let answer = answer_of(page, ask, &key);
        let short = answer.map_or(&words.unanswered, |answer| &words.short[usize::from(answer.min(5))]);
        let current = (key == person.who.key).then_some("true");
        let onclick = Callback::from(move |_: MouseEvent| show(&told, &key));
        html! {
            <li key={who.key.clone()}>
                <button type="button" class={classes!("round-row", answer.is_none().then_some("open"))} aria-current={current} {onclick}>
                    <span>{ &who.name }</span><span class="small soft">{ short }</span>
                </button>
            </li>
        }
    };
    html! {
        <details class="panel round">
            <summary>{ &words.list }</summary>
            <ol>{ for ask.list.iter().map(row) }</ol>
        </details>
    }
}
