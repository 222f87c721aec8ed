//! Audit files: customers, sales and payment days of Auditfile Financieel 3.2 and 4.0, also beside PyPI's `pyxaf`.

use std::path::PathBuf;
use std::process::Command;

use kernklant::table::{FileKind, ReadOptions, Table, read_all};

use super::fixture;

fn rows(table: &Table) -> Vec<String> {
    let mut lines = vec![table.names().join(";")];
    lines.extend((0..table.len()).map(|row| table.cells(row).collect::<Vec<_>>().join(";")));
    lines
}

fn check(file: &str, sales: &[&str], customers: &[&str]) {
    let tables = read_all(&fixture(file), &ReadOptions::default()).unwrap();
    assert_eq!(tables.len(), 2, "{file}");
    assert!(tables.iter().all(|found| found.table.dialect().origin.kind == FileKind::AuditFile));
    assert_eq!(rows(&tables[0].table), sales, "{file}");
    assert_eq!(rows(&tables[1].table), customers, "{file}");
    assert!(tables.iter().all(|found| found.problems.is_empty()), "{file}");
}

#[test]
fn an_audit_file_of_version_3_2() {
    check(
        "boekjaar-3.2.xaf",
        &[
            "Debiteurnummer;Debiteurnaam;Factuurnummer;Factuurdatum;Omzet;Kostprijs",
            "00101;Bakkerij Jansen;2025001;2025-01-10;1000;600",
            "00102;Café Zoë & Co;2025002;2025-02-03;250.5",
            "00101;Bakkerij Jansen;2025003;2025-03-01;-100",
            "00103;Hotel De Ster;M-17;2025-04-02;400",
        ],
        &[
            "Debiteurnummer;Debiteurnaam;Plaats;Land;Telefoon;Betaaltermijn;Betaaldagen;Dagen te laat",
            "00101;Bakkerij Jansen;Ede;NL;0318-123456;30;35;5",
            "00102;Café Zoë & Co;Best;NL;;14;10;0",
            "00103;Hotel De Ster",
        ],
    );
}

#[test]
fn an_audit_file_of_version_4_0() {
    check(
        "boekjaar-4.0.xaf",
        &[
            "Debiteurnummer;Debiteurnaam;Factuurnummer;Factuurdatum;Omzet;Kostprijs",
            "C-1;Jansen BV;F1;2025-05-01;800;500",
            "C-2;Piet;F2;2025-05-06;50.25",
            "C-1;Jansen BV;F3;2025-06-01;100",
            "C-2;Piet;F3;2025-06-01;200",
        ],
        &[
            "Debiteurnummer;Debiteurnaam;Plaats;Betaaldagen;Openstaand saldo",
            "C-1;Jansen BV;Zwolle;20;121",
            "C-2;Piet;;;302.8",
        ],
    );
}

#[test]
fn a_file_that_breaks_off_is_read_up_to_there() {
    let whole = fixture("boekjaar-3.2.xaf");
    let end = whole.windows(7).position(|at| at == b"2025003").unwrap();
    let tables = read_all(&whole[..end], &ReadOptions::default()).unwrap();
    assert_eq!(tables[0].table.len(), 2);
    assert_eq!(tables[0].problems[0].kind.key(), "broken_off");
}

/// Prints, a line each: the customers' ids and names, then their signed amounts on profit-and-loss accounts in sales journals.
const PEER: &str = r#"
import sys, collections, pyxaf
with pyxaf.open(sys.argv[1]) as book:
    names = {key: relation.name for key, relation in book.relations.items()}
    profit = {key for key, account in book.accounts.items() if account.account_type.code == "P" and key[0] in "78"}
    sums = collections.Counter()
    for entry in book.transactions():
        who = {line.relation_id for line in entry.lines if line.relation_id}
        for line in entry.lines:
            if line.account_id in profit and len(who) == 1:
                sums[next(iter(who))] -= line.signed_amount
    for key in sorted(names):
        print(key, names[key], sep="\t")
    print("--")
    for key in sorted(sums):
        print(key, sums[key].normalize(), sep="\t")
"#;

#[test]
fn pyxaf_reads_the_same() {
    let python = ["python3", "python"].into_iter().find(|python| {
        Command::new(python).args(["-c", "import pyxaf"]).output().is_ok_and(|output| output.status.success())
    });
    let Some(python) = python else {
        println!("skipped: there is no python with pyxaf to compare with");
        return;
    };
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/boekjaar-3.2.xaf");
    let output = Command::new(python).arg("-c").arg(PEER).arg(&file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).unwrap();
    let (names, sums) = said.split_once("--\n").unwrap();
    let tables = read_all(&fixture("boekjaar-3.2.xaf"), &ReadOptions::default()).unwrap();
    let (sales, customers) = (&tables[0].table, &tables[1].table);
    for row in 0..customers.len() {
        let line = format!("{}\t{}", customers.cell(row, 0).unwrap(), customers.cell(row, 1).unwrap());
        assert!(names.lines().any(|known| known == line), "{line} is not in {names}");
    }
    for line in sums.lines() {
        let (id, sum) = line.split_once('\t').unwrap();
        let ours: rust_decimal::Decimal = (0..sales.len())
            .filter(|row| sales.cell(*row, 0) == Some(id))
            .map(|row| {
                let part = |column| {
                    sales.cell(row, column).unwrap_or("").parse().unwrap_or(rust_decimal::Decimal::ZERO)
                };
                part(4) - part(5)
            })
            .sum();
        if ours.is_zero() {
            continue; // Suppliers and bank entries, which are no sales.
        }
        assert_eq!(ours, sum.parse().unwrap(), "{id}");
    }
}
