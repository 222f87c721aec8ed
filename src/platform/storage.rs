//! What the browser remembers between visits. Not for the single file: from `file://`, any other local page could read it.

use web_sys::Storage;

/// Whether something can be remembered here.
pub fn is_available() -> bool {
    open().is_some()
}

/// What was kept under this name.
pub fn load(name: &str) -> Option<String> {
    open()?.get_item(name).ok()?
}

/// Keeps text under this name; false when it is full, forbidden, or a local file.
pub fn keep(name: &str, text: &str) -> bool {
    open().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// Forgets what was kept under this name.
pub fn forget(name: &str) {
    if let Some(storage) = open() {
        // Only a storage that cannot be written refuses, and it then holds nothing of ours.
        let _ = storage.remove_item(name);
    }
}

fn open() -> Option<Storage> {
    if super::location::is_local_file() {
        return None;
    }
    super::window()?.local_storage().ok()?
}
