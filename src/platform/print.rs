//! Printing the page as it is, with the print rules of its styles.

/// Opens the browser's print window; false when it cannot.
pub fn print() -> bool {
    super::window().is_some_and(|window| window.print().is_ok())
}
