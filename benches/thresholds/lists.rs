//! Lists for the benchmark, the same bytes every time: a customer list with every column, and orders.

use std::fmt::Write as _;

/// A list as text, with one of its columns as numbers.
pub struct List {
    pub what: String,
    pub text: String,
    pub column: Vec<f64>,
}

/// Numbers that are always the same.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    /// A skewed amount, as revenue is.
    fn amount(&mut self) -> u64 {
        let part = self.below(1000) + 1;
        part * part * part / 5000 + self.below(400)
    }
}

const SECTORS: [&str; 7] = ["Bouw", "Zorg", "Handel", "Horeca", "Industrie", "Onderwijs", "Transport"];
const OWNERS: [&str; 5] = ["Anouk", "Bram", "Cem", "Daphne", "Erik"];
const GROUPS: [&str; 6] = ["Besturing", "Gereedschap", "Kabels", "Motoren", "Pompen", "Service"];

/// A row a customer, with everything that an analysis asks for.
pub fn customers(count: usize) -> List {
    let mut text = String::from(
        "Klantnr;Klant;Concern;Branche;Accountmanager;Omzet 2024;Omzet 2025;Marge;Kosten klant;Uren;Contacten;Potentieel;Orders;\
         Eerste order;Laatste order;Dagen te laat;Openstaand;Oudste post dagen;Klachten;Retouren;Korting;Netwerk (1-5);Strategisch (1-5)\n",
    );
    let mut next = Sequence(88_172_645_463_325_252);
    let mut column = Vec::with_capacity(count);
    for i in 0..count {
        let revenue = next.amount();
        column.push(revenue as f64 + 0.5);
        let before = revenue * (60 + next.below(80)) / 100;
        let (margin, cost) = (revenue * (10 + next.below(30)) / 100, next.below(9000));
        let group =
            if i % 9 == 0 { format!("Concern {}", next.below(count as u64 / 20)) } else { String::new() };
        // Writing to a String does not fail.
        let _ = writeln!(
            text,
            "K{i:06};Firma {i} Techniek;{group};{};{};{before},25;{revenue},50;{margin},00;{cost},00;{};{};{},00;{};\
             {:02}-{:02}-20{:02};{:02}-{:02}-2025;{};{},00;{};{};{};{} %;{};{}",
            SECTORS[next.below(7) as usize],
            OWNERS[next.below(5) as usize],
            next.below(90),
            next.below(40),
            revenue + next.below(60_000),
            next.below(60) + 1,
            next.below(28) + 1,
            next.below(12) + 1,
            next.below(20),
            next.below(28) + 1,
            next.below(12) + 1,
            next.below(30),
            next.below(4000),
            next.below(60),
            next.below(5),
            next.below(4),
            next.below(15),
            next.below(5) + 1,
            next.below(5) + 1,
        );
    }
    List { what: format!("{count} customers, a row each"), text, column }
}

/// A row an order, four a customer on average.
pub fn orders(count: usize) -> List {
    let mut text = String::from(
        "Ordernr;Orderdatum;Klantnr;Klant;Branche;Accountmanager;Productgroep;Bedrag;Kostprijs\n",
    );
    let mut next = Sequence(2_463_534_242_143_325_252);
    let mut column = Vec::new();
    for i in 0..count {
        let orders = 1 + next.below(4) + if i % 10 == 0 { next.below(20) } else { 0 };
        let (sector, owner) = (SECTORS[next.below(7) as usize], OWNERS[next.below(5) as usize]);
        for _ in 0..orders {
            let amount = next.amount() / 20 + 5;
            column.push(amount as f64 + 0.25);
            let (year, month, day) = (2023 + next.below(3), next.below(12) + 1, next.below(28) + 1);
            let number = column.len();
            let _ = writeln!(
                text,
                "O{number:07};{day:02}-{month:02}-{year};K{i:06};Firma {i} Techniek;{sector};{owner};{};{amount},25;{},00",
                GROUPS[next.below(6) as usize],
                amount * (60 + next.below(35)) / 100,
            );
        }
    }
    List { what: format!("{count} customers with {} orders", column.len()), text, column }
}

/// A row an order of customers who buy at a rate of their own and stay away for good at some moment, each drawn anew:
/// what the buy-till-you-die models are about. A year and a half, the first orders in its first half.
pub fn returning(count: usize) -> List {
    let mut text = String::from("Ordernr;Orderdatum;Klantnr;Bedrag\n");
    let mut next = Sequence(1_181_783_497_276_652_981);
    let mut column = Vec::new();
    for i in 0..count {
        let mut part = || (next.below(1 << 30) + 1) as f64 / ((1_u64 << 30) + 1) as f64;
        // Gamma(1, 60 days) and Beta(1, 2.5).
        let (rate, stops) = (-part().ln() / 60.0, 1.0 - part().powf(1.0 / 2.5));
        let (mut day, size) = (part() * 273.0, 20.0 + 80.0 * part());
        while day < 546.0 {
            let amount = size * (0.5 + part());
            column.push(amount);
            // The first day of 2024, and so many after it.
            let days = day as i64;
            let date = jiff::civil::date(2024, 1, 1).saturating_add(jiff::Span::new().days(days));
            let _ = writeln!(text, "O{:06};{date};K{i:05};{amount:.2}", column.len());
            if part() < stops {
                break;
            }
            day += -part().ln() / rate;
        }
    }
    List { what: format!("{count} customers with {} orders", column.len()), text, column }
}
