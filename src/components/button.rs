//! Buttons that act when the finger lifts.

use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;

/// A click this soon after the finger lifted belongs to the same touch, in milliseconds.
const SAME_TOUCH_MS: f64 = 900.0;

/// A button that acts on the lifting finger and on clicks of mouse and keyboard.
///
/// Chromium swallows the click of a tap within half a second of a fast drag, such as the last stroke
/// of a signature; the lifting finger is never swallowed.
pub fn tap_button(
    id: &'static str,
    class: &'static str,
    content: impl IntoView + 'static,
    act: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let lifted_at = StoredValue::new(f64::NEG_INFINITY);
    let on_lift = move |event: PointerEvent| {
        if event.pointer_type() == "touch" && is_inside(&event) {
            lifted_at.set_value(event.time_stamp());
            act();
        }
    };
    let on_click = move |event: MouseEvent| {
        if event.time_stamp() - lifted_at.get_value() > SAME_TOUCH_MS {
            act();
        }
    };
    view! { <button id=id class=class type="button" on:pointerup=on_lift on:click=on_click>{content}</button> }
}

/// Whether the finger is still over the button it lifts from; a roll of the finger counts as inside.
fn is_inside(event: &PointerEvent) -> bool {
    const SLACK_PX: f64 = 24.0;
    let Some(target) = event.current_target() else { return false };
    let Ok(element) = wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(target) else { return false };
    let area = element.get_bounding_client_rect();
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    x >= area.left() - SLACK_PX
        && x <= area.right() + SLACK_PX
        && y >= area.top() - SLACK_PX
        && y <= area.bottom() + SLACK_PX
}
