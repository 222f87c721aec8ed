//! Sniffing: which character parts the cells, by reading a sample with each candidate and judging what comes out.
//!
//! A candidate is good when most records get the same number of cells, when the cells look whole (numbers, dates and
//! words without other delimiters in them), when every column holds one type, and when a row of words for columns stands
//! above. (Weighing pattern and type is the idea of CleverCSV: van den Burg, Nazábal and Sutton 2019; consistency down
//! the columns that of DuckDB's sniffer; the weights are ours.)

use super::header::find_header;
use super::header_words::is_header_like;
use super::looks::{Looks, looks};
use super::records::{Cutter, Cutting};
use super::{Dialect, ReadOptions};
use crate::sorted::InOrder;
use quick::Span;

/// Delimiters that are tried, with how likely each is beforehand.
const CANDIDATES: [(char, f64); 17] = [
    (';', 1.0),
    ('\t', 1.0),
    (',', 0.95),
    ('|', 0.97),
    ('\u{1f}', 0.97),
    ('\u{1}', 0.9),
    ('\u{1c}', 0.9),
    ('^', 0.85),
    ('~', 0.85),
    ('§', 0.85),
    ('¦', 0.85),
    ('¬', 0.85),
    ('#', 0.7),
    ('!', 0.7),
    ('*', 0.6),
    (':', 0.6),
    ('=', 0.5),
];

/// A rare character is tried when it stands in this share of the lines, and believed only below a whole row of words
/// for columns.
const RARE_LINES: f64 = 0.6;
const RARE_PRIOR: f64 = 0.6;
/// So many rare characters are tried.
const MOST_RARE: usize = 8;

/// Below this share of like records with whole cells, a list is one column.
const CREDIBLE: f64 = 0.45;
/// So many records tell enough.
const RECORDS: usize = 200;
/// Records above the first full one that may be a preamble.
const LONGEST_PREAMBLE: usize = 15;

/// What the sample tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sniffed {
    pub(super) cutting: Cutting,
}

/// One record of a sample.
#[derive(Clone, Debug)]
pub(super) struct Sampled {
    /// Which record it is, from 0 on, blank ones counted.
    pub(super) index: usize,
    pub(super) cells: Vec<String>,
}

impl Sampled {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| looks(cell) == Looks::Empty)
    }
}

/// Detects delimiter, quote and width from the first part of a text.
pub(super) fn sniff(sample: &str, options: &ReadOptions) -> Sniffed {
    let quote = options.quote.unwrap_or_else(|| likely_quote(sample));
    let backslash = uses_backslash(sample, quote);
    let cutting = |delimiter, width| Cutting { delimiter, quote, backslash, width };
    if let Some(delimiter) = options.delimiter {
        let width = usual_width(&cut_sample(sample, cutting(Some(delimiter), 0))).max(1);
        return Sniffed { cutting: cutting(Some(delimiter), width) };
    }
    let mut best: Option<(f64, Cutting)> = None;
    let usual = CANDIDATES.into_iter().filter(|(delimiter, _)| sample.contains(*delimiter));
    let rare = rare_delimiters(sample).into_iter().map(|delimiter| (delimiter, RARE_PRIOR));
    for (delimiter, prior) in usual.chain(rare) {
        let width = usual_width(&cut_sample(sample, cutting(Some(delimiter), 0)));
        if width < 2 {
            continue;
        }
        let tried = cutting(Some(delimiter), width);
        let score = score(&cut_sample(sample, tried), tried) * prior;
        if score > best.map_or(0.0, |(known, _)| known) {
            best = Some((score, tried));
        }
    }
    Sniffed { cutting: best.map_or(cutting(None, 1), |(_, found)| found) }
}

/// Cuts a sample into records, blank ones included.
pub(super) fn cut_sample(sample: &str, cutting: Cutting) -> Vec<Sampled> {
    let mut cutter = Cutter::new(cutting);
    let (mut at, mut records) = (0, Vec::new());
    let (mut spans, mut unescaped) = (Vec::<Span>::new(), String::new());
    while at < sample.len() && records.len() < RECORDS {
        spans.clear();
        unescaped.clear();
        let record = cutter.cut(sample, at, &mut spans, &mut unescaped);
        let cells = spans.iter().map(|span| span.text(sample, &unescaped).unwrap_or("").to_owned()).collect();
        records.push(Sampled { index: records.len(), cells });
        at = record.next;
    }
    records
}

/// The most usual number of cells of two and more; the larger of equals. Without any, 1.
pub(super) fn usual_width(records: &[Sampled]) -> usize {
    let mut widths: Vec<usize> = records
        .iter()
        .filter(|record| !record.is_blank())
        .map(|record| record.cells.len())
        .filter(|width| *width > 1)
        .collect();
    widths.order_by(Ord::cmp);
    let mut best = (0, 1);
    for run in widths.chunk_by(|a, b| a == b) {
        if run.len() >= best.0 {
            best = (run.len(), run[0]);
        }
    }
    best.1
}

fn score(records: &[Sampled], cutting: Cutting) -> f64 {
    let width = cutting.width;
    let filled: Vec<&Sampled> = records.iter().filter(|record| !record.is_blank()).collect();
    let full: Vec<&Sampled> = filled.iter().copied().filter(|record| record.cells.len() == width).collect();
    let preamble = filled.iter().take_while(|record| record.cells.len() != width).count();
    let counted = filled.len() - if full.len() > 1 { preamble.min(LONGEST_PREAMBLE) } else { 0 };
    let like = full.len() as f64 / counted.max(1) as f64;
    let body = if full.len() > 1 { &full[1..] } else { &full[..] };
    let cells = body.iter().flat_map(|record| record.cells.iter());
    let (whole, all) =
        cells.fold((0.0, 0.0), |(whole, all), cell| (whole + wholeness(cell, cutting), all + 1.0));
    let credible = like * if all > 0.0 { whole / all } else { 0.0 };
    let words = header_words(records, width);
    if !is_usual(cutting.delimiter) && (words < 1.0 || !rare_is_credible(body, cutting)) {
        return 0.0;
    }
    if credible < CREDIBLE || is_comma_of_text(&filled, body, cutting) {
        return 0.0;
    }
    let below_words = match words {
        none if none < 0.0 => 0.65,
        some if some < 0.5 => 0.85,
        _ => 1.0,
    };
    let consistent = f64::midpoint(1.0, type_consistency(body, width));
    credible * consistent * below_words * ((width - 1) as f64 / width as f64).sqrt()
}

fn is_usual(delimiter: Option<char>) -> bool {
    CANDIDATES.iter().any(|(known, _)| Some(*known) == delimiter)
}

/// Signs that stand in most lines and could part cells, the most frequent first. Signs that belong to names, numbers
/// and dates do not count.
fn rare_delimiters(sample: &str) -> Vec<char> {
    let lines: Vec<&str> = sample.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let mut counts: Vec<(usize, char)> = Vec::new();
    for line in &lines {
        let mut seen: Vec<char> = line.chars().filter(|letter| may_part(*letter)).collect();
        seen.order_by(Ord::cmp);
        seen.dedup();
        for letter in seen {
            match counts.iter_mut().find(|(_, known)| *known == letter) {
                Some((count, _)) => *count += 1,
                None => counts.push((1, letter)),
            }
        }
    }
    counts.retain(|(count, _)| lines.len() > 1 && *count as f64 >= RARE_LINES * lines.len() as f64);
    counts.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counts.into_iter().map(|(_, letter)| letter).take(MOST_RARE).collect()
}

fn may_part(letter: char) -> bool {
    let belongs = matches!(
        letter,
        '"' | '\'' | '’' | '.' | '-' | '_' | '(' | ')' | '€' | '%' | '+' | '\u{a0}' | '\u{feff}'
    );
    letter == ' '
        || !(belongs || letter.is_alphanumeric() || letter.is_whitespace() || is_usual(Some(letter)))
}

/// The share of the header's filled cells that are words for columns; below zero when there is no header.
fn header_words(records: &[Sampled], width: usize) -> f64 {
    let Some(place) = find_header(records, width) else { return -1.0 };
    let Some(header) = records.get(place.last) else { return -1.0 };
    let filled = header.cells.iter().filter(|cell| looks(cell) != Looks::Empty);
    let (words, all) = filled.fold((0.0, 0.0), |(words, all), cell| {
        let is_word = looks(cell) == Looks::Year || is_header_like(cell);
        (words + if is_word { 1.0 } else { 0.0 }, all + 1.0)
    });
    // One word above several columns is a title, or a header cut by the wrong character.
    if all > 1.0 || width == 1 { words / all } else { -1.0 }
}

/// Whether rows cut by a rare character hold something that words alone do not have: names with blanks, dates with
/// slashes and paths are no tables.
fn rare_is_credible(body: &[&Sampled], cutting: Cutting) -> bool {
    let holds_amounts = (0..cutting.width).any(|column| {
        let cells = body.iter().filter_map(|record| record.cells.get(column));
        let mut filled = cells.filter(|cell| looks(cell) != Looks::Empty).peekable();
        filled.peek().is_some() && filled.all(|cell| looks(cell) == Looks::Figures)
    });
    holds_amounts && (cutting.width > 2 || cutting.delimiter != Some(' '))
}

/// How far each column holds one type, figures or words: 1 when all do.
fn type_consistency(body: &[&Sampled], width: usize) -> f64 {
    let (mut sum, mut columns) = (0.0, 0.0);
    for column in 0..width {
        let (mut figures, mut words) = (0.0_f64, 0.0_f64);
        for record in body {
            match record.cells.get(column).map_or(Looks::Empty, |cell| looks(cell)) {
                Looks::Empty | Looks::Missing => {}
                Looks::Figures | Looks::Year => figures += 1.0,
                Looks::Text => words += 1.0,
            }
        }
        if figures + words > 0.0 {
            sum += figures.max(words) / (figures + words);
            columns += 1.0;
        }
    }
    if columns > 0.0 { sum / columns } else { 1.0 }
}

/// How much a cell looks like a whole cell, 0–1.
fn wholeness(cell: &str, cutting: Cutting) -> f64 {
    let usual = matches!(cutting.delimiter, Some(';' | ',' | '\t' | '|'));
    if cell.contains(['\t', '|']) || (cell.contains(';') && (!usual || !cell.contains("; "))) {
        return 0.0;
    }
    match looks(cell) {
        Looks::Empty => 0.9,
        Looks::Missing | Looks::Figures | Looks::Year => 1.0,
        Looks::Text if cell.starts_with(cutting.quote) || cell.ends_with(cutting.quote) => 0.3,
        Looks::Text if cell.contains(',') && !usual => 0.3,
        Looks::Text if has_tight_comma(cell) => 0.5,
        Looks::Text => 0.95,
    }
}

/// A comma with no blank behind it.
fn has_tight_comma(cell: &str) -> bool {
    cell.match_indices(',').any(|(place, _)| !cell[place + 1..].starts_with(' '))
}

/// Whether the comma belongs to names ("Jansen, P.") rather than between cells.
fn is_comma_of_text(filled: &[&Sampled], body: &[&Sampled], cutting: Cutting) -> bool {
    if cutting.delimiter != Some(',') || cutting.width != 2 {
        return false;
    }
    let first = filled.first().map_or(&[][..], |record| &record.cells[..]);
    if first.len() == 2 && first.iter().all(|cell| is_header_like(cell)) {
        return false;
    }
    let second = |record: &Sampled| record.cells.get(1).map_or(Looks::Empty, |cell| looks(cell));
    let all_text = body.iter().all(|record| second(record) == Looks::Text);
    let spaced = body.iter().all(|record| record.cells.get(1).is_some_and(|cell| cell.starts_with(' ')));
    let one_header = first.len() == 1 && is_header_like(&first[0]);
    all_text && (spaced || one_header)
}

/// An apostrophe when nearly every line has cells that begin and end with one, else a double quote.
fn likely_quote(sample: &str) -> char {
    let (mut lines, mut opened, mut closed) = (0, 0, 0);
    for line in sample.lines().take(RECORDS).filter(|line| !line.is_empty()) {
        lines += 1;
        let is_edge =
            |letter: Option<char>| letter.is_none_or(|letter| matches!(letter, ';' | ',' | '\t' | '|'));
        for (place, letter) in line.char_indices() {
            let before = line[..place].chars().next_back();
            let after = line[place + letter.len_utf8()..].chars().next();
            if letter == '"' && (is_edge(before) || is_edge(after)) {
                return '"';
            }
            opened += usize::from(letter == '\'' && is_edge(before) && !is_edge(after));
            closed += usize::from(letter == '\'' && is_edge(after) && !is_edge(before));
        }
    }
    if lines > 1 && opened * 10 >= lines * 8 && closed * 10 >= opened * 8 { '\'' } else { '"' }
}

/// Whether quotes inside cells are written `\"`.
fn uses_backslash(sample: &str, quote: char) -> bool {
    sample.match_indices(['\\']).any(|(place, _)| {
        let mut rest = sample[place + 1..].chars();
        rest.next() == Some(quote)
            && rest.next().is_some_and(|letter| {
                !matches!(letter, ';' | ',' | '\t' | '|' | '\n' | '\r') && letter != quote
            })
    })
}

impl Dialect {
    /// The dialect of a file cut this way.
    pub(super) fn of(cutting: Cutting, encoding: super::encoding::Detected) -> Self {
        Self {
            encoding: encoding.encoding.name().to_owned(),
            encoding_evidence: encoding.evidence,
            delimiter: cutting.delimiter,
            quote: cutting.quote,
            backslash: cutting.backslash,
            decimal: None,
            header_row: None,
            header_first: None,
            origin: super::Origin::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sample: &str, delimiter: Option<char>, width: usize) {
        let found = sniff(sample, &ReadOptions::default()).cutting;
        assert_eq!((found.delimiter, found.width), (delimiter, width), "{sample:?}");
    }

    #[test]
    fn delimiters_are_found() {
        for (sample, delimiter, width) in [
            ("Klant;Omzet\nJansen;12,50\nPiet;13,50\n", Some(';'), 2),
            ("Klant,Omzet\nJansen,12.50\n\"Piet, Jan\",13.50\n", Some(','), 2),
            ("Klant\tOmzet\nJansen, P.\t12,50\n", Some('\t'), 2),
            ("Klant|Omzet|Plaats\nJansen|12,50|Ede\n", Some('|'), 3),
            ("Klant^Omzet\nJansen^12\nPiet^13", Some('^'), 2),
            ("Klant:Omzet\nJansen:12\nPiet:13", Some(':'), 2),
            ("Klant\u{1f}Omzet\nJansen\u{1f}12\n", Some('\u{1f}'), 2),
            ("Klant, Omzet\nJansen, 12\n", Some(','), 2),
            ("Klant, Plaats\nJansen, Ede\n", Some(','), 2),
            ("Jansen;1.000\n", Some(';'), 2),
            ("Overzicht\nperiode: 2025\n\nNr;Naam;Omzet\n1;Jan;1,5\n2;Piet;2,5\n", Some(';'), 3),
            ("a;b\n1,5;2,5\n3,5;4,5\n", Some(';'), 2),
            ("Naam,Notitie\nJan,\"a;b\"\nPiet,\"c;d\"\n", Some(','), 2),
        ] {
            check(sample, delimiter, width);
        }
    }

    #[test]
    fn lists_of_one_column_stay_one_column() {
        for sample in [
            "Jansen, P.\nVries, K. de\nBakker, Jan\n",
            "Naam\nJansen, P.\nBakkerij de Groot\n",
            "Naam\nJansen,P.\nVries,K.\n",
            "Jansen\nPietersen\n",
            "Jansen",
            "Naam\n",
            "Jan & Zn.\nPiet & Co.\n",
            "Klant naam\nGarage 1\nGarage 2\n",
            "Naam klant\nJan Jansen\nPiet Smit\n",
            "Klant en naam\nJan en 1\nPiet en 2\n",
            "Datum\n01/02/2025\n02/02/2025\n",
            "Naam/bedrijf\nJan/Bouw\nPiet/Groen\n",
        ] {
            check(sample, None, 1);
        }
    }

    #[test]
    fn quotes_and_backslashes_are_found() {
        let quoted = sniff("'Klant';'Omzet'\n'Jansen; P.';'12'\n", &ReadOptions::default()).cutting;
        assert_eq!((quoted.quote, quoted.delimiter), ('\'', Some(';')));
        let plain = sniff("Klant;Omzet\n't Hoekje;12\n't Veld;3\n", &ReadOptions::default()).cutting;
        assert_eq!(plain.quote, '"');
        assert!(sniff("a,b\n\"x \\\"y\\\" z\",1\n", &ReadOptions::default()).cutting.backslash);
        assert!(!sniff("a,b\n\"C:\\\",1\n", &ReadOptions::default()).cutting.backslash);
    }
}
