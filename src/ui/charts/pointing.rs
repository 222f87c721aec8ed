//! What of a chart is pointed at: by the pointer, by the keyboard, or by nobody.

use std::rc::Rc;

use yew::prelude::*;

/// The state of pointing. Marks are numbered by their place in the scene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pointing {
    /// The mark that the tab key reaches.
    pub current: Option<usize>,
    /// Whether the chart has the focus.
    pub focused: bool,
    /// The mark under the pointer.
    pub hovered: Option<usize>,
    /// Whether the tooltip was closed; pointing at another mark opens it again.
    pub dismissed: bool,
    /// Counts the times the keyboard asked for another mark, which then must take the focus.
    pub walked: u32,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointed {
    Hover(Option<usize>),
    Focus(Option<usize>),
    Blur,
    Walk(usize),
    Dismiss,
    /// Another scene with so many marks.
    Redrawn(usize),
}

impl Pointing {
    /// The mark whose tooltip is open.
    pub fn shown(self) -> Option<usize> {
        if self.dismissed { None } else { self.hovered.or(self.current.filter(|_| self.focused)) }
    }

    /// The mark with the focus ring.
    pub fn ringed(self) -> Option<usize> {
        self.current.filter(|_| self.focused)
    }

    fn after(self, pointed: Pointed) -> Self {
        match pointed {
            Pointed::Hover(mark) => {
                Self { hovered: mark, dismissed: self.dismissed && mark == self.hovered, ..self }
            }
            Pointed::Focus(mark) => Self {
                current: mark.or(self.current),
                focused: true,
                dismissed: self.dismissed && mark == self.current,
                ..self
            },
            Pointed::Blur => Self { focused: false, dismissed: false, ..self },
            Pointed::Walk(mark) => Self {
                current: Some(mark),
                focused: true,
                hovered: None,
                dismissed: false,
                walked: self.walked.wrapping_add(1),
            },
            Pointed::Dismiss => Self { dismissed: true, ..self },
            Pointed::Redrawn(marks) => {
                Self { current: self.current.filter(|&mark| mark < marks), hovered: None, ..self }
            }
        }
    }
}

impl Reducible for Pointing {
    type Action = Pointed;

    fn reduce(self: Rc<Self>, pointed: Pointed) -> Rc<Self> {
        let after = self.after(pointed);
        if after == *self { self } else { Rc::new(after) }
    }
}

/// Where a key leads from the current mark among those that can be pointed at; `None` for other keys.
pub fn walk(key: &str, current: Option<usize>, selectable: &[usize]) -> Option<usize> {
    let last = selectable.len().checked_sub(1)?;
    let at = current.and_then(|current| selectable.iter().position(|&mark| mark == current)).unwrap_or(0);
    let to = match key {
        "ArrowRight" | "ArrowDown" => (at + 1).min(last),
        "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
        "PageDown" => (at + 10).min(last),
        "PageUp" => at.saturating_sub(10),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    selectable.get(to).copied()
}

#[cfg(test)]
mod tests {
    use super::{Pointed, Pointing, walk};

    fn check(key: &str, current: Option<usize>, expected: Option<usize>) {
        assert_eq!(walk(key, current, &[3, 5, 8]), expected, "{key} from {current:?}");
    }

    #[test]
    fn keys_walk_and_stop_at_the_ends() {
        check("ArrowRight", Some(3), Some(5));
        check("ArrowRight", Some(8), Some(8));
        check("ArrowLeft", Some(3), Some(3));
        check("End", None, Some(8));
        check("PageDown", Some(3), Some(8));
        check("ArrowDown", Some(99), Some(5));
        check("x", Some(3), None);
        assert_eq!(walk("Home", None, &[]), None);
    }

    #[test]
    fn escape_closes_until_another_mark() {
        let pointing = Pointing::default().after(Pointed::Hover(Some(1)));
        assert_eq!(pointing.shown(), Some(1));
        let closed = pointing.after(Pointed::Dismiss);
        assert_eq!(closed.shown(), None);
        assert_eq!(closed.after(Pointed::Hover(Some(1))).shown(), None);
        assert_eq!(closed.after(Pointed::Hover(Some(2))).shown(), Some(2));
        assert_eq!(closed.after(Pointed::Walk(4)).shown(), Some(4));
    }
}
