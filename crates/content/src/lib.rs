//! The explainers of a hall (明白纸): what a page shows of them, and the search over them.
//!
//! With the feature `read` also how they are made: Markdown with front matter and tables of laws,
//! limits, ways and organs become checked cards. What is wrong is said with file and line.

pub mod card;
#[cfg(feature = "read")]
pub mod read;
pub mod search;

pub use card::{Block, Card, Hints, LawView, LimitView, OrganView, RouteView, Shelf, TileView};
#[cfg(feature = "read")]
pub use read::{Fault, Library, read};
