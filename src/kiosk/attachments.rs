//! Photos and files.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_domain::Field;
use petition_text::{Common, Kiosk as K};
use wasm_bindgen::JsCast;

use super::hints::{Hint, hints};
use super::steps::Screen;
use crate::components::button::tap_button;
use crate::components::errors::field_error;
use crate::components::field::field_id;
use crate::components::icon::{CAMERA, SHEET, icon};
use crate::components::paragraph::lead;
use crate::session::{Overlay, Session, Upload, UploadState};

/// What the browser's file window offers; the content decides all the same.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf";

/// The page.
pub fn attachments(session: Session) -> Screen {
    let rules = session.hall.with_value(|hall| hall.rules.attachments);
    let (size, count) = ((rules.max_bytes / 1_000_000).to_string(), rules.max_count.to_string());
    let items = move || {
        let uploads = session.uploads.get();
        let last = uploads.len().saturating_sub(1);
        uploads
            .into_iter()
            .enumerate()
            .map(|(index, upload)| item(session, upload, index, index == last))
            .collect::<Vec<_>>()
    };
    let body = view! {
        {lead(session.say(K::AttachLead))}
        <p class="app-small">{session.fill(K::AttachLimits, &[("size", &size), ("count", &count)])}</p>
        <div class="app-pair">
            {tap_button("attach-camera", "app-button app-button--picture", view! { {icon(CAMERA)}<span>{session.say(K::AttachCamera)}</span> }, move || {
                session.overlay.set(Overlay::Camera);
            })}
            <label class="app-button app-button--picture" id="attach-file" for="file">
                {icon(SHEET)}<span>{session.say(K::AttachFile)}</span>
            </label>
            <input id="file" class="app-file" type="file" multiple accept=ACCEPT on:change=move |event| take_files(session, &event) />
        </div>
        <div id=field_id(Field::Attachments) tabindex="-1">{field_error(session, Field::Attachments)}</div>
        <ul class="app-uploads">{items}</ul>
        {hints(session, Hint::Photograph)}
    }.into_any();
    Screen::new(session.say(K::AttachTitle), body)
}

fn take_files(session: Session, event: &leptos::ev::Event) {
    let Some(input) =
        event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
    else {
        return;
    };
    let Some(files) = input.files() else { return };
    let files: Vec<web_sys::File> =
        (0..files.length()).filter_map(|index| files.get(index)).collect();
    // The same file may be chosen again after it was removed.
    input.set_value("");
    spawn_local(async move {
        // One after the other: the order of the list is the order of choosing.
        for file in files {
            let name = file.name();
            session.add_upload(file.into(), name).await;
        }
    });
}

fn item(session: Session, upload: Upload, index: usize, is_last: bool) -> impl IntoView {
    let Upload { id, name, preview, state, .. } = upload;
    let word = match &state {
        UploadState::Sending(_) => "sending",
        UploadState::Done => "done",
        UploadState::Failed(..) => "failed",
    };
    let text = match &state {
        UploadState::Sending(percent) => {
            session.fill(K::AttachSending, &[("percent", &percent.to_string())])
        }
        UploadState::Done => session.say(K::AttachDone),
        UploadState::Failed(why, _) if why.is_empty() => session.say(K::AttachFailed),
        UploadState::Failed(why, _) => why.clone(),
    };
    let bar = match state {
        UploadState::Sending(percent) => {
            Some(view! { <progress max="100" value=percent.to_string()></progress> }.into_any())
        }
        _ => None,
    };
    let may_retry = matches!(state, UploadState::Failed(_, true));
    let act = |class: &'static str, word: String, name: &str, run: Box<dyn Fn(&str)>| {
        let (label, id) = (format!("{word} {name}"), id.clone());
        view! { <button type="button" class=class aria-label=label on:click=move |_| run(&id)>{word}</button> }.into_any()
    };
    let say = |word: K| session.say(word);
    view! {
        <li class="app-upload" id=field_id(Field::Attachment(index)) tabindex="-1" data-attachment=id.clone() data-state=word>
            <div class="app-upload__picture">
                {match preview {
                    Some(url) => view! { <img src=url alt="" /> }.into_any(),
                    None => icon(SHEET).into_any(),
                }}
            </div>
            <div class="app-upload__text">
                <b>{name.clone()}</b>
                <p class="app-upload__state" role="status">{text}</p>
                {bar}
            </div>
            <div class="app-upload__acts">
                {may_retry.then(|| act("app-button retry", session.say(Common::Retry), &name, Box::new(move |id| {
                    spawn_local(session.send_upload(id.to_owned()));
                })))}
                {(index > 0).then(|| act("app-button up", say(K::AttachUp), &name, Box::new(move |id| session.move_upload(id, false))))}
                {(!is_last).then(|| act("app-button down", say(K::AttachDown), &name, Box::new(move |id| session.move_upload(id, true))))}
                {act("app-button remove", session.say(Common::Remove), &name, Box::new(move |id| session.remove_upload(id)))}
            </div>
        </li>
    }.into_any()
}
