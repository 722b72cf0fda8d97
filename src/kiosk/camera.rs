//! Taking a photo: aim, take, turn, trim, use. Every drag that others have is a button here.

use leptos::html::{Div, Video};
use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_text::{Common, Kiosk as K};

use crate::components::button::tap_button;
use crate::components::overlay::overlay;
use crate::device::camera::{Camera, MAX_TRIM, Shot, Trim, jpeg};
use crate::session::{Overlay, Session};

/// Where taking a photo stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Starting,
    Aiming,
    Arranging,
    Denied,
}

/// The overlay.
pub fn camera(session: Session) -> AnyView {
    let stage = RwSignal::new(Stage::Starting);
    let video = NodeRef::<Video>::new();
    let board = NodeRef::<Div>::new();
    let running = StoredValue::new_local(None::<Camera>);
    let shot = StoredValue::new_local(None::<Shot>);
    let quarters = RwSignal::new(0_u32);
    let trim = RwSignal::new(Trim::default());
    Effect::new(move || {
        let Some(video) = video.get() else { return };
        if stage.get_untracked() != Stage::Starting {
            return;
        }
        spawn_local(async move {
            match Camera::open(&video).await {
                Some(camera) => {
                    // The overlay may have been closed meanwhile; dropping the camera stops it.
                    let kept = running.try_set_value(Some(camera));
                    drop(kept);
                    stage.try_set(Stage::Aiming);
                }
                None => drop(stage.try_set(Stage::Denied)),
            }
        });
    });
    // The picture as it will be sent, redrawn after every turn and trim.
    Effect::new(move || {
        let (quarters, trim) = (quarters.get(), trim.get());
        let Some(board) = board.get() else { return };
        let canvas =
            shot.with_value(|shot| shot.as_ref().and_then(|shot| shot.arranged(quarters, trim)));
        if let Some(canvas) = canvas {
            board.replace_children_with_node_1(&canvas);
        }
    });
    let take = move || {
        let taken = video.get_untracked().and_then(|video| Shot::take(&video));
        if taken.is_some() {
            shot.set_value(taken);
            quarters.set(0);
            trim.set(Trim::default());
            stage.set(Stage::Arranging);
        }
    };
    let keep = move || {
        let canvas = shot.with_value(|shot| {
            shot.as_ref()
                .and_then(|shot| shot.arranged(quarters.get_untracked(), trim.get_untracked()))
        });
        let number = session.uploads.with_untracked(Vec::len) + 1;
        let name = session.fill(K::PhotoName, &[("index", &number.to_string())]);
        session.overlay.set(Overlay::None);
        spawn_local(async move {
            let Some(canvas) = canvas else { return };
            if let Some(blob) = jpeg(&canvas).await {
                session.add_upload(blob, name).await;
            }
        });
    };
    let cut = move |side: fn(&mut Trim) -> &mut u32| {
        trim.update(|trim| {
            let steps = side(trim);
            *steps = (*steps + 1).min(MAX_TRIM);
        });
    };
    let is_arranging = move || stage.get() == Stage::Arranging;
    let say = move |word: K| session.say(word);
    let controls = move || {
        match stage.get() {
        Stage::Starting => view! { <p class="app-wait" role="status">{say(K::CameraStarting)}</p> }.into_any(),
        Stage::Denied => view! { <p class="app-error" role="alert">{say(K::CameraDenied)}</p> }.into_any(),
        Stage::Aiming => tap_button("camera-shoot", "app-button app-button--forward", say(K::CameraShoot), take).into_any(),
        Stage::Arranging => view! {
            <div class="app-trims">
                {tap_button("camera-rotate", "app-button", say(K::CameraRotate), move || quarters.update(|q| *q = (*q + 1) % 4))}
                {tap_button("camera-trim-top", "app-button", say(K::CameraTrimTop), move || cut(|trim| &mut trim.top))}
                {tap_button("camera-trim-bottom", "app-button", say(K::CameraTrimBottom), move || cut(|trim| &mut trim.bottom))}
                {tap_button("camera-trim-left", "app-button", say(K::CameraTrimLeft), move || cut(|trim| &mut trim.left))}
                {tap_button("camera-trim-right", "app-button", say(K::CameraTrimRight), move || cut(|trim| &mut trim.right))}
                {tap_button("camera-untrim", "app-button", say(K::CameraUntrim), move || trim.set(Trim::default()))}
            </div>
            <div class="app-actions">
                {tap_button("camera-retake", "app-button", say(K::CameraRetake), move || stage.set(Stage::Aiming))}
                {tap_button("camera-use", "app-button app-button--forward", say(K::CameraUse), keep)}
            </div>
        }
        .into_any(),
    }
    };
    let body = view! {
        <div class="app-camera" class:app-camera--shot=is_arranging>
            <video class="app-camera__live" node_ref=video playsinline prop:muted=true aria-hidden="true"></video>
            <div class="app-camera__shot" node_ref=board role="img" aria-label=say(K::CameraPreview)></div>
        </div>
        {controls}
        {tap_button("camera-close", "app-button", session.say(Common::Cancel), move || session.overlay.set(Overlay::None))}
    }.into_any();
    overlay("camera", session.say(K::CameraTitle), body)
}
