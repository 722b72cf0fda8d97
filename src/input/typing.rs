//! Keys that are not characters yet, and what they may become. No platform in here.

use super::protocol::Choice;

/// Most keys that wait at once; the engine reads no more.
pub const MAX_KEYS: usize = 64;

/// What is typed and what was found for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing {
    /// Keys that wait.
    keys: String,
    /// Choices for `keys` or, without keys, what may follow.
    list: Vec<Choice>,
    /// Number of the last question.
    asked: u32,
    /// Whether `list` is the answer to it.
    is_answered: bool,
    /// Whether the first choice is wanted as soon as it is known.
    is_wanted: bool,
}

impl Typing {
    /// The keys that wait.
    pub fn keys(&self) -> &str {
        &self.keys
    }

    /// What can be committed.
    pub fn list(&self) -> &[Choice] {
        &self.list
    }

    /// Whether the choices are about all that was typed or drawn.
    pub fn is_answered(&self) -> bool {
        self.is_answered
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Adds a key; `false` where no more fit.
    pub fn push(&mut self, key: char) -> bool {
        let fits = self.keys.chars().count() < MAX_KEYS;
        if fits {
            self.keys.push(key);
        }
        fits
    }

    /// Takes the last key back; `false` when none waits.
    pub fn pop(&mut self) -> bool {
        self.keys.pop().is_some()
    }

    /// Drops all keys and choices.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.list.clear();
        self.is_wanted = false;
        // An answer that is on its way is about something else now.
        self.is_answered = true;
        self.asked = self.asked.wrapping_add(1);
    }

    /// The number of a new question.
    pub fn ask(&mut self) -> u32 {
        self.asked = self.asked.wrapping_add(1);
        self.is_answered = false;
        self.asked
    }

    /// Takes an answer; late ones are dropped. Returns what was wanted before it was known.
    pub fn answer(&mut self, id: u32, list: Vec<Choice>) -> Option<Choice> {
        if id != self.asked {
            return None;
        }
        self.list = list;
        self.is_answered = true;
        let is_wanted = core::mem::take(&mut self.is_wanted);
        self.list.first().filter(|_| is_wanted).cloned()
    }

    /// The first choice; where it is not known yet it will come out of [`answer`](Self::answer).
    pub fn first(&mut self) -> Option<Choice> {
        self.is_wanted = !self.is_answered;
        self.list.first().filter(|_| self.is_answered).cloned()
    }

    /// Drops the keys that a choice uses up.
    pub fn commit(&mut self, choice: &Choice) {
        let consumed = usize::try_from(choice.consumed).unwrap_or(usize::MAX);
        self.keys = self.keys.chars().skip(consumed).collect();
        // A separator that now stands first separates nothing.
        self.keys = self.keys.trim_start_matches('\'').to_owned();
        self.list.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(text: &str, consumed: u32) -> Choice {
        Choice { text: text.to_owned(), consumed }
    }

    fn typed(keys: &str) -> Typing {
        let mut typing = Typing::default();
        keys.chars().for_each(|key| assert!(typing.push(key)));
        typing
    }

    #[test]
    fn a_part_is_committed_and_the_rest_stays() {
        let mut typing = typed("women'yaoqiu");
        let id = typing.ask();
        assert_eq!(typing.answer(id, vec![choice("我们", 5), choice("我", 2)]), None);
        typing.commit(&choice("我们", 5));
        assert_eq!(typing.keys(), "yaoqiu");
        assert!(typing.list().is_empty(), "what was found was about more keys");
    }

    #[test]
    fn an_answer_that_comes_late_is_not_shown() {
        let mut typing = typed("w");
        let late = typing.ask();
        typing.push('o');
        let now = typing.ask();
        typing.answer(now, vec![choice("我", 2)]);
        typing.answer(late, vec![choice("为", 1)]);
        assert_eq!(typing.list(), [choice("我", 2)]);
        typing.clear();
        typing.answer(now, vec![choice("我", 2)]);
        assert!(typing.list().is_empty());
    }

    #[test]
    fn a_space_before_the_answer_takes_the_first_when_it_comes() {
        let mut typing = typed("wo");
        let id = typing.ask();
        assert_eq!(typing.first(), None);
        assert_eq!(
            typing.answer(id, vec![choice("我", 2), choice("握", 2)]),
            Some(choice("我", 2))
        );
        assert_eq!(typing.first(), Some(choice("我", 2)), "and at once when it is known");
        let id = typing.ask();
        assert_eq!(typing.answer(id, vec![choice("我", 2)]), None, "only once");
    }

    #[test]
    fn keys_beyond_what_is_read_are_refused() {
        let mut typing = typed(&"a".repeat(MAX_KEYS));
        assert!(!typing.push('a'));
        assert!(typing.pop());
        assert_eq!(typing.keys().len(), MAX_KEYS - 1);
    }
}
