//! The page itself: focus, attributes, time, printing.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement};

/// The document.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Sets an attribute of `<html>`.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        root.set_attribute(name, value).ok();
    }
}

/// Names the page, as screen readers tell it.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The element of `selector`.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the focus to the element of `selector` once the page has been built.
pub fn focus_soon(selector: &'static str) {
    leptos::prelude::request_animation_frame(move || {
        if let Some(element) = find(selector) {
            element.focus().ok();
            element.scroll_into_view_with_bool(false);
        }
    });
}

/// Puts a part of the page out of reach, or back.
pub fn set_inert(selector: &str, is_inert: bool) {
    if let Some(element) = find(selector) {
        element.set_inert(is_inert);
    }
}

/// Takes the focus out of the field that has it.
pub fn leave_field() {
    let active = document().and_then(|document| document.active_element());
    if let Some(field) = active.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        field.blur().ok();
    }
}

/// Whether the page goes on below what is seen.
pub fn has_more_below(selector: &str) -> bool {
    const SLACK_PX: i32 = 24;
    find(selector).is_some_and(|area| {
        area.scroll_top() + area.client_height() + SLACK_PX < area.scroll_height()
    })
}

/// Shows the next part of a long page.
pub fn scroll_on(selector: &str) {
    if let Some(area) = find(selector) {
        // A strip of what was read stays in sight.
        area.set_scroll_top(area.scroll_top() + area.client_height() * 4 / 5);
    }
}

/// Milliseconds of a clock that never goes back.
pub fn now_ms() -> u64 {
    let now = web_sys::window().and_then(|window| window.performance()).map_or(0.0, |p| p.now());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "uptime in milliseconds"
    )]
    let now = now as u64;
    now
}

/// Hears `event` anywhere on the page, for as long as the page lives.
pub fn listen_window(event: &str, handler: Closure<dyn Fn()>) {
    if let Some(window) = web_sys::window() {
        let options = web_sys::AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        let function = handler.as_ref().unchecked_ref();
        window
            .add_event_listener_with_callback_and_add_event_listener_options(
                event, function, &options,
            )
            .ok();
        handler.forget();
    }
}

/// Ready when what was just shown has been painted.
pub async fn painted() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            if let Some(window) = web_sys::window() {
                window.request_animation_frame(&resolve).ok();
            }
        });
        JsFuture::from(frame).await.ok();
    }
}

/// Ready after `milliseconds`.
pub async fn pause(milliseconds: u32) {
    let timer = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
                .ok();
        }
    });
    JsFuture::from(timer).await.ok();
}

/// Leaves for `path` without a way back to this page.
pub fn leave(path: &str) {
    if let Some(window) = web_sys::window() {
        window.location().replace(path).ok();
    }
}

/// Prints the page by its print style.
pub fn print() {
    if let Some(window) = web_sys::window() {
        window.print().ok();
    }
}

/// Hour, minute, year, month, day, weekday (0 = Sunday) on the machine's own clock, for the head.
pub fn wall_clock() -> (u32, u32, u32, u32, u32, u32) {
    let now = js_sys::Date::new_0();
    (
        now.get_hours(),
        now.get_minutes(),
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_day(),
    )
}

/// Turns the browser's own "back" into ours: one guard entry, put back whenever it is used.
pub fn guard_history(on_back: impl Fn() + 'static) {
    let push = || {
        let history = web_sys::window().and_then(|window| window.history().ok());
        if let Some(history) = history {
            history.push_state_with_url(&JsValue::NULL, "", None).ok();
        }
    };
    push();
    let handler = Closure::<dyn Fn()>::new(move || {
        push();
        on_back();
    });
    if let Some(window) = web_sys::window() {
        window.add_event_listener_with_callback("popstate", handler.as_ref().unchecked_ref()).ok();
        handler.forget();
    }
}
