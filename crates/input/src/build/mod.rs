//! Builds the binary asset from the texts in `data/`; the same texts give the same bytes.

mod classes;
mod counts;
mod encode;
pub mod handwriting;
mod model;
mod pairs;
mod redundant;
mod segment;
mod sources;
mod weights;

use std::fmt;
use std::path::{Path, PathBuf};

pub use handwriting::handwriting_asset;
pub use weights::Weights;

/// Why nothing was built.
#[derive(Debug)]
pub enum BuildError {
    /// A source could not be read.
    Unreadable(PathBuf, std::io::Error),
    /// A line of a source is not what it should be.
    Malformed(PathBuf, usize),
    /// The sources need more than the layout can hold.
    TooLarge(&'static str),
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Malformed(path, line) => write!(f, "{}:{line}: malformed", path.display()),
            Self::TooLarge(what) => write!(f, "too many {what} for the layout"),
        }
    }
}

impl std::error::Error for BuildError {}

/// Builds the asset from the `data` folder of this crate.
pub fn pinyin_asset(data: &Path) -> Result<Vec<u8>, BuildError> {
    pinyin_asset_with(data, &Weights::default())
}

/// Builds the asset with other weights, for tuning.
pub fn pinyin_asset_with(data: &Path, weights: &Weights) -> Result<Vec<u8>, BuildError> {
    let sources = sources::Sources::read(data)?;
    let mut vocabulary = model::Vocabulary::new(&sources, weights);
    let classes = classes::Classes::new(&vocabulary, weights);
    let pairs = pairs::Pairs::new(&vocabulary, &classes, weights);
    redundant::remove(&mut vocabulary, &classes, &pairs, weights)?;
    encode::asset(&vocabulary, &classes, &pairs)
}
