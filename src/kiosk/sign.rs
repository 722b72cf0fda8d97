//! The pledge and the signature.

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use petition_domain::Field;
use petition_domain::submission::{SIGNATURE_HEIGHT, SIGNATURE_WIDTH, Signature};
use petition_text::Kiosk as K;
use wasm_bindgen::JsCast;

use super::steps::Screen;
use crate::client;
use crate::components::errors::field_error;
use crate::components::field::{error_id, field_id};
use crate::session::Session;

/// The page.
pub fn sign(session: Session) -> Screen {
    leptos::task::spawn_local(client::prepare_receipt());
    let is_truthful = move || session.draft.with(|draft| draft.submission.truthful);
    let pledge = move |event| {
        let ticked = event_target_checked(&event);
        session.draft.update(|draft| draft.submission.truthful = ticked);
        session.recheck();
    };
    let is_confirmed = Memo::new(move |_| {
        session.draft.with(|draft| matches!(draft.submission.signature, Some(Signature::Confirmed)))
    });
    let set = move |signature: Option<Signature>| {
        session.draft.update(|draft| draft.submission.signature = signature);
        session.recheck();
    };
    let body = view! {
        <div class="app-pledge">
            <input
                id="pledge"
                type="checkbox"
                prop:checked=is_truthful
                aria-describedby=error_id(Field::Truthful)
                on:change=pledge
            />
            <label for="pledge">{session.say(K::SignPledge)}</label>
        </div>
        <div id=field_id(Field::Truthful) tabindex="-1">{field_error(session, Field::Truthful)}</div>
        {move || if is_confirmed.get() {
            view! {
                <p class="app-note" id="confirmed" role="status">{session.say(K::SignConfirmed)}</p>
                <button type="button" class="app-button" id="sign-instead" on:click=move |_| set(None)>{session.say(K::SignInstead)}</button>
            }.into_any()
        } else {
            view! {
                {board(session)}
                <div class="app-pair">
                    <button type="button" class="app-button" id="sign-clear" on:click=move |_| set(None)>{session.say(K::SignClear)}</button>
                    <button type="button" class="app-button" id="sign-cannot" on:click=move |_| set(Some(Signature::Confirmed))>{session.say(K::SignCannot)}</button>
                </div>
            }.into_any()
        }}
        <div id=field_id(Field::Signature) tabindex="-1">{field_error(session, Field::Signature)}</div>
    }.into_any();
    Screen::new(session.say(K::SignTitle), body)
}

/// The board. Strokes go straight into the draft; a second finger or a palm starts nothing.
fn board(session: Session) -> impl IntoView {
    let finger = StoredValue::new(None::<i32>);
    let path = move || {
        session.draft.with(|draft| match &draft.submission.signature {
            Some(Signature::Drawn { strokes }) => outline(strokes),
            _ => String::new(),
        })
    };
    let on_down = move |event: PointerEvent| {
        if finger.get_value().is_some() {
            return;
        }
        let (Some(element), Some(point)) = (target(&event), place(&event)) else { return };
        finger.set_value(Some(event.pointer_id()));
        element.set_pointer_capture(event.pointer_id()).ok();
        session.draft.update(|draft| match &mut draft.submission.signature {
            Some(Signature::Drawn { strokes }) => strokes.push(vec![point]),
            other => *other = Some(Signature::Drawn { strokes: vec![vec![point]] }),
        });
    };
    let on_move = move |event: PointerEvent| {
        if finger.get_value() != Some(event.pointer_id()) {
            return;
        }
        let Some(point) = place(&event) else { return };
        session.draft.update(|draft| {
            if let Some(Signature::Drawn { strokes }) = &mut draft.submission.signature
                && let Some(stroke) = strokes.last_mut()
                && stroke.last() != Some(&point)
            {
                stroke.push(point);
            }
        });
    };
    let on_up = move |event: PointerEvent| {
        if finger.get_value() == Some(event.pointer_id()) {
            finger.set_value(None);
            session.recheck();
        }
    };
    view! {
        <div
            id="board"
            class="app-board"
            role="img"
            aria-label=session.say(K::SignBoard)
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
        >
            <svg viewBox=format!("0 0 {SIGNATURE_WIDTH} {SIGNATURE_HEIGHT}") aria-hidden="true" focusable="false">
                <path class="app-board__line" d="M60 320h880"></path>
                <path class="app-board__ink" d=path></path>
            </svg>
        </div>
    }.into_any()
}

fn target(event: &PointerEvent) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

/// Where the finger is, in units of the board.
fn place(event: &PointerEvent) -> Option<[u16; 2]> {
    let area = target(event)?.get_bounding_client_rect();
    let scale = |offset: f64, length: f64, units: u16| {
        let units = f64::from(units);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "held between 0 and the side"
        )]
        let scaled = (offset / length * units).clamp(0.0, units) as u16;
        scaled
    };
    let x = scale(f64::from(event.client_x()) - area.left(), area.width(), SIGNATURE_WIDTH);
    let y = scale(f64::from(event.client_y()) - area.top(), area.height(), SIGNATURE_HEIGHT);
    Some([x, y])
}

fn outline(strokes: &[Vec<[u16; 2]>]) -> String {
    let mut path = String::new();
    for stroke in strokes {
        for (index, [x, y]) in stroke.iter().enumerate() {
            path.push(if index == 0 { 'M' } else { 'L' });
            path.push_str(&x.to_string());
            path.push(' ');
            path.push_str(&y.to_string());
        }
        // A tap leaves a dot.
        if let [[x, y]] = stroke.as_slice() {
            for part in ["L", &x.to_string(), " ", &y.to_string()] {
                path.push_str(part);
            }
        }
    }
    path
}
