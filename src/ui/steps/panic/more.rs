//! What is asked beside the panic question, all of it optional: signs and own questions, reasons, certainty, a note.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};
use yew::prelude::*;

use crate::inputs::Action;
use crate::platform::{clock, focus};
use crate::ui::context::{Page, use_page};
use crate::ui::state::Message;
use crate::views::{Ask, AskQuestion, Person};

/// The questions about one customer.
#[derive(PartialEq, Properties)]
pub struct MoreProps {
    pub ask: Rc<Ask>,
    pub customer: String,
}

/// Folded away until wanted, then open for every customer that follows.
#[component]
pub fn More(props: &MoreProps) -> Html {
    let page = use_page();
    let (ask, customer) = (&props.ask, props.customer.as_str());
    if ask.questions.is_empty() && ask.reasons.is_none() && ask.sure.is_none() {
        return Html::default();
    }
    html! {
        <details class="why signs" open={page.state.more_open} ontoggle={toggled(&page)}>
            <summary id="more-questions">{ &ask.words.more }</summary>
            <div class="stack">
                <p class="small soft">{ &ask.words.more_hint }</p>
                <ul>{ for ask.questions.iter().map(|one| question(&page, customer, one)) }</ul>
                if let Some(given) = &ask.reasons {
                    { reasons(&page, ask, customer, true, &given[0]) }
                    { reasons(&page, ask, customer, false, &given[1]) }
                }
                if let Some(labels) = &ask.sure {
                    { sure(&page, ask, customer, labels) }
                }
            </div>
        </details>
    }
}

fn toggled(page: &Page) -> Callback<Event> {
    page.with(|event: Event| {
        let details = event.target_dyn_into::<web_sys::Element>();
        Message::More(details.is_some_and(|details| details.has_attribute("open")))
    })
}

/// One question: pressing the chosen answer again takes it back.
fn question(page: &Page, customer: &str, question: &AskQuestion) -> Html {
    let said = page.inputs().mine().and_then(|mine| mine.about(customer)?.said(&question.id));
    let say = {
        let (customer, id) = (customer.to_owned(), question.id.clone());
        move |says| Action::Say { customer: customer.clone(), question: id.clone(), says, at: clock::now() }
    };
    if question.choices.is_empty() {
        let value = said.map(|said| said.text().to_owned()).unwrap_or_default();
        let empty = say(None);
        let oninput = page.with(move |event: InputEvent| {
            let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value());
            Message::Do(empty.clone().filled(&text.unwrap_or_default()).stamped(clock::now()))
        });
        return html! {
            <li>
                <label class="field"><span>{ &question.text }</span><input class="input slim" type="text" {value} {oninput} /></label>
            </li>
        };
    }
    let choice = |(label, says): &(String, _)| {
        let pressed = said.as_ref() == Some(says);
        let action = say((!pressed).then(|| says.clone()));
        let onclick = page.with(move |_: MouseEvent| Message::Do(action.clone().stamped(clock::now())));
        html! { <button type="button" aria-pressed={pressed.to_string()} {onclick}>{ label }</button> }
    };
    html! {
        <li>
            <span>{ &question.text }</span>
            <div class="segmented" role="group" aria-label={question.text.clone()}>{ for question.choices.iter().map(choice) }</div>
        </li>
    }
}

/// Short reasons: typed and added with Enter, the ones given elsewhere to choose from.
fn reasons(page: &Page, ask: &Ask, customer: &str, buys: bool, given: &[String]) -> Html {
    let give = {
        let (page, customer) = (page.clone(), customer.to_owned());
        move |text: &str, given: bool| {
            let (customer, text) = (customer.clone(), text.to_owned());
            page.tell.emit(Message::Do(Action::WhyBuys { customer, buys, text, given, at: clock::now() }));
        }
    };
    let list = format!("reasons-{buys}");
    let mine = page.inputs().mine().and_then(|mine| mine.about(customer));
    let mine = mine.into_iter().flat_map(|answer| &answer.reasons).filter(|reason| reason.buys == buys);
    let (page_give, blur_give) = (give.clone(), give.clone());
    let chip = |text: &String| {
        let (give, taken) = (page_give.clone(), text.clone());
        let box_id = format!("say-{list}");
        let onclick = Callback::from(move |_: MouseEvent| {
            // The button goes with its reason: the focus goes on in the box.
            focus::focus_id(&box_id);
            give(&taken, false);
        });
        html! { <li class="chip">{ text }<button type="button" aria-label={format!("{}{text}", ask.words.take_away)} {onclick}>{ "×" }</button></li> }
    };
    let onkeydown = {
        let give = give.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter"
                && let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            {
                event.prevent_default();
                give(&input.value(), true);
                input.set_value("");
            }
        })
    };
    // Leaving the box adds what stands in it: on a phone there is no Enter to be found.
    let onblur = Callback::from(move |event: FocusEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>()
            && !input.value().trim().is_empty()
        {
            blur_give(&input.value(), true);
            input.set_value("");
        }
    });
    let words = &ask.words;
    html! {
        <div class="reasons">
            <label class="field">
                <span>{ &words.buys[usize::from(!buys)] }</span>
                <input class="input slim" type="text" id={format!("say-{list}")} list={list.clone()} placeholder={words.reason_hint.clone()} data-testid={list.clone()} {onkeydown} {onblur} />
            </label>
            <datalist id={list.clone()}>{ for given.iter().map(|text| html! { <option value={text.clone()} /> }) }</datalist>
            <ul class="chips">{ for mine.map(|reason| chip(&reason.text)) }</ul>
        </div>
    }
}

/// How sure, in three degrees.
fn sure(page: &Page, ask: &Ask, customer: &str, labels: &[String; 3]) -> Html {
    let now = page.inputs().mine().and_then(|mine| mine.about(customer)?.confidence);
    let choice = |(place, label): (usize, &String)| {
        let degree = place as u8 + 1;
        let (customer, sure) = (customer.to_owned(), (now != Some(degree)).then_some(degree));
        let onclick = page.with(move |_: MouseEvent| {
            Message::Do(Action::Confidence { customer: customer.clone(), sure, at: clock::now() })
        });
        html! { <button type="button" aria-pressed={(now == Some(degree)).to_string()} {onclick}>{ label }</button> }
    };
    html! {
        <div class="sure">
            <span>{ &ask.words.sure }</span>
            <div class="segmented" role="group" aria-label={ask.words.sure.clone()}>{ for labels.iter().enumerate().map(choice) }</div>
        </div>
    }
}

/// Evidence behind an answer; in a workshop why the team decided so.
pub fn note(page: &Page, ask: &Ask, person: &Person) -> Html {
    let customer = person.who.key.clone();
    let decided = page.inputs().answers.finals.get(&customer);
    let (label, value) = match &ask.workshop {
        // Without a final answer there is nothing to explain yet.
        Some(_) if decided.is_none() => return Html::default(),
        Some(words) => (&words.final_note, decided.map(|answer| answer.note.clone())),
        None => {
            let mine = page.inputs().mine().and_then(|mine| mine.about(&customer));
            (&ask.words.note, mine.map(|answer| answer.note.clone()))
        }
    };
    let workshop = ask.workshop.is_some();
    let oninput = page.with(move |event: InputEvent| {
        let text = event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value());
        let (customer, text, at) = (customer.clone(), text.unwrap_or_default(), clock::now());
        Message::Do(if workshop {
            Action::FinalNote { customer, text, at }
        } else {
            Action::Note { customer, text, at }
        })
    });
    html! {
        <label class="field note" key={person.who.key.clone()}>
            <span>{ label }</span>
            <textarea id="note" class="textarea" rows="2" data-testid="panic-note" value={value.unwrap_or_default()} {oninput} />
            if !workshop {
                <span class="tiny soft">{ &ask.words.note_hint }</span>
            }
        </label>
    }
}
