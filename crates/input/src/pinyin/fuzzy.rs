//! Sounds that many speakers do not tell apart.

use super::syllables::{Syllable, Syllables};

/// Which sounds count as the same. All off by default: each pair that is on makes more
/// candidates compete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "eight independent switches, each a setting")]
pub struct Fuzzy {
    /// z and zh.
    pub z_zh: bool,
    /// c and ch.
    pub c_ch: bool,
    /// s and sh.
    pub s_sh: bool,
    /// n and l.
    pub n_l: bool,
    /// f and h.
    pub f_h: bool,
    /// in and ing.
    pub in_ing: bool,
    /// en and eng.
    pub en_eng: bool,
    /// an and ang.
    pub an_ang: bool,
}

impl Fuzzy {
    /// Every pair on.
    pub const ALL: Self = Self {
        z_zh: true,
        c_ch: true,
        s_sh: true,
        n_l: true,
        f_h: true,
        in_ing: true,
        en_eng: true,
        an_ang: true,
    };

    fn initials(self) -> Vec<(&'static str, &'static str)> {
        let all = [
            (self.z_zh, ("zh", "z")),
            (self.c_ch, ("ch", "c")),
            (self.s_sh, ("sh", "s")),
            (self.n_l, ("n", "l")),
            (self.f_h, ("f", "h")),
        ];
        all.into_iter().filter(|(on, _)| *on).map(|(_, pair)| pair).collect()
    }

    fn finals(self) -> Vec<(&'static str, &'static str)> {
        let all = [
            (self.in_ing, ("ing", "in")),
            (self.en_eng, ("eng", "en")),
            (self.an_ang, ("ang", "an")),
        ];
        all.into_iter().filter(|(on, _)| *on).map(|(_, pair)| pair).collect()
    }
}

/// For every syllable, those it may also mean.
#[derive(Debug, Default)]
pub struct Variants(Vec<Vec<Syllable>>);

impl Variants {
    /// Works out the variants once, so that a keystroke only looks them up.
    pub fn new(syllables: &Syllables, fuzzy: Fuzzy) -> Self {
        let (initials, finals) = (fuzzy.initials(), fuzzy.finals());
        let of = |name: &String| {
            let mut spellings = vec![name.clone()];
            if let Some(other) = swap_start(name, &initials) {
                spellings.push(other);
            }
            let ends: Vec<_> = spellings.iter().filter_map(|s| swap_end(s, &finals)).collect();
            spellings.extend(ends);
            spellings.iter().skip(1).filter_map(|s| syllables.find(s)).collect()
        };
        Self(syllables.names().iter().map(of).collect())
    }

    /// What `syllable` may also mean.
    pub fn of(&self, syllable: Syllable) -> &[Syllable] {
        self.0.get(usize::from(syllable)).map_or(&[], Vec::as_slice)
    }
}

/// The longer side is tried first: "zh" also starts with "z".
fn swap_start(name: &str, pairs: &[(&str, &str)]) -> Option<String> {
    pairs.iter().find_map(|(a, b)| {
        let to = |from: &str, to: &str| name.strip_prefix(from).map(|rest| format!("{to}{rest}"));
        to(a, b).or_else(|| to(b, a))
    })
}

fn swap_end(name: &str, pairs: &[(&str, &str)]) -> Option<String> {
    pairs.iter().find_map(|(a, b)| {
        let to = |from: &str, to: &str| name.strip_suffix(from).map(|rest| format!("{rest}{to}"));
        to(a, b).or_else(|| to(b, a))
    })
}
