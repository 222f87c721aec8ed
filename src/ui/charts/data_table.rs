//! The chart's data as an ordinary table.

use yew::prelude::*;

use crate::chart::scene::Scene;

/// A table given instead of the one made from the scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartTable {
    /// The names of the columns; the first column heads its row.
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl ChartTable {
    /// A row for every mark with a datum: its label under `first`, then its values by what they are.
    pub fn of(scene: &Scene, first: &str) -> Self {
        let mut header = vec![first.to_owned()];
        let data: Vec<_> = scene.marks.iter().filter_map(|mark| mark.datum()).collect();
        for (what, _) in data.iter().flat_map(|datum| &datum.values) {
            if !header.iter().skip(1).any(|known| known == what) {
                header.push(what.clone());
            }
        }
        let rows = data.iter().map(|datum| {
            let value = |what: &String| {
                datum
                    .values
                    .iter()
                    .find(|(known, _)| known == what)
                    .map_or_else(String::new, |(_, value)| value.clone())
            };
            std::iter::once(datum.label.clone()).chain(header.iter().skip(1).map(value)).collect()
        });
        let rows = rows.collect();
        Self { header, rows }
    }
}

#[derive(PartialEq, Properties)]
pub struct DataTableProps {
    pub id: AttrValue,
    pub caption: AttrValue,
    pub table: ChartTable,
}

/// The table, in a box that scrolls by keyboard too.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let table = &props.table;
    html! {
        <div id={props.id.clone()} class="chart-table" tabindex="0" role="region" aria-label={props.caption.clone()}>
            <table>
                <caption class="visually-hidden">{ props.caption.clone() }</caption>
                <thead>
                    <tr>
                        for name in &table.header {
                            <th scope="col">{ name.clone() }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in &table.rows {
                        <tr>
                            for (i, cell) in row.iter().enumerate() {
                                if i == 0 {
                                    <th scope="row">{ cell.clone() }</th>
                                } else {
                                    <td>{ cell.clone() }</td>
                                }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::ChartTable;
    use crate::chart::scene::{Datum, Fill, Frame, Key, Mark, Rect, Scene, Tone};

    fn check(values: &[&[(&str, &str)]], header: &[&str], rows: &[&[&str]]) {
        let mark = |values: &&[(&str, &str)]| {
            let values =
                values.iter().map(|(what, value)| ((*what).to_owned(), (*value).to_owned())).collect();
            let datum = Datum { key: Key::Index(0), label: "x".to_owned(), values };
            Mark::Rect(Rect { frame: Frame::default(), tone: Tone::A, fill: Fill::Full, datum: Some(datum) })
        };
        let scene = Scene { marks: values.iter().map(mark).collect(), ..Scene::default() };
        let table = ChartTable::of(&scene, "name");
        assert_eq!(table.header, header);
        assert_eq!(table.rows, rows);
    }

    #[test]
    fn every_value_has_its_column() {
        check(&[], &["name"], &[]);
        check(
            &[&[("a", "1")], &[("b", "2"), ("a", "3")]],
            &["name", "a", "b"],
            &[&["x", "1", ""], &["x", "3", "2"]],
        );
    }
}
