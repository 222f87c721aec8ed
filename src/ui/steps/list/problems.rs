//! What needs a look: problems by kind with row, column, value and remedy, and the rows that do not count.

use yew::prelude::*;

use crate::i18n::problems::{explain, explain_note};
use crate::inputs::Action;
use crate::ui::context::Page;
use crate::ui::state::Message;
use crate::views::{Download, ListView, ProblemGroup};

/// Nothing is dropped in silence: here is all of it, the rest in two downloads.
pub fn problems(page: &Page, view: &ListView) -> Html {
    let (texts, format) = (&page.texts().list, page.format());
    let save = |what: Download| {
        let engine = page.engine.clone();
        Callback::from(move |_: MouseEvent| engine.download(what))
    };
    if view.problems == 0 && view.removed.is_empty() {
        return html! { <p class="notice good">{ texts.problems_none }</p> };
    }
    let count = format.counted(view.problems, texts.problem_one, texts.problem_many);
    html! {
        <section class="panel" data-testid="problems" data-count={view.problems.to_string()}>
            <h2>{ (texts.problems_title)(&count) }</h2>
            for group in view.groups.iter() {
                { group_table(page, group) }
            }
            { rows_out(page, view) }
            <div class="row">
                <button type="button" class="button slim" onclick={save(Download::Problems)}>{ texts.download_problems }</button>
                if view.rejected + view.left_out > 0 {
                    <button type="button" class="button slim" onclick={save(Download::Rejected)}>{ texts.download_rejected }</button>
                }
            </div>
        </section>
    }
}

fn group_table(page: &Page, group: &ProblemGroup) -> Html {
    let (texts, format) = (&page.texts().list, page.format());
    let language = page.state.language;
    let Some(first) = group.examples.first() else { return Html::default() };
    let remedy = explain(first, language).remedy;
    let more = group.count - group.examples.len();
    html! {
        <details class="problem-group" open={group.count <= 5}>
            <summary><span class="chip warn">{ format.count(group.count) }</span>{ " " }{ explain(first, language).kind }</summary>
            <p class="small soft">{ remedy }</p>
            <ul class="problem-list small">
                for problem in group.examples.iter() {
                    <li>
                        <span>{ explain(problem, language).what }</span>
                        if problem.row > 0 {
                            <button type="button" class="button quiet slim" onclick={page.on(Message::Do(Action::RemoveRow { row: problem.row, removed: true }))}>
                                { texts.leave_out }<span class="visually-hidden">{ format!(" ({} {})", texts.row, problem.row) }</span>
                            </button>
                        }
                    </li>
                }
            </ul>
            if more > 0 {
                <p class="small soft">{ (texts.problems_more)(&format.count(more)) }</p>
            }
        </details>
    }
}

/// Rejected and left-out rows; those the person took out can be taken back in.
fn rows_out(page: &Page, view: &ListView) -> Html {
    let texts = &page.texts().list;
    let language = page.state.language;
    html! {
        <>
            if !view.rows_out.is_empty() {
                <details class="problem-group">
                    <summary>{ texts.rows_out_title }</summary>
                    <ul class="problem-list small">
                        for note in view.rows_out.iter() {
                            <li>{ format!("{} {}: {}", texts.row, note.row, explain_note(note, language)) }</li>
                        }
                    </ul>
                </details>
            }
            if !view.removed.is_empty() {
                <div class="row small">
                    <b>{ texts.removed_title }</b>
                    for row in view.removed.iter().copied() {
                        <button type="button" class="button slim" onclick={page.on(Message::Do(Action::RemoveRow { row, removed: false }))}>
                            { format!("{} {row}: {}", texts.row, texts.put_back) }
                        </button>
                    }
                </div>
            }
        </>
    }
}
