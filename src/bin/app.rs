//! Mounts the page.

use kernklant::platform::failure;
use kernklant::ui::App;

fn main() {
    failure::install();
    if let Some(root) = kernklant::platform::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}
