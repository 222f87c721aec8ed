//! One customer, one question, one key; back, skip, undo, and the rest of the round beside it.

use std::rc::Rc;

use yew::prelude::*;

use super::answers::AnswerButtons;
use super::facts::Facts;
use super::signs::Signs;
use crate::inputs::Action;
use crate::platform::{clock, focus, keys};
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::{PanicView, Person};

/// The round of customers.
#[derive(PartialEq, Properties)]
pub struct QuestionnaireProps {
    pub view: Rc<PanicView>,
}

/// The answer given to a customer; `None` = not answered yet.
fn answer_of(page: &Page, key: &str) -> Option<u8> {
    page.inputs().mine()?.answers.get(key)?.panic
}

/// Where the next customer without an answer stands, looking forward from `at` and then from the start.
fn next_open(page: &Page, round: &[Person], at: usize) -> Option<usize> {
    let open = |&i: &usize| answer_of(page, &round[i].who.key).is_none();
    (at + 1..round.len()).chain(0..at.min(round.len())).find(open)
}

/// Keeps the customer on screen by key, so that an answer that changes the order does not change the customer.
#[component]
pub fn Questionnaire(props: &QuestionnaireProps) -> Html {
    let page = use_page();
    let round = &props.view.round;
    let here = use_state(|| None::<String>);
    let started = use_state(clock::milliseconds);

    let first = || next_open(&page, round, round.len()).unwrap_or(0);
    let at = here
        .as_ref()
        .and_then(|key| round.iter().position(|person| person.who.key == *key))
        .unwrap_or_else(first);
    let person = round[at].clone();
    let go = {
        let (here, keys) =
            (here.clone(), round.iter().map(|person| person.who.key.clone()).collect::<Vec<_>>());
        Callback::from(move |to: usize| {
            if let Some(key) = keys.get(to) {
                here.set(Some(key.clone()));
            }
        })
    };
    let choose = {
        let (page, go, round, key) = (page.clone(), go.clone(), round.clone(), person.who.key.clone());
        Callback::from(move |answer: u8| {
            let at_time = clock::now();
            page.tell.emit(Message::Do(Action::Answer {
                customer: key.clone(),
                answer: Some(answer),
                at: at_time,
            }));
            // A second answer to the same customer is a correction: stay and let it be seen.
            let corrects = answer_of(&page, &key).is_some();
            if !corrects && let Some(next) = next_open(&page, &round, at) {
                go.emit(next);
            }
        })
    };
    use_answer_keys(&choose, &go, at, round.len(), &page);

    let done = round.iter().filter(|person| answer_of(&page, &person.who.key).is_some()).count();
    html! {
        <section class="question">
            { progress(&page, &props.view, done, at, *started) }
            <div class="grid-2 wide-left">
                <div class="panel ask" data-testid="panic-customer" data-customer={person.who.key.clone()}>
                    <p class="eyebrow">{ page.texts().panic.question }</p>
                    <h1 id="title" tabindex="-1">{ &person.who.name }</h1>
                    <AnswerButtons name={person.who.name.clone()} answer={answer_of(&page, &person.who.key)} on_answer={choose} />
                    { moves(&page, round, at, &go) }
                    <Note key={person.who.key.clone()} customer={person.who.key.clone()} />
                    <Signs customer={person.who.key.clone()} />
                </div>
                <div class="stack">
                    <Facts facts={Rc::new(person.facts.clone())} />
                    { overview(&page, round, at, &go) }
                </div>
            </div>
        </section>
    }
}

/// How far, and about how long to go at the pace so far.
fn progress(page: &Page, view: &PanicView, done: usize, at: usize, started: f64) -> Html {
    let (texts, shell, format) = (&page.texts().panic, &page.texts().shell, page.format());
    let all = view.round.len();
    let minutes = (clock::milliseconds() - started) / 60_000.0;
    // Fewer than five answers say little about a pace.
    let left = (done >= 5 && done < all).then(|| minutes / done as f64 * (all - done) as f64);
    let time_left = left.map(|left| {
        let time =
            if left < 1.5 { texts.under_minute.to_owned() } else { (texts.minutes)(&format.number(left, 0)) };
        (texts.time_left)(&time)
    });
    html! {
        <header class="question-head">
            <div class="row-between">
                <p data-testid="figure-panic-answered" data-value={done.to_string()}>
                    <b>{ (texts.progress)(&format.count(done), &format.count(all)) }</b>
                    { " · " }{ (texts.position)(&format.count(at + 1), &format.count(all)) }
                    if let Some(time_left) = time_left {
                        { " · " }{ time_left }
                    }
                </p>
                <p class="small soft">{ (texts.round_hint)(&format.counted(all, shell.one_customer, shell.customers), &format.count(view.shortlist)) }</p>
            </div>
            <progress max={all.to_string()} value={done.to_string()} aria-label={(texts.progress)(&format.count(done), &format.count(all))}></progress>
            if done == all {
                <p class="notice good" role="status"><b>{ texts.done_title }{ "." }</b>{ " " }{ texts.done_text }</p>
            }
        </header>
    }
}

/// Back, skip, undo.
fn moves(page: &Page, round: &[Person], at: usize, go: &Callback<usize>) -> Html {
    let texts = &page.texts().panic;
    let to = |place: usize| {
        let go = go.clone();
        Callback::from(move |_: MouseEvent| go.emit(place))
    };
    html! {
        <div class="row moves">
            <button type="button" class="button slim" data-testid="panic-previous" aria-disabled={(at == 0).then_some("true")} onclick={to(at.saturating_sub(1))}>{ texts.previous }</button>
            <button type="button" class="button slim" data-testid="panic-skip" aria-disabled={(at + 1 >= round.len()).then_some("true")} onclick={to(at + 1)}>{ texts.skip }</button>
            if let Some(next) = next_open(page, round, at) {
                <button type="button" class="button slim" onclick={to(next)}>{ texts.next_open }</button>
            }
            <button type="button" class="button slim" aria-disabled={(!page.state.inputs.can_undo()).then_some("true")} onclick={page.on(Message::Undo)}>{ page.texts().shell.undo }</button>
            <p class="tiny soft keys-hint">{ texts.keys_hint }</p>
        </div>
    }
}

/// The whole round as a list of short buttons, to go back to any of it.
fn overview(page: &Page, round: &[Person], at: usize, go: &Callback<usize>) -> Html {
    let texts = &page.texts().panic;
    let row = |(place, person): (usize, &Person)| {
        let go = go.clone();
        let answer = answer_of(page, &person.who.key);
        let words = answer.map_or(texts.unanswered, |answer| texts.short[usize::from(answer.min(5))]);
        html! {
            <li key={person.who.key.clone()}>
                <button type="button" class={classes!("round-row", answer.is_none().then_some("open"))} aria-current={(place == at).then_some("true")} onclick={Callback::from(move |_: MouseEvent| go.emit(place))}>
                    <span>{ &person.who.name }</span><span class="small soft">{ words }</span>
                </button>
            </li>
        }
    };
    html! {
        <details class="panel round">
            <summary>{ texts.list_title }</summary>
            <ol>{ for round.iter().enumerate().map(row) }</ol>
        </details>
    }
}

/// Evidence behind an answer.
#[derive(PartialEq, Properties)]
struct NoteProps {
    customer: String,
}

#[component]
fn Note(props: &NoteProps) -> Html {
    let page = use_page();
    let texts = &page.texts().panic;
    let text = page
        .inputs()
        .mine()
        .and_then(|mine| mine.answers.get(&props.customer))
        .map(|answer| answer.note.clone())
        .unwrap_or_default();
    let customer = props.customer.clone();
    let oninput = page.with(move |event: InputEvent| {
        let text = event
            .target_dyn_into::<web_sys::HtmlTextAreaElement>()
            .map(|area| area.value())
            .unwrap_or_default();
        Message::Do(Action::Note { customer: customer.clone(), text, at: clock::now() })
    });
    html! {
        <label class="field note">
            <span>{ texts.note }</span>
            <textarea id="note" class="textarea" rows="2" data-testid="panic-note" value={text} {oninput} />
            <span class="tiny soft">{ texts.note_hint }</span>
        </label>
    }
}

/// 0–5 answer, arrows move, U undoes, N goes to the note; Escape leaves the note.
#[hook]
fn use_answer_keys(choose: &Callback<u8>, go: &Callback<usize>, at: usize, all: usize, page: &Page) {
    let tell = page.tell.clone();
    use_effect_with((choose.clone(), go.clone(), at, all), move |(choose, go, at, all)| {
        let (choose, go, at, all) = (choose.clone(), go.clone(), *at, *all);
        let listener = keys::on_key_down(move |event| {
            if keys::typed_in_box(event) {
                if event.key() == "Escape" {
                    focus::focus_id("title");
                }
                return;
            }
            if event.ctrl_key() || event.meta_key() || event.alt_key() || keys::in_chart_or_table(event) {
                return;
            }
            match event.key().as_str() {
                digit @ ("0" | "1" | "2" | "3" | "4" | "5") => {
                    choose.emit(digit.as_bytes()[0] - b'0');
                }
                "ArrowLeft" if at > 0 => go.emit(at - 1),
                "ArrowRight" if at + 1 < all => go.emit(at + 1),
                "u" | "U" => tell.emit(Message::Undo),
                "n" | "N" => {
                    focus::focus_id("note");
                }
                _ => return,
            }
            event.prevent_default();
        });
        move || drop(listener)
    });
}
