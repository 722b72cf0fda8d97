//! Uploads: each on its own, so that one failure loses no other.

use leptos::prelude::*;
use leptos::task::spawn_local;
use petition_contract::Code;
use petition_domain::attachment::{FileKind, MAX_FILE_NAME, Refusal};
use petition_domain::receipt::Mint;
use petition_domain::submission::AttachmentRef;
use petition_text::{Kiosk as K, fill};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::Session;
use crate::client::{self, UploadError};

/// How far an upload is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UploadState {
    /// On its way, in percent.
    Sending(u8),
    /// The server has it.
    Done,
    /// It has not; the sentence says why, and whether trying again may help.
    Failed(String, bool),
}

/// An upload in the petitioner's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// What it is; `None` while not known or refused.
    pub kind: Option<FileKind>,
    /// How far it is.
    pub state: UploadState,
    /// The content, for a preview and a second try; gone after a reload.
    #[serde(skip)]
    pub blob: Option<Blob>,
    /// Object URL of the preview.
    #[serde(skip)]
    pub preview: Option<String>,
}

impl Upload {
    /// What was on its way when the page was reloaded must be chosen again.
    pub(super) fn after_reload(mut self) -> Self {
        if matches!(self.state, UploadState::Sending(_)) {
            self.state = UploadState::Failed(String::new(), false);
        }
        self
    }
}

impl Session {
    /// Takes `blob` under `name`, checks it, sends it.
    pub async fn add_upload(self, blob: Blob, name: String) {
        let Some(seed) = self.seed.get_value() else { return };
        let Some(index) = self.draft.try_update(|draft| {
            draft.uploads_begun += 1;
            draft.uploads_begun
        }) else {
            return;
        };
        let id = Mint::attachment_id(&seed, index);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size in bytes"
        )]
        let bytes = blob.size() as usize;
        let head = head_of(&blob).await;
        let (count, total) = self.uploads.with_untracked(|uploads| {
            let taken = uploads.iter().filter(|upload| upload.kind.is_some());
            (taken.clone().count(), taken.map(|upload| upload.bytes).sum())
        });
        let rules = self.hall.with_value(|hall| hall.rules.attachments);
        let admitted = rules.admit(&head, bytes, count, total);
        let preview = matches!(admitted, Ok(FileKind::Jpeg | FileKind::Png | FileKind::Webp))
            .then(|| web_sys::Url::create_object_url_with_blob(&blob).ok())
            .flatten();
        let state = match admitted {
            Ok(_) => UploadState::Sending(0),
            Err(refusal) => UploadState::Failed(self.refusal(refusal), false),
        };
        let kind = admitted.ok();
        let name = short_name(&name);
        self.uploads.update(|uploads| {
            uploads.push(Upload {
                id: id.clone(),
                name,
                bytes,
                kind,
                state,
                blob: Some(blob),
                preview,
            });
        });
        if kind.is_some() {
            self.send_upload(id).await;
        }
    }

    /// Sends, or sends again, the upload `id`.
    pub async fn send_upload(self, id: String) {
        let blob = self.uploads.with_untracked(|uploads| {
            uploads.iter().find(|upload| upload.id == id).and_then(|upload| upload.blob.clone())
        });
        let Some(blob) = blob else { return };
        self.set_upload(&id, UploadState::Sending(0));
        let progress = {
            let id = id.clone();
            move |percent| self.set_upload(&id, UploadState::Sending(percent))
        };
        let state = match client::put_attachment(&id, &blob, progress).await {
            Ok(()) => UploadState::Done,
            Err(UploadError::Unreachable) => UploadState::Failed(
                self.lang.get_untracked().say(K::AttachFailed).into_owned(),
                true,
            ),
            Err(UploadError::Refused(code)) => {
                let passing =
                    matches!(code, Code::Unavailable | Code::TooManyRequests | Code::Internal);
                UploadState::Failed(self.server_refusal(code), passing)
            }
        };
        self.set_upload(&id, state);
        self.list_uploads();
    }

    /// Takes an upload out of the list, here and on the server.
    pub fn remove_upload(self, id: &str) {
        self.uploads.update(|uploads| {
            if let Some(url) =
                uploads.iter().find(|upload| upload.id == id).and_then(|u| u.preview.as_ref())
            {
                web_sys::Url::revoke_object_url(url).ok();
            }
            uploads.retain(|upload| upload.id != id);
        });
        self.list_uploads();
        let id = id.to_owned();
        spawn_local(async move {
            // What stays behind is deleted by the server after a day.
            client::delete_attachment(&id).await.ok();
        });
    }

    /// Moves an upload one place up or down.
    pub fn move_upload(self, id: &str, down: bool) {
        self.uploads.update(|uploads| {
            let Some(at) = uploads.iter().position(|upload| upload.id == id) else { return };
            let to = if down { at + 1 } else { at.saturating_sub(1) };
            if to < uploads.len() {
                uploads.swap(at, to);
            }
        });
        self.list_uploads();
    }

    /// Writes what the server has into the submission, in the order of the list.
    fn list_uploads(self) {
        let attachments = self.uploads.with_untracked(|uploads| {
            let done = uploads.iter().filter(|upload| upload.state == UploadState::Done);
            done.map(|upload| AttachmentRef { id: upload.id.clone(), name: upload.name.clone() })
                .collect()
        });
        self.draft.update(|draft| draft.submission.attachments = attachments);
    }

    /// Whether the page must be kept open because of an upload; says so.
    pub(super) fn hold_for_uploads(self) -> bool {
        let held = self.uploads.with_untracked(|uploads| {
            let any = |wanted: fn(&UploadState) -> bool| {
                uploads.iter().any(|upload| wanted(&upload.state))
            };
            if any(|state| matches!(state, UploadState::Sending(_))) {
                Some(K::AttachStillSending)
            } else if any(|state| matches!(state, UploadState::Failed(..))) {
                Some(K::AttachFailedNext)
            } else {
                None
            }
        });
        if let Some(word) = held {
            self.notice.set(Some(self.lang.get_untracked().say(word).into_owned()));
            crate::device::dom::focus_soon("#errors");
        }
        held.is_some()
    }

    fn set_upload(self, id: &str, state: UploadState) {
        self.uploads.update(|uploads| {
            if let Some(upload) = uploads.iter_mut().find(|upload| upload.id == id) {
                upload.state = state;
            }
        });
    }

    fn refusal(self, refusal: Refusal) -> String {
        let rules = self.hall.with_value(|hall| hall.rules.attachments);
        let megabytes = (rules.max_bytes / 1_000_000).to_string();
        let count = rules.max_count.to_string();
        let word = match refusal {
            Refusal::Empty => K::AttachEmpty,
            Refusal::TooLarge => K::AttachTooLarge,
            Refusal::Kind => K::AttachKind,
            Refusal::TooMany => K::AttachTooMany,
            Refusal::TotalTooLarge => K::AttachTotal,
        };
        fill(self.lang.get_untracked(), word, &[("size", &megabytes), ("count", &count)])
    }

    fn server_refusal(self, code: Code) -> String {
        match code {
            Code::EmptyFile => self.refusal(Refusal::Empty),
            Code::TooLarge => self.refusal(Refusal::TooLarge),
            Code::UnsupportedFile | Code::ImageTooLarge => {
                self.lang.get_untracked().say(K::AttachDamaged).into_owned()
            }
            _ => self.lang.get_untracked().say(K::AttachFailed).into_owned(),
        }
    }
}

/// The first bytes, enough to tell what it is.
async fn head_of(blob: &Blob) -> Vec<u8> {
    let Ok(head) = blob.slice_with_f64_and_f64(0.0, 16.0) else { return Vec::new() };
    match JsFuture::from(head.array_buffer()).await {
        Ok(buffer) => js_sys::Uint8Array::new(&buffer).to_vec(),
        Err(_) => Vec::new(),
    }
}

/// A name that the submission's rules allow: one visible line, not too long.
fn short_name(name: &str) -> String {
    let visible = |c: &char| !c.is_control() && !petition_domain::prose::is_hidden(*c);
    let name: String = name.chars().filter(visible).take(MAX_FILE_NAME).collect();
    if name.trim().is_empty() { "?".to_owned() } else { name }
}
