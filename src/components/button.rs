//! Buttons that act when the finger lifts.

use std::rc::Rc;

use leptos::ev::TouchEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A button that acts on the lifting finger and on clicks of mouse and keyboard.
///
/// Chromium swallows the click of a tap within half a second of a fast drag, such as the last stroke
/// of a signature; the lifting finger is never swallowed. The click that would follow is called off:
/// by then another page is there, and it would land on whatever stands at the same place.
pub fn tap_button(
    id: &'static str,
    class: &'static str,
    content: impl IntoView + 'static,
    act: impl Fn() + 'static,
) -> AnyView {
    button(id, class, content.into_any(), Rc::new(act))
}

/// One body for every button: the kiosk has sixty of them.
fn button(id: &'static str, class: &'static str, content: AnyView, act: Rc<dyn Fn()>) -> AnyView {
    let lift = Rc::clone(&act);
    let on_lift = move |event: TouchEvent| {
        if event.cancelable() {
            event.prevent_default();
            if is_inside(&event) {
                lift();
            }
        }
    };
    view! { <button id=(!id.is_empty()).then_some(id) class=class type="button" on:touchend=on_lift on:click=move |_| act()>{content}</button> }
        .into_any()
}

/// Whether the finger is still over the button it lifts from; a roll of the finger counts as inside.
fn is_inside(event: &TouchEvent) -> bool {
    const SLACK_PX: f64 = 24.0;
    let Some(finger) = event.changed_touches().get(0) else { return false };
    let Some(target) = event.current_target() else { return false };
    let Ok(element) = target.dyn_into::<web_sys::Element>() else { return false };
    let area = element.get_bounding_client_rect();
    let (x, y) = (f64::from(finger.client_x()), f64::from(finger.client_y()));
    x >= area.left() - SLACK_PX
        && x <= area.right() + SLACK_PX
        && y >= area.top() - SLACK_PX
        && y <= area.bottom() + SLACK_PX
}
