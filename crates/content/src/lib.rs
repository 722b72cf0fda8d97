//! The explainers of a hall (明白纸): what a page shows of them, and the search over them.
//!
//! With the feature `read` also how they are made: Markdown with front matter and tables of laws,
//! limits, ways and organs become checked cards. What is wrong is said with file and line.

pub mod board;
pub mod card;
pub mod channel;
#[cfg(feature = "read")]
pub mod read;
pub mod search;
pub mod words;

pub use board::Board;
pub use card::{Block, Card, Hints, LawView, LimitView, OrganView, RouteView, Shelf, TileView};
pub use channel::{ChannelView, OptionView, QuestionView, WayView};
#[cfg(feature = "read")]
pub use read::{Fault, Library, read};
