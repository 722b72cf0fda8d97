//! Writing with the finger: one large box, or two that are used in turn.

use std::fmt::Write;

use leptos::ev::PointerEvent;
use leptos::prelude::*;
use petition_text::Keys as K;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::board::{Board, Stroke};
use super::keys::{Act, Key};
use super::pad::{Mode, Pad};
use super::press::{Face, key};
use super::rows::{is_story, one};

/// Shorter moves are the trembling of a finger, in pixels.
const STEP_PX: f32 = 2.0;

/// The boxes and the keys beside them.
pub fn board(board: Board) -> AnyView {
    let boxes =
        move || (0..board.boxes.get()).map(|index| one_box(board, index)).collect::<Vec<_>>();
    let does = |word: K, name: &str, act: fn(Board)| {
        let face = Face::of("app-key app-key--does", name, board.say(word));
        key(face, false, move || act(board))
    };
    let plain = |act: Act| one(board, Mode::Hand, Key { act, width: 2, letters: "" });
    let dot = (board.pad.get() == Pad::Name).then(|| plain(Act::Put('·')));
    let (word, name, boxes_then): (K, &str, fn(Board)) = if board.boxes.get() == 1 {
        (K::TwoBoxes, "boxes", |board| board.set_boxes(2))
    } else {
        (K::OneBox, "boxes", |board| board.set_boxes(1))
    };
    view! {
        <div class="app-draw" data-board="hand">
            <div class="app-draw__boxes">{boxes}</div>
            <div class="app-draw__keys">
                {plain(Act::Back)}
                {does(K::UndoStroke, "undo", Board::undo_stroke)}
                {does(K::Rewrite, "redraw", Board::redraw)}
                {plain(Act::Clear)}
                {plain(Act::Put('，'))}
                {plain(Act::Put('。'))}
                {dot}
                {does(word, name, boxes_then)}
                {is_story(board).then(|| plain(Act::Enter))}
            </div>
        </div>
    }
    .into_any()
}

fn one_box(board: Board, index: usize) -> AnyView {
    // The first finger draws; a palm or a second finger changes nothing.
    let drawing = StoredValue::new(None::<i32>);
    let at = |event: &PointerEvent| -> Option<(f32, f32)> {
        let area = event.current_target()?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a screen")]
        let place = (
            (f64::from(event.client_x()) - area.left()) as f32,
            (f64::from(event.client_y()) - area.top()) as f32,
        );
        Some(place)
    };
    let down = move |event: PointerEvent| {
        event.prevent_default();
        if event.button() != 0 || drawing.get_value().is_some() {
            return;
        }
        let Some(place) = at(&event) else { return };
        if board.used_box.get_untracked() != index {
            board.finish_box(index);
        }
        drawing.set_value(Some(event.pointer_id()));
        if let Some(target) = event.current_target().and_then(|t| t.dyn_into::<Element>().ok()) {
            // Without capture a stroke ends at the edge, and nothing else changes.
            target.set_pointer_capture(event.pointer_id()).ok();
        }
        board.strokes.update(|strokes| strokes.push(vec![place]));
    };
    let draw = move |event: PointerEvent| {
        if drawing.get_value() != Some(event.pointer_id()) {
            return;
        }
        let Some((x, y)) = at(&event) else { return };
        board.strokes.update(|strokes| {
            if let Some(stroke) = strokes.last_mut() {
                let is_far = stroke
                    .last()
                    .is_none_or(|last| (last.0 - x).abs().max((last.1 - y).abs()) >= STEP_PX);
                if is_far {
                    stroke.push((x, y));
                }
            }
        });
    };
    let lift = move |event: PointerEvent| {
        if drawing.get_value() == Some(event.pointer_id()) {
            drawing.set_value(None);
            if board.strokes.with_untracked(|strokes| !strokes.is_empty()) {
                board.ask_for_strokes();
            }
        }
    };
    // One path for all strokes: a finger moves a hundred times a second.
    let ink = move || {
        let is_used = board.used_box.get() == index;
        if is_used { board.strokes.with(|strokes| path(strokes)) } else { String::new() }
    };
    let is_empty = move || board.strokes.with(Vec::is_empty);
    view! {
        <div class="app-draw__box" data-box=index.to_string() role="img" aria-label=move || board.say(K::WriteHere)
            on:pointerdown=down on:pointermove=draw on:pointerup=lift on:pointercancel=lift>
            <svg aria-hidden="true"><path class="app-draw__ink" d=ink /></svg>
            {move || (is_empty() && index == 0).then(|| view! { <p class="app-draw__hint" aria-hidden="true">{board.say(K::WriteHere)}</p> })}
        </div>
    }
    .into_any()
}

/// Lines through the points of every stroke, in pixels.
fn path(strokes: &[Stroke]) -> String {
    let mut path = String::new();
    for stroke in strokes {
        // A dot is a line too: without length nothing would be seen of it.
        let dot = stroke.first().filter(|_| stroke.len() == 1).map(|(x, y)| (x + 1.0, y + 1.0));
        for (index, (x, y)) in stroke.iter().copied().chain(dot).enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            // Writing to a string cannot fail.
            write!(path, "{command}{x:.0} {y:.0}").ok();
        }
    }
    path
}
