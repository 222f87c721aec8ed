//! Hours by level and account manager, the core's share against its goal, and what to cut when it does not fit.

use yew::prelude::*;

use crate::recipe::path;
use crate::ui::components::{NumberInput, level_badge, why};
use crate::ui::context::Page;
use crate::views::{AdviceWords, PlanView, advice_words};

/// A bar for the core's share, a table by level, a table by account manager.
pub fn hours(page: &Page, view: &PlanView) -> Html {
    let texts = &page.texts().plan;
    html! {
        <section class="panel">
            <h2>{ texts.hours_title }</h2>
            { core_share(page, view) }
            <div class="grid-2">
                { by_level(page, view) }
                { settings(page, view) }
            </div>
            { by_owner(page, view) }
            { advice(page, view) }
        </section>
    }
}

/// The share as a bar with the goal marked; the numbers stand beside it.
fn core_share(page: &Page, view: &PlanView) -> Html {
    let (texts, format) = (&page.texts().plan, page.format());
    let Some(share) = view.core_time else { return Html::default() };
    let x = |share: f64| format!("{:.2}", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <div class="core-share" data-testid="figure-core-time" data-value={share.to_string()}>
            <p>
                <b>{ format!("{}: {}", texts.core_share, format.percent(share, 1)) }</b>
                { " · " }{ (texts.goal)(&format.percent(view.goal, 0)) }
                if let Some(now) = view.core_time_now {
                    { format!(" · {} {}", texts.now, format.percent(now, 1)) }
                }
            </p>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" class="share-bar">
                <rect x="0" y="0" width="100" height="6" class="share-rest" />
                <rect x="0" y="0" width={x(share)} height="6" class="share-core" />
                <rect x={x((view.goal - 0.004).max(0.0))} y="0" width="0.6" height="6" class="share-goal" />
            </svg>
        </div>
    }
}

fn by_level(page: &Page, view: &PlanView) -> Html {
    let (texts, format) = (&page.texts().plan, page.format());
    let share =
        |hours: f64| if view.hours > 0.0 { format.percent(hours / view.hours, 0) } else { "–".to_owned() };
    html! {
        <div>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.hours_title}><table class="table">
                <thead><tr>
                    <th scope="col">{ texts.level }</th>
                    <th scope="col" class="num">{ texts.customers }</th>
                    <th scope="col" class="num">{ texts.hours }</th>
                    <th scope="col" class="num">{ texts.share_time }</th>
                </tr></thead>
                <tbody>
                    for level in view.levels.iter() {
                        <tr data-testid={format!("level-{}", level.level.letter().to_lowercase())}>
                            <th scope="row">{ level_badge(level.level.letter()) }</th>
                            <td class="num">{ format.count(level.customers) }</td>
                            <td class="num">{ format.number(level.hours, 0) }</td>
                            <td class="num">{ share(level.hours) }</td>
                        </tr>
                    }
                    <tr class="total"><th scope="row">{ texts.total }</th>
                        <td class="num">{ format.count(view.levels.iter().map(|level| level.customers).sum()) }</td>
                        <td class="num">{ format.number(view.hours, 0) }</td><td></td>
                    </tr>
                </tbody>
            </table></div>
            { why(page.texts().shell.why, html! { <><p>{ (texts.hours_why)(&format.hours(view.visit_hours), &format.hours(view.call_hours)) }</p>
                if view.without_level > 0 {
                    <p>{ (texts.without_level)(&format.count(view.without_level)) }</p>
                }
            </> }) }
        </div>
    }
}

fn settings(page: &Page, view: &PlanView) -> Html {
    let texts = &page.texts().plan;
    let set = |label: &'static str, path: &str, now: f64, testid: Option<&'static str>| {
        let value = Some(page.entered_number(path).unwrap_or(now));
        html! { <label>{ label }<NumberInput {label} {value} max=100.0 {testid} on_number={page.enters_number(path.to_owned())} /></label> }
    };
    let goal = "/budget/core_goal";
    let on_goal = page.enters_number(goal.to_owned());
    let on_percent =
        Callback::from(move |percent: Option<f64>| on_goal.emit(percent.map(|percent| percent / 100.0)));
    let percent = page.entered_number(goal).unwrap_or(view.goal) * 100.0;
    html! {
        <fieldset class="settings">
            <legend>{ texts.settings_title }</legend>
            { set(texts.visit_hours, "/budget/visit_hours", view.visit_hours, Some("visit-hours")) }
            { set(texts.call_hours, "/budget/call_hours", view.call_hours, None) }
            <label>{ texts.core_goal }<NumberInput label={texts.core_goal} value={Some(percent)} max=100.0 on_number={on_percent} /></label>
        </fieldset>
    }
}

fn by_owner(page: &Page, view: &PlanView) -> Html {
    let (texts, format) = (&page.texts().plan, page.format());
    let available = |owner: &Option<String>| {
        let hours = path(&["budget", "owner_hours", owner.as_deref().unwrap_or_default(), "hours"]);
        let label = owner.clone().unwrap_or_else(|| texts.everyone.to_owned());
        html! { <NumberInput label={format!("{}: {label}", texts.available)} value={page.entered_number(&hours)} optional=true placeholder="–" on_number={page.enters_number(hours)} /> }
    };
    if view.owners.is_empty() {
        return Html::default();
    }
    html! {
        <div class="stack-s">
            <h3>{ texts.owners_title }</h3>
            <div class="scroll" tabindex="0" role="region" aria-label={texts.owners_title}>
                <table class="table">
                    <thead><tr>
                        <th scope="col">{ texts.owner }</th>
                        <th scope="col" class="num">{ texts.customers }</th>
                        <th scope="col" class="num">{ texts.hours }</th>
                        <th scope="col" class="num">{ texts.available }</th>
                    </tr></thead>
                    <tbody>
                        for owner in view.owners.iter() {
                            <tr class={owner.over.is_some().then_some("over")}>
                                <th scope="row">{ owner.owner.clone().unwrap_or_else(|| if view.has_owners { texts.no_owner } else { texts.everyone }.to_owned()) }</th>
                                <td class="num">{ format.count(owner.customers) }</td>
                                <td class="num">{ format.number(owner.hours, 0) }</td>
                                <td class="num">{ available(&owner.owner) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn advice(page: &Page, view: &PlanView) -> Html {
    let (texts, format) = (&page.texts().plan, page.format());
    let name = |owner: Option<String>| owner.unwrap_or_else(|| texts.everyone.to_owned());
    let sentence = |advice: AdviceWords| match advice {
        AdviceWords::Drop { owner, level, frees } => {
            (texts.advice_drop)(&name(owner), level, &format.hours(frees))
        }
        AdviceWords::FewerCore { owner, fits, has } => {
            (texts.advice_fewer)(&name(owner), &format.count(fits), &format.count(has))
        }
        AdviceWords::ShiftToCore { hours } => {
            (texts.below_goal)(&format.hours(hours), &format.percent(view.goal, 0))
        }
    };
    let over = view.owners.iter().filter_map(|owner| {
        let hours = owner.over?;
        Some((texts.over_full)(&name(owner.owner.clone()), &format.hours(hours)))
    });
    let lines: Vec<String> =
        over.chain(view.advice.iter().map(|advice| sentence(advice_words(advice)))).collect();
    if lines.is_empty() {
        return if view.reaches_goal && view.core > 0 {
            html! { <p class="notice good">{ texts.goal_met }</p> }
        } else {
            Html::default()
        };
    }
    html! { <div class="notice warn">{ for lines.into_iter().map(|line| html! { <p>{ line }</p> }) }</div> }
}
