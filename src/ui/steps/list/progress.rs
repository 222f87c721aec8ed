//! How far reading is: a bar, rows, and the time that is left. It redraws only itself.

use yew::prelude::*;

use crate::i18n::digits::fixed;
use crate::ui::context::use_page;
use crate::views::Progress;

/// From so many seconds the time is told in minutes.
const IN_MINUTES: u32 = 90;

/// Hears from the engine by itself: a long list tells its progress many times, and the rest of the page stays as it is.
#[component]
pub fn ReadingProgress() -> Html {
    let page = use_page();
    let progress = use_state(Progress::default);
    use_effect_with((), {
        let (engine, progress) = (page.engine.clone(), progress.setter());
        move |()| engine.on_progress(Callback::from(move |newest| progress.set(newest)))
    });
    let (texts, format) = (&page.texts().list, page.format());
    let cancel = {
        let engine = page.engine.clone();
        Callback::from(move |_: MouseEvent| engine.cancel())
    };
    let percent = format!("{}%", fixed(progress.share * 100.0, 0));
    let mut words = (texts.reading_rows)(&format.count(progress.rows as usize), &percent);
    if let Some(seconds) = progress.seconds_left {
        words += ", ";
        words += &match seconds {
            IN_MINUTES.. => (texts.minutes_left)((seconds + 30) / 60),
            // Near the end every second counts, before it would only flicker.
            11.. => (texts.seconds_left)(seconds.div_ceil(5) * 5),
            _ => (texts.seconds_left)(seconds),
        };
    }
    html! {
        <>
            // Told when asked for, not at every step.
            <p class="soft" aria-live="off" data-testid="progress">{ words }</p>
            <progress max="1" value={fixed(progress.share, 4)} aria-label={texts.reading_paste}></progress>
            <button type="button" class="button slim" data-testid="cancel" onclick={cancel}>{ texts.cancel }</button>
        </>
    }
}
