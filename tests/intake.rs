//! Intake on small ugly files: every case in `tests/intake/*.txt` with its rows, values and problems.
//!
//! A case: `=== name`, then the file (after `--- file` as it stands, after `--- bytes` with `\r`, `\t`, `\\` and `\xE9`
//! for single bytes; lines end in `\n` unless `--- bytes` says otherwise), then `--- expect` with what must come out.
//! Problems that are not listed must not occur.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use jiff::civil::{Date, date};
use kernklant::customers::{Column, Customers, Days, Field, Intake, ListKind, MappingChoice, RowIs, intake};
use kernklant::table::{HeaderChoice, ReadError, ReadOptions, read};
use rust_decimal::Decimal;

struct Case {
    name: String,
    bytes: Vec<u8>,
    expect: Vec<String>,
}

#[test]
fn small_ugly_files_read_right() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/intake");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut cases, mut failures) = (0, String::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "txt")) {
        for case in parse(&fs::read_to_string(file).unwrap()) {
            cases += 1;
            if let Err(difference) = run(&case) {
                let _ = write!(
                    failures,
                    "\n{} · {}\n{difference}",
                    file.file_name().unwrap().display(),
                    case.name
                );
            }
        }
    }
    println!("{cases} files");
    assert!(cases >= 100, "only {cases} cases were found");
    assert!(failures.is_empty(), "{failures}");
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for block in text.split("\n=== ").skip(1) {
        let (name, rest) = block.split_once('\n').unwrap();
        let (head, expect) =
            rest.split_once("--- expect\n").unwrap_or_else(|| panic!("{name}: no expectation"));
        let bytes = if let Some(file) = head.strip_prefix("--- file\n") {
            file.as_bytes().to_vec()
        } else if let Some(file) = head.strip_prefix("--- bytes\n") {
            unescape(file)
        } else {
            panic!("{name}: begins with neither `--- file` nor `--- bytes`")
        };
        let expect = expect
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(str::to_owned)
            .collect();
        cases.push(Case { name: name.to_owned(), bytes, expect });
    }
    cases
}

/// Line ends of the fixture do not count: only what is escaped.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut letters = text.chars().filter(|letter| *letter != '\n');
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next().unwrap() {
                'r' => out.push(b'\r'),
                'n' => out.push(b'\n'),
                't' => out.push(b'\t'),
                '0' => out.push(0),
                '\\' => out.push(b'\\'),
                'x' => {
                    let code: String = letters.by_ref().take(2).collect();
                    out.push(u8::from_str_radix(&code, 16).unwrap());
                }
                other => panic!("unknown escape \\{other}"),
            },
            other => out.extend(other.to_string().as_bytes()),
        }
    }
    out
}

/// What a case asks besides the file.
struct Asked {
    options: ReadOptions,
    choice: MappingChoice,
    days: Days,
}

fn asked(case: &Case) -> Asked {
    let mut asked = Asked {
        options: ReadOptions::default(),
        choice: MappingChoice::default(),
        days: Days { today: date(2026, 1, 31), reference: None },
    };
    for line in &case.expect {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "today" => asked.days.today = rest.parse().unwrap(),
            "reference" => asked.days.reference = Some(rest.parse::<Date>().unwrap()),
            "remove" => drop(asked.choice.removed_rows.insert(rest.parse().unwrap())),
            "read_as" => asked.options.encoding = Some(rest.to_owned()),
            "delimited_by" => asked.options.delimiter = rest.chars().next(),
            "header_at" => {
                asked.options.header = rest.parse().map_or(HeaderChoice::NoHeader, HeaderChoice::Row);
            }
            "day_first" => asked.choice.day_first = Some(rest == "yes"),
            "decimal_of" => {
                let (column, decimal) = rest.rsplit_once(' ').unwrap();
                asked.choice.decimals.insert(column.to_owned(), decimal.chars().next().unwrap());
            }
            "kind_is" => {
                asked.choice.kind =
                    Some(if rest == "orders" { ListKind::Orders } else { ListKind::Customers });
            }
            "correct" => {
                let (row, rest) = rest.split_once(' ').unwrap();
                let (column, text) = rest.split_once('=').unwrap();
                let cells = asked.choice.corrections.entry(row.parse().unwrap()).or_default();
                cells.insert(column.to_owned(), text.to_owned());
            }
            "same" => {
                let (key, head) = rest.split_once(" = ").unwrap();
                asked.choice.same.insert(key.to_owned(), head.to_owned());
            }
            "by_group" => asked.choice.by_group = true,
            "row_is" => {
                asked.choice.row_is = Some(if rest == "order" { RowIs::Order } else { RowIs::OrderLine });
            }
            "map" => {
                let (field, column) = rest.split_once('=').unwrap();
                let column = (!column.is_empty()).then(|| column.to_owned());
                asked.choice.columns.insert(Field::from_key(field).unwrap(), column);
            }
            _ => {}
        }
    }
    asked
}

fn run(case: &Case) -> Result<(), String> {
    let asked = asked(case);
    let result = read(&case.bytes, &asked.options)
        .and_then(|(table, problems)| intake(&table, problems, &asked.choice, asked.days));
    let found = match result {
        Ok(intake) => found(&intake, &case.expect),
        Err(error) => vec![format!("error {}", error_key(&error))],
    };
    let settings = [
        "today",
        "reference",
        "remove",
        "read_as",
        "delimited_by",
        "header_at",
        "day_first",
        "decimal_of",
        "kind_is",
        "map",
        "correct",
        "same",
        "by_group",
        "row_is",
    ];
    let expected: Vec<String> = case
        .expect
        .iter()
        .filter(|line| !settings.contains(&line.split(' ').next().unwrap_or("")))
        .map(|line| line.trim_end().to_owned())
        .collect();
    if found == expected {
        return Ok(());
    }
    Err(format!("  expected\n    {}\n  found\n    {}\n", expected.join("\n    "), found.join("\n    ")))
}

fn error_key(error: &ReadError) -> String {
    match error {
        ReadError::Empty => "empty".to_owned(),
        ReadError::HeaderOnly => "header_only".to_owned(),
        ReadError::Binary { kind } => format!("binary {kind}"),
        ReadError::TooLarge => "too_large".to_owned(),
        ReadError::Damaged { kind } => format!("damaged {kind}"),
        ReadError::Locked => "locked".to_owned(),
        ReadError::NoCustomerColumn { .. } => "no_customer_column".to_owned(),
    }
}

/// What came out, written as the expectation asks for it; always the counts and all problems.
fn found(intake: &Intake, expect: &[String]) -> Vec<String> {
    let report = &intake.report;
    let counts = (report.customers, report.merged, report.rejected.len(), report.left_out.len());
    assert_eq!(report.rows, counts.0 + counts.1 + counts.2 + counts.3, "the accounting equation");
    assert_eq!(report.customers, intake.customers.len());
    for checksum in &report.checksums {
        assert_eq!(
            checksum.in_file,
            checksum.in_analysis + checksum.rejected + checksum.left_out,
            "{checksum:?}"
        );
    }
    let count_line = format!(
        "rows {} customers {} merged {} rejected {} left_out {}",
        report.rows, counts.0, counts.1, counts.2, counts.3
    );
    let problems = report.problems.iter().map(|problem| {
        let column = problem.column.as_deref().unwrap_or("-");
        format!("problem {} {column} {} {}", problem.row, problem.kind.key(), problem.value)
            .trim_end()
            .to_owned()
    });
    let mut problems: Vec<String> = problems.collect();
    problems.reverse();
    let mut lines = Vec::new();
    for line in expect {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "rows" => lines.push(count_line.clone()),
            "problem" => lines.extend(problems.pop()),
            "values" => {
                let field = Field::from_key(rest.split(' ').next().unwrap()).unwrap();
                let all: Vec<String> =
                    (0..intake.customers.len()).map(|i| value(&intake.customers, field, i)).collect();
                lines.push(format!("values {} {}", field.key(), all.join(" | ")));
            }
            "total" => {
                let field = Field::from_key(rest.split(' ').next().unwrap()).unwrap();
                let sum: Decimal =
                    (0..intake.customers.len()).filter_map(|i| intake.customers.money(field, i)).sum();
                lines.push(format!("total {} {}", field.key(), sum.normalize()));
            }
            "mapping" => lines.push(format!("mapping {}", mapping(intake))),
            "kind" => lines.push(format!(
                "kind {}",
                if report.kind() == ListKind::Orders { "orders" } else { "customers" }
            )),
            "dialect" => {
                let dialect = &report.dialect;
                lines.push(format!(
                    "dialect {} delimiter={} decimal={} header={}",
                    dialect.encoding,
                    dialect
                        .delimiter
                        .map_or("none".to_owned(), |delimiter| delimiter.escape_default().to_string()),
                    dialect.decimal.map_or("none".to_owned(), String::from),
                    dialect.header_row.map_or("none".to_owned(), |row| row.to_string()),
                ));
            }
            "reference_date" => lines.push(format!("reference_date {}", intake.customers.reference_date())),
            "occasions" => {
                let all: Vec<String> = (0..intake.customers.len())
                    .map(|i| {
                        let days = intake.customers.occasions(i).iter();
                        days.map(|day| format!("{}={}", day.date, day.value)).collect::<Vec<_>>().join(" ")
                    })
                    .collect();
                lines.push(format!("occasions {}", all.join(" | ")));
            }
            "credits" => {
                let all: Vec<String> = (0..intake.customers.len())
                    .map(|i| {
                        let days = intake.customers.credits(i).iter();
                        days.map(|day| format!("{}={}", day.date, day.value)).collect::<Vec<_>>().join(" ")
                    })
                    .collect();
                lines.push(format!("credits {}", all.join(" | ")));
            }
            "error" => lines.push("no error".to_owned()),
            _ => {}
        }
    }
    problems.reverse();
    lines.extend(problems);
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

fn value(customers: &Customers, field: Field, i: usize) -> String {
    let missing = || "-".to_owned();
    match customers.column(field) {
        None => missing(),
        Some(Column::Text(cells)) => cells.get(i).map_or_else(missing, |text| text.replace('\n', "⏎")),
        Some(Column::Money(cells)) => cells.get(i).map_or_else(missing, |amount| amount.to_string()),
        Some(Column::Number(_)) => {
            customers.number(field, i).map_or_else(missing, |number| number.to_string())
        }
        Some(Column::Date(_)) => customers.date(field, i).map_or_else(missing, |day| day.to_string()),
        Some(Column::YesNo(cells)) => cells[i].map_or_else(missing, |answer| answer.to_string()),
    }
}

fn mapping(intake: &Intake) -> String {
    let columns: BTreeMap<Field, &String> =
        intake.report.columns.iter().map(|(field, name)| (*field, name)).collect();
    columns.iter().map(|(field, name)| format!("{}={name}", field.key())).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_samples_read_without_a_hitch() {
    for (file, rows, customers, problems) in
        [("voorbeeld-klanten.csv", 81, 80, 1), ("voorbeeld-orders.csv", 1292, 40, 0)]
    {
        let bytes = fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets").join(file)).unwrap();
        let (table, found) = read(&bytes, &ReadOptions::default()).unwrap();
        let intake = intake(&table, found, &MappingChoice::default(), date(2026, 1, 31).into()).unwrap();
        let report = &intake.report;
        assert_eq!(
            (report.rows, report.customers, report.problems.len()),
            (rows, customers, problems),
            "{file}: {:?}",
            report.problems
        );
        let unmapped: Vec<&String> = table
            .names()
            .iter()
            .filter(|name| !report.columns.values().any(|known| known == *name))
            .collect();
        assert!(unmapped.is_empty(), "{file}: {unmapped:?}");
        for checksum in report.checksums.iter().filter(|checksum| checksum.total_row.is_some()) {
            assert_eq!(Some(checksum.in_file), checksum.total_row, "{file}: {:?}", checksum.field);
        }
    }
}
