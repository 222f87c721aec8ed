//! The Pareto curve with its summary and table.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::picture_words;
use crate::ui::charts::{Chart, Picture};
use crate::ui::context::use_page;
use crate::ui::state::Message;
use crate::views::InsightView;

/// The curve of a list.
#[derive(PartialEq, Properties)]
pub struct ParetoPanelProps {
    pub view: Rc<InsightView>,
}

/// Says what is missing when there is nothing to draw.
#[component]
pub fn ParetoPanel(props: &ParetoPanelProps) -> Html {
    let page = use_page();
    let (texts, shell, format) = (&page.texts().insight, &page.texts().shell, page.format());
    // The same picture as long as the view is the same, so that looking at it costs nothing.
    let picture = use_memo(Rc::clone(&props.view), |view| {
        view.pareto.as_ref().map(|pareto| Picture::from(pareto.scene.clone()))
    });
    let (Some(pareto), Some(picture)) = (&props.view.pareto, (*picture).clone()) else {
        return html! { <section class="panel"><h2>{ texts.pareto_title }</h2><p class="soft">{ picture_words(page.state.language).pareto_empty }</p></section> };
    };
    let customers = |count: usize| format.counted(count, shell.one_customer, shell.customers);
    let summary = (texts.pareto_summary)(
        &customers(pareto.top_customers),
        &format.percent(pareto.top_share, 1),
        &format.count(pareto.hold_customers),
        &customers(pareto.customers),
    );
    html! {
        <section class="panel">
            <h2>{ texts.pareto_title }</h2>
            <Chart name="pareto" language={page.state.language} scene={picture} title={texts.pareto_chart} {summary} first_column={texts.col_share} on_width={page.with(Message::Width)} />
        </section>
    }
}
