//! Undo and redo as a history of values: exact, because nothing is recomputed backwards.

/// How many steps back are kept; more than anyone undoes by hand.
const KEPT: usize = 200;

/// A value with its past and its undone future.
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    past: Vec<T>,
    present: T,
    future: Vec<T>,
    /// What the last change was about, so that typing in one box is one step.
    last_topic: Option<String>,
}

impl<T: Clone + PartialEq> History<T> {
    /// Starts with nothing to undo.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present, future: Vec::new(), last_topic: None }
    }

    /// The value as it is now.
    pub fn now(&self) -> &T {
        &self.present
    }

    /// Makes `next` the present. Consecutive changes with the same topic are undone together; a change to the
    /// same value is no step at all. Returns whether anything changed.
    pub fn push(&mut self, next: T, topic: Option<String>) -> bool {
        if next == self.present {
            return false;
        }
        let joins = topic.is_some() && topic == self.last_topic && !self.past.is_empty();
        let before = std::mem::replace(&mut self.present, next);
        if !joins {
            self.past.push(before);
            if self.past.len() > KEPT {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last_topic = topic;
        true
    }

    /// What comes next is a step of its own, also when it is about the same; whether that was not so before.
    pub fn settle(&mut self) -> bool {
        self.last_topic.take().is_some()
    }

    /// Changes every value, those back and those forth as well, in their order: no step at all.
    pub fn each(&mut self, change: impl FnMut(&mut T)) {
        let present = std::iter::once(&mut self.present);
        self.past.iter_mut().chain(present).chain(self.future.iter_mut().rev()).for_each(change);
    }

    /// One step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, before));
        self.last_topic = None;
        true
    }

    /// One undone step forward again; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, after));
        self.last_topic = None;
        true
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    /// Runs steps (`+text` sets, `~text` sets within the topic "note", `s` settles, `u` undoes, `r` redoes) and compares
    /// the end.
    fn check(steps: &[&str], expected: &str) {
        let mut history = History::new(String::new());
        for step in steps {
            match step.split_at(1) {
                ("+", text) => history.push(text.to_owned(), None),
                ("~", text) => history.push(text.to_owned(), Some("note".to_owned())),
                ("s", _) => history.settle(),
                ("u", _) => history.undo(),
                _ => history.redo(),
            };
        }
        assert_eq!(history.now(), expected, "{steps:?}");
    }

    #[test]
    fn undo_and_redo_are_exact() {
        check(&["+a", "+b", "u"], "a");
        check(&["+a", "+b", "u", "u", "u"], "");
        check(&["+a", "+b", "u", "r"], "b");
        check(&["+a", "u", "+c", "r"], "c");
    }

    #[test]
    fn typing_in_one_box_is_one_step() {
        check(&["+a", "~b", "~bc", "~bcd", "u"], "a");
        check(&["~b", "+x", "~bc", "u"], "x");
        check(&["~b", "~bc", "s", "~bcd", "~bcde", "u"], "bc");
    }

    #[test]
    fn setting_the_same_value_is_no_step() {
        check(&["+a", "+a", "u"], "");
    }
}
