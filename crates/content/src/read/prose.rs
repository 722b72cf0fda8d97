//! The Markdown of a card: five known headings, paragraphs and lists, sentence by sentence.

use petition_text::{Card as C, Lang};
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::blocks;
use super::fault::{Fault, line_at};
use crate::card::Block;

/// Most Chinese characters of a sentence: nine years of school, upset and in a hurry.
const MOST_CHARACTERS: usize = 40;
/// Most words of an English one.
const MOST_WORDS: usize = 24;

/// What stands under the front matter of a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// What this is.
    pub what: Vec<Block>,
    /// What to do.
    pub steps: Vec<Block>,
    /// What petitioning can do here.
    pub can: Vec<Block>,
    /// What it cannot.
    pub cannot: Vec<Block>,
    /// Dangers and traps.
    pub care: Vec<Block>,
}

impl Prose {
    /// Every sentence.
    pub fn sentences(&self) -> impl Iterator<Item = &String> {
        [&self.what, &self.steps, &self.can, &self.cannot, &self.care]
            .into_iter()
            .flatten()
            .flat_map(Block::sentences)
    }
}

/// Which part of a card a heading opens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    What,
    Steps,
    Can,
    Cannot,
    Care,
}

const PARTS: [(Part, C); 5] = [
    (Part::What, C::What),
    (Part::Steps, C::Steps),
    (Part::Can, C::Can),
    (Part::Cannot, C::Cannot),
    (Part::Care, C::Care),
];

/// Reads the Markdown of `block`. Headings are the words that the page shows.
pub fn read(
    language: &str,
    file: &str,
    block: &blocks::Block,
    faults: &mut Vec<Fault>,
) -> Option<Prose> {
    let lang = Lang::from_tag(language)?;
    let mut reader = Reader { lang, file, block, faults, prose: Prose::default(), part: None };
    reader.read();
    for (part, word) in PARTS.into_iter().take(4) {
        if reader.slot(part).is_empty() {
            let message = format!("the part {:?} is missing or empty", lang.say(word));
            reader.fault(0, message);
        }
    }
    Some(reader.prose)
}

struct Reader<'a> {
    lang: Lang,
    file: &'a str,
    block: &'a blocks::Block,
    faults: &'a mut Vec<Fault>,
    prose: Prose,
    part: Option<Part>,
}

impl Reader<'_> {
    fn fault(&mut self, offset: usize, message: impl Into<String>) {
        let line = self.block.body_line - 1 + line_at(&self.block.body, offset);
        self.faults.push(Fault::new(self.file, line, message));
    }

    fn slot(&mut self, part: Part) -> &mut Vec<Block> {
        match part {
            Part::What => &mut self.prose.what,
            Part::Steps => &mut self.prose.steps,
            Part::Can => &mut self.prose.can,
            Part::Cannot => &mut self.prose.cannot,
            Part::Care => &mut self.prose.care,
        }
    }

    fn read(&mut self) {
        let body = self.block.body.clone();
        let mut text = String::new();
        let mut begins = 0;
        // Items of the open list, and whether they are numbered.
        let mut list: Option<(bool, Vec<Vec<String>>)> = None;
        for (event, range) in Parser::new(&body).into_offset_iter() {
            match event {
                Event::Start(
                    Tag::Heading { level: HeadingLevel::H2, .. } | Tag::Paragraph | Tag::Item,
                ) => {
                    text.clear();
                    begins = range.start;
                }
                Event::Start(Tag::List(first)) if list.is_none() => {
                    list = Some((first.is_some(), Vec::new()));
                }
                Event::Text(words) => text.push_str(&words),
                // Chinese lines that are wrapped in the source stand together.
                Event::SoftBreak => text.push_str(if self.lang == Lang::En { " " } else { "" }),
                Event::End(TagEnd::Heading(_)) => self.open(&text, begins),
                Event::End(TagEnd::Paragraph) if list.is_none() => {
                    let sentences = self.sentences(&text, begins);
                    self.push(Block::Paragraph(sentences), begins);
                }
                // A list with blank lines between its items has paragraphs in them.
                Event::End(TagEnd::Paragraph) => {}
                Event::End(TagEnd::Item) => {
                    let sentences = self.sentences(&text, begins);
                    if let Some((_, items)) = &mut list {
                        items.push(sentences);
                    }
                }
                Event::End(TagEnd::List(_)) => {
                    if let Some((is_numbered, items)) = list.take() {
                        let block =
                            if is_numbered { Block::Steps(items) } else { Block::List(items) };
                        self.push(block, range.start);
                    }
                }
                other => {
                    let name = format!("{other:?}");
                    let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
                    self.fault(
                        range.start,
                        format!("{name}: only headings of parts, paragraphs and lists"),
                    );
                }
            }
        }
    }

    fn open(&mut self, heading: &str, offset: usize) {
        let heading = heading.trim();
        let part = PARTS.into_iter().find(|(_, word)| self.lang.say(*word) == heading);
        self.part = part.map(|(part, _)| part);
        if self.part.is_none() {
            self.fault(offset, format!("{heading:?} is no part of a card"));
        }
    }

    fn push(&mut self, block: Block, offset: usize) {
        match self.part {
            Some(part) => self.slot(part).push(block),
            None => self.fault(offset, "text before the first heading"),
        }
    }

    fn sentences(&mut self, text: &str, offset: usize) -> Vec<String> {
        let sentences = split(self.lang, text);
        for sentence in &sentences {
            let (length, most, of) = length(self.lang, sentence);
            if length > most {
                self.fault(
                    offset,
                    format!("{length} {of} in one sentence, at most {most}: {sentence}"),
                );
            }
        }
        sentences
    }
}

/// How long a sentence is, how long it may be, and in what it is counted.
pub fn length(lang: Lang, sentence: &str) -> (usize, usize, &'static str) {
    if lang == Lang::En {
        (sentence.split_whitespace().count(), MOST_WORDS, "words")
    } else {
        (sentence.chars().filter(|c| c.is_alphanumeric()).count(), MOST_CHARACTERS, "characters")
    }
}

/// Splits at the marks that end a sentence, which stay with it and with a closing quote.
pub fn split(lang: Lang, text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut open = String::new();
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        open.push(letter);
        let ends = match letter {
            '。' | '?' | '!' | ';' | '？' | '！' | '；' if lang != Lang::En => true,
            '.' | '?' | '!' => {
                lang == Lang::En && letters.peek().is_none_or(|next| next.is_whitespace())
            }
            _ => false,
        };
        if ends {
            while let Some(close) = letters.next_if(|next| "”’」』)）".contains(*next)) {
                open.push(close);
            }
            sentences.push(core::mem::take(&mut open).trim().to_owned());
        }
    }
    sentences.push(open.trim().to_owned());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_people_breathe() {
        assert_eq!(
            split(Lang::Zh, "先去窗口。带上身份证！“为什么？”问清楚"),
            ["先去窗口。", "带上身份证！", "“为什么？”", "问清楚"]
        );
        assert_eq!(
            split(Lang::En, "Go there. Art. 3.5 applies"),
            ["Go there.", "Art.", "3.5 applies"]
        );
    }

    fn prose(body: &str) -> (Option<Prose>, Vec<String>) {
        let block = blocks::Block {
            front: String::new(),
            front_line: 2,
            body: body.to_owned(),
            body_line: 10,
        };
        let mut faults = Vec::new();
        let prose = read("zh-CN", "a.md", &block, &mut faults);
        (prose, faults.iter().map(ToString::to_string).collect())
    }

    const WHOLE: &str = "## 这是什么\n一。二。\n## 怎么办\n1. 先。\n2. 后。\n## 信访能做的\n- 登记。\n## 信访不能做的\n裁判。\n";

    #[test]
    fn a_whole_card() {
        let (prose, faults) = prose(WHOLE);
        assert_eq!(faults, Vec::<String>::new());
        let prose = prose.unwrap();
        assert_eq!(prose.what, [Block::Paragraph(vec!["一。".into(), "二。".into()])]);
        assert_eq!(prose.steps, [Block::Steps(vec![vec!["先。".into()], vec!["后。".into()]])]);
        assert_eq!(prose.can, [Block::List(vec![vec!["登记。".into()]])]);
    }

    #[test]
    fn what_does_not_belong_is_told_with_its_line() {
        let cases = [
            (WHOLE.replace("## 怎么办\n", "## 办法\n"), "a.md:12: \"办法\" is no part of a card"),
            (WHOLE.replace("裁判。", "**裁判**。"), "a.md:18: Start: only"),
            (WHOLE.replace("裁判。", ""), "a.md:10: the part \"信访不能做的\" is missing"),
            (WHOLE.replace("裁判。", &"很".repeat(41)), "a.md:18: 41 characters in one sentence"),
            (format!("开头。\n{WHOLE}"), "a.md:10: text before the first heading"),
        ];
        for (body, wanted) in cases {
            let (_, faults) = prose(&body);
            assert!(faults.iter().any(|fault| fault.starts_with(wanted)), "{wanted}: {faults:?}");
        }
    }
}
