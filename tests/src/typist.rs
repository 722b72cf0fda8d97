//! Somebody who writes with the keyboard on the screen, key by key and stroke by stroke.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;
use crate::places;
use crate::touch::Lift;

/// How Chinese is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Pinyin on 26 keys.
    Full,
    /// Pinyin on nine keys.
    Nine,
    /// With the finger.
    Hand,
}

impl Way {
    /// The name of its board.
    pub const fn board(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Nine => "nine",
            Self::Hand => "hand",
        }
    }
}

/// A run of characters and its syllables.
#[derive(Clone, Debug, Deserialize)]
pub struct Run {
    /// What is to stand in the field.
    pub text: String,
    /// Its syllables, without tones, a space between two.
    pub pinyin: String,
}

/// What is typed in the tests: `tests/data/typed.toml`.
#[derive(Clone, Debug, Deserialize)]
pub struct Typed {
    /// A name with a rare character.
    pub name: String,
    /// Its syllables.
    pub name_pinyin: String,
    /// A number that ends with X.
    pub id: String,
    /// Where somebody lives.
    pub address: String,
    /// Its syllables.
    pub address_pinyin: String,
    /// Two hundred characters of a grievance.
    pub statement: Vec<Run>,
}

impl Typed {
    /// Reads it.
    pub fn read() -> Result<Self> {
        Ok(toml::from_str(include_str!("../data/typed.toml"))?)
    }
}

/// The points of each stroke, parts of the box.
pub type Strokes = Vec<Vec<(f64, f64)>>;

/// Fingers on the keyboard of a page.
pub struct Typist<'p> {
    page: &'p Page,
    strokes: BTreeMap<char, Strokes>,
}

impl<'p> Typist<'p> {
    /// At the keyboard of `page`.
    pub fn new(page: &'p Page) -> Result<Self> {
        let file = places::root().join("crates/input/data/strokes/medians.txt");
        let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let strokes = text.lines().filter(|line| !line.starts_with('#')).filter_map(strokes_of);
        Ok(Self { page, strokes: strokes.collect() })
    }

    /// Touches a field and waits for the keyboard.
    pub async fn open(&self, css: &str) -> Result<()> {
        self.page.tap(css).await?;
        self.page.has_focus(css).await?;
        self.page.appears("#keys .app-keys__tabs").await
    }

    /// Presses a key by its name.
    pub async fn press(&self, key: &str) -> Result<()> {
        self.page.tap(&key_css(key)).await
    }

    /// Opens a board.
    pub async fn switch(&self, board: &str) -> Result<()> {
        self.press(board).await?;
        self.page.appears(&format!(".app-keys [data-board='{board}']")).await
    }

    /// Waits until the choices are about all that was typed or drawn.
    pub async fn answered(&self) -> Result<()> {
        self.page.appears("#keys-choices[data-answered='true']").await
    }

    /// Leaves the field.
    pub async fn done(&self) -> Result<()> {
        self.page.tap(".app-key--done").await?;
        self.page.vanishes(".app-keys").await
    }

    /// Presses the keys of `text` one after the other.
    pub async fn keys(&self, text: &str) -> Result<()> {
        for key in text.chars() {
            self.press(&key.to_string()).await?;
        }
        Ok(())
    }

    /// Writes `run` into the open field, and waits until it stands there.
    pub async fn write(&self, way: Way, run: &Run) -> Result<()> {
        let before = self.value().await?;
        match way {
            Way::Hand => {
                for c in run.text.chars() {
                    self.draw(c).await?;
                }
            }
            Way::Full => self.spell(&run.text, &run.pinyin.replace(' ', "")).await?,
            Way::Nine => self.spell(&run.text, &nine_keys(&run.pinyin)).await?,
        }
        let after = self.value().await?;
        if after != format!("{before}{}", run.text) {
            bail!("after {} the field holds {after}", run.text);
        }
        Ok(())
    }

    async fn value(&self) -> Result<String> {
        self.page.eval("document.activeElement.value ?? ''").await
    }

    async fn spell(&self, text: &str, keys: &str) -> Result<()> {
        for key in keys.chars() {
            // As a person does who was given ', the keys only.
            self.press(&key.to_string()).await?;
        }
        let mut rest = text.to_owned();
        while !rest.is_empty() {
            let chosen = self.choose(&rest).await?;
            rest = rest.chars().skip(chosen.chars().count()).collect();
        }
        Ok(())
    }

    /// The strokes of a character as this hand draws them, parts of the box.
    pub fn drawn(&self, c: char) -> Option<Strokes> {
        self.strokes.get(&c).map(shaken)
    }

    /// Draws a character and chooses nothing.
    pub async fn ink(&self, index: usize, c: char) -> Result<()> {
        let strokes = self.strokes.get(&c).with_context(|| format!("no strokes of {c}"))?;
        self.page.draw(&format!("[data-box='{index}']"), &shaken(strokes), Lift::Fast).await
    }

    /// Draws one stroke of a character.
    pub async fn stroke(&self, index: usize, c: char, stroke: usize) -> Result<()> {
        let strokes = self.strokes.get(&c).with_context(|| format!("no strokes of {c}"))?;
        let stroke = shaken(strokes).get(stroke).cloned().context("it has fewer strokes")?;
        self.page.draw(&format!("[data-box='{index}']"), &[stroke], Lift::Fast).await
    }

    async fn draw(&self, c: char) -> Result<()> {
        self.ink(0, c).await?;
        self.choose(&c.to_string()).await?;
        Ok(())
    }

    /// Takes the longest choice that `rest` begins with, turning pages until it is seen, and waits
    /// until it has been written. What is taken is what stood there when it was touched.
    async fn choose(&self, rest: &str) -> Result<String> {
        #[derive(Deserialize)]
        struct Choice {
            key: String,
            text: String,
            is_seen: bool,
        }
        const MOST_PAGES: usize = 60;
        let look = include_str!("js/choice.js");
        let what = format!("{rest} among the choices");
        for _ in 0..MOST_PAGES {
            let choice: Choice = self.page.ready(&what, look, json!([rest])).await?;
            if choice.is_seen {
                let before = self.value().await?;
                self.press(&choice.key).await?;
                let wanted = format!("{before}{}", choice.text);
                let held = "(wanted) => document.activeElement.value === wanted ? {ready: true} \
                            : {waiting: `it holds ${document.activeElement.value}`}";
                let _held: bool = self.page.ready("the choice", held, json!([wanted])).await?;
                return Ok(choice.text);
            }
            let place = "document.querySelector('#keys-choices').scrollTop";
            let before: f64 = self.page.eval(place).await?;
            self.press("later").await?;
            self.page.until("the next page", &format!("{place} > {before}")).await?;
        }
        bail!("{rest} is on none of the pages")
    }

    /// Where the keyboard stands in the way of the open field or of what is wrong with it.
    pub async fn hidden(&self) -> Result<Vec<String>> {
        self.page.call(include_str!("js/hidden.js"), Value::Array(Vec::new())).await
    }
}

/// The key of that name.
pub fn key_css(key: &str) -> String {
    let key = if key == "'" { "\\'" } else { key };
    format!(".app-keys [data-key='{key}']")
}

/// The nine keys of some syllables.
pub fn nine_keys(pinyin: &str) -> String {
    let digit = |c| match c {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        _ => '9',
    };
    pinyin.chars().filter(|c| *c != ' ').map(digit).collect()
}

/// A line of the file: a character, and its strokes in 256ths of the box.
fn strokes_of(line: &str) -> Option<(char, Strokes)> {
    let (c, strokes) = line.split_once('\t')?;
    let stroke = |stroke: &str| -> Vec<(f64, f64)> {
        let numbers: Vec<f64> = stroke.split(' ').filter_map(|n| n.parse().ok()).collect();
        numbers.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect()
    };
    Some((c.chars().next()?, strokes.split(',').map(stroke).collect()))
}

/// As a hand draws: smaller, leaning, every stroke a little off.
fn shaken(strokes: &Strokes) -> Strokes {
    let bent = |index: usize, (x, y): (f64, f64)| {
        #[expect(clippy::cast_precision_loss, reason = "a handful of strokes")]
        let phase = index as f64;
        let (x, y) = (x / 256.0, y / 256.0);
        let (off_x, off_y) = (0.012 * (phase * 2.1).sin(), 0.012 * (phase * 1.7).cos());
        (0.12 + 0.74 * (x + 0.05 * (0.5 - y)) + off_x, 0.12 + 0.74 * (y - 0.04 * (x - 0.5)) + off_y)
    };
    strokes
        .iter()
        .enumerate()
        .map(|(index, stroke)| stroke.iter().map(|point| bent(index, *point)).collect())
        .collect()
}
