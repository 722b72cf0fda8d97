//! The guide (办事指南): explainers, search, channel check, notice board.
//!
//! A program of its own, which the kiosk loads when somebody opens the guide: most people never do,
//! and it is as large as the kiosk itself. The kiosk gives it a place on its page, tells it of the
//! language, and asks it where "back" leads and what a submission begins with.

mod aloud;
mod board;
mod card;
mod check;
mod find;
mod home;
mod load;
mod outcome;
mod parts;
mod take;

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::Function;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use petition_content::search::Searcher;
use petition_content::{Board, Card, ChannelView, Shelf};
use petition_domain::Day;
use petition_domain::channel::Answers;
use petition_domain::submission::Submission;
use petition_text::{Lang, Word, fill};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

pub use load::hints;

/// What the guide shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Search, tiles, the two other doors.
    Home,
    /// The questions behind a tile, or behind all tiles of a category.
    Tile(String),
    /// A card.
    Card(String),
    /// The channel check: its questions, and when all are answered what came of them.
    Check,
    /// The notice board.
    Board,
}

/// How far something is that has to be fetched.
#[derive(Debug)]
pub enum Fetched<T> {
    /// On its way.
    Waiting,
    /// Not to be had now.
    Failed,
    /// Here.
    Here(Arc<T>),
}

impl<T> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Failed => Self::Failed,
            Self::Here(value) => Self::Here(Arc::clone(value)),
        }
    }
}

/// What the page around the guide lends it.
#[derive(Clone)]
pub struct Host {
    /// Draws a QR: text to a promise of modules, row by row.
    pub qr: Function,
    /// Rings for staff.
    pub ring: Function,
    /// Begins a submission with [`Guide::prefill`].
    pub submit: Function,
    /// Whether there is a printer.
    pub prints: bool,
    /// Where phones reach the hall.
    pub public_url: String,
    /// Day on the server's clock.
    pub today: Day,
}

/// Everything the guide knows. It lives until the page does.
#[derive(Clone, Copy)]
pub struct Guide {
    /// What the page lends.
    pub host: StoredValue<Host, LocalStorage>,
    /// Language of the screen.
    pub lang: RwSignal<Lang>,
    /// What is shown.
    pub place: RwSignal<Place>,
    /// Where "back" leads.
    trail: StoredValue<Vec<Place>>,
    /// Tiles.
    pub shelf: RwSignal<Fetched<Shelf>>,
    /// The open card.
    pub card: RwSignal<Fetched<Card>>,
    /// The search.
    pub searcher: RwSignal<Fetched<Searcher>, LocalStorage>,
    /// What is searched for.
    pub wanted: RwSignal<String>,
    /// Questions and rules of the channel check.
    pub channel: RwSignal<Fetched<ChannelView>>,
    /// The answers so far.
    pub answers: RwSignal<Answers>,
    /// The notice board.
    pub board: RwSignal<Fetched<Board>>,
    /// What is to be printed or put on a phone.
    pub taken: RwSignal<take::Taken>,
}

/// The guide, and what it has put into the page.
struct Running {
    guide: Guide,
    owner: Owner,
    mounted: Vec<UnmountHandle<AnyViewState>>,
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

impl Guide {
    fn new(host: Host, lang: Lang) -> Self {
        Self {
            host: StoredValue::new_local(host),
            lang: RwSignal::new(lang),
            place: RwSignal::new(Place::Home),
            trail: StoredValue::new(Vec::new()),
            shelf: RwSignal::new(Fetched::Waiting),
            card: RwSignal::new(Fetched::Waiting),
            searcher: RwSignal::new_local(Fetched::Waiting),
            wanted: RwSignal::new(String::new()),
            channel: RwSignal::new(Fetched::Waiting),
            answers: RwSignal::new(Answers::default()),
            board: RwSignal::new(Fetched::Waiting),
            taken: RwSignal::new(take::Taken::default()),
        }
    }

    /// A word in the language of the screen; tracks it.
    pub fn say(self, word: impl Word) -> String {
        self.lang.get().say(word).into_owned()
    }

    /// A word with its gaps filled; tracks the language.
    pub fn fill(self, word: impl Word, values: &[(&str, &str)]) -> String {
        fill(self.lang.get(), word, values)
    }

    /// Text of the content, which comes in the language that was asked for; as good as no text in
    /// the languages of tests.
    pub fn text(self, text: &str) -> String {
        self.lang.get().pick(text, text).into_owned()
    }

    /// Shows `place`; "back" leads here again.
    pub fn go(self, place: Place) {
        self.trail.update_value(|trail| trail.push(self.place.get_untracked()));
        self.show(place);
    }

    /// Back to where the guide begins, with nothing answered.
    fn home(self) {
        self.trail.set_value(Vec::new());
        self.answers.set(Answers::default());
        self.show(Place::Home);
    }

    fn show(self, place: Place) {
        self.taken.set(take::Taken::default());
        aloud::stop();
        self.place.set(place);
    }

    /// One step back; `false` where the guide began.
    fn back(self) -> bool {
        if self.taken.get_untracked() != take::Taken::default() {
            self.taken.set(take::Taken::default());
            return true;
        }
        if self.place.get_untracked() == Place::Check && check::step_back(self) {
            return true;
        }
        match self.trail.try_update_value(Vec::pop).flatten() {
            Some(place) => {
                self.show(place);
                true
            }
            None => false,
        }
    }

    /// What a submission begins with: what is known from the card or the check that is open.
    fn prefill(self) -> Submission {
        match self.place.get_untracked() {
            Place::Card(_) => card::prefill(self),
            Place::Check => outcome::prefill(self),
            _ => Submission::default(),
        }
    }
}

/// Shows the guide in `place`: at the tiles of the category `topic`, or where it was left.
pub fn start(place: HtmlElement, host: Host, lang: Lang, topic: String) {
    let running = RUNNING.with_borrow_mut(Option::take);
    let is_first = running.is_none();
    let (guide, owner) = if let Some(Running { guide, owner, mounted }) = running {
        drop(mounted);
        (guide, owner)
    } else {
        let owner = Owner::new_root(None);
        let guide = owner.with(|| Guide::new(host.clone(), lang));
        (guide, owner)
    };
    guide.host.set_value(host);
    guide.lang.set(lang);
    if !topic.is_empty() {
        guide.trail.set_value(Vec::new());
        guide.show(Place::Tile(topic));
    }
    let mounted = owner.with(|| {
        let mut mounted = vec![mount_to(place, move || page(guide))];
        if let Some(body) = document().body() {
            mounted.push(mount_to(body, move || take::over(guide)));
        }
        mounted
    });
    // Mounting has made the executor ready that effects need.
    if is_first {
        owner.with(|| load::follow(guide));
    }
    RUNNING.set(Some(Running { guide, owner, mounted }));
}

/// Takes the guide out of the page; it keeps where it was.
pub fn leave() {
    aloud::stop();
    RUNNING.with_borrow_mut(|running| {
        if let Some(running) = running {
            running.guide.taken.set(take::Taken::default());
            running.mounted.clear();
        }
    });
}

fn running<T>(act: impl FnOnce(Guide) -> T) -> Option<T> {
    let guide = RUNNING.with_borrow(|running| running.as_ref().map(|running| running.guide));
    guide.map(act)
}

/// One step back inside the guide; `false` where it began.
pub fn back() -> bool {
    running(Guide::back).unwrap_or(false)
}

/// The language has changed.
pub fn speak(lang: Lang) {
    running(|guide| guide.lang.set(lang));
}

/// What a submission begins with, for `postcard`.
pub fn prefill() -> Submission {
    running(Guide::prefill).unwrap_or_default()
}

/// Calls what the page lends; what it throws is its own affair.
fn call(function: &Function) {
    function.call0(&JsValue::NULL).ok();
}

fn page(guide: Guide) -> AnyView {
    let shown = move || {
        let place = guide.place.get();
        parts::focus_heading();
        match place {
            Place::Home => home::home(guide),
            Place::Tile(tile) => home::tile(guide, &tile),
            Place::Card(_) => card::card(guide),
            Place::Check => check::check(guide),
            Place::Board => board::board(guide),
        }
    };
    view! { <div class="app-guide">{shown}</div> }.into_any()
}
