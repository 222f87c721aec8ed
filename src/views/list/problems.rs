//! What needs a look: problems by kind, each with its row, column, value and remedy, to be mended in place or left out.

use crate::sorted::{InOrder, SortedMap};

use super::part::Part;
use crate::customers::{Field, RowNote};
use crate::i18n::problems::{explain, explain_note};
use crate::i18n::words::list as words;
use crate::i18n::{Format, Language};
use crate::inputs::Action;
use crate::table::{Problem, ProblemKind};
use crate::views::sheet::table::{Pager, page_of};
use crate::views::sheet::{
    Block, Card, Cell, Column, Control, ControlKind, Doing, Link, Row, RowKind, Table, Tone,
};
use crate::views::{Download, Facts, Request};

/// Problems of one kind, or rows, on one page of a table.
const PER_PAGE: usize = 8;
/// With so few of a kind they are shown at once.
const FEW: usize = 5;
/// Cells of a row that are shown of it.
const CELLS: usize = 12;

/// The card of problems; a good word when there is nothing.
pub(super) fn problems(facts: Facts, request: &Request) -> Block {
    let (format, language) = (request.format, request.format.language);
    let report = facts.report;
    let mended = mended(facts, request);
    let rows_out = rows_out(facts, request);
    if report.problems.is_empty() && mended.is_none() && rows_out.is_none() {
        return Block::text(Tone::Good, words::problems_none(language));
    }
    let count = report.problems.len();
    let counted = format.counted(count, &words::problem_one(language), &words::problem_many(language));
    let mut blocks: Vec<Block> = by_kind(&report.problems)
        .into_iter()
        .map(|(kind, problems)| group(facts, request, kind, problems))
        .chain(mended)
        .chain(rows_out)
        .collect();
    let mut links = vec![download(words::download_problems(language), Download::Problems)];
    if !report.rejected.is_empty() || !report.left_out.is_empty() {
        links.push(download(words::download_rejected(language), Download::Rejected));
    }
    blocks.push(Block::Links(links));
    Block::Card(Card {
        title: words::problems_title(language, &counted),
        blocks,
        id: "problems".to_owned(),
        ..Card::default()
    })
}

fn by_kind(problems: &[Problem]) -> SortedMap<ProblemKind, Vec<&Problem>> {
    let mut kinds: SortedMap<ProblemKind, Vec<&Problem>> = SortedMap::new();
    for problem in problems {
        kinds.entry(problem.kind).or_default().push(problem);
    }
    kinds
}

fn download(label: String, what: Download) -> Link {
    Link { label, doing: Doing::Download(what), ..Link::default() }
}

/// All problems of a kind: the remedy once, then a table.
fn group(facts: Facts, request: &Request, kind: ProblemKind, problems: Vec<&Problem>) -> Block {
    let (format, language) = (request.format, request.format.language);
    let first = problems.first().map(|problem| explain(problem, language));
    let (heading, remedy) = first.map_or_else(Default::default, |words| (words.kind, words.remedy));
    let count = problems.len();
    let name = format!("problems-{}", kind.key());
    let can_mend = problems.iter().any(|problem| column_to_mend(facts, problem).is_some());
    let has_rows = problems.iter().any(|problem| remove_button(facts, problem, language) != Cell::Empty);
    let mut columns = vec![Column::text(words::what(language))];
    if can_mend {
        columns.push(Column::text(words::mend(language)));
    }
    if has_rows {
        columns.push(Column::text(words::to_do(language)));
    }
    let table = paged(&name, heading.clone(), columns, problems, request, |problem| {
        let mut cells = vec![Cell::Head(explain(problem, language).what)];
        if can_mend {
            cells.push(
                column_to_mend(facts, problem)
                    .map_or(Cell::Empty, |column| mending(problem.row, &column, &problem.value, language)),
            );
        }
        if has_rows {
            cells.push(remove_button(facts, problem, language));
        }
        let key = format!("{} {}", problem.row, problem.column.as_deref().unwrap_or(""));
        Row { key, cells, ..Row::default() }
    });
    Block::More {
        id: name,
        label: words::group(language, &heading, &format.count(count)),
        open: count <= FEW,
        blocks: vec![Block::text(Tone::Soft, remedy), table],
    }
}

/// The column whose cell mends the problem, when a cell does.
fn column_to_mend(facts: Facts, problem: &Problem) -> Option<String> {
    let by_cell = matches!(
        problem.kind,
        ProblemKind::UnreadableNumber
            | ProblemKind::UnreadableDate
            | ProblemKind::UnreadableYesNo
            | ProblemKind::OutOfRange
            | ProblemKind::ConflictingValues
            | ProblemKind::NoDate
            | ProblemKind::NoAmount
            | ProblemKind::FutureDate
            | ProblemKind::BrokenBytes
    );
    match problem.kind {
        ProblemKind::NoKey => {
            let part = Part::of_row(facts, problem.row);
            let columns = &part.mapping.columns;
            let column = columns.get(&Field::Name).or_else(|| columns.get(&Field::Id))?;
            part.table.names().get(*column).cloned()
        }
        _ if by_cell && problem.row > 0 => problem.column.clone(),
        _ => None,
    }
}

fn mending(row: u32, column: &str, value: &str, language: Language) -> Cell {
    let correct = |text: Option<String>| Action::Correct { row, column: column.to_owned(), text };
    Cell::Control(Box::new(Control {
        id: format!("mend-{row}-{column}"),
        label: words::mend_label(language, &row.to_string(), column),
        bare: true,
        kind: ControlKind::Line { value: value.to_owned() },
        doing: Doing::Fill(correct(Some(String::new()))),
        ..Control::default()
    }))
}

/// Leaves the row of a problem out, unless it is out already.
fn remove_button(facts: Facts, problem: &Problem, language: Language) -> Cell {
    let row = problem.row;
    let is_out = facts.report.left_out.binary_search_by_key(&row, |note| note.row).is_ok();
    // A question about a whole column is not answered by leaving one row out.
    let is_question = matches!(problem.kind, ProblemKind::AmbiguousNumber | ProblemKind::AmbiguousDate);
    if row == 0 || is_out || is_question || Part::with_row(facts, row).is_none() {
        return Cell::Empty;
    }
    let doing = Doing::Act(Action::RemoveRow { row, removed: true });
    Cell::Control(Box::new(Control::button(&format!("leave-out-{row}"), words::leave_out(language), doing)))
}

/// The cells that were mended, each with what it said.
fn mended(facts: Facts, request: &Request) -> Option<Block> {
    let language = request.format.language;
    let corrections = &facts.inputs.mapping.corrections;
    let all: Vec<(u32, &String, &String)> = corrections
        .iter()
        .flat_map(|(row, cells)| cells.iter().map(|(column, text)| (*row, column, text)))
        .collect();
    if all.is_empty() {
        return None;
    }
    let columns = vec![
        Column::number(words::row(language)),
        Column::text(words::column(language)),
        Column::text(words::was(language)),
        Column::text(words::mend(language)),
        Column::text(words::to_do(language)),
    ];
    let title = words::mended_title(language);
    let table = paged("mended", title.clone(), columns, all, request, |(row, column, text)| {
        let place = Part::with_row(facts, *row);
        let was = place.and_then(|(part, row)| part.table.cell(row, part.table.column_named(column)?));
        let undo = Doing::Act(Action::Correct { row: *row, column: (*column).clone(), text: None });
        let button = Control::button(&format!("unmend-{row}-{column}"), words::mended_undo(language), undo);
        Row {
            key: format!("{row} {column}"),
            cells: vec![
                Cell::Number(row.to_string()),
                Cell::Text((*column).clone()),
                Cell::Soft(was.unwrap_or_default().to_owned()),
                mending(*row, column, text, language),
                Cell::Control(Box::new(button)),
            ],
            ..Row::default()
        }
    });
    Some(Block::More { id: "mended".to_owned(), label: title, open: true, blocks: vec![table] })
}

/// Rejected and left-out rows as they stand in the file; those the person took out can be taken back in.
fn rows_out(facts: Facts, request: &Request) -> Option<Block> {
    let language = request.format.language;
    let report = facts.report;
    let mut notes: Vec<&RowNote> = report.rejected.iter().chain(&report.left_out).collect();
    if notes.is_empty() {
        return None;
    }
    notes.order_by_key(|note| note.row);
    let columns = vec![
        Column::number(words::row(language)),
        Column::text(words::reason(language)),
        Column::text(words::as_it_was(language)),
        Column::text(words::to_do(language)),
    ];
    let label = words::group(language, &words::rows_out_title(language), &request.format.count(notes.len()));
    let table = paged("rows-out", words::rows_out_title(language), columns, notes, request, |note| {
        let cells = Part::with_row(facts, note.row).map(|(part, row)| part.table.cells(row));
        let shown: Vec<&str> =
            cells.into_iter().flatten().map(str::trim).filter(|cell| !cell.is_empty()).take(CELLS).collect();
        let back = (note.kind == ProblemKind::RemovedRow).then(|| {
            let doing = Doing::Act(Action::RemoveRow { row: note.row, removed: false });
            Control::button(&format!("put-back-{}", note.row), words::put_back(language), doing)
        });
        Row {
            key: note.row.to_string(),
            cells: vec![
                Cell::Number(note.row.to_string()),
                Cell::Head(explain_note(note, language)),
                Cell::Soft(shown.join(" · ")),
                back.map_or(Cell::Empty, |button| Cell::Control(Box::new(button))),
            ],
            kind: RowKind::Plain,
            ..Row::default()
        }
    });
    Some(Block::More { id: "rows-out".to_owned(), label, open: false, blocks: vec![table] })
}

/// A table of the page that was asked for.
pub(super) fn paged<T>(
    name: &str,
    title: String,
    columns: Vec<Column>,
    all: Vec<T>,
    request: &Request,
    row: impl Fn(&T) -> Row,
) -> Block {
    let asked = request.table(name);
    let count = all.len();
    let (shown, page, pages) = page_of(all, &asked, PER_PAGE);
    let rows = shown.iter().map(row).collect();
    let at = (pages > 1).then(|| Pager { page, pages, matches: matches(request.format, count) });
    let (name, request) = (name.to_owned(), asked);
    Block::Table(Box::new(Table { name, title, columns, rows, pager: at, request, ..Table::default() }))
}

fn matches(format: Format, count: usize) -> String {
    let language = format.language;
    format.counted(count, &words::row_one(language), &words::row_many(language))
}
