//! How far reading is and how long it still takes: from the work done at several moments, smoothed. Time is passed in.

/// How far reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Progress {
    /// From 0 to 1.
    pub share: f64,
    pub rows: u64,
    /// `None` while nothing can be said yet.
    pub seconds_left: Option<u32>,
}

/// Milliseconds between two looks at the speed; shorter ones tell the machine's hiccups.
const LOOK_MS: f64 = 250.0;
/// Milliseconds before the first word about time.
const FIRST_WORD_MS: f64 = 1000.0;
/// How much the newest look counts against the earlier ones.
const NEWEST: f64 = 0.25;

/// The speed of what is being read, of one file or of several after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pace {
    /// Bytes of files that are done, and of all.
    before: f64,
    all: f64,
    /// When this began, how far it was at the last look, and when.
    began: f64,
    looked: Option<(f64, f64)>,
    /// Bytes a millisecond; 0 = not known yet.
    speed: f64,
    shown: f64,
    /// The whole that the engine counted in last; another one is another part of the work.
    total: u64,
    done: u64,
}

impl Pace {
    /// Before anything was read of this many bytes.
    pub fn new(all: u64) -> Self {
        Self { all: all.max(1) as f64, ..Self::default() }
    }

    /// A file of this many bytes is done; the next one begins.
    pub fn file_done(&mut self, bytes: u64) {
        self.before += bytes as f64;
        (self.total, self.done) = (0, 0);
    }

    /// `done` of `total` of a file of `bytes` is done at this moment (milliseconds since any beginning). A file that is
    /// read a second time falls back, and its speed is measured afresh; another part of the work never falls back.
    pub fn see(&mut self, done: u64, total: u64, bytes: u64, rows: u64, now: f64) -> Progress {
        let share = done as f64 / total.max(1) as f64;
        let at = self.before + share.min(1.0) * bytes as f64;
        let again = total == self.total && done < self.done;
        (self.total, self.done) = (total, done);
        match self.looked {
            Some((known, when)) if at >= known && !again => {
                if now - when >= LOOK_MS {
                    let newest = (at - known) / (now - when);
                    self.speed =
                        if self.speed > 0.0 { self.speed * (1.0 - NEWEST) + newest * NEWEST } else { newest };
                    self.looked = Some((at, now));
                }
            }
            _ => {
                (self.began, self.speed, self.looked) = (now, 0.0, Some((at, now)));
            }
        }
        let share = at / self.all;
        self.shown = if again { share } else { self.shown.max(share) }.min(1.0);
        let knows = self.speed > 0.0 && now - self.began >= FIRST_WORD_MS;
        let left = (self.all - at).max(0.0) / self.speed / 1000.0;
        Progress { share: self.shown, rows, seconds_left: knows.then_some(left.ceil() as u32) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MB: u64 = 1_000_000;

    /// What is told after the last of these: (milliseconds, done, total) of a file of 100 MB.
    fn check(seen: &[(u32, u64, u64)], share: f64, seconds_left: Option<u32>) {
        let mut pace = Pace::new(100 * MB);
        let mut told = Progress::default();
        for (now, done, total) in seen {
            told = pace.see(*done, *total, 100 * MB, 0, f64::from(*now));
        }
        assert_eq!((told.share, told.seconds_left), (share, seconds_left), "{seen:?}");
    }

    #[test]
    fn seconds_follow_from_the_bytes_a_second() {
        let all = 100 * MB;
        // 10 MB a second.
        check(&[(0, 0, all), (500, 5 * MB, all), (1000, 10 * MB, all)], 0.1, Some(9));
        // Nothing is said before there is something to go by.
        check(&[(0, 0, all), (500, 5 * MB, all)], 0.05, None);
        check(&[(0, 0, all), (5000, 0, all)], 0.0, None);
        check(&[(0, 0, 0)], 0.0, None);
    }

    #[test]
    fn one_slow_moment_hardly_counts() {
        let all = 100 * MB;
        // After 10 MB a second one second without a byte: 7.5 MB a second.
        check(&[(0, 0, all), (1000, 10 * MB, all), (2000, 10 * MB, all)], 0.1, Some(12));
    }

    #[test]
    fn another_part_of_the_work_never_falls_back_and_a_second_reading_does() {
        let all = 100 * MB;
        check(&[(0, 0, all), (1000, 80 * MB, all), (1100, 10, 30)], 0.8, None);
        check(&[(0, 0, all), (1000, 80 * MB, all), (1100, 10 * MB, all)], 0.1, None);
        check(&[(0, 0, all), (1000, 80 * MB, all), (1100, 0, all), (2100, 20 * MB, all)], 0.2, Some(4));
    }

    #[test]
    fn files_after_another_count_together() {
        let mut pace = Pace::new(40 * MB);
        pace.see(10 * MB, 10 * MB, 10 * MB, 5, 1000.0);
        pace.file_done(10 * MB);
        let told = pace.see(15 * MB, 30 * MB, 30 * MB, 7, 2500.0);
        // 15 MB in 1.5 seconds, and 15 MB to go.
        assert_eq!(told, Progress { share: 0.625, rows: 7, seconds_left: Some(2) });
    }
}
