//! Which product groups each customer buys, from as many lines as it has.

use quick::Keys;

use super::{CustomersBuilder, Field};

/// What separates groups within one cell.
const SEPARATORS: [char; 2] = [';', '|'];

/// The product groups by customer, each once, in the order in which they first appeared.
#[derive(Debug, Default)]
pub(super) struct Baskets {
    /// Every group of the list; baskets hold places in it.
    names: Vec<Box<str>>,
    places: Keys,
    of: Vec<Vec<u32>>,
}

impl Baskets {
    /// The customer buys what this cell names.
    pub(super) fn add(&mut self, customer: usize, cell: &str) {
        for name in cell.split(SEPARATORS).map(str::trim).filter(|name| !name.is_empty()) {
            let group = self.place(name);
            if self.of.len() <= customer {
                self.of.resize_with(customer + 1, Vec::new);
            }
            if !self.of[customer].contains(&group) {
                self.of[customer].push(group);
            }
        }
    }

    /// Writes them as the customer's `product_group`: the groups with `; ` between them.
    pub(super) fn settle(&self, customer: usize, builder: &mut CustomersBuilder) {
        let groups = self.of.get(customer).map_or(&[][..], Vec::as_slice);
        if !groups.is_empty() {
            let names: Vec<&str> = groups.iter().map(|group| &*self.names[*group as usize]).collect();
            builder.set_text(Field::ProductGroup, customer, names.join("; "));
        }
    }

    fn place(&mut self, name: &str) -> u32 {
        let place = self.places.get(name).unwrap_or(self.names.len());
        if place == self.names.len() {
            self.places.insert(name, place);
            self.names.push(name.into());
        }
        place as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: &[(usize, &str)], expected: &[Option<&str>]) {
        let mut baskets = Baskets::default();
        let mut builder = CustomersBuilder::new(jiff::civil::date(2026, 1, 1));
        for (customer, cell) in cells {
            baskets.add(*customer, cell);
        }
        builder.declare(Field::ProductGroup);
        for customer in 0..expected.len() {
            builder.push(customer as u32);
            baskets.settle(customer, &mut builder);
        }
        let customers = builder.build();
        let found: Vec<Option<&str>> =
            (0..expected.len()).map(|i| customers.text(Field::ProductGroup, i)).collect();
        assert_eq!(found, expected, "{cells:?}");
    }

    #[test]
    fn a_customer_has_each_group_once() {
        check(&[(0, "verf"), (1, "hout"), (0, "hout"), (0, "verf ")], &[Some("verf; hout"), Some("hout")]);
        check(&[(1, "verf;hout | gips")], &[None, Some("verf; hout; gips")]);
        check(&[(0, " ; ")], &[None]);
    }
}
