//! What is typed: words and sentences with their readings.

use std::error::Error;
use std::fs;
use std::path::Path;

/// A text and its syllables, separated by blanks.
pub type Pair = (String, String);

/// One of the two halves of the evaluation data.
pub struct Sets {
    pub words: Vec<Pair>,
    pub official: Vec<Pair>,
    pub colloquial: Vec<Pair>,
}

impl Sets {
    /// Reads the half called `half`.
    pub fn read(folder: &Path, half: &str) -> Result<Self, Box<dyn Error>> {
        let read = |name: &str| -> Result<Vec<Pair>, Box<dyn Error>> {
            let text = fs::read_to_string(folder.join(format!("{name}-{half}.tsv")))?;
            let lines = text.lines().filter_map(|line| line.split_once('\t'));
            Ok(lines.map(|(text, py)| (text.to_owned(), py.to_owned())).collect())
        };
        Ok(Self {
            words: read("words")?,
            official: read("official")?,
            colloquial: read("colloquial")?,
        })
    }

    /// Words whose first letters say something.
    pub fn long_words(&self) -> Vec<Pair> {
        self.words.iter().filter(|(word, _)| word.chars().count() > 2).cloned().collect()
    }

    /// Every sentence on a letter keyboard.
    pub fn letters(&self) -> Vec<String> {
        self.sentences().map(|(_, py)| letters(py)).collect()
    }

    /// Every sentence on nine keys.
    pub fn digits(&self) -> Vec<String> {
        self.sentences().map(|(_, py)| digits(py)).collect()
    }

    fn sentences(&self) -> impl Iterator<Item = &Pair> {
        self.official.iter().chain(&self.colloquial)
    }
}

/// Full pinyin without separators.
pub fn letters(py: &str) -> String {
    py.replace(' ', "")
}

/// The first letter of every syllable.
pub fn initials(py: &str) -> String {
    py.split(' ').filter_map(|syllable| syllable.chars().next()).collect()
}

/// Full pinyin on nine keys.
pub fn digits(py: &str) -> String {
    let key = |letter| match letter {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        _ => '9',
    };
    py.chars().filter(|c| *c != ' ').map(key).collect()
}
