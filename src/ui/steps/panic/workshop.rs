//! Workshop mode on the beamer: everyone's answers revealed together, a clock, the team's final answer.

use std::rc::Rc;

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::question::answers;
use crate::platform::{focus, screen};
use crate::ui::context::Page;
use crate::views::{Ask, Person, Workshop};

/// The answers: a button while they are hidden, then everyone's on one scale, and the final answer below.
pub fn revealed(
    page: &Page,
    ask: &Rc<Ask>,
    person: &Person,
    (hidden, is_full): (bool, bool),
    on_reveal: &Callback<()>,
) -> Html {
    let Some(words) = &ask.workshop else { return Html::default() };
    let full = Callback::from(|_: MouseEvent| {
        screen::toggle("workshop");
        // A space then reveals, and does not press the button again.
        focus::focus_id("workshop");
    });
    let full = html! { <button type="button" class="button slim no-print" data-testid="full-screen" onclick={full}>{ if is_full { &words.leave_full_screen } else { &words.full_screen } }</button> };
    if hidden {
        let onclick = on_reveal.reform(|_: MouseEvent| ());
        return html! {
            <div class="row">
                <button type="button" class="button primary reveal" data-testid="reveal" {onclick}>{ format!("{} ({})", words.reveal, person.said.len()) }</button>
                { full }
            </div>
        };
    }
    let row = |answer: u8| {
        let names = person.said.iter().filter(|(_, _, said)| *said == answer);
        let chips: Html = names.map(|(name, _, _)| html! { <li class="chip">{ name }</li> }).collect();
        html! {
            <div class="said-row">
                <span><b>{ answer }</b>{ " " }{ &ask.words.short[usize::from(answer)] }</span>
                <ul class="chips">{ chips }</ul>
            </div>
        }
    };
    html! {
        <>
            <div class="said" data-testid="revealed" role="status">
                { for [5_u8, 4, 3, 2, 1, 0].map(row) }
                <p class="small soft">{ &person.spread }</p>
            </div>
            <div class="row-between"><h3>{ &words.final_title }</h3>{ full }</div>
            { answers(page, ask, person) }
        </>
    }
}

/// Whether the workshop fills the screen, however that came about.
#[hook]
pub fn use_full_screen() -> bool {
    let is_full = use_state_eq(screen::is_full);
    use_effect_with((), {
        let is_full = is_full.clone();
        move |()| {
            let listener = screen::on_change(move || is_full.set(screen::is_full()));
            move || drop(listener)
        }
    });
    *is_full
}

/// The words around the clock.
#[derive(PartialEq, Properties)]
pub struct TimerProps {
    pub words: Workshop,
}

/// Counts down for every customer anew once a time was chosen; the choice stays from customer to customer.
#[component]
pub fn Timer(props: &TimerProps) -> Html {
    let words = &props.words;
    let page = crate::ui::context::use_page();
    let given = page.state.timer;
    let left = use_state(|| given);
    use_effect_with(given, {
        let left = left.clone();
        move |&given| {
            left.set(given);
            let ticking = (given > 0).then(|| {
                let now = std::cell::Cell::new(given);
                Interval::new(1000, move || {
                    now.set(now.get().saturating_sub(1));
                    left.set(now.get());
                })
            });
            move || drop(ticking)
        }
    });
    let choice = |(label, seconds): &(String, u32)| {
        let pressed = (*seconds == given).to_string();
        let onclick = page.on(crate::ui::state::Message::Timer(*seconds));
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ label }</button> }
    };
    html! {
        <div class="row timer">
            <span class="small soft">{ &words.timer }</span>
            <div class="segmented" role="group" aria-label={words.timer.clone()}>{ for words.times.iter().map(choice) }</div>
            if given > 0 {
                <span class={classes!("clock", (*left == 0).then_some("up"))} role="timer" data-testid="clock">
                    { if *left == 0 { words.time_up.clone() } else { format!("{}:{:02}", *left / 60, *left % 60) } }
                </span>
            }
        </div>
    }
}
