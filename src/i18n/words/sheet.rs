//! Words around any sheet: settings and their defaults.

words! {
    /// Beside a value that is not used; (what is used).
    out_of_range(used): "Buiten de grenzen: gerekend wordt met {used}." | "Out of range: {used} is used.";
    /// (the default, empty when it has no short form)
    reset_to(default): "Terug naar standaard {default}" | "Back to default {default}";
    reset_all: "Alles terug naar standaard" | "Everything back to default";
}
