//! The charts of a view by name, to make files of them.

use super::View;
use super::sheet::Block;
use crate::chart::scene::Scene;

/// Title, summary and scene of the chart of this name.
pub fn picture_of<'a>(view: &'a View, name: &str) -> Option<(&'a str, &'a str, &'a Scene)> {
    match view {
        View::Sheet(sheet) => within(&sheet.blocks, name),
        View::List(_) => None,
    }
}

fn within<'a>(blocks: &'a [Block], name: &str) -> Option<(&'a str, &'a str, &'a Scene)> {
    blocks.iter().find_map(|block| match block {
        Block::Chart(chart) if chart.name == name => Some((&*chart.title, &*chart.summary, &*chart.scene)),
        Block::Card(card) => within(&card.blocks, name),
        Block::More { blocks, .. } => within(blocks, name),
        Block::Columns(columns) => columns.iter().find_map(|column| within(column, name)),
        _ => None,
    })
}
