//! The page as a whole: what it shows, and how one comes from one screen to the next.
//!
//! One signal holds everything and one view follows it. A page this small gains nothing from
//! finer ones, and each kind of signal, effect and closure is code that a phone downloads.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_contract::{MatterView, StageView};
use petition_text::Lang;
use serde::de::DeserializeOwned;

use super::ask::{self, Question, Trouble};
use super::frame;
use super::idle::{self, Idle};

/// What the page shows.
#[derive(Clone)]
pub enum Screen {
    /// A scanned code is being opened.
    Loading,
    /// All that the holder of the QR sees.
    Status(Arc<MatterView>),
    /// Stage and dates only.
    Stage(Arc<StageView>),
    /// Number and code, with what came of the last try.
    Form(Option<Trouble>),
    /// A scanned code that opened nothing.
    Scanned(Trouble),
    /// Nobody touched the phone for too long.
    Expired,
}

/// Everything the page knows. It is in memory only.
#[derive(Clone)]
pub struct Model {
    /// Language of the page.
    pub lang: Lang,
    /// Whether the holder chose it: then a matter does not change it.
    lang_is_chosen: bool,
    /// What is shown.
    pub screen: Screen,
    /// How many screens were shown before this one; see `frame`.
    pub screens: u32,
    /// The number as typed.
    pub number: String,
    /// The code as typed.
    pub code: String,
    /// Whether a typed code is being checked.
    pub is_checking: bool,
    /// Whether the clock for leaving is nearly over.
    pub ends_soon: bool,
    /// The scanned secret, only until it has opened something.
    secret: String,
    /// Counts what was asked: an answer that comes after something newer is dropped.
    turn: u32,
    /// When the phone was last touched.
    touched_ms: f64,
}

/// The model, to be read by the view and changed by what happens.
#[derive(Clone, Copy)]
pub struct State(RwSignal<Model>);

impl State {
    fn new() -> Self {
        Self(RwSignal::new(Model {
            lang: Lang::Zh,
            lang_is_chosen: false,
            screen: Screen::Form(None),
            screens: 0,
            number: String::new(),
            code: String::new(),
            is_checking: false,
            ends_soon: false,
            secret: String::new(),
            turn: 0,
            touched_ms: js_sys::Date::now(),
        }))
    }

    /// The model as it is, to be followed.
    pub fn follow(self) -> Model {
        self.0.get()
    }

    fn now(self) -> Model {
        self.0.get_untracked()
    }

    /// Changes what is seen.
    fn change(self, change: impl FnOnce(&mut Model)) {
        let mut model = self.now();
        change(&mut model);
        self.0.set(model);
    }

    /// Changes what is remembered and not seen.
    fn note(self, change: impl FnOnce(&mut Model)) {
        self.0.update_untracked(change);
    }

    /// Shows `screen`, with the focus on its heading.
    fn show(self, screen: Screen) {
        self.change(|model| {
            model.screen = screen;
            model.screens = model.screens.wrapping_add(1);
            model.is_checking = false;
        });
        frame::after_change(self.now().lang);
    }

    /// Opens what came with the address, if anything did.
    fn arrive(self) {
        let secret = ask::take_fragment();
        if secret.is_empty() {
            return;
        }
        self.note(|model| model.secret.clone_from(&secret));
        match ask::early() {
            Some(answer) => self.take(&Question::Scanned(secret), answer),
            None => self.retry(),
        }
    }

    /// Opens the scanned secret.
    pub fn retry(self) {
        let Model { secret, .. } = self.now();
        self.show(Screen::Loading);
        self.ask(Question::Scanned(secret));
    }

    /// Asks with number and code as they are typed.
    pub fn query(self) {
        let Model { number, code, is_checking, .. } = self.now();
        if !is_checking {
            self.change(|model| model.is_checking = true);
            self.ask(Question::Typed(number, code));
        }
    }

    fn ask(self, question: Question) {
        let turn = self.next_turn();
        spawn_local(async move {
            let answer = question.ask().await;
            if self.now().turn == turn {
                self.take(&question, answer);
            }
        });
    }

    fn take(self, question: &Question, answer: Result<Vec<u8>, Trouble>) {
        let screen = answer.and_then(|answer| self.read(question, &answer));
        self.show(screen.unwrap_or_else(|trouble| match question {
            Question::Scanned(_) => Screen::Scanned(trouble),
            Question::Typed(..) => Screen::Form(Some(trouble)),
        }));
    }

    fn read(self, question: &Question, answer: &[u8]) -> Result<Screen, Trouble> {
        let screen = match question {
            Question::Scanned(_) => {
                let view = self::read::<MatterView>(answer)?;
                let theirs = Lang::from_tag(&view.language);
                self.note(|model| {
                    if let Some(lang) = theirs.filter(|_| !model.lang_is_chosen) {
                        model.lang = lang;
                    }
                });
                Screen::Status(Arc::new(view))
            }
            Question::Typed(..) => {
                let view = self::read::<StageView>(answer)?;
                Screen::Stage(Arc::new(view))
            }
        };
        // It has opened: nothing that could open it again is kept.
        self.note(Model::forget);
        Ok(screen)
    }

    /// Stops waiting.
    pub fn cancel(self) {
        self.next_turn();
        self.change(|model| model.is_checking = false);
    }

    fn next_turn(self) -> u32 {
        self.note(|model| model.turn = model.turn.wrapping_add(1));
        self.now().turn
    }

    /// Shows the form for number and code.
    pub fn show_form(self) {
        self.next_turn();
        self.note(|model| model.secret.clear());
        self.show(Screen::Form(None));
    }

    /// What is typed as number.
    pub fn type_number(self, number: String) {
        self.note(|model| model.number = number);
    }

    /// What is typed as code.
    pub fn type_code(self, code: String) {
        self.note(|model| model.code = code);
    }

    /// The other language.
    pub fn switch_language(self) {
        self.change(|model| {
            model.lang_is_chosen = true;
            model.lang = if model.lang == Lang::Zh { Lang::En } else { Lang::Zh };
        });
        frame::speak(self.now().lang);
    }

    fn touch(self) {
        self.note(|model| model.touched_ms = js_sys::Date::now());
        if self.now().ends_soon {
            self.change(|model| model.ends_soon = false);
        }
    }

    fn look_at_clock(self) {
        let Model { touched_ms, screen, ends_soon, .. } = self.now();
        let is_empty = matches!(screen, Screen::Expired);
        match idle::look(js_sys::Date::now(), touched_ms) {
            Idle::Soon if !ends_soon && !is_empty => self.change(|model| model.ends_soon = true),
            Idle::Over if !is_empty => {
                self.next_turn();
                self.note(Model::forget);
                self.show(Screen::Expired);
            }
            _ => {}
        }
    }
}

impl Model {
    /// Drops whatever could open a matter.
    fn forget(&mut self) {
        self.secret.clear();
        self.number.clear();
        self.code.clear();
        self.ends_soon = false;
    }

    /// The word by which tests know the screen.
    pub fn screen_word(&self) -> &'static str {
        match self.screen {
            _ if self.is_checking => "loading",
            Screen::Loading => "loading",
            Screen::Status(_) => "status",
            Screen::Stage(_) => "stage",
            Screen::Form(None) => "form",
            Screen::Form(Some(Trouble::NotFound)) | Screen::Scanned(Trouble::NotFound) => {
                "not-found"
            }
            Screen::Form(_) | Screen::Scanned(_) => "offline",
            Screen::Expired => "expired",
        }
    }
}

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::new();
    for event in ["pointerdown", "keydown", "scroll"] {
        on_window(event, Box::new(move || state.touch()));
    }
    // Timers stand still while a phone sleeps: look as soon as it wakes.
    on_window("visibilitychange", Box::new(move || state.look_at_clock()));
    // A code scanned into a page that is open.
    on_window(
        "hashchange",
        Box::new(move || {
            state.touch();
            state.arrive();
        }),
    );
    set_interval(move || state.look_at_clock(), Duration::from_secs(10));
    frame::after_change(Lang::Zh);
    state.arrive();
    move || frame::view(state, &state.follow())
}

fn read<T: DeserializeOwned>(answer: &[u8]) -> Result<T, Trouble> {
    postcard::from_bytes(answer).map_err(|_| Trouble::Unexpected)
}

fn on_window(event: &str, act: Box<dyn Fn()>) {
    window_event_listener_untyped(event, move |_| act());
}
