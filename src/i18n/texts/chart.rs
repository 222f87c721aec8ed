//! Words of every chart: what it is, how to walk through it, and its table.

/// Words around a chart.
#[derive(Debug)]
pub struct ChartTexts {
    /// What a screen reader calls the picture.
    pub chart: &'static str,
    /// How to walk through it with a keyboard.
    pub keys: &'static str,
    /// The same when a mark can be opened.
    pub keys_select: &'static str,
    pub show_table: &'static str,
    pub hide_table: &'static str,
}

pub(super) const NL: ChartTexts = ChartTexts {
    chart: "grafiek",
    keys: "Pijltjestoetsen lopen langs de gegevens, Home en End naar het begin en het einde, Escape sluit de uitleg.",
    keys_select: "Pijltjestoetsen lopen langs de gegevens, Home en End naar het begin en het einde, Enter opent, Escape sluit de uitleg.",
    show_table: "Toon als tabel",
    hide_table: "Verberg de tabel",
};

pub(super) const EN: ChartTexts = ChartTexts {
    chart: "chart",
    keys: "Arrow keys walk along the data, Home and End to its beginning and end, Escape closes the tooltip.",
    keys_select: "Arrow keys walk along the data, Home and End to its beginning and end, Enter opens, Escape closes the tooltip.",
    show_table: "Show as table",
    hide_table: "Hide the table",
};
