//! Keys act when the finger comes down, and show it at once.

use std::rc::Rc;
use std::time::Duration;

use leptos::ev::{MouseEvent, PointerEvent};
use leptos::leptos_dom::helpers::{IntervalHandle, TimeoutHandle};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A touch broader than this, in CSS pixels, is the side of a hand.
const PALM_PX: i32 = 160;
/// How long a finger rests until its key repeats.
const REPEAT_AFTER: Duration = Duration::from_millis(450);
/// How often it repeats.
const REPEAT_EVERY: Duration = Duration::from_millis(90);

/// How a key is told and shown.
pub struct Face {
    /// Its class.
    pub class: String,
    /// What it is to somebody who cannot see it.
    pub label: String,
    /// A name for tests and styles.
    pub name: String,
    /// What stands on it.
    pub shown: AnyView,
}

impl Face {
    /// A key that shows what it is called.
    pub fn of(class: &str, name: &str, label: String) -> Self {
        Self {
            class: class.to_owned(),
            name: name.to_owned(),
            shown: label.clone().into_any(),
            label,
        }
    }
}

/// A key. It never takes the focus from the field.
pub fn key(face: Face, repeats: bool, act: impl Fn() + 'static) -> AnyView {
    let act: Rc<dyn Fn()> = Rc::new(act);
    let timers = StoredValue::new_local((None::<TimeoutHandle>, None::<IntervalHandle>));
    let lift = move |event: PointerEvent| {
        set_pressed(&event, false);
        stop(timers);
    };
    let down = {
        let act = Rc::clone(&act);
        move |event: PointerEvent| {
            event.prevent_default();
            if event.button() != 0 || is_palm(&event) {
                return;
            }
            set_pressed(&event, true);
            act();
            if repeats {
                let act = Rc::clone(&act);
                let begin = move || {
                    let again = set_interval_with_handle(move || act(), REPEAT_EVERY).ok();
                    timers.try_update_value(|timers| timers.1 = again);
                };
                let wait = set_timeout_with_handle(begin, REPEAT_AFTER).ok();
                timers.update_value(|timers| timers.0 = wait);
            }
        }
    };
    // A finger is heard above; this is a keyboard, or what helps somebody who sees nothing.
    let click = move |event: MouseEvent| {
        if event.detail() == 0 {
            act();
        }
    };
    on_cleanup(move || stop(timers));
    let Face { class, label, name, shown } = face;
    view! {
        <button type="button" tabindex="-1" class=class aria-label=label data-key=name
            on:pointerdown=down on:pointerup=lift on:pointercancel=lift on:pointerleave=lift
            on:contextmenu=|event: MouseEvent| event.prevent_default() on:click=click>{shown}</button>
    }
    .into_any()
}

fn stop(timers: StoredValue<(Option<TimeoutHandle>, Option<IntervalHandle>), LocalStorage>) {
    timers.try_update_value(|(wait, again)| {
        if let Some(wait) = wait.take() {
            wait.clear();
        }
        if let Some(again) = again.take() {
            again.clear();
        }
    });
}

fn is_palm(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch" && event.width().max(event.height()) > PALM_PX
}

fn set_pressed(event: &PointerEvent, is_pressed: bool) {
    let key = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(key) = key {
        key.toggle_attribute_with_force("data-pressed", is_pressed).ok();
    }
}
