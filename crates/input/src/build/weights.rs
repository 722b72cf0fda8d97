//! What the mixture and the selection are made with; chosen on the tuning sets only.

/// The numbers that shape the asset.
#[derive(Clone, Debug)]
pub struct Weights {
    /// The share of the Android dictionary in the two dictionaries; the rest is jieba's.
    pub android: f64,
    /// The share of the project's corpus in a word's probability.
    pub corpus: f64,
    /// Words of two characters or more that are kept.
    pub words: usize,
    /// The likeliest words, which have an entry in any case.
    pub certain: usize,
    /// Pairs of words that are kept.
    pub pairs: usize,
    /// What is taken off each pair's count for the pairs never seen.
    pub discount: f64,
    /// Counts added to every word for what may follow it outside the corpus.
    pub openness: f64,
    /// Openness of the start of a text, as a share of its count.
    pub start_openness: f64,
    /// Words frequent enough in the corpus to be a class of their own.
    pub own_class: usize,
    /// Pairs of classes are taken as unrelated until this many sightings say otherwise.
    pub doubt: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            android: 0.7,
            corpus: 0.7,
            words: 39_000,
            certain: 25_000,
            pairs: 121_000,
            discount: 0.9,
            openness: 6.0,
            start_openness: 3.0,
            own_class: 120,
            doubt: 14.0,
        }
    }
}

impl Weights {
    /// Takes weights named in `settings` (`name=value`, separated by blanks) over these.
    pub fn with(mut self, settings: &str) -> Option<Self> {
        for setting in settings.split_ascii_whitespace() {
            let (name, value) = setting.split_once('=')?;
            let number: f64 = value.parse().ok()?;
            let slot = match name {
                "android" => &mut self.android,
                "corpus" => &mut self.corpus,
                "discount" => &mut self.discount,
                "openness" => &mut self.openness,
                "start_openness" => &mut self.start_openness,
                "doubt" => &mut self.doubt,
                _ => {
                    let whole = value.parse().ok()?;
                    match name {
                        "words" => self.words = whole,
                        "certain" => self.certain = whole,
                        "pairs" => self.pairs = whole,
                        "own_class" => self.own_class = whole,
                        _ => return None,
                    }
                    continue;
                }
            };
            *slot = number;
        }
        Some(self)
    }
}
