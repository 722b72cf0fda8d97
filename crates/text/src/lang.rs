//! Languages and how a word is said in one.

use std::borrow::Cow;

use crate::pseudo;

/// A language of the screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Chinese as written in mainland China.
    Zh,
    /// English.
    En,
    /// English with accents and a third longer: shows clipping and words that escaped translation.
    Pseudo,
    /// The same, right to left.
    PseudoRtl,
}

impl Lang {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Zh, Self::En, Self::Pseudo, Self::PseudoRtl];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
            Self::Pseudo => "en-XA",
            Self::PseudoRtl => "ar-XB",
        }
    }

    /// The language of a tag; its region does not matter for Chinese and English.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let exact = Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(tag));
        let primary = tag.split('-').next().unwrap_or_default();
        exact.or(match primary {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        })
    }

    /// Its own name, as the language button shows it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
            Self::Pseudo => "Ƥşḗŭḓǿ",
            Self::PseudoRtl => "Ƥşḗŭḓǿ RTL",
        }
    }

    /// `ltr` or `rtl`.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::PseudoRtl => "rtl",
            _ => "ltr",
        }
    }

    /// Picks the part of hall data that is written in two languages.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> Cow<'a, str> {
        match self {
            Self::Zh => Cow::Borrowed(zh),
            Self::En => Cow::Borrowed(en),
            Self::Pseudo | Self::PseudoRtl => Cow::Owned(pseudo::of(en)),
        }
    }

    /// The word in this language.
    pub fn say(self, word: impl Word) -> Cow<'static, str> {
        self.pick(word.zh(), word.en())
    }
}

/// A key of the word tables.
pub trait Word: Copy {
    /// Chinese.
    fn zh(self) -> &'static str;
    /// English.
    fn en(self) -> &'static str;
}

/// Says `word` with `{name}` replaced by the given values.
pub fn fill(lang: Lang, word: impl Word, values: &[(&str, &str)]) -> String {
    filled(&lang.say(word), values)
}

/// One pass without patterns or formatting: this is part of what a phone downloads.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut parts = text.split('{');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        out.push_str(rest);
    }
    out
}

/// Declares a table of words: key, Chinese, English.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($key:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $(#[doc = $zh] $key,)+ }

        impl $name {
            /// Every key of the table.
            pub const ALL: &'static [Self] = &[$(Self::$key,)+];
        }

        impl $crate::lang::Word for $name {
            fn zh(self) -> &'static str {
                match self { $(Self::$key => $zh,)+ }
            }

            fn en(self) -> &'static str {
                match self { $(Self::$key => $en,)+ }
            }
        }
    };
}
pub(crate) use words;
