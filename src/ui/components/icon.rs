//! The few pictograms of the page, as inline SVG.

use yew::prelude::*;

/// Which pictogram.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// The brand: a core in a ring.
    Core,
    /// Closed lock: sealed.
    Lock,
    /// Open lock: not sealed.
    OpenLock,
    /// Up into the page.
    Upload,
}

/// Draws a pictogram in the text's colour; decoration only, words always stand beside it.
pub fn icon(symbol: Symbol) -> Html {
    let shape = match symbol {
        Symbol::Core => html! { <>
            <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.2 2.6" />
            <circle cx="12" cy="12" r="4.6" fill="currentColor" />
        </> },
        Symbol::Lock => html! { <>
            <rect x="4.5" y="10.5" width="15" height="10" rx="2.2" fill="currentColor" />
            <path d="M8 10.5V7.5a4 4 0 0 1 8 0v3" fill="none" stroke="currentColor" stroke-width="2.2" />
        </> },
        Symbol::OpenLock => html! { <>
            <rect x="4.5" y="10.5" width="15" height="10" rx="2.2" fill="none" stroke="currentColor" stroke-width="2" />
            <path d="M8 10.5V6.5a4 4 0 0 1 7.6-1.7" fill="none" stroke="currentColor" stroke-width="2.2" />
        </> },
        Symbol::Upload => html! {
            <path d="M12 16V5m0 0L7.5 9.5M12 5l4.5 4.5M4.5 15.5v3a1.5 1.5 0 0 0 1.5 1.5h12a1.5 1.5 0 0 0 1.5-1.5v-3" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
        },
    };
    html! { <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">{ shape }</svg> }
}
