//! What the keyboard knows, and what its keys do.

use leptos::prelude::*;
use petition_text::{Keys as K, Lang};

use super::field::Field;
use super::keys::Act;
use super::pad::{Mode, Pad, code_point};
use super::protocol::{Answer, Ask, Choice, Part};
use super::typing::Typing;
use super::worker::Engines;

/// One stroke: points in pixels of its box.
pub type Stroke = Vec<(f32, f32)>;

/// How far an engine is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// On its way.
    Waiting,
    /// Here.
    Ready,
    /// Not to be had now.
    Failed,
}

/// The keyboard. Copied into every view; it lives as long as the page.
#[derive(Clone, Copy)]
pub struct Board {
    /// Language of the keys.
    pub lang: RwSignal<Lang>,
    /// The field that is written in.
    pub field: RwSignal<Option<Field>, LocalStorage>,
    /// What it takes.
    pub pad: RwSignal<Pad>,
    /// The open board.
    pub mode: RwSignal<Mode>,
    /// The board that was last used for names and sentences.
    kept: StoredValue<Mode>,
    /// Keys that wait, and choices.
    pub typing: RwSignal<Typing>,
    /// Whether a question is on its way.
    pub is_waiting: RwSignal<bool>,
    /// Whether letters are capitals.
    pub is_capital: RwSignal<bool>,
    /// Whether sounds that many do not tell apart count as one.
    pub is_fuzzy: RwSignal<bool>,
    /// What stood in the field before it was emptied.
    pub cleared: RwSignal<Option<String>>,
    /// Hexadecimal digits of a character.
    pub point: RwSignal<String>,
    /// Strokes of the character that is being drawn.
    pub strokes: RwSignal<Vec<Stroke>>,
    /// Which box they are in.
    pub used_box: RwSignal<usize>,
    /// One box or two.
    pub boxes: RwSignal<usize>,
    /// How far the engines are.
    pub pinyin: RwSignal<State>,
    /// How far the engines are.
    pub handwriting: RwSignal<State>,
    engines: StoredValue<Option<Engines>, LocalStorage>,
}

impl Board {
    /// A keyboard that is not shown, in `lang`.
    pub fn new(lang: Lang) -> Self {
        let board = Self {
            lang: RwSignal::new(lang),
            field: RwSignal::new_local(None),
            pad: RwSignal::new(Pad::Words),
            mode: RwSignal::new(Mode::Hand),
            // Who can write can draw a character; who reads another language writes with letters.
            kept: StoredValue::new(if lang == Lang::Zh { Mode::Hand } else { Mode::Latin }),
            typing: RwSignal::new(Typing::default()),
            is_waiting: RwSignal::new(false),
            is_capital: RwSignal::new(false),
            is_fuzzy: RwSignal::new(false),
            cleared: RwSignal::new(None),
            point: RwSignal::new(String::new()),
            strokes: RwSignal::new(Vec::new()),
            used_box: RwSignal::new(0),
            boxes: RwSignal::new(1),
            pinyin: RwSignal::new(State::Waiting),
            handwriting: RwSignal::new(State::Waiting),
            engines: StoredValue::new_local(None),
        };
        board.engines.set_value(Some(Engines::start(move |answer| board.hear(answer))));
        board
    }

    /// A word in the language of the keys; tracks it.
    pub fn say(self, word: K) -> String {
        self.lang.get().say(word).into_owned()
    }

    /// Turns to another field, or to none.
    pub fn turn_to(self, field: Option<Field>) {
        self.drop_waiting();
        if let Some(field) = &field {
            let pad = Pad::named(&field.element().get_attribute("data-pad").unwrap_or_default());
            self.pad.set(pad);
            self.mode.set(pad.first(self.kept.get_value()));
        }
        self.field.set(field);
    }

    /// Opens another board.
    pub fn switch(self, mode: Mode) {
        self.drop_waiting();
        if mode.is_kept() && matches!(self.pad.get_untracked(), Pad::Words | Pad::Name) {
            self.kept.set_value(mode);
        }
        self.mode.set(mode);
        self.reveal();
    }

    /// Brings the field into view once the board has its height.
    pub fn reveal(self) {
        request_animation_frame(move || {
            if let Some(field) = self.field.get_untracked() {
                field.reveal();
            }
        });
    }

    /// Forgets what is not written yet.
    fn drop_waiting(self) {
        self.typing.update(Typing::clear);
        self.strokes.set(Vec::new());
        self.point.set(String::new());
        self.cleared.set(None);
        self.is_capital.set(false);
    }

    /// One box to draw in, or two.
    pub fn set_boxes(self, boxes: usize) {
        self.strokes.set(Vec::new());
        self.used_box.set(0);
        self.boxes.set(boxes);
        self.reveal();
    }

    /// Whether sounds that many do not tell apart count as one.
    pub fn set_fuzzy(self, is_on: bool) {
        self.is_fuzzy.set(is_on);
        self.tell(Ask::Fuzzy(is_on));
        self.ask_for_keys();
    }

    /// Tries again to fetch what could not be fetched.
    pub fn reload(self) {
        for state in [self.pinyin, self.handwriting] {
            if state.get_untracked() == State::Failed {
                state.set(State::Waiting);
            }
        }
        self.tell(Ask::Reload);
    }

    /// What a key does.
    pub fn press(self, act: Act) {
        let Some(field) = self.field.get_untracked() else { return };
        if act != Act::Clear {
            self.cleared.set(None);
        }
        match act {
            Act::Compose(c) => {
                self.typing.update(|typing| {
                    typing.push(c);
                });
                self.ask_for_keys();
            }
            Act::Put(c) => self.write(&field, c),
            Act::Letter(c) => {
                let is_capital = self.is_capital.get_untracked();
                self.write(&field, if is_capital { c.to_ascii_uppercase() } else { c });
            }
            Act::Point(c) => self.type_point(c),
            Act::Back => self.take_back(&field),
            Act::Space => self.space(&field),
            Act::Enter => self.enter(&field),
            Act::Shift => self.is_capital.update(|is_capital| *is_capital = !*is_capital),
            Act::Clear => self.clear(&field),
        }
    }

    /// Keys that wait become their first choice before anything else is written.
    fn write(self, field: &Field, c: char) {
        self.settle(field);
        field.put(c.encode_utf8(&mut [0; 4]));
    }

    fn settle(self, field: &Field) {
        let is_waiting = self.typing.with_untracked(|typing| !typing.is_empty());
        let is_drawn = self.strokes.with_untracked(|strokes| !strokes.is_empty());
        if is_waiting || is_drawn {
            let first = self.typing.with_untracked(|typing| typing.list().first().cloned());
            if let Some(first) = first {
                field.put(&first.text);
            }
        }
        self.typing.update(Typing::clear);
        self.strokes.set(Vec::new());
    }

    fn type_point(self, digit: char) {
        self.point.update(|point| {
            if point.len() < 5 {
                point.push(digit);
            }
        });
        let found = self.point.with_untracked(|point| code_point(point));
        let list = found.map(|c| Choice { text: c.to_string(), consumed: 0 }).into_iter().collect();
        self.typing.update(|typing| {
            let id = typing.ask();
            typing.answer(id, list);
        });
    }

    fn take_back(self, field: &Field) {
        if self.typing.try_update(Typing::pop).unwrap_or(false) {
            self.ask_for_keys();
        } else if self.strokes.with_untracked(|strokes| !strokes.is_empty()) {
            self.redraw();
        } else if self.point.with_untracked(|point| !point.is_empty()) {
            self.point.update(|point| {
                point.pop();
            });
            self.typing.update(Typing::clear);
        } else {
            self.typing.update(Typing::clear);
            field.take_back();
        }
    }

    fn space(self, field: &Field) {
        if self.typing.with_untracked(Typing::is_empty) {
            self.write(field, ' ');
        } else if let Some(first) = self.typing.try_update(Typing::first).flatten() {
            self.commit(&first);
        }
    }

    fn enter(self, field: &Field) {
        let keys = self.typing.with_untracked(|typing| typing.keys().to_owned());
        if !keys.is_empty() {
            // As it was typed: letters are wanted after all.
            self.typing.update(Typing::clear);
            field.put(&keys);
        } else if field.is_story() {
            self.write(field, '\n');
        } else {
            self.done();
        }
    }

    /// Leaves the field; whoever listens to the focus closes the keyboard.
    pub fn done(self) {
        if let Some(field) = self.field.get_untracked() {
            self.settle(&field);
            field.element().blur().ok();
        }
    }

    fn clear(self, field: &Field) {
        if let Some(before) = self.cleared.get_untracked() {
            field.set(&before);
            self.cleared.set(None);
            return;
        }
        self.drop_waiting();
        let value = field.value();
        if !value.is_empty() {
            field.set("");
            self.cleared.set(Some(value));
        }
    }

    /// Writes a choice.
    pub fn commit(self, choice: &Choice) {
        let Some(field) = self.field.get_untracked() else { return };
        field.put(&choice.text);
        self.cleared.set(None);
        self.strokes.set(Vec::new());
        self.point.set(String::new());
        self.typing.update(|typing| typing.commit(choice));
        self.tell(Ask::Note(choice.text.clone()));
        if self.typing.with_untracked(Typing::is_empty) {
            let before = field.before();
            self.ask(|| Ask::Next { before });
        } else {
            self.ask_for_keys();
        }
    }

    /// Asks for the character that has been drawn so far.
    pub fn ask_for_strokes(self) {
        let strokes = self.strokes.get_untracked();
        let Some(field) = self.field.get_untracked() else { return };
        let before = field.before();
        self.ask(|| Ask::Strokes { strokes, before });
    }

    /// The character in the other box is finished: the first choice stands.
    pub fn finish_box(self, next: usize) {
        if let Some(field) = self.field.get_untracked() {
            self.settle(&field);
        }
        self.used_box.set(next);
    }

    /// Takes back the last stroke.
    pub fn undo_stroke(self) {
        self.strokes.update(|strokes| {
            strokes.pop();
        });
        if self.strokes.with_untracked(Vec::is_empty) {
            self.typing.update(Typing::clear);
        } else {
            self.ask_for_strokes();
        }
    }

    /// An empty box.
    pub fn redraw(self) {
        self.strokes.set(Vec::new());
        self.typing.update(Typing::clear);
    }

    fn ask_for_keys(self) {
        let keys = self.typing.with_untracked(|typing| typing.keys().to_owned());
        if keys.is_empty() {
            self.typing.update(Typing::clear);
            return;
        }
        let before = self.field.get_untracked().map(|field| field.before()).unwrap_or_default();
        self.ask(|| Ask::Keys { keys, before });
    }

    fn ask(self, question: impl FnOnce() -> Ask) {
        // The choices stay until better ones are there.
        let Some(id) = self.typing.try_update_untracked(Typing::ask) else { return };
        self.is_waiting.set(true);
        self.engines.with_value(|engines| {
            if let Some(engines) = engines {
                engines.ask(id, question());
            }
        });
    }

    fn tell(self, ask: Ask) {
        self.engines.with_value(|engines| {
            if let Some(engines) = engines {
                engines.tell(ask);
            }
        });
    }

    fn hear(self, answer: Answer) {
        match answer {
            Answer::Ready(part) => {
                self.state(part).set(State::Ready);
                // What was typed or drawn meanwhile has waited for this.
                let has_keys = self.typing.with_untracked(|typing| !typing.is_empty());
                let has_strokes = self.strokes.with_untracked(|strokes| !strokes.is_empty());
                match part {
                    Part::Pinyin if has_keys => self.ask_for_keys(),
                    Part::Handwriting if has_strokes => self.ask_for_strokes(),
                    _ => {}
                }
            }
            Answer::Failed(part) => self.state(part).set(State::Failed),
            Answer::Found { id, list } => {
                let wanted = self.typing.try_update(|typing| typing.answer(id, list)).flatten();
                self.is_waiting.set(!self.typing.with_untracked(Typing::is_answered));
                if let Some(wanted) = wanted {
                    self.commit(&wanted);
                }
            }
        }
    }

    fn state(self, part: Part) -> RwSignal<State> {
        match part {
            Part::Pinyin => self.pinyin,
            Part::Handwriting => self.handwriting,
        }
    }
}
