//! The six answers as large buttons, the strongest first, each with its key.

use yew::prelude::*;

use crate::ui::context::use_page;

/// The answers about one customer.
#[derive(PartialEq, Properties)]
pub struct AnswerButtonsProps {
    pub name: AttrValue,
    pub answer: Option<u8>,
    pub on_answer: Callback<u8>,
}

/// Big enough for a thumb; the chosen one is pressed.
#[component]
pub fn AnswerButtons(props: &AnswerButtonsProps) -> Html {
    let page = use_page();
    let texts = &page.texts().panic;
    html! {
        <div class="answers" role="group" aria-label={format!("{} {}", props.name, texts.question)}>
            for answer in [5_u8, 4, 3, 2, 1, 0] {
                <button
                    type="button"
                    class={classes!("answer", format!("answer-{answer}"))}
                    data-testid={format!("panic-answer-{answer}")}
                    aria-pressed={(props.answer == Some(answer)).to_string()}
                    onclick={{
                        let on_answer = props.on_answer.clone();
                        Callback::from(move |_: MouseEvent| on_answer.emit(answer))
                    }}
                >
                    <kbd aria-hidden="true">{ answer }</kbd><span>{ texts.answers[usize::from(answer)] }</span>
                </button>
            }
        </div>
    }
}
