//! The Pareto curve with its summary and table.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::charts::Chart;
use crate::ui::context::use_page;
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
    let Some(pareto) = &props.view.pareto else {
        return html! { <section class="panel"><h2>{ texts.pareto_title }</h2><p class="soft">{ texts.pareto_empty }</p></section> };
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
            <Chart name="pareto" scene={Rc::new(pareto.scene.clone())} title={texts.pareto_chart} {summary} />
        </section>
    }
}
