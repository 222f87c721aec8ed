//! The whole page.

use yew::prelude::*;

use crate::platform::boot::{self, Boot};
use crate::worker::client::{Client, Said};
use crate::worker::protocol::Event;

/// The page. It says whether it is sealed and whether the engine runs.
#[component]
pub fn App() -> Html {
    let boot = use_state(|| None::<Boot>);
    let client = use_mut_ref(|| None::<Client>);
    let is_ready = use_state(|| false);
    {
        let (boot, client, is_ready) = (boot.clone(), client.clone(), is_ready.clone());
        use_effect_with((), move |()| {
            boot::on_ready(move |ready| {
                let hear = move |said| is_ready.set(said == Said::Event(Event::Ready));
                *client.borrow_mut() =
                    Some(Client::start(ready.engine_module.clone(), ready.worker_url.clone(), hear));
                boot.set(Some(ready));
            });
        });
    }
    let sealed = boot.as_ref().is_some_and(|boot| boot.sealed);
    html! {
        <main>
            <h1>{ "Kernklant" }</h1>
            <p data-testid="sealed" data-value={sealed.to_string()}>{ if sealed { "verzegeld" } else { "open" } }</p>
            <p data-testid="engine" data-value={is_ready.to_string()}>{ if *is_ready { "klaar" } else { "start" } }</p>
        </main>
    }
}
