//! Nobody there: ask, count, wipe. The clock itself is `petition_domain::idle`.

use core::time::Duration;

use leptos::prelude::*;
use petition_domain::idle::{Idle, IdleClock};
use wasm_bindgen::prelude::*;

use super::{Overlay, Page, Session};
use crate::device::dom::{self, now_ms};

/// How often the clock is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(250);

impl Session {
    /// Starts the idle clock and listens for touches and keys.
    pub fn watch_idle(self) {
        for event in ["pointerdown", "keydown", "input", "wheel"] {
            let touched = Closure::<dyn Fn()>::new(move || {
                self.idle.update_value(|clock| clock.touch(now_ms()));
            });
            dom::listen_window(event, touched);
        }
        Effect::new(move || {
            let large = self.display.get().large;
            self.idle.update_value(|clock| clock.set_large(large));
        });
        // The handle is dropped with the page; there is no other end to it.
        set_interval(move || self.look_at_idle(), LOOK_EVERY);
    }

    /// The button of the question.
    pub fn still_here(self) {
        self.idle.update_value(|clock| clock.still_here(now_ms()));
        self.overlay.set(Overlay::None);
    }

    fn look_at_idle(self) {
        self.look_below();
        let page = self.page.get_untracked();
        if matches!(page, Page::Attract | Page::Wiped) {
            return self.restart_idle();
        }
        let Some(idle) = self.idle.try_update_value(|clock| clock.look(now_ms())) else { return };
        match idle {
            Idle::Active => {}
            // Nothing personal stands on an untouched welcome page: no need to ask.
            Idle::Asking { .. } | Idle::Expired if !self.is_used() => {
                self.restart_idle();
                self.open(Page::Attract);
                if self.hall.with_value(|hall| hall.keyboard) {
                    crate::client::keyboard(true);
                }
            }
            // A submission on its way is not cut off: its receipt is owed.
            Idle::Asking { .. } if page == Page::Sending => self.restart_idle(),
            Idle::Asking { seconds_left } => {
                self.idle_seconds.set(seconds_left);
                if self.overlay.get_untracked() != Overlay::Idle {
                    self.overlay.set(Overlay::Idle);
                }
            }
            Idle::Expired => {
                self.restart_idle();
                self.wipe_and_say();
            }
        }
    }

    /// Looks whether the page goes on below; long pages say so with a button.
    pub fn look_below(self) {
        let has_more = dom::has_more_below(".app-main");
        if self.has_more.get_untracked() != has_more {
            self.has_more.set(has_more);
        }
    }

    fn restart_idle(self) {
        let limits = self.hall.with_value(|hall| hall.idle);
        let large = self.display.get_untracked().large;
        self.idle.update_value(|clock| {
            *clock = IdleClock::new(limits, now_ms());
            clock.set_large(large);
        });
    }
}
