//! How the screen is shown: token sets, not forks.

use serde::{Deserialize, Serialize};

/// Three switches, free to combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Display {
    /// Main text of 40 px, larger buttons, more time.
    pub large: bool,
    /// Black and white.
    pub contrast: bool,
    /// Everything in the lower part of a tall screen.
    pub low: bool,
}

impl Display {
    /// The classes of `<html>`.
    pub fn classes(self) -> String {
        let names = [(self.large, "large"), (self.contrast, "contrast"), (self.low, "low-reach")];
        names.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect::<Vec<_>>().join(" ")
    }
}
