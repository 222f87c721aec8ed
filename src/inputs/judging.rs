//! How judgements change: cells in blocks, and the columns they stand in.

use super::JudgedCell;
use crate::customers::Field;
use crate::segments::{JudgedColumn, Judgements, OwnColumn};

impl Judgements {
    /// Sets cells; an empty text takes the judgement back.
    pub(super) fn judge(&mut self, cells: &[JudgedCell]) {
        for JudgedCell { customer, column, text } in cells {
            if !text.trim().is_empty() {
                self.cells.entry(customer.clone()).or_default().insert(column.clone(), text.clone());
            } else if let Some(row) = self.cells.get_mut(customer) {
                row.remove(column);
                if row.is_empty() {
                    self.cells.remove(customer);
                }
            }
        }
    }

    /// Adds a column of the team; a name that is there already, or none, changes nothing.
    pub(super) fn add_own(&mut self, own: &OwnColumn) {
        let name = own.name.trim();
        if !name.is_empty() && self.own.iter().all(|known| known.name != name) {
            self.own.push(OwnColumn { name: name.to_owned(), kind: own.kind });
        }
    }

    /// Adds a field to judge.
    pub(super) fn add_field(&mut self, field: Field) {
        if !self.fields.contains(&field) {
            self.fields.push(field);
        }
    }

    /// Takes a column away, with its judgements.
    pub(super) fn remove(&mut self, column: &str) {
        self.own.retain(|own| JudgedColumn::Own(own.name.clone()).key() != column);
        self.fields.retain(|field| field.key() != column);
        for row in self.cells.values_mut() {
            row.remove(column);
        }
        self.cells.retain(|_, row| !row.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use crate::inputs::{Action, Inputs, JudgedCell};
    use crate::segments::{OwnColumn, OwnKind};

    fn judge(cells: &[(&str, &str, &str)]) -> Action {
        let cell = |(customer, column, text): &(&str, &str, &str)| JudgedCell {
            customer: (*customer).to_owned(),
            column: (*column).to_owned(),
            text: (*text).to_owned(),
        };
        Action::Judge { cells: cells.iter().map(cell).collect(), run: 0 }
    }

    fn own(name: &str) -> Action {
        Action::AddOwn(OwnColumn { name: name.into(), kind: OwnKind::Score })
    }

    fn check(actions: &[Action], expected: &str) {
        let judgements = actions.iter().fold(Inputs::default(), Inputs::after).judgements;
        let cells = judgements.cells.iter().flat_map(|(customer, row)| {
            row.iter().map(move |(column, text)| format!("{customer} {column}={text}"))
        });
        let own = judgements.own.iter().map(|own| own.name.clone());
        assert_eq!(own.chain(cells).collect::<Vec<_>>().join("; "), expected, "{actions:?}");
    }

    #[test]
    fn a_block_of_cells_is_one_step_and_an_empty_one_takes_back() {
        check(&[judge(&[("1", "fit", "4"), ("2", "fit", "3")])], "1 fit=4; 2 fit=3");
        check(&[judge(&[("1", "fit", "4"), ("2", "fit", "3")]), judge(&[("1", "fit", " ")])], "2 fit=3");
    }

    #[test]
    fn a_column_goes_with_its_judgements() {
        check(&[own(" Sfeer "), own("Sfeer"), own(" ")], "Sfeer");
        let both = judge(&[("1", "own/Sfeer", "4"), ("1", "fit", "2")]);
        check(&[own("Sfeer"), both, Action::RemoveColumn { column: "own/Sfeer".into() }], "1 fit=2");
    }
}
