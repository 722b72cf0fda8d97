//! Counting what other test runners say they did.

use std::fmt;
use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Counts {
    /// Ran and held.
    pub passed: u32,
    /// Ran and did not hold, or could not run.
    pub failed: u32,
}

impl Counts {
    /// A tool that is one check as a whole, and held.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// A tool that is one check as a whole, and did not hold.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// One check, by its outcome.
    pub fn one(held: bool) -> Self {
        if held { Self::PASSED } else { Self::FAILED }
    }

    /// Adds what a line of output says, if it is a summary.
    pub fn read(&mut self, line: &str) {
        let line = without_colour(line);
        if let Some(counts) = libtest(&line).or_else(|| nextest(&line)) {
            *self += counts;
        }
    }

    /// A suite in which nothing ran has shown nothing.
    pub fn at_least_one(self) -> Self {
        if self == Self::default() { Self::FAILED } else { self }
    }

    /// Makes a failure visible that no summary line tells of: code that does not compile, a
    /// runner that died.
    pub fn judged_by(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; …`, at the start of its line: what
/// nextest repeats of a failed test is indented, and counted by nextest itself.
fn libtest(line: &str) -> Option<Counts> {
    let (_, rest) = line.strip_prefix("test result: ")?.split_once(". ")?;
    Some(count(rest.split(';')))
}

/// `Summary [ 0.012s] 7/9 tests run: 5 passed (1 slow), 1 failed, 1 timed out, 2 skipped`
fn nextest(line: &str) -> Option<Counts> {
    let rest = line.trim_start().strip_prefix("Summary [")?;
    let (_, rest) = rest.split_once(" run: ")?;
    Some(count(rest.split(',')))
}

fn count<'l>(parts: impl Iterator<Item = &'l str>) -> Counts {
    let mut counts = Counts::default();
    for part in parts {
        let Some((number, what)) = part.trim().split_once(' ') else { continue };
        let Ok(number) = number.parse::<u32>() else { continue };
        match what.split(" (").next().unwrap_or(what) {
            "passed" => counts.passed += number,
            "failed" | "timed out" | "exec failed" => counts.failed += number,
            _ => {}
        }
    }
    counts
}

/// Drops `ESC [ … m`.
fn without_colour(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut parts = line.split('\u{1b}');
    out.extend(parts.next());
    for part in parts {
        out.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Counts {
        let mut counts = Counts::default();
        lines.lines().for_each(|line| counts.read(line));
        counts
    }

    #[test]
    fn libtest_lines_add_up() {
        let counts = read(
            "running 3 tests\ntest a ... ok\n\
             test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.00s\n\
             test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        );
        assert_eq!(counts, Counts { passed: 5, failed: 2 });
    }

    #[test]
    fn nextest_lines_in_every_shape() {
        let one = "     Summary [   0.012s] 7 tests run: 7 passed, 0 skipped";
        assert_eq!(read(one), Counts { passed: 7, failed: 0 });
        let two = "     Summary [  61.5s] 9/12 tests run: 5 passed (1 slow, 1 leaky), 2 failed, \
                   1 timed out, 1 exec failed, 3 skipped";
        assert_eq!(read(two), Counts { passed: 5, failed: 4 });
        let three = "     Summary [   0.1s] 1 test run: 1 passed (1 leaky), 2 skipped";
        assert_eq!(read(three), Counts { passed: 1, failed: 0 });
        let coloured = "\u{1b}[31;1m     Summary\u{1b}[0m [   0.1s] \u{1b}[1m2\u{1b}[0m tests run: \
                        \u{1b}[1m1\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 1 \u{1b}[31;1mfailed\u{1b}[0m";
        assert_eq!(read(coloured), Counts { passed: 1, failed: 1 });
    }

    #[test]
    fn a_crash_is_a_failure_even_without_a_summary() {
        assert_eq!(read("error: could not compile").judged_by(false), Counts::FAILED);
        assert_eq!(read("").judged_by(true), Counts::default());
        assert_eq!(read("").judged_by(true).at_least_one(), Counts::FAILED);
        assert_eq!(Counts::PASSED.at_least_one(), Counts::PASSED);
        let failed = Counts { passed: 3, failed: 2 };
        assert_eq!(failed.judged_by(false), failed, "a counted failure is not counted twice");
    }

    #[test]
    fn what_a_test_prints_is_not_a_summary() {
        assert_eq!(read("Summary of the matter: 3 passed, 9 failed"), Counts::default());
        assert_eq!(read("he said test result: ok. 9 passed; 9 failed"), Counts::default());
        let repeated = "    test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured";
        assert_eq!(read(repeated), Counts::default());
    }
}
