//! How the file was read, on what evidence, and every way to read it differently, with the first rows as they then are.

use super::sheet::sheet;
use crate::customers::Kind;
use crate::i18n::Language;
use crate::i18n::words::reading as words;
use crate::inputs::Action;
use crate::table::{ENCODINGS, EncodingEvidence, FileKind, HeaderChoice, ReadOptions};
use crate::views::Facts;
use crate::views::sheet::{Block, Cell, Choice, Column, Control, ControlKind, Doing, Row, Table, Tone};

/// Rows of the file that are shown as read.
const PREVIEW: usize = 6;
/// Columns of the preview; the rest would only be scrolled past.
const PREVIEW_COLUMNS: usize = 30;
/// Rows that can be chosen as the header.
const HEADER_ROWS: u32 = 12;
/// Rows that are counted as evidence.
const COUNTED: usize = 10_000;

/// The card; `language` of the reader.
pub fn reading(facts: Facts, language: Language) -> Block {
    let panel = Panel { facts, language };
    let dialect = &facts.report.dialect;
    let header = header_words(dialect.header_first, dialect.header_row, language);
    let summary = if dialect.origin.kind == FileKind::Text {
        let delimiter = character(dialect.delimiter, language);
        words::summary(language, &dialect.encoding, &delimiter, &header)
    } else {
        let sheet = dialect.origin.sheet.and_then(|place| dialect.origin.sheets.get(place));
        let sheet = sheet.map_or_else(|| "–".to_owned(), |sheet| sheet.name.clone());
        words::summary_of_sheet(language, &sheet, &header)
    };
    Block::card(
        words::title(language),
        vec![
            Block::text(Tone::Plain, summary),
            Block::More {
                id: "differently".to_owned(),
                label: words::differently(language),
                // Never from here: what the person opened stays open, whatever is chosen or undone.
                open: false,
                blocks: vec![
                    Block::text(Tone::Soft, words::hint(language)),
                    Block::Controls(panel.controls()),
                    Block::More {
                        id: "decimals".to_owned(),
                        label: words::decimals(language),
                        open: false,
                        blocks: vec![Block::Controls(panel.decimals())],
                    },
                    Block::Heading { level: 3, text: words::preview(language) },
                    panel.preview(),
                ],
            },
        ],
    )
}

/// What the controls need to know.
#[derive(Clone, Copy)]
struct Panel<'a> {
    facts: Facts<'a>,
    language: Language,
}

impl<'a> Panel<'a> {
    /// What the person chose so far.
    fn options(&self) -> &'a ReadOptions {
        &self.facts.inputs.reading
    }

    fn controls(&self) -> Vec<Control> {
        let kind = self.facts.report.dialect.origin.kind;
        let mut all = Vec::new();
        let (label, origin) = (words::sheet(self.language), &self.facts.report.dialect.origin);
        all.extend(sheet(
            "read-sheet".to_owned(),
            label,
            origin,
            self.options(),
            |action| action,
            self.language,
        ));
        // The other formats leave no choice.
        if matches!(kind, FileKind::Text | FileKind::WebPage) {
            all.push(self.encoding());
        }
        if kind == FileKind::Text {
            all.extend([self.delimiter(), self.quote()]);
        }
        all.push(self.header());
        all.extend(self.day_order());
        all
    }

    fn encoding(&self) -> Control {
        let (language, dialect) = (self.language, &self.facts.report.dialect);
        let detected = self.detected(self.options().encoding.is_none(), &dialect.encoding);
        let mut choices = vec![self.read(detected, |options| options.encoding = None)];
        choices.extend(ENCODINGS.iter().map(|name| {
            self.read((*name).to_owned(), |options| options.encoding = Some((*name).to_owned()))
        }));
        let chosen = self.options().encoding.as_ref();
        let place = chosen.and_then(|chosen| ENCODINGS.iter().position(|name| name == chosen));
        let hint = match dialect.encoding_evidence {
            EncodingEvidence::Mark => words::by_mark(language),
            EncodingEvidence::Valid => words::by_validity(language),
            EncodingEvidence::Zeroes => words::by_zeroes(language),
            EncodingEvidence::Letters => words::by_letters(language),
            EncodingEvidence::Chosen => words::by_choice(language),
            EncodingEvidence::Declared => words::by_declaration(language),
            EncodingEvidence::Format => words::by_format(language),
        };
        list("read-encoding", words::encoding(language), choices, place.map_or(0, |place| place + 1), hint)
    }

    fn delimiter(&self) -> Control {
        let (language, dialect) = (self.language, &self.facts.report.dialect);
        let now = self.options().delimiter;
        let mut known = vec![';', ',', '\t', '|', ':', '^', '~', '#', ' '];
        known.extend(now.or(dialect.delimiter).filter(|letter| !known.contains(letter)));
        let said = character(dialect.delimiter, language);
        let mut choices =
            vec![self.read(self.detected(now.is_none(), &said), |options| options.delimiter = None)];
        choices.extend(known.iter().map(|letter| {
            self.read(character(Some(*letter), language), |options| options.delimiter = Some(*letter))
        }));
        let place = now.and_then(|now| known.iter().position(|letter| *letter == now));
        let hint = self.rows_that_fit();
        list("read-delimiter", words::delimiter(language), choices, place.map_or(0, |place| place + 1), hint)
    }

    /// How many rows have as many cells as there are columns: what a right delimiter is known by.
    fn rows_that_fit(&self) -> String {
        let (table, language) = (self.facts.table, self.language);
        if table.width() < 2 {
            return words::one_column(language);
        }
        let rows = table.len().min(COUNTED);
        let fitting = (0..rows).filter(|row| table.cells_in(*row) == table.width()).count();
        words::rows_fit(language, &fitting.to_string(), &rows.to_string(), &table.width().to_string())
    }

    fn quote(&self) -> Control {
        let (language, dialect) = (self.language, &self.facts.report.dialect);
        let now = self.options().quote;
        let known = ['"', '\''];
        let said = character(Some(dialect.quote), language);
        let mut choices =
            vec![self.read(self.detected(now.is_none(), &said), |options| options.quote = None)];
        choices.extend(known.iter().map(|letter| {
            self.read(character(Some(*letter), language), |options| options.quote = Some(*letter))
        }));
        let place = now.and_then(|now| known.iter().position(|letter| *letter == now));
        let mut hint = words::quote_hint(language);
        if dialect.backslash {
            hint = format!("{hint} {}", words::backslash_hint(language));
        }
        list("read-quote", words::quote(language), choices, place.map_or(0, |place| place + 1), hint)
    }

    fn header(&self) -> Control {
        let (language, dialect) = (self.language, &self.facts.report.dialect);
        let (first, found) = (dialect.header_first, dialect.header_row);
        let now = self.options().header;
        let said = header_words(first, found, language);
        let detected = self.detected(now == HeaderChoice::Detect, &said);
        let mut choices = vec![
            self.read(detected, |options| options.header = HeaderChoice::Detect),
            self.read(words::header_none(language), |options| options.header = HeaderChoice::NoHeader),
        ];
        let mut rows: Vec<u32> = (1..=HEADER_ROWS).collect();
        rows.extend(found.filter(|row| *row > HEADER_ROWS));
        choices.extend(rows.iter().map(|row| {
            let label = words::header_row(language, &row.to_string());
            self.read(label, |options| options.header = HeaderChoice::Row(*row))
        }));
        let several = first.zip(found).filter(|(first, last)| first < last);
        choices.extend(several.map(|(first, last)| {
            let label = header_words(Some(first), Some(last), language);
            self.read(label, |options| options.header = HeaderChoice::Rows(first, last))
        }));
        let place = match now {
            HeaderChoice::Detect => 0,
            HeaderChoice::NoHeader => 1,
            HeaderChoice::Row(row) => rows.iter().position(|known| *known == row).map_or(0, |at| at + 2),
            HeaderChoice::Rows(..) => several.map_or(0, |_| rows.len() + 2),
        };
        let hint = match found {
            None => words::header_without(language),
            Some(0 | 1) => words::header_first(language),
            Some(row) => words::header_hint(language, &(first.unwrap_or(row) - 1).to_string()),
        };
        list("read-header", words::header(language), choices, place, hint)
    }

    /// Only for a list with days in it.
    fn day_order(&self) -> Option<Control> {
        let columns = &self.facts.report.mapping.columns;
        columns.keys().find(|field| field.kind() == Kind::Date)?;
        let language = self.language;
        let choice = |label: String, order| Choice { label, doing: Doing::Act(Action::DayFirst(order)) };
        let choices = vec![
            choice(words::automatic(language), None),
            choice(words::day_first(language), Some(true)),
            choice(words::month_first(language), Some(false)),
        ];
        let chosen = self.facts.inputs.mapping.day_first.map_or(0, |first| if first { 1 } else { 2 });
        Some(list("read-days", words::day_order(language), choices, chosen, words::day_hint(language)))
    }

    /// One a column of amounts or numbers.
    fn decimals(&self) -> Vec<Control> {
        let (facts, language) = (self.facts, self.language);
        let columns = facts
            .report
            .columns
            .iter()
            .filter(|(field, _)| matches!(field.kind(), Kind::Money | Kind::Number | Kind::Share));
        columns
            .map(|(_, name)| {
                let choice = |label: String, decimal| Choice {
                    label,
                    doing: Doing::Act(Action::Decimal { column: name.clone(), decimal }),
                };
                let choices = vec![
                    choice(words::automatic(language), None),
                    choice(words::comma(language), Some(',')),
                    choice(words::point(language), Some('.')),
                ];
                let chosen = match facts.inputs.mapping.decimals.get(name) {
                    None => 0,
                    Some(',') => 1,
                    Some(_) => 2,
                };
                let column = facts.table.column_named(name);
                let samples = column.map(|column| facts.table.sample(column).join(" · "));
                let hint = words::examples(language, &samples.unwrap_or_default());
                list(
                    &format!("read-decimal-{name}"),
                    words::decimal_of(language, name),
                    choices,
                    chosen,
                    hint,
                )
            })
            .collect()
    }

    /// A choice that reads the text with these options.
    fn read(&self, label: String, change: impl FnOnce(&mut ReadOptions)) -> Choice {
        let mut options = self.options().clone();
        change(&mut options);
        Choice { label, doing: Doing::Act(Action::Reading(options)) }
    }

    /// What is said of "automatic": what came out, when it decided.
    fn detected(&self, decided: bool, found: &str) -> String {
        if decided { words::detected(self.language, found) } else { words::automatic(self.language) }
    }

    fn preview(&self) -> Block {
        let (table, language) = (self.facts.table, self.language);
        let names = table.names().iter().take(PREVIEW_COLUMNS);
        let mut columns = vec![Column::number(words::row(language))];
        columns.extend(names.map(Column::text));
        let row = |row: usize| {
            let number = table.row_number(row).to_string();
            let mut cells = vec![Cell::Head(number.clone())];
            let shown = |cell: &str| Cell::Text(cell.chars().take(80).collect());
            cells.extend(
                (0..table.width().min(PREVIEW_COLUMNS))
                    .map(|column| table.cell(row, column).map_or(Cell::Empty, shown)),
            );
            Row { key: number, cells, ..Row::default() }
        };
        Block::Table(Box::new(Table {
            name: "preview".to_owned(),
            title: words::preview(language),
            columns,
            rows: (0..table.len().min(PREVIEW)).map(row).collect(),
            ..Table::default()
        }))
    }
}

fn list(id: &str, label: String, choices: Vec<Choice>, chosen: usize, hint: String) -> Control {
    Control {
        id: id.to_owned(),
        label,
        hint,
        kind: ControlKind::Choices { choices, chosen: Some(chosen), as_list: true },
        ..Control::default()
    }
}

/// The row of the header, or its first and last.
fn header_words(first: Option<u32>, row: Option<u32>, language: Language) -> String {
    match row {
        Some(last) if first.is_some_and(|first| first < last) => {
            words::header_rows(language, &first.unwrap_or(last).to_string(), &last.to_string())
        }
        Some(row) => words::header_row(language, &row.to_string()),
        None => words::header_none(language),
    }
}

/// A character as people name it.
fn character(letter: Option<char>, language: Language) -> String {
    match letter {
        None => words::no_delimiter(language),
        Some('\t') => words::tab(language),
        Some(' ') => words::blank(language),
        Some(other) if other.is_control() => format!("U+{:04X}", u32::from(other)),
        Some(other) => format!("“{other}”"),
    }
}
