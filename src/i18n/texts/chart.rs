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
    /// Before the boxes of a region.
    pub region: &'static str,
    pub from: &'static str,
    pub to: &'static str,
}

pub(super) const NL: ChartTexts = ChartTexts {
    chart: "grafiek",
    keys: "Pijltjestoetsen lopen langs de gegevens, Home en End naar het begin en het einde, Escape sluit de uitleg.",
    keys_select: "Pijltjestoetsen lopen langs de gegevens, Home en End naar het begin en het einde, Enter opent, Escape sluit de uitleg.",
    show_table: "Toon als tabel",
    hide_table: "Verberg de tabel",
    region: "Kies een gebied: sleep een rechthoek in de grafiek, of vul grenzen in.",
    from: "van",
    to: "tot",
};

pub(super) const EN: ChartTexts = ChartTexts {
    chart: "chart",
    keys: "Arrow keys walk along the data, Home and End to its beginning and end, Escape closes the tooltip.",
    keys_select: "Arrow keys walk along the data, Home and End to its beginning and end, Enter opens, Escape closes the tooltip.",
    show_table: "Show as table",
    hide_table: "Hide the table",
    region: "Choose a region: drag a rectangle in the chart, or enter limits.",
    from: "from",
    to: "to",
};
