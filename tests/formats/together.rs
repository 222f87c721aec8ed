//! Together: several lists about the same customers become one.

use jiff::civil::date;
use kernklant::customers::{Field, Joined, ListPart, MappingChoice, Role, intake, join};
use kernklant::table::{ReadOptions, read_all};

use super::fixture;

fn parts(files: &[(&str, &[u8])]) -> Vec<ListPart> {
    let mut parts = Vec::new();
    for (name, bytes) in files {
        for found in read_all(bytes, &ReadOptions::default()).unwrap() {
            let list =
                intake(&found.table, found.problems, &MappingChoice::default(), date(2026, 1, 31).into())
                    .unwrap();
            let last_row = found.table.row_number(found.table.len() - 1);
            parts.push(ListPart { name: (*name).to_owned(), intake: list, last_row });
        }
    }
    parts
}

fn joined(files: &[(&str, &str)]) -> Joined {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let joined = join(parts(&files)).unwrap();
    let report = &joined.intake.report;
    assert_eq!(
        report.rows,
        report.customers + report.merged + report.rejected.len() + report.left_out.len(),
        "the accounting equation"
    );
    assert_eq!(report.rows, joined.files.iter().map(|file| file.rows).sum::<usize>());
    joined
}

/// Per customer its key with these fields, and the problems of the lists beside each other.
fn check(files: &[(&str, &str)], roles: &[Role], fields: &[Field], customers: &[&str], problems: &[&str]) {
    let joined = joined(files);
    assert_eq!(joined.files.iter().map(|file| file.role).collect::<Vec<_>>(), roles);
    let list = &joined.intake.customers;
    let shown: Vec<String> = (0..list.len())
        .map(|i| {
            let mut line = list.key(i).to_owned();
            for field in fields {
                let text = list.text(*field, i).map(str::to_owned);
                let money = list.money(*field, i).map(|amount| amount.normalize().to_string());
                let number = list.number(*field, i).map(|number| number.to_string());
                line.push(' ');
                line.push_str(&text.or(money).or(number).unwrap_or_else(|| "-".to_owned()));
            }
            line
        })
        .collect();
    assert_eq!(shown, customers);
    let found: Vec<String> = joined
        .intake
        .report
        .problems
        .iter()
        .map(|problem| format!("{} {} {}", problem.row, problem.kind.key(), problem.value))
        .collect();
    assert_eq!(found, problems);
}

const ORDERS: &str =
    "Klantnr;Orderdatum;Bedrag\n17;2025-01-05;100\n17;2025-02-05;50\n18;2025-03-05;25\n99;2025-03-06;5\n";

#[test]
fn orders_get_their_customers_particulars() {
    let customers = "Klantnr;Naam;Plaats;Omzet\n0017;Jansen;Ede;999\n0018;Piet;Best;1\n0019;Kees;Assen;7\n";
    let expected = ["0017 Jansen Ede 150 2", "0018 Piet Best 25 1", "0019 Kees Assen - -", "99 99 - 5 1"];
    let fields = [Field::Name, Field::Place, Field::Revenue, Field::Orders];
    let problems = ["4 without_orders Kees", "9 only_in_orders 99"];
    check(
        &[("klanten.csv", customers), ("orders.csv", ORDERS)],
        &[Role::Customers, Role::Orders],
        &fields[1..],
        &["0017 Ede 150 2", "0018 Best 25 1", "0019 Assen - -", "99 - 5 1"],
        &problems,
    );
    let joined = joined(&[("orders.csv", ORDERS), ("klanten.csv", customers)]);
    assert_eq!(joined.intake.customers.len(), expected.len());
    assert_eq!(joined.intake.customers.occasions(0).len(), 2);
    let sum = joined.intake.report.checksum(Field::Revenue).unwrap();
    assert_eq!(sum.in_analysis.to_string(), "180");
    assert_eq!(joined.files[0].matched + joined.files[1].matched, 2);
}

#[test]
fn two_years_stand_side_by_side() {
    let before = "Klant;Omzet\nJansen;100\nPiet;200\nOud BV;5\n";
    let after = "Klant;Omzet\nJansen BV;7\nJansen;150\nPiet;50\n";
    let fields = [Field::Revenue, Field::RevenuePrevious];
    let expected = ["Jansen BV 7 -", "Jansen 150 100", "Piet 50 200", "Oud BV - 5"];
    check(
        &[("klanten 2024.csv", before), ("klanten 2025.csv", after)],
        &[Role::PreviousYear, Role::Customers],
        &fields,
        &expected,
        &["4 only_before Oud BV", "6 not_before Jansen BV"],
    );
    check(
        &[("a.csv", after), ("b.csv", before)],
        &[Role::Customers, Role::PreviousYear],
        &fields,
        &expected,
        &["2 not_before Jansen BV", "8 only_before Oud BV"],
    );
}

#[test]
fn lists_that_follow_each_other_are_added() {
    check(
        &[("noord.csv", "Klant;Omzet\nJansen;100\n"), ("zuid.csv", "Klant;Omzet\nPiet;200\n")],
        &[Role::Customers, Role::Customers],
        &[Field::Revenue],
        &["Jansen 100", "Piet 200"],
        &[],
    );
    let more = "Klantnr;Orderdatum;Bedrag\n17;2025-02-05;8\n18;2025-04-05;2\n";
    check(
        &[("q1.csv", ORDERS), ("q2.csv", more)],
        &[Role::Orders, Role::Orders],
        &[Field::Revenue, Field::Orders],
        &["17 158 3", "18 27 2", "99 5 1"],
        &[],
    );
}

#[test]
fn an_audit_file_is_orders_and_customers() {
    let bytes = fixture("boekjaar-3.2.xaf");
    let joined = join(parts(&[("boekjaar.xaf", &bytes)])).unwrap();
    let list = &joined.intake.customers;
    let found: Vec<_> = (0..list.len())
        .map(|i| {
            (
                list.key(i),
                list.money(Field::Revenue, i).unwrap().normalize().to_string(),
                list.number(Field::DaysLate, i),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("00101", "900".to_owned(), Some(5.0)),
            ("00102", "250.5".to_owned(), Some(0.0)),
            ("00103", "400".to_owned(), None)
        ]
    );
    assert_eq!(list.text(Field::Place, 0), Some("Ede"));
    assert_eq!(list.margin(0).map(|margin| margin.normalize().to_string()).as_deref(), Some("300"));
}

#[test]
fn order_lists_of_two_years_keep_every_day_of_both() {
    let header = "Ordernr;Orderdatum;Klantnr;Bedrag\n";
    let before = format!("{header}B1;13-02-2024;0001;100\nB2;14-03-2024;0002;50\n");
    let after = format!("{header}A1;13-02-2025;0001;10\nA2;14-03-2025;0003;5\n");
    // The second has lost its zeros on the way: still the same customers.
    for after in [after.clone(), after.replace(";000", ";")] {
        let joined = joined(&[("orders 2024.csv", &before), ("orders 2025.csv", &after)]);
        let list = &joined.intake.customers;
        let days = |i: usize| list.occasions(i).iter().map(|day| day.date.to_string()).collect::<Vec<_>>();
        assert_eq!(days(0), ["2024-02-13", "2025-02-13"]);
        assert_eq!(days(1), ["2024-03-14"]);
        assert_eq!(list.date(Field::FirstOrder, 0), Some(date(2024, 2, 13)));
    }
}
