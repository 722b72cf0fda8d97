//! One person's session at a kiosk: what they chose, what they wrote, and how it ends.
//!
//! Everything lives in the memory of the page. The only thing kept outside it is a random seed in
//! `sessionStorage`, under which the server keeps the draft sealed, so that a reload loses nothing.

mod bell;
mod display;
mod idle;
mod keep;
mod seed;
mod send;
mod upload;
mod wipe;

use leptos::prelude::*;
use petition_contract::{HallView, Receipt, StageView};
use petition_domain::Fault;
use petition_domain::draft::{Draft, Phase, Step};
use petition_domain::receipt::{Mint, Seed};
use petition_domain::submission::Purpose;
use petition_text::{Lang, Word};

use crate::components::qr::QrModules;

pub use display::Display;
pub use send::Sending;
pub use upload::{Upload, UploadState};

/// What fills the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Nobody is there.
    Attract,
    /// What this machine can do.
    Welcome,
    /// A question; which one, the draft knows.
    Filling,
    /// On its way.
    Sending,
    /// The receipt.
    Receipt,
    /// One sentence: all is cleared.
    Wiped,
    /// Number and code.
    Query,
    /// Stage and dates.
    QueryResult,
    /// The short guide.
    Guide,
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Nothing.
    None,
    /// Text size, contrast, reach.
    Display,
    /// Languages.
    Language,
    /// The bell has rung, or has not.
    Staff,
    /// Really end?
    End,
    /// Are you still there?
    Idle,
    /// The camera.
    Camera,
}

/// How the bell was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bell {
    /// Not known yet.
    Ringing,
    /// It rang; so many wait, this one among them.
    Rang(u32),
    /// It did not ring.
    Failed,
}

/// The session. Copied into every view; the data stand in signals.
#[derive(Clone, Copy)]
pub struct Session {
    /// The hall as configured.
    pub hall: StoredValue<HallView>,
    /// Language of the screen.
    pub lang: RwSignal<Lang>,
    /// Text size, contrast, reach.
    pub display: RwSignal<Display>,
    /// What fills the screen.
    pub page: RwSignal<Page>,
    /// What lies over it.
    pub overlay: RwSignal<Overlay>,
    /// The answers.
    pub draft: RwSignal<Draft>,
    /// What is wrong on the open page.
    pub faults: RwSignal<Vec<Fault>>,
    /// A sentence of the page itself, beside faults of fields.
    pub notice: RwSignal<Option<String>>,
    /// Uploads and their progress.
    pub uploads: RwSignal<Vec<Upload>, LocalStorage>,
    /// How far the submission is.
    pub sending: RwSignal<Sending>,
    /// The receipt, once there.
    pub receipt: RwSignal<Option<Receipt>>,
    /// The QR of the receipt.
    pub qr: StoredValue<Option<QrModules>>,
    /// Stage and dates that were asked for.
    pub stage: RwSignal<Option<StageView>>,
    /// How the bell was answered.
    pub bell: RwSignal<Bell>,
    /// Whether the open page goes on below what is seen.
    pub has_more: RwSignal<bool>,
    /// Seconds left while the idle question stands.
    pub idle_seconds: RwSignal<u32>,
    /// The category that the guide opens at; empty for where it was left.
    pub guide_topic: StoredValue<String>,
    /// Whether the questions were opened from the guide: "back" then leads there.
    from_guide: StoredValue<bool>,
    seed: StoredValue<Option<Seed>>,
    saves: StoredValue<keep::Saves>,
    idle: StoredValue<petition_domain::idle::IdleClock>,
}

impl Session {
    /// A fresh session in `hall` at `now_ms` of a clock that never goes back.
    pub fn new(hall: HallView, now_ms: u64) -> Self {
        let lang = hall.languages.first().and_then(|tag| Lang::from_tag(tag)).unwrap_or(Lang::Zh);
        let idle = petition_domain::idle::IdleClock::new(hall.idle, now_ms);
        Self {
            hall: StoredValue::new(hall),
            lang: RwSignal::new(lang),
            display: RwSignal::new(Display::default()),
            page: RwSignal::new(Page::Welcome),
            overlay: RwSignal::new(Overlay::None),
            draft: RwSignal::new(Draft::new(None)),
            faults: RwSignal::new(Vec::new()),
            notice: RwSignal::new(None),
            uploads: RwSignal::new_local(Vec::new()),
            sending: RwSignal::new(Sending::Idle),
            receipt: RwSignal::new(None),
            qr: StoredValue::new(None),
            stage: RwSignal::new(None),
            bell: RwSignal::new(Bell::Ringing),
            has_more: RwSignal::new(false),
            idle_seconds: RwSignal::new(0),
            guide_topic: StoredValue::new(String::new()),
            from_guide: StoredValue::new(false),
            seed: StoredValue::new(None),
            saves: StoredValue::new(keep::Saves::default()),
            idle: StoredValue::new(idle),
        }
    }

    /// The session of the page that is being built.
    pub fn here() -> Self {
        // The app provides it before any view is built; without it there is nothing to show.
        expect_context()
    }

    /// A word in the language of the screen; tracks it.
    ///
    /// Always an owned text: one type of text in all views keeps the program small.
    pub fn say(self, word: impl Word) -> String {
        self.lang.get().say(word).into_owned()
    }

    /// A word with its gaps filled; tracks the language.
    pub fn fill(self, word: impl Word, values: &[(&str, &str)]) -> String {
        petition_text::fill(self.lang.get(), word, values)
    }

    /// The page of the draft that is open; tracks it.
    pub fn step(self) -> Step {
        self.draft.with(Draft::step)
    }

    /// What the seed stands for; `None` before a draft is begun.
    pub fn mint(self) -> Option<Mint> {
        self.seed.with_value(|seed| seed.as_ref().map(Mint::new))
    }

    /// Opens `page` with nothing over it.
    pub fn open(self, page: Page) {
        self.faults.set(Vec::new());
        self.notice.set(None);
        self.overlay.set(Overlay::None);
        self.page.set(page);
    }

    /// Begins a draft.
    pub fn begin(self, purpose: Option<Purpose>) {
        let Some(seed) = seed::draw() else { return };
        seed::keep(&seed);
        self.seed.set_value(Some(seed));
        self.draft.set(Draft::new(purpose));
        self.uploads.set(Vec::new());
        self.from_guide.set_value(false);
        self.open(Page::Filling);
    }

    /// Opens what the guide says of the category that was chosen; "back" leads to the questions.
    pub fn read_about(self) {
        let category = self.draft.with_untracked(|draft| draft.submission.category.clone());
        self.guide_topic.set_value(category);
        self.open(Page::Guide);
    }

    /// Begins a draft with what the guide knows, or goes on with the one that is open.
    pub fn begin_from_guide(self) {
        let known = crate::client::guide_prefill();
        if self.seed.with_value(Option::is_none) {
            self.begin(None);
        }
        self.draft.update(|draft| draft.prefill(known));
        self.from_guide.set_value(true);
        self.open(Page::Filling);
    }

    /// Goes on, or shows what is wrong.
    pub fn next(self) {
        // A finger that lifts from the button has not taken the focus yet: what was typed is tidied
        // when the field is left.
        crate::device::dom::leave_field();
        self.notice.set(None);
        if self.step() == Step::Attachments && self.hold_for_uploads() {
            return;
        }
        let checked = self
            .hall
            .with_value(|hall| self.draft.try_update(|draft| draft.next(&hall.rules, hall.today)));
        match checked {
            Some(Err(faults)) => self.show(faults),
            _ => self.faults.set(Vec::new()),
        }
    }

    /// Goes back; from the first question to the welcome page, keeping the answers.
    pub fn back(self) {
        self.faults.set(Vec::new());
        self.notice.set(None);
        if self.overlay.get_untracked() != Overlay::None {
            if self.overlay.get_untracked() != Overlay::Idle {
                self.overlay.set(Overlay::None);
            }
            return;
        }
        match self.page.get_untracked() {
            Page::Filling => {
                if !self.draft.try_update(Draft::back).unwrap_or(true) {
                    if self.from_guide.get_value() {
                        self.open(Page::Guide);
                    } else {
                        self.overlay.set(Overlay::End);
                    }
                }
            }
            Page::Guide if crate::client::guide_back() => {}
            Page::QueryResult => self.open(Page::Query),
            Page::Guide if self.seed.with_value(Option::is_some) => self.open(Page::Filling),
            Page::Query | Page::Guide => self.open(Page::Welcome),
            Page::Attract | Page::Welcome | Page::Wiped | Page::Sending | Page::Receipt => {}
        }
    }

    /// Opens `step` from the check page.
    pub fn mend(self, step: Step) {
        self.faults.set(Vec::new());
        self.draft.update(|draft| draft.mend(step));
    }

    /// Shows `faults` and moves the focus to their summary.
    pub fn show(self, faults: Vec<Fault>) {
        self.faults.set(faults);
        crate::device::dom::focus_soon("#errors");
    }

    /// Takes back the faults that what was just typed has mended.
    pub fn recheck(self) {
        if self.faults.with_untracked(Vec::is_empty) {
            return;
        }
        let left = self.hall.with_value(|hall| {
            self.draft.with_untracked(|draft| draft.faults_here(&hall.rules, hall.today))
        });
        self.faults.update(|shown| {
            shown.retain(|fault| left.iter().any(|other| other.field == fault.field));
        });
    }

    /// Whether there is anything that a next person must not see.
    pub fn is_used(self) -> bool {
        !matches!(self.page.get_untracked(), Page::Attract | Page::Welcome | Page::Wiped)
            || self.overlay.get_untracked() != Overlay::None
            || self.display.get_untracked() != Display::default()
    }

    /// Whether the draft may still be changed.
    pub fn is_open(self) -> bool {
        self.draft.with_untracked(Draft::phase) == Phase::Filling
    }
}
