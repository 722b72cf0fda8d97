//! What a page shows: everything in one language, every reference resolved.

use petition_domain::Day;
use serde::{Deserialize, Serialize};

/// All tiles with the cards behind them, and what helps while a matter is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shelf {
    /// Tiles in the order to show.
    pub tiles: Vec<TileView>,
    /// Hints by category.
    pub hints: Vec<Hints>,
}

/// A problem of life, and the questions people bring with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TileView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Category a submission is filled in with.
    pub category: String,
    /// Cards in the order to show.
    pub cards: Vec<CardRef>,
}

/// A card by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardRef {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// What helps while a matter of one category is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hints {
    /// The category.
    pub category: String,
    /// What to tell.
    pub tell: Vec<String>,
    /// What to photograph.
    pub photograph: Vec<String>,
}

/// One explainer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// The tile it stands behind.
    pub tile: String,
    /// Category a submission is filled in with.
    pub category: String,
    /// The question, as a person would say it.
    pub title: String,
    /// What this is.
    pub what: Vec<Block>,
    /// What to do.
    pub steps: Vec<Block>,
    /// What petitioning can do here.
    pub can: Vec<Block>,
    /// What it cannot.
    pub cannot: Vec<Block>,
    /// Dangers and traps; often empty.
    pub care: Vec<Block>,
    /// Who handles it.
    pub organs: Vec<OrganView>,
    /// The lawful ways, best first.
    pub routes: Vec<RouteView>,
    /// Papers to bring.
    pub papers: Vec<String>,
    /// What it rests on.
    pub law: Vec<LawView>,
    /// The day somebody last compared it with its sources.
    pub checked: Day,
    /// Whether the texts of the law themselves were read for all of it.
    pub is_verified: bool,
    /// Whether the law has changed since and somebody has to look again.
    pub recheck: bool,
}

/// Sentences that belong together. They stand apart so that they can be read aloud one by one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<String>),
    /// Things in no order.
    List(Vec<Vec<String>>),
    /// One step after the other.
    Steps(Vec<Vec<String>>),
}

impl Block {
    /// All its sentences.
    pub fn sentences(&self) -> impl Iterator<Item = &String> {
        let (one, many) = match self {
            Self::Paragraph(sentences) => (sentences.as_slice(), [].as_slice()),
            Self::List(items) | Self::Steps(items) => ([].as_slice(), items.as_slice()),
        };
        one.iter().chain(many.iter().flatten())
    }
}

impl Card {
    /// Every sentence in the order in which it is read aloud: the title first.
    pub fn sentences(&self) -> impl Iterator<Item = &String> {
        let parts = [&self.what, &self.steps, &self.can, &self.cannot, &self.care];
        core::iter::once(&self.title).chain(parts.into_iter().flatten().flat_map(Block::sentences))
    }
}

/// Who handles something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its telephone, where the hall has configured one.
    pub phone: Option<String>,
}

/// What a way costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// Nothing.
    Free,
    /// A fee.
    Fee,
    /// It depends.
    Varies,
}

/// A lawful way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteView {
    /// Its id.
    pub way: String,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence.
    pub what: String,
    /// What to know of it here.
    pub note: String,
    /// What it costs.
    pub cost: Cost,
    /// The limit that the law sets, if it sets one.
    pub limit: Option<LimitView>,
}

/// Who must keep a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The petitioner must act in time.
    You,
    /// The organ must answer in time.
    Organ,
}

/// A time limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitView {
    /// Its id.
    pub id: String,
    /// How long.
    pub span: petition_domain::span::Span,
    /// Who must keep it.
    pub bound: Bound,
    /// Counted from.
    pub from: String,
    /// What it rests on.
    pub law: LawView,
}

/// An article of a law.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LawView {
    /// Title of the law.
    pub title: String,
    /// Article; 0 for the law as a whole.
    pub article: u16,
    /// What it says, in our words.
    pub gist: String,
    /// Version.
    pub version: String,
    /// Whether the text itself was read.
    pub is_verified: bool,
    /// Whether it has changed since it was read.
    pub recheck: bool,
}
