//! The one place of this crate that reads a clock.

use std::fmt;
use std::time::Instant;

/// Measures how long a step takes, so that every step can say so.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts now.
    #[expect(clippy::disallowed_methods, reason = "a build tool may measure itself")]
    pub fn start() -> Self {
        Self(Instant::now())
    }
}

impl fmt::Display for Stopwatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let elapsed = self.0.elapsed();
        if elapsed.as_secs() >= 60 {
            write!(f, "{} min {:02} s", elapsed.as_secs() / 60, elapsed.as_secs() % 60)
        } else {
            write!(f, "{:.1} s", elapsed.as_secs_f32())
        }
    }
}
